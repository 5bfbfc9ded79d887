"""Why readings are one item, and why two are not: each link with its score and reason in words, and the judgements.

One rule: reasons are those that were given when the links were made; none is made up afterwards.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sitroom.errors import NotFoundError
from sitroom.link.anchors import Anchors, Reading
from sitroom.link.clusters import THRESHOLD, Clustering, actor_clustering, other_clustering
from sitroom.link.corrections import Fate
from sitroom.model import AnnotatedArticle, Event, Figure, Link, LocalActor, Statement
from sitroom.record import ActorItem, EventItem, EvidenceItem, FigureItem, StatementItem
from sitroom.text import Span
from sitroom.views.finding import Find
from sitroom.views.judged import about_item
from sitroom.views.judgements import in_words
from sitroom.views.lines import Detail, Group, Line, quotes
from sitroom.views.lookup import LEAST, Found, Lookup, bare, begins
from sitroom.views.phrases import event_title
from sitroom.views.wording import clip, counted, date_words, label, safe

Judged = ActorItem | EventItem | StatementItem | FigureItem
_MOST = 40


@dataclass(frozen=True)
class Reasons:
    """Readings with all links on them, the linkers' and the analysts', and what became of each judgement."""

    articles: Sequence[AnnotatedArticle]
    links: Sequence[Link]
    homes: Mapping[str, str]
    fates: Sequence[Fate]
    lookup: Lookup
    look_up: Find

    @cached_property
    def anchors(self) -> Anchors:
        """The readings by id."""
        return Anchors(self.articles)

    @cached_property
    def _actors(self) -> Clustering:
        return actor_clustering(self.articles, self.links)

    @cached_property
    def _others(self) -> Clustering:
        return other_clustering(self.articles, self.links)

    @cached_property
    def _of_home(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for member in sorted(self.homes):
            found.setdefault(self.homes[member], []).append(member)
        return found

    def members(self, item: Found) -> list[str]:
        """Ids of the readings that an item is made of; of a statement or figure those of all that are one with it."""
        return self._of_home.get(self.homes.get(item.id, item.id), [])

    def groups(self, item: Found) -> list[Group]:
        """Links and judgements behind an item, as groups of lines; none for what is made of no readings."""
        members = self.members(item)
        if not members:
            return []
        made = self._others if not isinstance(item, ActorItem) else self._actors
        inside = set(members)
        taken = [x for x in made.taken if x.a in inside]
        refused = [(x, by) for x, by in made.refused if inside & {x.a, x.b}]
        known = {(x.a, x.b, str(x.producer)) for x in (*taken, *(x for x, _ in refused))}
        weak = [x for x in self.links if inside & {x.a, x.b} and not inside >= {x.a, x.b}
                and x.judgement != "different" and (x.a, x.b, str(x.producer)) not in known]  # fmt: skip
        apart = [x for x in self.links if x.judgement == "different" and inside & {x.a, x.b}]
        return [
            Group("Judged by an analyst", tuple(Line(_fate_words(f)) for f in about_item(members, self.fates))),
            Group("Why these are one", tuple(self._link(x) for x in taken[:_MOST])),
            Group("What was not joined to it", tuple(self._refused(x, by) for x, by in _each(refused)[:_MOST])),
            Group("What is kept apart from it", tuple(self._link(x) for x in _by_other(apart, inside)[:_MOST])),
            Group("Alike, but not enough", tuple(self._link(x) for x in weak[:_MOST] if x.score < THRESHOLD)),
        ]

    def one(self, asked: str) -> Detail:
        """Why what is asked for is one item: its readings, the links between them, the judgements.

        Raises:
            NotFoundError: there is none, or several, or it is of a kind that is not made of readings.
        """
        item, reading = self.find(asked)
        members = self.members(item)
        articles = len({self.anchors.readings[m][0].article.id for m in members})
        fields = [("made of", f"{counted(len(members), 'reading')} in {counted(articles, 'article')}")]
        if reading:
            fields.append(("this reading", f"{self._words(reading)}, {reading}"))
        if len(members) == 1:
            fields.append(("alone", "no other reading was found to be the same"))
        shown = tuple(self._member(m) for m in members[: _MOST * 5])
        groups = [*self.groups(item), Group("What it is made of", shown)]
        return Detail(
            item.kind, item.id, f"Why: {self._title(item)}", tuple(fields), tuple(g for g in groups if g.lines)
        )

    def two(self, first: str, second: str) -> Detail:
        """Why two are one, by which links; or why they are not, and in what they differ.

        Raises:
            NotFoundError: one of them is none, or several, or of a kind that is not made of readings.
        """
        (one, one_reading), (other, other_reading) = self.find(first), self.find(second)
        sides = (self.members(one), self.members(other))
        if sides[0] == sides[1]:
            return self._are_one(one, one_reading, other_reading)
        title = f"Why not one: {self._title(one)} / {self._title(other)}"
        fields: list[tuple[str, str]] = []
        if one.kind != other.kind:
            fields.append(("kinds", f"{one.kind} / {other.kind}"))
        else:
            fields += self._differences(one, other)
        left, right = set(sides[0]), set(sides[1])
        across = [x for x in self.links if (x.a in left and x.b in right) or (x.a in right and x.b in left)]
        refused = [
            (x, by) for x, by in (*self._actors.refused, *self._others.refused)
            if {self.homes.get(x.a), self.homes.get(x.b)} == {self.homes[sides[0][0]], self.homes[sides[1][0]]}
        ]  # fmt: skip
        groups = [
            Group("Judged by an analyst", tuple(
                Line(_fate_words(f)) for f in self.fates
                if f.state == "in force" and f.judgement.act in ("not-same", "split")
                and left & {m for x in f.members for m in x} and right & {m for x in f.members for m in x})),
            Group("What keeps them apart", tuple(self._link(x) for x in across if x.judgement == "different")[:_MOST]),
            Group("What speaks for one, and was not heeded", tuple(
                [self._refused(x, by) for x, by in _each(refused)]
                + [self._link(x) for x in across if x.judgement != "different" and x.score < THRESHOLD])[:_MOST]),
        ]  # fmt: skip
        shown = tuple(g for g in groups if g.lines)
        if not shown:
            shown = (Group("Links", (Line("no linker found enough in common to compare or join them"),)),)
        return Detail(one.kind, f"{one.id} / {other.id}", title, tuple(fields), shown)

    def find(self, asked: str) -> tuple[Judged, str | None]:
        """The item, and the reading's id where one was asked for."""
        key = asked.strip().lower()
        ids = [m for m in self.homes if key and len(bare(key)) >= LEAST and begins(m, key)]
        reading = ids[0] if len(ids) == 1 and ids[0] not in self.lookup.by_id else None
        item = self.look_up(asked, None)
        if not isinstance(item, Judged):
            raise NotFoundError(f"{safe(asked)!r} is {item.kind} {item.id}: `sitroom show` tells what it rests on")
        return item, reading

    def _are_one(self, item: Judged, start: str | None, end: str | None) -> Detail:
        fields = (("one", f"both are {self._title(item)}"),)
        path = self._path(start, end) if start and end else []
        if not path:
            shown = self.groups(item)
            return Detail(item.kind, item.id, "Why one", fields, tuple(g for g in shown if g.lines))
        return Detail(item.kind, item.id, "Why one", fields, (Group("By way of", tuple(map(self._link, path))),))

    def _path(self, start: str, end: str) -> list[Link]:
        """The links that lead from one reading to another."""
        near: dict[str, list[tuple[str, Link]]] = {}
        for link in (*self._actors.taken, *self._others.taken):
            near.setdefault(link.a, []).append((link.b, link))
            near.setdefault(link.b, []).append((link.a, link))
        came: dict[str, tuple[str, Link] | None] = {start: None}
        waiting = deque([start])
        while waiting:
            at = waiting.popleft()
            for other, link in near.get(at, []):
                if other not in came:
                    came[other] = (at, link)
                    waiting.append(other)
        path: list[Link] = []
        at = end
        while step := came.get(at):
            at = step[0]
            path.append(step[1])
        return path[::-1]

    def _differences(self, one: Judged, other: Judged) -> list[tuple[str, str]]:
        return [
            (name, f"{a or 'not told'} / {b or 'not told'}")
            for (name, a), (_, b) in zip(self._facts(one), self._facts(other), strict=True)
            if a != b
        ]

    def _facts(self, item: Judged) -> list[tuple[str, str]]:
        lookup = self.lookup
        if isinstance(item, ActorItem):
            return [("name", safe(item.name)), ("type", item.type), ("country", item.country or "")]
        if isinstance(item, EventItem):
            parties = lookup.names(sorted({*item.actors, *item.recipients}, key=lookup.name))
            return [
                ("type", item.type), ("mode", item.mode or ""), ("status", label("statuses", item.status)),
                ("date", date_words(item.date)), ("parties", parties), ("place", safe(item.place or "")),
            ]  # fmt: skip
        if isinstance(item, StatementItem):
            return [("speaker", lookup.name(item.speaker)), ("date", date_words(item.date))]
        facts = ("measure", "subject", "scope", "place", "unit", "as_of")
        return [(name.replace("_", " "), safe(str(getattr(item, name) or ""))) for name in facts]

    def _title(self, item: Judged) -> str:
        if isinstance(item, ActorItem):
            return safe(item.name)
        if isinstance(item, EventItem):
            day = date_words(item.date)
            return event_title(item, self.lookup) + (f", {day}" if day else "")
        return f"“{clip(item.evidence[0].quote, 80)}”" if item.evidence else item.id

    def _member(self, member: str) -> Line:
        annotated, reading = self.anchors.readings[member]
        span = _span(reading)
        text = annotated.article.text
        evidence = EvidenceItem(article=annotated.article.id, start=span.start, end=span.end, quote=span.of(text))
        return Line(f"{bare(member)}: {_said(reading)}", quotes([evidence], self.lookup))

    def _link(self, link: Link) -> Line:
        pair = f"{self._words(link.a)} {'and' if link.judgement == 'same' else 'is not'} {self._words(link.b)}"
        return Line(f"{pair}: {safe(link.reason)} ({_whose(link)})")

    def _refused(self, link: Link, by: Link) -> Line:
        why = f"{self._words(by.a)} is not {self._words(by.b)}, {safe(by.reason)}"
        return Line(f"{self._link(link).text}, but {why} ({_whose(by)})")

    def _words(self, member: str) -> str:
        if member not in self.anchors.readings:
            return member
        annotated, reading = self.anchors.readings[member]
        words = clip(_span(reading).of(annotated.article.text), 60)
        return f"“{words}” ({self.lookup.outlet(annotated.article.id)})"


