"""Where names may stand: what the tables find and what the entity recogniser sees, trimmed, without overlaps.

One rule: a longer name of the recogniser holds a shorter one of the tables, else the tables prevail.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sitroom.annotate.engine import Doc, Token, text_of
from sitroom.annotate.mentions.gazetteer import Found, find
from sitroom.annotate.mentions.phrases import of_title_before
from sitroom.model import ActorType
from sitroom.resources import load
from sitroom.resources.world import Phrase, World

_TYPES: dict[str, ActorType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "LAW": "agreement",
}
_NOT_A_NAME = re.compile(r"^[^A-Za-zÀ-ÿ]*$|^(?:https?|www)\b|[@#<>|{}=•*\"]|''|``")
_PACT = re.compile(r"\b(?:Treaty|Agreement|Accord|Pact|Convention|Protocol|Charter)s?\b")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss"})
_STATE = frozenset({"government", "administration", "regime"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``[start, end)`` that name an actor; ``readings`` are the tables' phrases for them, if any.

    ``weak`` marks a name that needs to stand elsewhere in the article too.
    """

    start: int
    end: int
    type: ActorType
    readings: tuple[Phrase, ...] = ()
    weak: bool = False

    @property
    def sense(self) -> str:
        """How the tables' first phrase names its entity; empty for a name outside the tables."""
        return self.readings[0].sense if self.readings else ""

    def covers(self, other: Name) -> bool:
        """Whether all tokens of the other lie within this name."""
        return self.start <= other.start and other.end <= self.end


def candidates(doc: Doc, world: World) -> list[Name]:
    """Names in order; only a state's adjective lies within another ("Russian Security Council")."""
    known = [name for found in find(text_of(doc), world, _fits(doc)) if (name := _from_table(doc, found, world))]
    seen = [name for ent in doc.ents if (name := _from_entity(doc, ent.start, ent.end, ent.label_))]
    seen += _bracketed(doc, seen)
    seen = [part for name in seen if not _in_title(doc, name) for part in _parts(doc, name, seen)]
    return _without_overlaps(doc, known, seen)


def _parts(doc: Doc, name: Name, seen: list[Name]) -> Iterator[Name]:
    """ "Biden-Zelensky" is two names where either stands alone elsewhere."""
    if name.end - name.start == 3 and doc[name.start + 1].text == "-" and name.type in {"person", "organization"}:
        ends = {doc[one.end - 1].text for one in seen if one is not name and one.type == "person"}
        if doc[name.start].text in ends or doc[name.end - 1].text in ends:
            yield Name(name.start, name.start + 1, "person")
            yield Name(name.end - 1, name.end, "person")
            return
    yield name


def _fits(doc: Doc) -> Callable[[int, int, Phrase], bool]:
    """Refuses the body in "Russia's military buildup": a common noun that only describes another."""

    def fits(start: int, end: int, phrase: Phrase) -> bool:
        if phrase.text[-1].isupper() or len(phrase.words) < 2 or not phrase.text.split()[-1].islower():
            return True
        tokens = doc.char_span(start, end, alignment_mode="expand")
        last = tokens[-1] if tokens is not None else None
        if last is None or last.text[0].isupper():
            return last is not None
        return last.pos_ in {"NOUN", "PROPN"} and not (
            last.dep_ in {"compound", "amod", "nmod"} and last.head.i > last.i
        )

    return fits


def _bracketed(doc: Doc, seen: list[Name]) -> Iterator[Name]:
    """The acronym in brackets after an organisation's name."""
    for name in seen:
        if name.type == "organization" and name.end + 2 < len(doc) and doc[name.end].text == "(":
            token = doc[name.end + 1]
            if token.text.isupper() and 2 <= len(token) <= 8 and doc[name.end + 2].text == ")" and not token.ent_type_:
                yield Name(token.i, token.i + 1, "organization")


def _in_title(doc: Doc, name: Name) -> bool:
    """The "State" of "Secretary of State"."""
    return any(
        (start := of_title_before(doc, end)) is not None and start <= name.start
        for end in range(name.end, min(name.end + 2, len(doc)) + 1)
    )


def _from_table(doc: Doc, found: Found, world: World) -> Name | None:
    tokens = doc.char_span(found.span.start, found.span.end, alignment_mode="expand")
    if tokens is None or tokens.end_char - tokens.start_char > len(found.span) + 1:
        return None
    return Name(tokens.start, tokens.end, world.entities[found.phrases[0].entity].type, found.phrases)


def _from_entity(doc: Doc, start: int, end: int, label: str) -> Name | None:
    type_ = _TYPES.get(label)
    if type_ is None:
        return None
    start, end = _trimmed(doc, start, end, type_)
    end = _with_rest(doc, start, end)
    if start >= end or any(token.is_sent_start for token in doc[start + 1 : end]):
        return None
    written = doc[start:end].text
    if _NOT_A_NAME.search(written) or not any(token.text[0].isupper() for token in doc[start:end]):
        return None
    if end - start == 1 and type_ != "person" and doc[start].lower_ in load("roles")["honorifics"]:
        return None
    if (type_ == "agreement" and not _PACT.search(written)) or doc[end - 1].lower_ in _STATE:
        return None
    # a capital at the beginning of a sentence proves little
    first = doc[start]
    weak = end - start == 1 and type_ != "person" and first.is_sent_start is True and first.dep_ not in _SUBJECTS
    return Name(start, end, type_, weak=weak)


