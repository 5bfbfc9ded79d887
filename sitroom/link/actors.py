"""Which actors of different articles are one.

One rule: actors join by the tables, or by a name that cannot be anybody else's; unnamed sources never join.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitroom.link.names import people_alike
from sitroom.model import AnnotatedArticle, Link, LocalActor, Producer
from sitroom.names import fold, organization_core, skeleton
from sitroom.resources.world import surname

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
    blocks: dict[tuple[str, ...], list[_Candidate]] = defaultdict(list)
    for candidate in candidates:
        for block in _blocks(candidate):
            blocks[block].append(candidate)
    for block in sorted(blocks):
        links += _within(block, sorted(blocks[block], key=lambda c: c.id))
    return sorted(set(links), key=lambda link: (link.a, link.b))


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
        return
    if actor.type == "person":
        yield ("person", skeleton(surname(actor.name)))
    else:
        for core in sorted(candidate.cores):
            yield (actor.type, core)


def _within(block: tuple[str, ...], members: list[_Candidate]) -> list[Link]:
    if block[0] == "person":
        return _people(members)
    reason = "known in the tables as one" if block[0] == "known" else "same name"
    score = 1.0 if block[0] == "known" else 0.9
    return [_link(members[0], other, score, reason) for other in members[1:]]


def _people(members: list[_Candidate]) -> list[Link]:
    """Each joins the first representative whose name it matches; a bare surname joins where there is but one."""
    representatives: list[_Candidate] = []
    links: list[Link] = []
    for member in sorted(members, key=lambda c: (-len(c.actor.name), c.actor.name, c.id)):
        if " " not in member.actor.name:
            fitting = [r for r in representatives if fold(surname(r.actor.name)) == fold(member.actor.name)]
            if not fitting and not any(" " in r.actor.name for r in representatives):
                fitting = [r for r in representatives if fold(r.actor.name) == fold(member.actor.name)]
            if len(fitting) == 1:
                links.append(_link(member, fitting[0], 0.7, "same surname, and nobody else of that name"))
            elif not fitting:
                representatives.append(member)
            continue
        for representative in representatives:
            likeness = people_alike(member.actor.name, representative.actor.name)
            if likeness.score >= 0.85:
                links.append(_link(member, representative, likeness.score, likeness.reason))
                break
        else:
            representatives.append(member)
    return links


def _link(one: _Candidate, other: _Candidate, score: float, reason: str) -> Link:
    a, b = sorted((one.id, other.id))
    return Link(a, b, "same", score, reason, PRODUCER)
