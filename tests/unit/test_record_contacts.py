"""Invented coverage of other crises, and the contacts, agenda and disagreements that must come of it."""

from __future__ import annotations

import random

from invented import agenda, contacts, differences, line, record, report

from sitroom.export.jsonl import lines

LEADERS = ("Anna Arden", "Boris Berg")


def call(words: str, date: str | None, **values: object) -> object:
    return line(words, who=LEADERS[:1], whom=LEADERS[1:], date=date, **values)


def test_one_call_in_three_reports_is_one_contact() -> None:
    made = record(
        report("one", "2009-05-05", call("Arden called Berg on Monday.", "2009-05-04", mode="phone")),
        report("two", "2009-05-05", line("Berg and Arden spoke Monday.", who=LEADERS, date="2009-05-04")),
        report("three", "2009-05-06", line("Arland and Borland talked.", who=("Arland", "Borland"), date="2009-05-04")),
    )
    assert contacts(made) == [("2009-05-04", {"Anna Arden", "Boris Berg", "Arland", "Borland"})]
    assert len(next(e for e in made.events).reports) == 3


def test_two_calls_of_one_pair_in_a_week_stay_two() -> None:
    made = record(
        report(
            "one", "2009-05-08",
            call("Arden called Berg on Thursday.", "2009-05-07"),
            call("They had spoken on Monday.", "2009-05-04"),
            call("The call was friendly.", None),
        ),
        report("two", "2009-05-05", call("Arden and Berg spoke Monday.", "2009-05-04")),
    )  # fmt: skip
    assert [date for date, _ in contacts(made)] == ["2009-05-04", "2009-05-07"]
    monday = next(e for e in made.events if e.date == "2009-05-04")
    assert {r.article for r in monday.reports} == {"one", "two"}


def test_an_undated_mention_takes_up_the_articles_own_call() -> None:
    made = record(
        report(
            "one", "2009-05-08",
            call("Arden called Berg on Thursday.", "2009-05-07"),
            line("During the call, Arden asked for patience.", who=("Anna Arden",)),
        ),
        report("two", "2009-05-02", call("Arden and Berg spoke Friday.", "2009-05-01")),
    )  # fmt: skip
    thursday = next(e for e in made.events if e.date == "2009-05-07")
    assert len(thursday.evidence) == 2


def test_different_people_of_one_state_are_different_contacts() -> None:
    made = record(
        report("one", "2009-05-05", call("Arden called Berg.", "2009-05-04")),
        report(
            "two", "2009-05-05", line("Ash called Berg.", who=("Adam Ash",), whom=("Boris Berg",), date="2009-05-04")
        ),
    )
    assert len(contacts(made)) == 2


def test_a_call_is_no_visit() -> None:
    made = record(
        report("one", "2009-05-05", call("Arden phoned Berg on Monday.", "2009-05-04", mode="phone")),
        report("two", "2009-05-06", call("Arden visited Berg on Monday.", "2009-05-04", mode="visit")),
    )
    assert len(contacts(made)) == 2


def test_a_plan_and_the_meeting_held_are_one() -> None:
    made = record(
        report("one", "2009-05-01", call("Arden is to meet Berg on Monday.", "2009-05-04", status="scheduled")),
        report("two", "2009-05-02", call("Arden plans to meet Berg soon.", None, status="scheduled")),
        report("three", "2009-05-05", call("Arden met Berg on Monday.", "2009-05-04")),
    )
    assert contacts(made) == agenda(made) == [("2009-05-04", set(LEADERS))]
    event = next(e for e in made.events)
    assert event.status == "occurred"
    assert [h.change for h in event.history] == ["first", "repeated", "held"]


def test_a_plan_alone_is_never_held() -> None:
    made = record(
        report("one", "2009-05-01", call("Arden is to meet Berg on Monday.", "2009-05-04", status="scheduled")),
        report("two", "2009-05-02", call("Arden might meet Berg on Monday.", "2009-05-04", status="conditional")),
        report("three", "2009-05-02", call("Arden met Berg in April.", "2009-04")),
    )
    assert contacts(made) == [("2009-04", set(LEADERS))]
    assert agenda(made) == [("2009-05-04", set(LEADERS))]


