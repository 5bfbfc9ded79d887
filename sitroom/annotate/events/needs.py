"""What a frame asks of its parties and surroundings before a word counts as an event.

One rule: a need is a yes-or-no question about one hit; the word lists behind it are data.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar, who
from sitroom.annotate.events.carriers import carried_by
from sitroom.annotate.events.lexicon import index, named_set
from sitroom.annotate.events.senses import SENSES
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.resources import listed

if TYPE_CHECKING:
    from sitroom.annotate.events.triggers import Hit

_words = partial(listed, "needs")
_DUTY = frozenset({"should", "must", "ought", "be", "to"})

Need = Callable[[Reading, "Hit"], bool]


def met(need: str, reading: Reading, hit: Hit) -> bool:
    """Whether the hit fulfils the need of that name.

    Raises:
        KeyError: the table asks for a need that does not exist; a test reads every frame.
    """
    return NEEDS[need](reading, hit)


def _recipient(reading: Reading, hit: Hit) -> bool:
    return bool(hit.recipients)


def _actor(reading: Reading, hit: Hit) -> bool:
    return bool(hit.actors)


def _party(reading: Reading, hit: Hit) -> bool:
    return any(who.is_party(reading, token) or who.carrier(reading, token) for token in hit.recipients)


def _people(reading: Reading, hit: Hit) -> bool:
    return any(who.is_party(reading, token) for token in hit.recipients)


def _agentive(reading: Reading, hit: Hit) -> bool:
    return any(who.is_party(reading, token) or who.carrier(reading, token) for token in hit.actors)


def _joint(reading: Reading, hit: Hit) -> bool:
    actors = grammar.together(hit.actors)
    if not actors or not all(who.is_party(reading, token) for token in actors):
        return False
    several = len(actors) > 1 or len({a.actor for a in who.arguments(reading, hit.actors)}) > 1
    return several or grammar_plural_pair(actors[0]) or _two_nations(actors[0])


def grammar_plural_pair(token: Token) -> bool:
    """Whether the phrase is for parties on several sides ("the two leaders", "both", "they")."""
    if token.lower_ in ("they", "both"):
        return True
    return who.is_plural(token) and any(c.lower_ in ("two", "three", "both", "four", "five") for c in token.children)


def _two_nations(token: Token) -> bool:
    """ "U.S. and Russian officials"."""
    return any(other.ent_type_ in ("GPE", "NORP") for t in grammar.modifiers(token) for other in t.conjuncts)


def _face_to_face(reading: Reading, hit: Hit) -> bool:
    """Not "speaking on condition of anonymity", nor "to discuss" as the aim of another contact."""
    if any(t.lemma_ in ("condition", "anonymity", "background") for t in grammar.phrases(hit.token, "on")):
        return False
    return not (hit.token.dep_ in ("advcl", "acl", "relcl") and grammar.to_infinitive(hit.token))


def _joint_or_recipient(reading: Reading, hit: Hit) -> bool:
    return bool(hit.recipients) or len(grammar.together(hit.actors)) > 1 or any(map(grammar_plural_pair, hit.actors))


def _bare(reading: Reading, hit: Hit) -> bool:
    if grammar.is_passive(hit.token) and not grammar.agents(hit.token):
        return False  # "a team was called to the house"
    return (
        not any(
            child.dep_ in ("oprd", "ccomp", "prt") or (child.dep_ == "xcomp" and not grammar.to_infinitive(child))
            for child in hit.token.children
        )
        and not (hit.frame.preps and _infinitive(reading, hit))
        and len(grammar.undergone(hit.token)) <= 1
    )


def _envoy(reading: Reading, hit: Hit) -> bool:
    """Somebody who travels for a state or body: a person by name or one with an office, not any crowd."""
    for token in hit.actors:
        mention = reading.mention_at(token)
        if mention is not None and mention.type == "person" and reading.actor(mention.actor).subtype != "unnamed":
            return True
        if token.ent_type_ == "PERSON" or lemma_of(token) in _words("envoys"):
            return True
    return False


def _official(reading: Reading, hit: Hit) -> bool:
    """Whether somebody's stay in a country is an official visit to it: by one who holds an office, and not at home;
    of a mere journey the sentence must say that it leads to talks or to a host. True of visits to people.
    """
    countries = [m for t in hit.recipients if (m := reading.mention_at(t)) and m.type in ("country", "place")]
    if not countries or len(countries) < len(hit.recipients):
        return True
    homes = {reading.actor(m.actor).country for m in countries} - {None}
    travellers = [m for t in hit.actors if (m := reading.mention_at(t)) and m.type == "person"]
    if any(reading.actor(m.actor).country in homes for m in travellers):
        return False
    if lemma_of(hit.token) == "visit" and (not travellers or any(reading.actor(m.actor).country for m in travellers)):
        return True
    return any(lemma_of(t) in _words("occasions") for t in hit.token.sent if t.i != hit.token.i)


def _bare_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and not any(c.tag_ == "MD" for c in verb.children)


def _infinitive(reading: Reading, hit: Hit) -> bool:
    pool = [
        *hit.token.children,
        *(c for p in hit.token.children if p.dep_ == "prep" for o in p.children for c in o.children),
    ]
    return any(
        child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")
        and (grammar.to_infinitive(child) or _bare_infinitive(child))
        for child in pool
    )


def _other(reading: Reading, hit: Hit) -> bool:
    return bool(hit.recipients) and not set(hit.recipients) & set(hit.actors)


def _clause_or_party(reading: Reading, hit: Hit) -> bool:
    """An undertaking: by what is to be done or toward whom; not "agreed it was late", "committed a crime"."""
    if any(lemma_of(t) in _words("crimes") for t in grammar.undergone(hit.token)):
        return False
    if hit.clause is not None and hit.clause.dep_ == "ccomp" and hit.clause.tag_ in ("VBD", "VBZ", "VBP"):
        return any(c.tag_ == "MD" for c in hit.clause.children)  # an opinion that is shared
    return hit.clause is not None or _party(reading, hit) or bool(hit.token.dep_ == "ROOT" and _joint(reading, hit))


def _accession(reading: Reading, hit: Hit) -> bool:
    return hit.clause is not None and hit.clause.lemma_ in _words("accession") and _agentive(reading, hit)


def _smear(reading: Reading, hit: Hit) -> bool:
    pool = [c for c in hit.token.children if c.dep_ in ("oprd", "acomp", "xcomp", "attr", "ccomp")]
    pool += [c for c in hit.token.children if c.dep_ == "dobj"][1:]
    pool += [o for c in hit.token.children if c.dep_ == "prep" and c.lower_ == "as" for o in c.children]
    return any(
        t.lemma_.lower() in _words("smear") for top in pool for t in top.subtree if abs(t.i - top.i) <= 4
    ) and bool(hit.recipients)


def _esteem(reading: Reading, hit: Hit) -> bool:
    """What is said of a party is good: "called him a reliable partner"; not of one's own side."""
    pool = [c for c in hit.token.children if c.dep_ in ("oprd", "acomp", "attr") or _small_clause(c)]
    pool += [c for c in hit.token.children if c.dep_ == "dobj"][1:]
    pool += [o for c in hit.token.children if c.dep_ == "prep" and c.lower_ == "as" for o in c.children]
    near = [t for top in pool for t in top.subtree if abs(t.i - top.i) <= 4]
    found = any(lemma_of(t) in _words("esteem") for t in near)
    return found and not any(t.dep_ == "neg" or t.lower_ == "no" for t in (*near, *hit.token.children))


