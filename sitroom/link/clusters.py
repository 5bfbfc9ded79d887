"""Clusters: which annotations mean the same real-world thing, as a pure function of the links.

One rule: the result depends on the set of members and links alone, never on their order; a judgement
``different`` is never merged across, not even by way of a third member.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitroom.model import AnnotatedArticle, Link, Producer

THRESHOLD = 0.5
"""Score from which on a linker's ``same`` joins."""
TABLES = Producer("tables")
"""Who joins local actors with one entry in the tables of facts."""

ActorOf = Mapping[tuple[str, str], str]
"""(article id, local actor key) → actor id of the record."""


@dataclass(frozen=True, slots=True)
class Clustering:
    """``home``: each member's cluster, named by its smallest member. ``taken``: the links that joined, in their order.

    ``refused``: links that were not heeded, each with the ``different`` that forbade it.
    """

    home: dict[str, str]
    taken: tuple[Link, ...]
    refused: tuple[tuple[Link, Link], ...]


def clusters(members: Iterable[str], links: Iterable[Link], threshold: float = THRESHOLD) -> dict[str, str]:
    """Each member's cluster, named by the smallest member id in it; see :func:`clustering`."""
    return clustering(members, links, threshold).home


def clustering(members: Iterable[str], links: Iterable[Link], threshold: float = THRESHOLD) -> Clustering:
    """The clusters, and which links made them.

    ``same`` links join from ``threshold`` on, an analyst's always; the strongest come first (analysts before
    linkers, then by score, then by ids). A join that would bring two members together that an analyst judged
    ``different`` is left out, whoever asks for it. A linker's ``different`` bars other linkers' joins alone.
    Withdrawn links and links to what is no member count for nothing; ``unsure`` joins and bars nothing.
    """
    home = {member: member for member in sorted(set(members))}
    group = {member: {member} for member in home}
    live = [link for link in links if not link.withdrawn and link.a in home and link.b in home and link.a != link.b]
    apart = _Apart.of(live, threshold)
    joins = [link for link in live if link.judgement == "same" and (link.producer.analyst or link.score >= threshold)]
    taken: list[Link] = []
    refused: list[tuple[Link, Link]] = []
    for join in _in_order(joins):
        one, other = home[join.a], home[join.b]
        if one == other:
            continue
        if barred := apart.between(group[one], group[other], join.producer.analyst):
            refused.append((join, barred))
            continue
        taken.append(join)
        kept, gone = sorted((one, other))
        for member in group[gone]:
            home[member] = kept
        group[kept] |= group.pop(gone)
    return Clustering(home, tuple(taken), tuple(refused))


def _in_order(joins: Iterable[Link]) -> list[Link]:
    """Joins by their strength; of those between one pair with one score the first by who made it and why."""
    best: dict[tuple[bool, float, str, str], Link] = {}
    for join in joins:
        key = (not join.producer.analyst, -join.score, min(join.a, join.b), max(join.a, join.b))
        known = best.get(key)
        if known is None or (str(join.producer), join.reason) < (str(known.producer), known.reason):
            best[key] = join
    return [best[key] for key in sorted(best)]


@dataclass(frozen=True, slots=True)
class _Apart:
    """What is judged different, by an analyst and by linkers: for each member the others, with the link."""

    by_analyst: dict[str, dict[str, Link]]
    by_linker: dict[str, dict[str, Link]]

    @classmethod
    def of(cls, links: Sequence[Link], threshold: float) -> _Apart:
        agreed = {frozenset((x.a, x.b)) for x in links if x.judgement == "same" and x.producer.analyst}
        layers: dict[bool, dict[str, dict[str, Link]]] = {True: defaultdict(dict), False: defaultdict(dict)}
        for link in links:
            by_analyst = link.producer.analyst
            counts = by_analyst or (link.score >= threshold and frozenset((link.a, link.b)) not in agreed)
            if link.judgement == "different" and counts:
                layers[by_analyst][link.a].setdefault(link.b, link)
                layers[by_analyst][link.b].setdefault(link.a, link)
        return cls(layers[True], layers[False])

    def between(self, one: set[str], other: set[str], by_analyst: bool) -> Link | None:
        """A judgement that forbids joining the two groups, one of an analyst's before a linker's."""
        small, large = sorted((one, other), key=len)
        for layer in (self.by_analyst,) if by_analyst else (self.by_analyst, self.by_linker):
            for member in small:
                if member in layer and not large.isdisjoint(layer[member]):
                    return min(
                        (layer[m][x] for m in small if m in layer for x in large.intersection(layer[m])),
                        key=lambda link: (link.a, link.b, str(link.producer), link.reason),
                    )
        return None


