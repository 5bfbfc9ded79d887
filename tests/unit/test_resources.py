"""Rows of words in the tables are read in one way, however they are written."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sitroom.annotate.parties import armed
from sitroom.errors import ResourceError
from sitroom.resources import listed, words
from sitroom.resources.verbs import forms, tells_change


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("call, visit,  phone call", {"call", "visit", "phone call"}),
        (["call", "visit"], {"call", "visit"}),
        ("call, , visit,", {"call", "visit"}),
        ("", set()),
        (None, set()),
    ],
)
def test_a_row_of_words_is_a_set(row: str | Sequence[str] | None, expected: set[str]) -> None:
    assert words(row) == expected


def test_words_are_found_under_nested_keys() -> None:
    assert "ceasefire" in listed("events", "sets", "truces")


def test_a_missing_table_is_named() -> None:
    with pytest.raises(ResourceError, match="resources/nothing_here"):
        listed("nothing_here", "words")


def test_bodies_that_use_words_as_often_as_arms_are_told_from_arms() -> None:
    assert not listed("parties", "armed") & listed("parties", "may_be_armed")
    assert armed() == listed("parties", "armed") | listed("parties", "may_be_armed")


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("raise", {"raise", "raises", "raised", "raising"}),
        ("drop", {"drop", "drops", "dropped", "dropping"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("fall", {"fall", "falls", "falling", "fell", "fallen"}),
    ],
)
def test_verbs_in_all_their_forms(verb: str, expected: set[str]) -> None:
    assert expected <= forms(verb)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose from ", True),
        ("Exports slumped from ", True),
        ("Reserves, down from ", True),
        ("The estimate was revised from ", True),
        ("She walked home from ", False),
        ("Troops came from ", False),
    ],
)
def test_words_that_tell_of_a_changed_number(text: str, expected: bool) -> None:
    assert tells_change(text) is expected
