"""What was decided on the way to an item: how its dates were resolved.

One rule: shown as it was decided, with the rule that did it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitroom.model import AnnotatedArticle
from sitroom.record import EvidenceItem
from sitroom.views.filters import evidence_in
from sitroom.views.lines import Group, Line
from sitroom.views.lookup import Found
from sitroom.views.wording import date_words, safe

_MOST = 30


def grounds(item: Found, articles: Sequence[AnnotatedArticle]) -> list[Group]:
    """The groups of lines to show beside an item; those without lines are left out by who shows them."""
    by_id = {a.article.id: a for a in articles}
    evidence = [e for e in evidence_in(item) if e.article in by_id]
    return [Group("How its dates were read", tuple(_times(by_id, evidence))[:_MOST])]


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
