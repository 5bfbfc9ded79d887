"""Encounters that an article tells of: who called, met or talked with whom, and on which day.

One rule: an encounter is there only where it has taken place and both sides are named; where several days are told
of one pair, none is taken.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.parties import JOINT
from sitroom.annotate.statements.circumstances import times_of
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.phrases import is_passive, own_subject, subject_of
from sitroom.annotate.statements.unsaid import is_hypothetical
from sitroom.model import Channel
from sitroom.resources import listed
from sitroom.text import Span
from sitroom.values import bounds

_PAST = frozenset({"VBD", "VBN", "VBG"})
_WITH = frozenset({"with", "to"})
_AHEAD = frozenset({"will", "shall", "'ll", "to"})
_DURING = frozenset({"in", "during", "at", "through"})
_DURING_CALLS = _DURING | {"on", "over", "by", "via"}
_LONG = 14  # days after which an encounter is an earlier one
_HEADS = 4  # words between an encounter and the verb whose clause it stands in


@dataclass(frozen=True, slots=True)
class Encounter:
    """``parties`` are actors, ``day`` is EDTF or ``None``, ``channel`` is a call or ``None``; ``at`` an offset."""

    parties: frozenset[str]
    day: str | None
    channel: Channel | None
    at: int
    before: bool = False
    """Whether it is told of as an earlier one ("another call", "their last meeting")."""


@dataclass(frozen=True, slots=True)
class Encounters:
    """The encounters of one article, in order."""

    items: tuple[Encounter, ...]

    @classmethod
    def of(cls, frame: Frame) -> Encounters:
        """Those of a frame's article."""
        return cls(tuple(sorted(_all(frame), key=lambda e: e.at)))

    def between(self, speakers: Iterable[str], others: Iterable[str]) -> list[Encounter]:
        """The encounters of one of the first with one of the second."""
        first, second = frozenset(speakers), frozenset(others)
        return [e for e in self.items if e.parties & first and (e.parties - first) & second]

    def shared_by(self, speakers: Iterable[str]) -> list[Encounter]:
        """The encounters in which all of these took part."""
        all_of = frozenset(speakers)
        return [e for e in self.items if all_of <= e.parties]

    def told_in(self, span: Span, before: int) -> Encounter | None:
        """The last one told within a span before an offset."""
        return next((e for e in reversed(self.items) if span.start <= e.at < min(span.end, before)), None)


def latest(encounters: Iterable[Encounter]) -> list[Encounter]:
    """Without those told of as earlier ones, or on days long before the last day told, where others are there."""
    told = list(encounters)
    ends = [last for e in told if not e.before and (last := _last_day(e)) is not None]
    if not ends:
        return [e for e in told if not e.before] or told
    end = max(ends)
    kept = []
    for encounter in told:
        last = _last_day(encounter)
        apart = 0 if last is None else (end - last).days
        if apart <= (0 if encounter.before else _LONG) and not (encounter.before and last is None):
            kept.append(encounter)
    return kept


def _last_day(encounter: Encounter) -> dt.date | None:
    told = bounds(encounter.day)
    return told.last if told is not None else None


def one_day(encounters: Iterable[Encounter]) -> str | None:
    """The day on which all of them were, ``None`` where several are told or none; a week is no day beside its day."""
    days = {e.day for e in encounters if e.day is not None}
    if len(days) > 1:
        exact = {d for d in days if (b := bounds(d)) is not None and b.days == 1}
        if len(exact) != 1:
            return None
        (day,) = exact
        inner = bounds(day)
        if any((outer := bounds(d)) is None or inner is None or not outer.covers(inner) for d in days):
            return None
        return day
    return next(iter(days), None)


@cache
def _calls() -> frozenset[str]:
    return listed("circumstances", "encounters", "verbs", "call") | listed(
        "circumstances", "encounters", "nouns", "call"
    )


def _all(frame: Frame) -> Iterator[Encounter]:
    verbs = listed("circumstances", "encounters", "verbs", "call") | listed(
        "circumstances", "encounters", "verbs", "other"
    )
    nouns = listed("circumstances", "encounters", "nouns", "call") | listed(
        "circumstances", "encounters", "nouns", "other"
    )
    joint = listed("circumstances", "encounters", "verbs", "joint")
    both = verbs | joint
    for token in frame.reading.doc:
        kind = token.pos_
        if kind == "VERB" and (lemma := token.lemma_.lower()) in both:
            yield from _of_verb(frame, token, joint=lemma in joint)
        elif kind == "NOUN" and token.lemma_.lower() in nouns:
            yield from _of_noun(frame, token)


def _of_verb(frame: Frame, verb: Token, joint: bool = False) -> Iterator[Encounter]:
    """``joint``: the object is what is talked about, and nobody spoken to."""
    if not _has_happened(verb) or is_passive(verb) or any(c.dep_ in ("oprd", "ccomp", "prt") for c in verb.children):
        return
    subject = subject_of(verb)
    if subject is None or frame.silent(verb.idx):
        return
    own = _actors(frame, subject)
    phrases = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _WITH]
    phrases += [p for c in phrases for p in c.children if c.dep_ == "prep" and p.dep_ == "conj" and p.lower_ in _WITH]
    objects = [c for c in verb.children if c.dep_ == "dobj" and not joint]
    times = times_of(frame, verb, {verb.i})
    channel: Channel | None = "call" if verb.lemma_.lower() in _calls() or _by_phone(verb) else None
    if not phrases:
        parties = own | {a for thing in objects for a in _actors(frame, thing)}
        yield from _made(parties, times, channel, verb)
        return
    for phrase, following in pairwise([*sorted(phrases, key=lambda p: p.i), None]):
        assert phrase is not None
        parties = own | {a for thing in phrase.children if thing.dep_ == "pobj" for a in _actors(frame, thing)}
        end = following.idx if following is not None else frame.sentence(verb.idx).end
        beside = [t for t in times if phrase.idx < t[0] < end] if len(phrases) > 1 else times
        yield from _made(parties, beside, channel, phrase)


