"""How firmly a position is put, and whether later reports put it harder or softer.

One rule: only the words of the reports tell; where they say nothing of it, or differ, nothing has changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

from sitroom.resources import listed
from sitroom.resources.verbs import forms
from sitroom.values import bounds
from sitroom.views.assembly import plain_words
from sitroom.views.told import Told

Change = Literal["hardened", "softened", "repeated"]


def change(before: list[Told], now: list[Told]) -> tuple[Change, str | None, list[Told]]:
    """Whether later mentions are harder or softer than all earlier ones, why, and the mentions that show it."""
    dated = next((t for t in now if t.event.deadline), None)
    earlier = next((t for t in reversed(before) if t.event.deadline), None)
    if dated and earlier and (moved := _moved(earlier, dated)):
        return *moved, [earlier, dated]
    if dated and earlier is None:
        return "hardened", f"now with a deadline ({_due(dated)}), earlier reports have none", [before[-1], dated]
    one, other = _firmness(before), _firmness(now)
    if one and other and one[0] != other[0]:
        return (
            ("hardened" if other[0] == "firm" else "softened"),
            f"“{one[1]}” before, now “{other[1]}”",
            [one[2], other[2]],
        )
    return "repeated", None, []


def _moved(earlier: Told, dated: Told) -> tuple[Change, str] | None:
    a, b = (bounds(t.event.deadline.edtf) if t.event.deadline else None for t in (earlier, dated))
    if a is None or b is None or a.last is None or b.last is None or a.overlaps(b):
        return None
    return ("hardened" if b.last < a.last else "softened"), f"deadline moved from {_due(earlier)} to {_due(dated)}"


def _due(told: Told) -> str:
    return plain_words(told.event.deadline.span.of(told.text)) if told.event.deadline else ""


def _firmness(mentions: Iterable[Told]) -> tuple[str, str, Told] | None:
    """How firmly all of the mentions put it, by their words; ``None`` where they do not say, or differ."""
    found: list[tuple[str, str, Told]] = []
    for told in mentions:
        word = told.event.trigger.of(told.text)
        level = next((name for name in ("mild", "firm") if word.casefold() in forms_of(name)), None)
        if level is None:
            return None
        found.append((level, word, told))
    return found[0] if found and len({level for level, _, _ in found}) == 1 else None


@cache
def forms_of(name: str) -> frozenset[str]:
    """The words of a list of ``resources/firmness.yaml`` in all their forms, lower case."""
    return frozenset(form for word in listed("firmness", name) for form in forms(word))
