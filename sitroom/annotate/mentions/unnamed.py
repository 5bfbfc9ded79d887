"""People whom the text describes and does not name: "a senior official", later "the official".

One rule: an unnamed person joins nobody but the same description taken up again.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.mentions.chains import Book, Chain
from sitroom.annotate.mentions.titles import Title
from sitroom.resources import load


def unnamed(book: Book, token: Token, start: int, end: int, title: Title, plural: bool) -> Chain | None:
    """A new unnamed person or several; ``None`` where the description is no title, of nobody and of no source."""
    if title.of is None and token.lemma_.lower() not in load("roles")["sources"] and not title.office:
        return None
    if plural:
        text = f"{book.doc[start:end].text}"
        chain = book.local("unnamed", text, "person")
        chain.plural = True
    else:
        chain = book.local("unnamed", book.doc[start:end].text, "person", fresh=True)
    chain.subtype = "unnamed"
    chain.gender = None
    state = book.chains.get(title.of or "")
    chain.country = chain.country or (state.country if state else None)
    return chain


def fresh(book: Book, name: str) -> Chain:
    """The unnamed person of a name that the program gives."""
    chain = book.local("unnamed", name, "person")
    chain.subtype = "unnamed"
    return chain


def antecedent(book: Book, token: Token, title: Title) -> Chain | None:
    """ "the official" after "a senior White House official": the last unnamed one that fits."""
    for place in reversed(book.before(token.i)):
        chain = book.chains[place.chain]
        if chain.subtype != "unnamed" or chain.plural or place.form != "nominal":
            continue
        if book.doc[place.root].lemma_.lower() != token.lemma_.lower():
            continue
        wanted = title.of
        given = {whose for _, whose, _, _ in chain.titles if whose}
        if wanted is None or not given or wanted in given or any(_same_state(book, wanted, one) for one in given):
            return chain
    return None


def _same_state(book: Book, one: str, other: str) -> bool:
    a, b = book.chains.get(one), book.chains.get(other)
    return bool(a and b and a.country and a.country == b.country)
