"""On whose word an event stands.

One rule: the reporter's own word is not named, nor that of whoever acts; everybody else's is.
"""

from __future__ import annotations

from sitroom.record import EventItem, ReportItem, StatementItem
from sitroom.views.lookup import Lookup
from sitroom.views.phrases import lowered, said_by
from sitroom.views.sentences.naming import named, names
from sitroom.views.wording import listed


def on_whose_word(event: EventItem, lookup: Lookup) -> str:
    """ ", according to X" where every report rests on somebody else's word; else nothing."""
    own = {lookup.state(a) for a in event.actors}
    sources = [_report_source(r, lookup) for r in event.reports]
    if sources and all(sources):
        others = [s for r, s in zip(event.reports, sources, strict=True) if r.source not in event.actors]
        return f", according to {listed([s for s in others if s], 3)}" if others else ""
    speaker = source_of(event, lookup)
    statement = lookup.by_id.get(event.statement or "")
    if len(event.reports) > 1 or not isinstance(statement, StatementItem) or not speaker:
        return ""
    if statement.speaker in event.actors or (statement.speaker and lookup.state(statement.speaker) in own and
                                             event.type != "CONSULT"):  # fmt: skip
        return ""
    return f", according to {speaker}"


def _report_source(report: ReportItem, lookup: Lookup) -> str:
    return named(report.source, lookup) if report.source else ""


def source_of(event: EventItem, lookup: Lookup) -> str:
    """Who says it in the statement that the event is told in; empty where nobody is given."""
    statement = lookup.by_id.get(event.statement or "")
    if isinstance(statement, StatementItem):
        if statement.who and not statement.via:
            return names(statement.who, lookup)
        said = said_by(statement, lookup).replace(" – not named", "")
        return "" if said == "source not given" else lowered(said)
    return ""
