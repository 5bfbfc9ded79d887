"""Which figures revise others: a toll that is raised is news, and no conflict.

One rule: a revision is stated ("raised the toll from 40 to 64"), or is the same source's later word on one measure.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sitroom.model import AnnotatedArticle, Figure
from sitroom.resources.verbs import tells_change

_UP_FROM = re.compile(
    r"\b(?:up|down|raised|revised|lowered)\s(?:\w+\s){0,2}?(?:from)\b"
    r"|\bfrom\s(?:an?\s|the\s)?(?:earlier|previous|initial)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s(?:\S+\s){0,3}$")
_TO = re.compile(r"\bto\b")
_NEAR = 40  # code points between a number and the one that it replaces


def revisions(articles: Sequence[AnnotatedArticle], home: Mapping[str, str]) -> dict[str, str]:
    """Figure id → id of the figure that it revises; ``home`` gives each annotation's cluster.

    Within a sentence by its words; across articles, a later figure of the same group and the same source with
    another number. Sources are compared by their local keys, which known actors share.
    """
    where = {a.id_of(f): (a, f) for a in articles for f in a.figures}
    found = dict(pair for annotated in articles for pair in _stated(annotated))
    groups: dict[str, list[str]] = defaultdict(list)
    for member in where:
        groups[home.get(member, member)].append(member)
    for members in groups.values():
        for new, old in _later([(key, *where[key]) for key in sorted(members)]):
            found.setdefault(new, old)
    return found


def _stated(annotated: AnnotatedArticle) -> Iterator[tuple[str, str]]:
    text = annotated.article.text
    for one, other in itertools.pairwise(sorted(annotated.figures, key=lambda f: f.span)):
        between = text[one.span.end : other.span.start]
        before = text[max(0, one.span.start - 120) : one.span.start]
        if len(between) > _NEAR or "\n" in between or (one.low, one.high) == (other.low, other.high):
            continue
        if _UP_FROM.search(between):
            yield annotated.id_of(one), annotated.id_of(other)
        elif _FROM.search(before) and _TO.search(between) and tells_change(before):
            yield annotated.id_of(other), annotated.id_of(one)


def _later(members: list[tuple[str, AnnotatedArticle, Figure]]) -> Iterator[tuple[str, str]]:
    by_source: dict[str, list[tuple[str, str, Figure]]] = defaultdict(list)
    for key, annotated, figure in members:
        if figure.source and annotated.article.published:
            by_source[figure.source].append((annotated.article.published, key, figure))
    for told in by_source.values():
        for (day, old, one), (later, new, other) in itertools.pairwise(sorted(told, key=lambda t: t[:2])):
            if day < later and not _compatible(one, other):
                yield new, old


def _compatible(one: Figure, other: Figure) -> bool:
    """Whether one number could satisfy both: "thousands" takes nothing back of 94,000."""
    low = max(x.low if x.low is not None else 0.0 for x in (one, other))
    high = min(x.high if x.high is not None else math.inf for x in (one, other))
    return low <= high
