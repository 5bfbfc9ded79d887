"""All linkers in their order: actors first, then what actors say, do and count.

One rule: what an analyst judged about actors holds for all that comes after.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from sitroom.link.clusters import actor_ids
from sitroom.model import AnnotatedArticle, Link

LINKERS = ("statements", "events", "figures")
"""Linkers over annotations whose actors are known; ``sitroom.link.NAME`` offers ``judge(articles, actor_of)``."""


def judge_all(articles: Sequence[AnnotatedArticle], kept: Sequence[Link]) -> list[Link]:
    """All linkers' judgements on articles, in the light of the analysts' judgements among those kept."""
    analysts = [link for link in kept if link.producer.analyst]
    links: list[Link] = _judge("actors", articles)
    actor_of = actor_ids(articles, [*links, *analysts])
    for name in LINKERS:
        links += _judge(name, articles, actor_of)
    return links


def _judge(name: str, *arguments: Any) -> list[Link]:
    made: list[Link] = import_module(f"sitroom.link.{name}").judge(*arguments)
    return made
