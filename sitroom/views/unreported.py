"""Talks whose day has passed although no report says that they were held.

One rule: as of the newest article alone; what was called off, and what bears no date, is not flagged.
"""

from __future__ import annotations

from sitroom.record import EventItem, Record
from sitroom.values import bounds

_PLANNED = frozenset({"scheduled", "proposed"})


def with_unreported(record: Record) -> list[EventItem]:
    """The record's events, with the day of the newest article on plans that should have come about before it."""
    days = [span.last.isoformat() for a in record.articles if (span := bounds(a.published)) and span.last]
    newest = max(days, default=None)
    return [
        event.model_copy(update={"unreported_as_of": newest}) if newest and _is_past(event, newest) else event
        for event in record.events
    ]


def _is_past(event: EventItem, newest: str) -> bool:
    span = bounds(event.date)
    return bool(
        event.type == "CONSULT" and event.status in _PLANNED and span and span.last and span.last.isoformat() < newest
    )
