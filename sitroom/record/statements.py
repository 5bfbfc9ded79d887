"""Statements of the record: who is reported as saying what.

One rule: what was said is its evidence; no field says it in other words.
"""

from __future__ import annotations

from typing import Literal

from sitroom.model import Channel, Claim, SourceType, StatementKind
from sitroom.record.item import EvidenceItem, Item, ViaItem


class StatementItem(Item):
    """Somebody is reported as saying, writing or believing something."""

    kind: Literal["statement"] = "statement"
    id: str
    article: str
    evidence: list[EvidenceItem]
    cue: EvidenceItem | None
    source_evidence: EvidenceItem | None
    speaker: str | None
    speakers: list[str]
    source_text: str | None
    named: bool
    source_type: SourceType
    terms: EvidenceItem | None
    affiliation: str | None
    via: list[ViaItem]
    addressees: list[str]
    channel: Channel | None
    date: str | None
    statement_kind: StatementKind
    claim: Claim
    negated: bool
    hedges: list[str]
    nested_in: str | None
    group: str | None
