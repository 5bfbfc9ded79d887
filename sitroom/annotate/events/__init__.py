"""Events in PLOVER types: what was done, threatened, promised, demanded, planned.

One rule: words and constructions are data (``resources/events.yaml``, ``status.yaml``); the modules here are
mechanism. :mod:`triggers` finds the words, :mod:`slots` their parties, :mod:`status` how real the act is,
:mod:`conditions` on what it hangs, :mod:`participants` whom "the call" was with, :mod:`positions` and
:mod:`commitments` what a statement commits its speaker to, :mod:`particulars` what a position asks, threatens or
promises, and by when.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitroom.annotate.events.build import event_of
from sitroom.annotate.events.derived import derived
from sitroom.annotate.events.listings import listings
from sitroom.annotate.events.modes import with_modes
from sitroom.annotate.events.participants import complete, share_dates
from sitroom.annotate.events.particulars import distinct, filled
from sitroom.annotate.events.positions import positions
from sitroom.annotate.events.takeups import as_told
from sitroom.annotate.events.triggers import hits
from sitroom.annotate.events.utterances import empty, kind_of
from sitroom.annotate.pipeline import Step
from sitroom.annotate.reading import Reading
from sitroom.model import POSITION_TYPES, Event, Producer

__all__ = ["step"]


def step() -> Step:
    """The step that reads events."""
    return Step(
        Producer("events"), run, needs=frozenset({"actor", "mention", "time", "statement"}), makes=frozenset({"event"})
    )


def run(reading: Reading) -> Iterable[Event]:
    """The article's events, in order."""
    pairs = [(hit, kind_of(reading, hit, event_of(reading, hit))) for hit in hits(reading)]
    pairs = [(hit, event) for hit, event in pairs if not empty(reading, hit, event)]
    found = as_told(reading, share_dates([event for event in complete(reading, pairs) if told(event)]))
    found += [event for hit, plain in pairs if (event := derived(hit, plain))]
    found += positions(reading, found)
    return with_modes(reading, distinct(filled(reading, [*found, *listings(reading, found)])))


def told(event: Event) -> bool:
    """Whether anything is told of the event but its name: a party, or for talks a date or a place."""
    if event.type in POSITION_TYPES and (not event.actors or event.status == "denied"):
        return False  # nobody's position, or one that is said not to be held
    return bool(event.actors or event.recipients or (event.type == "CONSULT" and (event.date or event.place)))
