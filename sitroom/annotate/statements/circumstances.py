"""How and when something was said.

One rule: only words of the cue's own sentence outside the content count; the content is what was said, not how.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.phrases import hull
from sitroom.annotate.statements.sourcing import is_asked
from sitroom.annotate.statements.speakers import Speaker
from sitroom.annotate.statements.words import source_words
from sitroom.model import Channel
from sitroom.resources import listed, load
from sitroom.text import Span
from sitroom.values import bounds

_FAR = 300  # code points between a cue and the words that tell the channel
_FAR_OF = 60  # code points between a readout and the call that it tells of
_OCCASION = frozenset({"in", "at", "during", "on", "over", "via", "through"})
_WITHIN_NAMES = frozenset({"compound", "nummod", "nmod", "amod", "poss"})
_BEFORE = 24  # code points before a word for an occasion
_APART = re.compile(r"\b(?:after|before|since|until|ahead of|following)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_STEPS = 8  # heads between a time and the verb that it belongs to


@cache
def _words() -> dict[str, Any]:
    data = load("circumstances")
    channels = "|".join(f"(?P<{name}>{'|'.join(map(_plain, found))})" for name, found in data["channels"].items())
    return {
        "channels": re.compile(channels, re.IGNORECASE),
        "calls": re.compile("|".join(data["read_out"]), re.IGNORECASE),
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
    within = _told_within(draft)
    if draft.head is not None and draft.entry is not None and draft.entry.kind == "belief" and draft.pattern != "quote":
        # what somebody thinks he has not said; what he sought he may have sought in a call
        within = [hull(c) for c in draft.head.children if c.dep_ == "prep"]
        if not within:
            return None
    found = None if draft.cue is None else _nearest(frame, [*draft.content, *own], draft.cue, within)
    if found is None and draft.around is not None and _reads_out_a_call(frame, draft.around):
        return "call"
    if outlets and told and found in (None, "speech"):
        return "interview"
    return found


def channel_beside(frame: Frame, verb: Token) -> Channel | None:
    """The channel that the words beside a verb of a sentence without content tell."""
    return _nearest(frame, (), Span(verb.idx, verb.idx + len(verb)))


def _told_within(draft: Draft) -> Sequence[Span]:
    """Where a report of what somebody else told tells how he did: how it was passed on is another matter."""
    return draft.around.content if draft.around is not None and draft.pattern != "cited" else ()


def _reads_out_a_call(frame: Frame, outer: Draft) -> bool:
    """ "said in a readout of the call that ...": what is told of was said in the call."""
    if outer.cue is None:
        return False
    sentence = frame.sentence(outer.cue.start)
    return any(
        _words()["calls"].search(frame.text, start, min(end + _FAR_OF, sentence.end)) is not None
        for start, end, name in frame.marks("channels", sentence, _words()["channels"])
        if name == "readout" and not any(s.start <= start < s.end for s in outer.content)
    )


def _nearest(frame: Frame, outside: Sequence[Span], cue: Span, within: Sequence[Span] = ()) -> Channel | None:
    sentence = frame.sentence(cue.start)
    best: tuple[int, Channel] | None = None
    for start, end, name in frame.marks("channels", sentence, _words()["channels"]):
        if any(s.start <= start < s.end for s in outside):
            continue
        if within and not any(s.start <= start < s.end for s in within):
            continue
        if name == "interview" and _APART.search(frame.text, max(sentence.start, start - _BEFORE), start):
            continue  # "after the interview he said": not in it
        far = cue.start - end if end <= cue.start else max(0, end - cue.end)
        if far <= _FAR and (best is None or far < best[0]):
            best = far, name  # type: ignore[assignment]
    return best[1] if best is not None else None


def date(frame: Frame, draft: Draft) -> str | None:
    """When it was said: the time expression that hangs on the cue verb, or on the text that says it, in EDTF."""
    if draft.head is None or draft.cue is None or draft.pattern == "cited":
        return None
    source = draft.source.i if draft.source is not None else -1
    verbs = _verbs_of(draft.head)
    if (opening := _opening_day(frame, draft)) is not None:
        return opening
    for at, day in times_of(frame, draft.head, verbs | {source}, draft.content):
        if draft.source_span is None or not draft.source_span.start <= at < draft.source_span.end or _dates(draft):
            return day
    return None


def _opening_day(frame: Frame, draft: Draft) -> str | None:
    """ "said on Monday it would": a day between a verb of speech and its clause is that of the utterance."""
    assert draft.cue is not None
    told = draft.entry is not None and draft.entry.kind == "speech" and draft.pattern == "clause"
    if (
        not told
        or draft.head is None
        or draft.head.tag_ not in ("VBD", "VBN")
        or not 0 <= draft.start - draft.cue.end <= 1
    ):
        return None
    for time in frame.times_in(frame.sentence(draft.cue.start)):
        between = frame.text[draft.cue.end : time.span.start] if time.span.start >= draft.cue.end else None
        if between is not None and between.strip() in ("", "on") and time.type == "DATE" and time.edtf is not None:
            when, published = bounds(time.edtf), bounds(frame.reading.article.published)
            late = when and published and when.first and published.last and when.first > published.last
            return None if late or frame.text[time.span.end : time.span.end + 1] == "," else time.edtf
    return None


def _dates(draft: Draft) -> bool:
    """Whether a time within the source's phrase dates a text: "a readout posted on Tuesday", "Tuesday's statement"."""
    return draft.source is not None and draft.source.lemma_.lower() in source_words()["documents"]


