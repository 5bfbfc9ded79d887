"""What is told of a call or meeting: its kind, length, place, who asked for it and what it was about.

One rule: only what stands with the trigger is read here; whom "the call" was with is found in :mod:`participants`.
"""

from __future__ import annotations

import re

from sitroom.annotate import times_of
from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import grammar, who
from sitroom.annotate.events.carriers import carried_by, counted
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.annotate.relatives import RELATIVES
from sitroom.model import Argument, Time
from sitroom.resources import listed
from sitroom.text import Span

_PERIOD = re.compile(r"P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?")
_MODIFIERS = {
    "LESS_THAN": "less_than",
    "MORE_THAN": "more_than",
    "APPROX": "about",
    "EQUAL_OR_LESS": "at_most",
    "EQUAL_OR_MORE": "at_least",
}
_LONGEST_TALK = 24 * 60.0  # minutes; a longer span is not how long one talk lasted


def minutes(value: str) -> float | None:
    """Minutes of a TIMEX3 period; ``None`` where it states no number ("PXM") or lasts longer than a day."""
    found = _PERIOD.fullmatch(value)
    if not found or not any(found.groups()):
        return None
    days, hours, mins, seconds = (float(part or 0) for part in found.groups())
    total = days * 1440 + hours * 60 + mins + seconds / 60
    return total if 0 < total <= _LONGEST_TALK else None


def duration_of(time: Time | None) -> tuple[float | None, str | None, Span | None]:
    """Number, modifier and words of a stated length."""
    length = minutes(time.value) if time else None
    if time is None or length is None:
        return None, None, None
    return length, _MODIFIERS.get(time.mod or "", "exact"), time.span


def length_of(reading: Reading, trigger: Token) -> tuple[float | None, str | None, Span | None]:
    """How long the contact took: "a 90-minute call", "the call, which lasted an hour", "the call was an hour long"."""
    found = duration_of(times_of.duration_of(reading, trigger))
    if found[0] is not None or grammar.verbal(trigger):
        return found
    measure = counted(trigger)
    if measure.i != trigger.i:  # "eight hours of talks"
        lengths = (duration_of(t) for t in reading.times_in(span_of([measure.left_edge, measure])))
        for length in lengths:
            if length[0] is not None:
                return length
    verbs = [c for c in trigger.children if c.dep_ == "relcl" and c.lemma_ in listed("contacts", "lasting")]
    verbs += [c for t in _last_in(trigger) for c in t.children if c.dep_ == "relcl" and _lasts(c)]
    if trigger.dep_ == "nsubj" and trigger.head.lemma_ in listed("contacts", "lasting"):
        verbs.append(trigger.head)
    for verb in verbs:
        if verb.lemma_ == "be" and not any(c.lower_ == "long" or c.dep_ == "attr" for c in verb.children):
            continue
        if (found := duration_of(times_of.duration_of(reading, verb)))[0] is not None:
            return found
    return None, None, None


def _last_in(noun: Token) -> list[Token]:
    """What the phrases behind a noun end in, on which the parser hangs "which lasted an hour"."""
    return [obj for name in ("with", "between", "of") for obj in grammar.together(grammar.phrases(noun, name))]


def _lasts(clause: Token) -> bool:
    """Whether a clause tells how long something took that is no person."""
    return clause.lemma_ == "last" and any(c.lower_ in ("which", "that") for c in clause.children)


def mode_of(trigger: Token, given: str | None) -> str | None:
    """The kind of contact: what the words around the trigger tell, else what the frame gives."""
    verb = carried_by(trigger) if not grammar.verbal(trigger) else trigger
    near = [c.lower_ for c in trigger.children if c.i < trigger.i]
    for top in (trigger, verb):
        if top is None:
            continue
        for name in ("by", "via", "over", "on", "through", "in", "during"):
            for obj in grammar.phrases(top, name):
                near.extend((obj.lemma_.lower(), *(c.lower_ for c in obj.children if c.i < obj.i)))
    for mode in ("video", "phone", "letter", "visit"):
        if listed("contacts", "mode_words", mode) & {word for item in near for word in (item, *item.split("-"))}:
            return mode
    return given


