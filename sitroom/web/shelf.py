"""What the pages are made from: the records of a desk's stories, read once and kept.

One rule: pages ask here, never the desk itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sitroom.link.corrections import Fate
from sitroom.record import ArticleItem, Record
from sitroom.views.lines import Group
from sitroom.views.lookup import Found, Lookup
from sitroom.views.stories import Story


class DeskLike(Protocol):
    """What the pages need of a desk."""

    def record(self, story: str | None = None) -> Record:
        """The record of the store or of one story."""

    def stories(self) -> Sequence[Story]:
        """The stories in the store."""

    def grounds(self, item: Found) -> Sequence[Group]:
        """What was decided on the way to an item."""

    def show(self, start: str) -> Found:
        """The item that is meant by an id, also a former one."""

    def search(self, words: str) -> Sequence[ArticleItem]:
        """Articles that hold all the words, best first."""

    def history(self) -> Sequence[Fate]:
        """All corrections, with what became of each."""

    def corrected(self) -> Mapping[str, Sequence[Fate]]:
        """The corrections in force on each item, by its id."""

    def revision(self) -> str:
        """Changes whenever the record may have changed."""


@dataclass(slots=True)
class Shelf:
    """Records by story, made when first asked for, and again when the store has changed."""

    desk: DeskLike
    name: str
    _lookups: dict[str | None, Lookup] = field(default_factory=dict)
    _stories: list[Story] | None = None
    _revision: str | None = None

    def refresh(self) -> None:
        """Forget what was read before the store changed; asked before each page."""
        revision = self.desk.revision()
        if revision != self._revision:
            self._revision, self._stories = revision, None
            self._lookups.clear()

    def lookup(self, story: str | None = None) -> Lookup:
        """The indexed record of a story, of the whole store for ``None``.

        Raises:
            NotFoundError: there is no such story.
        """
        if story not in self._lookups:
            self._lookups[story] = Lookup.of(self.desk.record(story=story))
        return self._lookups[story]

    def stories(self) -> list[Story]:
        """The stories in the store."""
        if self._stories is None:
            self._stories = list(self.desk.stories())
        return self._stories
