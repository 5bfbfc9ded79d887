"""Words above an act that say how real it is: verbs, nouns and adjectives that plan, fear, demand, deny, call off.

One rule: which word makes what of an act is data (``resources/status.yaml``); here it is only looked up.
"""

from __future__ import annotations

from functools import cache

from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar
from sitroom.annotate.lemmas import lemma_of
from sitroom.model import Status
from sitroom.resources import listed, load, words

GUARDED: tuple[Status, ...] = (
    "cancelled", "denied", "conditional", "forecast", "proposed", "scheduled", "ongoing", "occurred",
)  # fmt: skip
"""From the reading that claims least to the one that claims most."""


@cache
def operators() -> dict[str, Status]:
    """Lemma, or lemma and preposition, to the status that it gives what it governs."""
    names: tuple[Status, ...] = ("ongoing", "scheduled", "proposed", "conditional", "forecast", "denied", "cancelled")
    return {word: name for name in names for word in listed("status", name)}


@cache
def adjectives() -> dict[str, Status]:
    """Adjective before an act's noun to the status that it gives."""
    table = load("status")["modifiers"]
    found: dict[str, Status] = {}
    for name in GUARDED:
        found |= dict.fromkeys(words(table.get(name)), name)
    return found


def operator_of(token: Token) -> Status | None:
    """What the word makes of what it governs; ``None`` for a word that says nothing of it."""
    return operators().get(key_of(token))


def key_of(token: Token) -> str:
    """An operator's key: the lemma with "be" before it in a passive, with its particle or preposition behind it, where
    the table has that; else the lemma.
    """
    lemma = lemma_of(token)
    if grammar.is_passive(token) and f"be {lemma}" in operators():
        return f"be {lemma}"
    for child in token.children:
        if child.dep_ in ("prt", "prep", "advmod") and f"{lemma} {child.lower_}" in operators():
            return f"{lemma} {child.lower_}"
    return lemma


def takes(token: Token, dep: str) -> bool:
    """Whether a word bears on what stands under it in this relation.

    A verb that calls off says nothing of a clause or circumstance beside it ("prices dropped on fears of war").
    """
    if not grammar.verbal(token):
        return True
    return operator_of(token) != "cancelled" or dep in ("dobj", "nsubjpass", "pobj", "conj")
