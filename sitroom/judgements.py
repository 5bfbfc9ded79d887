"""An analyst's judgements on the record: what was decided about its actors and events, by whom, when and why.

One rule: a judgement speaks of words in articles, not of ids, which change as coverage is added; and it is never
changed or removed: taking one back is a judgement of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sitroom.model import digest
from sitroom.text import Span

Act = Literal["merge", "split", "not-same", "pin", "rename", "type", "undo"]
Kind = Literal["actor", "event", "statement", "figure"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that one reading rests on: half-open offsets into the article's canonical text, and the text between.

    Of an actor the mention that names it, of an event its trigger, with the words ``around`` it that are its evidence.
    """

    article: str
    span: Span
    quote: str
    around: Span | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """An item as the analyst saw it: its name and type then, and words of every reading that it was made of.

    ``known`` is the actor's key in the tables of facts; with the name it finds the actor in a store that holds none of
    the articles.
    """

    kind: Kind
    name: str
    type: str
    words: tuple[Words, ...]
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of an analyst.

    ``about`` are the items judged: of ``split`` what stays, then what is taken out. ``value`` is the new name or type.
    ``undoes`` is the id of the judgement that this one takes back. ``at`` is ISO 8601 in UTC, with milliseconds.
    """

    act: Act
    by: str
    reason: str
    at: str
    about: tuple[Subject, ...] = ()
    value: str | None = None
    undoes: str | None = None
    id: str = ""

    def named(self) -> Judgement:
        """The judgement with its id, a hash of all the rest."""
        return replace(self, id=f"judgement-{digest(replace(self, id=''))}")


def in_order(judgements: list[Judgement]) -> list[Judgement]:
    """Judgements by time, whatever the order in which they came into a store; each once."""
    return sorted({j.id: j for j in judgements}.values(), key=lambda j: (j.at, j.id))


def undone(judgements: list[Judgement]) -> dict[str, Judgement]:
    """By the id of each judgement that is taken back, the judgement that does so; one taken back itself counts not."""
    found: dict[str, Judgement] = {}
    for judgement in reversed(in_order(judgements)):
        if judgement.undoes and judgement.id not in found:
            found.setdefault(judgement.undoes, judgement)
    return found
