"""What expressions count from: the day of an utterance, a happening that the article dates, a zone, feasts.

Read as published on Thursday 10 March 2022.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import Time

Timed = Callable[..., dict[str, Time]]
PUBLISHED = "2022-03-10"

QUOTED = [
    # text, expression, its date, its anchor
    ('"We will meet next month in Oslo," he said on Jan. 20.', "next month", "2022-02", "utterance"),
    ('On Nov. 20 she told reporters: "Talks start tomorrow."', "tomorrow", "2021-11-21", "utterance"),
    ('In an interview last Friday he said, "We march next week."', "next week", "2022-03-07/2022-03-13", "utterance"),
    ('"Next year we shall win," he said in a 2014 interview.', "Next year", "2015", "utterance"),
    ('"Tomorrow we march," he said in a 2014 interview.', "Tomorrow", None, "none"),
    ('"Tomorrow we march," the general said Tuesday.', "Tomorrow", "2022-03-09", "utterance"),
    ('"We decide next week," she said on Jan. 4. "By Sunday all is over," she added.', "Sunday", "2022-01-09",
     "utterance"),
    ('Speaking on Jan. 4, the king said "the vote is on Sunday".', "Sunday", "2022-01-09", "utterance"),
    # no date of speaking: the day of publication
    ('"I have been here since last year," he said.', "last year", "2021", "published"),
    ('He said of the attack on Jan. 4: "We will answer next month."', "next month", "2022-04", "published"),
    # not quoted
    ("He said on Jan. 20 that talks start next month.", "next month", "2022-04", "published"),
]  # fmt: skip

COUNTED = [
    ("The war began on Feb. 24. On the tenth day of the war a bridge fell.", "the tenth day", "2022-03-05"),
    ("The siege, which began on Feb. 1, went on. In the second week of the siege food ran out.", "the second week",
     "2022-02-08/2022-02-14"),
    ("On Thursday, the tenth day of the war, a bridge fell.", "the tenth day", "2022-03-10"),
    ("It is the second day of the offensive.", "the second day", "2022-03-10"),
    ("On day 12 of the strike they gave in.", "day 12", None),
    ("They met on the fifth anniversary of the 2014 ouster.", "the fifth anniversary", "2019"),
    ("They met on the anniversary of the May 6, 1989 accord.", "the anniversary", "2021-05-06"),
    ("Thursday, the 25th anniversary of the accord, was calm.", "the 25th anniversary", "2022-03-10"),
    ("On the 10-year anniversary of the 1991 war they met.", "the 10-year anniversary", "2001"),
    ("Two years after the 2014 coup the king fell.", "Two years", "2016"),
    ("Ten years after the war, he said in 2014 that all was well.", "Ten years", None),
    ("The strike, now in its fourth week, spread.", "its fourth week", "2022-03-07/2022-03-10"),
]  # fmt: skip

FEASTS = [
    ("The truce holds through Ramadan.", "Ramadan", "2022-04-02~/2022-05-01~"),
    ("The talks resume after Eid al-Fitr.", "Eid al-Fitr", "2022-05-02~"),
    ("They met on Yom Kippur.", "Yom Kippur", "2021-09-16"),
    ("They met at the Lunar New Year.", "the Lunar New Year", "2022-02-01"),
    ("The vote is due after Passover.", "Passover", "2022-04-16/2022-04-22"),
    ("They met on Rosh Hashanah.", "Rosh Hashanah", "2021-09-07"),
    ("They met at Diwali.", "Diwali", "2021-11-04"),
    ("Guns fell silent for Orthodox Easter.", "Orthodox Easter", "2021-05-02"),
    ("The strike ended on Eid al-Adha in 2019.", "Eid al-Adha in 2019", "2019-08-11~"),
    ("The strike ended during Ramadan 1931.", "Ramadan 1931", "1931~"),
]

DOUBTFUL = [
    ("They will talk possibly on Friday.", "Friday", "2022-03-11?"),
    ("They will talk, perhaps in May.", "May", "2022-05?"),
    ("It was signed around May 5.", "around May 5", "2021-05-05~"),
    ("Circa 1500 the town fell.", "Circa 1500", "1500~"),
    ("In fiscal 2020 spending rose.", "fiscal 2020", "2020~"),
    ("It rose in FY2020.", "FY2020", "2020~"),
    ("The fiscal third quarter was good.", "The fiscal third quarter", "2021~"),
    ("It rose in the 2020-21 fiscal year.", "the 2020-21 fiscal year", "2020-01-01~/2021-12-31~"),
    ("They will talk on Friday.", "Friday", "2022-03-11"),
]

# text, expression, its value, the end of its rule
ZONED = [
    ("The call began at 3 p.m. Moscow time on Tuesday.", "3 p.m. Moscow time on Tuesday", "2022-03-08T15:00",
     "zone moscow time"),
    ("The truce starts at 1300 GMT.", "1300 GMT", "2022-03-10T13:00", "zone gmt"),
    ("It struck at 10:30 CET on Friday.", "10:30 CET on Friday", "2022-03-04T10:30", "zone cet"),
    ("It is 5 p.m. local time.", "5 p.m. local time", "2022-03-10T17:00", "zone local time"),
    ("The truce starts at midnight GMT.", "midnight GMT", "2022-03-10T00:00", "zone gmt"),
    ("At 0930 hours the guns fell silent.", "0930 hours", "2022-03-10T09:30", "absolute"),
]  # fmt: skip

AGES: list[tuple[str, dict[str, str]]] = [
    ("The eight-month-old truce broke.", {"eight-month-old": "P8M"}),
    ("The two-year-old war goes on.", {"two-year-old": "P2Y"}),
    ("The 44-year-old driver fled.", {}),
    ("A man aged 44 fled.", {}),
    ("The alliance will celebrate its 50th anniversary.", {}),
    ("The Yom Kippur War and Operation Ramadan were studied.", {}),
]


@pytest.mark.parametrize(("text", "quote", "edtf", "anchor"), QUOTED)
def test_quoted_words_count_from_the_day_they_were_spoken(
    timed: Timed, text: str, quote: str, edtf: str | None, anchor: str
) -> None:
    found = timed(text, PUBLISHED)[quote]
    assert (found.edtf, found.anchor) == (edtf, anchor)


@pytest.mark.parametrize(("text", "quote", "edtf"), COUNTED + FEASTS + DOUBTFUL)
def test_happening_feast_or_doubtful_date(timed: Timed, text: str, quote: str, edtf: str | None) -> None:
    assert timed(text, PUBLISHED)[quote].edtf == edtf


@pytest.mark.parametrize(("text", "quote", "value", "rule"), ZONED)
def test_zone_is_kept_as_printed(timed: Timed, text: str, quote: str, value: str, rule: str) -> None:
    found = timed(text, PUBLISHED)[quote]
    assert (found.type, found.value) == ("TIME", value)
    assert found.rule.endswith(rule)


@pytest.mark.parametrize(("text", "lengths"), AGES)
def test_ages_of_things_are_lengths_and_ages_of_people_none(timed: Timed, text: str, lengths: dict[str, str]) -> None:
    assert {words: time.value for words, time in timed(text, PUBLISHED).items()} == lengths
