"""Whom a contact was with, where its own words leave that out: "the call", "the Sunday call with Zelensky".

One rule: a party is taken over only from the words within the contact's phrase, from the clause around it, or
from a contact told before it.
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

_BETWEEN_THEM = frozenset({"their", "our"})


def complete(reading: Reading, pairs: list[tuple[Hit, Event]]) -> list[Event]:
    """The events with the parties of their contacts filled in, in order of the text."""
    told: list[Event] = []
    done: list[Event] = []
    for hit, event in pairs:
        if event.type != "CONSULT":
            done.append(event)
            continue
        one = _filled(reading, hit, event, told)
        several = _separate(hit, one)
        done.extend(several)
        told.extend(each for each in several if len(parties(each)) >= 2)
    return done


def parties(event: Event) -> tuple[Argument, ...]:
    """Actors and recipients together."""
    return (*event.actors, *event.recipients)


def _filled(reading: Reading, hit: Hit, event: Event, told: list[Event]) -> Event:
    if not hit.frame.contact:
        return event
    if any(c.lower_ in _BETWEEN_THEM and c.dep_ == "poss" for c in hit.token.children):
        event = replace(event, actors=())  # "their call" is between the two of whom the clause tells
    known = [a.actor for a in parties(event) if a.actor]
    if len(parties(event)) >= 2:
        return event
    inside = tuple(a for a in _inside(reading, hit) if a.actor not in known)
    around = tuple(
        a for a in _around(reading, hit) if a.actor not in known and a.actor not in {i.actor for i in inside}
    )
    if inside and (known or around):
        return replace(event, actors=event.actors or around[:1], recipients=event.recipients or inside)
    if known and around:
        return replace(event, actors=event.actors or around[:1], recipients=event.recipients or around[:1])
    if not known and len(around) > 1:
        return replace(event, actors=around)
    earlier = _earlier(hit, known, told)
    if earlier is not None:
        return replace(
            event,
            actors=event.actors or tuple(a for a in earlier.actors if a.actor not in known),
            recipients=event.recipients or tuple(a for a in earlier.recipients if a.actor not in known),
        )
    return event


def _separate(hit: Hit, event: Event) -> list[Event]:
    """ "Separate calls with both Putin and Zelensky" are two contacts."""
    plural = hit.token.tag_ == "NNS"
    if hit.frame.pos != "noun" or not plural or len(event.recipients) < 2 or len(event.actors) != 1:
        return [event]
    apart = any(c.lower_ in ("separate", "bilateral", "individual") for c in hit.token.children)
    both = any(c.lower_ == "both" for token in hit.recipients for c in token.children)
    if not apart and not both:
        return [event]
    return [replace(event, key=f"{event.key}.{n}", recipients=(one,)) for n, one in enumerate(event.recipients)]


def _inside(reading: Reading, hit: Hit) -> tuple[Argument, ...]:
    """People in what the contact was for ("a call intended to brief Zelensky", "a call to thank him")."""
    found: list[Token] = []
    for clause in hit.token.children:
        if clause.dep_ not in ("acl", "relcl"):
            continue
        for verb in (clause, *(c for c in clause.children if c.dep_ in ("xcomp", "advcl"))):
            if verb.lemma_ in words(load("contacts")["face_to_face"]):
                found += [t for t in grammar.undergone(verb) if who.is_party(reading, t)]
    return tuple(a for a in who.arguments(reading, found) if a.actor)


def _around(reading: Reading, hit: Hit) -> tuple[Argument, ...]:
    """Subject and object of the clause in which the contact is an adjunct: "Biden in a call urged Putin"."""
    verb = _clause_above(hit.token)
    if verb is None:
        return ()
    doers = [t for t in grammar.subjects(verb) if who.is_party(reading, t)]
    undergoers = [t for t in grammar.undergone(verb) + grammar.indirect(verb) if who.is_party(reading, t)]
    return tuple(a for a in who.arguments(reading, [*doers, *undergoers]) if a.actor)


def _clause_above(noun: Token) -> Token | None:
    """The verb on which the contact hangs as an adjunct (in, during, after, following a call)."""
    top = noun
    adjunct = False
    for _ in range(grammar.DEPTH):
        head = top.head
        if head.i == top.i or (top.dep_ in grammar.SUBJECTS and top.i == noun.i):
            return None
        if head.pos_ in ("ADP", "SCONJ") and head.lower_ not in ("of", "for"):
            adjunct = True
        if grammar.verbal(head) and grammar.subjects(head):
            return head if adjunct else None
        top = head
    return None


def _earlier(hit: Hit, known: list[str], told: list[Event]) -> Event | None:
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
