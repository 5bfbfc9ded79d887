"""Which contacts a mention is compared with at all: those of its sides and months, and those of its article.

One rule: a block leaves out only what dates or publication put out of reach; it decides nothing itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from sitroom.link.told import Told

_LONG = 62
"""Days of a stated date from which on it is no help in finding a contact."""
_EVER: tuple[int, ...] = (-1,)
"""The month of what neither a date nor a publication bounds: every contact stands under it."""
_UNBOUND = -2
"""The block of contacts that nothing bounds, which every mention looks into."""


class Blocks:
    """Contacts by side and month, and by article; contacts are numbers."""

    def __init__(self) -> None:
        self._by_side: dict[tuple[str, int], dict[int, None]] = defaultdict(dict)
        self._by_article: dict[str, dict[int, None]] = defaultdict(dict)

    def put(self, contact: int, told: Told, sides: Iterable[str]) -> None:
        """Enter a contact where its mention can be looked for."""
        months = _months(told)
        around = months if months == _EVER else range(months[0] - 1, months[-1] + 2)
        for side in sides:
            self._by_side[side, _EVER[0]][contact] = None
            for month in around:
                self._by_side[side, month if months != _EVER else _UNBOUND][contact] = None
        self._by_article[told.article][contact] = None

    def near(self, told: Told, sides: frozenset[str]) -> list[int]:
        """Contacts that share two sides with the mention, or all that it names; one will do where it has no date.

        A mention that leaves open with whom it was is of its own article's contacts, or of a plan of its side.
        """
        own = self._by_article[told.article]
        months = _months(told)
        blocks = [*months, _UNBOUND] if months != _EVER else list(_EVER)
        shared = Counter(
            index for side in sides for index in {i: None for m in blocks for i in self._by_side.get((side, m), ())}
        )
        least = 1 if told.when is None else min(2, len(sides))
        if told.few and not told.ahead:
            return sorted(i for i in own if not sides or i in shared)
        reach = {i for i, n in shared.items() if n >= least}
        return sorted(reach | set(own) if not sides else reach)


def _months(told: Told) -> tuple[int, ...]:
    """The months in which the contact can lie, from the stated date, else from the day of publication."""
    when, published = told.when, told.published
    if when and when.first and when.last and told.days <= _LONG:
        return tuple(range(_month(when.first.year, when.first.month), _month(when.last.year, when.last.month) + 1))
    if when is not None or published is None:
        return _EVER
    month = _month(published.year, published.month)
    return (month, month + 1, month + 2) if told.ahead else (month - 1, month)


def _month(year: int, month: int) -> int:
    return year * 12 + month
