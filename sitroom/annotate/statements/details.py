"""Kind of quoting, hedges, negation: what a statement's own words tell.

One rule: read off the words of cue and content; nothing is inferred.
"""

from __future__ import annotations

import re

from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import Lexicon
from sitroom.model import StatementKind
from sitroom.text import Span

_WORD = re.compile(r"[A-Za-z]+")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


def kind(frame: Frame, content: list[Span]) -> StatementKind:
    """Direct where nearly all letters stand within quotation marks, indirect where none does, else mixed."""
    letters = quoted = 0
    for span in content:
        # marks outside the content are those of another statement around it
        pieces = [q.span for q in frame.quotations.within(span) if span.start <= q.span.start or q.span.end <= span.end]
        letters += _letters(span.of(frame.text))
        quoted += sum(_letters(frame.text[max(p.start, span.start) : min(p.end, span.end)]) for p in pieces)
    share = quoted / letters if letters else 0.0
    return "direct" if share >= 0.9 else "indirect" if quoted == 0 else "mixed"


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def hedges(frame: Frame, draft: Draft, lexicon: Lexicon) -> tuple[str, ...]:
    """Hedging words beside the cue and in a reported clause, in order, each once."""
    words: list[str] = []
    if draft.claim == "no_comment":
        return ()
    if draft.pattern == "quote":
        spans = [draft.cue] if draft.cue else []
    else:
        spans = [*([draft.cue] if draft.cue else []), *draft.content]
    for span in spans:
        words += [w.lower() for w in _WORD.findall(span.of(frame.text)) if w.lower() in lexicon.hedges and w != "May"]
    return tuple(dict.fromkeys(words))


def negated(frame: Frame, draft: Draft) -> bool:
    """Whether the cue itself is negated ("did not say")."""
    if draft.head is None or draft.cue is None:
        return False
    if draft.source is not None and draft.source.lower_ in ("neither", "none", "nobody"):
        return True
    return any(t.lower_ in _NEGATIONS for t in frame.reading.tokens(draft.cue))
