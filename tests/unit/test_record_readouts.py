"""What the parties tell of a contact, and talks whose day has passed without a report of them."""

from __future__ import annotations

from invented import line, record, report

from sitroom.record import EventItem, Record
from sitroom.views.details import detail
from sitroom.views.lookup import Lookup
from sitroom.views.tables import VIEWS

LEADERS = ("Anna Arden", "Boris Berg")


def call(words: str, date: str | None = "2009-05-04", **values: object) -> object:
    return line(words, who=LEADERS[:1], whom=LEADERS[1:], date=date, **values)


def contact(made: Record) -> EventItem:
    return next(e for e in made.events if e.type == "CONSULT")


def readouts(made: Record) -> list[tuple[str, list[str], list[str]]]:
    names = {a.id: a.name for a in made.actors}
    return [(r.verdict, [names[x] for x in r.told_by], [e.quote for e in r.evidence]) for r in contact(made).readouts]


def test_what_both_sides_tell_is_paired() -> None:
    made = record(
        report("one", "2009-05-05", call("Arden called Berg."), statements=[
            ("the border would reopen to lorries next week", "Anna Arden", "Arland officials", "Boris Berg"),
            ("fishing boats had to leave the lake", "Anna Arden", "Arland officials", "Boris Berg"),
        ]),
        report("two", "2009-05-05", call("Berg took a call from Arden."), statements=[
            ("the border would reopen to lorries in a week", "Anna Arden", "Borland officials", "Boris Berg"),
        ]),
    )  # fmt: skip
    assert readouts(made) == [
        ("both", ["Arland officials", "Borland officials"],
         ["the border would reopen to lorries next week", "the border would reopen to lorries in a week"]),
        ("one-sided", ["Arland officials"], ["fishing boats had to leave the lake"]),
    ]  # fmt: skip


def test_a_readout_that_denies_the_others_is_a_conflict() -> None:
    made = record(
        report("one", "2009-05-05", call("Arden called Berg."), statements=[
            ("the tanks would leave the valley", "Boris Berg", "Arland officials", "Anna Arden")]),
        report("two", "2009-05-05", call("Berg took a call from Arden."), statements=[
            ("the tanks would not leave the valley", "Boris Berg", "Borland officials", "Anna Arden")]),
    )  # fmt: skip
    assert [verdict for verdict, _, _ in readouts(made)] == ["conflict"]
    assert ("account", "conflict") in {(d.field, d.verdict) for d in made.disagreements}


def test_the_reporters_own_words_are_nobodys_readout() -> None:
    made = record(
        report("one", "2009-05-05", call("Arden called Berg."), statements=[
            ("the dam must open", "Anna Arden", None, "Boris Berg")]),
    )  # fmt: skip
    assert readouts(made) == [("reported", [], ["the dam must open"])]


def test_what_is_said_to_others_is_not_of_the_contact() -> None:
    made = record(
        report("one", "2009-05-05", call("Arden called Berg."), statements=[
            ("the dam must open", "Anna Arden", None, "Carl Crane"), ("the harvest is late", "Anna Arden", None)]),
    )  # fmt: skip
    assert readouts(made) == []


def test_the_page_of_a_contact_shows_who_tells_what() -> None:
    made = record(
        report("one", "2009-05-05", call("Arden called Berg."), statements=[
            ("the dam must open", "Anna Arden", "Arland officials", "Boris Berg")]),
    )  # fmt: skip
    groups = {g.title: g.lines for g in detail(contact(made), Lookup.of(made)).groups}
    assert [x.text for x in groups["What each side says was said"]] == ["Anna Arden – only Arland officials tells it"]


def test_past_plans_without_a_report_are_flagged() -> None:
    plan = call("Arden is to meet Berg on Monday.", "2009-05-04", status="scheduled")
    later = report("two", "2009-05-09", line("Arland sent aid to Borland.", "AID", ("Arland",), ("Borland",)))
    assert contact(record(report("one", "2009-05-01", plan))).unreported_as_of is None
    made = record(report("one", "2009-05-01", plan), later)
    assert contact(made).unreported_as_of == "2009-05-09"
    assert VIEWS["agenda"].table(made).rows[0].cells[3] == "planned; not reported as of 9 May 2009"


def test_what_was_held_called_off_or_has_no_day_is_not_flagged() -> None:
    for words in (
        [call("Arden is to meet Berg.", "2009-05-04", status="scheduled"), call("Arden met Berg.", "2009-05-04")],
        [call("Arden called the meeting off.", "2009-05-04", status="cancelled")],
        [call("Arden is to meet Berg some day.", None, status="scheduled")],
    ):
        assert contact(record(report("one", "2009-05-09", *words))).unreported_as_of is None
