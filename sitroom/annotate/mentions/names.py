"""Candidate names: what the entity recogniser sees, repaired by the tables and by the majority of the article.

One rule: one stretch of text is one name, and the same name has one type all over an article.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from sitroom.annotate.engine import Doc, Token
from sitroom.annotate.mentions.gazetteer import Found, find
from sitroom.annotate.mentions.phrases import of_title_before
from sitroom.model import ActorType
from sitroom.names import fold
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
_NOT_A_NAME = re.compile(r"^[^A-Za-zÀ-ÿ]*$|^(?:https?|www)\b|[@#<>|{}=]")


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``[start, end)`` that name an actor; ``readings`` are the tables' phrases for them, if any."""

    start: int
    end: int
    type: ActorType
    readings: tuple[Phrase, ...] = ()

    def covers(self, other: Name) -> bool:
        """Whether all tokens of the other lie within this name."""
        return self.start <= other.start and other.end <= self.end


def names(doc: Doc, text: str, world: World) -> list[Name]:
    """All names in order; none overlaps another."""
    known = [name for found in find(text, world) if (name := _from_table(doc, found, world))]
    seen = [name for ent in doc.ents if (name := _from_entity(doc, ent.start, ent.end, ent.label_))]
    seen = [name for name in seen if not _in_title(doc, name)]
    return _voted(doc, _without_overlaps(doc, known, seen))


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
    type_: ActorType = world.entities[found.phrases[0].entity].type
    return Name(tokens.start, tokens.end, type_, found.phrases)


def _from_entity(doc: Doc, start: int, end: int, label: str) -> Name | None:
    type_ = _TYPES.get(label)
    if type_ is None:
        return None
    honorifics = load("roles")["honorifics"]
    while start < end and (
        doc[start].is_punct
        or doc[start].lower_ in {"the", "a", "an", "'s"}
        or (
            type_ == "person"
            and (doc[start].lower_ in honorifics or not doc[start].text[0].isupper())
            and end - start > 1
        )
    ):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ in {"'s", "'"}):
        if doc[end - 1].text == "." or doc[end - 1].text == ")":
            break
        end -= 1
    if start == end or any(token.is_sent_start for token in doc[start + 1 : end]):
        return None
    written = doc[start:end].text
    if (
        end - start == 1
        and type_ != "person"
        and (doc[start].is_sent_start or ("-" in written[:-1] and "." in written))
    ):
        return None  # a capital at the beginning of a sentence proves nothing
    if _NOT_A_NAME.search(written) or not any(token.text[0].isupper() for token in doc[start:end]):
        return None
    if type_ == "agreement" and not re.search(
        r"\b(?:Treaty|Agreement|Accord|Pact|Convention|Protocol|Charter)s?\b", written
    ):
        return None
    return Name(start, end, type_)


def _without_overlaps(doc: Doc, known: list[Name], seen: list[Name]) -> list[Name]:
    """A longer name of the recogniser holds a shorter one of the tables, else the tables prevail."""
    kept: list[Name] = []
    taken: dict[int, Name] = {i: name for name in known for i in range(name.start, name.end)}
    swallowed: set[Name] = set()
    for name in seen:
        inner = {taken[i] for i in range(name.start, name.end) if i in taken}
        if not inner:
            kept.append(name)
        elif _holds(doc, name, inner):
            swallowed |= inner
            kept.append(name)
    kept += [name for name in known if name not in swallowed]
    return sorted(kept, key=lambda name: (name.start, name.end))


def _holds(doc: Doc, name: Name, inner: set[Name]) -> bool:
    if not all(name.covers(one) and name.end - name.start > one.end - one.start for one in inner):
        return False
    if name.type == "person":
        # "Paris Hilton", but not "Ukraine Zelensky", where a state stands before a surname
        return all(one.type in {"country", "place"} and _sense(one) != "adjective" for one in inner) and not any(
            _sense(one) == "name" and one.type == "country" and one.start == name.start for one in inner
        )
    if name.type != "organization":
        return False
    # "Bank of China" is a name of its own; "NATO allies" or "US Russia" is none.
    words = [token for token in doc[name.start : name.end] if not any(o.start <= token.i < o.end for o in inner)]
    return (
        any(w.text[0].isupper() and w.is_alpha and len(w) > 1 for w in words)
        and len(inner) == 1
        and _is_body(doc, name)
    )


_BODY = re.compile(
    r"\b(?:Ministr(?:y|ies)|Department|Office|Council|Committee|Commission|Agency|Bank|Parliament|Congress|Senate|Assembly|"
    r"Army|Navy|Force|Forces|Guards?|Corps|Police|Institute|Institution|Center|Centre|University|School|College|Foundation|"
    r"Fund|Group|Party|Union|Association|Organi[sz]ation|Federation|League|Movement|Front|Brigade|Company|Corp|Inc|Ltd|"
    r"Airlines|Airways|Service|Services|Bureau|Court|Tribunal|Embassy|Mission|Society|Network|Authority|Administration|"
    r"Times|Post|News|Journal|Tribune|Herald|Press|Radio|TV|Television|Initiative|Project|Board|Chamber|Club|Church|"
    r"Alliance|Coalition|Command|Staff|Directorate|Secretariat|Cabinet|Government|Stock|Exchange|Motors|Oil|Petroleum)\b"
)


def _is_body(doc: Doc, name: Name) -> bool:
    return bool(_BODY.search(doc[name.start : name.end].text))


def _sense(name: Name) -> str:
    return name.readings[0].sense if name.readings else ""


def _voted(doc: Doc, found: list[Name]) -> list[Name]:
    """Names outside the tables take the type that they have most often; a surname takes that of its full name."""
    votes: dict[str, Counter[ActorType]] = {}
    for name in found:
        if not name.readings:
            votes.setdefault(_written(doc, name), Counter())[name.type] += 1
    people = {
        fold(doc[name.end - 1].text): name for name in found if name.type == "person" and name.end - name.start > 1
    }
    out = []
    for name in found:
        if name.readings:
            out.append(_as_person_if_surname(doc, name, people))
            continue
        count = votes[_written(doc, name)]
        best = max(sorted(count), key=lambda kind: count[kind])
        if name.end - name.start == 1 and fold(doc[name.start].text) in people:
            best = "person"
        out.append(replace(name, type=best))
    return out


def _as_person_if_surname(doc: Doc, name: Name, people: dict[str, Name]) -> Name:
    """ "Jordan" in an article on Michael Jordan."""
    token: Token = doc[name.start]
    if (
        name.end - name.start == 1
        and name.type in {"country", "place"}
        and _sense(name) != "adjective"
        and fold(token.text) in people
        and token.ent_type_ == "PERSON"
    ):
        return Name(name.start, name.end, "person")
    return name


def _written(doc: Doc, name: Name) -> str:
    return fold(doc[name.start : name.end].text)
