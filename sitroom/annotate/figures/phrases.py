"""The parse around a number: the token it hangs on, its "of", the noun it stands before, what it measures.

One rule: these look at dependencies only; words that mean something are for the callers.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitroom.annotate.engine import Token
from sitroom.resources import load

NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, at ``[start, end)``, a currency sign included.

    ``unit`` is normalised; ``noun`` is the counted noun, or what a sum or duration is of. ``timed`` marks units of
    time; ``kind`` is count, total, money, share, measure, duration, rank, or stop for what is no figure after all.
    ``like`` is the number before whose words say what this one counts; ``None`` where its own do. ``compared`` marks
    an earlier or other value of the figure before ("up from 8").
    """

    start: int
    end: int
    unit: str | None
    noun: Token | None
    timed: bool = False
    kind: str = "count"
    scale: float = 1.0
    like: Token | None = None
    compared: bool = False


def last(tokens: list[Token]) -> Token:
    """The token of the span that the rest of it hangs from."""
    inside = {t.i for t in tokens}
    roots = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    return roots[-1] if roots else tokens[-1]


def of(token: Token | None) -> Token | None:
    """The noun of the token's own "of" phrase; ``None`` where there is none."""
    if token is None:
        return None
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def modified(unit: Token) -> Token | None:
    """The noun that a hyphenated unit stands before."""
    head = unit
    for _ in range(4):
        if head.head.i == head.i:
            break
        head = head.head
        if head.i > unit.i and head.pos_ in NOUNS and head.dep_ not in ("compound", "nmod"):
            return head if head.i - unit.i <= 6 else None
    if head.i > unit.i and head.pos_ in NOUNS and head.i - unit.i <= 6:
        return head
    after = [t for t in unit.doc[unit.i + 1 : unit.i + 4] if not t.is_sent_start]
    nouns = [t for t in after if t.pos_ in NOUNS]
    return nouns[0] if nouns and all(t.pos_ in ("ADJ", *NOUNS) for t in after[: after.index(nouns[0])]) else None


def end_of(token: Token) -> int:
    """Where the token ends in the text."""
    return token.idx + len(token)


def is_change(token: Token) -> bool:
    """Whether the amount is by how much a level changed ("fell by 3 percent"), and not the level itself."""
    before = next((t for t in reversed(token.doc[: token.i]) if not (t.like_num or t.pos_ in ("NUM", "SYM"))), None)
    if before is not None and before.lower_ == "to":  # the parse of "by 40 to 64" often makes one number of it
        return False
    while token.dep_ in ("nummod", "quantmod", "compound", "nmod") and token.head.i != token.i:
        token = token.head
    verb = token.head
    if token.dep_ == "pobj":
        if verb.lower_ != "by":
            return False
        verb = verb.head
    elif token.dep_ not in ("npadvmod", "dobj", "advmod"):
        return False
    return verb.pos_ == "VERB" and verb.lemma_.lower() in load("figures")["levelling"]


def measured_thing(token: Token | None) -> Token | None:
    """What a share, sum or measure is of: "30 percent of imports", "tariffs of 25 percent", "prices fell 2 percent"."""
    if token is None:
        return None
    inner = of(token)
    if inner is not None and inner.lemma_.lower() not in load("figures")["bases"]:
        return inner if inner.pos_ in NOUNS else None
    if token.head.pos_ in NOUNS and token.head.i > token.i and any(letter.isalpha() for letter in token.head.text[:1]):
        return token.head
    above = token.head
    if (
        token.dep_ == "pobj"
        and above.head.pos_ in NOUNS
        and above.head.is_alpha
        and above.lower_ in ("of", "at", "worth", "to")
    ):
        return above.head
    verb = above.head if token.dep_ == "pobj" else above
    if token.dep_ == "pobj" and above.lower_ in ("to", "by", "at", "from") and verb.pos_ == "VERB":
        changed = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i and c.pos_ in NOUNS), None)
        if changed is not None and not changed.ent_type_:
            return changed
    if verb.pos_ in ("VERB", "AUX") and token.dep_ in ("pobj", "dobj", "attr", "npadvmod", "advmod", "nummod"):
        above_it = verb.head if verb.dep_ in ("xcomp", "advcl") else verb
        if verb.dep_ == "pcomp" and verb.tag_ == "VBG":  # "closed lower after falling by 3 percent"
            above_it = verb.head.head
        doers = (c for v in (verb, above_it) for c in v.children)
        doer = next((c for c in doers if c.dep_ in ("nsubj", "nsubjpass")), None)
        # who spends a sum is not what the sum is of; what reaches or costs one is
        if token.dep_ == "dobj" and verb.lemma_ not in (*load("figures")["reaching"], *load("figures")["levelling"]):
            return None
        if doer is not None and doer.pos_ in NOUNS and doer.ent_type_ not in ("PERSON", "ORG", "NORP"):
            return of(doer) or doer if doer.lemma_.lower() in load("figures")["totals"]["other"] else doer
    return None
