"""Mixed quotations go on to the last words that are quoted in their sentence.

One rule: fragment after fragment ("called it 'reckless', the vote 'a farce'") is one statement, as long as nobody else
is said to speak between them.

It runs when all cues have their drafts, so that what another one claims is left alone; ``reaching`` looks at one cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import Lexicon
from sitroom.text import Span

_NAMES = frozenset({"object", "as"})
_MOST_BETWEEN_NAMES = 45  # code points between two names that somebody gives to things
_MOST_BETWEEN = 90  # code points between two parts of a reported clause
_JOINS = re.compile(r"[,”\"’']*\s*(?:and|but|or|because|yet|while|though|although)\b", re.IGNORECASE)


def stretch(frame: Frame, drafts: Sequence[Draft], words: Lexicon) -> None:
    """Lengthen the content of mixed quotations in place."""
    cues = {draft.head.i for draft in drafts if draft.head is not None}
    claimed = {
        quotation.span.start
        for draft in drafts
        if draft.pattern == "quote"
        for span in draft.content
        for quotation in frame.quotations.within(span)
    }
    for draft in drafts:
        if draft.head is None or draft.cue is None or draft.pattern not in (*_NAMES, "clause"):
            continue
        if frame.quotations.at(draft.head.idx) is not None or draft.end <= draft.cue.end:
            continue
        _stretch(frame, draft, cues, claimed, words)


def _stretch(frame: Frame, draft: Draft, cues: set[int], claimed: set[int], words: Lexicon) -> None:
    end = frame.sentence(draft.head.idx if draft.head is not None else draft.start).end
    quoted = bool(frame.quotations.within(draft.content[-1]))
    for quotation in frame.quotations.within(Span(draft.end, end)) if draft.end < end else []:
        span = quotation.span
        if span.start < draft.end:
            continue
        if span.start in claimed or not _goes_on(frame, draft, span, quoted, cues, words):
            return
        draft.content[-1] = draft.content[-1].join(span)
        quoted = True


def _goes_on(frame: Frame, draft: Draft, span: Span, quoted: bool, cues: set[int], words: Lexicon) -> bool:
    """Whether the words between belong to what is said."""
    if span.start <= draft.end:
        return span.start == draft.end
    between = Span(draft.end, span.start)
    text = between.of(frame.text)
    if any(mark in text for mark in ".;:?!—–\n"):
        return False
    tokens = [t for t in frame.reading.tokens(between) if between.start <= t.idx < between.end]
    if any(t.i in cues or (t.pos_ == "VERB" and t.lemma_.lower() in words.speech) for t in tokens):
        return False
    if draft.pattern in _NAMES:
        return quoted and len(text) <= _MOST_BETWEEN_NAMES and not any(t.pos_ in ("VERB", "AUX") for t in tokens)
    follows = frame.text[span.end : span.end + 1]
    whole = "," in frame.text[span.end - 2 : span.end] and follows.isspace()  # "…," whose cue is still to come
    return len(text) <= _MOST_BETWEEN and _JOINS.match(text) is not None and not whole
