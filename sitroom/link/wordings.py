"""Two reports of what was said, word by word: which words they share, and where the wording parts.

One rule: words are compared without case, accents, points and apostrophes; what an editor put in brackets is
nobody's wording. Offsets are code points into the text that was given.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Literal

from sitroom import resources
from sitroom.link.words import terms
from sitroom.text import unaccented

_WORD = re.compile(r"[^\W_]+(?:[.'’\-‑][^\W_]+)*")
_INSERTED = re.compile(r"\[[^\][]{0,200}\]")
_MARK = re.compile(r"(?P<double>[“”„«»\"]|``|'')|(?P<opens>(?<![^\s(])[‘'](?=\w))|(?P<closes>(?<=[\w.,!?…])[’'](?!\w))")
_GAP = re.compile(r"…|\.\s?\.\s?\.")
_RUN = 2  # words in a row that two reports share, from which on they count as shared
_SWAPPED = 6  # words that stand for others; more of them are another passage
_EDGE = 3  # words at either end that stand for others
_SAME = 0.9  # share of the words of both from which on two wordings are the same but for trifles
_WHOLE = 0.85  # share of the shorter wording that must lie within what both have
_SWAPPED_WHOLE = 0.7  # the same where words stand for others: the first and last may be of those
_MOST = 0.6  # share of the shorter wording's words that the longer has
_TELLING = 8  # words in a row that two people hardly choose alike
_TELLING_TERMS = 3  # of them with a content of their own
_LONGEST = 400  # words; what a report says beyond is not compared

Relation = Literal["same", "cut", "part", "differs"]
"""How the words of one report stand to those of another: the same; cut from them; a part in common with more on both
sides; the same passage with words that differ."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, with its offsets and whether it stands within quotation marks."""

    form: str
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two wordings part: words ``[a_from, a_to)`` of one stand in place of ``[b_from, b_to)`` of the other."""

    a_from: int
    a_to: int
    b_from: int
    b_to: int

    @property
    def swapped(self) -> bool:
        """Whether some words stand for others; else words are left out on one side, or too many to be a choice."""
        return 0 < self.a_to - self.a_from <= _SWAPPED and 0 < self.b_to - self.b_from <= _SWAPPED


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two wordings laid side by side: ``runs`` of words that both have in the same order, as (in one, in the other,
    length), and the ``differences`` between them; before the first and behind the last where both have a few words.
    """

    runs: tuple[tuple[int, int, int], ...]
    differences: tuple[Difference, ...]

    @property
    def shared(self) -> int:
        """How many words both have."""
        return sum(size for _, _, size in self.runs)

    @property
    def swaps(self) -> tuple[Difference, ...]:
        """The differences in which words stand for others."""
        return tuple(d for d in self.differences if d.swapped)


@lru_cache(maxsize=1 << 14)
def words_of(text: str, direct: bool = False) -> tuple[Word, ...]:
    """The words of a text, without editors' insertions; with ``direct`` all of them count as quoted."""
    inserted = [m.span() for m in _INSERTED.finditer(text)]
    marks = list(_MARK.finditer(text))
    found, at, skip = [], 0, 0
    double = single = False
    for match in _WORD.finditer(text):
        while at < len(marks) and marks[at].start() < match.start():
            double ^= marks[at]["double"] is not None
            single = marks[at]["opens"] is not None or (single and marks[at]["closes"] is None)
            at += 1
        while skip < len(inserted) and inserted[skip][1] <= match.start():
            skip += 1
        if skip < len(inserted) and inserted[skip][0] <= match.start():
            continue
        found.append(Word(_form(match[0]), match.start(), match.end(), direct or double or single))
    return tuple(found[:_LONGEST])


def has_gap(text: str) -> bool:
    """Whether the report itself marks that words are left out."""
    return _GAP.search(text.strip(" “”\"'‘’.…,")) is not None


def _form(word: str) -> str:
    return re.sub(r"[^\w]|_", "", unaccented(word)).casefold()


def align(one: Sequence[Word], other: Sequence[Word]) -> Alignment:
    """The alignment of two wordings."""
    a, b = [w.form for w in one], [w.form for w in other]
    least = min(_RUN, len(a), len(b))
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    runs = tuple((m.a, m.b, m.size) for m in blocks if m.size >= max(1, least))
    between = [Difference(a0 + n, a1, b0 + n, b1) for (a0, b0, n), (a1, b1, _) in itertools.pairwise(runs)]
    if runs:
        (first_a, first_b, _), (last_a, last_b, n) = runs[0], runs[-1]
        if 0 < first_a <= _EDGE and 0 < first_b <= _EDGE:
            between.insert(0, Difference(0, first_a, 0, first_b))
        if 0 < len(a) - last_a - n <= _EDGE and 0 < len(b) - last_b - n <= _EDGE:
            between.append(Difference(last_a + n, len(a), last_b + n, len(b)))
    return Alignment(runs, tuple(between))


def relation(short: Sequence[Word], long: Sequence[Word], found: Alignment) -> Relation | None:
    """How two wordings stand to each other, the shorter first; ``None`` where they are no wordings of one passage."""
    if not short or not found.runs:
        return None
    swaps = found.swaps
    share = found.shared / len(short)
    if share >= _SAME and found.shared / len(long) >= _SAME:
        return "differs" if swaps else "same"
    covered = found.shared + sum(d.a_to - d.a_from for d in swaps)
    if share >= _MOST and not swaps and _grammar_alone(short, found):
        return "cut"
    if share >= _MOST and covered / len(short) >= (_SWAPPED_WHOLE if swaps else _WHOLE):
        return "differs" if swaps else "cut"
    return "part" if tells(short, found) else None


def _grammar_alone(short: Sequence[Word], found: Alignment) -> bool:
    """Whether what the longer lacks of the shorter is the reporter's grammar ("he would"), and no negation."""
    has = {a + i for a, _, size in found.runs for i in range(size)}
    lacks = {word.form for n, word in enumerate(short) if n not in has}
    return len(found.runs) == 1 and lacks <= _grammar()


@cache
def _grammar() -> frozenset[str]:
    table = resources.load("function_words")
    return frozenset(table["function"]) - frozenset(table["negations"]) - frozenset(table["telling"])


def tells(one: Sequence[Word], found: Alignment) -> bool:
    """Whether some run is long enough, and says enough, to be one utterance whatever stands around it."""
    return any(
        size >= _TELLING and len(terms(" ".join(w.form for w in one[start : start + size]))) >= _TELLING_TERMS
        for start, _, size in found.runs
    )


def both_quote(one: Sequence[Word], other: Sequence[Word], found: Alignment) -> bool:
    """Whether most of what two wordings share stands within quotation marks in both."""
    pairs = [(one[a + i], other[b + i]) for a, b, size in found.runs for i in range(size)]
    return 2 * sum(x.quoted and y.quoted for x, y in pairs) > len(pairs)
