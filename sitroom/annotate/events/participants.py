"""Whom a contact was with, where its own words leave that out: "the call", "the Sunday call with Zelensky".

One rule: a party is taken over only from the clause around the contact or from a contact told before it.
"""

from __future__ import annotations

from dataclasses import replace

from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar, who
from sitroom.annotate.events.lexicon import words
from sitroom.annotate.events.triggers import Hit
from sitroom.annotate.reading import Reading
from sitroom.model import Argument, Event
from sitroom.resources import load


def complete(reading: Reading, pairs: list[tuple[Hit, Event]]) -> list[Event]:
    """The events with the parties of their contacts filled in, in order of the text."""
    told: list[Event] = []
    done: list[Event] = []
    for hit, event in pairs:
        one = event
        if event.type == "CONSULT":
            one = _filled(reading, hit, event, told)
            if len(parties(one)) >= 2:
                told.append(one)
        done.append(one)
    return done


def parties(event: Event) -> tuple[Argument, ...]:
    """Actors and recipients together."""
    return (*event.actors, *event.recipients)


def _filled(reading: Reading, hit: Hit, event: Event, told: list[Event]) -> Event:
    known = [a.actor for a in parties(event) if a.actor]
    if len(known) >= 2 or not hit.frame.contact:
        return event
    if not known and (found := _around(reading, hit, 2)) and len(found) > 1:
        return replace(event, actors=found)
    if len(known) == 1 and (found := tuple(a for a in _around(reading, hit, 1) if a.actor and a.actor not in known)):
        if event.actors:
            return replace(event, recipients=(*event.recipients, *found[:1]))
        return replace(event, actors=found[:1])
    earlier = _earlier(reading, hit, known, told)
    if earlier is None:
        return event
    return replace(
        event,
        actors=event.actors or tuple(a for a in earlier.actors if a.actor not in known),
        recipients=event.recipients or tuple(a for a in earlier.recipients if a.actor not in known),
    )


def _around(reading: Reading, hit: Hit, least: int) -> tuple[Argument, ...]:
    """Subject (and object) of the clause in which the contact is an adjunct: "Biden in a call urged Putin"."""
    verb = _clause_above(hit.token)
    if verb is None:
        return ()
    doers = [t for t in grammar.subjects(verb) if who.is_person(reading, t) or who.is_party(reading, t)]
    found = who.arguments(reading, doers)
    if len(found) < least or least == 2:
        undergoers = [t for t in grammar.undergone(verb) + grammar.indirect(verb) if who.is_party(reading, t)]
        found = who.arguments(reading, [*doers, *undergoers])
    return tuple(a for a in found if a.actor)


def _clause_above(noun: Token) -> Token | None:
    """The verb on which the contact hangs as an adjunct (in, during, after, following a call)."""
    top = noun
    for _ in range(grammar.DEPTH):
        head = top.head
        if head.i == top.i or (top.i == noun.i and top.dep_ in grammar.SUBJECTS):
            return None
        if grammar.verbal(head) and grammar.subjects(head):
            return head
        top = head
    return None


def _earlier(reading: Reading, hit: Hit, known: list[str], told: list[Event]) -> Event | None:
    """The contact told before that this one takes up."""
    table = load("contacts")
    if {c.lower_ for c in hit.token.children if c.i < hit.token.i} & words(table["other"]):
        return None
    phone = hit.token.lemma_.lower() in words(table["phone_nouns"])
    for event in reversed(told):
        keys = {a.actor for a in parties(event)}
        if known and not set(known) <= keys:
            continue
        if not known and phone and event.mode == "visit":
            continue
        if not known and not _definite(hit.token):
            continue
        return event
    return None


def _definite(noun: Token) -> bool:
    return any(c.lower_ in ("the", "that", "this", "these", "those", "their") for c in noun.children)
