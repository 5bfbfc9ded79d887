"""Which numbers are figures, and what they count: money, shares, measures, durations of happenings, things.

One rule: a number that names, dates or ranks something is no figure; what remains must have something it counts.
"""

from __future__ import annotations

from functools import cache

from sitroom.annotate.engine import Doc, Token, text_of
from sitroom.annotate.figures.amounts import measured, money, share
from sitroom.annotate.figures.durations import duration, hyphenated
from sitroom.annotate.figures.numbers import Number
from sitroom.annotate.figures.phrases import NOUNS, Counted, end_of, last, of
from sitroom.annotate.figures.refusals import is_refused
from sitroom.annotate.figures.totals import bare
from sitroom.resources import load


def counted(doc: Doc, number: Number, low: int, high: int) -> Counted | None:
    """What the number counts; ``None`` where it is no figure. ``low`` and ``high`` bound the paragraph."""
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None:
        return None
    text = text_of(doc)
    if found := money(doc, number, text, low):
        return found
    if found := share(doc, number, text):
        return found
    token = last(list(span))
    if is_refused(doc, number, list(span), token, low, high):
        return None
    if number.kind == "ordinal":
        return _ordinal(number, token, text)
    if number.kind == "fraction":
        noun = of(token) or of(token.head) or _plural_after(token)
        return Counted(number.start, number.end, None, noun, kind="share") if noun else None
    if token.i > 0 and (scale := token.nbor(-1)).lower_ == "magnitude" and number.kind == "digits":
        return Counted(number.start, number.end, "magnitude", scale, kind="measure")
    for read in (hyphenated, duration, measured):
        if found := read(doc, number, text):
            return found if found.kind != "stop" else None
    return _things(doc, number, token, text)


def _ordinal(number: Number, token: Token, text: str) -> Counted | None:
    """ "the second such buildup this year", "a third round of talks": ranks that count."""
    data = load("figures")
    if token.text[:1].isupper() and not token.is_sent_start:
        return None
    noun = token.head if token.head.i > token.i and token.head.pos_ in NOUNS else None
    if noun is None or noun.text[:1].isupper() or noun.i - token.i > 5:
        return None
    after = text[end_of(noun) : end_of(noun) + 40].lower()
    middle = [t.lower_ for t in token.doc[token.i + 1 : noun.i]]
    cued = any(word in data["order_cues"] for word in middle)
    if "second" in token.lower_ and token.i + 1 < len(token.doc) and token.nbor(1).tag_ in ("JJS", "RBS"):
        return None
    periodic = any(after.lstrip(" ,").startswith(cue) for cue in data["period_cues"])
    if cued or periodic or noun.lemma_.lower() in data["counted_by_order"]:
        return Counted(number.start, end_of(noun), noun.lemma_.lower(), noun, kind="rank")
    return None


def _things(doc: Doc, number: Number, token: Token, text: str) -> Counted | None:
    noun = _noun(token, number)
    if noun is None:
        return bare(number, token)
    if len(noun.text) < 3:  # "346 pp": an abbreviation, and no word
        return None
    if number.low == 1 and number.high == 1 and not _is_toll(noun):
        return None
    definite = any(c.lower_ in ("the", "these", "those", "both", "all", "other") for c in noun.lefts if c.i < token.i)
    if definite and number.kind == "words" and number.low <= 3:
        return None
    end = end_of(noun)
    inner = of(noun)
    if inner is not None and noun.lemma_.lower() in load("figures")["containers"]:
        end = end_of(inner)
    return Counted(number.start, end, _thing(noun), noun)


def _noun(token: Token, number: Number) -> Token | None:
    """The counted noun by the parse: what the number modifies, or the noun of its "of"."""
    if (
        token.dep_ in ("nummod", "quantmod", "compound", "amod", "nmod", "det", "advmod", "poss")
        and token.head.i > token.i
    ):
        head = token.head
        if head.pos_ in NOUNS and head.i - token.i <= 9:
            return _whole(head, number)
        if head.pos_ in ("ADJ", "VERB", "NUM") and head.head.pos_ in NOUNS and 0 < head.head.i - token.i <= 9:
            return head.head
    inner = of(token)
    if inner is not None and inner.pos_ in NOUNS:
        return inner
    # the parse of lists and headlines often leaves the number alone: the next plural noun will do
    return _plural_after(token) if number.low != 1 else None


def _plural_after(token: Token) -> Token | None:
    """The first plural noun behind the token with nothing but adjectives and nouns between."""
    for near in token.doc[token.i + 1 : token.i + 4]:
        if near.is_sent_start or near.pos_ not in ("ADJ", "NOUN", "PROPN"):
            return None
        if near.tag_ in ("NNS", "NNPS"):
            return near
    return None


def _whole(noun: Token, number: Number) -> Token:
    """The plural behind a singular that cannot be counted ("three state debates", its last word read as a verb)."""
    if number.low > 1 and noun.tag_ == "NN" and noun.i + 1 < len(noun.doc):
        following = noun.nbor(1)
        if not following.is_sent_start and following.tag_ in ("NNS", "VBZ") and following.lower_.endswith("s"):
            return following
    return noun


def _is_toll(noun: Token) -> bool:
    """Whether a single person or thing counts: somebody killed, hurt, held or missing."""
    states = load("figures")["states"]
    near = [noun.head, *noun.rights, *noun.lefts]
    return noun.lemma_.lower() in _people() and any(t.lower_ in states for t in near)


def _thing(noun: Token) -> str:
    unit = load("figures")["units"].get(noun.lower_)
    if unit:
        return str(unit)
    word = noun.lemma_.lower()
    if noun.tag_ != "NNPS" or not word.endswith("s") or word.endswith("ss"):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


@cache
def _people() -> frozenset[str]:
    kinds = load("figures")["kinds"]
    return frozenset((*kinds["people"], *kinds["troops"], *load("figures")["persons"]))
