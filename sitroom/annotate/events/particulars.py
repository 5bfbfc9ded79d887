"""What a position says in particular: content, condition, consequence and deadline, once its kind and holder are known.

One rule: a position gains fields here and loses none; a demand with an "or" brings the threat that stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sitroom.annotate.engine import Token
from sitroom.annotate.events import consequences, contents, deadlines, grammar
from sitroom.annotate.events.parts import parts
from sitroom.annotate.reading import Reading
from sitroom.model import POSITION_TYPES, Event


def filled(reading: Reading, events: Iterable[Event]) -> Iterator[Event]:
    """The events, positions among them with their particulars and with the threats that they hold."""
    given = list(events)
    deeds = {e.trigger: e.type for e in given if e.type not in POSITION_TYPES}
    for event in given:
        if event.type not in POSITION_TYPES:
            yield event
            continue
        trigger = reading.tokens(event.trigger).root
        content = contents.content_of(reading, event, trigger)
        whole = replace(event, content=content)
        clause = _clause(event, trigger)
        several = parts(reading, whole, clause, deeds)
        for part, verb in several:
            yield _filled(reading, part, trigger, verb)
        if not several:
            yield _filled(reading, whole, trigger, clause)
        if threat := consequences.alternative(reading, whole, trigger):
            yield threat


def distinct(events: Iterable[Event]) -> list[Event]:
    """The events without positions that say again, within another's content, what that one says, and without those
    that a demand only asks for ("demanded that they apologise" is no apology).
    """
    given = list(events)
    held = [e for e in given if e.type in POSITION_TYPES and e.content is not None]
    return [e for e in given if e.type not in POSITION_TYPES or not any(_within(e, other) for other in held)]


def _within(event: Event, other: Event) -> bool:
    """Whether a position lies in the content of another and is no more than that."""
    if event is other or other.content is None or not other.content.covers(event.trigger):
        return False
    if event.status == "proposed" and other.type == "REQUEST" and not _share(event, other):
        return True
    again = event.type == other.type and _share(event, other) and event.trigger != other.trigger
    again = again and {a.actor for a in event.recipients if a.actor} <= {a.actor for a in other.recipients}
    return again and (event.content is None or other.content.covers(event.content)) and event.key[0] != "p"


def _share(one: Event, other: Event) -> bool:
    return bool({a.actor for a in one.actors} & {a.actor for a in other.actors})


def _filled(reading: Reading, event: Event, trigger: Token, clause: Token | None) -> Event:
    text = reading.article.text
    condition, polarity = event.condition, event.polarity
    cause = consequences.cause(clause, text) if event.type == "THREATEN" and clause is not None else None
    if cause is not None and (condition is None or cause.span.covers(condition)):
        condition, polarity = cause.span, cause.polarity
    if condition is not None and event.type in ("AGREE", "SUPPORT") and condition.of(text).startswith("without"):
        condition, polarity = None, None  # "no decisions on Mali without its consent" promises, whatever comes
    made = replace(event, condition=condition, polarity=polarity)
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
