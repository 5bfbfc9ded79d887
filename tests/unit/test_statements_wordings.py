"""How two wordings of what was said stand to each other, word by word."""

from __future__ import annotations

import pytest

from sitroom.link.wordings import align, both_quote, has_gap, relation, words_of

FULL = "“We are ready for talks at any time, but not at the price of our land, and everybody in the valley knows it.”"

# two wordings → how the shorter stands to the longer
TABLE = [
    (FULL, FULL, "same"),
    (FULL, FULL.replace("“", '"').replace("”", '"').upper(), "same"),
    ("“The U.S. won’t wait for a bi-lateral deal”", "“the US wont wait for a bilateral deal”", "same"),
    (FULL, "“We are ready for talks [with them] at any time, but not at the price of our land, and everybody in the "
     "valley knows it.”", "same"),
    ("“ready for talks at any time, but not at the price of our land”", FULL, "cut"),
    ("“We are ready for talks at any time … and everybody in the valley knows it.”", FULL, "cut"),
    ("“We are ready to talk at any time, but not at the cost of our land, and all the valley knows it.”", FULL,
     "differs"),
    ("“We stand ready for talks at any moment, but not at the price of our soil”", FULL, "differs"),
    ("“He keeps asking. We are ready for talks at any time, but not at the price of our land. The snow is early this "
     "year and the roads will be closed for months.”", FULL, "part"),
    ("“The snow comes early this year and the roads will be closed.”", FULL, None),
    ("“in the valley of the land”", FULL, None),
    ("“We are not ready”", FULL, None),
    ("", FULL, None),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), TABLE)
def test_how_two_wordings_stand_to_each_other(one: str, other: str, expected: str | None) -> None:
    short, long = sorted((words_of(one), words_of(other)), key=len)
    assert relation(short, long, align(short, long)) == expected


def test_the_words_that_differ_are_told() -> None:
    one = "“They will pay a high price for this attack,” he said."
    other = "“They will pay a heavy price for that attack,” he said."
    a, b = words_of(one), words_of(other)
    swaps = align(a, b).swaps
    texts = [(one[a[d.a_from].start : a[d.a_to - 1].end], other[b[d.b_from].start : b[d.b_to - 1].end]) for d in swaps]
    assert texts == [("high", "heavy"), ("this", "that")]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("he would “fight on” for it", ["fight", "on"]),
        ('he would "fight on" for it', ["fight", "on"]),
        ("the ‘cloud’ of the leaders' talks", ["cloud"]),
        ("it’s the leaders’ talks", []),
        ("no marks at all", []),
        ("“left open to the end", ["left", "open", "to", "the", "end"]),
    ],
)
def test_which_words_stand_within_marks(text: str, quoted: list[str]) -> None:
    assert [word.form for word in words_of(text) if word.quoted] == quoted


def test_words_that_only_one_quotes_are_not_quoted_by_both() -> None:
    plain, marked = words_of("that we are ready for talks at any time"), words_of(FULL)
    assert not both_quote(plain, marked, align(plain, marked))
    assert both_quote(marked, marked, align(marked, marked))


def test_offsets_are_those_of_the_text() -> None:
    assert all(FULL[w.start : w.end].casefold().replace("’", "") == w.form for w in words_of(FULL))
    assert [w.form for w in words_of("[he] said [that] it [was] over")] == ["said", "it", "over"]


def test_a_report_says_itself_that_it_leaves_words_out() -> None:
    assert has_gap("“We will … stay”")
    assert has_gap("“We will . . . stay”")
    assert not has_gap("“We will stay …”")