def _of_noun(frame: Frame, noun: Token) -> Iterator[Encounter]:
    verb = _clause_of(noun)
    if (
        verb is None
        or not (_has_happened(verb) or _is_told_of(noun, verb))
        or _lies_ahead(noun)
        or frame.silent(noun.idx)
    ):
        return
    within = noun.head.dep_ == "prep" and noun.head.lower_ in _DURING_CALLS
    if not within and verb.lemma_.lower() in listed("circumstances", "encounters", "unheld"):
        return
    parties: set[str] = set()
    for child in noun.children:
        if child.dep_ == "poss":
            parties |= _actors(frame, child)
            if noun.dep_ == "conj" and noun.head.pos_ == "PROPN":
                parties |= _actors(frame, noun.head)  # "Holt and Arce's call", which the parser parts
        elif child.dep_ == "prep" and child.lower_ in ("with", "between", "to", "among"):
            parties |= {a for thing in child.children if thing.dep_ == "pobj" for a in _actors(frame, thing)}
    if len(parties) < 2:
        parties |= _beside(frame, noun, verb)
    channel: Channel | None = "call" if noun.lemma_.lower() in _calls() or _is_by_phone(noun) else None
    yield from _made(parties, times_of(frame, noun, {noun.i, verb.i}), channel, noun)


def _beside(frame: Frame, noun: Token, verb: Token) -> set[str]:
    """Who did something in an encounter, and to whom: "in a call she urged the king to", "held talks"."""
    link = noun.head
    is_call = noun.lemma_.lower() in _calls() or _is_by_phone(noun)
    if link.dep_ == "prep" and link.lower_ not in (_DURING_CALLS if is_call else _DURING):
        return set()
    found: set[str] = set()
    subject = subject_of(verb)
    if subject is not None and subject.i != noun.i:
        found |= _actors(frame, subject)
    if link.dep_ == "prep":
        for child in verb.children:
            if child.dep_ in ("dobj", "dative") and child.i > verb.i:
                found |= _actors(frame, child)
            elif child.dep_ in ("ccomp", "xcomp") and verb.lemma_.lower() in listed("circumstances", "spoken_to"):
                inner = own_subject(child)
                found |= _actors(frame, inner) if inner is not None and inner.left_edge.i == verb.i + 1 else set()
    return found


def _made(
    parties: Iterable[str], times: list[tuple[int, str]], channel: Channel | None, token: Token
) -> Iterator[Encounter]:
    met = frozenset(parties)
    if len(met) > 1:
        days = {day for _, day in times}
        words = listed("circumstances", "encounters", "before")
        before = any(c.lower_ in words for c in token.children if c.dep_ in ("amod", "det", "advmod", "poss", "nmod"))
        yield Encounter(met, days.pop() if len(days) == 1 else None, channel, token.idx, before)


def _has_happened(verb: Token) -> bool:
    if verb.tag_ not in _PAST or is_hypothetical(verb):
        return False
    if verb.tag_ == "VBG" and any(c.dep_ == "aux" for c in verb.children):
        return False
    return not auxiliary.negated(verb) and not any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in verb.children)


def _is_told_of(noun: Token, verb: Token) -> bool:
    """ "Their call on Thursday comes days after ...": the present of the report, not of the encounter."""
    subject = noun.dep_ == "nsubj" or (noun.dep_ == "conj" and noun.head.dep_ == "nsubj")
    return verb.tag_ == "VBZ" and subject and verb.lemma_.lower() in listed("circumstances", "encounters", "coming")


def _clause_of(noun: Token) -> Token | None:
    at = noun
    for _ in range(_HEADS):
        if at.head == at:
            return None
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return at
    return None


def _lies_ahead(noun: Token) -> bool:
    ahead = listed("circumstances", "encounters", "ahead")
    return any(c.lower_ in ahead or (c.dep_ in ("acl", "relcl") and c.lemma_.lower() in ahead) for c in noun.children)


def _by_phone(verb: Token) -> bool:
    """ "spoke by phone", "discussed the attack by telephone", whatever the phrase is said to hang on."""
    return any(
        c.dep_ == "prep"
        and any(
            o.lemma_.lower() in listed("circumstances", "encounters", "phones") and o.dep_ == "pobj" for o in c.children
        )
        for head in (verb, *[c for c in verb.children if c.dep_ == "dobj"])
        for c in head.children
    )


def _is_by_phone(noun: Token) -> bool:
    return any(c.lower_ in ("phone", "telephone", "video") for c in noun.children)


def _actors(frame: Frame, token: Token) -> set[str]:
    """The actors of a phrase and of those joined to it; both of "the two leaders"."""
    found: set[str] = set()
    known = {actor.key for actor in frame.reading.found.actors}
    for head in (token, *[c for c in token.subtree if c.dep_ == "conj" and c.head.i >= token.i]):
        mention = frame.reading.mention_at(head)
        if mention is None:
            continue
        keys = mention.actor.removeprefix(JOINT).split("+") if mention.actor.startswith(JOINT) else [mention.actor]
        found |= known.intersection(keys)
    return found
