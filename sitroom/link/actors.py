"""Which actors of different articles are one.

One rule: actors join by the tables, or by a name that cannot be anybody else's; unnamed sources never join.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitroom.model import AnnotatedArticle, Link, LocalActor, Producer
from sitroom.names import fold, organization_core
from sitroom.persons import SAME, Likeness, blocks, keys, people_alike, surname
from sitroom.resources.world import world

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
        if actor.subtype != "unnamed" and not actor.joint
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
    if block[0] == "known":
        reason = f"both are {members[0].actor.name} in the tables of facts"
        return [_link(members[0], other, 1.0, reason) for other in members[1:]]
    return [_link(members[0], other, 0.9, _said(members[0], other, "same name")) for other in members[1:]]


class _People:
    """The people of one block as they become known, found by what the names of one person have in common.

    ``found`` is by the key of the tables, else the name.
    """

    def __init__(self) -> None:
        self.found: dict[str, _Candidate] = {}
        self._by_key: dict[str, list[_Candidate]] = defaultdict(list)

    def add(self, own: str, member: _Candidate) -> None:
        """Take in a person not known so far."""
        self.found[own] = member
        for key in keys(member.actor.name).kept:
            self._by_key[key].append(member)

    def like(self, name: str) -> list[tuple[Likeness, _Candidate]]:
        """Those whose name can be the same person's."""
        near = {other.id: other for key in keys(name).wanted for other in self._by_key.get(key, ())}
        alike = [(people_alike(name, other.actor.name), other) for _, other in sorted(near.items())]
        return [(likeness, other) for likeness, other in alike if likeness.score >= SAME]


def _people(members: list[_Candidate]) -> list[Link]:
    """Each joins the one person whose name it can be; where it could be two people's, or none, it stays apart."""
    people = _People()
    links: list[Link] = []
    full: list[_Candidate] = []
    bare: list[_Candidate] = []
    for member in members:
        (full if member.actor.known or " " in member.actor.name else bare).append(member)
    for member in sorted(full, key=lambda c: (c.actor.known is None, -len(c.actor.name), c.actor.name, c.id)):
        own = member.actor.known or fold(member.actor.name)
        if own in people.found:
            same = people.found[own]
            if not member.actor.known and not _apart(member.actor, same.actor):
                links.append(_link(member, same, 0.95, _said(member, same, "same name")))
            continue
        fitting = [] if member.actor.known else people.like(member.actor.name)
        if len(fitting) != 1 or _apart(member.actor, fitting[0][1].actor):
            people.add(own, member)
            continue
        likeness, other = fitting[0]
        links.append(_link(member, other, likeness.score, _said(member, other, likeness.reason)))
    return links + _bare(bare, people.found.values())


def _bare(members: list[_Candidate], people: Iterable[_Candidate]) -> list[Link]:
    """Bare surnames: each means the only person of that surname in the coverage, if there is but one."""
    links: list[Link] = []
    alone: dict[str, _Candidate] = {}
    by_surname: dict[str, list[_Candidate]] = defaultdict(list)
    for person in people:
        by_surname[fold(surname(person.actor.name))].append(person)
    for member in sorted(members, key=lambda c: (c.actor.name, c.id)):
        name = fold(member.actor.name)
        fitting = by_surname.get(name, [])
        if len(fitting) == 1 and not _apart(member.actor, fitting[0].actor):
            reason = _said(member, fitting[0], "same surname, and nobody else of that name in the coverage")
            links.append(_link(member, fitting[0], 0.7, reason))
        elif not fitting and name in alone:
            reason = _said(member, alone[name], "same name, of which only one part is known")
            links.append(_link(member, alone[name], 0.6, reason))
        elif not fitting:
            alone[name] = member
    return links


def _said(one: _Candidate, other: _Candidate, reason: str) -> str:
    """The reason with the two names where they differ: "Bob Gates" and "Robert Gates": spellings of one name."""
    a, b = sorted((one.actor.name, other.actor.name))
    return f"“{a}” and “{b}”: {reason}" if a != b else f"“{a}”: {reason}"


def _apart(one: LocalActor, other: LocalActor) -> bool:
    """Namesakes: of different states, and with no title in common; or with one title in different bodies.

    Only bodies of the tables count: others may be one under two names.
    """
    known = world().entities
    held = [
        {(role.title, role.of) for role in actor.roles if role.of in known and not role.former}
        for actor in (one, other)
    ]
    shared = {title for title, _ in held[0]} & {title for title, _ in held[1]}
    if shared and not held[0] & held[1] and not (one.known and one.known == other.known):
        return True
    if one.country is None or other.country is None or one.country == other.country:
        return False
    titles = {role.title for role in one.roles}, {role.title for role in other.roles}
    return bool(titles[0] and titles[1]) and not titles[0] & titles[1]


def _link(one: _Candidate, other: _Candidate, score: float, reason: str) -> Link:
    a, b = sorted((one.id, other.id))
    return Link(a, b, "same", score, reason, PRODUCER)
