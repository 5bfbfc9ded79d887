"""Values in the forms of their standards: EDTF dates (ISO 8601-2), TIMEX3 values, number modifiers.

One rule: a value that cannot be written in its standard is ``None``, never a guess.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from sitroom.errors import ValueFormatError

Modifier = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range"]
"""How a stated number bounds the real one."""

_QUALIFIER = re.compile(r"[~?%]")
_DAY = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:Z+.-]+)?$")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # first months of the seasons of the northern half
_SPANS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}  # quarters and halves of a year
_TIMEX = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d|XX))?))?(?:T[\dA-Z:+.-]+)?$"
)
_TIMEX_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day of a date, both included; ``None`` is an open end."""

    first: dt.date | None
    last: dt.date | None

    def overlaps(self, other: Bounds) -> bool:
        """Whether a day could lie in both."""
        return (self.first is None or other.last is None or self.first <= other.last) and (
            other.first is None or self.last is None or other.first <= self.last
        )

    def covers(self, other: Bounds) -> bool:
        """Whether every day of ``other`` lies in this one; an open end covers a closed one, never the reverse."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    @property
    def days(self) -> int | None:
        """Number of days, ``None`` where an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None


def bounds(edtf: str | None) -> Bounds | None:
    """First and last day of an EDTF date; ``None`` for ``None``.

    Supported: days, months, years, decades and centuries (``201X``, ``20XX``), unspecified months and days
    (``2021-XX``, ``2021-12-XX``), seasons (northern half), quarters and halves of years, intervals with open
    ends, one-of sets (their hull), the qualifiers ``~ ? %`` (ignored). Times of day are cut to the day.
    Not supported: years before 1 and after 9999, open years (``XXXX-12-30``).

    Raises:
        ValueFormatError: anything else.
    """
    if edtf is None:
        return None
    text = _QUALIFIER.sub("", edtf.strip()).strip("[]{}")
    if "/" in text or ".." in text or "," in text:
        parts = [part.strip() for part in re.split(r"/|,|(?<!^)\.\.(?!$)", text)]
        known = [_closed(part) for part in parts if part not in ("", "..")]
        if not known:
            raise ValueFormatError(f"not an EDTF date: {edtf!r}")
        first = None if parts[0] in ("", "..") else min(x[0] for x in known)
        last = None if parts[-1] in ("", "..") else max(x[1] for x in known)
        return Bounds(first, last)
    return Bounds(*_closed(text))


def _closed(text: str) -> tuple[dt.date, dt.date]:
    if re.fullmatch(r"\d{3}X|\d{2}XX", text):
        first_year = max(int(text.replace("X", "0")), 1)
        return dt.date(first_year, 1, 1), dt.date(int(text.replace("X", "9")), 12, 31)
    text = re.sub(r"(-XX)+$", "", text)
    found = _DAY.match(text)
    if not found:
        raise ValueFormatError(f"not an EDTF date: {text!r}")
    year, month, day = int(found[1]), found[2], found[3]
    try:
        if day:
            one = dt.date(year, int(month), int(day))
            return one, one
        if month and int(month) in _SEASONS:
            first = _SEASONS[int(month)]
            last_year, last = (year + 1, 2) if first == 12 else (year, first + 2)
            return dt.date(year, first, 1), last_of_month(last_year, last)
        if month and int(month) in _SPANS:
            first, last = _SPANS[int(month)]
            return dt.date(year, first, 1), last_of_month(year, last)
        if month:
            return dt.date(year, int(month), 1), last_of_month(year, int(month))
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    except ValueError as error:
        raise ValueFormatError(f"not a date: {text!r}") from error


