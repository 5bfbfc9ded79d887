"""The parties' readouts of a contact beside each other: what both tell, what one alone tells, where they conflict.

One rule: a point stands on the word of whoever tells it; words that a reporter gives without a source are nobody's
readout.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitroom.link.words import Rarity, negated, terms
from sitroom.record import ActorItem, EventItem, EvidenceItem, ReadoutItem, Record, StatementItem
from sitroom.values import same_time
from sitroom.views.assembly import sorted_evidence
from sitroom.views.lookup import Lookup

ALIKE = 0.35
"""Likeness of contents from which on two points tell the like."""
OPPOSED = 0.5
"""Likeness from which on a negation in one of two points makes them contradict each other."""
REACH = 4000
"""Characters after the last mention of a contact in which a statement of its parties can be of it."""
_BETWEEN = frozenset({"agency", "outlet"})
"""Parts of a chain that pass words on and vouch for none."""


@dataclass(frozen=True, slots=True)
class Point:
    """One statement of what was said in a contact. ``teller`` is an actor, ``None`` where the reporter alone tells it.

    ``side`` is the teller's state, ``speakers`` the states of those who said it.
    """

    statement: StatementItem
    teller: str | None
    side: str | None
    speakers: frozenset[str]
    words: frozenset[str]
    negated: bool

    @property
    def at(self) -> int:
        """Where the words stand in their article."""
        return self.statement.evidence[0].start


def with_readouts(record: Record) -> list[EventItem]:
    """The record's events, those that are contacts with what their parties tell of them."""
    reader = _Reader(record)
    points = reader.points()
    rarity = Rarity(p.words for found in points.values() for p in found)
    return [
        event.model_copy(update={"readouts": _readouts(points[event.id], reader.sides(event), rarity)})
        if event.id in points
        else event
        for event in record.events
    ]


class _Reader:
    """Finds for each statement the contact in which it was said."""

    def __init__(self, record: Record) -> None:
        self.record, self.lookup = record, Lookup.of(record)
        self.by_id = {s.id: s for s in record.statements}
        held = [e for e in record.events if e.type == "CONSULT" and e.status in ("occurred", "ongoing")]
        self.by_article: dict[str, list[EventItem]] = defaultdict(list)
        for event in held:
            for article in sorted({e.article for e in event.evidence}):
                self.by_article[article].append(event)
        self._sides = {e.id: frozenset(self.side(x) for x in (*e.actors, *e.recipients)) for e in held}

    def side(self, actor: str) -> str:
        """The state that an actor acts for: its code, or the actor itself where it acts for none."""
        item = self.lookup.by_id.get(self.lookup.state(actor))
        own = self.lookup.by_id.get(actor)
        countries = [x.country for x in (own, item) if isinstance(x, ActorItem) and x.country]
        return countries[0] if countries else self.lookup.state(actor)

    def sides(self, event: EventItem) -> frozenset[str]:
        """The states of the participants."""
        return self._sides[event.id]

    def points(self) -> dict[str, list[Point]]:
        """What was said in each contact, by its id."""
        found: dict[str, list[Point]] = defaultdict(list)
        within = {s.nested_in for s in self.record.statements}
        for statement in self.record.statements:
            point = self._point(statement)
            if point and (contact := self._contact(point)) and statement.id not in within:
                found[contact.id].append(point)
        return found

    def _point(self, statement: StatementItem) -> Point | None:
        if not statement.who or not statement.evidence:
            return None
        text = " ".join(e.quote for e in statement.evidence)
        teller = self._teller(statement)
        return Point(
            statement,
            teller,
            self.side(teller) if teller else None,
            frozenset(self.side(x) for x in statement.who),
            terms(text),
            negated(text),
        )

    def _teller(self, statement: StatementItem) -> str | None:
        """On whose word it stands: the last of its chain who is no outlet, else who tells the statement around it."""
        for via in statement.via:
            if via.actor and via.role not in _BETWEEN:
                return via.actor
        outer = self.by_id.get(statement.nested_in or "")
        if outer is not None:
            return outer.speaker or outer.affiliation or self._teller(outer)
        return None

    def _contact(self, point: Point) -> EventItem | None:
        """The contact of the speaker with the one spoken to: the first that the paragraph names before the words, else
        the one that the article has told most of by then, of several the last.
        """
        statement = point.statement
        heard = frozenset(self.side(x) for x in statement.addressees)
        near = []
        for event in self.by_article[statement.article]:
            sides = self._sides[event.id]
            if not point.speakers <= sides or not self._within(point, heard, sides):
                continue
            if statement.date and event.date and not same_time(statement.date, event.date):
                continue
            starts = sorted(e.start for e in event.evidence if e.article == statement.article)
            before = [x for x in starts if x <= point.at]
            inside = [x for x in before if x >= self._paragraph(point)]
            if before and (inside or point.at - before[-1] <= REACH):
                near.append((not inside, inside[:1] or [-len(before), -before[-1]], event.id, event))
            elif heard and statement.date:
                near.append((True, [0, -starts[0]], event.id, event))
        return min(near, key=lambda x: x[:3])[3] if near else None

    def _paragraph(self, point: Point) -> int:
        article = self.lookup.article(point.statement.article)
        return article.text.rfind("\n", 0, point.at) + 1 if article else 0

    def _within(self, point: Point, heard: frozenset[str], sides: frozenset[str]) -> bool:
        """Whether the words were said within the contact: to its other side, on the line, or by both together."""
        if heard:
            return bool(heard & sides - point.speakers)
        return point.statement.channel == "call" or len(point.speakers) > 1


