"""Parties that stand near a contact: in what it was for, in the clause around it, in the forum that it belongs to.

One rule: each function looks in one place and says nothing where nobody known stands there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import grammar, who
from sitroom.annotate.events.triggers import Hit
from sitroom.annotate.reading import Reading
from sitroom.model import Argument, Event
from sitroom.resources import listed

_WITHIN = frozenset({"in", "during", "by", "over", "via", "at", "through"})
_BESIDE = frozenset({"after", "before", "following", "since", "of", "about", "ahead", "from", "on", "with"})
_ABOUT = frozenset({"of", "about", "on", "from", "with"})
_BETWEEN = re.compile(r"(\w[\w.]*)\s?[-–/]\s?(\w[\w.]*)\b")


def inside(reading: Reading, hit: Hit) -> tuple[Argument, ...]:
    """People in what the contact was for ("a call intended to brief Zelensky", "a call to thank him")."""
    found: list[Token] = []
    for clause in hit.token.children:
        if clause.dep_ not in ("acl", "relcl"):
            continue
        for verb in (clause, *(c for c in clause.children if c.dep_ in ("xcomp", "advcl"))):
            if verb.lemma_ in listed("contacts", "face_to_face"):
                found += [t for t in grammar.undergone(verb) if who.is_party(reading, t)]
    return tuple(a for a in who.arguments(reading, found) if a.actor)


def around(reading: Reading, hit: Hit, known: str | None, excluded: str | None = None) -> tuple[Argument, ...]:
    """Parties of the clause in which the contact is an adjunct: "Biden in a call urged Putin".

    With one party ``known`` the other is sought among those who act, also in "after a call with Putin" and
    among those who tell of it, and must be of the same sort: people speak with people, states with states.
    """
    for verb in _clauses_above(hit.token, known is not None):
        found = who.arguments(reading, [t for t in grammar.subjects(verb) if _may_take_part(reading, t)])
        if known is None:
            undergoers = [t for t in grammar.undergone(verb) + grammar.indirect(verb) if who.is_party(reading, t)]
            found = (*found, *(a for a in who.arguments(reading, undergoers) if a not in found))
        fitting = tuple(
            a
            for a in found
            if a.actor and a.actor not in (known, excluded) and (known is None or _same_sort(reading, a.actor, known))
        )
        if fitting:
            return fitting
    return ()


def indefinite(noun: Token) -> bool:
    """Whether the noun introduces something: "a meeting at the tower", "any talks"; bare plurals do not count."""
    return noun.pos_ == "NOUN" and any(c.lower_ in listed("contacts", "indefinite") for c in noun.children)


def _may_take_part(reading: Reading, token: Token) -> bool:
    return who.is_party(reading, token) and not _spokesman(reading, token)


def _same_sort(reading: Reading, one: str, known: str) -> bool:
    """People speak with people; with a state or body anybody may."""
    return reading.actor(known).type != "person" or reading.actor(one).type == "person"


def in_sentence(reading: Reading, hit: Hit, known: str) -> tuple[Argument, ...]:
    """The one other person whose act the sentence tells ("Biden was clear, his spokesman said after the call")."""
    if reading.actor(known).type != "person":
        return ()
    teller = reading.statement_around(span_of(hit.token))
    known_or_teller = {known, teller.speaker if teller is not None else None}
    doers = [t for t in hit.token.sent if t.dep_ in grammar.SUBJECTS and who.is_person(reading, t)]
    found = who.arguments(reading, [t for t in doers if _may_take_part(reading, t)])
    others = {
        a.actor: a
        for a in found
        if a.actor and a.actor not in known_or_teller and reading.actor(a.actor).type == "person"
    }
    return tuple(others.values()) if len(others) == 1 else ()


def _clauses_above(noun: Token, loosely: bool) -> list[Token]:
    """Verbs above the contact, nearest first, where it hangs on them as an adjunct."""
    found: list[Token] = []
    top, adjunct = noun, noun.dep_ == "attr"
    for _ in range(2 * grammar.DEPTH):
        head = top.head
        if head.i == top.i or (top.dep_ in grammar.SUBJECTS and top.i == noun.i):
            break
        beside = _BESIDE - _ABOUT if indefinite(noun) else _BESIDE
        if head.pos_ in ("ADP", "SCONJ") and head.lower_ in (_WITHIN | beside if loosely else _WITHIN):
            adjunct = True
        if adjunct and grammar.verbal(head):
            found.append(head)
            if not loosely:
                break
        top = head
    return found


def _spokesman(reading: Reading, token: Token) -> bool:
    """Whether somebody tells of the contact rather than takes part in it."""
    mention = reading.mention_at(token)
    if mention is None:
        return False
    actor = reading.actor(mention.actor)
    titles = {word for role in actor.roles for word in role.title.lower().split()}
    if any(role.former for role in actor.roles) and not any(not role.former for role in actor.roles):
        return True
    return actor.subtype in ("unnamed", "outlet", "media") or bool(titles & listed("contacts", "tellers"))


def listener(reading: Reading, noun: Token) -> str | None:
    """Who is told of the contact ("briefed Zelensky on his talks", "an update for Zelensky on his call")."""
    top = noun
    if top.dep_ != "pobj" or top.head.lower_ not in ("on", "about", "of"):
        return None
    above = top.head.head
    told = grammar.undergone(above) if grammar.verbal(above) else []
    told += [t for noun in (above, *told) for t in grammar.phrases(noun, "for")]
    if above.pos_ == "PROPN" and above.head.dep_ == "prep":  # the phrase hung on the person who is told
        told = [above]
    for token in told:
        if mention := reading.mention_at(token):
            return mention.actor
    return None


def without_private(reading: Reading, hit: Hit, event: Event) -> Event:
    """The event with nobody for those who do not speak for the state named with them ("a Russian lawyer")."""
    private = listed("contacts", "private")
    tokens = grammar.together((*hit.actors, *hit.recipients))
    spans = {who.core(t) for t in tokens if t.lemma_.lower() in private and reading.mention_at(t) is None}

    def plain(side: tuple[Argument, ...]) -> tuple[Argument, ...]:
        return tuple(dict.fromkeys(Argument(a.span, None) if a.span in spans else a for a in side))

    return replace(event, actors=plain(event.actors), recipients=plain(event.recipients))


def of_forum(reading: Reading, hit: Hit, event: Event) -> Event:
    """The parties that a forum's name joins ("NATO-Russia Council"), and those it is said to include."""
    forums = [a for a in (*event.actors, *event.recipients) if a.actor and _named_pair(reading, a)]
    for forum in forums:
        both = _named_pair(reading, forum)
        rest = tuple(a for a in event.actors if a != forum)
        event = replace(
            event,
            actors=(*rest, *(Argument(forum.span, key) for key in both)),
            recipients=tuple(a for a in event.recipients if a != forum),
            forum=event.forum or forum.actor,
        )
    if not (event.actors or event.recipients):
        event = replace(event, actors=who.arguments(reading, _convener(reading, hit.token)))
    members = _members(reading, hit.token)
    known = {a.actor for a in (*event.actors, *event.recipients)}
    return replace(event, actors=(*event.actors, *(a for a in members if a.actor not in known)))


