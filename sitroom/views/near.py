"""Names near to one that nobody has, for messages.

One rule: a name is offered where a slip of the hand, or another spelling, makes it of the one that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from sitroom.views.matching import folded
from sitroom.views.wording import listed, safe

_NEAR = 72
"""Likeness in per cent from which on a name is near."""
_MOST = 3


def near_words(asked: str, known: Iterable[tuple[str, str]]) -> str:
    """What to say after "no actor is called …": ": did you mean A or B?", nothing where no name is near.

    ``known`` are pairs of a name and what to offer for it; a single word is also held against each word of the latter.
    """
    wanted = folded(asked)
    if len(wanted) < 2:
        return ""
    names = {folded(name): offered for name, offered in sorted(known, reverse=True)}
    own = {folded(offered) for offered in names.values()}
    found = {text: score for text in names if (score := _likeness(wanted, text, text in own)) >= _NEAR}
    best = sorted(found, key=lambda text: (-found[text], len(text), text))
    near = list(dict.fromkeys(safe(names[text]) for text in best))[:_MOST]
    return f": did you mean {listed(near).replace(' and ', ' or ')}?" if near else ""


def _likeness(one: str, other: str, by_word: bool) -> float:
    words = [other, *other.split()] if by_word and " " not in one else [other]
    return max(fuzz.ratio(one, word, score_cutoff=_NEAR) for word in words)
