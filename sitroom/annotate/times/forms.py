"""Calendar expressions before they are resolved: dates, parts of dates and days with names.

One rule: a form holds what the words say; everything that depends on where they stand comes with the context.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Protocol

from sitroom.annotate.times import holidays, periods
from sitroom.annotate.times.context import Context, Meaning
from sitroom.annotate.times.periods import Period

_FEAST_REACH = dt.timedelta(days=400)  # a feast that is looked up has to be near; off the table none is


class Form(Protocol):
    """An expression that can be resolved; ``None`` where it turns out to be no time at all."""

    def mean(self, context: Context) -> Meaning | None:
        """What it stands for in a context."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date given by its parts. ``in_year`` is a year given by words ("June last year")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    holiday: str | None = None
    in_year: Form | None = None
    before_christ: bool = False

    def mean(self, context: Context) -> Meaning | None:
        """The date, its year taken from the context where the words leave it open."""
        if self.before_christ:
            return self._before_christ()
        year, anchor, rule = self.year, "none", "absolute"
        if self.in_year is not None:
            inner = self.in_year.mean(context)
            if inner is None or inner.period is None or inner.period.year is None:
                return self._open()
            year, anchor, rule = inner.period.year, inner.anchor, inner.rule
        about = bool(self.holiday and holidays.is_approximate(self.holiday))
        if year is not None:
            period = self._in(year)
            return Meaning("DATE", period.value, period, anchor=anchor, rule=rule, about=about) if period else None
        found = None if context.before_christ else self._nearest(context)
        if found is None:
            return self._open(context.before_christ)
        return Meaning("DATE", found.value, found, anchor=context.anchor, rule=self._rule(context), about=about)

    def _nearest(self, context: Context) -> Period | None:
        if self.weekday and not (self.month or self.holiday):
            return context.weekday(self.weekday)
        if self.weekday and self.day and not context.narrative:
            # A weekday with a day of a month tells the year.
            fitting = context.nearest(self._on_weekday, (-3, -2, -1, 0, 1, 2, 3))
            return fitting or context.nearest(self._in)
        if self.day and not self.month:
            now = context.now
            return context.nearest(lambda _: self._day_in(now.year, now.month), (0,)) if now else None
        if self.holiday and (listed := holidays.spans(self.holiday)) is not None:
            today = context.now
            return context.best([_feast(*span) for span in listed if today and abs(span[0] - today) < _FEAST_REACH])
        return context.nearest(self._in)

    def _on_weekday(self, year: int) -> Period | None:
        found = self._in(year)
        return found if found and found.first and found.first.isoweekday() == self.weekday else None

    def _rule(self, context: Context) -> str:
        what = "weekday" if self.weekday and not self.month else "yearless"
        return f"{what}-{context.direction}" if context.direction and not context.narrative else what

    def _in(self, year: int) -> Period | None:
        if not 2 <= year <= 9000:
            return None
        if self.holiday and (listed := holidays.spans(self.holiday)) is not None:
            # Off the table only the year is known.
            return next((_feast(*span) for span in listed if span[0].year == year), periods.year_of(year))
        if self.holiday:
            date = holidays.date_in(self.holiday, year)
            return periods.day(date) if date else None
        if self.quarter:
            return periods.quarter(year, self.quarter)
        if self.half:
            return periods.half(year, self.half)
        if self.season:
            return periods.season(year, self.season)
        if self.month is None:
            return periods.year_of(year)
        return self._day_in(year, self.month) if self.day else periods.month(year, self.month)

    def _day_in(self, year: int, month: int) -> Period | None:
        try:
            return periods.day(dt.date(year, month, self.day or 1))
        except ValueError:
            return None

    def _open(self, before_christ: int | None = None) -> Meaning | None:
        """The value with the year left open."""
        if self.holiday:
            known = holidays.month_day(self.holiday)
            value = f"XXXX-{known}" if known else "XXXX"
        elif self.quarter:
            value = f"XXXX-Q{self.quarter}"
        elif self.half:
            value = f"XXXX-H{self.half}"
        elif self.season:
            value = f"XXXX-{self.season}"
        elif self.month:
            if self.day and not _possible(self.month, self.day):
                return None
            value = f"XXXX-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")
        elif self.weekday:
            value = f"XXXX-WXX-{self.weekday}"
        elif self.day:
            value = f"XXXX-XX-{self.day:02d}"
        else:
            value = "XXXX"
        if before_christ and value.startswith("XXXX") and not self.weekday:
            value = f"BC{before_christ:04d}{value[4:]}"
        return Meaning("DATE", value, Period(value, "day"), rule="open")

    def _before_christ(self) -> Meaning | None:
        if self.year is None:
            return None
        value = f"BC{self.year:04d}"
        if self.season:
            value += f"-{self.season}"
        elif self.month:
            value += f"-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")
        return Meaning("DATE", value, Period(value, "year"), rule="absolute")


def _feast(first: dt.date, last: dt.date) -> Period:
    if first == last:
        return periods.day(first)
    return Period(
        f"{first.isoformat()}/{last.isoformat()}", "week" if (last - first).days < 14 else "month", first, last
    )


