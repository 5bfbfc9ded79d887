"""The terms on which somebody without a name speaks, as stated.

One rule: terms belong to the source beside them, or, in a sentence of their own, to the unnamed source that the
subject of that sentence takes up ("They spoke on condition of anonymity").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.phrases import antecedent, own_subject
from sitroom.annotate.statements.speakers import Speaker
from sitroom.annotate.statements.words import partitive, source_words
from sitroom.text import Span

_STOPS = ',.;—"”'
_REASONS = re.compile(
    r", (?:fearing|citing|because|for fear|given|in order|so that|as (?:he|she|they) )", re.IGNORECASE
)
_PRONOUNS = frozenset({"he", "she", "they", "both", "all"})
_TAKES_UP = frozenset({"the", "that", "this", "these", "those", "both", "all"})
_OBJECTS = frozenset({"object", "with"})  # "described the talks on condition of anonymity"
_APART = 2  # paragraphs between an unnamed source and the sentence with its terms


def terms(frame: Frame, draft: Draft) -> Span | None:
    """The terms on which the source spoke, stated in the sentence of the cue."""
    if draft.cue is None or not frame.has_terms:
        return None
    sentence = frame.sentence(draft.cue.start)
    found = source_words()["terms"].search(frame.text, sentence.start, sentence.end)
    if found is None:
        return None
    start = found.start()
    if draft.pattern not in _OBJECTS and any(s.start <= start < s.end for s in draft.content):
        return None
    if (
        draft.around is not None
        and draft.pattern != "cited"
        and not any(s.start <= start < s.end for s in draft.around.content)
    ):
        return None  # those of who passes it on
    return _whole(frame, found.start(), found.end(), sentence)


def _whole(frame: Frame, start: int, end: int, sentence: Span) -> Span | None:
    """With the reason given for them, up to the next mark."""
    while end < sentence.end and (frame.text[end] not in _STOPS or _REASONS.match(frame.text, end)):
        end += 1
    return frame.trimmed(Span(start, max(end, start + 1)))


def states_terms(frame: Frame, draft: Draft) -> bool:
    """Whether a draft is nothing but the terms on which somebody speaks: "asking not to be identified"."""
    if not frame.has_terms or draft.cue is None or draft.pattern == "quote":
        return False
    sentence = frame.sentence(draft.cue.start)
    for found in source_words()["terms"].finditer(frame.text, sentence.start, sentence.end):
        if found.start() <= draft.cue.end - 1 and draft.cue.start < found.end() + 1:
            return True
        whole = _whole(frame, found.start(), found.end(), sentence)
        if whole is not None and whole.covers(draft.cue) and all(whole.covers(span) for span in draft.content):
            return True  # the reason for them: "for fear of reprisals"
    return False


@dataclass(slots=True)
class Unnamed:
    """The unnamed sources of an article, told apart by how they are taken up, each with its terms."""

    frame: Frame
    _who: dict[int, int] = field(default_factory=dict)
    _terms: dict[int, Span] = field(default_factory=dict)
    _last: list[tuple[int, str, bool, int]] = field(default_factory=list)
    """Offset, noun, whether the one who speaks is without a name, and number, of each source so far."""

    @classmethod
    def of(cls, frame: Frame, drafts: Iterable[Draft], who: dict[int, Speaker]) -> Unnamed:
        """Those of the drafts, which come in the order of their cues."""
        made = cls(frame)
        for draft in drafts:
            made._take(draft, who[id(draft)])
        if frame.has_terms:
            made._read_sentences()
        return made

    @property
    def numbers(self) -> dict[int, int]:
        """By the identity of a draft, the number of its source."""
        return self._who

    def terms_of(self, draft: Draft) -> Span | None:
        """The terms of the source of a draft, stated elsewhere than in its sentence."""
        return self._terms.get(self._who.get(id(draft), -1))

    def _take(self, draft: Draft, speaker: Speaker) -> None:
        if draft.source is None and draft.previous is not None and id(draft.previous) in self._who:
            self._who[id(draft)] = self._who[id(draft.previous)]
            return
        if draft.source is None:
            return
        unnamed = not speaker.named and speaker.document is None
        head = partitive(antecedent(draft.source))
        number = self._taken_up(head, draft.source.idx)
        number = number if number is not None else len(self._last)
        self._last.append((draft.source.idx, _noun(head), unnamed, number))
        if unnamed:
            self._who[id(draft)] = number
            if (stated := terms(self.frame, draft)) is not None:
                self._terms.setdefault(number, stated)

    def _taken_up(self, head: Token, at: int) -> int | None:
        """The number of the source that a pronoun or a definite noun takes up, ``None`` where it is a new one."""
        before = [last for last in self._last if last[0] < at]
        if head.lower_ in _PRONOUNS:
            return before[-1][3] if before and before[-1][2] else None
        if not any(c.dep_ in ("det", "predet") and c.lower_ in _TAKES_UP for c in head.children):
            return None
        return next((last[3] for last in reversed(before) if last[2] and last[1] == _noun(head)), None)

    def _read_sentences(self) -> None:
        for found in source_words()["terms"].finditer(self.frame.text):
            sentence = self.frame.sentence(found.start())
            subject = next(self._subjects(sentence, found.start()), None)
            if subject is None:
                continue
            number = self._taken_up(partitive(subject), sentence.start + 1)
            near = [last for last in self._last if last[3] == number and last[0] < sentence.start]
            if number is None or not near:
                continue
            here = self.frame.paragraph_index(sentence.start)
            if here - self.frame.paragraph_index(near[-1][0]) > _APART:
                continue
            whole = _whole(self.frame, found.start(), found.end(), sentence)
            if whole is not None:
                self._terms.setdefault(number, whole)

    def _subjects(self, sentence: Span, at: int) -> Iterator[Token]:
        """The subject of the sentence, where what it says is the terms."""
        tokens = self.frame.reading.tokens(sentence)
        root = tokens.root
        subject = own_subject(root)
        if subject is not None and subject.idx <= at and (root.idx >= at or at - root.idx < len(root) + 12):
            yield subject


def _noun(head: Token) -> str:
    return str(head.lemma_.lower())
