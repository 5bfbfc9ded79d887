"""Articles with their days of publication, stated or told from the coverage.

One rule: a stated day is never touched, and what is told depends on the set of articles, not on their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitroom.ingest.publication import infer
from sitroom.model import Article


def dated(articles: Sequence[Article]) -> list[Article]:
    """The articles in their order, with a day where one is stated or can be told."""
    found = infer(articles)
    return [
        replace(article, published=found[article.id][0], published_from=found[article.id][1])
        if article.published is None and article.id in found
        else article
        for article in articles
    ]
