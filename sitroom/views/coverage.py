"""What each outlet has and lacks, and on how many independent origins a line of the record stands.

One rule: a copy is no second witness; wire copy counts for the article that it came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitroom.record import EventItem, Record


@dataclass(frozen=True, slots=True)
class Covered:
    """One event: ids of articles that tell of it, outlets that have it and lack it, number of independent origins."""

    event: str
    articles: tuple[str, ...]
    has: tuple[str, ...]
    lacks: tuple[str, ...]
    origins: int


def coverage(record: Record, events: Iterable[EventItem] | None = None) -> list[Covered]:
    """For each event (of those given, else of all) who has it; the most widely told first.

    An outlet without a name stands as its article's path. An outlet lacks an event only if one of its articles was
    published on or after the first day on which the event was reported.
    """
    outlet = {a.id: a.outlet or a.path for a in record.articles}
    published = {a.id: a.published or "" for a in record.articles}
    origin = {a.id: a.origin or a.id for a in record.articles}
    found = []
    for event in record.events if events is None else events:
        articles = sorted({r.article for r in event.reports})
        since = min((published[a] for a in articles if published[a]), default="")
        has = {outlet[a] for a in articles}
        could = {outlet[a] for a in outlet if published[a] >= since}
        found.append(
            Covered(
                event=event.id,
                articles=tuple(articles),
                has=tuple(sorted(has)),
                lacks=tuple(sorted(could - has)),
                origins=len({origin[a] for a in articles}),
            )
        )
    return sorted(found, key=lambda c: (-c.origins, -len(c.has), c.event))
