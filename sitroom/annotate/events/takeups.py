"""What a noun or a present tense may claim: "the visit", "Thursday's call", "he travels there on Monday".

One rule: a noun claims no more than the clauses that tell of the same contact, and no word claims as done what is
dated after the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitroom.annotate.events import grammar
from sitroom.annotate.events.carriers import carried_by
from sitroom.annotate.reading import Reading
from sitroom.model import POSITION_TYPES, Event
from sitroom.values import bounds

_AHEAD = frozenset({"scheduled", "proposed", "conditional", "forecast", "cancelled", "denied"})


def as_told(reading: Reading, events: Sequence[Event]) -> list[Event]:
    """The events, nouns for contacts that the article only plans, asks for or denies being no more than that."""
    dated = [_still_ahead(reading, event) for event in events]
    told = [e for e in dated if e.type == "CONSULT" and (_is_told(reading, e) or (e.mode == "visit" and _ahead(e)))]
    return [_sobered(event, told) if event.type == "CONSULT" and event not in told else event for event in dated]


def _still_ahead(reading: Reading, event: Event) -> Event:
    """A plan where a noun or a present tense is dated after the report; a past tense there has somebody else's date."""
    if event.status not in ("occurred", "ongoing") or event.type in POSITION_TYPES:
        return event
    day, published = bounds(event.date), bounds(reading.article.published)
    if not (day and published and day.first and published.last and day.first > published.last):
        return event
    head = reading.tokens(event.trigger).root
    return event if head.tag_ in ("VBD", "VBN") else replace(event, status="scheduled")


def _is_told(reading: Reading, event: Event) -> bool:
    """Whether a verb tells of the contact, so that tense and mood speak for it."""
    head = reading.tokens(event.trigger).root
    return grammar.verbal(head) or carried_by(head) is not None


def _sobered(event: Event, told: Sequence[Event]) -> Event:
    if event.status != "occurred" or event.date is not None:
        return event  # a day that has passed is no plan's
    own = _parties(event)
    same = [t for t in told if len(own & _parties(t)) >= min(2, len(own)) > 0]
    if not same and event.mode == "visit" and event.date is None:
        # "his visit to Britain" after "his planned visit": the traveller is enough
        same = [t for t in told if t.mode == "visit" and _travellers(event) & _travellers(t)]
    if not same or any(t.status not in _AHEAD for t in same):
        return event
    nearest = min(same, key=lambda t: (abs(t.trigger.start - event.trigger.start), t.key))
    return replace(event, status=nearest.status)


def _ahead(event: Event) -> bool:
    return event.status in _AHEAD


def _travellers(event: Event) -> frozenset[str]:
    return frozenset(a.actor for a in event.actors if a.actor)


def _parties(event: Event) -> frozenset[str]:
    return frozenset(a.actor for a in (*event.actors, *event.recipients) if a.actor)
