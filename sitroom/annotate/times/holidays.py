"""The date of a named day in a given year.

One rule: what can be computed is computed; feasts that follow the moon are looked up, and are unknown off their table
(1980 to 2035).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

from sitroom.resources import load


@cache
def names() -> tuple[str, ...]:
    """The names in the tables, in lower case."""
    computed = {name for table in load("times_holidays").values() for name in table}
    return tuple(sorted(computed | set(_feasts())))


@cache
def _feasts() -> dict[str, tuple[str, ...]]:
    """Names of the feasts that are looked up, with the entries that each could mean."""
    table = load("times_feasts")
    meant = {name: (name,) for name in table["first"]}
    meant |= {other: (name,) for name, others in table["also"].items() for other in others}
    return meant | {name: tuple(entries) for name, entries in table["either"].items()}


@cache
def _occurrences(entry: str) -> tuple[tuple[dt.date, dt.date], ...]:
    table = load("times_feasts")
    length = dt.timedelta(days=table["days"].get(entry, 1) - 1)
    starts = (dt.date.fromisoformat(day) for day in table["first"][entry].split())
    return tuple((start, start + length) for start in starts)


def spans(name: str) -> tuple[tuple[dt.date, dt.date], ...] | None:
    """First and last days of all occurrences of a feast that is looked up; ``None`` for a day that is computed."""
    if name not in _feasts():
        return None
    return tuple(sorted(span for entry in _feasts()[name] for span in _occurrences(entry)))


def is_approximate(name: str) -> bool:
    """Whether a feast begins by the sight of the moon, so that its day is known only to within a day."""
    return bool(set(_feasts().get(name, ())) & set(load("times_feasts")["moon"]))


def date_in(name: str, year: int) -> dt.date | None:
    """The first date of a named day in a year; ``None`` where it has none, or the year is off calendar or table."""
    if not 2 <= year <= 9000:
        return None
    table = load("times_holidays")
    if (listed := spans(name)) is not None:
        return next((first for first, _ in listed if first.year == year), None)
    if name in table["fixed"]:
        month, day = table["fixed"][name].split("-")
        return dt.date(year, int(month), int(day))
    feasts: tuple[tuple[str, Callable[[int], dt.date]], ...] = (
        ("easter", easter),
        ("orthodox_easter", orthodox_easter),
    )
    for key, feast in feasts:
        if name in table[key]:
            return feast(year) + dt.timedelta(days=table[key][name])
    month, weekday, which, *later = table["nth"][name]
    return nth_weekday(year, month, weekday, which) + dt.timedelta(days=sum(later))


def month_day(name: str) -> str | None:
    """``MM-DD`` of a day that is the same every year; else ``None``."""
    found: str | None = load("times_holidays")["fixed"].get(name)
    return found


def easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar (anonymous computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday by the Julian computus, as a Gregorian date; right from 1900 to 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=13)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> dt.date:
    """The so-manieth weekday (1 Monday to 7 Sunday) of a month; -1 is the last."""
    if which > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    last = following - dt.timedelta(days=1)
    return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-which - 1))
