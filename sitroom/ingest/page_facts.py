"""What a page states about itself in its head: JSON-LD, Open Graph, Dublin Core, canonical link.

One rule: only what the page states for machines; what its text says is left to others. Values are cut
to a sane length and never trusted to be of the right type.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"Article|Posting|Report$|LiveBlog", re.IGNORECASE)
_LIMIT = 500
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_NODES = 2_000

_TITLE = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "article.published",
    "datepublished", "date_published", "rnews:datepublished", "originalpublicationdate", "cxenseparse:recs:publishtime",
    "publishdate", "publish-date", "publish_date", "pubdate", "parsely-pub-date", "sailthru.date", "ptime",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created",
    "displaydate", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "revised",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Statements of a page's head; dates are EDTF days, ``None`` where it states none."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None

    @classmethod
    def of(cls, tree: HtmlElement) -> PageFacts:
        """What a parsed page states."""
        metas, linked = _metas(tree), next(_articles(tree), {})
        return cls(
            title=_text(linked.get("headline")) or _first(metas, _TITLE),
            outlet=_first(metas, _OUTLET[:1]) or _name(linked.get("publisher")) or _first(metas, _OUTLET[1:]),
            url=_url(tree, metas, linked),
            authors=_names(linked.get("author")) or _bylines(metas),
            published=day(linked.get("datePublished")) or _day_in(metas, _PUBLISHED),
            modified=day(linked.get("dateModified")) or _day_in(metas, _MODIFIED),
            language=_language(tree),
        )


def day(value: object) -> str | None:
    """The day at the start of an ISO 8601 date; ``None`` for anything else, a year before 1900 or after 2100."""
    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    try:
        return found[0] if found and 1900 <= dt.date.fromisoformat(found[0]).year <= 2100 else None
    except ValueError:
        return None


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _text(element.get("content"))
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            content = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(content):
            kinds = node.get("@type")
            if any(
                isinstance(kind, str) and _ARTICLE.search(kind)
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                yield node


def _nodes(content: object) -> Iterator[dict[str, Any]]:
    queue, seen = [content], 0
    while queue and seen < _MOST_NODES:
        node, seen = queue.pop(0), seen + 1
        if isinstance(node, dict):
            yield node
            queue.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)
        elif isinstance(node, list):
            queue.extend(node)


def _text(value: object) -> str | None:
    text = " ".join(value.split())[:_LIMIT] if isinstance(value, str) else ""
    return text or None


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((metas[key] for key in keys if key in metas), None)


def _day_in(metas: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((found for key in keys if (found := day(metas.get(key)))), None)


def _name(value: object) -> str | None:
    if isinstance(value, list):
        return next((name for each in value if (name := _name(each))), None)
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _names(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    names = (_name(item) for item in items[:50])
    return tuple(dict.fromkeys(name for name in names if name and "://" not in name))


def _bylines(metas: dict[str, str]) -> tuple[str, ...]:
    line = next((metas[key] for key in _AUTHOR if key in metas and "://" not in metas[key]), None)
    if line is None:
        return ()
    parts = re.split(r"\s*[;,&]\s*|\s+and\s+", re.sub(r"^by\s+", "", line, flags=re.IGNORECASE))
    return tuple(dict.fromkeys(part for part in parts if part))


def _url(tree: HtmlElement, metas: dict[str, str], linked: dict[str, Any]) -> str | None:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and _is_address(element.get("href")):
            return _text(element.get("href"))
    found = [metas.get("og:url"), linked.get("url")]
    return next((_text(url) for url in found if _is_address(url)), None)


def _is_address(value: object) -> bool:
    return isinstance(value, str) and re.match(r"https?://[^\s/]+\.[^\s/]+", value.strip()) is not None


def _language(tree: HtmlElement) -> str | None:
    root = tree.getroottree().getroot()
    found = re.match(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", (root.get("lang") or "").strip())
    return found[0] if found else None
