"""Clusters: which annotations mean the same real-world thing, as a pure function of the links.

One rule: the result depends on the set of members and links alone, never on their order; a judgement
``different`` is never merged across, not even by way of a third member.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sitroom.model import AnnotatedArticle, Link

THRESHOLD = 0.5
"""Score from which on a linker's ``same`` joins."""

ActorOf = Mapping[tuple[str, str], str]
"""(article id, local actor key) → actor id of the record."""


def clusters(members: Iterable[str], links: Iterable[Link], threshold: float = THRESHOLD) -> dict[str, str]:
    """Each member's cluster, named by the smallest member id in it.

    ``same`` links join from ``threshold`` on, an analyst's always; the strongest come first (analysts before
    linkers, then by score, then by ids). A join that would bring two members together that an analyst judged
    ``different`` is left out, whoever asks for it. A linker's ``different`` bars other linkers' joins alone.
    Withdrawn links and links to what is no member count for nothing; ``unsure`` joins and bars nothing.
    """
    known = sorted(set(members))
    home = {member: member for member in known}
    group = {member: {member} for member in known}
    live = [link for link in links if not link.withdrawn and link.a in home and link.b in home and link.a != link.b]
    apart: dict[bool, dict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
    agreed = {frozenset((link.a, link.b)) for link in live if link.judgement == "same" and link.producer.analyst}
    for link in live:
        if link.judgement != "different":
            continue
        by_analyst = link.producer.analyst
        if by_analyst or (link.score >= threshold and frozenset((link.a, link.b)) not in agreed):
            apart[by_analyst][link.a].add(link.b)
            apart[by_analyst][link.b].add(link.a)

    def barred(one: set[str], other: set[str], by_analyst: bool) -> bool:
        small, large = sorted((one, other), key=len)
        layers = (apart[True],) if by_analyst else (apart[True], apart[False])
        return any(not large.isdisjoint(layer[x]) for layer in layers for x in small if x in layer)

    joins = [link for link in live if link.judgement == "same" and (link.producer.analyst or link.score >= threshold)]
    order = sorted({(not j.producer.analyst, -j.score, min(j.a, j.b), max(j.a, j.b)) for j in joins})
    for by_linker, _, a, b in order:
        one, other = home[a], home[b]
        if one == other or barred(group[one], group[other], not by_linker):
            continue
        kept, gone = sorted((one, other))
        for member in group[gone]:
            home[member] = kept
        group[kept] |= group.pop(gone)
    return home


def actor_ids(articles: Sequence[AnnotatedArticle], links: Iterable[Link]) -> dict[tuple[str, str], str]:
    """The record's id of every local actor: (article id, local key) → actor id.

    Local actors with the same entry in the tables of facts (``known``) are one without a link; the id is made
    of that entry ("country-ua"), else it is the smallest annotation id of the cluster.
    """
    ids: dict[str, tuple[str, str]] = {}
    known: dict[str, list[str]] = defaultdict(list)
    for annotated in articles:
        for actor in annotated.actors:
            key = annotated.id_of(actor)
            ids[key] = (annotated.article.id, actor.key)
            if actor.known:
                known[actor.known].append(key)
    given = [
        Link(*pair, "same", 1.0, "the same entry in the tables of facts")
        for entry in known.values()
        for pair in itertools.pairwise(sorted(entry))
    ]
    home = clusters(ids, [*links, *given])
    named: dict[str, str] = {}
    taken: set[str] = set()
    for entry in sorted(known):
        cluster = min(home[member] for member in known[entry])
        name = entry.replace("/", "-").lower()
        if cluster not in named and name not in taken:
            named[cluster] = name
            taken.add(name)
    return {ids[member]: named.get(cluster, cluster) for member, cluster in home.items()}
