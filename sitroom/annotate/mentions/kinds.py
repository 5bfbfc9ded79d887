"""What kind of actor a name is: by vote of its mentions, by full names, by the tables, by what it does.

One rule: what the article proves once holds all over it; the recogniser's guess counts where nothing is proved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from sitroom.annotate.engine import Doc, Token
from sitroom.annotate.mentions.candidates import Name
from sitroom.model import ActorType
from sitroom.names import fold
from sitroom.resources import listed, load
from sitroom.resources.world import World

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def voted(doc: Doc, found: list[Name], world: World, day: str | None) -> list[Name]:
    """Names outside the tables take the type that they have most often; a surname takes that of its full name."""
    votes: dict[str, Counter[ActorType]] = {}
    for name in found:
        if not name.readings:
            votes.setdefault(written(doc, name), Counter())[name.type] += 1
    people = {fold(doc[n.end - 1].text): n for n in found if n.type == "person" and n.end - n.start > 1}
    addressed = {fold(doc[n.start].text) for n in found if n.type == "person" and _addressed(doc, n)}
    acting = _acting(doc, found, world, day, people)
    out = []
    for name in found:
        if name.readings:
            out.append(_as_person_if_surname(doc, name, people))
            continue
        count = votes[written(doc, name)]
        best = max(sorted(count), key=lambda kind: count[kind])
        if written(doc, name) in acting or (name.end - name.start == 1 and fold(doc[name.start].text) in people):
            best = "person"
        if name.end - name.start in {2, 3} and fold(doc[name.end - 1].text) in addressed:
            best = "person"  # "Carl Peters" where "Mr Peters" follows
        out.append(replace(name, type=best))
    surnames = {fold(doc[n.end - 1].text) for n in out if n.type == "person" and n.end - n.start > 1}
    return [
        replace(name, type="person") if not name.readings and written(doc, name) in surnames else name for name in out
    ]


def written(doc: Doc, name: Name) -> str:
    """The folded words of a name."""
    return fold(doc[name.start : name.end].text)


def _addressed(doc: Doc, name: Name) -> bool:
    """Whether a single name follows "Mr" or the like."""
    single = name.end - name.start == 1 and name.start > 0
    return single and doc[name.start - 1].lower_.strip(".") in listed("roles", "address")


def _as_person_if_surname(doc: Doc, name: Name, people: dict[str, Name]) -> Name:
    """ "Jordan" in an article on Michael Jordan."""
    token: Token = doc[name.start]
    if (
        name.end - name.start == 1
        and name.type in {"country", "place"}
        and name.sense != "adjective"
        and fold(token.text) in people
        and token.ent_type_ == "PERSON"
    ):
        return Name(name.start, name.end, "person")
    return name


def _acting(doc: Doc, found: list[Name], world: World, day: str | None, people: Iterable[str]) -> set[str]:
    """Single names that the recogniser takes for places and that are people: officials of the day by the tables, or
    who speak or act together with a person, and are nowhere where a place would be."""
    single: dict[str, list[Token]] = {}
    for name in found:
        if name.type in {"place", "organization"} and not name.readings and _personal(doc, name):
            single.setdefault(written(doc, name), []).append(doc[name.end - 1])
    officials = {word for word in single if day and _in_office(world, single[word][0].text, day)}
    known = {i for name in found if name.type == "person" for i in range(name.start, name.end)}
    places = {word for word, tokens in single.items() if any(_located(token) for token in tokens)}
    persons = officials - places
    for word, tokens in single.items():
        if word not in places and any(token.ent_type_ in {"GPE", "LOC", "FAC", "NORP", ""} for token in tokens):
            beside = [other for token in tokens for other in _conjoined(token)]
            together = any(other.i in known or fold(other.text) in officials for other in beside)
            if together or any(_speaks(token) for token in tokens):
                persons.add(word)
    return persons


def _personal(doc: Doc, name: Name) -> bool:
    """Whether a name could be a person's by its form: one word, or two of which the recogniser saw the first."""
    size = name.end - name.start
    return size == 1 or (size == 2 and doc[name.start].ent_type_ != doc[name.end - 1].ent_type_)


def _in_office(world: World, word: str, day: str) -> bool:
    return world.has_surname(word) and any(world.in_office(key, day) for key in world.named(word))


def _located(token: Token) -> bool:
    cues = load("metonyms")
    if token.dep_ != "pobj":
        return False
    return token.head.lower_ in cues["locative"] or token.head.head.lemma_.lower() in cues["motion"]


def _conjoined(token: Token) -> list[Token]:
    above = [token.head] if token.dep_ == "conj" else []
    return [*above, *(child for child in token.children if child.dep_ == "conj")]


def _speaks(token: Token) -> bool:
    return token.dep_ in _SUBJECTS and token.head.lemma_.lower() in _verbs_of_speech()


@cache
def _verbs_of_speech() -> frozenset[str]:
    groups = load("cues")["verbs"]
    return frozenset(
        verb
        for group in groups
        if group.get("kind", "speech") == "speech"
        for verb in group["verbs"]
        if " " not in verb
    )
