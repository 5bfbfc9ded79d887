"""The commands with which an analyst corrects the record: merge, split, keep apart, pin, rename, retype, undo, history.

One rule: what was judged is printed with who judged and how to take it back; nothing is asked for twice.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sitroom.cli.groups import LIST, listing_group
from sitroom.cli.options import AsJson, Store, open_desk
from sitroom.cli.output import complain, escaped, print_json, print_table
from sitroom.errors import SitroomError, ValueFormatError
from sitroom.export.judgements import judgement_line, read_judgements
from sitroom.judgements import Judgement
from sitroom.record import Record
from sitroom.views.finding import candidates
from sitroom.views.judged import fate_line, history_table
from sitroom.views.judgements import in_words
from sitroom.views.lookup import Lookup, bare
from sitroom.views.wording import safe, with_article

if TYPE_CHECKING:
    from sitroom.desk import Desk

Reason = Annotated[
    str, typer.Option("--reason", "-m", metavar="WORDS", help="Why, in words; kept.", show_default=False)
]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who judges; else SITROOM_ANALYST, else the user of this machine."),
]
Actor = Annotated[
    str, typer.Argument(metavar="ACTOR", help="A name, an alias, or an id or its first letters.", show_default=False)
]
One = Annotated[str, typer.Argument(metavar="A", help="A name, or an id or its first letters.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="B", help="The same of the other one.", show_default=False)]
Parts = Annotated[
    list[str],
    typer.Argument(
        metavar="PART...", show_default=False,
        help="What to take out: an article's file, an outlet, one of its names, or a reading's id (see `why`).",
    ),
]  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the commands that concern all corrections."""
    short = "All corrections, and what became of each."
    group = listing_group(app, "history", short)
    group.command(LIST, short_help=short, hidden=True)(history)
    group.command("export", short_help="Print all corrections as JSON lines.")(history_export)
    group.command("import", short_help="Take in the corrections of another store.")(history_import)
    app.command("undo", short_help="Take back a correction.")(undo)


_EXAMPLES = {
    "actor": ("Zelensky Zelenskiy", "Smith gazette-report.txt", "two spellings"),
    "event": ("4009 375b", "4009 gazette-report.txt", "one call"),
    "statement": ("51c0 9d2e", "51c0 gazette-report.txt", "one utterance"),
    "figure": ("7b1a c03d", "7b1a gazette-report.txt", "one count"),
}
"""For each kind: two of them, one with a part, and a reason to merge."""


def register_kind(group: typer.Typer, kind: str) -> None:
    """Add the commands that correct actors, events, statements or figures to their group."""
    noun, one, (example, part, why) = f"{kind}s", with_article(kind), _EXAMPLES[kind]
    for name, command, words, short in (
        ("merge", _merge(kind), f"{example} --reason \"{why}\"", f"Two {noun} are one."),
        ("split", _split(kind), f"{part} --reason \"another one\"", f"Take reports out of {one}."),
        ("not-same", _not_same(kind), f"{example} --reason \"not the same\"", f"Two {noun} are never one."),
        ("pin", _pin(kind), f"{example.split()[0]} --reason \"checked\"", f"{one.capitalize()} stays as it is."),
    ):  # fmt: skip
        text = (
            f"{short}\n\n{(command.__doc__ or '').strip()}\n\n\b\nExample:\n    sitroom {noun} {name} story.db {words}"
        )
        group.command(name, help=text, short_help=short)(command)
    if kind == "actor":
        group.command("rename", short_help="Give an actor another name.")(rename)
        group.command("type", short_help="Give an actor another type.")(type_)


def _merge(kind: str) -> Callable[..., None]:
    def merge(store: Store, one: One, other: Other, reason: Reason, by: By = None) -> None:
        """All that both are made of is held together from then on. What judgements in force keep apart is not merged:
        undo those first.
        """
        with open_desk(store) as desk:
            _print(desk, desk.merge(one, other, reason, by, kind), store)

    return merge


def _split(kind: str) -> Callable[..., None]:
    def split(store: Store, whole: One, parts: Parts, reason: Reason, by: By = None) -> None:
        """What is taken out becomes one of its own; what stays is held together."""
        with open_desk(store) as desk:
            _print(desk, desk.split(whole, parts, reason, by, kind), store)

    return split


