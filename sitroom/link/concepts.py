"""What a piece of text speaks of, so that one demand told in two ways is known again ("pull out" and "withdraw").

One rule: words of one class of ``resources/alike.yaml`` are one concept, every other word is its own stem; words of
degree are none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sitroom import resources
from sitroom.link.words import stem, terms
from sitroom.resources import listed, words

_BY_ITSELF = 0.6
"""Weight of a word of no class beside a thing's 1 and an act's 2."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What a text speaks of: acts and things by class, and the stems of the words that are in no class."""

    acts: frozenset[str]
    things: frozenset[str]
    words: frozenset[str]

    @property
    def empty(self) -> bool:
        """Whether it speaks of nothing that tells it from others."""
        return not (self.acts or self.things or self.words)


def gist(text: str, without: frozenset[str] = frozenset()) -> Gist:
    """The concepts of a text; ``without`` are stems that tell nothing here, as the names of the parties."""
    acts, things, degrees = _tables()
    found = terms(text) - without - degrees
    return Gist(
        frozenset(acts[t] for t in found if t in acts),
        frozenset(things[t] for t in found if t in things),
        frozenset(t for t in found if t not in acts and t not in things),
    )


def concepts(about: Gist, weigh: Mapping[str, float]) -> dict[str, float]:
    """All that a text speaks of with its weight: acts double, loose words by their rarity."""
    acts = {f"to {act}": 2.0 for act in about.acts}
    things = {f"the {thing}": 1.0 for thing in about.things}
    return acts | things | {word: weigh.get(word, 1.0) * _BY_ITSELF for word in about.words}


def likeness(one: Gist, other: Gist, weigh: Mapping[str, float]) -> float:
    """How much of what the two speak of is the same, in [0, 1]; 0 where both name acts and share none."""
    if one.empty or other.empty:
        return 0.0
    if one.acts and other.acts and not one.acts & other.acts:
        return 0.0
    named = (one.acts & other.acts) - vague() or one.things & other.things or one.words & other.words
    if not named:
        return 0.0
    shared = _weight(one, other, weigh)
    whole = (_weight(one, one, weigh) * _weight(other, other, weigh)) ** 0.5
    return shared / whole if whole else 0.0


def _weight(one: Gist, other: Gist, weigh: Mapping[str, float]) -> float:
    """Weight of what both speak of: acts double, loose words by their rarity."""
    acts = 2.0 * len(one.acts & other.acts)
    things = 1.0 * len(one.things & other.things)
    return acts + things + sum(weigh.get(word, 1.0) * _BY_ITSELF for word in sorted(one.words & other.words))


def vague() -> frozenset[str]:
    """Acts that say too little to make two positions one."""
    return listed("alike", "vague")


def concept_of(term: str) -> str:
    """The class of a stem in ``resources/alike.yaml``, else the stem itself."""
    acts, things, _ = _tables()
    return f"to {acts[term]}" if term in acts else f"the {things[term]}" if term in things else term


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    table = resources.load("alike")

    def classes(name: str) -> dict[str, str]:
        return {stem(word): key for key, row in table[name].items() for word in words(row)}

    acts, things = classes("acts"), classes("things")
    degrees = frozenset(stem(word) for word in listed("alike", "degrees")) - acts.keys() - things.keys()
    return acts, things, degrees
