"""Whether an expression lies behind or ahead, by the tense and aspect of its verb and by cue words.

One rule: the nearest verb above the expression decides; a noun in between lends only weak evidence unless it is
itself marked ("planned talks", "ahead of the vote").
"""

from __future__ import annotations

from functools import cache

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.reading import Reading
from sitroom.annotate.times.context import Direction
from sitroom.resources import load
from sitroom.text import Span

_STEPS = 10  # arcs climbed at most
_VERBS = ("VERB", "AUX")
Leaning = tuple[Direction, bool]
"""A direction, and whether the evidence is strong."""


def direction_of(reading: Reading, span: Span, in_title: bool = False) -> Leaning:
    """Direction of the expression at a span; ``(None, False)`` where nothing tells."""
    word = reading.tokens(span).root
    nouns = 0
    scheduled = until = False
    for _ in range(_STEPS):
        if not span.start <= word.idx < span.end:
            if word.pos_ in _VERBS:
                if nouns and word.lemma_.lower() in _words("topic_verbs"):
                    return None, False  # "will discuss Monday's attack"
                if _as_planned(word):
                    word = word.head
                    continue
                found, strong = _of_verb(word, scheduled, in_title, until)
                if nouns and not strong and found == "future":
                    return None, False
                return found, strong and nouns == 0
            if (marked := _of_cue(word)) is not None:
                return marked, True
            if word.dep_ == "pobj" and word.pos_ == "NOUN" and word.head.lower_ in _words("topic_prepositions"):
                return None, False  # when a topic happened is not when it is spoken of
            nouns += word.pos_ == "NOUN"
            scheduled = scheduled or word.lower_ == "for"
            until = until or word.lower_ in _words("end_prepositions")
        if word.head.i == word.i:
            break
        word = word.head
    return None, False


def _as_planned(verb: Token) -> bool:
    """The verb of "began, as planned, on Saturday": the day is that of the beginning."""
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.children)


def _of_cue(word: Token) -> Direction:
    """The direction that a preposition, adjective or noun tells by itself."""
    if is_due(word):
        return "future"
    if word.dep_ == "prep" or word.pos_ in ("ADP", "SCONJ"):
        if word.lower_ in _words("past_prepositions"):
            return "past"
        return "future" if word.lower_ in _words("future_prepositions") else None
    if word.pos_ in ("ADJ", "ADV"):
        return "future" if word.lower_ in _words("future_adjectives") else None
    return _of_noun(word) if word.pos_ in ("NOUN", "PROPN") else None


def is_due(word: Token) -> bool:
    """Whether a word is the "due" of what is to come ("talks due on Friday"), not that of a cause ("due to snow")."""
    return word.lower_ == "due" and not (word.i + 1 < len(word.doc) and word.nbor().lower_ == "to")


def _of_noun(noun: Token) -> Direction:
    if noun.lemma_.lower() in _words("future_nouns"):
        return "future"
    for child in noun.children:
        if child.dep_ in ("amod", "acl", "advmod"):
            if child.lower_ in _words("future_modifiers"):
                return "future"
            if child.lower_ in _words("past_modifiers"):
                return "past"
    return None


def _of_verb(verb: Token, scheduled: bool, in_title: bool, until: bool = False, depth: int = 0) -> Leaning:
    aux = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if "have" in aux or "having" in aux:
        return "past", True
    lemma = verb.lemma_.lower()
    planning = lemma in _words("future_verbs")
    if "could" in aux and _is_denied(verb):
        return "past", False
    if lemma in _words("future_verbs") and "been" in aux and "had" in aux:
        return None, False  # what had been planned is often off; its day may be over
    if any(word in _words("future_auxiliaries") for word in aux):
        return "future", True
    if (planning and scheduled) or lemma in _words("scheduling_verbs"):
        return "future", True
    if until and lemma in _words("extending_verbs"):
        return "future", True
    if "to" in aux:
        return _of_infinitive(verb, in_title, depth)
    return _of_finite(verb, aux, in_title, depth)


def _is_denied(verb: Token) -> bool:
    """Whether a verb is negated by itself or by its subject ("neither of them could be reached")."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return auxiliary.negated(verb) or any(
        word.lower_ in ("neither", "nobody", "none", "no") for noun in subjects for word in (noun, *noun.children)
    )


def _of_finite(verb: Token, aux: list[str], in_title: bool, depth: int) -> Leaning:
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBD" or any(word in ("was", "were", "had", "has", "did", "been") for word in aux):
        return "past", True
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.head.pos_ in _VERBS and depth < 4:
        return _of_verb(verb.head, False, in_title, depth=depth + 1)  # "asked on Monday about it, he declined"
    if verb.tag_ == "VBN":
        if lemma in _words("future_verbs") or verb.lower_ in _words("future_participles"):
            return "future", True
        return (None, False) if any(word in ("is", "are", "be") for word in aux) else ("past", False)
    if verb.tag_ in ("VBG", "VB") and not aux:  # "leaving on Sunday", "let it begin on Sunday"
        above = verb.head
        if above.i != verb.i and above.pos_ in _VERBS and depth < 4:
            return _of_verb(above, False, in_title, depth=depth + 1)
        if verb.tag_ == "VBG":
            return None, False
    if in_title or lemma in _words("reporting_verbs"):
        return "past", False
    if lemma == "have":
        return None, False
    if lemma == "be":
        return ("future", False) if verb.tag_ in ("VBZ", "VBP") else (None, False)  # "the vote is on Sunday"
    return "future", verb.tag_ == "VBG"


def _of_infinitive(verb: Token, in_title: bool, depth: int) -> Leaning:
    above = verb.head
    if above.i == verb.i:
        return "future", in_title
    if above.pos_ == "ADJ" and {"had", "been"} <= {above.head.lower_, *(c.lower_ for c in above.head.children)}:
        return None, False  # as of planning verbs: "had been due to expire on Friday"
    if above.lemma_.lower() in _words("future_verbs") or above.pos_ == "ADJ":
        return "future", True
    if above.pos_ in ("NOUN", "PROPN", "ADJ") and any(c.lower_ in _words("firsts") for c in above.children):
        return "past", False  # "among the first states to join on Friday"
    if above.pos_ == "NOUN":
        return "future", above.lemma_.lower() in _words("future_nouns")
    if above.pos_ in _VERBS and depth < 4:
        if above.lemma_ == "be":
            return "future", True
        found, strong = _of_verb(above, False, in_title, depth=depth + 1)
        return found, strong and found == "future"
    return "future", False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("times_direction")[name])
