"""Narrowing a record: what it is about, who, which outlet, from when to when.

One rule: what is left of a record is what matches and the articles and actors that it names. A
disagreement stays whole, for half of it is none.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from pydantic import BaseModel

from sitroom import resources
from sitroom.errors import NotFoundError, ValueFormatError
from sitroom.record import (
    ArticleItem,
    DisagreementItem,
    EventItem,
    EvidenceItem,
    FigureItem,
    Record,
    StatementItem,
    TriggerItem,
)
from sitroom.values import Bounds, bounds
from sitroom.views.lookup import Lookup
from sitroom.views.matching import Words, folded
from sitroom.views.near import near_words
from sitroom.views.wording import safe

_ACTOR_FIELDS = frozenset(
    {"actor", "target", "speaker", "speakers", "affiliation", "addressees", "actors", "recipients", "initiator",
     "participants", "source", "of", "told_by"}
)  # fmt: skip
_WORD_FIELDS = ("measure", "subject", "scope", "place", "forum", "what", "source_text")
_ItemT = TypeVar("_ItemT", ArticleItem, StatementItem, EventItem, FigureItem, DisagreementItem, TriggerItem)


@dataclass(frozen=True, slots=True)
class Filter:
    """What to keep; ``None`` keeps all.

    ``about``: words that must all stand in the item or in its evidence, in any form, those within quotation marks in a
    row; of a statement in what was said, with the names of the actors that it speaks of. ``actor``: a name, alias or id
    (start); of a state also the people and bodies that act for it. ``outlet``: part of its name or of
    the file's. ``since`` and ``until``: EDTF, both included; what has no date of its own is taken by
    the days of publication of its articles.
    """

    about: str | None = None
    actor: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None

    def __bool__(self) -> bool:
        return any((self.about, self.actor, self.outlet, self.since, self.until))


def narrow(record: Record, wanted: Filter) -> Record:
    """The part of the record that the filter keeps; the record itself where the filter asks for nothing.

    Raises:
        NotFoundError: no actor or outlet of that name.
        ValueFormatError: ``since`` or ``until`` is no EDTF date.
    """
    if not wanted:
        return record
    narrowing = _Narrowing.of(record, wanted)
    statements = narrowing.keep(record.statements)
    events = [narrowing.cut_reports(event) for event in narrowing.keep(record.events)]
    figures = narrowing.keep(record.figures)
    ids = {item.id for items in (statements, events, figures) for item in items}
    kept = Record(
        statements=statements,
        events=events,
        figures=figures,
        disagreements=[d for d in record.disagreements if d.about.id in ids or narrowing.matches(d)],
        triggers=[
            t for t in record.triggers if any(c.event in ids for c in t.commitments) or narrowing.matches(t)
        ],
        timeline=[t for t in record.timeline if any(r.id in ids for r in t.items)],
    )  # fmt: skip
    articles = {e.article for item in kept.items() for e in evidence_in(item)}
    if wanted.actor is None:
        articles |= {a.id for a in narrowing.keep(record.articles)}
    actors = {id_ for item in kept.items() for id_ in actors_in(item)} | narrowing.actors
    if wanted == Filter(outlet=wanted.outlet):
        actors |= {a.id for a in record.actors if any(articles & set(alias.articles) for alias in a.aliases)}
    return kept.model_copy(
        update={
            "articles": [a for a in record.articles if a.id in articles],
            "actors": [a for a in record.actors if a.id in actors],
        }
    )


def evidence_in(value: object) -> Iterator[EvidenceItem]:
    """Every piece of evidence within an item, in the order of its fields."""
    if isinstance(value, EvidenceItem):
        yield value
    elif isinstance(value, BaseModel):
        for name in _fields(type(value)):
            held = getattr(value, name)
            if isinstance(held, (list, BaseModel)):
                yield from evidence_in(held)
    elif isinstance(value, list):
        for one in value:
            yield from evidence_in(one)


def actors_in(value: object, field: str = "") -> Iterator[str]:
    """The id of every actor that an item names, in the order of its fields."""
    if isinstance(value, str) and field in _ACTOR_FIELDS:
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from actors_in(one, field)
    elif isinstance(value, BaseModel) and not isinstance(value, EvidenceItem):
        for name in _fields(type(value)):
            held = getattr(value, name)
            if held and (name in _ACTOR_FIELDS or isinstance(held, (list, BaseModel))):
                yield from actors_in(held, name)


@cache
def _fields(kind: type[BaseModel]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


def find_actors(lookup: Lookup, name: str) -> set[str]:
    """Actors of that name, alias or id, else those whose name has all its words; with those who act for a state.

    The name of a place is also its state's where the reports call the state so ("Moscow").

    Raises:
        NotFoundError: there is none.
    """
    found = called_so(lookup, name)
    return found | {a.id for a in lookup.record.actors if lookup.state(a.id) in found}


def called_so(lookup: Lookup, name: str) -> set[str]:
    """Actors of that name, alias or id, else those whose name has all its words, and no others.

    Raises:
        NotFoundError: there is none.
    """
    wanted, actors = folded(name), lookup.record.actors
    names = {a.id: {folded(a.name), *(folded(alias.text) for alias in a.aliases)} for a in actors}
    so_called = {id_ for id_, known in names.items() if wanted in known}
    found = {a.id for a in actors if wanted in (folded(a.name), a.id.lower())}
    found |= so_called & {lookup.state(a.id) for a in actors if a.id in found and a.type == "place"}
    found = found or so_called
    found = found or {a.id for a in actors if a.subtype != "unnamed" and _has_words(folded(a.name), wanted)}
    found = found or {id_ for id_, known in names.items() if any(_has_words(text, wanted) for text in known)}
    found = found or {a.id for a in actors if len(wanted) >= 4 and a.id.split("-", 1)[-1].lower().startswith(wanted)}
    if not found:
        known = [
            (text, a.name) for a in actors if a.subtype != "unnamed" for text in (a.name, *(x.text for x in a.aliases))
        ]
        raise NotFoundError(
            f"no actor is called {safe(name)!r}{near_words(name, known) or ';'} `sitroom actors` lists them"
        )
    return found


def _has_words(text: str, wanted: str) -> bool:
    words = set(wanted.split())
    return words <= set(text.split()) and not words <= set(resources.load("function_words")["function"])


@dataclass(frozen=True)
class _Narrowing:
    """A filter made ready for one record."""

    lookup: Lookup
    words: Words
    actors: frozenset[str]
    articles: frozenset[str] | None
    days: Bounds | None

    @classmethod
    def of(cls, record: Record, wanted: Filter) -> _Narrowing:
        lookup = Lookup.of(record)
        return cls(
            lookup,
            Words.of(wanted.about or ""),
            frozenset(find_actors(lookup, wanted.actor)) if wanted.actor else frozenset(),
            _outlet_articles(record, wanted.outlet) if wanted.outlet else None,
            _days(wanted.since, wanted.until),
        )

    def keep(self, items: Iterable[_ItemT]) -> list[_ItemT]:
        return [item for item in items if self.matches(item)]

    def matches(self, item: _ItemT) -> bool:
        if self.actors and not isinstance(item, ArticleItem) and self.actors.isdisjoint(actors_in(item)):
            return False
        if self.articles is not None and not self.articles & _articles_of(item):
            return False
        if self.days is not None and not any(self.days.overlaps(day) for day in self._dates(item)):
            return False
        return not self.words or self.words.within(self._about(item))

    def _about(self, item: BaseModel) -> str:
        """The words that say what an item is about."""
        if isinstance(item, StatementItem):
            return " / ".join([*(e.quote for e in item.evidence), *self._names_in(item.evidence)])
        parts = [e.quote for e in evidence_in(item)]
        parts += [self.lookup.name(actor) for actor in actors_in(item)]
        parts += [
            str(getattr(item, name, None) or "") for name in ("measure", "subject", "scope", "place", "forum", "what")
        ]
        if isinstance(item, ArticleItem):
            parts += [item.title or "", item.text]
        return " / ".join(parts)

    def _names_in(self, evidence: Iterable[EvidenceItem]) -> list[str]:
        """Names of the actors that words speak of, also where they call them otherwise ("the alliance")."""
        spans = [(e.article, e.start, e.end) for e in evidence]
        return [
            name for article, start, end in spans for at, name in self._named.get(article, ()) if start <= at < end
        ]  # fmt: skip

    @cached_property
    def _named(self) -> dict[str, list[tuple[int, str]]]:
        """Where each article speaks of an actor."""
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for actor in self.lookup.record.actors:
            for alias in actor.aliases:
                for one in alias.evidence:
                    found[one.article].append((one.start, actor.name))
        return found

    def _dates(self, item: BaseModel) -> list[Bounds]:
        own = [getattr(item, name, None) for name in ("date", "as_of", "published")]
        dates = {date for date in (*own, *(r.date for r in getattr(item, "reports", []))) if date}
        if not dates:
            dates = {a.published for id_ in _articles_of(item) if (a := self.lookup.article(id_)) and a.published}
        return [span for date in dates if (span := bounds(date)) is not None]

    def cut_reports(self, event: EventItem) -> EventItem:
        """The event with the reports and the evidence of the wanted outlets alone."""
        if self.articles is None:
            return event
        return event.model_copy(
            update={
                "reports": [r for r in event.reports if r.article in self.articles],
                "evidence": [e for e in event.evidence if e.article in self.articles],
                "readouts": [r for r in event.readouts if {e.article for e in r.evidence} <= self.articles],
            }
        )


def _articles_of(item: BaseModel) -> set[str]:
    return {e.article for e in evidence_in(item)} or {getattr(item, "id", "")}


def _outlet_articles(record: Record, outlet: str) -> frozenset[str]:
    wanted = folded(outlet)
    found = frozenset(a.id for a in record.articles if wanted in folded(f"{a.outlet or ''} {a.path}"))
    if not found:
        known = [(a.outlet, a.outlet) for a in record.articles if a.outlet]
        raise NotFoundError(f"no article comes from an outlet called {safe(outlet)!r}{near_words(outlet, known)}")
    return found


def _days(since: str | None, until: str | None) -> Bounds | None:
    if not since and not until:
        return None
    try:
        first, last = bounds(since or None), bounds(until or None)
    except ValueFormatError as error:
        raise ValueFormatError(
            f"the first and the last day are dates such as 2021-12-09 or 2022-01 ({safe(str(error))})"
        ) from error
    return Bounds(first.first if first else dt.date.min, last.last if last else dt.date.max)


__all__ = ["Filter", "actors_in", "called_so", "evidence_in", "find_actors", "folded", "narrow"]
