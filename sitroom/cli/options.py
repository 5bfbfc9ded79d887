"""The arguments and options that several commands share.

One rule: one spelling and one meaning each, wherever it stands.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sitroom.config import Config
from sitroom.record import Record
from sitroom.views.filters import Filter

if TYPE_CHECKING:
    from sitroom.desk import Desk

Store = Annotated[
    Path, typer.Argument(metavar="STORE", help="The store that `sitroom build` wrote.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON array, for programs.")]
About = Annotated[str | None, typer.Option("--about", metavar="WORDS", help="Only what has all these words in it.")]
Actor = Annotated[
    str | None,
    typer.Option(
        "--actor", metavar="NAME", help="Only what this actor takes part in; of a state, also its people and bodies."
    ),
]
Outlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Only what this outlet reports (part of its name).")
]
Since = Annotated[
    str | None,
    typer.Option("--from", "--since", metavar="DATE", help="Not before this day, month or year (2021-12-09, 2021-12)."),
]
Until = Annotated[
    str | None, typer.Option("--to", "--until", metavar="DATE", help="Not after this day, month or year.")
]
Story = Annotated[str | None, typer.Option("--story", metavar="NAME", help="Only this story (see `sitroom stories`).")]
Published = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="Day of publication of the files that state none.")
]
PublishedTable = Annotated[
    Path | None,
    typer.Option(
        "--published-tsv", metavar="TABLE", help="Days of publication: a file's name, a tab and its date in each line."
    ),
]


def open_desk(store: Path | str, create: bool = False) -> Desk:
    """The desk on a store. The program behind it loads here, so that help does not wait for it.

    Raises:
        StoreError: there is none and none is to be made, or it cannot be read.
    """
    from sitroom.desk import Desk  # noqa: PLC0415

    return Desk.open(store, create=create, config=Config.load(os.environ))


def read_record(store: Path, story: str | None, wanted: Filter | None = None) -> Record:
    """The record of a store, or of one story in it, narrowed."""
    with open_desk(store) as desk:
        return desk.record(story, wanted)
