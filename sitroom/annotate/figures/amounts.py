"""Sums of money, shares, and amounts in units of measure.

One rule: the unit is said, by a sign or a word; its names are in ``resources/figures.yaml``.
"""

from __future__ import annotations

import re
from functools import cache

from sitroom.annotate.engine import Doc, Token
from sitroom.annotate.figures.numbers import Number
from sitroom.annotate.figures.phrases import NOUNS, Counted, last, measured_thing, of
from sitroom.resources import load

_UNIT = re.compile(r"\s(?:more\s|additional\s|straight\s|consecutive\s|full\s|square\s|cubic\s|metric\s)?([A-Za-z]+)\b")
_GLUED = re.compile(r"\s?([A-Za-z]{2,3})\b")


def money(doc: Doc, number: Number, text: str, low: int) -> Counted | None:
    """A sum: "$2.5 billion", "40 million euros", "billions of dollars"."""
    data = load("figures")
    before = _sign().search(text, max(low, number.start - 5), number.start)
    if before and before.end() == number.start:
        code = data["currencies"][before[0].strip()]
        return Counted(before.start(), number.end, code, _spent(doc, number, before.start()), kind="money")
    after = _currency().match(text, number.end)
    if not after or (after["of"] and number.kind != "plural"):
        return None
    words = re.sub(r"\s+", " ", after["word"].lower())
    if (words == "won" and "Korea" not in text) or (words.startswith("pound") and text.startswith(" of ", after.end())):
        return None
    cents = 0.01 if words.startswith("cent") else 1.0
    spent = _spent(doc, number, number.start)
    if spent is not None and spent.lower_ in data["currency_words"]:
        spent = of(spent)
    return Counted(number.start, after.end(), data["currency_words"][words], spent, kind="money", scale=cents)


def _spent(doc: Doc, number: Number, start: int) -> Token | None:
    """The noun that the sum is of: "$2 billion in aid", "a $3 million fine"."""
    span = doc.char_span(start, number.end, alignment_mode="expand")
    if span is None:
        return None
    if span.start > 0 and span[0].nbor(-1).lower_ in ("a", "an", "the", "its", "their", "his", "her"):
        nouns = _run_of_nouns(doc, span.end)
        if nouns is not None:
            return nouns
    head = last(list(span))
    for _ in range(4):
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ in ("in", "of", "worth", "for", "on"):
                inner = next((c for c in child.children if c.dep_ == "pobj" and c.pos_ in NOUNS), None)
                if inner is not None:
                    return inner
        if head.dep_ not in ("nummod", "quantmod", "nmod", "compound", "amod", "npadvmod") or head.head.i == head.i:
            break
        head = head.head
        if head.pos_ in NOUNS and head.i >= span.end and head.lower_ not in load("figures")["currency_words"]:
            return head
    return measured_thing(head)


def _run_of_nouns(doc: Doc, start: int) -> Token | None:
    """The last of the nouns and adjectives that follow at once; ``None`` where no noun does."""
    found: Token | None = None
    for token in doc[start : start + 5]:
        if token.is_sent_start or token.pos_ not in ("ADJ", "NOUN"):
            break
        found = token if token.pos_ == "NOUN" else found
    return found


def share(doc: Doc, number: Number, text: str) -> Counted | None:
    """A percentage, or a change in percentage points."""
    after = _percent().match(text, number.end)
    if not after:
        return None
    unit = "percentage_point" if after["points"] else "percent"
    words = doc.char_span(number.start, after.end(), alignment_mode="expand")
    token = last(list(words)) if words is not None else None
    return Counted(number.start, after.end(), unit, measured_thing(token), kind="share")


@cache
def _percent() -> re.Pattern[str]:
    names = r"percent\b|per\s?cent\b|pct\b|percentage\b"
    return re.compile(rf"(?:\s?%|[\s-](?:{names}))(?P<points>[\s-](?:percentage\s)?points?\b)?", re.IGNORECASE)


def measured(doc: Doc, number: Number, text: str) -> Counted | None:
    """A unit of measure behind the number: "12 miles", "15km", "40 square metres"."""
    data = load("figures")
    glued = _GLUED.match(text, number.end)
    if glued and glued[1].lower() in data["glued"] and number.kind == "digits":
        inner = doc.char_span(number.start, glued.end(), alignment_mode="expand")
        thing = measured_thing(last(list(inner))) if inner is not None else None
        return Counted(number.start, glued.end(), data["glued"][glued[1].lower()], thing, kind="measure")
    found = _UNIT.match(text, number.end)
    if not found:
        return None
    word = found[1].lower()
    singular = word[:-1] if word.endswith("s") else word
    if singular in data["units"] and data["units"][singular] not in ("person", "man", "woman", "child"):
        inner = doc.char_span(found.start(1), found.end(1), alignment_mode="expand")
        noun = (measured_thing(inner[-1]) or inner[-1]) if inner is not None else None
        square = "square " if " square " in found[0] else ""
        return Counted(number.start, found.end(), square + data["units"][singular], noun, kind="measure")
    return None


@cache
def _sign() -> re.Pattern[str]:
    signs = sorted(load("figures")["currencies"], key=len, reverse=True)
    return re.compile(
        "(?:" + "|".join(map(re.escape, signs)) + r")\s?$|(?:" + "|".join(map(re.escape, signs)) + r")\s?(?=\d)"
    )


@cache
def _currency() -> re.Pattern[str]:
    words = sorted(load("figures")["currency_words"], key=len, reverse=True)
    return re.compile(
        r"[\s-](?P<of>of\s)?(?:u\.?s\.?\s|american\s|canadian\s|australian\s)?(?P<word>"
        + "|".join(map(re.escape, words))
        + r")\b",
        re.I,
    )
