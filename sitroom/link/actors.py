"""Which actors of different articles are one.

One rule: actors join by the tables, or by a name that cannot be anybody else's; unnamed sources never join.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitroom.model import AnnotatedArticle, Link, LocalActor, Producer
from sitroom.names import fold, organization_core
from sitroom.persons import SAME, blocks, people_alike, surname

PRODUCER = Producer("actors")


@dataclass(frozen=True, slots=True)
class _Candidate:
    id: str
    actor: LocalActor
    cores: frozenset[str] = frozenset()


def judge(articles: Sequence[AnnotatedArticle]) -> list[Link]:
    """Links between local actors; each block of candidates is linked to its first member, so the cost stays linear."""
    candidates = [
        _Candidate(article.id_of(actor), actor, _cores(article, actor))
        for article in articles
        for actor in article.actors
        if actor.subtype not in {"unnamed", "joint"}
    ]
    links: list[Link] = []
    members: dict[tuple[str, ...], list[_Candidate]] = defaultdict(list)
    for candidate in candidates:
        for block in _blocks(candidate):
            members[block].append(candidate)
    for block in sorted(members):
        links += _within(block, sorted(members[block], key=lambda c: c.id))
    best: dict[tuple[str, str], Link] = {}
    for link in links:
        best.setdefault((link.a, link.b), link)
    return [best[pair] for pair in sorted(best)]


def _cores(article: AnnotatedArticle, actor: LocalActor) -> frozenset[str]:
    """The cores of the names that the article gives a body."""
    if actor.known or actor.type == "person":
        return frozenset()
    names = {m.head.of(article.article.text) for m in article.mentions if m.actor == actor.key and m.form == "name"}
    return frozenset(core for name in {actor.name, *names} if len(core := organization_core(name)) > 1)


def _blocks(candidate: _Candidate) -> Iterable[tuple[str, ...]]:
    actor = candidate.actor
    if actor.known:
        yield ("known", actor.known)
    if actor.type == "person":
        for block in sorted(blocks(actor.name)):
            yield ("person", block)
    elif not actor.known:
        for core in sorted(candidate.cores):
            yield (actor.type, core)


def _within(block: tuple[str, ...], members: list[_Candidate]) -> list[Link]:
    if block[0] == "person":
        return _people(members)
    reason = "known in the tables as one" if block[0] == "known" else "same name"
    score = 1.0 if block[0] == "known" else 0.9
    return [_link(members[0], other, score, reason) for other in members[1:]]


def _people(members: list[_Candidate]) -> list[Link]:
    """Each joins the one person whose name it can be; where it could be two people's, or none, it stays apart."""
    people: dict[str, _Candidate] = {}  # by the tables' key, else the name
    links: list[Link] = []
    full = [member for member in members if member.actor.known or " " in member.actor.name]
    for member in sorted(full, key=lambda c: (c.actor.known is None, -len(c.actor.name), c.actor.name, c.id)):
        own = member.actor.known or fold(member.actor.name)
        if own in people:
            if not member.actor.known and not _apart(member.actor, people[own].actor):
                links.append(_link(member, people[own], 0.95, "same name"))
            continue
        alike = [(people_alike(member.actor.name, other.actor.name), other) for other in people.values()]
        fitting = [(likeness, other) for likeness, other in alike if likeness.score >= SAME]
        if member.actor.known or len(fitting) != 1 or _apart(member.actor, fitting[0][1].actor):
            people[own] = member
            continue
        links.append(_link(member, fitting[0][1], fitting[0][0].score, fitting[0][0].reason))
    return links + _bare([member for member in members if member not in full], people)


def _bare(members: list[_Candidate], people: dict[str, _Candidate]) -> list[Link]:
    """Bare surnames: each means the only person of that surname in the coverage, if there is but one."""
    links: list[Link] = []
    alone: dict[str, _Candidate] = {}
    for member in sorted(members, key=lambda c: (c.actor.name, c.id)):
        name = fold(member.actor.name)
        fitting = [person for person in people.values() if fold(surname(person.actor.name)) == name]
        if len(fitting) == 1 and not _apart(member.actor, fitting[0].actor):
            links.append(_link(member, fitting[0], 0.7, "same surname, and nobody else of that name"))
        elif not fitting and name in alone:
            links.append(_link(member, alone[name], 0.6, "same name, of which only one part is known"))
        elif not fitting:
            alone[name] = member
    return links


def _apart(one: LocalActor, other: LocalActor) -> bool:
    """Namesakes: of different states, and with no title in common."""
    if one.country is None or other.country is None or one.country == other.country:
        return False
    titles = {role.title for role in one.roles}, {role.title for role in other.roles}
    return bool(titles[0] and titles[1]) and not titles[0] & titles[1]


def _link(one: _Candidate, other: _Candidate, score: float, reason: str) -> Link:
    a, b = sorted((one.id, other.id))
    return Link(a, b, "same", score, reason, PRODUCER)
