"""Turns of transcripts and interviews: "PRICE: We had no choice." and the paragraphs that go on from there.

One rule: labels make a transcript only together, where speakers take turns; a single label before a colon is a
headline's or a heading's, and no business of this module.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.interviews import asked_in, is_spoken, only_person
from sitroom.annotate.statements.labels import Label, Labels
from sitroom.annotate.statements.lexicon import SAID
from sitroom.text import Span, trimmed

_LONGEST = 90  # code points of a label
_LONGEST_ALONE = 60
_STAMP = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]*[-–—]?[ \t]*)?"
_ASIDE = r"(?:[ \t]*[\[(][^\[\]()\n]{1,40}[\])]){0,2}"
_BEFORE_COLON = re.compile(
    rf"^[ \t>]*{_STAMP}(?P<name>[^\W\d_][^:\n\[\]()]{{0,{_LONGEST}}}?){_ASIDE}[ \t]*:(?=\s)", re.MULTILINE
)
_ALONE = re.compile(rf"{_STAMP}(?P<name>[^\W\d_][^:\n\[\]()]{{0,{_LONGEST_ALONE}}}?){_ASIDE}[ \t]*")
_BRACKETED = re.compile(r"\s*[\[(][^\[\]()\n]*[\])][ \t.]*\Z")
_SAID_SO = re.compile(r"\b(?:said|says|added|replied)\b")
_LETTERS = re.compile(r"[^\W\d_]+\W+[^\W\d_]|[^\W\d_]{2}")
_LEAST = 3  # turns of a transcript
_WORDS = 2  # of those labels that stand alone on a line


@dataclass(slots=True)
class Turn:
    """One speaker's words: where the label stands, its colon (``None`` for a label on a line of its own), where the
    words begin, and the spans of them."""

    label: Label
    name: Span
    colon: int | None
    start: int
    paragraph: int
    content: list[Span] = field(default_factory=list)

    @property
    def opening(self) -> Span:
        """The label with its colon."""
        return Span(self.name.start, self.colon + 1 if self.colon is not None else self.name.end)


def turn_drafts(frame: Frame) -> Iterator[Draft]:
    """A draft for every turn of an article's transcripts."""
    turns = find_turns(frame)
    answers = [turn.content for turn in turns if turn.label.kind == "answers"]
    start = turns[0].name.start if answers else 0
    spoken = is_spoken(frame, answers)
    interviewee = (asked_in(frame, start) or (only_person(frame, start) if spoken else None)) if answers else None
    if answers and interviewee is None and not spoken and all(t.label.kind in ("asks", "answers") for t in turns):
        return  # questions and answers of the outlet itself
    for turn in turns:
        head = frame.reading.tokens(turn.name)[-1]
        cue = Span(turn.colon, turn.colon + 1) if turn.colon is not None else None
        draft = Draft(head, cue, SAID, turn.content, "quote", head, turn.name, order=head.i, verbatim=True)
        draft.speaker = interviewee if turn.label.kind == "answers" else turn.label.actor
        yield draft


