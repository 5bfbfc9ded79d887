"""Near-copies: which article copies another in whole or large part, wire copy included.

One rule: of articles that share their text the earliest published is the origin (then the longest, then
the one whose id sorts first), whatever the order in which they came.

Method: MinHash over word 5-grams with locality-sensitive hashing for candidates (Broder 1997), then the
true share of the shorter article's 5-grams that the other holds. Not supported: copies of a paragraph or two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rensa import RMinHash, RMinHashLSH

from sitroom.model import Article

_WORDS = 5
_PERMUTATIONS = 128
_BANDS = 64  # of two rows each: pairs with a Jaccard index of .3 meet with a chance of .998
_CONTAINED = 0.6  # share of the shorter article that the other must hold
_SHORTEST = 40  # words; shorter texts share too much by chance


def origins(articles: Sequence[Article]) -> dict[str, str]:
    """The origin of each article that copies another, by id; articles that copy none are not named."""
    shingles = {article.id: found for article in articles if (found := _shingles(article.text))}
    earlier = {key: rank for rank, key in enumerate(_by_age(articles))}
    made: dict[str, str] = {}
    for one, other in sorted(_candidates(shingles)):
        if _share(shingles[one], shingles[other]) < _CONTAINED:
            continue
        first, second = sorted((one, other), key=lambda key: earlier[key])
        if second not in made or earlier[first] < earlier[made[second]]:
            made[second] = first
    return {copy: _source(copy, made) for copy in made}


def _source(copy: str, made: dict[str, str]) -> str:
    # A copy of a copy copies the first one; the chain always goes back in time, so it ends.
    origin = made[copy]
    while origin in made:
        origin = made[origin]
    return origin


def _by_age(articles: Sequence[Article]) -> list[str]:
    return [a.id for a in sorted(articles, key=lambda a: (a.published or "9999", -len(a.text), a.id))]


def _shingles(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text.casefold())
    if len(words) < _SHORTEST:
        return frozenset()
    return frozenset(" ".join(words[at : at + _WORDS]) for at in range(len(words) - _WORDS + 1))


def _candidates(shingles: dict[str, frozenset[str]]) -> set[tuple[str, str]]:
    index = RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    keys, hashes = sorted(shingles), []
    for number, key in enumerate(keys):
        made = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        made.update(sorted(shingles[key]))
        index.insert(number, made)
        hashes.append(made)
    pairs: set[tuple[str, str]] = set()
    for number, made in enumerate(hashes):
        pairs.update(
            (keys[min(number, other)], keys[max(number, other)]) for other in index.query(made) if other != number
        )
    return pairs


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other))
