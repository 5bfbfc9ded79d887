"""Modes of positions: what is demanded, refused or threatened, in PLOVER's terms.

One rule: the mode is read from the words of what is demanded, refused or threatened; where these tell nothing there is
none. A mode that the frame or another step gave stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.annotate.spans import SpanIndex
from sitroom.model import Event
from sitroom.resources import load, words
from sitroom.text import Span

_LONGEST = 25  # words of a demand among which the mode is looked for


def with_modes(reading: Reading, events: Sequence[Event]) -> list[Event]:
    """The events, positions with their modes."""
    acts = SpanIndex((event.trigger, event) for event in events)
    return [
        replace(event, mode=mode) if event.mode is None and (mode := mode_of(reading, event, acts)) else event
        for event in events
    ]


def mode_of(reading: Reading, event: Event, acts: SpanIndex[Event]) -> str | None:
    """The mode of a position; ``None`` for other types, and where its words tell none."""
    table = load("modes")
    by_word = _by_word(event.type)
    for token in _wanted(reading, event):
        if mode := by_word.get(lemma_of(token)):
            return mode
    kinds = table["types"].get(event.type, {})
    if kinds and event.content:
        for other in acts.within(event.content):
            if other is not event and other.type in kinds:
                return str(kinds[other.type])
    default: str | None = table["default"].get(event.type)
    return default


@cache
def _by_word(kind: str) -> Mapping[str, str]:
    """Lemma to mode; of two modes that share a word the first in the table has it."""
    found: dict[str, str] = {}
    for mode, listed in load("modes")["words"].get(kind, {}).items():
        for word in words(listed):
            found.setdefault(word, mode)
    return found


def _wanted(reading: Reading, event: Event) -> Iterator[Token]:
    """The content words of what is wanted: its verb first, then in order; without content the trigger's own phrases."""
    if event.type not in load("modes")["words"]:
        return
    trigger = reading.tokens(event.trigger).root
    span = event.content
    if span is None:
        noun = list(grammar.undergone(trigger)) if grammar.verbal(trigger) else [trigger]
        for top in (*noun, trigger):
            yield from (t for t in top.subtree if t.i > trigger.i and t.i - trigger.i <= _LONGEST and _tells(t))
        return
    tokens = reading.tokens(Span(span.start, span.end))
    root = tokens.root
    if _tells(root) and root.i != trigger.i:
        yield root
    yield from (t for t in tokens[:_LONGEST] if _tells(t) and t.i not in (root.i, trigger.i))
    if trigger.i in range(tokens.start, tokens.end) and event.key[:1] in "dp":
        yield trigger


def _tells(token: Token) -> bool:
    return token.pos_ in ("VERB", "NOUN", "ADJ", "ADV")
