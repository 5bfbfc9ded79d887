"""What stands beside a verb and turns it: "to", "not", modals.

One rule: only the verb's own children are read; what they make of the act is for the callers.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.resources import listed, load


def to_infinitive(verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def negated(verb: Token) -> bool:
    """Whether "not" or "never" stands with the verb, noun or adjective; "no" before an object is another matter."""
    return any(child.dep_ == "neg" for child in verb.children)


def denied(verb: Token) -> bool:
    """Whether "not" stands with the verb, or a word such as "neither" or "no" with it or its subject."""
    if negated(verb) or any(c.lower_ in listed("status", "denying") for c in verb.children):
        return True
    subjects = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    return any(t.lower_ in listed("status", "none_of") for subject in subjects for t in subject.subtree)


def modals(verb: Token) -> frozenset[str]:
    """Modals of the verb, written out."""
    return frozenset(written_out(child) for child in verb.children if child.tag_ == "MD")


def written_out(modal: Token) -> str:
    """The modal itself: "will" for "'ll" and for the "wo" of "won't"."""
    return str(load("status")["modal_forms"].get(modal.lower_, modal.lower_))
