"""Parties of an act: from the heads of phrases to arguments with their actors.

One rule: a phrase that names no known actor keeps its words and the actor ``None``.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from sitroom.annotate import parties
from sitroom.annotate.animacy import animate
from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import grammar
from sitroom.annotate.reading import Reading
from sitroom.model import Argument, Mention
from sitroom.resources import listed
from sitroom.text import Span

PARTIES = frozenset({"person", "country", "organization", "group", "forum"})
_HIGHEST = 24  # governors above a pronoun among which its speaker is looked for
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_REACH = 60  # code points of a phrase beyond which only its core is kept


def humans() -> frozenset[str]:
    """Nouns for people and bodies of people."""
    return listed("parties", "humans")


def mention_of(reading: Reading, token: Token) -> Mention | None:
    """The mention that the token heads."""
    return reading.mention_at(token)


def carrier(reading: Reading, token: Token) -> Mention | None:
    """The actor behind a phrase that is no mention itself: "Russian" in "Russian warplanes".

    A person is not his people: "several Macron aides" are not Macron.
    """
    others = token.lemma_.lower() in humans()
    for inner in (*grammar.possessors(token), *grammar.modifiers(token)):
        if (mention := reading.mention_at(inner)) and not (others and mention.type == "person"):
            return mention
    for inner in (*grammar.phrases(token, "of"), *grammar.phrases(token, "by")):
        if (mention := reading.mention_at(inner)) and not (others and mention.type == "person"):
            return mention
        if token.lower_ in listed("parties", "numbers"):
            return carrier(reading, inner)
    return None


def argument(reading: Reading, token: Token) -> list[Argument]:
    """The phrase that the token heads, once for each actor that it means ("both leaders" means two)."""
    for child in (
        *token.children,
        *(c for t in grammar.phrases(token, "of") for c in t.children),
    ):  # "nine members of NATO, known as the Bucharest Nine"
        if child.dep_ in ("acl", "appos") and child.lemma_ in listed("unsaid", "naming"):
            names = grammar.phrases(child, "as") or [c for c in child.children if c.dep_ in ("oprd", "dobj")]
            if names and reading.mention_at(names[0]):
                return argument(reading, names[0])
    mention = reading.mention_at(token)
    if token.pos_ == "PRON" and (named := antecedent(reading, token)) is not None and named.i != token.i:
        return argument(reading, named)
    keys = parties.actors_of(reading, token) if mention is None or _joined(reading, mention) else [mention.actor]
    span = mention.span if mention else core(token)
    if not keys and token.lower_ in listed("parties", "first_person"):
        around = reading.statement_around(span_of(token))
        keys = [around.speaker] if around is not None and around.speaker else []
    if not keys:
        inner = carrier(reading, token)
        keys = list(parties.members(reading, inner)) if inner else []
    return [Argument(span, key) for key in keys] or [Argument(span, None)]


def _joined(reading: Reading, mention: Mention) -> bool:
    """Whether the mention means several actors, or people who stand for the state named with them."""
    actor = reading.actor(mention.actor)
    return actor.subtype in ("joint", "unnamed")


def core(token: Token) -> Span:
    """A noun phrase without relative clauses, appositions and conjuncts; a long one without what follows its head."""
    start, end = token, token
    for child in token.children:
        if child.i < token.i and child.dep_ not in ("punct", "cc", "preconj", "conj"):
            start = min(start, child.left_edge, key=lambda t: t.i)
        elif (child.dep_ == "prep" and child.lower_ in ("of", "for", "in")) or child.dep_ in ("case", "flat", "nummod"):
            last = child.right_edge
            if last.idx + len(last) - token.idx <= _REACH:
                end = max(end, last, key=lambda t: t.i)
    return span_of([start, end])


def arguments(reading: Reading, tokens: Iterable[Token]) -> tuple[Argument, ...]:
    """The parties that the tokens head, conjuncts included, each actor once, in order of the text."""
    found: dict[object, Argument] = {}
    for token in grammar.together(tokens):
        for one in argument(reading, token):
            found.setdefault(one.actor or one.span, one)
    return tuple(sorted(found.values(), key=lambda a: (a.span, a.actor or "")))


def antecedent(reading: Reading, token: Token) -> Token | None:
    """The head of the phrase of the same sentence that a pronoun stands for; the pronoun where that is elsewhere.

    ``None`` where nobody is known to be meant.
    """
    mention = reading.mention_at(token)
    if mention is not None:
        for other in reading.mentions_in(span_of(token.sent)):
            if other.actor == mention.actor and other.form != "pronoun" and other.span.end <= mention.span.start:
                return reading.tokens(other.head).root
        return token
    if token.lower_ not in ("it", "he", "she", "they"):
        return token
    for verb in islice(token.ancestors, _HIGHEST):  # "the rebels said they would": no mention, but one who speaks
        if verb.dep_ == "ccomp" and grammar.verbal(verb.head):
            speakers = [t for t in grammar.subjects(verb.head) if t.pos_ != "PRON"]
            if speakers and is_party(reading, speakers[0]):
                return speakers[0]
    return token if token.lower_ != "it" else None


def same_side(reading: Reading, one: Argument, others: Iterable[Argument]) -> bool:
    """Whether a party belongs to the state of one of the others."""
    country = side(reading, one)
    return country is not None and any(side(reading, other) == country for other in others)


def side(reading: Reading, one: Argument) -> str | None:
    """The country code of a party; ``None`` where it is unknown."""
    return reading.actor(one.actor).country if one.actor else None


def is_party(reading: Reading, token: Token) -> bool:
    """Whether the token heads a phrase for people, a state or a body; things and ideas are none."""
    if mention := reading.mention_at(token):
        return mention.type in PARTIES
    if token.pos_ == "PRON":
        return token.lower_ in listed("parties", "pronouns")
    if token.lemma_.lower() in humans():
        return True
    if token.ent_type_ in _NAMES or (
        token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME", "MONEY", "LAW", "EVENT")
    ):
        return True
    if len(token.text) > 1 and token.text.isupper() and token.text.isalpha() and token.pos_ == "NOUN":
        return True  # an abbreviation that the parser takes for a common noun
    return (token.ent_type_ in ("LOC", "FAC") and token.pos_ == "PROPN") or animate(token)


def is_agent(reading: Reading, token: Token) -> bool:
    """Whether the phrase can act: a party, somebody's people or arms ("Russian warplanes"), a number of people."""
    if is_party(reading, token) or token.lemma_.lower() in listed("parties", "teams"):
        return True
    if token.lemma_.lower() in parties.armed() or (
        token.pos_ == "NUM" and token.ent_type_ not in ("DATE", "TIME", "MONEY")
    ):
        return True
    if token.lemma_.lower() in grammar.told_in() and carrier(reading, token) is not None:
        return True  # "a U.S. report", "the decision by the court"
    if token.text[:1].isupper() and any(t.pos_ == "PROPN" for t in token.subtree if t.i > token.i):
        return True  # "Jurisdiction for Peace", "Movement of the Left": a body's name that begins with a common noun
    return any(is_party(reading, t) for t in grammar.phrases(token, "of"))


def is_person(reading: Reading, token: Token) -> bool:
    """Whether the token heads a phrase for a person or persons."""
    if mention := reading.mention_at(token):
        return mention.type == "person"
    if token.pos_ == "PRON":
        return token.lower_ in listed("parties", "pronouns")
    return token.ent_type_ == "PERSON" or token.lemma_.lower() in humans()


def is_armed(reading: Reading, token: Token) -> bool:
    """Whether the phrase is for an armed body, its weapons, or a state that may use them."""
    if token.lemma_.lower() in parties.armed() or any(
        t.lemma_.lower() in parties.armed() for t in grammar.modifiers(token)
    ):
        return True
    mention = reading.mention_at(token)
    if mention:
        return mention.type in ("country", "organization", "group")
    return token.ent_type_ in ("GPE", "NORP", "ORG")


def is_plural(token: Token) -> bool:
    """Whether the phrase stands for several parties ("the leaders", "both", "they")."""
    if token.lower_ in ("they", "both", "we", "us", "them"):
        return True
    return token.tag_ in ("NNS", "NNPS")
