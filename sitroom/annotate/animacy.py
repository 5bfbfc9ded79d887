"""Whether a common noun is for people or for things, by its word vector.

One rule: this decides only for nouns that no list has; a doubtful one is a thing.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from sitroom.annotate.engine import Token
from sitroom.annotate.lemmas import lemma_of
from sitroom.resources import listed

MARGIN = 0.05
"""By how much the cosine with people must exceed that with things: names for people lie above it, things below."""


def animate(token: Token) -> bool:
    """Whether the noun is nearer to words for people than to words for things; ``False`` where it has no vector."""
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ in ("DATE", "TIME", "MONEY", "LAW", "EVENT"):
        return False
    return _judge(token.vocab, lemma_of(token))


@cache
def _judge(vocab: Any, lemma: str) -> bool:
    vector = _direction(vocab, lemma)
    if vector is None:
        return False
    return float(vector @ _centre(vocab, "humans")) - float(vector @ _centre(vocab, "things")) > MARGIN


@cache
def _centre(vocab: Any, kind: str) -> Any:
    """The mean direction of the listed words of a kind."""
    found = [v for word in sorted(listed("parties", kind)) if (v := _direction(vocab, word)) is not None]
    total = np.sum(found, axis=0) if found else np.zeros(1)
    return total / (np.linalg.norm(total) or 1.0)


def _direction(vocab: Any, word: str) -> Any:
    vector = vocab[word].vector
    length = float(np.linalg.norm(vector)) if vector.size else 0.0
    return vector / length if length else None
