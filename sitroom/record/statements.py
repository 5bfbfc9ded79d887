"""Statements of the record: who is reported as saying what.

One rule: what was said is its evidence; no field says it in other words.
"""

from __future__ import annotations

from typing import Any, Literal

from sitroom.model import Channel, Claim, SourceType, StatementKind
from sitroom.record.item import EvidenceItem, Item, ViaItem


class AskedItem(Item):
    """How a statement belongs to the actors that were asked for.

    ``by``: ``said`` by the actor itself, ``through`` somebody named who speaks for it by an ``office``, ``unnamed``: by
    people of it who are not named, ``relayed``: words of another that it, or its people, passed on. ``to``: ``told`` to
    the actor or its people, or ``heard`` in the ``contact`` (an event) in which it was said.
    """

    by: Literal["said", "through", "unnamed", "relayed"] | None = None
    office: str | None = None
    to: Literal["told", "heard"] | None = None
    contact: str | None = None


class StatementItem(Item):
    """Somebody is reported as saying, writing or believing something.

    ``asked`` stands only where statements are asked for by actor; the record itself has none.
    """

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
    asked: AskedItem | None = None

    def line(self) -> dict[str, Any]:
        """The object as JSON's own types; ``asked`` where it stands."""
        return {name: value for name, value in super().line().items() if name != "asked" or value is not None}

    @property
    def who(self) -> list[str]:
        """Everybody who says it; empty where the record has no actor for the source."""
        return self.speakers or ([self.speaker] if self.speaker else [])
