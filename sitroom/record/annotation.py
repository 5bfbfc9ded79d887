"""Output 1: what was read in one file, one line a file.

One rule: offsets are into the file's decoded text, or into ``text`` where the line has one.
"""

from __future__ import annotations

from pydantic import Field

from sitroom.model import (
    ActorType,
    Channel,
    Claim,
    EventType,
    MentionForm,
    PublishedFrom,
    SourceType,
    StatementKind,
    Status,
    TimeType,
)
from sitroom.record.item import Item, ViaItem

Pair = tuple[int, int]


class TimeLine(Item):
    """A time expression of one file."""

    start: int
    end: int
    quote: str
    type: TimeType
    value: str
    mod: str | None
    edtf: str | None
    anchor: str | None
    rule: str


class MentionLine(Item):
    """A mention of an actor in one file."""

    start: int
    end: int
    quote: str
    type: ActorType
    form: MentionForm
    actor: str


class StatementLine(Item):
    """A statement of one file."""

    id: str
    spans: list[Pair]
    kind: StatementKind
    cue: Pair | None
    source: Pair | None
    speaker: str | None
    speakers: list[str]
    named: bool
    source_type: SourceType
    terms: Pair | None
    affiliation: str | None
    via: list[ViaItem]
    addressees: list[str]
    channel: Channel | None
    date: str | None
    claim: Claim
    negated: bool
    hedges: list[str]
    nested_in: str | None


class ArgumentLine(Item):
    """A participant as the clause names it."""

    start: int
    end: int
    actor: str | None


class EventLine(Item):
    """An event mention of one file."""

    trigger: Pair
    type: EventType
    mode: str | None
    status: Status
    actors: list[ArgumentLine]
    recipients: list[ArgumentLine]
    date: str | None
    place: str | None
    condition: Pair | None
    consequence: Pair | None
    content: Pair | None
    statement: str | None


class FigureLine(Item):
    """A figure of one file."""

    start: int
    end: int
    quote: str
    low: float | None
    high: float | None
    unit: str | None
    modifier: str
    measure: str
    subject: str | None
    scope: str | None
    as_of: str | None
    source: str | None
    status: str


class ActorLine(Item):
    """An actor of one file."""

    id: str
    name: str
    type: ActorType
    subtype: str | None
    aliases: list[str]


class AnnotationLine(Item):
    """Everything read in one file; offsets into its decoded text as it is on disk."""

    path: str
    published: str | None
    published_from: PublishedFrom
    times: list[TimeLine]
    mentions: list[MentionLine]
    statements: list[StatementLine]
    events: list[EventLine]
    figures: list[FigureLine]
    actors: list[ActorLine]
    text: str | None = Field(
        default=None,
        description="The text that the offsets refer to, where it is not the file's own (HTML pages).",
    )


class ErrorLine(Item):
    """A file that could not be read."""

    path: str
    error: str
