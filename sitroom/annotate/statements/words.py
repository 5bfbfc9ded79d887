"""Words for sources, from ``resources/sources.yaml``, made quick to look up.

One rule: data in, lookups out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sitroom.annotate.engine import Token
from sitroom.resources import load


@cache
def source_words() -> dict[str, Any]:
    """The table of words for sources."""
    data = load("sources")
    documents = {word: kind for kind, words in data["documents"].items() for word in words}
    return {
        "unnamed": frozenset(data["unnamed"]),
        "bodies": frozenset(data["bodies"]),
        "occasions": frozenset(data["occasions"]),
        "exhibits": frozenset(data["exhibits"]),
        "instruments": frozenset(data["instruments"]),
        "documents": documents,
        "things": tuple(data["things"]["endings"]),
        "things_themselves": frozenset(data["things"]["nouns"]),
        "continuations": frozenset(data["continuations"]),
        "stand_for": frozenset(data["stand_for"]),
        "witnesses": frozenset(data["witnesses"]),
        "belonging": frozenset(data["belonging"]),
        "parts": frozenset(data["parts"]),
        "mouthpieces": frozenset(data["mouthpieces"]),
        "reports": frozenset(data["reports"]),
        "terms_words": tuple(data["terms_words"]),
        "terms": re.compile("|".join(f"(?:{p})" for p in data["terms"]), re.IGNORECASE),
    }


def partitive(head: Token) -> Token:
    """Those of whom a part is meant: in "one of the diplomats" the diplomats; else the head itself."""
    if head.lower_ not in source_words()["parts"] and head.tag_ != "CD":
        return head
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), head) if of is not None else head