def _small_clause(token: Token) -> bool:
    """ "Considers them a partner": the parser makes a clause of the two."""
    return token.dep_ == "ccomp" and token.pos_ in ("NOUN", "ADJ")


def _wrong(reading: Reading, hit: Hit) -> bool:
    """A claim that somebody does wrong, not one that all is well."""
    if hit.clause is None or any(c.dep_ == "neg" for c in hit.clause.children):
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


def _directive(reading: Reading, hit: Hit) -> bool:
    """A clause that asks for an act ("that he should go"), not one that tells a fact ("insisted he went")."""
    finite = hit.clause is not None and any(
        c.tag_ in ("VBZ", "VBP", "VBD") and c.dep_ == "aux" for c in hit.clause.children
    )
    if hit.clause is None or finite or hit.clause.tag_ in ("VBD", "VBN", "VBZ"):
        return hit.clause is not None and any(
            (c.tag_ == "VB" or c.lower_ in _DUTY) and c.dep_ in ("aux", "auxpass") for c in hit.clause.children
        )
    modals = {c.lower_ for c in hit.clause.children if c.tag_ == "MD"}
    return not modals or bool(modals & _DUTY)


def _has_object(reading: Reading, hit: Hit) -> bool:
    return bool(grammar.undergone(hit.token))


def _not_talk(reading: Reading, hit: Hit) -> bool:
    return not any(lemma_of(t) in _words("talk") for t in grammar.undergone(hit.token))


def _walkout(reading: Reading, hit: Hit) -> bool:
    near = [t for actor in hit.actors for t in (actor, *actor.subtree)]
    near += grammar.modifiers(hit.noun) if hit.noun is not None else []
    return any(lemma_of(t) in _words("walkout") for t in near)


