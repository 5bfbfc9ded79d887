"""Which mentions of calls, meetings and talks are one real contact.

One rule: a mention joins a contact only where nothing stated speaks against it, and a vague one only where
no second contact would do as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sitroom.link.blocks import Blocks
from sitroom.link.parties import Parties
from sitroom.link.sequence import between, order_of
from sitroom.link.told import Told, meet
from sitroom.values import Bounds

ENOUGH = 0.55
"""Likeness of participants from which on two mentions can be one contact."""
SAME_DAY = 0.39
"""The same where both are dated to the same day."""
UNDATED = 10
"""Days that a contact without a date is taken to lie before publication."""
NEWS = 21
"""Days before publication in which a contact that is told without a date is looked for."""
WEEK = 7
SURE = 0.75
"""The same where no date helps: "U.S. and Russian officials" are not taken for their leaders without one."""
DATED = 16
"""A stated date of at most so many days tells contacts of one pair apart; a longer one is vague."""
JUST_BEFORE = 200
"""Characters within which a definite "the call" takes up the contact mentioned before it."""
BESIDE = 300
"""Characters within which two lengths in one article are two accounts of one contact."""
_REMOTE = frozenset({"phone", "video", "letter"})


@dataclass(slots=True)
class Contact:
    """A contact as it grows: its mentions, the first of them the most specific; reasons and scores by mention."""

    members: list[Told] = field(default_factory=list)
    why: dict[str, tuple[float, str]] = field(default_factory=dict)

    def add(self, told: Told, score: float, reason: str) -> None:
        """Take in a mention."""
        self.members.append(told)
        self.why[told.id] = (round(score, 3), reason)

    def of_article(self, article: str) -> list[Told]:
        """The mentions that one article has of it."""
        return [t for t in self.members if t.article == article]


def contacts(mentions: Iterable[Told], parties: Parties) -> list[Contact]:
    """Group mentions; the same groups in whatever order they come.

    What stands before or after a dated contact in its sentence is grouped again with the days that this leaves.
    """
    given = list(mentions)
    found = _grouped(given, parties)
    placed = _placed(found)
    return _grouped([placed.get(t.id, t) for t in given], parties) if placed else found


def _placed(found: Sequence[Contact]) -> dict[str, Told]:
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


def _dated_by_words(contact: Contact) -> dict[str, Told]:
    """Mentions with the day that a vaguer one of their article gives: "They met. … It was a long discussion today."""
    if any(t.when for t in contact.members if not t.few):
        return {}
    days = {t.article: t.when for t in contact.members if t.when and t.days == 1}
    return {t.id: t.on(when) for t in contact.members if not t.few and (when := days.get(t.article))}


def _grouped(mentions: Iterable[Told], parties: Parties) -> list[Contact]:
    ordered = sorted(mentions, key=_specific_first)
    found: list[Contact] = []
    blocks = Blocks()
    for told in ordered:
        sides = parties.sides(told.stated)
        home = _home(told, found, blocks.near(told, sides), parties)
        if home is None:
            contact = Contact()
            contact.add(told, 1.0, "first mention")
            found.append(contact)
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
    told: Told, found: Sequence[Contact], candidates: Sequence[int], parties: Parties
) -> tuple[int, float, str] | None:
    """The contact that the mention belongs to, with score and reason; ``None`` for a contact of its own."""
    fits = [(i, score) for i in candidates if (score := _fit(told, found[i], parties)) > 0]
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


def _only(told: Told, found: Sequence[Contact], fits: list[tuple[int, float]]) -> tuple[int, float, str] | None:
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


def _never_dated(told: Told, contact: Contact) -> bool:
    return all(t.when is None and t.stated == told.stated for t in contact.members if not t.few)


