"""Makers of numbers and of years in words.

One rule: words that make no number make ``None``.
"""

from __future__ import annotations

from typing import Any

from sitroom.annotate.times.captured import Captured, Settings, number_of, value_of
from sitroom.annotate.times.grammar import Maker


def _add_words(c: Captured, s: Settings) -> float | None:
    """ "two hundred and fifty" as a sum of products; ``None`` for words that make no number ("nineteen ninety")."""
    total, current, previous = 0.0, 0.0, 10.0**9
    for name in "abcdef":
        if name not in c:
            continue
        value = number_of(c[name])
        if value is None:
            return None
        if value in (100, 1000, 10**6):
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0
        else:
            if current and (current % 100 and not (current % 10 == 0 and 0 < value < 10 and current % 100 >= 20)):
                return None
            if current % 100 != 0 and value >= previous:
                return None
            current += value
        previous = value
    return (total + current) or None


def _year_words(c: Captured, s: Settings) -> tuple[int, bool] | None:
    """ "nineteen ninety-six": 1996."""
    a, b, unit = number_of(c["a"]), number_of(c["b"]), number_of(c.get("c"))
    if a is None or b is None or not 10 <= a <= 20:
        return None
    if not ((b >= 20 and b % 10 == 0) or (10 <= b < 20 and unit is None)):
        return None
    if unit is not None and not 1 <= unit <= 9:
        return None
    return int(a * 100 + b + (unit or 0)), False


def _fraction(c: Captured, s: Settings) -> float | None:
    if "half" in s:
        return (number_of(c.get("n")) or 0) + float(s["half"])
    p, q = number_of(c["p"]), number_of(c["q"])
    return (number_of(c.get("n")) or 0) + p / q if p and q and 1 < q <= 10 and p < q else None


def _times(c: Captured, s: Settings) -> float | None:
    return (number_of(c.get("n")) or 1) * float(s["by"])


def _fixed(c: Captured, s: Settings) -> Any:
    return s["value"]


def _era_year(c: Captured, s: Settings) -> tuple[int, bool] | None:
    year = value_of(c["y"], "OLDYEAR")
    return (year, bool(s.get("bc"))) if year else None


NUMBERS: dict[str, Maker] = {
    "add_words": _add_words,
    "year_words": _year_words,
    "fraction": _fraction,
    "times": _times,
    "fixed": _fixed,
    "era_year": _era_year,
}
"""Makers by the name that rules call them."""
