"""Times: every calendar expression, duration and set of an article, with its TIMEX3 value and EDTF date.

One rule: an expression is found by the grammar, resolved by its form, and says what it was resolved against.
"""

from __future__ import annotations

from sitroom.annotate.pipeline import Step
from sitroom.annotate.reading import Reading
from sitroom.annotate.times.resolve import times_of
from sitroom.model import Producer, Time


def step() -> Step:
    """The step."""
    return Step(Producer("times"), run, makes=frozenset({"time"}))


def run(reading: Reading) -> list[Time]:
    """The times of an article, in order."""
    return times_of(reading)
