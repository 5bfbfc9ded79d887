"""What a statement commits its speaker to where no verb names it: "said it would respond if …", "said they must …".

One rule: the content's own words decide; a statement that only describes is no position. Who speaks holds it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitroom import plover
from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import conditions, consequences, grammar, who
from sitroom.annotate.events.lexicon import index
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.annotate.spans import SpanIndex
from sitroom.model import POSITION_TYPES, Argument, Event, EventType, Statement
from sitroom.resources import listed
from sitroom.text import Span

_OURS = frozenset({"we", "i", "us", "our"})
_FUTURE = frozenset({"will", "would", "'ll", "'d", "wo"})
_COOPERATIVE = frozenset({"AID", "COOPERATE", "SUPPORT", "RETREAT", "AGREE", "CONCEDE"})
_LONGEST = 320  # code points of evidence


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of what somebody said."""

    verb: Token
    statement: Statement
    content: Span


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


def clauses(reading: Reading, statement: Statement) -> list[Clause]:
    """The main clauses of the content and what is joined to them, in order."""
    found: list[Clause] = []
    for piece in statement.content:
        tokens = list(reading.tokens(piece))
        inside = {t.i for t in tokens}
        for token in tokens:
            if not grammar.verbal(token) or token.dep_ in ("aux", "auxpass"):
                continue
            top = token.head.i == token.i or token.head.i not in inside
            joined = token.dep_ == "conj" and grammar.verbal(token.head)
            brought = token.dep_ == "ccomp" and (token.head.i not in inside or token.head.lemma_ in _REPORTED)
            if top or joined or brought or token.dep_ in ("parataxis",):
                found.append(Clause(token, statement, piece))
    return found


_REPORTED = frozenset({"say", "clear", "make", "emphasize", "emphasise", "be", "tell", "stress", "reiterate"})


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
    for rule in (_assurance, _duty, _refusal, _threat, _judgement):
        kind = rule(reading, clause, own, condition)
        if kind is not None:
            return _event(reading, clause, kind, condition)
    return None


def _is_own(reading: Reading, clause: Clause) -> bool | None:
    """Whether the clause is about an act of the speaker's own side; ``None`` where nobody acts in it."""
    if any(c.dep_ == "expl" for c in clause.verb.children):
        return None  # "there will be consequences"
    doers = grammar.subjects(clause.verb) or (grammar.undergone(clause.verb) if grammar.is_passive(clause.verb) else [])
    parties = [t for t in doers if who.is_party(reading, t)]
    if not parties:
        return None
    if any(t.lower_ in _OURS for t in parties):
        return True
    speakers = tuple(Argument(clause.content, key) for key in holders(clause.statement))
    found = who.arguments(reading, parties)
    if any(a.actor and a.actor in holders(clause.statement) for a in found):
        return True
    return any(who.same_side(reading, a, speakers) for a in found)


def holders(statement: Statement) -> tuple[str, ...]:
    """Local keys of those who speak; of unnamed ones the state or body that they speak for."""
    unnamed = (statement.affiliation,) if statement.affiliation and not statement.named else ()
    return statement.speakers or ((statement.speaker,) if statement.speaker else unnamed)


Rule = EventType | None


def _duty(reading: Reading, clause: Clause, own: bool | None, condition: object) -> Rule:
    """ "They must leave", "he cannot invade": a demand on others; "nobody can force us": a refusal."""
    modals = _modals(clause.verb)
    negated = _negated(clause.verb)
    if own is False and modals & {"must", "should", "ought"}:
        return "REQUEST"
    if own is False and not negated and lemma_of(clause.verb) in ("have", "need") and _infinitive_below(clause.verb):
        # "people had to flee" tells of a plight, "Russia had to withdraw" of a demand on somebody known
        return "REQUEST" if clause.verb.tag_ != "VBD" or _names_actor(reading, clause.verb) else None
    if negated and modals & {"can", "ca"} and own is not True and _forbidden(clause.verb):
        return "REQUEST" if own is False and _names_actor(reading, clause.verb) else "REJECT"
    return None


