"""Quotations that go on: from sentence to sentence, and from paragraph to paragraph.

One rule: a quotation that no cue touches belongs to the statement right before it, or to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitroom.annotate.engine import Token
from sitroom.annotate.quotations import Quotation
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.phrases import TENSED, noun_phrase, own_subject
from sitroom.text import Span

_MOST_BETWEEN = 90  # code points between two pieces of one sentence
_LONGEST_BEFORE = 120  # code points of a sentence that says how somebody speaks
_PAUSES = (",", "—", "–")


def go_on(frame: Frame, drafts: list[Draft]) -> list[Draft]:
    """Join quotations that no cue touches to the statement before them; give quoted paragraphs a draft of their own."""
    owner = owners(frame, drafts)
    _reach_back(frame, owner)
    said = _said_before(frame, drafts)
    made: list[Draft] = []
    last: Draft | None = None
    last_paragraph = -1
    last_quotation: Quotation | None = None
    for quotation in frame.quotations.items:
        here = quotation.span
        if here.start in owner:
            if (found := owner[here.start]) is not None:
                last, last_paragraph, last_quotation = found, quotation.paragraph, quotation
            continue
        if last is not None and last_quotation is not None and _interrupted(frame, last_quotation, quotation):
            last.content.append(here)
            last_quotation = quotation
            continue
        before = said.get(frame.sentence(max(0, here.start - 2)).end)
        if before is not None and _is_sentence(frame, quotation):
            last, last_paragraph = before, quotation.paragraph
        if frame.silent(here.start):
            continue
        goes_on = _goes_on(frame, quotation, last_paragraph) if last is not None else None
        if goes_on == "own" and last_quotation is not None and quotation.is_single != last_quotation.is_single:
            goes_on = None  # a heading, in marks of another style
        if last is not None and goes_on is not None:
            following = _taken_on(frame, quotation, last, goes_on == "joined")
        elif (told := _told_of(frame, quotation)) is not None:
            following = Draft(None, None, None, [here], "quote", told[0], told[1])
        else:
            continue
        if following is not last:
            made.append(following)
        last = following
        last_paragraph, last_quotation = quotation.paragraph, quotation
    return made


def _taken_on(frame: Frame, quotation: Quotation, last: Draft, joined: bool) -> Draft:
    """The draft that a quotation goes on with: the last one where it is ``joined`` to it, else one of its own."""
    here = quotation.span
    if not joined:
        return Draft(None, None, None, [here], "quote", previous=last)
    other = _acts_before(frame, quotation, last) if not quotation.continues else None
    if other is not None:
        span = noun_phrase(other, frame.text, here.start, frame.paragraph(here.start).start)
        return Draft(None, None, None, [here], "quote", other, span)
    last.content.append(here)
    return last


def _reach_back(frame: Frame, owner: dict[int, Draft | None]) -> None:
    """Give the paragraphs of a speech to the draft that a cue behind a later one makes: "… \\n … ," she said."""
    following: Quotation | None = None
    for quotation in reversed(frame.quotations.items):
        start = quotation.span.start
        if following is not None and following.continues and not quotation.closed and start not in owner:
            draft = owner.get(following.span.start)
            if draft is not None and following.paragraph == quotation.paragraph + 1:
                draft.content.insert(0, quotation.span)
                owner[start] = draft
        following = quotation


def owners(frame: Frame, drafts: Sequence[Draft]) -> dict[int, Draft | None]:
    """By where a quotation begins: the draft of which it is the content, ``None`` where it is part of another."""
    owner: dict[int, Draft | None] = {}
    for draft in drafts:
        for span in draft.content:
            for quotation in frame.quotations.within(span):
                start = quotation.span.start
                if draft.pattern == "quote":
                    owner[start] = draft
                elif draft.head is not None and start < draft.head.idx < quotation.span.end:
                    continue  # who is said to speak within the quotation does not speak it
                elif min(quotation.span.end, span.end) - max(start, span.start) > 0.8 * len(quotation.span):
                    owner.setdefault(start, None)
    return owner


def _is_sentence(frame: Frame, quotation: Quotation) -> bool:
    span = quotation.span
    return not quotation.is_fragment and _begins_sentence(frame, span) and _ends_sentence(frame, span)


def _said_before(frame: Frame, drafts: list[Draft]) -> dict[int, Draft]:
    """By sentence end: what is said in indirect speech up to there, which a quotation behind it may bear out."""
    found: dict[int, Draft] = {}
    for draft in drafts:
        if draft.pattern in ("clause", "preposed") and draft.entry is not None and draft.entry.kind == "speech":
            if draft.head is None or frame.quotations.at(draft.head.idx) is not None or draft.source is None:
                continue
            end = frame.sentence(draft.head.idx).end
            if draft.head.dep_ in ("ROOT", "conj", "ccomp", "parataxis"):
                found.setdefault(end, draft)
    return found


def _goes_on(frame: Frame, quotation: Quotation, last_paragraph: int) -> str | None:
    """Whether a quotation without a cue belongs to the one before ("joined"), goes on from it ("own"), or neither."""
    here, paragraph = quotation.span, frame.paragraphs[quotation.paragraph]
    if quotation.paragraph == last_paragraph:
        if not _begins_sentence(frame, here):
            return None
        end = frame.sentence(here.end - 2).end
        return "joined" if _ends_sentence(frame, here) or not _says(frame, here.end, end) else None
    if quotation.paragraph != last_paragraph + 1 or here.start != paragraph.start:
        return None
    if quotation.continues:
        return "joined"
    if quotation.is_fragment:
        return None
    return "own" if here.end >= paragraph.end - 1 else None


def _interrupted(frame: Frame, before: Quotation, quotation: Quotation) -> bool:
    """Whether only a few words within commas stand between two pieces of one sentence: "…," she paused, "…"."""
    between = frame.text[before.span.end : quotation.span.start]
    if quotation.paragraph != before.paragraph or not 2 < len(between) <= _MOST_BETWEEN:
        return False
    opens = before.ends_with_comma(frame.text) or frame.text[before.span.end - 2] in "—–-"
    return opens and between.rstrip()[-1:] in _PAUSES and not any(mark in between for mark in ".!?;:\n")


def _told_of(frame: Frame, quotation: Quotation) -> tuple[Token, Span] | None:
    """Of whom the sentence before a quoted sentence tells: "Blinken was blunt. '…'"."""
    start = quotation.span.start
    if not _is_sentence(frame, quotation) or start == frame.paragraph(start).start:
        return None
    before = frame.sentence(max(0, start - 2))
    if before.start < frame.paragraph(start).start or before.end > start or frame.quotations.within(before):
        return None
    root = frame.reading.tokens(before).root
    subject = own_subject(root) if root.tag_ in TENSED else None
    if subject is None or before.end - before.start > _LONGEST_BEFORE:
        return None
    mention = frame.reading.mention_at(subject)
    if mention is None or mention.type != "person" or subject.tag_ in ("NNS", "NNPS"):
        return None
    span = noun_phrase(subject, frame.text, start, before.start)
    return (subject, span) if span is not None else None


def _acts_before(frame: Frame, quotation: Quotation, last: Draft) -> Token | None:
    """Somebody else of whom the sentence before a quotation tells ("Her brother shook his head.")."""
    before = frame.sentence(max(0, quotation.span.start - 2))
    if frame.paragraph(before.start) != frame.paragraph(quotation.span.start) or frame.quotations.within(before):
        return None
    root = frame.reading.tokens(before).root
    subject = own_subject(root) if root.tag_ == "VBD" else None
    mention = frame.reading.mention_at(subject) if subject is not None else None
    known = frame.reading.mention_at(last.source) if last.source is not None else None
    if mention is None or mention.type != "person" or known is None or mention.actor == known.actor:
        return None
    return subject if mention.form != "pronoun" else None


def _says(frame: Frame, start: int, end: int) -> bool:
    """Whether a verb of saying or thinking stands there."""
    if end <= start:
        return False
    words = lexicon().verbs
    return any(t.pos_ == "VERB" and t.lemma_.lower() in words for t in frame.reading.tokens(Span(start, end)))


def _begins_sentence(frame: Frame, span: Span) -> bool:
    before = frame.text[max(0, span.start - 3) : span.start].rstrip()
    return not before or before[-1] in '.?!…”"'


def _ends_sentence(frame: Frame, span: Span) -> bool:
    inside = frame.text[max(span.start, span.end - 2) : span.end]
    behind = frame.text[span.end : span.end + 1]
    return any(mark in inside for mark in ".?!…—-") or behind in ("", ".", "\n")
