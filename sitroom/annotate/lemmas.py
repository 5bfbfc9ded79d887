"""The lemma of a word, right also where the parser's is known to be wrong ("hop" for "hoped").

One rule: which lemmas are wrong is data (``resources/lemmas.yaml``).
"""

from __future__ import annotations

from functools import cache

from sitroom.annotate.engine import Token
from sitroom.resources import load


def lemma_of(token: Token) -> str:
    """The lemma in lower case, where the parser's is known to be wrong the right one."""
    return _corrected(token.lemma_)


@cache
def _corrected(lemma: str) -> str:
    low = lemma.lower()
    return str(load("lemmas").get(low, low))
