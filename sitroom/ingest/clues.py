"""What a text says about the day it was written: stated dates, and days that lie behind or ahead of it.

One rule: nothing here decides; a clue is what a reader sees, with its direction and its precision.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from sitroom.resources import load
from sitroom.text import paragraphs, parse_form

Tense = Literal["past", "future", "unknown"]
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?P<{}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|"
    r"AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\b\.?"
)
_WEEKDAY = r"(?P<{}>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)(?=[,.]? ))"
_DAY = r"(?P<{}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![,.]?\d|:\d)"
_RANGE = r"(?:\s?[-–]\s?\d{1,2}\b)?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)\b"
_CALENDAR = re.compile(
    rf"(?:{_WEEKDAY.format('w1')}[,.]?\s+)?(?:the\s+)?"
    rf"(?:{_MONTH.format('m1')}\s+{_DAY.format('d1')}{_RANGE}(?:(?:,|\s)\s*{_YEAR.format('y1')})?"
    rf"|{_DAY.format('d2')}{_RANGE}\s+(?:of\s+)?{_MONTH.format('m2')}(?:,?\s+{_YEAR.format('y2')})?"
    rf"|\b(?P<y3>(?:19|20)\d\d)-(?P<m3>0[1-9]|1[0-2])-(?P<d3>3[01]|[12]\d|0[1-9])\b"
    rf"|\b(?P<a4>\d{{1,2}})[/.](?P<b4>\d{{1,2}})[/.](?P<y4>(?:19|20)\d\d)\b)"
)
_BARE_WEEKDAY = re.compile(r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!s)")
_BARE_MONTH = re.compile(
    rf"\b(?:in|early|mid|late|earlier|since|last|this|next|by|until|until)[ -](?:in\s+|early\s+|late\s+|mid-)?"
    rf"{_MONTH.format('m')}(?!\s+\d{{1,2}}\b)(?:,?\s+{_YEAR.format('y')})?"
)
_PLAIN_YEAR = re.compile(r"(?<![\d$£€,./-])(?:19[5-9]|20\d)\d(?![\d,/%-]|\s(?:people|troops|dollars|miles|barrels)\b)")
_FURNITURE = re.compile(r"©|\(c\)|copyright|all rights reserved", re.IGNORECASE)
_RELATIVE_MONTH = re.compile(r"\b(earlier this|later this|next|last) (month|year)\b", re.IGNORECASE)
_SENTENCE_BREAK = re.compile(r"[.!?]['\")]*\s+(?=[A-Z\"'(])|\n")
_DATELINE = re.compile(
    rf"^[^\W\d_a-z][^\d\n]{{1,60}}?,?\s(?:{_MONTH.format('m1')}\s{_DAY.format('d1')}|{_DAY.format('d2')}\s"
    rf"{_MONTH.format('m2')})(?:,?\s{_YEAR.format('y')})?\s?(?:\([^)]{{1,40}}\)\s?)?[-–—]{{1,2}}\s"
)
_CLOCK_AFTER = re.compile(r"[,.|]?\s*(?:at\s|[-–|]\s)?\d{1,2}[:.]\d\d\b")
_CLOCK_BEFORE = re.compile(r"\d{1,2}[:.]\d\d\s?(?:[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,4})?\s?[,|]?\s*$")
_RUN_IN = 160  # code points at the beginning in which a date and time may be run together with the text
_HEAD_LINES = 15
_MAX_TEXT = 60_000  # code points that are looked at from either end


@dataclass(frozen=True, slots=True)
class DayClue:
    """A calendar day as the text gives it; ``year`` and ``weekday`` (Monday is 0) are ``None`` where it does not."""

    month: int
    day: int
    year: int | None
    weekday: int | None
    tense: Tense

    def date(self, year: int) -> dt.date | None:
        """The day in a year; ``None`` where that year has no such day."""
        try:
            return dt.date(self.year or year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Clues:
    """All that one text says about its day.

    ``stated`` is a whole date that the text gives as its own, with how it says so; ``dateline`` the day of an
    agency's dateline without a year.
    """

    stated: tuple[dt.date, Literal["dateline", "text"]] | None = None
    dateline: DayClue | None = None
    days: tuple[DayClue, ...] = ()
    weekdays: tuple[tuple[int, Tense], ...] = ()
    months: tuple[tuple[int, Tense], ...] = ()
    years: tuple[int, ...] = ()
    relative: frozenset[str] = field(default_factory=frozenset)


def read_clues(text: str) -> Clues:
    """The clues of a text. Not supported: dates in other languages than English, relative years in words."""
    plain = parse_form(text[:_MAX_TEXT])
    spans = paragraphs(text[:_MAX_TEXT])
    lines = [plain[span.start : span.end] for span in spans]
    stated = _stated(lines) or _leading(lines)
    body = [line for line in lines if not _FURNITURE.search(line) or len(line) > 200]
    dateline = next((clue for line in lines[:_HEAD_LINES] if (clue := _dateline(line))), None)
    if stated is None and dateline and dateline.year and (day := dateline.date(dateline.year)):
        stated = (day, "dateline")
    days: list[DayClue] = []
    weekdays: list[tuple[int, Tense]] = []
    months: list[tuple[int, Tense]] = []
    years: list[int] = []
    relative: set[str] = set()
    for line in body:
        for sentence in _SENTENCE_BREAK.split(line):
            rest = _take_days(sentence, days)
            weekdays += [(_weekday(m[1]), tense(rest, m.start(), m.end())) for m in _BARE_WEEKDAY.finditer(rest)]
            for m in _BARE_MONTH.finditer(rest):
                months.append((_month(m["m"]), tense(rest, m.start("m"), m.end())))
            years += [int(m[0]) for m in _PLAIN_YEAR.finditer(rest) if tense(rest, m.start(), m.end()) != "future"]
            relative |= {" ".join(m.groups()).lower() for m in _RELATIVE_MONTH.finditer(rest)}
    years += [clue.year for clue in days if clue.year and clue.tense != "future"]
    if stated and stated[1] == "dateline" and any(year > stated[0].year for year in years):
        stated = None  # a line of a chronology: the text goes on to later years
    return Clues(
        stated, dateline, tuple(days), tuple(weekdays), tuple(months), tuple(sorted(set(years))), frozenset(relative)
    )


def tense(sentence: str, start: int, end: int) -> Tense:
    """Whether what stands at ``[start, end)`` lies behind or ahead, by the nearest cue before it, else after it."""
    before = [m for m in _cues().finditer(sentence, max(0, start - 140), start) if _is_cue(m)]
    after = [m for m in _cues().finditer(sentence, end, min(len(sentence), end + 50)) if _is_cue(m)]
    found = before[-1] if before else after[0] if after else None
    if found is None:
        return "unknown"
    return "future" if found["future"] else "past"


@cache
def _cues() -> re.Pattern[str]:
    words = load("publication")
    future = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words["future"], key=len, reverse=True))
    past = "|".join(map(re.escape, words["past"]))
    # A modal takes its verbs along: "will be held", "would then have spoken".
    return re.compile(rf"\b(?:(?P<future>(?:{future})\b(?:\s+(?:be|have|not|then|also|been)\b)*(?:\s+[a-z]+)?)"
                      rf"|(?P<past>(?:{past}|[a-z]{{2,}}ed)\b))")  # fmt: skip


def _is_cue(found: re.Match[str]) -> bool:
    return found["future"] is not None or found[0] not in load("publication")["not_past"]


def _take_days(sentence: str, days: list[DayClue]) -> str:
    """Add the sentence's calendar days; returns it with them blanked out, so that nothing is read twice."""
    rest = sentence
    for name, (month, day) in load("publication")["holidays"].items():
        at = sentence.find(name)
        if at >= 0:
            days.append(DayClue(month, day, None, None, tense(sentence, at, at + len(name))))
            rest = _blank(rest, at, at + len(name))
    for found in _CALENDAR.finditer(sentence):
        following = re.match(r"\s+(\w+)", sentence[found.end() : found.end() + 30])
        clue = _clue(found, sentence)
        if clue and not (following and not clue.year and following[1].lower() in load("publication")["anniversaries"]):
            days.append(clue)
        rest = _blank(rest, found.start(), found.end())
    return rest


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _clue(found: re.Match[str], sentence: str) -> DayClue | None:
    at = tense(sentence, found.start(), found.end())
    weekday = _weekday(found["w1"]) if found["w1"] else None
    if found["m1"]:
        return DayClue(_month(found["m1"]), int(found["d1"]), _int(found["y1"]), weekday, at)
    if found["m2"]:
        return DayClue(_month(found["m2"]), int(found["d2"]), _int(found["y2"]), weekday, at)
    if found["m3"]:
        return DayClue(int(found["m3"]), int(found["d3"]), int(found["y3"]), weekday, at)
    first, second = int(found["a4"]), int(found["b4"])
    if first > 12 >= second > 0 and first <= 31:
        return DayClue(second, first, int(found["y4"]), weekday, at)
    if second > 12 >= first > 0 and second <= 31:
        return DayClue(first, second, int(found["y4"]), weekday, at)
    return DayClue(first, second, int(found["y4"]), weekday, at) if first == second and 0 < first <= 12 else None


