"""Talks as sentences: those that took place and those that lie ahead.

One rule: the verb says no more than the status does.
"""

from __future__ import annotations

from sitroom.record import ActorItem, EventItem
from sitroom.views.lookup import Lookup
from sitroom.views.selections import day_key
from sitroom.views.sentences.form import one_line, opening
from sitroom.views.sentences.naming import names, of_sides, sides
from sitroom.views.sentences.sources import on_whose_word
from sitroom.views.visits import is_visit, joining
from sitroom.views.wording import (
    date_words,
    label,
    length_words,
    listed,
    safe,
    when,
    wording,
)


def contact_sentence(event: EventItem, lookup: Lookup) -> str:
    """A talk that took place or is under way."""
    actors, others = sides(event, lookup)
    form = "with" if others else "joint"
    said = _verbs(event, lookup)[form].format(others=others)
    if event.status == "ongoing" and not is_visit(event, lookup):
        said = f"{'are' if _are_several(event, lookup) else 'is'} reported to be in talks" + (
            f" with {others}" if others else ""
        )
    parts = [opening(event.date), actors, " ", said, _where(event, lookup, f"{actors} {others}")]
    differ = _differs(event, "duration", lookup)
    if event.duration_minutes and not differ:
        parts.append(f" for {length_words(event.duration_minutes)}")
    if event.initiator and event.initiator != event.actors:
        parts.append(f", at the request of {names(event.initiator, lookup)}")
    if not others and len(lookup.together(event.actors)) == 1:
        parts.append("; with whom is not said")
    parts.append("; reports differ on its length" if differ else "")
    return one_line(*parts, on_whose_word(event, lookup))


def plan_sentence(event: EventItem, lookup: Lookup, today: str | None) -> str:
    """A talk that lay ahead when it was last reported; ``today`` is the day of the last report."""
    actors, others = sides(event, lookup)
    if event.status == "cancelled":
        return one_line(_cancelled(event, lookup, actors, others), on_whose_word(event, lookup))
    past = bool(today and event.date and _last_day(event.date) < today)
    several = _are_several(event, lookup)
    are = ("were" if several else "was") if past else ("are" if several else "is")
    verb = _verbs(event, lookup)["plan_with" if others else "plan_joint"].format(others=others, are=are)
    if event.status == "proposed":
        verb = verb.replace(f"{are} to", f"{are} proposed to", 1)
    day = f" {when(event.date)}" if event.date else ""
    parts = [actors, " ", verb, day, _where(event, lookup, f"{actors} {others}")]
    differing = [label("fields", d.field) for d in lookup.record.disagreements
                 if d.about.id == event.id and d.verdict == "conflict"]  # fmt: skip
    parts.append(f"; reports differ on the {listed(differing)}" if differing else "")
    unreported = f"; no report as of {date_words(today)} says whether it took place"
    parts.append(unreported if past else "" if event.date else "; no day is given")
    return one_line(*parts, on_whose_word(event, lookup))


def _cancelled(event: EventItem, lookup: Lookup, actors: str, others: str) -> str:
    what, are = ("a visit", "is") if is_visit(event, lookup) else ("talks", "are")
    day = f" planned {when(event.date)}" if event.date else ""
    return f"{what}{of_sides(actors, others, joining(event, lookup))}{day} {are} reported cancelled"


def _where(event: EventItem, lookup: Lookup, said: str) -> str:
    """The place, and the forum where what is ``said`` does not name it."""
    place = f" in {safe(event.place)}" if event.place else ""
    forum = lookup.forum(event.forum)
    return place + (f" ({forum})" if forum and forum not in said else "")


def _are_several(event: EventItem, lookup: Lookup) -> bool:
    subjects = lookup.together(event.actors) or event.recipients
    item = lookup.by_id.get(subjects[0]) if len(subjects) == 1 else None
    # "officials", "NATO allies": one actor, many people
    many = isinstance(item, ActorItem) and item.type in ("group", "organization", "person") and item.name.endswith("s")
    return len(subjects) > 1 or (many and isinstance(item, ActorItem) and not item.name.istitle())


def _verbs(event: EventItem, lookup: Lookup) -> dict[str, str]:
    table = wording("contact_verbs")
    found: dict[str, str] = table["journey"] if is_visit(event, lookup) else table.get(event.mode, table[None])
    return found


def _differs(event: EventItem, field: str, lookup: Lookup) -> bool:
    return any(d.about.id == event.id and d.field == field for d in lookup.record.disagreements)


def _last_day(edtf: str) -> str:
    return day_key(edtf)[1].isoformat()
