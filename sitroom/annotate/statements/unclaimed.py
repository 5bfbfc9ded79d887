"""Quotations whose cue the parse does not show: read off the words that stand before and behind them.

One rule: a whole quotation, a mark that ties it to the words beside it (a comma before its end, a colon, a dash),
and somebody who can speak; where one of these is missing the quotation stays nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitroom.annotate.engine import Token, TokenSpan
from sitroom.annotate.quotations import Quotation
from sitroom.annotate.statements.continuing import owners
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import Lexicon, VerbEntry
from sitroom.annotate.statements.phrases import (
    FINITE,
    TENSED,
    end_of,
    hull,
    noun_phrase,
    own_subject,
    subject_of,
)
from sitroom.annotate.statements.words import source_words
from sitroom.text import Span

_ENTRY = VerbEntry((), frozenset({"quote"}))
_MOST_SPACE = 12  # code points between a colon and the paragraph behind it
_REACH = 40  # tokens between a quotation and the verb that says who spoke
_LEAD = 60  # tokens of the words before a colon that are looked at
_LONGEST_SIGNATURE = 14  # words behind a dash
_LONGEST_LINE = 8  # words of a signature on a line of its own
_OPENS = frozenset({"DT", "NNP", "NNPS", "NN", "NNS", "JJ", "PRP", "PRP$", "CD"})
_WHO = frozenset({"WP", "WDT", "WP$"})
_MAIN = frozenset({"ROOT", "conj", "xcomp", "advcl", "parataxis"})
_DASHES = "—–―-"


def unclaimed_drafts(frame: Frame, drafts: Sequence[Draft], words: Lexicon) -> Iterator[Draft]:
    """A draft for every quotation that none of the drafts has as content and whose words beside it name a speaker."""
    owned = owners(frame, drafts)
    used = {draft.head.i for draft in drafts if draft.head is not None}
    for number, quotation in enumerate(frame.quotations.items):
        if quotation.span.start in owned or frame.silent(quotation.span.start):
            continue
        following = frame.quotations.items[number + 1] if number + 1 < len(frame.quotations.items) else None
        draft = (
            _told_behind(frame, quotation, following, words, used)
            or _after_colon(frame, quotation, words, used)
            or _signed(frame, quotation)
        )
        if draft is not None:
            yield draft


def _told_behind(
    frame: Frame, quotation: Quotation, following: Quotation | None, words: Lexicon, used: set[int]
) -> Draft | None:
    """The verb in the words right behind a quotation that ends with a comma: "…," the minister, a farmer, wrote."""
    end = quotation.span.end
    marks = frame.text[end - 3 : end]
    limit = frame.paragraph(quotation.span.start).end
    if following is not None:
        limit = min(limit, following.span.start)
    if not any(mark in marks for mark in (",", "?", "!")) or end >= limit or not quotation.words:
        return None
    first: Token | None = None
    before: list[Token] = []
    for token in frame.reading.tokens(Span(end, limit))[:_REACH]:
        if token.idx < end or (first is None and token.is_punct):
            continue
        first = first or token
        if token.text in (".", ";", ":", "?", "!"):
            return None
        if _is_cue(token, words, used) and not any(t.tag_ in _WHO for t in before[-2:]):
            return _between(frame, quotation, first, token, limit)
        before.append(token)
        if first.tag_ not in _OPENS:
            return None
    return None


def _is_cue(token: Token, words: Lexicon, used: set[int]) -> bool:
    return token.tag_ in TENSED and token.i not in used and token.lemma_.lower() in words.speech


def _between(frame: Frame, quotation: Quotation, first: Token, verb: Token, limit: int) -> Draft | None:
    if verb == first:
        found = _noun_phrase_from(frame, verb.i + 1, limit)
    else:
        span = frame.trimmed(Span(first.idx, verb.idx))
        found = (_head_of(frame.reading.tokens(span)), span) if span is not None else None
    if found is None or found[0] is None or found[1] is None or not _speaks(frame, found[0]):
        return None
    draft = _draft(quotation, verb, Span(verb.idx, end_of(verb)), found[0], found[1])
    second = frame.quotations.starting_at(limit)
    if draft is not None and second is not None and frame.text[max(0, limit - 3) : limit].rstrip().endswith(","):
        draft.content.append(second.span)
    return draft


def _noun_phrase_from(frame: Frame, at: int, limit: int) -> tuple[Token | None, Span | None] | None:
    doc = frame.reading.doc
    if at >= len(doc) or doc[at].tag_ not in _OPENS:
        return None
    head = doc[at]
    while head.head.i > at - 1 and head.head != head and head.dep_ in ("compound", "det", "amod", "nummod", "poss"):
        head = head.head
    return head, noun_phrase(head, frame.text, limit, doc[at].idx)


def _head_of(tokens: TokenSpan) -> Token | None:
    """The first noun that hangs on nothing within the words."""
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN", "PRON")]
    return next((t for t in nouns if t.head not in tokens or t.head == t), nouns[0] if nouns else None)


def _speaks(frame: Frame, head: Token) -> bool:
    """Whether it is a name, a pronoun for people, or a noun for those and for texts that speak."""
    words, lemma = source_words(), head.lemma_.lower()
    if lemma in words["unnamed"] or lemma in words["documents"] or lemma in words["stand_for"]:
        return True
    if head.lower_ in ("he", "she", "they", "we", "i", "his", "her", "their"):
        return True
    mention = frame.reading.mention_at(head)
    return mention is not None and mention.form != "pronoun" and mention.type in ("person", "organization", "group")


def _after_colon(frame: Frame, quotation: Quotation, words: Lexicon, used: set[int]) -> Draft | None:
    """The sentence that ends in a colon right before a quotation, which may open the next paragraph."""
    if quotation.is_fragment:
        return None
    start = quotation.span.start
    before = frame.text[max(0, start - _MOST_SPACE) : start].rstrip()
    mark = before[-1:]
    if not (mark == ":" or (mark == "," and frame.paragraph(start).start == start)):
        return None  # a comma leads over to what stands in a paragraph of its own
    colon = max(0, start - _MOST_SPACE) + len(before) - 1
    if colon < 1 or frame.text[colon + 1 : start].strip() or (start > frame.paragraph(start).start) != (
        frame.paragraph(colon).start == frame.paragraph(start).start
    ):  # fmt: skip
        return None
    lead = Span(max(frame.sentence(colon - 1).start, frame.paragraph(colon).start), colon)
    if frame.silent(lead.start) or frame.paragraph_index(start) > frame.paragraph_index(colon) + 1:
        return None
    tokens = [t for t in frame.reading.tokens(lead) if lead.start <= t.idx < colon][-_LEAD:]
    for token in reversed(tokens):
        if (
            token.dep_ not in _MAIN
            or token.pos_ != "VERB"
            or token.i in used
            or token.lemma_.lower() not in words.speech
        ):
            continue
        source = subject_of(token)
        if source is not None and lead.start <= source.idx < colon and _speaks(frame, source):
            return _draft(quotation, token, Span(token.idx, end_of(token)), source, _phrase(frame, source, lead))
    for source in _told_of(tokens) if mark == ":" else ():
        if _speaks(frame, source):
            return _draft(quotation, source, Span(colon, colon + 1), source, _phrase(frame, source, lead))
    return None


def _told_of(tokens: Sequence[Token]) -> Iterator[Token]:
    """Whom a sentence before a colon tells of: its subject, else the noun that ends it."""
    roots = [t for t in tokens if t.pos_ in ("VERB", "AUX") and (t.head == t or t.head not in tokens)]
    yield from (s for root in roots if (s := own_subject(root)) is not None)
    # "in her words:", "in the words of the mayor:"
    yield from (t for word in tokens[-6:] if word.lower_ == "words" for t in _owners(word))
    if tokens and tokens[-1].pos_ in ("NOUN", "PROPN"):
        yield tokens[-1]


def _owners(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        elif child.lower_ == "of":
            yield from (c for c in child.children if c.dep_ == "pobj")


def _phrase(frame: Frame, head: Token, within: Span) -> Span | None:
    return noun_phrase(head, frame.text, min(within.end, hull(head).end), within.start)


def _signed(frame: Frame, quotation: Quotation) -> Draft | None:
    """The name behind a dash that closes a quoted paragraph or opens the next, or alone on the next line."""
    start, end = quotation.span.start, quotation.span.end
    paragraph = frame.paragraph(start)
    if quotation.is_fragment or not quotation.closed or frame.trimmed_start(paragraph.start) != start:
        return None
    number = frame.paragraph_index(start)
    last = frame.paragraphs[min(number + 1, len(frame.paragraphs) - 1)] if end >= paragraph.end - 1 else paragraph
    dash = frame.after(end, " \u00a0\t\r\n") if last == paragraph else last.start
    if dash >= last.end:
        return None
    marked = frame.text[dash] in _DASHES
    if not marked and (last == paragraph or frame.text[last.end - 1] in ".!?:…”\"’'"):
        return None
    name = frame.trimmed(Span(dash + marked, last.end)) if dash + 1 < last.end else None
    if name is None or len(name.of(frame.text).split()) > (_LONGEST_SIGNATURE if marked else _LONGEST_LINE):
        return None
    tokens = frame.reading.tokens(name)
    first = next((t for t in tokens if t.idx >= name.start), None)
    if first is None or first.tag_ not in _OPENS or any(t.tag_ in FINITE for t in tokens):
        return None
    head = next((t for t in tokens if t.idx >= name.start and frame.reading.mention_at(t) is not None), None)
    if head is None or not _speaks(frame, head):
        return None
    phrase = noun_phrase(head, frame.text, name.end, name.start)
    mention = frame.reading.mention_at(head)
    if mention is not None and name.covers(mention.span):
        phrase = mention.span
    if marked:
        return _draft(quotation, head, Span(dash, dash + 1), head, phrase)
    if mention is None or mention.type != "person" or mention.form != "name" or mention.span.start != name.start:
        return None
    return Draft(head, None, _ENTRY, [quotation.span], "quote", head, phrase, order=head.i)


def _draft(quotation: Quotation, head: Token, cue: Span, source: Token, span: Span | None) -> Draft | None:
    if span is None or span.overlaps(quotation.span):
        return None
    return Draft(head, cue, _ENTRY, [quotation.span], "quote", source, span, order=head.i)