def _possible(month: int, day: int) -> bool:
    try:
        dt.date(2000, month, day)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Days:
    """Several days of one month: "January 9-10". TIMEX3 has no value for it; the EDTF interval is used."""

    start: Calendar
    end: int

    def mean(self, context: Context) -> Meaning | None:
        """The interval."""
        first = self.start.mean(context)
        if first is None or first.period is None or first.period.first is None:
            return first
        last = replace(self.start, year=first.period.first.year, day=self.end).mean(context)
        if last is None or last.period is None:
            return None
        value = f"{first.value}/{last.value}"
        return replace(first, value=value, period=Period(value, "week", first.period.first, last.period.first))


@dataclass(frozen=True, slots=True)
class Years:
    """A year that runs over into the next ("fiscal 2021-22"). TIMEX3 has no value for it; the EDTF interval is used."""

    first: int

    def mean(self, context: Context) -> Meaning | None:
        """Both calendar years: where in them it begins is not told."""
        first, last = periods.year_of(self.first), periods.year_of(self.first + 1)
        value = f"{first.value}/{last.value}"
        return Meaning("DATE", value, Period(value, "year", first.first, last.last), rule="absolute")


@dataclass(frozen=True, slots=True)
class Era:
    """A decade or century: ``first`` is its first year, negative before Christ (-460: the 460s BC)."""

    unit: str
    first: int
    before_christ: bool = False

    def mean(self, context: Context) -> Meaning | None:
        """The decade or century."""
        if self.before_christ:
            value = f"BC{self.first // 10:03d}" if self.unit == "decade" else f"BC{self.first // 100:02d}"
            return Meaning("DATE", value, Period(value, self.unit), rule="absolute")
        period = periods.decade(self.first) if self.unit == "decade" else periods.century(self.first // 100 + 1)
        return Meaning("DATE", period.value, period, rule="absolute")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of another expression: "early March", "the end of the week".

    ``side`` cuts the period at the anchor day instead: "earlier this month" ends before it, "later" begins after it.
    """

    inner: Form
    mod: str | None = None
    side: str | None = None

    def mean(self, context: Context) -> Meaning | None:
        """The value of the whole with a modifier; the bounds of the part."""
        inner = self.inner.mean(replace(context, direction=None) if self.side else context)
        if inner is None:
            return None
        period = inner.period
        if period and self.mod:
            period = periods.part(period, self.mod)
        if period and self.side and context.published:
            before = period.within(None, context.published - periods.DAY)
            period = before if self.side == "earlier" else period.within(context.published + periods.DAY, None)
        return replace(inner, mod=self.mod or inner.mod, period=period, rule=f"part of {inner.rule}")


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds a day, or the so-manieth week of a month (-1 the last).

    A week belongs to the month in which its Thursday lies, as in ISO 8601.
    """

    inner: Form
    number: int | None = None
    unit: str = "week"

    def mean(self, context: Context) -> Meaning | None:
        """The week."""
        inner = self.inner.mean(context)
        if inner is None or inner.period is None or inner.period.first is None or inner.period.last is None:
            return inner and replace(inner, value="XXXX-WXX", period=Period("XXXX-WXX", "week"))
        first, last = inner.period.first, inner.period.last
        if self.number is None:
            found = periods.containing(first, self.unit)
        elif self.number > 0:
            thursday = first + (3 - first.weekday()) % 7 * periods.DAY + (self.number - 1) * 7 * periods.DAY
            found = periods.containing(thursday, self.unit)
        else:
            found = periods.containing(last - (last.weekday() - 3) % 7 * periods.DAY, self.unit)
        return replace(inner, type="DATE", value=found.value, period=found, rule=f"week of {inner.rule}")


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The so-manieth weekday (1 Monday to 7 Sunday) of a month or year; -1 the last."""

    inner: Form
    weekday: int
    number: int

    def mean(self, context: Context) -> Meaning | None:
        """The day, where the whole is known and long enough."""
        inner = self.inner.mean(context)
        if inner is None or inner.period is None or inner.period.first is None or inner.period.last is None:
            return None
        if self.number > 0:
            ahead = (self.weekday - inner.period.first.isoweekday()) % 7 + 7 * (self.number - 1)
            day = inner.period.first + ahead * periods.DAY
        else:
            day = inner.period.last - (inner.period.last.isoweekday() - self.weekday) % 7 * periods.DAY
        if day > inner.period.last:
            return None
        return replace(inner, type="DATE", value=day.isoformat(), period=periods.day(day), rule=f"nth of {inner.rule}")


@dataclass(frozen=True, slots=True)
class Nth:
    """The so-manieth day, month, quarter or half of another expression ("the first day of March"); -1 the last."""

    inner: Form
    number: int
    unit: str

    def mean(self, context: Context) -> Meaning | None:
        """The part, where the whole is known and long enough."""
        inner = self.inner.mean(context)
        if inner is None or inner.period is None or inner.period.first is None or inner.period.last is None:
            return None
        start = inner.period.first if self.number > 0 else inner.period.last
        there = periods.moved(start, self.unit, self.number - 1 if self.number > 0 else self.number + 1)
        if there is None or not inner.period.first <= there <= inner.period.last:
            return None
        found = periods.containing(there, self.unit)
        return replace(inner, type="DATE", value=found.value, period=found, mod=None, rule=f"nth of {inner.rule}")
