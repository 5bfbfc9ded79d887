"""What a frame asks of the clause that follows, of its object and of what is said of it.

One rule: a need is a yes-or-no question about one hit; the word lists behind it are data (``resources/needs.yaml``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar, who
from sitroom.annotate.events.carriers import carried_by
from sitroom.annotate.events.lexicon import index
from sitroom.annotate.events.needs_of_parties import actor_or_recipient, agentive, joint, party
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.resources import listed

if TYPE_CHECKING:
    from sitroom.annotate.events.triggers import Hit

_words = partial(listed, "needs")
_DUTY = frozenset({"should", "must", "ought", "be", "to"})


def _infinitive(reading: Reading, hit: Hit) -> bool:
    pool = [
        *hit.token.children,
        *(c for p in hit.token.children if p.dep_ == "prep" for o in p.children for c in o.children),
    ]
    return any(
        child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")
        and (auxiliary.to_infinitive(child) or _bare_infinitive(child))
        for child in pool
    )


def _bare_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and not auxiliary.modals(verb)


def _bare(reading: Reading, hit: Hit) -> bool:
    if grammar.is_passive(hit.token) and not grammar.agents(hit.token):
        return False  # "a team was called to the house"
    return (
        not any(
            child.dep_ in ("oprd", "ccomp", "prt") or (child.dep_ == "xcomp" and not auxiliary.to_infinitive(child))
            for child in hit.token.children
        )
        and not (hit.frame.preps and _infinitive(reading, hit))
        and len(grammar.undergone(hit.token)) <= 1
    )


def _clause_or_party(reading: Reading, hit: Hit) -> bool:
    """An undertaking: by what is to be done or toward whom; not "agreed it was late", "committed a crime"."""
    if any(lemma_of(t) in _words("crimes") for t in grammar.undergone(hit.token)):
        return False
    if hit.clause is not None and hit.clause.dep_ == "ccomp" and hit.clause.tag_ in ("VBD", "VBZ", "VBP"):
        return bool(auxiliary.modals(hit.clause))  # an opinion that is shared
    return hit.clause is not None or party(reading, hit) or bool(hit.token.dep_ == "ROOT" and joint(reading, hit))


def _accession(reading: Reading, hit: Hit) -> bool:
    return hit.clause is not None and hit.clause.lemma_ in _words("accession") and agentive(reading, hit)


def _undertaking(reading: Reading, hit: Hit) -> bool:
    """ "Happy to talk" undertakes something, "happy to see" does not."""
    return hit.clause is not None and lemma_of(hit.clause) not in _words("no_undertaking")


def _directive(reading: Reading, hit: Hit) -> bool:
    """A clause that asks for an act ("that he should go"), not one that tells a fact ("insisted he went")."""
    finite = hit.clause is not None and any(
        c.tag_ in ("VBZ", "VBP", "VBD") and c.dep_ == "aux" for c in hit.clause.children
    )
    if hit.clause is None or finite or hit.clause.tag_ in ("VBD", "VBN", "VBZ"):
        return hit.clause is not None and any(
            (c.tag_ == "VB" or c.lower_ in _DUTY) and c.dep_ in ("aux", "auxpass") for c in hit.clause.children
        )
    modals = auxiliary.modals(hit.clause)
    return not modals or bool(modals & _DUTY)


def _clause_event(reading: Reading, hit: Hit) -> bool:
    return hit.clause is not None and hit.clause.lemma_ in _words("failing")


def _misdeed(reading: Reading, hit: Hit) -> bool:
    if hit.clause is None or hit.clause.lemma_ not in _words("misdeed") or set(hit.recipients) & set(hit.actors):
        return False
    return not auxiliary.modals(hit.clause) and (
        grammar.is_passive(hit.clause)
        or any(who.is_party(reading, t) or who.is_agent(reading, t) for t in hit.recipients)
    )


def _hostile(reading: Reading, hit: Hit) -> bool:
    if hit.clause is None:
        return False
    found = index("verb").get(hit.clause.lemma_.lower(), ())
    return hit.clause.lemma_ in _words("hostile") or any(f.type == "ASSAULT" and not f.objects for f in found)


def _wrong(reading: Reading, hit: Hit) -> bool:
    """A claim that somebody does wrong, not one that all is well."""
    if hit.clause is None or auxiliary.negated(hit.clause):
        return False
    near = [t for t in hit.clause.subtree if t.dep_ not in ("relcl",)]
    frames_ = [
        f
        for t in near
        if t.pos_ in ("VERB", "NOUN")
        for f in index("verb" if t.pos_ == "VERB" else "noun").get(lemma_of(t), ())
    ]
    hostile = any(f.type in ("ASSAULT", "COERCE", "MOBILIZE") for f in frames_)
    return hostile or any(lemma_of(t) in _words("misdeed") | _words("smear") for t in near)


def _face_to_face(reading: Reading, hit: Hit) -> bool:
    """Not "speaking on condition of anonymity", nor "to discuss" as the aim of another contact."""
    if any(t.lemma_ in _words("terms") for t in grammar.phrases(hit.token, "on")):
        return False
    return not (hit.token.dep_ in ("advcl", "acl", "relcl") and auxiliary.to_infinitive(hit.token))


def _has_object(reading: Reading, hit: Hit) -> bool:
    return bool(grammar.undergone(hit.token))


def _not_talk(reading: Reading, hit: Hit) -> bool:
    return not any(lemma_of(t) in _words("talk") for t in grammar.undergone(hit.token))


def _no_target(reading: Reading, hit: Hit) -> bool:
    return not any(grammar.phrases(hit.token, name) for name in ("at", "on", "against"))


def _uttered(reading: Reading, hit: Hit) -> bool:
    """A threat that somebody makes, not one that somebody is."""
    return (
        hit.clause is not None or carried_by(hit.token) is not None or bool(hit.recipients) or hit.token.tag_ == "NNS"
    )


def _smear(reading: Reading, hit: Hit) -> bool:
    near = grammar.called(hit.token, ("oprd", "acomp", "xcomp", "attr", "ccomp"), 4)
    return bool(hit.recipients) and any(t.lemma_.lower() in _words("smear") for t in near)


def _esteem(reading: Reading, hit: Hit) -> bool:
    """What is said of a party is good: "called him a reliable partner"; not of one's own side."""
    near = grammar.called(hit.token, ("oprd", "acomp", "attr"), 4)
    near += [t for c in hit.token.children if _small_clause(c) for t in c.subtree if abs(t.i - c.i) <= 4]
    found = any(lemma_of(t) in _words("esteem") for t in near)
    return found and not any(t.dep_ == "neg" or t.lower_ == "no" for t in (*near, *hit.token.children))


