"""Which date and which duration belong to which word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.annotate import times, times_of
from sitroom.annotate.reading import Reading

Read = Callable[[str], Reading]

# sentence, words in it with their dates: event, utterance and what is spoken of are told apart
DATES = [
    ("He said on Friday that they will meet on Jan. 10 to discuss the 2014 agreement.",
     {"said": "2021-12-31", "meet": "2022-01-10", "agreement": "2014", "discuss": None}),
    ("The two presidents held a two-hour video call on Tuesday.", {"call": "2021-12-28", "held": "2021-12-28"}),
    ("The call lasted 50 minutes.", {"call": None}),
    ("The ministers spoke for almost one hour on Dec. 30.", {"spoke": "2021-12-30"}),
    ("On Sunday, the king called the queen and promised support.", {"promised": "2021-12-26"}),
    ("Talks scheduled for Jan. 10 in Geneva may fail.", {"Talks": "2022-01-10"}),
    ("The ministry relented on Thursday and is expected to reply.", {"expected": None}),
    ("An aide said Thursday, three days after a tense call with the queen.", {"call": None}),
    ("The minister left on Wednesday before a meeting with the king.", {"meeting": None}),
    ("The minister resigned after a meeting on Wednesday.", {"meeting": "2021-12-29"}),
    ("The rebels have held the town since 2014.", {"held": None}),
    ("Officials said Monday that the convoy will leave on Wednesday.", {"said": "2021-12-27", "leave": "2022-01-05"}),
    ("The minister told reporters on Tuesday that the truce, signed in 2015, would end in March.",
     {"told": "2021-12-28", "signed": "2015", "end": "2022-03", "truce": "2015"}),
    ("Before Friday's vote, the speaker promised on Wednesday to resign in May.",
     {"promised": "2021-12-29", "resign": "2022-05", "vote": "2021-12-31"}),
    ("In a letter dated Dec. 20, the envoy asked the council to meet on Jan. 6.",
     {"meet": "2022-01-06", "asked": None, "dated": "2021-12-20"}),
    ("The general, who fled in 2011, returned on Sunday.", {"fled": "2011", "returned": "2021-12-26"}),
    ("On Thursday the court will hear the case of a man killed in 2019.", {"hear": "2022-01-06", "killed": "2019"}),
    ("The two sides agreed on Dec. 3 to exchange prisoners by Jan. 15.", {"agreed": "2021-12-03", "exchange": None}),
    ("The 1994 memorandum was signed in Budapest.", {"memorandum": "1994", "signed": None}),
    ("Troops who seized the port in April withdrew last week.",
     {"seized": "2021-04", "withdrew": "2021-12-20/2021-12-26"}),
    ("He warned in November of an attack in January.", {"warned": "2021-11", "attack": "2022-01"}),
    ("They announced on Monday a summit for Jan. 20.", {"announced": "2021-12-27", "summit": "2022-01-20"}),
    ("After talks on Tuesday, the ministers reported to parliament on Thursday.",
     {"talks": "2021-12-28", "reported": "2021-12-30"}),
    ("The ban imposed in 2018 expires next month, the agency reported on Dec. 29.",
     {"imposed": "2018", "expires": "2022-01", "reported": "2021-12-29"}),
    ("When they met in June, they agreed to hold another meeting in February.",
     {"met": "2021-06", "meeting": "2022-02", "agreed": None}),
    ("A day after Sunday's blast, police arrested two men.", {"blast": "2021-12-26", "arrested": "2021-12-27"}),
    ("The blockade that began on Dec. 1 will be lifted on Jan. 3, the admiral said late Thursday.",
     {"began": "2021-12-01", "lifted": "2022-01-03", "said": "2021-12-30"}),
    ("The king abdicated on Monday and left the country on Tuesday.",
     {"abdicated": "2021-12-27", "left": "2021-12-28"}),
    ("The talks, scheduled for Friday, were put off on Wednesday until Jan. 12.",
     {"put": "2021-12-29", "scheduled": "2021-12-31"}),
    ("She denied on Saturday a report published in October that she had met him in 2017.",
     {"denied": "2021-12-25", "published": "2021-10", "met": "2017"}),
    ("According to a statement on Dec. 28, the drill will run until Jan. 9.", {"statement": "2021-12-28", "run": None}),
    ("The envoys, who last met in 2019, will resume the talks broken off in May on Jan. 10.",
     {"met": "2019", "broken": "2021-05"}),
    ("Speaking on Tuesday, the premier recalled that the pact of 1975 was amended in 1990.",
     {"Speaking": "2021-12-28", "amended": "1990", "pact": "1975"}),
    ("On Wednesday she called for a vote to be held before March 1.", {"called": "2021-12-29", "held": None}),
    ("The strikes of Dec. 20 killed nine people, the hospital said on Dec. 22.",
     {"killed": "2021-12-20", "strikes": "2021-12-20", "said": "2021-12-22"}),
    ("Parliament adopted the bill in November and the president signed it on Dec. 15.",
     {"adopted": "2021-11", "signed": "2021-12-15"}),
    ("Lawmakers elected in 2020 are to debate the budget on Jan. 5, three weeks after it was leaked.",
     {"elected": "2020", "debate": "2022-01-05", "leaked": None}),
    ("The ambassador was recalled in March, days after he criticized the 2020 election.",
     {"recalled": "2021-03", "election": "2020", "criticized": None}),
    ("Rebels freed on Thursday 12 miners whom they had abducted on Dec. 12.",
     {"freed": "2021-12-30", "abducted": "2021-12-12"}),
    ("It was announced on Friday that the army, which took power in February, would hold elections in 2023.",
     {"announced": "2021-12-31", "took": "2021-02", "hold": "2023", "elections": "2023"}),
    ("Asked on Monday about the Dec. 10 raid, the spokesman declined to comment.",
     {"raid": "2021-12-10", "Asked": "2021-12-27", "declined": None}),
    ("The minister will travel to Rome on Jan. 4 after having met his counterpart in Bern on Dec. 17.",
     {"travel": "2022-01-04", "met": "2021-12-17"}),
    ("Police said on Dec. 30 that a bomb planted on Dec. 24 went off on Christmas Day.",
     {"planted": "2021-12-24", "went": "2021-12-25", "said": "2021-12-30"}),
    ("The treaty, which was signed in 1987 and lapsed in 2019, limited missiles.",
     {"signed": "1987", "lapsed": "2019", "limited": None}),
]  # fmt: skip

# sentence, words in it with their lengths
LENGTHS = [
    ("He said on Friday that they will meet on Jan. 10 to discuss the 2014 agreement.",
     {"said": None, "meet": None, "agreement": None, "discuss": None}),
    ("The two presidents held a two-hour video call on Tuesday.", {"call": "PT2H", "held": "PT2H"}),
    ("The call lasted 50 minutes.", {"call": "PT50M"}),
    ("The ministers spoke for almost one hour on Dec. 30.", {"spoke": "PT1H"}),
    ("On Sunday, the king called the queen and promised support.", {"promised": None}),
    ("Talks scheduled for Jan. 10 in Geneva may fail.", {"Talks": None}),
    ("The ministry relented on Thursday and is expected to reply.", {"expected": None}),
    ("An aide said Thursday, three days after a tense call with the queen.", {"call": None}),
    ("The minister left on Wednesday before a meeting with the king.", {"meeting": None}),
    ("The minister resigned after a meeting on Wednesday.", {"meeting": None}),
    ("The rebels have held the town since 2014.", {"held": None}),
]  # fmt: skip


@pytest.fixture
def read(reading: Callable[..., Reading]) -> Read:
    """Reads a sentence of the last day of 2021 and finds its times."""

    def make(sentence: str) -> Reading:
        made = reading(sentence, published="2021-12-31")
        made.with_found(times=tuple(times.run(made)))
        return made

    return make


@pytest.mark.parametrize(("sentence", "dates"), DATES)
def test_each_word_of_a_sentence_has_its_own_date(read: Read, sentence: str, dates: dict[str, str | None]) -> None:
    made = read(sentence)
    found = {token.text: times_of.date_of(made, token) for token in made.doc if token.text in dates}
    assert {word: time and time.edtf for word, time in found.items()} == dates


@pytest.mark.parametrize(("sentence", "lengths"), LENGTHS)
def test_lengths(read: Read, sentence: str, lengths: dict[str, str | None]) -> None:
    made = read(sentence)
    found = {token.text: times_of.duration_of(made, token) for token in made.doc if token.text in lengths}
    assert {word: time and time.value for word, time in found.items()} == lengths


def test_deadline(read: Read) -> None:
    made = read("The army must withdraw its troops by Jan. 15.")
    token = next(token for token in made.doc if token.text == "withdraw")
    deadline = times_of.deadline_of(made, token)
    assert deadline is not None
    assert deadline.edtf == "2022-01-15"
    assert times_of.date_of(made, token) is None