def test_a_meeting_held_then_another_cancelled() -> None:
    made = record(
        report("one", "2009-05-05", call("Arden met Berg on Monday.", "2009-05-04")),
        report("two", "2009-05-06", call("Arden called off the June meeting.", "2009-06-01", status="cancelled")),
        report("three", "2009-05-01", call("They are to meet on June 1.", "2009-06-01", status="scheduled")),
    )
    assert contacts(made) == [("2009-05-04", set(LEADERS))]
    assert agenda(made) == [("2009-06-01", set(LEADERS))]
    cancelled = next(e for e in made.events if e.date == "2009-06-01")
    assert cancelled.status == "cancelled"
    assert [h.change for h in cancelled.history] == ["first", "cancelled"]


def test_a_summit_that_moves_keeps_its_identity() -> None:
    held = {"forum": "Lake Council", "status": "scheduled"}
    made = record(
        report(
            "one",
            "2009-05-01",
            line("The Lake Council meets June 1.", who=("Lake Council",), date="2009-06-01", **held),
        ),
        report(
            "two",
            "2009-05-20",
            line("The Lake Council meets June 8.", who=("Lake Council",), date="2009-06-08", **held),
        ),
    )
    assert len(agenda(made)) == 1
    event = next(e for e in made.events)
    assert event.date == "2009-06-08"
    assert [h.change for h in event.history] == ["first", "moved"]
    assert differences(made) == [("date", "compatible", ["2009-06-01", "2009-06-08"])]


def test_talks_that_go_on_are_no_call_that_is_over() -> None:
    made = record(
        report(
            "one", "2009-05-05",
            call("Arden called Berg on Monday.", "2009-05-04"),
            line("Arland and Borland are holding talks.", who=("Arland", "Borland"), status="ongoing"),
        )
    )  # fmt: skip
    assert contacts(made) == [("2009-05-04", set(LEADERS)), ("2009-05-05", {"Arland", "Borland"})]


def test_talks_without_two_parties_are_no_contact() -> None:
    made = record(
        report(
            "one", "2009-05-05",
            line("Arden held talks.", who=("Anna Arden",), date="2009-05-04"),
            line("Arden of Arland met ministers.", who=("Anna Arden", "Arland"), date="2009-05-04"),
            line("Arden spoke to the Daily Post.", who=("Anna Arden",), whom=("Daily Post",), date="2009-05-04"),
        )
    )  # fmt: skip
    assert contacts(made) == []


def test_a_group_that_meets_is_a_contact() -> None:
    made = record(report("one", "2009-05-05", line("The River Group met.", who=("River Group",), date="2009-05-04")))
    assert contacts(made) == [("2009-05-04", {"River Group"})]


def test_a_contact_ahead_of_another_lies_before_it() -> None:
    made = record(
        report(
            "one", "2009-05-08",
            call("Arden called Berg on Monday.", "2009-05-04"),
            line("Crane spoke with Brook ahead of Arden's call with Berg.", who=("Carl Crane",), whom=("Bella Brook",),
                 trigger="spoke"),
            line("Arden's call with Berg", who=LEADERS, inside=True),
        )
    )  # fmt: skip
    assert contacts(made) == [("../2009-05-04", {"Carl Crane", "Bella Brook"}), ("2009-05-04", set(LEADERS))]


def test_a_deed_that_bears_a_day_to_come_has_no_date() -> None:
    made = record(report("one", "2009-05-05", call("They spoke on Friday.", "2009-05-08")))
    assert contacts(made) == [(None, set(LEADERS))]


def test_differences_are_told_with_who_says_which() -> None:
    made = record(
        report("one", "2009-05-05", call("They met for 90 minutes in Lakeside.", "2009-05-04", place="Lakeside",
               duration_minutes=90.0, duration_modifier="exact", initiator=("Arland",))),
        report("two", "2009-05-05", call("They met for two hours in Portown.", "2009-05-04", place="Portown",
               duration_minutes=120.0, duration_modifier="exact", initiator=("Borland",))),
    )  # fmt: skip
    assert differences(made) == [
        ("duration", "conflict", ["120 minutes", "90 minutes"]),
        ("initiator", "conflict", ["Arland", "Borland"]),
        ("place", "conflict", ["Lakeside", "Portown"]),
    ]
    place = next(d for d in made.disagreements if d.field == "place")
    assert [v.articles for v in place.values] == [["one"], ["two"]]


