"""A complement: what a cue says, and how it was found.

One rule: a complement stands behind its cue; where its subtree ends, it ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.lexicon import VerbEntry
from sitroom.annotate.statements.phrases import end_of, hull
from sitroom.text import Span


@dataclass(frozen=True, slots=True)
class Complement:
    """Content behind a cue, how it was found, and the reading that allows it; ``addressee`` is the object spoken to."""

    span: Span
    pattern: str
    entry: VerbEntry
    addressee: Token | None = None
    more: tuple[Span, ...] = ()


def until(cue: Cue, start: int, last: Token) -> Span:
    """From an offset to the end of a subtree, which may not begin before the cue ends."""
    start = max(start, end_of(cue.last) if start < end_of(cue.last) and start > cue.verb.idx else start)
    return Span(start, max(hull(last).end, start + 1))
