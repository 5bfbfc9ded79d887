"""Finding drafts: each cue verb with its content and source.

One rule: one draft for one cue; which of its readings holds is decided in a fixed order: a quotation beside it, quoted
words that name its object, the complement behind it, the sentence before it, the rest of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitroom.annotate.engine import Token
from sitroom.annotate.quotations import Quotation
from sitroom.annotate.statements.boundaries import bounded
from sitroom.annotate.statements.complements import Complement
from sitroom.annotate.statements.contents import complement
from sitroom.annotate.statements.cues import Cue, find_cues
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import Lexicon, VerbEntry
from sitroom.annotate.statements.parentheses import matrix, remainder
from sitroom.annotate.statements.phrases import (
    TENSED,
    inverted_subject,
    is_passive,
    is_relative,
    nominal_before,
    own_subject,
)
from sitroom.annotate.statements.quoting import (
    group_of,
    joined,
    preposed,
    quotation_after,
    quotation_before,
    second_part,
)
from sitroom.annotate.statements.reaching import named_beside, reach
from sitroom.annotate.statements.sourcing import give_source
from sitroom.annotate.statements.weighing import plausible
from sitroom.text import Span

_LEAST = 2  # code points of content
_OPENS = frozenset({",", "\u2014"})  # marks before an inserted cue
_CLOSES = _OPENS | {".", ";", ""}  # and behind it
_NAMED = 60  # code points between a cue and the quoted words that name its object


def verb_drafts(frame: Frame, words: Lexicon) -> list[Draft]:
    """A draft for every cue verb that has content."""
    found: list[Draft] = []
    for cue in find_cues(frame.reading.doc, words):
        if frame.silent(cue.verb.idx):
            continue
        draft = _draft(frame, cue)
        if draft is not None:
            draft.order = cue.verb.i
            found.append(draft)
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """A cue with what stands around it: its group, the quotation in which it stands, the complement behind it.
    ``alone``: it stands in a relative clause ("who said ..."), which takes nothing from before it."""

    frame: Frame
    cue: Cue
    group: Span
    inside: Quotation | None
    behind: Complement | None
    alone: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a cue says in one of its readings; without content it says nothing, and no other reading is tried.
    ``sourced``: it falls where nobody is named as its source."""

    entry: VerbEntry
    content: list[Span]
    pattern: str
    sourced: bool = False


def _draft(frame: Frame, cue: Cue) -> Draft | None:
    place = _place(frame, cue)
    for read in (_quoted, _named, _complemented, _preposed, _left, _parted):
        if (reading := read(place)) is not None:
            return _made(frame, cue, reading)
    return None


def _place(frame: Frame, cue: Cue) -> _Place:
    subject, behind = own_subject(cue.verb), complement(cue)
    before = frame.quotations.ending_at(frame.before(cue.span.start, " \u00a0"))
    if behind is not None and behind.pattern == "object" and before is not None and before.is_spoken(frame.text):
        behind = None  # what follows is who said it
    alone = subject is not None and is_relative(subject)
    return _Place(frame, cue, group_of(frame, cue), frame.quotations.at(cue.verb.idx), behind, alone)


def _quoted(place: _Place) -> _Reading | None:
    """The quotation before the cue, or the one that it introduces."""
    frame, cue = place.frame, place.cue
    entry = cue.entry("quote")
    if entry is None or (place.inside is not None and not place.inside.is_fragment):
        return None
    quoted = quotation_before(frame, place.group.start) if not place.alone else None
    if quoted is not None and not _is_taken(place, quoted):
        return _Reading(entry, preposed(frame, place.group) + second_part(frame, place.group, cue), "quote")
    if quoted is not None and quoted.span.end == cue.verb.idx - 1 and _introduces_name(cue.verb):
        return _Reading(entry, [], "quote")  # the words behind are the source, which the parse takes for what was said
    following = quotation_after(frame, cue)
    if following is None or _clause_outside(place.behind, following.span):
        return None
    return _Reading(entry, [reach(frame, cue, "quote", joined(frame, following))], "quote")


def _is_taken(place: _Place, quoted: Quotation) -> bool:
    """Whether the quotation before a cue belongs elsewhere, since the cue has a complement of its own."""
    frame, behind = place.frame, place.behind
    if behind is None or inverted_subject(place.cue.verb) is not None:
        return False
    if not quoted.is_fragment and behind.pattern != "clause":
        return False
    # "…," she said, "…" goes on with what is quoted behind
    return not (_breaks_off(frame, quoted) and frame.quotations.at(behind.span.start))


def _preposed(place: _Place) -> _Reading | None:
    """The sentence so far, and its second part behind the cue."""
    frame, cue = place.frame, place.cue
    speech = _speech(place)
    if speech is None or speech.kind not in ("speech", "show") or is_passive(cue.verb) or cue.verb.tag_ == "VBG":
        return None
    if place.alone or not _has_subject(cue.verb):
        return None
    content = preposed(frame, place.group)
    if not content or (place.inside is not None and frame.quotations.at(content[0].start) is not place.inside):
        return None
    return _Reading(speech, content + second_part(frame, place.group, cue), "preposed")


def _left(place: _Place) -> _Reading | None:
    """The rest of the sentence, of which the parse makes no complement."""
    if place.behind is not None or place.alone or place.inside is not None:
        return None
    rest = remainder(place.frame, place.cue)
    return _Reading(place.cue.entries[0], [rest], "clause") if rest is not None else None


