"""What was decided on the way to an item: how its dates were resolved, and why its reports were joined.

One rule: reasons are shown as they were given, with who gave them; none is made up afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitroom.model import AnnotatedArticle, Annotation, Event, Figure, Link, LocalActor, Statement
from sitroom.record import ActorItem, EventItem, EvidenceItem, FigureItem, StatementItem
from sitroom.text import Span
from sitroom.views.details import Group, Line
from sitroom.views.filters import evidence_in
from sitroom.views.lookup import Found
from sitroom.views.wording import clip, date_words, safe

_MOST = 30


def grounds(item: Found, articles: Sequence[AnnotatedArticle], links: Iterable[Link]) -> list[Group]:
    """The groups of lines to show beside an item; those without lines are left out by who shows them."""
    by_id = {a.article.id: a for a in articles}
    evidence = [e for e in evidence_in(item) if e.article in by_id]
    members = _members(item, by_id, evidence)
    return [
        Group("How its dates were read", tuple(_times(by_id, evidence))[:_MOST]),
        Group("Why these were taken as one", tuple(_reasons(members, links))[:_MOST]),
    ]


def _times(by_id: dict[str, AnnotatedArticle], evidence: Sequence[EvidenceItem]) -> Iterable[Line]:
    seen: set[tuple[str, int]] = set()
    for one in evidence:
        for time in by_id[one.article].times:
            inside = one.start <= time.span.start and time.span.end <= one.end
            if not inside or (one.article, time.span.start) in seen:
                continue
            seen.add((one.article, time.span.start))
            words = safe(time.span.of(by_id[one.article].article.text))
            value = date_words(time.edtf) if time.edtf else time.value
            anchor = "" if time.anchor in (None, "none") else f", from {time.anchor}"
            value = value or "not on the calendar"
            how = f"{time.type.lower()}; rule {time.rule or 'none'}{anchor}"
            yield Line(f"“{words}” is {value} ({how})")


def _members(item: Found, by_id: dict[str, AnnotatedArticle], evidence: Sequence[EvidenceItem]) -> dict[str, str]:
    """Ids of the annotations behind an item, with their words."""
    spans = {(e.article, e.start, e.end) for e in evidence}
    found: dict[str, str] = {}
    for key, annotated in by_id.items():
        if not any(article == key for article, _, _ in spans):
            continue
        for annotation, span in _candidates(item, annotated):
            if (key, span.start, span.end) in spans:
                found[annotated.id_of(annotation)] = clip(span.of(annotated.article.text), 80)
    return found


def _candidates(item: Found, annotated: AnnotatedArticle) -> Iterable[tuple[Annotation, Span]]:
    if isinstance(item, EventItem):
        found: list[tuple[Event | Statement | Figure | LocalActor, Span]] = [(e, e.evidence) for e in annotated.events]
        return found
    if isinstance(item, FigureItem):
        return [(f, f.span) for f in annotated.figures]
    if isinstance(item, StatementItem):
        return [(s, s.content[0]) for s in annotated.statements if s.content]
    if isinstance(item, ActorItem):
        actors = {a.key: a for a in annotated.actors}
        pairs = [(actors[m.actor], m.span) for m in annotated.mentions if m.actor in actors]
        return [*pairs, *((actors[m.actor], m.head) for m in annotated.mentions if m.actor in actors)]
    return []


def _reasons(members: dict[str, str], links: Iterable[Link]) -> Iterable[Line]:
    for link in links:
        if link.withdrawn or not (link.a in members or link.b in members):
            continue
        one, other = members.get(link.a, link.a), members.get(link.b, link.b)
        said = f"{link.judgement} ({link.score:.2f}): {safe(link.reason)} – “{one}” / “{other}” [{link.producer}]"
        yield Line(said)
