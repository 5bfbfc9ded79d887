"""By when something is demanded or promised: "by Friday", "within 48 hours", "immediately", "before talks begin".

One rule: the words are kept as stated; a date is given only where the text and the day of the report fix one.
"""

from __future__ import annotations

import datetime as dt
import re

from sitroom.annotate import auxiliary, times_of
from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import conditions, grammar
from sitroom.annotate.reading import Reading
from sitroom.model import Deadline, Time
from sitroom.resources import listed
from sitroom.text import Span
from sitroom.values import bounds

_LENGTH = re.compile(r"P(?:(\d{1,4})([DWMY])|T(\d{1,4})H)\Z")
_DAYS = {"D": 1, "W": 7}
_STEPS = 4


def deadline_of(reading: Reading, trigger: Token) -> Deadline | None:
    """The deadline that a position sets, in its own clause or in the one that it brings."""
    for verb in _clauses(trigger):
        if found := _at(reading, verb):
            return found
    return None


def _clauses(trigger: Token) -> list[Token]:
    """The clause that is brought, what is joined to it, then the trigger itself."""
    found: list[Token] = []
    clause = grammar.complement(trigger)
    for _ in range(_STEPS):
        if clause is None:
            break
        found.append(clause)
        found += [c for c in clause.children if c.dep_ == "conj" and grammar.verbal(c)]
        clause = next((c for c in clause.children if c.dep_ in ("xcomp", "ccomp") and grammar.verbal(c)), None)
    return [*found, trigger, *(c for c in trigger.children if c.dep_ == "dobj")]


def _at(reading: Reading, verb: Token) -> Deadline | None:
    if time := times_of.deadline_of(reading, verb):
        return Deadline(_with_preposition(reading, time, verb), time.edtf)
    for child in verb.children:
        limits = child.dep_ == "prep" and child.lower_ in listed("conditions", "within")
        if limits and (found := _within(reading, child)):
            return found
        if child.dep_ == "advcl" and grammar.marked(child, "before", "till", "until") and _sets(child, verb):
            span = conditions.tidy(span_of([child.left_edge, child.right_edge]), reading.article.text)
            return Deadline(span, None) if span else None
    return _at_once(reading, verb)


def _with_preposition(reading: Reading, time: Time, verb: Token) -> Span:
    """ "by Friday", "before the end of January": the time with the word before it."""
    first = reading.tokens(time.span)[0]
    before = first.nbor(-1) if first.i > first.sent.start else first
    if before.lower_ == "the" and before.i > first.sent.start:
        before = before.nbor(-1)
    return time.span.join(span_of(before)) if before.lower_ in listed("conditions", "before") else time.span


def _sets(clause: Token, verb: Token) -> bool:
    """A limit, not a condition: "until" with a negation is one ("will not sign until they leave")."""
    return grammar.marked(clause, "before") or not auxiliary.negated(verb)


def _within(reading: Reading, preposition: Token) -> Deadline | None:
    """ "Within 48 hours": the length, and the day that it ends on where the report's day is known."""
    whole = span_of([preposition, preposition.right_edge])
    if preposition.lower_ == "in" and not any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children):
        return None
    for time in reading.times_in(whole):
        found = _LENGTH.match(time.value or "") if time.type == "DURATION" else None
        if found is None and preposition.lower_ == "in":
            continue
        span = span_of(preposition).join(time.span)
        return Deadline(span, _after(reading, found) if found else time.edtf)
    return None


def _after(reading: Reading, length: re.Match[str]) -> str | None:
    """The day on which a length from the day of the report ends; ``None`` for months and years."""
    published = bounds(reading.article.published)
    if published is None or published.first is None or published.first != published.last:
        return None
    number, unit, hours = length.groups()
    if hours:
        days = -(-int(hours) // 24)
    elif unit in _DAYS:
        days = int(number) * _DAYS[unit]
    else:
        return None
    return (published.first + dt.timedelta(days=days)).isoformat()


def _at_once(reading: Reading, verb: Token) -> Deadline | None:
    """ "Immediately", "without delay"."""
    for child in verb.children:
        phrase = " ".join(t.lower_ for t in child.subtree) if child.dep_ in ("advmod", "prep", "npadvmod") else ""
        if phrase.strip('"“”') in listed("conditions", "at_once"):
            span = conditions.tidy(span_of([child.left_edge, child.right_edge]), reading.article.text)
            return Deadline(span, None) if span else None
    return None
