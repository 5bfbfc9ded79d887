"""Numbers that count what the number before them counts: "5,000 in the north and 1,800 in the south", "12, up from 8".

One rule: only a number that stands without a noun of its own follows another, and only within reach of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from sitroom.annotate.engine import Token
from sitroom.annotate.figures.numbers import Number
from sitroom.annotate.figures.phrases import Counted, of
from sitroom.resources import load

_REACH = 100  # code points between a comparison and what it is compared with
_HOLDING = frozenset({"count", "total", "money", "share", "measure"})


@dataclass(frozen=True, slots=True)
class Previous:
    """The figure before: its number, what it counts, and the token it is read at."""

    number: Number
    found: Counted
    token: Token


def following(
    text: str, number: Number, token: Token, found: Counted | None, before: Previous | None
) -> Counted | None:
    """What the number counts in the light of the one before; ``found`` where that says nothing of it."""
    if before is None or before.found.kind not in _HOLDING or number.kind not in ("digits", "words", "plural"):
        return found
    compared = _is_compared(text, number, token, before)
    if found is None and (compared or _is_conjunct(token, before)):
        return replace(before.found, start=number.start, end=number.end, like=before.token, compared=compared)
    if found is not None and compared and found.unit == before.found.unit and found.kind in ("share", "total"):
        return replace(found, noun=found.noun or before.found.noun, like=before.token, compared=True)
    if found is not None and found.noun is not None and found.noun.pos_ == "PRON":
        return replace(found, noun=before.found.noun)
    anaphoric = found is not None and found.kind == "total" and _stands_for(found.noun)
    if found is not None and anaphoric and before.found.kind == "count" and before.found.noun is not None:
        return replace(found, unit=before.found.unit, noun=before.found.noun, kind="count")
    return found


def _is_conjunct(token: Token, before: Previous) -> bool:
    """Whether the number is joined to the one before ("5,000 in the north and 1,800 in the south")."""
    first = token
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
        if first.i == before.token.i:
            return token.pos_ == "NUM"
    # the parse often joins it to the verb of the one before
    return token.dep_ == "conj" and token.pos_ == "NUM" and token.head.i == before.token.head.i


def _is_compared(text: str, number: Number, token: Token, before: Previous) -> bool:
    """Whether the number is an earlier value of the one before ("down from 5,889", "compared with 12")."""
    same = before.token.sent.start == token.sent.start and number.start - before.number.end <= _REACH
    counts = before.found.kind in ("count", "total", "share") and token.pos_ in ("NUM", "NOUN")
    return same and counts and _cue().search(text, before.number.end, number.start) is not None


@cache
def _cue() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(load("figures")["compared"], key=len, reverse=True))
    hedges = "|".join(re.escape(h) for group in load("figures")["hedges"].values() for h in group)
    return re.compile(rf"\b(?:{cues})\s(?:(?:{hedges})\s)?$", re.IGNORECASE)


def _stands_for(noun: Token | None) -> bool:
    """Whether the noun stands for a count given before: "the number", and not "the number of tanks"."""
    if noun is None or noun.lemma_.lower() not in load("figures")["anaphoric"] or of(noun) is not None:
        return False
    left = [c.lower_ for c in noun.lefts]
    return "the" in left and not any(c.dep_ in ("compound", "amod", "poss") for c in noun.lefts)
