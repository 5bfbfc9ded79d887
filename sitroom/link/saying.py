"""One statement with what it is compared by: its words, terms, numbers, those it names, who speaks and who hears.

One rule: names are compared as actors, not as words; unnamed sources of one house stand for nobody but themselves.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sitroom.link.clusters import ActorOf
from sitroom.link.concepts import concept_of
from sitroom.link.opposing import acts, numbers_in, plain_form
from sitroom.link.wordings import Word, words_of
from sitroom.link.words import negated, terms
from sitroom.model import AnnotatedArticle, LocalActor, Mention, Statement
from sitroom.text import Span
from sitroom.values import bounds

_WRITTEN = 2  # forms of mentions that name or describe whom they mean
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
        local = {actor.key: actor for actor in found.actors}
        names = [m for m in found.mentions if m.form == "name"]
        published = bounds(found.article.published)
        for statement in found.statements:
            text = content_words(found.article.text, statement.content)
            plain = _plain_words(found, statement.content, names)
            yield Said(
                id=found.id_of(statement),
                article=found.article.id,
                who=_who(found.article.id, statement, actor_of),
                sides=frozenset(_sides(found.article.id, statement, local, actor_of)),
                words=words_of(text, statement.kind == "direct"),
                terms=terms(" ".join(plain)),
                order=tuple(t for word in plain for t in sorted(terms(word))),
                acts=acts(statement.cue.of(found.article.text)) if statement.cue else frozenset(),
                called=_called(found, statement, local, actor_of),
                negated=negated(text),
                denied=statement.claim == "denial",
                numbers=numbers_in(text),
                named=_spoken_of(found, statement, ("name", "nominal"), local, actor_of),
                meant=_spoken_of(found, statement, ("name", "nominal", "pronoun"), local, actor_of),
                told=frozenset(_told(found.article.id, statement, local, actor_of)),
                hearers=frozenset(c for k in statement.addressees if k in local and (c := local[k].country)),
                published=published.first if published else None,
                person=statement.speaker in local and local[statement.speaker].type == "person",
                statement=statement,
            )


def content_words(text: str, content: Iterable[Span]) -> str:
    """The words of a statement's content, its parts joined by a space."""
    return " ".join(span.of(text) for span in content)


def _who(article: str, statement: Statement, actor_of: ActorOf) -> str:
    key = statement.speaker or statement.affiliation
    if key is None:
        return f"{NOBODY}{article}"
    who = actor_of.get((article, key), f"{article}/{key}")
    # unnamed sources of one house are compared among themselves, never with the house
    return who if statement.speaker else f"unnamed of {who}"


def _sides(article: str, statement: Statement, local: dict[str, LocalActor], actor_of: ActorOf) -> Iterator[str]:
    """Who may be meant by another name: the actors themselves, their states, those who pass their words on."""
    keys = [*statement.speakers, statement.speaker, statement.affiliation, *(via.actor for via in statement.via)]
    for key in keys:
        if key is None:
            continue
        yield actor_of.get((article, key), f"{article}/{key}")
        if key in local and (country := local[key].country):
            yield f"state {country}"


def _spoken_of(
    found: AnnotatedArticle, statement: Statement, forms: Sequence[str], local: dict[str, LocalActor], actor_of: ActorOf
) -> frozenset[str]:
    """Those of whom the content speaks in such words, each as its state where it has one; without the speaker's own."""
    keys = {
        m.actor for m in found.mentions if m.form in forms and any(span.covers(m.span) for span in statement.content)
    }  # fmt: skip
    own = set(_sides(found.article.id, statement, local, actor_of))
    sides = {_side(found.article.id, key, local, actor_of) for key in keys}
    return frozenset(sides - own if len(forms) == _WRITTEN else sides | own)


def _told(article: str, statement: Statement, local: dict[str, LocalActor], actor_of: ActorOf) -> Iterator[str]:
    """The addressees that are named."""
    for key in statement.addressees:
        if key not in local or local[key].subtype != "unnamed":
            yield actor_of.get((article, key), key)


def _side(article: str, key: str, local: dict[str, LocalActor], actor_of: ActorOf) -> str:
    country = local[key].country if key in local else None
    return f"state {country}" if country else actor_of.get((article, key), f"{article}/{key}")


def _called(
    found: AnnotatedArticle, statement: Statement, local: dict[str, LocalActor], actor_of: ActorOf
) -> frozenset[tuple[str, str]]:
    """The words by which the content calls states and people, each with whom it means by :func:`_side`."""
    inside = [m for m in found.mentions if any(span.covers(m.span) for span in statement.content)]
    kept = [m for m in inside if m.actor in local and local[m.actor].type in ("country", "person")]
    return frozenset(
        (word.form, _side(found.article.id, m.actor, local, actor_of))
        for m in kept for word in words_of(m.span.of(found.article.text))
    )  # fmt: skip


def _plain_words(found: AnnotatedArticle, content: Iterable[Span], names: Sequence[Mention]) -> list[str]:
    """The words that are no names, and numbers; a first word is no name because of its capital."""
    text, kept = found.article.text, []
    for span in content:
        inside = [m.span for m in names if m.span.overlaps(span)]
        for number, word in enumerate(_WORD.finditer(text, span.start, span.end)):
            first = number == 0 and not any(n.start < word.end() and word.start() < n.end for n in inside)
            if word[0].islower() or word[0].isdigit() or (first and word[0].istitle()):
                kept.append(plain_form(word[0]))
    return kept
