"""What a figure measures: the thing, what was done to it, and whose it is.

One rule: every answer is read off the parse around the counted noun; what the clause does not say is ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sitroom.annotate.animacy import animate
from sitroom.annotate.engine import Token, text_of
from sitroom.annotate.figures.phrases import NOUNS, Counted, is_change
from sitroom.annotate.reading import Reading
from sitroom.resources import listed, load

_GOVERNED = frozenset({"nsubjpass", "nsubj", "dobj", "attr", "pobj", "amod", "nummod", "appos", "conj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_RATE = re.compile(
    r"\s(?:an?|per|each|every)\s(day|week|month|year|hour|minute|second|person|head|capita)\b(?!\s(?:ago|earlier|before|later|on|after))",
    re.I,
)


def measure(found: Counted, token: Token) -> str:
    """The normalised head noun phrase: "eastern flank allies", "people killed", "call duration", "military aid"."""
    noun = found.noun
    token = found.like if found.like is not None else token
    if found.kind == "duration":
        told = noun is not None and noun.lower_ not in load("figures")["lasting"]
        return f"{noun.lemma_.lower()} duration" if noun is not None and told else "duration"
    done = state(noun if noun is not None else token)
    if noun is None or (_is_dimension(found, token) and not _RATE.match(text_of(token.doc), found.end)):
        return _by_verb(found, token, done)
    words = [*_describing(noun), _word(noun) if found.kind != "rank" else noun.lemma_.lower()]
    inner = _inner(noun, token)
    level = _changing(noun) if noun.lemma_.lower() in load("figures")["changes"] else None
    if level is not None:
        words = [*_describing(level), level.lower_, "change"]
    elif found.kind in ("share", "total") and is_change(token):
        words.append("change")
    elif inner is not None and noun.lemma_.lower() in _wholes():
        words = [*_describing(inner), _word(inner)]
        done = done or state(inner)
    done = done or (load("figures")["tolls"].get(noun.lemma_.lower()) if found.kind == "total" else None)
    if done and found.kind in ("count", "total"):
        counts_people = noun.lemma_.lower() in load("figures")["states"] or is_people(noun) or found.kind == "total"
        words = ["people" if counts_people else noun.lower_, done]
    rate = _RATE.match(text_of(token.doc), found.end)
    return " ".join((*words, f"per {rate[1].lower()}")) if rate else " ".join(words)


def _is_dimension(found: Counted, token: Token) -> bool:
    """Whether the noun is no more than the unit of measure itself: "flew 600 km"."""
    return found.kind == "measure" and found.noun is not None and token.i <= found.noun.i < token.i + 2


def _by_verb(found: Counted, token: Token, done: str | None) -> str:
    """The measure of an amount that no noun tells the thing of: by what was done to people, or by the verb above."""
    if found.kind not in ("money", "measure", "share"):
        return f"people {done}" if done else (found.unit or "number")
    verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
    kind = "money" if found.kind == "money" else str(found.unit)
    return f"{kind}: {verb.lemma_.lower()}" if verb is not None else kind


def _word(noun: Token) -> str:
    """A common noun in small letters, a name as it is written."""
    return noun.text if noun.pos_ == "PROPN" and not noun.text.isupper() else noun.lower_


def _changing(noun: Token) -> Token | None:
    """The level that a noun of change is of: "exports" in "a rise in exports", "price" in "a price rise"."""
    phrases = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("in", "of"))
    inner = next((c for p in phrases for c in p.children if c.dep_ == "pobj" and c.pos_ in NOUNS), None)
    before = (c for c in noun.lefts if c.dep_ == "compound" and c.pos_ == "NOUN")
    return inner if inner is not None else next(before, None)


def state(token: Token) -> str | None:
    """What was done to those counted (killed, wounded, missing …); ``None`` where it is not about that."""
    states = load("figures")["states"]
    found = [str(states[near.lower_]) for near in _state_words(token) if near.lower_ in states]
    # documents are released and not freed
    thing = token.pos_ == "NOUN" and token.lower_ not in load("figures")["plurals"]
    if thing and not animate(token) and not is_people(token):
        found = [done for done in found if done not in load("figures")["states_of_people"]]
    strong = [done for done in found if done not in load("figures")["feeble"]]
    return next(iter((*strong, *found)), None)


def _state_words(token: Token) -> Iterator[Token]:
    """Words that could tell what was done to the counted, the nearest first."""
    outer = _outer(token)
    head = outer.head
    yield token
    # who kills is not killed
    doing = outer.dep_ == "nsubj" and head.lemma_ in listed("figures", "doing")
    if head.i != outer.i and outer.dep_ in _GOVERNED and not doing:
        yield head
        if head.dep_ in ("prep", "agent"):
            yield head.head
        if outer.dep_ in ("nsubj", "nsubjpass"):
            yield from (c for c in head.children if c.dep_ in ("acomp", "oprd", "attr", "xcomp"))
    yield from (c for c in token.children if c.dep_ in ("amod", "acl", "compound") or _is_of_them(c))
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].pos_ in ("ADJ", "VERB"):
        yield token.doc[token.i + 1]


def _is_of_them(clause: Token) -> bool:
    """Whether a relative clause tells of all that are counted: not "prisoners, of whom 30 died"."""
    if clause.dep_ != "relcl":
        return False
    doers = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return not doers or any(c.tag_ in ("WP", "WDT") for c in doers)


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


@cache
def _wholes() -> frozenset[str]:
    data = load("figures")
    return frozenset((*data["containers"], *data["totals"]["other"]))


def is_people(noun: Token) -> bool:
    """Whether the noun is a word for human beings in general."""
    return noun.lemma_.lower() in listed("figures", "kinds", "people")


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
    return frozenset({*hedges, *data["fillers"], *data["scales"], *data["plurals"], *data["numbers"], *data["dull"]})


def _inner(noun: Token, number: Token) -> Token | None:
    """What a whole is made of ("sets of talks"); an amount itself ("an altitude of 600 km") is not that."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj" and not number.i <= c.i <= number.i + 1), None)
    return None
