"""The day of a contact from its place before or after another in the sentence ("ahead of Biden's call with Putin").

One rule: it bounds the day and never guesses it; what was done lies before publication.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Literal

from sitroom import resources
from sitroom.link.told import HELD
from sitroom.model import Event
from sitroom.text import Span
from sitroom.values import Bounds

Order = Literal["before", "after"]
REACH = 25
"""Code points between the word of order and the words for the other contact ("after Mr. Arden's call")."""


@cache
def _words() -> tuple[re.Pattern[str], dict[str, Order]]:
    table = resources.load("function_words")["order"]
    orders: dict[str, Order] = {word: order for order, words in table.items() for word in words}
    longest_first = sorted(orders, key=lambda word: (-len(word), word))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE), orders


def order_of(text: str, own: Span, one: Event, other: Event) -> Order | None:
    """How the first event lies to the second, by the word right before the second's words; ``None`` where none stands.

    ``own`` is the sentence of the first. Not supported: "before" and "after" as adverbs, and distances in days.
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
    return orders[last[1].lower()]


def between(order: Order, other: Bounds, event: Event, published: dt.date | None) -> Bounds | None:
    """The days on which the first can lie, given the second's; ``None`` where they leave none."""
    first: dt.date | None = other.first if order == "after" else None
    last: dt.date | None = other.last if order == "before" else None
    if event.status in HELD and published:
        last = min(last, published) if last else published
    if (first and last and first > last) or (first is None and last is None):
        return None
    return Bounds(first, last)
