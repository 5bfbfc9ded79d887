"""Expressions of time: sentence, what is found in it, and what it means.

Sentences are read as published on Thursday 9 December 2021 unless the case says otherwise.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from sitroom.model import Time

Timed = Callable[..., dict[str, Time]]
PUBLISHED = "2021-12-09"

WEEKDAYS = [
    ("The minister will travel to Rome on Monday.", "Monday", "2021-12-13"),
    ("The minister travelled to Rome on Monday.", "Monday", "2021-12-06"),
    ("The minister, who plans to resign on Friday, said nothing.", "Friday", "2021-12-10"),
    ("The envoys are to meet on Thursday.", "Thursday", "2021-12-09"),
    ("The envoy said on Thursday that he was tired.", "Thursday", "2021-12-09"),
    ("The envoys parted, with a meeting of the council in Lima due on Saturday.", "Saturday", "2021-12-11"),
    ("The envoys parted, with a vote slated for Saturday.", "Saturday", "2021-12-11"),
    ("Roads were closed on Saturday due to snow.", "Saturday", "2021-12-04"),
    ("Talks planned for Saturday were called off.", "Saturday", "2021-12-11"),
    ("She arrived last Friday.", "last Friday", "2021-12-03"),
    ("She leaves next Tuesday.", "next Tuesday", "2021-12-14"),
    ("He briefed the queen on his talks with the king on Tuesday.", "Tuesday", "2021-12-07"),
    ("The envoys will discuss Monday's attack.", "Monday", "2021-12-06"),
    ("Villagers sought a way to get around Monday's decree.", "Monday", "2021-12-06"),
    ("Neither of the brothers could be reached Monday.", "Monday", "2021-12-06"),
    ("The offensive began as planned Monday.", "Monday", "2021-12-06"),
    ("Guards saw the convoy leave Monday.", "Monday", "2021-12-06"),
    ("The ceasefire had been due to expire on Monday.", "Monday", "2021-12-06"),
    ("The ceasefire is due to expire on Monday.", "Monday", "2021-12-13"),
    ("Two of the first states to join on Monday were small.", "Monday", "2021-12-06"),
    ("Asked on Monday about it, he declined to comment.", "Monday", "2021-12-06"),
    ("The vote is on Monday.", "Monday", "2021-12-13"),
    ("The parliament scheduled a debate for Wednesday.", "Wednesday", "2021-12-15"),
]

DATES = [
    ("Elections were held in March.", "March", "2021-03", "2021-03"),
    ("Elections will be held in March.", "March", "2022-03", "2022-03"),
    ("The council meets on 3 February.", "3 February", "2022-02-03", "2022-02-03"),
    ("It began on the 24th of February, 2014.", "the 24th of February, 2014", "2014-02-24", "2014-02-24"),
    ("An attack is possible as soon as January, they warned.", "January", "2022-01", "2022-01"),
    ("He resigned on Christmas Eve.", "Christmas Eve", "2020-12-24", "2020-12-24"),
    ("The truce will hold until Easter.", "Easter", "2022-04-17", "2022-04-17"),
    ("The summit is expected in mid-January.", "mid-January", "2022-01", "2022-01-11/2022-01-20"),
    ("Inspectors return early next month.", "early next month", "2022-01", "2022-01-01/2022-01-15"),
    ("By late 2022 the bridge should be open.", "late 2022", "2022", "2022-10-01/2022-12-31"),
    ("Ministers meet on January 9-10.", "January 9-10", "2022-01-09/2022-01-10", "2022-01-09/2022-01-10"),
    ("They meet in the week of Jan. 10.", "the week of Jan. 10", "2022-W02", "2022-01-10/2022-01-16"),
    ("They meet in the second week of January.", "the second week of January", "2022-W02", "2022-01-10/2022-01-16"),
    ("Exports fell in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3", "2021-07-01/2021-09-30"),
    ("It was built in the 1970s.", "the 1970s", "197", "1970-01-01/1979-12-31"),
    ("The army returned in the spring of 2015.", "the spring of 2015", "2015-SP", "2015-03-01/2015-05-31"),
    ("The army returned last summer.", "last summer", "2021-SU", "2021-06-01/2021-08-31"),
    ("The vote is on the first Friday of July.", "the first Friday of July", "2022-07-01", "2022-07-01"),
    ("The last Sunday in March was cold.", "The last Sunday in March", "2021-03-28", "2021-03-28"),
    ("It rained for the rest of the week.", "the rest of the week", "2021-W49", "2021-12-10/2021-12-12"),
    ("In April and June 1955 they met.", "April", "1955-04", "1955-04"),
    ("It lasted from 26 June to 4 August 1952.", "26 June", "1952-06-26", "1952-06-26"),
    ("From 15 to 22 February 1984 it snowed.", "15", "1984-02-15", "1984-02-15"),
    ("The 1991 law still stands.", "1991", "1991", "1991"),
    ("The visit of 12/05/2021 was logged.", "12/05/2021", "2021-12-05", "2021-12-05"),
    ("In July last year a bridge fell.", "July last year", "2020-07", "2020-07"),
    ("The embassy closed six months ago.", "six months ago", "2021-06", "2021-06"),
    ("Shelling resumed over the weekend.", "the weekend", "2021-W48-WE", "2021-12-04/2021-12-05"),
    ("The king met the queen earlier this week.", "earlier this week", "2021-W49", "2021-12-06/2021-12-08"),
    ("Later this week the panel will vote.", "Later this week", "2021-W49", "2021-12-10/2021-12-12"),
    ("The treaty expires at the end of the year.", "the end of the year", "2021", "2021-10-01/2021-12-31"),
    ("Rates may rise in the first half of 2022.", "the first half of 2022", "2022-H1", "2022-01-01/2022-06-30"),
    ("Rates may rise in the last half of 2022.", "the last half of 2022", "2022-H2", "2022-07-01/2022-12-31"),
    ("The March accord was torn up.", "March", "2021-03", "2021-03"),
    ("Crowds marched in Easter week.", "Easter week", "2021-W13", "2021-03-29/2021-04-04"),
    ("A week or so ago the bridge fell.", "A week or so ago", "2021-W48", "2021-11-29~/2021-12-05~"),
    ("For the week, the currency lost a tenth.", "the week", "2021-W49", "2021-12-06/2021-12-09"),
    ("The walls fell in the 1980's.", "the 1980's", "198", "1980-01-01/1989-12-31"),
    ("They met in Oct and parted.", "Oct", "2021-10", "2021-10"),
    ("They parted on Tues. in Rome.", "Tues.", "2021-12-07", "2021-12-07"),
    ("The talks resume on the 27th.", "the 27th", "2021-12-27", "2021-12-27"),
    ("The law was changed after 9/11.", "9/11", "2001-09-11", "2001-09-11"),
    ("In coming weeks more will fall.", "coming weeks", "FUTURE_REF", None),
    ("Output rose in H1 2022.", "H1 2022", "2022-H1", "2022-01-01/2022-06-30"),
    ("Hannibal set out in 218 BC.", "218 BC", "BC0218", None),
]

CHAINS = [
    ("They meet on January 12 and a day later in Vienna.", "a day later", "2022-01-13"),
    ("They met on Dec. 1 and spoke again two days later.", "two days later", "2021-12-03"),
    ("It was 3 May 2010. The following week the king fell ill.", "The following week", "2010-W19"),
    ("The war began in 2008. That year the river froze.", "That year", "2008"),
    ("They met on 3 May 2010. It was a hot spring in 2010. The day before, he fled.", "The day before", "2010-05-02"),
    ("The drought began in May 2010. That day nobody knew.", "That day", "XXXX-XX-XX"),
    ("Exports rose in the third quarter from the 2019 quarter.", "the 2019 quarter", "2019-Q3"),
    ("Exports rose in the third quarter from the year-earlier period.", "the year-earlier period", "2020-Q3"),
    (
        "Profit for the first nine months of 2021 rose to 5 million from 4 million a year earlier.",
        "a year earlier",
        "2020",
    ),
    ("Third-quarter profit rose to 5 million from 4 million a year earlier.", "a year earlier", "2020-Q3"),
    ("Exports fell. In the year-ago second quarter they rose.", "the year-ago second quarter", "2020-Q2"),
    ("They will meet between Tuesday and Friday.", "Friday", "2021-12-17"),
    ("They met from Friday to Tuesday.", "Friday", "2021-12-03"),
    ("The ban will run from May to January.", "January", "2023-01"),
    ("The ban ran from November until March.", "November", "2020-11"),
    ("On Dec. 1 they met, and that day they signed.", "that day", "2021-12-01"),
]

AMOUNTS = [
    ("They spoke for two and a half hours.", "two and a half hours", "DURATION", "PT2H30M", None),
    ("The 45-minute call was tense.", "45-minute", "DURATION", "PT45M", None),
    ("They spoke for almost one hour.", "almost one hour", "DURATION", "PT1H", "LESS_THAN"),
    ("The post was vacant for more than three years.", "more than three years", "DURATION", "P3Y", "MORE_THAN"),
    ("They had talked for months.", "months", "DURATION", "PXM", None),
    ("In the past two weeks forty villages burned.", "the past two weeks", "DURATION", "P2W", None),
    ("They spoke for two hours and 15 minutes.", "two hours and 15 minutes", "DURATION", "PT2H15M", None),
    ("They meet tonight at 9:30 p.m.", "tonight at 9:30 p.m.", "TIME", "2021-12-09T21:30", None),
    ("It came less than a year after he resigned.", "less than a year", "DURATION", "P1Y", "LESS_THAN"),
    ("It took a year and a half.", "a year and a half", "DURATION", "P1Y6M", None),
    ("Ministers meet every two weeks.", "every two weeks", "SET", "P2W", None),
    ("They gather on Wednesdays.", "Wednesdays", "SET", "XXXX-WXX-3", None),
    ("It costs $3 million a year.", "a year", "SET", "P1Y", None),
    ("The minister spoke Thursday afternoon.", "Thursday afternoon", "TIME", "2021-12-09TAF", None),
    ("They met at 3:30 p.m. on Tuesday.", "3:30 p.m. on Tuesday", "TIME", "2021-12-07T15:30", None),
    ("Tomorrow morning the envoy flies home.", "Tomorrow morning", "TIME", "2021-12-10TMO", None),
    ("There is no plan right now.", "right now", "DATE", "PRESENT_REF", None),
    ("There will be no talks any time soon.", "any time soon", "DATE", "FUTURE_REF", None),
    ("The convoy will leave at 4 in the morning.", "4 in the morning", "TIME", "2021-12-09T04:00", None),
    ("Several quarters of growth followed.", "Several quarters", "DURATION", "PXQ", None),
    ("She has previously denied it.", "previously", "DATE", "PAST_REF", None),
    ("They came around noon.", "around noon", "TIME", "2021-12-09T12:00", "APPROX"),
    ("Over the next 48 hours more will come.", "the next 48 hours", "DURATION", "PT48H", None),
    ("They train on weekends.", "weekends", "SET", "XXXX-WXX-WE", None),
    ("Shelling overnight killed two.", "overnight", "TIME", "2021-12-08TNI", None),
    ("They talked all day.", "all day", "DURATION", "P1D", None),
    ("The full-year figures came.", "full-year", "DURATION", "P1Y", None),
    ("They left at half past eight.", "half past eight", "TIME", "2021-12-09T08:30", None),
    ("They left at seven thirty p.m.", "seven thirty p.m.", "TIME", "2021-12-09T19:30", None),
    ("They left at a quarter to nine.", "a quarter to nine", "TIME", "2021-12-09T08:45", None),
    ("In recent days shelling has grown.", "recent days", "DATE", "PAST_REF", None),
]

NOTHING = [
    "May I speak to Theresa May about the long march?",
    "More than 2000 soldiers and 1500 dogs came.",
    "The fall of the city came as a second blow.",
    "The 44-year-old driver won by 3:1.",
    "It fell to $1999 and then rose 1850%.",
    "He came second; the sun set.",
    "The Sunday Times and USA Today reported nothing.",
    "The party daily Truth and the show 60 Minutes reported nothing as soon as they could.",
    "It fell to a quarter-century low; in some quarters this was welcome.",
    "The officer previously held a post in Lima.",
    "He became famous overnight on an overnight train.",
    "She was a guest of the programme This Week in London.",
]


@pytest.mark.parametrize(("sentence", "quote", "value"), WEEKDAYS)
def test_weekday_lies_where_its_verb_says(timed: Timed, sentence: str, quote: str, value: str) -> None:
    assert timed(sentence, PUBLISHED)[quote].value == value


@pytest.mark.parametrize(("sentence", "quote", "value", "edtf"), DATES)
def test_date(timed: Timed, sentence: str, quote: str, value: str, edtf: str | None) -> None:
    found = timed(sentence, PUBLISHED)[quote]
    assert (found.type, found.value, found.edtf) == ("DATE", value, edtf)


@pytest.mark.parametrize(("sentence", "quote", "value"), CHAINS)
def test_date_counts_from_the_last_one_spoken_of(timed: Timed, sentence: str, quote: str, value: str) -> None:
    assert timed(sentence, PUBLISHED)[quote].value == value


@pytest.mark.parametrize(("sentence", "quote", "kind", "value", "mod"), AMOUNTS)
def test_amount(timed: Timed, sentence: str, quote: str, kind: str, value: str, mod: str | None) -> None:
    found = timed(sentence, PUBLISHED)[quote]
    assert (found.type, found.value, found.mod) == (kind, value, mod)


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_only_looks_like_a_time(timed: Timed, sentence: str) -> None:
    assert timed(sentence, PUBLISHED) == {}


@pytest.mark.parametrize(
    ("sentence", "quote", "value", "edtf"),
    [
        ("They spoke on Dec. 30.", "Dec. 30", "XXXX-12-30", None),
        ("They spoke on Sunday.", "Sunday", "XXXX-WXX-7", None),
        ("They spoke on Dec. 30, 2021.", "Dec. 30, 2021", "2021-12-30", "2021-12-30"),
        ("They meet next month.", "next month", "XXXX-XX", None),
    ],
)
def test_without_a_publication_date_only_what_is_stated_is_known(
    timed: Timed, sentence: str, quote: str, value: str, edtf: str | None
) -> None:
    found = timed(sentence, None)[quote]
    assert (found.value, found.edtf) == (value, edtf)


def test_distance_lands_on_the_day_that_it_leads_to(timed: Timed) -> None:
    found = timed("The call came two days after they met on Dec. 1.", PUBLISHED)["two days"]
    assert (found.type, found.value, found.edtf) == ("DURATION", "P2D", "2021-12-03")


def test_a_chronicle_is_read_along_its_own_dates(timed: Timed) -> None:
    text = (
        "The war began in 1870. In July 1870 the army marched. On 4 August the town fell. In 1869 nobody had foreseen "
        "it. By September 1870 the emperor was a prisoner. In January the siege ended. Peace came on 10 May 1871. "
        "The last troops left in 1873."
    )
    found = timed(text, "2010-01-01")
    assert found["4 August"].value == "1870-08-04"
    assert found["January"].value == "1871-01"


def test_every_time_says_how_it_was_resolved(timed: Timed) -> None:
    found = timed("They will meet on Sunday, and again a week later.", PUBLISHED)
    assert (found["Sunday"].anchor, found["Sunday"].rule) == ("published", "weekday: weekday-future")
    assert found["a week later"].anchor == "previous"


def test_the_machines_clock_and_zone_change_nothing(timed: Timed, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "They meet tomorrow at 11:30 p.m., and next month in Rome; they met last night."
    before = timed(sentence, PUBLISHED)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        assert timed(sentence, PUBLISHED) == before
    finally:
        monkeypatch.undo()
        time.tzset()