def _not_same(kind: str) -> Callable[..., None]:
    def not_same(store: Store, one: One, other: Other, reason: Reason, by: By = None) -> None:
        """No link joins them again, not even by way of a third. Two that are one today are parted with `split`."""
        with open_desk(store) as desk:
            _print(desk, desk.not_same(one, other, reason, by, kind), store)

    return not_same


def _pin(kind: str) -> Callable[..., None]:
    def pin(store: Store, item: One, reason: Reason, by: By = None) -> None:
        """What it is made of stays together, whatever later reports or versions of the program would make of it."""
        with open_desk(store) as desk:
            _print(desk, desk.pin(item, reason, by, kind), store)

    return pin


def rename(
    store: Store,
    actor: Actor,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name it is to have.", show_default=False)],
    reason: Reason,
    by: By = None,
) -> None:
    """Give an actor another name; its aliases stay what the articles say.

    \b
    Example:
        sitroom actors rename story.db Zelensky "Volodymyr Zelenskyy" --reason "his own spelling"
    """
    with open_desk(store) as desk:
        _print(desk, desk.rename(actor, name, reason, by), store)


def type_(
    store: Store,
    actor: Actor,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="TYPE", help="person, country, organization, group, forum, agreement or place.", show_default=False
        ),
    ],
    reason: Reason,
    by: By = None,
) -> None:
    """Give an actor another type.

    \b
    Example:
        sitroom actors type story.db "Bucharest Nine" group --reason "states, no body"
    """
    with open_desk(store) as desk:
        _print(desk, desk.set_type(actor, kind, reason, by), store)


def undo(
    store: Store,
    judgement: Annotated[
        str, typer.Argument(metavar="JUDGEMENT", help="The start of its id (`sitroom history`).", show_default=False)
    ],
    reason: Reason = "taken back",
    by: By = None,
) -> None:
    """Take back a correction. It stays listed, and the taking back can be undone in turn.

    \b
    Example:
        sitroom undo story.db 3f2a --reason "two men after all"
    """
    with open_desk(store) as desk:
        _print(desk, desk.undo(judgement, reason, by), store)


def history(store: Store, as_json: AsJson = False) -> None:
    """All corrections in the order of time: who, when, why, and what became of each.

    \b
    Example:
        sitroom history story.db
    """
    with open_desk(store) as desk:
        fates = desk.history()
    if as_json:
        print_json(fate_line(fate) for fate in fates)
    else:
        print_table(history_table(fates), Record())


def history_export(store: Store) -> None:
    """Print all corrections whole, a JSON object a line, to take them to another store.

    \b
    Example:
        sitroom history export story.db > corrections.jsonl
    """
    with open_desk(store) as desk:
        for fate in desk.history():
            line = judgement_line(fate.judgement)
            print(escaped(line) if sys.stdout.isatty() else line)


def history_import(
    store: Store,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="What `sitroom history export` printed.", show_default=False)
    ],
) -> None:
    """Take in the corrections of another store. Those known are passed over; who judged and when stay as they were.

    A correction holds on to the words of its articles; in a store without them, one of an actor to its full name.

    \b
    Example:
        sitroom history import other.db corrections.jsonl
    """
    try:
        judgements = read_judgements(file.read_text(encoding="utf-8").splitlines())
    except UnicodeDecodeError as error:
        raise SitroomError(f"{file}: not UTF-8, so not what `sitroom history export` wrote") from error
    except ValueFormatError as error:
        raise SitroomError(f"{file}: {error}") from error
    with open_desk(store) as desk:
        new = desk.take_over(judgements)
        wanted = {j.id for j in judgements}
        fates = [f for f in desk.history() if f.judgement.id in wanted]
    print(f"{new} new, {len(judgements) - new} known before")
    for fate in fates:
        if fate.state == "without effect":
            complain(f"without effect: {in_words(fate.judgement)}: {fate.note}")


def _print(desk: Desk, judgement: Judgement, store: Path) -> None:
    print(safe(in_words(judgement)))
    lookup = Lookup.of(desk.record())
    made = [id_ for id_, fates in desk.corrected().items() if any(f.judgement.id == judgement.id for f in fates)]
    if found := [lookup.by_id[id_] for id_ in made if id_ in lookup.by_id]:
        print(f"now {candidates(found, lookup)}")
    complain(
        f"judged by {safe(judgement.by)}; `sitroom undo {safe(str(store))} {bare(judgement.id)[:8]}` takes it back"
    )
