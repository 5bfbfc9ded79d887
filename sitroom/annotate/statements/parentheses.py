"""Content that the parse gives no cue: the sentence around "as the minister put it", the rest behind a bare verb.

One rule: the content is the rest of the sentence; it must hold a main clause of its own.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.phrases import FINITE, agent_of, end_of, is_passive, own_subject
from sitroom.resources import listed
from sitroom.text import Span

_OPENS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS", "JJ", "EX", "CD", "WRB", "WP", "IN"})
_LEAST = 12  # code points; less is no clause
_MARKS = ", \u00a0"


def matrix(frame: Frame, cue: Cue) -> list[Span]:
    """The sentence around a clause with "as", before and behind it; nothing where there is no such clause."""
    verb = cue.verb
    first = next((c for c in verb.children if c.lower_ == "as" and c.dep_ in ("mark", "advmod") and c.i < verb.i), None)
    if first is None or verb.dep_ not in ("advcl", "ccomp", "parataxis"):
        return []
    if own_subject(verb) is None and agent_of(verb) is None:
        return []
    sentence = _clause_around(frame, verb)
    opens, closes = int(first.idx), _end(verb, sentence)
    before = frame.trimmed(Span(sentence.start, opens)) if opens > sentence.start else None
    parted = before is None or frame.text[:opens].rstrip(" \u00a0")[-1:] in (",", "\u2014", "-")
    if not parted:
        return []
    start = frame.after(closes, _MARKS)
    behind = frame.trimmed(Span(start, sentence.end)) if start < sentence.end else None
    pieces = [piece for piece in (before, behind) if piece is not None]
    if before is not None and behind is not None and not _resumes(verb, before, behind):
        pieces = pieces[:1]
    return pieces if sum(map(len, pieces)) >= _LEAST and any(_is_clause(frame, piece, verb) for piece in pieces) else []


def _clause_around(frame: Frame, verb: Token) -> Span:
    """The sentence, or the reported or joined clause in it on which the clause with "as" hangs."""
    sentence = frame.sentence(verb.idx)
    head = verb.head
    if head.dep_ not in ("ccomp", "relcl", "advcl") or own_subject(head) is None or head.i > verb.i:
        return sentence
    return Span(max(sentence.start, int(head.left_edge.idx)), sentence.end)


def _end(verb: Token, sentence: Span) -> int:
    """Where the clause ends: at the next comma behind its verb, or with its subtree."""
    last = verb
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if token.text in (",", '"', "\u2014") or token.idx >= sentence.end:
            break
        last = token
    return end_of(last)


def _resumes(verb: Token, before: Span, behind: Span) -> bool:
    """Whether the clause stands between the parts of one clause."""
    return bool(behind.start <= verb.head.idx < behind.end) or bool(
        before.start <= verb.head.idx < before.end
        and any(behind.start <= c.idx < behind.end for c in verb.head.children if c.dep_ != "punct")
    )


def _is_clause(frame: Frame, piece: Span, verb: Token) -> bool:
    return any(token.tag_ in FINITE and token != verb for token in frame.reading.tokens(piece))


def remainder(frame: Frame, cue: Cue) -> Span | None:
    """What follows a verb of speech that the parser has given no clause: the rest of the sentence, if it holds one."""
    verb, last = cue.verb, cue.last
    if (
        verb.lemma_.lower() not in listed("reports", "telling")
        or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN")
        or last.i + 3 >= len(verb.doc)
    ):
        return None
    first = last.nbor(1)
    if (
        own_subject(verb) is None
        or is_passive(verb)
        or first.tag_ not in _OPENS
        or first.dep_ in ("prt", "npadvmod", "advmod")
    ):
        return None
    end = frame.sentence(verb.idx).end
    if first.idx >= end:
        return None
    rest = Span(first.idx, end)
    tokens = frame.reading.tokens(rest)
    finite = next((t for t in tokens if t.tag_ in FINITE), None)
    if (
        finite is None
        or finite.i == first.i
        or any(t.text in (",", ";", ":", '"', "''") for t in verb.doc[first.i : finite.i])
    ):
        return None
    return frame.trimmed(frame.with_quotations(rest, cue.span.end))