def last_of_month(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def edtf_of(span: Bounds) -> str:
    """The shortest EDTF form of a span of days: a day, a month, a year, or an interval."""
    first, last = span.first, span.last
    if first is None or last is None:
        if first is None and last is None:
            raise ValueFormatError("a date needs one closed end")
        return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
    if first == last:
        return first.isoformat()
    if first.day == 1 and last == last_of_month(first.year, first.month):
        return f"{first.year:04d}-{first.month:02d}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    return f"{first.isoformat()}/{last.isoformat()}"


def is_edtf(text: str) -> bool:
    """Whether :func:`bounds` reads the text."""
    try:
        return bounds(text) is not None
    except ValueFormatError:
        return False


def day_of(edtf: str | None) -> dt.date | None:
    """The day, where an EDTF date names exactly one; else ``None``."""
    span = bounds(edtf)
    return span.first if span and span.first == span.last else None


def same_time(one: str | None, other: str | None) -> bool:
    """Whether two EDTF dates could mean the same day; an unknown date could be any."""
    a, b = bounds(one), bounds(other)
    return a is None or b is None or a.overlaps(b)


def finer(one: str | None, other: str | None) -> str | None:
    """The date that leaves fewer days open; the first where both leave as many."""
    a, b = bounds(one), bounds(other)
    if a is None or b is None:
        return one if b is None else other
    length_a, length_b = a.days or 10**9, b.days or 10**9
    return other if length_b < length_a else one


def bounds_of_timex(value: str) -> Bounds | None:
    """First and last day of a TIMEX3 value of type DATE or TIME; ``None`` where it lands on no calendar.

    Supported: days, ISO weeks and their ends, months, quarters, halves, seasons (northern half), years,
    decades and centuries (``199``, ``19``), times of day (cut to the day), intervals ``A/B``. ``None`` for
    durations, references such as PAST_REF, open years and years before Christ.
    """
    if "/" in value:
        ends = [bounds_of_timex(part) for part in value.split("/", 1)]
        return Bounds(ends[0].first, ends[1].last) if ends[0] and ends[1] else None
    if re.fullmatch(r"\d{2,3}", value):
        return bounds(value.ljust(4, "X"))
    found = _TIMEX.match(value)
    if not found:
        return None
    try:
        return _timex_parts(int(found["year"]), found.groupdict())
    except ValueError:  # no such week, month or day
        return None


def _timex_parts(year: int, parts: dict[str, str | None]) -> Bounds | None:
    if week := parts["week"]:
        monday = dt.date.fromisocalendar(year, int(week), 1)
        return Bounds(monday + dt.timedelta(days=5 if parts["weekend"] else 0), monday + dt.timedelta(days=6))
    if season := parts["season"]:
        return bounds(f"{year:04d}-{_TIMEX_SEASONS[season]}")
    for name, first in (("quarter", 32), ("half", 39)):
        if number := parts[name]:
            return bounds(f"{year:04d}-{first + int(number)}")
    text = "-".join(part for part in (f"{year:04d}", parts["month"], parts["day"]) if part)
    return bounds(text)


def edtf_of_timex(value: str, mod: str | None = None) -> str | None:
    """EDTF date of a TIMEX3 value, with ``~`` where the mod is APPROX; ``None`` where it lands on no calendar.

    The mods START, MID and END narrow nothing here: how much they cut off is the reader's judgement.
    """
    span = bounds_of_timex(value)
    if span is None:
        return None
    text = edtf_of(span)
    return f"{text}~" if mod == "APPROX" and "/" not in text else text


def timex_of_edtf(edtf: str) -> str | None:
    """TIMEX3 value of an EDTF date; ``None`` where TIMEX3 has none (intervals of other lengths, open ends).

    Raises:
        ValueFormatError: it is no EDTF date that :func:`bounds` reads.
    """
    span = bounds(edtf)
    if span is None or span.first is None or span.last is None:
        return None
    first, last, year = span.first, span.last, f"{span.first.year:04d}"
    if first == last:
        return first.isoformat()
    week = first.isocalendar()
    candidates = [
        f"{first.year:04d}-{first.month:02d}",
        year,
        f"{year}-Q{(first.month + 2) // 3}",
        f"{year}-H{1 if first.month < 7 else 2}",
        *(f"{year}-{season}" for season in _TIMEX_SEASONS),
        f"{week.year:04d}-W{week.week:02d}",
        f"{week.year:04d}-W{week.week:02d}-WE",
        year[:3],
        year[:2],
    ]
    return next((value for value in candidates if bounds_of_timex(value) == span), None)
