"""Numbers without a noun of their own: of those killed or held, the value of a toll or total, a level that changed.

One rule: what such a number counts is said by the verb above it, and by that verb's subject or object.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.figures.numbers import Number
from sitroom.annotate.figures.phrases import NOUNS, Counted, end_of, is_change
from sitroom.resources import load

_LEVELS = frozenset({"to", "from", "by", "at", "of"})
_BELOW = frozenset({"pobj", "dobj", "attr", "npadvmod", "conj", "nummod"})
_ARTICLES = frozenset({"the", "these", "those"})


def bare(number: Number, token: Token) -> Counted | None:
    """A number without a noun: of those killed, hurt, held ("at least 40 died"), or of a total ("the toll is 64")."""
    states = load("figures")["states"]
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    verb = token.head if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr") else None
    near = [following, verb, verb.head if verb is not None and verb.dep_ == "prep" else None]
    if verb is not None:
        near += [c for c in verb.children if c.dep_ in ("oprd", "acomp", "xcomp", "attr") and c.i > token.i]
    definite = any(c.lower_ in _ARTICLES for c in token.lefts) and number.low <= 3
    if any(t is not None and t.lower_ in states for t in near) and number.low >= 1 and not definite:
        end = number.end
        if following is not None and following.lower_ in states and following.pos_ != "AUX":
            end = end_of(following)
        return Counted(number.start, end, "person", None)
    return _total(number, token)


def _total(number: Number, token: Token) -> Counted | None:
    """The value of a toll, total or level: "the toll rose from 40 to 64", "put losses at 12", "stocks fell by 300"."""
    if token.dep_ == "quantmod" and token.head.dep_ in _BELOW:
        token = token.head
    if token.dep_ not in _BELOW:
        return None
    above, ways = _above(token)
    noun = above if above.pos_ in NOUNS else _changed(above, token)
    if noun is None or (ways and ways[0] not in _LEVELS):
        return None
    totals = load("figures")["totals"]
    if noun.lemma_.lower() in totals["people"]:
        return Counted(number.start, number.end, "person", noun, kind="total")
    if noun.lemma_.lower() in totals["other"]:
        return Counted(number.start, number.end, None, noun, kind="total")
    level = above.pos_ == "VERB" and above.lemma_.lower() in load("figures")["levelling"]
    if level and ways and noun.pos_ == "NOUN" and (number.kind == "digits" or is_change(token)):
        return Counted(number.start, number.end, None, noun, kind="total")
    return None


def _above(token: Token) -> tuple[Token, list[str]]:
    """The noun or verb that the number hangs on, and the prepositions on the way, the nearest first."""
    at, ways = token.head, [token.head.lower_] if token.head.dep_ == "prep" else []
    while at.dep_ in ("prep", "pobj", "agent") and at.pos_ not in (*NOUNS, "VERB", "AUX") and at.head.i != at.i:
        at = at.head
        if at.dep_ == "prep":
            ways.append(at.lower_)
    return at, ways


def _changed(verb: Token, token: Token) -> Token | None:
    """What the verb says the number of: its object before the number, else its subject."""
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    before = [c for c in verb.children if c.i < token.i and c.pos_ in NOUNS]
    objects = [c for c in before if c.dep_ == "dobj"]
    return next((c for c in (*objects, *before) if c.dep_ in ("dobj", "nsubj", "nsubjpass")), None)
