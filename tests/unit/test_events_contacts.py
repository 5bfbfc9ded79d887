"""Contacts: their parties, kind, length, place, and who asked for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import contacts, names_of, parties

from sitroom.model import AnnotatedArticle

Annotate = Callable[..., AnnotatedArticle]


PARTIES = [
    ("Angela Merkel called Emmanuel Macron on Friday.", {"Angela Merkel", "Emmanuel Macron"}),
    ("Angela Merkel and Emmanuel Macron met in Berlin.", {"Angela Merkel", "Emmanuel Macron"}),
    ("Angela Merkel held talks with Emmanuel Macron.", {"Angela Merkel", "Emmanuel Macron"}),
    ("In a phone call Angela Merkel urged Emmanuel Macron to wait.", {"Angela Merkel", "Emmanuel Macron"}),
    ("Angela Merkel, in a call with Emmanuel Macron, praised the deal.", {"Angela Merkel", "Emmanuel Macron"}),
    ("German and French officials will meet in Vienna.", {"Germany", "France"}),
    ("Angela Merkel reassured Emmanuel Macron during their phone call.", {"Angela Merkel", "Emmanuel Macron"}),
    ("A meeting of the NATO-Russia Council was held. Russia and NATO attended.", {"Russia", "NATO"}),
]


@pytest.mark.parametrize(("text", "names"), PARTIES, ids=lambda value: str(value)[:50])
def test_parties(text: str, names: set[str], annotated: Annotate) -> None:
    made = annotated(text)
    assert any(names <= parties(made, event) for event in contacts(made)), [parties(made, e) for e in contacts(made)]


def test_a_later_call_is_taken_up_with_its_parties(annotated: Annotate) -> None:
    made = annotated("Angela Merkel spoke by phone with Emmanuel Macron on Monday. The call lasted an hour.")
    later = [e for e in contacts(made) if e.trigger.of(made.article.text) == "call"]
    assert later and parties(made, later[0]) == {"Angela Merkel", "Emmanuel Macron"}


def test_separate_calls_are_two_contacts(annotated: Annotate) -> None:
    made = annotated("Angela Merkel held separate calls with both Emmanuel Macron and Boris Johnson.")
    assert sorted(len(parties(made, e)) for e in contacts(made)) == [2, 2]


def test_length_as_stated(annotated: Annotate) -> None:
    made = annotated("Angela Merkel held a 40-minute call with Emmanuel Macron.")
    assert [(e.duration_minutes, e.duration_modifier) for e in contacts(made)] == [(40.0, "exact")]
    made = annotated("Angela Merkel talked with Emmanuel Macron for almost two hours.")
    assert [(e.duration_minutes, e.duration_modifier) for e in contacts(made)] == [(120.0, "less_than")]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Angela Merkel spoke by phone with Emmanuel Macron.", "phone"),
        ("Angela Merkel held a video conference with Emmanuel Macron.", "video"),
        ("Angela Merkel met with Emmanuel Macron in Berlin.", "visit"),
        ("Norway mediated between Colombia and the rebels.", "third-party"),
        ("Angela Merkel sent a letter to Emmanuel Macron.", "letter"),
        ("Angela Merkel held talks with Emmanuel Macron.", None),
    ],
)
def test_mode(sentence: str, mode: str | None, annotated: Annotate) -> None:
    found = contacts(annotated(sentence))
    assert found and found[0].mode == mode


def test_who_asked_for_it(annotated: Annotate) -> None:
    made = annotated("Angela Merkel spoke with Emmanuel Macron on Monday. The call came at the request of Macron.")
    assert names_of(made, (a for e in contacts(made) for a in e.initiator)) == {"Emmanuel Macron"}


def test_place(annotated: Annotate) -> None:
    made = annotated("Angela Merkel met Emmanuel Macron in Berlin.")
    assert [e.place.of(made.article.text) for e in contacts(made) if e.place] == ["Berlin"]


def test_date_of_the_clause_that_a_call_is_the_occasion_of(annotated: Annotate) -> None:
    made = annotated("On 3 May 2004 Angela Merkel in a call urged Emmanuel Macron to wait.", "2004-05-04")
    assert {e.date for e in contacts(made)} == {"2004-05-03"}


NO_CONTACT = [
    "The recipe calls for two eggs.",
    "The minister called the plan a success.",
    "The talk show was a hit.",
    "The plant met its goal for the year.",
    "The call for reform was heard in the villages.",
    "He spoke of a new era.",
    "Demand for oil rose in May.",
    "The company received a letter.",
    "Angela Merkel spoke to reporters in Berlin.",
    "Angela Merkel held a press conference with journalists.",
    "The hospital issued a call to staff to come to work.",
    "Officials briefed on the matter described the plan.",
    "He talks about trade with passion.",
    "Angela Merkel reached the summit of the mountain.",
    "The team met the deadline in Berlin.",
    "Angela Merkel called for calm.",
    "Angela Merkel called the vote off.",
    "The players held a team meeting.",
    "The encounters in the book are short.",
    "An official, speaking on condition of anonymity, described the plan.",
]


@pytest.mark.parametrize("sentence", NO_CONTACT)
def test_no_contact(sentence: str, annotated: Annotate) -> None:
    assert not [e for e in contacts(annotated(sentence)) if len(e.actors) + len(e.recipients) > 1], sentence
