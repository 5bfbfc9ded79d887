"""Who holds the office that a description names: in the article, in the tables as of the day, as a counterpart.

One rule: an office means one person or nobody; a former holder is looked for among those whom the article names.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitroom.annotate.engine import Token, sentence_start
from sitroom.annotate.mentions.chains import Book, Chain
from sitroom.annotate.mentions.titles import Title
from sitroom.annotate.mentions.unnamed import fresh
from sitroom.resources import load

_MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "poss"})
_HEADS_OF_STATE = frozenset({"president", "prime_minister"})
_DOMINANT = 3  # how many times more often than another somebody must be named to be "the president" of an article


def counterpart(book: Book, token: Token, title: Title) -> Chain | None:
    """ "His Ukrainian counterpart": who holds, in Ukraine, the office of the person that "his" stands for."""
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    chain = book.chain_at(owner) if owner is not None else None
    state = _state_of(book, token) or title.of
    office = _office_of(book, chain) if chain else None
    if not state or not state.startswith("country/"):
        return None
    if office and chain:
        leads = office in _HEADS_OF_STATE and office in book.world.leaders.get(f"country/{chain.country}", ())
        found = holder(book, state, "leader" if leads else office) or holder(book, state, office)
        if found:
            return found
        if office in _HEADS_OF_STATE:
            return holder(book, state, "leader")
    people = [c for c in _named(book) if c.country == state[8:] and c is not chain]
    return people[0] if len(people) == 1 else fresh(book, f"{state[8:]} counterpart")


def holder(book: Book, of: str, office: str) -> Chain | None:
    """Who holds an office of a state or body: whom the article gives the title, else whom the tables know that day."""
    return _holder_in_article(book, of, office) or _holder_in_tables(book, of, office)


def whose(book: Book, title: Title) -> str | None:
    """The state or body of a title; a government body stands for its state ("the Kremlin leader")."""
    if title.of is None:
        return None
    chain = book.chains.get(title.of)
    if chain and chain.subtype == "government_body" and chain.country and title.of not in book.world.leaders:
        return f"country/{chain.country}"
    return title.of


def former_holder(book: Book, title: Title, of: str | None) -> Chain | None:
    """ "The former FBI director": the one person of the article whom article or tables know to have been that."""
    found: dict[str, Chain] = {}
    for chain in _named(book):
        stated = any(
            former and _alike(title, words) and _same(of, title.of, whose) for words, whose, _, former in chain.titles
        )
        if stated or (title.office and _left(book, chain, title.office, of)):
            found[chain.key] = chain
    return next(iter(found.values())) if len(found) == 1 else None


def titled(book: Book, token: Token, title: Title, of: str | None) -> Chain | None:
    """The person before the noun whom the article gives this title; of two in the same sentence the one that the
    article names far more often, else nobody."""
    nearest = _titled_nearest(book, token, title, of)
    if len(nearest) < 2:
        return nearest[0] if nearest else None
    told = sorted(nearest, key=lambda chain: -len(chain.places))
    return told[0] if len(told[0].places) >= _DOMINANT * len(told[1].places) else None


def in_dispute(book: Book, token: Token, title: Title, of: str | None) -> bool:
    """Whether two people of the nearest sentence bear the title, so that the description is of one left open."""
    return len(_titled_nearest(book, token, title, of)) > 1


def _titled_nearest(book: Book, token: Token, title: Title, of: str | None) -> list[Chain]:
    """Those who bear the title in the nearest sentence before the noun that has anybody who does."""
    found: list[Chain] = []
    sentence = -1
    for place in reversed(book.before(token.i)):
        chain = book.chains[place.chain]
        if chain.type != "person" or chain.subtype or place.form == "pronoun":
            continue
        start = sentence_start(book.doc[place.root])
        if found and start != sentence:
            break
        if chain not in found and (_has_title(chain, token, title, of) or _leads(book, chain, token, of)):
            found.append(chain)
            sentence = start
    return found


def _named(book: Book) -> Iterator[Chain]:
    return (c for c in book.chains.values() if c.type == "person" and not c.subtype and c.places)


def _has_title(chain: Chain, token: Token, title: Title, of: str | None) -> bool:
    head = token.lemma_.lower()
    for words, whose, _, former in chain.titles:
        said = words.split()
        if head not in {*words.replace("-", " ").split(), words} or former != title.former:
            continue
        if _same(of, title.of, whose) and (title.text == head or set(title.text.split()) <= set(said) or title.office):
            return True
    return False


def _leads(book: Book, chain: Chain, token: Token, of: str | None) -> bool:
    """Whether the tables know a person as president or leader that day, where "the president" says no more."""
    head = token.lemma_.lower()
    if head not in {"president", "leader"} or not chain.known or of is not None or not book.day:
        return False
    return any(t.covers(book.day) and t.office in {"president", head} for t in book.world.careers.get(chain.known, ()))


def _alike(title: Title, words: str) -> bool:
    return title.text == words or (bool(title.text) and set(title.text.split()) <= set(words.split()))


def _same(one: str | None, other: str | None, whose: str | None) -> bool:
    return one is None or whose is None or whose in {one, other}


def _left(book: Book, chain: Chain, office: str, of: str | None) -> bool:
    """Whether the tables know that a person has left an office by the day."""
    offices = book.world.leaders.get(of or "", ()) if office == "leader" else (office,)
    held = [t for t in book.world.careers.get(chain.known or "", ()) if t.office in offices and of in {None, t.of}]
    day = book.day
    return bool(held and day) and all(t.last and t.last[: len(day or "")] <= (day or "") for t in held)


def _office_of(book: Book, chain: Chain) -> str | None:
    offices = load("roles")["offices"]
    for title, _, _, former in chain.titles:
        if not former and title in offices:
            return str(offices[title]["office"])
    if chain.known and book.day:
        for tenure in book.world.careers.get(chain.known, ()):
            if tenure.covers(book.day):
                return tenure.office
    return None


def _state_of(book: Book, token: Token) -> str | None:
    for child in token.children:
        chain = book.chain_at(child)
        if chain and chain.type == "country" and child.dep_ in _MODIFIERS:
            return chain.key
    return None


def _holder_in_article(book: Book, of: str, office: str) -> Chain | None:
    wanted = set(book.world.leaders.get(of, ())) or _HEADS_OF_STATE if office == "leader" else {office}
    wanted = wanted | ({"leader"} if office == "leader" else set())
    offices = load("roles")["offices"]
    found = [
        chain
        for chain in _named(book)
        if any(
            title in offices and not former and offices[title]["office"] in wanted and whose == of
            for title, whose, _, former in chain.titles
        )
    ]
    return found[0] if len(found) == 1 else None


def _holder_in_tables(book: Book, of: str, office: str) -> Chain | None:
    key = book.world.holder(of, office, book.day, book.chains)
    return book.known(key) if key else None
