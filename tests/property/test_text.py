"""Whatever the text, its parse form and its paragraphs keep to it."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from sitroom.text import Span, merged, paragraphs, parse_form

spans = st.tuples(st.integers(0, 200), st.integers(1, 50)).map(lambda x: Span(x[0], x[0] + x[1]))


@given(st.text())
def test_parse_form_has_the_length_of_the_text(text: str) -> None:
    assert len(parse_form(text)) == len(text)


@given(st.text(alphabet="ab .\r\n\t“’\u00a0"))
def test_paragraphs_hold_all_that_is_not_white_space_in_order(text: str) -> None:
    found = paragraphs(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())


@given(st.lists(spans))
def test_merged_spans_cover_the_same_and_do_not_touch(items: list[Span]) -> None:
    out = merged(items)
    assert {i for s in items for i in range(s.start, s.end)} == {i for s in out for i in range(s.start, s.end)}
    assert all(a.end < b.start for a, b in itertools.pairwise(out))
