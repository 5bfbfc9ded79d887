"""The whole record, in its printed order.

One rule: the order of the lists is the order of the export.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitroom.record.actors import ActorItem
from sitroom.record.articles import ArticleItem
from sitroom.record.disagreements import DisagreementItem
from sitroom.record.events import EventItem
from sitroom.record.figures import FigureItem
from sitroom.record.item import Item
from sitroom.record.statements import StatementItem
from sitroom.record.timeline import TimelineItem
from sitroom.record.triggers import TriggerItem

RecordItem = Annotated[
    ArticleItem | ActorItem | StatementItem | EventItem | FigureItem | DisagreementItem | TriggerItem | TimelineItem,
    Field(discriminator="kind"),
]


class Record(Item):
    """The whole record of a store or of one story, every list in its printed order."""

    articles: list[ArticleItem] = Field(default=[])
    actors: list[ActorItem] = Field(default=[])
    statements: list[StatementItem] = Field(default=[])
    events: list[EventItem] = Field(default=[])
    figures: list[FigureItem] = Field(default=[])
    disagreements: list[DisagreementItem] = Field(default=[])
    triggers: list[TriggerItem] = Field(default=[])
    timeline: list[TimelineItem] = Field(default=[])

    def items(self) -> list[Item]:
        """All items in the order of the export."""
        return [
            *self.articles, *self.actors, *self.statements, *self.events,
            *self.figures, *self.disagreements, *self.triggers, *self.timeline,
        ]  # fmt: skip
