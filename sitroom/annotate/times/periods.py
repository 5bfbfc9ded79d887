"""Calendar periods: a day, week, month, quarter, season, year, decade or century with its TIMEX3 value.

One rule: a period's bounds are both ``None`` exactly where its value leaves the year open (``XXXX-12-30``) or lies
before the year 1.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from sitroom.values import last_of_month

DAY = dt.timedelta(days=1)
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First months of the seasons of the northern half of the earth, by TIMEX3 code."""
COARSENESS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "millennium")


def coarser(one: str, other: str) -> bool:
    """Whether one grain is longer than another."""
    return COARSENESS.index(one) > COARSENESS.index(other)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar. ``value`` is its TIMEX3 value; first and last day are both included."""

    value: str
    grain: str
    first: dt.date | None = None
    last: dt.date | None = None

    @property
    def year(self) -> int | None:
        """The year it begins in; ``None`` where that is open."""
        return self.first.year if self.first else None

    def within(self, first: dt.date | None, last: dt.date | None) -> Period:
        """The same value with narrower bounds; unchanged where they would be empty."""
        if self.first is None or self.last is None:
            return self
        a = max(self.first, first) if first else self.first
        b = min(self.last, last) if last else self.last
        return replace(self, first=a, last=b) if a <= b else self


def day(date: dt.date) -> Period:
    """One day."""
    return Period(date.isoformat(), "day", date, date)


def week(date: dt.date) -> Period:
    """The ISO week that holds a day."""
    year, number, weekday = date.isocalendar()
    monday = date - (weekday - 1) * DAY
    return Period(f"{year:04d}-W{number:02d}", "week", monday, monday + 6 * DAY)


def weekend(date: dt.date) -> Period:
    """Saturday and Sunday of the ISO week that holds a day."""
    held = week(date)
    assert held.last is not None
    return Period(f"{held.value}-WE", "weekend", held.last - DAY, held.last)


def month(year: int, number: int) -> Period:
    """One month; numbers outside 1 to 12 run over into the years around."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Period(f"{year:04d}-{number:02d}", "month", dt.date(year, number, 1), last_of_month(year, number))


def quarter(year: int, number: int) -> Period:
    """One quarter of a calendar year; numbers outside 1 to 4 run over."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    first = dt.date(year, number * 3 - 2, 1)
    return Period(f"{year:04d}-Q{number}", "quarter", first, last_of_month(year, number * 3))


def half(year: int, number: int) -> Period:
    """One half of a calendar year."""
    return Period(f"{year:04d}-H{number}", "half", dt.date(year, number * 6 - 5, 1), last_of_month(year, number * 6))


def season(year: int, code: str) -> Period:
    """One season of the northern half; the winter of a year begins in its December."""
    first = SEASONS[code]
    last = last_of_month(year + 1, 2) if code == "WI" else last_of_month(year, first + 2)
    return Period(f"{year:04d}-{code}", "season", dt.date(year, first, 1), last)


def year_of(number: int) -> Period:
    """One calendar year."""
    return Period(f"{number:04d}", "year", dt.date(number, 1, 1), dt.date(number, 12, 31))


def decade(year: int) -> Period:
    """The decade that holds a year (1990 to 1999)."""
    start = year - year % 10
    return Period(f"{start // 10:03d}", "decade", dt.date(max(start, 1), 1, 1), dt.date(start + 9, 12, 31))


def century(number: int) -> Period:
    """The century of an ordinal (20: 1900 to 1999, as TIMEX3 has it)."""
    start = (number - 1) * 100
    return Period(f"{number - 1:02d}", "century", dt.date(max(start, 1), 1, 1), dt.date(start + 99, 12, 31))


def containing(date: dt.date, unit: str) -> Period:
    """The period of a unit that holds a day."""
    match unit:
        case "week":
            return week(date)
        case "weekend":
            return weekend(date)
        case "month":
            return month(date.year, date.month)
        case "quarter":
            return quarter(date.year, (date.month + 2) // 3)
        case "half":
            return half(date.year, 1 if date.month < 7 else 2)
        case "year":
            return year_of(date.year)
        case "decade":
            return decade(date.year)
        case "century":
            return century(date.year // 100 + 1)
    return day(date)


def moved(date: dt.date, unit: str, count: int) -> dt.date | None:
    """The day that lies so many units away, ``None`` off the calendar.

    The 31st becomes the last day of a shorter month.
    """
    try:
        match unit:
            case "day":
                return date + count * DAY
            case "weekend" | "week":
                return date + 7 * count * DAY
            case "fortnight":
                return date + 14 * count * DAY
        months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit] * count
        total = date.year * 12 + date.month - 1 + months
        year, number = divmod(total, 12)
        return dt.date(year, number + 1, min(date.day, calendar.monthrange(year, number + 1)[1]))
    except (OverflowError, ValueError, KeyError):
        return None


def shifted(period: Period, unit: str, count: int, grain: str | None = None) -> Period | None:
    """The period of a grain (by default the unit) so many units after the beginning of another."""
    if period.first is None:
        return None
    there = moved(period.first, unit, count)
    if there is None or not 2 <= there.year <= 9900:
        return None
    return containing(there, grain or unit)


def part(period: Period, mod: str) -> Period:
    """The beginning, middle or end of a period (mods START, MID, END), its value unchanged.

    Halves of a month and of anything else but a year (early and late three months, middle four) and a
    week (Monday to Wednesday, Tuesday to Thursday, Thursday to Sunday).
    """
    first, last = period.first, period.last
    if first is None or last is None:
        return period
    length = (last - first).days + 1
    match period.grain, mod:
        case "year", "START":
            return period.within(None, last_of_month(first.year, 3))
        case "year", "MID":
            return period.within(dt.date(first.year, 5, 1), last_of_month(first.year, 8))
        case "year", "END":
            return period.within(dt.date(first.year, 10, 1), None)
        case "month", "START":
            return period.within(None, dt.date(first.year, first.month, 15))
        case "month", "MID":
            return period.within(dt.date(first.year, first.month, 11), dt.date(first.year, first.month, 20))
        case "month", "END":
            return period.within(dt.date(first.year, first.month, 16), None)
        case "day", _:
            return period
        case _, "START":
            return period.within(None, first + (max(length // 2, 1) - 1) * DAY)
        case _, "MID":
            return period.within(first + (length // 3) * DAY, last - (length // 3) * DAY)
        case _, "END":
            return period.within(first + (length // 2) * DAY, None)
    return period
