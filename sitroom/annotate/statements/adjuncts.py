"""Sources behind a preposition: "according to the police", "in the words of the minister".

One rule: the content is the rest of the sentence, or of the clause that the phrase opens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import Lexicon, VerbEntry
from sitroom.annotate.statements.phrases import end_of, noun_phrase
from sitroom.resources import listed
from sitroom.text import Span

_ENTRY = VerbEntry((), frozenset({"clause"}))
_LEAST = 10  # code points; less is no content


def adjunct_drafts(frame: Frame, lexicon: Lexicon) -> Iterator[Draft]:
    """A draft for every phrase that names a source."""
    doc = frame.reading.doc
    for found in _phrases(lexicon.prepositions).finditer(frame.text):
        phrase = doc.char_span(found.start(), found.end())
        if phrase is None or phrase.end >= len(doc) or frame.silent(found.start()):
            continue
        draft = _draft(frame, phrase[0], phrase[-1])
        if draft is not None:
            yield draft
    yield from _framed(frame, lexicon)


def _framed(frame: Frame, lexicon: Lexicon) -> Iterator[Draft]:
    """ "In a new poll, ...", "in her view, ...": a preposition with the name of a count or an opinion."""
    for token in frame.reading.doc:
        if token.lower_ not in ("in", "by", "to") or token.dep_ != "prep" or frame.silent(token.idx):
            continue
        noun = next((c for c in token.children if c.dep_ == "pobj"), None)
        if noun is None or not _names_whose(noun, token, lexicon):
            continue
        if not _opens(token) and not _closes(token, noun, lexicon):
            continue
        draft = _framing(frame, token, noun, lexicon)
        if draft is not None:
            yield draft


def _names_whose(noun: Token, preposition: Token, lexicon: Lexicon) -> bool:
    if preposition.lower_ == "to":
        return noun.lower_ in lexicon.beholders and not any(c.dep_ in ("amod", "poss") for c in noun.children)
    if noun.lemma_.lower() in lexicon.counts:
        return True
    return noun.lemma_.lower() in lexicon.opinions and any(c.dep_ == "poss" for c in noun.children)


def _opens(preposition: Token) -> bool:
    """Whether the phrase opens its sentence, with a comma behind it."""
    last = preposition.right_edge
    if last.i + 1 >= len(last.doc) or last.nbor(1).text != ",":
        return False
    return (
        preposition.is_sent_start is True
        or preposition.nbor(-1).text in ('"', "''")
        or preposition.nbor(-1).lower_ in ("but", "and")
    )


def _closes(preposition: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a count closes a clause that tells who leads, or an opinion closes one behind a comma."""
    last, head = preposition.right_edge, preposition.head
    if (
        (last.i + 1 < len(last.doc) and last.nbor(1).text not in (".", ",", ";"))
        or preposition.lower_ != "in"
        or head.i > preposition.i
    ):
        return False
    if noun.lemma_.lower() not in lexicon.counts:
        return preposition.i > 0 and preposition.nbor(-1).text == ","
    return head.pos_ in ("VERB", "AUX") and head.lemma_.lower() in lexicon.standings


def _framing(frame: Frame, preposition: Token, noun: Token, lexicon: Lexicon) -> Draft | None:
    sentence = frame.sentence(preposition.idx)
    phrase = noun_phrase(noun, frame.text, sentence.end, preposition.idx + len(preposition))
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if phrase is None:
        return None
    if _opens(preposition):
        content = _content(frame, preposition, phrase, sentence)
    else:
        clause = frame.trimmed(Span(preposition.head.left_edge.idx, preposition.idx))
        content = [clause] if clause is not None else []
    if not content:
        return None
    if owner is None or noun.lemma_.lower() in lexicon.counts:
        cue = Span(preposition.idx, end_of(preposition))
        return Draft(preposition, cue, _ENTRY, content, "adjunct", noun, phrase, order=preposition.i)
    named = noun_phrase(owner, frame.text, noun.idx, preposition.idx + len(preposition))
    if named is not None and named.of(frame.text).endswith(("'s", "\u2019s")):
        named = Span(named.start, named.end - 2)
    cue = Span(noun.idx, end_of(noun))
    return Draft(preposition, cue, _ENTRY, content, "adjunct", owner, named, order=preposition.i) if named else None