def _stated(lines: list[str]) -> tuple[dt.date, Literal["dateline", "text"]] | None:
    """A date that the text gives as its own: a labelled one anywhere, else a line of its own near the top."""
    found = list(_date_lines(lines))
    for kind in ("published", "updated", "line"):
        for label, day in found:
            if label == kind:
                return day, "dateline" if kind == "line" else "text"
    return None


def _leading(lines: list[str]) -> tuple[dt.date, Literal["dateline", "text"]] | None:
    """A whole date with a time of day beside it near the beginning, run together with the text that follows."""
    for line in lines[:1]:
        head = line[:_RUN_IN]
        for found in _CALENDAR.finditer(head):
            clue = _clue(found, head)
            day = clue.date(clue.year) if clue and clue.year else None
            timed = _CLOCK_AFTER.match(head, found.end()) or _CLOCK_BEFORE.search(head, 0, found.start())
            if day and timed:
                return day, "dateline"
    return None


def _date_lines(lines: list[str]) -> Iterator[tuple[str, dt.date]]:
    words = load("publication")
    allowed = {*words["line_words"], *WEEKDAYS, *MONTHS}
    for number, line in enumerate(lines):
        if len(line) > 120 or not (found := _CALENDAR.search(line)):
            continue
        clue = _clue(found, line)
        day = clue.date(clue.year) if clue and clue.year else None
        if day is None:
            continue
        low = line.lower().lstrip(" |•-–—:*")
        rest = _blank(line, found.start(), found.end()).lower()
        other = [word for word in re.findall(r"[a-z']+", rest) if word not in allowed]
        for kind in ("updated", "published"):
            if any(re.match(rf"{re.escape(label)}\b\s*[:|-]?", low) for label in words[kind]) and len(other) <= 3:
                yield kind, day
                break
        else:
            if number < _HEAD_LINES and len(other) <= 3 and not re.search(r"/|\bphoto\b|\bfile\b", rest):
                yield "line", day


def _dateline(line: str) -> DayClue | None:
    found = _DATELINE.match(line)
    if not found:
        return None
    month, day = (found["m1"], found["d1"]) if found["m1"] else (found["m2"], found["d2"])
    return DayClue(_month(month), int(day), _int(found["y"]), None, "past")


def _month(name: str) -> int:
    key = name.lower().rstrip(".")[:3]
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(key))


def _weekday(name: str) -> int:
    key = name.lower()[:3]
    return next(i for i, day in enumerate(WEEKDAYS) if day.startswith(key))


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None
