"""Computed dates of named days, against the public calendar."""

from __future__ import annotations

import datetime as dt
import itertools

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
        ("election day", 1988, (11, 8)),
        ("election day", 2022, (11, 8)),
        ("ramadan", 2021, (4, 13)),
        ("eid al-fitr", 2000, (1, 8)),
        ("eid ul-adha", 2020, (7, 31)),
        ("rosh hashanah", 2021, (9, 7)),
        ("hanukkah", 2008, (12, 22)),
        ("chinese new year", 2023, (1, 22)),
        ("deepavali", 2022, (10, 24)),
        ("nowruz", 2021, (3, 21)),
    ],
)
def test_date_in(name: str, year: int, date: tuple[int, int]) -> None:
    assert holidays.date_in(name, year) == dt.date(year, *date)


def test_every_name_has_a_date() -> None:
    assert all(holidays.date_in(name, 2022) for name in holidays.names())


def test_feasts_are_unknown_off_their_table() -> None:
    assert holidays.date_in("ramadan", 1931) is None
    assert holidays.date_in("ramadan", 2040) is None


def test_looked_up_feasts_are_in_order_and_a_lunar_year_apart() -> None:
    for name in (
        "ramadan",
        "eid al-fitr",
        "eid al-adha",
        "passover",
        "yom kippur",
        "lunar new year",
        "diwali",
        "nowruz",
    ):
        days = [first for first, _ in holidays.spans(name) or ()]
        assert len(days) >= 55
        assert all(350 <= (b - a).days <= 390 for a, b in itertools.pairwise(days)), name
