"""What a statement commits its speaker to where no verb names it: "said it would respond if …", "said they must …".

One rule: the content's own words decide; a statement that only describes is no position. Who speaks holds it.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import conditions, grammar, who
from sitroom.annotate.events.commitments import kind_of
from sitroom.annotate.events.spoken import Clause, clauses, holders
from sitroom.annotate.reading import Reading
from sitroom.annotate.spans import SpanIndex
from sitroom.model import POSITION_TYPES, Argument, Event, EventType, Statement
from sitroom.resources import listed
from sitroom.text import Span

_LONGEST = 320  # code points of evidence


class _Verbs:
    """What does not depend on whose words a verb stands in, worked out once: nested statements share their verbs."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._asking: dict[int, bool] = {}
        self._cue_of: dict[int, str | None] = {}

    def asks(self, verb: Token) -> bool:
        """Whether the clause stands in a question."""
        if verb.i not in self._asking:
            self._asking[verb.i] = verb.sent[-1].text == "?" or any(t.text == "?" for t in verb.children)
        return self._asking[verb.i]

    def tells_of_another(self, clause: Clause) -> bool:
        """Whether the clause tells what somebody else says, whose position it then is."""
        at = clause.verb.i
        if at not in self._cue_of:
            other = self._reading.statement_by_cue([span_of(clause.verb)])
            self._cue_of[at] = other.key if other is not None else None
        return self._cue_of[at] not in (None, clause.statement.key)


def positions(reading: Reading, found: list[Event]) -> list[Event]:
    """Positions in statements; none where an event found before already is the position that the statement carries."""
    made: dict[int, Event] = {}
    carried = SpanIndex((e.trigger, e) for e in found if e.type in POSITION_TYPES)
    decided: set[int] = set()
    verbs = _Verbs(reading)
    # what X is said to have told is X's position, not that of whoever reports it
    for statement in sorted(reading.found.statements, key=lambda s: (sum(map(len, s.content)), s.key)):
        for clause in clauses(reading, statement):
            if clause.verb.i in decided or verbs.asks(clause.verb) or verbs.tells_of_another(clause):
                continue
            if _said_already(carried, clause, statement):
                continue
            decided.add(clause.verb.i)
            if holders(statement) and (event := _position(reading, clause)):
                made[clause.verb.i] = event
    return list(made.values())


def _said_already(carried: SpanIndex[Event], clause: Clause, statement: Statement) -> bool:
    near = carried.overlapping(span_of(clause.verb)) + (carried.overlapping(statement.cue) if statement.cue else [])
    return any(_says_already(event, clause, statement) for event in near)


def _says_already(event: Event, clause: Clause, statement: Statement) -> bool:
    """Whether an event's trigger is the cue of this very statement, or the verb of this very clause."""
    if event.trigger.overlaps(span_of(clause.verb)):
        return bool({a.actor for a in event.actors} & set(holders(statement)))
    return statement.cue is not None and event.trigger.overlaps(statement.cue)


def _position(reading: Reading, clause: Clause) -> Event | None:
    own = _is_own(reading, clause)
    condition = conditions.condition_of(clause.verb, reading.article.text)
    if condition is not None and not clause.content.overlaps(condition.span):
        condition = None
    kind = kind_of(reading, clause, own, condition)
    return _event(reading, clause, kind, condition) if kind is not None else None


def _is_own(reading: Reading, clause: Clause) -> bool | None:
    """Whether the clause is about an act of the speaker's own side; ``None`` where nobody acts in it."""
    if any(c.dep_ == "expl" for c in clause.verb.children):
        return None  # "there will be consequences"
    doers = grammar.subjects(clause.verb) or (grammar.undergone(clause.verb) if grammar.is_passive(clause.verb) else [])
    parties = [t for t in doers if who.is_party(reading, t)]
    if not parties:
        return None
    if any(t.lower_ in listed("parties", "first_person") for t in parties):
        return True
    speakers = tuple(Argument(clause.content, key) for key in holders(clause.statement))
    found = who.arguments(reading, parties)
    if any(a.actor and a.actor in holders(clause.statement) for a in found):
        return True
    return any(who.same_side(reading, a, speakers) for a in found)


def _event(reading: Reading, clause: Clause, kind: EventType, condition: conditions.Condition | None) -> Event:
    text_span = span_of([clause.verb.left_edge, clause.verb.right_edge])
    start, end = max(text_span.start, clause.content.start), min(_end(clause.verb, text_span), clause.content.end)
    evidence = Span(start, end) if start < end <= start + _LONGEST else span_of(clause.verb)
    where = clause.statement.source or clause.statement.cue or clause.content
    actors = tuple(Argument(where, key) for key in holders(clause.statement))
    return Event(
        key=f"p{clause.verb.i}",
        type=kind,
        trigger=span_of(clause.verb),
        evidence=evidence,
        status="occurred",
        actors=actors,
        recipients=_targets(reading, clause, kind, condition, actors),
        date=clause.statement.date,
        content=evidence,
        condition=condition.span if condition else None,
        polarity=condition.polarity if condition else None,
        statement=clause.statement.key,
        source=clause.statement.speaker,
    )


def _end(verb: Token, span: Span) -> int:
    """Where the clause ends: before a clause with a subject of its own that "and" joins to it."""
    for child in verb.children:
        if child.dep_ == "conj" and child.i > verb.i and any(c.dep_ in grammar.SUBJECTS for c in child.children):
            before = child.left_edge.nbor(-1)
            while before.i > verb.i and (before.is_punct or before.dep_ == "cc"):
                before = before.nbor(-1)
            return min(span.end, before.idx + len(before))
    return span.end


def _targets(
    reading: Reading,
    clause: Clause,
    kind: EventType,
    condition: conditions.Condition | None,
    actors: tuple[Argument, ...],
) -> tuple[Argument, ...]:
    heads: list[Token] = []
    if kind in ("REQUEST", "ACCUSE"):
        heads = grammar.subjects(clause.verb) or grammar.undergone(clause.verb)
    elif kind == "THREATEN" and condition is not None and grammar.verbal(condition.head):
        heads = grammar.subjects(condition.head)
    found = tuple(a for a in who.arguments(reading, heads) if a.actor and not who.same_side(reading, a, actors))
    if found:
        return found
    keys = [key for key in clause.statement.addressees if key not in holders(clause.statement)]
    return tuple(Argument(reading.actor(key).span, key) for key in keys)
