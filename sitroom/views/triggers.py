"""Conditional commitments grouped by their condition, and how they set one another off.

One rule: a trigger is met only by a deed that was done after the commitment was made; a fear meets nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from sitroom.link.words import Rarity, stem, terms
from sitroom.model import POSITION_TYPES, digest
from sitroom.record import CommitmentItem, EventItem, EvidenceItem, ExclusionItem, LeadsToItem, Record, TriggerItem
from sitroom.text import Span
from sitroom.values import bounds
from sitroom.views.assembly import Assembly, plain_words, sorted_evidence
from sitroom.views.told import Told

ALIKE = 0.5
"""Likeness of two conditions in which no deed was read, from which on they are one."""
_PREFIX = 4
"""Letters in which the words for one act agree at least."""
_MIGHT = frozenset({"could", "may", "might", "possibly", "perhaps"})
_COMMITS = frozenset({"THREATEN", "AGREE", "SUPPORT", "CONCEDE", "REQUEST"})


@dataclass(slots=True)
class Group:
    """Commitments of one condition; ``deed`` is the event that the condition names, where one was read in it."""

    deed: str | None
    words: frozenset[str]
    members: list[tuple[str, Told]] = field(default_factory=list)


def triggers(assembly: Assembly, told: dict[str, list[Told]], record: Record) -> list[TriggerItem]:
    """All triggers, in the order of ids."""
    deeds = _deeds_by_article(told)
    groups = _groups(told, deeds)
    by_id = {e.id: e for e in record.events}
    made = {_key(group): group for group in groups}
    found = []
    for key, group in sorted(made.items()):
        leads = [
            x for other, target in sorted(made.items()) if other != key and (x := _leads(group, other, target, deeds))
        ]
        found.append(_item(assembly, key, group, by_id, leads))
    return found


def _deeds_by_article(told: dict[str, list[Told]]) -> dict[str, list[tuple[str, Told]]]:
    found: dict[str, list[tuple[str, Told]]] = defaultdict(list)
    for key, members in told.items():
        for one in members:
            if one.event.type not in POSITION_TYPES:
                found[one.article].append((key, one))
    return found


def _within(span: Span | None, article: str, deeds: dict[str, list[tuple[str, Told]]]) -> list[str]:
    """Deeds whose naming word stands in the span, in their order there."""
    inside = [(t.event.trigger, key) for key, t in deeds[article] if span and span.covers(t.event.trigger)]
    return list(dict.fromkeys(key for _, key in sorted(inside)))


def _groups(told: dict[str, list[Told]], deeds: dict[str, list[tuple[str, Told]]]) -> list[Group]:
    given = [(key, t) for key, members in sorted(told.items()) for t in members if t.event.condition and _commits(t)]
    words = {id(t): terms(t.event.condition.of(t.text)) for _, t in given if t.event.condition}
    rarity = Rarity(words.values())
    by_deed: dict[str, Group] = {}
    unnamed: list[tuple[str, Told]] = []
    order = sorted(given, key=lambda x: (-len(words[id(x[1])]), x[0], x[1].article, x[1].event.key))
    for key, one in order:
        if named := _within(one.event.condition, one.article, deeds):
            by_deed.setdefault(named[0], Group(named[0], words[id(one)])).members.append((key, one))
        else:
            unnamed.append((key, one))
    acts = {deed: _acts(told[deed]) for deed in by_deed}
    loose: list[Group] = []
    for key, one in unnamed:
        same = [
            d for d, names in sorted(acts.items()) if any(_begins_alike(a, b) for a in names for b in words[id(one)])
        ]
        if len(same) == 1:
            by_deed[same[0]].members.append((key, one))
            continue
        likes = [(rarity.likeness(words[id(one)], g.words), -n) for n, g in enumerate(loose)]
        best = max(likes, default=(0.0, 0))
        if best[0] < ALIKE:
            loose.append(Group(None, words[id(one)], [(key, one)]))
        else:
            loose[-best[1]].members.append((key, one))
    return [*(by_deed[key] for key in sorted(by_deed)), *loose]


def _acts(members: list[Told]) -> set[str]:
    """Stems of the words by which reports name a deed."""
    return {stem(t.event.trigger.of(t.text).casefold()) for t in members}


def _begins_alike(one: str, other: str) -> bool:
    """Whether two stems are of one family ("invad", "invas")."""
    return one == other or (len(one) > _PREFIX <= len(other) - 1 and one[:_PREFIX] == other[:_PREFIX])


def _commits(told: Told) -> bool:
    return told.event.type in _COMMITS or told.event.type == "REJECT"


def _key(group: Group) -> str:
    return f"trigger-{digest(group.deed or sorted(f'{key}' for key, _ in group.members))}"


def _leads(group: Group, other: str, target: Group, deeds: dict[str, list[tuple[str, Told]]]) -> LeadsToItem | None:
    """Whether what is threatened or promised here is the condition of another trigger."""
    if target.deed is None:
        return None
    for _, one in group.members:
        condition = one.event.condition
        for span in (one.event.consequence, one.event.content):
            acts = _within(span, one.article, deeds)
            if target.deed in acts and target.deed not in _within(condition, one.article, deeds):
                words = plain_words(span.of(one.text)) if span else ""
                return LeadsToItem(trigger=other, via=target.deed, why=words)
    return None


def _item(
    assembly: Assembly, key: str, group: Group, by_id: dict[str, EventItem], leads: list[LeadsToItem]
) -> TriggerItem:
    first = min(group.members, key=lambda x: (x[1].published or "9999", x[1].article, x[1].event.key))
    deed = by_id.get(group.deed) if group.deed else None
    condition = first[1].event.condition
    met = _met(group, deed, by_id)
    words: dict[tuple[str, bool], list[EvidenceItem]] = defaultdict(list)
    told: dict[tuple[str, bool], list[Told]] = defaultdict(list)
    for event, one in group.members:
        excluded = one.event.type == "REJECT"
        words[event, excluded].append(one.evidence)
        told[event, excluded].append(one)
    return TriggerItem(
        id=key,
        what=plain_words(condition.of(first[1].text)) if condition else "",
        actor=deed.actors[0] if deed and deed.actors else None,
        target=deed.recipients[0] if deed and deed.recipients else None,
        status="met" if met else "open",
        met_by=met,
        commitments=[
            CommitmentItem(
                event=event,
                evidence=sorted_evidence(found),
                polarity=told[event, excluded][0].event.polarity or "if",
                firmness=_firmness(told[event, excluded]),
                outcome="due" if met else "open",
            )
            for (event, excluded), found in sorted(words.items())
            if not excluded
        ],
        exclusions=[
            ExclusionItem(event=event, evidence=sorted_evidence(found))
            for (event, excluded), found in sorted(words.items())
            if excluded
        ],
        leads_to=leads,
    )


def _firmness(members: list[Told]) -> str:
    """ "possible" where every telling is hedged ("could"), else "stated"."""
    texts = [t.event.evidence.of(t.text).casefold().split() for t in members]
    return "possible" if all(_MIGHT & set(words) for words in texts) else "stated"


def _met(group: Group, deed: EventItem | None, by_id: dict[str, EventItem]) -> str | None:
    """The event that brought the condition about: the same kind of act by and against the same, done later."""
    made = min((t.published for _, t in group.members if t.published), default=None)
    if deed is None or made is None or not deed.actors or not deed.recipients:
        return None
    for event in sorted(by_id.values(), key=lambda e: (e.date or "", e.id)):
        same = event.type == deed.type and set(event.actors) & set(deed.actors)
        when = bounds(event.date)
        if (
            same
            and set(event.recipients) & set(deed.recipients)
            and event.status in ("occurred", "ongoing")
            and when is not None
            and when.first is not None
            and when.first.isoformat() > made
        ):
            return event.id
    return None