def _small_clause(token: Token) -> bool:
    """ "Considers them a partner": the parser makes a clause of the two."""
    return token.dep_ == "ccomp" and token.pos_ in ("NOUN", "ADJ")


def _legal(reading: Reading, hit: Hit) -> bool:
    return hit.noun is not None and any(c.lower_ in _words("legal") for c in hit.noun.children)


def _redline(reading: Reading, hit: Hit) -> bool:
    return hit.noun is not None and any(c.lower_ == "red" for c in hit.noun.children)


def _torture(reading: Reading, hit: Hit) -> bool:
    return any(t.lemma_ in _words("torture") for t in hit.token.subtree)


def _sanction_noun(reading: Reading, hit: Hit) -> bool:
    return hit.token.tag_ == "NNS" or actor_or_recipient(reading, hit)


OF_CONTENT: Mapping[str, Callable[[Reading, Hit], bool]] = {
    "infinitive": _infinitive,
    "bare": _bare,
    "clause_or_party": _clause_or_party,
    "accession": _accession,
    "undertaking": _undertaking,
    "directive": _directive,
    "clause_event": _clause_event,
    "misdeed": _misdeed,
    "hostile": _hostile,
    "wrong": _wrong,
    "face_to_face": _face_to_face,
    "has_object": _has_object,
    "not_talk": _not_talk,
    "no_target": _no_target,
    "uttered": _uttered,
    "smear": _smear,
    "esteem": _esteem,
    "legal": _legal,
    "redline": _redline,
    "torture": _torture,
    "sanction_noun": _sanction_noun,
}
