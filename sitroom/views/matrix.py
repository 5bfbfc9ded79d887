"""Who demands, threatens, promises … what of whom: positions counted by holder's and target's side.

One rule: a cell lists the positions it counts, so that every number can be opened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sitroom.model import POSITION_TYPES
from sitroom.record import ActorItem, EventItem, Record


@dataclass(frozen=True, slots=True)
class Cell:
    """Positions of one kind that ``holder`` takes toward ``target`` (actor ids; a state for those who act for it)."""

    holder: str
    target: str | None
    type: str
    events: tuple[str, ...]


def matrix(record: Record) -> list[Cell]:
    """All cells, by holder, target and type. A position toward several targets stands in several cells."""
    side = _sides(record.actors)
    found: dict[tuple[str, str | None, str], set[str]] = defaultdict(set)
    for event in record.events:
        if event.type in POSITION_TYPES:
            for holder in _of(event.actors, side):
                targets: list[str | None] = [*_of(event.recipients, side)]
                for target in targets or [None]:
                    if target != holder:
                        found[holder, target, event.type].add(event.id)
    order = sorted(found, key=lambda key: (key[0], key[1] or "~", key[2]))
    return [Cell(*key, tuple(sorted(found[key]))) for key in order]


def positions_of(record: Record, holder: str | None = None, target: str | None = None) -> list[EventItem]:
    """Positions of an actor toward another; ``None`` is anybody. A state counts for all who act for it."""
    side = _sides(record.actors)

    def among(wanted: str | None, actors: Iterable[str]) -> bool:
        return wanted is None or wanted in actors or any(side.get(x) == wanted for x in actors)

    return [
        e for e in record.events
        if e.type in POSITION_TYPES and among(holder, e.actors) and among(target, e.recipients)
    ]  # fmt: skip


def _sides(actors: Iterable[ActorItem]) -> dict[str, str]:
    """The state's actor id for each actor that belongs to one."""
    states = {a.country: a.id for a in actors if a.type == "country" and a.country}
    return {a.id: states.get(a.country or "", a.id) for a in actors}


def _of(actors: Iterable[str], side: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(side.get(actor, actor) for actor in actors))
