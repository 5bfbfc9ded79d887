"""Statements by whom and to whom, positions of whom and toward whom.

One rule: a name is looked up in the whole record, so that an actor of whom a filter leaves nothing is still known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitroom.model import Claim, SourceType, StatementKind
from sitroom.record import AskedItem, EventItem, Record, StatementItem
from sitroom.values import is_edtf
from sitroom.views.filters import called_so, find_actors
from sitroom.views.lookup import Lookup
from sitroom.views.tables import VIEWS, Table
from sitroom.views.voices import contacts_of, count_words, heard_by, party, spoken_by
from sitroom.views.wording import listed, safe

_LIKE_A_DATE = re.compile(r"\d{4}\b|\d{1,2}[./-]\d")


@dataclass(frozen=True, slots=True)
class Sought:
    """Which statements to keep; ``None`` and an empty tuple keep all.

    ``by`` an actor: its own, those of its people, and those of others that it passed on; ``to`` one of these actors:
    told to them, or said in a contact with them. ``source``: the type of source; ``unnamed`` keeps all types but the
    named one.
    """

    by: str | None = None
    to: tuple[str, ...] = ()
    unnamed: bool = False
    source: SourceType | None = None
    kind: StatementKind | None = None
    claim: Claim | None = None


def statements_between(items: Iterable[StatementItem], whole: Record, sought: Sought) -> list[StatementItem]:
    """The statements that are sought, in their order, each with how it belongs to the actors asked for.

    Raises:
        NotFoundError: no actor of the whole record has such a name.
    """
    lookup = Lookup.of(whole)
    speaking = None if sought.by is None else party(lookup, sought.by)
    hearing = [party(lookup, name) for name in sought.to]
    contacts = contacts_of(lookup) if hearing else {}
    kept = []
    for item in items:
        if not _of_kind(item, sought):
            continue
        by = spoken_by(item, speaking) if speaking else (None, None)
        to = heard_by(item, hearing, contacts) if hearing else (None, None)
        if by is None or to is None:
            continue
        asked = AskedItem(by=by[0], office=by[1], to=to[0], contact=to[1])
        kept.append(item.model_copy(update={"asked": asked}) if speaking or hearing else item)
    return kept


def _of_kind(item: StatementItem, sought: Sought) -> bool:
    if sought.unnamed and item.named:
        return False
    pairs = ((sought.source, item.source_type), (sought.kind, item.statement_kind), (sought.claim, item.claim))
    return all(wanted is None or wanted == has for wanted, has in pairs)


def statements_table(chosen: Sequence[StatementItem], sought: Sought, whole: Record) -> Table:
    """The statements as a table, with notes on whose they are and by which days they were taken."""
    table = VIEWS["statements"].table(whole, chosen)
    notes = []
    if sought.by is not None and (counted := count_words(chosen, party(Lookup.of(whole), sought.by).name)):
        notes.append(f"{counted[0].upper()}{counted[1:]}.")
    undated = sum(item.date is None for item in chosen)
    if len(chosen) == undated == 1:
        notes.append("It states no day: it stands under the day of its report.")
    elif undated:
        notes.append(f"{undated} of {len(chosen)} state no day: they stand under the day of their report.")
    return replace(table, notes=tuple(notes))


def dates_and_names(values: Iterable[str]) -> tuple[list[str], list[str]]:
    """What is a date and what an actor's name of the values of an option that takes both."""
    given = list(values)
    dates = [value for value in given if is_edtf(value) or _LIKE_A_DATE.match(value)]
    return dates, [value for value in given if value not in dates]


def positions_between(
    items: Iterable[EventItem], whole: Record, of: str | None = None, toward: str | None = None
) -> list[EventItem]:
    """Those that ``of`` holds toward ``toward``; of a state, also those of its people and bodies.

    Raises:
        NotFoundError: no actor of the whole record has that name.
    """
    lookup = Lookup.of(whole)
    held = None if of is None else find_actors(lookup, of)
    aimed = None if toward is None else find_actors(lookup, toward)
    return [
        e for e in items
        if (held is None or held & set(e.actors)) and (aimed is None or aimed & set(e.recipients))
    ]  # fmt: skip


def several_called(whole: Record, name: str) -> list[str]:
    """Names of the actors that a name may mean, where it may mean more than one party; else none."""
    lookup = Lookup.of(whole)
    found = called_so(lookup, name)
    apart = {actor for actor in found if lookup.state(actor) not in found - {actor}}
    names = sorted({lookup.name(actor) for actor in apart})
    return names if len(names) > 1 else []


def ambiguous(whole: Record, name: str | None) -> str | None:
    """What to say of a name that may mean more than one party; ``None`` of any other, and of no name."""
    meant = several_called(whole, name) if name else []
    return f"“{safe(name or '')}” can mean {listed(meant, 5)}; all are listed." if meant else None
