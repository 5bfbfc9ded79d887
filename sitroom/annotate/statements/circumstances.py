"""To whom, where, when and on which terms something was said.

One rule: only words of the cue's own sentence outside the content count; the content is what was said, not how.
"""

from __future__ import annotations

import re
from functools import cache

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.phrases import hull
from sitroom.annotate.statements.speakers import Speaker
from sitroom.annotate.statements.words import source_words
from sitroom.model import Channel
from sitroom.resources import load
from sitroom.text import Span

_TO = frozenset({"to", "with", "on", "upon"})
_FAR = 300


@cache
def _channels() -> tuple[tuple[Channel, re.Pattern[str]], ...]:
    data = load("sources")["channels"]
    return tuple(
        (name, re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)) for name, patterns in data.items()
    )


def beside(frame: Frame, draft: Draft) -> str:
    """The words of the cue's sentence that are not content."""
    if draft.cue is None:
        return ""
    span = frame.sentence(draft.cue.start)
    start, end = max(span.start, draft.cue.start - _FAR), min(span.end, draft.cue.end + _FAR)
    pieces, at = [], start
    for content in sorted(draft.content):
        if content.end <= at or content.start >= end:
            continue
        pieces.append(frame.text[at : max(at, content.start)])
        at = max(at, content.end)
    if at < end:
        pieces.append(frame.text[at:end])
    return " ".join(pieces)


def channel(frame: Frame, draft: Draft, speaker: Speaker, told: list[Token], outlets: bool) -> Channel | None:
    """How it was said, ``None`` where the text does not tell."""
    if speaker.document is not None:
        return speaker.document  # type: ignore[return-value]
    words = beside(frame, draft)
    for name, pattern in _channels():
        if pattern.search(words):
            return name
    return "interview" if outlets and told else None


def told(draft: Draft) -> list[Token]:
    """Heads of the phrases that name whom it was said to."""
    if draft.head is None or draft.pattern in ("adjunct", "noun"):
        return []
    found: list[Token] = []
    for child in draft.head.children:
        if child.i < draft.head.i or _in_content(draft, child):
            continue
        if child.dep_ in ("dobj", "dative", "iobj") and child.pos_ != "ADP":
            found += [child, *[c for c in child.children if c.dep_ == "conj"]]
        elif child.dep_ == "dative" or (child.dep_ == "prep" and child.lower_ in _TO):
            found += [c for c in child.children if c.dep_ == "pobj"]
    if draft.pattern == "object-to" and (urged := _urged(draft)) is not None:
        found.append(urged)
    return found


def _urged(draft: Draft) -> Token | None:
    """In "urged both sides to stop" the object is spoken to, and begins the content."""
    if draft.head is None:
        return None
    start = draft.content[0].start
    for token in draft.head.subtree:
        if token.i > draft.head.i and token.dep_ in ("dobj", "nsubj", "pobj") and token.idx >= start:
            return token if hull(token).start <= start + 1 else None
    return None


def _in_content(draft: Draft, token: Token) -> bool:
    return any(span.start <= token.idx < span.end for span in draft.content)


def date(frame: Frame, draft: Draft) -> str | None:
    """When it was said: the time expression that hangs on the cue verb, in EDTF."""
    if draft.head is None or draft.cue is None:
        return None
    verb = draft.head
    verbs = {verb.i}
    if verb.dep_ == "xcomp":
        verbs.add(verb.head.i)
    sentence = frame.sentence(verb.idx)
    for time in frame.times_in(sentence):
        if time.edtf is None or time.type in ("DURATION", "SET") or any(s.covers(time.span) for s in draft.content):
            continue
        at = frame.reading.tokens(time.span).root
        for _ in range(8):
            if at.i in verbs:
                return time.edtf
            if at.head == at or at.pos_ in ("VERB", "AUX"):
                break
            at = at.head
    return None


def terms(frame: Frame, draft: Draft) -> Span | None:
    """The terms on which the source spoke, as stated."""
    if draft.cue is None or not frame.has_terms:
        return None
    sentence = frame.sentence(draft.cue.start)
    found = source_words()["terms"].search(frame.text, sentence.start, sentence.end)
    if found is None or any(s.start <= found.start() < s.end for s in draft.content):
        return None
    end = found.end()
    while end < sentence.end and frame.text[end] not in ',.;—"”':
        end += 1
    return frame.trimmed(Span(found.start(), max(end, found.start() + 1)))
