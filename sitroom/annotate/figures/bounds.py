"""How the words around a number bound it ("nearly", "as many as", "or more"), and what that makes of low and high.

One rule: ``low`` and ``high`` hold the numbers that are stated and nothing inferred.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sitroom.annotate.figures.numbers import Number
from sitroom.resources import load
from sitroom.values import Modifier


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number with its hedges: the span they cover together, what is stated, and how."""

    start: int
    end: int
    low: float | None
    high: float | None
    modifier: Modifier


def bounded(text: str, number: Number, start: int, end: int, timed: bool) -> Bounded:
    """The number with its hedges; ``start`` and ``end`` are where the quantity with its currency or unit lies.

    ``timed`` is for units of time, where "over" and "around" may be prepositions of their own.
    """
    before = text[max(0, start - 48) : start]
    found = _before().search(before)
    modifier: Modifier | None = None
    if found and not (timed and found["hedge"].lower() in ("over", "above", "minimum", "maximum")):
        modifier = _kind(found["hedge"])
        start -= len(before) - found.start()
    after = _after().match(text, end)
    if after and modifier in (None, "exact"):
        modifier, end = _kind_after(after["hedge"]), after.end()
    if number.high is None:
        # a bare plural: at least two of its unit, whatever stands before it but a bound from above
        return Bounded(start, end, number.low, None, "at_least")
    if number.low != number.high:
        between = re.search(r"\bbetween\s$", text[max(0, start - 9) : start], re.IGNORECASE)
        start -= len(between[0]) if between else 0
        return Bounded(start, end, number.low, number.high, "range")
    low, high = _stated(number.low, modifier or "exact")
    return Bounded(start, end, low, high, modifier or "exact")


def _stated(value: float, modifier: Modifier) -> tuple[float | None, float | None]:
    if modifier in ("less_than", "at_most"):
        return None, value
    if modifier in ("more_than", "at_least"):
        return value, None
    return value, value


def _kind(words: str) -> Modifier:
    return _kinds()[re.sub(r"\s+", " ", words.lower())]


def _kind_after(words: str) -> Modifier:
    data = load("figures")["after"]
    low = re.sub(r"\s+", " ", words.lower().strip(" ,"))
    if low in ("+", "-plus"):
        return "more_than"
    if low == "-odd":
        return "about"
    return next(kind for kind, phrases in data.items() if low in phrases)


@cache
def _kinds() -> dict[str, Modifier]:
    return {phrase: kind for kind, phrases in load("figures")["hedges"].items() for phrase in phrases}


@cache
def _before() -> re.Pattern[str]:
    phrases = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(_kinds(), key=len, reverse=True))
    fillers = "|".join(load("figures")["fillers"])
    return re.compile(rf"(?<![\w-])(?P<hedge>{phrases})\s*(?:(?:{fillers})\s+)*$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    phrases = [phrase for group in load("figures")["after"].values() for phrase in group]
    words = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?P<hedge>,?\s(?:{words})\b|\+(?!\d)|-plus\b|-odd\b)", re.IGNORECASE)
