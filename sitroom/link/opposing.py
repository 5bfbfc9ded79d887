"""What makes two reports that sound alike two utterances: one denies what the other states, they give other numbers, do
another thing in saying it, put its words in another order, or a word of one stands for another of the other.

One rule: where both quote, the words are the speaker's and their differences are the reporters'; where one does not, a
difference in matter is another utterance.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

from sitroom import resources
from sitroom.link.concepts import concept_of
from sitroom.link.wordings import Alignment, Word
from sitroom.link.words import stem
from sitroom.resources.verbs import forms

_DIGITS = re.compile(r"\d[\d,.]*")
_WORD = re.compile(r"[^\W\d_]+|\d[\d,.]*")


@cache
def _light() -> frozenset[str]:
    """Words that reports change with tense, person and their own grammar: they tell nothing apart."""
    table = resources.load("function_words")
    return frozenset(table["function"]) | frozenset(table["reporting"])


@cache
def _negations() -> frozenset[str]:
    return frozenset(resources.load("function_words")["negations"])


@cache
def _number_words() -> dict[str, str]:
    figures = resources.load("figures")
    return {word: f"{value:g}" for word, value in (figures["numbers"] | figures["scales"]).items() if word != "one"}


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text, words for them as digits; "one" is none, for it is said of anything."""
    found = {word.rstrip(".,").replace(",", "") for word in _DIGITS.findall(text)}
    words = {word.casefold() for word in _WORD.findall(text)}
    return frozenset(found | {_number_words()[word] for word in words if word in _number_words()})


def denies(one: Sequence[Word], other: Sequence[Word], found: Alignment) -> bool:
    """Whether the stretch that two wordings share is negated in one of them alone, also from before it ("it was not
    true that …").
    """
    if not found.runs:
        return False
    (a, b, _), (last_a, last_b, size) = found.runs[0], found.runs[-1]
    return _odd(one, a, last_a + size) != _odd(other, b, last_b + size)


_NEAR, _FAR = 2, 5  # words ahead of what both have in which "never" may stand, and "not" before "that"


def _odd(words: Sequence[Word], start: int, end: int) -> bool:
    before = [word.form for word in words[max(0, start - _FAR) : start]]
    joined = max((n for n, form in enumerate(before) if form in ("that", "whether")), default=0)
    ahead = before if joined else before[-_NEAR:]
    return sum(_is_negation(form) for form in (*ahead, *(w.form for w in words[start:end]))) % 2 == 1


def _is_negation(form: str) -> bool:
    return form in _negations() or (len(form) > len("nt") + 1 and form.endswith("nt") and form[-3] in "dnsrl")


@cache
def _acts() -> dict[str, str]:
    """The class of every regular form of a word of saying that does more than state."""
    table = resources.load("acts_of_speech")
    kinds = {word: kind for kind, row in table.items() for word in resources.words(row)}
    return {form: kind for word, kind in kinds.items() for form in forms(word)}


def acts(cue: str) -> frozenset[str]:
    """What is done in saying it, by the words of the cue; empty where it is only said."""
    return frozenset(_acts()[word] for word in _WORD.findall(cue.casefold()) if word in _acts())


_ENOUGH = 4  # pairs of neighbouring terms that make an order
_TOGETHER = 0.5  # of them that two reports in the same words share at least


def reorders(one: Sequence[str], other: Sequence[str], turned: bool = False) -> bool:
    """Whether two reports have nearly the same terms, given in order, but most beside others: "A leaves if B stays", "B
    leaves if A stays". A clause that stands first in one and last in the other changes few neighbours.
    ``turned``: one of them is passive, so that neighbours change places.
    """
    all_, both = set(one) | set(other), set(one) & set(other)
    if len(both) < _SAME_TERMS * len(all_):
        return False
    ours, theirs = (set(itertools.pairwise(t for t in terms if t in both)) for terms in (one, other))
    if turned:
        ours, theirs = ({(min(pair), max(pair)) for pair in pairs} for pairs in (ours, theirs))
    fewer = min(len(ours), len(theirs))
    return fewer >= _ENOUGH and len(ours & theirs) < _TOGETHER * fewer


_SAME_TERMS = 0.8


def replaces(
    one: Sequence[Word], other: Sequence[Word], found: Alignment, actors: frozenset[str] = frozenset()
) -> bool:
    """Whether in some place words of matter stand for others that are not known to mean the same.

    A word that the other report has in another place replaces nothing; nor do ``actors``, forms of words for those whom
    both speak of.
    """
    ours, theirs = _matter({w.form for w in one}), _matter({w.form for w in other})
    for d in found.swaps:
        left = _matter({w.form for w in one[d.a_from : d.a_to]} - actors) - theirs
        right = _matter({w.form for w in other[d.b_from : d.b_to]} - actors) - ours
        if left and right:
            return True
    return False


def _matter(forms: set[str]) -> set[str]:
    """What words say, function words only as far as they tell ("with", "without")."""
    telling = frozenset(resources.load("function_words")["telling"])
    return {concept_of(stem(plain_form(form))) for form in forms if form not in _light() or form in telling}


def plain_form(word: str) -> str:
    """The plain form of an irregular one, lower case ("left": "leave"); any other word as it stands."""
    return _plain_forms().get(word.casefold(), word)


@cache
def _plain_forms() -> dict[str, str]:
    table = resources.load("irregular")
    return {form: plain for plain, row in table.items() for form in resources.words(row)}
