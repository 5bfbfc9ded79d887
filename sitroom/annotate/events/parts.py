"""Demands, promises and threats of several parts, one position each: "halt the drills and withdraw the troops".

One rule: a part has a verb with something of its own to say; "wait and see" is one. Its kind follows its own verb.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sitroom import plover
from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import conditions, grammar
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.model import Event, EventType
from sitroom.resources import listed
from sitroom.text import Span

_SEVERAL = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT"})
_OWN = frozenset({"dobj", "prep", "prt", "xcomp", "ccomp", "dative", "advmod", "acomp"})
_MOST = 6


def parts(
    reading: Reading, event: Event, clause: Token | None, deeds: Mapping[Span, EventType]
) -> list[tuple[Event, Token]]:
    """The position once for each part of its content, with the verb of the part; nothing where it has but one."""
    if event.type not in _SEVERAL or clause is None or event.content is None:
        return []
    verbs = [clause, *_joined(clause, event.type)]
    if len(verbs) < 2:
        return []
    text = reading.article.text
    found: list[tuple[Event, Token]] = []
    for n, verb in enumerate(verbs):
        start = event.content.start if n == 0 else verb.left_edge.idx
        end = _before(verbs[n + 1]) if n + 1 < len(verbs) else max(event.content.end, span_of(verb.right_edge).end)
        span = conditions.tidy(Span(start, end), text) if start < end else None
        if span is None:
            return []
        kind = _kind(event.type, deeds.get(span_of(verb)))
        part = replace(event, type=kind, content=span)
        if n:
            part = replace(part, key=f"{event.key}.{n}", trigger=span_of(verb), evidence=span)
        if kind != event.type:
            part = replace(part, recipients=())  # whom the aid is for is not whom the threat is against
        found.append((part, verb))
    return found


def _joined(clause: Token, kind: EventType) -> list[Token]:
    """The verbs that "and" joins to the first, each with an object or phrase of its own."""
    if lemma_of(clause) in listed("positions", "leading") or not _says_something(clause):
        return []
    found: list[Token] = []
    verb = clause
    while len(found) < _MOST:
        other = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i and grammar.verbal(c)), None)
        if other is None:
            break
        between = {c.lower_ for c in verb.children if c.dep_ == "cc" and verb.i < c.i < other.i}
        joined = not between & {"but", "yet"} and ("or" not in between or kind == "REJECT")
        own = any(c.dep_ in grammar.SUBJECTS or c.dep_ == "expl" for c in other.children)
        if not joined or own or not _same_form(clause, other) or not _says_something(other):
            return []
        found.append(other)
        verb = other
    return found


def _same_form(one: Token, other: Token) -> bool:
    """Whether both are forms that one auxiliary or "to" governs."""
    base = {"VB", "VBP"}
    return one.tag_ == other.tag_ or {one.tag_, other.tag_} <= base


def _says_something(verb: Token) -> bool:
    return any(c.dep_ in _OWN and c.i > verb.i for c in verb.children)


def _before(verb: Token) -> int:
    """Where the part before a verb ends: before the conjunction and the comma."""
    token = verb.left_edge
    while token.i > verb.sent.start and (token.nbor(-1).dep_ == "cc" or token.nbor(-1).is_punct):
        token = token.nbor(-1)
    return token.idx


def _kind(kind: EventType, deed: EventType | None) -> EventType:
    """What the part is by its own act: sending aid is promised, massing troops is threatened."""
    quad = plover.quad(deed) or "" if deed else ""
    if kind == "AGREE" and "conflict" in quad:
        return "THREATEN"
    if kind == "THREATEN" and "material cooperation" in quad:
        return "AGREE"
    return kind
