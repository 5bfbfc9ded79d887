"""What is threatened or promised: "will respond decisively", "massive sanctions", "or face arrest", "otherwise".

One rule: the consequence is what would follow, in the words of whoever holds it out; what must be done, and on what
it hangs, is no part of it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import conditions, grammar
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.model import Event
from sitroom.resources import listed
from sitroom.text import Span

_words = partial(listed, "conditions")
_BINDING = frozenset({"THREATEN", "AGREE", "SUPPORT", "CONCEDE"})


def effect(verb: Token) -> Token | None:
    """The head of what a verb says would follow ("lead to war": war); ``None`` where it says nothing of the kind."""
    lemma, found = lemma_of(verb), _words("effects")
    if lemma == "be" and any(c.dep_ == "expl" for c in verb.children):
        return next((c for c in verb.children if c.dep_ == "attr"), None)
    for child in verb.children:
        if child.dep_ in ("prep", "prt", "agent"):
            joined = f"be {verb.lower_} {child.lower_}" if grammar.is_passive(verb) else f"{lemma} {child.lower_}"
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if joined in found and child.dep_ == "prt":
                inner = next((c for c in verb.children if c.dep_ == "dobj"), None)
            if joined in found and inner is not None:
                return inner
    if lemma in found and not grammar.is_passive(verb):
        return next((c for c in verb.children if c.dep_ in ("dobj", "ccomp") and c.i > verb.i), None)
    return None


def harms(token: Token) -> bool:
    """Whether the phrase is for something bad."""
    near = [t for t in token.subtree if abs(t.i - token.i) <= _NEAR]
    return any(lemma_of(t) in _words("harm") for t in near)


_NEAR = 6


def own_harm(token: Token) -> bool:
    """Whether the phrase is for harm that is held out, not for somebody's attack: "consequences", "retaliation"."""
    near = [t for t in token.subtree if abs(t.i - token.i) <= _NEAR]
    return any(lemma_of(t) in _words("own_harm") for t in near)


def cause(verb: Token, text: str) -> conditions.Condition | None:
    """The subject of a warning's effect as its condition: "an attack would lead to war"; no person and no state."""
    after = effect(verb)
    if red_line(verb):
        after = verb
    elif after is None or not auxiliary.modals(verb) & {"would", "will", "could"} or not harms(after):
        return None
    for child in verb.children:
        if child.dep_ in grammar.SUBJECTS and child.pos_ in ("NOUN", "VERB") and not child.ent_type_:
            span = conditions.tidy(span_of([child.left_edge, child.right_edge]), text)
            return conditions.Condition(span, "if", child) if span else None
    return None


def red_line(verb: Token) -> bool:
    """ "Any deployment would be a red line", "crosses a red line"."""
    below = [c for c in verb.children if c.dep_ in ("attr", "dobj", "acomp") and c.i > verb.i]
    return any(lemma_of(c) == "line" and any(d.lower_ == "red" for d in c.children) for c in below)


def consequence_of(event: Event, trigger: Token, clause: Token | None, text: str) -> Span | None:
    """What follows by a position's own words; ``None`` where it holds out nothing."""
    if event.type not in _BINDING or event.content is None:
        return None
    if event.type != "THREATEN" and event.condition is None:
        return None
    if clause is None:
        return _without_condition(event.content, event.condition, text) if _held_out(event, trigger) else None
    if event.type == "THREATEN" and (_forbids(trigger, clause) or red_line(clause)):
        return None
    after = effect(clause)
    head = after if after is not None else clause
    first = after.left_edge if after is not None else _predicate_start(clause)
    whole = span_of([first, head.right_edge])
    end = min(whole.end, event.content.end) if event.content.end > whole.start else whole.end
    span = conditions.tidy(Span(whole.start, end), text)
    rest = _without_condition(span, event.condition, text) if span else None
    return rest if rest and event.content.overlaps(rest) else None


