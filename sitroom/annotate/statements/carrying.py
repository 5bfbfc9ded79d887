"""What a statement takes over from what stands before it: the day and the channel of one and the same occasion.

One rule: only where the same speaker goes on in the same paragraph, or a quotation does; a statement's own words win.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.circumstances import channel_beside, date_beside, speaking_verbs
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.phrases import own_subject
from sitroom.model import Statement

_PAST = frozenset({"VBD", "VBN"})
_KINDS = frozenset({"speech", "act"})


@dataclass(slots=True)
class Carrying:
    """Goes with the statements of an article in their order, and remembers the last of each paragraph."""

    frame: Frame
    _last: tuple[Draft, Statement] | None = None

    def complete(self, draft: Draft, statement: Statement) -> Statement:
        """The statement with what it takes over; remembered for those that follow."""
        if draft.around is not None or draft.pattern == "cited":
            return statement
        made = self._taken_over(draft, statement)
        self._last = draft, made
        return made

    def _taken_over(self, draft: Draft, statement: Statement) -> Statement:
        if self._last is not None and self._goes_on(draft, statement, *self._last):
            before = self._last[1]
            return replace(statement, date=statement.date or before.date, channel=statement.channel or before.channel)
        if draft.cue is None or not _tells_once(draft) or (statement.date and statement.channel):
            return statement
        verb = self._occasion_before(draft, statement)
        if verb is None:
            return statement
        return replace(
            statement,
            date=statement.date or date_beside(self.frame, verb),
            channel=statement.channel or channel_beside(self.frame, verb),
        )

    def _goes_on(self, draft: Draft, statement: Statement, last: Draft, before: Statement) -> bool:
        if draft.previous is last:
            return True
        if not statement.speakers or statement.speakers != before.speakers or statement.affiliation:
            return False
        if statement.date and before.date and statement.date != before.date:
            return False
        if not (_tells_once(draft) and _tells_once(last)):
            return False
        return self._place(draft) == self._place(last)

    def _place(self, draft: Draft) -> int:
        return self.frame.paragraph_index(draft.cue.start if draft.cue else draft.start)

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
        verb = self.frame.reading.tokens(before).root
        subject = own_subject(verb)
        mention = self.frame.reading.mention_at(subject) if subject is not None else None
        if verb.tag_ != "VBD" or verb.lemma_.lower() not in speaking_verbs() or mention is None:
            return None
        return verb if mention.actor in statement.speakers else None


def _tells_once(draft: Draft) -> bool:
    """Whether the cue tells of an utterance at one time, not of what somebody holds or often says."""
    if draft.head is None:
        return draft.pattern == "quote"
    return draft.entry is not None and draft.entry.kind in _KINDS and draft.head.tag_ in _PAST
