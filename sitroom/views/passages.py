"""Evidence in its context: the sentence and the paragraph around quoted words.

One rule: a passage is cut from the article's own text, so that it is evidence itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sitroom.record import ArticleItem, EvidenceItem

_BREAK = re.compile(r"[\r\n]+")
# A full stop after one letter or a known short form ends no sentence.
_SHORT = ("Mr", "Dr", "St", "Gen", "Sen", "Lt", "No", "vs", "Mrs", "Rep", "Col", "Gov", "Jan", "Feb", "Mar", "Apr",
          "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")  # fmt: skip
_NO_END = "".join(rf"(?<!\b{short})" for short in _SHORT)
_END = re.compile(rf"(?<![A-Z.]){_NO_END}[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")


# "GENEVA, Jan 10 (Meridian Wire) – ", "WASHINGTON / MOSCOW — ": where a report was filed, no part of its sentence.
_DATELINE = re.compile(r"[A-Z][A-Z .,'/]{2,40}(?:, ?[A-Z][a-z]{2,8}\.? \d{1,2})? ?(?:\([^)\n]{1,40}\) ?)?[—–-]{1,2} ")


@dataclass(frozen=True, slots=True)
class Passage:
    """Quoted words with what stands before and after them in the article."""

    before: str
    quote: str
    after: str


def sentence_of(article: ArticleItem, evidence: EvidenceItem) -> EvidenceItem:
    """The sentence around the evidence, within its paragraph; the evidence itself where it spans several."""
    text, start, end = article.text, evidence.start, evidence.end
    if _BREAK.search(text, start, end):
        return evidence
    left = max((m.end() for m in _BREAK.finditer(text, max(0, start - 5000), start)), default=max(0, start - 5000))
    if (place := _DATELINE.match(text, left)) and place.end() <= start:
        left = place.end()
    stop = _BREAK.search(text, end)
    right = min(stop.start() if stop else len(text), end + 5000)
    ends = [m.end() for m in _END.finditer(text, left, right)]
    first = max((at for at in ends if at <= start), default=left)
    last = min((at for at in ends if at >= end), default=right)
    return trimmed_evidence(article, first, last)


def trimmed_evidence(article: ArticleItem, start: int, end: int) -> EvidenceItem:
    """The words between two offsets, without white space and list marks at either end."""
    text = article.text
    while start < end and (text[start].isspace() or text[start] in "•·*–—"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return EvidenceItem(article=article.id, start=start, end=end, quote=text[start:end])


def passage(article: ArticleItem, evidence: EvidenceItem, width: int = 160) -> Passage:
    """The evidence with up to ``width`` characters of its paragraph on either side, cut at words."""
    text = article.text
    low, high = max(0, evidence.start - width), min(len(text), evidence.end + width)
    before, after = text[low : evidence.start], text[evidence.end : high]
    if found := list(_BREAK.finditer(before)):
        before = before[found[-1].end() :]
    elif low:
        before = "… " + before.split(" ", 1)[-1]
    if cut := _BREAK.search(after):
        after = after[: cut.start()]
    elif high < len(text):
        after = after.rsplit(" ", 1)[0] + " …"
    return Passage(before, evidence.quote, after)


def one_each(evidence: Iterable[EvidenceItem]) -> list[EvidenceItem]:
    """The evidence without repetition, in order; words that lie within other words given are left out."""
    kept: list[EvidenceItem] = []
    for item in dict.fromkeys((e.article, e.start, e.end, e.quote) for e in evidence):
        article, start, end, quote = item
        if any(k.article == article and k.start <= start and end <= k.end for k in kept):
            continue
        kept = [k for k in kept if not (k.article == article and start <= k.start and k.end <= end)]
        kept.append(EvidenceItem(article=article, start=start, end=end, quote=quote))
    return kept
