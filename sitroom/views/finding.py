"""What a user means by a name, an id or the start of one: the one item, or the candidates.

One rule: never a guess. What could be two items is an error that lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitroom.errors import NotFoundError
from sitroom.record import ActorItem
from sitroom.views.filters import folded
from sitroom.views.lookup import Found, Lookup, bare
from sitroom.views.wording import clip, safe

_SHOWN = 6


def find_item(lookup: Lookup, asked: str, homes: Mapping[str, str] | None = None) -> Found:
    """The item of an id or the start of one, of a reading's id (``homes`` gives its item), or the actor of a name.

    Raises:
        NotFoundError: there is none, or several.
    """
    key = asked.strip().lower()
    if key in lookup.by_id:
        return lookup.by_id[key]
    named = _called(lookup, asked)
    if len(named) == 1:
        return named[0]
    by_start = {id_ for id_ in lookup.by_id if key and (id_.startswith(key) or bare(id_).startswith(key))}
    by_start |= _of_readings(lookup, key, homes or {}) if not by_start else set()
    if len(by_start) == 1 and not named:
        return lookup.by_id[by_start.pop()]
    found = named or [lookup.by_id[id_] for id_ in sorted(by_start)]
    if found:
        raise NotFoundError(f"{len(found)} items can be meant by {_quoted(asked)}: {candidates(found, lookup)}")
    found = [*_called(lookup, asked, parts=True)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(f"{len(found)} actors are called so, {_quoted(asked)}: {candidates(found, lookup)}")
    raise NotFoundError(
        f"no item has an id that begins with {_quoted(asked)}, and no actor is called so (`sitroom actors` lists them)"
    )


def find_actor(lookup: Lookup, asked: str, homes: Mapping[str, str] | None = None) -> ActorItem:
    """The one actor of a name, an alias or an id.

    Raises:
        NotFoundError: there is none, there are several, or it is something else than an actor.
    """
    found = find_item(lookup, asked, homes)
    if not isinstance(found, ActorItem):
        raise NotFoundError(f"{_quoted(asked)} is the id of {_article(found.kind)}, not of an actor")
    return found


def candidates(found: Iterable[Found], lookup: Lookup) -> str:
    """The items in a few words each, with the short id that tells them apart."""
    items = list(found)
    said = [
        f"{lookup.short.get(item.id, item.id)} ({clip(item.name, 60)}, {item.type})" if isinstance(item, ActorItem)
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


def _of_readings(lookup: Lookup, key: str, homes: Mapping[str, str]) -> set[str]:
    """Items that hold a reading whose id begins so."""
    if not key:
        return set()
    return {
        home for member, home in homes.items()
        if home in lookup.by_id and (member.startswith(key) or bare(member).startswith(key))
    }  # fmt: skip


def _quoted(asked: str) -> str:
    return repr(safe(asked))


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
