"""Descriptions of actors: "the Ukrainian president", "his counterpart", "a senior official", "both leaders".

One rule: it finds the nouns that head a description and hands each to the module for its kind.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token, sentence_start
from sitroom.annotate.mentions import bodies, described, joint
from sitroom.annotate.mentions.chains import Book
from sitroom.annotate.mentions.phrases import left_edge, right_edge
from sitroom.annotate.mentions.titles import read_title
from sitroom.resources import listed, load


def candidates(book: Book) -> list[Token]:
    """Nouns that may head a description, in order."""
    roles = load("roles")
    people = frozenset(roles["people"]) | frozenset(roles["sources"]) | {"vice-president"}
    found = []
    for token in book.tokens:
        if token.i in book.at:
            continue
        if token.lower_ in listed("roles", "not_yet") and _not_yet(book, token, people):
            found.append(token)
        if token.pos_ not in {"NOUN", "PROPN"}:
            continue
        lemma = token.lemma_.lower()
        if token.tag_ in {"NNP", "NNPS"} and lemma in listed("roles", "common"):
            continue
        if (
            (lemma in people and not _before_a_name(book, token))
            or (lemma in roles["joint"]["country"] and joint.marker(book, token) is not None)
            or (lemma in roles["country_nouns"] and token.tag_ in {"NN", "NNP"})
            or lemma in bodies.GOVERNMENTS
            or (lemma in bodies.nouns() and token.tag_ in {"NN", "NNP"})
            or (lemma == "member" and token.tag_ == "NNS")
        ):
            found.append(token)
    return found


def _not_yet(book: Book, token: Token, people: frozenset[str]) -> bool:
    """Whether a token is the last of "president-elect" and no name follows."""
    before = book.doc[max(token.i - 2, 0) : token.i]
    if len(before) < 2 or before[1].text != "-" or before[0].lemma_.lower() not in people:
        return False
    return not any(p.start <= token.i < p.end and p.form == "name" for p in book.around(token.i))


def _before_a_name(book: Book, token: Token) -> bool:
    """Whether the noun is a title in a name's phrase or a modifier of another noun."""
    if any(p.start <= token.i < p.end and p.form == "name" for p in book.around(token.i)):
        return True
    after = book.doc[token.i + 1 : token.i + 3]
    if len(after) == 2 and after[0].text == "-" and after[1].lower_ in listed("roles", "not_yet"):
        return True
    return token.dep_ in {"compound", "nmod"} and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}


def resolve(book: Book, token: Token) -> None:
    """Enter the description that the noun heads."""
    start = left_edge(book.doc, token.i, token.i + 1)
    end = right_edge(book.doc, token)
    lemma = token.lemma_.lower()
    marker = joint.marker(book, token)
    if marker is not None:
        joint.enter(book, token, min(start, marker), end)
    elif lemma == "member":
        bodies.members(book, token, start, end)
    elif lemma in bodies.GOVERNMENTS:
        bodies.government(book, token, start, end)
    elif lemma in load("roles")["country_nouns"]:
        bodies.country(book, token, start, end)
    elif lemma in bodies.nouns():
        bodies.body(book, token, start, end)
    else:
        _person(book, token, start, end)


def _person(book: Book, token: Token, start: int, end: int) -> None:
    while (
        start > sentence_start(token)
        and book.doc[start - 1].pos_ in {"ADJ", "DET"}
        and book.doc[start - 1].head.i >= end
    ):
        start -= 1  # the parser took a verb for a noun: "A senior official briefed reporters"
    if token.lower_ in listed("roles", "not_yet"):
        start = min(start, left_edge(book.doc, token.i - 2, token.i))
    title = read_title(book, start, end, token)
    chain = described.person(book, token, start, end, title)
    if chain is None:
        return
    place = book.mention(chain, "nominal", (start, end), (token.i, token.i + 1), token)
    if title.text and chain.subtype != "joint" and (chain.subtype is None or (title.of and title.of != chain.key)):
        book.title(chain, title.text, title.of, place.start, place.end, title.former)
