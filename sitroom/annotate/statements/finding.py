"""Finding drafts: each cue verb with its content and source.

One rule: one draft for one cue; which of its readings holds is decided in a fixed order: a quotation beside it,
a complement behind it, the sentence before it.
"""

from __future__ import annotations

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
from sitroom.annotate.statements.reaching import reach
from sitroom.annotate.statements.sourcing import give_source
from sitroom.annotate.statements.weighing import plausible
from sitroom.text import Span

_NEXT = 8  # code points between an object and the quotation that names it
_LEAST = 2  # code points of content
_NAMED = 60  # code points between a cue and the quoted words that name its object
_CLOSING = "\"”’'»"


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


def _draft(frame: Frame, cue: Cue) -> Draft | None:
    subject = own_subject(cue.verb)
    alone = subject is not None and is_relative(subject)  # "who said ..." takes nothing from before it
    inside = frame.quotations.at(cue.verb.idx)
    group = group_of(frame, cue)
    behind = complement(cue)
    if (
        behind is not None
        and behind.pattern == "object"
        and _closes_speech(frame.text[max(0, cue.span.start - 4) : cue.span.start])
    ):
        behind = None  # what follows is who said it
    quote_entry = cue.entry("quote")
    if quote_entry and (inside is None or inside.is_fragment):
        inverted = inverted_subject(cue.verb)
        quoted = quotation_before(frame, group.start) if not alone else None
        taken = (
            behind is not None
            and inverted is None
            and (quoted is None or quoted.is_fragment or behind.pattern == "clause")
            # "…," she said, "…" goes on with what is quoted behind
            and not (quoted is not None and _breaks_off(frame, quoted) and frame.quotations.at(behind.span.start))
        )
        if quoted is not None and taken and quoted.span.end == cue.verb.idx - 1 and _introduces_name(cue.verb):
            return None  # the words behind are the source, which the parse takes for what was said
        if quoted is not None and not taken:
            content = preposed(frame, group) + second_part(frame, group, cue)
            return _made(frame, cue, quote_entry, content, "quote")
        following = quotation_after(frame, cue)
        if following is not None and not _clause_outside(behind, following.span):
            return _made(frame, cue, quote_entry, [reach(frame, cue, "quote", joined(frame, following))], "quote")
    if (named := _named(frame, cue, behind)) is not None and inside is None:
        return _made(frame, cue, cue.entry("as") or cue.entries[0], [reach(frame, cue, "as", named)], "as")
    if behind is not None and inverted_subject(cue.verb) is None and not _puts_it(cue):
        return _complemented(frame, cue, behind)
    speech = cue.entry("quote") or (cue.entry("clause") if behind is None and _is_inserted(frame, cue, group) else None)
    says = (
        speech is not None and speech.kind in ("speech", "show") and not is_passive(cue.verb) and cue.verb.tag_ != "VBG"
    )
    if speech is not None and says and not alone and _has_subject(cue.verb):
        content = preposed(frame, group)
        if content and (inside is None or frame.quotations.at(content[0].start) is inside):
            return _made(frame, cue, speech, content + second_part(frame, group, cue), "preposed")
    if behind is None and not alone and inside is None and (rest := remainder(frame, cue)) is not None:
        return _made(frame, cue, cue.entries[0], [rest], "clause")
    if (around := matrix(frame, cue)) and inside is None:
        reading = speech or cue.entries[0]
        return _made(frame, cue, reading, around, "matrix")
    return None


def _breaks_off(frame: Frame, quoted: Quotation) -> bool:
    """Whether a whole quotation ends with a comma."""
    return not quoted.is_fragment and quoted.ends_with_comma(frame.text)


def _closes_speech(before: str) -> bool:
    """Whether a quotation that ends with a comma or a mark of its own stands right before."""
    marks = before[-4:].rstrip()[-2:]
    return marks[-1:] in _CLOSING and marks[:1] in (",", "?", "!")


