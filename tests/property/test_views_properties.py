"""Whatever the words of an article, the pages and tables hold them safely and keep every offset."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_fixture import article

from sitroom.record import EvidenceItem
from sitroom.views.passages import passage, sentence_of
from sitroom.views.rendering import markdown_text
from sitroom.views.wording import clip, date_words, quoted, safe, when
from sitroom.web.guard import is_allowed
from sitroom.web.highlight import Mark, laid_out

TEXT = st.text(
    alphabet=st.one_of(st.sampled_from("abc. \n\r\t\x1b\u202e😀“”'\u00a0<&>[]"), st.characters()), max_size=200
)
# Machines that do other work at the time draw slowly.
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PAIRS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=5)


@QUICK
@given(TEXT, PAIRS)
def test_pieces_hold_the_whole_text_in_order(text: str, pairs: list[tuple[int, int]]) -> None:
    item = article("a1").model_copy(update={"text": text})
    marks = [Mark(s, min(s + n, len(text)), "event", "event-1", "") for s, n in pairs if s < len(text)]
    laid = laid_out(item, marks, (pairs[0][0], sum(pairs[0])) if pairs else None)
    joined = "".join(p.text for paragraph in laid for p in paragraph.pieces)
    assert "".join(joined.split()) == "".join(safe(text).split())


@QUICK
@given(TEXT, st.integers(0, 59), st.integers(1, 30))
def test_the_sentence_around_words_is_evidence_too(text: str, start: int, length: int) -> None:
    end = min(start + length, len(text))
    if start >= end:
        return
    item = article("a1").model_copy(update={"text": text})
    words = EvidenceItem(article="a1", start=start, end=end, quote=text[start:end])
    around = sentence_of(item, words)
    assert text[around.start : around.end] == around.quote
    assert passage(item, words).quote == words.quote


@QUICK
@given(TEXT)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    for made in (safe(text), clip(text, 20), quoted(text), markdown_text(text)):
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)
    assert "<" not in markdown_text(text)


@QUICK
@given(st.text(max_size=30))
def test_any_date_and_any_host_gets_an_answer(text: str) -> None:
    assert isinstance(date_words(text) + when(text), str)
    assert is_allowed(text, "127.0.0.1") in (True, False)
