"""What happened, and where, in the words around a place of an article.

One rule: a sentence speaks for itself; where it names nothing, the article does, if all of it names one thing only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sitroom.link.clusters import ActorOf
from sitroom.model import AnnotatedArticle
from sitroom.resources import load

_WORD = re.compile(r"\w+")
_LEAD = 600  # code points of an article that say where it plays
_PLACES = frozenset({"place", "country"})


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's happenings, as (start, kind), and its places, as (start, id of the record, whether no state)."""

    happenings: tuple[tuple[int, str], ...]
    spots: tuple[tuple[int, str, bool], ...]

    @classmethod
    def of(cls, annotated: AnnotatedArticle, actor_of: ActorOf) -> Scene:
        """The scene of an article."""
        spots = (
            (m.span.start, actor_of.get((annotated.article.id, m.actor), m.actor), m.type == "place")
            for m in annotated.mentions
            if m.type in _PLACES
        )
        return cls(tuple(_happenings(annotated.article.text)), tuple(sorted(spots)))

    def cause(self, start: int, end: int) -> str | None:
        """The kind of happening between two offsets, else that of the whole article; ``None`` for none or several."""
        here = {kind for at, kind in self.happenings if start <= at < end}
        found = here or {kind for _, kind in self.happenings}
        return next(iter(found)) if len(found) == 1 else None

    def places(self, start: int, end: int, towns: bool = False) -> set[str]:
        """Ids of the places between two offsets, else of the article's beginning; ``towns`` leaves out states."""
        spots = [(at, place) for at, place, town in self.spots if town or not towns]
        return {p for at, p in spots if start <= at < end} or {p for at, p in spots if at < _LEAD}


@cache
def kind_of_happening() -> Mapping[str, str]:
    """Each word for a happening and its plural, with the happening's kind."""
    groups = load("figures")["happenings"].values()
    found = {word: kind for group in groups for kind, words in group.items() for word in words}
    return {form: kind for word, kind in found.items() for form in (word, f"{word}s")}


@cache
def growing() -> frozenset[str]:
    """Kinds of happenings of which the count goes on for days."""
    return frozenset(load("figures")["happenings"]["growing"])


def _happenings(text: str) -> Iterator[tuple[int, str]]:
    """Where words for happenings stand, with their kinds; only words that begin one are tried, most begin none."""
    first, kinds, end = _first_words(), kind_of_happening(), 0
    for word in _WORD.finditer(text):
        if word.start() < end or word[0].lower() not in first:
            continue
        if (found := _words().match(text, word.start())) and (kind := kinds.get(found[0].lower())):
            end = found.end()
            yield found.start(), kind


@cache
def _first_words() -> frozenset[str]:
    return frozenset(found[0] for form in kind_of_happening() if (found := _WORD.match(form)))


@cache
def _words() -> re.Pattern[str]:
    forms = sorted(kind_of_happening(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)
