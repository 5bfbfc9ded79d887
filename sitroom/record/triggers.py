"""Triggers of the record: what is to follow if, or unless, something comes about.

One rule: a commitment stands under the condition that its words state.
"""

from __future__ import annotations

from typing import Literal

from sitroom.record.item import EvidenceItem, Item


class CommitmentItem(Item):
    """A commitment that follows if, or unless, a trigger comes about."""

    event: str
    evidence: list[EvidenceItem]
    polarity: Literal["if", "unless"]
    firmness: str
    outcome: Literal["open", "due", "carried_out", "refused", "expired"] | None


class ExclusionItem(Item):
    """An act that somebody rules out should the trigger come about."""

    event: str
    evidence: list[EvidenceItem]


class LeadsToItem(Item):
    """A trigger that the consequence of this one would set off."""

    trigger: str
    via: str
    why: str


class TriggerItem(Item):
    """Conditional commitments grouped by their condition."""

    kind: Literal["trigger"] = "trigger"
    id: str
    what: str
    actor: str | None
    target: str | None
    status: Literal["open", "met", "averted", "expired", "withdrawn"]
    met_by: str | None
    commitments: list[CommitmentItem]
    exclusions: list[ExclusionItem]
    leads_to: list[LeadsToItem]
