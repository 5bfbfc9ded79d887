"""Where the numbers of one measure differ between articles.

One rule: a number conflicts with another only where no value satisfies both and neither is merely older: a toll that
grows from day to day contradicts nothing.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping

from sitroom.record import DisagreementItem, FigureItem, Record
from sitroom.resources import load
from sitroom.views.disagreement import Said, bounded, item

_LENGTHS = frozenset({"minute", "hour", "second"})


def about_figures(record: Record) -> Iterator[DisagreementItem]:
    """Numbers of one measure that differ between articles; within one article they count different things.

    A figure that a later one revises is superseded, and contradicts nothing. Lengths of contacts are compared there.
    """
    groups: dict[str, list[FigureItem]] = defaultdict(list)
    superseded = {figure.revises for figure in record.figures}
    for figure in record.figures:
        if figure.group and figure.id not in superseded:
            groups[figure.group].append(figure)
    origins = {a.id: a.origin for a in record.articles}
    days = {a.id: a.published for a in record.articles}
    for key, figures in sorted(groups.items()):
        stated = {(f.low, f.high, f.modifier) for f in figures}
        numbers = {(f.low if f.low is not None else f.high) for f in figures}
        several = len({origins.get(f.article) or f.article for f in figures}) > 1
        if len(stated) < 2 or len(numbers) < 2 or not several or figures[0].unit in _LENGTHS:
            continue
        said = [Said(_with_unit(f), f.article, e) for f in figures for e in f.evidence]
        apart = [(a, b) for a, b in itertools.combinations(figures, 2) if not _meet(a, b)]
        grown = [_is_growth(a, b, days) for a, b in apart]
        note = figures[0].measure + ("; the count grew from day to day" if any(grown) else "")
        yield item("figure", key, "value", said, "compatible" if all(grown) else "conflict", note)


def _meet(one: FigureItem, other: FigureItem) -> bool:
    """Whether one value satisfies both."""
    (low, high), (least, most) = _range(one), _range(other)
    return max(low, least) <= min(high, most)


def _is_growth(one: FigureItem, other: FigureItem, days: Mapping[str, str | None]) -> bool:
    """Whether the larger is a later report's count of people hurt, held or gone: news, and no contradiction."""
    if not _is_toll(one) or not _is_toll(other):
        return False
    first, second = sorted((one, other), key=lambda f: _range(f)[0] or _range(f)[1])
    early, late = days.get(first.article), days.get(second.article)
    return early is not None and late is not None and early < late


def _is_toll(figure: FigureItem) -> bool:
    return figure.status == "observed" and figure.measure.split()[-1] in set(load("figures")["states"].values())


def _range(figure: FigureItem) -> tuple[float, float]:
    """The values that the figure allows: a twentieth more or less for "about", a quarter less for "nearly"."""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return figure.low, figure.high
    value = figure.low if figure.low is not None else figure.high
    if value is None:
        return 0.0, float("inf")
    if figure.modifier == "about":
        return value * 0.95, value * 1.05
    if figure.modifier == "less_than":
        return value * 0.75, value
    return (value if figure.low is not None else 0.0), (value if figure.high is not None else float("inf"))


def _with_unit(figure: FigureItem) -> str:
    """A figure as it stands among the values of a disagreement: its number with modifier and unit."""
    low, high = figure.low, figure.high
    unit = f" {figure.unit}" if figure.unit else ""
    if low is not None and high is not None and low != high:
        return f"{low:,g}–{high:,g}{unit}".replace(",", " ")
    value = low if low is not None else high
    number = "?" if value is None else f"{value:,.10g}".replace(",", " ")
    return bounded(f"{number}{unit}", figure.modifier)
