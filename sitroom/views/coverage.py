"""What each outlet has and lacks, and on how many independent origins a line of the record stands.

One rule: a copy is no second witness; wire copy counts for the article that it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sitroom.errors import NotFoundError
from sitroom.record import EventItem, Record
from sitroom.views.filters import folded
from sitroom.views.lookup import Lookup
from sitroom.views.phrases import event_title, telling
from sitroom.views.tables import Row, Table
from sitroom.views.wording import date_words, safe


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


def lacking(found: Iterable[Covered], outlet: str, record: Record) -> list[Covered]:
    """What an outlet (part of its name) lacks.

    Raises:
        NotFoundError: no article comes from an outlet of that name.
    """
    wanted = folded(outlet)
    if not any(wanted in folded(a.outlet or a.path) for a in record.articles):
        raise NotFoundError(f"no article comes from an outlet called {safe(outlet)!r}")
    return [c for c in found if any(wanted in folded(name) for name in c.lacks)]


def coverage_table(found: Sequence[Covered], lookup: Lookup) -> Table:
    """What is told, who has it and who lacks it, on how many origins it stands."""
    events = {e.id: e for e in lookup.record.events}
    rows = []
    for covered in found:
        event = events[covered.event]
        day = date_words(event.date)
        text = event_title(event, lookup) + (f", {day}" if day else "")
        cells = (text, _outlets(covered.has), _outlets(covered.lacks) or "–", str(covered.origins))
        rows.append(Row("event", event.id, cells, tuple(telling(event))))
    columns = ("What", "Has it", "Lacks it", "Origins")
    return Table("coverage", "Coverage", columns, tuple(rows), 0, "Nothing is reported, or nothing is lacking.")


def covered_line(covered: Covered) -> dict[str, Any]:
    """One event's coverage as JSON."""
    return {
        "kind": "coverage", "event": covered.event, "articles": list(covered.articles), "has": list(covered.has),
        "lacks": list(covered.lacks), "origins": covered.origins,
    }  # fmt: skip


def _outlets(names: Iterable[str]) -> str:
    return ", ".join(safe(name) for name in names)
