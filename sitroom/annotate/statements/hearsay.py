"""Hearsay that an adverb marks: "the rebels reportedly control the refinery".

One rule: the clause is passed on by nobody in particular; where somebody is told to have said it, or a cue stands in
it, the adverb is only a hedge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import Lexicon, VerbEntry
from sitroom.annotate.statements.phrases import end_of, hull, own_subject
from sitroom.text import Span

_ENTRY = VerbEntry((), frozenset({"appear"}), "assertion", "appear")
_CLAUSES = frozenset({"ROOT", "conj", "relcl", "advcl", "parataxis"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEAST = 12  # code points; less is no clause


def hearsay_drafts(frame: Frame, drafts: Sequence[Draft], words: Lexicon) -> Iterator[Draft]:
    """A draft for every adverb of hearsay in a clause of which no other draft tells."""
    text = frame.text.lower()
    if not any(word in text for word in words.hearsay_adverbs):
        return
    heads = {draft.head.i for draft in drafts if draft.head is not None}
    told = [span for draft in drafts for span in (*draft.content, *([draft.cue] if draft.cue else []))]
    for token in frame.reading.doc:
        if token.lower_ not in words.hearsay_adverbs or frame.silent(token.idx) or frame.is_speech(token.idx):
            continue
        if any(span.start <= token.idx < span.end for span in told):
            continue
        verb = token.head
        if token.dep_ != "advmod" or verb.i in heads or not _is_clause(verb):
            continue
        content = _clause(frame, verb, token)
        if sum(map(len, content)) >= _LEAST:
            cue = Span(token.idx, end_of(token))
            yield Draft(token, cue, _ENTRY, content, "appear", hearsay=True, order=token.i)


def _is_clause(verb: Token) -> bool:
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in _CLAUSES or own_subject(verb) is None:
        return False
    return verb.tag_ in _FINITE or any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _clause(frame: Frame, verb: Token, adverb: Token) -> list[Span]:
    """The clause of a verb without the adverb, without conjunctions before it and clauses joined to it."""
    subject = own_subject(verb)
    assert subject is not None
    sentence = frame.sentence(verb.idx)
    span = hull(verb)
    start, end = max(span.start, sentence.start), min(span.end, sentence.end)
    first = min([c.left_edge.idx for c in verb.children if c.dep_ not in ("cc", "mark", "punct")] or [start])
    start = max(start, first)
    for child in verb.children:
        if child.i > verb.i and child.dep_ == "conj" and own_subject(child) is not None:
            end = min(end, child.left_edge.idx)
    before = frame.trimmed(Span(start, adverb.idx)) if start < adverb.idx else None
    behind = frame.trimmed(Span(end_of(adverb), end)) if end_of(adverb) < end else None
    pieces = [piece for piece in (before, behind) if piece is not None]
    return [frame.with_quotations(piece) for piece in pieces]
