"""Figures in invented sentences: what is one, what it counts, how it is bounded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitroom.annotate.figures import run
from sitroom.annotate.figures.numbers import numbers, value
from sitroom.annotate.reading import Reading

NUMBERS = [
    ("94,000 men", [(94_000, 94_000)]),
    ("2.5 billion", [(2.5e9, 2.5e9)]),
    ("two dozen", [(24, 24)]),
    ("half a million", [(500_000, 500_000)]),
    ("two and a half million", [(2.5e6, 2.5e6)]),
    ("twenty-five thousand", [(25_000, 25_000)]),
    ("three hundred and fifty", [(350, 350)]),
    ("hundreds of thousands", [(200_000, None)]),
    ("several thousand", [(2_000, None)]),
    ("between 40 and 50", [(40, 50)]),
    ("2 to 3 million", [(2e6, 3e6)]),
    ("two or three", [(2, 3)]),
    ("one in five", [(0.2, 0.2)]),
    ("two-thirds", [(0.666667, 0.666667)]),
    ("an eighth of the", [(0.125, 0.125)]),
    ("a quarter million", [(250_000, 250_000)]),
    ("a quarter of a million", [(250_000, 250_000)]),
    ("half million", [(500_000, 500_000)]),
    ("a hundred and fifty-two", [(152, 152)]),
    ("half of them", [(0.5, 0.5)]),
    ("2½ miles", [(2.5, 2.5)]),
    ("2 1/2 miles", [(2.5, 2.5)]),
    ("35 lakh", [(3.5e6, 3.5e6)]),
    ("12,34,567", [(1_234_567, 1_234_567)]),
    ("$4bn", [(4e9, 4e9)]),
    ("the 1980s, a 9/11, an Su-24 and a 16x9", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers_are_read(text: str, expected: list[tuple[float, float | None]]) -> None:
    assert [(n.low, n.high) for n in numbers(text)] == expected


def test_words_that_are_no_number_have_no_value() -> None:
    assert value("banana") is None


# sentence, low, high, unit, modifier
ONE = [
    ("The army moved 30,000 soldiers to the frontier.", 30_000, 30_000, "soldier", "exact"),
    ("Nearly 2,000 villagers fled.", None, 2_000, "villager", "less_than"),
    ("As many as 60 vessels could take part.", None, 60, "vessel", "at_most"),
    ("The ministry sent more than a dozen trucks.", 12, None, "truck", "more_than"),
    ("At least 14 miners were killed.", 14, 14, "miner", None),
    ("Some 400 houses burned down.", 400, 400, "house", "about"),
    ("Tens of thousands of farmers marched.", 20_000, None, "farmer", "at_least"),
    ("Lomé promised $1.2 billion in aid.", 1.2e9, 1.2e9, "USD", "exact"),
    ("Lomé promised up to €300 million in loans.", None, 3e8, "EUR", "at_most"),
    ("The bridge cost Rs 500 crore.", 5e9, 5e9, "INR", "exact"),
    ("The bank lent USD 115 million.", 1.15e8, 1.15e8, "USD", "exact"),
    ("It will cost 40 million dollars.", 4e7, 4e7, "USD", "exact"),
    ("Turnout was 62 percent.", 62, 62, "percent", "exact"),
    ("Support fell by 3 percentage points.", 3, 3, "percentage_point", "exact"),
    ("They spoke in a 45-minute phone call.", 45, 45, "minute", "exact"),
    ("The ministers talked for almost two hours.", None, 2, "hour", "less_than"),
    ("The ministers talked for almost an hour.", None, 1, "hour", "less_than"),
    ("The ministers talked for an hour and a half.", 1.5, 1.5, "hour", "exact"),
    ("The talks ended after two days.", 2, 2, "day", "exact"),
    ("The six-year war has ended.", 6, 6, "year", "exact"),
    ("It is a 12-nation pact.", 12, 12, "nation", "exact"),
    ("She met five governors.", 5, 5, "governor", "exact"),
    ("They agreed on two sets of talks.", 2, 2, "set", "exact"),
    ("This was the third such raid this year.", 3, 3, "raid", "exact"),
    ("Between 40 and 50 tanks crossed the river.", 40, 50, "tank", "range"),
    ("About 40 were killed.", 40, 40, "person", "about"),
    ("The convoy drove 300 miles.", 300, 300, "mile", "exact"),
    ("The village lies 15km from the coast.", 15, 15, "kilometre", "exact"),
    ("Billions of dollars were lost.", 2e9, None, "USD", "at_least"),
    ("The court imposed a $3 million fine.", 3e6, 3e6, "USD", "exact"),
    ("A 40-strong team arrived.", 40, 40, "person", "exact"),
    ("Thousands are feared dead.", 2_000, None, "person", "at_least"),
    ("The death toll stands at 212.", 212, 212, "person", "exact"),
    ("The death toll rose to 64.", 64, 64, "person", "exact"),
    ("Some 100 or so boats sank.", 100, 100, "boat", "about"),
    ("They have met four times this year.", 4, 4, "time", "exact"),
    ("The talks lasted three weeks.", 3, 3, "week", "exact"),
    ("The call lasted almost an hour and a half.", None, 1.5, "hour", "less_than"),
    ("They talked for half an hour.", 0.5, 0.5, "hour", "exact"),
    ("The well spills 5,000 barrels a day.", 5_000, 5_000, "barrel", "exact"),
]


@pytest.fixture
def figures(reading: Callable[..., Reading]) -> Callable[[str], list]:
    return lambda text: list(run(reading(text, published="2009-03-05")))


@pytest.mark.parametrize(("text", "low", "high", "unit", "modifier"), ONE)
def test_a_figure(figures, text, low, high, unit, modifier) -> None:  # type: ignore[no-untyped-def]
    (found,) = figures(text)
    expected_low, expected_high, expected = low, high, modifier
    if modifier is None:  # "at least" states the lower bound alone
        expected_high, expected = None, "at_least"
    assert (found.low, found.high, found.unit, found.modifier) == (expected_low, expected_high, unit, expected)


NONE = [
    "The two leaders met in Lomé.",
    "Both ministers agreed.",
    "One of the guards fled.",
    "The pact was signed on May 12, 1994.",
    "In 2004 the region was annexed.",
    "Reyes, 73, resigned.",
    "The 23-year-old student was released.",
    "The Group of Seven condemned it.",
    "The council passed Resolution 2202.",
    "He lives at 10 Rosebery Street.",
    "They will meet at 5 p.m. on 3 March.",
    "He left two days ago.",
    "They met one-on-one in the palace.",
    "They meet twice a year.",
    "They will be back in an hour.",
    "They put forward a 10-point plan.",
    "She works in the 1990s archive.",
    "The attacks of 9/11 changed the law.",
    "It was the first time.",
    "Second, the talks must go on.",
    "He flew a MiG-29 to the base.",
    "It struck at 2153 GMT.",
    "The flow is four times the estimate.",
    "He likes one-word labels.",
    "They left after two days.",
    "In the past 20 years nothing changed.",
    "The plan is to leave within two weeks.",
    "They met in 1994-95.",
    "The No. 10 spokesman left.",
    "The World War II bunker was found.",
    "He won 3-2.",
    "The vote was 5 to 4.",
    "It grew in the first half of the year.",
    "It was a six-month period.",
    "In the 15 months of his presidency nothing changed.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_figure(figures, text) -> None:  # type: ignore[no-untyped-def]
    assert [found.span.of(text) for found in figures(text)] == []


def test_page_furniture_holds_no_figures(figures) -> None:  # type: ignore[no-untyped-def]
    lead = "The army moved 30,000 soldiers to the frontier on Tuesday, officials said."
    head, tail = "Army moves to the frontier\n\nMar 5, 2009 - World", "Copyright 2009, 40 million readers"
    text = f"{head}\n\n{lead}\n\n{lead}\n\n{tail}"
    assert [found.low for found in figures(text)] == [30_000]


MEASURES = [
    ("At least 14 miners were killed and 30 wounded.", ["miners killed", "people wounded"]),
    ("The blast killed 14 people.", ["people killed"]),
    ("Some 200 are still missing.", ["people missing"]),
    ("Hundreds of people are feared to have died.", ["people killed"]),
    ("The toll rose from 40 to 64.", ["people killed", "people killed"]),
    ("The ministry raised the death toll from 40 to 64.", ["people killed", "people killed"]),
    ("Police put their losses at nine.", ["losses"]),
    ("The quake killed 500 in Ghana and 180 in Togo.", ["people killed", "people killed"]),
    ("They swapped 1,200 prisoners, of whom 30 had died in jail.", ["prisoners", "people killed"]),
    ("Police counted 5,000 marchers; organisers put the number at 50,000.", ["marchers", "marchers"]),
    ("Togo has 580 tanks, down from 620 a year earlier.", ["tanks", "tanks"]),
    ("Turnout was 41 percent, compared with 67 percent in 2004.", ["turnout", "turnout"]),
    ("Togo's population shrank by 850,000 to 7.4 million.", ["population change", "population"]),
    ("Exports fell 3 percent.", ["exports change"]),
    ("A 5 percent rise in exports was announced.", ["exports change"]),
    ("The deficit is expected to reach 4.4 percent of GDP.", ["deficit"]),
    ("The rocket reached an altitude of 600 km.", ["altitude"]),
    ("The quake had a magnitude of 7.8.", ["magnitude"]),
    ("A magnitude 6.4 earthquake struck.", ["magnitude"]),
    ("Togo holds 87.5 kg of it.", ["kilogram: hold"]),
    ("One in three residents has fled.", ["residents"]),
    ("The talks broke up after seven hours.", ["talk duration"]),
    ("The fire took its toll on 30 companies.", ["companies"]),
    ("Togo released thousands of emails.", ["emails"]),
    ("Togo released 30 prisoners.", ["prisoners freed"]),
    ("Scores more were treated for burns.", ["people treated"]),
    ("Shares fell by as much as 17 percent.", ["shares change"]),
    ("The well spills 5,000 barrels a day.", ["barrels per day"]),
    ("The bank put its growth forecast at 4 percent.", ["growth forecast"]),
    ("Prices fell by 2 percent.", ["prices change"]),
    ("It covers 30 percent of imports.", ["imports"]),
    ("They spoke in a 45-minute phone call.", ["call duration"]),
    ("Togo sent $2 million in food aid.", ["food aid"]),
    ("Osei has spent $5 million.", ["money: spend"]),
    ("The talks lasted three hours.", ["talk duration"]),
    ("The bridge cost $5 million.", ["bridge"]),
]


PLACES = [
    ("Togo has massed 30,000 soldiers near the border with Ghana.", "Togo", "the border with Ghana", "observed"),
    ("Ghana could face an attack by 30,000 soldiers.", None, None, "forecast"),
    ("Togo will send 200 doctors to Mali.", "Togo", None, "planned"),
    ("The fever, which has killed 160 people, could return.", None, None, "observed"),
    ("The plague could kill 160 people.", None, None, "forecast"),
    ("Some 400 people will need food.", None, None, "forecast"),
    ("Prices will rise by 4 percent.", None, None, "forecast"),
    ("The accord sets a limit of 200 tanks.", None, None, "observed"),
    ("Togo is set to buy 200 tanks.", "Togo", None, "planned"),
    ("More than 120 people were hurt in the attack.", None, None, "observed"),
    ("Some 400 people were hurt in the capital.", None, "the capital", "observed"),
]


@pytest.mark.parametrize(("text", "subject", "place", "status"), PLACES)
def test_whose_where_and_whether_it_is_seen(annotated, text, subject, place, status) -> None:  # type: ignore[no-untyped-def]
    (found,) = annotated(text, "2009-03-05").figures
    assert (found.subject, found.place, found.status) == (subject, place, status)


def test_the_word_on_which_a_figure_stands(annotated) -> None:  # type: ignore[no-untyped-def]
    text = "Ghana said 30,000 soldiers were at the border. Osei left."
    made = annotated(text, "2009-03-05")
    assert made.figures[0].source == "country/GH"
    assert made.figures[0].as_of == "2009-03-05"


def test_who_puts_a_total_at_a_number_is_its_source_and_not_whose_it_is(annotated) -> None:  # type: ignore[no-untyped-def]
    made = annotated("Ghana raised the death toll from 40 to 64.", "2009-03-05")
    assert [(f.source, f.subject, f.unit) for f in made.figures] == [("country/GH", None, "person")] * 2


DAYS = [
    ("Togo massed 30,000 soldiers at the border on Tuesday.", "2009-03-03"),
    ("A quake killed 300 people in Mali in 1998.", "1998"),
    ("Osei said on Tuesday that 30,000 soldiers were at the border.", "2009-03-03"),
    ("Some 30,000 soldiers are at the border.", "2009-03-05"),
    ("Togo has received 30,000 rifles since 2004.", "2009-03-05"),
]

COMPARED = [
    ("Togo has 580 tanks, down from 620 in 2004.", ["2009-03-05", "2004"]),
    ("Turnout was 41 percent, compared with 67 percent in 2004.", ["2009-03-05", "2004"]),
    ("Togo has 580 tanks, up from 520.", ["2009-03-05", None]),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_as_of_when(annotated, text, day) -> None:  # type: ignore[no-untyped-def]
    assert [found.as_of for found in annotated(text, "2009-03-05").figures] == [day]


@pytest.mark.parametrize(("text", "days"), COMPARED)
def test_an_earlier_value_has_its_own_day_or_none(annotated, text, days) -> None:  # type: ignore[no-untyped-def]
    assert [found.as_of for found in annotated(text, "2009-03-05").figures] == days


@settings(max_examples=40, deadline=2000)
@given(st.text(alphabet="0123456789.,-–$% andtwohundredmillionof", max_size=300))
def test_no_text_hangs_the_numbers(text: str) -> None:
    assert all(0 <= n.start < n.end <= len(text) for n in numbers(text))


@pytest.mark.parametrize(("text", "measures"), MEASURES)
def test_killed_wounded_and_missing_are_never_mixed(figures, text, measures) -> None:  # type: ignore[no-untyped-def]
    assert [found.measure for found in figures(text)] == measures
