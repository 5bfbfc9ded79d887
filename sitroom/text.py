"""Text never changes: spans, evidence and the one-to-one view of a text that parsers read.

One rule: every offset in Sitroom is a half-open pair of Unicode code points into an article's
canonical text.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitroom.errors import EvidenceError

# Every key is one code point and so is every value: the parse form keeps all offsets.
_PARSE_FORM = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2008": " ", "\t": " ", "\ufeff": " ",
        "\u2010": "-", "\u2011": "-", "\u200b": " ", "\u00ad": " ",
    }
)  # fmt: skip

_BREAK = re.compile(r"(?:\r\n|\r|\n)")
_SENTENCE_END = re.compile(r"[.!?:;…]['\"’”»)\]]*\s*$")


def unaccented(text: str) -> str:
    """The text without accents, its letters in their plainest forms (NFKD); its length may change."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets ``[start, end)`` into an article's canonical text; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise EvidenceError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether all of ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def join(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Words of an article that a line of the record rests on: ``text[start:end] == quote``, always."""

    article: str
    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, article_id: str, text: str, span: Span) -> Evidence:
        """The evidence at a span of an article's text."""
        evidence = cls(article_id, span.start, span.end, span.of(text))
        evidence.check(text)
        return evidence

    @property
    def span(self) -> Span:
        """The offsets without the words."""
        return Span(self.start, self.end)

    def check(self, text: str) -> None:
        """Compare with the article's canonical text.

        Raises:
            EvidenceError: the words do not stand there.
        """
        if not 0 <= self.start < self.end <= len(text) or text[self.start : self.end] != self.quote:
            raise EvidenceError(f"{self.article}[{self.start}:{self.end}] does not read {self.quote!r}")


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at either end; ``None`` where nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap or touch joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = out[-1].join(span)
        else:
            out.append(span)
    return tuple(out)


_DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]+(?:[ /]+[A-Z][A-Z.'’-]*){0,4}"  # the place, in capitals: "NEW YORK", "WASHINGTON / MOSCOW"
    r"(?:, [A-Z][\w.]{1,14}(?: [A-Z]\w{1,14}){0,2})?(?: \d{1,2})?(?:, \d{4})?"  # "Del.", "South Korea", "Jan 10"
    r"(?: ?\([^()\n]{2,40}\))?"  # the agency
    r" ?(?:--|[—–-]) ?(?=[A-Z0-9\"'“‘\[])"
)


def dateline_end(paragraph: str) -> int | None:
    """Where the report begins after a dateline ("NAIROBI, Jan 29 (Agency) - "); ``None`` where there is none.

    Not supported: datelines whose place is not in capitals, or that end without a dash.
    """
    found = _DATELINE.match(paragraph)
    return found.end() if found and found[0].rstrip()[-1] in "-—–" and " " in found[0] else None


def is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks fall inside sentences, as in texts wrapped at a fixed width.

    Judged by the share of lines that end in mid-sentence and are continued in lower case. Not
    supported: texts that are wrapped in one part only.
    """
    inner = wrapped = 0
    lines = _BREAK.split(text)
    for line, following in itertools.pairwise(lines):
        if not line.strip() or not following.strip():
            continue
        inner += 1
        if not _SENTENCE_END.search(line) and following.lstrip()[0].islower():
            wrapped += 1
    return inner >= 4 and wrapped / inner > 0.3


def paragraphs(text: str) -> list[Span]:
    """Paragraphs in order, without surrounding white space.

    A paragraph ends at a line break, in hard-wrapped texts only at a blank line.
    """
    pattern = r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*" if is_hard_wrapped(text) else r"(?:\r\n|\r|\n)+"
    return [span for start, end in _pieces(text, re.compile(pattern)) if (span := trimmed(text, start, end))]


def _pieces(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for found in separator.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


_ENTITIES = {
    "quot": '"', "ldquo": '"', "rdquo": '"', "laquo": '"', "raquo": '"', "bdquo": '"', "#34": '"', "#8220": '"',
    "#8221": '"', "#x201c": '"', "#x201d": '"', "apos": "'", "lsquo": "'", "rsquo": "'", "#39": "'", "#039": "'",
    "#8216": "'", "#8217": "'", "#x27": "'", "#x2018": "'", "#x2019": "'", "amp": "&", "nbsp": " ", "#160": " ",
}  # fmt: skip
_ENTITY = re.compile(rf"&({'|'.join(_ENTITIES)});", re.IGNORECASE)


def parse_form(text: str) -> str:
    """The text as parsers read it, of the same length: typographic quotes and spaces made plain, entities of marks
    that a careless copy has left over put right.

    Line breaks become spaces too, so paragraph boundaries must be taken from :func:`paragraphs`.
    """
    if "&" in text:
        text = _ENTITY.sub(lambda found: _ENTITIES[found[1].lower()].rjust(len(found[0])), text)
    return _BREAK.sub(lambda found: " " * len(found[0]), text.translate(_PARSE_FORM))
