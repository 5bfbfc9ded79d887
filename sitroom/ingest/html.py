"""Web pages (.html): the article's text and what the page states about it.

One rule: the canonical text is what trafilatura keeps of the page, paragraphs on lines of their own; a
page with no article in it is refused, never stored empty.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from trafilatura import bare_extraction
from trafilatura.utils import load_html

from sitroom import lines
from sitroom.errors import IngestError
from sitroom.ingest.decoding import declared_encoding, decode
from sitroom.ingest.page_dates import published
from sitroom.ingest.page_facts import PageFacts
from sitroom.ingest.source import Draft, Source

# What these libraries log about broken pages is said by the refusal already.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

_LEAST_LETTERS = 80  # of sentences; shorter finds are menus and cookie notices
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।]")
_HEAD = 3  # paragraphs among which a repeated headline is looked for
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


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
    title = facts.title or found.get("title")
    text = without_furniture(without_title(tidy(found.get("text") or ""), title))
    if not has_prose(text):
        raise IngestError(source.name, "a page with no article in it")
    date, date_from = published(html, tree, facts)
    yield Draft(
        text=text,
        encoding=encoding,
        title=title,
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


def has_prose(text: str) -> bool:
    """Whether there are sentences in it, and not only labels, links and notices."""
    prose = (part for part in text.split("\n\n") if _SENTENCE_END.search(part))
    return sum(character.isalpha() for part in prose for character in part) >= _LEAST_LETTERS


def without_title(text: str, title: str | None) -> str:
    """The text without its headline, which has a field of its own; nothing above the headline is kept."""
    wanted = re.findall(r"\w+", (title or "").casefold())
    parts = text.split("\n\n")
    for number, part in enumerate(parts[:_HEAD]):
        words = re.findall(r"\w+", part.casefold())
        # Pages often put the outlet's name behind the headline: the paragraph may be the longer title's beginning.
        if len(words) > 2 and wanted[: len(words)] == words:
            return "\n\n".join(parts[number + 1 :])
    return text


def without_furniture(text: str) -> str:
    """The text without the prompts, links and labels that pages put between its paragraphs."""
    return "\n\n".join(part for part in text.split("\n\n") if not (lines.is_prompt(part) or lines.is_label(part)))


def _extracted(html: str, url: str | None) -> dict[str, Any]:
    found = bare_extraction(html, url=url, include_comments=False, include_tables=False, with_metadata=True)
    if found is None:
        return {}
    made: dict[str, Any] = found if isinstance(found, dict) else found.as_dict()
    return made
