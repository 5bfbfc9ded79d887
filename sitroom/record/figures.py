"""Figures of the record: the numbers that the coverage puts on things.

One rule: one number of one article a figure; those of one measure share a group.
"""

from __future__ import annotations

from typing import Literal

from sitroom.record.item import EvidenceItem, Item, ViaItem


class FigureItem(Item):
    """A number that the coverage puts on something."""

    kind: Literal["figure"] = "figure"
    id: str
    measure: str
    subject: str | None
    scope: str | None
    place: str | None
    low: float | None
    high: float | None
    unit: str | None
    modifier: str
    as_of: str | None
    status: str
    source: str | None
    via: list[ViaItem]
    article: str
    evidence: list[EvidenceItem]
    group: str | None
    revises: str | None
