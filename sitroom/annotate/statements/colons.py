"""Sources before a colon: 'Minister: "We will stay"', 'Poll: Most voters want change'.

One rule: what stands before the colon is a bare noun phrase that can speak; a label ("Watch:") is no source.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import VerbEntry
from sitroom.annotate.statements.phrases import end_of
from sitroom.annotate.statements.words import source_words
from sitroom.text import Span

_ENTRY = VerbEntry((), frozenset({"quote", "clause"}))
_LONGEST = 12  # words of a source before a colon
_LONGEST_TITLE = 25
_VERBS = frozenset({"VERB", "AUX"})


def colon_drafts(frame: Frame) -> Iterator[Draft]:
    """A draft for every paragraph that opens with a source and a colon."""
    for region in frame.reading.regions:
        if region.kind in ("boilerplate", "byline", "dateline"):
            continue
        span = region.span
        colon = frame.text.find(":", span.start, min(span.end, span.start + 100))
        if colon <= span.start or colon + 2 >= span.end or not frame.text[colon + 1].isspace():
            continue
        draft = _draft(frame, span, colon, title=region.kind == "title" or frame.paragraph_index(span.start) == 0)
        if draft is not None:
            yield draft


def _draft(frame: Frame, span: Span, colon: int, title: bool) -> Draft | None:
    before = frame.trimmed(Span(frame.trimmed_start(span.start), colon))
    if before is None or before.end > colon or len(before.of(frame.text).split()) > _LONGEST:
        return None
    head = _speaker(list(frame.reading.tokens(before)))
    after = frame.after(colon + 1)
    if head is None or frame.quotations.within(before):
        return None
    quotation = frame.quotations.starting_at(after)
    content = quotation.span if quotation is not None and not quotation.is_fragment else None
    if content is None and title and frame.text[after : span.end].count(" ") <= _LONGEST_TITLE:
        rest = frame.trimmed(Span(after, span.end))
        content = rest if rest is not None and _has_verb(frame, rest) else None
    if content is None:
        return None
    first = frame.reading.tokens(before)[0]
    if first.pos_ == "ADP" and first.i < head.i:  # "From the report: ..."
        before = frame.trimmed(Span(end_of(first), before.end)) or before
    return Draft(head, Span(colon, colon + 1), _ENTRY, [content], "quote", head, before, order=head.i)


def _speaker(tokens: list[Token]) -> Token | None:
    """The head of the words, where they are one noun phrase for somebody who can speak."""
    if not tokens or any(t.pos_ in _VERBS and t.tag_ != "VBN" for t in tokens):
        return None
    last = next((t for t in reversed(tokens) if t.pos_ in ("NOUN", "PROPN")), None)
    if last is None:
        return None
    named = any(t.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") for t in tokens)
    lemma = last.lemma_.lower()
    words = source_words()
    return last if named or lemma in words["unnamed"] or lemma in words["documents"] else None


def _has_verb(frame: Frame, span: Span) -> bool:
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in frame.reading.tokens(span))
