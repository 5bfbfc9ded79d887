"""How far content reaches behind the words that the parse gives it: to quoted words and colons in the same sentence.

One rule: content goes on to the next quoted words unless the reporter speaks in between; what ends before is never cut.

Others lengthen content too: ``boundaries`` by phrases that the parse hangs on the cue, ``quoting`` a quotation by those
joined to it, ``stretching`` mixed quotations once all cues of the sentence are known.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.quotations import Quotation
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.phrases import FINITE, is_relative, own_subject
from sitroom.resources import listed
from sitroom.text import Span

_NEXT = 8  # code points between an object and the quotation that names it
_BETWEEN = 120  # code points between two pieces of quoted words in one sentence
_STOPS = ";:()[]\n"
_FULL_STOPS = (". ", "? ", "! ")
_CLOSING = "\"”’'»"
_CLAUSAL = frozenset({"clause", "quote"})


def reach(frame: Frame, cue: Cue, pattern: str, span: Span) -> Span:
    """The span with quoted words and what a colon announces behind it in the same sentence."""
    limit = _limit(frame, span)
    while (further := _to_quotation(frame, cue, pattern, span, limit)) != span:
        span = further
    return _behind_colon(frame, span) if pattern in _CLAUSAL else span


def named_beside(frame: Frame, pattern: str, span: Span) -> Span:
    """The span with the quotation that names the object right behind it ("called the plan a "farce"")."""
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


def _limit(frame: Frame, span: Span) -> int:
    """The end of the sentence; within a quotation the end of that, if it comes first."""
    end = frame.sentence(max(span.start, span.end - 2)).end
    around = frame.quotations.at(span.start)
    return min(end, around.span.end) if around is not None and around.span.end > span.end else end


def _to_quotation(frame: Frame, cue: Cue, pattern: str, span: Span, limit: int) -> Span:
    following = _following(frame, span, limit)
    if following is None:
        return span
    between = Span(span.end, following.span.start)
    tokens = [t for t in frame.reading.tokens(between) if between.start <= t.idx < between.end]
    words = [t for t in tokens if not t.is_punct]
    if not words or words[0].lower_ in listed("reports", "asides") or words[0].tag_ == "VBG":
        return span
    if any(_is_another(token, cue) for token in words):
        return span
    if pattern not in _CLAUSAL and any(_is_main(t) or t.text in (",", "-", "—") for t in tokens):
        return span
    return Span(span.start, _end(frame, following, limit))


def _following(frame: Frame, span: Span, limit: int) -> Quotation | None:
    """The next quotation of the sentence, where nothing ends between."""
    if span.end >= limit or _has_ended(frame, span):
        return None
    found = next((q for q in frame.quotations.within(Span(span.end, limit)) if q.span.start >= span.end), None)
    if found is None or found.span.start - span.end > _BETWEEN:
        return None
    words = frame.text[span.end : found.span.start]
    return None if any(mark in words for mark in (*_STOPS, *_FULL_STOPS)) else found


def _has_ended(frame: Frame, span: Span) -> bool:
    """Whether the span ends with a quoted sentence."""
    return frame.text[span.end - 1] in _CLOSING and frame.text[span.end - 2 : span.end - 1] in (".", "?", "!")


def _is_another(token: Token, cue: Cue) -> bool:
    """Whether a verb says something anew, or is the one on which the cue itself hangs or to which it is joined."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
        return False
    if token == cue.verb.head or token in cue.verb.ancestors or (token.head == cue.verb and token.dep_ == "conj"):
        return True
    if token.lemma_.lower() not in lexicon().speech or token.tag_ not in (*FINITE, "VBG"):
        return False
    return token.tag_ == "VBG" or token.dep_ not in ("relcl", "pcomp", "csubj")


def _is_main(token: Token) -> bool:
    subject = own_subject(token) if token.tag_ in FINITE else None
    return subject is not None and not is_relative(subject)


def _end(frame: Frame, quotation: Quotation, limit: int) -> int:
    """The end of the quotation, or of the phrase of which it is only a part ("a "perfunctory" visit")."""
    end = quotation.span.end
    tokens = frame.reading.tokens(quotation.span)
    if not quotation.is_fragment or end >= limit or not len(tokens) or frame.text[end - 2] in ",.?!":
        return end
    inner = [t for t in tokens if t.is_alpha or not t.is_punct]
    if not inner:
        return end
    head = inner[-1].head
    if head.i <= inner[-1].i or head.i > inner[-1].i + 4 or head.pos_ not in ("NOUN", "PROPN") or head.idx >= limit:
        return end
    return int(head.idx) + len(head)


def _behind_colon(frame: Frame, span: Span) -> Span:
    """With what a colon right behind the span announces: a quotation, or the rest of the sentence."""
    text, end = frame.text, span.end
    if text[end : end + 1] != ":" or frame.quotations.at(end) is not None:
        return span
    after, paragraph = frame.after(end + 1), frame.paragraph(span.start)
    if after >= paragraph.end:
        return span
    quotation = frame.quotations.starting_at(after)
    if quotation is not None:
        return Span(span.start, quotation.span.end)
    rest = frame.trimmed(Span(after, min(paragraph.end, frame.sentence(after).end)))
    return Span(span.start, rest.end) if rest is not None else span
