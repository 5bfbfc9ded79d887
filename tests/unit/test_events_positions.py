"""Positions: what is demanded, refused, threatened, promised, by verbs and by what statements say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import names_of

from sitroom.model import AnnotatedArticle

Annotate = Callable[..., AnnotatedArticle]

TABLE = [
    ("REQUEST", "Kenya", "Uganda", "Kenya urged Uganda to open the border."),
    ("REQUEST", "Kenya", "Uganda", "Kenya demanded that Uganda open the border."),
    ("REQUEST", "Kenya", "Uganda", "Kenya said Uganda must open the border."),
    ("REQUEST", "Kenya", "Uganda", "Kenya wants Uganda to open the border."),
    ("REQUEST", "Kenya", "Uganda", "Kenya put pressure on Uganda."),
    ("REJECT", "Kenya", "Uganda", "Kenya refused to meet Uganda."),
    ("REJECT", "Kenya", None, "Kenya is not prepared to send troops."),
    ("REJECT", "Kenya", "Uganda", "Kenya rejected a demand from Uganda."),
    ("REJECT", "Kenya", "Uganda", "Kenya will not accept the proposal of Uganda."),
    ("THREATEN", "Kenya", "Uganda", "Kenya threatened Uganda with sanctions."),
    ("THREATEN", "Kenya", "Uganda", "Kenya said it will retaliate if Uganda attacks."),
    ("THREATEN", "Kenya", None, "Kenya said any attack would be met with crushing sanctions."),
    ("THREATEN", "Kenya", None, 'Kenya said: "If they attack, there will be severe consequences."'),
    ("THREATEN", "Kenya", None, "Kenya warned that a new dam is a red line."),
    ("AGREE", "Kenya", "Uganda", "Kenya promised Uganda to open the border."),
    ("AGREE", "Kenya", "Uganda", "Kenya will provide fuel to Uganda."),
    ("SUPPORT", "Kenya", "Uganda", "Kenya reaffirmed its commitment to Uganda."),
    ("SUPPORT", "Kenya", "Uganda", "Kenya praised Uganda for its vote."),
    ("CONCEDE", "Kenya", "Uganda", "Kenya dropped its demand for land in Uganda."),
    ("ACCUSE", "Kenya", "Uganda", "Kenya accused Uganda of breaking the truce."),
    ("ACCUSE", "Kenya", "Uganda", "Kenya called Uganda a threat."),
]


@pytest.mark.parametrize(("kind", "holder", "target", "sentence"), TABLE, ids=lambda value: str(value)[:60])
def test_position(kind: str, holder: str, target: str | None, sentence: str, annotated: Annotate) -> None:
    made = annotated(sentence)
    found = [e for e in made.events if e.type == kind]
    assert any(holder in names_of(made, e.actors) for e in found), made.events
    if target:
        assert any(target in names_of(made, e.recipients) for e in found), found
    assert all(e.status == "occurred" for e in found)


def test_a_threat_has_its_condition_and_its_act_is_an_event_of_its_own(annotated: Annotate) -> None:
    text = "Kenya threatened to impose sanctions on Uganda if it attacks Tanzania."
    by_type = {e.type: e for e in annotated(text).events}
    assert by_type["THREATEN"].status == "occurred"
    assert by_type["SANCTION"].status == "conditional"
    assert by_type["ASSAULT"].status == "conditional"
    condition = by_type["THREATEN"].condition
    assert condition is not None and condition.of(text) == "if it attacks Tanzania"


NO_POSITION = [
    "The floods threatened the valley.",
    "The wall supports the roof.",
    "The bond yields three percent.",
    "Kenya did not accuse Uganda of anything.",
    "The threat of rain was real.",
    "Kenya does not expect Uganda to attack.",
]


@pytest.mark.parametrize("sentence", NO_POSITION)
def test_no_position(sentence: str, annotated: Annotate) -> None:
    kinds = {"THREATEN", "SUPPORT", "CONCEDE", "ACCUSE", "REQUEST", "REJECT", "AGREE"}
    assert not [e for e in annotated(sentence).events if e.type in kinds], sentence


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "…", "“", "if", "to to to to", "call " * 300, "the call of the " * 200]
)
def test_odd_input_gives_no_error(text: str, annotated: Annotate) -> None:
    annotated(text)


def test_what_somebody_is_said_to_have_told_is_his_position(annotated: Callable[..., AnnotatedArticle]) -> None:
    text = (
        "Joe Biden told Vladimir Putin that the United States would respond with strong measures if Russia attacks "
        "Ukraine, the White House said."
    )
    found = annotated(text, "2021-12-07")
    names = {actor.key: actor.name for actor in found.actors}
    held = [e for e in found.events if e.type == "THREATEN"]
    assert [[names[a.actor] for a in e.actors if a.actor] for e in held] == [["Joe Biden"]]