def _whose(link: Link) -> str:
    name = safe(link.producer.name)
    return f"judged by {name}" if link.producer.analyst else f"score {link.score:.2f}, {name}"


def _span(reading: Reading) -> Span:
    if isinstance(reading, Event):
        return reading.evidence
    if isinstance(reading, Statement):
        return reading.content[0]
    return reading.span


def _said(reading: Reading) -> str:
    """What was read in the words."""
    if isinstance(reading, LocalActor):
        entry = f", in the tables as {reading.known}" if reading.known else ""
        return f"{safe(reading.name)}, {reading.type}{entry}"
    if isinstance(reading, Event):
        day = f", {date_words(reading.date)}" if reading.date else ""
        return f"{reading.type}, {label('statuses', reading.status)}{day}"
    if isinstance(reading, Figure):
        return safe(reading.measure)
    return f"{reading.kind} statement"


def _fate_words(fate: Fate) -> str:
    return f"{in_words(fate.judgement)}, {fate.judgement.at[:10]}"


def _each(refused: Iterable[tuple[Link, Link]]) -> list[tuple[Link, Link]]:
    """One refusal for each pair."""
    return list({(x.a, x.b): (x, by) for x, by in refused}.values())


def _by_other(links: Iterable[Link], inside: set[str]) -> list[Link]:
    """One link for each reading outside, an analyst's before a linker's."""
    ordered = sorted(links, key=lambda x: (not x.producer.analyst, x.a, x.b))
    return list({(x.b if x.a in inside else x.a): x for x in reversed(ordered)}.values())[::-1]
