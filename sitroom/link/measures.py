"""What a figure is of, in terms that two figures can be compared by.

One rule: killed and wounded, seen and feared, dollars and troops are never one measure.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from sitroom.errors import ValueFormatError
from sitroom.link.clusters import ActorOf
from sitroom.link.scene import Scene
from sitroom.link.words import terms
from sitroom.model import AnnotatedArticle, Event, Figure
from sitroom.resources import load
from sitroom.values import Bounds, bounds

_MINUTES = {
    "second": 1 / 60,
    "minute": 1.0,
    "hour": 60.0,
    "day": 1440.0,
    "week": 10080.0,
    "month": 43830.0,
    "year": 525960.0,
}
_TWO = 2  # a contact takes two
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s|\n")


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure as it is compared.

    ``bucket`` is what must be equal; ``parties`` are ids of the record, for durations. ``words`` are stems of the
    measure and its scope, ``where`` of its place, ``names`` of the names in that; ``day`` is that of the
    happening or the utterance, ``None`` where the text does not tell; ``published`` that of the article. ``cause`` is
    the kind of happening that the sentence, or else all of the article, tells of, ``None`` for none or several;
    ``near`` are ids of the places and states named beside the figure, ``towns`` those that are no states.
    """

    id: str
    article: str
    figure: Figure
    bucket: tuple[str, str]
    low: float | None
    high: float | None
    words: frozenset[str]
    where: frozenset[str]
    names: frozenset[str]
    parties: frozenset[str]
    day: Bounds | None
    published: dt.date | None
    cause: str | None = None
    near: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()

    @property
    def ahead(self) -> bool:
        """Whether it is no count of what is, but planned or feared."""
        return self.figure.status != "observed"

    @property
    def when(self) -> Bounds | None:
        """The days that the figure is of; publication where the text does not tell."""
        return self.day or (Bounds(self.published, self.published) if self.published else None)

    @property
    def value(self) -> float:
        """The number for comparing sizes."""
        return self.low if self.low is not None else self.high or 0.0


def measures(annotated: AnnotatedArticle, actor_of: ActorOf) -> list[Measure]:
    """The figures of an article, ready to be compared."""
    events = {event.key: event for event in annotated.events}
    scene = Scene.of(annotated, actor_of)
    return [
        _measure(annotated, figure, events.get(figure.event or ""), actor_of, scene) for figure in annotated.figures
    ]


def _measure(
    annotated: AnnotatedArticle, figure: Figure, event: Event | None, actor_of: ActorOf, scene: Scene
) -> Measure:
    timed = figure.unit in _MINUTES
    factor = _MINUTES.get(figure.unit or "", 1.0)
    published = _bounds(annotated.article.published)
    day = _bounds(event.date) if event else None
    if day is None and figure.as_of != annotated.article.published:
        day = _bounds(figure.as_of)
    start, end = _sentence(annotated, figure)
    return Measure(
        id=annotated.id_of(figure),
        article=annotated.article.id,
        figure=figure,
        bucket=_bucket(figure),
        low=None if figure.low is None else figure.low * factor,
        high=None if figure.high is None else figure.high * factor,
        words=terms(" ".join((figure.measure, figure.scope or "", figure.span.of(annotated.article.text)))),
        where=terms(figure.place or ""),
        names=terms(" ".join(word for word in (figure.place or "").split() if word[:1].isupper())),
        parties=_parties(annotated, figure, event, actor_of) if timed else frozenset(),
        day=day,
        published=published.first if published else None,
        cause=scene.cause(start, end),
        near=frozenset(scene.places(start, end)),
        towns=frozenset(scene.places(start, end, towns=True)),
    )


def _bounds(edtf: str | None) -> Bounds | None:
    try:
        return bounds(edtf)
    except ValueFormatError:
        return None


def _bucket(figure: Figure) -> tuple[str, str]:
    """Unit class and kind of thing: what two figures must share to be compared at all."""
    words = figure.measure.split()
    if figure.unit in _MINUTES:
        return "duration", "contact" if words[0] in _contact_nouns() else words[0]
    kind = _kind(words)
    if figure.unit and (len(figure.unit) == 3 and figure.unit.isupper()):
        return figure.unit, words[-1]
    if figure.unit in ("percent", "percentage_point"):
        return "share", words[-1]
    if words[-1] in _states():
        return "state", words[-1]
    return "count", kind


def _kind(words: list[str]) -> str:
    for word in reversed(words):
        for kind, names in load("figures")["kinds"].items():
            if kind != "calls" and (word in names or _singular(word) in names):
                return str(kind)
    return _singular(words[-1])


def _singular(word: str) -> str:
    for ending, single in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(ending):
            return word[: -len(ending)] + single
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _contact_nouns() -> frozenset[str]:
    kinds = load("figures")["kinds"]
    return frozenset(
        (*kinds["calls"], *kinds["talks"], "speak", "meet", "converse", "telephone", "confer", "encounter")
    )


@cache
def _states() -> frozenset[str]:
    return frozenset(str(state) for state in load("figures")["states"].values())


def _sentence(annotated: AnnotatedArticle, figure: Figure) -> tuple[int, int]:
    """Offsets of the sentence around a figure, by its punctuation."""
    text = annotated.article.text
    start = max(
        (m.end() for m in _SENTENCE.finditer(text, max(0, figure.span.start - 600), figure.span.start)), default=0
    )
    end = _SENTENCE.search(text, figure.span.end)
    return start, end.start() if end else len(text)


def _parties(annotated: AnnotatedArticle, figure: Figure, event: Event | None, actor_of: ActorOf) -> frozenset[str]:
    """Who takes part: by the event; where it names fewer than two, with the people nearest to it in the sentence."""
    arguments = (*event.actors, *event.recipients) if event else ()
    keys = {argument.actor for argument in arguments if argument.actor}
    start, end = _sentence(annotated, figure)
    people = [m for m in annotated.mentions if m.type == "person" and start <= m.span.start and m.span.end <= end]
    before = [m for m in people if m.span.end <= figure.span.start]
    for mention in sorted(people, key=lambda m: (m not in before, abs(m.span.start - figure.span.start), m.span)):
        if len(keys) >= _TWO:
            break
        keys.add(mention.actor)
    found = (actor_of.get((annotated.article.id, key)) for key in sorted(keys))
    return frozenset(actor for actor in found if actor)
