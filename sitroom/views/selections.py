"""Which items of a record each view shows, and in which order.

One rule: pure functions of the record; the order never depends on ids alone where a reader expects dates.
"""

from __future__ import annotations

import datetime as dt

from sitroom.errors import ValueFormatError
from sitroom.model import POSITION_TYPES
from sitroom.record import (
    ActorItem,
    DisagreementItem,
    EventItem,
    FigureItem,
    Record,
    StatementItem,
    TimelineItem,
)
from sitroom.values import bounds
from sitroom.views.lookup import Lookup

_PLANNED = frozenset({"scheduled", "proposed"})
_VERDICTS = ("conflict", "self-contradiction", "one-sided", "compatible")


def day_key(edtf: str | None) -> tuple[dt.date, dt.date]:
    """For sorting by date: the first, then the last day; what has none comes last."""
    try:
        span = bounds(edtf)
    except ValueFormatError:
        span = None
    if span is None:
        return dt.date.max, dt.date.max
    return span.first or span.last or dt.date.max, span.last or dt.date.max


def contacts(record: Record) -> list[EventItem]:
    """Talks that took place or are under way, by date."""
    found = [e for e in record.events if e.type == "CONSULT" and e.status in ("occurred", "ongoing")]
    return sorted(found, key=lambda e: (day_key(e.date), e.id))


def agenda(record: Record) -> list[EventItem]:
    """Talks that are planned or proposed, or were in some report, by date."""
    found = [
        e for e in record.events
        if e.type == "CONSULT"
        and (e.status in _PLANNED or e.status == "cancelled" or any(r.status in _PLANNED for r in e.reports))
    ]  # fmt: skip
    return sorted(found, key=lambda e: (day_key(e.date), e.id))


def positions(record: Record) -> list[EventItem]:
    """Speech acts that take a stance, by the state of the holder, then by date."""
    lookup = Lookup.of(record)
    found = [e for e in record.events if e.type in POSITION_TYPES]

    def key(event: EventItem) -> tuple[str, str, tuple[dt.date, dt.date], str]:
        holder = event.actors[0] if event.actors else ""
        return lookup.name(lookup.state(holder)) or "~", lookup.name(holder), day_key(_known_since(event)), event.id

    return sorted(found, key=key)


def _known_since(event: EventItem) -> str | None:
    return event.date or min((h.date for h in event.history if h.date), default=None)


def events(record: Record) -> list[EventItem]:
    """All that was done, is planned, demanded, threatened or feared, by date."""
    return sorted(record.events, key=lambda e: (day_key(e.date), e.id))


def figures(record: Record) -> list[FigureItem]:
    """Figures with those of one group side by side, the most reported group first."""
    groups: dict[str, list[FigureItem]] = {}
    day = {a.id: a.published for a in record.articles}

    def place(figure: FigureItem) -> tuple[tuple[dt.date, dt.date], str, int, str]:
        start = figure.evidence[0].start if figure.evidence else 0
        return day_key(day.get(figure.article)), figure.article, start, figure.id

    for figure in sorted(record.figures, key=place):
        groups.setdefault(figure.group or figure.id, []).append(figure)
    ordered = sorted(groups.values(), key=lambda g: (-len({f.article for f in g}), g[0].measure, g[0].id))
    return [figure for group in ordered for figure in group]


def disagreements(record: Record) -> list[DisagreementItem]:
    """Where the reports differ, what cannot both be true first."""
    return sorted(record.disagreements, key=lambda d: (_VERDICTS.index(d.verdict), -len(d.values), d.id))


def timeline(record: Record) -> list[TimelineItem]:
    """Dated lines in order."""
    return sorted(record.timeline, key=lambda t: (day_key(t.date), -t.score, t.summary))


def actors(record: Record) -> list[ActorItem]:
    """Actors, those in most articles first."""

    def articles(actor: ActorItem) -> int:
        return len({article for alias in actor.aliases for article in alias.articles})

    return sorted(record.actors, key=lambda a: (-articles(a), -len(a.aliases), a.name, a.id))


def statements(record: Record) -> list[StatementItem]:
    """Statements by the publication of their article, then as they stand in it."""
    day = {a.id: a.published for a in record.articles}
    return sorted(
        record.statements,
        key=lambda s: (day_key(day.get(s.article)), s.article, s.evidence[0].start if s.evidence else 0, s.id),
    )


def days_between(edtf: str, day: str) -> int:
    """Days from the last day of a date to a day; 0 where either cannot be read or lies ahead."""
    earlier, later = day_key(edtf)[1], day_key(day)[0]
    return max(0, (later - earlier).days) if dt.date.max not in (earlier, later) else 0
