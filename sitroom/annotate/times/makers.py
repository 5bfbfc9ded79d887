"""What the grammar's patterns make: forms, from the words that they captured.

One rule: a maker answers ``None`` where the captured words make no such expression; another pattern may.
"""

from __future__ import annotations

from sitroom.annotate.times.grammar import Maker
from sitroom.annotate.times.make_amounts import AMOUNTS
from sitroom.annotate.times.make_dates import DATES
from sitroom.annotate.times.make_numbers import NUMBERS
from sitroom.annotate.times.make_relative import RELATIVE

MAKERS: dict[str, Maker] = {**NUMBERS, **DATES, **RELATIVE, **AMOUNTS}
"""All makers by the name that rules call them."""