def _clause_event(reading: Reading, hit: Hit) -> bool:
    return hit.clause is not None and hit.clause.lemma_ in _words("failing")


def _misdeed(reading: Reading, hit: Hit) -> bool:
    if hit.clause is None or hit.clause.lemma_ not in _words("misdeed") or set(hit.recipients) & set(hit.actors):
        return False
    guarded = any(c.tag_ == "MD" for c in hit.clause.children)
    return not guarded and (
        grammar.is_passive(hit.clause)
        or any(who.is_party(reading, t) or who.is_agent(reading, t) for t in hit.recipients)
    )


def _hostile(reading: Reading, hit: Hit) -> bool:
    if hit.clause is None:
        return False
    found = index("verb").get(hit.clause.lemma_.lower(), ())
    return hit.clause.lemma_ in _words("hostile") or any(f.type == "ASSAULT" and not f.objects for f in found)


def _uttered(reading: Reading, hit: Hit) -> bool:
    """A threat that somebody makes, not one that somebody is."""
    return (
        hit.clause is not None or carried_by(hit.token) is not None or bool(hit.recipients) or hit.token.tag_ == "NNS"
    )


def _legal(reading: Reading, hit: Hit) -> bool:
    return hit.noun is not None and any(
        c.lower_ in ("legal", "court", "criminal", "judicial") for c in hit.noun.children
    )


def _undertaking(reading: Reading, hit: Hit) -> bool:
    """ "Happy to talk" undertakes something, "happy to see" does not."""
    return hit.clause is not None and lemma_of(hit.clause) not in _words("no_undertaking")


def _redline(reading: Reading, hit: Hit) -> bool:
    return hit.noun is not None and any(c.lower_ == "red" for c in hit.noun.children)


def _crowd(reading: Reading, hit: Hit) -> bool:
    return any(who.is_agent(reading, t) for t in hit.actors) and hit.clause is None


def _troops_subject(reading: Reading, hit: Hit) -> bool:
    doers = hit.actors or tuple(grammar.undergone(hit.token))
    return any(t.lemma_.lower() in named_set("force") for t in doers)


def _no_target(reading: Reading, hit: Hit) -> bool:
    return not any(grammar.phrases(hit.token, name) for name in ("at", "on", "against"))


def _military(reading: Reading, hit: Hit) -> bool:
    lemmas = {c.lemma_.lower() for c in hit.token.children} | {
        c.lemma_.lower() for t in hit.actors for c in (t, *t.children)
    }
    return bool(lemmas & _words("military"))


def _armed(reading: Reading, hit: Hit) -> bool:
    return any(who.is_armed(reading, token) for token in grammar.together(hit.actors)) and bool(
        hit.recipients or hit.frame.particles
    )


def _torture(reading: Reading, hit: Hit) -> bool:
    return any(t.lemma_ in ("torture", "beating") for t in hit.token.subtree)


def _actor_or_recipient(reading: Reading, hit: Hit) -> bool:
    return any(who.is_party(reading, t) or who.carrier(reading, t) for t in (*hit.actors, *hit.recipients))


def _sanction_noun(reading: Reading, hit: Hit) -> bool:
    return hit.token.tag_ == "NNS" or _actor_or_recipient(reading, hit)


def _request_noun(reading: Reading, hit: Hit) -> bool:
    return True


NEEDS: dict[str, Need] = {
    "recipient": _recipient,
    "actor": _actor,
    "party": _party,
    "people": _people,
    "agentive": _agentive,
    "joint": _joint,
    "joint_or_recipient": _joint_or_recipient,
    "bare": _bare,
    "envoy": _envoy,
    "official": _official,
    "infinitive": _infinitive,
    "other": _other,
    "clause_or_party": _clause_or_party,
    "accession": _accession,
    "smear": _smear,
    "clause_event": _clause_event,
    "directive": _directive,
    "has_object": _has_object,
    "face_to_face": _face_to_face,
    "not_talk": _not_talk,
    "walkout": _walkout,
    "misdeed": _misdeed,
    "hostile": _hostile,
    "redline": _redline,
    "undertaking": _undertaking,
    "esteem": _esteem,
    "wrong": _wrong,
    "legal": _legal,
    "uttered": _uttered,
    "crowd": _crowd,
    "troops_subject": _troops_subject,
    "no_target": _no_target,
    "military": _military,
    "armed": _armed,
    "torture": _torture,
    "actor_or_recipient": _actor_or_recipient,
    "sanction_noun": _sanction_noun,
    "request_noun": _request_noun,
    **SENSES,
}
