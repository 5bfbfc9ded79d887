"""The text around quotations: paragraphs, sentences, and what lies between.

One rule: offsets in, offsets out; nothing here knows about cues.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from sitroom.annotate.engine import Token
from sitroom.annotate.quotations import Quotations
from sitroom.annotate.reading import Reading
from sitroom.annotate.statements.phrases import TRAILING
from sitroom.annotate.statements.words import source_words
from sitroom.model import Time
from sitroom.text import Span

_OPENERS = "“\"«„‘'`"
_SILENT = frozenset({"boilerplate", "byline", "dateline"})


@dataclass(slots=True)
class Frame:
    """An article's text with its quotations, sentences and paragraphs."""

    reading: Reading
    text: str
    quotations: Quotations
    paragraphs: list[Span]
    sentences: list[Span]
    _sentence_starts: list[int]
    _paragraph_starts: list[int]
    has_terms: bool = True
    """Whether somebody speaks on terms anywhere in the article; else nobody need look."""
    lifted: dict[int, Token] = field(default_factory=dict)
    """Participles (by token index) whose subject is that of another verb than the parser says."""

    _marks: dict[tuple[str, int], list[tuple[int, int, str]]] = field(default_factory=dict)

    def marks(self, name: str, sentence: Span, pattern: re.Pattern[str]) -> list[tuple[int, int, str]]:
        """Matches of a pattern in a sentence as (start, end, name of the group that matched), looked for once."""
        key = name, sentence.start
        if key not in self._marks:
            found = pattern.finditer(self.text, sentence.start, sentence.end)
            self._marks[key] = [(m.start(), m.end(), m.lastgroup or "") for m in found]
        return self._marks[key]

    @classmethod
    def of(cls, reading: Reading) -> Frame:
        """The frame of a reading."""
        text = reading.article.text
        paragraphs = [region.span for region in reading.regions]
        sentences = [Span(s.start_char, s.end_char) for s in reading.doc.sents if s.end_char > s.start_char]
        lower = text.lower()
        may = any(words in lower for words in source_words()["terms_words"])
        has_terms = may and source_words()["terms"].search(text) is not None
        return cls(
            reading, text, Quotations(text, paragraphs), paragraphs, sentences,
            [s.start for s in sentences], [p.start for p in paragraphs], has_terms,
        )  # fmt: skip

    def times_in(self, span: Span) -> list[Time]:
        """Times within a span, in order."""
        times = self.reading.found.times
        at = bisect_left(times, span.start, key=lambda t: t.span.start)
        found = []
        while at < len(times) and times[at].span.start < span.end:
            if times[at].span.end <= span.end:
                found.append(times[at])
            at += 1
        return found

    def silent(self, offset: int) -> bool:
        """Whether a part of the article that makes no statements stands here."""
        region = self.reading.region_at(offset)
        return region is None or region.kind in _SILENT

    def is_speech(self, offset: int) -> bool:
        """Whether an offset lies within quoted words that are more than a term or a title."""
        quotation = self.quotations.at(offset)
        return quotation is not None and not quotation.is_fragment

    def paragraph(self, offset: int) -> Span:
        """The paragraph of an offset."""
        return self.paragraphs[self.paragraph_index(offset)]

    def paragraph_index(self, offset: int) -> int:
        """The number of the paragraph of an offset."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def sentence(self, offset: int) -> Span:
        """The sentence of an offset."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def before(self, offset: int, marks: str = ",—–- \u00a0\t") -> int:
        """The offset after the last code point that is none of ``marks``, going left, within the paragraph."""
        low = self.paragraph(offset).start
        while offset > low and self.text[offset - 1] in marks:
            offset -= 1
        return offset

    def after(self, offset: int, marks: str = ", \u00a0\t") -> int:
        """The first offset from here that holds none of ``marks``, within the paragraph."""
        high = self.paragraph(offset).end
        while offset < high and self.text[offset] in marks:
            offset += 1
        return offset

    def trimmed_start(self, offset: int) -> int:
        """The first offset from here with a letter, digit or opening mark."""
        high = self.paragraph(offset).end
        while offset < high - 1 and self.text[offset] in " \t\u00a0\r\n,;:.—–-•*":
            offset += 1
        return offset

    def trimmed(self, span: Span) -> Span | None:
        """Without punctuation at the ends that belongs to the sentence around; quotation marks stay."""
        start, end = span.start, span.end
        while start < end and self.text[start] in TRAILING:
            start += 1
        while end > start and self.text[end - 1] in TRAILING and not self._abbreviates(start, end):
            end -= 1
        return Span(start, end) if start < end else None

    def _abbreviates(self, start: int, end: int) -> bool:
        return (
            self.text[end - 1] == "." and end - start > 3 and self.text[end - 3] == "." and self.text[end - 2].isupper()
        )

    def with_quotations(self, span: Span, cue_end: int = 0) -> Span:
        """Stretched so that no quotation is cut, except one that holds more than the span's whole sentence part."""
        start, end = span.start, span.end
        for quotation in self.quotations.within(span):
            q = quotation.span
            if q.start < start and q.end >= end:
                # all of it is quoted: the marks count when nothing else stands between
                if q.start == start - 1:
                    start = q.start
                    if self.after(end, ".,!?") + 1 >= q.end:
                        end = q.end
                continue
            if q.end > end and q.start >= start:
                end = q.end
            if q.start < start and q.start >= cue_end:
                start = q.start
        if (
            start > 0
            and self.text[start - 1] in _OPENERS
            and (q2 := self.quotations.starting_at(start - 1))
            and q2.span.end <= end + 2
        ):
            start, end = start - 1, max(end, q2.span.end)
        return Span(start, end)
