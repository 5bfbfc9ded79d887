"""How well a mention of talks fits a contact, by its parties and days.

One rule: anything stated that cannot be true of both speaks against it, whatever else is alike.
"""

from __future__ import annotations

from sitroom.link.groups import Group
from sitroom.link.parties import Parties
from sitroom.link.told import Told, meet

ENOUGH = 0.55
"""Likeness of participants from which on two mentions can be one contact."""
SAME_DAY = 0.39
"""The same where both are dated to the same day."""
SURE = 0.75
"""The same where no date helps: "U.S. and Russian officials" are not taken for their leaders without one."""
DATED = 16
"""A stated date of at most so many days tells contacts of one pair apart; a longer one is vague."""
BESIDE = 300
"""Characters within which two lengths in one article are two accounts of one contact."""
_REMOTE = frozenset({"phone", "video", "letter"})


def fit(told: Told, contact: Group, parties: Parties) -> float:
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
