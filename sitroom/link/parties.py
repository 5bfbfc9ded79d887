"""Who takes part: what is known of the record's actors, and how alike two sets of participants are.

One rule: a state may stand for those who act for it, but two named people are never one another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sitroom import resources
from sitroom.link.clusters import ActorOf
from sitroom.model import AnnotatedArticle, LocalActor

_STANDS_FOR = {
    frozenset(("country",)): 0.9,  # two entries for one state
    frozenset(("country", "person")): 0.6,
    frozenset(("country", "group")): 0.9,
    frozenset(("country", "organization")): 0.6,
    frozenset(("group",)): 0.8,
    frozenset(("group", "organization")): 0.5,
}
"""How well two different actors of one state can be the same participant, by their types; other pairs cannot."""

_DESCRIBED = 0.8
"""The same of a person under a name and one described by that person's office ("the U.S. envoy")."""


@dataclass(frozen=True, slots=True)
class Party:
    """What the articles together say of one actor: its type, and the state it belongs to (ISO code or ``None``).

    ``titles`` are the words of its offices; ``described`` says that no article has a name for it ("the U.S. envoy").
    """

    type: str
    country: str | None
    subtype: str | None = None
    known: str | None = None
    titles: frozenset[str] = frozenset()
    described: bool = False

    @property
    def is_head_office(self) -> bool:
        """Whether reports mean a head of state or government by it."""
        return self.known in _head_offices()


@cache
def _head_offices() -> frozenset[str]:
    return frozenset(f"org/{key}" for key in resources.load("head_offices")["head_offices"])


