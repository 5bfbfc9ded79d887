from __future__ import annotations

import pytest
from record_fixture import record

from sitroom.errors import NotFoundError, ValueFormatError
from sitroom.views.filters import Filter, narrow
from sitroom.views.lookup import Lookup, short_ids


def kept(**wanted: str) -> set[str]:
    found = narrow(record(), Filter(**wanted))
    return {item.id for items in (found.statements, found.events, found.figures) for item in items}


@pytest.mark.parametrize(
    ("wanted", "inside", "outside"),
    [
        ({"about": "canal reopen"}, {"event-4e90"}, {"event-ca11"}),
        ({"actor": "Kovar"}, {"event-ca11", "statement-11aa"}, {"event-de41", "event-c0e2"}),
        ({"actor": "norland"}, {"event-ca11", "event-c0e2", "figure-1f"}, {"event-de41", "event-f0e5"}),
        ({"outlet": "meridian"}, {"event-ca11", "event-de41", "figure-2f"}, {"event-4e90", "figure-1f"}),
        ({"since": "2031-03-10"}, {"event-a9e0"}, {"event-ca11", "figure-1f"}),
        ({"until": "2031-03-04"}, {"event-ca11", "figure-1f"}, {"event-0b11", "statement-44dd"}),
        ({"actor": "Benn", "outlet": "Wire"}, {"event-4e90"}, {"event-ca11"}),
    ],
)
def test_a_filter_keeps_what_matches(wanted: dict[str, str], inside: set[str], outside: set[str]) -> None:
    found = kept(**wanted)
    assert inside <= found
    assert not outside & found


def test_what_is_kept_names_nothing_that_is_gone() -> None:
    found = narrow(record(), Filter(outlet="Meridian"))
    assert {a for e in found.events for a in (*e.actors, *e.recipients)} <= {a.id for a in found.actors}
    assert {r.article for e in found.events for r in e.reports} == {"a2"}
    sides = {article for d in found.disagreements for v in d.values for article in v.articles}
    assert sides == {"a1", "a2"} <= {a.id for a in found.articles}, "half a disagreement is none"


def test_no_filter_is_the_record() -> None:
    whole = record()
    assert narrow(whole, Filter()) is whole


def test_unknown_names_and_dates_are_said() -> None:
    with pytest.raises(NotFoundError, match="no actor is called 'Nobody'"):
        narrow(record(), Filter(actor="Nobody"))
    with pytest.raises(NotFoundError, match="outlet"):
        narrow(record(), Filter(outlet="Nowhere"))
    with pytest.raises(ValueFormatError, match="2021-12-09"):
        narrow(record(), Filter(since="yesterday"))


def test_short_ids_are_unique_starts() -> None:
    assert short_ids(["event-3f2a99", "event-3f2b00", "figure-9", "actor-3f2a98"]) == {
        "event-3f2a99": "3f2a99", "actor-3f2a98": "3f2a98", "event-3f2b00": "3f2b", "figure-9": "9",
    }  # fmt: skip


def test_find_takes_the_start_of_an_id() -> None:
    lookup = Lookup.of(record())
    assert lookup.find("ca11").id == lookup.find("event-ca1").id == "event-ca11"
    with pytest.raises(NotFoundError, match="no item"):
        lookup.find("ffff")
    with pytest.raises(NotFoundError, match="items have ids"):
        lookup.find("event-")
    with pytest.raises(NotFoundError):
        lookup.find("")


def test_people_act_for_their_state() -> None:
    lookup = Lookup.of(record())
    assert lookup.state("actor-kovar") == "actor-norland"
    assert lookup.state("actor-league") == "actor-league"
