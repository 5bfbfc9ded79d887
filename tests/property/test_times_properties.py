"""What holds of values and of the grammar for any input."""

from __future__ import annotations

import ast
import datetime as dt
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitroom import values
from sitroom.annotate import times
from sitroom.annotate.reading import Reading
from sitroom.annotate.times import holidays, periods
from sitroom.annotate.times.context import Context, Meaning
from sitroom.annotate.times.lexer import LONGEST_SEGMENT, segments
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


@settings(deadline=None)
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


NUMBERS = st.integers(1, 31).map(str) | st.sampled_from(["two", "ten", "several", "twenty-five", "2.5"])
YEARS = st.integers(1900, 2099).map(str)
MONTHS = st.sampled_from(["January", "Feb.", "May", "Sept.", "December"])
DAYNAMES = st.sampled_from(["Monday", "Friday", "Sunday"])
SPANS = st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "weekend"])
FEASTS = st.sampled_from([name.title() for name in holidays.names() if name.isascii() and "'" not in name])
EXPRESSIONS = st.one_of(
    st.builds("{} {}, {}".format, MONTHS, st.integers(1, 28), YEARS),
    st.builds("{} {}".format, MONTHS, st.integers(1, 28)),
    st.builds("{} {}".format, MONTHS, YEARS),
    st.builds("{} {}-{}".format, MONTHS, st.integers(1, 14), st.integers(15, 28)),
    st.builds("{} {}".format, st.sampled_from(["early", "mid", "late", "earlier in", "around"]), MONTHS),
    st.builds("{} {}".format, st.sampled_from(["last", "this", "next", "the following"]), SPANS | DAYNAMES),
    st.builds("{} {}s {}".format, NUMBERS, SPANS, st.sampled_from(["ago", "later", "earlier", "from now"])),
    st.builds("the {} week of {}".format, st.sampled_from(["first", "second", "last"]), MONTHS),
    st.builds("the {} day of {}".format, st.sampled_from(["first", "second", "10th"]), MONTHS | YEARS),
    st.builds(
        "the {} {} of {}".format, st.sampled_from(["first", "last"]), st.sampled_from(["month", "quarter"]), YEARS
    ),
    st.builds("the {} half of {}".format, st.sampled_from(["first", "second"]), MONTHS | YEARS),
    st.builds("the {}s".format, st.integers(190, 209).map(lambda n: n * 10)),
    st.builds("{} {}".format, st.sampled_from(["spring", "summer", "autumn", "winter"]), YEARS),
    st.builds("fiscal {}".format, YEARS),
    st.builds("{} {}s".format, NUMBERS, SPANS.filter(lambda unit: unit != "quarter")),
    st.builds("every {}".format, SPANS | DAYNAMES),
    st.builds(
        "{}:{:02d} {} {}".format,
        st.integers(1, 12),
        st.integers(0, 59),
        st.sampled_from(["a.m.", "p.m. GMT"]),
        DAYNAMES,
    ),
    FEASTS,
    st.builds("{} {}".format, FEASTS, YEARS),
)
"""Expressions of every kind that the grammar has."""
VALUE = re.compile(
    r"P(?:X|\d+(?:\.\d+)?)(?:Y|M|W|D|Q|WE)(?:\d+[MWD])?|PT(?:X|\d+(?:\.\d+)?)[HMS](?:\d+[MS])?|P\d+DT\d+H"
    r"|(?:PRESENT|PAST|FUTURE)_REF|\d{4}-(?:WXX|XX)|BC\d+\S*|XXXX\S*"
)
"""Values that land on no calendar."""


def meanings(text: str, context: Context) -> Iterator[Meaning]:
    """What the grammar finds in a text, in one context."""
    wanted = frozenset(load("times_grammar")["times"])
    for run in segments(text, 0, len(text), frozenset(load("times")["core"])):
        for node in grammar().read(run):
            meaning = node.data.mean(context) if node.classes & wanted else None
            if meaning is not None:
                yield meaning


