"""An article's text cut into pieces, so that overlapping evidence can be marked.

One rule: the pieces joined are the text; all offsets are code points, as everywhere.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from sitroom.record import ArticleItem, Record
from sitroom.text import paragraphs
from sitroom.views.lookup import Lookup
from sitroom.views.phrases import event_title, said_by
from sitroom.views.wording import amount_words, clip, edged, label

KINDS = ("statement", "event", "figure")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words of an article that an item rests on; ``note`` says what was read in them."""

    start: int
    end: int
    kind: str
    id: str
    note: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks; ``asked`` says that it is what the reader came for."""

    text: str
    kinds: tuple[str, ...]
    asked: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces, with the items that begin in it."""

    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]


def marks_of(article: ArticleItem, lookup: Lookup) -> list[Mark]:
    """All that was read in an article, in the order of its words."""
    record: Record = lookup.record
    found: list[Mark] = []
    for s in record.statements:
        if s.article == article.id:
            found += [Mark(e.start, e.end, "statement", s.id, said_by(s, lookup)) for e in s.evidence[:1]]
    for event in record.events:
        note = f"{event_title(event, lookup)} ({label('statuses', event.status)})"
        own = [r for r in event.reports if r.article == article.id]
        found += [Mark(e.start, e.end, "event", event.id, note) for r in own for e in r.evidence]
    for f in record.figures:
        if f.article == article.id:
            note = f"{clip(f.measure, 60)}: {amount_words(f.low, f.high, f.unit, f.modifier)}"
            found += [Mark(e.start, e.end, "figure", f.id, note) for e in f.evidence]
    return sorted(set(found), key=lambda m: (m.start, KINDS.index(m.kind), -m.end, m.id))


def laid_out(article: ArticleItem, marks: Sequence[Mark], asked: tuple[int, int] | None = None) -> list[Paragraph]:
    """The article's paragraphs in pieces; ``asked`` are the offsets of the words that the reader came for."""
    made: list[Paragraph] = []
    for span in paragraphs(article.text):
        within = [m for m in marks if m.start < span.end and span.start < m.end]
        cuts = {span.start, span.end}
        for start, end in [(m.start, m.end) for m in within] + ([asked] if asked else []):
            cuts |= {at for at in (start, end) if span.start < at < span.end}
        points = sorted(cuts)
        pieces = tuple(_piece(article.text, a, b, within, asked) for a, b in itertools.pairwise(points))
        made.append(Paragraph(pieces, tuple(m for m in within if span.start <= m.start)))
    return made


def _piece(text: str, start: int, end: int, marks: Sequence[Mark], asked: tuple[int, int] | None) -> Piece:
    kinds = {m.kind for m in marks if m.start <= start and end <= m.end}
    wanted = asked is not None and asked[0] <= start and end <= asked[1]
    shown = tuple(k for k in KINDS if k in kinds)
    return Piece(edged(text[start:end]), shown, wanted, wanted and asked is not None and start == asked[0])
