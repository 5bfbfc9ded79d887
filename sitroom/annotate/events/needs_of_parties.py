"""What a frame asks of its parties: who acts, whom it concerns, how many they are, and whether they bear arms.

One rule: a need is a yes-or-no question about one hit; the word lists behind it are data (``resources/needs.yaml``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar, who
from sitroom.annotate.events.lexicon import named_set
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.resources import listed

if TYPE_CHECKING:
    from sitroom.annotate.events.triggers import Hit

_words = partial(listed, "needs")


def _recipient(reading: Reading, hit: Hit) -> bool:
    return bool(hit.recipients)


def _actor(reading: Reading, hit: Hit) -> bool:
    return bool(hit.actors)


def party(reading: Reading, hit: Hit) -> bool:
    """Whether it concerns somebody, or something of somebody's ("Russian warplanes")."""
    return any(who.is_party(reading, token) or who.carrier(reading, token) for token in hit.recipients)


def _people(reading: Reading, hit: Hit) -> bool:
    return any(who.is_party(reading, token) for token in hit.recipients)


def agentive(reading: Reading, hit: Hit) -> bool:
    """Whether somebody acts, or something of somebody's."""
    return any(who.is_party(reading, token) or who.carrier(reading, token) for token in hit.actors)


def actor_or_recipient(reading: Reading, hit: Hit) -> bool:
    """Whether somebody acts or is concerned."""
    return any(who.is_party(reading, t) or who.carrier(reading, t) for t in (*hit.actors, *hit.recipients))


def joint(reading: Reading, hit: Hit) -> bool:
    """Whether several act together."""
    actors = grammar.together(hit.actors)
    if not actors or not all(who.is_party(reading, token) for token in actors):
        return False
    several = len(actors) > 1 or len({a.actor for a in who.arguments(reading, hit.actors)}) > 1
    return several or _plural_pair(actors[0]) or _two_nations(actors[0])


def _joint_or_recipient(reading: Reading, hit: Hit) -> bool:
    return bool(hit.recipients) or len(grammar.together(hit.actors)) > 1 or any(map(_plural_pair, hit.actors))


def _plural_pair(token: Token) -> bool:
    """Whether the phrase is for parties on several sides ("the two leaders", "both", "they")."""
    if token.lower_ in ("they", "both"):
        return True
    return who.is_plural(token) and any(c.lower_ in _words("several") for c in token.children)


def _two_nations(token: Token) -> bool:
    """ "U.S. and Russian officials"."""
    return any(other.ent_type_ in ("GPE", "NORP") for t in grammar.modifiers(token) for other in t.conjuncts)


def _other(reading: Reading, hit: Hit) -> bool:
    return bool(hit.recipients) and not set(hit.recipients) & set(hit.actors)


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


def _crowd(reading: Reading, hit: Hit) -> bool:
    return any(who.is_agent(reading, t) for t in hit.actors) and hit.clause is None


def _troops_subject(reading: Reading, hit: Hit) -> bool:
    doers = hit.actors or tuple(grammar.undergone(hit.token))
    return any(t.lemma_.lower() in named_set("force") for t in doers)


def _walkout(reading: Reading, hit: Hit) -> bool:
    near = [t for actor in hit.actors for t in (actor, *actor.subtree)]
    near += grammar.modifiers(hit.noun) if hit.noun is not None else []
    return any(lemma_of(t) in _words("walkout") for t in near)


def _armed(reading: Reading, hit: Hit) -> bool:
    return any(who.is_armed(reading, token) for token in grammar.together(hit.actors)) and bool(
        hit.recipients or hit.frame.particles
    )


def _military(reading: Reading, hit: Hit) -> bool:
    lemmas = {c.lemma_.lower() for c in hit.token.children} | {
        c.lemma_.lower() for t in hit.actors for c in (t, *t.children)
    }
    return bool(lemmas & _words("military"))


OF_PARTIES: Mapping[str, Callable[[Reading, Hit], bool]] = {
    "recipient": _recipient,
    "actor": _actor,
    "party": party,
    "people": _people,
    "agentive": agentive,
    "actor_or_recipient": actor_or_recipient,
    "joint": joint,
    "joint_or_recipient": _joint_or_recipient,
    "other": _other,
    "envoy": _envoy,
    "official": _official,
    "crowd": _crowd,
    "troops_subject": _troops_subject,
    "walkout": _walkout,
    "armed": _armed,
    "military": _military,
}
