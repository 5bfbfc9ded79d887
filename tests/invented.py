"""Invented coverage without a parse: articles written as lists of what their lines tell.

The states are made up (Norland NL… codes XA, XB, XC), so that nothing here leans on the tables of facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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


def line(words: str, type_: str = "CONSULT", who: Sequence[str] = (), whom: Sequence[str] = (), **values: Any) -> Any:
    """One event mention: its words and what is read in them. ``condition`` is a piece of the words.

    ``inside`` says that the words stand within the line before.
    """
    return words, type_, tuple(who), tuple(whom), values


def report(name: str, published: str, *lines: Any, statements: Sequence[Any] = (), figures: Sequence[Any] = ()) -> Any:
    """An article that tells these lines, one a paragraph."""
    told = [x for x in lines if not x[4].get("inside")]
    text = "\n\n".join([*(x[0] for x in told), *(x[0] for x in statements), *(x[0] for x in figures)])
    found: dict[str, LocalActor] = {}

    def actor(label: str | None) -> str | None:
        if label is None:
            return None
        kind, country = ACTORS[label]
        subtype = "media" if label == "Daily Post" else None
        role = (Role("special envoy", None, Span(0, 1)),) if label == "Anna Arden" else ()
        found[label] = LocalActor(label, kind, label, Span(0, 1), subtype, f"x/{label}", country, role)  # type: ignore[arg-type]
        return label

    start, events = 0, []
    for words, type_, who, whom, values in lines:
        given = dict(values)
        inside = given.pop("inside", False)
        after = start
        if inside:
            start = text.rindex(words, 0, after)
        whole = Span(start, start + len(words))

        def piece(key: str, given: dict[str, Any] = given, words: str = words, start: int = start) -> Span | None:
            value = given.pop(key, None)
            at = words.index(value) + start if value else 0
            return Span(at, at + len(value)) if value else None

        trigger = piece("trigger") or whole
        beside = piece("at") or whole
        place = given.pop("place", None)
        at = words.find(place) if place else -1
        events.append(
            Event(
                key=f"e{len(events)}",
                type=type_,
                trigger=trigger,
                evidence=piece("evidence") or whole,
                status=given.pop("status", "occurred"),
                actors=tuple(Argument(beside, actor(x)) for x in who),
                recipients=tuple(Argument(beside, actor(x)) for x in whom),
                initiator=tuple(Argument(whole, actor(x)) for x in given.pop("initiator", ())),
                place=Span(start + at, start + at + len(place)) if at >= 0 else None,
                place_actor=actor(place) if place else None,
                forum=actor(given.pop("forum", None)),
                condition=piece("condition"),
                content=piece("content"),
                **given,
            )
        )
        start = after if inside else start + len(words) + 2
    said = []
    for words, speaker, teller, *heard in statements:
        whole = Span(start, start + len(words))
        via = (Via(teller, whole, actor(teller), "spokesperson"),) if teller else ()
        said.append(
            Statement(
                f"s{len(said)}",
                (whole,),
                "indirect",
                None,
                None,
                actor(speaker),
                named=True,
                via=via,
                addressees=tuple(x for name in heard if (x := actor(name))),
            )
        )
        start += len(words) + 2
    counted = []
    for words, low, high, modifier in figures:
        counted.append(
            Figure(f"f{len(counted)}", Span(start, start + len(words)), low, high, None, modifier, "people killed")
        )
        start += len(words) + 2
    article = Article(id=name, path=f"{name}.txt", text=text, outlet=name, published=published, published_from="given")
    return AnnotatedArticle(
        article,
        actors=tuple(found.values()),
        mentions=tuple(
            Mention(x.span, x.type, "name", x.key, x.span) for x in found.values() if x.key != "Arland envoy"
        ),
        statements=tuple(said),
        events=tuple(events),
        figures=tuple(counted),
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
