"""Light verbs: the verb that carries the act that a noun names ("held talks", "issued a warning").

One rule: the noun names the act, the verb gives its actor, tense and status.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.relatives import RELATIVES
from sitroom.resources import listed


def light() -> frozenset[str]:
    """Lemmas of verbs that carry their object's act."""
    return listed("status", "light")


def light_prep() -> frozenset[str]:
    """Lemma and preposition of verbs that carry an act in a phrase ("engaged in talks")."""
    return listed("status", "light_prep")


def carried_by(noun: Token) -> Token | None:
    """The light verb over a noun; ``None`` where the noun stands for itself."""
    top = noun
    for _ in range(grammar.DEPTH):
        if top.dep_ == "conj" and top.head.pos_ in grammar.NOMINAL:
            top = top.head
        elif top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_ in listed("status", "measures"):
            top = top.head.head  # "a series of talks", "a flurry of diplomacy"
        else:
            break
    for child in top.children:  # "the talks that Serbia held", whatever is said of them
        if child.dep_ == "relcl" and lemma_of(child) in light() and _takes_object(child):
            return child
        if child.dep_ == "acl" and child.tag_ == "VBN" and lemma_of(child) in light() and grammar.agents(child):
            return child  # "sanctions imposed by Serbia"
    head = top.head
    if top.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and grammar.verbal(head):
        return head if lemma_of(head) in light() else None
    if top.dep_ == "pobj" and grammar.verbal(head.head):
        particle = [c.lower_ for c in head.head.children if c.dep_ == "prt"]
        key = " ".join([head.head.lemma_.lower(), *particle, head.lower_])
        return head.head if key in light_prep() else None
    return None


def counted(noun: Token) -> Token:
    """The noun that counts or measures the act: "days" of "three days of talks", else the noun itself."""
    top = noun
    for _ in range(grammar.DEPTH):
        if top.dep_ != "pobj" or top.head.lower_ != "of" or top.head.head.lemma_ not in listed("status", "measures"):
            break
        top = top.head.head
    return top


def _takes_object(clause: Token) -> bool:
    """Whether the clause has a subject of its own and the noun above it as its object."""
    named = [c for c in clause.children if c.dep_ == "nsubj" and c.lower_ not in RELATIVES]
    other = [c for c in clause.children if c.dep_ == "dobj" and c.lower_ not in RELATIVES]
    return bool(named) and not other
