"""Computed dates of named days, against the public calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from sitroom.annotate.times import holidays


@pytest.mark.parametrize(
    ("name", "year", "date"),
    [
        ("easter", 1961, (4, 2)),
        ("easter", 2000, (4, 23)),
        ("easter", 2024, (3, 31)),
        ("good friday", 2022, (4, 15)),
        ("orthodox easter", 2022, (4, 24)),
        ("thanksgiving", 1999, (11, 25)),
        ("memorial day", 2021, (5, 31)),
        ("labor day", 2021, (9, 6)),
        ("new year's eve", 2021, (12, 31)),
    ],
)
def test_date_in(name: str, year: int, date: tuple[int, int]) -> None:
    assert holidays.date_in(name, year) == dt.date(year, *date)


def test_every_name_has_a_date() -> None:
    assert all(holidays.date_in(name, 2022) for name in holidays.names())
