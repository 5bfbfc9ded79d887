"""The record by date: what happened, or is to happen, on each dated day or span of days.

One rule: a summary is the reports' own words for the weightiest event; the score says how many speak of the date.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from sitroom.link.sentences import around, sentences
from sitroom.model import AnnotatedArticle
from sitroom.record import EventItem, EvidenceItem, Record, ReferenceItem, TimelineItem
from sitroom.text import Span
from sitroom.values import Bounds, bounds, day_of
from sitroom.views.assembly import Assembly, plain_words

LONGEST = 370
"""Days that a dated line covers at most; a longer stretch is no date."""
_SHOWN = frozenset({"occurred", "ongoing", "scheduled", "cancelled"})


def timeline(assembly: Assembly, record: Record) -> list[TimelineItem]:
    """One line a date, in the order of dates."""
    dated: dict[str, list[EventItem]] = defaultdict(list)
    for event in record.events:
        span = bounds(event.date)
        if event.date and span and (span.days or LONGEST + 1) <= LONGEST and event.status in _SHOWN:
            dated[event.date].append(event)
    spoken = _spoken(assembly)
    by_id = {a.article.id: a for a in assembly.articles}
    lines = [_line(date, found, spoken, by_id) for date, found in dated.items()]
    return sorted(lines, key=lambda line: (_first(line.date), line.date))


def _first(edtf: str) -> str:
    span = bounds(edtf) or Bounds(None, None)
    return (span.first or span.last).isoformat() if span.first or span.last else "9999"  # type: ignore[union-attr]


def _spoken(assembly: Assembly) -> Counter[str]:
    """How many articles name each day, or were published on it; copies count once."""
    counts: Counter[str] = Counter()
    for annotated in assembly.articles:
        if annotated.article.origin:
            continue
        counts.update({t.edtf for t in annotated.times if t.edtf and day_of(t.edtf)})
    return counts


def _line(date: str, found: list[EventItem], spoken: Counter[str], by_id: dict[str, AnnotatedArticle]) -> TimelineItem:
    ranked = sorted(found, key=lambda e: (-_weight(e, by_id), e.id))
    top = ranked[0]
    best = _best(top.evidence)
    return TimelineItem(
        date=date,
        summary=plain_words(_sentence(by_id[best.article], best)),
        score=round(spoken[date] + sum(_weight(e, by_id) for e in found), 3),
        items=[ReferenceItem(kind="event", id=e.id) for e in ranked],
        evidence=[_best(e.evidence) for e in ranked],
    )


def _weight(event: EventItem, by_id: dict[str, AnnotatedArticle]) -> float:
    """Independent articles that tell of the event; contacts and deeds before mere words."""
    origins = {by_id[r.article].article.origin or r.article for r in event.reports}
    return len(origins) * (1.0 if event.quad.startswith("material") or event.type == "CONSULT" else 0.5)


def _best(found: list[EvidenceItem]) -> EvidenceItem:
    """The fullest words that are not a whole paragraph."""
    return min(found, key=lambda e: (abs(len(e.quote) - 120), e.article, e.start))


def _sentence(annotated: AnnotatedArticle, words: EvidenceItem) -> str:
    text = annotated.article.text
    return around(Span(words.start, words.end), sentences(text)).of(text)
