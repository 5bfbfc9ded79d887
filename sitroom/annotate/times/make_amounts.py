"""Makers of durations, sets, vague references and times of day.

One rule: an hour that no clock has makes ``None``.
"""

from __future__ import annotations

from dataclasses import replace

from sitroom.annotate.times.amounts import SMALLER, Duration, OfDay, Repeated, Vague, duration_value
from sitroom.annotate.times.captured import Captured, Settings, mod_of, number_of, value_of
from sitroom.annotate.times.forms import Form
from sitroom.annotate.times.grammar import Maker
from sitroom.annotate.times.make_dates import calendar
from sitroom.annotate.times.relative import Deictic, Overnight


def _duration(c: Captured, s: Settings) -> Form | None:
    unit = value_of(c["u"], "UNIT", "UNITS", "STRETCHUNIT")
    count = s["count"] if "count" in s else (None if "vague" in c or s.get("vague") else number_of(c.get("n")))
    if "n" in c and count is None:
        return None
    if duration_value(count, unit) is None or (
        unit == "quarter"
        and "SPANREL" not in s
        and value_of(c.get("vague"), "FUZZY") not in ("several", "few", "a few")
    ):
        return None
    return Duration(count, unit, mod_of(c))


def _a_unit(c: Captured, s: Settings) -> Form | None:
    unit = value_of(c["u"], "UNIT")
    return None if unit in ("second", "quarter") else Duration(1, unit)


def _and_half(c: Captured, s: Settings) -> Form | None:
    """ "a year and a half"."""
    part = number_of(c["n"])
    return Duration(1 + part, value_of(c["u"], "UNIT")) if part and part < 1 else None


def _set(c: Captured, s: Settings) -> Form | None:
    if "value" in s:
        return Repeated(str(s["value"]))
    if "word" in c:
        return Repeated(value_of(c["word"], "SETWORD"))
    if "x" in c:
        return Repeated(None, value_of(c["x"]))
    if "w" in c or "m" in c or "s" in c or "h" in c:
        return Repeated(None, calendar(c, s))
    count = s.get("count") or value_of(c.get("o"), "ORD", "NTH") or number_of(c.get("n")) or 1
    value = duration_value(count, value_of(c["u"], "UNIT", "UNITS", "STRETCHUNIT"))
    return Repeated(value) if value else None


def _set_part(c: Captured, s: Settings) -> Form | None:
    part = value_of(c["part"], "PART")
    return Repeated(f"XXXX-XX-XXT{part}")


def _vague(c: Captured, s: Settings) -> Form | None:
    return Vague(s["value"] if "value" in s else value_of(c["v"], "VAGUE", "STORYWORD"))


def _clock(c: Captured, s: Settings) -> Form | None:
    day = value_of(c.get("x"))
    if isinstance(day, (Duration, Vague, OfDay)):
        return None
    if "day_offset" in s:
        day = Deictic("day", s["day_offset"])
    if "anaphoric" in s:
        day = Deictic("day", s["anaphoric"], True)
    zone = c["z"].word if "z" in c else ""
    if "part" in c:
        return OfDay(value_of(c["part"], "PART", "NOON", "NIGHTPART"), day, zone=zone)
    text = value_of(c.get("t"), "CLOCK", "DOTCLOCK")
    if "t" in c and text is None:
        text = f"{c['t'].word[:2]}:{c['t'].word[2:]}"
    hour, minute = (int(x) for x in text.split(":")[:2]) if text else (value_of(c.get("hour"), "HOUR", "NUMWORD"), 0)
    if not isinstance(hour, int):
        return None
    half = value_of(c.get("half"), "HALFDAY")
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59 or (half and hour > 24):
        return None
    return OfDay(f"{hour:02d}:{minute:02d}", day, zone=zone)