def initiator_of(reading: Reading, trigger: Token) -> tuple[Argument, ...]:
    """Who asked for the contact: "at the request of Putin", "at Putin's request", "requested by Putin"."""
    verb = carried_by(trigger) if not grammar.verbal(trigger) else trigger
    if verb is None and trigger.dep_ in grammar.SUBJECTS:
        verb = trigger.head
    asking = listed("contacts", "asking")
    found: list[Token] = []
    for top in (trigger, verb):
        if top is None:
            continue
        for child in top.children:
            if child.dep_ == "prep" and child.lower_ in ("at", "upon", "on", "after"):
                for obj in child.children:
                    if obj.lemma_ in listed("contacts", "requests"):
                        found += grammar.possessors(obj) + grammar.phrases(obj, "of") + grammar.phrases(obj, "from")
            if child.dep_ in ("acl", "relcl") and lemma_of(child) in asking:
                found += grammar.agents(child) if grammar.is_passive(child) or child.dep_ == "acl" else _askers(child)
    if verb is not None and lemma_of(verb) in asking:  # "the call was requested by Putin", "Putin requested the call"
        found += grammar.agents(verb) if trigger.dep_ == "nsubjpass" else []
    for child in trigger.children:  # "the Russia-initiated call"
        if child.lower_.endswith("initiated") or child.lower_.endswith("requested"):
            found += [c for c in (child, *child.children) if reading.mention_at(c)]
    return who.arguments(reading, found)


def _askers(clause: Token) -> list[Token]:
    """The subjects of a relative clause that are not the relative pronoun: "a call that Putin had requested"."""
    return [t for t in grammar.subjects(clause) if t.lower_ not in RELATIVES]


def place_of(reading: Reading, trigger: Token) -> tuple[Span | None, str | None]:
    """Where: a named place in a phrase on the trigger or its verb; the actor of that place where it is one."""
    verb = carried_by(trigger) if not grammar.verbal(trigger) else trigger
    if verb is None and trigger.dep_ in grammar.SUBJECTS:
        verb = trigger.head
    if verb is None and (measure := counted(trigger)).dep_ in grammar.SUBJECTS:
        verb = measure.head
    due = [c for c in verb.children if c.dep_ == "xcomp"] if verb is not None and verb.lemma_ == "be" else []
    for top in (trigger, verb, *due, *(c for c in trigger.children if c.dep_ == "acl")):
        if top is None:
            continue
        for name in ("in", "at", "near", "outside"):
            for obj in grammar.phrases(top, name):
                mention = reading.mention_at(obj)
                if (mention and mention.type in ("place", "country", "organization")) or (
                    obj.ent_type_ in ("GPE", "LOC", "FAC") and obj.pos_ == "PROPN"
                ):
                    return (mention.span if mention else who.core(obj)), (mention.actor if mention else None)
                if obj.pos_ == "PROPN" and obj.ent_type_ not in ("DATE", "TIME", "PERSON", "EVENT", "LAW"):
                    return who.core(obj), None
    return None, None


def topics_of(reading: Reading, trigger: Token) -> tuple[Span, ...]:
    """What it was about: phrases with about, on or over, and what there was "to discuss"."""
    verb = carried_by(trigger) if not grammar.verbal(trigger) else trigger
    found: list[Token] = []
    for top in dict.fromkeys(t for t in (trigger, verb) if t is not None):
        for name in ("about", "on", "over", "regarding", "concerning"):
            found += [t for t in grammar.phrases(top, name) if t.ent_type_ not in ("DATE", "TIME")]
        for child in top.children:
            if child.lemma_ in listed("contacts", "discussing") and child.dep_ in (
                "advcl",
                "acl",
                "relcl",
                "xcomp",
            ):
                found += grammar.undergone(child)
    if trigger.lemma_ == "discuss":
        found += grammar.undergone(trigger)
    return tuple(span_of([t.left_edge, t.right_edge]) for t in dict.fromkeys(found) if reading.mention_at(t) is None)[
        :5
    ]


def forum_of(reading: Reading, trigger: Token) -> str | None:
    """The forum within which the contact takes place, by its local key; not one that it is about."""
    about = [t for t in trigger.children if t.dep_ == "dobj" or t.lower_ in ("about", "on", "over", "regarding")]
    beside = {t.i for top in about for t in top.subtree} if grammar.verbal(trigger) else set()
    for token in trigger.subtree:
        mention = reading.mention_at(token) if token.i not in beside else None
        if mention and mention.type == "forum":
            return mention.actor
    return None
