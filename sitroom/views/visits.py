"""Visits: meetings that the reports tell as somebody's journey to a state, a body or a place.

One rule: nobody meets a country or a building; where the reports' own words are of a visit, so are ours.
"""

from __future__ import annotations

import re

from sitroom.record import ActorItem, EventItem
from sitroom.views.lookup import Lookup
from sitroom.views.wording import label, wording

_GOALS = frozenset({"country", "place", "organization", "forum"})


def is_visit(event: EventItem, lookup: Lookup) -> bool:
    """Whether people travel to what can be visited but not met, in the words of some report."""
    travellers, goals = ([lookup.by_id.get(a) for a in side] for side in lookup.sides(event))
    return (
        event.type == "CONSULT" and event.mode == "visit" and bool(goals) and bool(travellers)
        and all(isinstance(a, ActorItem) and a.type in _GOALS for a in goals)
        and all(isinstance(a, ActorItem) and a.type in ("person", "group") for a in travellers)
        and any(re.search(rf"\b(?:{'|'.join(wording('visit_stems'))})", e.quote.lower()) for e in event.evidence)
    )  # fmt: skip


def mode_words(event: EventItem, lookup: Lookup) -> str:
    """The kind of talks in a word: "phone call", "meeting", "visit"."""
    return label("modes", "journey" if is_visit(event, lookup) else event.mode)


def joining(event: EventItem, lookup: Lookup) -> str:
    """What stands between the sides of talks: " with ", of a visit " to "."""
    return " to " if is_visit(event, lookup) else " with "
