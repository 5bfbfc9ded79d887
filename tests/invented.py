"""Invented coverage without a parse: articles written as lists of what their lines tell.

The states are made up (Norland NL… codes XA, XB, XC), so that nothing here leans on the tables of facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sitroom.link.clusters import actor_ids
from sitroom.link.events import judge
from sitroom.model import AnnotatedArticle, Argument, Article, Event, Figure, LocalActor, Mention, Role, Statement, Via
from sitroom.record import EventItem, Record
from sitroom.text import Span
from sitroom.views.assemble import assemble

ACTORS = {
    "Arland": ("country", "XA"), "Borland": ("country", "XB"), "Corland": ("country", "XC"),
    "Anna Arden": ("person", "XA"), "Adam Ash": ("person", "XA"), "Boris Berg": ("person", "XB"),
    "Bella Brook": ("person", "XB"), "Carl Crane": ("person", "XC"), "Arland officials": ("group", "XA"),
    "Borland officials": ("group", "XB"), "Lake Council": ("forum", None), "River Group": ("group", None),
    "Arland envoy": ("person", "XA"), "Hill Parliament": ("organization", "XA"), "Daily Post": ("organization", None),
    "Lakeside": ("place", "XC"), "Portown": ("place", "XA"),
}  # fmt: skip


class Line(NamedTuple):
    """One event mention: its words and what is read in them."""

    words: str
    type: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    values: dict[str, Any]

    @property
    def inside(self) -> bool:
        """Whether the words stand within the line before."""
        return bool(self.values.get("inside"))


def line(words: str, type_: str = "CONSULT", who: Sequence[str] = (), whom: Sequence[str] = (), **values: Any) -> Line:
    """One event mention: its words and what is read in them. ``condition`` is a piece of the words.

    ``inside`` says that the words stand within the line before.
    """
    return Line(words, type_, tuple(who), tuple(whom), values)


class _Cast:
    """The actors of an article, in the order in which they come up."""

    def __init__(self) -> None:
        self.actors: dict[str, LocalActor] = {}

    def key(self, label: str | None) -> str | None:
        """The key of an actor, who is in the article from then on."""
        if label is None:
            return None
        kind, country = ACTORS[label]
        subtype = "media" if label == "Daily Post" else None
        role = (Role("special envoy", None, Span(0, 1)),) if label == "Anna Arden" else ()
        self.actors[label] = LocalActor(label, kind, label, Span(0, 1), subtype, f"x/{label}", country, role)  # type: ignore[arg-type]
        return label

    def arguments(self, at: Span, labels: Sequence[str]) -> tuple[Argument, ...]:
        """Participants that are named at a place."""
        return tuple(Argument(at, self.key(label)) for label in labels)


def report(
    name: str, published: str, *lines: Line, statements: Sequence[Any] = (), figures: Sequence[Any] = ()
) -> AnnotatedArticle:
    """An article that tells these lines, one a paragraph.

    A statement is its words, speaker and teller (or ``None``), then its addressees; a figure its words, least and
    greatest value, and modifier.
    """
    paragraphs = [x.words for x in lines if not x.inside] + [x[0] for x in (*statements, *figures)]
    text = "\n\n".join(paragraphs)
    cast, spans, events, end = _Cast(), _spans(paragraphs), list[Event](), 0
    for told in lines:
        if told.inside:
            start = text.rindex(told.words, 0, end)
            whole = Span(start, start + len(told.words))
        else:
            whole = next(spans)
            end = whole.end + len("\n\n")
        events.append(_event(f"e{len(events)}", whole, told, cast))
    said = tuple(_statement(f"s{i}", next(spans), cast, *x[1:]) for i, x in enumerate(statements))
    counted = tuple(
        Figure(f"f{i}", next(spans), low, high, None, modifier, "people killed")
        for i, (_, low, high, modifier) in enumerate(figures)
    )
    return AnnotatedArticle(
        Article(id=name, path=f"{name}.txt", text=text, outlet=name, published=published, published_from="given"),
        actors=tuple(cast.actors.values()),
        mentions=tuple(
            Mention(x.span, x.type, "name", x.key, x.span) for x in cast.actors.values() if x.key != "Arland envoy"
        ),
        statements=said,
        events=tuple(events),
        figures=counted,
    )


def _spans(paragraphs: Sequence[str]) -> Iterator[Span]:
    start = 0
    for words in paragraphs:
        yield Span(start, start + len(words))
        start += len(words) + len("\n\n")


def _event(key: str, whole: Span, told: Line, cast: _Cast) -> Event:
    given = {name: value for name, value in told.values.items() if name != "inside"}

    def piece(name: str) -> Span | None:
        value = given.pop(name, None)
        at = told.words.index(value) + whole.start if value else 0
        return Span(at, at + len(value)) if value else None

    beside = piece("at") or whole
    place = given.pop("place", None)
    at = told.words.find(place) if place else -1
    return Event(
        key=key,
        type=told.type,  # type: ignore[arg-type]
        trigger=piece("trigger") or whole,
        evidence=piece("evidence") or whole,
        status=given.pop("status", "occurred"),
        actors=cast.arguments(beside, told.who),
        recipients=cast.arguments(beside, told.whom),
        initiator=cast.arguments(whole, given.pop("initiator", ())),
        place=Span(whole.start + at, whole.start + at + len(place)) if at >= 0 else None,
        place_actor=cast.key(place) if place else None,
        forum=cast.key(given.pop("forum", None)),
        condition=piece("condition"),
        content=piece("content"),
        **given,
    )


def _statement(key: str, whole: Span, cast: _Cast, speaker: str | None, teller: str | None, *heard: str) -> Statement:
    via = (Via(teller, whole, cast.key(teller), "spokesperson"),) if teller else ()
    return Statement(
        key,
        (whole,),
        "indirect",
        None,
        None,
        cast.key(speaker),
        named=True,
        via=via,
        addressees=tuple(x for name in heard if (x := cast.key(name))),
    )


def record(*articles: AnnotatedArticle) -> Record:
    """The record of invented articles."""
    links = judge(articles, actor_ids(articles, []))
    return assemble(articles, links)


def contacts(made: Record) -> list[tuple[str | None, set[str]]]:
    """Date and parties' names of the contacts, in order."""
    return _shown(made, [e for e in made.events if e.type == "CONSULT" and e.status in ("occurred", "ongoing")])


def _shown(made: Record, events: list[EventItem]) -> list[tuple[str | None, set[str]]]:
    names = {a.id: a.name for a in made.actors}
    shown = [(e.date, {names[x] for x in (*e.actors, *e.recipients)}) for e in events]
    return sorted(shown, key=lambda x: (x[0] or "", sorted(x[1])))


def agenda(made: Record) -> list[tuple[str | None, set[str]]]:
    """Date and parties' names of talks that some report has ahead, in order."""
    ahead = {"scheduled", "proposed", "cancelled"}
    return _shown(
        made, [e for e in made.events if e.type == "CONSULT" and ahead & {e.status, *(r.status for r in e.reports)}]
    )


def differences(made: Record) -> list[tuple[str, str, list[str]]]:
    """Field, verdict and values of the disagreements, in order."""
    return sorted((d.field, d.verdict, [v.value for v in d.values]) for d in made.disagreements)
