from __future__ import annotations

import pytest

from sitroom.views.wording import amount_words, clip, date_words, listed, plural, safe, when


@pytest.mark.parametrize(
    ("edtf", "words", "phrase"),
    [
        ("2021-12-30", "30 December 2021", "on 30 December 2021"),
        ("2022-01-09/2022-01-10", "9–10 January 2022", "on 9–10 January 2022"),
        ("2021-12-30/2022-01-02", "30 December 2021 – 2 January 2022", "between 30 December 2021 and 2 January 2022"),
        ("../2021-12-30", "by 30 December 2021", "by 30 December 2021"),
        ("2021-12-30/..", "from 30 December 2021", "from 30 December 2021"),
        ("2022-01", "January 2022", "in January 2022"),
        ("2014", "2014", "in 2014"),
        ("201X", "the 2010s", "in the 2010s"),
        ("2021-23", "autumn 2021", "in autumn 2021"),
        ("2021-12~", "about December 2021", "about December 2021"),
        (None, "", ""),
    ],
)
def test_dates_read_as_words(edtf: str | None, words: str, phrase: str) -> None:
    assert (date_words(edtf), when(edtf)) == (words, phrase)


@pytest.mark.parametrize(
    ("low", "high", "unit", "modifier", "words"),
    [
        (94000, 94000, None, "exact", "94,000"),
        (100000, 100000, None, "about", "about 100,000"),
        (2.5e9, None, "USD", "more_than", "more than USD 2.5 billion"),
        (None, 60, "minute", "less_than", "less than 60 minutes"),
        (None, 175000, None, "at_most", "up to 175,000"),
        (2000, None, None, "at_least", "at least 2,000"),
        (3, 3.5, "percent", "range", "3 to 3.5%"),
        (1, 1, "hour", "exact", "1 hour"),
        (None, None, None, "exact", "a number not stated"),
    ],
)
def test_amounts_read_as_stated(low: float, high: float, unit: str, modifier: str, words: str) -> None:
    assert amount_words(low, high, unit, modifier) == words


def test_safe_takes_out_what_a_terminal_obeys() -> None:
    assert safe("a\x1b[31mb\x9b2J\u202ec\x07\r\nd\x00") == "a[31mb2Jc d"
    assert safe("naïve 😀 “quote”") == "naïve 😀 “quote”"


def test_clip_cuts_at_a_word() -> None:
    assert clip("one two three", 9) == "one two …"
    assert clip("short", 9) == "short"


def test_lists_read_as_english() -> None:
    assert [listed(list("abc")[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert listed(list("abcdefg"), 3) == "a, b, c and 4 others"


@pytest.mark.parametrize(
    ("noun", "many"), [("ally", "allies"), ("day", "days"), ("church", "churches"), ("troop", "troops")]
)
def test_regular_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many
