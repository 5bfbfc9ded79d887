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


def case(name: str, text: str, *met: set[str], published: str = "2018-04-26") -> object:
    """A text, and the pairs of which it says that they met."""
    return pytest.param(published, text, {frozenset(pair) for pair in met}, id=name)


CASES = [
    case("a planned visit stays planned when a noun takes it up",
         "German Chancellor Olaf Scholz will visit Turkey on March 14 and hold talks with President Recep "
         "Tayyip Erdogan, his spokesman said on Wednesday.\n\nMr. Scholz's visit to Turkey is a chance to calm "
         "tempers in the alliance.\n\nScholz and Erdogan will discuss the grain harvest during the one-day "
         "visit.", published="2022-03-02"),
    case("another person's visit in a caption",
         "Former Chancellor Angela Merkel with Turkish officials during a state visit to Turkey in 2017.\n\nBut "
         "German Chancellor Olaf Scholz will most likely not get such honours when he travels to Turkey on "
         "March 14.", published="2022-03-02"),
    case("what is asked is not told",
         "The prosecutor wants to ask President Emmanuel Macron whether he had any discussions with Bashar "
         "al-Assad.\n\nHe would also like to know about phone calls that a minister made with the Syrian "
         "ambassador.", published="2018-05-01"),
    case("a wish and somebody else's meeting do not make a meeting",
         "Emmanuel Macron insisted that he meet with Vladimir Putin before the summer.\n\nThe inquiry deals "
         "with a 2016 meeting between party officials and bankers.", published="2018-05-01"),
    case("a headline with an infinitive",
         "Japan to host talks with North Korea in July, foreign minister to meet envoy\n\nTOKYO — Japan will "
         "host talks with North Korea in July, the foreign ministry said on Thursday."),
    case("a headline that goes on from its infinitive",
         "Angela Merkel to visit Poland in July, meet with Andrzej Duda"),
    case("a participle under a future",
         "Steel tariffs will be among the topics discussed by Angela Merkel and Andrzej Duda in Warsaw."),
    case("not yet, and an insistence",
         "Angela Merkel had yet to speak with Andrzej Duda by Monday. He remained firm in his insistence that "
         "he meet her."),
    case("before talks begin",
         "The vote came three days after Angela Merkel spoke with Andrzej Duda and a week before talks between "
         "France and Italy begin in Geneva.", {"Duda", "Merkel"}),
    case("inside a condition",
         "If Angela Merkel decides to travel to Warsaw, she would face protests while meeting Polish President "
         "Andrzej Duda."),
    case("the first to do it did it",
         "Angela Merkel was the first foreign leader to meet Andrzej Duda after the vote.", {"Duda", "Merkel"}),
    case("a refusal and a visit called off",
         "Angela Merkel rejected an invitation to meet Viktor Orban and cancelled a visit to Hungary planned "
         "for May."),
    case("never",
         "Angela Merkel has never spoken with Viktor Orban about the matter, her spokesman said."),
    case("nouns that take a meeting up make no second one",
         "Angela Merkel and Viktor Orban met in Vienna on Tuesday.\n\nTwo days after the meeting, Merkel's "
         "party fell in the polls.\n\nThe talks lasted three hours.", {"Merkel", "Orbán"}),
    case("to call for something is no call",
         "Angela Merkel spoke by phone with Viktor Orban on Tuesday, officials said.\n\nEmmanuel Macron called "
         "for calm.", {"Merkel", "Orbán"}),
    case("a meeting newly told of borrows nobody",
         "Angela Merkel spoke with Viktor Orban on Tuesday.\n\nOfficials were asked about a meeting in Vienna "
         "with a Hungarian banker in June 2016.", {"Merkel", "Orbán"}),
    case("who is asked about a meeting did not attend it",
         "Angela Merkel answered questions about a meeting in Vienna with a Hungarian lawyer."),
    case("those who dined with somebody unknown did not meet one another",
         "Emmanuel Macron and his wife, Brigitte, had a private dinner with the queen."),
    case("aides are not their chief, citizens not their state",
         "Several Macron aides met with Hungarian citizens in Vienna."),
    case("a relative clause tells who made the calls",
         "Investigators looked into phone calls that Viktor Orban made with Emmanuel Macron.", {"Macron", "Orbán"}),
    case("an order and an eagerness",
         "Angela Merkel told Heiko Maas to talk to Viktor Orban. Maas was eager to meet Emmanuel Macron."),
    case("ahead of talks",
         "France delays tariffs ahead of tense talks with Germany."),
    case("a journey is no meeting with a country",
         "Kofi Annan arrived in Kenya on Monday. Emmanuel Macron flew to Lyon in France after a holiday."),
    case("two countries that somebody visited did not meet",
         "The bishop decided to resign after a visit to Mexico and Cuba last month."),
    case("to be called to a place is no telephone call",
         "On Saturday another British team was called to a house in France."),
    case("a planned visit is no more when its adjective is left out",
         "Protesters prepare for Emmanuel Macron's planned visit to Hungary.\n\nMr. Macron's visit to Hungary "
         "gives Viktor Orban an opportunity."),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "expected"), CASES)
def test_contacts_that_took_place(
    published: str, text: str, expected: set[frozenset[str]], annotated: Callable[..., AnnotatedArticle]
) -> None:
    articles = [annotated(text, published)]
    assert contacts(assemble(articles, judge_all(articles, []))) == expected
