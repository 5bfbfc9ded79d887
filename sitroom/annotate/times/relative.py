"""Expressions that count from another date: "last week", "two days ago", "a day later", "next Friday".

One rule: deictic expressions count from the publication date, anaphoric ones from the last date spoken of.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sitroom.annotate.times import periods
from sitroom.annotate.times.amounts import duration_value
from sitroom.annotate.times.context import Context, Direction, Meaning
from sitroom.annotate.times.forms import Calendar
from sitroom.annotate.times.periods import Period

OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}
"""Values of units with nothing to count from; anything longer is XXXX."""


@dataclass(frozen=True, slots=True)
class Deictic:
    """A unit counted from now: "last week" (-1), "this year" (0), "tomorrow" (1)."""

    unit: str
    offset: int
    anaphoric: bool = False
    """Whether it counts from the last date spoken of: "the previous week", "that day"."""

    def mean(self, context: Context) -> Meaning | None:
        """The period, open where there is nothing to count from."""
        if context.before_christ and self.unit == "year":
            value = f"BC{context.before_christ - self.offset:04d}"
            return Meaning("DATE", value, Period(value, "year"), anchor="previous", rule="before Christ")
        start, anchor = _start(context, self.anaphoric, self.unit)
        period = periods.shifted(start, self.unit, self.offset) if start else None
        if period is None:
            value = OPEN.get(self.unit, "XXXX")
            return Meaning("DATE", value, Period(value, self.unit), rule="open")
        rule = ("last", "this", "next")[(self.offset > 0) - (self.offset < 0) + 1]
        if self.offset == 0 and not self.anaphoric and not context.narrative and self.unit == "week":
            period = _so_far(period, context)
        return Meaning("DATE", period.value, period, anchor=anchor, rule=f"{rule}-{self.unit}")


def _so_far(period: Period, context: Context) -> Period:
    """What is past, or what is left, of the running week, as the verb tells."""
    if context.direction == "future":
        return period.within(context.published, None)
    return period.within(None, context.published) if context.direction == "past" else period


def _start(context: Context, anaphoric: bool, unit: str) -> tuple[Period | None, str]:
    if anaphoric and context.previous:
        return context.spoken_of(unit), "previous"
    if context.now is None:
        return None, "none"
    return periods.containing(context.now, "day" if unit == "day" else unit), context.anchor


@dataclass(frozen=True, slots=True)
class Offset:
    """A number of units away: "two days ago", "a week later", "in three months". ``count`` None: not told."""

    count: float | None
    unit: str
    sign: int
    anaphoric: bool = False
    mod: str | None = None

    @property
    def length_mod(self) -> str | None:
        """The mod of the length alone: "less than a year" (LESS_THAN) where the date is BEFORE a year later."""
        if self.mod not in ("BEFORE", "AFTER"):
            return self.mod
        return "MORE_THAN" if (self.mod == "BEFORE") == (self.sign < 0) else "LESS_THAN"

    def mean(self, context: Context) -> Meaning | None:
        """The period of the unit there; PAST_REF or FUTURE_REF where the number is not told."""
        if self.unit in ("hour", "minute", "second"):
            return self._hours()
        if self.count is None:
            return self._vague(context)
        if self.sign < 0 and self.unit == "year" and self.count == 1:
            if context.compares_years and self.anaphoric:
                return replace(self, anaphoric=False).mean(context)
            if not context.compares_years and context.quarterly:
                found = periods.shifted(context.quarterly, "quarter", -4)
                if found:
                    return Meaning("DATE", found.value, found, anchor="previous", rule="quarter a year before")
        if context.before_christ:
            return self._before_christ(context.before_christ)
        # "two days later" than some month is no day that can be told
        start, anchor = _start(context, self.anaphoric, _grain(self.unit) if self.anaphoric else "day")
        found = self._from(start) if start else None
        if found is None:
            value = OPEN.get(self.unit, "XXXX")
            return Meaning("DATE", value, Period(value, _grain(self.unit)), self.mod, rule="open")
        rule = "ago" if self.sign < 0 else "ahead"
        return Meaning("DATE", found.value, found, self.mod, anchor, f"{rule}-{self.unit}")

    def _before_christ(self, year: int) -> Meaning:
        years = {"year": 1, "decade": 10, "century": 100}.get(self.unit, 0) * round(self.count or 0)
        value = f"BC{year - self.sign * years:04d}" if years else OPEN.get(self.unit, "XXXX")
        return Meaning("DATE", value, Period(value, "year"), self.mod, "previous", "before Christ")

    def _from(self, start: Period) -> Period | None:
        assert self.count is not None
        unit, count = self.unit, self.count
        if count != int(count):
            smaller = {"year": ("month", 12), "decade": ("year", 10), "week": ("day", 7), "month": ("week", 4)}
            if unit not in smaller:
                return None
            unit, factor = smaller[unit][0], smaller[unit][1]
            count *= factor
        if abs(count) > 100_000:
            return None
        return periods.shifted(start, unit, self.sign * round(count), _grain(unit))

    def _vague(self, context: Context) -> Meaning:
        if not self.anaphoric:
            return Meaning("DATE", "PAST_REF" if self.sign < 0 else "FUTURE_REF", rule="vague")
        year = f"{context.previous.year:04d}" if context.previous and context.previous.year else "XXXX"
        value = {"week": f"{year}-WXX", "month": f"{year}-XX", "day": "XXXX-XX-XX"}.get(self.unit, "XXXX")
        return Meaning("DATE", value, Period(value, _grain(self.unit)), self.mod, rule="vague")

    def _hours(self) -> Meaning | None:
        """Hours land on no day; what is known is how long."""
        value = duration_value(self.count, self.unit)
        return Meaning("DURATION", value, mod=self.length_mod, rule="duration") if value else None


def _grain(unit: str) -> str:
    return {"fortnight": "week", "decade": "year", "century": "year", "weekend": "weekend"}.get(unit, unit)


@dataclass(frozen=True, slots=True)
class Named:
    """A day, month, season or holiday with "last", "next", "this", "the following" …"""

    inner: Calendar
    direction: Direction
    near: bool = False
    """Whether it lies in the running week or year ("this Friday", "this summer")."""
    anaphoric: bool = False
    weeks: int = 0
    """For a weekday: weeks from the running one ("Friday of last week": -1)."""

    def mean(self, context: Context) -> Meaning | None:
        """The nearest one of that name on that side of the anchor day."""
        at = context.now
        if self.anaphoric and context.previous and context.previous.first:
            at = context.previous.first
        if at is None:
            return self.inner.mean(context)
        anchor = "previous" if self.anaphoric and context.previous else context.anchor
        found = self._weekday(at) if self.inner.weekday and not self.inner.month else self._yearly(at, context)
        if found is None:
            return self.inner.mean(context)
        which = "this" if self.near else "last" if self.direction == "past" else "next"
        return Meaning("DATE", found.value, found, anchor=anchor, rule=f"{which}-named")

    def _weekday(self, at: dt.date) -> Period | None:
        number = self.inner.weekday or 1
        if self.near:
            return periods.day(at + (number - at.isoweekday() + 7 * self.weeks) * periods.DAY)
        if self.direction == "past":
            return periods.day(at - ((at.isoweekday() - number - 1) % 7 + 1) * periods.DAY)
        return periods.day(at + ((number - at.isoweekday() - 1) % 7 + 1) * periods.DAY)

    def _yearly(self, at: dt.date, context: Context) -> Period | None:
        made: list[Period] = []
        for year in (at.year - 1, at.year, at.year + 1):
            meaning = replace(self.inner, year=year).mean(context)
            if meaning and meaning.period and meaning.period.first and meaning.period.last:
                made.append(meaning.period)
        if self.near:
            running = [p for p in made if p.last and p.first and p.first <= at <= p.last]
            return running[0] if running else next((p for p in made if p.year == at.year), None)
        if self.direction == "past":
            return next((p for p in reversed(made) if p.last and p.last < at), None)
        return next((p for p in made if p.first and p.first > at), None)


@dataclass(frozen=True, slots=True)
class Running:
    """A unit with a bare article ("the year", "the end of the month"): the one last spoken of, else the running one."""

    unit: str

    def mean(self, context: Context) -> Meaning | None:
        """The period that holds the last date spoken of in a narrative, else the publication date."""
        return Deictic(self.unit, 0, anaphoric=context.narrative).mean(context)


@dataclass(frozen=True, slots=True)
class TheQuarter:
    """ "the quarter", "the latest quarter": the one last spoken of, else the last that was over by publication."""

    def mean(self, context: Context) -> Meaning | None:
        """The quarter."""
        over = context.quarterly and context.quarterly.last
        if context.quarterly and over and (context.now is None or over <= context.now):
            return Meaning("DATE", context.quarterly.value, context.quarterly, anchor="previous", rule="last-quarter")
        return Deictic("quarter", -1).mean(context)


@dataclass(frozen=True, slots=True)
class QuarterOf:
    """ "the 1988 quarter", "the year-earlier third quarter": that of another year that figures are compared with.

    ``number`` None: the one last spoken of, else the last that was over; ``year`` None: the year before that one.
    """

    number: int | None = None
    year: int | None = None

    def mean(self, context: Context) -> Meaning | None:
        """The quarter."""
        base = TheQuarter().mean(context)
        held = base.period if base else None
        if held is None or held.first is None:
            return base
        number = self.number or (held.first.month + 2) // 3
        found = periods.quarter(self.year or held.first.year - 1, number)
        return Meaning("DATE", found.value, found, anchor="previous", rule="quarter a year before")


@dataclass(frozen=True, slots=True)
class Overnight:
    """ "overnight": the night before the day of writing, or the one after it where the verb looks ahead."""

    def mean(self, context: Context) -> Meaning | None:
        """The night by the day on which it begins; its bounds are both days."""
        if context.published is None or context.narrative:
            return None
        first = context.published - (0 if context.direction == "future" else 1) * periods.DAY
        period = Period(first.isoformat(), "day", first, first + periods.DAY)
        return Meaning("TIME", f"{first.isoformat()}TNI", period, anchor=context.anchor, rule="night before or after")


@dataclass(frozen=True, slots=True)
class TheWeekend:
    """ "the weekend": the last one that has begun, or the coming one where the verb looks ahead."""

    def mean(self, context: Context) -> Meaning | None:
        """Saturday and Sunday."""
        if context.now is None:
            return Deictic("weekend", 0).mean(context)
        running = context.now.isoweekday() >= 6
        return Deictic("weekend", 0 if running or context.direction == "future" else -1).mean(context)
