"""Conditions, consequences and deadlines of positions, in sentences about many crises."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle, Event

Annotate = Callable[..., AnnotatedArticle]
DAY = "2021-12-09"


def held(annotated: Annotate, text: str, kind: str) -> list[Event]:
    return [e for e in annotated(text, DAY).events if e.type == kind]


# kind, polarity, condition, sentence
CONDITIONS = [
    ("THREATEN", "if", "if it attacks Tanzania", "Kenya threatened Uganda with sanctions if it attacks Tanzania."),
    ("THREATEN", "unless", "unless Sudan opens the dam", "Egypt warned it would act unless Sudan opens the dam."),
    ("REJECT", "if", "as long as Serbia keeps its troops there",
     "Kosovo will not sign the treaty as long as Serbia keeps its troops there."),
    ("AGREE", "if", "so long as Peru pays", "Chile agreed to share the water so long as Peru pays."),
    ("CONCEDE", "if", "provided that Turkey withdraws", "Greece will lift the ban provided that Turkey withdraws."),
    ("AGREE", "if", "in return for a ceasefire", "Colombia offered to free the prisoners in return for a ceasefire."),
    ("AGREE", "if", "in exchange for grain", "Qatar offered to send fuel to Lebanon in exchange for grain."),
    ("AGREE", "if", "on condition that India withdraws", "Pakistan agreed to talks on condition that India withdraws."),
    ("THREATEN", "if", "in case Armenia attacks", "Azerbaijan said it would retaliate in case Armenia attacks."),
    ("THREATEN", "if", "in the event of a new test", "Japan threatened sanctions in the event of a new test."),
    ("THREATEN", "if", "Should Mali expel the envoy", "Should Mali expel the envoy, France will retaliate."),
    ("THREATEN", "if", "an attack", "Iran warned that an attack would lead to war."),
    ("THREATEN", "if", "any attack", "Iran warned that any attack would be met with force."),
    ("THREATEN", "unless", "withdraw its troops", "Kenya told Uganda to withdraw its troops or face sanctions."),
    ("REJECT", "unless", "without a ceasefire", "Ethiopia said it will not negotiate without a ceasefire."),
    ("REJECT", "unless", "until Israel leaves", "Lebanon said it would not talk until Israel leaves."),
    ("AGREE", "if", "only if Sudan leaves", "Chad promised to reopen the border only if Sudan leaves."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "polarity", "words", "text"), CONDITIONS, ids=lambda v: str(v)[:50])
def test_condition(kind: str, polarity: str, words: str, text: str, annotated: Annotate) -> None:
    found = [(e.polarity, e.condition.of(text)) for e in held(annotated, text, kind) if e.condition]
    assert (polarity, words) in found


CONSEQUENCES = [
    ("massive sanctions", "Kenya threatened Uganda with massive sanctions if it attacks Tanzania."),
    ("would respond decisively", "Kenya said it would respond decisively if Uganda attacked."),
    ("severe consequences", "Kenya warned of severe consequences if Uganda crosses the river."),
    ("serious consequences", "Kenya said there would be serious consequences if Uganda attacked."),
    ("face sanctions", "Kenya told Uganda to withdraw its troops or face sanctions."),
    ("be expelled", "Kenya ordered Uganda to close its mission by June 30 or be expelled."),
    ("war", "Iran warned that an attack would lead to war."),
    ("a heavy price", "Kenya warned that Uganda would pay a heavy price for the raid."),
    ("free the prisoners", "Colombia offered to free the prisoners in return for a ceasefire."),
    ("retaliate", "Kenya vowed to retaliate unless Uganda apologises."),
]


@pytest.mark.parametrize(("words", "text"), CONSEQUENCES)
def test_consequence(words: str, text: str, annotated: Annotate) -> None:
    found = [e.consequence.of(text) for e in annotated(text, DAY).events if e.consequence]
    assert words in found


DEADLINES = [
    ("by Friday", "2021-12-10", "Kenya said Uganda must withdraw by Friday."),
    ("within 48 hours", "2021-12-11", "Kenya demanded that Uganda pull out within 48 hours."),
    ("within two weeks", "2021-12-23", "Kenya promised to send grain to Uganda within two weeks."),
    ("immediately", None, "Kenya called on Uganda to stop the raids immediately."),
    ("by Dec. 20", "2021-12-20", "Kenya told Uganda to release the crew by Dec. 20."),
    ("before talks can begin", None, "Kenya demanded that Uganda withdraw before talks can begin."),
]


@pytest.mark.parametrize(("words", "date", "text"), DEADLINES)
def test_deadline(words: str, date: str | None, text: str, annotated: Annotate) -> None:
    found = [(e.deadline.span.of(text), e.deadline.edtf) for e in annotated(text, DAY).events if e.deadline]
    assert (words, date) in found


# what a position does not have, sentence
NONE = [
    ("condition", "Kenya will retaliate even if Uganda withdraws."),
    ("condition", "Kenya asked if Uganda would withdraw."),
    ("condition", "Kenya urged Uganda to help if possible."),
    ("condition", "Kenya warned Uganda as if it were a child."),
    ("condition", "Kenya promised to help Uganda, an official said on condition of anonymity."),
    ("condition", "Kenya said there would be no decisions about Mali without Mali."),
    ("condition", "Kenya wondered what Uganda would do if necessary."),
    ("condition", "Kenya pressed Uganda to withdraw in any case."),
    ("consequence", "Kenya warned Uganda not to cross the river."),
    ("consequence", "Kenya warned Uganda against crossing the river."),
    ("consequence", "Kenya demanded that Uganda leave the town."),
    ("consequence", "Kenya accused Uganda of arming the rebels."),
    ("consequence", "Kenya told Uganda to call or write."),
    ("consequence", "Kenya praised Uganda for its vote."),
    ("deadline", "Kenya demanded on Friday that Uganda withdraw."),
    ("deadline", "Kenya has urged Uganda to withdraw since Monday."),
    ("deadline", "Kenya urged Uganda to vote after Friday."),
]


@pytest.mark.parametrize(("part", "text"), NONE)
def test_nothing_is_made_up(part: str, text: str, annotated: Annotate) -> None:
    assert not [e for e in annotated(text, DAY).events if getattr(e, part)], text
