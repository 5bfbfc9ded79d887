"""One statement with what it is compared by: its words, terms, numbers, those it names, who speaks and who hears.

One rule: names are compared as actors, not as words; unnamed sources of one house stand for nobody but themselves.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sitroom.link.clusters import ActorOf
from sitroom.link.concepts import concept_of
from sitroom.link.opposing import acts, numbers_in, plain_form
from sitroom.link.wordings import Word, words_of
from sitroom.link.words import negated, terms
from sitroom.model import AnnotatedArticle, Mention, Statement
from sitroom.text import Span
from sitroom.values import bounds

NOBODY = "nobody in "
"""What the speaker of a statement without any begins with."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True)
class Said:
    """One statement with what it is compared by; ``who`` is an actor of the record, or stands for an unnamed source.

    ``sides`` are the actors of source and chain with their states, ``person`` whether the speaker is one; ``terms``
    leave out names; ``denied`` is what the speaker says is not so. ``named`` are those whom the content names, each as
    its state where it has one, ``meant`` those and whoever its pronouns stand for; ``called`` the words for states and
    people by those. ``acts`` is what is done in saying it, ``order`` its terms as they stand. ``told`` are
    those named of whom it was told, ``hearers`` the states of all of them.
    """

    id: str
    article: str
    who: str
    sides: frozenset[str]
    words: tuple[Word, ...]
    terms: frozenset[str]
    negated: bool
    denied: bool
    numbers: frozenset[str]
    named: frozenset[str]
    meant: frozenset[str]
    called: frozenset[tuple[str, str]]
    acts: frozenset[str]
    order: tuple[str, ...]
    told: frozenset[str]
    hearers: frozenset[str]
    published: dt.date | None
    person: bool
    statement: Statement

    @cached_property
    def matter(self) -> frozenset[str]:
        """The terms, those that mean much the same as one."""
        return frozenset(concept_of(term) for term in self.terms)

    @property
    def own_words(self) -> bool:
        """Whether it is a quotation from end to end."""
        return self.statement.kind == "direct"


def said_in(articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> Iterator[Said]:
    """All statements of the articles, ready to be compared."""
    for found in articles:
        if found.statements:
            reader = _Reader(found, actor_of)
            yield from (reader.said(statement) for statement in found.statements)


def content_words(text: str, content: Iterable[Span]) -> str:
    """The words of a statement's content, its parts joined by a space."""
    return " ".join(span.of(text) for span in content)


class _Reader:
    """Reads the statements of one article; its mentions are in order, to look up those of a stretch."""

    def __init__(self, found: AnnotatedArticle, actor_of: ActorOf) -> None:
        self.found, self.article, self.text = found, found.article.id, found.article.text
        self._actor_of = actor_of
        self._local = {actor.key: actor for actor in found.actors}
        self._mentions = sorted(found.mentions, key=lambda m: (m.span.start, m.span.end))
        self._starts = [m.span.start for m in self._mentions]
        published = bounds(found.article.published)
        self._published = published.first if published else None

    def said(self, statement: Statement) -> Said:
        """One statement, ready to be compared."""
        text = content_words(self.text, statement.content)
        inside = list(self._inside(statement.content))
        plain = self._plain_words(statement.content, [m.span for m in inside if m.form == "name"])
        own = frozenset(self._sides(statement))
        return Said(
            id=self.found.id_of(statement),
            article=self.article,
            who=self._who(statement),
            sides=own,
            words=words_of(text, statement.kind == "direct"),
            terms=terms(" ".join(plain)),
            order=tuple(term for word in plain for term in sorted(terms(word))),
            acts=acts(statement.cue.of(self.text)) if statement.cue else frozenset(),
            negated=negated(text),
            denied=statement.claim == "denial",
            numbers=numbers_in(text),
            named=frozenset(self._side(m.actor) for m in inside if m.form != "pronoun") - own,
            meant=frozenset(self._side(m.actor) for m in inside) | own,
            called=frozenset(self._called(inside)),
            told=frozenset(self._told(statement)),
            hearers=frozenset(c for key in statement.addressees if (c := self._country(key))),
            published=self._published,
            person=statement.speaker in self._local and self._local[statement.speaker].type == "person",
            statement=statement,
        )

    def _inside(self, content: Iterable[Span]) -> Iterator[Mention]:
        for span in content:
            for m in self._mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]:
                if span.covers(m.span):
                    yield m

    def _id(self, key: str) -> str:
        return self._actor_of.get((self.article, key), f"{self.article}/{key}")

    def _country(self, key: str) -> str | None:
        return self._local[key].country if key in self._local else None

    def _who(self, statement: Statement) -> str:
        key = statement.speaker or statement.affiliation
        if key is None:
            return f"{NOBODY}{self.article}"
        # unnamed sources of one house are compared among themselves, never with the house
        return self._id(key) if statement.speaker else f"unnamed of {self._id(key)}"

    def _sides(self, statement: Statement) -> Iterator[str]:
        """Who may be meant by another name: the actors themselves, their states, those who pass their words on."""
        keys = [*statement.speakers, statement.speaker, statement.affiliation, *(via.actor for via in statement.via)]
        for key in filter(None, keys):
            yield self._id(key)
            if country := self._country(key):
                yield f"state {country}"

    def _side(self, key: str) -> str:
        """An actor as its state, where it has one."""
        country = self._country(key)
        return f"state {country}" if country else self._id(key)

    def _called(self, inside: Iterable[Mention]) -> Iterator[tuple[str, str]]:
        """The words by which states and people are called, each with whom it means."""
        for m in inside:
            if m.actor in self._local and self._local[m.actor].type in ("country", "person"):
                yield from ((word.form, self._side(m.actor)) for word in words_of(m.span.of(self.text)))

    def _told(self, statement: Statement) -> Iterator[str]:
        """The addressees that are named."""
        for key in statement.addressees:
            if key not in self._local or self._local[key].subtype != "unnamed":
                yield self._actor_of.get((self.article, key), key)

    def _plain_words(self, content: Iterable[Span], names: Sequence[Span]) -> list[str]:
        """The words that are no names, and numbers; a first word is no name because of its capital."""
        kept = []
        for span in content:
            for number, word in enumerate(_WORD.finditer(self.text, span.start, span.end)):
                first = number == 0 and not any(n.start < word.end() and word.start() < n.end for n in names)
                if word[0].islower() or word[0].isdigit() or (first and word[0].istitle()):
                    kept.append(plain_form(word[0]))
        return kept
