"""The publication day inferred from invented articles."""

from __future__ import annotations

import itertools

import pytest

from sitroom.ingest.publication import infer
from sitroom.ingest.similarity import profiles, similarity
from sitroom.model import Article, digest


def article(text: str, published: str | None = None) -> Article:
    return Article(id=digest(text), path="a.txt", text=text, published=published)


def alone(text: str) -> tuple[str, str] | None:
    made = article(text)
    return infer([made]).get(made.id)


STATED = [
    ("March 4, 2009 - Africa\n\nMinisters leave Lomé\n\nThe ministers left on Tuesday.", ("2009-03-04", "dateline")),
    ("Talks stall\n\nBy Ana Reyes\n\nThursday, 5 March 2009\n\nThe talks stalled.", ("2009-03-05", "dateline")),
    ("Talks stall\n\nPublished: 5 March 2009\nUpdated: 7 March 2009\n\nThe talks stalled.", ("2009-03-05", "text")),
    ("Talks stall\n\nLast updated at 10:12 GMT, Thursday, 5 March 2009\n\nThe talks stalled.", ("2009-03-05", "text")),
    ("Talks stall\n\n2009-03-05\n\nThe talks, begun in 2004, stalled.", ("2009-03-05", "dateline")),
    ("LOMÉ, March 5, 2009 (Gulf Wire) - The talks stalled on Thursday.", ("2009-03-05", "dateline")),
    ("Thu Mar 5, 2009 5:15 pm EST The talks stalled, officials said.", ("2009-03-05", "dateline")),
    ("Ana Reyes | 09:53 AM, Thursday, 5 March 2009 I have covered the talks since 1984.", ("2009-03-05", "dateline")),
    ("Talks stall\n\n13/03/2009\n\nThe talks stalled.", ("2009-03-13", "dateline")),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_stated_day_stands(text: str, expected: tuple[str, str]) -> None:
    assert alone(text) == expected


INFERRED = [
    # a caption with a whole date, a weekday that fits it, and a day ahead
    (
        "The envoy plans to see the minister on Monday, an aide said Friday.\n\n"
        "The envoy waves in Lomé, Togo, March 6, 2009.\nA. Mensah | Gulf Wire\n\n"
        "The two are set to sign the accord on March 12.",
        "2009-03-06",
    ),
    # the latest day behind, with the days ahead after it
    (
        "The minister told reporters on March 6, 2009 that the border would open. The envoys spoke on March 3.\n\n"
        "The border will be opened on March 9, he said Friday.",
        "2009-03-06",
    ),
]


@pytest.mark.parametrize(("text", "expected"), INFERRED)
def test_a_day_is_inferred_from_clues(text: str, expected: str) -> None:
    assert alone(text) == (expected, "inferred")


UNTOLD = [
    "",
    "The talks stalled.",
    "The minister said on Friday that the talks had stalled.",
    "The region was annexed in 2004, and the accord signed in 2007.\n\nCopyright 2012 Gulf Wire",
    "The accord of May 4, 1994 is dead, the envoy said.",
    "The minister spoke on March 6, and will travel on March 9.",
    "On September 11 attacks changed everything.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_no_day_rather_than_a_wild_guess(text: str) -> None:
    assert alone(text) is None


DATED = article(
    "April 16, 2008 - World\n\nPrime Minister Osei and President Karaman agreed in a 75-minute phone call on Wednesday "
    "to send observers to the Harbel crossing. On Monday Karaman had refused observers at Harbel, the Karaman "
    "government said.",
)
UNDATED = article(
    "President Karaman will let observers into Harbel, Prime Minister Osei said on Wednesday after what he called a "
    "75-minute conversation. The Harbel crossing has been closed since 2006. Karaman on Monday refused observers."
)
OTHER = article("A bakery in Lyon won a prize for its bread on Wednesday, the jury said.")


def test_a_report_of_the_same_call_gives_the_day() -> None:
    found = infer([UNDATED, DATED, OTHER])
    assert found[DATED.id] == ("2008-04-16", "dateline")
    assert found[UNDATED.id] == ("2008-04-16", "inferred")
    assert OTHER.id not in found


def test_the_order_of_articles_changes_nothing() -> None:
    results = [infer(list(order)) for order in itertools.permutations([UNDATED, DATED, OTHER])]
    assert all(result == results[0] for result in results)


def test_an_article_with_its_own_day_does_not_depend_on_others() -> None:
    text, day = INFERRED[0]
    own = article(text)
    like = article(text.replace("wave", "smile"), published="2011-03-04")
    assert infer([own, like])[own.id] == infer([own])[own.id] == (day, "inferred")


def test_dated_articles_are_left_alone() -> None:
    assert infer([article("Friday, May 1, 2009\n\nText.", published="2009-05-02")]) == {}


@pytest.mark.parametrize("length", ["an hour and a half", "90 minutes", "one hour and a half"])
def test_one_length_told_in_two_ways_is_one_length(length: str) -> None:
    texts = {
        "one": f"The envoys of Togo and Ghana spoke for {length}.",
        "other": "The 90-minute call was the first.",
        "third": "The call lasted 50 minutes.",
        "fourth": "The envoys came an hour later.",
        "fifth": "No call.",
    }
    made = profiles(texts)
    same = made["one"].amounts & made["other"].amounts
    assert same == {"90-minute"}
    assert not made["third"].amounts & made["other"].amounts


def test_what_an_outlet_prints_under_every_report_makes_no_two_alike() -> None:
    foot = "\n\nSubscribe to the Lomé Gulf Observer. Your subscription keeps the newsroom of the Observer independent."
    one, other = "The minister resigned." + foot, "A bakery won a prize." + foot
    made = profiles({"one": one, "other": other})
    assert similarity(made["one"], made["other"]) == 0
