"""Whatever quotation marks a text has, quotations stay within it, in order, apart, and no wording is lost."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from types import FrameType

from hypothesis import given, settings
from hypothesis import strategies as st

from sitroom.annotate.quotations import Quotations
from sitroom.link.wordings import align, relation, words_of
from sitroom.model import AnnotatedArticle
from sitroom.text import paragraphs

MARKS = ["“", "”", "„", "«", "»", '"', "‘", "’", "'", "``", "''", "`"]
WORDS = ["he said", "We stay", "it’s", "the leaders'", ", ", ". ", " ", "\n\n", "…", "[", "]", "é", "😀"]
PIECES = st.sampled_from([*MARKS, *MARKS, *WORDS])
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_odd_marks_give_quotations_in_order_within_their_paragraphs(text: str) -> None:
    spans = list(paragraphs(text))
    found = Quotations(text, spans).items
    for quotation in found:
        assert spans[quotation.paragraph].covers(quotation.span)
    for one, other in itertools.pairwise(found):
        assert one.span.end <= other.span.start


@given(TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_two_wordings_can_be_laid_side_by_side(one: str, other: str) -> None:
    a, b = words_of(one), words_of(other)
    assert all(one[w.start : w.end] for w in a)
    found = align(a, b)
    assert all(a[i + k].form == b[j + k].form for i, j, size in found.runs for k in range(size))
    relation(a, b, found)


ARTICLE = (
    "“The dam will hold until spring,” said Ana Torres, the mayor of Puerto Viejo. “We don’t expect the river to "
    "rise.”\n\nThe envoys’ aide called the plan ‘reckless’ and \"a gift to thieves\", the paper wrote: 'Over.'\n\n"
    "“Nobody needs to leave.\n\n“We have pumps enough,” she added. «We stay», said Ivan Petrov — and left.\n\n"
    "Petrov: “No talks before May”\n\nQ: Who broke the truce?\n\nA: Not us."
)
PLACES = [i for i, sign in enumerate(ARTICLE) if sign in "“”‘’'\"«»"]
CHANGES = st.lists(
    st.tuples(st.sampled_from(PLACES), st.sampled_from(["", *MARKS, "““", "\n\n"])), min_size=1, max_size=6
)


@given(CHANGES)
@settings(max_examples=25, deadline=None)
def test_an_article_with_marks_lost_doubled_and_mixed_up_is_read(
    annotated: Callable[..., AnnotatedArticle], changes: list[tuple[int, str]]
) -> None:
    text = ARTICLE
    for place, sign in sorted(dict(changes).items(), reverse=True):
        text = text[:place] + sign + text[place + 1 :]
    for statement in annotated(text, "2019-05-10", ("mentions", "times", "statements")).statements:
        assert statement.content
        assert all(0 <= span.start < span.end <= len(text) for span in statement.content)


@given(st.lists(PIECES, min_size=1, max_size=6).map("".join))
@settings(max_examples=40, deadline=None)
def test_time_grows_with_length_whatever_the_marks(piece: str) -> None:
    """Steps are counted, not seconds: the code points that are looked at grow no faster than the text."""
    few, many = (_lines_run(piece * times) for times in (40, 400))
    assert many <= 14 * few + 2000


def _lines_run(text: str) -> int:
    spans = list(paragraphs(text))
    count = 0

    def tick(frame: FrameType, event: str, _: object) -> Callable[..., object]:
        nonlocal count
        count += event == "line"
        return tick

    before = sys.gettrace()
    sys.settrace(tick)
    try:
        Quotations(text, spans)
    finally:
        sys.settrace(before)
    return count
