"""The tables of facts: they check out among themselves, and what they say of offices on a day."""

from __future__ import annotations

import pytest

from evaluation import tables
from sitroom.resources import load
from sitroom.resources.world import UNVERIFIED, world


def test_the_tables_hold_together() -> None:
    assert tables.faults() == []


def test_the_script_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert tables.main() == 0
    assert "nothing wrong" in capsys.readouterr().out


def test_every_row_names_its_source_and_most_have_one() -> None:
    sources = [source for _, _, (_, _, _, source, _) in tables.rows()]
    assert all(sources)
    assert sum(source != UNVERIFIED for source in sources) > len(sources) / 2


def test_enough_states_and_bodies() -> None:
    states = {state for state, office, _ in tables.rows() if state.isupper() and office in {"president", "monarch"}}
    bodies = {state for state, _, _ in tables.rows() if not state.isupper()}
    assert len(states) >= 60
    assert len(bodies) >= 40


LEADERS = frozenset(
    {"US", "RU", "UA", "GB", "FR", "DE", "IT", "ES", "PL", "TR", "IL", "EG", "SY", "JO", "IR", "SA", "IN", "CN", "JP",
     "KR", "KP", "TW", "ID", "PH", "AU", "CA", "MX", "BR", "AR", "CL", "CO", "CU", "ZA", "ET", "KE", "UG", "ZW", "KZ",
     "UZ", "AZ", "PK", "GR", "NO", "NL", "SE", "FI", "AT", "HU", "BY", "RO", "NG", "MA", "TN", "PT", "IE", "MY", "SG",
     "PE", "GE", "QA"}
)  # fmt: skip


@pytest.mark.parametrize("state", sorted(LEADERS))
def test_a_state_of_diplomatic_news_is_led_throughout(state: str) -> None:
    gaps = [gap for gap in tables.gaps("1995") if gap.startswith(f"country/{state}:")]
    assert gaps == []


HOLDERS = [
    ("country/US", "president", "2001-01-20", "person/george-w-bush"),  # on the day of the change the new one
    ("country/US", "president", "2001-01-19", "person/bill-clinton"),
    ("country/US", "defence_minister", "2020-10-01", "person/mark-esper"),
    ("country/US", "defence_minister", "2020-12-01", None),  # in charge, not in office
    ("country/US", "defence_minister", "2021-02-01", "person/lloyd-austin"),
    ("country/PL", "president", "2008-01-01", "person/lech-kaczynski"),
    ("country/PL", "prime_minister", "2007-01-01", "person/jaroslaw-kaczynski"),
    ("country/PL", "president", "2010-05-01", None),  # between a death and an election
    ("country/LB", "president", "2015-05-01", None),
    ("country/JP", "leader", "2010-07-01", "person/naoto-kan"),
    ("country/KR", "president", "2017-04-01", None),
    ("country/IN", "foreign_minister", "2010-07-01", "person/s-m-krishna"),
    ("org/un", "leader", "2008-01-01", "person/ban-ki-moon"),
    ("country/US", "president", None, None),
    ("country/ZZ", "president", "2010-01-01", None),
]


@pytest.mark.parametrize(("of", "office", "day", "person"), HOLDERS)
def test_who_held_an_office(of: str, office: str, day: str | None, person: str | None) -> None:
    assert world().holder(of, office, day) == person


def test_a_row_without_a_source_decides_only_for_those_whom_the_text_names() -> None:
    assert world().holder("country/KE", "prime_minister", "2009-01-01") is None
    assert (
        world().holder("country/KE", "prime_minister", "2009-01-01", {"person/raila-odinga"}) == "person/raila-odinga"
    )


MEMBERS = [
    ("g8", "RU", "2010-01-01", True),
    ("g8", "RU", "2015-01-01", False),
    ("eu-members", "GB", "2019-01-01", True),
    ("eu-members", "GB", "2021-01-01", False),
    ("eu-members", "HR", "2012-01-01", False),
    ("nato-allies", "FI", "2022-01-01", False),
    ("nato-allies", "FI", "2023-06-01", True),
    ("brics", "ZA", "2009-01-01", False),
    ("brics", "EG", "2024-06-01", True),
    ("bucharest-nine", "PL", "2021-01-01", True),
    ("p5-plus-1", "DE", "2014-01-01", True),
    ("quad", "AU", "2021-01-01", True),
    ("five-eyes", "NZ", "2013-01-01", True),
    ("visegrad", "HU", "2013-01-01", True),
]


@pytest.mark.parametrize(("group", "state", "day", "member"), MEMBERS)
def test_members_as_of_a_day(group: str, state: str, day: str, member: bool) -> None:
    assert (f"country/{state}" in world().members(f"group/{group}", day)) is member


def test_outlets_have_a_country_and_a_kind() -> None:
    assert set(load("outlets")) == {"agency", "state_run", "state_funded", "independent"}
    assert all("country" in row for rows in load("outlets").values() for row in rows.values())
