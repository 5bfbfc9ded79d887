"""What a figure measures: the thing, whose it is, where, whether it is seen, planned or feared.

One rule: every answer is read off the parse around the counted noun; what the clause does not say is ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sitroom.annotate.engine import Token, text_of
from sitroom.annotate.figures.phrases import Counted
from sitroom.annotate.reading import Reading
from sitroom.resources import load

_PLACING = frozenset(
    {"in", "at", "near", "on", "along", "around", "outside", "across", "inside", "off", "within", "throughout"}
)
_NARROWING = frozenset({"to", "for", "since", "against", "from"})
_DOING = frozenset({"kill", "wound", "injure", "arrest", "detain", "capture"})
_GOVERNED = frozenset({"nsubjpass", "nsubj", "dobj", "attr", "pobj", "amod", "nummod", "appos", "conj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_RATE = re.compile(r"\s(?:an?|per|each|every)\s(day|week|month|year|hour|minute|second|person|head|capita)\b", re.I)
_NO_PLACE = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})
_NOWHERE = frozenset({"row", "total", "all", "turn", "part", "fact", "case", "time", "end", "way"})
_LONGEST = 80  # code points of a place or scope


def measure(found: Counted, token: Token) -> str:
    """The normalised head noun phrase: "eastern flank allies", "people killed", "call duration", "military aid"."""
    noun = found.noun
    if found.kind == "duration":
        return f"{noun.lemma_.lower() if noun is not None else 'time'} duration"
    done = state(noun if noun is not None else token)
    if noun is None and found.kind == "money":
        verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
        return f"money: {verb.lemma_.lower()}" if verb is not None else "money"
    if noun is None:
        return f"people {done}" if done else (found.unit or "number")
    words = [*_describing(noun), noun.lower_ if found.kind != "rank" else noun.lemma_.lower()]
    inner = _inner(noun)
    if inner is not None and noun.lemma_.lower() in _wholes():
        words = [*_describing(inner), inner.lower_]
        done = done or state(inner)
    if done and found.kind in ("count", "total"):
        counts_people = noun.lemma_.lower() in load("figures")["states"] or is_people(noun) or found.kind == "total"
        words = ["people" if counts_people else noun.lower_, done]
    rate = _RATE.match(text_of(token.doc), found.end)
    return " ".join((*words, f"per {rate[1].lower()}")) if rate else " ".join(words)


def state(token: Token) -> str | None:
    """What was done to those counted (killed, wounded, missing …); ``None`` where it is not about that."""
    states = load("figures")["states"]
    found = [str(states[near.lower_]) for near in _state_words(token) if near.lower_ in states]
    strong = [done for done in found if done not in load("figures")["feeble"]]
    return next(iter((*strong, *found)), None)


def _state_words(token: Token) -> Iterator[Token]:
    """Words that could tell what was done to the counted, the nearest first."""
    outer = _outer(token)
    head = outer.head
    yield token
    # who kills is not killed
    doing = outer.dep_ == "nsubj" and head.lemma_ in _DOING
    if head.i != outer.i and outer.dep_ in _GOVERNED and not doing:
        yield head
        if head.dep_ in ("prep", "agent"):
            yield head.head
        if outer.dep_ in ("nsubj", "nsubjpass"):
            yield from (c for c in head.children if c.dep_ in ("acomp", "oprd", "attr", "xcomp"))
    yield from (c for c in token.children if c.dep_ in ("amod", "acl", "relcl", "compound"))
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].pos_ in ("ADJ", "VERB"):
        yield token.doc[token.i + 1]


def _outer(noun: Token) -> Token:
    """The word that the whole phrase hangs on: "hundreds" in "hundreds of people", else the noun itself."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in load("figures")["plurals"]:
        return noun.head.head
    return noun


def subject(reading: Reading, found: Counted, token: Token) -> str | None:
    """Whose it is: the name of the actor that owns or does the counted, as the article knows it."""
    noun = found.noun if found.noun is not None else token
    for owner in noun.lefts:
        if owner.dep_ in ("poss", "amod", "compound", "nmod") and (name := _actor(reading, owner)) is not None:
            return name
    verb = _outer(noun).head if _outer(noun).dep_ in ("dobj", "attr") else None
    if found.kind in ("duration", "money") and verb is None and noun.dep_ == "pobj":
        verb = noun.head.head
    for _ in range(2):
        if verb is None:
            return None
        doer = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if doer is not None:
            return _actor(reading, doer)
        verb = verb.head
    return None


