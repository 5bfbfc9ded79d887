"""Who demands, threatens, promises … what of whom: positions counted by holder's and target's side.

One rule: a cell lists the positions it counts, so that every number can be opened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sitroom.model import POSITION_TYPES
from sitroom.record import EventItem, Record
from sitroom.views.lookup import Lookup
from sitroom.views.tables import Row, Table
from sitroom.views.wording import label

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """Positions of one kind that ``holder`` takes toward ``target`` (actor ids; a state for those who act for it)."""

    holder: str
    target: str | None
    type: str
    events: tuple[str, ...]


def matrix(record: Record, events: Iterable[EventItem] | None = None) -> list[Cell]:
    """All cells, by holder, target and type; of these events, else of all the record's.

    A position toward several targets stands in several cells.
    """
    lookup = Lookup.of(record)
    found: dict[tuple[str, str | None, str], set[str]] = defaultdict(set)
    for event in record.events if events is None else events:
        if event.type in POSITION_TYPES:
            for holder in _of(event.actors, lookup):
                targets: list[str | None] = [*_of(event.recipients, lookup)]
                for target in targets or [None]:
                    if target != holder:
                        found[holder, target, event.type].add(event.id)
    order = sorted(found, key=lambda key: (key[0], key[1] or "~", key[2]))
    return [Cell(*key, tuple(sorted(found[key]))) for key in order]


def positions_of(record: Record, holder: str | None = None, target: str | None = None) -> list[EventItem]:
    """Positions of an actor toward another; ``None`` is anybody. A state counts for all who act for it."""
    lookup = Lookup.of(record)

    def among(wanted: str | None, actors: Iterable[str]) -> bool:
        return wanted is None or wanted in actors or any(lookup.state(x) == wanted for x in actors)

    return [
        e for e in record.events
        if e.type in POSITION_TYPES and among(holder, e.actors) and among(target, e.recipients)
    ]  # fmt: skip


def matrix_table(cells: Sequence[Cell], lookup: Lookup) -> Table:
    """One row for each pair of holder and target, those with most positions first, with the ids to open."""
    pairs: dict[tuple[str, str | None], list[Cell]] = defaultdict(list)
    for cell in cells:
        pairs[cell.holder, cell.target].append(cell)
    weight: dict[str, int] = defaultdict(int)
    for cell in cells:
        weight[cell.holder] += len(cell.events)
    order = sorted(pairs, key=lambda p: (-weight[p[0]], lookup.name(p[0]), p[1] is None, -_size(pairs[p]), p[1] or ""))
    rows = tuple(Row("matrix", None, _cells(pair, pairs[pair], lookup)) for pair in order)
    columns = ("Holder", "Toward", "Stances", "Open")
    return Table("matrix", "Who toward whom", columns, rows, 2, "No position is reported.")


def cell_line(cell: Cell, lookup: Lookup) -> dict[str, Any]:
    """A cell as JSON."""
    return {
        "kind": "stance", "holder": cell.holder, "holder_name": lookup.name(cell.holder), "target": cell.target,
        "target_name": lookup.name(cell.target) or None, "type": cell.type, "events": list(cell.events),
    }  # fmt: skip


def _cells(pair: tuple[str, str | None], cells: Sequence[Cell], lookup: Lookup) -> tuple[str, ...]:
    ordered = sorted(cells, key=lambda c: (-len(c.events), c.type))
    said = ", ".join(label("types", c.type) + (f" ×{len(c.events)}" if len(c.events) > 1 else "") for c in ordered)
    ids = [lookup.short.get(e, e) for c in ordered for e in c.events]
    shown = " ".join(ids[:_SHOWN]) + (f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else "")
    return lookup.name(pair[0]), lookup.name(pair[1]) or "nobody named", said, shown


def _size(cells: Iterable[Cell]) -> int:
    return sum(len(cell.events) for cell in cells)


def _of(actors: Iterable[str], lookup: Lookup) -> list[str]:
    return list(dict.fromkeys(lookup.state(actor) for actor in actors))
