"""Sentences of a text by their marks, without a parse.

One rule: never across paragraphs; an abbreviation ends no sentence. Not supported: sentences that begin in lower case.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sitroom.text import Span, paragraphs, trimmed

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(A-Z0-9•])")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|No))\.$"
)
_REACH = 8  # code points before a full stop in which an abbreviation stands


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Span, ...]:
    """All sentences in order, without surrounding white space."""
    found: list[Span] = []
    for around in paragraphs(text):
        start = around.start
        for mark in _END.finditer(text, around.start, around.end):
            if _ABBREVIATED.search(text[max(around.start, mark.start() - _REACH) : mark.start()]):
                continue
            if piece := trimmed(text, start, mark.end()):
                found.append(piece)
            start = mark.end()
        if piece := trimmed(text, start, around.end):
            found.append(piece)
    return tuple(found)


def around(span: Span, found: Sequence[Span]) -> Span:
    """The sentences that a span touches, joined; the span itself where it lies in none."""
    whole = span
    for one in _touched(span, found):
        whole = whole.join(one)
    return whole


def _touched(span: Span, found: Sequence[Span]) -> Iterable[Span]:
    first = max(0, bisect_right(found, span.start, key=lambda s: s.start) - 1)
    for one in found[first:]:
        if one.start >= span.end:
            return
        if one.overlaps(span):
            yield one
