"""What a search of the articles shows: each article with the sentences that hold the words.

One rule: a sentence shown is evidence itself, cut from the article's text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sitroom.record import ArticleItem, EvidenceItem
from sitroom.views.lookup import Lookup
from sitroom.views.passages import one_each, sentence_of
from sitroom.views.tables import Row, Table
from sitroom.views.wording import date_words, safe

_MOST = 3
_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds the words, with the words themselves and the sentences that hold most of them."""

    article: ArticleItem
    words: tuple[EvidenceItem, ...]
    sentences: tuple[EvidenceItem, ...]


def hits(articles: Iterable[ArticleItem], words: str) -> list[Hit]:
    """The articles with their sentences, in the order given."""
    terms = [_plain(term) for term in re.findall(r"\w+", words)]
    return [_hit(article, terms) for article in articles]


def search_table(found: Sequence[Hit], lookup: Lookup) -> Table:
    """One row an article."""
    rows = tuple(
        Row("article", hit.article.id,
            (safe(hit.article.title or hit.article.path), date_words(hit.article.published) or "no date",
             lookup.outlet(hit.article.id)), hit.sentences)
        for hit in found
    )  # fmt: skip
    return Table("search", "Search", ("Article", "Published", "Outlet"), rows, 0, "No article holds all these words.")


def hit_line(hit: Hit) -> dict[str, Any]:
    """A hit as JSON."""
    article = hit.article
    return {
        "kind": "hit", "article": article.id, "path": article.path, "title": article.title, "outlet": article.outlet,
        "published": article.published, "evidence": [e.line() for e in hit.sentences],
    }  # fmt: skip


def _hit(article: ArticleItem, terms: Sequence[str]) -> Hit:
    plain = _plain(article.text)
    words: list[EvidenceItem] = []
    held: dict[tuple[int, int], set[str]] = {}
    for term in dict.fromkeys(terms):
        for found, _ in zip(re.finditer(rf"\b{re.escape(term)}\b", plain), range(_LOOKED_AT), strict=False):
            start, end = found.span()
            one = EvidenceItem(article=article.id, start=start, end=end, quote=article.text[start:end])
            around = sentence_of(article, one)
            words.append(one)
            held.setdefault((around.start, around.end), set()).add(term)
    most = max(map(len, held.values()), default=0)
    best = sorted(place for place in held if len(held[place]) == most)[:_MOST]
    sentences = [EvidenceItem(article=article.id, start=a, end=b, quote=article.text[a:b]) for a, b in best]
    ordered = sorted(words, key=lambda e: (e.start, e.end))
    return Hit(article, tuple(ordered), tuple(one_each(sentences)))


def _plain(text: str) -> str:
    """Lower case without accents, a character for a character."""
    return "".join(unicodedata.normalize("NFKD", c)[0].casefold()[0] if ord(c) > 127 else c.lower() for c in text)