class Parties:
    """The record's actors by id."""

    def __init__(self, parties: dict[str, Party]) -> None:
        self._parties = parties
        self._compared: dict[tuple[frozenset[str], frozenset[str]], tuple[float, int]] = {}

    @classmethod
    def of(cls, articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> Parties:
        """Gather what every article says of an actor; the commonest value counts, ties go by the alphabet."""
        seen: dict[str, list[LocalActor]] = defaultdict(list)
        named: set[str] = set()
        for annotated in articles:
            for local in annotated.actors:
                if actor := actor_of.get((annotated.article.id, local.key)):
                    seen[actor].append(local)
            keys = {m.actor for m in annotated.mentions if m.form == "name"}
            named |= {actor_of[annotated.article.id, key] for key in keys if (annotated.article.id, key) in actor_of}
        return cls(
            {
                key: Party(
                    commonest(x.type for x in found) or "person",
                    commonest(x.country for x in found if x.country),
                    commonest(x.subtype for x in found if x.subtype),
                    commonest(x.known for x in found if x.known),
                    _titles(found, key not in named),
                    key not in named,
                )
                for key, found in seen.items()
            }
        )

    def side(self, actor: str) -> str:
        """The state an actor belongs to (ISO code); an actor of no state is a side of its own."""
        party = self._parties.get(actor)
        return party.country if party and party.country else actor

    def sides(self, actors: Iterable[str]) -> frozenset[str]:
        """The sides of these actors."""
        return frozenset(self.side(actor) for actor in actors)

    def type_of(self, actor: str) -> str | None:
        """The actor's type; ``None`` for one that no article knows."""
        party = self._parties.get(actor)
        return party.type if party else None

    def is_person(self, actor: str) -> bool:
        """Whether the actor is a person."""
        party = self._parties.get(actor)
        return party is not None and party.type == "person"

    def apart(self, one: str, other: str) -> bool:
        """Whether two places cannot be one: of different states, or different towns of one state."""
        a, b = self._parties.get(one), self._parties.get(other)
        if one == other or a is None or b is None or a.country is None or b.country is None:
            return False
        return a.country != b.country or a.type == b.type == "place"

    def _is_group(self, actor: str) -> bool:
        party = self._parties.get(actor)
        return party is not None and party.type in ("group", "forum") and party.country is None

    def loosely(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether a group without known members ("the allies") can be the several states or the group of the other."""
        for small, large in ((one, other), (other, one)):
            groups = [x for x in small if self._is_group(x)]
            if len(groups) == 1 and (rest := small - {groups[0]}) and rest <= large:
                others = large - rest
                if len(others) >= 3 or any(self._is_group(x) for x in others):
                    return True
        return False

    def same_host(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether one of the two names only a body of several states, and the other that body among its parties."""
        small, large = sorted((one, other), key=lambda x: (len(x), sorted(x)))
        hosts = frozenset(x for x in small if not self._is_forum(x))
        return len(hosts) == 1 and hosts <= large and self._is_body(next(iter(hosts)))

    def bodies(self, actors: Iterable[str]) -> frozenset[str]:
        """Those of the actors that are bodies of several states."""
        return frozenset(x for x in actors if self._is_body(x))

    def _is_forum(self, actor: str) -> bool:
        party = self._parties.get(actor)
        return party is not None and party.type == "forum"

    def _is_body(self, actor: str) -> bool:
        party = self._parties.get(actor)
        return party is not None and party.type == "organization" and party.country is None

    def alike(self, one: str, other: str) -> float:
        """How well two actors can be the same participant, in [0, 1]."""
        if one == other:
            return 1.0
        a, b = self._parties.get(one), self._parties.get(other)
        if a is not None and b is not None and a.type == b.type == "person":
            return _DESCRIBED if _may_be(a, b) else 0.0
        if a is None or b is None or a.country is None or a.country != b.country:
            return 0.0
        if {a.type, b.type} == {"organization", "person"} and (a.is_head_office or b.is_head_office):
            return 0.4
        return _STANDS_FOR.get(frozenset((a.type, b.type)), 0.0)

    def compare(self, one: frozenset[str], other: frozenset[str]) -> tuple[float, int]:
        """Likeness of two sets of participants in [0, 1], and how many of them have a counterpart.

        0 where each names a person of the same state that the other does not ("the president" is not
        "the foreign minister"). A set that the other contains counts at least 0.8 where the other only spells
        out its sides or the members of a group in it.
        """
        if (one, other) not in self._compared:
            self._compared[one, other] = self._compare(one, other)
        return self._compared[one, other]

    def _compare(self, one: frozenset[str], other: frozenset[str]) -> tuple[float, int]:
        if not one or not other:
            return 0.0, 0
        if self._people_differ(one, other):
            return 0.0, 0
        pairs = sorted(
            ((self.alike(a, b), a, b) for a in one for b in other if self.alike(a, b)),
            key=lambda x: (-x[0], x[1], x[2]),
        )
        used: set[str] = set()
        met: set[str] = set()
        total = 0.0
        for weight, a, b in pairs:
            if a not in used and b not in met:
                used.add(a)
                met.add(b)
                total += weight
        score = total / max(len(one), len(other))
        small, large = sorted((one, other), key=len)
        if small <= large and (self.sides(large) <= self.sides(small) or any(self._is_group(x) for x in small)):
            score = max(score, 0.8)
        return score, len(used)

    def _people_differ(self, one: frozenset[str], other: frozenset[str]) -> bool:
        only_one = [x for x in one - other if self.is_person(x)]
        only_other = [x for x in other - one if self.is_person(x)]
        return any(
            self.side(x) == self.side(y) and not _may_be(self._parties[x], self._parties[y])
            for x in only_one
            for y in only_other
        )


def _titles(found: Iterable[LocalActor], described: bool) -> frozenset[str]:
    """Words of the offices; of an actor without a name those of its description."""
    words = {word for x in found for role in x.roles for word in role.title.casefold().split()}
    if described:
        words |= {word.removesuffix("'s") for x in found for word in x.name.casefold().replace("’", "'").split()}
    return frozenset(words)


def _may_be(one: Party, other: Party) -> bool:
    """Whether one of two people is described alone, by an office that the other holds, or as somebody's counterpart."""
    if one.described == other.described or (one.country and other.country and one.country != other.country):
        return False
    plain = _description_words()
    described, named = (one, other) if one.described else (other, one)
    shared = (described.titles & named.titles) - plain
    if described.titles & _counterparts():
        return True
    return bool(shared) and (one.country is not None or len(shared) > 1)


@cache
def _description_words() -> frozenset[str]:
    return frozenset(resources.load("function_words")["function"])


@cache
def _counterparts() -> frozenset[str]:
    return frozenset(resources.load("distances")["counterparts"])


def commonest(values: Iterable[str]) -> str | None:
    """The value that occurs most, of equals the first in the alphabet; ``None`` of no values."""
    counts = Counter(values)
    return min(counts, key=lambda x: (-counts[x], x)) if counts else None
