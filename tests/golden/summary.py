"""A record in lines that a reviewer can read: names in place of ids, words in place of offsets."""

from __future__ import annotations

from collections.abc import Iterable

from sitroom.record import EventItem, Record


def summary(record: Record) -> str:
    """All that a reviewer should see change: one line an item, sorted within each part."""
    names = {actor.id: actor.name for actor in record.actors}
    paths = {article.id: article.path.rsplit("/", 1)[-1] for article in record.articles}

    def who(ids: Iterable[str]) -> str:
        return ", ".join(sorted(names[i] for i in ids)) or "-"

    def where(ids: Iterable[str]) -> str:
        return " ".join(sorted({paths[i] for i in ids}))

    def contact(event: EventItem) -> str:
        parties = who([*event.actors, *event.recipients])
        facts = [event.date or "no date", event.status, event.mode or "-", parties, event.place or "-"]
        if event.duration_minutes:
            facts.append(f"{event.duration_minutes:g} min")
        return " | ".join([*facts, where(report.article for report in event.reports)])

    def position(event: EventItem) -> str:
        condition = f" | if: {event.condition[0].quote}" if event.condition else ""
        said = " … ".join(e.quote for e in event.content or event.evidence[:1])
        return f"{event.type} | {who(event.actors)} → {who(event.recipients)} | {said}{condition}"

    talks = [e for e in record.events if e.type == "CONSULT"]
    ahead = {"scheduled", "proposed", "cancelled"}
    positions = {"REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE", "ACCUSE"}
    parts: dict[str, list[str]] = {
        "articles": [
            f"{paths[a.id]} | {a.outlet or '-'} | {a.published or '-'} ({a.published_from})"
            + (f" | copies {paths[a.origin]}" if a.origin else "")
            for a in record.articles
        ],
        "contacts": [contact(e) for e in talks if e.status not in ahead],
        "agenda": [contact(e) for e in talks if e.status in ahead],
        "positions": [position(e) for e in record.events if e.type in positions],
        "other events": [
            f"{e.type} | {e.status} | {e.date or '-'} | {who(e.actors)} → {who(e.recipients)} | {e.evidence[0].quote}"
            for e in record.events
            if e.type not in positions | {"CONSULT"}
        ],
        "statements": [
            f"{paths[s.article]} | {names[s.speaker] if s.speaker else f'({s.source_type})'} | {s.statement_kind} | "
            + " … ".join(e.quote for e in s.evidence)
            for s in record.statements
        ],
        "figures": [
            f"{f.measure} | {f.modifier} {f.low} {f.high} {f.unit or ''} | {names[f.source] if f.source else '-'} | "
            f"{paths[f.article]} | {f.evidence[0].quote}"
            for f in record.figures
        ],
        "disagreements": [
            f"{d.field} | {d.verdict} | " + " / ".join(f"{v.value} [{where(v.articles)}]" for v in d.values)
            for d in record.disagreements
        ],
        "actors": [
            f"{a.name} | {a.type} | {a.country or '-'} | " + "; ".join(sorted(x.text for x in a.aliases))
            for a in record.actors
        ],
    }
    lines = []
    for name, rows in parts.items():
        lines += [f"## {name}", *sorted(" ".join(row.split()) for row in rows), ""]
    return "\n".join(lines)
