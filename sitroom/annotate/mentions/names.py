"""The names of an article, repaired by the article itself: one type for a name everywhere, every repetition found.

One rule: what the article proves once holds all over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sitroom.annotate.engine import Doc, Token
from sitroom.annotate.mentions.candidates import Name, candidates
from sitroom.annotate.mentions.headlines import proved, shouted
from sitroom.annotate.mentions.kinds import voted, written
from sitroom.resources import listed
from sitroom.resources.world import World

_DATES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_FINITE = frozenset({"VBD", "VBZ", "MD"})
_OF_PEOPLE = frozenset({"with", "against", "to", "for", "about", "like", "behind", "from"})


def names(doc: Doc, world: World, day: str | None) -> list[Name]:
    """All names in order; only a state's adjective lies within another name."""
    found = voted(doc, proved(doc, candidates(doc, world), world), world, day)
    strong = {written(doc, name) for name in found if not name.weak}
    found = [replace(name, weak=False) for name in found if not name.weak or written(doc, name) in strong]
    found += _repetitions(doc, found)
    found += shouted(doc, world, found)
    return sorted(found, key=lambda name: (name.start, -name.end))


def _repetitions(doc: Doc, found: list[Name]) -> Iterator[Name]:
    """Names and surnames that the recogniser saw once and missed elsewhere."""
    patterns: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
    for name in found:
        if name.sense in {"adjective", "seat", "people"} or name.type == "country":
            continue
        words = tuple(token.text for token in doc[name.start : name.end])
        known = patterns.setdefault(words[0], [])
        if all(words != other for other, _ in known):
            known.append((words, name))
        if name.type == "person" and len(words) > 1 and len(words[-1]) > 2 and words[-1].isalpha():
            last = patterns.setdefault(words[-1], [])
            if all(other != (words[-1],) for other, _ in last):
                last.append(((words[-1],), Name(name.start, name.end, "person")))
    taken = {i for name in found for i in range(name.start, name.end)}
    for token in doc:
        for words, model in sorted(patterns.get(token.text, ()), key=lambda p: -len(p[0])):
            end = token.i + len(words)
            if tuple(t.text for t in doc[token.i : end]) == words and _may_name(doc, token.i, end, taken):
                readings = model.readings if len(words) == model.end - model.start else ()
                yield Name(token.i, end, model.type, readings)
                taken.update(range(token.i, end))
                break


def _may_name(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    if any(i in taken for i in range(start, end)) or not doc[start].text[0].isupper():
        return False
    if end - start > 1:
        return True
    token = doc[start]
    following = doc[end] if end < len(doc) else None
    if end - start == 1 and token.lower_ in listed("homonyms", "months"):
        return _names_a_person(doc, token)
    if token.ent_type_ in _DATES and not (
        token.dep_ in {"nsubj", "poss"} and (start == 0 or doc[start - 1].pos_ not in {"ADP", "ADJ"})
    ):
        return False
    if following is not None and (following.like_num or following.text == "-"):
        return False
    if token.pos_ in {"AUX", "VERB", "ADV", "ADP", "DET", "PRON", "SCONJ", "CCONJ"}:
        return False
    if following is not None and following.pos_ == "PROPN" and following.i not in taken and token.dep_ == "compound":
        return False  # a part of some longer name
    return token.pos_ == "PROPN" or not token.is_sent_start


def _names_a_person(doc: Doc, token: Token) -> bool:
    """Whether a word that is a month and somebody's surname in the article means that person here."""
    before = doc[token.i - 1] if token.i and not token.is_sent_start else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before is not None and (before.lower_ in {"the", "a", "last", "next", "this"} or before.like_num):
        return False
    if after is not None and (after.like_num or after.text == "-"):
        return False
    if token.dep_ == "aux":
        return after is not None and after.tag_ in _FINITE
    if token.dep_ == "pobj":
        return token.head.lower_ in _OF_PEOPLE and token.head.head.pos_ in {"VERB", "NOUN"} and not _of_time(token)
    if token.dep_ == "poss":
        return before is None or before.pos_ not in {"ADP", "ADJ"}
    return token.dep_ in {"nsubj", "nsubjpass", "dobj", "dative", "iobj"} and (
        before is None or before.pos_ not in {"ADP", "ADJ"}
    )


def _of_time(token: Token) -> bool:
    """ "From May to August", "scheduled for May"."""
    return token.head.lower_ in {"from", "to", "for"} and token.head.head.lemma_.lower() not in {"speak", "talk", "say"}
