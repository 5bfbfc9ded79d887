"""The life of an event as the articles tell it: first told, repeated, moved, held, cancelled, expired.

One rule: a step is what an article says, dated by its publication; nothing happens between articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from sitroom.record import HistoryItem, ReportItem
from sitroom.values import same_time

Change = Literal["first", "repeated", "moved", "held", "cancelled"]
_RANK = {"cancelled": 0, "occurred": 1, "ongoing": 1}


def history(reports: Iterable[ReportItem], published: Mapping[str, str | None]) -> list[HistoryItem]:
    """One step an article, in the order of publication; articles without a day come last."""
    by_article: dict[str, list[ReportItem]] = {}
    for report in reports:
        by_article.setdefault(report.article, []).append(report)
    order = sorted(by_article, key=lambda a: (published.get(a) or "9999", a))
    steps: list[HistoryItem] = []
    before: ReportItem | None = None
    for article in order:
        now = min(by_article[article], key=lambda r: (_RANK.get(r.status, 2), r.date is None, r.date or ""))
        steps.append(HistoryItem(article=article, date=published.get(article), change=_change(before, now)))
        # an article without a date tells nothing new about it
        before = now if before is None or now.date or now.status != before.status else before
    return steps


def _change(before: ReportItem | None, now: ReportItem) -> Change:
    if before is None:
        return "first"
    if now.status != before.status:
        if now.status == "cancelled":
            return "cancelled"
        if now.status == "occurred" and before.status in ("scheduled", "proposed", "conditional", "forecast"):
            return "held"
    if now.date and before.date and not same_time(now.date, before.date):
        return "moved"
    return "repeated"
