"""What the grammar's patterns make: forms, from the words that they captured.

One rule: a maker answers ``None`` where the captured words make no such expression; another pattern may.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

from sitroom.annotate.times.amounts import Duration, OfDay, Repeated, Vague, duration_value
from sitroom.annotate.times.context import Direction
from sitroom.annotate.times.forms import Calendar, Days, Era, Form, Nth, Part, WeekOf
from sitroom.annotate.times.grammar import Maker
from sitroom.annotate.times.lexer import Node
from sitroom.annotate.times.relative import Deictic, Named, Offset, Running

Captured = dict[str, Node]
Settings = dict[str, Any]


def _of(node: Node | None, *classes: str) -> Any:
    """The value of a lexeme in the first of the classes that it has; the data of a node that a rule made."""
    if node is None:
        return None
    if not isinstance(node.data, dict):
        return node.data
    return next((node.data[name] for name in classes if name in node.data), None)


def _number(node: Node | None) -> float | None:
    return _of(node, "COUNT", "NUMWORD", "DAY")  # type: ignore[no-any-return]


def _year(node: Node | None) -> tuple[int | None, bool]:
    """The year and whether it is before Christ."""
    found = _of(node, "YEAR", "YEAR2", "OLDYEAR", "SHORTYEAR")
    if isinstance(found, tuple):
        return found
    if isinstance(found, int) and node is not None and "SHORTYEAR" in node.classes and "YEAR" not in node.classes:
        found += 1900 if found >= 40 else 2000
    return (found, False) if isinstance(found, int) else (None, False)


# numbers


def _add_words(c: Captured, s: Settings) -> float | None:
    """ "two hundred and fifty" as a sum of products; ``None`` for words that make no number ("nineteen ninety")."""
    total, current, previous = 0.0, 0.0, 10.0**9
    for name in "abcdef":
        if name not in c:
            continue
        value = _number(c[name])
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
    a, b, unit = _number(c["a"]), _number(c["b"]), _number(c.get("c"))
    if a is None or b is None or not 10 <= a <= 20:
        return None
    if not ((b >= 20 and b % 10 == 0) or (10 <= b < 20 and unit is None)):
        return None
    if unit is not None and not 1 <= unit <= 9:
        return None
    return int(a * 100 + b + (unit or 0)), False


def _fraction(c: Captured, s: Settings) -> float | None:
    if "half" in s:
        return (_number(c.get("n")) or 0) + float(s["half"])
    p, q = _number(c["p"]), _number(c["q"])
    return (_number(c.get("n")) or 0) + p / q if p and q and 1 < q <= 10 and p < q else None


def _times(c: Captured, s: Settings) -> float | None:
    return (_number(c.get("n")) or 1) * float(s["by"])


def _fixed(c: Captured, s: Settings) -> Any:
    return s["value"]


def _era_year(c: Captured, s: Settings) -> tuple[int, bool] | None:
    year = _of(c["y"], "OLDYEAR")
    return (year, bool(s.get("bc"))) if year else None


# dates


def _calendar(c: Captured, s: Settings) -> Form | None:
    year, bc = _year(c.get("y"))
    if "y" in c and year is None:
        return None
    number = _of(c.get("o"), "ORD", "NTH", "ORDHALF")
    form = Calendar(
        year=year,
        month=_of(c.get("m"), "MONTH", "MONTHABB"),
        day=_of(c.get("d"), "DAY", "DAYNTH", "ORD"),
        weekday=_of(c.get("w"), "WEEKDAY", "WEEKDAYABB"),
        season=_of(c.get("s"), "SEASON"),
        holiday=_of(c.get("h"), "HOLIDAY"),
        quarter=_quarter(c, number) if s.get("quarter") else None,
        half=number if s.get("half") else None,
        in_year=_of(c.get("in_year")),
        before_christ=bc,
    )
    wrong = (form.quarter or 1) not in (1, 2, 3, 4) or (form.half or 1) not in (1, 2)
    wrong = wrong or ("o" in c and not (form.quarter or form.half)) or ("d" in c and not 1 <= (form.day or 0) <= 31)
    if wrong or (form.year is not None and form.day and form.month and not bc and not _exists(form)):
        return None
    return form


def _quarter(c: Captured, number: int | None) -> int | None:
    return number if "o" in c else _of(c.get("q"), "QUARTERCODE")


def _exists(form: Calendar) -> bool:
    try:
        dt.date(form.year or 2000, form.month or 1, form.day or 1)
    except ValueError:
        return False
    return True


def _iso(c: Captured, s: Settings) -> Form | None:
    text = _of(c["x"], "ISO")
    form = Calendar(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if not (form.year and 1 <= (form.month or 0) <= 12 and _exists(form)):
        return None
    return OfDay(text[11:16], form) if "T" in text else form


def _slashed(c: Captured, s: Settings) -> Form | None:
    """Month first, as in American papers; day first where only that can be, and with points."""
    text = _of(c["x"], "SLASHED")
    a, b, year = (int(part) for part in re.split(r"[/.]", text))
    year += (1900 if year >= 40 else 2000) if year < 100 else 0
    month, day = (b, a) if "." in text or a > 12 else (a, b)
    form = Calendar(year, month, day)
    return form if 1 <= month <= 12 and year > 0 and _exists(form) else None


def _era(c: Captured, s: Settings) -> Form | None:
    bc = bool(s.get("bc"))
    if s["unit"] == "century":
        number = _of(c["o"], "ORD", "NTH")
        if not isinstance(number, int) or not 1 <= number <= 30:
            return None
        return Era("century", (number - 1) * 100, bc)
    first = _of(c["d"], "DECADE", "DECADEWORD")
    if bc and first is not None:
        return Era("decade", first, True)
    return Era("decade", first) if first else None


def _bc_decade(c: Captured, s: Settings) -> Form | None:
    found = re.fullmatch(r"(\d{2,3})0s", c["d"].word)
    return Era("decade", int(found[1]) * 10, True) if found else None


# relative


def _deictic(c: Captured, s: Settings) -> Form | None:
    if "dayword" in c:
        return Deictic("day", _of(c["dayword"], "DAYWORD"))
    offset = s["offset"] if "offset" in s else _of(c["r"], "REL", "PRESENTREL", "PASTREL", "ANAREL")
    unit = s.get("unit") or _of(c["u"], "UNIT")
    anaphoric = bool(s.get("anaphoric"))
    if unit in ("hour", "minute", "second", "millennium", "fortnight"):
        return None
    return Deictic(unit, offset, anaphoric)


def _named(c: Captured, s: Settings) -> Form | None:
    inner = _calendar({k: v for k, v in c.items() if k != "r"}, s)
    if not isinstance(inner, Calendar):
        return None
    offset = _of(c["r"], "REL", "ANA")
    direction: Direction = "past" if offset < 0 else "future"
    return Named(inner, direction, near=offset == 0, anaphoric=bool(s.get("anaphoric")))


def _offset(c: Captured, s: Settings) -> Form | None:
    unit = s.get("unit") or _of(c["u"], "UNIT", "UNITS")
    count = s["count"] if "count" in s else (None if "vague" in c else _number(c.get("n")))
    if "n" in c and count is None:
        return None
    sign = s["sign"] if "sign" in s else _of(c["way"], "LATER", "BEFOREAFTER")
    mod = _mod(c, sign)
    return Offset(count, unit, sign, bool(s.get("anaphoric")), mod)


def _mod(c: Captured, sign: int = 0) -> str | None:
    mod: str | None = _of(c.get("a"), "APPROX")
    if sign and mod in ("MORE_THAN", "LESS_THAN"):
        before = (mod == "MORE_THAN") == (sign < 0)
        return "BEFORE" if before else "AFTER"
    return mod


# parts


def _part(c: Captured, s: Settings) -> Form | None:
    inner = _of(c["x"])
    mod = s["mod"] if "mod" in s else _of(c.get("p"), "PARTMOD", "EDGE")
    return Part(inner, mod, s.get("side"))


def _side(c: Captured, s: Settings) -> Form | None:
    return Part(_of(c["x"]), None, _of(c["p"], "SIDE"))


def _week_of(c: Captured, s: Settings) -> Form | None:
    number = _of(c.get("o"), "ORD", "NTH")
    inner = _of(c["x"])
    if isinstance(inner, (Duration, Repeated, Vague)):
        return None
    unit = _of(c.get("u"), "UNIT") or "week"
    if unit in ("week", "weekend"):
        return WeekOf(inner, number, unit)
    return Nth(inner, number, unit) if number and unit in ("day", "month", "quarter", "year", "decade") else None


def _half_of(c: Captured, s: Settings) -> Form | None:
    inner, number = _of(c["x"]), s["half"] if "half" in s else _of(c["o"], "ORD", "NTH")
    if isinstance(inner, Calendar) and inner == Calendar(year=inner.year) and inner.year and number in (1, 2):
        return Calendar(year=inner.year, half=number)
    return Part(inner, {1: "START", 2: "END", -1: "END"}.get(number)) if number in (1, 2, -1) else None


# durations and sets


def _duration(c: Captured, s: Settings) -> Form | None:
    unit = _of(c["u"], "UNIT", "UNITS", "STRETCHUNIT")
    count = s["count"] if "count" in s else (None if "vague" in c or s.get("vague") else _number(c.get("n")))
    if "n" in c and count is None:
        return None
    if duration_value(count, unit) is None:
        return None
    return Duration(count, unit, _mod(c))


def _about(c: Captured, s: Settings) -> Form | None:
    inner = _of(c["x"])
    mod = _of(c["a"], "APPROX")
    if isinstance(inner, Duration):
        return Duration(inner.count, inner.unit, mod)
    if isinstance(inner, Offset):
        return Offset(inner.count, inner.unit, inner.sign, inner.anaphoric, _mod(c, inner.sign))
    return None


def _around(c: Captured, s: Settings) -> Form | None:
    return Part(_of(c["x"]), "APPROX")


def _set(c: Captured, s: Settings) -> Form | None:
    if "value" in s:
        return Repeated(str(s["value"]))
    if "word" in c:
        return Repeated(_of(c["word"], "SETWORD"))
    if "x" in c:
        return Repeated(None, _of(c["x"]))
    if "w" in c or "m" in c or "s" in c or "h" in c:
        return Repeated(None, _calendar(c, s))
    count = s.get("count") or _of(c.get("o"), "ORD", "NTH") or _number(c.get("n")) or 1
    value = duration_value(count, _of(c["u"], "UNIT", "UNITS", "STRETCHUNIT"))
    return Repeated(value) if value else None


def _vague(c: Captured, s: Settings) -> Form | None:
    return Vague(s["value"] if "value" in s else _of(c["v"], "VAGUE"))


# times of day


def _clock(c: Captured, s: Settings) -> Form | None:
    day = _of(c.get("x"))
    if isinstance(day, (Duration, Vague, OfDay)):
        return None
    if "day_offset" in s:
        day = Deictic("day", s["day_offset"])
    if "anaphoric" in s:
        day = Deictic("day", s["anaphoric"], True)
    if "part" in c:
        return OfDay(_of(c["part"], "PART", "NOON", "NIGHTPART"), day)
    text = _of(c.get("t"), "CLOCK")
    hour, minute = (int(x) for x in text.split(":")[:2]) if text else (_of(c.get("hour"), "HOUR", "NUMWORD"), 0)
    if not isinstance(hour, int):
        return None
    half = _of(c.get("half"), "HALFDAY")
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59 or (half and hour > 24):
        return None
    return OfDay(f"{hour:02d}:{minute:02d}", day)


def _with_day(c: Captured, s: Settings) -> Form | None:
    """A time of day with the day that stands beside it."""
    clock, day = _of(c["clock"]), _of(c["x"])
    if not isinstance(clock, OfDay) or clock.day is not None or isinstance(day, (Duration, Vague, OfDay)):
        return None
    return OfDay(clock.clock, day)


def _late(c: Captured, s: Settings) -> Form | None:
    clock = _of(c["clock"])
    mod = _of(c["p"], "PARTMOD")
    return OfDay(clock.clock, clock.day, mod) if isinstance(clock, OfDay) else None


def _clock_and_part(c: Captured, s: Settings) -> Form | None:
    """ "4 in the morning"."""
    clock, part, day = _of(c["clock"]), _of(c["part"]), _of(c.get("x"))
    if not isinstance(clock, OfDay) or not isinstance(part, OfDay) or ":" not in clock.clock:
        return None
    hour = int(clock.clock[:2])
    if part.clock in ("AF", "EV", "NI") and hour < 12:
        clock = OfDay(f"{hour + 12:02d}{clock.clock[2:]}", clock.day)
    return OfDay(clock.clock, clock.day or day)


def _night(c: Captured, s: Settings) -> Form | None:
    return OfDay("NI", Deictic("day", s["day_offset"]))


def _midnight(c: Captured, s: Settings) -> Form | None:
    return OfDay("00:00")


def _set_part(c: Captured, s: Settings) -> Form | None:
    part = _of(c["part"], "PART")
    return Repeated(f"XXXX-XX-XXT{part}")


def _a_unit(c: Captured, s: Settings) -> Form | None:
    unit = _of(c["u"], "UNIT")
    return None if unit in ("second", "quarter") else Duration(1, unit)


def _days(c: Captured, s: Settings) -> Form | None:
    first = _calendar(c, s)
    end = _of(c["e"], "DAY", "DAYNTH")
    if not isinstance(first, Calendar) or not end or end <= (first.day or 0):
        return None
    return Days(first, end)


def _weekday_of(c: Captured, s: Settings) -> Form | None:
    return Named(Calendar(weekday=_of(c["w"], "WEEKDAY")), None, near=True, weeks=s["offset"])


def _deictic_there(c: Captured, s: Settings) -> Form | None:
    made = _deictic({**c, "r": c["r"]}, {**s, "offset": _of(c["r"], "ANAREL")})
    return made


def _in_year(c: Captured, s: Settings) -> Form | None:
    inner, year = _of(c["x"]), _of(c["in_year"])
    if not isinstance(inner, Calendar) or inner.year or (inner.weekday and not inner.month):
        return None
    return replace(inner, in_year=year)


def _first_of(c: Captured, s: Settings) -> Form | None:
    inner = _of(c["x"])
    return inner if isinstance(inner, Duration) else None


def _edge_of_unit(c: Captured, s: Settings) -> Form | None:
    unit = _of(c["u"], "UNIT")
    if unit not in ("week", "month", "year", "quarter", "weekend", "decade", "century"):
        return None
    return Part(Running(unit), _of(c["p"], "EDGE"))


def _side_of_unit(c: Captured, s: Settings) -> Form | None:
    unit = _of(c["u"], "UNIT")
    if unit not in ("day", "week", "month", "year", "quarter", "decade"):
        return None
    return Part(Running(unit), None, _of(c["p"], "SIDE"))


def _year_end(c: Captured, s: Settings) -> Form | None:
    return Part(Running("year"), "END")


MAKERS: dict[str, Maker] = {
    "add_words": _add_words, "year_words": _year_words, "fraction": _fraction, "times": _times, "fixed": _fixed,
    "era_year": _era_year, "calendar": _calendar, "iso": _iso, "slashed": _slashed, "era": _era,
    "bc_decade": _bc_decade, "deictic": _deictic, "named": _named, "offset": _offset, "part": _part, "side": _side,
    "week_of": _week_of, "half_of": _half_of, "duration": _duration, "about": _about, "around": _around,
    "set": _set, "vague": _vague, "clock": _clock, "with_day": _with_day, "late": _late, "night": _night,
    "clock_and_part": _clock_and_part, "midnight": _midnight, "set_part": _set_part, "a_unit": _a_unit,
    "days": _days, "weekday_of": _weekday_of, "deictic_there": _deictic_there, "in_year": _in_year,
    "first_of": _first_of, "edge_of_unit": _edge_of_unit, "side_of_unit": _side_of_unit, "year_end": _year_end,
}  # fmt: skip
"""Makers by the name that rules call them."""
