"""The condition of an act: "if", "unless", "should", "until", "in the event of", "any invasion would".

One rule: the span is the whole clause or phrase; what is not said to be a condition is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import grammar
from sitroom.annotate.events.lexicon import words
from sitroom.resources import load
from sitroom.text import Span, trimmed

_REPORTING = frozenset({"say", "tell", "write", "add", "report", "explain", "note", "state", "announce"})


@dataclass(frozen=True, slots=True)
class Condition:
    """Where the condition stands, how it is turned, and the head of its clause."""

    span: Span
    polarity: Literal["if", "unless"]
    head: Token


def condition_of(token: Token, text: str) -> Condition | None:
    """The condition under which the act that the token names follows; ``None`` where none is stated."""
    verb: Token = token
    for step in range(grammar.DEPTH):
        if found := _own(verb, text):
            return found
        head = verb.head
        if head.i == verb.i or verb.dep_ in ("relcl", "parataxis") or (step and head.lemma_.lower() in _REPORTING):
            return None
        if verb.dep_ == "advcl" and not grammar.to_infinitive(verb):
            return None
        verb = head
    return None


def below(token: Token, text: str) -> Condition | None:
    """The condition within the clause that a speech act brings ("warned that it would act if …")."""
    clause = grammar.complement(token)
    for _ in range(3):
        if clause is None:
            return None
        if found := _own(clause, text):
            return found
        clause = next((c for c in clause.children if c.dep_ in ("ccomp", "xcomp", "conj") and grammar.verbal(c)), None)
    return None


def _own(verb: Token, text: str) -> Condition | None:
    table = load("status")
    for child in verb.children:
        if (
            child.dep_ in ("advcl", "ccomp")
            and grammar.marked(child, *words(table["if"]))
            and not _whether(child, verb)
        ):
            return _clause(child, "if", text)
        if child.dep_ in ("advcl", "ccomp") and grammar.marked(child, *words(table["unless"])):
            if grammar.marked(child, "until") and not any(c.dep_ == "neg" for c in verb.children):
                continue
            return _clause(child, "unless", text)
        if child.dep_ == "advcl" and _inverted(child):
            return _clause(child, "if", text)
    return _phrase(verb, text) or _any_subject(verb, text)


def _whether(clause: Token, verb: Token) -> bool:
    """An "if" that asks ("asked if he sensed") is no condition."""
    return clause.dep_ == "ccomp" and verb.lemma_ in (
        "ask",
        "wonder",
        "know",
        "see",
        "question",
        "doubt",
        "decide",
        "determine",
    )


def _inverted(clause: Token) -> bool:
    first = next(iter(clause.subtree), clause)
    return first.lower_ in ("should", "were", "had") and first.dep_ == "aux" and first.head == clause


def _clause(clause: Token, polarity: Literal["if", "unless"], text: str) -> Condition | None:
    span = _tidy(span_of([clause.left_edge, clause.right_edge]), text)
    return Condition(span, polarity, clause) if span else None


def _phrase(verb: Token, text: str) -> Condition | None:
    """ "in the event of an attack", "in case of war" on the verb or on its object."""
    phrases = words(load("status")["condition_phrases"])
    holders = [
        verb,
        *(c for c in verb.children if c.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "acomp", "xcomp", "prep")),
    ]
    holders += [o for c in holders if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    holders += [
        o for n in holders if n.pos_ in ("NOUN", "PROPN") for c in n.children if c.dep_ == "prep" for o in c.children
    ]
    for holder in holders:
        for child in holder.children:
            if child.dep_ != "prep" or child.lower_ not in ("in", "on"):
                continue
            opening = " ".join(t.lower_ for t in child.doc[child.i : child.i + 4])
            if any(opening.startswith(phrase) for phrase in phrases):
                span = _tidy(span_of([child, child.right_edge]), text)
                return Condition(span, "if", child) if span else None
    return None


def _any_subject(verb: Token, text: str) -> Condition | None:
    """ "any invasion would be met with sanctions": the subject is the condition."""
    if not any(c.tag_ == "MD" and c.lower_ in ("would", "will", "could", "'ll", "'d") for c in verb.children):
        return None
    for child in verb.children:
        if child.dep_ in grammar.SUBJECTS and any(d.dep_ == "det" and d.lower_ == "any" for d in child.children):
            span = _tidy(span_of([child.left_edge, child.right_edge]), text)
            return Condition(span, "if", child) if span else None
    return None


def _tidy(span: Span, text: str) -> Span | None:
    """Without quotation marks, commas and spaces at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " ,;—–-\"“”'‘’":
        start += 1
    while end > start and text[end - 1] in ' ,;.—–-"“”':
        end -= 1
    return trimmed(text, start, end)
