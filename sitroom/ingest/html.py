"""Web pages (.html): the article's text and what the page states about it.

One rule: the canonical text is what trafilatura keeps of the page, paragraphs on lines of their own; a
page with no article in it is refused, never stored empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.utils import load_html

from sitroom.errors import IngestError
from sitroom.ingest.decoding import declared_encoding, decode
from sitroom.ingest.page_dates import published
from sitroom.ingest.page_facts import PageFacts
from sitroom.ingest.source import Draft, Source

_LEAST_WORDS = 20  # shorter finds are menus and cookie notices
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_BARE_LINK = re.compile(r"\s+$", re.MULTILINE)


def read(source: Source) -> Iterator[Draft]:
    """The page's article.

    Raises:
        IngestError: the page cannot be decoded or parsed, or there is no article in it.
    """
    html, encoding = decode(source.name, source.data, declared_encoding(source.data))
    html = _DECLARATION.sub("", html.lstrip("\ufeff"))
    tree = load_html(html)
    if tree is None:
        raise IngestError(source.name, "not a web page")
    facts = PageFacts.of(tree)
    found = _extracted(html, facts.url)
    text = tidy(found.get("text") or "")
    if len(text.split()) < _LEAST_WORDS:
        raise IngestError(source.name, "a page with no article in it")
    date, date_from = published(html, tree, facts)
    yield Draft(
        text=text,
        encoding=encoding,
        title=facts.title or found.get("title"),
        outlet=facts.outlet or found.get("sitename"),
        url=facts.url or found.get("url"),
        authors=facts.authors or tuple(name.strip() for name in (found.get("author") or "").split(";") if name.strip()),
        published=date,
        published_from=date_from,
        modified=facts.modified,
        language=facts.language,
    )


def tidy(text: str) -> str:
    """Paragraphs without white space at their ends, each on a line of its own, with an empty line between."""
    lines = (line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n\n".join(line for line in lines if line)


def _extracted(html: str, url: str | None) -> dict[str, Any]:
    found = bare_extraction(html, url=url, include_comments=False, include_tables=False, with_metadata=True)
    if found is None:
        return {}
    made: dict[str, Any] = found if isinstance(found, dict) else found.as_dict()
    return made


__all__ = ["HtmlElement", "read", "tidy"]
