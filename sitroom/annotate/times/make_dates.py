"""Makers of dates and of their parts.

One rule: a date that no calendar has makes ``None``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from sitroom.annotate.times.amounts import Duration, OfDay, Repeated, Vague
from sitroom.annotate.times.captured import Captured, Settings, value_of, year_of
from sitroom.annotate.times.forms import Calendar, Days, Era, Form, Nth, NthWeekday, Part, WeekOf, Years
from sitroom.annotate.times.grammar import Maker


def calendar(c: Captured, s: Settings) -> Form | None:
    """A date from the parts that were captured: year, month, day, weekday, season, holiday, quarter or half."""
    year, bc = year_of(c.get("y"))
    if "y" in c and year is None:
        return None
    number = value_of(c.get("o"), "ORD", "NTH", "ORDHALF", "HALFCODE")
    form = Calendar(
        year=year,
        month=value_of(c.get("m"), "MONTH", "MONTHABB"),
        day=value_of(c.get("d"), "DAY", "DAYNTH", "ORD"),
        weekday=value_of(c.get("w"), "WEEKDAY", "WEEKDAYABB", "WEEKDAYS"),
        season=value_of(c.get("s"), "SEASON"),
        holiday=value_of(c.get("h"), "HOLIDAY"),
        quarter=_quarter(c, number) if s.get("quarter") else None,
        half=number if s.get("half") else None,
        in_year=value_of(c.get("in_year")),
        before_christ=bc,
    )
    wrong = (form.quarter or 1) not in (1, 2, 3, 4) or (form.half or 1) not in (1, 2)
    wrong = wrong or ("o" in c and not (form.quarter or form.half)) or ("d" in c and not 1 <= (form.day or 0) <= 31)
    if wrong or (form.year is not None and form.day and form.month and not bc and not _exists(form)):
        return None
    return form


def _quarter(c: Captured, number: int | None) -> int | None:
    return number if "o" in c else value_of(c.get("q"), "QUARTERCODE")


def _exists(form: Calendar) -> bool:
    try:
        dt.date(form.year or 2000, form.month or 1, form.day or 1)
    except ValueError:
        return False
    return True


def _iso(c: Captured, s: Settings) -> Form | None:
    text = value_of(c["x"], "ISO", "FIXEDDAY")
    year, month, day = (int(part) for part in re.split("[-/]", text.partition("T")[0]))
    form = Calendar(year, month, day)
    if not (form.year and 1 <= (form.month or 0) <= 12 and _exists(form)):
        return None
    return OfDay(text.partition("T")[2][:5], form) if "T" in text else form


def _slashed(c: Captured, s: Settings) -> Form | None:
    """Month first, as in American papers; day first where only that can be, and with points."""
    text = value_of(c["x"], "SLASHED")
    a, b, year = (int(part) for part in re.split(r"[/.]", text))
    year += (1900 if year >= 40 else 2000) if year < 100 else 0
    month, day = (b, a) if "." in text or a > 12 else (a, b)
    form = Calendar(year, month, day)
    return form if 1 <= month <= 12 and year > 0 and _exists(form) else None


def _decade_of_year(c: Captured, s: Settings) -> Form | None:
    """ "the 1980's"."""
    year, _ = year_of(c["y"])
    return Era("decade", year if year >= 100 else 1900 + year) if year and year % 10 == 0 else None


def _era(c: Captured, s: Settings) -> Form | None:
    bc = bool(s.get("bc"))
    if s["unit"] == "century":
        number = value_of(c["o"], "ORD", "NTH")
        if not isinstance(number, int) or not 1 <= number <= 30:
            return None
        return Era("century", (number - 1) * 100, bc)
    first = value_of(c["d"], "DECADE", "DECADEWORD")
    if bc and first is not None:
        return Era("decade", first, True)
    return Era("decade", first) if first else None


def _bc_decade(c: Captured, s: Settings) -> Form | None:
    found = re.fullmatch(r"(\d{2,3})0s", c["d"].word)
    return Era("decade", int(found[1]) * 10, True) if found else None


def _days(c: Captured, s: Settings) -> Form | None:
    first = calendar(c, s)
    end = value_of(c["e"], "DAY", "DAYNTH")
    if not isinstance(first, Calendar) or not end or end <= (first.day or 0):
        return None
    return Days(first, end)


def _in_year(c: Captured, s: Settings) -> Form | None:
    inner, year = value_of(c["x"]), value_of(c["in_year"])
    if not isinstance(inner, Calendar) or inner.year or (inner.weekday and not inner.month):
        return None
    return replace(inner, in_year=year)


def _second_year(c: Captured, s: Settings) -> Form | None:
    """The second year of "1915-16"."""
    first, second = value_of(c["x"], "YEAR"), value_of(c["y"], "SHORTYEAR")
    year = first - first % 100 + second
    return Calendar(year) if year > first else None


def _years(c: Captured, s: Settings) -> Form | None:
    first, second = value_of(c["x"], "YEAR"), value_of(c["y"], "SHORTYEAR", "YEAR")
    return Years(first) if (first + 1) % 100 == second % 100 else None


def _part(c: Captured, s: Settings) -> Form | None:
    inner = value_of(c["x"])
    mod = s["mod"] if "mod" in s else value_of(c.get("p"), "PARTMOD", "EDGE")
    return Part(inner, mod, s.get("side"))


def _side(c: Captured, s: Settings) -> Form | None:
    return Part(value_of(c["x"]), None, value_of(c["p"], "SIDE"))


def _week_of(c: Captured, s: Settings) -> Form | None:
    number = value_of(c.get("o"), "ORD", "NTH")
    inner = value_of(c["x"])
    if isinstance(inner, (Duration, Repeated, Vague)):
        return None
    unit = value_of(c.get("u"), "UNIT") or "week"
    if unit in ("week", "weekend"):
        return WeekOf(inner, number, unit)
    return Nth(inner, number, unit) if number and unit in ("day", "month", "quarter", "year", "decade") else None


def _holiday_week(c: Captured, s: Settings) -> Form | None:
    """ "Easter week", "Thanksgiving weekend"."""
    unit = value_of(c["u"], "UNIT")
    return WeekOf(Calendar(holiday=value_of(c["h"], "HOLIDAY")), None, unit) if unit in ("week", "weekend") else None


def _half_of(c: Captured, s: Settings) -> Form | None:
    inner, number = value_of(c["x"]), s["half"] if "half" in s else value_of(c["o"], "ORD", "NTH")
    if isinstance(inner, Calendar) and inner == Calendar(year=inner.year) and inner.year and number in (1, 2, -1):
        return Calendar(year=inner.year, half=2 if number == -1 else number)
    return Part(inner, {1: "START", 2: "END", -1: "END"}.get(number)) if number in (1, 2, -1) else None


def _around(c: Captured, s: Settings) -> Form | None:
    return Part(value_of(c["x"]), "APPROX")


def _around_year(c: Captured, s: Settings) -> Form | None:
    year, _ = year_of(c["y"])
    return Part(Calendar(year), "APPROX") if year else None


def _same(c: Captured, s: Settings) -> Form | None:
    form: Form | None = value_of(c["x"])
    return form


def _weekday_of_month(c: Captured, s: Settings) -> Form | None:
    """ "the first Friday of July"."""
    number, day = value_of(c["o"], "ORD", "NTH"), value_of(c["w"])
    if not isinstance(day, Calendar) or not day.weekday or day.day or not -1 <= number <= 5:
        return None
    return NthWeekday(value_of(c["x"]), day.weekday, number)


DATES: dict[str, Maker] = {
    "same": _same,
    "weekday_of_month": _weekday_of_month,
    "calendar": calendar,
    "iso": _iso,
    "slashed": _slashed,
    "decade_of_year": _decade_of_year,
    "era": _era,
    "bc_decade": _bc_decade,
    "days": _days,
    "in_year": _in_year,
    "second_year": _second_year,
    "years": _years,
    "part": _part,
    "side": _side,
    "week_of": _week_of,
    "holiday_week": _holiday_week,
    "half_of": _half_of,
    "around": _around,
    "around_year": _around_year,
}
"""Makers by the name that rules call them."""
