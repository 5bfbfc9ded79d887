"""Deeds and positions across articles, and the triggers made of conditional ones."""

from __future__ import annotations

import pytest
from invented import line, record, report


def attack(words: str, status: str, **values: object) -> object:
    return line(words, "ASSAULT", ("Arland",), ("Borland",), status=status, **values)


def test_what_is_feared_never_joins_what_was_done() -> None:
    made = record(
        report("one", "2009-05-05", attack("Arland attacked Borland in 2004.", "occurred", date="2004")),
        report("two", "2009-05-05", attack("Arland could attack Borland.", "forecast")),
        report("three", "2009-05-06", attack("if Arland attacks Borland", "conditional")),
    )
    assert sorted((e.status, len(e.reports)) for e in made.events) == [("forecast", 2), ("occurred", 1)]


def test_the_same_fear_is_one_event_and_its_denial_a_difference_of_the_sources() -> None:
    made = record(
        report("one", "2009-05-05", attack("Arland is planning an attack on Borland.", "forecast")),
        report("two", "2009-05-06", attack("Arland does not plan to attack Borland.", "denied")),
    )
    assert len(made.events) == 1
    assert [(d.field, [v.value for v in d.values]) for d in made.disagreements] == [("status", ["denied", "forecast"])]


def test_deeds_on_different_days_stay_apart() -> None:
    made = record(
        report("one", "2009-05-05", attack("Arland shelled Borland on Monday.", "occurred", date="2009-05-04")),
        report("two", "2009-05-09", attack("Arland shelled Borland on Friday.", "occurred", date="2009-05-08")),
    )
    assert len(made.events) == 2


def threat(words: str, **values: object) -> object:
    return line(words, "THREATEN", ("Boris Berg",), ("Arland",), **values)


def test_a_position_repeated_is_one_with_its_history() -> None:
    made = record(
        report("one", "2009-05-05", threat("Berg would close the northern pipeline.")),
        report("two", "2009-05-07", threat("Berg repeated that Borland would close the northern pipeline.")),
        report("three", "2009-05-07", threat("Berg warned of a boycott of the games.")),
    )
    assert sorted([h.change for h in e.history] for e in made.events) == [["first"], ["first", "repeated"]]


def test_conditions_of_one_deed_are_one_trigger_and_chain() -> None:
    made = record(
        report(
            "one", "2009-05-05",
            threat(
                "Berg will close the pipeline if Arland attacks Borland",
                content="close the pipeline", condition="if Arland attacks Borland",
            ),
            line("Berg will close the pipeline", "SANCTION", ("Borland",), ("Arland",), status="conditional"),
        )
    )  # fmt: skip
    trigger = made.triggers[0]
    assert trigger.what == "if Arland attacks Borland"
    assert trigger.status == "open"
    assert [c.polarity for c in trigger.commitments] == ["if"]


def test_the_timeline_has_a_line_a_date() -> None:
    made = record(
        report("one", "2009-05-05", attack("Arland shelled Borland on Monday.", "occurred", date="2009-05-04")),
        report("two", "2009-05-09", attack("Arland shelled Borland on Friday.", "occurred", date="2009-05-08")),
        report("three", "2009-05-09", attack("Arland might shell Borland on Sunday.", "forecast", date="2009-05-10")),
    )
    assert [(x.date, x.summary) for x in made.timeline] == [
        ("2009-05-04", "Arland shelled Borland on Monday."),
        ("2009-05-08", "Arland shelled Borland on Friday."),
    ]


def demand(words: str, **values: object) -> object:
    return line(words, "REQUEST", ("Boris Berg",), ("Arland",), content=words, **values)


SAME = [
    ("pull its troops out of the valley", "withdraw its soldiers from the valley"),
    ("take the path of diplomacy", "lower tensions"),
    ("severe sanctions", "unprecedented economic penalties"),
    ("a legal guarantee that the league will not expand", "legally binding guarantees that it will not admit others"),
    ("release the fishermen", "free the fishermen"),
    ("stop the shelling of the port", "a halt to the shelling of the port"),
    ("pay compensation for the spill", "compensate the victims of the spill"),
    ("hold a new election", "a rerun of the vote"),
]  # fmt: skip
APART = [
    ("release the fishermen", "pay for the fishermen"),
    ("withdraw its troops from the valley", "withdraw its complaint from the court"),
    ("sign the treaty on water", "hold a vote on water"),
    ("economic sanctions", "a decisive response"),
    ("open the northern road", "open an inquiry"),
    ("free the bishop", "free the three engineers of the dam"),
    ("stop the raids", "join the league"),
    ("continue the talks", "let the diplomats talk in June"),
    ("hand over the suspect", "apologise"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_demand_in_two_ways_is_one_position(one: str, other: str) -> None:
    made = record(report("one", "2009-05-05", demand(one)), report("two", "2009-05-07", demand(other)))
    assert len(made.events) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_demands_are_two_positions(one: str, other: str) -> None:
    made = record(report("one", "2009-05-05", demand(one)), report("two", "2009-05-07", demand(other)))
    assert len(made.events) == 2
