"""Nouns that attribute: "his claim that ...", "Moscow's demands for ...", "a warning from the army that ...".

One rule: a noun is a cue only where both its content and a source are there.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitroom.annotate import auxiliary
from sitroom.annotate.animacy import animate
from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import Lexicon, VerbEntry
from sitroom.annotate.statements.phrases import end_of, hull, noun_phrase, subject_of
from sitroom.annotate.statements.words import source_words
from sitroom.text import Span

_ENTRY = VerbEntry((), frozenset({"clause"}), "assertion", "act")
_NO_SOURCE = frozenset({"whose", "this", "that", "which"})
_FROM = frozenset({"of", "by", "from", "among"})


def noun_drafts(frame: Frame, lexicon: Lexicon) -> Iterator[Draft]:
    """A draft for every noun cue with source and content."""
    for token in frame.reading.doc:
        if token.pos_ != "NOUN" or not (after := lexicon.nouns.get(token.lemma_.lower())) or frame.silent(token.idx):
            continue
        content, used = _content(token, after)
        if content is None:
            if (draft := _predicate_draft(frame, token, after, lexicon)) is not None:
                yield draft
            continue
        source = _source(token, lexicon, used)
        if source is None and token.lemma_.lower() not in lexicon.unsourced_nouns:
            continue
        if (draft := _draft(frame, token, source, content)) is not None:
            yield draft


def _predicate_draft(frame: Frame, noun: Token, after: frozenset[str], lexicon: Lexicon) -> Draft | None:
    """ "Her hope is that ...", "the question is whether ...": the noun and its copula are the cue."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or verb.i < noun.i or not after & {"that", "infinitive", "whether"}:
        return None
    said = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("ccomp", "xcomp")), None)
    if said is None or (said.dep_ == "xcomp" and "infinitive" not in after):
        return None
    source = _source(noun, lexicon, None)
    content = frame.trimmed(frame.with_quotations(hull(said), end_of(verb)))
    if (
        content is None
        or content.start < end_of(verb)
        or (source is None and noun.lemma_ not in lexicon.unsourced_nouns)
    ):
        return None
    cue = Span(_cue(frame, noun, content).start, end_of(verb))
    if source is None:
        return Draft(noun, cue, _ENTRY, [content], "noun", hearsay=True, order=noun.i)
    span = _source_span(frame, noun, source)
    return Draft(noun, cue, _ENTRY, [content], "noun", source, span, order=noun.i) if span is not None else None


def _content(noun: Token, after: frozenset[str]) -> tuple[Span | None, Token | None]:
    for child in noun.children:
        if child.i < noun.i or child.left_edge.i > noun.i + 6:
            continue
        if child.dep_ in ("acl", "relcl", "ccomp") and "that" in after and _that_clause(child):
            return hull(child), child
        if child.dep_ in ("acl", "xcomp") and "infinitive" in after and auxiliary.to_infinitive(child):
            return hull(child), child
        if child.dep_ == "prep" and child.lower_ == "for" and any(c.ent_type_ == "PERSON" for c in child.children):
            continue  # "two requests for the president" tells to whom, not what
        if child.dep_ == "prep" and child.lower_ in after and any(c.dep_ in ("pobj", "pcomp") for c in child.children):
            span = hull(child)
            return Span(span.start + len(child) + 1, span.end) if span.end > span.start + len(
                child
            ) + 1 else None, child
    return None, None


def _that_clause(verb: Token) -> bool:
    """A clause of its own, not one in which "that" stands for the noun."""
    first = verb.left_edge
    if first.lower_ != "that":
        return False
    return any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") and c != first for c in verb.children)


def _source(noun: Token, lexicon: Lexicon, used: Token | None) -> Token | None:
    light = noun.dep_ == "dobj" and noun.head.lemma_ in lexicon.light_verbs
    own = light and noun.head.lemma_ not in lexicon.stirring
    for child in noun.children:
        if child.dep_ == "poss":
            return (subject_of(noun.head) or child) if own and child.tag_ == "PRP$" else child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in _FROM and child != used:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                return inner
    if not light or noun.head.lemma_ in lexicon.stirring:
        return None
    subject = subject_of(noun.head)
    return None if subject is not None and _is_thing(noun, subject) else subject


def _is_thing(noun: Token, subject: Token) -> bool:
    """ "the leak raised fears that ...": a thing fears nothing itself; people and texts raise what they think."""
    if noun.head.lemma_ != "raise" or subject.pos_ != "NOUN" or animate(subject):
        return False
    words, lemma = source_words(), subject.lemma_.lower()
    return not any(lemma in words[kind] for kind in ("unnamed", "documents", "stand_for", "bodies"))


def _draft(frame: Frame, noun: Token, source: Token | None, content: Span) -> Draft | None:
    trimmed = frame.trimmed(frame.with_quotations(content, end_of(noun)))
    if trimmed is None or any(time.span.covers(trimmed) for time in frame.times_in(content)):
        return None  # "criticism on Tuesday" tells when, not what
    cue = _cue(frame, noun, trimmed)
    if source is None:
        return Draft(noun, cue, _ENTRY, [trimmed], "noun", hearsay=True, order=noun.i)
    if content.start <= source.idx < content.end or source.lower_ in _NO_SOURCE:
        return None
    span = _source_span(frame, noun, source)
    return Draft(noun, cue, _ENTRY, [trimmed], "noun", source, span, order=noun.i) if span is not None else None


def _cue(frame: Frame, noun: Token, content: Span) -> Span:
    """The noun with its adjectives and the preposition that leads over to the content ("strong opposition to")."""
    first = noun
    while (
        first.i > 0 and first.nbor(-1).dep_ in ("amod", "compound", "advmod") and first.nbor(-1).i >= noun.left_edge.i
    ):
        first = first.nbor(-1)
    between = frame.text[end_of(noun) : content.start]
    end = end_of(noun) + len(between.rstrip()) if between.strip().isalpha() else end_of(noun)
    return Span(first.idx, end)


def _source_span(frame: Frame, noun: Token, source: Token) -> Span | None:
    paragraph = frame.paragraph(source.idx)
    span = noun_phrase(source, frame.text, paragraph.end, paragraph.start)
    if span is None:
        return None
    if source.i < noun.i and span.end > noun.idx:
        span = Span(span.start, max(span.start + 1, min(span.end, end_of(source))))
    if source.dep_ == "poss" and len(span) > 2 and span.of(frame.text).endswith(("'s", "\u2019s")):
        span = Span(span.start, span.end - 2)
    return span