def _parted(place: _Place) -> _Reading | None:
    """The sentence around a clause with "as"."""
    around = matrix(place.frame, place.cue) if place.inside is None else []
    if not around:
        return None
    return _Reading(_speech(place) or place.cue.entries[0], around, "matrix")


def _speech(place: _Place) -> VerbEntry | None:
    """The reading in which a cue takes what stands around it: a quotation, or a clause if it is inserted there."""
    inserted = place.behind is None and _is_inserted(place.frame, place.cue, place.group)
    return place.cue.entry("quote") or (place.cue.entry("clause") if inserted else None)


def _breaks_off(frame: Frame, quoted: Quotation) -> bool:
    """Whether a whole quotation ends with a comma."""
    return not quoted.is_fragment and quoted.ends_with_comma(frame.text)


def _is_inserted(frame: Frame, cue: Cue, group: Span) -> bool:
    """Whether a cue with its subject stands between commas, or behind one at the end of its sentence."""
    subject = own_subject(cue.verb)
    if subject is not None and subject.lower_ == "you":
        return False  # "you see", "you know"
    before, behind = frame.text[frame.before(group.start, " \u00a0") - 1], frame.text[group.end : group.end + 1]
    return before in _OPENS and behind in _CLOSES


def _named(place: _Place) -> _Reading | None:
    """The object with the quoted words that name it: "calls the matter of security "a priority"". Parsers take the
    quoted words for an apposition, or the object for a part of them."""
    frame, cue, behind = place.frame, place.cue, place.behind
    entry = cue.entry("as")
    if place.inside is not None or entry is None or "as" in entry.prepositions or is_passive(cue.verb):
        return None
    at = frame.after(cue.span.end)
    limit = min(frame.sentence(cue.verb.idx).end, at + _NAMED)
    quotation = (
        next((q for q in frame.quotations.within(Span(at, limit)) if q.span.start > at), None) if at < limit else None
    )
    if quotation is None or any(mark in frame.text[at : quotation.span.start] for mark in ",;:.—"):
        return None
    if behind is not None and (behind.pattern not in ("object", "as") or behind.span.end >= quotation.span.end):
        return None
    between = [t for t in frame.reading.tokens(Span(at, quotation.span.start)) if t.idx < quotation.span.start]
    if not between or between[-1].pos_ not in ("NOUN", "PROPN", "PRON", "DET", "NUM"):
        return None
    if any(t.pos_ in ("VERB", "AUX") for t in between):
        return None
    return _Reading(entry, [reach(frame, cue, "as", Span(at, quotation.span.end))], "as")


def _puts_it(cue: Cue) -> bool:
    """ "as the minister put it": "it" is the clause around."""
    return cue.verb.lemma_ == "put" and any(c.dep_ == "dobj" and c.lower_ == "it" for c in cue.verb.children)


def _introduces_name(verb: Token) -> bool:
    """Whether a finite verb right behind a quotation stands before a name: "The risk," said Ana Torres, "is ..."."""
    if verb.tag_ not in TENSED or own_subject(verb) is not None or verb.i + 1 >= len(verb.doc):
        return False
    return verb.nbor(1).pos_ == "PROPN"


def _has_subject(verb: Token) -> bool:
    return inverted_subject(verb) is not None or own_subject(verb) is not None or nominal_before(verb) is not None


def _clause_outside(behind: Complement | None, quotation: Span) -> bool:
    return (
        behind is not None
        and behind.pattern in ("clause", "object-to", "to")
        and behind.span.start < quotation.start - 12
    )


def _complemented(place: _Place) -> _Reading | None:
    """The complement behind the cue, as far as it reaches."""
    frame, cue, found = place.frame, place.cue, place.behind
    if found is None or inverted_subject(cue.verb) is not None or _puts_it(cue):
        return None
    span = frame.with_quotations(found.span, cue.span.end)
    if place.inside is not None and span.end > place.inside.span.end:
        span = Span(span.start, max(span.start + 1, place.inside.span.end))
    if span.start >= frame.sentence(cue.verb.idx).end and not frame.quotations.at(span.start):
        return _Reading(found.entry, [], found.pattern)
    if found.pattern != "suffered":
        span = bounded(frame, cue, found.pattern, named_beside(frame, found.pattern, span))
        span = reach(frame, cue, found.pattern, span)
    pieces = sorted([span, *found.more], key=lambda piece: piece.start)
    return _Reading(found.entry, pieces, found.pattern, sourced=found.pattern in ("object", "with", "as", "to"))


def _made(frame: Frame, cue: Cue, reading: _Reading) -> Draft | None:
    pattern = reading.pattern
    spans = [s for s in (_whole(frame, c, pattern) for c in reading.content) if s is not None]
    if not any(len(span) >= _LEAST for span in spans):
        return None
    named = _with_preposition(frame, cue, spans[0]) if pattern == "with" else cue.span
    draft = Draft(cue.verb, named, reading.entry, spans, pattern)
    give_source(frame, cue, draft)
    if not plausible(frame, cue, draft):
        return None
    return None if reading.sourced and draft.source_span is None and not draft.passive else draft


def _with_preposition(frame: Frame, cue: Cue, content: Span) -> Span:
    """The cue with the preposition that leads over to its content ("called for"), where nothing stands between."""
    between = frame.text[cue.span.end : content.start]
    return Span(cue.span.start, cue.span.end + len(between.rstrip())) if between.strip().isalpha() else cue.span


def _whole(frame: Frame, span: Span, pattern: str) -> Span | None:
    if pattern == "quote":
        return span
    return frame.trimmed(span)
