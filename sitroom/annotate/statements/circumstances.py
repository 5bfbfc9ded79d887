"""To whom, where, when and on which terms something was said.

One rule: only words of the cue's own sentence outside the content count; the content is what was said, not how.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.phrases import hull
from sitroom.annotate.statements.speakers import Speaker
from sitroom.annotate.statements.words import source_words
from sitroom.model import Channel
from sitroom.resources import load
from sitroom.text import Span
from sitroom.values import bounds

_TO = frozenset({"to", "with"})
_UPON = frozenset({"on", "upon"})  # "called on both sides to stop", but "wrote on Twitter"
_OCCASION = frozenset({"in", "during", "at", "on", "by", "over", "through", "via"})
_FAR = 300  # code points between a cue and the words that tell the channel
_STEPS = 8  # heads between a time and the verb that it belongs to


@cache
def _words() -> dict[str, Any]:
    data = load("circumstances")
    channels = "|".join(f"(?P<{name}>{'|'.join(map(_plain, found))})" for name, found in data["channels"].items())
    return {
        "channels": re.compile(channels, re.IGNORECASE),
        "occasions": frozenset(data["occasions"]),
        "speaking": frozenset(data["speaking"]),
        "contacts": frozenset(load("cues")["contacts"]),
    }


def speaking_verbs() -> frozenset[str]:
    """Verbs that tell that somebody spoke, met or wrote, without what was said."""
    words = _words()
    return frozenset(words["contacts"] | words["speaking"] | words["occasions"])


def _plain(pattern: str) -> str:
    return f"(?:{pattern})"


def channel(frame: Frame, draft: Draft, speaker: Speaker, told: list[Token], outlets: bool) -> Channel | None:
    """How it was said, by the words nearest to the cue; ``None`` where the text does not tell."""
    if speaker.document is not None:
        return speaker.document  # type: ignore[return-value]
    # "according to a person briefed on the call": who that is, not how he said it
    own = [draft.source_span] if draft.source_span is not None and draft.pattern == "adjunct" else []
    found = None if draft.cue is None else _nearest(frame, [*draft.content, *own], draft.cue)
    if outlets and told and found in (None, "speech"):
        return "interview"
    return found


def channel_beside(frame: Frame, verb: Token) -> Channel | None:
    """The channel that the words beside a verb of a sentence without content tell."""
    return _nearest(frame, (), Span(verb.idx, verb.idx + len(verb)))


def _nearest(frame: Frame, outside: Sequence[Span], cue: Span) -> Channel | None:
    sentence = frame.sentence(cue.start)
    best: tuple[int, Channel] | None = None
    for start, end, name in frame.marks("channels", sentence, _words()["channels"]):
        if any(s.start <= start < s.end for s in outside):
            continue
        far = cue.start - end if end <= cue.start else max(0, end - cue.end)
        if far <= _FAR and (best is None or far < best[0]):
            best = far, name  # type: ignore[assignment]
    return best[1] if best is not None else None


def told(draft: Draft) -> list[Token]:
    """Heads of the phrases that name whom it was said to."""
    if draft.head is None or draft.pattern in ("adjunct", "noun", "cited"):
        return []
    found: list[Token] = []
    upon = draft.entry is not None and bool(_UPON & set(draft.entry.follow))
    for child in draft.head.children:
        if _in_content(draft, child):
            continue
        if child.i > draft.head.i:
            found += _addressed(child, upon)
        found += _on_occasion(draft, child)
    if draft.pattern == "object-to" and (urged := _urged(draft)) is not None:
        found.append(urged)
    return list({token.i: token for token in found}.values())


def _addressed(child: Token, upon: bool) -> list[Token]:
    if child.dep_ in ("dobj", "dative", "iobj") and child.pos_ != "ADP":
        return [child, *[c for c in child.children if c.dep_ == "conj"]]
    if child.dep_ == "dative" or (child.dep_ == "prep" and (child.lower_ in _TO or (upon and child.lower_ in _UPON))):
        return _objects(child)
    return []


def _objects(preposition: Token) -> list[Token]:
    found = [c for c in preposition.children if c.dep_ == "pobj"]
    return [*found, *[c for token in found for c in token.children if c.dep_ == "conj"]]


def _on_occasion(draft: Draft, child: Token) -> Iterator[Token]:
    """Whom an occasion or a participle beside the cue names: "in a call with the king", "speaking to reporters"."""
    if child.dep_ == "prep" and child.lower_ in _OCCASION:
        for occasion in _objects(child):
            if occasion.lemma_.lower() in _words()["occasions"] and not _in_content(draft, occasion):
                for to in occasion.children:
                    if to.dep_ == "prep" and to.lower_ in _TO:
                        yield from _objects(to)
    elif child.dep_ == "advcl" and child.tag_ == "VBG" and _opens(child):
        for inner in child.children:
            if inner.dep_ == "prep" and inner.lower_ in _TO:
                yield from _objects(inner)
            elif inner.dep_ == "dobj":
                yield inner


def _opens(verb: Token) -> bool:
    """Whether a participle of speaking stands before its cue, or can only tell of the same words."""
    lemma = verb.lemma_.lower()
    return lemma in _words()["speaking"] and (verb.i < verb.head.i or lemma in ("speak", "talk"))


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
    if draft.head is None or draft.cue is None or draft.pattern == "cited":
        return None
    return _date_at(frame, draft.head, _verbs_of(draft.head), draft.content)


def date_beside(frame: Frame, verb: Token) -> str | None:
    """The day that hangs on a verb, in EDTF."""
    return _date_at(frame, verb, {verb.i}, ())


def _date_at(frame: Frame, verb: Token, verbs: set[int], content: Sequence[Span]) -> str | None:
    published = bounds(frame.reading.article.published)
    for time in frame.times_in(frame.sentence(verb.idx)):
        if time.edtf is None or time.type in ("DURATION", "SET") or any(s.covers(time.span) for s in content):
            continue
        when = bounds(time.edtf)
        if published is not None and when is not None and when.first and published.last and when.first > published.last:
            continue  # nobody has spoken on a day to come
        at = frame.reading.tokens(time.span).root
        for _ in range(_STEPS):
            if at.i in verbs:
                return time.edtf
            if at.head == at or (at.pos_ in ("VERB", "AUX") and not _speaks_beside(at)):
                break
            at = at.head
    return None


def _speaks_beside(verb: Token) -> bool:
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_.lower() in _words()["speaking"]


def _verbs_of(verb: Token) -> set[int]:
    """The cue with the verbs that tell of the same moment: "declined to say", "phoned him on Sunday and told him"."""
    verbs = {verb.i}
    if verb.dep_ == "xcomp":
        verbs.add(verb.head.i)
    if verb.dep_ == "conj" and verb.head.tag_ == verb.tag_ and verb.head.lemma_.lower() in _words()["contacts"]:
        verbs.add(verb.head.i)
    return verbs


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


def states_terms(frame: Frame, draft: Draft) -> bool:
    """Whether a draft is nothing but the terms on which somebody speaks: "asking not to be identified"."""
    if not frame.has_terms or draft.cue is None or draft.pattern == "quote":
        return False
    sentence = frame.sentence(draft.cue.start)
    return any(
        found.start() <= draft.cue.end - 1 and draft.cue.start < found.end() + 1
        for found in source_words()["terms"].finditer(frame.text, sentence.start, sentence.end)
    )
