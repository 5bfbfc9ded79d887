"""When and how something was said, taken over from words around that tell of the same occasion.

One rule: what a statement says itself stands; it takes over only from an encounter of those who speak and are spoken
to, from a sentence that only tells that somebody spoke, or from the same speaker's words before, and only where one
day is told. What somebody holds, or says again and again, is of no day.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.circumstances import channel_beside, date_beside, speaking_verbs
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.encounters import Encounter, Encounters, latest, one_day
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.phrases import own_subject
from sitroom.model import Channel, Statement
from sitroom.resources import listed
from sitroom.text import Span
from sitroom.values import bounds

_PAST = frozenset({"VBD", "VBN"})
_PERFECT = frozenset({"has", "have", "'s", "'ve"})
_KINDS = frozenset({"speech", "act"})
_FAR = 4  # paragraphs between words of one speaker on one occasion
_REPORTED = frozenset({"quote", "clause", "preposed", "object-to", "to"})


@dataclass(slots=True)
class Carrying:
    """Goes with the statements of an article in their order, and remembers the last of each paragraph and speaker.

    ``identities`` tells which drafts have one unnamed source, by number.
    """

    frame: Frame
    identities: dict[int, int]
    _encounters: Encounters
    _last: tuple[Draft, Statement] | None = None
    _of_speaker: dict[object, tuple[Draft, Statement]] = field(default_factory=dict)
    _days: dict[object, set[str]] = field(default_factory=dict)
    """By speaker, the days told so far."""
    _occasion: dict[int, Encounter] = field(default_factory=dict)
    """By paragraph, the encounter of which its statements tell."""

    @classmethod
    def of(cls, frame: Frame, identities: dict[int, int]) -> Carrying:
        """Before the first statement of a frame's article."""
        return cls(frame, identities, Encounters.of(frame))

    def complete(self, draft: Draft, statement: Statement) -> Statement:
        """The statement with what it takes over; remembered for those that follow."""
        if draft.pattern == "cited":
            return statement
        made = self._from_encounter(draft, statement)
        if draft.around is not None:
            return made
        made = self._taken_over(draft, made)
        self._last = draft, made
        if (speaker := self._speaker(draft, made)) is not None:
            self._of_speaker[speaker] = draft, made
            if made.date is not None:
                self._days.setdefault(speaker, set()).add(made.date)
        return made

    # from encounters

    def _from_encounter(self, draft: Draft, statement: Statement) -> Statement:
        if not _tells_once(draft, bool(statement.addressees)) or _is_apart(draft) or not statement.speakers:
            return statement
        met = self._encounter(draft, statement)
        if met is None or (statement.channel is not None and statement.channel != (met.channel or statement.channel)):
            return statement
        self._occasion[self._place(draft)] = met
        day = statement.date
        if met.day is not None and (day is None or _is_within(met.day, day)):
            day = met.day
        elif day is not None and met.day is not None and day != met.day:
            return statement
        told = replace(statement, date=day, channel=statement.channel or met.channel)
        others = met.parties.difference(statement.speakers)
        if not told.addressees and statement.channel == "call" and len(statement.speakers) == len(others) == 1:
            return replace(told, addressees=tuple(others))  # "also said in the call": to the other side
        return told

    def _encounter(self, draft: Draft, statement: Statement) -> Encounter | None:
        """The encounter in which the words fell: of those spoken to, of all who speak, or of the paragraph."""
        to = [key for key in statement.addressees if key not in statement.speakers]
        if to:
            found = self._encounters.between(statement.speakers, to)
        elif len(statement.speakers) > 1:
            found = self._encounters.shared_by(statement.speakers)
        elif statement.channel == "call":
            found = [e for e in self._encounters.shared_by(statement.speakers) if e.channel == "call"]
        else:
            return self._of_paragraph(draft, statement)
        if not found:
            return None
        here = self.frame.paragraph(self._at(draft))
        near = [e for e in found if here.start <= e.at < here.end and e.day is not None]
        told = near or latest(found)
        day = one_day(told)
        if day is None and len({e.day for e in told}) > 1:
            return None
        return replace(told[-1], day=day, channel=_channel_of(told, day))

    def _of_paragraph(self, draft: Draft, statement: Statement) -> Encounter | None:
        """The encounter of which the paragraph has told before, where the speaker took part in it."""
        told = self._occasion.get(self._place(draft))
        if told is None or statement.channel is not None or not told.parties.issuperset(statement.speakers):
            return None
        return told

    # from words before

    def _taken_over(self, draft: Draft, statement: Statement) -> Statement:
        if self._last is not None and self._goes_on(draft, statement, *self._last):
            before = self._last[1]
            return replace(statement, date=statement.date or before.date, channel=statement.channel or before.channel)
        if not _tells_once(draft) or _is_apart(draft) or (statement.date and statement.channel):
            return statement
        verb = self._occasion_before(draft, statement) if draft.cue is not None else None
        if verb is not None:
            channel = channel_beside(self.frame, verb)
            if statement.channel in (None, channel):
                day = statement.date or date_beside(self.frame, verb)
                return replace(statement, date=day, channel=statement.channel or channel)
        return self._resumed(draft, statement)

    def _resumed(self, draft: Draft, statement: Statement) -> Statement:
        """The day of the same speaker's words some paragraphs before, where nothing tells of another occasion."""
        speaker = self._speaker(draft, statement)
        if statement.date is not None or speaker not in self._of_speaker or draft.pattern not in _REPORTED:
            return statement
        if draft.entry is not None and draft.entry.kind != "speech":
            return statement  # what somebody did by speaking may have been done any day
        last, before = self._of_speaker[speaker]
        if (
            before.date is None
            or len(self._days[speaker]) > 1
            or not (_tells_once(last) or last.head is None)
            or statement.addressees
        ):
            return statement
        if statement.channel not in (None, before.channel) or self._place(draft) - self._place(last) > _FAR:
            return statement
        met = self._occasion.get(self._place(last))
        if met is not None and met.day == before.date and speaker in met.parties:
            return statement  # what was said in an encounter ends with its paragraph
        channel = before.channel if statement.kind != "indirect" else None
        return replace(statement, date=before.date, channel=statement.channel or channel)

    def _speaker(self, draft: Draft, statement: Statement) -> object | None:
        """Who speaks: an actor, or the number of somebody without a name."""
        if len(statement.speakers) == 1:
            return statement.speakers[0]
        return self.identities.get(id(draft))

    def _goes_on(self, draft: Draft, statement: Statement, last: Draft, before: Statement) -> bool:
        if draft.previous is last:
            return True
        if self._speaker(draft, statement) is None or self._speaker(draft, statement) != self._speaker(last, before):
            return False
        if statement.date and before.date and statement.date != before.date:
            return False
        if statement.addressees and before.addressees and statement.addressees != before.addressees:
            return False
        if statement.channel and before.channel and statement.channel != before.channel:
            return False
        if not (_tells_once(draft) and _tells_once(last)) or _is_apart(draft):
            return False
        return self._place(draft) == self._place(last)

    def _at(self, draft: Draft) -> int:
        return draft.cue.start if draft.cue else draft.start

    def _place(self, draft: Draft) -> int:
        return self.frame.paragraph_index(self._at(draft))

    def _occasion_before(self, draft: Draft, statement: Statement) -> Token | None:
        """The verb of the sentence before, where it tells that the same speaker spoke ("She met the press.")."""
        assert draft.cue is not None
        sentence = self.frame.sentence(draft.cue.start)
        start = min(sentence.start, draft.start)
        paragraph = self.frame.paragraph(draft.cue.start)
        if start <= paragraph.start + 1:
            return None
        before = self.frame.sentence(start - 2)
        if before.start < paragraph.start:
            return None
        return self._speaking_verb(before, statement)

    def _speaking_verb(self, sentence: Span, statement: Statement) -> Token | None:
        verb = self.frame.reading.tokens(sentence).root
        subject = own_subject(verb)
        mention = self.frame.reading.mention_at(subject) if subject is not None else None
        if verb.tag_ != "VBD" or verb.lemma_.lower() not in speaking_verbs() or mention is None:
            return None
        return verb if mention.actor in statement.speakers else None