def _actor(reading: Reading, token: Token) -> str | None:
    mention = reading.mention_at(token)
    if mention is None:
        return None
    return reading.actor(mention.actor).name


def place(found: Counted, token: Token) -> str | None:
    """Where: the words of the nearest locative phrase on the noun or on the verb that governs it."""
    for phrase in _phrases(found.noun if found.noun is not None else token):
        if phrase.lower_ not in _PLACING:
            continue
        for obj in phrase.children:
            inside = list(obj.subtree)
            if (
                obj.dep_ != "pobj"
                or obj.lower_ in _NOWHERE
                or obj.ent_type_ in _NO_PLACE
                or any(t.i == token.i or t.ent_type_ == "TIME" for t in inside)
            ):
                continue
            return _text(obj)
    return None


@cache
def _wholes() -> frozenset[str]:
    data = load("figures")
    return frozenset((*data["containers"], *data["totals"]["other"]))


def scope(found: Counted, token: Token) -> str | None:
    """What narrows the measure: the words of a "to", "for", "of" or "since" phrase on the noun."""
    noun = found.noun if found.noun is not None else token
    for phrase in _phrases(noun):
        narrows = phrase.lower_ in _NARROWING or (phrase.lower_ == "of" and phrase.head.i == noun.i)
        inner = next(iter(phrase.children), None)
        if not narrows or inner is None or any(t.i == token.i for t in phrase.subtree):
            continue
        text = f"{phrase.lower_} {_text(inner)}"
        return text if len(text) <= _LONGEST else None
    return None


def _phrases(noun: Token) -> Iterator[Token]:
    at = noun
    for _ in range(3):
        yield from (c for c in at.children if c.dep_ in ("prep", "acl") and c.i > noun.i - 12 and c.dep_ == "prep")
        for clause in (c for c in at.rights if c.dep_ in ("acl", "relcl")):
            yield from (c for c in clause.children if c.dep_ == "prep")
        if at.head.i == at.i or at.dep_ in ("ccomp", "advcl", "conj"):
            return
        at = at.head


def _text(token: Token) -> str | None:
    words = list(token.subtree)
    text = token.doc[words[0].i : words[-1].i + 1].text
    return (
        text
        if len(text) <= _LONGEST
        else " ".join(t.text for t in (*token.lefts, token) if len(t.text) < 30)[:_LONGEST]
    )


def status(found: Counted, token: Token) -> str:
    """``observed``, ``planned`` or ``forecast``, by the verbs and modifiers above the counted noun."""
    data = load("figures")
    at = found.noun if found.noun is not None else token
    if any(c.lower_ in data["planned_cues"] for c in at.subtree if c.dep_ == "amod" and c.i < at.i + 8):
        return "planned"
    for _ in range(8):
        words = {c.lower_ for c in at.children if c.dep_ in ("aux", "amod", "advmod")} | (
            {at.lemma_.lower()} if at.dep_ != "ROOT" or at.pos_ == "VERB" else set()
        )
        if words & set(data["forecast_cues"]):
            return "forecast"
        if words & set(data["planned_cues"]) and at.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            return "planned"
        if at.head.i == at.i or at.dep_ in ("ccomp", "parataxis"):
            break
        at = at.head
    return "observed"


def is_people(noun: Token) -> bool:
    """Whether the noun is a word for human beings in general."""
    return noun.lemma_.lower() in _people_words()


@cache
def _people_words() -> frozenset[str]:
    return frozenset(load("figures")["kinds"]["people"])


def _describing(noun: Token) -> list[str]:
    """Adjectives and nouns before the head that tell what kind it is; names and nationalities are its subject's."""
    return [
        c.lower_
        for c in noun.lefts
        if c.dep_ in ("amod", "compound", "nmod") and not c.ent_type_ and c.text.isalpha() and c.lower_ not in _dull()
    ]


@cache
def _dull() -> frozenset[str]:
    data = load("figures")
    hedges = {word for group in data["hedges"].values() for phrase in group for word in phrase.split()}
    return frozenset(
        {*hedges, *data["fillers"], *data["scales"], *data["plurals"], *data["numbers"], "upcoming", "many", "other"}
    )


def _inner(noun: Token) -> Token | None:
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
