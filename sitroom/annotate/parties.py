"""Whom an argument of a clause means: the actors behind a noun phrase, joint phrases and stand-ins taken apart.

One rule: it reads what the mentions step found and never makes an actor.
"""

from __future__ import annotations

from functools import cache

from sitroom.annotate.engine import Token
from sitroom.annotate.reading import Reading
from sitroom.annotate.relatives import antecedent
from sitroom.model import Mention
from sitroom.resources import listed, load

JOINT = "joint/"
"""How the keys of joint actors begin; their members' keys stand behind, parted by a plus sign."""
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
_ARMED_BODIES = frozenset({"armed_force", "armed_group"})


@cache
def armed() -> frozenset[str]:
    """Nouns for those who bear arms, for arms, and for bodies that have them ("police")."""
    return listed("parties", "armed") | listed("parties", "may_be_armed")


def bears_arms(reading: Reading, token: Token) -> bool:
    """Whether the word is for people or things that fight, not for a body that as often uses words."""
    mention = reading.mention_at(token)
    body = reading.actor(mention.actor).subtype if mention is not None else None
    return body in _ARMED_BODIES or token.lemma_.lower() in listed("parties", "armed")


def members(reading: Reading, mention: Mention) -> tuple[str, ...]:
    """The local keys of the people or states that a mention means: of "both leaders" the two, else the actor's own."""
    if mention.actor.startswith(JOINT) and reading.actor(mention.actor).subtype == "joint":
        keys = mention.actor.removeprefix(JOINT).split("+")
        if len(keys) > 1 and all(_exists(reading, key) for key in keys):
            return tuple(keys)
    return (mention.actor,)


def actors_of(reading: Reading, token: Token) -> list[str]:
    """Local keys of the actors that the noun phrase headed by a token stands for, in order; empty for none.

    Conjuncts count ("Biden and Putin"), officials, sides and teams stand for the party named with them ("U.S. and
    Russian officials" gives both states), a relative pronoun for the noun before it. Not supported: ellipsis.
    """
    found: list[str] = []
    for one in (token, *_conjuncts(token)):
        found += [key for key in _one(reading, one) if key not in found]
    return found


def _conjuncts(token: Token) -> list[Token]:
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            found += [child, *_conjuncts(child)]
    return found


def _one(reading: Reading, token: Token) -> list[str]:
    noun = antecedent(token)
    if noun is not token:
        return _one(reading, noun)
    mention = reading.mention_at(token)
    if mention is not None:
        actor = reading.actor(mention.actor)
        if actor.subtype == "unnamed" and token.tag_ in {"NNS", "NNPS"}:
            return _parties(reading, token) or [mention.actor]
        return list(members(reading, mention))
    if token.lemma_.lower() in load("roles")["stand_ins"]:
        return _parties(reading, token)
    return []


def _parties(reading: Reading, token: Token) -> list[str]:
    """The actors named as modifiers: "U.S. and Russian officials", "Zelensky's team", "officials from Iran"."""
    found: list[str] = []
    heads = [child for child in token.children if child.dep_ in _MODIFIERS]
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            heads += [inner for inner in child.children if inner.dep_ == "pobj"]
    for head in heads:
        for one in (head, *_conjuncts(head)):
            mention = reading.mention_at(one)
            found += [key for key in (members(reading, mention) if mention else ()) if key not in found]
            if mention is None:
                found += [key for key in _parties(reading, one) if key not in found]
    return found


def _exists(reading: Reading, key: str) -> bool:
    try:
        reading.actor(key)
    except KeyError:
        return False
    return True
