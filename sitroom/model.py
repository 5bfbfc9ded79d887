"""The types a newcomer learns: article, annotations (readings of its text), links (judgements about readings).

One rule: everything here is frozen data. An annotation's id is a hash of what it says and of the words
it rests on, never of who said it when.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from sitroom.text import Evidence, Span

PublishedFrom = Literal["metadata", "url", "dateline", "text", "inferred", "given", "unknown"]
ActorType = Literal["person", "country", "organization", "group", "forum", "agreement", "place"]
MentionForm = Literal["name", "nominal", "pronoun"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementKind = Literal["direct", "indirect", "mixed"]
SourceType = Literal["named", "unnamed", "collective", "hearsay"]
Channel = Literal["call", "briefing", "interview", "readout", "statement", "social", "speech", "document"]
Claim = Literal["assertion", "forecast", "denial", "confirmation", "no_comment", "question"]
ViaRole = Literal["spokesperson", "agency", "outlet", "document", "official", "witness"]
Status = Literal["occurred", "ongoing", "scheduled", "proposed", "conditional", "denied", "cancelled", "forecast"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
POSITION_TYPES = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE", "ACCUSE"})
"""Event types that are speech acts: their status is that of the utterance."""


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits of a SHA-256 over the parts' JSON; the same on every machine."""
    text = json.dumps([plain(part) for part in parts], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def plain(value: object) -> Any:
    """Dataclasses, tuples and sets as JSON's own types."""
    if value is None or isinstance(value, (str, int)):
        return value
    if names := _field_names(type(value)):  # type: ignore[arg-type]
        return {name: plain(getattr(value, name)) for name in reversed(names)}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(item) for item in value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


@dataclass(frozen=True, slots=True)
class Article:
    """One published text from one outlet, under one canonical text that never changes.

    ``id`` is a hash of path-independent content (text, outlet, published as stated by the input), so the
    same page read twice is one article. ``published``, ``modified``, ``retrieved`` are EDTF or ``None``.
    ``path`` is the input's name, relative to the folder given. ``origin`` is the id of the article
    that this one copies in whole or large part.
    """

    id: str
    path: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: PublishedFrom = "unknown"
    modified: str | None = None
    retrieved: str | None = None
    language: str | None = None
    origin: str | None = None

    def evidence(self, span: Span) -> Evidence:
        """The words at a span."""
        return Evidence.of(self.id, self.text, span)


@dataclass(frozen=True, slots=True)
class Role:
    """An office or function as the text states it: ``title`` ("president"), ``of`` (an actor's key or ``None``)."""

    title: str
    of: str | None
    span: Span
    former: bool = False


@dataclass(frozen=True, slots=True)
class LocalActor:
    """One actor as one article knows it; ``key`` joins its mentions and is unique in the article.

    ``known`` is the key of the actor in the tables of facts ("country/UA", "person/joe-biden", "org/nato")
    or ``None``; ``name`` the best name the article gives (the table's name where known); ``country`` an
    ISO 3166-1 alpha-2 code or ``None``. ``span`` is the mention that names the actor best.
    """

    key: str
    type: ActorType
    name: str
    span: Span
    subtype: str | None = None
    known: str | None = None
    country: str | None = None
    roles: tuple[Role, ...] = ()

    @property
    def joint(self) -> bool:
        """Whether it is no actor of its own but stands for several ("both presidents")."""
        return self.subtype == "joint"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor: the whole phrase, title included. ``head`` is the name or noun in it.

    ``actor`` is the key of a :class:`LocalActor` of the same article.
    """

    span: Span
    type: ActorType
    form: MentionForm
    actor: str
    head: Span


@dataclass(frozen=True, slots=True)
class Time:
    """A calendar expression, duration or set.

    ``value`` and ``mod`` follow TIMEX3; ``edtf`` is ``None`` where nothing lands on the calendar.
    ``anchor`` says what it was resolved against ("published", "utterance", "previous", "none", or an EDTF
    date), ``rule`` by which rule.
    """

    span: Span
    type: TimeType
    value: str
    mod: str | None = None
    edtf: str | None = None
    anchor: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Via:
    """One link of the chain between the words and the reader; ``actor`` is a local key or ``None``."""

    text: str
    span: Span | None
    actor: str | None
    role: ViaRole


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody is reported as saying, writing or believing something (PolNeAR: source, cue, content).

    ``key`` names it within the article. Actors are local keys. ``speaker`` is ``None`` for unnamed
    sources, whose ``affiliation`` may be known. ``nested_in`` is the key of the statement around it.
    ``date`` is when it was said (EDTF), ``None`` where the text does not tell.
    """

    key: str
    content: tuple[Span, ...]
    kind: StatementKind
    cue: Span | None
    source: Span | None
    speaker: str | None = None
    speakers: tuple[str, ...] = ()
    named: bool = False
    source_type: SourceType = "named"
    terms: Span | None = None
    affiliation: str | None = None
    via: tuple[Via, ...] = ()
    addressees: tuple[str, ...] = ()
    channel: Channel | None = None
    date: str | None = None
    claim: Claim = "assertion"
    negated: bool = False
    hedges: tuple[str, ...] = ()
    nested_in: str | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant as the clause names it; ``actor`` is a local key, ``None`` for no known actor."""

    span: Span
    actor: str | None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when, as stated; ``edtf`` is ``None`` where it does not land on the calendar."""

    span: Span
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody did, does, will or might do something (PLOVER type and mode).

    ``trigger`` is the word that names the act, ``evidence`` the words the reading rests on (trigger with
    its arguments). ``actors``/``recipients`` as PLOVER has them. ``date`` is when it happened or will
    (EDTF). ``duration_minutes`` with ``duration_modifier`` as stated. ``polarity`` says whether the act
    follows ``if`` or ``unless`` the condition comes about. ``statement`` is the key of the statement
    that carries it, ``source`` the local actor on whose word it stands, ``None`` for the reporter's own.
    """

    key: str
    type: EventType
    trigger: Span
    evidence: Span
    status: Status
    mode: str | None = None
    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    initiator: tuple[Argument, ...] = ()
    date: str | None = None
    date_span: Span | None = None
    place: Span | None = None
    place_actor: str | None = None
    forum: str | None = None
    duration_minutes: float | None = None
    duration_modifier: str | None = None
    duration_span: Span | None = None
    topics: tuple[Span, ...] = ()
    content: Span | None = None
    condition: Span | None = None
    polarity: Literal["if", "unless"] | None = None
    consequence: Span | None = None
    deadline: Deadline | None = None
    statement: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the coverage puts on something.

    ``low``/``high`` hold the stated numbers alone (record.md's conventions). ``measure`` is a normalised
    noun phrase ("troops near border"), ``subject`` whose (text), ``scope`` and ``place`` text. ``source``
    is a local actor key. ``event`` is the key of the contact that a duration belongs to.
    """

    key: str
    span: Span
    low: float | None
    high: float | None
    unit: str | None
    modifier: str
    measure: str
    subject: str | None = None
    scope: str | None = None
    place: str | None = None
    as_of: str | None = None
    source: str | None = None
    via: tuple[Via, ...] = ()
    status: str = "observed"
    event: str | None = None


Annotation = LocalActor | Mention | Time | Statement | Event | Figure
"""The closed set of readings of a text."""

ANNOTATION_KINDS: dict[str, type[Annotation]] = {
    "actor": LocalActor,
    "mention": Mention,
    "time": Time,
    "statement": Statement,
    "event": Event,
    "figure": Figure,
}

KIND_FIELDS = {kind: f"{kind}s" for kind in ANNOTATION_KINDS}
"""Kind to the field of :class:`AnnotatedArticle` that holds it."""


def kind_of(annotation: Annotation) -> str:
    """The kind's name: actor, mention, time, statement, event or figure."""
    return next(name for name, cls in ANNOTATION_KINDS.items() if isinstance(annotation, cls))


@lru_cache(maxsize=1 << 16)  # linkers and views ask for the same ids again and again
def annotation_id(article_id: str, annotation: Annotation) -> str:
    """``kind-hash``, a hash of kind, article and values; globally unique and stable."""
    kind = kind_of(annotation)
    return f"{kind}-{digest(kind, article_id, annotation)}"


def spans_of(annotation: Annotation) -> tuple[Span, ...]:
    """Every span that the annotation rests on, in the order of its fields."""
    found: list[Span] = []
    waiting: list[object] = [annotation]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Span):
            found.append(value)
        elif isinstance(value, tuple):
            waiting.extend(reversed(value))
        elif names := _field_names(type(value)):  # type: ignore[arg-type]
            waiting.extend([getattr(value, name) for name in names])
    return tuple(found)


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass, last first; none of any other type."""
    return tuple(f.name for f in reversed(fields(kind))) if is_dataclass(kind) else ()


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with all readings of it; what linkers and views work on."""

    article: Article
    actors: tuple[LocalActor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()

    def annotations(self) -> tuple[Annotation, ...]:
        """All readings, actors first."""
        return (*self.actors, *self.mentions, *self.times, *self.statements, *self.events, *self.figures)

    def id_of(self, annotation: Annotation) -> str:
        """The annotation's id."""
        return annotation_id(self.article.id, annotation)


@dataclass(frozen=True, slots=True)
class Producer:
    """Who made a reading or a judgement: a step or linker with its version, or an analyst by name."""

    name: str
    version: str = "1"
    analyst: bool = False

    def __str__(self) -> str:
        return f"analyst:{self.name}" if self.analyst else f"{self.name}@{self.version}"


@dataclass(frozen=True, slots=True)
class Link:
    """A judgement that two annotations mean the same real-world thing, or do not.

    ``a`` and ``b`` are annotation ids, ``a < b``. ``score`` in [0, 1]. ``reason`` is in words for the
    user. A ``different`` of an analyst forbids a merge for good; ``withdrawn`` marks an undone judgement.
    """

    a: str
    b: str
    judgement: Literal["same", "different", "unsure"]
    score: float
    reason: str
    producer: Producer = field(default_factory=lambda: Producer("unknown"))
    withdrawn: bool = False
