"""Quotations: where quoted words begin and end, whatever the marks.

One rule: a quotation never crosses a paragraph; a speech over several paragraphs is several quotations,
of which all but the last are left open, whether or not a mark opens each. Marks that find no partner are
ignored, never an error.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sitroom.text import Span

_MOST_ENDS = 12  # apostrophes that are tried as the end of one quotation
_FEW = 4  # words that a quotation has fewer of where it may end behind an "s"
_LONGEST_SINGLE = 2000  # code points between single marks
_LONGEST_OPEN = 700  # code points of a quotation that nothing closes, unless it is a whole paragraph
_ENTITIES = {
    "&quot;": '"', "&ldquo;": "“", "&rdquo;": "”", "&lsquo;": "‘", "&rsquo;": "’", "&apos;": "'", "&laquo;": "«",
    "&raquo;": "»", "&bdquo;": "„", "&#34;": '"', "&#39;": "'", "&#039;": "'", "&#8216;": "‘", "&#8217;": "’",
    "&#8220;": "“", "&#8221;": "”", "&#x27;": "'", "&#x201c;": "“", "&#x201d;": "”",
}  # fmt: skip
_MARKS = re.compile(rf"{'|'.join(_ENTITIES)}|``|''|[“”„‟«»\"‘’‚'`]", re.IGNORECASE)
_MOST_PARAGRAPHS = 6  # that one pair of marks holds
_DOUBLE = re.compile(r"``|''|&(?:[lrb]dquo|quot|laquo|raquo|#34|#822[01]|#x201[cd]);|[“”„«»\"]", re.IGNORECASE)
_OPENS = " \t\u00a0\u202f([{—–-/\n\r|>‘“'\""
_CLOSES = " \t\u00a0\u202f)]}—–-/\n\r,.;:!?…|<’”'\""
_ENDS = {
    "“": ("”", '"', "''", "“"), "„": ("“", "”", '"'), "‟": ("”",), "«": ("»",), "»": ("«",), "”": ("”", '"'),
    '"': ('"', "”", "''"), "''": ('"', "”", "''"), "``": ("''", '"', "”"),
    "‘": ("’",), "'": ("'",), "`": ("'", "’", "`"), "‚": ("‘", "’"),
}  # fmt: skip
"""By opening mark, the marks that may close it."""
_SINGLE = frozenset("‘'`‚")
_VERB = r"(?:said|says|told|tells|added|adds|asked|warned|wrote|tweeted|replied|insisted)"
_SAYS = re.compile(
    rf"[,?!…]['’]?\s+(?:{_VERB}\s+\w"
    rf"|(?:[\w.’'-]+\s+){{1,5}}?{_VERB}(?=\s*[.,;:]|\s+(?:on|in|at|to|of|by|after|before|during|when|as)\b))"
)
_LONGEST_SAID = 120  # code points from the end of words to the verb that says who spoke them
_DECADE = re.compile(r"\d\ds?\b")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words with their marks; ``paragraph`` is an index. ``closed`` is false where the closing mark is
    missing; ``continues`` where it goes on from an open quotation in the paragraph before."""

    span: Span
    paragraph: int
    closed: bool = True
    continues: bool = False
    words: int = 0
    mark: str = ""
    """The mark that opens it, decoded where the text has an entity for it."""

    @property
    def is_fragment(self) -> bool:
        """Too short to be an utterance by itself: a scare quote, a title, or a phrase within a paraphrase."""
        return self.words < 4

    def ends_with_comma(self, text: str) -> bool:
        """Whether the last mark that is no quotation mark is a comma, or one stands right behind."""
        inner = text[self.span.start : self.span.end].rstrip(" \u00a0\"”’»«“'")
        return inner.endswith(",") or text[self.span.end : self.span.end + 1] == ","

    def is_spoken(self, text: str) -> bool:
        """Whether the quoted words end with a comma or a mark of their own: "…," she said; "…!" she said."""
        return text[self.span.end - 2 : self.span.end - 1] in (",", "?", "!")

    @property
    def is_single(self) -> bool:
        """Whether it stands within single marks."""
        return self.mark in _SINGLE


