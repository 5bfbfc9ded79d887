"""The words that an event rests on: the trigger with its parties, date and content, not the whole long sentence.

One rule: what lies outside the trigger's own clause is left out, however much it tells about the parties.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import grammar
from sitroom.annotate.events.carriers import carried_by
from sitroom.annotate.reading import Reading
from sitroom.text import Span, trimmed

LONGEST = 400  # code points; a longer clause is cut to the trigger and its nearest words


def evidence_of(reading: Reading, trigger: Token, parties: Iterable[Span], extra: Iterable[Span | None]) -> Span:
    """The hull of trigger, carrier, those parties that stand in its clause, and the extra spans near it."""
    verb = carried_by(trigger) if not grammar.verbal(trigger) else None
    top = verb if verb is not None else trigger
    if trigger.pos_ == "ADJ":
        top = trigger.head
    hull = span_of([trigger, top])
    if not grammar.verbal(trigger) and trigger.pos_ != "ADJ":
        hull = hull.join(span_of(trigger.left_edge)) if trigger.idx - trigger.left_edge.idx < LONGEST // 4 else hull
    for child in top.children:
        if child.dep_ in ("aux", "auxpass", "neg", "prt"):
            hull = hull.join(span_of(child))
    clause = span_of([top.left_edge, top.right_edge])
    for span in (*parties, *(span for span in extra if span)):
        joined = hull.join(span)
        if clause.covers(span) and len(joined) <= LONGEST:
            hull = joined
    return trimmed(reading.article.text, hull.start, hull.end) or hull


def content_of(reading: Reading, trigger: Token) -> Span | None:
    """The clause or phrase that a speech act brings: what is demanded, promised, threatened."""
    clause = grammar.complement(trigger)
    if clause is None:
        return None
    start = clause.left_edge if clause.left_edge.i > trigger.i else clause
    end = clause.right_edge
    span = trimmed(reading.article.text, start.idx, end.idx + len(end))
    return _unquoted(reading.article.text, span) if span else None


def _unquoted(text: str, span: Span) -> Span | None:
    end = span.end
    while end > span.start and text[end - 1] in " ,;.":
        end -= 1
    return trimmed(text, span.start, end)