def test_almost_an_hour_and_fifty_minutes_are_compatible() -> None:
    made = record(
        report("one", "2009-05-05", call("For 50 minutes.", "2009-05-04", duration_minutes=50.0)),
        report("two", "2009-05-05", call("For almost an hour.", "2009-05-04", duration_minutes=60.0,
               duration_modifier="less_than")),
    )  # fmt: skip
    assert differences(made) == [("duration", "compatible", ["50 minutes", "less than 60 minutes"])]


def test_a_month_disagrees_with_no_day_in_it() -> None:
    made = record(
        report("one", "2009-05-05", call("On Monday.", "2009-05-04")),
        report("two", "2009-06-05", call("In May.", "2009-05")),
    )
    assert contacts(made) == [("2009-05-04", set(LEADERS))]
    assert differences(made) == []


def test_days_that_differ_are_told() -> None:
    made = record(
        report("one", "2009-05-01", call("On June 1-2.", "2009-06-01/2009-06-02", status="scheduled")),
        report("two", "2009-05-01", call("On June 2.", "2009-06-02", status="scheduled")),
    )
    assert differences(made) == [("date", "compatible", ["2009-06-01/2009-06-02", "2009-06-02"])]


def test_what_only_the_other_side_tells_is_one_sided() -> None:
    made = record(
        report(
            "one", "2009-05-05",
            call("Arden called Berg on Monday.", "2009-05-04"),
            statements=[
                ("she would withdraw all tanks from the valley", "Anna Arden", "Boris Berg"),
                ("sanctions on steel would follow any attack", "Anna Arden", "Boris Berg"),
                ("sanctions on steel would follow an attack", "Anna Arden", None),
            ],
        ),
        report("two", "2009-05-05", call("Arden and Berg spoke Monday.", "2009-05-04")),
    )  # fmt: skip
    assert differences(made) == [("account", "one-sided", ["as told by Boris Berg", "not reported"])]
    told = made.disagreements[0].values[0].evidence
    assert [e.quote for e in told] == ["she would withdraw all tanks from the valley"]


def test_the_order_of_the_articles_changes_nothing() -> None:
    articles = [
        report(
            "one",
            "2009-05-08",
            call("On Thursday.", "2009-05-07"),
            call("On Monday.", "2009-05-04"),
            call("The call.", None),
        ),
        report("two", "2009-05-05", call("They spoke Monday.", "2009-05-04")),
        report("three", "2009-05-09", call("They spoke this month.", "2009-05"), call("They spoke.", None)),
        report("four", "2009-05-03", call("They are to speak Monday.", "2009-05-04", status="scheduled")),
    ]
    first = list(lines(record(*articles)))
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        assert list(lines(record(*articles))) == first


def test_a_distance_in_days_dates_the_other_contact_and_makes_none() -> None:
    made = record(
        report(
            "one", "2009-05-08",
            call("Arden called Berg on Thursday.", "2009-05-07"),
            line("Two days before Arden's call with Berg, Crane met Brook.", who=("Carl Crane",), whom=("Bella Brook",),
                 trigger="met"),
            line("Arden's call with Berg", who=LEADERS, inside=True),
        ),
        report(
            "two", "2009-05-08",
            call("Arden called Berg on Thursday.", "2009-05-07"),
            line("It came two days after Crane met Brook.", who=("Carl Crane",), whom=("Bella Brook",), trigger="met",
                 evidence="Crane met Brook"),
        ),
    )  # fmt: skip
    assert contacts(made) == [("2009-05-05", {"Carl Crane", "Bella Brook"}), ("2009-05-07", set(LEADERS))]


def test_what_is_denied_is_not_what_was_held() -> None:
    made = record(
        report("one", "2009-05-08", call("Arden called Berg.", None)),
        report("two", "2009-05-08", call("Arden would not talk to Berg.", None, status="denied")),
    )
    assert contacts(made) == [(None, set(LEADERS))]
    assert differences(made) == []


