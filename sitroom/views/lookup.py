"""Finding things in a record: items by id or by the start of an id, names of actors, outlets of articles.

One rule: nothing here fails on a reference that a filtered record no longer holds; it answers with what is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sitroom.errors import NotFoundError
from sitroom.record import (
    ActorItem,
    ArticleItem,
    DisagreementItem,
    EventItem,
    EvidenceItem,
    FigureItem,
    Record,
    StatementItem,
    TriggerItem,
)
from sitroom.views.wording import clip, listed, safe

Found = ArticleItem | ActorItem | StatementItem | EventItem | FigureItem | DisagreementItem | TriggerItem
"""Every item that has an id."""


@dataclass(frozen=True)
class Lookup:
    """The record's items by id."""

    record: Record
    by_id: dict[str, Found]
    states: dict[str, str]

    @classmethod
    def of(cls, record: Record) -> Lookup:
        """Index a record."""
        kept: list[Sequence[Found]] = [
            record.articles, record.actors, record.statements, record.events, record.figures,
            record.disagreements, record.triggers,
        ]  # fmt: skip
        by_id = {item.id: item for items in kept for item in items}
        states = {a.country: a.id for a in reversed(record.actors) if a.type == "country" and a.country}
        return cls(record, by_id, states)

    @cached_property
    def short(self) -> dict[str, str]:
        """For each id the shortest start that names it alone; made when first asked for."""
        return short_ids(self.by_id)

    def find(self, start: str) -> Found:
        """The item whose id, or whose id after its kind, begins so.

        Raises:
            NotFoundError: none does, or several do.
        """
        start = start.strip().lower()
        if start in self.by_id:
            return self.by_id[start]
        found = [id_ for id_ in self.by_id if start and begins(id_, start)]
        found = [id_ for id_ in found if bare(id_) == start] or found
        if not found:
            raise NotFoundError(f"no item has an id that begins with {safe(start)!r}")
        if len(found) > 1:
            some = ", ".join(sorted(found)[:5])
            raise NotFoundError(f"{len(found)} items have ids that begin with {safe(start)!r}: {some}")
        return self.by_id[found[0]]

    def name(self, actor: str | None) -> str:
        """The actor's name; its id where the record does not hold it; empty for ``None``."""
        item = self.by_id.get(actor or "")
        return safe(item.name) if isinstance(item, ActorItem) else actor or ""

    def forum(self, key: str | None) -> str:
        """The forum's name; its key in words where the record does not hold it; empty for ``None``."""
        if not key:
            return ""
        item = self.by_id.get(key) or self.by_id.get(key.replace("/", "-"))
        return safe(item.name) if isinstance(item, ActorItem) else safe(key.rsplit("/", 1)[-1].replace("-", " "))

    def together(self, actors: Iterable[str]) -> list[str]:
        """The participants without states and bodies for which one of the people among them acts."""
        actors = list(dict.fromkeys(actors))
        people = {self.state(a) for a in actors if self._is_person(a)}
        return [a for a in actors if self._is_person(a) or self.state(a) not in people]

    def sides(self, event: EventItem) -> tuple[list[str], list[str]]:
        """The participants of an event as :meth:`together` has them: those who act, and all others."""
        kept = self.together((*event.actors, *event.recipients))
        return [a for a in kept if a in event.actors], [a for a in kept if a not in event.actors]

    def _is_person(self, actor: str) -> bool:
        item = self.by_id.get(actor)
        return isinstance(item, ActorItem) and item.type == "person"

    def names(self, actors: Iterable[str], limit: int | None = None) -> str:
        """The actors' names as a list in words."""
        return listed([self.name(actor) for actor in actors], limit)

    def article(self, id_: str) -> ArticleItem | None:
        """The article, where the record holds it."""
        item = self.by_id.get(id_)
        return item if isinstance(item, ArticleItem) else None

    def outlet(self, article: str) -> str:
        """The outlet's name; where it is not known the article's title, else the file's name."""
        item = self.article(article)
        if item is None:
            return article
        if item.outlet:
            return safe(item.outlet)
        name = safe(item.path.replace("\\", "/").rsplit("/", 1)[-1])
        return f"“{clip(item.title, 40)}”" if item.title else name.rsplit(".", 1)[0] or name

    def outlets(self, evidence: Iterable[EvidenceItem]) -> list[str]:
        """The outlets that the evidence comes from, each once, in order."""
        return list(dict.fromkeys(self.outlet(e.article) for e in evidence))

    def origins(self, articles: Iterable[str]) -> int:
        """How many independent texts stand behind these articles: a reprint counts as what it copies."""
        return len({(item.origin or item.id) if (item := self.article(a)) else a for a in articles})

    def state(self, actor: str) -> str:
        """The state that a person or body acts for, by its country or by the office it holds; else the actor."""
        item = self.by_id.get(actor)
        if not isinstance(item, ActorItem) or item.type == "country":
            return actor
        if item.country in self.states:
            return self.states[item.country]
        for role in item.roles:
            of = self.by_id.get(role.of or "")
            if isinstance(of, ActorItem):
                return self.states.get(of.country or "", of.id)
        return actor


LEAST = 4
"""Letters of an id that are shown at least."""


def bare(id_: str) -> str:
    """The id without its kind: "3f2a…" of "event-3f2a…"."""
    return id_.split("-", 1)[-1]


def begins(id_: str, start: str) -> bool:
    """Whether the id, or the id without its kind, begins so."""
    return id_.startswith(start) or bare(id_).startswith(start)


def short_ids(ids: Iterable[str], least: int = LEAST) -> dict[str, str]:
    """For each id the shortest start of its bare form, at least ``least`` long, that no other id shares.

    Ids whose bare forms are equal keep their whole form.
    """
    ordered = sorted((bare(id_), id_) for id_ in set(ids))
    short: dict[str, str] = {}
    for at, (one, id_) in enumerate(ordered):
        near = [ordered[i][0] for i in (at - 1, at + 1) if 0 <= i < len(ordered)]
        shared = max((_common(one, other) for other in near), default=0)
        short[id_] = id_ if one in near else one[: max(least, shared + 1)]
    return short


def _common(one: str, other: str) -> int:
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))
