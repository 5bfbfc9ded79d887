"""Infinitives and gerunds: "vowed to ...", "urged them to ...", "called for them to ...", "proposed cutting ...".

One rule: whose deed it is, belongs to the content where it is not the cue's own subject.
"""

from __future__ import annotations

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.statements.complements import Complement, until
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.phrases import end_of, hull, is_passive, own_subject
from sitroom.resources import listed
from sitroom.text import Span

_FAR = 8  # tokens that may stand between a cue or a clause's first word and "that"


def _split_infinitive(cue: Cue) -> tuple[Token, Span] | None:
    """A "to" before a verb with a hyphen ("to de-escalate"), and the span of its phrase; parsers take it apart."""
    doc = cue.verb.doc
    for token in doc[cue.last.i + 1 : min(cue.verb.sent.end, cue.last.i + 2 * _FAR)]:
        if token.lower_ == "to" and token.i + 3 < len(doc):
            prefix, hyphen = doc[token.i + 1], doc[token.i + 2]
            if prefix.lower_ in listed("reports", "prefixes") and hyphen.text == "-":
                return token, Span(token.idx, _split_end(doc[token.i + 3]))
    return None


def hyphenated(cue: Cue, right: list[Token]) -> Complement | None:
    """An infinitive whose verb has a hyphen ("to de-escalate"), which parsers take apart."""
    reading = cue.entry("object-to")
    split = _split_infinitive(cue) if reading is not None else None
    if reading is None or split is None:
        return None
    told = next((c for c in right if c.dep_ in ("dobj", "dative") and c.i < split[0].i), None)
    start = hull(told).start if told is not None else split[1].start
    return Complement(Span(min(start, split[1].start), split[1].end), "object-to", reading, told)


def _split_end(verb: Token) -> int:
    """The end of the phrase: before a comma, or a preposition behind the object."""
    last = verb
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.text in (",", ".", ";", '"') or (
            token.pos_ == "ADP" and token.lower_ in listed("reports", "ending") and last.i > verb.i
        ):
            break
        last = token
    return end_of(last)


def infinitive(cue: Cue, right: list[Token]) -> Complement | None:
    """An infinitive of the cue's own subject, or of the one spoken to."""
    verb = next(
        (c for c in right if c.dep_ in ("xcomp", "advcl", "ccomp") and auxiliary.to_infinitive(c) and c.i > cue.last.i),
        None,
    )
    if verb is None or (verb.dep_ == "advcl" and not cue.entry("object-to")):
        return None
    told = next((c for c in right if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
    if told is None and cue.last != cue.verb:
        told = next((c for c in cue.last.children if c.dep_ == "pobj" and c.i < verb.i), None)
    if told is not None:
        reading = cue.entry("object-to")
        return Complement(until(cue, hull(told).start, verb), "object-to", reading, told) if reading else None
    if is_passive(cue.verb):
        reading = cue.entry("object-to") or cue.entry("clause") or cue.entry("to")
    else:
        reading = cue.entry("to")
    return Complement(until(cue, verb.left_edge.idx, verb), "to", reading) if reading else None


def gerund(cue: Cue, right: list[Token]) -> Complement | None:
    """ "proposed cutting taxes", "was against leaving"."""
    reading = cue.entry("object") or cue.entry("object-to")
    if reading is None:
        return None
    for child in right:
        if child.tag_ == "VBG" and child.dep_ in ("xcomp", "pcomp", "ccomp") and own_subject(child) is None:
            if any(token.pos_ not in ("ADV", "PART", "VERB") for token in child.doc[cue.last.i + 1 : child.i]):
                continue
            return Complement(until(cue, child.left_edge.idx, child), "object", reading)
    return None


def wished_for(cue: Cue, right: list[Token]) -> Complement | None:
    """ "called for the mayor to resign": the infinitive with its subject, behind "for"."""
    reading = next((e for e in cue.entries if "for" in e.prepositions), None)
    if reading is None or "with" not in reading.takes:
        return None
    for child in right:
        opens = next((c for c in child.children if c.dep_ == "mark" and c.lower_ == "for"), None)
        subject = own_subject(child)
        if opens is not None and subject is not None and auxiliary.to_infinitive(child) and opens.i - cue.last.i <= 2:
            return Complement(until(cue, hull(subject).start, child), "with", reading)
    return None
