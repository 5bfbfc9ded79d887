"""Quotations: where quoted words begin and end, whatever the marks.

One rule: a quotation never crosses a paragraph; a speech over several paragraphs is several quotations,
of which all but the last are left open. Marks that find no partner are ignored, never an error.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sitroom.text import Span

_MOST_MARKS = 60  # apostrophes that are tried as the end of one quotation
_PAIRS = {"“": "”", "«": "»", "„": "“"}
_MARKS = re.compile(r"``|''|[“”„«»\"‘’']")
_OPENS = " \t\u00a0\u202f([{—–-/\n\r|>‘“'\""
_CLOSES = " \t\u00a0\u202f)]}—–-/\n\r,.;:!?…|<’”'\""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words with their marks; ``paragraph`` is an index. ``closed`` is false where the closing mark is
    missing; ``continues`` where it goes on from an open quotation in the paragraph before."""

    span: Span
    paragraph: int
    closed: bool = True
    continues: bool = False
    words: int = 0

    @property
    def is_fragment(self) -> bool:
        """Too short to be an utterance by itself: a scare quote, a title, or a phrase within a paraphrase."""
        return self.words < 4


class Quotations:
    """All quotations of a text, in order, with quick lookup by offset."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.items: list[Quotation] = []
        open_before = False
        for index, paragraph in enumerate(paragraphs):
            found, left_open = _in_paragraph(text, paragraph, index, open_before)
            follows = index + 1 < len(paragraphs) and text[paragraphs[index + 1].start] in "“\"«„‘'"
            if left_open is not None and (follows or left_open == paragraph.start or _introduced(text, left_open)):
                span = Span(left_open, paragraph.end)
                found = [q for q in found if q.span.end <= left_open]
                found.append(
                    Quotation(span, index, False, open_before and left_open == paragraph.start, _words(text, span))
                )
            open_before = left_open is not None and follows
            self.items.extend(found)
        self._starts = [q.span.start for q in self.items]
        self._ends = {q.span.end: q for q in self.items}
        self._first = {q.span.start: q for q in self.items}

    def at(self, offset: int) -> Quotation | None:
        """The quotation that holds an offset."""
        at = bisect_right(self._starts, offset) - 1
        return self.items[at] if at >= 0 and offset < self.items[at].span.end else None

    def ending_at(self, offset: int) -> Quotation | None:
        """The quotation whose closing mark ends at an offset."""
        return self._ends.get(offset)

    def starting_at(self, offset: int) -> Quotation | None:
        """The quotation whose opening mark stands at an offset."""
        return self._first.get(offset)

    def within(self, span: Span) -> list[Quotation]:
        """Quotations that share a code point with a span, in order."""
        at = max(0, bisect_right(self._starts, span.start) - 1)
        end = bisect_left(self._starts, span.end, at)
        return [quotation for quotation in self.items[at:end] if quotation.span.overlaps(span)]


def _in_paragraph(text: str, paragraph: Span, index: int, open_before: bool) -> tuple[list[Quotation], int | None]:
    """Closed quotations of a paragraph, and where one is left open."""
    found: list[Quotation] = []
    opened: int | None = None
    mark = ""
    for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
        here, sign = match.start(), match[0]
        if opened is None:
            if _may_open(text, here, sign, paragraph):
                opened, mark = here, sign
            continue
        if _may_close(text, here, sign, mark, paragraph):
            span = Span(opened, here + len(sign))
            if _words(text, span):
                continues = open_before and opened == paragraph.start
                found.append(Quotation(span, index, True, continues, _words(text, span)))
            opened = None
        elif mark in "‘'" and sign in '“"«':
            opened, mark = here, sign  # what seemed a single quotation mark was an apostrophe
    if opened is not None and mark in "‘'":
        opened = None
    return found, opened


def _may_open(text: str, at: int, sign: str, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + len(sign)] if at + len(sign) < paragraph.end else " "
    if sign in ("”", "»", "’", "''"):
        return sign == "''" and before in _OPENS and not after.isspace()
    if sign in ("“", "«", "„", "``"):
        return True
    if sign == '"':
        return before in _OPENS and not (after.isspace() and at > paragraph.start)
    # a single mark is a quotation mark only where nothing else explains it
    return before in " \u00a0([—:" and after.isalpha() and _single_closes(text, at, sign, paragraph)


def _single_closes(text: str, at: int, sign: str, paragraph: Span) -> bool:
    close = "’" if sign == "‘" else "'"
    here = text.find(close, at + 1, min(paragraph.end, at + 2000))
    for _ in range(_MOST_MARKS):
        if here == -1:
            break
        if _may_close(text, here, close, sign, paragraph):
            return _words(text, Span(at, here)) >= 1
        here = text.find(close, here + 1, min(paragraph.end, at + 2000))
    return False


def _may_close(text: str, at: int, sign: str, mark: str, paragraph: Span) -> bool:
    after = text[at + len(sign)] if at + len(sign) < paragraph.end else " "
    before = text[at - 1]
    if mark in ("‘", "'"):
        if sign != ("’" if mark == "‘" else "'"):
            return False
        # "the leaders' talks" and "he's" are no ends; ends come after punctuation, or before it
        return after in _CLOSES and (before in ",.!?…" or after in ",.;:!?)—" or (after in " \u00a0" and before != "s"))
    if mark == "``":
        return sign in ("''", '"', "”")
    if mark in ('"', "“", "''"):
        return sign in ('"', "”", "''") and not (sign == '"' and mark == "“" and before.isspace())
    return sign == _PAIRS.get(mark, "”") or sign == "”"


def _introduced(text: str, at: int) -> bool:
    """Whether what stands before leads up to a quotation; a mark that can only open may also begin a sentence."""
    before = text[max(0, at - 2) : at].strip()[-1:]
    return before in (",", ":") or (text[at] in "“„«" and before in (".", "?", "!"))


def _words(text: str, span: Span) -> int:
    return len(re.findall(r"\w+(?:['’\-]\w+)*", text[span.start : span.end]))