def _forbidden(verb: Token) -> bool:
    """Whether "cannot" forbids the act ("cannot invade", "can't be allowed to"), not only doubts it ("cannot swim")."""
    if lemma_of(verb) in listed("needs", "forbidden") | listed("needs", "hostile") | listed("needs", "misdeed"):
        return True
    return any("conflict" in (plover.quad(frame.type) or "") for frame in index("verb").get(lemma_of(verb), ()))


def _refusal(reading: Reading, clause: Clause, own: bool | None, condition: object) -> Rule:
    """ "We will not negotiate", "Moscow is not preparing to invade", "the demands are unacceptable"."""
    if own is not True and (_no_right(clause.verb) or _for_all_to_decide(clause.verb)):
        return "REJECT"
    barred = grammar.is_passive(clause.verb) and lemma_of(clause.verb) in listed("needs", "barred")
    if barred and own is not True and _negated(clause.verb) and _modals(clause.verb) & {"will", "wo", "would", "can"}:
        return "REJECT"  # "Ruritania will not be pulled into the alliance"
    said = [*_sayings(clause.verb), *(d for c in _sayings(clause.verb) for d in c.children)]
    words_ = {t.lower_ for t in said}
    if words_ & listed("conditions", "red_lines") or {"non", "negotiable"} <= words_:
        return "REJECT"
    if own is False:
        return None
    if _no_intention(clause.verb) and own:
        return "REJECT"
    if own and _negated(clause.verb) and (_modals(clause.verb) & {"will", "would", "wo", "'ll"} or _plans(clause.verb)):
        return "REJECT"
    if {lemma_of(t) for t in _predicate(clause.verb)} & listed("needs", "refused") and own is not True:
        return "REJECT"
    return None


def _sayings(verb: Token) -> list[Token]:
    """What "be" says of its subject; also words that the parser cuts at a hyphen."""
    below = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")]
    return below if lemma_of(verb) in ("be", "remain") else []


def _no_right(verb: Token) -> bool:
    """ "Has no right to decide", "has no veto over"."""
    return lemma_of(verb) == "have" and any(
        c.dep_ == "dobj"
        and lemma_of(c) in ("right", "veto", "say", "authority", "business")
        and (any(d.lower_ == "no" for d in c.children) or any(d.dep_ == "neg" for d in verb.children))
        for c in verb.children
    )


def _for_all_to_decide(verb: Token) -> bool:
    """ "Each country has the right to choose", "every nation is free to decide": said to whoever decides for it."""
    general = any(
        lemma_of(c) in ("country", "nation", "state", "people")
        and any(d.lower_ in ("each", "every", "all") for d in c.children)
        for c in verb.children
        if c.dep_ == "nsubj"
    )
    said = {lemma_of(c) for c in verb.children if c.dep_ in ("dobj", "acomp", "attr")}
    choice = lemma_of(verb) in ("choose", "decide", "determine") and bool(
        _modals(verb) & {"can", "may", "must", "should"}
    )
    return general and (choice or bool(said & {"right", "free", "entitle", "sovereign"})) and not _negated(verb)


