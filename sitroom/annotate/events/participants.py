"""Whom a contact was with, where its own words leave that out: "the call", "the Sunday call with Zelensky".

One rule: a party is taken over only from the words within the contact's phrase, from the clause around it, or
from a contact told before it.
"""

from __future__ import annotations

from dataclasses import replace

from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar, surroundings
from sitroom.annotate.events.triggers import Hit
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.model import Argument, Event
from sitroom.resources import listed, load, words

_BETWEEN_THEM = frozenset({"their", "our"})
_AHEAD = frozenset({"scheduled", "proposed", "conditional", "forecast", "cancelled"})


def complete(reading: Reading, pairs: list[tuple[Hit, Event]]) -> list[Event]:
    """The events with the parties of their contacts filled in, in order of the text."""
    told: list[tuple[Hit, Event]] = []
    done: list[Event] = []
    for hit, event in pairs:
        if event.type != "CONSULT":
            done.append(event)
            continue
        several = _separate(hit, _filled(reading, hit, event, told))
        several = [each for each in several if _is_contact(hit, each)]
        done.extend(several)
        told.extend((hit, each) for each in several if len(parties(each)) >= 2)
    return done


def parties(event: Event) -> tuple[Argument, ...]:
    """Actors and recipients together."""
    return (*event.actors, *event.recipients)


def _is_contact(hit: Hit, event: Event) -> bool:
    """Talks of nobody in particular ("involvement in negotiations") are no contact of which anything is told."""
    if hit.frame.contact and len(parties(event)) < 2 and _generic(hit.token):
        return False
    return (
        not hit.frame.contact
        or len(parties(event)) > 1
        or bool(event.date or event.place or event.forum)
        or hit.token.dep_ in ("dobj", "nsubj", "nsubjpass", "ROOT")
    )


def _filled(reading: Reading, hit: Hit, event: Event, told: list[tuple[Hit, Event]]) -> Event:
    event = surroundings.of_forum(reading, hit, surroundings.without_private(reading, hit, event))
    if not hit.frame.contact:
        return event
    owners = [c for c in hit.token.children if c.dep_ == "poss" and c.pos_ == "PRON"]
    if any(c.lower_ in _BETWEEN_THEM for c in owners):
        event = replace(event, actors=())  # "their call" is between the two of whom the clause tells
    elif owners and event.actors and event.actors[0].actor == surroundings.listener(reading, hit.token):
        event = replace(event, actors=())  # "briefed Zelensky on his talks with Putin": the talks are the briefer's
    if len(parties(event)) >= 2:
        return _of_subject(reading, hit, event)
    known = [a.actor for a in parties(event) if a.actor]
    inside = tuple(a for a in surroundings.inside(reading, hit) if a.actor not in known)
    taken = {*known, *(a.actor for a in inside)}
    if _generic(hit.token):
        return event  # "involvement in negotiations with Russia": nobody's talks in particular
    first = known[0] if known else None
    around = surroundings.around(reading, hit, first, surroundings.listener(reading, hit.token))
    around = tuple(a for a in around if a.actor not in taken)
    if inside and (known or around):
        return replace(event, actors=event.actors or around[:1], recipients=event.recipients or inside)
    if known and around:
        return replace(event, actors=event.actors or around[:1], recipients=event.recipients or around[:1])
    if len(around) > 1:
        return replace(event, actors=around)
    if surroundings.indefinite(hit.token):
        return event  # "a meeting at the tower" has the parties of no other meeting
    earlier = _earlier(hit, event, [*known, *(a.actor for a in around if a.actor)], told)
    if earlier is None:
        earlier = _earlier(hit, event, known, told)
    if earlier is None and first and (named := surroundings.in_sentence(reading, hit, first)):
        return replace(event, actors=event.actors or named, recipients=event.recipients or named)
    if earlier is not None:
        return replace(
            event,
            actors=event.actors or tuple(a for a in earlier.actors if a.actor not in known),
            recipients=event.recipients or tuple(a for a in earlier.recipients if a.actor not in known),
        )
    return event


