"""Events of the record, with what each article says of them and what became of them.

One rule: a difference between reports is kept, never averaged.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sitroom.model import EventType, Status
from sitroom.record.item import EvidenceItem, Item


class DeadlineItem(Item):
    """By when, as stated."""

    text: str
    edtf: str | None
    evidence: EvidenceItem


class HistoryItem(Item):
    """One step in the life of an event: which article brought it, and what changed.

    Of positions also ``why`` in words, the ``evidence`` of what it was before and is now, and ``by``, the event that
    met, refused or withdrew it. A deadline that passed (``expired``) stands under the article that stated it.
    """

    article: str
    date: str | None
    change: Literal[
        "first",
        "repeated",
        "hardened",
        "softened",
        "moved",
        "met",
        "expired",
        "withdrawn",
        "held",
        "cancelled",
        "refused",
    ]
    why: str | None = None
    evidence: list[EvidenceItem] = Field(default=[])
    by: str | None = None


class ReportItem(Item):
    """What one article says of an event; a difference is never averaged away."""

    article: str
    evidence: list[EvidenceItem]
    status: Status
    date: str | None
    place: str | None
    duration_minutes: float | None
    participants: list[str]
    initiator: list[str]
    condition: list[EvidenceItem] | None
    consequence: list[EvidenceItem] | None
    deadline: DeadlineItem | None
    source: str | None


class ReadoutItem(Item):
    """One thing that was said in a contact, with who tells it; ``told_by`` is empty where the reporter alone does.

    ``both``: readouts of both sides have it; ``one-sided``: one side's alone; ``conflict``: one has what another
    denies; ``reported``: no readout is named for it.
    """

    speakers: list[str]
    told_by: list[str]
    verdict: Literal["both", "one-sided", "conflict", "reported"]
    statements: list[str]
    evidence: list[EvidenceItem]


class EventItem(Item):
    """Somebody did, does, will or might do something to or with somebody (PLOVER)."""

    kind: Literal["event"] = "event"
    id: str
    type: EventType
    mode: str | None
    status: Status
    actors: list[str]
    recipients: list[str]
    initiator: list[str]
    date: str | None
    place: str | None
    forum: str | None
    duration_minutes: float | None
    topics: list[str]
    content: list[EvidenceItem] | None
    condition: list[EvidenceItem] | None
    consequence: list[EvidenceItem] | None
    deadline: DeadlineItem | None
    statement: str | None
    quad: str
    intensity: float
    cameo: str | None
    evidence: list[EvidenceItem]
    history: list[HistoryItem]
    reports: list[ReportItem]
    readouts: list[ReadoutItem] = Field(default=[], description="Of a contact: what its parties say was said in it.")
    unreported_as_of: str | None = Field(
        default=None,
        description="Of talks whose day has passed without a report of them: the day of the newest article (EDTF).",
    )
