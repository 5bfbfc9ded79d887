"""How alike two reports are: the share of rare words, names and numbers that they have in common.

One rule: the answer is a probability that both report the same news, and 0 where they share too little to tell.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sitroom import lines
from sitroom.text import parse_form

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*|\d[\w,.]*\d(?:-[a-z]+)?|\d(?:-[a-z]+)?")
_SENTENCE = re.compile(r"(?<=[.!?\"])\s|\n")
_WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_LENGTH = re.compile(
    r"\b(?:(?P<some>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)[ -])?(?:and a half[ -])?"
    r"(?P<unit>hour|minute)s?(?P<half> and a half)?\b",
    re.IGNORECASE,
)
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AMOUNT = re.compile(r"\d[\w,.]*-[a-z]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MAX_TEXT = 20_000
_LEAST, _FULL = 0.08, 0.3  # cosines at which likeness begins to tell and at which it is as good as certain


@dataclass(frozen=True, slots=True)
class Profile:
    """A text as weighted words of unit length, with the amounts that set it apart."""

    weights: Mapping[str, float]
    amounts: frozenset[str]  # counted units ("90-minute") that few of the texts have


def profiles(texts: Mapping[str, str]) -> dict[str, Profile]:
    """Profiles of texts, words weighed by how few of the texts have them."""
    words = {key: _words(text) for key, text in texts.items()}
    spread: Counter[str] = Counter()
    for own in words.values():
        spread.update(own.keys())
    count = len(texts)
    out: dict[str, Profile] = {}
    for key, own in words.items():
        raw = {
            word: (1 + math.log(times)) * _weight(word) * (0.5 + math.log((count + 1) / spread[word]))
            for word, times in sorted(own.items())
        }
        length = math.sqrt(sum(w * w for w in raw.values())) or 1.0
        rare = frozenset(word for word in own if _AMOUNT.fullmatch(word) and spread[word] <= max(2, count // 10))
        out[key] = Profile({word: w / length for word, w in raw.items()}, rare)
    return out


def similarity(one: Profile, other: Profile) -> float:
    """Probability in [0, .95] that two texts report the same news."""
    few, many = sorted((one.weights, other.weights), key=len)
    cosine = sum(w * many[word] for word, w in sorted(few.items()) if word in many)
    trust = max(0.0, min(0.95, (cosine - _LEAST) / (_FULL - _LEAST)))
    if one.amounts & other.amounts:
        # On dated news the odds of being about the same days are about three times as high.
        trust = 3 * trust / (1 + 2 * trust)
    return trust


def _words(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    kept = "\n".join(line for line in text[:_MAX_TEXT].splitlines() if not _is_furniture(line))
    for sentence in _SENTENCE.split(_LENGTH.sub(_minutes, parse_form(kept))):
        words = [m[0] for m in _WORD.finditer(sentence)]
        found.update(word.lower() for word in words if len(word) > 3 or (len(word) == 3 and word[0].isdigit()))
        for day in sorted({word for word in words if word in _WEEKDAYS}):
            # "the call on Thursday": the same things on the same weekday are likely the same news.
            found.update({f"{day} {word}": 1 for word in words if len(word) > 3 and word not in _WEEKDAYS})
    return found


def _is_furniture(line: str) -> bool:
    """Whether a line is the outlet's, not the story's: its reports would be alike by it."""
    return len(line) < 200 and (
        lines.is_label(line) or lines.is_prompt(line) or lines.is_masthead(line) or lines.is_standing_text(line)
    )


def _minutes(found: re.Match[str]) -> str:
    """One form for lengths of time however told: "an hour and a half" and "90 minutes" are "90-minute"."""
    some = (found["some"] or "").lower()
    if not some and not found["half"]:
        return found[0]
    number = int(some) if some.isdigit() else _COUNTS.index(some) if some in _COUNTS[1:] else 1
    whole = number * 60 if found["unit"].lower() == "hour" else number
    return f"{whole + (30 if 'half' in found[0].lower() and whole >= 60 else 0)}-minute"


def _weight(word: str) -> float:
    if " " in word:
        return 0.7
    if word[0].isdigit():
        return 0.5 if _YEAR.fullmatch(word) else 4.0  # the same number is seldom two numbers; a year says little
    return 2.0 if "-" in word else 1.0