def _of_subject(reading: Reading, hit: Hit, event: Event) -> Event:
    """ "He returned after a meeting with X and Y": those two did not meet without the one of whom the clause tells."""
    if event.actors or hit.frame.pos != "noun" or not grammar.phrases(hit.token, "with"):
        return event
    known = {a.actor for a in event.recipients}
    found = surroundings.around(reading, hit, event.recipients[0].actor, surroundings.listener(reading, hit.token))
    return replace(event, actors=tuple(a for a in found if a.actor not in known)[:1])


def _generic(noun: Token) -> bool:
    """ "Involvement in negotiations": a bare plural within another noun's phrase."""
    bare = noun.tag_ == "NNS" and not any(c.dep_ in ("det", "poss", "amod") for c in noun.children)
    return bare and noun.dep_ == "pobj" and not grammar.verbal(noun.head.head)


def _separate(hit: Hit, event: Event) -> list[Event]:
    """ "Separate calls with both Putin and Zelensky" are two contacts."""
    plural = hit.token.tag_ == "NNS"
    if hit.frame.pos != "noun" or not plural or len(event.recipients) < 2 or len(event.actors) != 1:
        return [event]
    apart = any(c.lower_ in listed("contacts", "apart") for c in hit.token.children)
    both = any(c.lower_ == "both" for token in hit.recipients for c in token.children)
    if not apart and not both:
        return [event]
    return [replace(event, key=f"{event.key}.{n}", recipients=(one,)) for n, one in enumerate(event.recipients)]


def _earlier(hit: Hit, event: Event, known: list[str], told: list[tuple[Hit, Event]]) -> Event | None:
    """The contact told before that this one takes up: of the same kind, and as far ahead or past."""
    table = load("contacts")
    before = {c.lower_ for c in hit.token.children if c.i < hit.token.i}
    if before & listed("contacts", "other") and not before & listed("contacts", "ahead"):
        return None
    if not known and not _definite(hit.token):
        return None
    if not known and hit.token.tag_ == "NNS" and lemma_of(hit.token) not in listed("contacts", "always_plural"):
        return None
    kinds = words(table["takes_up"].get(lemma_of(hit.token)))
    for other, one in reversed(told):
        keys = {a.actor for a in parties(one)}
        if not set(known) <= keys or (one.status in _AHEAD) != (event.status in _AHEAD):
            continue
        if kinds and lemma_of(other.token) not in kinds:
            continue
        if not known and not kinds and one.mode == "letter":
            continue
        return one
    return None


def _definite(noun: Token) -> bool:
    if any(t.pos_ == "PROPN" or t.ent_type_ for t in grammar.modifiers(noun) if t.ent_type_ not in ("DATE", "TIME")):
        return False  # "the Minsk talks" have a name of their own
    if any(c.lower_ in ("the", "that", "this", "these", "those", "their") for c in noun.children):
        return True
    return noun.i == noun.sent.start


def same_parties(one: Event, other: Event) -> bool:
    """Whether two contacts have the same known parties."""
    keys = {a.actor for a in parties(one)}
    return None not in keys and len(keys) > 1 and keys == {a.actor for a in parties(other)}


def share_dates(events: list[Event]) -> list[Event]:
    """Undated contacts with the date of the one dated contact of the same parties and standing in the article.

    Not shared: where the article dates two such contacts, or they are of kinds that exclude each other.
    """
    dated = [e for e in events if e.type == "CONSULT" and e.date and len(parties(e)) > 1]
    done = []
    for event in events:
        date = event.date
        if event.type == "CONSULT" and date is None:
            dates = {d.date for d in dated if same_parties(d, event) and _alike(d, event)}
            date = dates.pop() if len(dates) == 1 else None
        done.append(replace(event, date=date) if date != event.date else event)
    return done


def _alike(one: Event, other: Event) -> bool:
    """Whether the date of one contact may be that of the other: a day, both ahead or both past, both visits or none."""
    day = one.date is not None and "/" not in one.date and len(one.date) == 10
    return (
        day and (one.status in _AHEAD) == (other.status in _AHEAD) and (one.mode == "visit") == (other.mode == "visit")
    )
