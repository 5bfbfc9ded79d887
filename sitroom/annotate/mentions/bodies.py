"""Descriptions of bodies and states: "the Russian government", "the administration", "the alliance", "the country".

One rule: a description means the one body of its kind that the text has just spoken of, else nobody.
"""

from __future__ import annotations

from typing import Any

from sitroom.annotate.engine import Token, sentence_start
from sitroom.annotate.mentions.chains import Book, Chain, Place
from sitroom.names import fold
from sitroom.resources import load

GOVERNMENTS = frozenset({"administration", "government"})
_MODIFIER = frozenset({"compound", "amod", "nmod", "nummod", "poss"})
_BACK = 3  # sentences


def nouns() -> dict[str, dict[str, Any]]:
    """Nouns for bodies and what each may mean."""
    found: dict[str, dict[str, Any]] = load("body_nouns")["nouns"]
    return found


def government(book: Book, token: Token, start: int, end: int) -> None:
    """ "The Russian government" is the state; an administration is a body under its head's name."""
    owner = None
    for child in token.children:
        chain = book.chain_at(child)
        if chain and child.dep_ in _MODIFIER:
            owner = chain
    if owner is None and end > token.i + 1:
        owner = next((c for t in book.doc[token.i + 1 : end] if (c := book.chain_at(t))), None)
    if owner is not None and owner.type == "country":
        book.mention(owner, "nominal", (start, end), (token.i, token.i + 1), token)
    elif owner is not None and owner.type == "person" and owner.subtype is None:
        name = f"{owner.name.split()[-1]} {token.lower_}"
        chain = book.local("org", name, "organization")
        chain.subtype, chain.country = "government_body", owner.country
        book.mention(chain, "nominal", (start, end), (token.i, token.i + 1), token)
    elif token.lower_ == "administration" and book.doc[start].lower_ == "the" and start == token.i - 1:
        for place in reversed(book.before(token.i)):
            chain = book.chains[place.chain]
            if chain.type == "organization" and chain.name.endswith(" administration"):
                book.mention(chain, "nominal", (start, end), (token.i, token.i + 1), token)
                return


def members(book: Book, token: Token, start: int, end: int) -> None:
    """ "Members of Congress" act for the body; members of an alliance or company do not."""
    for inner in book.doc[token.i + 1 : end]:
        chain = book.chain_at(inner)
        if chain is not None and chain.subtype == "government_body":
            book.mention(chain, "nominal", (start, end), (token.i, token.i + 1), token)
            return


def _is_state(book: Book, token: Token) -> bool:
    """Whether a modifier names an actor; the Soviet Union only tells what a state once belonged to."""
    chain = book.chain_at(token)
    return chain is not None and chain.key != "country/SU"


def country(book: Book, token: Token, start: int, end: int) -> None:
    """ "The country": the state last spoken of as a subject or owner, in this sentence or the one before."""
    first = book.doc[start].lower_
    if first != "the" or end > token.i + 1 or any(_is_state(book, child) for child in token.children):
        return
    extra = list(book.doc[start + 1 : token.i])
    if extra and not any(t.lower_ in {"former", "soviet"} for t in extra):
        return
    floor = book.sentence_floor(token, 1)
    seen = [p for p in book.before(token.i, floor) if book.chains[p.chain].type == "country"]
    strong = [p for p in seen if book.doc[p.root].dep_ in {"nsubj", "nsubjpass", "poss", "pobj", "dobj"}]
    if strong:
        book.mention(book.chains[strong[-1].chain], "nominal", (start, end), (token.i, token.i + 1), token)


# bodies taken up by a noun of their kind


def body(book: Book, token: Token, start: int, end: int) -> None:
    """ "The alliance": the one body of that kind spoken of last, else the only one of the article so far."""
    if start != token.i - 1 or end != token.i + 1 or book.doc[start].lower_ not in {"the", "this"}:
        return
    if token.dep_ in {"attr", "compound", "appos", "conj"} or any(c.dep_ in {"relcl", "acl"} for c in token.children):
        return
    chain = _spoken_of(book, token)
    if chain is not None:
        book.mention(chain, "nominal", (start, end), (token.i, token.i + 1), token)


def _spoken_of(book: Book, token: Token) -> Chain | None:
    row = nouns()[token.lemma_.lower()]
    floor = book.sentence_floor(token, _BACK)
    eligible: dict[str, Chain] = {}
    near: list[Place] = []
    for place in reversed(book.before(token.i)):
        chain = book.chains[place.chain]
        if chain.type in {"organization", "group"} and not chain.plural and _is_of_kind(chain, row):
            eligible[chain.key] = chain
            near += [place] if place.start >= floor else []
    if len(eligible) == 1:
        chain = next(iter(eligible.values()))
        return chain if near or not row.get("company") else None
    if not near:
        return None
    sentence = sentence_start(book.doc[near[0].root])
    last = [place for place in near if sentence_start(book.doc[place.root]) == sentence]
    subjects = [place for place in last if _is_subject(book.doc[place.root])]
    keys = {place.chain for place in subjects or last}
    return book.chains[keys.pop()] if len(keys) == 1 else None


def _is_subject(token: Token) -> bool:
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.dep_ in {"nsubj", "nsubjpass"}


def _is_of_kind(chain: Chain, row: dict[str, Any]) -> bool:
    if chain.key in row.get("known", ()) or chain.subtype in row.get("kinds", ()):
        return True
    words = set(fold(chain.name).replace(",", " ").replace(".", " ").split())
    if not words.isdisjoint(row.get("words", ())):
        return True
    return bool(row.get("company")) and _may_be_company(chain, words)


def _may_be_company(chain: Chain, words: set[str]) -> bool:
    return chain.known is None and chain.subtype in {None, "company"} and words.isdisjoint(load("body_nouns")["public"])
