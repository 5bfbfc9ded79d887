"""The day of a contact from its place before or after another ("ahead of Arden's call", "two days after the summit").

One rule: it bounds the day and never guesses it; what was done lies before publication.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sitroom import resources
from sitroom.model import Event
from sitroom.text import Span
from sitroom.values import Bounds

Order = Literal["before", "after"]
_HELD = frozenset({"occurred", "ongoing"})
REACH = 25
"""Code points between the word of order and the words for the other contact ("after Mr. Arden's call")."""


@cache
def _words() -> tuple[re.Pattern[str], dict[str, Order]]:
    table = resources.load("function_words")["order"]
    orders: dict[str, Order] = {word: order for order, words in table.items() for word in words}
    longest_first = sorted(orders, key=lambda word: (-len(word), word))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE), orders


@dataclass(frozen=True, slots=True)
class Lies:
    """That one happening lies before or after another, by so many days (``None``: not said by how many)."""

    order: Order
    days: int | None


def order_of(text: str, own: Span, one: Event, other: Event) -> Lies | None:
    """How the first event lies to the second, by the word right before the second's words; ``None`` where none stands.

    ``own`` is the sentence of the first. Not supported: "before" and "after" as adverbs.
    """
    if not own.covers(other.trigger) or other.evidence.covers(one.trigger) or one.trigger == other.trigger:
        return None
    start = other.evidence.start
    pattern, orders = _words()
    found = list(pattern.finditer(text, max(own.start, start - REACH - 15), max(start, other.trigger.start)))
    if not found or other.trigger.start - found[-1].end() > REACH:
        return None
    last = found[-1]
    if last.start() < one.trigger.start < other.trigger.start:
        return None  # both lie behind the word: "after A and B"
    return Lies(orders[last[1].lower()], days_before(text, own.start, last.start()))


@cache
def _distance() -> re.Pattern[str]:
    table = resources.load("distances")
    counts, units = "|".join(table["counts"]), "|".join(table["days"])
    return re.compile(rf"\b({counts}|\d{{1,3}})\s+({units})\s*$", re.IGNORECASE)


def days_before(text: str, start: int, end: int) -> int | None:
    """The number of days that stands right before ``end``: 2 of "two days", 7 of "a week"; ``None`` for none."""
    found = _distance().search(text, max(start, end - REACH), end)
    if found is None:
        return None
    table = resources.load("distances")
    count, unit = found[1].lower(), found[2].lower()
    number = int(count) if count.isdigit() else table["counts"][count]
    return int(number * table["days"][unit])


@cache
def _opening() -> re.Pattern[str]:
    table = resources.load("distances")
    subjects, verbs = "|".join(table["subjects"]), "|".join(table["verbs"])
    return re.compile(rf"\s*(?:{subjects})\b(?:\s+[\w-]+){{0,2}}?\s+(?:{verbs})\b", re.IGNORECASE)


def opening_of(text: str, own: Span) -> Span | None:
    """Subject and verb of a sentence that dates what was just told: "It came", "The announcement came"."""
    found = _opening().match(text, own.start, own.end)
    return Span(own.start, found.end()) if found else None


def reference(text: str, own: Span, event: Event) -> Lies | None:
    """How far what was told before this sentence lies from the event: "It came two days after Arden met Berg".

    The order is that of the event: "before" where the other came after it. ``None`` where no number of days is said.
    """
    opening = opening_of(text, own)
    if opening is None or event.trigger.start < opening.end:
        return None
    pattern, orders = _words()
    start = event.evidence.start
    found = list(pattern.finditer(text, max(opening.end, start - REACH), start))
    if not found or start - found[-1].end() > 1 or (days := days_before(text, own.start, found[-1].start())) is None:
        return None
    return Lies("before" if orders[found[-1][1].lower()] == "after" else "after", days)


def between(lies: Lies, other: Bounds, event: Event, published: dt.date | None) -> Bounds | None:
    """The days on which the first can lie, given the second's; ``None`` where they leave none."""
    first: dt.date | None = other.first if lies.order == "after" else None
    last: dt.date | None = other.last if lies.order == "before" else None
    if lies.days is not None and other.first and other.first == other.last:
        first = last = other.first + dt.timedelta(days=lies.days if lies.order == "after" else -lies.days)
    if event.status in _HELD and published:
        last = min(last, published) if last else published
    if (first and last and first > last) or (first is None and last is None):
        return None
    return Bounds(first, last)
