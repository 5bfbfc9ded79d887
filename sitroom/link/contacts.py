"""Which mentions of calls, meetings and talks are one real contact.

One rule: a mention joins a contact only where nothing stated speaks against it, and a vague one only where
no second contact would do as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sitroom.link.blocks import Blocks
from sitroom.link.fitting import DATED, fit
from sitroom.link.groups import Group
from sitroom.link.parties import Parties
from sitroom.link.sequence import between, order_of
from sitroom.link.told import Told
from sitroom.values import Bounds

UNDATED = 10
"""Days that a contact without a date is taken to lie before publication."""
NEWS = 21
"""Days before publication in which a contact that is told without a date is looked for."""
WEEK = 7
JUST_BEFORE = 200
"""Characters within which a definite "the call" takes up the contact mentioned before it."""


def contacts(mentions: Iterable[Told], parties: Parties) -> list[Group]:
    """Group mentions; the same groups in whatever order they come.

    What stands before or after a dated contact in its sentence is grouped again with the days that this leaves.
    """
    given = list(mentions)
    found = _grouped(given, parties)
    placed = _placed(found)
    return _grouped([placed.get(t.id, t) for t in given], parties) if placed else found


def _placed(found: Sequence[Group]) -> dict[str, Told]:
    """Undated mentions with the days that another contact of their sentence leaves them, by id."""
    dated = [(c, c.members[0].when) for c in found if c.members[0].when and c.members[0].days <= DATED]
    by_article: dict[str, list[tuple[Told, Bounds]]] = defaultdict(list)
    for contact, when in dated:
        for told in contact.members:
            by_article[told.article].append((told, when))
    placed: dict[str, Told] = {}
    for contact in found:
        if any(t.when for t in contact.members):
            placed |= _dated_by_words(contact)
            continue
        for told in contact.members:
            for other, when in by_article[told.article]:
                order = order_of(told.text, told.own, told.event, other.event)
                days = between(order, when, told.event, told.published) if order else None
                if days:
                    placed[told.id] = told.on(days)
    return placed


def _dated_by_words(contact: Group) -> dict[str, Told]:
    """Mentions with the day that a vaguer one of their article gives: "They met. … It was a long discussion today."""
    if any(t.when for t in contact.members if not t.few):
        return {}
    days = {t.article: t.when for t in contact.members if t.when and t.days == 1}
    return {t.id: t.on(when) for t in contact.members if not t.few and (when := days.get(t.article))}


def _grouped(mentions: Iterable[Told], parties: Parties) -> list[Group]:
    ordered = sorted(mentions, key=_specific_first)
    found: list[Group] = []
    blocks = Blocks()
    for told in ordered:
        sides = parties.sides(told.stated)
        home = _home(told, found, blocks.near(told, sides), parties)
        if home is None:
            found.append(Group.begun(told))
            place = len(found) - 1
        else:
            place, score, reason = home
            found[place].add(told, score, reason)
        blocks.put(place, told, sides)
    return found


def _specific_first(told: Told) -> tuple[int, int, int, str]:
    """Dated before vague before undated, many participants before few."""
    return int(told.few), told.days, -len(told.stated), told.id


def _home(
    told: Told, found: Sequence[Group], candidates: Sequence[int], parties: Parties
) -> tuple[int, float, str] | None:
    """The contact that the mention belongs to, with score and reason; ``None`` for a contact of its own."""
    fits = [(i, score) for i in candidates if (score := fit(told, found[i], parties)) > 0]
    if not fits:
        return None
    if told.few:
        if told.event.status == "denied" or told.new or told.unnamed or not (told.stated or told.definite or told.when):
            return None
        if told.ahead and len(fits) > 1:
            # "the upcoming talks" may be several: only those just spoken of are meant
            fits = [x for x in fits if _just_told(told, found[x[0]])]
        return _nearest(told, found, fits, "mentioned without its parties beside")
    if told.days <= DATED:
        index, score = max(fits, key=lambda x: (x[1], -x[0]))
        return index, score, f"same parties, dates that meet ({told.event.date})"
    return None if told.one_more and not told.when else _only(told, found, fits)


def _only(told: Told, found: Sequence[Group], fits: list[tuple[int, float]]) -> tuple[int, float, str] | None:
    """Where a vague or undated mention goes: to the one contact that will do, or to the nearest of its article."""
    if told.when:
        # an article that dates the same contact in other words speaks of another one here
        free = [x for x in fits if not _dated_otherwise(told, found[x[0]])]
        fits = free or fits
    else:
        # what a report tells without a date is its news, unless it has just spoken of an older contact
        fits = [x for x in fits if _age(told, found[x[0]]) <= NEWS or _just_told(told, found[x[0]])]
        if not any(found[i].of_article(told.article) for i, _ in fits):
            fits = _of_the_week(told, found, fits)
    if len(fits) == 1:
        index, score = fits[0]
        return index, score * 0.8, "same parties, and no other contact of theirs will do"
    if told.when:
        return None
    home = _nearest(told, found, fits, "undated mention of the same parties' contact in the same article")
    if home is None and fits and not told.new and all(_never_dated(told, found[i]) for i, _ in fits):
        index, score = max(fits, key=lambda x: (x[1], -x[0]))
        return index, score * 0.8, "the same parties, and no report dates any of their contacts"
    return home


def _never_dated(told: Told, contact: Group) -> bool:
    return all(t.when is None and t.stated == told.stated for t in contact.members if not t.few)


def _of_the_week(told: Told, found: Sequence[Group], fits: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Of contacts that other articles date, the one of the week before publication, where there is only one."""
    dated = [x for x in fits if found[x[0]].members[0].days <= DATED]
    near = [x for x in dated if told.published is None or _age(told, found[x[0]]) <= WEEK]
    return near if len(near) == 1 else fits


def _just_told(told: Told, contact: Group) -> bool:
    return any(
        0 <= told.event.trigger.start - t.event.trigger.start <= JUST_BEFORE for t in contact.of_article(told.article)
    )


def _dated_otherwise(told: Told, contact: Group) -> bool:
    dates = {t.event.date for t in contact.of_article(told.article)} - {None}
    return bool(dates) and told.event.date not in dates


def _nearest(
    told: Told, found: Sequence[Group], fits: list[tuple[int, float]], reason: str
) -> tuple[int, float, str] | None:
    """The article's contact of the same day, or whose parties the sentence names, or that it has just mentioned,
    else the latest that it mentions at all.
    """
    best: tuple[tuple[bool, bool, bool, bool, int, int], int, float] | None = None
    for index, score in fits:
        age = _age(told, found[index])
        named = any(len(t.stated) > 1 and t.stated <= told.near for t in found[index].members)
        dated = told.when is not None and any(t.when == told.when for t in found[index].members)
        for other in found[index].of_article(told.article):
            distance = told.event.trigger.start - other.event.trigger.start
            alike = told.definite and told.noun == other.noun
            key = (
                not dated,
                not named,
                not (alike and distance > 0),
                not 0 <= distance <= JUST_BEFORE,
                age,
                abs(distance),
            )
            if best is None or key < best[0]:
                best = (key, index, score)
    return (best[1], best[2] * 0.7 + 0.2, reason) if best else None


def _age(told: Told, contact: Group) -> int:
    """Days between the contact and the article's publication, a fixed number where the contact has no date."""
    dates = [t.when.last for t in contact.members if t.when and t.when.last and t.days <= DATED]
    if not dates or told.published is None:
        return UNDATED
    return min(abs((told.published - day).days) for day in dates)
