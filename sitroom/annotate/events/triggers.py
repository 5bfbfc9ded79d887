"""Finds the words that name an event, with the frame that fits them best.

One rule: a token names one event at most; a word that a verb's frame takes as its object names none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar
from sitroom.annotate.events.lexicon import Frame, Slots, index
from sitroom.annotate.events.needs import met
from sitroom.annotate.events.slots import concerned, fill, objects
from sitroom.annotate.events.who import antecedent, is_agent, is_party
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.model import POSITION_TYPES, EventType
from sitroom.resources import listed

_CONTENT = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})
MATERIAL = frozenset(get_args(EventType)) - POSITION_TYPES


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger with its frame and the heads of its parties' phrases; ``noun`` is the object that the frame took."""

    token: Token
    frame: Frame
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    noun: Token | None = None
    clause: Token | None = None


def hits(reading: Reading) -> list[Hit]:
    """Every trigger of the article, in order."""
    found = [hit for token in reading.doc if (hit := _hit(reading, token))]
    taken: dict[int, EventType] = {hit.noun.i: hit.frame.type for hit in found if hit.noun is not None}
    for hit in found:  # "mediating those talks", "attended the summit": one contact
        if hit.frame.type == "CONSULT" and hit.frame.pos == "verb":
            taken |= {noun.i: hit.frame.type for noun in grammar.undergone(hit.token)}
    # a demand, refusal or threat is one thing, the act that it speaks of another
    return [
        hit for hit in found if taken.get(hit.token.i) not in (hit.frame.type, *MATERIAL) or hit.frame.pos == "verb"
    ]


class _Around:
    """What the frames of one token ask alike of the words around it, read once."""

    def __init__(self, reading: Reading, token: Token) -> None:
        self._reading = reading
        self._token = token
        self._doers: dict[Slots, list[Token]] = {}

    @cached_property
    def particles(self) -> frozenset[str]:
        return frozenset(c.lower_ for c in self._token.children if c.dep_ in ("prt", "advmod", "prep"))

    @cached_property
    def clause(self) -> Token | None:
        return grammar.complement(self._token)

    def doers(self, slots: Slots) -> list[Token]:
        """Who acts, by the slots of a frame; the antecedent of a pronoun."""
        if slots not in self._doers:
            reading = self._reading
            named = [antecedent(reading, t) if t.pos_ == "PRON" else t for t in fill(reading, self._token, slots)]
            self._doers[slots] = list(dict.fromkeys(t for t in named if t is not None))
        return self._doers[slots]


def _hit(reading: Reading, token: Token) -> Hit | None:
    frames = _candidates(token)
    if not frames:
        return None
    region = reading.region_at(token.idx)
    if region is not None and region.kind in ("boilerplate", "byline", "dateline"):
        return None
    around = _Around(reading, token)
    for frame in frames:
        if hit := _fits(reading, token, frame, around):
            return hit
    return None


def _candidates(token: Token) -> tuple[Frame, ...]:
    pos = token.pos_
    if pos not in _CONTENT:
        return ()
    if pos == "VERB" or (token.tag_ in ("VBG", "VBN") and token.dep_ in ("acl", "advcl", "pcomp", "relcl", "xcomp")):
        return index("verb").get(lemma_of(token), ())
    if pos in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod", "nmod"):
        frames = index("noun").get(lemma_of(token), ())
        if not frames or token.ent_type_ in ("DATE", "TIME"):  # "March"
            return ()
        return () if {c.lower_ for c in grammar.modifiers(token)} & listed("needs", "other_sense") else frames
    if pos == "ADJ" and token.dep_ in ("acomp", "oprd", "conj", "ROOT"):
        return index("adjective").get(lemma_of(token), ())
    return ()


def _fits(reading: Reading, token: Token, frame: Frame, around: _Around) -> Hit | None:
    """The hit that the frame makes of the token."""
    noun = None
    if frame.particles and not frame.particles & around.particles:
        return None
    if frame.preps and not _has_prep(token, frame):
        return None
    if frame.objects and frame.pos == "verb":
        noun = _object_noun(token, frame)
        if noun is None:
            return None
    clause = around.clause
    if frame.clause and clause is None:
        return None
    actors = around.doers(frame.actor)
    recipients = [
        t for t in fill(reading, token, frame.recipient) if t not in actors and (t != noun or not frame.preps)
    ]
    if not recipients and noun is not None and frame.preps:
        recipients = fill(reading, noun, frame.recipient)
    if actors and not any(is_agent(reading, t) for t in grammar.together(actors)):
        return None
    if (
        frame.type != "CONSULT"
        and not any(is_party(reading, t) for t in recipients)
        and not frame.needs
        & {
            "people",
            "joint_or_recipient",
            "party",
        }
    ):
        recipients = concerned(reading, token, actors, recipients) or recipients
    hit = Hit(token, frame, tuple(actors), tuple(recipients), noun, clause)
    return hit if all(met(need, reading, hit) for need in sorted(frame.needs)) else None


def _has_prep(token: Token, frame: Frame) -> bool:
    for child in token.children:
        if child.lower_ in frame.preps and child.dep_ in ("prep", "dative", "agent", "prt"):
            return not any(inner.ent_type_ in ("DATE", "TIME") for inner in child.children)  # "the call on Thursday"
    if any(grammar.marked(c, *frame.preps) for c in token.children if c.dep_ in ("advcl", "acl", "relcl")):
        return True
    return any(grammar.phrases(noun, name) for noun in (token, *objects(token)) for name in frame.preps)


def _object_noun(token: Token, frame: Frame) -> Token | None:
    if frame.preps:
        pool = [obj for name in sorted(frame.preps) for obj in grammar.phrases(token, name)]
    else:
        pool = grammar.undergone(token) + [
            c for c in token.children if c.dep_ in ("oprd", "acomp", "attr", "ccomp", "xcomp")
        ]
    for obj in grammar.together(pool):
        lasted = obj.ent_type_ in ("DATE", "TIME") and frame.type != "CONSULT"  # "ended four hours of talks"
        for noun in (obj, *([] if lasted else _inner(obj))):
            if lemma_of(noun) in frame.objects:
                return noun
    return None


def _inner(noun: Token) -> list[Token]:
    """What a measure is a measure of ("tons of medicine", "a series of attacks", "$2 million in aid")."""
    return [obj for name in ("of", "in", "for") for obj in grammar.phrases(noun, name)][:3]
