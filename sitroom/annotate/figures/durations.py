"""Durations of happenings, and numbers that are hyphenated to what they count.

One rule: a stretch of time is a figure where it says how long something lasted, not where it places something.
"""

from __future__ import annotations

import re

from sitroom.annotate.engine import Doc, Token
from sitroom.annotate.figures.numbers import Number
from sitroom.annotate.figures.phrases import NOUNS, Counted, end_of, modified, of
from sitroom.resources import load

_COMPOUND = re.compile(r"[-‑–]\s?([A-Za-z]+)(?:[-‑]([A-Za-z]+))?")
_UNIT = re.compile(r"\s(?:more\s|additional\s|straight\s|consecutive\s|full\s)?([A-Za-z]+)\b")
_PLACED = re.compile(r"\b(?:in|within|over|after|before|by)\s(?:the|these|those|his|her|its|their)\s(?:\w+\s)?$", re.I)
_DATING = re.compile(r"[-\s](?:old|anniversary|mark|ago)\b")
_NEXT = re.compile(r"[\s,]*(to go|from now|[a-z]+)", re.IGNORECASE)


def hyphenated(doc: Doc, number: Number, text: str) -> Counted | None:
    """ "90-minute call", "30-nation alliance", "five-member panel"; of kind ``stop`` where it is no figure."""
    found = _COMPOUND.match(text, number.end)
    if not found:
        return None
    data = load("figures")
    word, second = found[1].lower(), (found[2] or "").lower()
    if (
        word in data["stop_compounds"]
        or second in ("old", "olds", "up", "on")
        or word in ("old", "on", "to", "and", "up")
        or (number.high == 1 and word not in data["time_units"] and word not in data["units"])
    ):
        return Counted(number.start, number.end, None, None, kind="stop")
    inner = doc.char_span(found.start(1), found.end(1), alignment_mode="expand")
    unit_token = inner[-1] if inner is not None else None
    noun = modified(unit_token) if unit_token is not None else None
    if word in data["time_units"]:
        if noun is None or noun.lemma_.lower() in data["stretches"] or _DATING.match(text, found.end(1)):
            return Counted(number.start, number.end, None, None, kind="stop")
        return Counted(number.start, end_of(noun), data["time_units"][word], noun, timed=True, kind="duration")
    if word in data["units"]:
        return Counted(
            number.start, end_of(noun) if noun is not None else found.end(1), data["units"][word], noun, kind="measure"
        )
    if unit_token is None or unit_token.pos_ not in ("NOUN", "PROPN", "ADJ") or number.kind == "plural":
        return Counted(number.start, number.end, None, None, kind="stop")
    unit = "person" if word == "strong" else unit_token.lemma_.lower()
    return Counted(number.start, end_of(noun) if noun is not None else found.end(1), unit, noun or unit_token)


def duration(doc: Doc, number: Number, text: str) -> Counted | None:
    """A stretch of time that something lasted; ``stop`` where it places an event, ``None`` for no time."""
    data = load("figures")
    found = _UNIT.match(text, number.end)
    word = found[1].lower() if found else ""
    unit = data["time_units"].get(word) or data["time_units"].get(word.removesuffix("s"))
    if found is None or unit is None:
        return None
    last = found.end()
    stop = Counted(number.start, number.end, None, None, kind="stop")
    after = _NEXT.match(text, last)
    if text[last : last + 1] in "'’" or (after and after[1].lower() in data["placing_after"]):
        return stop
    unit_span = doc.char_span(last - 1, last, alignment_mode="expand")
    token = unit_span[-1] if unit_span is not None else None
    before = re.findall(r"[A-Za-z]+", text[max(0, number.start - 40) : number.start].lower())
    hedges = {word for group in data["hedges"].values() for phrase in group for word in phrase.split()}
    outer = next((word for word in reversed(before) if word not in hedges or word == "over"), "")
    if number.kind == "article" and unit != "hour" and not (before and before[-1] in hedges):
        return stop  # "a day", "a year" are rates and dates more often than lengths
    if token is not None and outer == "after" and (ended := _ended(token)) is not None:
        return Counted(number.start, last, unit, ended, timed=True, kind="duration")
    if (
        token is None
        or outer in data["placing_before"]
        or _PLACED.search(text, max(0, number.start - 24), number.start)
    ):
        return stop
    noun = of(token)
    if noun is not None:
        return Counted(number.start, end_of(noun), unit, noun, timed=True, kind="duration")
    if outer in data["lasting"] or any(t.lower_ in data["lasting"] for t in (token.head, token.head.head)):
        happening = token.head.head if token.head.dep_ == "prep" else token.head
        if happening.lower_ in data["lasting"]:  # "the talks lasted three hours": it is the talks that did
            happening = _lasting(happening)
        return Counted(number.start, last, unit, happening, timed=True, kind="duration")
    return stop


def _lasting(verb: Token) -> Token:
    """What lasted: the verb's subject, or what its clause is told of ("the meeting, which lasted an hour")."""
    doer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if doer is not None and doer.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        doer = verb.head
    return doer if doer is not None and doer.pos_ == "NOUN" else verb


def _ended(unit: Token) -> Token | None:
    """What ended after that time ("the talks broke up after three hours"); ``None`` where nothing did."""
    way, verb = unit.head, unit.head.head
    if way.lower_ != "after" or verb.pos_ != "VERB" or verb.lemma_.lower() not in load("figures")["ending"]:
        return None
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ in NOUNS), None)