def _with_rest(doc: Doc, start: int, end: int) -> int:
    """The end of a single name together with the surname that the recogniser left out: it hangs on the next word."""
    if end - start != 1 or end >= len(doc) or not doc[start].whitespace_:
        return end
    first, rest = doc[start], doc[end]
    if rest.lower_ in load("roles")["people"] or rest.lower_ in load("roles")["honorifics"]:
        return end
    whole = first.dep_ == "compound" and first.head.i == end and first.is_title and first.is_alpha
    return end + 1 if whole and rest.pos_ == "PROPN" and rest.is_title and rest.ent_type_ in {"", "NORP"} else end


def _trimmed(doc: Doc, start: int, end: int, type_: ActorType) -> tuple[int, int]:
    """Without articles, titles and punctuation at the ends; a name of East Asia with all its syllables."""
    honorifics = load("roles")["honorifics"]
    end = next((token.i for token in doc[start + 1 : end] if token.text == "("), end)
    while start < end and _outside(doc[start], type_, honorifics, alone=end - start == 1):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ in {"'s", "'"}):
        if doc[end - 1].text in {".", ")"}:
            break
        end -= 1
    while end - start > 1 and doc[end - 1].pos_ in {"ADP", "CCONJ", "DET"} and doc[end - 1].text.islower():
        end -= 1
    if type_ == "person":
        while end - start > 1 and doc[end - 1].text[0].islower() and doc[end - 1].is_alpha:
            end -= 1
        while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
            if not doc[end + 1].text.islower():
                break
            end += 2
    return start, end


def _outside(token: Token, type_: ActorType, honorifics: list[str], alone: bool) -> bool:
    if token.is_punct or token.is_space or token.lower_ in {"the", "a", "an", "'s"}:
        return True
    return type_ == "person" and not alone and (token.lower_ in honorifics or not token.text[0].isupper())


def _without_overlaps(doc: Doc, known: list[Name], seen: list[Name]) -> list[Name]:
    kept: list[Name] = []
    taken: dict[int, Name] = {i: name for name in known for i in range(name.start, name.end)}
    swallowed: set[Name] = set()
    for name in seen:
        inner = {taken[i] for i in range(name.start, name.end) if i in taken}
        if not inner:
            kept.append(name)
        elif _holds(doc, name, inner):
            swallowed |= {one for one in inner if not (one.sense == "adjective" and one.start == name.start)}
            kept.append(name)
        elif rest := _rest(doc, name, inner):
            kept.append(rest)
    kept += [name for name in known if name not in swallowed]
    return sorted(kept, key=lambda name: (name.start, -name.end))


def _holds(doc: Doc, name: Name, inner: set[Name]) -> bool:
    if not all(name.covers(one) and name.end - name.start > one.end - one.start for one in inner):
        return False
    if name.type == "person":
        # "Paris Hilton", but not "Ukraine Zelensky", where a state stands before a surname
        return all(one.type in {"country", "place"} and one.sense != "adjective" for one in inner) and not any(
            one.sense == "name" and one.type == "country" and one.start == name.start for one in inner
        )
    if name.type == "place":
        return len(inner) == 1 and all(one.type in {"country", "place", "person"} for one in inner)
    if name.type != "organization":
        return False
    # "Bank of China" and "Qatar Airways" are names of their own; "NATO allies" or "US Russia" is none.
    nouns = load("roles")["people"]
    words = [token for token in doc[name.start : name.end] if not any(o.start <= token.i < o.end for o in inner)]
    solid = [w for w in words if w.text[0].isupper() and w.is_alpha and len(w) > 1]
    if not solid or any(w.lower_ in nouns or w.lemma_.lower() in nouns for w in words):
        return False
    if not name.readings and doc[name.end - 1].text[0].islower():
        return False
    adjectives = {one for one in inner if one.sense == "adjective" and one.start == name.start}
    return len(inner - adjectives) <= 1


def _rest(doc: Doc, name: Name, inner: set[Name]) -> Name | None:
    """What the tables leave of a name: the person in "Ukraine Zelensky"."""
    start = max((one.end for one in inner if one.start <= name.start), default=name.start)
    end = min((one.start for one in inner if one.end >= name.end), default=name.end)
    if start >= end or any(start < one.end and one.start < end for one in inner) or name.type != "person":
        return None
    start, end = _trimmed(doc, start, end, name.type)
    if start >= end or not all(t.text[0].isupper() or t.text == "-" for t in doc[start:end]):
        return None
    return replace(name, start=start, end=end)
