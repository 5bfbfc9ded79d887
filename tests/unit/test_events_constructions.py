"""One act in many constructions: light verbs, passives, coordination, control, relative clauses, headlines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

Annotate = Callable[..., AnnotatedArticle]

# type, who acts, whom it concerns, sentence
TABLE = [
    # verbs, active and passive
    ("ASSAULT", "Sudan", "Chad", "Sudan attacked Chad."),
    ("ASSAULT", "Sudan", "Chad", "Chad was attacked by Sudan."),
    ("ASSAULT", "Sudan", "Chad", "Chad has been bombed by Sudan."),
    ("SANCTION", "Kenya", "Uganda", "Uganda was sanctioned by Kenya."),
    ("AID", "Japan", "Nepal", "Tents were sent to Nepal by Japan."),
    ("ACCUSE", "Kenya", "Uganda", "Uganda was accused by Kenya of fraud."),
    ("REQUEST", "Kenya", "Uganda", "Uganda was urged by Kenya to wait."),
    ("COERCE", "Kenya", "Ivan Petrov", "Ivan Petrov was arrested by Kenya."),
    ("RETREAT", "Kenya", "Ivan Petrov", "Ivan Petrov was freed by Kenya."),
    # nouns with light verbs
    ("CONSULT", "Kenya", "Uganda", "Kenya held talks with Uganda."),
    ("THREATEN", "Kenya", "Uganda", "Kenya issued a warning to Uganda."),
    ("SANCTION", "Kenya", "Uganda", "Kenya imposed sanctions on Uganda."),
    ("ASSAULT", "Sudan", "Chad", "Sudan launched a series of attacks on Chad."),
    ("REQUEST", "Kenya", "Uganda", "Kenya made an appeal to Uganda."),
    ("SUPPORT", "Kenya", "Uganda", "Kenya gave assurances to Uganda."),
    ("CONCEDE", "Kenya", "Uganda", "Kenya made concessions to Uganda."),
    ("ACCUSE", "Kenya", "Uganda", "Kenya filed a complaint against Uganda."),
    ("SUPPORT", "Kenya", "Uganda", "Kenya offered an apology to Uganda."),
    ("REQUEST", "Kenya", "Uganda", "Kenya put pressure on Uganda."),
    # nouns with their parties
    ("ASSAULT", "Sudan", "Chad", "The Sudanese invasion of Chad shocked the region."),
    ("ASSAULT", "Sudan", "Chad", "Sudan's attack on Chad shocked the region."),
    ("ASSAULT", "Sudan", "Chad", "The attack on Chad by Sudan shocked the region."),
    ("RETREAT", "Sudan", "Chad", "Sudan's withdrawal from Chad was complete."),
    ("REQUEST", "Kenya", "Uganda", "Kenya's demands on Uganda were clear."),
    ("SANCTION", "Kenya", "Uganda", "Kenya's sanctions on Uganda hurt farmers."),
    ("REJECT", "Kenya", "Uganda", "Kenya's refusal to help Uganda was a surprise."),
    # coordination
    ("ASSAULT", "Sudan", "Chad", "Sudan massed troops and attacked Chad."),
    ("ASSAULT", "Sudan", "Libya", "Sudan attacked Chad and Libya."),
    ("ASSAULT", "Libya", "Chad", "Sudan and Libya attacked Chad."),
    ("ACCUSE", "Kenya", "Uganda", "Kenya criticised and condemned Uganda."),
    ("SUPPORT", "Kenya", "Uganda", "Kenya and Uganda signed an agreement."),
    ("COOPERATE", "Uganda", "Kenya", "Kenya and Uganda held joint exercises."),
    ("AGREE", "Kenya", "Uganda", "Kenya and Uganda reached a deal."),
    # control and raising
    ("ASSAULT", "Sudan", "Chad", "Sudan threatened to attack Chad."),
    ("ASSAULT", "Sudan", "Chad", "Libya urged Sudan to attack Chad."),
    ("ASSAULT", "Sudan", "Chad", "Libya accused Sudan of attacking Chad."),
    ("ASSAULT", "Sudan", "Chad", "Sudan seems to have attacked Chad."),
    ("ASSAULT", "Sudan", "Chad", "Sudan was ordered to attack Chad."),
    ("RETREAT", "Sudan", "Chad", "Libya told Sudan to withdraw its troops from Chad."),
    ("AID", "Japan", "Nepal", "Japan promised to send aid to Nepal."),
    ("CONSULT", "Kenya", "Uganda", "Kenya offered to meet Uganda."),
    # relative clauses and participles
    ("ASSAULT", "Sudan", "Chad", "Sudan, which attacked Chad, denied it."),
    ("ASSAULT", "Sudan", "Chad", "Chad, which Sudan attacked, asked for help."),
    ("AID", "Japan", "Nepal", "The tents that Japan sent to Nepal arrived."),
    ("ACCUSE", "Kenya", "Uganda", "Kenya left the room, accusing Uganda of fraud."),
    ("ACCUSE", "Kenya", "Uganda", "Kenya released a statement criticising Uganda."),
    ("SANCTION", "Kenya", "Uganda", "The sanctions imposed by Kenya on Uganda hurt farmers."),
    # headlines
    ("ACCUSE", "Kenya", "Uganda", "Kenya slams Uganda over dam"),
    ("SUPPORT", "Kenya", "Uganda", "Kenya thanks Uganda for help"),
    ("AID", "Japan", "Nepal", "Japan to send aid to Nepal"),
    # other words
    ("ACCUSE", "Kenya", "Uganda", "Kenya said Uganda was responsible for the fire."),
    ("ACCUSE", "Kenya", "Uganda", "Kenya held Uganda responsible for the fire."),
    ("REQUEST", "Kenya", "Uganda", "Kenya said Uganda must open the border."),
    ("REJECT", "Kenya", "Uganda", "Kenya withdrew from a treaty with Uganda."),
    ("AID", "Japan", "Nepal", "Nepal received aid from Japan."),
    ("RETREAT", "Sudan", "Chad", "Sudanese troops left Chad."),
    ("CONCEDE", "Kenya", "Uganda", "Kenya lifted its embargo on Uganda."),
    ("MOBILIZE", "Sudan", "Chad", "Sudan sent warships near Chad."),
    ("COERCE", "Kenya", "Uganda", "Kenya forced Uganda to leave the island."),
    ("SANCTION", "Kenya", "Uganda", "Kenya expelled the ambassador of Uganda."),
]


@pytest.mark.parametrize(("kind", "actor", "recipient", "sentence"), TABLE, ids=lambda value: str(value)[:50])
def test_act(kind: str, actor: str, recipient: str, sentence: str, annotated: Annotate) -> None:
    made = annotated(sentence)
    names = {a.key: a.name for a in made.actors}

    def named(side: tuple[object, ...]) -> set[str]:
        return {names.get(a.actor or "", a.span.of(sentence)) for a in side}  # type: ignore[attr-defined]

    found = [(e.type, named(e.actors), named(e.recipients)) for e in made.events]
    fits = [(a, r) for t, a, r in found if t == kind]
    if kind == "CONSULT":
        fits = [(a | r, a | r) for a, r in fits]
    assert any(any(actor in x for x in a) and any(recipient in x for x in r) for a, r in fits), found


# type that must not be found as done, sentence
NEGATIVES = [
    ("ASSAULT", "The senator attacked the plan of the minister."),
    ("ASSAULT", "Candidates battle for votes in Kenya."),
    ("ASSAULT", "Kenya and Uganda are in a trade war."),
    ("ASSAULT", "Kenya fights climate change."),
    ("ASSAULT", "The senate of Kenya shot down the proposal."),
    ("ASSAULT", "Kenya declared war on corruption."),
    ("ASSAULT", "Crews from Kenya are battling to cap the well."),
    ("ASSAULT", "Sales of cars in Kenya sank by ten percent."),
    ("ASSAULT", "He had a heart attack in Kenya."),
    ("ASSAULT", "The report shows a conflict of interest in Kenya."),
    ("PROTEST", "Ivan Petrov resigned in March."),
    ("PROTEST", "The rebels demonstrated their strength in Chad."),
    ("SANCTION", "Kenya and Uganda ended two hours of talks."),
    ("RETREAT", "Tourists left Kenya in May."),
    ("MOBILIZE", "The chef placed cakes near the door."),
    ("COERCE", "The rain forced the players to stop."),
    ("AID", "Kenya received a letter from Uganda."),
    ("COOPERATE", "Kenya held the games in Nairobi."),
    ("AGREE", "Critics agreed."),
    ("REQUEST", "The recipe calls for salt."),
]


@pytest.mark.parametrize(("kind", "sentence"), NEGATIVES, ids=lambda value: str(value)[:50])
def test_no_act(kind: str, sentence: str, annotated: Annotate) -> None:
    done = [e for e in annotated(sentence).events if e.type == kind and e.status in ("occurred", "ongoing")]
    assert not done, done


def test_postponed_in_a_headline(annotated: Annotate) -> None:
    events = annotated("Talks between Kenya and Uganda postponed").events
    assert not [e for e in events if e.type == "CONSULT" and e.status in ("occurred", "ongoing")], events
