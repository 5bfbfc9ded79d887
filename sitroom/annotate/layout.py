"""The parts of an article that are not body text: title, dateline, byline, caption, list item, boilerplate.

One rule: a region is a whole paragraph, and what is not recognised is body. Made for pages saved as plain text,
where all of these run together; the looks of single lines are judged in :mod:`sitroom.lines`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sitroom import lines
from sitroom.text import Span, paragraphs

RegionKind = Literal["title", "dateline", "byline", "caption", "item", "body", "boilerplate"]

_ITEM = re.compile(r"^\s*(?:[•▪◦‣●*]|[–—-](?=\s)|\d{1,2}[.)](?=\s))\s*\S")
_LONGEST = 3000  # code points; longer paragraphs are no furniture
_TAIL_SHARE = 0.6  # end matter stands behind this share of the text


@dataclass(frozen=True, slots=True)
class Region:
    """One paragraph and what part of the article it is."""

    kind: RegionKind
    span: Span


def regions(text: str, title: str | None = None) -> tuple[Region, ...]:
    """The article's paragraphs in order, each with its kind.

    Subheadings are of kind ``title``, standfirsts ``body``. Not supported: captions without credit that are
    printed once and end like sentences.
    """
    spans = paragraphs(text)
    words = [span.of(text).strip() for span in spans]
    kinds = [_by_look(paragraph) for paragraph in words]
    first = next((i for i, w in enumerate(words) if kinds[i] == "body" and _is_prose(w)), len(words))
    _mark_titles(words, kinds, first, title)
    _mark_captions(words, kinds, first)
    _mark_end_matter(spans, words, kinds, len(text))
    return tuple(Region(kind, span) for kind, span in zip(kinds, spans, strict=True))


def _by_look(paragraph: str) -> RegionKind:
    if len(paragraph) > _LONGEST:
        return "body"
    if lines.is_label(paragraph) or lines.is_prompt(paragraph):
        return "boilerplate"
    if lines.is_date_line(paragraph):
        return "dateline"
    if lines.has_credit(paragraph) or lines.is_credit(paragraph):
        return "caption"
    if lines.is_byline(paragraph):
        return "byline"
    if _ITEM.match(paragraph):
        return "item"
    return "body"


def _is_prose(paragraph: str) -> bool:
    return len(paragraph) >= 200 or (len(paragraph) >= 60 and lines.ends_as_sentence(paragraph))


def _mark_titles(words: Sequence[str], kinds: list[RegionKind], first: int, title: str | None) -> None:
    """The headline and its repetitions; above the text a lone name below the headline is the author's."""
    known = _plain(title) if title else None
    for i, paragraph in enumerate(words):
        if known and _plain(paragraph) == known and kinds[i] in ("body", "item", "byline"):
            kinds[i] = "title"
    for i, paragraph in enumerate(words):
        if kinds[i] != "body" or lines.ends_as_sentence(paragraph) or len(paragraph) >= 200:
            continue
        if i + 2 < first and "title" not in kinds[:i] and lines.is_masthead(paragraph):
            kinds[i] = "boilerplate"
        elif (
            i < first
            and "title" in kinds[:i]
            and lines.is_name(paragraph)
            and _plain(paragraph) not in map(_plain, words[:i])
        ):
            kinds[i] = "byline"
        else:
            kinds[i] = "title"


def _mark_captions(words: Sequence[str], kinds: list[RegionKind], first: int) -> None:
    """A line printed twice, a line right above a bare credit, and the line of a picture that repeats its caption."""
    counts = Counter(map(_plain, words))
    seen: set[str] = set()
    for i, paragraph in enumerate(words):
        plain = _plain(paragraph)
        following = kinds[i + 1] if i + 1 < len(words) else "body"
        if kinds[i] == "body" and len(paragraph) < 600:
            # of a first paragraph that is printed again as a teaser, one stays text
            twice = counts[plain] > 1 and (plain in seen or not _is_news(paragraph))
            if twice or (following == "caption" and lines.is_credit(words[i + 1]) and not _is_news(paragraph)):
                kinds[i] = "caption"
        # the line that stands for a picture in the page's source, between headline and caption
        elif kinds[i] == "title" and "title" in kinds[:i] and i <= first and following == "caption":
            kinds[i] = "caption" if counts[plain] == 1 else "title"
        seen.add(plain)


def _mark_end_matter(spans: Sequence[Span], words: Sequence[str], kinds: list[RegionKind], length: int) -> None:
    """From the first mark of standing text in the last part on, what follows is furniture, too."""
    start = next(
        (
            i
            for i, span in enumerate(spans)
            if span.start > _TAIL_SHARE * length
            and (kinds[i] == "byline" or lines.is_standing_text(words[i]) or kinds[i] == "boilerplate")
            and not any(
                k in ("body", "item") and _is_news(w) for k, w in zip(kinds[i + 1 :], words[i + 1 :], strict=True)
            )
        ),
        None,
    )
    if start is None:
        return
    for i in range(start, len(words)):
        if kinds[i] not in ("byline", "caption", "dateline"):
            kinds[i] = "boilerplate"


def _is_news(paragraph: str) -> bool:
    """Whether a paragraph reports what somebody said, which end matter does not."""
    if lines.is_standing_text(paragraph) or re.search(r"\b(?:we|our|you|your)\b", paragraph, re.IGNORECASE):
        return False
    return len(paragraph) > 60 and bool(
        re.search(r"\b(?:said|told|says|added|according|announced|warned)\b", paragraph)
    )


def _plain(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().lower()
