"""Likeness of two pieces of text by the words they share, rare words counting more.

One rule: a number in [0, 1] out of the words alone; no model, no order of arrival.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from sitroom import resources

_WORD = re.compile(r"[^\W\d_]+|\d[\d,.]*\d|\d")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es", "s", "e", "y")


@cache
def _empty_words() -> frozenset[str]:
    table = resources.load("function_words")
    return frozenset(word for words in table.values() for word in words)


@cache
def stem(word: str) -> str:
    """A word without its commonest English endings ("invasion", "invade" → "invas", "invad"), at least four letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def terms(text: str) -> frozenset[str]:
    """Stems of the content words of a text, lower case."""
    found = (word.casefold() for word in _WORD.findall(text))
    return frozenset(stem(word) for word in found if word not in _empty_words() and (len(word) > 1 or word.isdigit()))


@cache
def _negations() -> re.Pattern[str]:
    words = resources.load("function_words")["negations"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b|n['’]t\b", re.IGNORECASE)


def negated(text: str) -> bool:
    """Whether an odd number of words of negation stands in a text."""
    return len(_negations().findall(text)) % 2 == 1


class Rarity:
    """How rare each term is among the texts of one comparison (inverse document frequency, smoothed)."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        counts: Counter[str] = Counter()
        self._n = 0
        for found in texts:
            counts.update(found)
            self._n += 1
        self._counts = counts

    def count(self, term: str) -> int:
        """How many of the texts have a term."""
        return self._counts[term]

    def weight(self, term: str) -> float:
        """1 for a term that all texts have, more for rarer ones."""
        return math.log((1 + self._n) / (1 + self._counts[term])) + 1

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weight of the shared terms over the geometric mean of both weights; 0 where either has none."""
        if not one or not other:
            return 0.0
        shared = sum(self.weight(t) for t in sorted(one & other))
        whole = sum(self.weight(t) for t in sorted(one)) * sum(self.weight(t) for t in sorted(other))
        return shared / math.sqrt(whole)