def _readouts(points: Sequence[Point], sides: frozenset[str], rarity: Rarity) -> list[ReadoutItem]:
    groups: list[list[Point]] = []
    for point in sorted(points, key=lambda p: (-len(p.words), p.statement.id)):
        home = next((g for g in groups if any(_same(point, other, rarity) for other in g)), None)
        if home is None:
            groups.append([point])
        else:
            home.append(point)
    made = [_item(group, sides, rarity) for group in groups]
    return sorted(made, key=lambda r: (_ORDER.index(r.verdict), r.evidence[0].article, r.evidence[0].start))


_ORDER = ("conflict", "both", "one-sided", "reported")


def _same(one: Point, other: Point, rarity: Rarity) -> bool:
    if one.speakers.isdisjoint(other.speakers):
        return False
    if one.statement.group and one.statement.group == other.statement.group:
        return True
    return rarity.likeness(one.words, other.words) >= ALIKE


def _against(one: Point, other: Point, rarity: Rarity) -> bool:
    """Whether one side tells nearly the same with a negation that the other lacks."""
    if not one.side or not other.side or one.side == other.side or one.negated == other.negated:
        return False
    return rarity.likeness(one.words, other.words) >= OPPOSED


def _item(group: Sequence[Point], sides: frozenset[str], rarity: Rarity) -> ReadoutItem:
    ordered = sorted(group, key=lambda p: (p.statement.article, p.at, p.statement.id))
    tellers = {p.side for p in ordered if p.side}
    verdict = "reported"
    if any(_against(a, b, rarity) for a in ordered for b in ordered):
        verdict = "conflict"
    elif len(tellers & sides) > 1:
        verdict = "both"
    elif len(tellers) == 1 and tellers <= sides and all(p.side for p in ordered):
        verdict = "one-sided"
    return ReadoutItem(
        speakers=list(dict.fromkeys(ordered[0].statement.who)),
        told_by=list(dict.fromkeys(p.teller for p in ordered if p.teller)),
        verdict=verdict,
        statements=[p.statement.id for p in ordered],
        evidence=_evidence(ordered),
    )


def _evidence(points: Iterable[Point]) -> list[EvidenceItem]:
    return sorted_evidence([e for p in points for e in p.statement.evidence])
