"""Things by the span they stand at, found without a walk over all of them.

One rule: answers come in the order of the text, and what stands at the same place in the order given.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from sitroom.text import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Pairs of a span and a thing, sorted once; every look-up then costs what it finds, not what there is."""

    def __init__(self, pairs: Iterable[tuple[Span, T]]) -> None:
        self._pairs = sorted(pairs, key=lambda pair: pair[0].start)
        self._starts = [span.start for span, _ in self._pairs]
        self._furthest: list[int] = []  # the furthest end up to here: where it falls short, nothing before reaches
        furthest = 0
        for span, _ in self._pairs:
            furthest = max(furthest, span.end)
            self._furthest.append(furthest)

    def within(self, span: Span) -> list[T]:
        """What lies within a span."""
        low, high = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        return [thing for here, thing in self._pairs[low:high] if span.covers(here)]

    def around(self, span: Span) -> list[T]:
        """What holds a span, the whole of it."""
        return self._reaching(span.start, span.end, lambda here: here.covers(span))

    def overlapping(self, span: Span) -> list[T]:
        """What shares a code point with a span."""
        return self._reaching(span.end, span.start, lambda here: here.overlaps(span))

    def _reaching(self, start: int, end: int, fits: Callable[[Span], bool]) -> list[T]:
        found: list[T] = []
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and self._furthest[at] >= end:
            if fits(self._pairs[at][0]):
                found.append(self._pairs[at][1])
            at -= 1
        return found[::-1]
