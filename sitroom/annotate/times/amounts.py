"""Durations, repeated times, vague references and times of day.

One rule: a duration never lands on the calendar by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sitroom.annotate.times.context import Context, Meaning
from sitroom.annotate.times.forms import Calendar, Form
from sitroom.annotate.times.periods import Period

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y",
}  # fmt: skip
_LONGER = {"decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000), "fortnight": ("week", 2)}
SMALLER = {"hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12), "day": ("hour", 24)}
"""The unit that a part of another is told in, and how many there are."""


def duration_value(count: float | None, unit: str) -> str | None:
    """TIMEX3 value of so many units; ``PXD`` and the like where the number is ``None``; ``None`` for no known unit."""
    if unit in _LONGER:
        unit, factor = _LONGER[unit]
        count = None if count is None else count * factor
    if unit not in _LETTERS or (count is not None and not 0 < count < 10**7):
        return None
    letter = _LETTERS[unit]
    time, letter = ("T", letter[1:]) if letter[0] == "T" else ("", letter)
    if count is None:
        return f"P{time}X{letter}"
    if count == int(count):
        return f"P{time}{int(count)}{letter}"
    rest = count - int(count)
    if unit in SMALLER:
        smaller, factor = SMALLER[unit]
        parts = round(rest * factor, 6)
        if parts == int(parts) and int(count):
            small = duration_value(parts, smaller) or ""
            return f"P{time}{int(count)}{letter}{small[1 + len(time) :]}" if small.startswith(f"P{time}") else None
        if parts == int(parts):
            return duration_value(parts, smaller)
    return f"P{time}{count:g}{letter}"


@dataclass(frozen=True, slots=True)
class Duration:
    """So many units of time; ``count`` None where the number is not told."""

    count: float | None
    unit: str
    mod: str | None = None

    def mean(self, context: Context) -> Meaning | None:
        """The duration."""
        value = duration_value(self.count, self.unit)
        return Meaning("DURATION", value, mod=self.mod, rule="duration") if value else None


@dataclass(frozen=True, slots=True)
class Distance(Duration):
    """A duration that tells how far the happening lies from another: "two days after the talks" (sign 1)."""

    sign: int = 1


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: a value such as ``P1D`` or ``XXXX-WXX-2``."""

    value: str | None = None
    inner: Form | None = None

    def mean(self, context: Context) -> Meaning | None:
        """The set."""
        if self.value:
            return Meaning("SET", self.value, rule="set")
        if self.inner is None:
            return None
        bare = replace(context, published=None, previous=None)
        meaning = self.inner.mean(bare)
        return Meaning("SET", meaning.value, rule="set") if meaning else None


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str

    def mean(self, context: Context) -> Meaning | None:
        """The reference as it is."""
        return Meaning("DATE", self.value, rule="vague")


@dataclass(frozen=True, slots=True)
class OfDay:
    """A part of a day (MO, AF, EV, NI, DT) or a clock time, with the day if one is named."""

    clock: str
    day: Form | None = None
    mod: str | None = None
    zone: str = ""
    """The zone as printed; the time is kept as printed too, and its day is the day there."""

    def mean(self, context: Context) -> Meaning | None:
        """The time of the day named, else of the day last spoken of or of publication."""
        held = self.day.mean(context) if self.day is not None else self._unnamed(context)
        if held is None:
            return None
        if self.zone:
            held = replace(held, rule=f"{held.rule}, zone {self.zone}")
        period = held.period
        if held.type == "SET" or period is None or period.grain != "day":
            value = {"week": "XXXX-XX-XX"}.get(period.grain if period else "", held.value)
            if period is not None and period.grain == "month" and re.fullmatch(r"\d{4}-\d\d", held.value):
                value = f"{held.value}-XX"
            if held.type == "SET" and held.value.startswith("P"):
                value = "XXXX-XX-XX"
            return replace(held, type=held.type if held.type == "SET" else "TIME", value=f"{value}T{self.clock}")
        return replace(held, type="TIME", value=f"{held.value[:10]}T{self.clock}", mod=self.mod)

    def _unnamed(self, context: Context) -> Meaning | None:
        previous = context.previous
        if previous and previous.grain == "day" and previous.first:
            return Meaning("TIME", previous.value, previous, anchor="previous", rule="time of day")
        if context.published and not context.narrative:
            return Calendar(context.published.year, context.published.month, context.published.day).mean(context)
        return Meaning("TIME", "XXXX-XX-XX", Period("XXXX-XX-XX", "day"), rule="open")
