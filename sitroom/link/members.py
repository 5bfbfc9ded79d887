"""Who sits in a forum of talks: the members that the tables give, and the parties that its very name gives.

One rule: only a forum ("NATO-Russia Council", "Six-Party Talks") stands for its parties in the record; a group is
compared by its members and stays a group.
"""

from __future__ import annotations

import re
from functools import cache

from sitroom.resources.world import world

_PARTS = re.compile(r"[\s-]+")


@cache
def parties_of(known: str) -> tuple[str, ...]:
    """Keys of the tables ("country/RU", "org/nato") for the parties of a forum; empty for what is no forum."""
    entity = world().entities.get(known)
    if entity is None or entity.type != "forum":
        return ()
    named = []
    for part in _PARTS.split(entity.name.rsplit(" ", 1)[0] if " " in entity.name else entity.name):
        found = [phrase.entity for phrase in world().single(part) if phrase.sense == "name"]
        named += [key for key in found if key.startswith(("country/", "org/"))][:1]
    return tuple(dict.fromkeys((*named, *entity.members)))


@cache
def members_of(known: str) -> tuple[str, ...]:
    """Keys of the tables for the members of a group; empty where none are listed, and for what is no group."""
    entity = world().entities.get(known)
    return entity.members if entity is not None and entity.type == "group" else ()
