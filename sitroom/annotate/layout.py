"""The parts of an article that are not body text: title, dateline, byline, caption, list item, boilerplate.

One rule: a region is a whole paragraph, and what is not recognised is body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sitroom.text import Span, paragraphs

RegionKind = Literal["title", "dateline", "byline", "caption", "item", "body", "boilerplate"]

_ITEM = re.compile(r"^\s*(?:[•▪◦‣*–—-]|\d{1,2}[.)])\s+")
_CAPTION = re.compile(
    r"(?:\bPhoto\b\s*:|\bFile\s*:|/\s*(?:Getty|AP|AFP|Reuters|EPA|Pool)\b|\|\s*Reuters\b|"
    r"/(?:Handout|Reuters|AP Photo)\b|\bvia (?:Reuters|AP|AFP|Getty Images)\b)"
)


@dataclass(frozen=True, slots=True)
class Region:
    """One paragraph and what part of the article it is."""

    kind: RegionKind
    span: Span


def regions(text: str, title: str | None = None) -> tuple[Region, ...]:
    """The article's paragraphs in order, each with its kind."""
    found: list[Region] = []
    for span in paragraphs(text):
        found.append(Region(_kind(span.of(text), title, first=not found), span))
    return tuple(found)


def _kind(paragraph: str, title: str | None, first: bool) -> RegionKind:
    if title and paragraph.strip() == title.strip():
        return "title"
    if _ITEM.match(paragraph):
        return "item"
    if _CAPTION.search(paragraph):
        return "caption"
    if not re.search(r"[.!?…:;][\"'”’)\]]*$", paragraph.strip()) and len(paragraph) < 150:
        return "title" if first or len(paragraph.split()) > 4 else "boilerplate"
    return "body"
