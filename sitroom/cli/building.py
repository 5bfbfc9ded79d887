"""The commands that read coverage and hand the record on: build, annotate, export, schema.

One rule: results go to stdout, what happened on the way to stderr.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import TypeAdapter
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from sitroom.cli.options import Published, PublishedTable, Store, Story, open_desk
from sitroom.cli.output import complain, console, escaped, json_text
from sitroom.export.jsonl import lines
from sitroom.record import AnnotationLine, ErrorLine, Record, RecordItem
from sitroom.views.selections import agenda, contacts, positions
from sitroom.views.wording import clip, counted, safe

Inputs = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", help="Files or folders of articles (.txt, .html).", show_default=False),
]


class Format(StrEnum):
    """What `sitroom export` writes."""

    jsonl = "jsonl"


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("build", short_help="Read coverage into a store and build its record.")(build)
    app.command("annotate", short_help="Print what is read in each file, as JSON lines.")(annotate)
    app.command("export", short_help="Print the whole record, as JSON lines.")(export)
    app.command("schema", short_help="Print the JSON Schema of both outputs.")(schema)


def build(
    paths: Inputs,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="STORE", help="The store to write or add to.")
    ] = Path("story.db"),
    published: Published = None,
    published_tsv: PublishedTable = None,
) -> None:
    """Read coverage into a store and build its record; again, and only what is new is added.

    Exit code 0 also when some files were refused, 2 when none could be read. A build that is
    interrupted goes on from there.

    \b
    Examples:
        sitroom build coverage/ -o story.db
        sitroom build report.txt page.html --published 2021-12-31 -o story.db
    """
    with open_desk(output, create=True) as desk:
        added = desk.add(paths, published=published, published_tsv=published_tsv)
        for refusal in added.refused:
            complain(f"{refusal.path}: {refusal.reason}")
        for path, encoding in added.guessed:
            complain(f"{path}: not UTF-8, read as {encoding}")
        if not added.read and not added.known:
            complain("no article could be read")
            raise typer.Exit(2)
        with _progress() as show:
            built = desk.build(progress=show)
        for refusal in built.failed:
            complain(f"{refusal.path}: {refusal.reason}")
        record = desk.record()
    _summarize(output, len(added.read), len(added.known), len(added.refused) + len(built.failed), record)


@contextmanager
def _progress() -> Iterator[Callable[[int, int, str], None] | None]:
    """A bar on stderr where that is a terminal, nothing elsewhere."""
    screen = console(sys.stderr)
    if not screen.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("Reading", total=None)

        def show(done: int, total: int, path: str) -> None:
            bar.update(task, completed=done, total=total, description=clip(path, 40) or "Reading")

        yield show


def _summarize(store: Path, new: int, known: int, refused: int, record: Record) -> None:
    screen = console()
    counts = [f"{new} new", f"{known} known before" if known else "", f"{refused} refused" if refused else ""]
    articles = counted(len(record.articles), "article")
    screen.print(Text(f"{safe(str(store))}: {articles} ({', '.join(c for c in counts if c)})"))
    undated = [a.path for a in record.articles if not a.published]
    found = [
        (len(record.actors), "actor"), (len(record.statements), "statement"), (len(record.events), "event"),
        (len(record.figures), "figure"), (len(contacts(record)), "contact"), (len(positions(record)), "position"),
        (len(agenda(record)), "agenda item"), (len(record.disagreements), "disagreement"),
    ]  # fmt: skip
    screen.print(Text("found " + ", ".join(counted(count, name) for count, name in found)))
    if undated:
        screen.print(
            Text(f"without a date: {clip(', '.join(undated), 300)} (give it with --published or --published-tsv)")
        )


def annotate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files of articles.", show_default=False)],
    published: Published = None,
    published_tsv: PublishedTable = None,
) -> None:
    """Print what is read in each file, one JSON object a line; nothing is stored.

    Offsets are code points into the file's decoded text. A file that cannot be read gives a line
    {path, error}; the exit code is 0 unless all failed.

    \b
    Example:
        sitroom annotate report.txt --published 2021-12-31 > report.jsonl
    """
    good = 0
    with open_desk(":memory:", create=True) as desk:
        for line in desk.annotate(files, published=published, published_tsv=published_tsv):
            good += not isinstance(line, ErrorLine)
            fields = line.line()
            if fields.get("text", "") is None:
                del fields["text"]
            print(json_text(fields), flush=True)
    raise typer.Exit(0 if good else 1)


def export(
    store: Store,
    format_: Annotated[
        Format, typer.Option("--format", help="jsonl: the whole record, one object a line.")
    ] = Format.jsonl,
    story: Story = None,
) -> None:
    """Print the whole record.

    \b
    Example:
        sitroom export story.db --format jsonl > story.jsonl
    """
    with open_desk(store) as desk:
        for line in lines(desk.record(story=story)):
            print(escaped(line) if sys.stdout.isatty() else line)


def schema() -> None:
    """Print the JSON Schema of both outputs: the lines of `annotate` and those of `export`."""
    print(json.dumps(schemas(), indent=2))


def schemas() -> dict[str, Any]:
    """One JSON Schema with a definition for each of the two outputs' lines."""
    both: dict[str, Any] = {
        "annotate": TypeAdapter(AnnotationLine | ErrorLine).json_schema(by_alias=True),
        "export": TypeAdapter(RecordItem).json_schema(by_alias=True),
    }
    definitions: dict[str, Any] = {}
    for name, found in both.items():
        definitions |= found.pop("$defs", {})
        definitions[name] = found
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Sitroom's two outputs",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in both],
        "$defs": definitions,
    }
