"""Two reports of one utterance word by word: what the one leaves out of the other, and which words stand for others.

One rule: words are set against words only where both reports have them within quotation marks, for indirect speech has
to change them; what is left out is told from three words on, within quotation marks from the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sitroom.link.wordings import Alignment, Difference, Word, has_gap
from sitroom.views.wording import safe

OMITTED = 3
"""Words that must be left out in a row to be called a cut."""
_CONTEXT = 5
"""Words that stay at either end of a stretch in which nothing is marked."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report: ``omitted`` in the other one, ``other`` than it says there (``instead``), or as there.

    ``text`` is empty where the other report has words that stand for none.
    """

    text: str
    mark: Literal["", "omitted", "other"] = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A report with its words: ``text`` is on one line, the words have their offsets in it."""

    text: str
    words: tuple[Word, ...]

    def of(self, start: int, end: int) -> str:
        """The text from one word to before another, as far as there are words; empty where there are none."""
        start, end = max(start, 0), min(end, len(self.words))
        return self.text[self.words[start].start : self.words[end - 1].end] if end > start else ""


def differing(full: Wording, here: Wording, found: Alignment) -> tuple[tuple[str, str], ...]:
    """Words of the fuller report with those that stand for them here; a word more or less with its neighbours."""
    pairs = []
    for d in _differences(full, here, found):
        if not _by_choice(full, here, d):
            continue
        if d.swapped:
            one, other = _apart(full.words[d.a_from : d.a_to], here.words[d.b_from : d.b_to])
            if one and other:
                pairs.append((full.text[one[0].start : one[-1].end], here.text[other[0].start : other[-1].end]))
                continue
        pairs.append((full.of(d.a_from - 1, d.a_to + 1), here.of(d.b_from - 1, d.b_to + 1)))
    return tuple(pairs)


def _differences(full: Wording, here: Wording, found: Alignment) -> Iterator[Difference]:
    """The differences without the words at either end that both have, too few there to be a run of their own."""
    for d in found.differences:
        ours = [word.form for word in full.words[d.a_from : d.a_to]]
        theirs = [word.form for word in here.words[d.b_from : d.b_to]]
        head = _alike(ours, theirs)
        tail = _alike(ours[head:][::-1], theirs[head:][::-1])
        yield Difference(d.a_from + head, d.a_to - tail, d.b_from + head, d.b_to - tail)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    return next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
                min(len(one), len(other)))  # fmt: skip


def _by_choice(full: Wording, here: Wording, d: Difference) -> bool:
    """Whether the difference is one of words that both reports put in quotation marks."""
    ours, theirs = full.words[d.a_from : d.a_to], here.words[d.b_from : d.b_to]
    if d.swapped:
        return all(word.quoted for word in (*ours, *theirs))
    inside = d.a_from > 0 and d.b_from > 0 and d.a_to < len(full.words) and d.b_to < len(here.words)
    if not inside or max(len(ours), len(theirs)) >= OMITTED:
        return False
    around = (full.words[d.a_from - 1 : d.a_to + 1], here.words[d.b_from - 1 : d.b_to + 1])
    return all(word.quoted for words in around for word in words) and not has_gap(here.of(d.b_from - 1, d.b_to + 1))


def _apart(one: Sequence[Word], other: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """What differs of two short stretches: the words of each from the first to the last that the other has not."""
    forms, others = {word.form for word in one}, {word.form for word in other}
    return tuple(w for w in one if w.form not in others), tuple(w for w in other if w.form not in forms)


def omitted(full: Wording, found: Alignment) -> tuple[str, ...]:
    """The fuller report's words that the other leaves out: at either end, or in a row between."""
    return tuple(full.of(start, end) for start, end in _gaps(full, found) if end - start >= OMITTED)


def _gaps(full: Wording, found: Alignment) -> list[tuple[int, int]]:
    runs = found.runs
    swapped = {(d.a_from, d.a_to) for d in found.swaps}
    gaps = {(0, runs[0][0]), (runs[-1][0] + runs[-1][2], len(full.words))}
    gaps |= {(d.a_from, d.a_to) for d in found.differences}
    return sorted((start, end) for start, end in gaps - swapped if start < end)


def pieces(full: Wording, here: Wording, found: Alignment) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both reports in pieces: the fuller with what the other omits or words otherwise, the other with its own words."""
    ours: list[tuple[int, int, Piece]] = []
    theirs: list[tuple[int, int, Piece]] = []
    for d in _differences(full, here, found):
        if _by_choice(full, here, d):
            one, other = full.of(d.a_from, d.a_to), here.of(d.b_from, d.b_to)
            ours.append((*_range(full, d.a_from, d.a_to), Piece(one, "other", other)))
            theirs.append((*_range(here, d.b_from, d.b_to), Piece(other, "other", one)))
    taken = {(start, end) for start, end, _ in ours}
    for start, end in _gaps(full, found):
        place = _range(full, start, end)
        if place not in taken and (end - start >= OMITTED or full.words[start].quoted):
            ours.append((*place, Piece(full.of(start, end), "omitted")))
    return tuple(_split(full.text, ours)), tuple(_split(here.text, theirs))


def _range(wording: Wording, start: int, end: int) -> tuple[int, int]:
    if end > start:
        return wording.words[start].start, wording.words[end - 1].end
    at = wording.words[start].start if start < len(wording.words) else len(wording.text)
    return at, at


def _split(text: str, marked: Iterable[tuple[int, int, Piece]]) -> Iterator[Piece]:
    at = 0
    for start, end, piece in sorted(marked, key=lambda m: m[:2]):
        if start < at:
            continue
        if start > at:
            yield Piece(text[at:start])
        if piece.text:
            yield piece
        at = end
    if at < len(text):
        yield Piece(text[at:])


def inline(full: Wording, here: Wording, found: Alignment) -> str:
    """The fuller report on one line with the other's wording: "[−left out−]", "[these → for those]", "[+added]"."""
    marked = []
    for piece in _with_added(full, here, found):
        if piece.mark == "omitted":
            marked.append(f"[−{_short(piece.text)}−]")
        elif piece.mark == "other":
            marked.append(
                f"[{piece.text} → {piece.instead}]" if piece.text and piece.instead
                else f"[+{piece.instead}]" if piece.instead else f"[−{piece.text}−]"
            )  # fmt: skip
        else:
            marked.append(_short(piece.text))
    return re.sub(r" (?=[,.;:!?)”’]+(?: |$))", "", safe(" ".join(part for part in marked if part)))


def _with_added(full: Wording, here: Wording, found: Alignment) -> Iterator[Piece]:
    """The pieces of the fuller report, those of the other that stand for none between them."""
    at = 0
    added = [d for d in _differences(full, here, found) if d.a_from == d.a_to and _by_choice(full, here, d)]
    points = {_range(full, d.a_from, d.a_to)[0]: here.of(d.b_from, d.b_to) for d in added}
    for piece in pieces(full, here, found)[0]:
        start = full.text.index(piece.text, at) if piece.text else at
        end, cut = start + len(piece.text), start
        for point in sorted(p for p in points if start <= p < end and not piece.mark):
            yield Piece(full.text[cut:point])
            yield Piece("", "other", points[point])
            cut = point
        yield Piece(full.text[cut:end], piece.mark, piece.instead)
        at = end


def _short(text: str) -> str:
    """The first and the last words of a long stretch."""
    words = text.split()
    if len(words) <= 2 * _CONTEXT + 2:
        return " ".join(words)
    return " ".join([*words[:_CONTEXT], "…", *words[-_CONTEXT:]])