def _is_inserted(frame: Frame, cue: Cue, group: Span) -> bool:
    """Whether a cue with its subject stands between commas, or behind one at the end of its sentence."""
    behind = frame.text[group.end : group.end + 1]
    subject = own_subject(cue.verb)
    if subject is not None and subject.lower_ == "you":
        return False  # "you see", "you know"
    return frame.text[: group.start].rstrip(" \u00a0")[-1:] in (",", "\u2014") and behind in (
        ",",
        ".",
        "\u2014",
        ";",
        "",
    )


def _named(frame: Frame, cue: Cue, behind: Complement | None) -> Span | None:
    """The object with the quoted words that name it: "calls the matter of security "a priority"". Parsers take the
    quoted words for an apposition, or the object for a part of them."""
    if (reading := cue.entry("as")) is None or "as" in reading.prepositions or is_passive(cue.verb):
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
    return None if any(t.pos_ in ("VERB", "AUX") for t in between) else Span(at, quotation.span.end)


def _puts_it(cue: Cue) -> bool:
    """ "as the minister put it": "it" is the clause around."""
    return cue.verb.lemma_ == "put" and any(c.dep_ == "dobj" and c.lower_ == "it" for c in cue.verb.children)


def _introduces_name(verb: Token) -> bool:
    """Whether a finite verb right behind a quotation stands before a name: "The risk," said Ana Torres, "is ..."."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or own_subject(verb) is not None or verb.i + 1 >= len(verb.doc):
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


def _complemented(frame: Frame, cue: Cue, found: Complement) -> Draft | None:
    span = frame.with_quotations(found.span, cue.span.end)
    limit = frame.sentence(cue.verb.idx).end
    around = frame.quotations.at(cue.verb.idx)
    if around is not None and span.end > around.span.end:
        span = Span(span.start, max(span.start + 1, around.span.end))
    if span.start >= limit and not frame.quotations.at(span.start):
        return None
    if found.pattern != "suffered":
        span = bounded(frame, cue, found.pattern, _stretched(frame, found.pattern, span))
        span = reach(frame, cue, found.pattern, span)
    pieces = sorted([span, *found.more], key=lambda piece: piece.start)
    draft = _made(frame, cue, found.entry, pieces, found.pattern)
    if (
        draft is not None
        and draft.source_span is None
        and found.pattern in ("object", "with", "as", "to")
        and not draft.passive
    ):
        return None
    return draft


def _stretched(frame: Frame, pattern: str, span: Span) -> Span:
    """With the quotation that names the object right behind it ("called the plan a "farce"")."""
    if pattern not in ("object", "as"):
        return span
    limit = min(span.end + _NEXT, frame.paragraph(span.start).end)
    later = frame.quotations.within(Span(span.end, limit)) if span.end < limit else []
    if frame.text[span.end - 1] in _CLOSING:
        return span  # what is quoted there is the next sentence
    for quotation in later:
        between = frame.text[span.end : quotation.span.start]
        if quotation.span.start >= span.end and between.strip() in ("", "a", "an", "the", "as", "as a", "as an"):
            return span.join(quotation.span)
    return span


def _made(frame: Frame, cue: Cue, entry: VerbEntry, content: list[Span], pattern: str) -> Draft | None:
    spans = [s for s in (_whole(frame, c, pattern) for c in content) if s is not None]
    if not any(len(span) >= _LEAST for span in spans):
        return None
    draft = Draft(
        cue.verb, _with_preposition(frame, cue, spans[0]) if pattern == "with" else cue.span, entry, spans, pattern
    )
    give_source(frame, cue, draft)
    if not plausible(frame, cue, draft):
        return None
    return draft


def _with_preposition(frame: Frame, cue: Cue, content: Span) -> Span:
    """The cue with the preposition that leads over to its content ("called for"), where nothing stands between."""
    between = frame.text[cue.span.end : content.start]
    return Span(cue.span.start, cue.span.end + len(between.rstrip())) if between.strip().isalpha() else cue.span


def _whole(frame: Frame, span: Span, pattern: str) -> Span | None:
    if pattern == "quote":
        return span
    return frame.trimmed(span)
