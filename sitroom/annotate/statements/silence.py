"""No comment: that somebody did not answer, could not be reached, or had nothing to say.

One rule: it is told of somebody, and what was asked for is a comment or an answer; that nothing was said on a
matter of substance ("did not say whether") is another thing and is read elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import VerbEntry
from sitroom.annotate.statements.phrases import end_of, hull, noun_phrase, subject_of, verb_group
from sitroom.annotate.statements.sourcing import is_asked
from sitroom.resources import listed
from sitroom.text import Span

_ENTRY = VerbEntry((), frozenset({"with"}), "no_comment")


def silence_drafts(frame: Frame, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for every verb that tells of silence and that no other draft has for its cue."""
    used = {draft.head.i for draft in drafts if draft.head is not None}
    for token in frame.reading.doc:
        if token.pos_ not in ("VERB", "AUX") or token.i in used or frame.silent(token.idx):
            continue
        if (withheld := _withheld(token)) is None or frame.is_speech(token.idx):
            continue
        if (draft := _draft(frame, token, withheld)) is not None:
            yield draft


def _withheld(verb: Token) -> tuple[Token, Span] | None:
    """The last word of the cue and the words for what was not given; ``None`` where the verb tells of no silence."""
    lemma = verb.lemma_.lower()
    if lemma in listed("circumstances", "silence", "answering") and auxiliary.denied(verb):
        return _leaves_open(verb) or _asked(verb, ("to",), listed("circumstances", "silence", "requests"))
    if lemma in listed("circumstances", "silence", "returning") and auxiliary.denied(verb):
        return _object(verb, listed("circumstances", "silence", "requests"))
    if lemma in listed("circumstances", "silence", "declining"):
        return _object(verb, listed("circumstances", "silence", "comments"))
    if lemma == "reach" and verb.tag_ == "VBN" and auxiliary.denied(verb):
        return _asked(verb, ("for",), listed("circumstances", "silence", "comments"))
    if lemma in listed("circumstances", "silence", "giving"):
        found = _object(verb, listed("circumstances", "silence", "comments"))
        return found if found is not None and _has_no(verb) else None
    if lemma == "be":
        return _unavailable(verb)
    if lemma in ("say", "answer", "respond", "reply") and auxiliary.denied(verb):
        return _leaves_open(verb)
    return None


def _unavailable(verb: Token) -> tuple[Token, Span] | None:
    """ "was not immediately available for comment"."""
    state = next((c for c in verb.children if c.dep_ == "acomp"), None)
    if state is None or state.lower_ not in ("available", "unavailable", "reachable", "unreachable"):
        return None
    if not (auxiliary.denied(verb) or state.lower_.startswith("un")):
        return None
    found = _asked(state, ("for",), listed("circumstances", "silence", "comments"))
    return (state, found[1]) if found is not None else None


def _asked(head: Token, prepositions: tuple[str, ...], things: frozenset[str]) -> tuple[Token, Span] | None:
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in prepositions and child.i > head.i:
            thing = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if thing is not None and thing.lemma_.lower() in things:
                return head, Span(child.idx, hull(thing).end)
        if child.dep_ == "xcomp" and child.tag_ == "VBN" and "to" in prepositions:  # "to emailed questions", misread
            to = next((c for c in child.children if c.tag_ == "TO"), None)
            thing = next((c for c in child.children if c.dep_ == "dobj"), None)
            if to is not None and thing is not None and thing.lemma_.lower() in things:
                return head, Span(to.idx, hull(thing).end)
    return None


def _leaves_open(verb: Token) -> tuple[Token, Span] | None:
    """ "Asked whether he would go, the envoy would not say": what was asked stays without an answer."""
    if any(c.i > verb.i and c.dep_ != "punct" and c.text not in "\"”’'" for c in verb.children):
        return None
    asked = next((c for c in verb.children if is_asked(c) and c.i < verb.i), None)
    question = next((c for c in asked.children if c.dep_ == "ccomp"), None) if asked is not None else None
    return (verb, hull(question)) if question is not None else None


def _object(verb: Token, things: frozenset[str]) -> tuple[Token, Span] | None:
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if thing is None or thing.lemma_.lower() not in things:
        return None
    return verb, hull(thing)


def _has_no(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and any(d.lower_ == "no" for d in c.children) for c in verb.children)


def _draft(frame: Frame, verb: Token, withheld: tuple[Token, Span]) -> Draft | None:
    last, span = withheld
    source = subject_of(verb)
    sentence = frame.sentence(verb.idx)
    content = frame.trimmed(Span(span.start, min(span.end, sentence.end)))
    if source is None or content is None or source.lower_ in ("it", "there", "this", "that"):
        return None
    cue = Span(verb_group(verb, 0).start, end_of(last))
    low = max([sentence.start, *(q.span.end for q in frame.quotations.within(sentence) if q.span.end <= source.idx)])
    phrase = noun_phrase(source, frame.text, cue.start if source.idx < cue.start else sentence.end, low)
    if phrase is None:
        return None
    return Draft(verb, cue, _ENTRY, [content], "with", source, phrase, order=verb.i, claim="no_comment")