def test_talks_are_no_telephone_call_that_was_told_before() -> None:
    made = record(
        report(
            "one", "2009-05-08",
            call("Arden called Berg on Thursday.", "2009-05-07", mode="phone"),
            line("The talks failed.", who=("Anna Arden",), trigger="talks"),
        )
    )  # fmt: skip
    assert len(next(e for e in made.events if e.date == "2009-05-07").evidence) == 1


def test_two_lengths_beside_each_other_are_one_contact() -> None:
    made = record(
        report(
            "one", "2009-05-08",
            call("Arden met Berg for an hour on Thursday.", "2009-05-07", duration_minutes=60.0),
            line("Berg said they talked for 20 minutes.", who=LEADERS, duration_minutes=20.0),
        )
    )  # fmt: skip
    assert contacts(made) == [("2009-05-07", set(LEADERS))]
    assert differences(made) == [("duration", "self-contradiction", ["20 minutes", "60 minutes"])]


def test_one_call_under_two_days_is_one_contact() -> None:
    calls = [
        report(name, "2009-05-09", call(words, date, mode="phone"))
        for name, words, date in (
            ("one", "Arden called Berg on Thursday.", "2009-05-07"),
            ("two", "Arden phoned Berg on Wednesday.", "2009-05-06"),
        )
    ]
    assert differences(record(*calls)) == [("date", "conflict", ["2009-05-06", "2009-05-07"])]
    again = report("two", "2009-05-09", call("Arden phoned Berg again on Friday.", "2009-05-08", mode="phone"))
    assert len(contacts(record(calls[0], again))) == 2


def test_an_office_without_a_name_may_be_its_holder() -> None:
    envoy = ("Arland envoy",)
    made = record(
        report(
            "one", "2009-05-08",
            line("Arden met Berg on Thursday.", who=("Anna Arden",), whom=("Boris Berg",), date="2009-05-07"),
            line("Arland envoy meets Berg.", who=envoy, whom=("Boris Berg",)),
        )
    )  # fmt: skip
    assert len(contacts(made)) == 1


def test_parties_told_behind_the_meeting_are_of_what_it_followed() -> None:
    made = record(
        report(
            "one", "2009-05-08",
            line("Crane met Brook on Thursday.", who=("Carl Crane",), whom=("Bella Brook",), date="2009-05-07"),
            line("The meeting came a day after Arden called Berg.", who=LEADERS, trigger="meeting",
                 evidence="The meeting", at="Arden called Berg"),
            line("Arden called Berg", who=LEADERS, inside=True),
        )
    )  # fmt: skip
    assert contacts(made) == [("2009-05-06", set(LEADERS)), ("2009-05-07", {"Carl Crane", "Bella Brook"})]


def test_on_one_day_states_stand_for_their_leaders() -> None:
    made = record(
        report("one", "2009-05-05", line("Three met.", who=(*LEADERS, "Carl Crane"), date="2009-05-04")),
        report("two", "2009-05-05", line("Two and an envoy met.", who=("Arland", "Borland", "River Group"),
               date="2009-05-04")),
    )  # fmt: skip
    assert len(contacts(made)) == 1


def test_a_word_for_the_day_beside_a_meeting_dates_it() -> None:
    made = record(
        report(
            "one", "2009-05-04",
            line("It was a long talk today.", who=("Anna Arden",), trigger="talk", date="2009-05-04"),
            line("Arden spoke after she met Berg.", who=("Anna Arden",), whom=("Boris Berg",)),
        ),
        report("two", "2009-05-05", line("Leaders met Monday.", who=("Arland", "Borland"), date="2009-05-04")),
    )  # fmt: skip
    assert contacts(made) == [("2009-05-04", {*LEADERS, "Arland", "Borland"})]


def test_contacts_that_no_report_dates_are_one() -> None:
    made = record(
        report("one", "2009-05-04", call("Arden spoke with Berg.", None)),
        report("two", "2009-05-04", call("Arden talked to Berg.", None)),
        report("three", "2009-05-04", call("Another talk of Arden with Berg.", None)),
    )
    assert len(contacts(made)) == 2