def _threat(reading: Reading, clause: Clause, own: bool | None, condition: object) -> Rule:
    """ "We will respond if …", "there will be consequences", "any attack would be met with sanctions", "a red line"."""
    if clause.verb.tag_ in ("VBD", "VBN") and consequences.red_line(clause.verb) and own is False:
        return "ACCUSE"  # "crossed a red line"
    if _may_hold(reading, clause.verb, "red", "lin") and {"red", "line"} <= {lemma_of(t) for t in clause.verb.subtree}:
        return "THREATEN"
    future = bool(_modals(clause.verb) & (_FUTURE | {"could"}))
    cooperative = any(
        frame.type in _COOPERATIVE and not frame.objects for frame in index("verb").get(lemma_of(clause.verb), ())
    )
    if (
        lemma_of(clause.verb) in listed("needs", "averting")
        or not future
        or own is False
        or _negated(clause.verb)
        or cooperative
    ):
        return None
    if lemma_of(clause.verb) in listed("needs", "hostile"):
        return "THREATEN"
    close = {lemma_of(t) for t in _predicate(clause.verb)}
    harsh = close & listed("needs", "harm")
    if harsh and (condition is not None or own is not None or close & {"consequence", "price", "cost", "response"}):
        return "THREATEN"
    return None


def _assurance(reading: Reading, clause: Clause, own: bool | None, condition: object) -> Rule:
    """ "No decisions about Mali without Mali": what is promised by what is excluded."""
    if own is not False and _may_hold(reading, clause.verb, "without", "n"):
        inside = {t.lower_ for t in clause.verb.subtree}
        if "without" in inside and inside & {"no", "nothing", "never"}:
            return "AGREE"
    if own and any(t.lemma_ in ("intention",) for t in _predicate(clause.verb)) and _negated(clause.verb):
        return "AGREE"
    return None


def _may_hold(reading: Reading, verb: Token, *parts: str) -> bool:
    """Whether all the letters stand in the clause's text, so that its words are worth a look."""
    span = span_of([verb.left_edge, verb.right_edge])
    text = span.of(reading.article.text).lower()
    return all(part in text for part in parts)


def _judgement(reading: Reading, clause: Clause, own: bool | None, condition: object) -> Rule:
    """ "It is an act of aggression", "they have violated the truce"."""
    if own is not False or _negated(clause.verb):
        return None
    if lemma_of(clause.verb) == "be" and {lemma_of(t) for t in _predicate(clause.verb)} & listed("needs", "smear"):
        return "ACCUSE"
    told = clause.verb.tag_ in ("VBD", "VBN", "VBZ", "VBP", "VBG") and not _modals(clause.verb)
    return (
        "ACCUSE"
        if told and lemma_of(clause.verb) in listed("needs", "misdeed") and grammar.subjects(clause.verb)
        else None
    )


def _modals(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.tag_ == "MD"}


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children) or any(
        d.lower_ == "no" for c in verb.children if c.dep_ in ("dobj", "attr", "nsubj") for d in c.children
    )


def _no_intention(verb: Token) -> bool:
    return any(
        c.lemma_ in ("intention", "plan", "desire") and any(d.lower_ == "no" for d in c.children)
        for c in verb.children
        if c.dep_ in ("dobj", "attr")
    )


def _plans(verb: Token) -> bool:
    below = [verb, *(c for c in verb.children if c.dep_ in ("acomp", "xcomp", "attr"))]
    return any(lemma_of(t) in listed("status", "scheduled") | {"go", "ready", "willing", "prepared"} for t in below)


def _infinitive_below(verb: Token) -> bool:
    return any(c.dep_ == "xcomp" and grammar.to_infinitive(c) for c in verb.children)


def _names_actor(reading: Reading, verb: Token) -> bool:
    named = grammar.subjects(verb) or grammar.undergone(verb)
    return any(a.actor for a in who.arguments(reading, named))


def _predicate(verb: Token) -> Iterable[Token]:
    """What is said of the subject: predicate words, objects and the phrases of the verb, with their modifiers."""
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "dobj", "oprd", "prep", "agent", "expl", "relcl"):
            clauses_ = {t.i for t in child.subtree if t.dep_ in _CLAUSES and t.i != child.i}
            for token in child.subtree:
                if token.i - child.i <= _REACH and not any(a.i in clauses_ for a in (token, *token.ancestors)):
                    yield token
    yield verb


_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
_REACH = 9  # tokens into a predicate; what stands further is a clause of its own


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
