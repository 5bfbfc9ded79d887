"""What an analyst's judgements do to the record: links between readings, names and types, and what became of each.

One rule: a pure function of judgements and readings. A judgement that finds nothing to hold on to, or that another
one forbids, is kept and says so; none is dropped or bent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Literal

from sitroom.judgements import Judgement, in_order, undone
from sitroom.link.anchors import Anchors
from sitroom.model import AnnotatedArticle, Link, Producer

State = Literal["in force", "undone", "without effect"]
MOST_APART = 100
"""Readings of a side that ``not-same`` keeps apart one by one; further ones are kept apart through these."""
_JOINING = frozenset({"merge", "pin"})


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a judgement; ``note`` says by whom it was undone, or why it has no effect.

    ``members`` are annotation ids of the readings that its subjects are today.
    """

    judgement: Judgement
    state: State
    note: str = ""
    members: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """What an analyst calls an actor; ``None`` leaves it as it was read."""

    name: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Corrections:
    """Judgements brought to today's readings: of the live ones the members of their subjects, and their links."""

    judgements: tuple[Judgement, ...] = ()
    members: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()

    def amendments(self, home: Mapping[str, str]) -> dict[str, Amendment]:
        """Names and types by actor id, the latest judgement's; ``home`` gives each reading's actor."""
        found: dict[str, Amendment] = {}
        for judgement, actor in self._amending(home):
            before = found.get(actor, Amendment())
            named = judgement.act == "rename"
            found[actor] = Amendment(judgement.value, before.type) if named else Amendment(before.name, judgement.value)
        return found

    def fates(self, home: Mapping[str, str]) -> list[Fate]:
        """What became of each judgement, in the order of time; ``home`` gives each reading's item."""
        taken_back = undone(list(self.judgements))
        latest: dict[tuple[str, str], Judgement] = {(j.act, actor): j for j, actor in self._amending(home)}
        return [self._fate(j, taken_back.get(j.id), home, latest) for j in self.judgements]

    def _amending(self, home: Mapping[str, str]) -> Iterator[tuple[Judgement, str]]:
        for judgement in self.judgements:
            members = self.members.get(judgement.id, ())
            if judgement.act in ("rename", "type") and members and (actor := _most(members[0], home)):
                yield judgement, actor

    def _fate(
        self,
        judgement: Judgement,
        by: Judgement | None,
        home: Mapping[str, str],
        latest: Mapping[tuple[str, str], Judgement],
    ) -> Fate:
        if by is not None:
            return Fate(judgement, "undone", f"by {by.by} on {by.at[:10]}: {by.reason}")
        if judgement.act == "undo":
            return Fate(judgement, "in force")
        members = self.members[judgement.id]
        missing = [s for s, found in zip(judgement.about, members, strict=True) if not found]
        if missing:
            return Fate(judgement, "without effect", f"nothing is read as {missing[0].name} here", members)
        note = self._why_not(judgement, members, home, latest)
        return Fate(judgement, "without effect" if note else "in force", note, members)

    def _why_not(
        self,
        judgement: Judgement,
        members: tuple[tuple[str, ...], ...],
        home: Mapping[str, str],
        latest: Mapping[tuple[str, str], Judgement],
    ) -> str:
        homes = [{home[m] for m in found if m in home} for found in members]
        if judgement.act in _JOINING:
            return "" if len(set().union(*homes)) == 1 else "another judgement keeps them apart"
        if judgement.act in ("rename", "type"):
            over = latest.get((judgement.act, _most(members[0], home) or ""))
            return "" if over == judgement else f"a later judgement replaces it ({over.id if over else 'none'})"
        return "" if homes[0].isdisjoint(homes[1]) else "they are one reading now"


def correct(judgements: Sequence[Judgement], articles: Sequence[AnnotatedArticle]) -> Corrections:
    """The judgements on these readings; those that are taken back make no links."""
    ordered = in_order(list(judgements))
    if not ordered:
        return Corrections()
    anchors, taken_back = Anchors(articles), undone(ordered)
    live = [j for j in ordered if j.id not in taken_back and j.act != "undo"]
    members = {j.id: tuple(tuple(anchors.members(s)) for s in j.about) for j in live}
    links = [link for j in live for link in _links(j, members[j.id])]
    return Corrections(tuple(ordered), members, tuple(dict.fromkeys(links)))


def _links(judgement: Judgement, members: tuple[tuple[str, ...], ...]) -> Iterator[Link]:
    if not all(members):
        return
    if judgement.act in _JOINING:
        yield from _one(judgement, [m for found in members for m in found])
    elif judgement.act == "split":
        for found in members:
            yield from _one(judgement, found)
        yield from _apart(judgement, members)
    elif judgement.act == "not-same":
        yield from _apart(judgement, members)


def _one(judgement: Judgement, members: Sequence[str]) -> Iterator[Link]:
    ordered = sorted(set(members))
    for other in ordered[1:]:
        yield _link(judgement, ordered[0], other, "same")


def _apart(judgement: Judgement, members: tuple[tuple[str, ...], ...]) -> Iterator[Link]:
    first, second = ([*sorted(set(found))[:MOST_APART]] for found in members)
    for one, other in product(first, second):
        if one != other:
            yield _link(judgement, one, other, "different")


def _link(judgement: Judgement, one: str, other: str, said: Literal["same", "different"]) -> Link:
    a, b = sorted((one, other))
    return Link(a, b, said, 1.0, judgement.reason, Producer(judgement.by, judgement.id, analyst=True))


def _most(members: Sequence[str], home: Mapping[str, str]) -> str | None:
    """The item that most of the readings are part of; of equals the one of the earliest of them."""
    counts = Counter(home[m] for m in members if m in home)
    return max(counts, key=lambda key: counts[key]) if counts else None
