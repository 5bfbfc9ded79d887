from __future__ import annotations

import pytest
from record_fixture import record

from sitroom.errors import NotFoundError, ValueFormatError
from sitroom.record import AliasItem, Record
from sitroom.views.filters import Filter, find_actors, narrow
from sitroom.views.lookup import Lookup, short_ids
from sitroom.views.sides import Sought, ambiguous, positions_between, several_called, statements_between


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


def place_and_state() -> Record:
    """A city in a dateline, and the state that the same reports call by the city's name."""
    whole = record()
    norland = next(a for a in whole.actors if a.id == "actor-norland")
    alias = AliasItem(text="Norhaven", articles=["a1"], evidence=[])
    country = norland.model_copy(update={"aliases": [*norland.aliases, alias], "country": "NO", "type": "country"})
    city = norland.model_copy(
        update={"id": "place-norhaven", "name": "Norhaven", "type": "place", "country": "NO", "aliases": []}
    )
    others = [a for a in whole.actors if a.id != norland.id]
    return whole.model_copy(update={"actors": [*others, country, city]})


def test_a_capital_means_its_state_where_reports_call_the_state_so() -> None:
    assert {"actor-norland", "place-norhaven"} <= find_actors(Lookup.of(place_and_state()), "Norhaven")


@pytest.mark.parametrize("name", ["", " ", "the", "of the"])
def test_a_name_without_a_word_of_its_own_is_no_name(name: str) -> None:
    with pytest.raises(NotFoundError, match="no actor is called"):
        find_actors(Lookup.of(record()), name)


def test_an_actor_is_known_where_a_filter_leaves_nothing_of_it() -> None:
    whole = record()
    nothing = narrow(whole, Filter(since="2099"))
    assert statements_between(nothing.statements, whole, Sought(by="Kovar")) == []
    assert positions_between(nothing.events, whole, of="Norland", toward="Benn") == []
    with pytest.raises(NotFoundError, match="Nobody"):
        statements_between(whole.statements, whole, Sought(to=("Nobody",)))


def test_a_name_of_several_is_said_to_be_one() -> None:
    assert several_called(record(), "Kovar") == []
    assert several_called(place_and_state(), "Norhaven") == []


def test_namesakes_are_not_told_apart_by_their_name() -> None:
    whole = record()
    league = next(a for a in whole.actors if a.id == "actor-league")
    twin = league.model_copy(update={"id": "actor-league-2"})
    assert several_called(whole.model_copy(update={"actors": [*whole.actors, twin]}), "Southern League") == []
    other = whole.model_copy(update={"actors": [*whole.actors, twin.model_copy(update={"name": "Southern Bank"})]})
    assert ambiguous(other, "southern") == "“southern” can mean Southern Bank and Southern League; all are listed."
    assert ambiguous(whole, "Kovar") is None is ambiguous(whole, None)
