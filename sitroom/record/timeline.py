"""The timeline of the record.

One rule: every line is dated and names the items that it rests on.
"""

from __future__ import annotations

from typing import Literal

from sitroom.record.item import EvidenceItem, Item


class ReferenceItem(Item):
    """An item by kind and id."""

    kind: str
    id: str


class TimelineItem(Item):
    """One dated line of what happened or will."""

    kind: Literal["timeline"] = "timeline"
    date: str
    summary: str
    score: float
    items: list[ReferenceItem]
    evidence: list[EvidenceItem]
