"""Whatever quotation marks a text has, quotations stay within it, in order, apart, and no wording is lost."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from sitroom.annotate.statements.quotations import Quotations
from sitroom.link.wordings import align, relation, words_of
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
