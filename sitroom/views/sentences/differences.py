"""Disagreements and figures as sentences.

One rule: every side stands with the outlets that have it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitroom.record import DisagreementItem, EventItem, FigureItem, ValueItem
from sitroom.views.lookup import Lookup
from sitroom.views.phrases import about_words, value_words, who_counts
from sitroom.views.sentences.excerpts import whole_sentence
from sitroom.views.sentences.form import one_line
from sitroom.views.sentences.naming import of_sides, sides
from sitroom.views.visits import joining, mode_words
from sitroom.views.wording import (
    amount_words,
    clip,
    label,
    listed,
    quoted,
    safe,
    when,
)


def disagreement_sentence(item: DisagreementItem, lookup: Lookup) -> str:
    """Where the reports differ, each side with its outlets."""
    about, field = _thing(item, lookup), label("fields", item.field)
    values = "; ".join(
        f"{clip(_said_value(item, v), 200)} ({listed([lookup.outlet(a) for a in v.articles])})" for v in item.values
    )
    difference = {
        "self-contradiction": f"One report contradicts itself on the {field} of {about}",
        "one-sided": f"One side alone tells this of {about}",
        "compatible": f"Reports put the {field} of {about} differently, though both can be true",
    }.get(item.verdict, f"Reports differ on the {field} of {about}")
    return one_line(f"{difference}: {values}")


def _thing(item: DisagreementItem, lookup: Lookup) -> str:
    about = lookup.by_id.get(item.about.id)
    if not isinstance(about, EventItem):
        return about_words(item, lookup)
    if about.type != "CONSULT":
        return f"this, {quoted(clip(whole_sentence(about, lookup).quote, 200))}"
    actors, others = sides(about, lookup)
    day = f" {when(about.date)}" if about.date and item.field != "date" else ""
    return f"the {mode_words(about, lookup)}{of_sides(actors, others, joining(about, lookup))}{day}"


def figures_sentence(group: Sequence[FigureItem], lookup: Lookup) -> str:
    """One measure with every number put on it, who counts and who reports it."""
    said: dict[str, list[str]] = {}
    for figure in group:
        who = who_counts(figure, lookup)
        unit = None if figure.unit and figure.unit.lower() in figure.measure.lower() else figure.unit
        number = amount_words(figure.low, figure.high, unit, figure.modifier)
        number += "" if figure.status in ("", "observed") else f", {safe(figure.status)}"
        said.setdefault(number + (f", on the word of {who}" if who else ""), []).append(lookup.outlet(figure.article))
    numbers = "; ".join(f"{number} ({listed(outlets)})" for number, outlets in said.items())
    first = group[0]
    about = [a for a in (first.subject, first.scope) if a and a.lower() not in first.measure.lower()]
    return one_line(f"{clip(first.measure, 100)}{''.join(f', {safe(a)}' for a in about)}: {numbers}")


def _said_value(item: DisagreementItem, side: ValueItem) -> str:
    if item.field == "status":
        return label("statuses", side.value)
    words = value_words(side.value)
    if item.field == "account" and side.evidence and item.verdict == "one-sided" and side is item.values[0]:
        words += f": {quoted(clip(side.evidence[0].quote, 150))}"
    return words