@given(EXPRESSIONS, st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)), st.sampled_from([None, "past", "future"]))
@settings(max_examples=400, deadline=None)
def test_what_an_expression_prints_parses_back(text: str, published: dt.date, direction: str | None) -> None:
    found = list(meanings(text, Context(published, previous=periods.day(published), direction=direction)))  # type: ignore[arg-type]
    assert found, text
    for meaning in found:
        value = re.sub(r"T(?:\d\d:\d\d|[A-Z]{2})$", "", meaning.value) if meaning.type == "TIME" else meaning.value
        calendar = bounds_of_timex(value)
        assert calendar is not None or VALUE.fullmatch(value), (text, value)
        period = meaning.period
        if period is None or period.first is None:
            continue
        span = Bounds(period.first, period.last)
        assert bounds(edtf_of(span)) == span
        assert calendar is not None and calendar.covers(span), (text, value, span)


@settings(deadline=None)
@given(EXPRESSIONS, st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)))
def test_an_expression_means_the_same_whenever_it_is_read(text: str, published: dt.date) -> None:
    context = Context(published)
    assert list(meanings(text, context)) == list(meanings(text, context))


def clock_calls(source: str) -> list[str]:
    """Calls that would ask the machine for its clock or zone."""
    names = {
        "today",
        "now",
        "utcnow",
        "time",
        "localtime",
        "gmtime",
        "monotonic",
        "mktime",
        "tzset",
        "astimezone",
        "fromtimestamp",
    }
    called = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [
        ast.unparse(call)
        for call in called
        if (isinstance(call, ast.Attribute) and call.attr in names) or (isinstance(call, ast.Name) and call.id in names)
    ]


def test_nothing_that_resolves_times_asks_for_the_clock() -> None:
    assert clock_calls("import datetime as dt\nx = dt.date.today()\ny = time.time()") == ["dt.date.today", "time.time"]
    folder = Path(times.__file__).parent
    sources = [*folder.glob("*.py"), folder.parent / "times_of.py", Path(values.__file__)]
    assert len(sources) > 15
    assert {path.name: clock_calls(path.read_text(encoding="utf-8")) for path in sources} == {
        p.name: [] for p in sources
    }


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"])
def test_the_zone_of_the_machine_changes_nothing(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    context = Context(dt.date(2021, 12, 31))
    text = "tomorrow, 11:30 p.m. on Friday, last night, next week, in two hours, midnight GMT"
    before = list(meanings(text, context))
    assert len(before) >= 5
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert time.localtime(0).tm_gmtoff != 0
        assert list(meanings(text, context)) == before
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    "text",
    [
        "on the tenth day of the war " * 1_500,
        'the first anniversary of the 2014 war, "next week" ' * 800,
        '"Next month we go," he said on Jan. 20. ' * 800,
        "possibly on Friday, " * 2_000,
        "two days after " * 3_000,
    ],
)
def test_hostile_expressions_reach_the_grammar_in_bounded_runs(text: str) -> None:
    runs = list(segments(text, 0, len(text), frozenset(load("times")["core"])))
    assert sum(map(len, runs)) > 1_000
    assert max(map(len, runs)) <= LONGEST_SEGMENT


def test_many_counts_and_quotations_take_time_in_proportion(reading: Callable[..., Reading]) -> None:
    text = 'The war began on Feb. 24. On the tenth day of the war he said on Jan. 20: "Next month we go." '
    few, many = reading(text * 20, published="2022-03-10"), reading(text * 160, published="2022-03-10")

    def seconds(read: Reading) -> float:
        started = time.process_time()
        assert len(times.run(read)) >= 60
        return time.process_time() - started

    seconds(few)
    assert seconds(many) < 40 * max(seconds(few), 0.005)  # eight times the text; 64 if it were quadratic
