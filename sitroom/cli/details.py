"""One item on a terminal, with all its words in their context.

One rule: the same for every kind; what a kind has of its own is listed by field name.
"""

from __future__ import annotations

from typing import Any

from rich.padding import Padding
from rich.text import Text

from sitroom.cli.output import console
from sitroom.views.lines import Detail


def detail_line(detail: Detail) -> dict[str, Any]:
    """The same for programs: fields and groups, each line with its evidence."""
    return {
        "kind": detail.kind, "id": detail.id, "title": detail.title, "fields": dict(detail.fields),
        "groups": [
            {"title": group.title,
             "lines": [{"text": line.text, "id": line.id, "evidence": [q.evidence.line() for q in line.passages]}
                       for line in group.lines]}
            for group in detail.groups
        ],
    }  # fmt: skip


def print_detail(detail: Detail) -> None:
    """Heading, fields, and every piece of evidence in its context."""
    screen = console()
    screen.print(Text.assemble((detail.title, "bold"), ("  " + detail.id, "dim")))
    width = max((len(name) for name, _ in detail.fields), default=0)
    for name, value in detail.fields:
        screen.print(Padding(Text.assemble((f"{name:<{width}}  ", "cyan"), value), (0, 0, 0, 2)))
    for group in detail.groups:
        screen.print()
        screen.print(Text(group.title, "bold cyan"))
        for line in group.lines:
            screen.print(Padding(Text(line.text), (0, 0, 0, 2)))
            for quoted in line.passages:
                words = Text.assemble((quoted.before, "dim"), (quoted.quote, "bold"), (quoted.after, "dim"))
                screen.print(Padding(words, (0, 0, 0, 4)))
                screen.print(Padding(Text(quoted.source, "dim italic"), (0, 0, 0, 4)))
