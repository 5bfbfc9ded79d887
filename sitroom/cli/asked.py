"""What commands say about what was asked for: which actors a name means, and that options leave nothing.

One rule: messages go to stderr; an empty table says why it is empty.
"""

from __future__ import annotations

from dataclasses import replace

from sitroom.cli.output import complain
from sitroom.record import Record
from sitroom.views.sides import ambiguous
from sitroom.views.tables import Table


def of_what_was_asked(table: Table, *asked: object) -> Table:
    """The table; where filters leave nothing of it, it says that, and not that there is nothing."""
    return replace(table, empty="Nothing matches all of the options given.") if any(asked) else table


def say_who_is_meant(whole: Record, *names: str | None) -> None:
    """One line for each name that may mean several."""
    for name in names:
        if said := ambiguous(whole, name):
            complain(said)
