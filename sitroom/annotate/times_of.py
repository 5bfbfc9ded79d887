"""Which date, deadline or duration belongs to which word, by the dependency parse.

One rule: a time belongs to the nearest noun or verb that it depends on, and to one verb at most; it never
crosses into the clause above ("said on Friday that they will meet on Jan. 10 to discuss the 2014 agreement").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.reading import Reading
from sitroom.model import Time
from sitroom.resources import load

Relation = Literal["on", "from", "until", "before", "after"]
"""How a happening lies to the time that hangs on it: within it, from or until it, before or after it."""

_MODIFIERS = frozenset({"compound", "nummod", "amod", "poss", "nmod"})
DISTANCE_RULES = ("duration before or after", "later", "about: duration before")
"""Rules of durations that tell how far one happening lies from another, not how long it takes."""
_STEPS = 12  # arcs climbed at most; longer chains are parse errors


@dataclass(frozen=True, slots=True)
class Hanging:
    """A time with the words it hangs on, nearest first, and how."""

    time: Time
    governors: tuple[int, ...]
    relation: Relation
    at: int
    """Index of the time's own root token."""
    preposition: str = ""
    """The word between the two, in lower case; empty where there is none."""


def date_of(reading: Reading, token: Token) -> Time | None:
    """The date or time of day of the happening that a verb or noun names; ``None`` where the text gives none.

    Only dates that land on the calendar; "since", "until", "by", "before" and "after" a date are not its date.
    """
    return _best(reading, token, {"DATE", "TIME"}, {"on"})


def deadline_of(reading: Reading, token: Token) -> Time | None:
    """The date until or before which the happening is to be ("must reply by Jan. 10"); ``None`` where there is none."""
    return _best(reading, token, {"DATE", "TIME"}, {"until", "before"})


def duration_of(reading: Reading, token: Token) -> Time | None:
    """How long the happening lasts ("a 90-minute call", "spoke for almost one hour", "the call lasted an hour").

    Not the time it takes to come ("in two weeks", "within a day") nor its distance from another ("two days after").
    """
    return _best(reading, token, {"DURATION"}, {"on"}, dated=False)


def governor_of(reading: Reading, time: Time) -> Token | None:
    """The noun or verb that a time hangs on most closely; ``None`` where it stands alone."""
    governors = _hang(reading, time).governors
    return reading.doc[governors[0]] if governors else None


def relation_of(reading: Reading, time: Time) -> Relation:
    """How what a time hangs on lies to it."""
    return _hang(reading, time).relation


def _best(reading: Reading, token: Token, types: set[str], relations: set[str], dated: bool = True) -> Time | None:
    sentence = span_of(token.sent)
    here = [
        h for h in _hanging(reading, sentence.start, sentence.end) if h.relation in relations and _fits(h, types, dated)
    ]
    for rank, word in enumerate(_bearers(token)):
        fitting = [h for h in here if word.i in h.governors and not (rank and _modifies(reading, h))]
        if fitting:
            return min(fitting, key=lambda h: (h.governors.index(word.i), abs(h.at - word.i))).time
    return None


def _fits(hanging: Hanging, types: set[str], dated: bool) -> bool:
    time = hanging.time
    distance = time.rule.startswith(DISTANCE_RULES)
    if dated:
        return time.edtf is not None and (time.type in types or distance)
    return time.type in types and not distance and hanging.preposition not in _words("not_lengths")


def _modifies(reading: Reading, hanging: Hanging) -> bool:
    return reading.doc[hanging.at].dep_ in _MODIFIERS


