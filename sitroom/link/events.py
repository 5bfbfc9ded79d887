"""Event coreference within and across articles: one real call, deed or position, however often it is told.

One rule: order-independent; every link says in words why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from sitroom.link.clusters import ActorOf
from sitroom.link.contacts import contacts
from sitroom.link.deeds import deeds
from sitroom.link.groups import Group
from sitroom.link.moves import joined
from sitroom.link.parties import Parties
from sitroom.link.positions import positions
from sitroom.link.told import Told, tell
from sitroom.model import POSITION_TYPES, AnnotatedArticle, Link, Producer

PRODUCER = Producer("events")
NEAR = 10
"""Contacts of the same parties at most so many days apart are told apart by a judgement of their own."""


def judge(articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> list[Link]:
    """Judgements about the events of these articles, sorted by ids."""
    parties = Parties.of(articles, actor_of)
    mentions = tell(articles, actor_of)
    meetings = joined(contacts((t for t in mentions if t.event.type == "CONSULT"), parties))
    held = positions((t for t in mentions if t.event.type in POSITION_TYPES), parties)
    done = deeds((t for t in mentions if t.event.type not in POSITION_TYPES and t.event.type != "CONSULT"), parties)
    links = [link for group in (*meetings, *held, *done) for link in _same(group)]
    return sorted([*links, *_different(meetings)], key=lambda x: (x.a, x.b, x.judgement))


def _same(group: Group) -> Iterator[Link]:
    first = group.members[0]
    for told in group.members[1:]:
        score, reason = group.why[told.id]
        yield _link(first, told, "same", max(score, 0.5), reason)


def _different(found: Sequence[Group]) -> Iterator[Link]:
    """Separate contacts of the same parties within a few days, so that nothing joins them by way of a third."""
    by_parties: dict[frozenset[str], list[Told]] = {}
    for contact in found:
        first = contact.members[0]
        if first.when is not None and first.days == 1 and len(first.parties) > 1:
            by_parties.setdefault(first.parties, []).append(first)
    for group in by_parties.values():
        for one, other in combinations(group, 2):
            a, b = (one.when, other.when)
            if a and b and a.first and b.first and 0 < abs((a.first - b.first).days) <= NEAR:
                yield _link(one, other, "different", 0.9, f"different days: {one.event.date} and {other.event.date}")


def _link(one: Told, other: Told, judgement: str, score: float, reason: str) -> Link:
    a, b = sorted((one.id, other.id))
    return Link(a, b, judgement, score, reason, PRODUCER)  # type: ignore[arg-type]
