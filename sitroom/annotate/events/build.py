"""Makes an event out of a hit: parties, status, date, condition and the words it rests on.

One rule: a field is filled from the words around the trigger or left ``None``.
"""

from __future__ import annotations

from dataclasses import replace

from sitroom.annotate import auxiliary, times_of
from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import conditions, contacts, dates, evidence, grammar, who
from sitroom.annotate.events.carriers import carried_by
from sitroom.annotate.events.status import status_of
from sitroom.annotate.events.triggers import Hit
from sitroom.annotate.reading import Reading
from sitroom.model import POSITION_TYPES, Argument, Deadline, Event, EventType, Statement, Status, Time
from sitroom.text import Span

_CONDITIONED = frozenset({"conditional", "forecast", "scheduled", "proposed", "denied"})


def event_of(reading: Reading, hit: Hit) -> Event:
    """The event that a hit names."""
    trigger, kind = hit.token, _turned(hit)
    content = evidence.content_of(reading, trigger) if kind in POSITION_TYPES else None
    status, condition = _standing(reading, hit, kind)
    status, date = _dated(reading, trigger, content, kind, status)
    deadline = times_of.deadline_of(reading, trigger)
    statement = _statement(reading, trigger)
    place, place_actor = contacts.place_of(reading, trigger)
    actors, named = _parties(reading, hit, kind)
    spans = [a.span for a in (*actors, *named)]
    event = Event(
        key=f"e{trigger.i}",
        type=kind,
        trigger=span_of(trigger),
        evidence=evidence.evidence_of(reading, trigger, spans, (date.span if date else None, content, place)),
        status=status,
        mode=hit.frame.mode,
        actors=actors,
        recipients=named or _understood(reading, hit, kind, actors, statement, condition),
        date=(dates.first_day(reading, trigger, date) or date.edtf) if date else None,
        date_span=date.span if date else None,
        place=place,
        place_actor=place_actor,
        content=content,
        condition=condition.span if condition else None,
        polarity=condition.polarity if condition else None,
        deadline=Deadline(deadline.span, deadline.edtf) if deadline else None,
        statement=statement.key if statement else None,
        source=statement.speaker if statement else None,
    )
    return _as_contact(reading, trigger, event) if kind == "CONSULT" else event


def _parties(reading: Reading, hit: Hit, kind: EventType) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
    """Who acts, and whom the words name as concerned; nobody threatens his own side."""
    actors = who.arguments(reading, hit.actors)
    recipients = _without(reading, who.arguments(reading, hit.recipients), actors)
    if kind == "THREATEN":
        recipients = tuple(a for a in recipients if not who.same_side(reading, a, actors))
    return actors, recipients


def _understood(
    reading: Reading,
    hit: Hit,
    kind: EventType,
    actors: tuple[Argument, ...],
    statement: Statement | None,
    condition: conditions.Condition | None,
) -> tuple[Argument, ...]:
    """Whom an act concerns that names nobody: what several do jointly, each does with the others."""
    joint = actors if hit.frame.symmetric and kind != "CONSULT" and len(actors) > 1 else ()
    if joint or kind not in POSITION_TYPES:
        return joint
    return _addressed(reading, kind, actors, statement, condition)


def _standing(reading: Reading, hit: Hit, kind: EventType) -> tuple[Status, conditions.Condition | None]:
    """How real the act is, and on what it hangs; what is done hangs on nothing."""
    trigger, text, speech = hit.token, reading.article.text, kind in POSITION_TYPES
    # not to agree is to refuse, and that is done
    status = status_of(trigger, kind) if kind == hit.frame.type else "occurred"
    condition = conditions.below(trigger, text) if speech else None
    condition = condition or conditions.condition_of(trigger, text)
    done = not speech and status not in _CONDITIONED
    if condition is None or done or condition.span.covers(span_of(trigger)):
        return status, None
    return "conditional" if status == "scheduled" and not speech else status, condition


def _dated(
    reading: Reading, trigger: Token, content: Span | None, kind: EventType, status: Status
) -> tuple[Status, Time | None]:
    """The act's date, and its status in the light of it."""
    date = dates.date_of(reading, trigger, content, kind)
    ahead = date is not None and dates.lies_ahead(reading, date)
    if status == "occurred" and kind not in POSITION_TYPES and _awaited(trigger) and (date is None or ahead):
        status = "scheduled"
    if ahead and status in ("occurred", "ongoing") and trigger.tag_ in ("VBD", "VBN"):
        return status, None  # a date ahead belongs to something else in the clause
    return status, date


def _addressed(
    reading: Reading,
    kind: EventType,
    actors: tuple[Argument, ...],
    statement: Statement | None,
    condition: conditions.Condition | None,
) -> tuple[Argument, ...]:
    """The target of a position that names none: whoever would bring the condition about, else who is spoken to."""
    if kind in ("THREATEN", "REJECT") and condition is not None:
        doers = grammar.subjects(condition.head) if grammar.verbal(condition.head) else []
        found = tuple(a for a in who.arguments(reading, doers) if a.actor)
        if found and not who.same_side(reading, found[0], actors):
            return _without(reading, found, actors)
    keys = [key for key in (statement.addressees if statement else ()) if key not in {a.actor for a in actors}]
    return tuple(Argument(reading.actor(key).span, key) for key in keys)


def _awaited(noun: Token) -> bool:
    """Whether something else is told to come "ahead of" the act, so that nobody says it took place."""
    if noun.dep_ != "pobj" or any(c.dep_ == "poss" or c.lower_ in ("the", "that", "this") for c in noun.children):
        return False  # "ahead of the call", which may have been told of since
    head = noun.head
    return (head.lower_ == "of" and head.head.lower_ in ("ahead", "advance")) or head.lower_ == "pending"


def _turned(hit: Hit) -> EventType:
    """The frame's type; a refusal where an agreement or support is denied by its own negation."""
    if hit.frame.type not in ("AGREE", "SUPPORT", "CONCEDE") or hit.frame.pos == "noun":
        return hit.frame.type
    verb = hit.token.head if hit.token.pos_ == "ADJ" else hit.token
    negated = any(c.dep_ == "neg" for c in (*verb.children, *hit.token.children))
    return "REJECT" if negated and not auxiliary.modals(verb) else hit.frame.type


def _as_contact(reading: Reading, trigger: Token, event: Event) -> Event:
    length, modifier, span = contacts.length_of(reading, trigger)
    return replace(
        event,
        mode=contacts.mode_of(trigger, event.mode),
        initiator=contacts.initiator_of(reading, trigger),
        forum=contacts.forum_of(reading, trigger),
        duration_minutes=length,
        duration_modifier=modifier,
        duration_span=span,
        topics=contacts.topics_of(reading, trigger),
    )


def _without(reading: Reading, found: tuple[Argument, ...], taken: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Those not among the others; what belongs to one of them ("their own newspaper") stays, as nobody known."""
    keys = {a.actor for a in taken if a.actor}
    spans = {a.span for a in taken}
    rest = []
    for one in found:
        if one.span in spans or (one.actor in keys and reading.is_mention(one.span, one.actor)):
            continue
        rest.append(Argument(one.span, None) if one.actor in keys else one)
    return tuple(rest)


def _statement(reading: Reading, trigger: Token) -> Statement | None:
    """The statement that the trigger is the cue of, or within whose content it stands."""
    span = span_of(trigger)
    verb = carried_by(trigger) if not grammar.verbal(trigger) else None
    spans = [span, span_of(verb)] if verb is not None else [span]
    return reading.statement_by_cue(spans) or reading.statement_around(span)
