"""The application: its commands, and what a user sees when something goes wrong.

One rule: an error is one line on stderr that names the file or the item, never a traceback; exit codes
are 0 done, 1 failed, 2 wrong usage or nothing could be read, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from sitroom import __version__
from sitroom.cli import building, correcting, lists, upkeep
from sitroom.cli.output import complain
from sitroom.errors import SitroomError

_HELP = """
Read the coverage of a crisis and build one record of it, every line tied to the words it rests on.

\b
    sitroom build coverage/ -o story.db   read a folder into a store
    sitroom brief story.db                what happened, who stands where, what is contested, what comes next
    sitroom contacts story.db             a table; see below for the others
    sitroom show story.db 3f2a            one item with all its words
    sitroom actors merge story.db A B -m "one man"   correct the record; `sitroom history` lists what was corrected
    sitroom serve story.db                the same in a browser, on this machine alone

Nothing leaves this machine.
"""

app = typer.Typer(
    name="sitroom",
    help=_HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
building.register(app)
lists.register(app)
correcting.register(app)
upkeep.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sitroom {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What stands before the command."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    try:
        app(arguments)
    except KeyboardInterrupt:
        complain("interrupted; what was stored stays, and the same command goes on from there")
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has left (a pager, head): no fault of anybody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except SitroomError as error:
        complain(str(error))
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except Exception as error:
        if os.environ.get("SITROOM_DEBUG"):
            raise
        complain(f"unexpected {type(error).__name__}: {error} (set SITROOM_DEBUG=1 to see where)")
    sys.exit(1)
