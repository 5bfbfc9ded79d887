"""Which mentions of deeds (sanctions, deployments, attacks, aid …) are one real event.

One rule: conservative; what was done never joins what was threatened, feared or asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sitroom.link.groups import Group
from sitroom.link.parties import Parties
from sitroom.link.told import Told, meet
from sitroom.link.words import Rarity, stem, terms

_CLASSES = {
    "occurred": "done", "ongoing": "done", "cancelled": "called off", "proposed": "asked for",
    "scheduled": "possible", "conditional": "possible", "forecast": "possible", "denied": "possible",
}  # fmt: skip
"""Statuses that one deed can have in different mentions."""
ENOUGH = 0.5
_BASE = {"possible": 0.3, "asked for": 0.2, "done": 0.15, "called off": 0.15}
"""How likely two mentions of one class, type and side are one deed, all else unknown."""
_SOON, _LATE = 10, 30
"""Days between publications within which reports tell the same news, and from which on they tell other news."""
_PREFIX = 4
"""Letters in which two words for one act agree at least ("invade", "invasion")."""


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
    whole = [t for t in block if t.actors]
    for told in sorted(whole, key=lambda t: (-len(t.parties), t.days, t.id)):
        sides = sorted(parties.sides(told.actors))
        near = {id(g): g for side in sides for g in by_side[side]}.values()
        scored = [(_mean(told, group, status, words, rarity, parties), n) for n, group in enumerate(near)]
        best = max(scored, key=lambda x: (x[0], -x[1]), default=(0.0, 0))
        if best[0] >= ENOUGH:
            home = list(near)[best[1]]
            home.add(told, best[0], f"same kind of act by the same side ({status}), nothing stated against it")
        else:
            home = Group.begun(told)
            groups.append(home)
        for side in sides:
            if all(home is not g for g in by_side[side]):
                by_side[side].append(home)
    return groups + _without_doers([t for t in block if not t.actors], groups, status, parties)


def _without_doers(block: list[Told], groups: list[Group], status: str, parties: Parties) -> list[Group]:
    """Mentions that name no doer ("any invasion of Borland"): each goes to the only deed against the same side."""
    alone: list[Group] = []
    for told in sorted(block, key=lambda t: t.id):
        against = parties.sides(told.recipients)
        fits = [g for g in groups if against and _suffers(told, g, against, parties)]
        if status != "possible":
            fits = [g for g in fits if g.of_article(told.article)]
        if len(fits) == 1:
            fits[0].add(told, 0.6, f"the only act of this kind against the same side ({status})")
        else:
            alone.append(Group.begun(told))
    return alone


def _suffers(told: Told, group: Group, against: frozenset[str], parties: Parties) -> bool:
    """Whether a deed is of the same kind, and against the same side wherever a mention says against whom."""
    members = group.members[:8]
    sides = [parties.sides(t.recipients) for t in members if t.recipients]
    if not sides or not all(against & side for side in sides) or not all(meet(told.when, t.when) for t in members):
        return False
    return any(_same_act(told, t) for t in members)


def _mean(
    told: Told,
    group: Group,
    status: str,
    words: dict[str, frozenset[str]],
    rarity: Rarity,
    parties: Parties,
) -> float:
    """Mean likeness to a group's mentions, 0 where anything stated speaks against one of them."""
    scores = [_score(told, other, status, words, rarity, parties) for other in group.members[:8]]
    return 0.0 if min(scores) == 0 else sum(scores) / len(scores)


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
    near = rarity.likeness(words[one.id], words[other.id])
    place = bool(one.place and one.place == other.place)
    if one.place and other.place and not place and status == "done":
        near /= 2
    dated = one.when is not None and other.when is not None and min(one.days, other.days) <= 7
    told = 0.25 * bool(c & d) + 0.2 * _same_act(one, other) + 0.4 * near + 0.1 * place + 0.15 * dated
    return max(0.01, _BASE[status] + told + (_news(one, other) if status == "done" and not dated else 0.0))


def _same_act(one: Told, other: Told) -> bool:
    """Whether the words that name the acts begin alike."""
    a, b = (stem(t.words(t.event.trigger).casefold()) for t in (one, other))
    return a == b or (len(a) >= _PREFIX <= len(b) and a[:_PREFIX] == b[:_PREFIX])


def _news(one: Told, other: Told) -> float:
    """How much the days of publication speak for one piece of news, or against it."""
    if one.published is None or other.published is None:
        return 0.0
    apart = abs((one.published - other.published).days)
    return 0.1 if apart <= _SOON else -0.2 if apart > _LATE else 0.0
