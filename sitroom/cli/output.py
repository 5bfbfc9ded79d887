"""What the commands print: tables and sentences for people, JSON for programs.

One rule: words from articles are printed as literal text, their control characters taken out; messages
go to stderr, results to stdout.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from typing import Any, TextIO

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from sitroom.record import Item, Record
from sitroom.views.brief import Brief
from sitroom.views.lookup import Lookup
from sitroom.views.rendering import coverage_words, runs
from sitroom.views.tables import Row, Table
from sitroom.views.wording import counted, quoted, safe

# Widest that a column may be; the main one takes what is left, at least so much.
_WIDTHS = {"Date": 16, "Outlets": 20, "Outlet": 20, "As of": 16, "How": 22, "Roles": 20, "Also called": 34}
_NARROWEST = 28
# Valid in JSON strings as they stand, but a terminal may obey them.
_UNSAFE_IN_JSON = re.compile("[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def console(file: TextIO | None = None) -> Console:
    """A terminal that takes every word literally; 100 columns wide where the output is no terminal."""
    made = Console(file=file or sys.stdout, markup=False, highlight=False, emoji=False, soft_wrap=False)
    if not made.is_terminal:
        made.width = max(made.width, 100)
    return made


def complain(message: str) -> None:
    """One line on stderr."""
    print(f"sitroom: {safe(message)}", file=sys.stderr)


def print_json(items: Iterable[Item | dict[str, Any]]) -> None:
    """One JSON array, an object a line."""
    lines = [json_text(i.line() if isinstance(i, Item) else i) for i in items]
    sys.stdout.write("[" + ",\n ".join(lines) + "]\n")


def json_text(value: Any) -> str:
    """JSON on one line, what a terminal might obey written as escapes."""
    return escaped(json.dumps(value, ensure_ascii=False))


def escaped(text: str) -> str:
    """JSON of the same value, without characters that a terminal might obey."""
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def print_heading(title: str) -> None:
    """The title of what follows, where a command prints more than one thing."""
    screen = console()
    screen.print()
    screen.print(Text(title, "bold cyan"))
    screen.print()


def print_table(table: Table, record: Record) -> None:
    """A view: one row an item, the quoted words below, the short id that `sitroom show` takes."""
    screen, lookup = console(), Lookup.of(record)
    if not table.rows:
        screen.print(Text(table.empty))
        return
    ids = [lookup.short.get(row.id or "", "") for row in table.rows]
    widths = _widths(table, screen.width - max(map(len, ids)) - 3)
    if widths is None:
        _print_cards(screen, table, ids)
    else:
        _print_grid(screen, table, ids, widths)
    note = "" if not any(ids) else " `sitroom show STORE ID` opens one with all its words."
    for line in table.notes:
        screen.print(Text(line, "dim"))
    screen.print(Text(f"{counted(len(table.rows), 'row')}.{note}", "dim"))


def _widths(table: Table, room: int) -> list[int] | None:
    """Widths of the columns, the main one taking what is left; ``None`` where that is too little to read."""
    widths = []
    for at, name in enumerate(table.columns):
        longest = max(len(name), *(len(row.cells[at]) for row in table.rows))
        widths.append(min(longest, _WIDTHS.get(name, 18)))
    widths[table.words] = room - sum(w + 3 for at, w in enumerate(widths) if at != table.words)
    return widths if widths[table.words] >= _NARROWEST else None


def _print_grid(screen: Console, table: Table, ids: list[str], widths: list[int]) -> None:
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), collapse_padding=True)
    with_ids = any(ids)
    if with_ids:
        grid.add_column("Id", style="cyan", no_wrap=True, width=max(map(len, ids)))
    for name, width in zip(table.columns, widths, strict=True):
        grid.add_column(name, overflow="fold", width=width)
    for id_, row in zip(ids, table.rows, strict=True):
        cells = [Text(cell) for cell in row.cells]
        if words := _words(row, table):
            cells[table.words] = Text.assemble(cells[table.words], "\n", (words, "dim italic"))
        grid.add_row(*([Text(id_)] if with_ids else []), *cells)
    screen.print(grid)


def _in_line(column: str, cell: str) -> str:
    """A cell that says by itself what it is: "to Joe Biden"."""
    return f"to {cell}" if cell and column == "To" and not cell.startswith("in the ") else cell


def _print_cards(screen: Console, table: Table, ids: list[str]) -> None:
    """The same rows one below the other, for a narrow terminal."""
    for id_, row in zip(ids, table.rows, strict=True):
        cells = [cell for at, cell in enumerate(map(_in_line, table.columns, row.cells)) if at != table.words]
        others = [cell for cell in cells if cell]
        screen.print(Text.assemble((f"{id_}  ", "cyan"), (row.cells[table.words], "bold")))
        screen.print(Padding(Text(" · ".join(others)), (0, 0, 0, 2)))
        if words := _words(row, table):
            screen.print(Padding(Text(words, "dim italic"), (0, 0, 0, 2)))
        screen.print()


def _words(row: Row, table: Table) -> str:
    if row.words:
        return row.words
    if not row.evidence or table.name == "actors":
        return ""
    return quoted(row.evidence[0].quote, 150)


def print_brief(brief: Brief, record: Record, with_words: bool) -> None:
    """The brief on a terminal, each sentence with its outlets and the id to open."""
    screen, lookup = console(), Lookup.of(record)
    screen.print(Text(safe(brief.title), "bold"))
    screen.print(Text(coverage_words(brief), "dim"))
    for section in brief.sections:
        screen.print()
        screen.print(Text(section.title, "bold cyan"))
        for party, sentences in runs(section.sentences, "party"):
            if party:
                screen.print(Text(f"  {safe(party)}", "bold"))
            for sentence in sentences:
                ids = " ".join(lookup.short.get(i.id, i.id) for i in sentence.items[:3])
                # Sentences that set outlets side by side name them already.
                unnamed = any(outlet not in sentence.text for outlet in sentence.outlets)
                sources = f"{', '.join(sentence.outlets)}; {ids}" if unnamed else ids
                line = Text.assemble("• ", safe(sentence.text), (f"  [{sources}]", "dim"))
                screen.print(Padding(line, (0, 0, 0, 2)))
                if with_words:
                    for evidence in sentence.evidence:
                        words = f"{quoted(evidence.quote)} – {lookup.outlet(evidence.article)}"
                        screen.print(Padding(Text(words, "italic dim"), (0, 0, 0, 6)))
    if not brief.sections:
        screen.print(Text("Nothing in these reports could be read as a contact, a position, a figure or a plan."))
