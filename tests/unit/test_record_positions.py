"""The life of a position across articles: repeated, hardened, refused, withdrawn, met, expired."""

from __future__ import annotations

from invented import line, record, report

from sitroom.model import Deadline
from sitroom.record import EventItem, Record
from sitroom.text import Span


def position(words: str, kind: str = "REQUEST", who: str = "Arland", whom: str = "Borland", **values: object) -> object:
    return line(words, kind, (who,), (whom,), content=values.pop("content", words), **values)


def due(words: str, of: str, edtf: str | None) -> Deadline:
    at = words.index(of)
    return Deadline(Span(at, at + len(of)), edtf)


def the(made: Record, kind: str) -> EventItem:
    found = [e for e in made.events if e.type == kind]
    assert len(found) == 1, found
    return found[0]


def changes(event: EventItem) -> list[str]:
    return [h.change for h in event.history]


DEMAND = "Arland demanded that Borland withdraw its troops from the valley"
GONE = "Borland withdrew its troops from the valley"
LEAVE = "Arland asked Borland to withdraw its troops from the valley"


def test_a_demand_told_again_is_repeated() -> None:
    made = record(
        report("one", "2009-05-05", position(LEAVE, trigger="asked")),
        report(
            "two",
            "2009-05-07",
            position("Arland asked Borland to pull its soldiers out of the valley", trigger="asked"),
        ),
    )
    assert changes(the(made, "REQUEST")) == ["first", "repeated"]


def test_a_demand_put_more_firmly_is_hardened_with_both_words() -> None:
    made = record(
        report("one", "2009-05-05", position(LEAVE, trigger="asked")),
        report("two", "2009-05-07", position(DEMAND, trigger="demanded")),
    )  # fmt: skip
    step = the(made, "REQUEST").history[1]
    assert step.change == "hardened"
    assert step.why == "“asked” before, now “demanded”"
    assert {e.article for e in step.evidence} == {a.id for a in made.articles}


def test_a_demand_put_more_mildly_is_softened() -> None:
    made = record(
        report("one", "2009-05-05", position("Arland demanded that Borland withdraw its troops", trigger="demanded")),
        report("two", "2009-05-07", position("Arland asked Borland to withdraw its troops", trigger="asked")),
    )
    assert changes(the(made, "REQUEST")) == ["first", "softened"]


def test_words_that_differ_on_one_day_change_nothing() -> None:
    made = record(
        report("one", "2009-05-05", position(LEAVE, trigger="asked")),
        report("two", "2009-05-05", position(DEMAND, trigger="demanded")),
    )  # fmt: skip
    assert changes(the(made, "REQUEST")) == ["first", "repeated"]


def test_a_deadline_brought_forward_hardens_and_one_put_off_softens() -> None:
    one = "Arland told Borland to withdraw its troops by May 20"
    two = "Arland told Borland to withdraw its troops by May 15"
    three = "Arland told Borland to withdraw its troops by May 30"
    made = record(
        report("one", "2009-05-05", position(one, deadline=due(one, "May 20", "2009-05-20"))),
        report("two", "2009-05-07", position(two, deadline=due(two, "May 15", "2009-05-15"))),
        report("three", "2009-05-09", position(three, deadline=due(three, "May 30", "2009-05-30"))),
    )
    assert changes(the(made, "REQUEST")) == ["first", "hardened", "softened"]
    assert the(made, "REQUEST").history[1].why == "deadline moved from May 20 to May 15"


def test_a_deadline_that_passed_without_report_has_expired() -> None:
    words = "Arland told Borland to withdraw its troops by May 8"
    made = record(
        report("one", "2009-05-05", position(words, deadline=due(words, "May 8", "2009-05-08"))),
        report("two", "2009-05-12", position("Corland praised Borland", "SUPPORT", "Corland")),
    )
    step = the(made, "REQUEST").history[-1]
    assert (step.change, step.date) == ("expired", "2009-05-08")
    assert step.evidence[0].quote == "May 8"


def test_a_deadline_yet_to_come_has_not_expired() -> None:
    words = "Arland told Borland to withdraw its troops by May 20"
    made = record(
        report("one", "2009-05-05", position(words, deadline=due(words, "May 20", "2009-05-20"))),
        report("two", "2009-05-12", position("Corland praised Borland", "SUPPORT", "Corland")),
    )
    assert changes(the(made, "REQUEST")) == ["first"]


def retreat(words: str, who: str, status: str, **values: object) -> object:
    return line(words, "RETREAT", (who,), status=status, mode="withdraw", **values)


def test_what_was_asked_and_then_done_is_met() -> None:
    made = record(
        report("one", "2009-05-05", position(LEAVE, content="withdraw its troops from the valley"),
               retreat("withdraw its troops", "Borland", "proposed", trigger="withdraw", inside=True)),
        report("two", "2009-05-12", retreat(GONE, "Borland", "occurred", date="2009-05-11")),
    )  # fmt: skip
    step = the(made, "REQUEST").history[-1]
    assert (step.change, step.date) == ("met", "2009-05-11")
    assert step.by in {e.id for e in made.events if e.type == "RETREAT"}


def test_nothing_planned_or_done_by_others_or_before_meets_a_demand() -> None:
    for who, status, date in (
        ("Borland", "scheduled", "2009-05-11"),
        ("Corland", "occurred", "2009-05-11"),
        ("Borland", "occurred", "2009-05-01"),
    ):
        made = record(
            report("one", "2009-05-05", position(LEAVE, content="withdraw its troops from the valley"),
                   retreat("withdraw its troops", "Borland", "proposed", trigger="withdraw", inside=True)),
            report("two", "2009-05-12", retreat(f"{who} withdraws its troops from the valley", who, status, date=date)),
        )  # fmt: skip
        assert changes(the(made, "REQUEST")) == ["first"], (who, status, date)


def test_a_refusal_by_the_target_is_a_step_and_one_by_others_is_not() -> None:
    for who, whom, steps in (("Borland", "Arland", ["first", "refused"]), ("Corland", "Arland", ["first"])):
        made = record(
            report("one", "2009-05-05", position(LEAVE, content="withdraw its troops from the valley")),
            report("two", "2009-05-06", position(f"{who} refused to withdraw its troops", "REJECT", who, whom)),
        )  # fmt: skip
        assert changes(the(made, "REQUEST")) == steps


def test_a_refusal_of_something_else_is_no_answer() -> None:
    made = record(
        report("one", "2009-05-05", position(LEAVE, content="withdraw its troops from the valley")),
        report("two", "2009-05-06", position("Borland refused to pay for the bridge", "REJECT", "Borland", "Arland")),
    )
    assert changes(the(made, "REQUEST")) == ["first"]


def test_a_demand_that_is_dropped_is_withdrawn() -> None:
    made = record(
        report("one", "2009-05-05", position(LEAVE, content="withdraw its troops from the valley")),
        report(
            "two", "2009-05-09",
            position("Arland dropped its demand that troops withdraw from the valley", "CONCEDE", trigger="dropped"),
        ),
    )  # fmt: skip
    assert changes(the(made, "REQUEST")) == ["first", "withdrawn"]


def test_a_denial_is_no_refusal() -> None:
    made = record(
        report("one", "2009-05-05", position(LEAVE, content="withdraw its troops from the valley")),
        report("two", "2009-05-06", position("Borland denied reports of troops there", "REJECT", "Borland", "Arland")),
    )  # fmt: skip
    assert changes(the(made, "REQUEST")) == ["first"]
