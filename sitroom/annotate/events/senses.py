"""Which sense of a word is meant: a war or a war of words, a visit or an appeal, peacekeepers or combatants.

One rule: a sense is a yes-or-no question about one hit, answered from the words beside it; the word lists are data.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from sitroom.annotate import auxiliary, parties
from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar, who
from sitroom.annotate.events.lexicon import index, named_set
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.resources import listed

if TYPE_CHECKING:
    from sitroom.annotate.events.triggers import Hit

_words = partial(listed, "senses")
Sense = Callable[[Reading, "Hit"], bool]


def _near(tokens: list[Token]) -> set[str]:
    return {lemma_of(c) for t in tokens for c in (t, *grammar.modifiers(t))}


def _verbal(reading: Reading, hit: Hit) -> bool:
    """An attack in words: by somebody who speaks, on somebody or something that is no place and bears no arms."""
    noun = hit.noun if hit.noun is not None else hit.token
    if any(lemma_of(t) in _words("weapons") for t in hit.token.sent):
        return False
    if {c.lower_ for c in noun.children} & _words("verbal"):
        return True
    speaks = [t for t in hit.actors if _speaks(reading, t)]
    if any(lemma_of(t) in _words("abstract") for t in grammar.undergone(hit.token)):
        return bool(hit.recipients) and any(who.is_party(reading, t) for t in hit.actors)
    return bool(speaks) and bool(hit.recipients) and not any(_struck(reading, t) for t in hit.recipients)


def _speaks(reading: Reading, token: Token) -> bool:
    if lemma_of(token) in parties.armed():
        return False
    mention = reading.mention_at(token)
    if mention is None and token.ent_type_ == "PERSON":
        return True
    if mention is not None and mention.type == "person":
        return reading.actor(mention.actor).subtype != "unnamed" or lemma_of(token) in _words("speakers")
    return lemma_of(token) in _words("speakers")


def _struck(reading: Reading, token: Token) -> bool:
    """Whether what is attacked may be struck by arms: a state, a place, a building, an armed or an unnamed crowd."""
    if lemma_of(token) in parties.armed() | _words("struck"):
        return True
    mention = reading.mention_at(token)
    if mention is not None:
        return mention.type in ("country", "place", "group")
    return token.ent_type_ in ("GPE", "LOC", "FAC", "NORP") or (token.tag_ == "NNS" and who.is_party(reading, token))


_FOUGHT_OVER = ("for", "over", "against", "with", "of", "at")


def _hits_something(verb: Token) -> bool:
    """Whether the verb has an object or a phrase for what is struck ("sales sank" has none)."""
    if not grammar.verbal(verb) or grammar.undergone(verb):
        return True
    return any(
        c.dep_ in ("prep", "agent") and c.lower_ in ("with", "against", "in", "into", "on", "at") for c in verb.children
    )


def _physical(reading: Reading, hit: Hit) -> bool:
    """Not an attack in words or a fight for or against a thing ("attacked the plan", "fight climate change")."""
    token = hit.token
    if _verbal(reading, hit) or (lemma_of(token) in _words("transitive") and not _hits_something(token)):
        return False
    aims = hit.clause is not None and auxiliary.to_infinitive(hit.clause)
    if aims and lemma_of(token) in _words("struggles") and not any(lemma_of(t) in parties.armed() for t in hit.actors):
        return False  # "battling to cap the well"
    found = {lemma_of(t) for t in (*hit.recipients, *grammar.undergone(hit.token))}
    found |= {lemma_of(t) for name in _FOUGHT_OVER for t in grammar.phrases(hit.token, name)}
    found |= {lemma_of(t) for t in grammar.modifiers(hit.token)} | (
        _near([hit.noun]) if hit.noun is not None else set()
    )
    return not found & _words("abstract")


def _peacekeeping(reading: Reading, hit: Hit) -> bool:
    near = _near([hit.noun]) if hit.noun is not None else set()
    return bool(near & _words("peacekeeping"))


def _refuge(reading: Reading, hit: Hit) -> bool:
    return any(lemma_of(t) in _words("refugees") or t.ent_type_ == "NORP" for t in hit.recipients)


def _war_game(reading: Reading, hit: Hit) -> bool:
    return hit.noun is not None and bool(_near([hit.noun]) & {"war"})


def _courtesy(reading: Reading, hit: Hit) -> bool:
    """ "Called on the president to congratulate him": a visit, not an appeal."""
    found = [c for c in hit.token.children if c.dep_ in ("advcl", "xcomp")]
    found += [c for t in hit.recipients for c in t.children if c.dep_ in ("relcl", "acl")]
    return any(auxiliary.to_infinitive(c) and lemma_of(c) in _words("courtesies") for c in found)


def _guilt(reading: Reading, hit: Hit) -> bool:
    """What is said of somebody is that he did it ("said the rebels were responsible")."""
    if hit.clause is None or not hit.recipients or set(hit.recipients) & set(hit.actors):
        return False
    if hit.clause.lemma_ != "be":
        return False
    pool = [c for c in hit.clause.children if c.dep_ in ("acomp", "attr", "prep")]
    return any(lemma_of(c) in _words("guilt") for c in pool) and not auxiliary.negated(hit.clause)


_HELPFUL = frozenset({"AID", "COOPERATE", "RETREAT", "CONCEDE"})


def _helpful(reading: Reading, hit: Hit) -> bool:
    """What is planned is to cooperate, to help, to give in or to withdraw."""
    if hit.clause is None or auxiliary.negated(hit.token):
        return False
    done = [lemma_of(t) for t in grammar.undergone(hit.clause)]
    frames = [f for f in index("verb").get(lemma_of(hit.clause), ()) if not f.objects or f.objects & set(done)]
    if frames:
        return frames[0].type in _HELPFUL
    return any(f.type in _HELPFUL for lemma in done for f in index("noun").get(lemma, ()))


def _no_clause(reading: Reading, hit: Hit) -> bool:
    return hit.clause is None


def _single(reading: Reading, hit: Hit) -> bool:
    """One who agrees with another, not several who agree among themselves."""
    return len(hit.actors) == 1 and not who.is_plural(hit.actors[0])


def _praise(reading: Reading, hit: Hit) -> bool:
    near = grammar.called(hit.token, ("oprd", "acomp", "attr"), 3)
    return bool(hit.recipients) and any(lemma_of(t) in _words("praise") for t in near)


def _beside_noun(hit: Hit, name: str) -> bool:
    return hit.noun is not None and bool(_near([hit.noun]) & _words(name))


def _shared(reading: Reading, hit: Hit) -> bool:
    return _beside_noun(hit, "shared")


def _peace_sentence(reading: Reading, hit: Hit) -> bool:
    return any(lemma_of(t) in _words("relief") for t in hit.token.sent)


def _truce_subject(reading: Reading, hit: Hit) -> bool:
    return any(
        lemma_of(t) in named_set("truces") for t in (*grammar.subjects(hit.token), *grammar.undergone(hit.token))
    )


def _truce_broken(reading: Reading, hit: Hit) -> bool:
    return hit.noun is not None and bool(_near([hit.noun]) & named_set("truces"))


def _unasked(reading: Reading, hit: Hit) -> bool:
    """Somebody who is questioned by those who may, not a thing that is called in question."""
    return any(lemma_of(t) in _words("examiners") for t in (*hit.actors, *hit.token.sent)) and hit.clause is None


def _rioters(reading: Reading, hit: Hit) -> bool:
    found = [t for actor in hit.actors for t in (actor, *grammar.phrases(actor, "of"))]
    return any(lemma_of(t) in _words("rioters") for t in found)


def _crowd_arms(reading: Reading, hit: Hit) -> bool:
    return _beside_noun(hit, "crowd_arms")


def _shot_down(reading: Reading, hit: Hit) -> bool:
    """Somebody or something that can be shot or brought down by arms, not a proposal or a price."""
    things = grammar.undergone(hit.token)
    if any(lemma_of(t) in _words("abstract") | named_set("demands") for t in things):
        return False
    return any(who.is_party(reading, t) or lemma_of(t) in parties.armed() | _words("struck") for t in things)


def _duty(reading: Reading, hit: Hit) -> bool:
    """A duty that is laid on somebody else ("said Serbia must leave")."""
    clause = hit.clause
    if clause is None or not hit.recipients or set(hit.recipients) & set(hit.actors):
        return False
    return bool(auxiliary.modals(clause) & {"must", "should", "ought"})


def _no_press(reading: Reading, hit: Hit) -> bool:
    """Not a telling to the press or an audience, nor words "on condition of anonymity"."""
    if any(lemma_of(t) in _words("terms") for t in grammar.phrases(hit.token, "on")):
        return False
    heads = grammar.together(hit.recipients)
    return not heads or not all(_is_press(reading, t) for t in heads)


def _is_press(reading: Reading, token: Token) -> bool:
    mention = reading.mention_at(token)
    if mention is not None and reading.actor(mention.actor).subtype in ("outlet", "media", "agency"):
        return True
    return lemma_of(token) in _words("press") or token.text.endswith(tuple(_words("press_names")))


def _no_appeal(reading: Reading, hit: Hit) -> bool:
    """Not "a call to staff to come in", which appeals."""
    if lemma_of(hit.token) != "call":
        return True
    called = grammar.phrases(hit.token, "to")
    above = [hit.token, hit.token.head, *called]
    return not (called and any(auxiliary.to_infinitive(c) and c.i > called[0].i for top in above for c in top.children))


def _told_by(reading: Reading, hit: Hit) -> bool:
    """Not "people briefed on the matter", whom nobody in particular briefed."""
    return bool(hit.actors) or hit.token.dep_ not in ("acl", "relcl", "amod")


def _on_the_street(reading: Reading, hit: Hit) -> bool:
    """Not "demonstrated their strength"."""
    return lemma_of(hit.token) not in _words("on_the_street") or not grammar.undergone(hit.token)


SENSES: dict[str, Sense] = {
    "verbal": _verbal,
    "physical": _physical,
    "peacekeeping": _peacekeeping,
    "refuge": _refuge,
    "war_game": _war_game,
    "courtesy": _courtesy,
    "guilt": _guilt,
    "duty": _duty,
    "helpful": _helpful,
    "no_clause": _no_clause,
    "single": _single,
    "praise": _praise,
    "shared": _shared,
    "peace_sentence": _peace_sentence,
    "truce_subject": _truce_subject,
    "truce_broken": _truce_broken,
    "unasked": _unasked,
    "rioters": _rioters,
    "crowd_arms": _crowd_arms,
    "shot_down": _shot_down,
    "no_press": _no_press,
    "no_appeal": _no_appeal,
    "told_by": _told_by,
    "on_the_street": _on_the_street,
}
