"""The names of an article, repaired by the article itself: one type for a name everywhere, every repetition found.

One rule: what the article proves once holds all over it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from sitroom.annotate.engine import Doc, Token, text_of
from sitroom.annotate.mentions.candidates import Name, candidates
from sitroom.model import ActorType
from sitroom.names import fold
from sitroom.resources.world import World

_DATES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"})


def names(doc: Doc, world: World) -> list[Name]:
    """All names in order; only a state's adjective lies within another name."""
    found = _voted(doc, candidates(doc, world))
    strong = {_written(doc, name) for name in found if not name.weak}
    found = [replace(name, weak=False) for name in found if not name.weak or _written(doc, name) in strong]
    found += _repetitions(doc, found)
    found += _shouted(doc, world, found)
    return sorted(found, key=lambda name: (name.start, -name.end))


def _voted(doc: Doc, found: list[Name]) -> list[Name]:
    """Names outside the tables take the type that they have most often; a surname takes that of its full name."""
    votes: dict[str, Counter[ActorType]] = {}
    for name in found:
        if not name.readings:
            votes.setdefault(_written(doc, name), Counter())[name.type] += 1
    people = {fold(doc[n.end - 1].text): n for n in found if n.type == "person" and n.end - n.start > 1}
    addressed = {fold(doc[n.start].text) for n in found if n.type == "person" and _addressed(doc, n)}
    out = []
    for name in found:
        if name.readings:
            out.append(_as_person_if_surname(doc, name, people))
            continue
        count = votes[_written(doc, name)]
        best = max(sorted(count), key=lambda kind: count[kind])
        if name.end - name.start == 1 and fold(doc[name.start].text) in people:
            best = "person"
        if name.end - name.start in {2, 3} and fold(doc[name.end - 1].text) in addressed:
            best = "person"  # "Carl Peters" where "Mr Peters" follows
        out.append(replace(name, type=best))
    return out


def _addressed(doc: Doc, name: Name) -> bool:
    """Whether a single name follows "Mr" or the like."""
    single = name.end - name.start == 1 and name.start > 0
    return single and doc[name.start - 1].lower_.strip(".") in {"mr", "mrs", "ms", "miss", "dr", "sir"}


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


_CAPITALS = re.compile(r"[^\W\d_a-z]{2}")  # what every word in capitals holds


def _shouted(doc: Doc, world: World, found: list[Name]) -> Iterator[Name]:
    """Surnames in lines of capitals, where the recogniser sees none: of people in the article or in the tables."""
    taken = {i for name in found for i in range(name.start, name.end)}
    here = {fold(doc[name.end - 1].text) for name in found if name.type == "person"}
    text = text_of(doc)
    for sent in doc.sents:
        if len(_CAPITALS.findall(text, sent.start_char, sent.end_char)) < 3:
            continue
        words = [token for token in sent if token.is_alpha and len(token) > 1]
        if len(words) < 3 or sum(token.is_upper for token in words) < 0.8 * len(words):
            continue
        for token in words:
            if token.i not in taken and len(token) > 3 and (fold(token.text) in here or world.has_surname(token.text)):
                yield Name(token.i, token.i + 1, "person")


def _may_name(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    if any(i in taken for i in range(start, end)) or not doc[start].text[0].isupper():
        return False
    if end - start > 1:
        return True
    token = doc[start]
    following = doc[end] if end < len(doc) else None
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


def _written(doc: Doc, name: Name) -> str:
    return fold(doc[name.start : name.end].text)
