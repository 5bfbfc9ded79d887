"""What a verb of speech makes of its content: a warning that threatens, one that accuses, one that only foretells.

One rule: a threat needs somebody who would act or suffer; what is said of the weather is nobody's position.
"""

from __future__ import annotations

from dataclasses import replace

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.events import consequences, grammar, who
from sitroom.annotate.events.lexicon import index
from sitroom.annotate.events.triggers import Hit
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.model import POSITION_TYPES, Event
from sitroom.resources import listed

_HOSTILE = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
_DOUBT = frozenset({"could", "may", "might", "can"})
_UNREAL = frozenset({"conditional", "forecast"})


def kind_of(reading: Reading, hit: Hit, event: Event) -> Event:
    """The event; a warning of what somebody else is about to do is an accusation, not a threat."""
    if event.type != "THREATEN" or lemma_of(hit.token) not in listed("conditions", "warnings"):
        return event
    return replace(event, type="ACCUSE") if _warned_of(reading, hit, event) == "deed" else event


def empty(reading: Reading, hit: Hit, event: Event) -> bool:
    """Whether a verb of speech takes no position: it foretells, has no comment, or says that there is nothing."""
    if event.type not in POSITION_TYPES:
        return False
    if event.status in _UNREAL and hit.frame.pos == "verb" and _hypothetical(hit):
        return True
    if hit.noun is not None and any(c.lower_ == "no" for c in hit.noun.children):
        return True  # "expressed no concern"
    if any(t.lower_ in ("nothing", "nobody") for t in grammar.undergone(hit.token)):
        return True
    if event.type == "REJECT" and hit.clause is not None and lemma_of(hit.clause) in listed("needs", "no_refusal"):
        return True
    verb = hit.frame.pos == "verb"
    foretold = event.type == "THREATEN" and verb and lemma_of(hit.token) in listed("conditions", "warnings")
    return foretold and _warned_of(reading, hit, event) == "fact"


def _hypothetical(hit: Hit) -> bool:
    """Whether the verb stands in a clause of condition, or under "could" and "may"."""
    if auxiliary.modals(hit.token) & _DOUBT:
        return True
    for verb in (hit.token, *hit.token.ancestors):
        if verb.dep_ == "advcl" and grammar.marked(verb, "if", "unless", "until"):
            return True
        if verb.dep_ in ("ccomp", "relcl") or not grammar.verbal(verb):
            return False
    return False


def _warned_of(reading: Reading, hit: Hit, event: Event) -> str:
    """What a warning is of: a "threat" of somebody's own, a "deed" of somebody else's, or a "fact"."""
    clause = hit.clause
    if clause is None or clause.dep_ not in ("ccomp",) or auxiliary.to_infinitive(clause):
        named = [t for name in ("of", "about", "over") for t in grammar.phrases(hit.token, name)]
        if not named or any(map(consequences.own_harm, named)):
            return "threat"
        acts = any(f.type in _HOSTILE for t in named for f in index("noun").get(lemma_of(t), ()))
        return "deed" if acts and event.condition is None else "threat" if _addressed(reading, hit) else "fact"
    if event.condition is not None or consequences.effect(clause) is not None or grammar.is_passive(clause):
        return "threat"
    doers = grammar.subjects(clause) or grammar.undergone(clause)
    parties = [t for t in doers if who.is_party(reading, t) or who.is_agent(reading, t)]
    if any(c.dep_ == "expl" for c in clause.children):
        return "threat" if any(consequences.harms(c) for c in clause.children if c.dep_ == "attr") else "fact"
    found = who.arguments(reading, parties)
    holders = {a.actor for a in event.actors if a.actor}
    if any(t.lower_ in ("we", "i") for t in parties) or any(a.actor in holders for a in found):
        return "threat"
    if any(who.same_side(reading, a, event.actors) for a in found):
        return "threat"
    if consequences.red_line(clause) or auxiliary.modals(clause) & {"must", "should", "ought"}:
        return "threat"
    if parties and _hostile(clause):
        return "deed"
    if parties and auxiliary.modals(clause) & {"will", "would"}:
        return "threat"
    return (
        "threat" if any(map(consequences.harms, _objects(clause))) or (parties and _addressed(reading, hit)) else "fact"
    )


def _objects(clause: Token) -> list[Token]:
    return [c for c in clause.children if c.dep_ in ("dobj", "attr", "acomp", "oprd")]


def _addressed(reading: Reading, hit: Hit) -> bool:
    return any(who.is_party(reading, t) for t in grammar.undergone(hit.token))


def _hostile(clause: Token) -> bool:
    """Whether what somebody does or may do is an act of force: "is massing troops", "could be set to invade"."""
    for token in clause.subtree:
        if lemma_of(token) in listed("needs", "hostile") and grammar.verbal(token):
            return True
        pos = "noun" if token.pos_ == "NOUN" else "verb"
        if any(f.type in _HOSTILE and not f.objects for f in index(pos).get(lemma_of(token), ())):
            return True
    return False
