"""Which person a name means: full names first, then surnames, then the tables as of the day of publication.

One rule: a name joins a person of the tables only where given names, office and date leave nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitroom.annotate.mentions.candidates import Name
from sitroom.annotate.mentions.chains import Book, Chain
from sitroom.annotate.mentions.phrases import title_edge
from sitroom.annotate.mentions.titles import Title, read_title
from sitroom.names import fold, skeleton
from sitroom.persons import SAME, people_alike, surname
from sitroom.resources import listed, load


@dataclass(slots=True)
class _Named:
    name: Name
    words: list[str]
    edge: int
    title: Title


def people(book: Book, found: list[Name]) -> dict[Name, Chain]:
    """The person behind each name."""
    named = [_named(book, name) for name in found if name.type == "person"]
    chains: dict[Name, Chain] = {}
    full = [one for one in named if len(one.words) > 1]
    for one in sorted(full, key=lambda o: (-len(o.words), o.name.start)):
        chains[one.name] = _full(book, one)
    by_surname: dict[str, list[Chain]] = {}
    for one in sorted(full, key=lambda o: o.name.start):
        group = by_surname.setdefault(skeleton(surname(" ".join(one.words))), [])
        if chains[one.name] not in group:
            group.append(chains[one.name])
    given: dict[str, Chain] = {}
    for one in full:
        given.setdefault(fold(one.words[0]), chains[one.name])
    for one in sorted((one for one in named if len(one.words) == 1), key=lambda o: o.name.start):
        chains[one.name] = _single(book, one, by_surname, given)
    for one in named:
        _describe(book, chains[one.name], one)
    return chains


def _named(book: Book, name: Name) -> _Named:
    doc = book.doc
    words = [token.text for token in doc[name.start : name.end] if token.text not in {"'s", "'", ",", "-"}]
    text = doc[name.start : name.end].text
    if "-" in text:
        words = text.replace(" - ", "-").split()
    words = [word for word in words if word]
    edge = title_edge(doc, name.start, name.end)
    return _Named(name, words, edge, read_title(book, edge, name.start))


def _full(book: Book, one: _Named) -> Chain:
    readings = sorted({phrase.entity for phrase in one.name.readings})
    if len(readings) == 1:
        return book.known(readings[0])
    full = " ".join(one.words)
    key = _chosen(book, readings or book.world.named(full), one.title)
    if key:
        return book.known(key)
    for chain in book.chains.values():
        if chain.type == "person" and not chain.known and people_alike(chain.name, full).score >= SAME:
            return chain
    return book.local("person", full, "person")


def _chosen(book: Book, candidates: list[str], title: Title) -> str | None:
    """The one candidate whose office fits the title or, failing that, the day."""
    if title.office and not title.former:
        fitting = [k for k in candidates if any(_fits(t, title) for t in book.world.careers.get(k, ()))]
        if fitting:
            candidates = fitting
    if len(candidates) > 1 and book.day:
        current = [key for key in candidates if book.world.in_office(key, book.day)]
        candidates = current or candidates
    return candidates[0] if len(candidates) == 1 else None


def _fits(tenure: object, title: Title) -> bool:
    return getattr(tenure, "office", None) == title.office and title.of in {None, getattr(tenure, "of", None)}


def _single(book: Book, one: _Named, by_surname: dict[str, list[Chain]], given: dict[str, Chain]) -> Chain:
    word = one.words[0]
    group = by_surname.get(skeleton(word), [])
    if group:
        return _most_fitting(book, group, one)
    readings = sorted({phrase.entity for phrase in one.name.readings})
    if len(readings) == 1:
        return book.known(readings[0])
    known = _by_surname(book, one)
    if known:
        return known
    if fold(word) in given:
        return given[fold(word)]
    return book.local("person", word, "person")


def _by_surname(book: Book, one: _Named) -> Chain | None:
    """A bare surname means a person of the tables who holds the office named, or any office on the day."""
    candidates = book.world.named(one.words[0])
    exact = [key for key in candidates if fold(one.words[0]) in fold(" ".join(_all_names(book, key))).split()]
    candidates = exact or (candidates if one.title.office else [])
    if not candidates:
        return None
    if one.title.office and one.title.office != "leader":
        fitting = [k for k in candidates if any(_fits(t, one.title) for t in book.world.careers.get(k, ()))]
        key = _chosen(book, fitting, one.title) if fitting else None
    elif book.day:
        current = [key for key in candidates if book.world.in_office(key, book.day or "")]
        key = current[0] if len(current) == 1 else None
    else:
        key = candidates[0] if len(candidates) == 1 else None
    return book.known(key) if key else None


def _all_names(book: Book, key: str) -> tuple[str, ...]:
    entity = book.world.entities[key]
    return (entity.name, *entity.also)


def _most_fitting(book: Book, group: list[Chain], one: _Named) -> Chain:
    """Of several with one surname: by the title's gender and office, else the one most often named in full."""
    fitting = [chain for chain in group if one.title.gender in {None, chain.gender} or chain.gender is None] or group
    if one.title.office:
        holders = [
            chain
            for chain in fitting
            if chain.has_title(one.title.text, one.title.of)
            or (chain.known and any(_fits(tenure, one.title) for tenure in book.world.careers.get(chain.known, ())))
        ]
        fitting = holders or fitting
    if len(fitting) > 1 and book.day:
        current = [c for c in fitting if c.known and book.world.in_office(c.known, book.day or "")]
        fitting = current or fitting
    return fitting[0]


def _describe(book: Book, chain: Chain, one: _Named) -> None:
    chain.gender = chain.gender or one.title.gender
    if not chain.known and len(one.words) > len(chain.name.split()):
        chain.name = " ".join(one.words)
    whose = book.chains.get(one.title.of or "")
    if whose is not None and whose.subtype not in {"media", "agency", "international"}:
        chain.country = chain.country or whose.country
    if one.title.text and not set(one.title.text.replace(".", "").split()) <= listed("roles", "address"):
        book.title(chain, one.title.text, one.title.of, one.edge, one.name.start, one.title.former)


def is_female_title(word: str) -> bool:
    """Whether a title is borne by women alone."""
    return word in load("roles")["female"]
