"""Counts that grow: whole little stories, from the words to the groups and the differences."""

from __future__ import annotations

import pytest

from sitroom.link.judging import judge_all
from sitroom.record import Record
from sitroom.views.assemble import assemble

QUAKE_SUNDAY = "At least 40 people were killed and 120 injured when an earthquake struck Lomé on Sunday, Togo said."
QUAKE_TUESDAY = (
    "Togo raised the death toll from Sunday's earthquake in Lomé from 40 to 64. More than 300 people were injured."
)
QUAKE_DOCTORS = "Doctors said 90 people had been killed in the quake that struck Lomé on Sunday."
BLAST_MONDAY = "A bomb blast killed 12 people at a market in Lomé on Monday, police said."
BLAST_FRIDAY = "A blast killed nine people at a hotel in Lomé on Friday, police said."
FERRY = "A ferry accident killed 12 people off Lomé on Monday, police said."


@pytest.fixture
def record(annotated):  # type: ignore[no-untyped-def]
    def make(*told: tuple[str, str]) -> Record:
        articles = [annotated(text, day) for text, day in told]
        return assemble(articles, judge_all(articles, []))

    return make


def groups(record: Record, measure: str) -> list[list[float]]:
    """The numbers of each group of one measure; a figure alone is a group of its own."""
    found: dict[str, list[float]] = {}
    for figure in record.figures:
        if figure.measure == measure:
            found.setdefault(figure.group or figure.id, []).append(figure.low or figure.high or 0.0)
    return sorted(sorted(group) for group in found.values())


def test_a_toll_that_grows_is_one_count_and_no_conflict(record) -> None:  # type: ignore[no-untyped-def]
    made = record((QUAKE_SUNDAY, "2009-03-01"), (QUAKE_TUESDAY, "2009-03-03"))
    assert groups(made, "people killed") == [[40, 40, 64]]
    assert groups(made, "people wounded") == [[120, 300]]
    revised = {f.id: f for f in made.figures}
    assert [(f.low, revised[f.revises].low) for f in made.figures if f.revises] == [(64, 40)]
    assert {d.verdict for d in made.disagreements if d.about.kind == "figure"} == {"compatible"}


def test_two_counts_of_one_day_conflict(record) -> None:  # type: ignore[no-untyped-def]
    made = record((QUAKE_TUESDAY, "2009-03-03"), (QUAKE_DOCTORS, "2009-03-03"))
    assert groups(made, "people killed") == [[40, 64, 90]]
    (found,) = [d for d in made.disagreements if d.note and d.note.startswith("people killed")]
    assert found.verdict == "conflict"


@pytest.mark.parametrize("other", [BLAST_FRIDAY, FERRY])
def test_two_happenings_are_two_counts(record, other) -> None:  # type: ignore[no-untyped-def]
    made = record((BLAST_MONDAY, "2009-03-03"), (other, "2009-03-07"))
    assert len(groups(made, "people killed")) == 2
    assert not [d for d in made.disagreements if d.about.kind == "figure"]
