"""How alike two names of people, or of bodies, are, and why.

One rule: it compares strings; who is meant is for the linker to say.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from sitroom.names import fold, same_given, skeleton
from sitroom.resources.world import surname


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` in [0, 1]; 0 says that the names cannot be one person's. ``reason`` is in words."""

    score: float
    reason: str


def people_alike(one: str, other: str) -> Likeness:
    """Compare two names of people, full or partial."""
    if fold(one) == fold(other):
        return Likeness(1.0, "same name")
    a, b = one.split(), other.split()
    last_a, last_b = surname(one), surname(other)
    if skeleton(last_a) != skeleton(last_b) and not _near(last_a, last_b):
        return Likeness(0.0, "different surnames")
    if len(a) == 1 or len(b) == 1:
        return Likeness(0.6, "same surname, one given name unknown")
    if not same_given(a[0], b[0]):
        return Likeness(0.0, "different given names")
    return Likeness(0.9, "spellings of one name")


def _near(one: str, other: str) -> bool:
    a, b = skeleton(one), skeleton(other)
    return min(len(a), len(b)) > 5 and a[:1] == b[:1] and Levenshtein.distance(a, b, score_cutoff=1) <= 1
