"""English verbs in all their forms, for reading text that is not parsed.

One rule: forms that a rule makes are made here, the others are listed in ``resources/irregular.yaml``. A rule makes too
many ("dropped" and "droped"): what nobody writes is never met.
"""

from __future__ import annotations

import re
from functools import cache

from sitroom.resources import listed, load, words

_WORD = re.compile(r"[^\W\d_]+")


@cache
def forms(verb: str) -> frozenset[str]:
    """The verb with its third person, past, participles, in lower case."""
    short, doubled = verb.removesuffix("e"), verb + verb[-1]
    made = {verb, f"{verb}s", f"{verb}es", f"{short}ed", f"{short}ing", f"{doubled}ed", f"{doubled}ing"}
    if verb.endswith("y"):
        made |= {f"{verb[:-1]}ies", f"{verb[:-1]}ied"}
    return frozenset(made) | words(load("irregular").get(verb))


def tells_change(text: str) -> bool:
    """Whether a word of the text says that a number or level changed ("rose", "revised", "up")."""
    return not _changes().isdisjoint(word.lower() for word in _WORD.findall(text))


@cache
def _changes() -> frozenset[str]:
    verbs = listed("figures", "levelling") | listed("figures", "changing")
    return listed("figures", "changed").union(*(forms(verb) for verb in sorted(verbs)))
