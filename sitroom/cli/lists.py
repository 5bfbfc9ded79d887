"""The commands that look at a record: the brief, the tables, the stories, one item.

One rule: each selects, narrows and prints; what an item means is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from sitroom.cli.asked import of_what_was_asked, say_who_is_meant
from sitroom.cli.correcting import register_kind
from sitroom.cli.details import detail_line, print_detail
from sitroom.cli.groups import LIST, listing_group
from sitroom.cli.options import About, Actor, AsJson, Outlet, Since, Store, Story, Until, open_desk, read_record
from sitroom.cli.output import complain, print_brief, print_heading, print_json, print_table
from sitroom.cli.statements import statements
from sitroom.record import ActorItem, EventItem, Record
from sitroom.views.brief import compose
from sitroom.views.coverage import coverage as covered
from sitroom.views.coverage import coverage_table, covered_line, lacking
from sitroom.views.details import detail
from sitroom.views.filters import Filter, narrow
from sitroom.views.lookup import Lookup
from sitroom.views.matrix import cell_line, matrix, matrix_table
from sitroom.views.profile import related
from sitroom.views.rendering import to_html, to_markdown
from sitroom.views.search import hit_line, hits, search_table
from sitroom.views.tables import VIEWS, View, stories_table
from sitroom.views.variants import reported_in, utterances, variants_table

_CORRECTED = {"actors": "actor", "events": "event", "statements": "statement", "figures": "figure"}
"""Views under which their items are corrected, with the kind of these."""


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("brief", short_help="One page, each sentence with its sources.")(brief)
    for view in VIEWS.values():
        own: dict[str, Callable[..., None]] = {"compare": compare, "positions": positions, "statements": statements}
        short = f"{view.help[0].upper()}{view.help[1:]}."
        command = own.get(view.name, _command(view))
        text = None if view.name in own else _help(view)
        if view.name in _CORRECTED:
            group = listing_group(app, view.name, short)
            group.command(LIST, help=text, short_help=short, hidden=True)(command)
            register_kind(group, _CORRECTED[view.name])
        else:
            app.command(view.name, help=text, short_help=short)(command)
    app.command("coverage", short_help="What each outlet has and lacks.")(coverage)
    app.command("search", short_help="Articles that hold some words.")(search)
    app.command("stories", short_help="The stories that the coverage falls into.")(stories)
    app.command("show", short_help="One item with all its words.")(show)
    app.command("why", short_help="Why an item is one, or two are not.")(why)


def _help(view: View) -> str:
    """The text of ``--help``, with examples."""
    first = view.help[0].upper() + view.help[1:]
    return (
        f"{first}.\n\n\b\nExamples:\n    sitroom {view.name} story.db\n"
        f"    sitroom {view.name} story.db --actor Russia --from 2021-12-01 --json"
    )


def _command(view: View) -> Callable[..., None]:
    def command(
        store: Store, about: About = None, actor: Actor = None, outlet: Outlet = None, since: Since = None,
        until: Until = None, story: Story = None, as_json: AsJson = False,
    ) -> None:  # fmt: skip
        record = read_record(store, story, Filter(about, actor, outlet, since, until))
        if as_json:
            print_json(view.select(record))
        else:
            table = view.table(record)
            print_table(of_what_was_asked(table, about, actor, outlet, since, until), record)

    return command


def brief(
    store: Store, about: About = None, actor: Actor = None, outlet: Outlet = None, since: Since = None,
    until: Until = None, story: Story = None, as_json: AsJson = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown, the evidence in footnotes.")] = False,
    html: Annotated[bool, typer.Option("--html", help="Print one HTML file that needs nothing else.")] = False,
    words: Annotated[bool, typer.Option("--words", help="Print the quoted words below each sentence.")] = False,
) -> None:  # fmt: skip
    """One page: what happened, where each party stands, what is contested, what comes next.

    Every sentence carries its sources. Where a store holds several stories, name one with --story.

    \b
    Examples:
        sitroom brief story.db
        sitroom brief story.db --html > brief.html
    """
    if as_json + markdown + html > 1:
        raise typer.BadParameter("choose one of --json, --markdown and --html")
    with open_desk(store) as desk:
        known = desk.stories()
        chosen = desk.story(story).name if story else known[0].name if known else None
        record = desk.record(chosen, Filter(about, actor, outlet, since, until))
    made = compose(record, chosen or store.stem)
    if as_json:
        print_json(made.sentences())
    elif markdown:
        typer.echo(to_markdown(made, record), nl=False)
    elif html:
        typer.echo(to_html(made, record), nl=False)
    else:
        print_brief(made, record, words)
    if not story and len(known) > 1:
        others = "; ".join(f"{s.name} ({len(s.articles)})" for s in known[1:6]) + ("; …" if len(known) > 6 else "")
        complain(f"this is the largest of {len(known)} stories; open others with --story: {others}")


def compare(
    store: Store, about: About = None, actor: Actor = None, outlet: Outlet = None, since: Since = None,
    until: Until = None, story: Story = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Where the reports differ, which says what, and how statements that several report are quoted.

    \b
    Examples:
        sitroom compare story.db
        sitroom compare story.db --actor Russia --from 2021-12-01 --json
    """
    with open_desk(store) as desk:
        whole = desk.record(story)
        record = desk.record(story, Filter(about, actor, outlet, since, until))
    view, said = VIEWS["compare"], reported_in(utterances(whole), record)
    if as_json:
        print_json([*view.select(record), *(one.line() for one in said)])
        return
    print_table(view.table(record), record)
    if said:
        table = variants_table(said, Lookup.of(whole))
        print_heading(table.title)
        print_table(table, whole)


