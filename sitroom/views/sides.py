"""Statements by whom and to whom, positions of whom and toward whom.

One rule: a name is looked up in the whole record, so that an actor of whom a filter leaves nothing is still known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitroom.record import EventItem, Record, StatementItem
from sitroom.views.filters import called_so, find_actors
from sitroom.views.lookup import Lookup


def statements_between(
    items: Iterable[StatementItem],
    whole: Record,
    by: str | None = None,
    to: Sequence[str] = (),
    unnamed: bool = False,
) -> list[StatementItem]:
    """Those that ``by`` said to one of ``to``; of a state, also what its people and bodies said or heard.

    ``unnamed`` keeps those whose source is not named: with ``by``, of that actor's unnamed people.

    Raises:
        NotFoundError: no actor of the whole record has that name.
    """
    lookup = Lookup.of(whole)
    speaking = None if by is None else find_actors(lookup, by)
    hearing = {actor for name in to for actor in find_actors(lookup, name)}
    return [
        s for s in items
        if (speaking is None or speaking & {s.speaker, *s.speakers, s.affiliation if not s.named else None})
        and (not to or hearing & set(s.addressees)) and not (unnamed and s.named)
    ]  # fmt: skip


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
