"""What relative clauses and predicates tell of a contact: how long it took, who asked for it, that it is to come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import contacts, names_of, parties

from sitroom.model import AnnotatedArticle

Annotate = Callable[..., AnnotatedArticle]
BEFORE = "Angela Merkel spoke by phone with Emmanuel Macron on Monday. "


@pytest.mark.parametrize(
    ("sentence", "minutes", "modifier"),
    [
        ("The call, which lasted almost an hour, was friendly.", 60.0, "less_than"),
        ("The call was about 45 minutes long.", 45.0, "about"),
        ("The talks took two hours.", 120.0, "exact"),
        ("She thanked him in a call that ran for 25 minutes.", 25.0, "exact"),
        ("The call was two days after the vote.", None, None),
        ("The call was a surprise.", None, None),
    ],
)
def test_length_in_a_clause(sentence: str, minutes: float | None, modifier: str | None, annotated: Annotate) -> None:
    made = annotated(BEFORE + sentence, "2004-05-05")
    lengths = {(e.duration_minutes, e.duration_modifier) for e in contacts(made) if e.duration_minutes}
    assert lengths == ({(minutes, modifier)} if minutes else set())


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("She thanked him in a call that Macron had requested.", {"Emmanuel Macron"}),
        ("The call, initiated by Macron, was friendly.", {"Emmanuel Macron"}),
        ("The call that took place was friendly.", set()),
    ],
)
def test_who_asked_in_a_clause(sentence: str, asked: set[str], annotated: Annotate) -> None:
    made = annotated(BEFORE + sentence, "2004-05-05")
    assert names_of(made, (a for e in contacts(made) for a in e.initiator)) == asked


@pytest.mark.parametrize(
    "sentence", ["The talks are to begin in Geneva on May 20.", "The meeting is to be held in Geneva on May 20."]
)
def test_what_is_to_begin_lies_ahead(sentence: str, annotated: Annotate) -> None:
    made = annotated(sentence, "2004-05-05")
    assert [(e.status, e.date, e.place and e.place.of(made.article.text)) for e in contacts(made)] == [
        ("scheduled", "2004-05-20", "Geneva")
    ]


@pytest.mark.parametrize(
    ("sentence", "date", "minutes"),
    [
        ("Eight hours of talks between Serbia and Kosovo ended without a deal on Monday.", "2004-05-03", 480.0),
        ("Three days of talks between Serbia and Kosovo ended on Monday.", "2004-05-01/2004-05-03", None),
        ("Another round of talks between Serbia and Kosovo is planned for May 20.", "2004-05-20", None),
        ("A round of talks between Serbia and Kosovo ended on Monday.", "2004-05-03", None),
    ],
)
def test_talks_counted_in_days_hours_and_rounds(
    sentence: str, date: str, minutes: float | None, annotated: Annotate
) -> None:
    made = annotated(sentence, "2004-05-05")
    assert [(e.date, e.duration_minutes) for e in contacts(made)] == [(date, minutes)]


def test_the_third_party_of_a_meeting_is_who_came_from_it(annotated: Annotate) -> None:
    made = annotated("Angela Merkel left Paris after a meeting with Emmanuel Macron and Boris Johnson.", "2020-05-05")
    assert [parties(made, e) for e in contacts(made)] == [{"Angela Merkel", "Emmanuel Macron", "Boris Johnson"}]


def test_commanders_of_two_states_are_two_parties(annotated: Annotate) -> None:
    made = annotated("Indian and Chinese army commanders met on Monday.", "2020-06-23")
    assert names_of(made, (a for e in contacts(made) for a in e.actors)) == {"India", "China"}
