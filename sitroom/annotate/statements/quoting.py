"""Quotations and clauses that stand before or beside their cue, and quotations that go on.

One rule: a quotation belongs to the cue whose clause touches it; one that no clause touches goes on from the
one before it in the same paragraph, or is left alone.
"""

from __future__ import annotations

import re

from sitroom.annotate.quotations import Quotation
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.phrases import (
    FINITE,
    TENSED,
    end_of,
    hull,
    inverted_subject,
    nominal_before,
    own_subject,
)
from sitroom.resources import listed
from sitroom.text import Span

_MOST_BETWEEN = 160  # code points between a cue and the quotation that it introduces
_AND = re.compile(r",?\s(?:and|or)(?:\sthen)?\s|,\s")


def group_of(frame: Frame, cue: Cue) -> Span:
    """The cue with its own subject and the object spoken to, where these stand beside it."""
    span = cue.span
    subject = inverted_subject(cue.verb) or own_subject(cue.verb)
    if subject is not None:
        whole = hull(subject)
        left = whole.start
        for quotation in frame.quotations.within(whole):
            if quotation.span.end <= subject.idx:
                left = max(left, quotation.span.end)
            elif quotation.span.start > subject.idx:
                whole = Span(whole.start, max(quotation.span.start, end_of(subject)))
        while left < subject.idx and frame.text[left] in ", \u00a0":
            left += 1
        span = span.join(Span(min(left, subject.idx), max(whole.end, end_of(subject))))
    elif (nominal := nominal_before(cue.verb)) is not None:
        span = span.join(Span(nominal[0].idx, span.end))
    for child in cue.verb.children:
        if child.dep_ in ("dobj", "dative") and child.i > cue.verb.i and not frame.quotations.at(child.idx):
            part = hull(child)
            if not frame.quotations.within(part):
                span = span.join(part)
    return span


def preposed(frame: Frame, group: Span) -> list[Span]:
    """Content that stands before the cue's clause: a quotation, or the sentence so far, and its second part."""
    quoted = quotation_before(frame, group.start)
    sentence = frame.sentence(group.start)
    if quoted is not None:
        lead = frame.sentence(quoted.span.start)
        if _has_own_cue(frame, lead.start, quoted.span.start):
            return [quoted.span]
        start = min(
            quoted.span.start, lead.start if lead.start >= frame.paragraph(group.start).start else quoted.span.start
        )
        first = frame.trimmed_start(start)
        return [Span(first, quoted.span.end)]
    edge = frame.before(group.start)
    if edge >= group.start or ("," not in frame.text[edge : group.start] and "—" not in frame.text[edge : group.start]):
        return []
    if edge <= sentence.start or frame.quotations.at(group.start):
        return []
    if (noun := _related(frame, edge)) is not None:
        return [Span(noun, edge)]
    return [Span(frame.trimmed_start(_behind_colon(frame, group, sentence.start, edge)), edge)]


def _related(frame: Frame, end: int) -> int | None:
    """Where the noun begins whose relative clause the cue breaks off: "he met rebels who, he said, would talk"."""
    last = frame.reading.tokens(Span(end - 1, end))[0]
    if last.tag_ not in ("WP", "WDT") or last.i == 0 or last.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return None
    return int(last.nbor(-1).left_edge.idx)


def _behind_colon(frame: Frame, group: Span, start: int, end: int) -> int:
    """Behind a colon that ends what is told of the speaker ("The envoy disagreed: the deal, he said, ...")."""
    colon = frame.text.rfind(": ", start, end)
    if colon < 0:
        return start
    speakers = {m.actor for m in frame.reading.mentions_in(group)}
    before = (own_subject(t) for t in frame.reading.tokens(Span(start, colon)) if t.tag_ in TENSED)
    told = (frame.reading.mention_at(t) for t in before if t is not None)
    return colon + 2 if any(m is not None and m.actor in speakers for m in told) else start


def _has_own_cue(frame: Frame, start: int, end: int) -> bool:
    """Whether the words before a quotation already say who spoke, so that they are no part of it."""
    lead = frame.text[start:end].rstrip() if start < end else ""
    if lead and lead[-1] in ".:;?!":
        return True
    return lead.endswith(",") and any(
        t.pos_ == "VERB" and t.tag_ in TENSED and t.lemma_.lower() in lexicon().speech
        for t in frame.reading.tokens(Span(start, end))
    )


def quotation_before(frame: Frame, offset: int) -> Quotation | None:
    """The quotation that ends just before an offset, with nothing but marks between."""
    end = frame.before(offset)
    quotation = frame.quotations.ending_at(end)
    if (
        quotation is not None
        and end == frame.before(offset, " \u00a0\t")
        and frame.text[end - 3 : end].rstrip("'\"”’").endswith(".")
    ):
        return None  # a full stop ends the quoted sentence: the next one does not belong to it
    inner = 12 if frame.text[end - 1 : end] == ";" else 4  # a mark may be written as an entity
    if quotation is not None and not any(mark in frame.text[max(0, end - inner) : offset] for mark in ",?!—–-…"):
        return None
    return quotation


def quotation_after(frame: Frame, cue: Cue) -> Quotation | None:
    """The quotation that the cue introduces: after a colon or comma in the same sentence, or right behind it."""
    at = cue.span.end
    limit = min(frame.paragraph(at).end, at + _MOST_BETWEEN + 1)
    later = [q for q in frame.quotations.within(Span(at, limit)) if q.span.start >= at] if at < limit else []
    if not later:
        return None
    quotation = later[0]
    between = frame.text[at : quotation.span.start]
    if len(between) > _MOST_BETWEEN:
        return None
    bare = between.rstrip()
    if not bare:
        return quotation if between.strip() == "" and not quotation.is_fragment else None
    if bare[-1] not in ",:" or (quotation.is_fragment and bare[-1] == "," and not _is_exclaimed(frame, quotation)):
        return None
    if any(mark in bare[:-1] for mark in (". ", "? ", "! ", ";", "\n")) and not _abbreviated(bare):
        return None
    return quotation if not _speaks_between(frame, cue, quotation.span.start) else None