def _held_out(event: Event, trigger: Token) -> bool:
    """Whether a phrase names what is held out: what somebody is threatened with, or a harm that he is warned of."""
    return event.type != "THREATEN" or any(
        c.lower_ in ("with", "of") and any(harms(o) for o in c.children) for c in trigger.children
    )


def _forbids(trigger: Token, clause: Token) -> bool:
    """ "Warned them not to attack", "warned against attacking": what is not to be done."""
    against = clause.dep_ == "pcomp" and clause.head.lower_ in ("against", "from", "about")
    infinitive = lemma_of(trigger) == "warn" and auxiliary.to_infinitive(clause)
    return against or infinitive


def _predicate_start(clause: Token) -> Token:
    """The first word of what is said of the subject."""
    own = [c for c in clause.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < clause.i and c.tag_ != "TO"]
    denied = [c for c in clause.children if c.dep_ in grammar.SUBJECTS and any(d.lower_ == "no" for d in c.children)]
    if denied:
        return denied[0].left_edge  # "no decision will be made": the denial is in the subject
    if any(c.dep_ == "expl" for c in clause.children):
        return next(c for c in clause.children if c.dep_ == "expl")
    return min([clause, *own], key=lambda t: t.i)


def _without_condition(span: Span, condition: Span | None, text: str) -> Span | None:
    """The span without a condition at its beginning or end; the longer part where it stands within."""
    if condition is None or not span.overlaps(condition):
        return conditions.tidy(span, text)
    before, after = (span.start, max(span.start, condition.start)), (min(span.end, condition.end), span.end)
    start, end = max((before, after), key=lambda part: part[1] - part[0])
    return conditions.tidy(Span(start, end), text) if end > start else None


def alternative(reading: Reading, event: Event, trigger: Token) -> Event | None:
    """The threat in a demand's "or": "told them to leave or face arrest", "leave, or else"; ``None`` for none."""
    if event.type != "REQUEST" or event.content is None:
        return None
    verb = grammar.complement(trigger) or (trigger if grammar.verbal(trigger) else None)
    if verb is None:
        return None
    for _ in range(3):
        for child in verb.children:
            if child.dep_ == "conj" and child.i > verb.i and _or(verb, child) and _penalty(child):
                return _threat(reading, event, verb, child)
        below = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "conj") and grammar.verbal(c)), None)
        if below is None:
            return None
        verb = below
    return None


def _or(verb: Token, other: Token) -> bool:
    """Whether "or" joins the two, not "and"."""
    return any(c.dep_ == "cc" and c.lower_ == "or" and verb.i < c.i < other.i for c in verb.children)


def _penalty(verb: Token) -> bool:
    if verb.lower_ == "else":
        return True
    if grammar.is_passive(verb):
        return True
    named = [c for c in verb.children if c.dep_ in ("dobj", "attr", "acomp")]
    return lemma_of(verb) in _words("penalties") and (any(map(harms, named)) or lemma_of(verb) in _words("suffering"))


def _threat(reading: Reading, event: Event, demanded: Token, verb: Token) -> Event | None:
    text = reading.article.text
    span = conditions.tidy(span_of([verb.left_edge, verb.right_edge]), text)
    first = demanded
    start = min(first.left_edge.idx, first.idx) if not grammar.subjects(first) else first.idx
    if start >= verb.left_edge.idx:
        return None
    asked = conditions.tidy(Span(start, verb.left_edge.idx), text)
    if span is None or asked is None:
        return None
    asked = conditions.tidy(Span(asked.start, _before_or(text, asked)), text)
    return replace(
        event,
        key=f"{event.key}.o",
        type="THREATEN",
        trigger=span_of(verb),
        evidence=span,
        content=span,
        condition=asked,
        polarity="unless" if asked else None,
        consequence=span,
        deadline=None,
        mode=None,
    )


def _before_or(text: str, span: Span) -> int:
    words_ = span.of(text)
    return span.end - 2 if words_.casefold().endswith(" or") else span.end