def date_beside(frame: Frame, verb: Token) -> str | None:
    """The day that hangs on a verb, in EDTF; ``None`` where several do."""
    days = {day for _, day in times_of(frame, verb, {verb.i})}
    return days.pop() if len(days) == 1 else None


def times_of(frame: Frame, head: Token, heads: set[int], content: Sequence[Span] = ()) -> list[tuple[int, str]]:
    """The times in the sentence of a word that hang on one of ``heads``, with where they stand, in EDTF."""
    found = []
    published = bounds(frame.reading.article.published)
    for time in frame.times_in(frame.sentence(head.idx)):
        if time.edtf is None or time.type in ("DURATION", "SET") or any(s.covers(time.span) for s in content):
            continue
        when = bounds(time.edtf)
        if published is not None and when is not None and when.first and published.last and when.first > published.last:
            continue  # nobody has spoken on a day to come
        if _hangs_on(frame.reading.tokens(time.span).root, heads):
            found.append((time.span.start, time.edtf))
    return found


def _hangs_on(at: Token, heads: set[int]) -> bool:
    for _ in range(_STEPS):
        if at.i in heads:
            return True
        if at.head == at or (at.dep_ in _WITHIN_NAMES and at.head.i not in heads and not _tells_occasion(at, heads)):
            return False  # "the 1994 treaty": its name, not a time
        if at.pos_ in ("VERB", "AUX") and not _speaks_beside(at) and not _comes_out(at):
            return False
        if at.dep_ == "prep" and (at.head.dep_ == "npadvmod" or any(c.dep_ == "npadvmod" for c in at.children)):
            return False  # "months after a meeting in January"
        at = at.head
    return False


def _tells_occasion(at: Token, heads: set[int]) -> bool:
    """ "At last week's forum she said", "in a 2013 memo they wrote": the occasion of the words themselves."""
    link = at.head.head
    return at.head.dep_ == "pobj" and link.dep_ == "prep" and link.lower_ in _OCCASION and link.head.i in heads


def _comes_out(verb: Token) -> bool:
    """ "in a statement issued on Monday": when the text came out, unlike remarks, which may be older."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.lemma_.lower() not in listed("circumstances", "published"):
        return False
    things = (verb.head, verb.head.head.head)  # "a readout of the call posted on Monday"
    return any(thing.lemma_.lower() in source_words()["documents"] for thing in things)


def _speaks_beside(verb: Token) -> bool:
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_.lower() in _words()["speaking"]


def _verbs_of(verb: Token) -> set[int]:
    """The cue with the verbs that tell of the same moment: "declined to say", "phoned him on Sunday and told him"."""
    verbs = {verb.i, *(c.i for c in verb.children if is_asked(c))}  # "asked on Tuesday if ..., she said"
    if verb.dep_ == "xcomp":
        verbs.add(verb.head.i)
    if verb.dep_ == "conj" and verb.head.tag_ == verb.tag_ and verb.head.lemma_.lower() in _words()["contacts"]:
        verbs.add(verb.head.i)
    return verbs
