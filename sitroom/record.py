"""The record: the objects of the two outputs, exactly as they are printed.

Output 1 is one :class:`AnnotationLine` an article (``sitroom annotate``), offsets into the file's decoded
text. Output 2 is the whole record, one item a line, ``kind`` first (``sitroom export --format jsonl``).
One rule: no field here holds anything that its evidence does not carry; ``None`` means that the text
gives none. Dates are EDTF. Actor fields hold ids of actors.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

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
    ViaRole,
)

Pair = tuple[int, int]
Condition = Literal["date", "place", "participants", "initiator", "duration", "value", "status", "account"]
Verdict = Literal["conflict", "compatible", "self-contradiction", "one-sided"]


class Item(BaseModel):
    """Base of all objects of the outputs: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def line(self) -> dict[str, Any]:
        """The object as JSON's own types, in the order of its fields."""
        return self.model_dump(mode="json", by_alias=True)


class EvidenceItem(Item):
    """Words of an article: half-open code-point offsets into its canonical text, and the text between."""

    article: str
    start: int
    end: int
    quote: str


# output 2 -----------------------------------------------------------------------------------------------


class ArticleItem(Item):
    """One published text from one outlet."""

    kind: Literal["article"] = "article"
    id: str
    path: str
    url: str | None
    outlet: str | None
    title: str | None
    authors: list[str]
    published: str | None
    published_from: PublishedFrom
    modified: str | None
    retrieved: str | None
    language: str | None
    text: str
    origin: str | None


class AliasItem(Item):
    """One surface form of an actor, with the articles that use it."""

    text: str
    articles: list[str]
    evidence: list[EvidenceItem]


class RoleItem(Item):
    """An office as stated: ``of`` is an actor id; ``from``/``to`` EDTF where the text gives them."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    title: str
    of: str | None
    from_: str | None = Field(alias="from")
    to: str | None
    evidence: list[EvidenceItem]


class ActorItem(Item):
    """One real-world person, state, organisation, group, forum, agreement or place, under all its names."""

    kind: Literal["actor"] = "actor"
    id: str
    name: str
    type: ActorType
    subtype: str | None
    country: str | None
    aliases: list[AliasItem]
    roles: list[RoleItem]
    wikidata: str | None


class ViaItem(Item):
    """One link of the chain between the words and the reader."""

    text: str
    actor: str | None
    role: ViaRole


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
    evidence: list[EvidenceItem] = []
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
    field: Condition
    values: list[ValueItem]
    verdict: Verdict
    note: str | None


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


RecordItem = Annotated[
    ArticleItem | ActorItem | StatementItem | EventItem | FigureItem | DisagreementItem | TriggerItem | TimelineItem,
    Field(discriminator="kind"),
]


class Record(Item):
    """The whole record of a store or of one story, every list in its printed order."""

    articles: list[ArticleItem] = []
    actors: list[ActorItem] = []
    statements: list[StatementItem] = []
    events: list[EventItem] = []
    figures: list[FigureItem] = []
    disagreements: list[DisagreementItem] = []
    triggers: list[TriggerItem] = []
    timeline: list[TimelineItem] = []

    def items(self) -> list[Item]:
        """All items in the order of the export."""
        return [
            *self.articles, *self.actors, *self.statements, *self.events,
            *self.figures, *self.disagreements, *self.triggers, *self.timeline,
        ]  # fmt: skip


# output 1 -----------------------------------------------------------------------------------------------


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