def _of_the_week(told: Told, found: Sequence[Contact], fits: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Of contacts that other articles date, the one of the week before publication, where there is only one."""
    dated = [x for x in fits if found[x[0]].members[0].days <= DATED]
    near = [x for x in dated if told.published is None or _age(told, found[x[0]]) <= WEEK]
    return near if len(near) == 1 else fits


def _just_told(told: Told, contact: Contact) -> bool:
    return any(
        0 <= told.event.trigger.start - t.event.trigger.start <= JUST_BEFORE for t in contact.of_article(told.article)
    )


def _dated_otherwise(told: Told, contact: Contact) -> bool:
    dates = {t.event.date for t in contact.of_article(told.article)} - {None}
    return bool(dates) and told.event.date not in dates


def _nearest(
    told: Told, found: Sequence[Contact], fits: list[tuple[int, float]], reason: str
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


def _age(told: Told, contact: Contact) -> int:
    """Days between the contact and the article's publication, a fixed number where the contact has no date."""
    dates = [t.when.last for t in contact.members if t.when and t.when.last and t.days <= DATED]
    if not dates or told.published is None:
        return UNDATED
    return min(abs((told.published - day).days) for day in dates)


def _fit(told: Told, contact: Contact, parties: Parties) -> float:
    """How well a mention fits a contact, 0 where anything stated speaks against it."""
    if told.ahead and told.few and not any(t.ahead for t in contact.of_article(told.article)):
        return 0.0  # talks that somebody would enter into, with nobody named, are not the call that was held
    best = 0.0
    dated = told.days <= DATED or any(t.days <= DATED for t in contact.members)
    for other in contact.members:
        if _conflict(told, other) or _elsewhere(told, other, parties) or (told.ahead != other.ahead and not dated):
            return 0.0
        score = _people(told, other, parties)
        if score >= ENOUGH:
            same_day = told.when is not None and told.when == other.when
            same_forum = told.forum is not None and told.forum == other.forum
            best = max(best, min(1.0, score + 0.1 * same_day + 0.1 * same_forum))
        elif parties.compare(told.stated, other.stated)[0] == 0 and len(told.stated) >= 2 <= len(other.stated):
            return 0.0
    return best


def _people(told: Told, other: Told, parties: Parties) -> float:
    if told.forum and told.forum == other.forum:
        return 0.9
    if parties.same_host(told.stated, other.stated) and told.ahead and other.ahead:
        return 0.8
    if told.few:
        same = told.article == other.article and told.stated <= other.stated and not _talks_of_a_call(told, other)
        return 0.8 if same else 0.0
    if (told.forum is None) != (other.forum is None) and parties.bodies(told.stated) != parties.bodies(other.stated):
        return 0.0  # a forum of two states is no session of a body to which both belong
    score, matched = parties.compare(told.stated, other.stated)
    if score >= SAME_DAY and matched >= 2 and told.days == 1 and told.when == other.when:
        score = max(score, ENOUGH)  # on one day a state's leaders do not meet under another description
    undated = told.when is None or other.when is None
    if undated and told.article == other.article and parties.loosely(told.stated, other.stated):
        return 0.6
    taken_up = told.article == other.article and (told.definite or other.definite)
    return 0.0 if matched < 2 or (undated and not taken_up and score < SURE) else score


def _talks_of_a_call(told: Told, other: Told) -> bool:
    """Whether "the talks" are set beside a telephone call, which no report calls so in the plural."""
    return told.noun == "talk" and other.event.mode in _REMOTE and other.noun != "talk"


def _conflict(one: Told, other: Told) -> bool:
    """Whether what the two mentions state cannot be true of one contact."""
    if not meet(one.window, other.window):
        return True
    if one.forum and other.forum and one.forum != other.forum:
        return True
    if one.ahead != other.ahead and "cancelled" in (one.event.status, other.event.status):
        return True
    denied = [t.event.status == "denied" for t in (one, other)]
    if any(denied) and not all(denied) and not _points_at_it(one, other):
        return True  # "has not spoken with her since", "would not hold talks": no denial of what was told elsewhere
    ongoing = [t.event.status == "ongoing" for t in (one, other)]
    if any(ongoing) and not all(ongoing) and (one.parties != other.parties or one.when is None or other.when is None):
        return True  # talks that go on are no call that is over
    undated = one.when is None or other.when is None
    if (
        (one.forum is None) != (other.forum is None)
        and one.stated != other.stated
        and ({one.event.mode, other.event.mode} & _REMOTE or (undated and not (one.ahead and other.ahead)))
    ):
        return True  # a council does not sit on the telephone, and a forum's name alone is no meeting that was held
    if undated and _remote_and_placed(one, other):
        return True
    modes = {one.event.mode, other.event.mode}
    if undated and len(modes) == 2 and modes <= _REMOTE:
        return True
    if "visit" in modes and modes & _REMOTE:
        return True
    return _lengths_differ(one, other)


def _elsewhere(one: Told, other: Told, parties: Parties) -> bool:
    """Whether one article puts the two at different places; two articles that do so may differ on one contact."""
    return (
        one.article == other.article
        and bool(one.place and other.place)
        and parties.apart(one.place or "", other.place or "")
    )


def _points_at_it(one: Told, other: Told) -> bool:
    """Whether what is denied is the very contact: of the same day, or "the meeting" that the article tells of."""
    same_day = one.when is not None and one.when == other.when
    denial = one if one.event.status == "denied" else other
    return same_day or (one.article == other.article and denial.definite)


def _remote_and_placed(one: Told, other: Told) -> bool:
    """Whether one is a call and the other a meeting at a place."""
    return any(
        a.event.mode in _REMOTE and b.event.mode not in _REMOTE and b.place for a, b in ((one, other), (other, one))
    )


def _lengths_differ(one: Told, other: Told) -> bool:
    """Whether two stated durations are too far apart, unless the very day is the same; in one article, whether they
    differ at all.
    """
    a, b = one.event.duration_minutes, other.event.duration_minutes
    if not a or not b or (one.when is not None and one.when == other.when):
        return False
    if one.article == other.article and a != b:
        return abs(one.event.trigger.start - other.event.trigger.start) > BESIDE or None not in (one.when, other.when)
    return max(a, b) / min(a, b) > 1.5