def without_labels(frame: Frame, turns: list[Draft], drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that take the label of a turn for the subject of its words, or for their cue."""
    labels = {t.i for turn in turns if turn.source_span is not None for t in frame.reading.tokens(turn.source_span)}
    cues = {turn.cue for turn in turns if turn.cue is not None}
    return [d for d in drafts if d.cue not in cues and (d.source is None or d.source.i not in labels)]


def find_turns(frame: Frame) -> list[Turn]:
    """The turns of an article, in order; none where its labels make no transcript."""
    if ":" not in frame.text and len(frame.paragraphs) < 2 * _LEAST:
        return []
    labels = Labels(frame.reading)
    for found in (list(_labelled(frame, labels)), list(_alone(frame, labels))):
        turns = _taking_turns(frame, found)
        if turns:
            _give_words(frame, turns)
            return [turn for turn in turns if turn.content]
    return []


def _labelled(frame: Frame, labels: Labels) -> Iterator[Turn]:
    for match in _BEFORE_COLON.finditer(frame.text):
        name = frame.trimmed(Span(*match.span("name")))
        label = labels.read(name.of(frame.text)) if name is not None else None
        if name is None or label is None or frame.reading.region_at(name.start) is None:
            continue
        start = match.end()
        while start < len(frame.text) and frame.text[start].isspace():
            start += 1
        if start < len(frame.text):
            yield Turn(label, _person(name, frame.text), match.end() - 1, start, frame.paragraph_index(start))


def _person(name: Span, text: str) -> Span:
    """The label without what stands behind its first comma ("JOHN BERMAN, CNN HOST")."""
    return Span(name.start, name.start + len(name.of(text).split(",")[0].rstrip()))


def _alone(frame: Frame, labels: Labels) -> Iterator[Turn]:
    for index, span in enumerate(frame.paragraphs[:-1]):
        if len(span) > _LONGEST_ALONE or not (match := _ALONE.fullmatch(span.of(frame.text))):
            continue
        name = frame.trimmed(Span(span.start + match.start("name"), span.start + match.end("name")))
        label = labels.read(name.of(frame.text), alone=True) if name is not None else None
        following = frame.paragraphs[index + 1]
        if name is None or label is None or following.of(frame.text).count(" ") < _WORDS:
            continue
        if frame.reading.regions[index + 1].kind in ("body", "item"):
            yield Turn(label, name, None, following.start, index + 1)


def _taking_turns(frame: Frame, found: list[Turn]) -> list[Turn]:
    """The turns, where speakers come up again, or a question is answered right behind it."""
    counts = Counter(turn.label.key for turn in found)
    if len(found) >= _LEAST and len(counts) > 1 and max(counts.values()) > 1:
        sentences = sum(_is_speech(frame, turn) for turn in found)
        return found if 2 * sentences >= len(found) else []
    if len(found) == 2 and len(counts) == 2:
        first, second = found
        end = frame.paragraphs[first.paragraph].end
        asks = frame.text[first.start : end].rstrip("\"”’' ").endswith("?")
        if asks and first.colon is not None and second.paragraph == first.paragraph + 1:
            return found
    return []


def _is_speech(frame: Frame, turn: Turn) -> bool:
    """Whether the words of a turn can be spoken: no headline, and words rather than figures."""
    span = Span(turn.start, frame.paragraphs[turn.paragraph].end)
    return (
        frame.reading.regions[turn.paragraph].kind != "title"
        and _LETTERS.search(frame.text, span.start, span.end) is not None
    )


def _give_words(frame: Frame, turns: list[Turn]) -> None:
    several = False
    for number, turn in enumerate(turns):
        last = number + 1 == len(turns)
        limit = len(frame.text) if last else turns[number + 1].name.start
        for index in range(turn.paragraph, len(frame.paragraphs)):
            span = frame.paragraphs[index]
            if span.start >= limit:
                break
            if index > turn.paragraph and not _goes_on(frame, turn, index, last, several):
                break
            words = trimmed(frame.text, max(span.start, turn.start), min(span.end, limit))
            if words is not None and not _BRACKETED.match(words.of(frame.text)):
                turn.content.append(words)
                several = several or (index > turn.paragraph and not last)


def _goes_on(frame: Frame, turn: Turn, index: int, last: bool, several: bool) -> bool:
    """Whether a paragraph without a label is still the turn's: no heading, and nothing told about who speaks."""
    region = frame.reading.regions[index]
    if region.kind not in ("body", "item") or (last and not several):
        return False
    named = {m.actor for m in frame.reading.mentions_in(region.span) if m.form == "name"}
    if turn.label.actor is not None and turn.label.actor in named:
        return False
    return not (last and _SAID_SO.search(frame.text, region.span.start, region.span.end))
