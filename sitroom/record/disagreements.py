"""Disagreements of the record: where reports differ.

One rule: every side stands with its articles and its words; none is chosen.
"""

from __future__ import annotations

from typing import Literal

from sitroom.record.item import EvidenceItem, Item

Aspect = Literal["date", "place", "participants", "initiator", "duration", "value", "status", "account"]
Verdict = Literal["conflict", "compatible", "self-contradiction", "one-sided"]


class ValueItem(Item):
    """One side of a disagreement."""

    value: str
    articles: list[str]
    evidence: list[EvidenceItem]


class AboutItem(Item):
    """What a disagreement is about: a kind of item and its id."""

    kind: str
    id: str


class DisagreementItem(Item):
    """Where the reports differ, and who says which."""

    kind: Literal["disagreement"] = "disagreement"
    id: str
    about: AboutItem
    field: Aspect
    values: list[ValueItem]
    verdict: Verdict
    note: str | None
