"""Headlines that name their source by form: "Lavrov: ready for talks", "Ready for talks: Lavrov", "'No plans': Putin".

One rule: what names the source is a short phrase for somebody who can speak; topics ("War in Ukraine:"), rubrics
("Explainer:") and the names of sites behind a dash are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import SAID, Lexicon
from sitroom.annotate.statements.passing import is_medium
from sitroom.annotate.statements.phrases import FINITE
from sitroom.annotate.statements.speaking import speaker
from sitroom.text import Span

_LONGEST = 30  # words of a headline
_LEAST = 2  # words of content; where the source comes last
_LEAST_BEFORE = 3
_LEAST_LETTERS = 8  # letters of quoted words that are found again in the text
_LONGEST_REST = 3  # words behind a name that ends a headline
_LEFT_OUT = frozenset({"and", "the", "a", "an"})
_OWN = re.compile(r"\b(?:I|we|our|us|my)\b", re.IGNORECASE)
_ASKS = re.compile(r"(?:how|why|what|when|where|who|which|whether)\b", re.IGNORECASE)
_SAYS_NO = re.compile(r"(?:no|not|never|nothing|nobody)\b", re.IGNORECASE)
_PRESENTS = re.compile(r"(?:meet|introducing|remembering|presenting)\b", re.IGNORECASE)
_JOINT = re.compile(r":\s|\s[–—-]\s")
_SAYS = re.compile(r",\s(?P<verb>says?|said|warns?|claims?|reports?|finds?|shows?|suggests?)\s(?P<who>[^,:]+)$")


class _Said:
    """What the other drafts tell: where cues stand, and what is quoted in whose mouth."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._quoted: list[tuple[int, str, Draft]] | None = None
        self.cues = {draft.cue.start for draft in drafts if draft.cue is not None}

    def quoted(self, frame: Frame) -> list[tuple[int, str, Draft]]:
        """Quotations as (start of the content, words, draft), looked for once."""
        if self._quoted is None:
            self._quoted = [
                (span.start, _words(quotation.span.of(frame.text)), draft)
                for draft in self._drafts
                for span in draft.content
                for quotation in frame.quotations.within(span)
            ]
        return self._quoted


def headline_drafts(frame: Frame, drafts: Sequence[Draft], words: Lexicon) -> Iterator[Draft]:
    """A draft for every headline or heading whose form names a source, where no verb does."""
    others = _Said(drafts)
    for number, region in enumerate(frame.reading.regions):
        if region.kind != "title" and (number or region.kind != "body"):
            continue
        span = frame.trimmed(region.span)
        if span is None or span.of(frame.text).count(" ") >= _LONGEST:
            continue
        draft = _draft(frame, span, words, others)
        if draft is not None:
            yield draft


def _draft(frame: Frame, span: Span, words: Lexicon, others: _Said) -> Draft | None:
    joints = [m for m in _JOINT.finditer(frame.text, span.start, span.end) if frame.quotations.at(m.start()) is None]
    if joints:
        first, last = joints[0], joints[-1]
        if first.start() in others.cues:
            return None
        if first[0][0] == ":" and (found := _source_first(frame, span, first.start())):
            return found
        quotation = frame.quotations.starting_at(span.start)
        if quotation is not None and quotation.span.end == first.start():
            found = _quoted_below(frame, quotation.span, others)
            found = found or _quoted_first(frame, quotation.span, Span(first.end(), span.end), first.start(), words)
            if found is not None:
                return found
        return _source_last(frame, span, last)
    said = _SAYS.search(frame.text, span.start, span.end)
    if said is None or said.start("verb") in others.cues:
        return None
    who = speaker(frame, Span(*said.span("who")), True)
    verb = Span(*said.span("verb"))
    content = frame.trimmed(Span(span.start, said.start()))
    return _made(frame, who, verb, content, frame.reading.tokens(verb)[0]) if who else None


def _source_first(frame: Frame, span: Span, colon: int) -> Draft | None:
    """ "Lavrov: ready for talks"."""
    content = frame.trimmed(Span(colon + 1, span.end)) if colon + 1 < span.end else None
    if colon <= span.start or content is None or frame.quotations.at(span.start) is not None:
        return None
    text = content.of(frame.text)
    source = speaker(frame, Span(span.start, colon), _OWN.search(text) is not None)
    if source is None or text.count(" ") + 1 < _LEAST or not _says_something(frame, content, source[0]):
        return None
    return _made(frame, source, Span(colon, colon + 1), content, source[0])


