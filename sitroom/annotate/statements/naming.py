"""What a thing is called or seems: "called it a lie", "described the talks as useful", "seems to be ...".

One rule: the content is the thing with its name.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.complements import Complement, until
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.lexicon import VerbEntry
from sitroom.annotate.statements.phrases import end_of, hull, is_relative, own_subject
from sitroom.text import Span

_AS_DEPS = ("oprd", "xcomp", "ccomp", "acomp")


def named_as(cue: Cue, right: list[Token]) -> Complement | None:
    """A thing with what it is called: "called it a lie", "dismissed the report as false"."""
    reading = cue.entry("as")
    if reading is None:
        return None
    thing = next((c for c in right if c.dep_ in ("dobj", "pobj") and c.i > cue.last.i), None)
    if thing is None and cue.last != cue.verb:
        thing = next((c for c in cue.last.children if c.dep_ == "pobj"), None)
    if found := _as_before(cue, right, reading):
        return found
    name = next(
        (c for c in right if c.dep_ in _AS_DEPS and c.i > cue.last.i and c != thing and not _is_clause(c)), None
    )
    if name is None:
        name = next((c for c in right if c.dep_ == "prep" and c.lower_ == "as"), None)
    if name is None:  # "described the talks as difficult", which parsers take for a comparison
        name = next((c for c in right if c.dep_ == "advcl" and c.left_edge.lower_ == "as" and thing is not None), None)
    if name is None and thing is not None:
        name = next((c for c in thing.children if c.dep_ == "prep" and c.lower_ == "as"), None)
        if name is None:
            name = next((c for c in right if c.dep_ == "dobj" and c.i > thing.i), None)
    if name is None:
        return _as_behind(cue, thing, reading)
    first = min(name.left_edge.idx, hull(thing).start) if thing is not None else name.left_edge.idx
    return Complement(until(cue, first, name), "as", reading, more=_thing_before(cue) if thing is None else ())


def _thing_before(cue: Cue) -> tuple[Span, ...]:
    """The noun before a relative clause: "a step that the agency has described as needless"."""
    verb, subject = cue.verb, own_subject(cue.verb)
    if verb.dep_ != "relcl" or subject is None or is_relative(subject) or verb.head.pos_ not in ("NOUN", "PROPN"):
        return ()
    return (Span(verb.head.left_edge.idx, end_of(verb.head)),)


def _as_before(cue: Cue, right: list[Token], reading: VerbEntry) -> Complement | None:
    """ "rejected as baseless the claim that ...": what it is called stands before the thing."""
    if cue.last.i + 2 >= len(cue.last.doc) or cue.last.nbor(1).lower_ != "as" or not right:
        return None
    thing = next((c for c in reversed(right) if c.dep_ in ("dobj", "advcl", "ccomp", "pobj")), None)
    if thing is None:
        return None
    return Complement(until(cue, cue.last.nbor(1).idx, thing), "as", reading)


def _as_behind(cue: Cue, thing: Token | None, reading: VerbEntry) -> Complement | None:
    """ "described the talks, which lasted hours, as useful": an "as" that the parser hung on the clause in between."""
    if thing is None:
        return None
    for clause in thing.children:
        if clause.dep_ != "relcl":
            continue
        for child in clause.children:
            if child.lower_ == "as" and child.dep_ == "prep" and child.i > clause.i and child.nbor(-1).text == ",":
                return Complement(until(cue, hull(thing).start, child), "as", reading)
    return None


def _is_clause(verb: Token) -> bool:
    """A clause with a verb of its own, not a name for the object."""
    marked = any(c.dep_ == "mark" for c in verb.children)
    return marked or (verb.tag_ in ("VBD", "VBZ", "VBP", "VB", "MD") and verb.dep_ != "oprd")


def appearance(cue: Cue, right: list[Token]) -> Complement | None:
    """ "X seems to be ...", "it appears that ...", "sounds like ..."; the subject is added with the source."""
    reading = cue.entry("appear")
    if reading is None:
        return None
    for child in right:
        if child.dep_ in ("xcomp", "oprd", "acomp", "ccomp", "advcl", "attr") or (
            child.dep_ == "prep" and child.lower_ == "like"
        ):
            if cue.verb.lemma_ in ("look", "sound") and child.dep_ in ("xcomp", "attr"):
                continue
            if child.dep_ == "advcl" and not any(
                c.dep_ == "mark" and c.lower_ in ("as", "that", "like") for c in child.children
            ):
                continue
            return Complement(until(cue, child.left_edge.idx, child), "appear", reading)
    return None
