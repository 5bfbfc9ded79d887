"""Numbers as English writes them: digits, words, bare plurals, fractions, ranges.

One rule: this reads numbers, wherever they stand; whether one is a figure is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sitroom.resources import load
from sitroom.resources.verbs import tells_change

Kind = Literal["digits", "words", "plural", "fraction", "ordinal", "article"]

# 1,234,567 and, as in India, 12,34,567; 2½ and 2 1/2
_DIGITS = r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?(?:\s?[½¼¾]|\s[1-3]/[2-4](?![\d/]))?)"
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 1 / 3, "2/3": 2 / 3}


_PART_OF_SCALE = re.compile(r"(?:an?\s)?(half|quarter)\s(?:of\s)?(?=\D)")
_AND_A_HALF = re.compile(r"\s*\band a half\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``[start, end)``; ``low`` and ``high`` are equal but for ranges; a plural's ``high`` is ``None``."""

    start: int
    end: int
    low: float
    high: float | None
    kind: Kind
    text: str


def numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Numbers between two offsets, in order; ranges ("40 to 50", "between 40 and 50") as one number."""
    found = list(_single(text, start, len(text) if end is None else end))
    at = 0
    while at < len(found):
        joined = _range(text, found[at], found[at + 1]) if at + 1 < len(found) else None
        yield joined or found[at]
        at += 2 if joined else 1


def _single(text: str, start: int, end: int) -> Iterator[Number]:
    for found in _pattern().finditer(text, start, end):
        number = _read(found)
        if number:
            yield number


def _read(found: re.Match[str]) -> Number | None:
    words = found[0].lower()
    start, end = found.span()
    if found["plural"]:
        low = 2.0
        for word in re.findall(r"[a-z]+", words):
            low *= _plurals().get(word, load("figures")["scales"].get(word, 1))
        return Number(start, end, low, None, "plural", found[0])
    if found["fraction"]:
        fraction = _fraction(words)
        return Number(start, end, fraction, fraction, "fraction", found[0]) if fraction else None
    if found["ordinal"]:
        rank = load("figures")["ordinals"].get(words) or int(re.sub(r"\D", "", words) or 0)
        return Number(start, end, rank, rank, "ordinal", found[0]) if rank else None
    if found["sole"]:
        return Number(start, end, 1.0, 1.0, "article", found[0])
    value_of = 1.5 if found["sesqui"] else value(words)  # "an hour and a half"
    if value_of is None:
        return None
    return Number(start, end, value_of, value_of, "digits" if words[0].isdigit() else "words", found[0])


def value(words: str) -> float | None:
    """The value of a cardinal in digits or words; ``None`` where it is none."""
    if part := _PART_OF_SCALE.match(words):
        whole = value(words[part.end() :]) or 1.0  # "half an" hour
        return float(round(whole * (0.5 if part[1] == "half" else 0.25), 6))
    half = 0.5 if _AND_A_HALF.search(words) else 0.0
    total, current, seen = 0.0, 0.0, False
    for word in re.findall(rf"{_DIGITS}|[a-z]+", _AND_A_HALF.sub("", words)):
        if word in ("a", "an"):
            current = current or (1.0 if not seen else current)
            continue
        if word == "and":
            continue
        read = _cardinal(word)
        if read is not None:
            current += read
        elif scale := _scales().get(word):
            current = (current if seen or current else 1.0) + half
            half = 0.0
            if scale in (12, 100):
                current *= scale
            else:
                total, current = total + current * scale, 0.0
        else:
            return None
        seen = True
    return float(round(total + current + half, 6)) if seen else None


def _cardinal(word: str) -> float | None:
    """The value of digits or of one word for a number below a hundred; ``None`` for any other word."""
    if not word[0].isdigit():
        known: float | None = load("figures")["numbers"].get(word)
        return known
    whole = re.match(r"[\d,.]+", word)
    part = word[whole.end() :].strip() if whole else ""
    return (float(whole[0].replace(",", "")) if whole else 0.0) + _PARTS.get(part, 0.0)


@cache
def _scales() -> dict[str, float]:
    return {**load("figures")["short"], **load("figures")["scales"]}


def _range(text: str, one: Number, other: Number) -> Number | None:
    """Two numbers joined as bounds; the first takes the scale of the second ("2 to 3 million")."""
    if "plural" in (one.kind, other.kind) or "ordinal" in (one.kind, other.kind) or one.high is None:
        return None
    gap = text[one.end : other.start].lower()
    currency = r"[$€£¥₽]?"
    joins = rf"\s?[-–—]\s?{currency}|\s(?:to|or)\s{currency}"
    before = text[max(0, one.start - 12) : one.start].lower()
    if re.search(rf"\bbetween\s{currency}$", before):
        joins += rf"|\sand\s{currency}"
    if not re.fullmatch(joins, gap) or _is_change(text, one.start, gap):
        return None
    low, high = one.low, other.high or other.low
    if low < 1000 <= high and not re.search(r"[a-z]", one.text.lower()) and (scale := _scale_of(other.text)):
        low *= scale
    if low >= high or ("-" in gap and one.kind != other.kind):
        return None
    return Number(one.start, other.end, low, high, other.kind, text[one.start : other.end])


def _is_change(text: str, start: int, gap: str) -> bool:
    """Whether "from 40 to 64" tells of a number that changed, so that there are two."""
    before = text[max(0, start - 80) : start].lower()
    if "to" in gap and re.search(r"\bby\s[$€£¥₽]?$", before):  # "fell by 40 to 64"
        return True
    if "to" not in gap or not re.search(r"\bfrom\s(?:\S+\s){0,2}[$€£¥₽]?$", before):
        return False
    return tells_change(before)


def _scale_of(words: str) -> float:
    scale = 1.0
    for word in re.findall(r"[a-z]+", words.lower()):
        scale *= _scales().get(word, 1)
    return scale if scale > 1 else 0.0


def _fraction(words: str) -> float | None:
    data = load("figures")
    parts = re.findall(r"[a-z]+|\d+", words)
    if len(parts) == 3 and parts[1] == "in":
        over, under = (value(part) for part in (parts[0], parts[2]))
        return over / under if over and under and over < under else None
    under = next((data["fractions"][part] for part in parts if part in data["fractions"]), None)
    over = value(parts[0]) if parts[0] in data["numbers"] else 1.0
    return round(over / under, 6) if over and under and over <= under else None


@cache
def _plurals() -> dict[str, float]:
    return dict(load("figures")["plurals"])


@cache
def _pattern() -> re.Pattern[str]:
    data = load("figures")
    word = "|".join(sorted(data["numbers"], key=len, reverse=True))
    scale = "|".join(sorted(data["scales"], key=len, reverse=True))
    short = "|".join(sorted(data["short"], key=len, reverse=True))
    glued = "|".join(sorted({*data["short"], *data["glued"]}, key=len, reverse=True))
    plural = "|".join(data["plurals"])
    ordinal = "|".join(data["ordinals"])
    time = "|".join(data["time_units"])
    parts = "|".join(w for w in data["fractions"] if w != "half")
    million = rf"\s(?:an?\s)?(?:{scale})\b"
    one = rf"(?:{_DIGITS}(?!\d|[.,]\d|\s?[/:]\d|(?:st|nd|rd|th|s|x)\b|(?!(?:{glued})\b)[A-Za-z])|\b(?:{word})\b)"
    return re.compile(
        rf"(?<![\w.,/:])(?<![A-Za-z]-)(?:"
        rf"(?P<plural>(?:{plural})(?:\sof\s(?:{plural}))?\b|(?:several|a\sfew|many)\s(?:{scale})\b)"
        rf"|(?P<fraction>(?:one|two|three|four|five|six|seven|nine)[\s-](?:{parts})\b(?!\s?(?:party|parties|quarter))"
        rf"|(?:an?|one)[\s-](?:{parts})\sof\b(?!{million})|half(?=\s(?:of|the|its|their|his|all)\b)(?!\sof{million})"
        rf"|(?:one|two|three|four|\d{{1,2}})\sin\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d{{1,5}})\b(?!\s?(?:%|percent|years|days|months|weeks)))"
        rf"|(?P<ordinal>(?:{ordinal})\b|\d+(?:st|nd|rd|th)\b)"
        rf"|(?P<sesqui>an?(?=\s(?:{time})\sand\sa\shalf\b))|(?P<sole>an?(?=\s(?:{time})\b))"
        rf"|(?:half\san?(?=\s(?:{time})\b)|(?:an?\s)?(?:half|quarter)\s(?:of\s)?(?:an?\s)?(?:{scale})\b|an?\s(?:{scale})\b(?:\sand\s(?:{word})\b(?:-(?:{word})\b)?)?|{one}(?:(?:\s|-)(?:and\s)?(?:{word}|{scale})\b)*"
        rf"(?:\sand\sa\shalf\b(?:\s(?:{scale})\b)?)?(?:\s?(?:{short})\b)?)"
        rf")",
        re.IGNORECASE,
    )
