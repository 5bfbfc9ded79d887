"""Articles of the record: the texts that all other items rest on.

One rule: what is stated of an article is told from what was inferred of it.
"""

from __future__ import annotations

from typing import Literal

from sitroom.model import PublishedFrom
from sitroom.record.item import Item


class ArticleItem(Item):
    """One published text from one outlet."""

    kind: Literal["article"] = "article"
    id: str
    path: str
    url: str | None
    outlet: str | None
    title: str | None
    authors: list[str]
    published: str | None
    published_from: PublishedFrom
    modified: str | None
    retrieved: str | None
    language: str | None
    text: str
    origin: str | None
