"""The command that lists statements: by whom, to whom, about what, since when, on whose word.

One rule: it selects and prints; how a statement belongs to an actor is decided elsewhere.
"""

from __future__ import annotations

from typing import Annotated

import typer

from sitroom.cli.asked import of_what_was_asked, say_who_is_meant
from sitroom.cli.options import Actor, AsJson, Outlet, Since, Store, Story, open_desk
from sitroom.cli.output import print_json, print_table
from sitroom.model import Claim, SourceType, StatementKind
from sitroom.views import selections
from sitroom.views.filters import Filter
from sitroom.views.sides import Sought, dates_and_names, statements_between, statements_table


def statements(
    store: Store,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="ACTOR", help="What this actor, or who speaks for it, said or passed on."),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="ACTOR|DATE", help="Said to this actor, or in a contact with it."),
    ] = None,
    unnamed: Annotated[bool, typer.Option("--unnamed", help="Only those of sources that are not named.")] = False,
    source: Annotated[SourceType | None, typer.Option("--source", help="Only those of this type of source.")] = None,
    kind: Annotated[StatementKind | None, typer.Option("--kind", help="Only those quoted so.")] = None,
    claim: Annotated[Claim | None, typer.Option("--claim", help="Only this kind of saying.")] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="WORDS", help="Only where what was said has all these words.")
    ] = None,
    actor: Actor = None, outlet: Outlet = None, since: Since = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Not after this day or month.")] = None,
    story: Story = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Who said what to whom, on whose word.

    --by lists what the actor said, what others say for it by their office, and what it passed on of others, each told
    apart. --about finds words in any form, those within quotation marks in a row. A statement that states no day is
    taken by the day of its report, and says so.

    \b
    Examples:
        sitroom statements story.db --by Russia --to NATO --since 2021-12-01
        sitroom statements story.db --unnamed --about sanctions --json
    """
    dates, names = dates_and_names(to or [])
    wanted = Filter(about, actor, outlet, since, dates[0] if dates else until)
    sought = Sought(by, tuple(names), unnamed, source, kind, claim)
    with open_desk(store) as desk:
        whole = desk.record(story)
        record = desk.record(story, wanted)
    chosen = statements_between(selections.statements(record), whole, sought)
    say_who_is_meant(whole, by, *names)
    if as_json:
        print_json(chosen)
    else:
        table = statements_table(chosen, sought, whole)
        asked = (by, to, unnamed, source, kind, claim, about, actor, outlet, since, until)
        print_table(of_what_was_asked(table, *asked), whole)
