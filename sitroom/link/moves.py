"""Contacts under two dates that are one: talks that were moved, and reports that are a day apart.

One rule: two dates are one contact's only where no article tells of both and more than the parties is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from sitroom import resources
from sitroom.link.fitting import DATED
from sitroom.link.groups import Group
from sitroom.link.told import Told

FARTHEST = 60
"""Days by which talks are moved at most."""


@cache
def again() -> frozenset[str]:
    """Words that tell of a contact as one more of its kind."""
    return frozenset(resources.load("distances")["again"])


def joined(found: Sequence[Group]) -> list[Group]:
    """The contacts, those of one forum, or of the same parties and place, joined where their dates moved or slipped."""
    kept: list[Group] = []
    blocks: dict[object, list[int]] = defaultdict(list)
    for contact in sorted(found, key=_first):
        keys = _blocks(contact)
        near = sorted({i for key in keys for i in blocks[key]})
        home = next((kept[i] for i in near if _one(kept[i], contact)), None)
        if home is None:
            kept.append(contact)
            for key in keys:
                blocks[key].append(len(kept) - 1)
            continue
        for told in contact.members:
            home.add(told, 0.6, f"the same talks under another date ({told.event.date})")
    return kept


def _blocks(contact: Group) -> list[object]:
    """What two contacts that are one share: forum, parties or the pair that is named, in a stretch of days."""
    first = contact.members[0]
    if first.when is None or first.when.first is None:
        return []
    stretch = first.when.first.toordinal() // FARTHEST
    kinds: list[object] = [first.parties, first.forum, *{t.stated for t in contact.members if not t.few}]
    return [(kind, stretch + step) for kind in dict.fromkeys(kinds) if kind for step in (-1, 0, 1)]


def _first(contact: Group) -> tuple[str, str]:
    published = min((t.published.isoformat() for t in contact.members if t.published), default="9999")
    return published, contact.members[0].id


def _one(one: Group, other: Group) -> bool:
    a, b = one.members[0], other.members[0]
    if a.when is None or b.when is None or max(a.days, b.days) > DATED or a.when.overlaps(b.when):
        return False
    if {t.article for t in one.members} & {t.article for t in other.members}:
        return False
    assert a.when.first and b.when.first
    apart = abs((a.when.first - b.when.first).days)
    if all(t.ahead for t in one.members):
        # plans: the later report has the later word
        return apart <= FARTHEST and (_same_forum(a, b) or _same_scene(a, b))
    held = not any(t.ahead for t in (*one.members, *other.members))
    return (
        held
        and apart == 1
        and (_same_forum(a, b) or _same_scene(a, b) or _same_length(one, other, a, b) or _same_pair(one, other))
    )


def _same_forum(one: Told, other: Told) -> bool:
    return one.forum is not None and one.forum == other.forum


def _same_scene(one: Told, other: Told) -> bool:
    return one.parties == other.parties and one.place is not None and one.place == other.place


def _same_pair(one: Group, other: Group) -> bool:
    """Whether both are telephone calls of the same two, none of which is told as a second one."""
    pairs = {t.stated for t in (*one.members, *other.members) if not t.few}
    modes = {t.event.mode for t in (*one.members, *other.members)} - {None}
    told_again = any(again() & set(t.own.of(t.text).casefold().split()) for t in (*one.members, *other.members))
    return len(pairs) == 1 and len(next(iter(pairs))) == 2 and modes == {"phone"} and not told_again


def _same_length(one: Group, other: Group, a: Told, b: Told) -> bool:
    lengths = [{t.event.duration_minutes for t in c.members} - {None} for c in (one, other)]
    return a.parties == b.parties and bool(lengths[0] & lengths[1])
