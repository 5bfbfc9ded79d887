"""Persons behind descriptions: by apposition, by what the text says they are, by office and title.

One rule: of several ways to read a description the first that leaves one person counts; near-equal ones leave nobody.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.mentions import joint, offices, unnamed
from sitroom.annotate.mentions.chains import Book, Chain, Place
from sitroom.annotate.mentions.titles import Title
from sitroom.resources import load

_OWN = frozenset({"my", "our", "your"})


def person(book: Book, token: Token, start: int, end: int, title: Title) -> Chain | None:
    """The person or people that a description stands for; ``None`` where it is no mention of anybody."""
    plural = token.tag_ in {"NNS", "NNPS"}
    neighbour = _apposed(book, token, start, end)
    if neighbour is not None and not plural:
        return neighbour
    if token.dep_ == "attr" and not plural and token.head.lemma_ == "be":
        return _subject_chain(book, token)
    if plural:
        if len(members := joint.listed(book, token, end)) > 1:
            return book.joint(members)
        return unnamed.unnamed(book, token, start, end, title, plural=True)
    if book.doc[start].lower_ in _OWN:
        return None  # whose "our president" is depends on who speaks
    definite = _is_definite(book, token, start)
    if not definite:
        return unnamed.unnamed(book, token, start, end, title, plural=False)
    if token.lemma_.lower() in load("roles")["counterpart"]:
        return offices.counterpart(book, token, title)
    return _described(book, token, start, end, title)


def _is_definite(book: Book, token: Token, start: int) -> bool:
    first = book.doc[start]
    if first.lower_ in {"a", "an", "one", "another", "some", "any", "no", "every", "each", "many", "few", "other"}:
        return False
    if first.lower_ in {"the", "this", "that", "his", "her", "its", "their"}:
        return True
    return any(child.dep_ == "poss" for child in token.children) or (first.text[0].isupper() and start < token.i)


def _apposed(book: Book, token: Token, start: int, end: int) -> Chain | None:
    """The person whose name stands beside the description, joined by a comma or nothing."""
    doc = book.doc
    if (
        token.dep_ == "appos"
        and (chain := book.chain_at(token.head))
        and chain.type == "person"
        and chain.subtype is None
    ) and start - 1 <= _end_of(book, token.head.i) + 1:
        return chain
    after = doc[end] if end < len(doc) else None
    if after is not None and after.text == "," and end + 1 < len(doc):
        place = book.starting_at(end + 1)
        chain = book.chains[place.chain] if place else None
        if chain and place and chain.type == "person" and place.form == "name" and _closed(book, place, token):
            return chain
    if start > 1 and doc[start - 1].text == ",":
        place = book.ending_at(start - 1)
        chain = book.chains[place.chain] if place else None
        if (
            chain
            and place
            and chain.type == "person"
            and place.form == "name"
            and token.head.i in range(place.start, place.end)
        ):
            return chain
    return None


def _end_of(book: Book, i: int) -> int:
    place = book.at.get(i)
    return place.end if place else i + 1


def _closed(book: Book, place: Place, token: Token) -> bool:
    """Whether the name after "the X," is an apposition: hangs on the noun, or is shut off by a comma before a verb."""
    root = book.doc[place.root]
    if root.dep_ == "appos" and root.head.i == token.i:
        return True
    after = book.doc[place.end] if place.end < len(book.doc) else None
    return (
        after is not None
        and (after.text == "," or after.pos_ in {"VERB", "AUX"})
        and root.dep_ in {"appos", "nsubj"}
        and token.dep_ not in {"pobj", "dobj"}
    )


def _subject_chain(book: Book, token: Token) -> Chain | None:
    for child in token.head.children:
        if child.dep_ == "nsubj":
            chain = book.chain_at(child)
            if chain and chain.type == "person" and chain.subtype is None:
                return chain
    return None


def _described(book: Book, token: Token, start: int, end: int, title: Title) -> Chain | None:
    """A definite description: by its title and state in the article, by the tables, by an unnamed antecedent."""
    of = offices.whose(book, title)
    if title.former:
        found = offices.former_holder(book, title, of)
    else:
        found = offices.holder(book, of, title.office) if title.office and of else None
    found = found or offices.titled(book, token, title, of)
    if found is None and offices.in_dispute(book, token, title, of):
        return unnamed.fresh(book, book.doc[start:end].text)
    found = found or unnamed.antecedent(book, token, title)
    if found:
        return found
    if token.lemma_.lower() in load("roles")["sources"] or title.of or title.former or title.text != token.lower_:
        return unnamed.unnamed(book, token, start, end, title, plural=False)
    return None
