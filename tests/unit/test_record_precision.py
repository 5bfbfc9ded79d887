"""What must never be said: no plan, question, wish or other people's meeting becomes a contact that took place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.link.judging import judge_all
from sitroom.model import AnnotatedArticle
from sitroom.record import Record
from sitroom.views.assemble import assemble

HELD = {"occurred", "ongoing"}


def contacts(record: Record) -> set[frozenset[str]]:
    """The participants of every contact that is said to have taken place, by surname or name."""
    names = {actor.id: actor.name.split()[-1] for actor in record.actors}
    return {
        frozenset(names[i] for i in (*event.actors, *event.recipients))
        for event in record.events
        if event.type == "CONSULT" and event.status in HELD
    }


CASES = [
    pytest.param(
        "2022-03-02",
        "German Chancellor Olaf Scholz will visit Turkey on March 14 and hold talks with President Recep Tayyip "
        "Erdogan, "
        "his spokesman said on Wednesday.\n\nMr. Scholz's visit to Turkey is a chance to calm tempers in the "
        "alliance.\n\n"
        "Scholz and Erdogan will discuss the grain harvest during the one-day visit.",
        set(),
        id="a planned visit stays planned when a noun takes it up",
    ),
    pytest.param(
        "2022-03-02",
        "Former Chancellor Angela Merkel with Turkish officials during a state visit to Turkey in 2017.\n\n"
        "But German Chancellor Olaf Scholz will most likely not get such honours when he travels to Turkey on "
        "March 14.",
        set(),
        id="another person's visit in a caption",
    ),
    pytest.param(
        "2018-05-01",
        "The prosecutor wants to ask President Emmanuel Macron whether he had any discussions with Bashar "
        "al-Assad.\n\n"
        "He would also like to know about phone calls that a minister made with the Syrian ambassador.",
        set(),
        id="what is asked is not told",
    ),
    pytest.param(
        "2018-05-01",
        "Emmanuel Macron insisted that he meet with Vladimir Putin before the summer.\n\nThe inquiry deals with "
        "a 2016 "
        "meeting between party officials and bankers.",
        set(),
        id="a wish and somebody else's meeting do not make a meeting",
    ),
    pytest.param(
        "2018-04-26",
        "Japan to host talks with North Korea in July, foreign minister to meet envoy\n\nTOKYO — Japan will "
        "host talks "
        "with North Korea in July, the foreign ministry said on Thursday.",
        set(),
        id="a headline with an infinitive",
    ),
    pytest.param(
        "2018-04-26",
        "Angela Merkel to visit Poland in July, meet with Andrzej Duda",
        set(),
        id="a headline that goes on from its infinitive",
    ),
    pytest.param(
        "2018-04-26",
        "Steel tariffs will be among the topics discussed by Angela Merkel and Andrzej Duda in Warsaw.",
        set(),
        id="a participle under a future",
    ),
    pytest.param(
        "2018-04-26",
        "Angela Merkel had yet to speak with Andrzej Duda by Monday. He remained firm in his "
        "insistence that he meet her.",
        set(),
        id="not yet, and an insistence",
    ),
    pytest.param(
        "2018-04-26",
        "The vote came three days after Angela Merkel spoke with Andrzej Duda and a week before talks between France "
        "and Italy begin in Geneva.",
        {frozenset({"Merkel", "Duda"})},
        id="before talks begin",
    ),
    pytest.param(
        "2018-04-26",
        "If Angela Merkel decides to travel to Warsaw, she would face protests while meeting Polish President "
        "Andrzej Duda.",
        set(),
        id="inside a condition",
    ),
    pytest.param(
        "2018-04-26",
        "Angela Merkel was the first foreign leader to meet Andrzej Duda after the vote.",
        {frozenset({"Merkel", "Duda"})},
        id="the first to do it did it",
    ),
    pytest.param(
        "2018-04-26",
        "Angela Merkel rejected an invitation to meet Viktor Orban and cancelled a visit to Hungary planned for May.",
        set(),
        id="a refusal and a visit called off",
    ),
    pytest.param(
        "2018-04-26",
        "Angela Merkel has never spoken with Viktor Orban about the matter, her spokesman said.",
        set(),
        id="never",
    ),
    pytest.param(
        "2018-04-26",
        "Angela Merkel and Viktor Orban met in Vienna on Tuesday.\n\nTwo days after the meeting, Merkel's party "
        "fell in "
        "the polls.\n\nThe talks lasted three hours.",
        {frozenset({"Merkel", "Orbán"})},
        id="nouns that take a meeting up make no second one",
    ),
    pytest.param(
        "2018-04-26",
        "Angela Merkel spoke by phone with Viktor Orban on Tuesday, officials said.\n\nEmmanuel Macron called "
        "for calm.",
        {frozenset({"Merkel", "Orbán"})},
        id="to call for something is no call",
    ),
    pytest.param(
        "2018-04-26",
        "Angela Merkel spoke with Viktor Orban on Tuesday.\n\nOfficials were asked about a meeting in Vienna with a "
        "Hungarian banker in June 2016.",
        {frozenset({"Merkel", "Orbán"})},
        id="a meeting newly told of borrows nobody",
    ),
    pytest.param(
        "2018-04-26",
        "Angela Merkel answered questions about a meeting in Vienna with a Hungarian lawyer.",
        set(),
        id="who is asked about a meeting did not attend it",
    ),
    pytest.param(
        "2018-04-26",
        "Emmanuel Macron and his wife, Brigitte, had a private dinner with the queen.",
        set(),
        id="those who dined with somebody unknown did not meet one another",
    ),
    pytest.param(
        "2018-04-26",
        "Several Macron aides met with Hungarian citizens in Vienna.",
        set(),
        id="aides are not their chief, citizens not their state",
    ),
    pytest.param(
        "2018-04-26",
        "Investigators looked into phone calls that Viktor Orban made with Emmanuel Macron.",
        {frozenset({"Orbán", "Macron"})},
        id="a relative clause tells who made the calls",
    ),
    pytest.param(
        "2018-04-26",
        "Angela Merkel told Heiko Maas to talk to Viktor Orban. Maas was eager to meet Emmanuel Macron.",
        set(),
        id="an order and an eagerness",
    ),
    pytest.param(
        "2018-04-26",
        "France delays tariffs ahead of tense talks with Germany.",
        set(),
        id="ahead of talks",
    ),
    pytest.param(
        "2018-04-26",
        "Kofi Annan arrived in Kenya on Monday. Emmanuel Macron flew to Lyon in France after a holiday.",
        set(),
        id="a journey is no meeting with a country",
    ),
    pytest.param(
        "2018-04-26",
        "The bishop decided to resign after a visit to Mexico and Cuba last month.",
        set(),
        id="two countries that somebody visited did not meet",
    ),
    pytest.param(
        "2018-04-26",
        "On Saturday another British team was called to a house in France.",
        set(),
        id="to be called to a place is no telephone call",
    ),
    pytest.param(
        "2018-04-26",
        "Protesters prepare for Emmanuel Macron's planned visit to Hungary.\n\nMr. Macron's visit to Hungary gives "
        "Viktor Orban an opportunity.",
        set(),
        id="a planned visit is no more when its adjective is left out",
    ),
]


@pytest.mark.parametrize(("published", "text", "expected"), CASES)
def test_contacts_that_took_place(
    published: str, text: str, expected: set[frozenset[str]], annotated: Callable[..., AnnotatedArticle]
) -> None:
    articles = [annotated(text, published)]
    assert contacts(assemble(articles, judge_all(articles, []))) == expected
