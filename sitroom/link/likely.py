"""Which groups of positions a mention is compared with at all: those of its sides that share a rare enough concept.

One rule: what is left out could not have been alike enough; only past a fixed number are the least alike left out too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sitroom.link.concepts import Gist, concepts

MOST = 200
"""Groups that one mention is compared with at most."""
_SLACK = 0.98  # of the weight that must be shared: sums of fractions are not exact


class Likely:
    """Groups by side and concept; groups are numbers."""

    def __init__(self, gists: Iterable[Gist], weigh: Mapping[str, float], least: float) -> None:
        """``gists`` are all that will be entered or asked for, ``least`` the likeness that counts at all."""
        self._weigh = weigh
        self._least = _SLACK * least**2
        self._counts = Counter(concept for one in gists for concept in concepts(one, weigh))
        self._by_concept: dict[tuple[str, str], list[int]] = defaultdict(list)

    def put(self, group: int, about: Gist, sides: Iterable[str]) -> None:
        """Enter a group with what its first mention speaks of."""
        for side in sides:
            for concept in self._telling(about):
                self._by_concept[side, concept].append(group)

    def near(self, about: Gist, sides: Iterable[str]) -> list[int]:
        """Groups of one of the sides whose first mention can be as like as is needed, in the order of their entry."""
        telling = self._telling(about)
        shared: Counter[int] = Counter()
        for side in sorted(sides):
            for concept in telling:
                shared.update(self._by_concept.get((side, concept), ()))
        if len(shared) > MOST:
            return sorted(sorted(shared, key=lambda n: (-shared[n], n))[:MOST])
        return sorted(shared)

    def _telling(self, about: Gist) -> list[str]:
        """The rarest concepts, without which the others weigh too little for a likeness that counts.

        A likeness of L takes a shared weight of at least L² of either side's own, so that the rarest concept that two
        share is among these of both. What speaks of nothing is found by that.
        """
        weights = concepts(about, self._weigh)
        open_ = self._least * sum(weights.values())
        rest = sum(weights.values())
        found = []
        for concept in sorted(weights, key=lambda c: (self._counts[c], c)):
            if rest < open_:
                break
            found.append(concept)
            rest -= weights[concept]
        return found or [""]
