"""When and on what occasion something was said, also where another sentence tells it; published on 10 May 2019."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

STEPS = ("mentions", "times", "statements")
Annotated = Callable[..., AnnotatedArticle]

SISI = "President Abdel Fattah el-Sisi"
ABIY = "Ethiopian Prime Minister Abiy Ahmed"

# text, words of the content → channel, day
CARRIED = [
    # from an encounter of those who speak and are spoken to
    (f"{SISI} spoke by phone with {ABIY} on Wednesday.\n\nEl-Sisi told Abiy that the reservoir must wait.",
     "reservoir", "call", "2019-05-08"),
    ("In the call on Thursday, Indian Prime Minister Narendra Modi and Chinese President Xi Jinping discussed the "
     "border. Modi told Xi that the roads would be finished.\n\nBoth leaders agreed that the hotline should stay.",
     "roads", "call", "2019-05-09"),
    ("In the call on Thursday, Indian Prime Minister Narendra Modi and Chinese President Xi Jinping discussed the "
     "border. Modi told Xi that the roads would be finished.\n\nBoth leaders agreed that the hotline should stay.",
     "hotline", "call", "2019-05-09"),
    ("Recep Tayyip Erdogan met Alexis Tsipras in Ankara on Tuesday.\n\nErdogan told Tsipras that drilling would go on.",
     "drilling", None, "2019-05-07"),
    ("Vladimir Putin and Recep Tayyip Erdogan spoke on Saturday, the Kremlin said on Sunday. Putin told Erdogan that "
     "the convoy would not be stopped.", "convoy", None, "2019-05-04"),
    ("During a 40-minute phone call on Monday, Emmanuel Macron urged Hassan Rouhani to return to the accord. Rouhani "
     "replied that sanctions must go first.", "sanctions", "call", "2019-05-06"),
    ("Angela Merkel and Theresa May's call on Thursday comes after weeks of silence.\n\nMerkel told May that the date "
     "would not be moved.", "date", "call", "2019-05-09"),
    ("Emmanuel Macron met Hassan Rouhani on Tuesday, months after another meeting in January.\n\nMacron told Rouhani "
     "that the accord was dead.", "accord", None, "2019-05-07"),
    ("Ivan Duque and Antonio Guterres discussed the attack by phone on Monday.\n\nGuterres told Duque that the mission "
     "would stay.", "mission", "call", "2019-05-06"),
    # from the same speaker's words before
    ('"The bridge is safe," Transport Minister Ana Lopez told reporters on Monday.\n\nThe bridge was closed for two '
     'days.\n\n"We looked at every bolt," Lopez said.', "bolt", "briefing", "2019-05-06"),
    ("Kenya's Foreign Ministry said in a statement on Thursday that its envoy had been recalled.\n\nThe ministry "
     "added that talks would go on.", "talks", None, "2019-05-09"),
    ("The talks failed, a senior Saudi official said on Wednesday.\n\nOil rose in London.\n\nThe official said that "
     "the kingdom would cut output alone.", "kingdom", None, "2019-05-08"),
    # from the text that says it
    ("A Kremlin readout of the call posted on Tuesday said the grain deal would be extended.", "grain", "readout",
     "2019-05-07"),
    ("Hamas said on Tuesday it had freed two hostages.", "hostages", None, "2019-05-07"),
    ("At last week's forum in Accra, Anna Berg said the loan was dead.", "loan", None, "2019-04-29/2019-05-05"),
    ("In a 2013 memo, Anna Berg wrote that the dam was unsafe.", "dam", "document", "2013"),
    ("The statement, issued on Monday by the African Union, said the vote had been fair.", "vote", "statement",
     "2019-05-06"),
]  # fmt: skip

NOT_CARRIED = [
    # two days are told of the pair
    ("Recep Tayyip Erdogan met Alexis Tsipras on Monday. Erdogan and Tsipras met again on Wednesday.\n\nErdogan told "
     "Tsipras that drilling would go on.", "drilling"),
    # the meeting lies ahead, was only asked for, or is another pair's
    ("Recep Tayyip Erdogan will meet Alexis Tsipras on Sunday.\n\nErdogan told Tsipras that drilling would go on.",
     "drilling"),
    ("On Monday Recep Tayyip Erdogan proposed talks with Alexis Tsipras.\n\nErdogan told Tsipras that drilling would "
     "go on.", "drilling"),
    ("Recep Tayyip Erdogan met Angela Merkel on Tuesday.\n\nErdogan told Tsipras that drilling would go on.",
     "drilling"),
    # another occasion, or none in particular
    ("Jair Bolsonaro called Mauricio Macri on Thursday. Bolsonaro later said on Twitter that the pact was sealed.",
     "pact"),
    ("Jair Bolsonaro called Mauricio Macri on Thursday. He has said that the pact is sealed.", "pact"),
    ('"The bridge is safe," Ana Lopez said on Monday.\n\n"I had warned of this," Lopez said last month.\n\n"We looked '
     'at every bolt," Lopez said.', "bolt"),
    ('"The bridge is safe," Ana Lopez said on Monday.\n\n"We looked at every bolt," Peter Hale said.', "bolt"),
    # the day on which words came out is not that on which they fell
    ("In an interview with the daily La Stampa published on Sunday, the bishop said the ship should dock.", "ship"),
    ("Ahead of Monday's summit, Anna Berg said the loan was dead.", "loan"),
    ('"The loan is dead," said Anna Berg, who has led the party since the 2008 election.', "loan"),
    # what somebody did, and not said
    ("Anna Berg said on Monday that the loan was dead.\n\nIn the end, Berg agreed to sign the other loan.",
     "to sign"),
    ("Hamas said in Gaza that on Tuesday it had freed two hostages.", "hostages"),
    # a year that belongs to a name
    ("The border is settled, according to a lawyer who helped to write the 1960 treaty.", "border"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "channel", "day"), CARRIED)
def test_occasion_is_taken_over(annotated: Annotated, text: str, words: str, channel: str | None, day: str) -> None:
    found = annotated(text, published="2019-05-10", steps=STEPS)
    statement = next(s for s in found.statements if words in s.content[-1].of(text))
    assert (statement.channel, statement.date) == (channel, day)


@pytest.mark.parametrize(("text", "words"), NOT_CARRIED)
def test_no_occasion_is_taken_over(annotated: Annotated, text: str, words: str) -> None:
    found = annotated(text, published="2019-05-10", steps=STEPS)
    statement = next(s for s in found.statements if words in s.content[-1].of(text))
    assert statement.date is None


def test_what_is_said_in_a_call_is_said_to_the_other_side(annotated: Annotated) -> None:
    text = "Emmanuel Macron called Vladimir Putin on Sunday. Macron said in the call that the plant must be sealed off."
    found = annotated(text, published="2019-05-10", steps=STEPS)
    statement = next(s for s in found.statements if "sealed" in s.content[0].of(text))
    assert [actor.name for actor in found.actors if actor.key in statement.addressees] == ["Vladimir Putin"]
