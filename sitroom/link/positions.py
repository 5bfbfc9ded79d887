"""Which mentions are one position: the same side's demand, threat, promise … of the same thing.

One rule: one holder's side, one kind, no target that excludes the other's, and the same act or thing spoken of; what
two reports do not both speak of is not one position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from sitroom import resources
from sitroom.link.concepts import Gist, gist, likeness
from sitroom.link.groups import Group
from sitroom.link.likely import Likely
from sitroom.link.parties import Parties
from sitroom.link.told import Told
from sitroom.link.words import Rarity, terms
from sitroom.model import Event
from sitroom.text import Span

ENOUGH = 0.6
"""Likeness of what two mentions speak of, from which on they are one position."""
BARE = 0.75
"""The same where neither names an act that the other names too."""
_CONDITION = 0.05
_MEMBERS = 8  # of a group that a mention is compared with
_NAME = 40  # code points of a phrase that names a party
_NO_TARGETS = frozenset({"place", "agreement", "forum"})
_SEVERAL = frozenset({"group", "organization"})


@dataclass(frozen=True, slots=True)
class Held:
    """A mention with what it speaks of and what it depends on."""

    told: Told
    about: Gist
    condition: Gist
    sides: frozenset[str]
    targets: frozenset[str]
    loose: bool


def positions(mentions: Iterable[Told], parties: Parties) -> list[Group]:
    """Group mentions of positions by holder's side, type and content."""
    blocks: dict[str, list[Told]] = defaultdict(list)
    for told in sorted(mentions, key=lambda t: t.id):
        blocks[told.event.type].append(told)
    return [group for kind in sorted(blocks) for group in _grouped(blocks[kind], parties)]


def _grouped(block: list[Told], parties: Parties) -> list[Group]:
    rarity = Rarity(terms(_content(t)) for t in block)
    held = [_held(t, parties) for t in block]
    weigh = {word: rarity.weight(word) for h in held for word in h.about.words}
    found: list[tuple[Group, list[Held]]] = []
    likely = Likely((h.about for h in held), weigh, ENOUGH - _CONDITION)
    # the fullest wording first, so that shorter repetitions gather around it
    for one in sorted(held, key=lambda h: (-_size(h.about), h.told.id)):
        scored = [(_nearest(one, found[n][1], weigh), -n) for n in likely.near(one.about, one.sides)]
        best, home = max(scored, default=(0.0, 0))
        if best > 0:
            group, members = found[-home]
            members.append(one)
            group.add(one.told, min(best, 0.99), "same side, same kind of position, of the same thing")
            continue
        found.append((Group.begun(one.told), [one]))
        likely.put(len(found) - 1, one.about, one.sides)
    return [group for group, _ in found]


def _size(about: Gist) -> int:
    return 2 * len(about.acts) + len(about.things) + len(about.words)


def _held(told: Told, parties: Parties) -> Held:
    event = told.event
    named = frozenset(
        term
        for a in (*event.actors, *event.recipients)
        for term in terms(told.words(a.span))
        if len(a.span) < _NAME and not a.span.overlaps(event.trigger)
    )
    sides = parties.sides(told.actors)
    aimed = frozenset(x for x in told.recipients if parties.type_of(x) not in _NO_TARGETS)
    loose = any(parties.type_of(x) in _SEVERAL for x in aimed)
    about = gist(_content(told), named | country_names(sides | parties.sides(aimed)))
    if event.type == "SUPPORT":
        about = replace(about, acts=about.acts - {"help"})  # to support is what all of these do
    return Held(told, about, gist(told.words(event.condition)), sides, parties.sides(aimed) - sides, loose)


def country_names(sides: frozenset[str]) -> frozenset[str]:
    """Stems of the names of the states among the sides, which say nothing of what is held."""
    return frozenset(term for side in sides for term in _names(side))


@cache
def _names(side: str) -> frozenset[str]:
    row = resources.load("countries").get(side) or {}
    words = [row.get("name", ""), *row.get("also", ()), *row.get("adjective", ()), *row.get("seat", ())[:1]]
    return frozenset(term for word in words for term in terms(word)) | ({"stat"} if side == "US" else set())


def content_of(event: Event) -> Span:
    """Where the words stand for what is demanded, threatened or promised."""
    return event.consequence if event.type == "THREATEN" and event.consequence else event.content or event.evidence


def _content(told: Told) -> str:
    """What is demanded, threatened or promised, without the condition, which many positions share."""
    whole, condition = content_of(told.event), told.event.condition
    if condition is None or not whole.overlaps(condition):
        return told.words(whole)
    rest = told.text[whole.start : condition.start] + " " + told.text[condition.end : whole.end]
    return rest if terms(rest) else told.words(whole)


def _nearest(one: Held, members: list[Held], weigh: Mapping[str, float]) -> float:
    """Mean likeness to the group's mentions, 0 where one of them is against it."""
    scores = []
    for other in members[:_MEMBERS]:
        scores.append(_score(one, other, weigh))
        if scores[-1] == 0:
            return 0.0
    return sum(scores) / len(scores)


def _score(one: Held, other: Held, weigh: Mapping[str, float]) -> float:
    """How alike two mentions are, 0 where they are not one position."""
    apart = bool(one.targets and other.targets and not one.targets & other.targets)
    if apart and not (one.loose or other.loose):
        return 0.0
    if one.about.empty and other.about.empty and one.told.event.type == "SUPPORT":
        return ENOUGH if one.targets & other.targets else 0.0
    near = likeness(one.about, other.about, weigh)
    if not one.condition.empty and not other.condition.empty:
        unlike = likeness(one.condition, other.condition, {}) == 0
        near += -_CONDITION if unlike else _CONDITION
        if unlike and one.condition.acts and other.condition.acts:
            return 0.0  # the same answer to something else is something else
    needed = ENOUGH if one.about.acts & other.about.acts else BARE
    return near if near >= needed else 0.0
