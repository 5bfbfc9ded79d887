"""The frames of ``resources/events.yaml``: which words name an event, of which type, with whom in which role.

One rule: the table says what language does; nothing here knows a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from sitroom import resources
from sitroom.errors import ResourceError
from sitroom.model import EventType
from sitroom.resources import listed, words

PartOfSpeech = Literal["verb", "noun", "adjective"]
Slots = tuple[tuple[str, ...], ...]
"""Alternatives in order; each is a group of slots that are taken together."""

_KINDS: tuple[tuple[str, PartOfSpeech], ...] = (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective"))


@dataclass(frozen=True, slots=True)
class Frame:
    """One construction. ``rank`` counts what it asks for: of two that fit, the one that asks more wins."""

    type: EventType
    pos: PartOfSpeech
    words: frozenset[str]
    mode: str | None
    objects: frozenset[str]
    preps: frozenset[str]
    particles: frozenset[str]
    clause: bool
    needs: frozenset[str]
    actor: Slots
    recipient: Slots
    symmetric: bool
    contact: bool
    example: str
    unlike: str | None
    order: int

    @property
    def rank(self) -> tuple[int, int]:
        """How much the frame asks for, then its place in the table."""
        asked = 4 * bool(self.objects) + 4 * bool(self.particles) + 3 * bool(self.preps) + 2 * self.clause
        return (-(asked + len(self.needs)), self.order)


@cache
def frames() -> tuple[Frame, ...]:
    """Every frame of the table, in its order."""
    table = resources.load("events")
    sets = {name: words(value) for name, value in table["sets"].items()}
    return tuple(_frame(row, order, sets) for order, row in enumerate(table["frames"]))


@cache
def index(pos: PartOfSpeech) -> Mapping[str, tuple[Frame, ...]]:
    """Frames by lemma, the most demanding first."""
    found: dict[str, list[Frame]] = {}
    for frame in frames():
        if frame.pos == pos:
            for word in frame.words:
                found.setdefault(word, []).append(frame)
    return {word: tuple(sorted(rows, key=lambda f: f.rank)) for word, rows in found.items()}


def named_set(name: str) -> frozenset[str]:
    """A named set of lemmas of the table."""
    return listed("events", "sets", name)


def slots(value: str | None) -> Slots:
    """``a|b+c`` as ((a,), (b, c))."""
    return tuple(tuple(part.strip() for part in group.split("+")) for group in (value or "").split("|") if group)


def _frame(row: Mapping[str, Any], order: int, sets: Mapping[str, frozenset[str]]) -> Frame:
    key, pos = next((pair for pair in _KINDS if pair[0] in row), (None, None))
    if key is None or pos is None or row.get("type") not in get_args(EventType):
        raise ResourceError(f"events.yaml: frame {order} has no words or no PLOVER type")
    objects: set[str] = set()
    for word in words(row.get("object")):
        objects |= sets[word[1:]] if word.startswith("$") else {word}
    return Frame(
        type=row["type"],
        pos=pos,
        words=words(row[key]),
        mode=row.get("mode"),
        objects=frozenset(objects),
        preps=words(row.get("prep")),
        particles=words(row.get("particle")),
        clause=bool(row.get("clause")),
        needs=frozenset(row.get("needs", ())),
        actor=slots(row.get("actor") or ("governor|poss|mod|by|of" if pos == "noun" else "subject")),
        recipient=slots(row.get("recipient")),
        symmetric=bool(row.get("symmetric")),
        contact=bool(row.get("contact")),
        example=row.get("example", ""),
        unlike=row.get("not"),
        order=order,
    )
