"""Makers of expressions that count from another date.

One rule: the words alone decide whether it counts from now or from the last date spoken of.
"""

from __future__ import annotations

from sitroom.annotate.times.amounts import Duration
from sitroom.annotate.times.captured import Captured, Settings, mod_of, number_of, value_of
from sitroom.annotate.times.context import Direction
from sitroom.annotate.times.counted import Count
from sitroom.annotate.times.forms import Calendar, Form, Part
from sitroom.annotate.times.grammar import Maker
from sitroom.annotate.times.make_dates import calendar
from sitroom.annotate.times.relative import Deictic, Named, Offset, QuarterOf, Running, TheQuarter, TheWeekend


def _deictic(c: Captured, s: Settings) -> Form | None:
    if "dayword" in c:
        return Deictic("day", value_of(c["dayword"], "DAYWORD"))
    offset = (
        s["offset"]
        if "offset" in s
        else value_of(c["r"], "REL", "NOWREL", "NEXTREL", "PRESENTREL", "PASTREL", "ANAREL")
    )
    unit = s.get("unit") or value_of(c["u"], "UNIT", "LONGUNIT")
    anaphoric = bool(s.get("anaphoric"))
    if unit in ("hour", "minute", "second", "millennium", "fortnight"):
        return None
    return Deictic(unit, offset, anaphoric)


def _deictic_there(c: Captured, s: Settings) -> Form | None:
    made = _deictic({**c, "r": c["r"]}, {**s, "offset": value_of(c["r"], "ANAREL")})
    return made


def _named(c: Captured, s: Settings) -> Form | None:
    inner = calendar({k: v for k, v in c.items() if k != "r"}, s)
    if not isinstance(inner, Calendar):
        return None
    offset = value_of(c["r"], "REL", "NOWREL", "ANA")
    direction: Direction = "past" if offset < 0 else "future"
    return Named(inner, direction, near=offset == 0, anaphoric=bool(s.get("anaphoric")))


def _weekday_of(c: Captured, s: Settings) -> Form | None:
    return Named(Calendar(weekday=value_of(c["w"], "WEEKDAY")), None, near=True, weeks=s["offset"])


def _offset(c: Captured, s: Settings) -> Form | None:
    unit = s.get("unit") or value_of(c["u"], "UNIT", "UNITS")
    count = s["count"] if "count" in s else (None if "vague" in c else number_of(c.get("n")))
    if "n" in c and count is None:
        return None
    sign = s["sign"] if "sign" in s else value_of(c["way"], "LATER", "BEFOREAFTER")
    mod = mod_of(c, sign) or value_of(c.get("a"), "ORSO")
    return Offset(count, unit, sign, bool(s.get("anaphoric")), mod)


def _about(c: Captured, s: Settings) -> Form | None:
    inner = value_of(c["x"])
    mod = value_of(c["a"], "APPROX")
    if isinstance(inner, Duration) and c["a"].word == "over" and c["x"].word == "stretch":
        return None  # "over the next two days"
    if isinstance(inner, Duration):
        return Duration(inner.count, inner.unit, mod)
    if isinstance(inner, Offset):
        return Offset(inner.count, inner.unit, inner.sign, inner.anaphoric, mod_of(c, inner.sign))
    return None


def _the_quarter(c: Captured, s: Settings) -> Form | None:
    return TheQuarter()


def _quarter_ago(c: Captured, s: Settings) -> Form | None:
    number = value_of(c.get("o"), "ORD", "NTH")
    return QuarterOf(number) if number in (None, 1, 2, 3, 4) else None


def _quarter_of_year(c: Captured, s: Settings) -> Form | None:
    return QuarterOf(None, value_of(c["y"], "YEAR"))


def _count(c: Captured, s: Settings) -> Form | None:
    """ "the tenth day of the war", "day 12 of the war", "the 25th anniversary"."""
    number = value_of(c.get("o"), "ORD", "NTH") or value_of(c.get("n"), "DAY", "COUNT", "NUMWORD")
    unit = s.get("unit") or value_of(c["u"], "UNIT")
    if "n" in c and "u" in c and unit != "day":
        return None
    if unit not in ("day", "week", "month", "year") or (number is not None and not 0 < number < 1000):
        return None
    return Count(int(number) if number else None, unit, bool(s.get("anniversary")))


def _running_count(c: Captured, s: Settings) -> Form | None:
    unit = value_of(c["u"], "UNIT")
    return Running(unit) if unit in ("day", "week", "month", "year") else None


def _the_unit(c: Captured, s: Settings) -> Form | None:
    unit = value_of(c["u"], "UNIT")
    return Running(unit) if unit in ("week", "month") else None


def _the_weekend(c: Captured, s: Settings) -> Form | None:
    return TheWeekend()


def _the_year(c: Captured, s: Settings) -> Form | None:
    return Running("year")


def _edge_of_unit(c: Captured, s: Settings) -> Form | None:
    unit = value_of(c["u"], "UNIT")
    if unit not in ("week", "month", "year", "quarter", "weekend", "decade", "century"):
        return None
    return Part(Running(unit), value_of(c["p"], "EDGE"))


def _side_of_unit(c: Captured, s: Settings) -> Form | None:
    unit = value_of(c["u"], "UNIT")
    if unit not in ("day", "week", "month", "year", "quarter", "decade"):
        return None
    return Part(Running(unit), None, value_of(c["p"], "SIDE"))


def _year_end(c: Captured, s: Settings) -> Form | None:
    return Part(Running("year"), "END")


def _rest_of(c: Captured, s: Settings) -> Form | None:
    """ "the rest of the year": what lies ahead of it."""
    unit = value_of(c.get("u"), "UNIT")
    if "u" in c and unit not in ("day", "week", "month", "year", "quarter", "decade", "century"):
        return None
    return Part(Running(unit) if unit else value_of(c["x"]), "END", "later")


RELATIVE: dict[str, Maker] = {
    "rest_of": _rest_of,
    "deictic": _deictic,
    "deictic_there": _deictic_there,
    "named": _named,
    "weekday_of": _weekday_of,
    "offset": _offset,
    "about": _about,
    "the_quarter": _the_quarter,
    "quarter_ago": _quarter_ago,
    "quarter_of_year": _quarter_of_year,
    "count": _count,
    "running_count": _running_count,
    "the_unit": _the_unit,
    "the_weekend": _the_weekend,
    "the_year": _the_year,
    "edge_of_unit": _edge_of_unit,
    "side_of_unit": _side_of_unit,
    "year_end": _year_end,
}
"""Makers by the name that rules call them."""
