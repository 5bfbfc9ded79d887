"""The stories that a mixed coverage falls into, found by shared actors and terms within a stretch of time.

One rule: the same articles give the same stories under the same names, in whatever order they come.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sitroom.link.clusters import ActorOf
from sitroom.link.words import Rarity, terms
from sitroom.model import AnnotatedArticle
from sitroom.values import bounds

ALIKE = 0.14
"""Average likeness of two groups of articles from which on they are one story."""
FADE = 45.0
"""Days between publications after which likeness counts half."""
UNKNOWN = 45
"""Days that two articles are taken to lie apart where one bears no date."""
_TERMS = 60
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Story:
    """Articles (ids, in order) that cover one story; ``first``/``last`` are days of publication (ISO) or ``None``."""

    name: str
    articles: tuple[str, ...]
    first: str | None
    last: str | None


def stories(articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> list[Story]:
    """All stories, the one with most articles first. Copies go with their origin."""
    ordered = sorted(articles, key=lambda a: a.article.id)
    profiles = {a.article.id: _profile(a, actor_of) for a in ordered}
    rarity = Rarity(profiles.values())
    kept = {key: _keep(found, rarity) for key, found in profiles.items()}
    days = {a.article.id: _day(a) for a in ordered}
    groups = sorted(_merged(sorted(kept), _likeness(kept, days, rarity)), key=lambda g: (-len(g), g))
    named = _names(groups, ordered, actor_of)
    found = []
    for group, name in zip(groups, named, strict=True):
        dated = sorted(day.isoformat() for key in group if (day := days[key]))
        found.append(Story(name, tuple(group), dated[0] if dated else None, dated[-1] if dated else None))
    return sorted(found, key=lambda s: (-len(s.articles), s.name))


def _profile(annotated: AnnotatedArticle, actor_of: ActorOf) -> frozenset[str]:
    article = annotated.article
    actors = {actor_of[article.id, a.key] for a in annotated.actors if (article.id, a.key) in actor_of}
    return terms(f"{article.title or ''} {article.text}") | {f"@{a}" for a in actors}


def _keep(found: frozenset[str], rarity: Rarity) -> frozenset[str]:
    """Actors, and the terms that tell most: neither everywhere nor in this article alone."""
    ranked = sorted(found, key=lambda t: (not t.startswith("@"), rarity.weight(t), t))
    shared = [t for t in ranked if rarity.count(t) > 1]
    return frozenset(shared[:_TERMS])


def _day(annotated: AnnotatedArticle) -> dt.date | None:
    span = bounds(annotated.article.published)
    return span.first if span else None


def _likeness(
    kept: dict[str, frozenset[str]], days: dict[str, dt.date | None], rarity: Rarity
) -> dict[tuple[str, str], float]:
    """Likeness of the pairs that share anything, less the farther apart they were published."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(kept):
        for term in kept[key]:
            holders[term].append(key)
    pairs = {(a, b) for found in holders.values() for n, a in enumerate(found) for b in found[n + 1 :]}
    scores = {}
    for a, b in pairs:
        one, other = days[a], days[b]
        apart = abs((one - other).days) if one and other else UNKNOWN
        scores[a, b] = rarity.likeness(kept[a], kept[b]) / (1 + apart / FADE)
    return scores


def _merged(keys: list[str], scores: dict[tuple[str, str], float]) -> list[list[str]]:
    """Average-link clustering: the two groups that are most alike join, until none are alike enough."""
    groups = {n: [key] for n, key in enumerate(keys)}
    place = {key: n for n, key in enumerate(keys)}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in scores.items():
        links[place[a]][place[b]] = links[place[b]][place[a]] = score
    best = {n: _nearest(n, links, groups) for n in groups}
    while True:
        candidates = [(-score, n, m) for n, (score, m) in best.items() if score >= ALIKE]
        if not candidates:
            return [sorted(group) for _, group in sorted(groups.items())]
        _, n, m = min(candidates)
        n, m = min(n, m), max(n, m)
        groups[n] += groups.pop(m)
        gone = links.pop(m)
        for other, score in gone.items():
            del links[other][m]
            if other != n:
                links[n][other] = links[other][n] = links[n].get(other, 0.0) + score
        del best[m]
        for other in [n, *links[n], *(k for k, (_, x) in best.items() if x in (n, m))]:
            best[other] = _nearest(other, links, groups)


def _nearest(n: int, links: dict[int, dict[int, float]], groups: dict[int, list[str]]) -> tuple[float, int]:
    """The group most like this one, by the average over all pairs of articles (links hold their sum)."""
    size = len(groups[n])
    found = [(total / (size * len(groups[m])), -m) for m, total in links[n].items()]
    score, m = max(found, default=(0.0, 1))
    return score, -m


def _names(groups: list[list[str]], articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> list[str]:
    """Main actors and month; a number tells stories of one name apart."""
    by_id = {a.article.id: a for a in articles}
    taken: Counter[str] = Counter()
    names = []
    for group in groups:
        name = _name([by_id[key] for key in group], actor_of)
        taken[name] += 1
        names.append(name if taken[name] == 1 else f"{name} ({taken[name]})")
    return names


def _name(articles: list[AnnotatedArticle], actor_of: ActorOf) -> str:
    spread: Counter[str] = Counter()
    often: Counter[str] = Counter()
    label: dict[str, str] = {}
    places: set[str] = set()
    for annotated in articles:
        local = {a.key: a for a in annotated.actors}
        for key, actor in local.items():
            if actor.type in ("country", "person", "place") and (annotated.article.id, key) in actor_of:
                spread[actor_of[annotated.article.id, key]] += 1
                label[actor_of[annotated.article.id, key]] = actor.name
                if actor.type == "place":
                    places.add(actor_of[annotated.article.id, key])
        for mention in annotated.mentions:
            if (annotated.article.id, mention.actor) in actor_of:
                often[actor_of[annotated.article.id, mention.actor]] += 1
    # Where reports were filed stands in each of them: a place names a story only where states and people do not.
    main = sorted(spread, key=lambda a: (a in places, -spread[a], -often[a], a))[:_NAMED]
    days = sorted(day for a in articles if (day := _day(a)))
    month = f"{days[len(days) // 2]:%B %Y}" if days else "undated"
    return f"{', '.join(label[a] for a in main)}, {month}" if main else month
