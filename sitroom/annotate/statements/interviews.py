"""Interviews that print questions and answers without labels: what is answered belongs to the one who is asked.

One rule: the words above the first question must present one person, and questions to "you" be answered by an "I";
the questions themselves are the outlet's and no statements.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.model import Mention
from sitroom.resources import load
from sitroom.text import Span

_LEAST = 3  # questions
_LONGEST = 500  # code points of a question
_YOU = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|we|my|our|me|us|myself)\b")
_NAMED = re.compile(r"\binterview", re.IGNORECASE)
_BESIDE = 80  # code points between a name and the words that present an interview
_ABOUT = re.compile(r"[.?!]|\b(?:on|about|over)\b", re.IGNORECASE)
_MARKS = "“\"«„‘'"


def interview_drafts(frame: Frame) -> Iterator[Draft]:
    """A draft for every answer of an interview whose turns bear no labels."""
    questions = [i for i, span in enumerate(frame.paragraphs) if _is_question(frame, span)]
    if len(questions) < _LEAST or not questions[0]:
        return
    above = Span(0, frame.paragraphs[questions[0]].start)
    person = asked_in(frame, above.end) if _NAMED.search(frame.text, above.start, above.end) else None
    if person is None:
        return
    answers = [
        list(_answer(frame, first + 1, following, person))
        for first, following in itertools.pairwise([*questions, len(frame.paragraphs)])
    ]
    if not is_spoken(frame, answers):
        return
    for answer in answers:
        if answer:
            yield Draft(None, None, None, answer, "quote", speaker=person, verbatim=True)


def asked_in(frame: Frame, end: int) -> str | None:
    """Whom the words before an offset present as the one who is asked; ``None`` where that may be several."""
    lead = Span(0, end) if end else None
    if lead is None:
        return None
    named = [m for m in frame.reading.mentions_in(lead) if m.form == "name" and m.type == "person"]
    headline = frame.paragraphs[0]
    for mentions in ([m for m in named if headline.covers(m.span)], named):
        if any(_is_asked(frame, m) for m in mentions):
            people = {m.actor for m in mentions}
            asked = {m.actor for m in mentions if _is_asked(frame, m)}
            return asked.pop() if len(people) == 1 else None
    return None


def is_spoken(frame: Frame, answers: Sequence[Sequence[Span]]) -> bool:
    """Whether somebody answers for himself, in at least half of the answers."""
    own = sum(any(_I.search(frame.text, span.start, span.end) for span in answer) for answer in answers)
    return bool(answers) and 2 * own >= len(answers)


def only_person(frame: Frame, end: int) -> str | None:
    """The one person who is named before an offset; ``None`` where there are several, or none."""
    named = frame.reading.mentions_in(Span(0, end)) if end else []
    people = {m.actor for m in named if m.form == "name" and m.type == "person"}
    return people.pop() if len(people) == 1 else None


def _is_asked(frame: Frame, mention: Mention) -> bool:
    """Whether a name stands beside words that present an interview: "interview with Ana Torres", "Ana Torres spoke"."""
    last = frame.reading.tokens(mention.span)[-1]
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if following is not None and (following.tag_ == "POS" or (following.pos_ == "NOUN" and last.head == following)):
        return False  # "the Ana Torres dam", "Ana Torres's plan"
    paragraph = frame.paragraph(mention.span.start)
    before = frame.text[max(paragraph.start, mention.head.start - _BESIDE) : mention.head.start]
    behind = frame.text[mention.span.end : min(paragraph.end, mention.span.end + _BESIDE)]
    asks, answers = _words("asked_before"), _words("asked_behind")
    found = list(asks.finditer(before))
    if found and not _ABOUT.search(before, found[-1].end()):
        return True
    said = answers.search(behind)
    return said is not None and not any(mark in behind[: said.start()] for mark in ".?!")


def _is_question(frame: Frame, span: Span) -> bool:
    if len(span) > _LONGEST or frame.text[span.end - 1] != "?" or frame.text[span.start] in _MARKS:
        return False
    return frame.reading.region_at(span.start) is not None and _YOU.search(frame.text, span.start, span.end) is not None


def _answer(frame: Frame, start: int, stop: int, person: str) -> Iterator[Span]:
    """The paragraphs up to the next question; behind the last one those that go on in the first person."""
    last = stop == len(frame.paragraphs)
    for index in range(start, stop):
        region = frame.reading.regions[index]
        named = {m.actor for m in frame.reading.mentions_in(region.span) if m.form == "name"}
        spoken = _I.search(frame.text, region.span.start, region.span.end) is not None
        if region.kind not in ("body", "item") or person in named or (last and not spoken):
            return
        if frame.text[region.span.end - 1] != "?" or spoken:
            yield region.span


@cache
def _words(name: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("layout")["turns"][name]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