def positions(
    store: Store,
    holder: Annotated[str | None, typer.Option("--of", metavar="ACTOR", help="Only those it holds.")] = None,
    target: Annotated[str | None, typer.Option("--toward", metavar="ACTOR", help="Only those toward it.")] = None,
    about: About = None, actor: Actor = None, outlet: Outlet = None, since: Since = None, until: Until = None,
    story: Story = None, as_json: AsJson = False,
    counted: Annotated[
        bool, typer.Option("--matrix", help="Count them: who takes which stances toward whom, by state.")
    ] = False,
) -> None:  # fmt: skip
    """Who demands, refuses, threatens, promises, supports, concedes or accuses, toward whom.

    \b
    Examples:
        sitroom positions story.db --of Russia --toward NATO
        sitroom positions story.db --matrix
    """
    with open_desk(store) as desk:
        whole = desk.record(story)
        record = desk.record(story, Filter(about, actor, outlet, since, until))
        chosen = desk.positions(story, Filter(about, actor, outlet, since, until), of=holder, toward=target)
    lookup = Lookup.of(record)
    say_who_is_meant(whole, holder, target)
    if counted:
        cells = matrix(record, chosen)
        if as_json:
            print_json(cell_line(cell, lookup) for cell in cells)
        else:
            print_table(matrix_table(cells, lookup), record)
    elif as_json:
        print_json(chosen)
    else:
        table = VIEWS["positions"].table(record, chosen)
        print_table(of_what_was_asked(table, holder, target, about, actor, outlet, since, until), record)


def show(
    store: Store,
    item: Annotated[
        str, typer.Argument(metavar="ID", help="An id or its first letters, or an actor's name.", show_default=False)
    ],
    story: Story = None,
    as_json: AsJson = False,
) -> None:
    """One item with all that is known of it: the words in their context, how times were resolved, why it was linked.

    An actor is shown with its names by outlet, offices, contacts, positions, statements by and about it, and figures
    it gives; with --json these items follow it.

    \b
    Examples:
        sitroom show story.db 3f2a
        sitroom show story.db Zelensky
    """
    with open_desk(store) as desk:
        lookup = Lookup.of(desk.record(story))
        found = desk.show(item)
        found = lookup.by_id.get(found.id, found)
        if as_json:
            print_json([found, *(related(found, lookup) if isinstance(found, ActorItem) else [])])
        else:
            print_detail(detail(found, lookup, desk.grounds(found)))


def why(
    store: Store,
    item: Annotated[
        str, typer.Argument(metavar="ID", help="An id or its first letters, or an actor's name.", show_default=False)
    ],
    other: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Another one: why the two are one, or not.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Why reports are of one event, names of one actor, words one statement: every link with its score and reason, the
    judgements, and what was not joined. Of two: by which links they are one, or why they are not.

    \b
    Examples:
        sitroom why story.db 3f2a
        sitroom why story.db Zelensky Putin
    """
    with open_desk(store) as desk:
        found = desk.why(item, other)
    if as_json:
        print_json([detail_line(found)])
    else:
        print_detail(found)


def coverage(
    store: Store,
    lacks: Annotated[str | None, typer.Option("--lacks", metavar="OUTLET", help="Only what this outlet lacks.")] = None,
    about: About = None, actor: Actor = None, since: Since = None, until: Until = None, story: Story = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """What each outlet has and lacks, and on how many independent texts it stands: contacts, plans and positions.

    An outlet lacks what was told on or before a day on which it published. A reprint is no text of its own.

    \b
    Examples:
        sitroom coverage story.db
        sitroom coverage story.db --lacks "Meridian Wire"
    """
    record = read_record(store, story, Filter(about, actor, None, since, until))
    chosen = {
        e.id: e
        for name in ("contacts", "agenda", "positions")
        for e in VIEWS[name].select(record)
        if isinstance(e, EventItem)
    }
    found = covered(record, chosen.values())
    if lacks:
        found = lacking(found, lacks, record)
    if as_json:
        print_json(covered_line(c) for c in found)
    else:
        print_table(coverage_table(found, Lookup.of(record)), record)


def search(
    store: Store,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All must be in it.", show_default=False)],
    outlet: Outlet = None, since: Since = None, until: Until = None, story: Story = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Articles that hold all the words, best first, with the sentences that hold them.

    \b
    Example:
        sitroom search story.db security guarantees
    """
    with open_desk(store) as desk:
        record = desk.record(story)
        wanted = Filter(outlet=outlet, since=since, until=until)
        kept = {a.id for a in narrow(Record(articles=record.articles), wanted).articles}
        found = hits([a for a in desk.search(" ".join(words)) if a.id in kept], " ".join(words))
    if as_json:
        print_json(hit_line(hit) for hit in found)
    else:
        print_table(search_table(found, Lookup.of(record)), record)


def stories(store: Store, as_json: AsJson = False) -> None:
    """The stories that the coverage in a store falls into.

    \b
    Example:
        sitroom stories story.db
    """
    with open_desk(store) as desk:
        found = desk.stories()
    if as_json:
        print_json(
            {"kind": "story", "name": s.name, "articles": list(s.articles), "first": s.first, "last": s.last}
            for s in found
        )
    else:
        print_table(stories_table(found), Record())