def _says_something(frame: Frame, content: Span, head: Token) -> bool:
    """Whether the words behind a name are what he says, not who he is or what is told about him."""
    text = content.of(frame.text)
    if frame.quotations.starting_at(content.start) is not None:
        return True
    if _ASKS.match(text) and not text.endswith("?"):
        return False
    tokens = frame.reading.tokens(content)
    verbs = [t for t in tokens if t.pos_ in ("VERB", "AUX")]
    mention = frame.reading.mention_at(head)
    if mention is not None and mention.type == "person" and (_SAYS_NO.match(text) or _OWN.search(text)):
        return True
    # "the mayor who would not leave" tells who somebody is
    return bool(verbs) and not any(t.tag_ in ("WP", "WDT") and t.i < verbs[0].i for t in tokens)


def _source_last(frame: Frame, span: Span, joint: re.Match[str]) -> Draft | None:
    """ "Ready for talks: Lavrov", "Nine killed in market – medics"."""
    content = frame.trimmed(Span(span.start, joint.start())) if joint.start() > span.start else None
    if content is None or joint.end() >= span.end or frame.text[joint.start() - 1] == "?":
        return None
    if _PRESENTS.match(frame.text, content.start):
        return None
    source = speaker(frame, Span(joint.end(), span.end), True)
    if (
        source is None
        or not _is_short(frame.text[source[1].end : span.end])
        or any(t.tag_ in FINITE for t in frame.reading.tokens(source[1]))
    ):
        return None
    dash = joint[0][0] != ":"
    if dash and is_medium(frame.reading, source[0]):
        return None  # the name of the site
    quoted = frame.quotations.starting_at(content.start)
    if quoted is None or quoted.span.end < content.end:
        tokens = frame.reading.tokens(content)
        predicates = any(
            t.pos_ in ("VERB", "AUX") or (t.pos_ == "ADJ" and (t.dep_ != "amod" or t.head.i < t.i)) for t in tokens
        )
        quotes = bool(frame.quotations.within(content))
        if content.of(frame.text).count(" ") + 1 < _LEAST_BEFORE or not (predicates or quotes):
            return None
    mark = joint.start() if not dash else joint.start() + 1
    return _made(frame, source, Span(mark, mark + 1), content, source[0])


def _is_short(rest: str) -> bool:
    """Whether no more than a place or a body stands behind a name ("Torres in Geneva"), not a clause of its own."""
    return "," not in rest and rest.count(" ") <= _LONGEST_REST


def _quoted_below(frame: Frame, quoted: Span, said: _Said) -> Draft | None:
    """Words in a headline that the text quotes again: whoever speaks them there speaks them here."""
    same = _words(quoted.of(frame.text))
    if len(same) < _LEAST_LETTERS:
        return None
    found = next((d for start, words, d in said.quoted(frame) if start > quoted.end and same in words), None)
    return Draft(None, None, None, [quoted], "quote", previous=found) if found is not None else None


def _words(text: str) -> str:
    """The words in lower case between spaces, without those that a headline leaves out."""
    return " ".join(["", *(w for w in re.findall(r"\w+", text.lower()) if w not in _LEFT_OUT), ""])


def _quoted_first(frame: Frame, quoted: Span, rest: Span, joint: int, words: Lexicon) -> Draft | None:
    """ "'We were lied to': Families demand answers"."""
    tokens = [t for t in frame.reading.tokens(rest) if t.idx >= rest.start]
    verb = next((t for t in tokens if t.tag_ in FINITE and t.i > tokens[0].i), None)
    if verb is None or verb.lemma_.lower() not in words.verbs:
        return None
    subject = Span(rest.start, verb.idx)
    source = speaker(frame, subject, False) if "," not in subject.of(frame.text) else None
    if source is None:
        return None
    mention = frame.reading.mention_at(source[0])
    people = mention is not None and mention.type in ("person", "group")
    return _made(frame, source, Span(joint, joint + 1), quoted, source[0]) if people else None


def _made(frame: Frame, source: tuple[Token, Span], cue: Span, content: Span | None, head: Token) -> Draft | None:
    if content is None:
        return None
    whole = frame.quotations.starting_at(content.start)
    pattern = "quote" if whole is not None and whole.span.end >= content.end else "clause"
    return Draft(head, cue, SAID, [content], pattern, source[0], source[1], order=head.i)
