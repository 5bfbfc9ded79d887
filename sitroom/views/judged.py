"""An analyst's judgements for reading: the history as a table, and what was judged about an item.

One rule: each is shown with who, when and why; what is taken back stays in sight.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sitroom.link.corrections import Fate
from sitroom.views.judgements import PAST, done, short_judgements, what
from sitroom.views.tables import Row, Table
from sitroom.views.wording import safe

EMPTY = "Nothing has been corrected."


def history_table(fates: Sequence[Fate]) -> Table:
    """All judgements by time."""
    short = short_judgements(f.judgement for f in fates)
    rows = tuple(Row("judgement", None, _cells(f, short)) for f in fates)
    return Table("history", "History", ("Id", "When", "Who", "What", "Why", "State"), rows, 3, EMPTY)


def _cells(fate: Fate, short: Mapping[str, str]) -> tuple[str, ...]:
    judgement = fate.judgement
    said = f"{PAST[judgement.act]}: {what(judgement)}"
    state = fate.state + (f": {safe(fate.note)}" if fate.note else "")
    when = judgement.at[:16].replace("T", " ")
    return short[judgement.id], when, safe(judgement.by), said, safe(judgement.reason), state


def fate_line(fate: Fate) -> dict[str, Any]:
    """A judgement and what became of it, as JSON."""
    judgement = fate.judgement
    return {
        "kind": "judgement", "id": judgement.id, "act": judgement.act, "by": judgement.by, "at": judgement.at,
        "reason": judgement.reason, "about": [{"kind": s.kind, "name": s.name} for s in judgement.about],
        "value": judgement.value, "undoes": judgement.undoes, "state": fate.state, "note": fate.note or None,
    }  # fmt: skip


def about_item(members: Iterable[str], fates: Iterable[Fate]) -> list[Fate]:
    """Judgements in force on any of these readings."""
    wanted = set(members)
    return [f for f in fates if f.state == "in force" and any(wanted.intersection(found) for found in f.members)]


def mark(fate: Fate) -> str:
    """A judgement in a few words, beside the line that it corrects: "merged by Ada: one man"."""
    return done(fate.judgement)
