"""What the pages are made from: the records of a desk's stories, read once and kept.

One rule: pages ask here, never the desk itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sitroom.record import Record
from sitroom.views.details import Group
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


@dataclass(slots=True)
class Shelf:
    """Records by story, made when first asked for."""

    desk: DeskLike
    name: str
    _lookups: dict[str | None, Lookup] = field(default_factory=dict)
    _stories: list[Story] | None = None

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