class Quotations:
    """All quotations of a text, in order, with quick lookup by offset."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.items: list[Quotation] = []
        open_before = False
        read_to: dict[int, int] = {}  # by paragraph, where what an earlier one opens has ended
        for index, paragraph in enumerate(paragraphs):
            start = read_to.get(index, paragraph.start)
            if start >= paragraph.end:
                open_before = False
                continue
            following = text[paragraphs[index + 1].start] if index + 1 < len(paragraphs) else ""
            scan = _Scan(text, Span(start, paragraph.end), index, open_before, following)
            found, left_open = scan.run()
            follows = following != "" and following in "“\"«„‘'`"
            self.items.extend(q for q in found if left_open is None or q.span.end <= left_open)
            if left_open is not None:
                ends = None if follows else _closed_later(text, paragraphs, index, scan.mark)
                span = Span(left_open, paragraph.end) if ends else _open_words(text, left_open, paragraph, follows)
                if span is not None:
                    continues = open_before and left_open == paragraph.start
                    self.items.append(Quotation(span, index, False, continues, _words(text, span), scan.mark))
                for piece, number in ends or ():
                    closed = number == index + len(ends or ())
                    self.items.append(Quotation(piece, number, closed, True, _words(text, piece), scan.mark))
                    read_to[number] = piece.end
            open_before = left_open is not None and follows
        self._starts = [q.span.start for q in self.items]
        self._ends = {q.span.end: q for q in self.items}
        self._first = {q.span.start: q for q in self.items}

    def single(self) -> Iterator[Quotation]:
        """Those that stand within single marks."""
        return (q for q in self.items if q.is_single)

    def at(self, offset: int) -> Quotation | None:
        """The quotation that holds an offset."""
        at = bisect_right(self._starts, offset) - 1
        return self.items[at] if at >= 0 and offset < self.items[at].span.end else None

    def ending_at(self, offset: int) -> Quotation | None:
        """The quotation whose closing mark ends at an offset."""
        return self._ends.get(offset)

    def starting_at(self, offset: int) -> Quotation | None:
        """The quotation whose opening mark stands at an offset."""
        return self._first.get(offset)

    def within(self, span: Span) -> list[Quotation]:
        """Quotations that share a code point with a span, in order."""
        at = max(0, bisect_right(self._starts, span.start) - 1)
        end = bisect_left(self._starts, span.end, at)
        return [quotation for quotation in self.items[at:end] if quotation.span.overlaps(span)]


@dataclass(slots=True)
class _Scan:
    """One paragraph, read from mark to mark; ``following`` is the first code point of the next paragraph."""

    text: str
    paragraph: Span
    index: int
    open_before: bool
    following: str
    found: list[Quotation] = field(default_factory=list)
    opened: int | None = None
    mark: str = ""
    inner_end: int = 0
    """Up to where a single mark holds what doubles quote within it."""
    searched: int = 0
    """Up to where nobody is said to have spoken within an open quotation."""
    ends: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def run(self) -> tuple[list[Quotation], int | None]:
        """Closed quotations, and where one is left open."""
        for match in _MARKS.finditer(self.text, self.paragraph.start, self.paragraph.end):
            sign = _decoded(match)
            if self.opened is None:
                self._try_open(match.start(), match.end(), sign)
            elif match.start() >= self.opened + len(self.mark):
                self._within(self.opened, match.start(), match.end(), sign)
        if self.opened is not None and self.mark in _SINGLE and not self._goes_on(self.opened):
            self.opened = None
        return self.found, self.opened

    def _try_open(self, start: int, end: int, sign: str) -> None:
        before, after = self._around(start, end)
        opens = before in _OPENS and not after.isspace()
        if sign in ("”", "''", "»"):
            fits = opens and (before.isspace() or start == self.paragraph.start)
        elif sign in ("“", "‟", "«", "„", "``"):
            fits = not (after in _CLOSES and not after.isspace()) or opens or after in _OPENS
            fits = fits and not (before.isalnum() and (after.isspace() or after in ",.;:"))
        elif sign == '"':
            fits = before in _OPENS and not (after.isspace() and start > self.paragraph.start)
        elif sign in _SINGLE:
            fits = self._single_opens(start, end, sign, before, after)
        else:
            fits = False
        if fits:
            self.opened, self.mark = start, sign

    def _single_opens(self, start: int, end: int, sign: str, before: str, after: str) -> bool:
        """A single mark is a quotation mark only where nothing else explains it."""
        if before not in " \u00a0\t([—–-:" or not (after.isalnum() or after in '“"«…['):
            return False
        if _DECADE.match(self.text, end):
            return False
        self.inner_end = self._single_end(start, end, sign)
        return self.inner_end > start or self._goes_on(start)

    def _single_end(self, start: int, end: int, sign: str) -> int:
        """Where the quotation that a single mark opens ends, ``start`` where nothing closes it."""
        known = self._single_ends(sign)
        at = bisect_left(known, (end, end))
        sure = start
        for low, high in known[at : at + _MOST_ENDS]:
            if low - start > _LONGEST_SINGLE:
                break
            if _balanced(self.text, end, low):
                sure = high
                break
        return self._behind_s(start, end, sure, sign) or sure

    def _single_ends(self, sign: str) -> list[tuple[int, int]]:
        """Where marks stand in the paragraph that end what such a mark opens, looked for once."""
        if sign not in self.ends:
            self.ends[sign] = [
                match.span()
                for match in _MARKS.finditer(self.text, self.paragraph.start, self.paragraph.end)
                if _decoded(match) in _ENDS[sign] and _ends_single(*self._around(*match.span()))
            ]
        return self.ends[sign]

    def _behind_s(self, start: int, end: int, sure: int, sign: str) -> int | None:
        """The end of a few words behind an "s" ("the 'dangers' of 'a short peace'"), where another mark opens before
        the sure end, or there is none; else it is the apostrophe of a plural."""
        limit = min(self.paragraph.end, sure if sure > start else start + _LONGEST_SINGLE)
        found = None
        for match in islice(_MARKS.finditer(self.text, end, limit), _MOST_ENDS):
            before, after = self._around(*match.span())
            if found is not None and _decoded(match) == sign and before.isspace() and not after.isspace():
                return found
            if (
                found is None
                and _decoded(match) in _ENDS[sign]
                and before == "s"
                and after.isspace()
                and _words(self.text, Span(start, match.start())) < _FEW
            ):
                found = match.end()
        return found if sure == start else None

    def _goes_on(self, start: int) -> bool:
        """Whether an open single mark that begins a sentence is taken up by the next paragraph."""
        lead = self.text[max(self.paragraph.start, start - 3) : start].strip()
        return self.following == self.text[start] and self.following in "‘'" and (not lead or lead[-1] in ".!?,:…’'")

    def _within(self, opened: int, start: int, end: int, sign: str) -> None:
        if end < self.inner_end and self.mark in _SINGLE:
            return  # quoted within single marks, or an apostrophe
        if sign in _ENDS.get(self.mark, ("”",)) and self._closes(start, end, sign):
            self._close(opened, end)
        elif self.mark not in _SINGLE and sign in ("“", '"', "``", "„"):
            self._again(opened, start, end, sign)
        elif self.mark in _SINGLE and sign in ("“", '"', "«"):
            self.opened, self.mark = start, sign  # what seemed a single quotation mark was an apostrophe

    def _closes(self, start: int, end: int, sign: str) -> bool:
        before, after = self._around(start, end)
        if self.mark in _SINGLE:
            return end == self.inner_end or (end > self.inner_end and _ends_single(before, after))
        if sign == "“" and self.mark == "“":  # an opening mark that closes
            return not before.isspace() and before not in "([—–-" and after in _CLOSES
        if sign == '"' and before.isspace() and after.isalnum():
            return self.mark != "“" and not self._closing_follows(end)
        return True

    def _closing_follows(self, at: int) -> bool:
        """Whether the next straight mark looks like the end of a quotation, so that the one before it opens one."""
        following = self.text.find('"', at, self.paragraph.end)
        return following > at and not self.text[following - 1].isspace()

    def _again(self, opened: int, start: int, end: int, sign: str) -> None:
        """Another mark opens: the one before has no end, where somebody is said to have spoken in between."""
        if self._around(start, end)[0].isspace() and (said := self._said(opened, start)) > opened:
            self._close(opened, said)
            self._try_open(start, end, sign)

    def _said(self, opened: int, start: int) -> int:
        """Where the words end before somebody is said to have spoken them; ``opened`` where nobody is."""
        said = _SAYS.search(self.text, max(opened, self.searched - _LONGEST_SAID), start)
        self.searched = start
        return said.start() + 1 if said else opened

    def _close(self, opened: int, end: int) -> None:
        span = Span(opened, end)
        words = _words(self.text, span)
        if words and not (self.mark in _SINGLE and len(span) < 5):
            continues = self.open_before and opened == self.paragraph.start
            self.found.append(Quotation(span, self.index, True, continues, words, self.mark))
        self.opened = None
        self.inner_end = 0

    def _around(self, start: int, end: int) -> tuple[str, str]:
        before = self.text[start - 1] if start > self.paragraph.start else " "
        after = self.text[end] if end < self.paragraph.end else " "
        return before, after


def _decoded(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0].lower(), match[0])


def _balanced(text: str, start: int, end: int) -> bool:
    """Whether the words are some, and what they quote themselves is closed among them."""
    inner = text[start:end]
    return inner.count('"') % 2 == 0 and inner.count("“") == inner.count("”") and any(map(str.isalnum, inner))


def _ends_single(before: str, after: str) -> bool:
    # "the leaders' talks" and "he's" are no ends; ends come after punctuation, or before it
    return after in _CLOSES and (
        before in ',.!?…”"' or after in ",.;:!?)—" or (after in " \u00a0\n\r" and before != "s")
    )


def _open_words(text: str, opened: int, paragraph: Span, follows: bool) -> Span | None:
    """The words of a quotation that nothing closes: up to where somebody is said to have spoken them, else to the
    end of the paragraph where these are a speech; ``None`` where the mark is odd."""
    if not follows:
        said = _SAYS.search(text, opened, paragraph.end)
        if said:
            return Span(opened, said.start() + 1)
        if opened != paragraph.start and not _introduced(text, opened):
            return None
        if paragraph.end - opened > _LONGEST_OPEN:
            end = _SENTENCE_END.search(text, opened, paragraph.end)
            return Span(opened, end.end()) if end else None
    return Span(opened, paragraph.end)


def _closed_later(text: str, paragraphs: Sequence[Span], index: int, mark: str) -> list[tuple[Span, int]] | None:
    """The paragraphs behind an open one that are quoted as well, though no mark opens them, up to the one that a mark
    closes; ``None`` where none does."""
    pieces: list[tuple[Span, int]] = []
    for number in range(index + 1, min(index + 1 + _MOST_PARAGRAPHS, len(paragraphs))):
        span = paragraphs[number]
        sign = _DOUBLE.search(text, span.start, span.end)
        if sign is None:
            pieces.append((span, number))
            continue
        before = text[sign.start() - 1] if sign.start() > span.start else ""
        after = text[sign.end()] if sign.end() < span.end else " "
        closes = _decoded(sign) in _ENDS.get(mark, ()) and _decoded(sign) != "“" and after in _CLOSES
        if not closes or not before or (_decoded(sign) == '"' and before.isspace()):
            return None
        return [*pieces, (Span(span.start, sign.end()), number)]
    return None


def _introduced(text: str, at: int) -> bool:
    """Whether what stands before leads up to a quotation; a mark that can only open may also begin a sentence."""
    before = text[max(0, at - 2) : at].strip()[-1:]
    return before in (",", ":") or (text[at] in "“„«" and before in (".", "?", "!"))


def _words(text: str, span: Span) -> int:
    return len(re.findall(r"\w+(?:['’\-]\w+)*", text[span.start : span.end]))
