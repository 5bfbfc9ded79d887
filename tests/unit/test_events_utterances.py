"""Who threatens, accuses, demands or foretells; demands of several parts and in lists; red lines, principles."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import names_of

from sitroom.model import POSITION_TYPES, AnnotatedArticle

Annotate = Callable[..., AnnotatedArticle]
DAY = "2021-12-09"

KINDS = [
    ("THREATEN", "Egypt warned that it would close the canal."),
    ("THREATEN", "Egypt warned Sudan of serious consequences."),
    ("THREATEN", "Egypt warned that any attack on the dam would be met with force."),
    ("THREATEN", "Egypt warned that Sudan would pay a heavy price."),
    ("THREATEN", "Egypt said it will retaliate if Sudan attacks."),
    ("THREATEN", 'Egypt said: "If they close the river, there will be severe consequences."'),
    ("THREATEN", "Egypt told reporters that if Sudan invades, there will be severe consequences."),
    ("THREATEN", "Egypt said the deployment of missiles would be a red line."),
    ("THREATEN", "Egypt told Sudan to leave the island or face war."),
    ("ACCUSE", "Egypt warned that Sudan is preparing to invade Chad."),
    ("ACCUSE", "Egypt warned of a possible invasion by Sudan."),
    ("ACCUSE", "Egypt warned that Sudan could attack the dam."),
    ("ACCUSE", "Egypt claimed that Sudan had armed the rebels."),
    ("ACCUSE", "Sudan crossed a red line, Egypt said."),
    ("REJECT", "Chad will not be pulled into the alliance, Sudan said."),
    ("REJECT", "Egypt said the expansion of the alliance is unacceptable."),
    ("REJECT", "Egypt said its rule over the island is non-negotiable."),
    ("REJECT", "Egypt said that each country has the right to choose its own alliances."),
    ("REJECT", "Egypt said that every nation is free to choose its partners."),
    ("REJECT", "Egypt said Sudan has no right to veto the treaty."),
    ("REJECT", "Egypt insisted that it was not preparing to invade Sudan."),
    ("REQUEST", "Chad must never join the alliance, Egypt said."),
    ("REQUEST", "Egypt said Sudan cannot invade Chad."),
    ("REQUEST", "Egypt said Sudan cannot be allowed to join the league."),
    ("REQUEST", "Egypt insisted that Sudan leave the island."),
    ("AGREE", "Egypt said there would be no decisions about Chad without Chad."),
    ("AGREE", "Egypt pledged that no troops would be sent without a vote."),
    ("SUPPORT", "Egypt called Sudan a trustworthy ally."),
    ("SUPPORT", "Egypt considers Sudan a reliable partner."),
]


@pytest.mark.parametrize(("kind", "text"), KINDS, ids=lambda v: str(v)[:60])
def test_kind(kind: str, text: str, annotated: Annotate) -> None:
    made = annotated(text, DAY)
    found = [(e.type, names_of(made, e.actors)) for e in made.events if e.type in POSITION_TYPES]
    holder = "Sudan" if text.endswith("Sudan said.") else "Egypt"
    assert any(k == kind and holder in who for k, who in found), found


NONE = [
    "Scientists warned that the storm may kill fish.",
    "Egypt warned that the talks would be slow.",
    "The mayor warned that it was too late.",
    "Egypt warned that the road remained closed.",
    "Will Egypt send troops to Sudan?",
    "Egypt declined to comment.",
    "Egypt refused to elaborate.",
    "Egypt expressed no concern about Sudan.",
    "Egypt agreed it was late.",
    "The general committed a crime in Sudan.",
    "Egypt claimed that residents could relax.",
    "Egypt could accept the plan.",
    "Egypt said the sun cannot shine at night.",
    "If Egypt accuses Sudan, prices rise.",
    "Egypt said it would delay a decision on sanctions.",
    "Egypt said it would wait before deciding whether to attack.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_position(text: str, annotated: Annotate) -> None:
    assert not [e for e in annotated(text, DAY).events if e.type in POSITION_TYPES], text


PARTS = [
    ("REQUEST", ["to halt its drills", "withdraw its troops from the border"],
     "Egypt told Sudan to halt its drills and withdraw its troops from the border."),
    ("REQUEST", ["that Sudan withdraw its troops", "release the prisoners", "pay compensation"],
     "Egypt demanded that Sudan withdraw its troops, release the prisoners and pay compensation."),
    ("AGREE", ["to send grain", "to train the police of Sudan"],
     "Egypt promised to send grain and to train the police of Sudan."),
    ("THREATEN", ["to close the border", "expel the envoys of Sudan"],
     "Egypt threatened to close the border and expel the envoys of Sudan."),
    ("REQUEST", ["to wait and see"], "Egypt urged Sudan to wait and see."),
    ("REQUEST", ["to go and fetch the crew"], "Egypt told Sudan to go and fetch the crew."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "parts", "text"), PARTS)
def test_every_part_is_a_position(kind: str, parts: list[str], text: str, annotated: Annotate) -> None:
    found = [e.content.of(text) for e in annotated(text, DAY).events if e.type == kind and e.content]
    assert found == parts


def test_aid_and_troops_promised_in_one_breath_are_a_promise_and_a_threat(annotated: Annotate) -> None:
    text = "Egypt is prepared to send aid to Sudan and increase its troop presence near the border."
    found = [
        (e.type, e.content.of(text)) for e in annotated(text, DAY).events if e.type in POSITION_TYPES and e.content
    ]
    assert found == [("AGREE", "to send aid to Sudan"), ("THREATEN", "increase its troop presence near the border")]


def test_items_under_a_heading_are_demands_of_their_own(annotated: Annotate) -> None:
    text = (
        "Egypt had three demands for Sudan:\n\n"
        "  • Withdraw the troops from the island.\n\n  • Release the crew by Friday.\n\n  • An end to the raids.\n\n"
        "Sudan did not answer for a week.\n"
    )
    made = annotated(text, DAY)
    found = [e.content.of(text) for e in made.events if e.type == "REQUEST" and e.content]
    assert {"Withdraw the troops from the island", "Release the crew by Friday", "An end to the raids"} <= set(found)


def test_items_under_another_heading_are_none(annotated: Annotate) -> None:
    text = "Egypt sent three trucks to Sudan:\n\n  • Release valves and pipes.\n\n  • Bread.\n\nSudan thanked Egypt.\n"
    assert not [e for e in annotated(text, DAY).events if e.type == "REQUEST"]


def test_what_a_demand_asks_for_is_not_yet_anybodys_position(annotated: Annotate) -> None:
    text = "Egypt urged Sudan to apologise to Chad."
    found = [e.type for e in annotated(text, DAY).events if e.type in POSITION_TYPES]
    assert found == ["REQUEST"]


def test_a_demand_that_another_tells_of_keeps_whose_word_it_is(annotated: Annotate) -> None:
    text = "Chad said that Egypt demands that Sudan leave the island."
    made = annotated(text, DAY)
    held = next(e for e in made.events if e.type == "REQUEST")
    assert names_of(made, held.actors) == {"Egypt"}


def test_an_unnamed_official_speaks_for_his_state(annotated: Annotate) -> None:
    text = "Egyptian officials said that if Sudan closes the river, there will be severe consequences."
    made = annotated(text, DAY)
    countries = {a.key: a.country for a in made.actors}
    held = next(e for e in made.events if e.type == "THREATEN")
    assert {countries[a.actor] for a in held.actors if a.actor} == {"EG"}