@cache
def _phrases(phrases: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    """The longest phrase first; words may be parted by any one space."""
    words = sorted((r"\s".join(map(re.escape, phrase)) for phrase in phrases), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _draft(frame: Frame, first: Token, last: Token) -> Draft | None:
    head = next((c for c in last.children if c.dep_ in ("pobj", "pcomp")), None)
    if head is None or (
        first == last and (head.lemma_.lower() in listed("cues", "measures") or not _stands_apart(frame, first))
    ):
        return None
    sentence = frame.sentence(first.idx)
    inside = frame.quotations.at(first.idx)
    if inside is not None and not inside.is_fragment:
        sentence = Span(
            max(sentence.start, inside.span.start), max(min(sentence.end, inside.span.end), sentence.start + 2)
        )
    source = noun_phrase(head, frame.text, _source_end(head, sentence), last.idx + len(last))
    if source is None:
        return None
    content = _content(frame, first, source, sentence)
    if not content:
        return None
    return Draft(first, Span(first.idx, end_of(last)), _ENTRY, content, "adjunct", head, source, order=first.i)


def _stands_apart(frame: Frame, token: Token) -> bool:
    before = frame.text[: token.idx].rstrip(" \u00a0")[-1:]
    return before in ',—–-"”' or token.is_sent_start is True


def _source_end(head: Token, sentence: Span) -> int:
    """The phrase ends before a verb that the parser has wrongly hung on it, and within its sentence."""
    end = sentence.end
    for child in head.children:
        if child.dep_ in ("conj", "ccomp", "parataxis") and child.pos_ in ("VERB", "AUX"):
            end = min(end, child.left_edge.idx)
    return end


def _content(frame: Frame, first: Token, source: Span, sentence: Span) -> list[Span]:
    left = _before(frame, first, sentence)
    right = _behind(frame, source, sentence) if left is None or _goes_on(frame, first, source, sentence) else None
    pieces = [piece for piece in (left, right) if piece is not None]
    return pieces if sum(map(len, pieces)) >= _LEAST else []


def _before(frame: Frame, first: Token, sentence: Span) -> Span | None:
    end = frame.before(first.idx)
    start = _clause_start(first, sentence)
    quoted = frame.quotations.ending_at(end)
    if quoted is not None and quoted.span.start < sentence.start:
        start = quoted.span.start
    left = frame.trimmed(Span(start, end)) if end > start else None
    if left is None or (len(left) < _LEAST and not _goes_on_behind(first)):
        return None
    return Span(left.start, quoted.span.end) if quoted is not None and left.end < quoted.span.end else left


def _behind(frame: Frame, source: Span, sentence: Span) -> Span | None:
    after = frame.after(source.end, ',"” \u00a0')
    right = frame.trimmed(Span(after, sentence.end)) if after < sentence.end else None
    if right is None:
        return None
    if frame.quotations.starting_at(right.start - 1):
        right = Span(right.start - 1, right.end)
    return frame.with_quotations(right, source.end)


def _goes_on(frame: Frame, first: Token, source: Span, sentence: Span) -> bool:
    """Whether what is attributed goes on behind the phrase."""
    head = first.head
    if frame.text[source.end : source.end + 1] != "," or not _goes_on_behind(first):
        return False
    return any(source.end < t.idx < sentence.end for t in (head, *head.children) if t.dep_ != "punct")


def _goes_on_behind(first: Token) -> bool:
    """Whether the main verb, or what a copula says of its subject, stands behind the phrase."""
    head = first.head
    if head.i > first.i:
        return True
    return head.lemma_ == "be" and any(c.dep_ in ("acomp", "attr") and c.i > first.right_edge.i for c in head.children)


def _clause_start(first: Token, sentence: Span) -> int:
    """The sentence's start, or that of a joined clause to which the phrase belongs alone."""
    at = first.head
    for _ in range(4):
        if (
            at.dep_ == "conj"
            and at.left_edge.idx > sentence.start
            and any(c.dep_ in ("nsubj", "nsubjpass") for c in at.children)
        ):
            return max(sentence.start, int(at.left_edge.idx))
        if at.head == at:
            break
        at = at.head
    return sentence.start
