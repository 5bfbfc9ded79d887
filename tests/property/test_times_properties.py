"""What holds of values and of the grammar for any input."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitroom.annotate.times import periods
from sitroom.annotate.times.lexer import segments
from sitroom.annotate.times.resolve import grammar
from sitroom.resources import load
from sitroom.values import Bounds, bounds, bounds_of_timex, edtf_of, edtf_of_timex, is_edtf, timex_of_edtf

DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))
UNITS = st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"])
WORDS = sorted({str(w) for table in load("times")["classes"].values() for w in table})


@given(DAYS, DAYS)
def test_edtf_prints_and_parses_back(one: dt.date, other: dt.date) -> None:
    span = Bounds(min(one, other), max(one, other))
    assert bounds(edtf_of(span)) == span


@given(DAYS, UNITS)
def test_period_prints_a_value_with_its_own_bounds(date: dt.date, unit: str) -> None:
    period = periods.containing(date, unit)
    span = Bounds(period.first, period.last)
    assert bounds_of_timex(period.value) == span
    edtf = edtf_of_timex(period.value)
    assert edtf is not None
    assert bounds(edtf) == span
    back = timex_of_edtf(edtf)
    assert back is not None
    assert bounds_of_timex(back) == span


@given(DAYS, st.sampled_from(sorted(periods.SEASONS)))
def test_season_prints_and_parses_back(date: dt.date, code: str) -> None:
    period = periods.season(date.year, code)
    assert timex_of_edtf(edtf_of_timex(period.value) or "") == period.value


@given(st.text(max_size=20))
def test_any_text_is_a_value_or_none(text: str) -> None:
    edtf = edtf_of_timex(text)
    assert edtf is None or is_edtf(edtf)
    assert is_edtf(text) in (True, False)


@given(DAYS, UNITS, st.integers(-500, 500))
def test_moving_there_and_back_stays_within_a_month(date: dt.date, unit: str, count: int) -> None:
    there = periods.moved(date, unit, count)
    if there is not None:
        back = periods.moved(there, unit, -count)
        assert back is not None
        assert abs((back - date).days) <= 3  # the 31st of a shorter month


@given(st.lists(st.sampled_from(WORDS) | st.from_regex(r"[0-9]{1,5}", fullmatch=True), max_size=60))
def test_the_grammar_reads_any_run_of_its_words(words: list[str]) -> None:
    text = " ".join(words)
    core = frozenset(load("times")["core"])
    rules = grammar()
    for run in segments(text, 0, len(text), core):
        for node in rules.read(run):
            assert 0 <= node.start < node.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 20_000,
        "the " * 20_000 + "day",
        "early " * 10_000 + "May",
        "half a " * 10_000 + "year",
        "two-" * 20_000 + "day",
        "Jan. " * 20_000,
        "9" * 100_000,
        "1,234" * 20_000,
        "'" * 50_000,
        "12:34:56" * 10_000,
        "the end of " * 10_000 + "the year",
        "a" * 100_000,
        "a.b." * 30_000,
    ],
)
def test_hostile_text_takes_bounded_time(text: str) -> None:
    rules = grammar()
    core = frozenset(load("times")["core"])
    started = time.process_time()
    for run in segments(text, 0, len(text), core):
        rules.read(run)
    assert time.process_time() - started < 4
