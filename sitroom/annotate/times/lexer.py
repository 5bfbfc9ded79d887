"""Words and numbers of a text as the grammar of times sees them: each with the classes it could belong to.

One rule: a word outside the lexicon ends a segment, so the grammar only ever sees short runs of words that it knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sitroom.annotate.times.holidays import names as holiday_names
from sitroom.resources import load
from sitroom.text import Span

LONGEST_SEGMENT = 40  # lexemes; longer runs are lists or hostile, and are cut
_WIDEST_GAP = 4  # white space within an expression; more is a column of a table
_TOKEN = re.compile(
    r"""
      \d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?)?(?![\d-]) | \d{4}/\d\d?/\d\d?(?![\d/])
    | \d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/]) | \d{1,2}\.\d{1,2}\.\d{4}(?![\d.])
    | \d{1,2}[:.]\d\d(?::\d\d)?(?=\s{0,2}(?:[ap]\.?\s?m\b|hrs\b|h\b|GMT\b|UTC\b))
    | (?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])
    | \d+(?:,\d{3})*(?:\.\d+)?(?:st|nd|rd|th|s)?(?![^\W\d_])
    | \d{1,2}(?=[ap]m\b)
    | [^\W\d_]+(?:\.[^\W\d_])*(?:'(?!s\b)[^\W\d_]+)?
    | (?<!')'\d\ds?\b | '[sS]\b
    | [^\s\w] | \w
    """,
    re.X,
)


@dataclass(slots=True)
class Node:
    """A lexeme, or what the grammar made of several. ``code`` stands for its classes; ``data`` is its value."""

    code: str
    start: int
    end: int
    data: Any = None
    word: str = ""
    classes: frozenset[str] = field(default_factory=frozenset)

    @property
    def span(self) -> Span:
        """Offsets in the text."""
        return Span(self.start, self.end)


class Alphabet:
    """One character for every set of classes, so that patterns over classes are patterns over characters."""

    def __init__(self) -> None:
        self._codes: dict[frozenset[str], str] = {}

    def code(self, classes: frozenset[str]) -> str:
        """The character of a set of classes."""
        found = self._codes.get(classes)
        if found is None:
            found = self._codes[classes] = chr(0xE000 + len(self._codes))
        return found

    def matching(self, names: frozenset[str]) -> str:
        """All characters whose set holds one of the classes."""
        return "".join(sorted(code for classes, code in self._codes.items() if classes & names))


ALPHABET = Alphabet()


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of the lexicon: classes with the value in each, and whether it must be capitalised."""

    values: dict[str, Any]
    capital: bool = False


@cache
def phrases() -> dict[str, dict[tuple[str, ...], Entry]]:
    """Entries by first word, then by all their words."""
    made: dict[str, dict[tuple[str, ...], Entry]] = {}
    table = load("times")

    def add(words: str, name: str, value: Any, capital: bool = False) -> None:
        key = tuple(token[0].lower() for token in _TOKEN.finditer(words))
        held = made.setdefault(key[0], {})
        old = held.get(key)
        values = {**(old.values if old else {}), name: value}
        held[key] = Entry(values, capital and (old is None or old.capital))

    for name, entries in table["classes"].items():
        capital = name in table["capitalised"]
        pairs = entries.items() if isinstance(entries, dict) else ((word, word) for word in entries)
        for words, value in pairs:
            add(str(words), name, value, capital)
    for holiday in holiday_names():
        add(holiday, "HOLIDAY", holiday, capital=True)
    return made


def add_literals(words: frozenset[str]) -> None:
    """Make known the words that patterns name, each a class of its own."""
    table = phrases()
    for word in sorted(words):
        held = table.setdefault(word, {})
        old = held.get((word,))
        held[(word,)] = Entry({**(old.values if old else {}), word: word}, False if old is None else old.capital)


@cache
def number_classes(text: str) -> dict[str, Any]:
    """Classes and values of a token that begins with a digit or an apostrophe."""
    if found := re.fullmatch(r"'(\d\d)(s?)", text):
        year = 1900 + int(found[1])
        return {"DECADE": year} if found[2] else {"YEAR2": year if year >= 1930 else year + 100}
    if re.match(r"\d{4}[-/]\d\d?[-/]\d\d?", text):
        return {"ISO": text}
    if re.match(r"\d{1,2}[/.]\d{1,2}[/.]\d", text):
        return {"SLASHED": text}
    if re.fullmatch(r"\d{1,2}[:.]\d\d(:\d\d)?", text) and int(text[:2].rstrip(":.")) < 25:
        return {"DOTCLOCK": text.replace(".", ":"), "COUNT": float(text)} if "." in text else {"CLOCK": text}
    if not text.isdigit() and text[-1].isalpha():
        return _suffixed(text)
    if not re.fullmatch(r"\d+(,\d{3})*(\.\d+)?", text) or len(text) > 15:
        return {}
    return _whole(text) if text.isdigit() else {"COUNT": float(text.replace(",", ""))}


def _suffixed(text: str) -> dict[str, Any]:
    """ "10th", "1990s"."""
    if found := re.fullmatch(r"(\d{1,4})(st|nd|rd|th)", text):
        number = int(found[1])
        return {"NTH": number, **({"DAYNTH": number} if 1 <= number <= 31 else {})}
    found = re.fullmatch(r"(\d{2}|\d{4})s", text)
    number = int(found[1]) if found else 1
    if number % 10:
        return {}
    if number < 100:
        return {"DECADE": 1900 + number} if number >= 20 else {}
    return {"DECADE": number} if 1000 <= number <= 2190 else {}


def _whole(text: str) -> dict[str, Any]:
    number = int(text)
    possible = {
        "COUNT": True,
        "DAY": 1 <= number <= 31 and len(text) <= 2,
        "HOUR": 1 <= number <= 12,
        "YEAR": len(text) == 4 and 1000 <= number <= 2199,
        "OLDYEAR": len(text) <= 4 and number > 0,
        "SHORTYEAR": len(text) == 2,
        "HHMM": len(text) == 4 and number <= 2400 and number % 100 < 60,
    }
    return {name: number for name, fits in possible.items() if fits}


def segments(text: str, start: int, end: int, core: frozenset[str]) -> Iterator[list[Node]]:
    """Runs of words that the lexicon knows, in order, that hold at least one word of a core class.

    ``text`` is the parse form (straight quotes), one code point for one of the article's.
    """
    tokens = [(found.start(), found.end(), found[0]) for found in _TOKEN.finditer(text, start, end)]
    lower = [word.lower() for _, _, word in tokens]
    run: list[Node] = []
    at, has_core = 0, False
    known = phrases()
    while at < len(tokens):
        word = lower[at]
        if word not in known and not (word[0].isdigit() or word[0] == "'"):
            # Most words are of no interest: they are passed over here, before anything is made of them.
            if has_core:
                yield run
            run, has_core = [], False
            at += 1
            continue
        node, used = _lexeme(tokens, lower, at)
        gap = tokens[at][0] - run[-1].end if run else 0
        if run and (node is None or gap > _WIDEST_GAP or len(run) >= LONGEST_SEGMENT):
            if has_core:
                yield run
            run, has_core = [], False
        if node is not None:
            run.append(node)
            has_core = has_core or bool(node.classes & core)
        at += used
    if run and has_core:
        yield run


def _lexeme(tokens: list[tuple[int, int, str]], lower: list[str], at: int) -> tuple[Node | None, int]:
    start, end, word = tokens[at]
    first = word[0]
    held = phrases().get(lower[at])
    if held is not None:
        for length in _lengths(lower[at]):
            if at + length > len(tokens):
                continue
            entry = held.get((lower[at],) if length == 1 else tuple(lower[at : at + length]))
            if entry is None:
                continue
            if entry.capital and not tokens[at + length - 1 if first.isdigit() else at][2][0].isupper():
                continue
            name = lower[at] if length == 1 else " ".join(lower[at : at + length])
            return _node(entry.values, start, tokens[at + length - 1][1], name), length
    if first.isdigit() or (first == "'" and len(word) > 2):
        values = number_classes(word)
        return (_node(values, start, end, word) if values else None), 1
    return None, 1


@cache
def _lengths(first: str) -> tuple[int, ...]:
    """How many words the phrases have that begin with a word, the longest first."""
    return tuple(sorted({len(key) for key in phrases()[first]}, reverse=True))


def _node(values: dict[str, Any], start: int, end: int, word: str) -> Node:
    classes = frozenset(values)
    return Node(ALPHABET.code(classes), start, end, values, word, classes)
