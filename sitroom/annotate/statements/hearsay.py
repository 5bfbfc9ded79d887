"""Hearsay that no cue carries: "reportedly", "is rumoured to", "word has it that", ", it is claimed,".

One rule: the clause is passed on by nobody in particular; where somebody is told to have said it, or a cue stands in
it, an adverb is only a hedge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import Lexicon, VerbEntry
from sitroom.annotate.statements.phrases import FINITE, agent_of, end_of, hull, own_subject, verb_group
from sitroom.resources import listed
from sitroom.text import Span

_ENTRY = VerbEntry((), frozenset({"appear"}), "assertion", "appear")
_CLAUSES = frozenset({"ROOT", "conj", "relcl", "advcl", "parataxis"})
_LEAST = 12  # code points; less is no clause


def hearsay_drafts(frame: Frame, drafts: Sequence[Draft], words: Lexicon) -> Iterator[Draft]:
    """A draft for everything that marks hearsay and of which no other draft tells."""
    yield from _by_adverb(frame, drafts, words)
    yield from _by_verb(frame, drafts)
    yield from _inserted(frame)


@cache
def _may_stand() -> tuple[str, ...]:
    """What a text must have for any of the verbs to stand in it; most have none, and need not be looked through."""
    verbs = listed("circumstances", "hearsay", "passives") | listed("circumstances", "hearsay", "emerging")
    return ("has it", "have it", "had it", *sorted(verb.removesuffix("e") for verb in verbs))


def _by_verb(frame: Frame, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """ "is rumoured to be ill", "word has it that ...", "it emerged that ..."."""
    text = frame.text.lower()
    if not any(words in text for words in _may_stand()):
        return
    heads = {draft.head.i for draft in drafts if draft.head is not None}
    verbs = listed("circumstances", "hearsay", "passives") | listed("circumstances", "hearsay", "emerging") | {"have"}
    for verb in frame.reading.doc:
        if verb.lemma_.lower() not in verbs or verb.i in heads or frame.silent(verb.idx):
            continue
        if verb.pos_ not in ("VERB", "AUX") or frame.is_speech(verb.idx) or agent_of(verb) is not None:
            continue
        subject = own_subject(verb)
        clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i), None)
        if subject is None or clause is None or not _is_told(verb, subject):
            continue
        last = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ == "it"), verb)
        start = subject.left_edge.idx if last != verb else verb_group(verb, 0).start
        content = [Span(max(hull(clause).start, end_of(last)), min(hull(clause).end, frame.sentence(verb.idx).end))]
        if clause.dep_ == "xcomp" and subject.lower_ != "it":
            content.insert(0, hull(subject))
        spans = [span for span in map(frame.trimmed, content) if span is not None]
        if spans:
            cue = Span(start, max(end_of(verb), end_of(last)))
            yield Draft(verb, cue, _ENTRY, spans, "appear", hearsay=True, order=verb.i)


def _is_told(verb: Token, subject: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma == "have":
        it = any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.children)
        return it and subject.lemma_.lower() in listed("circumstances", "hearsay", "bearers")
    if lemma in listed("circumstances", "hearsay", "emerging"):
        return subject.lower_ == "it"
    return verb.tag_ == "VBN" and subject.dep_ == "nsubjpass"


def _inserted(frame: Frame) -> Iterator[Draft]:
    """ "The vote, it is claimed, was bought": the sentence around the insertion."""
    if not any(words in frame.text for words in (" it is ", " it was ", " it has ", " it had ")):
        return
    for found in _insertion().finditer(frame.text):
        cue = Span(found.start("cue"), found.end("cue"))
        if frame.silent(cue.start) or frame.is_speech(cue.start):
            continue
        sentence = frame.sentence(cue.start)
        pieces = [Span(sentence.start, found.start())] if found.start() > sentence.start else []
        if found.end() < sentence.end:
            pieces.append(Span(found.end(), sentence.end))
        content = [piece for piece in map(frame.trimmed, pieces) if piece is not None]
        head = frame.reading.tokens(cue)[-1]
        if sum(map(len, content)) >= _LEAST and sentence.covers(cue):
            yield Draft(head, cue, _ENTRY, content, "appear", hearsay=True, order=head.i)


@cache
def _insertion() -> re.Pattern[str]:
    words = "|".join(sorted(listed("circumstances", "hearsay", "inserted")))
    group = rf"it (?:is|was|has been|had been) (?:(?:widely|generally|commonly|often) )?(?:{words})"
    return re.compile(rf"[,\u2014\u2013] ?(?P<cue>{group})(?=[,.\u2014\u2013])", re.IGNORECASE)


def _by_adverb(frame: Frame, drafts: Sequence[Draft], words: Lexicon) -> Iterator[Draft]:
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
    return verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") for c in verb.children)


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