def _bearers(token: Token) -> Iterator[Token]:
    """The word itself, then the words whose time is also its own."""
    yield token
    if token.pos_ in ("VERB", "AUX"):
        head = token
        while head.dep_ == "conj" and _same_tense(head, head.head) and not _has_subject(head):
            head = head.head
            yield head
        return
    yield from (
        child for child in token.children if child.dep_ == "acl" and child.lemma_.lower() in _words("light_verbs")
    )
    head, steps = token, 0
    while head.dep_ in ("conj", "appos") and steps < _STEPS:
        head, steps = head.head, steps + 1
        yield head
    if head.dep_ == "pobj" and head.head.lower_ in _words("other_occasions"):
        return  # "said on Friday, days after a call": the call was not on Friday
    verb = head.head.head if head.dep_ == "pobj" else head.head
    if verb.pos_ not in ("VERB", "AUX") or verb.i == head.i:
        return
    if head.dep_ == "nsubj" and verb.lemma_ == "be":  # "the talks are to begin on Monday"
        yield from (c for c in verb.children if c.dep_ == "xcomp" and any(x.tag_ == "TO" for x in c.children))
    if head.dep_ in ("pobj", "npadvmod") or verb.lemma_.lower() in _words("light_verbs"):
        yield verb
        if verb.dep_ == "xcomp" and verb.head.pos_ == "VERB" and verb.head.lemma_.lower() in _words("light_verbs"):
            yield verb.head


def _fronted(first: Token, root: Token) -> Token | None:
    """The noun that a time in the middle of a fronted phrase goes with, where the parse hangs it on the verb behind.

    In "In a call to brief her on the talks on Tuesday, he stressed" the date is that of the talks.
    """
    prep = root.head if root.dep_ == "pobj" else root
    verb, start = prep.head, min(prep.i, first.i)
    if verb.pos_ not in ("VERB", "AUX") or verb.i < start or start == first.sent.start:
        return None
    before = first.doc[start - 1]
    if before.is_punct or verb.i in (before.i, before.head.i):
        return None
    for word in (before, *before.ancestors):
        if word.pos_ == "NOUN" and word.i < start:
            return word
        if word.i >= start or word.pos_ in ("VERB", "AUX"):
            return None
    return None


def _measures_from(last: Token, verb: Token) -> bool:
    """Whether the time before the conjunction of an adverbial clause tells how far that clause's act lies off."""
    return verb.dep_ == "advcl" and any(
        c.dep_ == "mark" and c.i == last.i + 1 and c.lower_ in ("after", "before", "since") for c in verb.children
    )


def _same_tense(one: Token, other: Token) -> bool:
    """Whether two verbs are told in one tense, as far as their tags and auxiliaries say."""
    if other.pos_ not in ("VERB", "AUX") or one.tag_ != other.tag_:
        return False
    helpers = ({c.lower_ for c in verb.children if c.dep_ == "aux"} for verb in (one, other))
    mine, others = helpers
    return mine <= others


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)


def _hanging(reading: Reading, start: int = 0, end: int | None = None) -> list[Hanging]:
    times = reading.found.times  # in order of their offsets
    first = bisect_left(times, start, key=lambda time: time.span.start)
    found: list[Hanging] = []
    for time in times[first:]:
        if end is not None and time.span.end > end:
            break
        found.append(_hang(reading, time))
    return found


def _hang(reading: Reading, time: Time) -> Hanging:
    tokens = reading.tokens(time.span)
    root = tokens.root
    relation: Relation = "on"
    preposition = ""
    found: list[int] = []
    word, steps = root, 0
    if root.pos_ == "ADP" or root.dep_ == "prep":
        preposition = root.lower_
        relation = _words("relations").get(preposition, "on")
    modifier = root.dep_ in _MODIFIERS
    if (noun := _fronted(tokens[0], root)) is not None:
        return Hanging(time, (noun.i,), relation, root.i)
    while word.head.i != word.i and steps < _STEPS:
        arc, word, steps = word.dep_, word.head, steps + 1
        if word.pos_ in ("ADP", "SCONJ", "PART") or word.dep_ in ("prep", "agent"):
            if word.lower_ in _words("by_whose_word"):
                break  # "according to a statement of Dec. 28": not the date of what it tells
            if not found:
                preposition = word.lower_
                relation = _words("relations").get(preposition, "on")
            continue
        if word.pos_ in ("VERB", "AUX"):
            if steps == 1 and _measures_from(tokens[-1], word):
                continue  # "it comes two days after they talked": the distance is not the date of the talk
            found.append(word.i)
            break
        if word.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "ADV"):
            found.append(word.i)
            if modifier and arc in _MODIFIERS:
                break
    return Hanging(time, tuple(found), relation, root.i, preposition)


@cache
def _words(name: str) -> dict[str, Relation]:
    table = load("times_of")[name]
    return table if isinstance(table, dict) else dict.fromkeys(table, "on")
