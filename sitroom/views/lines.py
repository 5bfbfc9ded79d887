"""An item laid out: lines in groups, each line with its evidence in context.

One rule: a line that says something of the coverage holds the words that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitroom.record import EvidenceItem
from sitroom.views.lookup import Lookup
from sitroom.views.passages import one_each, passage
from sitroom.views.rendering import source_words
from sitroom.views.wording import edged, safe


@dataclass(frozen=True, slots=True)
class Quoted:
    """Evidence in its context, with where it stands; ``evidence`` holds its offsets."""

    before: str
    quote: str
    after: str
    source: str
    evidence: EvidenceItem


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a detail: words, and the evidence they rest on; ``kind`` and ``id`` lead to another item."""

    text: str
    passages: tuple[Quoted, ...] = ()
    kind: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """An item laid out: heading, fields as (name, words), groups of lines."""

    kind: str
    id: str
    title: str
    fields: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]


def quotes(evidence: Iterable[EvidenceItem], lookup: Lookup) -> tuple[Quoted, ...]:
    """The evidence in its context, without repetition."""
    made = []
    for one in one_each(evidence):
        article = lookup.article(one.article)
        around = passage(article, one) if article else None
        before, after = (around.before, around.after) if around else ("", "")
        source = f"{source_words(one, lookup)}, characters {one.start}–{one.end}"
        made.append(Quoted(edged(before), safe(one.quote), edged(after), source, one))
    return tuple(made)
