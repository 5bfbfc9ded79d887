"""A command that lists by itself and has others under it: `sitroom actors STORE`, `sitroom actors merge STORE …`.

One rule: where no command is named, it lists; a store that bears a command's name is given as `./merge`.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

LIST = "list"
"""Name of the command that runs where none is named; users never type it."""


class ListingGroup(TyperGroup):
    """Runs its command ``list`` where the first word is none of its commands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put in the command that is meant where none is named."""
        if not args or args[0] not in (*self.commands, *ctx.help_option_names):
            args = [LIST, *args]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[Any, Any, list[str]]:
        """The command; the listing goes by the group's own name in messages."""
        name, command, rest = super().resolve_command(ctx, args)
        return ("" if name == LIST else name), command, rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help of the listing, then the further commands."""
        listing = self.commands[LIST]
        context: Any = type(ctx)(listing, parent=ctx.parent, info_name=ctx.info_name)
        listing.format_help(context, formatter)
        self.format_commands(ctx, formatter)


def listing_group(app: typer.Typer, name: str, short_help: str) -> typer.Typer:
    """A new group of commands in an application."""
    group = typer.Typer(
        cls=ListingGroup, add_completion=False, rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )  # fmt: skip
    app.add_typer(group, name=name, short_help=short_help)
    return group
