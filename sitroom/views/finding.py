"""What a user means by a name, an id or the start of one: the one item, or the candidates.

One rule: never a guess. What could be two items is an error that lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sitroom.errors import NotFoundError
from sitroom.record import ActorItem, EventItem
from sitroom.views.filters import folded
from sitroom.views.lookup import LEAST, Found, Lookup, bare, begins
from sitroom.views.phrases import event_title
from sitroom.views.wording import clip, safe

Find = Callable[[str, str | None], Found]
"""Finds the item that is meant, where asked for only among those of a kind."""
_SHOWN = 6


def find_item(lookup: Lookup, asked: str, homes: Mapping[str, str] | None = None, kind: str | None = None) -> Found:
    """The item of an id or the start of one, of a reading's id (``homes`` gives its item), or the actor of a name.

    ``kind`` leaves out all others.

    Raises:
        NotFoundError: there is none, or several.
    """
    key = asked.strip().lower()
    kept = {id_: item for id_, item in lookup.by_id.items() if kind in (None, item.kind)}
    if key in kept:
        return kept[key]
    named = _called(lookup, asked) if kind in (None, "actor") else []
    if len(named) == 1:
        return named[0]
    started = [id_ for id_ in kept if key and begins(id_, key)]
    started = [id_ for id_ in started if bare(id_) == key] or started
    started = started or sorted(_of_readings(key, homes or {}) & set(kept))
    parts = _called(lookup, asked, parts=True) if kind in (None, "actor") else []
    found = named or [kept[id_] for id_ in sorted(started)] or parts
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(f"{len(found)} items can be meant by {_quoted(asked)}: {candidates(found, lookup)}")
    where = f"; `sitroom {kind}s` lists them" if kind else " (`sitroom actors` lists them)"
    called = ", and no actor is called so" if kind in (None, "actor") else ""
    raise NotFoundError(f"no {kind or 'item'} has an id that begins with {_quoted(asked)}{called}{where}")


def candidates(found: Iterable[Found], lookup: Lookup) -> str:
    """The items in a few words each, with the short id that tells them apart."""
    items = list(found)
    said = [
        f"{lookup.short.get(item.id, item.id)} ({clip(item.name, 60)}, {item.type})" if isinstance(item, ActorItem)
        else f"{lookup.short.get(item.id, item.id)} ({event_title(item, lookup)})" if isinstance(item, EventItem)
        else f"{lookup.short.get(item.id, item.id)} ({item.kind})"
        for item in items[:_SHOWN]
    ]  # fmt: skip
    more = len(items) - len(said)
    return "; ".join(said) + (f"; and {more} more" if more else "")


def _called(lookup: Lookup, asked: str, parts: bool = False) -> list[Found]:
    """Actors of exactly that name, else of that alias; with ``parts`` those whose name has all its words."""
    wanted = folded(asked)
    actors = lookup.record.actors
    if not wanted:
        return []
    if parts:
        words = set(wanted.split())
        return [a for a in actors if words <= set(folded(a.name).split())]
    found = [a for a in actors if folded(a.name) == wanted]
    return [*(found or [a for a in actors if any(folded(x.text) == wanted for x in a.aliases)])]


def _of_readings(key: str, homes: Mapping[str, str]) -> set[str]:
    """Items that hold a reading whose id begins so."""
    if len(bare(key)) < LEAST:
        return set()
    return {home for member, home in homes.items() if begins(member, key)}


def _quoted(asked: str) -> str:
    return repr(safe(asked))
