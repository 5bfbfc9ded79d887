"""When an act happened or will: the time that belongs to its trigger, not one that belongs to the clause beside it.

One rule: a time that the parse does not tie to the act is not its time.
"""

from __future__ import annotations

import datetime as dt
import re

from sitroom import values
from sitroom.annotate import times_of
from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import grammar
from sitroom.annotate.events.carriers import counted
from sitroom.annotate.reading import Reading
from sitroom.model import EventType, Time
from sitroom.resources import listed
from sitroom.text import Span

_DAYS = re.compile(r"P(\d{1,2})D")
_LONGEST = 15
_OCCASION = frozenset({"in", "during", "by", "over", "via", "through"})


def date_of(reading: Reading, trigger: Token, content: Span | None, kind: EventType) -> Time | None:
    """The date of the act; of a speech act that of the utterance, not one within what is said (``content``)."""
    found = times_of.date_of(reading, trigger)
    if found is None and kind == "CONSULT":
        found = _of_measure(reading, trigger)
    if found is not None and content is not None and content.covers(found.span):
        return None
    if found is not None and (limit := _opened_at(trigger)) is not None and found.span.end <= limit:
        return _after(reading, trigger, limit)
    if found is None and kind == "CONSULT" and not grammar.verbal(trigger):
        return _of_occasion(reading, trigger)
    return found


def lies_ahead(reading: Reading, time: Time) -> bool:
    """Whether the whole time lies after the day of publication; ``False`` where that is unknown."""
    when, published = values.bounds(time.edtf), values.bounds(reading.article.published)
    if when is None or published is None or when.first is None or published.last is None:
        return False
    return when.first > published.last


def first_day(reading: Reading, trigger: Token, last: Time) -> str | None:
    """The days of talks that ended on one ("three days of talks ended on Tuesday"); ``None`` where none are counted."""
    measure, day = counted(trigger), values.day_of(last.edtf)
    if day is None or measure.i == trigger.i or measure.head.lemma_ not in listed("figures", "ending"):
        return None
    for time in reading.times_in(span_of([measure.left_edge, measure])):
        if time.type == "DURATION" and (found := _DAYS.fullmatch(time.value)) and 1 < int(found[1]) < _LONGEST:
            first = day - dt.timedelta(days=int(found[1]) - 1)
            return values.edtf_of(values.Bounds(first, day))
    return None


def _of_measure(reading: Reading, noun: Token) -> Time | None:
    """The date of what measures the talks ("another round of talks on June 22"), or of the verb of which it is the
    subject ("three days of talks ended on Tuesday").
    """
    measure = counted(noun)
    if measure.i == noun.i:
        return None
    found = times_of.date_of(reading, measure)
    if found is None and measure.dep_ in grammar.SUBJECTS and grammar.verbal(measure.head):
        found = times_of.date_of(reading, measure.head)
    return found


def _opened_at(trigger: Token) -> int | None:
    """Where an "after" or "before" opens the trigger's clause: what stands left of it dates the clause above."""
    marks = [c.idx for c in trigger.children if c.dep_ == "mark" and c.lower_ in ("after", "before", "since", "as")]
    return marks[0] if marks else None


def _after(reading: Reading, trigger: Token, limit: int) -> Time | None:
    clause = span_of([trigger, trigger.right_edge])
    for time in reading.times_in(clause):
        if time.type == "DATE" and time.edtf and time.span.start > limit:
            return time
    return None


def _of_occasion(reading: Reading, noun: Token) -> Time | None:
    """The date of the clause of which a contact is the occasion ("on Thursday Biden in a call urged …")."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in _OCCASION:
        return None
    verb = next((t for t in noun.ancestors if grammar.verbal(t)), None)
    return times_of.date_of(reading, verb) if verb is not None else None
