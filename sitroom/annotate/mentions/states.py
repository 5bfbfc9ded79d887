"""Names that are no people: states, bodies, groups, forums, agreements, places, and what a city's name stands for.

One rule: the seat of a government means the place where the grammar puts somebody or something there, else the state.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.mentions import homonyms
from sitroom.annotate.mentions.candidates import Name
from sitroom.annotate.mentions.chains import Book, Chain
from sitroom.annotate.mentions.phrases import head_of, left_edge
from sitroom.model import MentionForm
from sitroom.names import organization_core, short_forms
from sitroom.resources import load
from sitroom.resources.world import Phrase

_CORPORATE = {"the"}


def enter(book: Book, found: list[Name]) -> None:
    """Mentions of all names that are no people."""
    named = homonyms.entities(found)
    for name in found:
        if name.type == "person":
            continue
        root = head_of(book.doc, name.start, name.end)
        chain = _chain(book, name, root, named)
        if chain is None:
            continue
        phrase = homonyms.meant(book, name.readings) if name.readings else None
        adjective = phrase is not None and phrase.sense == "adjective"
        form: MentionForm = "nominal" if adjective and chain.type != "country" else "name"
        start = name.start if adjective else _start(book, name, root)
        book.mention(chain, form, (start, name.end), (name.start, name.end), root)


def _start(book: Book, name: Name, root: Token) -> int:
    """The name with its article, and with modifiers where it heads the phrase and is an organisation or group."""
    doc = book.doc
    if root.i != name.end - 1 or root.dep_ in {"compound", "nmod", "amod"}:
        before = doc[name.start - 1] if name.start else None
        if before is not None and before.lower_ == "the" and name.start <= before.head.i < name.end:
            return name.start - 1
        return name.start
    if name.type in {"country", "place"}:
        return (
            name.start - 1
            if name.start and doc[name.start - 1].lower_ == "the" and doc[name.start - 1].head.i == root.i
            else name.start
        )
    start = book.whole(left_edge(doc, name.start, name.end))
    for i in range(start, name.start):
        if i in book.at:  # "Russian state media TASS", "U.S. European allies": the whole phrase
            return start
    if start < name.start and doc[start].lower_ in _CORPORATE and start == name.start - 1:
        return start
    return start if name.type in {"organization", "group", "agreement", "forum"} else max(start, name.start - 1)


def _chain(book: Book, name: Name, root: Token, named: frozenset[str]) -> Chain | None:
    doc = book.doc
    if not name.readings:
        text = doc[name.start : name.end].text
        prefix = {"organization": "org", "place": "place", "agreement": "agreement"}[name.type]
        return _unknown(book, prefix, text, name)
    phrase = homonyms.meant(book, name.readings)
    if phrase is None:
        return book.local("place", doc[name.start : name.end].text, "place")
    entity = book.world.entities[homonyms.of_family(phrase.entity, named)]
    if (
        phrase.sense == "people"
        and doc[name.end - 1].tag_ not in {"NNPS", "NNS"}
        and doc[name.start - 1 : name.start].text.lower() in {"a", "an"}
    ):
        return None
    if phrase.sense == "adjective" and not _modifies(root):
        return None
    if phrase.sense == "seat" and entity.country and not is_place(book, name, root):
        return book.known(f"country/{entity.country}")
    return book.known(entity.key)


def _modifies(root: Token) -> bool:
    return (
        root.dep_ in {"amod", "compound", "nmod", "poss", "conj", "npadvmod"}
        or root.pos_ == "ADJ"
        or root.dep_ == "acomp"
    )


def _unknown(book: Book, prefix: str, text: str, name: Name) -> Chain:
    """An actor that only the article knows; an acronym or short form joins the full name."""
    if prefix != "org":
        return book.local(prefix, text.removeprefix("the ").removeprefix("The "), name.type)
    state = next((p.entity for p in _adjectives(book, name)), None)
    country = book.world.entities[state].country if state else None
    rest = " ".join(t.text for t in book.doc[name.start + (1 if state else 0) : name.end])
    forms = [organization_core(text), *([organization_core(rest)] if state else [])]
    chain = next((book.bodies[form] for form in forms if form in book.bodies), None)
    if chain is not None and country and chain.country not in {None, country}:
        chain = None
    if chain is None:
        chain = _in_brackets(book, name) or book.local(
            prefix, text.removeprefix("the ").removeprefix("The "), name.type
        )
    chain.country = chain.country or country
    for form in (*forms, *short_forms(text)):
        book.bodies.setdefault(form, chain)
    return chain


def _adjectives(book: Book, name: Name) -> list[Phrase]:
    """The readings of a state's name or adjective with which a body's name begins."""
    first = book.doc[name.start].text
    return [p for p in book.world.single(first) if p.text == first and book.world.entities[p.entity].type == "country"]


def _in_brackets(book: Book, name: Name) -> Chain | None:
    """The organisation before an acronym in brackets: "Qatar Airways (QR)"."""
    before = book.doc[name.start - 1] if name.start > 1 else None
    if before is None or before.text != "(" or not book.doc[name.start : name.end].text.isupper():
        return None
    place = book.ending_at(name.start - 1)
    chain = book.chains[place.chain] if place else None
    return chain if chain and chain.type == "organization" else None


def is_place(book: Book, name: Name, root: Token) -> bool:
    """Whether the name of a city means the city: where the grammar locates something there."""
    cues = load("metonyms")
    doc = book.doc
    after = doc[name.end] if name.end < len(doc) else None
    if (
        after is not None
        and after.text == ","
        and name.end + 1 < len(doc)
        and doc[name.end + 1].lower_ in cues["after_comma"]
    ):
        return True
    if root.is_sent_start and after is not None and after.text in {"(", "-", "–", "—"}:
        return True  # a dateline
    if root.dep_ == "poss":
        return root.head.lemma_.lower() in cues["city_nouns"]
    if root.dep_ in {"compound", "nmod", "amod"} and root.head.i != root.i:
        if root.head.lower_ in cues["based"] or (
            after is not None and after.text == "-" and doc[name.end + 1].lower_ in cues["based"]
        ):
            return True
        return root.head.lemma_.lower() in cues["city_nouns"]
    if root.dep_ == "conj" and root.head.i < root.i:
        place = book.at.get(root.head.i)
        if place is not None:
            return book.chains[place.chain].type == "place"
    if root.dep_ == "appos":
        return True
    if root.dep_ == "pobj":
        return _prepositional(root, cues)
    if root.dep_ in {"dobj", "obj"}:
        return root.head.lemma_.lower() in cues["goes_to"]
    return root.dep_ in {"npadvmod", "ROOT", "dep"}


def _prepositional(root: Token, cues: dict[str, list[str]]) -> bool:
    preposition = root.head
    governor = preposition.head
    if preposition.lower_ in cues["locative"]:
        return True
    if preposition.lower_ in {"to", "from", "for", "toward", "towards", "of"}:
        return governor.lemma_.lower() in cues["motion"] or governor.lemma_.lower() in cues["city_nouns"]
    return False
