"""Captures: what was taken in, byte for byte, and the article that it was read as.

One rule: an article is a pure function of its captures, whatever the order in which they came.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitroom.model import Article, digest

_RANK = {"given": 0, "metadata": 1, "url": 2, "dateline": 3, "text": 4, "inferred": 5, "unknown": 6}
"""How far a source of the publication date is trusted: the user first, then the page, then a guess."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One input as it came, and the article read from it alone.

    ``sha256`` is over ``data``; ``encoding`` is the one it was decoded with; ``retrieved`` is EDTF, where
    the input says when it was fetched.
    """

    data: bytes
    encoding: str
    article: Article

    @property
    def sha256(self) -> str:
        """The hash of the raw bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


def article_id(text: str, outlet: str | None) -> str:
    """The id of an article: a hash of its canonical text and of the outlet that its input states."""
    return f"article-{digest('article', text, outlet)}"


def merge(readings: Iterable[Article]) -> Article:
    """One article from the readings of all its captures (same id, same text).

    Path and title come from the first path; a field that it lacks from the next that has it; the date
    from the best source.
    """
    ordered = sorted(readings, key=lambda a: (a.path, repr(a)))
    first, dated = ordered[0], min(ordered, key=lambda a: (_RANK[a.published_from], a.path, repr(a)))

    def stated(name: str) -> object:
        return next((value for a in ordered if (value := getattr(a, name))), getattr(first, name))

    names = ("title", "outlet", "url", "authors", "modified", "retrieved", "language")
    return replace(
        first,
        published=dated.published,
        published_from=dated.published_from,
        origin=None,
        **{name: stated(name) for name in names},  # type: ignore[arg-type]
    )
