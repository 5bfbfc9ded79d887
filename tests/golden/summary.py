"""A record in lines that a reviewer can read: names in place of ids, words in place of offsets."""

from __future__ import annotations

from collections.abc import Iterable

from sitroom.model import POSITION_TYPES
from sitroom.record import ActorItem, ArticleItem, DisagreementItem, EventItem, FigureItem, Record, StatementItem

AHEAD = {"scheduled", "proposed", "cancelled"}


def summary(record: Record) -> str:
    """All that a reviewer should see change: one line an item, sorted within each part."""
    show = _Lines(record)
    talks = [e for e in record.events if e.type == "CONSULT"]
    rest = [e for e in record.events if e.type != "CONSULT"]
    parts = {
        "articles": map(show.article, record.articles),
        "contacts": (show.contact(e) for e in talks if e.status not in AHEAD),
        "agenda": (show.contact(e) for e in talks if e.status in AHEAD),
        "positions": (show.position(e) for e in rest if e.type in POSITION_TYPES),
        "other events": (show.event(e) for e in rest if e.type not in POSITION_TYPES),
        "statements": map(show.statement, record.statements),
        "figures": map(show.figure, record.figures),
        "disagreements": map(show.disagreement, record.disagreements),
        "actors": map(show.actor, record.actors),
    }
    lines = []
    for name, rows in parts.items():
        lines += [f"## {name}", *sorted(" ".join(row.split()) for row in rows), ""]
    return "\n".join(lines)


class _Lines:
    """How an item of each kind reads."""

    def __init__(self, record: Record) -> None:
        self._names = {actor.id: actor.name for actor in record.actors}
        self._paths = {article.id: article.path.rsplit("/", 1)[-1] for article in record.articles}

    def _who(self, ids: Iterable[str]) -> str:
        return ", ".join(sorted(self._names[i] for i in ids)) or "-"

    def _where(self, ids: Iterable[str]) -> str:
        return " ".join(sorted({self._paths[i] for i in ids}))

    def article(self, item: ArticleItem) -> str:
        facts = f"{self._paths[item.id]} | {item.outlet or '-'} | {item.published or '-'} ({item.published_from})"
        return facts + (f" | copies {self._paths[item.origin]}" if item.origin else "")

    def contact(self, item: EventItem) -> str:
        parties = self._who([*item.actors, *item.recipients])
        facts = [item.date or "no date", item.status, item.mode or "-", parties, item.place or "-"]
        if item.duration_minutes:
            facts.append(f"{item.duration_minutes:g} min")
        return " | ".join([*facts, self._where(report.article for report in item.reports)])

    def position(self, item: EventItem) -> str:
        condition = f" | if: {item.condition[0].quote}" if item.condition else ""
        said = " … ".join(e.quote for e in item.content or item.evidence[:1])
        return f"{item.type} | {self._who(item.actors)} → {self._who(item.recipients)} | {said}{condition}"

    def event(self, item: EventItem) -> str:
        who = f"{self._who(item.actors)} → {self._who(item.recipients)}"
        return f"{item.type} | {item.status} | {item.date or '-'} | {who} | {item.evidence[0].quote}"

    def statement(self, item: StatementItem) -> str:
        speaker = self._names[item.speaker] if item.speaker else f"({item.source_type})"
        words = " … ".join(e.quote for e in item.evidence)
        return f"{self._paths[item.article]} | {speaker} | {item.statement_kind} | {words}"

    def figure(self, item: FigureItem) -> str:
        stated = f"{item.modifier} {item.low} {item.high} {item.unit or ''}"
        source = self._names[item.source] if item.source else "-"
        return f"{item.measure} | {stated} | {source} | {self._paths[item.article]} | {item.evidence[0].quote}"

    def disagreement(self, item: DisagreementItem) -> str:
        values = " / ".join(f"{v.value} [{self._where(v.articles)}]" for v in item.values)
        return f"{item.field} | {item.verdict} | {values}"

    def actor(self, item: ActorItem) -> str:
        aliases = "; ".join(sorted(x.text for x in item.aliases))
        return f"{item.name} | {item.type} | {item.country or '-'} | {aliases}"
