"""What a position says in particular: content, condition, consequence and deadline, once its kind and holder are known.

One rule: a position gains fields here and loses none; a demand with an "or" brings the threat that stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sitroom.annotate.engine import Token
from sitroom.annotate.events import consequences, contents, deadlines, grammar
from sitroom.annotate.reading import Reading
from sitroom.model import POSITION_TYPES, Event


def filled(reading: Reading, events: Iterable[Event]) -> Iterator[Event]:
    """The events, positions among them with their particulars and with the threats that they hold."""
    for event in events:
        if event.type not in POSITION_TYPES:
            yield event
            continue
        trigger = reading.tokens(event.trigger).root
        yield (whole := _filled(reading, event, trigger))
        if threat := consequences.alternative(reading, whole, trigger):
            yield threat


def _filled(reading: Reading, event: Event, trigger: Token) -> Event:
    text = reading.article.text
    content = contents.content_of(reading, event, trigger)
    clause = _clause(event, trigger)
    condition, polarity = event.condition, event.polarity
    cause = consequences.cause(clause, text) if event.type == "THREATEN" and clause is not None else None
    if cause is not None and (condition is None or cause.span.covers(condition)):
        condition, polarity = cause.span, cause.polarity
    if condition is not None and event.type in ("AGREE", "SUPPORT") and condition.of(text).startswith("without"):
        condition, polarity = None, None  # "no decisions on Mali without its consent" promises, whatever comes
    made = replace(event, content=content, condition=condition, polarity=polarity)
    return replace(
        made,
        consequence=consequences.consequence_of(made, trigger, clause, text),
        deadline=deadlines.deadline_of(reading, trigger) or event.deadline,
    )


def _clause(event: Event, trigger: Token) -> Token | None:
    """The verb of what is held out: of the clause that is brought, or the trigger itself where it is such a clause."""
    if event.key.startswith(("p", "d")) or event.type == "CONCEDE":
        return trigger if grammar.verbal(trigger) else None
    clause = grammar.complement(trigger)
    if clause is not None and clause.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "advcl"):
        while clause.lemma_ in ("say", "make") and (inner := grammar.complement(clause)) is not None:
            clause = inner
        return clause
    return None