def _named_pair(reading: Reading, forum: Argument) -> tuple[str, ...]:
    text = reading.article.text
    if forum.actor is None or reading.actor(forum.actor).type != "forum":
        return ()
    found = _BETWEEN.search(forum.span.of(text))
    if not found:
        return ()
    named = {m.span.of(text): m.actor for m in reading.found.mentions if m.type in ("country", "organization", "group")}
    keys = tuple(dict.fromkeys(named[part] for part in found.groups() if part in named))
    return keys if len(keys) == 2 else ()


def _convener(reading: Reading, noun: Token) -> list[Token]:
    """The body within which a meeting is held ("a meeting within the framework of the OSCE")."""
    for name in ("within", "under", "of", "at"):
        for token in grammar.phrases(noun, name):
            for inner in (token, *grammar.phrases(token, "of")):
                mention = reading.mention_at(inner)
                if mention and mention.type in ("organization", "forum", "group"):
                    return [inner]
    return []


def _members(reading: Reading, noun: Token) -> tuple[Argument, ...]:
    """Parties in a clause that says who belongs ("…, which includes Ukraine and Russia")."""
    found: list[Token] = []
    for token in noun.subtree:
        if token.dep_ == "relcl" and token.lemma_ in listed("contacts", "comprising"):
            found += [t for t in grammar.undergone(token) if who.is_party(reading, t)]
    return tuple(a for a in who.arguments(reading, found) if a.actor)
