"""Which mentions of deeds (sanctions, deployments, attacks, aid …) are one real event.

One rule: conservative; what was done never joins what was threatened, feared or asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sitroom.link.contacts import Contact as Group
from sitroom.link.parties import Parties
from sitroom.link.told import Told, meet
from sitroom.link.words import Rarity, stem, terms

_CLASSES = {
    "occurred": "done", "ongoing": "done", "cancelled": "called off", "scheduled": "asked for or planned",
    "proposed": "asked for or planned", "conditional": "possible", "forecast": "possible", "denied": "possible",
}  # fmt: skip
"""Statuses that one deed can have in different mentions."""
ENOUGH = 0.5


def deeds(mentions: Iterable[Told], parties: Parties) -> list[Group]:
    """Group mentions of deeds by type, class of status, sides, date and words."""
    blocks: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for told in mentions:
        blocks[told.event.type, _CLASSES[told.event.status]].append(told)
    found: list[Group] = []
    for block in sorted(blocks):
        found += _grouped(blocks[block], block[1], parties)
    return found


def _grouped(block: list[Told], status: str, parties: Parties) -> list[Group]:
    words = {t.id: terms(t.words(t.event.evidence)) for t in block}
    rarity = Rarity(words.values())
    groups: list[Group] = []
    by_side: dict[str, list[Group]] = defaultdict(list)
    for told in sorted(block, key=lambda t: (-len(t.parties), t.days, t.id)):
        best: tuple[float, Group] | None = None
        sides = parties.sides(told.actors) or {""}
        for group in {id(g): g for side in sorted(sides) for g in by_side[side]}.values():
            score = min(_score(told, other, status, words, rarity, parties) for other in group.members[:8])
            if score >= ENOUGH and (best is None or score > best[0]):
                best = (score, group)
        if best:
            best[1].add(told, best[0], f"same kind of act by the same side ({status}), nothing stated against it")
            home = best[1]
        else:
            home = Group()
            home.add(told, 1.0, "first mention")
            groups.append(home)
        for side in sides:
            if all(home is not g for g in by_side[side]):
                by_side[side].append(home)
    return groups


def _score(
    one: Told, other: Told, status: str, words: dict[str, frozenset[str]], rarity: Rarity, parties: Parties
) -> float:
    if not meet(one.when, other.when):
        return 0.0
    a, b = parties.sides(one.actors), parties.sides(other.actors)
    if not a & b:
        return 0.0
    c, d = parties.sides(one.recipients) - a, parties.sides(other.recipients) - b
    if c and d and not c & d:
        return 0.0
    targets = 0.25 if c & d else 0.0
    act = stem(one.words(one.event.trigger).casefold()) == stem(other.words(other.event.trigger).casefold())
    near = rarity.likeness(words[one.id], words[other.id])
    place = bool(one.place and one.place == other.place)
    if one.place and other.place and not place and status == "done":
        near /= 2
    dated = one.when is not None and other.when is not None and min(one.days, other.days) <= 7
    base = 0.3 if status == "possible" else 0.15
    return base + targets + 0.15 * act + 0.4 * near + 0.1 * place + 0.15 * dated
