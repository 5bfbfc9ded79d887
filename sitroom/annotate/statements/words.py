"""Words for sources, from ``resources/sources.yaml``, made quick to look up.

One rule: data in, lookups out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

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
        "terms": re.compile("|".join(f"(?:{p})" for p in data["terms"]), re.IGNORECASE),
    }
