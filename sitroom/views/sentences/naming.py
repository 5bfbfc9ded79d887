"""Actors in a sentence: their names, and the two sides of a talk.

One rule: an actor is called what the record calls it, with "the" where English asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitroom.record import ActorItem, EventItem
from sitroom.views.lookup import Lookup
from sitroom.views.wording import listed, wording


def names(actors: Sequence[str], lookup: Lookup, limit: int = 4) -> str:
    """Actors as a sentence has them, with "the" where English asks for it."""
    return listed([named(actor, lookup) for actor in actors], limit)


def named(actor: str, lookup: Lookup) -> str:
    """One actor's name, with "the" where English asks for it."""
    name, item = lookup.name(actor), lookup.by_id.get(actor)
    words = name.split()
    if words and words[0] in ("A", "An", "The") and len(words) > 1:
        return f"{words[0].lower()} {name.split(' ', 1)[1]}"
    if isinstance(item, ActorItem) and item.type != "person" and words and words[0].lower() != "the":
        takes_the = set(wording("the_words"))
        if words[0] in takes_the or (words[-1] in takes_the and (len(words) > 1 or words[-1] != "Congress")):
            return f"the {name}"
    return name


def sides(event: EventItem, lookup: Lookup) -> tuple[str, str]:
    """The names on either side of a talk; the second is empty where only one side is known."""
    actors, others = (names(side, lookup, 10) for side in lookup.sides(event))
    return (actors, others) if actors else (others, "")


def of_sides(actors: str, others: str, joined: str) -> str:
    """Both sides after a noun: " of A with B"; empty where neither is known."""
    return f" of {actors}" + (f"{joined}{others}" if others else "") if actors else ""