def _clock_words(c: Captured, s: Settings) -> Form | None:
    """ "half past eight", "seven thirty p.m."; without a half of the day the hour is as said."""
    hour, half = value_of(c["hour"], "HOUR", "NUMWORD"), value_of(c.get("half"), "HALFDAY")
    minute = s["past"] if "past" in s else value_of(c["minute"], "NUMWORD", "DAY")
    if not 1 <= hour <= 12 or not -60 < minute < 60:
        return None
    total = (hour % 12 + 12 * (half == "PM") if half else hour) * 60 + minute
    return OfDay(f"{total // 60 % 24:02d}:{total % 60:02d}")


def _with_day(c: Captured, s: Settings) -> Form | None:
    """A time of day with the day that stands beside it."""
    clock, day = value_of(c["clock"]), value_of(c["x"])
    if not isinstance(clock, OfDay) or clock.day is not None or isinstance(day, (Duration, Vague, OfDay)):
        return None
    return replace(clock, day=day)


def _late(c: Captured, s: Settings) -> Form | None:
    clock = value_of(c["clock"])
    mod = value_of(c["p"], "PARTMOD")
    return replace(clock, mod=mod) if isinstance(clock, OfDay) else None


def _about_clock(c: Captured, s: Settings) -> Form | None:
    clock = value_of(c["clock"])
    return replace(clock, mod="APPROX") if isinstance(clock, OfDay) and ":" in clock.clock else None


def _overnight(c: Captured, s: Settings) -> Form | None:
    return Overnight()


def _clock_and_part(c: Captured, s: Settings) -> Form | None:
    """ "4 in the morning"."""
    clock, part, day = value_of(c["clock"]), value_of(c["part"]), value_of(c.get("x"))
    if not isinstance(clock, OfDay) or not isinstance(part, OfDay) or ":" not in clock.clock:
        return None
    hour = int(clock.clock[:2])
    if part.clock in ("AF", "EV", "NI") and hour < 12:
        clock = replace(clock, clock=f"{hour + 12:02d}{clock.clock[2:]}")
    return replace(clock, day=clock.day or day)


def _night(c: Captured, s: Settings) -> Form | None:
    return OfDay("NI", Deictic("day", s["day_offset"]))


def _midnight(c: Captured, s: Settings) -> Form | None:
    return OfDay("00:00", zone=c["z"].word if "z" in c else "")


def _sum(c: Captured, s: Settings) -> Form | None:
    """ "two hours and 15 minutes" as hours."""
    one, other = value_of(c["x"]), value_of(c["y"])
    if not (isinstance(one, Duration) and isinstance(other, Duration)) or one.count is None or other.count is None:
        return None
    unit, factor = SMALLER.get(one.unit, ("", 1))
    return Duration(one.count + other.count / factor, one.unit, one.mod) if unit == other.unit else None


def _clock_on(c: Captured, s: Settings) -> Form | None:
    """ "this morning at 7", "tonight at 9:30 p.m."."""
    part = value_of(c["x"])
    if not isinstance(part, OfDay) or ":" in part.clock:
        return None
    clock = value_of(c["clock"]) if "clock" in c else OfDay(f"{value_of(c['hour'], 'HOUR'):02d}:00")
    if not isinstance(clock, OfDay) or clock.day is not None or ":" not in clock.clock:
        return None
    hour = int(clock.clock[:2])
    late = part.clock in ("AF", "EV", "NI") and 1 <= hour < 12 and "clock" not in c
    return replace(clock, clock=f"{hour + 12 * late:02d}{clock.clock[2:]}", day=part.day)


AMOUNTS: dict[str, Maker] = {
    "sum": _sum,
    "clock_on": _clock_on,
    "duration": _duration,
    "a_unit": _a_unit,
    "and_half": _and_half,
    "set": _set,
    "set_part": _set_part,
    "vague": _vague,
    "clock": _clock,
    "clock_words": _clock_words,
    "with_day": _with_day,
    "late": _late,
    "about_clock": _about_clock,
    "overnight": _overnight,
    "clock_and_part": _clock_and_part,
    "night": _night,
    "midnight": _midnight,
}
"""Makers by the name that rules call them."""
