"""Which mentions are one position: the same side's demand, threat, promise … with the same content.

One rule: one holder's side, one kind, like content; what the words do not share is not one position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sitroom.link.contacts import Contact as Group
from sitroom.link.parties import Parties
from sitroom.link.told import Told
from sitroom.link.words import Rarity, terms

ENOUGH = 0.38


def positions(mentions: Iterable[Told], parties: Parties) -> list[Group]:
    """Group mentions of positions by holder's side, type and content."""
    blocks: dict[tuple[str, str], list[Told]] = defaultdict(list)
    found: list[Group] = []
    for told in sorted(mentions, key=lambda t: t.id):
        sides = sorted(parties.sides(told.actors))
        blocks[told.event.type, sides[0] if sides else told.id].append(told)
    for block in sorted(blocks):
        found += _grouped(blocks[block], parties)
    return found


def _grouped(block: list[Told], parties: Parties) -> list[Group]:
    words = {t.id: terms(_content(t)) for t in block}
    rarity = Rarity(words.values())
    groups: list[Group] = []
    # the fullest wording first, so that shorter repetitions gather around it
    for told in sorted(block, key=lambda t: (-len(words[t.id]), t.id)):
        best: tuple[float, Group] | None = None
        for group in groups:
            score = max(_score(told, other, words, rarity, parties) for other in group.members[:8])
            if score >= ENOUGH and (best is None or score > best[0]):
                best = (score, group)
        if best:
            best[1].add(told, best[0], "same side, same kind of position, much the same words")
        else:
            group = Group()
            group.add(told, 1.0, "first mention")
            groups.append(group)
    return groups


def _content(told: Told) -> str:
    """What is demanded, threatened or promised, without the condition, which many positions share."""
    event = told.event
    whole = event.content or event.evidence
    condition = event.condition
    if condition is None or not whole.overlaps(condition):
        return told.words(whole)
    rest = told.text[whole.start : condition.start] + " " + told.text[condition.end : whole.end]
    return rest if terms(rest) else told.words(whole)


def _score(one: Told, other: Told, words: dict[str, frozenset[str]], rarity: Rarity, parties: Parties) -> float:
    near = rarity.likeness(words[one.id], words[other.id])
    c, d = parties.sides(one.recipients), parties.sides(other.recipients)
    if c and d and not c & d:
        near -= 0.1
    same_target = bool(c & d)
    conditional = one.event.condition is not None and other.event.condition is not None
    return near + 0.05 * same_target + 0.05 * conditional
