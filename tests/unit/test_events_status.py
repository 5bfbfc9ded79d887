"""How real an act is: tense, modals, negation, and the verbs and nouns that plan, fear, demand or deny."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle, Event

Annotate = Callable[..., AnnotatedArticle]

TABLE = [
    # done, or going on
    ("CONSULT", "occurred", "The Kenyan president met the Ugandan president in Nairobi."),
    ("CONSULT", "occurred", "The Kenyan president has held talks with the Ugandan president."),
    ("ASSAULT", "occurred", "Ethiopia invaded Eritrea in 1998."),
    ("AID", "occurred", "Japan sent aid to Nepal after the earthquake."),
    ("CONSULT", "ongoing", "Kenya and Uganda are holding talks in Nairobi."),
    ("MOBILIZE", "ongoing", "Sudan criticised Ethiopia's military buildup near the border."),
    ("MOBILIZE", "ongoing", "Ethiopia is deploying troops along the border with Sudan."),
    # ahead
    ("CONSULT", "scheduled", "The Kenyan president will meet the Ugandan president in Nairobi."),
    ("CONSULT", "scheduled", "The Kenyan president plans to meet the Ugandan president."),
    ("CONSULT", "scheduled", "The envoys left Kenya, with a meeting of Kenya and Uganda in Kampala due on Friday."),
    ("CONSULT", "scheduled", "Kenyan and Ugandan ministers are set to hold talks in Nairobi."),
    ("CONSULT", "scheduled", "The Kenyan president is expected to meet the Ugandan president."),
    ("CONSULT", "scheduled", "A meeting between Kenya and Uganda will be held in Kampala."),
    ("CONSULT", "scheduled", "Kenya said it would hold talks with Uganda."),
    ("AID", "scheduled", "Japan signed a contract to supply Nepal with tents."),
    ("SANCTION", "scheduled", "Kenya announced its decision to suspend aid to Uganda."),
    ("CONSULT", "scheduled", "The Kenyan president is to meet the Ugandan president in Kampala."),
    ("CONSULT", "scheduled", "The Kenyan president is going to meet the Ugandan president."),
    ("CONSULT", "scheduled", "The Kenyan president will continue to hold talks with Uganda."),
    ("AID", "scheduled", "The money of Japan will be used to help Nepal rebuild."),
    ("SUPPORT", "occurred", "I would like to thank Nepal for its patience, the minister of Japan said."),
    # asked for
    ("CONSULT", "proposed", "Kenya proposed talks with Uganda."),
    ("SANCTION", "proposed", "Kenya called for sanctions against Uganda."),
    ("RETREAT", "proposed", "Kenya urged Uganda to withdraw its troops from the border."),
    ("CONSULT", "proposed", "The Kenyan president hopes to meet the Ugandan president."),
    ("CONSULT", "proposed", "Kenyan envoys are struggling to hold talks with Uganda."),
    ("COERCE", "occurred", "Because prices dropped, Uganda arrested the editor Ivan Petrov."),
    # on a condition
    ("SANCTION", "conditional", "Kenya threatened sanctions against Uganda if it blocks the river."),
    ("ASSAULT", "conditional", "Kenya will respond decisively if Uganda attacks Tanzania."),
    ("ASSAULT", "conditional", "Kenya closed the road in the event of an attack by Uganda."),
    ("SANCTION", "conditional", "Unless Uganda leaves, Kenya will impose sanctions on Uganda."),
    # feared or foreseen
    ("ASSAULT", "forecast", "Kenya fears an invasion by Uganda."),
    ("ASSAULT", "forecast", "Uganda may attack Kenya."),
    ("ASSAULT", "forecast", "The generals warned of a possible invasion of Kenya by Uganda."),
    ("ASSAULT", "forecast", "Kenya sent envoys to deter Uganda from attacking Tanzania."),
    ("ASSAULT", "forecast", "Missiles from Uganda could be used to attack Kenya."),
    ("ASSAULT", "forecast", "Uganda did not rule out attacking Kenya."),
    # denied, refused, called off
    ("ASSAULT", "denied", "Uganda denied that it attacked Kenya."),
    ("ASSAULT", "denied", "Uganda does not plan to attack Kenya."),
    ("AID", "denied", "Japan refused to send aid to Nepal."),
    ("CONSULT", "denied", "The Kenyan president did not meet the Ugandan president."),
    ("ASSAULT", "denied", "The Ugandan army crossed the river without attacking Kenya."),
    ("ASSAULT", "denied", "Uganda almost attacked Kenya."),
    ("CONSULT", "occurred", "The Kenyan president met the Ugandan president without his wife."),
    ("CONSULT", "cancelled", "Kenya cancelled talks with Uganda."),
]


@pytest.mark.parametrize(("kind", "status", "sentence"), TABLE, ids=lambda value: str(value)[:60])
def test_status(kind: str, status: str, sentence: str, annotated: Annotate) -> None:
    found = [(e.type, e.status) for e in annotated(sentence).events]
    assert (kind, status) in found, found


HYPOTHETICAL = [
    "Kenya threatened to impose sanctions on Uganda.",
    "Kenya will impose sanctions on Uganda if it attacks Tanzania.",
    "Uganda denied reports that it was planning an attack on Kenya.",
    "Kenya ruled out sending troops to Uganda.",
    "Kenya would retaliate against Uganda should it attack.",
    "Officials in Kenya feared that Uganda could invade Tanzania.",
    "Uganda nearly bombed Kenya.",
    "Uganda is plotting to bomb Kenya.",
    "Kenya tried to arrest the editor Ivan Petrov.",
    "Uganda has yet to impose sanctions on Kenya.",
    "Uganda stopped short of imposing sanctions on Kenya.",
    "Kenya opposed an invasion of Uganda.",
    "Kenya asked Tanzania to bomb Uganda.",
    "Whether Uganda will invade Kenya is unclear.",
    "Uganda has the right to bomb Kenya, the minister said.",
    "An attack by Uganda on Kenya would be a disaster.",
    "Uganda pledged not to attack Kenya.",
    "Kenya considered sanctions against Uganda.",
    "There is no invasion of Kenya by Uganda.",
    "Nobody expects Uganda to invade Kenya.",
    "Uganda is capable of attacking Kenya.",
    "Rumours that Uganda will arrest Kenyans spread in the city.",
    "Kenya is weighing whether to expel diplomats from Uganda.",
    "Uganda was accused of planning to bomb Kenya.",
    "Had Uganda attacked Kenya, Tanzania would have sent troops.",
]


@pytest.mark.parametrize("sentence", HYPOTHETICAL)
def test_nothing_hypothetical_counts_as_done(sentence: str, annotated: Annotate) -> None:
    material = [e for e in annotated(sentence).events if e.type in ("SANCTION", "ASSAULT", "MOBILIZE", "COERCE")]
    assert not [e for e in material if e.status in ("occurred", "ongoing")], material


CONDITIONS = [
    ("Kenya threatened Uganda with sanctions if it blocks the river.", "if it blocks the river", "if"),
    ("Kenya warned that it would respond if Uganda attacks Tanzania.", "if Uganda attacks Tanzania", "if"),
    ("Kenya will not lift the embargo on Uganda until it pays its debts.", "until it pays its debts", "unless"),
    ("Kenya will close the border with Uganda unless the shelling stops.", "unless the shelling stops", "unless"),
    (
        "Kenya is not prepared to send troops to Uganda in the event of a coup.",
        "in the event of a coup",
        "if",
    ),
]


@pytest.mark.parametrize(("sentence", "condition", "polarity"), CONDITIONS)
def test_condition(sentence: str, condition: str, polarity: str, annotated: Annotate) -> None:
    found: list[Event] = [e for e in annotated(sentence).events if e.condition]
    assert (condition, polarity) in {(e.condition.of(sentence), e.polarity) for e in found if e.condition}


def test_a_question_with_if_is_no_condition(annotated: Annotate) -> None:
    events = annotated("Asked if Uganda had attacked Kenya, the minister met the king of Jordan.").events
    assert all(e.condition is None for e in events if e.type == "CONSULT")


NOBODY = [
    ("Kenya's minister spoke to neither leader of Uganda.", "denied"),
    ("Kenya met no officials of Uganda.", "denied"),
    ("Neither Kenya nor Tanzania met Uganda.", "denied"),
    ("None of the ministers met Angela Merkel.", "denied"),
    ("Kenya met Uganda with no fuss.", "occurred"),
    ("No fewer than five ministers met Angela Merkel.", "occurred"),
]


def test_who_agrees_on_nothing_has_not_agreed(annotated: Annotate) -> None:
    assert not [e for e in annotated("Kenya and Uganda agreed on nothing.").events if e.type == "AGREE"]


@pytest.mark.parametrize(("sentence", "status"), NOBODY)
def test_whom_nobody_met_was_not_met(sentence: str, status: str, annotated: Annotate) -> None:
    assert {e.status for e in annotated(sentence).events if e.type == "CONSULT"} == {status}


CONTROL = [
    ("country/TG", "Ghana accused Togo of attacking Benin."),
    ("country/TG", "Ghana praised Togo for sending troops to Benin."),
    ("country/TG", "Ghana kept Togo from attacking Benin."),
    ("country/GH", "Ghana met Togo after attacking Benin."),
    ("country/GH", "Ghana apologized to Togo for attacking Benin."),
]


@pytest.mark.parametrize(("doer", "sentence"), CONTROL)
def test_who_acts_behind_a_preposition(doer: str, sentence: str, annotated: Annotate) -> None:
    acts = [e for e in annotated(sentence).events if e.type in ("ASSAULT", "MOBILIZE")]
    assert [[a.actor for a in e.actors] for e in acts] == [[doer]]


def test_what_somebody_is_accused_of_is_not_his_accusers_act(annotated: Annotate) -> None:
    (act,) = [e for e in annotated("Togo was accused of attacking Benin.").events if e.type == "ASSAULT"]
    assert [a.actor for a in act.actors] == ["country/TG"]
