"""Objects and phrases: "criticized the plan", "warned of war", "guarantees that Moscow wants".

One rule: the content is the whole phrase, with what depends on it.
"""

from __future__ import annotations

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.statements.clauses import has_mark
from sitroom.annotate.statements.complements import Complement, until
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.phrases import agent_of, end_of, hull, is_passive, is_relative, own_subject
from sitroom.text import Span

_GAP = 4  # tokens between an object and the phrase that adds to it ("on Monday over ...")


def object_of(cue: Cue, right: list[Token]) -> Complement | None:
    """A noun object, with the phrases and conditions that belong to it."""
    reading = cue.entry("object")
    thing = next((c for c in right if c.dep_ == "dobj" and c.i > cue.last.i), None)
    if thing is None and cue.last != cue.verb:
        thing = next((c for c in cue.last.children if c.dep_ in ("pobj", "pcomp")), None)
    if thing is None:
        thing = next((c for c in right if c.dep_ == "ccomp" and _names(c)), None)
    if (
        reading is None
        or thing is None
        or thing.lower_ in ("themselves", "himself", "herself", "itself", "what", "which", "that")
    ):
        return None
    span = until(cue, hull(thing).start, thing)
    for child in right:
        fits = child.dep_ == "prep" and child.lower_ in reading.prepositions
        if fits and span.end <= child.idx and child.i - thing.right_edge.i <= _GAP:
            span = until(cue, span.start, child)
    for child in right:
        if child.dep_ == "advcl" and _is_condition(child) and 0 <= child.left_edge.idx - span.end <= 2:
            span = until(cue, span.start, child)
    clause = next((c for c in right if c.dep_ == "ccomp" and c.left_edge.idx > span.end and has_mark(c)), None)
    return Complement(span, "object", reading, more=(hull(clause),) if clause is not None else ())


def _names(verb: Token) -> bool:
    """ "what he called a breakthrough": a thing under the name that somebody gives it."""
    if verb.left_edge.lower_ != "what":
        return False
    entries = lexicon().verbs.get(verb.lemma_.lower(), ())
    return any("as" in entry.takes for entry in entries) or verb.lemma_ == "say"


def suffered(cue: Cue, right: list[Token]) -> Complement | None:
    """The subject of a passive, or the noun behind which its participle stands: "the plan was backed by experts"."""
    verb, reading = cue.verb, cue.entry("object")
    if reading is None or not is_passive(verb) or (agent := agent_of(verb)) is None or agent.i < verb.i:
        return None
    noun = verb.head if verb.dep_ == "acl" else own_subject(verb)
    if noun is None or noun.i > verb.i or noun.lower_ in ("it", "there"):
        return None
    end = end_of(noun) if verb.dep_ == "acl" else hull(noun).end
    further = next((c for c in right if c.dep_ == "prep" and c.lower_ in reading.prepositions and c.i > agent.i), None)
    return Complement(
        Span(noun.left_edge.idx, max(end_of(noun), min(end, verb.idx))),
        "suffered",
        reading,
        more=(hull(further),) if further is not None else (),
    )


def _is_condition(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "should") for c in verb.children)


def left_out_object(cue: Cue, right: list[Token]) -> Complement | None:
    """What a relative clause leaves out: "guarantees that Moscow wants", "what she called a mistake"."""
    verb = cue.verb
    subject = own_subject(verb)
    reading = cue.entry("object")
    if verb.dep_ != "relcl" or subject is None or is_relative(subject) or reading is None:
        return None
    noun, first = verb.head, verb.left_edge
    if noun.pos_ not in ("NOUN", "PROPN") or any(
        c.dep_ in ("dobj", "ccomp", "xcomp") and not is_relative(c) for c in right
    ):
        return None
    trailing = next((c for c in right if c.dep_ == "prep" and c.lower_ in reading.prepositions), None)
    start = noun.left_edge.idx
    if first.idx - 1 <= start:
        return None
    return Complement(
        Span(start, first.idx - 1), "object", reading, more=(hull(trailing),) if trailing is not None else ()
    )


def phrase(cue: Cue, right: list[Token]) -> Complement | None:
    """A phrase behind a preposition that the cue takes: "warned of war", "called for calm"."""
    for entry in cue.entries:
        if "with" not in entry.takes:
            continue
        for child in right:
            if child.dep_ == "prep" and child.lower_ in entry.prepositions and _near(cue, child, right):
                inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
                if inner is not None:
                    return Complement(_with_purpose(cue, child, right), "with", entry)
    return None


def _near(cue: Cue, preposition: Token, right: list[Token]) -> bool:
    """Whether only a few words, or the one spoken to, stand between cue and preposition."""
    told = next((c for c in right if c.dep_ in ("dobj", "dative") and c.i < preposition.i), None)
    last = max(cue.last.i, told.right_edge.i) if told is not None else cue.last.i
    return preposition.i - last <= _GAP


def _with_purpose(cue: Cue, preposition: Token, right: list[Token]) -> Span:
    """The phrase with the infinitive behind it ("called for the council to act")."""
    span = until(cue, end_of(preposition) + 1, preposition)
    for child in right:
        purpose = (
            child.dep_ in ("xcomp", "advcl", "ccomp") and auxiliary.to_infinitive(child) and own_subject(child) is None
        )
        if purpose and 0 <= child.left_edge.idx - span.end <= 1:
            return until(cue, span.start, child)
    return span