def homes(articles: Sequence[AnnotatedArticle], links: Sequence[Link]) -> dict[str, str]:
    """The record's id of everything that can be judged, by its annotation id."""
    return {**other_clustering(articles, links).home, **actor_homes(articles, links)}


def other_clustering(articles: Sequence[AnnotatedArticle], links: Iterable[Link]) -> Clustering:
    """The clusters of statements, events and figures."""
    members = (a.id_of(x) for a in articles for kind in (a.statements, a.events, a.figures) for x in kind)
    return clustering(members, links)


def actor_ids(articles: Sequence[AnnotatedArticle], links: Iterable[Link]) -> dict[tuple[str, str], str]:
    """The record's id of every local actor: (article id, local key) → actor id; see :func:`actor_homes`."""
    homes = actor_homes(articles, links)
    return {(a.article.id, x.key): homes[a.id_of(x)] for a in articles for x in a.actors}


def actor_homes(articles: Sequence[AnnotatedArticle], links: Iterable[Link]) -> dict[str, str]:
    """The record's id of every local actor by its annotation id.

    Local actors with the same entry in the tables of facts (``known``) are one without a link; the id is made
    of that entry ("country-ua"), else it is the smallest annotation id of the cluster.
    """
    return _named(articles, actor_clustering(articles, links).home)


def actor_clustering(articles: Sequence[AnnotatedArticle], links: Iterable[Link]) -> Clustering:
    """The clusters of local actors, with the links that the tables of facts add."""
    judged = list(links)
    ids = {a.id_of(x) for a in articles for x in a.actors}
    given = [link for entry in _entries(articles).values() for link in _of_one_entry(entry, judged)]
    return clustering(ids, [*judged, *given])


def _entries(articles: Sequence[AnnotatedArticle]) -> dict[str, list[str]]:
    """Annotation ids of local actors by their entry in the tables."""
    known: dict[str, list[str]] = defaultdict(list)
    for annotated in articles:
        for actor in annotated.actors:
            if actor.known:
                known[actor.known].append(annotated.id_of(actor))
    return {entry: sorted(set(members)) for entry, members in known.items()}


def _of_one_entry(entry: list[str], links: Sequence[Link]) -> list[Link]:
    """A chain of the members; one that an analyst takes out of it breaks nothing between the others."""
    taken_out = {
        x for link in links if link.judgement == "different" and link.producer.analyst for x in (link.a, link.b)
    }
    plain = [member for member in entry if member not in taken_out]
    special = [member for member in entry if member in taken_out]
    pairs = [
        *itertools.pairwise(plain),
        *((plain[0], x) for x in special if plain),
        *itertools.combinations(special, 2),
    ]
    reason = "the same entry in the tables of facts"
    return [Link(min(pair), max(pair), "same", 1.0, reason, TABLES) for pair in pairs]


def _named(articles: Sequence[AnnotatedArticle], home: Mapping[str, str]) -> dict[str, str]:
    """Clusters under their entry in the tables: where an entry is split, the larger part has its name."""
    named: dict[str, str] = {}
    taken: set[str] = set()
    entries = _entries(articles)
    for entry in sorted(entries):
        parts = Counter(home[member] for member in entries[entry])
        cluster = min(parts, key=lambda key: (-parts[key], key))
        name = entry.replace("/", "-").lower()
        if cluster not in named and name not in taken:
            named[cluster] = name
            taken.add(name)
    return {member: named.get(cluster, cluster) for member, cluster in home.items()}
