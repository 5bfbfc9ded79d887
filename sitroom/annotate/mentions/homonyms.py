"""Names that several actors share: a state and a federal state, two Congos, the societies of one movement.

One rule: what else the article says decides; where nothing speaks for one more than for another the table's order does.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from sitroom.annotate.mentions.candidates import Name
from sitroom.annotate.mentions.chains import Book
from sitroom.resources import load
from sitroom.resources.world import Phrase

NEITHER = "neither"


def meant(book: Book, phrases: tuple[Phrase, ...]) -> Phrase | None:
    """The phrase that the article means by words of several readings; ``None`` where it means none of them."""
    row: dict[str, list[str]] | None = load("homonyms")["homonyms"].get(" ".join(phrases[0].words))
    if row is None or phrases[0].sense == "adjective":
        own = [phrase for phrase in phrases if phrase.entity in book.chains]
        return (own or list(phrases))[0]
    said = book.vocabulary()
    scores = {key: len(said.intersection(cues)) for key, cues in row.items()}
    best = max(row, key=lambda key: scores[key])  # the first of equals
    return next((phrase for phrase in phrases if phrase.entity == best), None)


def of_family(key: str, named: Iterable[str]) -> str:
    """The body meant by a name that a family of bodies shares: the one that the article names in full, else all."""
    members = load("homonyms")["families"].get(key)
    if not members:
        return key
    found = {one for one in named if one != key and any(fnmatchcase(one, member) for member in members)}
    return found.pop() if len(found) == 1 else key


def entities(found: Iterable[Name]) -> frozenset[str]:
    """All entities of the tables that the names of an article can mean."""
    return frozenset(phrase.entity for name in found for phrase in name.readings)
