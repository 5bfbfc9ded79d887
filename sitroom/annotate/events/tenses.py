"""What the form of a verb tells of how real its act is: tense, modals, negation, conditional clauses, infinitives.

One rule: only the verb itself, its auxiliaries and the word that opens its clause are read here; what stands above it
is read in :mod:`status`.
"""

from __future__ import annotations

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar
from sitroom.annotate.events.operators import operator_of
from sitroom.model import EventType, Status
from sitroom.resources import listed, load

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_LASTING: frozenset[EventType] = frozenset({"AID", "MOBILIZE", "COOPERATE"})


def tense(verb: Token, found: list[Status], kind: EventType) -> None:
    """Reads modals, negation, progressives and conditional clauses of one verb."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if auxiliary.negated(verb) or any(c.lower_ in listed("status", "never") for c in verb.children):
        found.append("denied")
    modal = next((c for c in auxiliaries if c.tag_ == "MD"), None)
    conditioned = any(opens_condition(c) for c in verb.children)
    if verb.tag_ in ("VBP", "VBZ") and grammar.marked(verb, "before", "until", "once"):
        found.append("scheduled")  # "a week before talks begin"
    if modal is not None:
        found.append(_modal(verb, modal, conditioned))
    elif conditioned and auxiliary.to_infinitive(verb):
        found.append("conditional")
    if opens_condition(verb):
        found.append("conditional")
    progressive = verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in auxiliaries)
    if progressive and any(c.lower_ in ("is", "are", "'s", "'re", "been", "am") for c in auxiliaries):
        found.append("ongoing")
    if kind in _LASTING and verb.tag_ in ("VBZ", "VBP") and not auxiliaries:
        found.append("ongoing")
    if verb.tag_ in ("VB", "VBP") and not auxiliaries and _after_infinitive(verb):
        found.append("scheduled")
    bare = auxiliary.to_infinitive(verb) and modal is None and verb.dep_ in ("ROOT", "advcl", "ccomp", "relcl", "acl")
    if bare and (status := _infinitive(verb)):
        found.append(status)


def _modal(verb: Token, modal: Token, conditioned: bool) -> Status:
    word = auxiliary.written_out(modal)
    named: Status = load("status")["modals"].get(word) or "forecast"
    if conditioned:
        return "conditional"
    if word == "would" and verb.dep_ in ("ccomp", "conj") and verb.head.tag_ in ("VBD", "VBN"):
        return "scheduled"  # the future as told in the past: "said they would meet"
    return named


def _after_infinitive(verb: Token) -> bool:
    """Whether a headline's verb goes on from an infinitive ("Leader to visit them in July, meet with minister")."""
    first = next((t for t in verb.sent if grammar.verbal(t)), verb)
    if first.i >= verb.i or not auxiliary.to_infinitive(first):
        return False
    return not any(c.dep_ in grammar.SUBJECTS and c.i > first.i for c in verb.children)


def modal_clause(token: Token) -> Token | None:
    """The clause above a participle where that clause has a modal; ``None`` where it has none."""
    clause = next((v for v in token.ancestors if grammar.verbal(v)), None)
    return clause if clause is not None and any(c.tag_ == "MD" for c in clause.children) else None


def is_participle(verb: Token) -> bool:
    """Whether the verb stands without tense of its own ("while meeting", "having met")."""
    return verb.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _infinitive(verb: Token) -> Status | None:
    """An infinitive without a verb that asks for it: a headline's future ("Biden to speak"), what the first or
    last to do it did, else a purpose.
    """
    if verb.dep_ in ("relcl", "acl") and any(c.lower_ in listed("status", "ranks") for c in verb.head.children):
        return "occurred"
    if verb.dep_ in ("ROOT", "ccomp") and any(c.dep_ in grammar.SUBJECTS for c in verb.children):
        return "scheduled"
    if verb.dep_ in ("relcl", "acl") and (verb.head.pos_ == "PROPN" or verb.head.ent_type_ in _NAMES):
        return "scheduled"
    if verb.dep_ in ("relcl", "acl") and operator_of(verb.head):
        return None  # "a contract to supply", "a threat to attack": the noun tells
    return "proposed"


def opens_condition(verb: Token) -> bool:
    """Whether the verb heads a conditional clause ("if", "unless", inverted "should")."""
    if verb.dep_ not in ("advcl", "ccomp"):
        return False
    if grammar.marked(verb, *listed("status", "if"), *listed("status", "unless")):
        return True
    first = next(iter(verb.subtree), verb)
    return first.lower_ in ("should", "were", "had") and first.dep_ == "aux" and first.head == verb
