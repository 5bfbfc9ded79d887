"""What a line of a news page saved as plain text is by its own look: label, prompt, date line, byline, credit.

One rule: a line is judged by itself; where it stands is for the caller to weigh. The words are in
``resources/layout.yaml``.
"""

from __future__ import annotations

import re
from functools import cache

from sitroom.resources import load

_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:{_MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS},?\s+\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-z][\w'’.-]*"
_BYLINE = re.compile(
    rf"(?i:by|from|story by|words by|analysis by)[ :]\s*{_NAME}(?:[ ,]+(?:and\s|&\s|in\s|,\s)?{_NAME}){{0,12}}[.,]?"
)
_ALONE = re.compile(rf"{_NAME}(?:\s(?:de|van|von|der|al|bin|el|la|le|and|&)){{0,2}}(?:\s{_NAME}){{1,3}}")
_CREDIT_MARK = re.compile(
    r"(?:\bPhoto(?:graph|s)?(?: by| credit)?\s*:|\bPhoto by\b|\bPhotograph by\b|\bFile(?: photo)?\s*:|\bImage\s*:|"
    r"\bIllustration\s*:|\(File photo\)|\[File\b|/Handout\b)"
)
_IMAGE_SIZE = re.compile(r"^\W*\d{1,4}\s?[x×]\s?\d{1,4}\b(?:\s+image)?\W*$", re.IGNORECASE)
_PLAYER = re.compile(
    r"(?:(?:listen|watch|play|video|audio)\W+)?(?:\d{1,2}:\d\d(?::\d\d)?|\d{1,3}[ -]min(?:ute)?s?(?: read)?)$"
)
_END = re.compile(r"[.!?…:;]['\"”’»)\]]*$")


def ends_as_sentence(line: str) -> bool:
    """Whether the line ends with the mark of a sentence or a clause."""
    return bool(_END.search(line.strip()))


def is_label(line: str) -> bool:
    """Whether the line is navigation, the name of a section, or a button."""
    low = line.strip(" \t\r\n•|–—-*>").rstrip(".:").strip().lower().replace("’", "'")
    return low in _labels() or bool(_IMAGE_SIZE.match(line) or _PLAYER.match(low)) or not any(c.isalnum() for c in low)


def is_prompt(line: str) -> bool:
    """Whether the line begins as prompts, links and legal lines do, and is not a whole paragraph of news."""
    low = line.strip(" \t\r\n•|–—-*>").lower().replace("’", "'")
    return len(low) < 400 and low.startswith(_starts())


def is_standing_text(line: str) -> bool:
    """Whether the line has a mark of an outlet's standing text; to be trusted in the last part of an article only."""
    low = line.lower().replace("’", "'")
    return any(mark in low for mark in load("layout")["tail"]) or bool(_bio().search(line))


def is_date_line(line: str) -> bool:
    """Whether the line is a date with at most a label, a section, a time or a zone beside it."""
    found = _DATE.search(line)
    if not found or len(line) > 110:
        return False
    rest = re.sub(r"\b\d{1,2}[:.]\d\d\b", " ", line[: found.start()] + " " + line[found.end() :])
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= 5 and not ends_as_sentence(rest.rstrip(" .m")) and "/" not in rest


def is_byline(line: str) -> bool:
    """Whether the line says who made the report ("By …", "… contributed to this report")."""
    low = line.strip().lower()
    if len(low) < 250 and any(mark in low for mark in load("layout")["contributors"]):
        return low.startswith(("(", "[", "—", "-", *load("layout")["contributors"])) or len(low.split()) <= 25
    return len(low) < 160 and bool(_BYLINE.fullmatch(line.strip()))


def is_name(line: str) -> bool:
    """Whether the line is nothing but two to four capitalised words, as a reporter's name is."""
    return len(line) < 60 and bool(_ALONE.fullmatch(line.strip()))


def is_masthead(line: str) -> bool:
    """Whether the line is by its looks an outlet's name; to be trusted above the headline only."""
    words = line.strip().split()
    return (
        2 <= len(words) <= 6 and words[-1].lower() in load("layout")["outlets"] and all(w[:1].isupper() for w in words)
    )


def is_credit(line: str) -> bool:
    """Whether the line is the credit of a picture and nothing else ("Ana Reyes | Gulf Photos")."""
    return len(line) < 90 and bool(_credit().fullmatch(line.strip(" []()")))


def has_credit(line: str) -> bool:
    """Whether the line holds or ends with the credit of a picture, so that it is its caption."""
    return bool(_CREDIT_MARK.search(line)) or (len(line) < 600 and bool(_ending().search(line.strip())))


@cache
def _labels() -> frozenset[str]:
    return frozenset(str(label).lower() for label in load("layout")["labels"])


@cache
def _starts() -> tuple[str, ...]:
    return tuple(str(start).lower() for start in load("layout")["starts"])


@cache
def _agencies() -> str:
    return "|".join(re.escape(name) for name in sorted(load("layout")["agencies"], key=len, reverse=True))


@cache
def _credit() -> re.Pattern[str]:
    name = r"[^\W\d_][\w'’.-]*"
    return re.compile(
        rf"(?:{name}\s){{0,5}}(?:{name}\s?[/|–—-]\s?)?(?:(?:{_agencies()})\s?[/|]\s?)?(?:via\s)?(?:{_agencies()})"
    )


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w.]\s?[/|]\s?|[(\[](?:\w+\s){{0,4}})(?:{_agencies()})[)\]]?\.?$")


@cache
def _bio() -> re.Pattern[str]:
    professions = "|".join(map(re.escape, load("layout")["professions"]))
    return re.compile(
        rf"^{_NAME}(?:\s{_NAME}){{0,3}}(?:,[^,]{{2,40}},)?\s(?:is|was)\s(?:an?|the)\s(?:\w+[\s-]){{0,4}}(?:{professions})\b"
    )
