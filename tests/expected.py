"""Measures a record of the invented coverages in ``tests/coverages`` against what each ``expected.yaml`` says of it.

One rule: a contact or plan is found where half of the parties, and the day, are the expected ones; what is marked
optional costs nothing when missed and nothing when found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sitroom.record import DisagreementItem, EventItem, Record
from sitroom.text import unaccented
from sitroom.values import bounds, same_time
from sitroom.views import selections
from sitroom.views.lookup import Lookup

Row = dict[str, Any]


@dataclass(frozen=True)
class Score:
    """What was found of one layer; ``missed`` and ``extra`` in words."""

    found: int
    wanted: int
    made: int
    missed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was wanted and nothing made."""
        return 2 * self.found / (self.wanted + self.made) if self.wanted + self.made else 1.0


def scores(folder: Path, record: Record) -> dict[str, Score]:
    """Contacts, agenda and disagreements of a record."""
    rows = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    lookup = Lookup.of(record)
    events = {e.id: e for e in record.events}

    def meets(row: Row, event: EventItem) -> float:
        near = _people(row, event, lookup)
        return near if near >= 0.5 and _day(row, event.date) else 0.0

    def differs(row: Row, item: DisagreementItem) -> float:
        event = events.get(item.about.id)
        if event is None or item.field != row["field"]:
            return 0.0
        near = _people(row, event, lookup)
        return near if near >= 0.5 else 0.0

    about = [d for d in selections.disagreements(record) if d.field != "value"]
    return {
        "contacts": _score(rows["contacts"], selections.contacts(record), meets, lookup),
        "agenda": _score(rows["agenda"], selections.agenda(record), meets, lookup),
        "disagreements": _score(rows["disagreements"], about, differs, lookup),
    }


def _score(rows: Sequence[Row], items: Sequence[Any], fit: Callable[[Row, Any], float], lookup: Lookup) -> Score:
    pairs = sorted(
        ((near, -i, -j) for i, row in enumerate(rows) for j, item in enumerate(items) if (near := fit(row, item))),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for _, i, j in pairs:
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    optional = {i for i, row in enumerate(rows) if row.get("optional")}
    extra = [x for j, x in enumerate(items) if j not in taken.values()]
    found = len(taken.keys() - optional)
    return Score(
        found=found,
        wanted=len(rows) - len(optional),
        made=found + len(extra),
        missed=tuple(str(row) for i, row in enumerate(rows) if i not in taken and i not in optional),
        extra=tuple(_words(x, lookup) for x in extra),
    )


def _words(item: EventItem | DisagreementItem, lookup: Lookup) -> str:
    if isinstance(item, DisagreementItem):
        return f"{item.field} {item.verdict} {[v.value for v in item.values]}"
    return f"{item.date} {item.status} {item.mode} {lookup.names([*item.actors, *item.recipients])}"


def _plain(name: str) -> str:
    return unaccented(name.replace("ı", "i")).casefold().replace("-", " ")


def _people(row: Row, event: EventItem, lookup: Lookup) -> float:
    """Share of parties that both have, of those that either has; a person counts for the state, where that is asked."""
    wanted = {_plain(x) for x in row["parties"]}
    kept = lookup.together((*event.actors, *event.recipients))
    found = []
    for actor in kept:
        names = {_plain(lookup.name(actor)), _plain(lookup.name(lookup.state(actor)))}
        words = {word for name in names for word in name.split()} | names
        found.append(words)
    met = sum(any(w in words or set(w.split()) <= words for words in found) for w in wanted)
    return met / (len(wanted) + len(found) - met) if found else 0.0


def _day(row: Row, date: str | None) -> bool:
    wanted = str(row["date"]) if row["date"] else None
    if wanted is None or date is None:
        return wanted is date
    a, b = bounds(wanted), bounds(date)
    assert a and b
    return same_time(wanted, date) and (b.days or 99) <= (a.days or 99) + 7