def _channel_of(told: list[Encounter], day: str | None) -> Channel | None:
    """The channel of encounters on one day: some reports tell it, none another."""
    channels = {e.channel for e in told if e.day in (None, day) and e.channel is not None}
    return channels.pop() if len(channels) == 1 else None


def _is_within(day: str, span: str) -> bool:
    inner, outer = bounds(day), bounds(span)
    return inner is not None and outer is not None and inner != outer and outer.covers(inner)


def _is_apart(draft: Draft) -> bool:
    """Whether an adverb beside the cue parts its words from the occasion told before: "later said"."""
    if draft.head is None:
        return False
    return any(c.dep_ == "advmod" and c.lower_ in listed("circumstances", "apart") for c in draft.head.children)


def _tells_once(draft: Draft, before: bool = False) -> bool:
    """Whether the cue tells of an utterance at one time, not of what somebody holds or has often said.

    ``before``: also of one told in the pluperfect ("had told the king").
    """
    if draft.head is None:
        return draft.pattern == "quote"
    if draft.entry is None or draft.entry.kind not in _KINDS:
        return False
    verb = draft.head
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "conj") and not any(c.dep_ == "aux" for c in verb.children):
        verb = verb.head  # "told the king ..., adding that ..."
    if verb.tag_ not in _PAST:
        return False
    perfect = _PERFECT if before else _PERFECT | {"had"}
    return not any(c.dep_ == "aux" and c.lower_ in perfect for c in draft.head.children)
