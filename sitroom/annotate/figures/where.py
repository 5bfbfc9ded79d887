"""Where the counted is, and what narrows the measure.

One rule: both are words of a phrase on the counted noun or on the verb that governs it; a place is a place's name or
a noun that says where something is, and an event, an amount or a date is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitroom.annotate.engine import Token
from sitroom.annotate.figures.phrases import Counted
from sitroom.resources import listed

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TAKERS = frozenset({"GPE", "LOC", "ORG", "NORP", "PERSON"})
_AMOUNTS = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_LONGEST = 80  # code points of a place or scope


def place(found: Counted, token: Token) -> str | None:
    """Where: the words of the nearest locative phrase; ``None`` where the clause names no place."""
    for phrase in _phrases(found, token):
        if phrase.lower_ not in listed("figures", "placing"):
            continue
        for obj in phrase.children:
            if obj.dep_ == "pobj" and _is_place(obj, phrase) and not any(t.i == token.i for t in obj.subtree):
                return _text(obj)
    return None


def _is_place(noun: Token, phrase: Token) -> bool:
    if noun.ent_type_:
        return noun.ent_type_ in _PLACES
    if {noun.lemma_.lower(), noun.lower_} & listed("figures", "whereabouts"):
        return True
    near = [*noun.lefts, *(t for way in noun.rights if way.dep_ == "prep" for t in way.children)]
    return phrase.lower_ in listed("figures", "around") and any(t.ent_type_ in _PLACES for t in near)


def scope(found: Counted, token: Token) -> str | None:
    """What narrows the measure: the words of a "to", "for", "of" or "since" phrase; another amount narrows nothing."""
    noun = found.noun if found.noun is not None else token
    for phrase in _phrases(found, token):
        narrows = phrase.lower_ in listed("figures", "narrowing") or (phrase.lower_ == "of" and phrase.head.i == noun.i)
        inner = next(iter(phrase.children), None)
        if not narrows or inner is None or any(t.i == token.i for t in phrase.subtree) or _is_amount(inner):
            continue
        if (
            phrase.lower_ == "to"
            and phrase.head.pos_ == "VERB"
            and not any(t.ent_type_ in _TAKERS for t in inner.subtree)
        ):
            continue  # "likened 200 people to an army"
        text = f"{phrase.lower_} {_text(inner)}"
        return text if len(text) <= _LONGEST else None
    return None


def _is_amount(token: Token) -> bool:
    dated = token.ent_type_ in ("DATE", "TIME")
    return token.like_num or (token.ent_type_ in _AMOUNTS and not dated)


def _phrases(found: Counted, token: Token) -> Iterator[Token]:
    """Prepositions on the number itself, on the counted noun, and on what governs it, the nearest first."""
    noun = found.noun if found.noun is not None else token
    yield from (c for c in token.children if c.dep_ == "prep" and c.i > token.i)
    at = noun
    for _ in range(3):
        yield from (c for c in at.children if c.dep_ == "prep" and c.i > noun.i - 12)
        for clause in (c for c in at.rights if c.dep_ in ("acl", "relcl")):
            yield from (c for c in clause.children if c.dep_ == "prep")
        if at.head.i == at.i or at.dep_ in ("ccomp", "advcl", "conj"):
            return
        at = at.head


def _text(token: Token) -> str:
    words = list(token.subtree)
    text = str(token.doc[words[0].i : words[-1].i + 1].text)
    if len(text) <= _LONGEST:
        return text
    return " ".join(t.text for t in (*token.lefts, token) if len(t.text) < 30)[:_LONGEST]