def _speaks_between(frame: Frame, cue: Cue, end: int) -> bool:
    """Whether the verb before a quotation is another's: "Asked if he feared it, the mayor replied: '…'"."""
    tokens = [t for t in frame.reading.tokens(Span(cue.span.end, end)) if cue.span.end <= t.idx < end]
    words = [t for t in tokens if not t.is_punct and not t.is_space]
    last = words[-1] if words else None
    if last is None or last.tag_ not in TENSED or last.lemma_.lower() not in lexicon().speech:
        return False
    subject = own_subject(last)
    return subject is not None and subject.i > cue.last.i


def _is_exclaimed(frame: Frame, quotation: Quotation) -> bool:
    """Few words that are a sentence all the same: "No.", "Lock them up!"."""
    words = quotation.span.of(frame.text).strip("\"“”'‘’`")
    return words[:1].isupper() and words[-1:] in (".", "!", "?")


def joined(frame: Frame, quotation: Quotation) -> Span:
    """A quotation with those that a bare "and" or "or" adds in the same sentence: chanted "…" and "…"."""
    span, end = quotation.span, frame.sentence(quotation.span.start).end
    while True:
        behind = _AND.match(frame.text, span.end, frame.paragraph(span.start).end)
        following = frame.quotations.starting_at(behind.end()) if behind is not None else None
        if following is None or following.span.start >= end:
            return span
        span = span.join(following.span)


def _abbreviated(text: str) -> bool:
    parts = text.split(". ")
    return "? " not in text and "! " not in text and all(_is_abbreviation(part.split()[-1:]) for part in parts[:-1])


def _is_abbreviation(last: list[str]) -> bool:
    """Whether the word before a full stop is a short one with a capital or with a full stop of its own."""
    return bool(last) and len(last[0]) <= 4 and (last[0][0].isupper() or "." in last[0])


def second_part(frame: Frame, group: Span, cue: Cue) -> list[Span]:
    """What goes on behind an interposed cue: a quotation, or the rest of the clause."""
    after = frame.after(_clause_end(frame, group))
    quotation = frame.quotations.starting_at(after)
    sentence = frame.sentence(group.start)
    if quotation is not None and "," in frame.text[group.end - 1 : after + 1]:
        return [quotation.span]
    if quotation is None and (later := _behind_adjunct(frame, group, sentence)) is not None:
        return [later]
    if after < sentence.end and frame.text[after - 2 : after].strip().startswith(",") and _resumes(frame, cue, after):
        return [Span(after, sentence.end)]
    return []


def _behind_adjunct(frame: Frame, group: Span, sentence: Span) -> Span | None:
    """The second part where more than an adverb stands within the commas: "…," she said, her voice breaking, "…"."""
    limit = min(sentence.end, group.end + _MOST_BETWEEN)
    behind = frame.quotations.within(Span(group.end, limit)) if group.end < limit else []
    later = next((q for q in behind if q.span.start >= group.end), None)
    if later is None or later.is_fragment or later.span.start <= group.end:
        return None
    if later.ends_with_comma(frame.text):
        return None  # whoever speaks there is named behind
    between = Span(group.end, later.span.start)
    words = between.of(frame.text).rstrip()
    if not words.endswith(",") or any(mark in words for mark in ";:?!") or "," not in words[:-1]:
        return None
    if ". " in words and not _abbreviated(words):
        return None
    tokens = [t for t in frame.reading.tokens(between) if t.idx >= between.start]
    tells = lexicon().additions
    if any(t.tag_ in FINITE or (t.pos_ == "VERB" and t.lemma_.lower() in tells) for t in tokens):
        return None
    return later.span


def _resumes(frame: Frame, cue: Cue, offset: int) -> bool:
    """Whether what stands behind the cue's clause belongs to the clause before it, not to the cue."""
    verb = cue.verb
    rest = Span(offset, frame.sentence(offset).end)
    if any(
        not q.is_fragment and q.span.end < rest.end - 1 and q.ends_with_comma(frame.text)
        for q in frame.quotations.within(rest)
    ):
        return False
    if verb.dep_ in ("parataxis", "ccomp") and verb.head.i > verb.i:
        return True
    if _tells_anew(frame, rest):
        return False
    at = frame.reading.tokens(Span(offset, offset + 1))[0]
    if at.lower_ in listed("reports", "resuming"):
        return True
    if at.tag_ == "VBG" or at.lower_ in listed("reports", "side_remarks"):
        return False
    for _ in range(12):
        if at.i == verb.i or at.head == at:
            return False
        if at.i < verb.i and at.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            return True
        at = at.head
    return False


def _tells_anew(frame: Frame, rest: Span) -> bool:
    """Whether a further verb of saying stands there, outside of quotations: "…," she said, but he said …"."""
    return any(
        token.tag_ in TENSED
        and token.lemma_.lower() in lexicon().speech
        and token.idx >= rest.start
        and frame.quotations.at(token.idx) is None
        and (own_subject(token) is not None or inverted_subject(token) is not None)
        for token in frame.reading.tokens(rest)
    )


def _clause_end(frame: Frame, group: Span) -> int:
    """Where the cue's own clause ends: behind its adjuncts, up to the next comma, quotation or sentence end."""
    at, end = group.end, frame.sentence(group.start).end
    while at < end and frame.text[at] not in ',;:“"':
        at += 1
    return at
