"""The reference of all commands, written from the application itself.

One rule: `docs/reference/commands.md` is what this prints; a test compares the two.
"""

from __future__ import annotations

from typing import Any

from typer.main import get_command

from sitroom.cli.app import app
from sitroom.cli.groups import LIST, ListingGroup

_HEAD = """# Commands

Written by `python -m sitroom.cli.reference`. Results go to stdout, messages to stderr. Exit codes: 0 done, 1 failed
(one line on stderr says why), 2 wrong usage, or `build` could read nothing, 130 interrupted.
"""


def commands_markdown() -> str:
    """Every command with its help, arguments and options, as Markdown."""
    group: Any = get_command(app)
    return "\n".join([_HEAD, *(_group(name, group.commands[name]) for name in sorted(group.commands))])


def _group(name: str, command: Any) -> str:
    """A command; one that lists and has others under it with these."""
    if not isinstance(command, ListingGroup):
        return _command(name, command)
    under = [_command(f"{name} {own}", command.commands[own]) for own in command.commands if own != LIST]
    return "\n".join([_command(name, command.commands[LIST]), *under])


def _command(name: str, command: Any) -> str:
    parts = [f"## sitroom {name}", "", *_help(command.help or ""), ""]
    rows = [_row(parameter) for parameter in command.params]
    if rows:
        parts += ["| argument or option | meaning |", "|---|---|", *rows, ""]
    return "\n".join(parts)


def _help(text: str) -> list[str]:
    """The help text; what stands after its mark for verbatim text becomes a code block."""
    before, _, example = text.partition("\b\n")
    lines = [line.strip() for line in before.strip().splitlines()]
    if not example:
        return lines
    commands = [line.strip() for line in example.splitlines()[1:] if line.strip()]
    return [*lines, "", "```text", *commands, "```"]


def _row(parameter: Any) -> str:
    shown = ", ".join(f"`{name}`" for name in parameter.opts)
    if parameter.param_type_name == "argument":
        shown = f"`{parameter.metavar or parameter.name.upper()}`"
    elif parameter.metavar:
        shown += f" {parameter.metavar}"
    default = parameter.default
    tail = f" (default {default})" if default not in (None, False, True, []) and not callable(default) else ""
    return f"| {shown} | {(parameter.help or '').replace('|', ' or ')}{tail} |".replace("ACTOR|DATE", "ACTOR or DATE")


if __name__ == "__main__":
    print(commands_markdown(), end="")
