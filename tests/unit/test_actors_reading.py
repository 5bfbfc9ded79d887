"""Who is meant in the constructions of news: short texts → actor, with the readings that must leave nobody.

A row is (text, day of publication, words, key): these words mean that actor. ``UNNAMED`` is an actor that
the text describes and does not name, ``None`` says that the words are no mention.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

UNNAMED = "unnamed/"
JOINT = "joint/"

COUNTERPARTS = [
    ("Putin called Zelensky. His Ukrainian counterpart did not answer.", "2022-01-02", "His Ukrainian counterpart",
     "person/volodymyr-zelensky"),
    ("Merkel praised her French counterpart.", "2010-03-01", "her French counterpart", "person/nicolas-sarkozy"),
    ("Lavrov met his American counterpart in Geneva.", "2014-03-01", "his American counterpart", "person/john-kerry"),
    ("A mayor praised his French counterpart.", "2010-03-01", "his French counterpart", None),
    ("Lavrov met his Ruritanian counterpart.", "2014-03-01", "his Ruritanian counterpart", None),
]  # fmt: skip

OFFICES = [
    ("Biden spoke with Vladimir Putin. The Kremlin leader warned of a rupture.", "2021-12-31", "The Kremlin leader",
     "person/vladimir-putin"),
    ("The Turkish prime minister arrived.", "2012-05-01", "The Turkish prime minister", "person/recep-tayyip-erdogan"),
    ("Iran's supreme leader refused.", "2012-05-01", "Iran's supreme leader", "person/ali-khamenei"),
    ("The U.S. secretary of state landed.", "2010-05-01", "The U.S. secretary of state", "person/hillary-clinton"),
    ("The Pentagon chief landed in Kabul.", "2010-05-01", "The Pentagon chief", "person/robert-gates"),
    ("The U.N. chief condemned the attack.", "2010-05-01", "The U.N. chief", "person/ban-ki-moon"),
    # between a resignation and a confirmation an office is nobody's, and at its ends the tables' days count
    ("The U.S. defense secretary flew to Kabul.", "2020-12-24", "The U.S. defense secretary", UNNAMED),
    ("The U.S. defense secretary flew to Kabul.", "2020-10-24", "The U.S. defense secretary", "person/mark-esper"),
    ("The U.S. defense secretary flew to Kabul.", "2021-02-24", "The U.S. defense secretary", "person/lloyd-austin"),
    ("The U.S. defense secretary flew to Kabul.", None, "The U.S. defense secretary", UNNAMED),
    ("The Ruritanian president resigned.", "2010-01-01", "The Ruritanian president", None),
    # an office is no person where only the post is spoken of
    ("The deal creates the post of prime minister.", "2008-02-01", "prime minister", None),
    ("Anna Keller ran for president.", "2008-02-01", "president", None),
]  # fmt: skip

FORMER = [
    ("James Comey testified. The former FBI director was calm.", "2017-06-08", "The former FBI director",
     "person/james-comey"),
    ("Former FBI director James Comey testified. Trump mocked the former FBI director.", "2017-06-08",
     "the former FBI director", "person/james-comey"),
    ("Robert Gates spoke in Ohio. The former defense secretary praised the troops.", "2013-04-01",
     "The former defense secretary", "person/robert-gates"),
    ("Anna Keller, the former Austrian defence minister, left. The former defence minister was content.", "2013-04-01",
     "The former defence minister", "person/anna-keller"),
    # not the one who holds the office still, nobody out of the air, and neither of two
    ("Robert Gates spoke in Ohio. The former defense secretary praised him.", "2010-04-01",
     "The former defense secretary", UNNAMED),
    ("Trump fired the former FBI director.", "2017-06-08", "the former FBI director", UNNAMED),
    ("Bill Clinton and George W. Bush appeared. The former president spoke first.", "2012-06-08",
     "The former president", UNNAMED),
]  # fmt: skip

PRESIDENTS = [
    ("President Biden met President Zelensky. The president was content.", "2022-01-02", "The president", UNNAMED),
    ("President Obama flew to Prague. The president will speak on Monday.", "2009-04-04", "The president",
     "person/barack-obama"),
    ("Obama spoke. Obama left. Obama met Sarkozy. The president smiled.", "2009-04-04", "The president",
     "person/barack-obama"),
    ("President-elect Donald Trump called. The president-elect tweeted.", "2016-12-02", "The president-elect",
     "person/donald-trump"),
    ("The French president-elect smiled.", "2012-05-10", "The French president-elect", UNNAMED),
    ("The acting Austrian foreign minister resigned.", "2012-05-10", "The acting Austrian foreign minister", UNNAMED),
]  # fmt: skip

APPOSITION = [
    ("Oksana Markarova, Ukraine's ambassador to the United States, spoke.", "2022-01-02",
     "Ukraine's ambassador to the United States", "person/oksana-markarova"),
    ("Ukraine's ambassador to Austria, Anna Keller, spoke.", None, "Ukraine's ambassador to Austria",
     "person/anna-keller"),
    ("Austrian ambassador Anna Keller spoke.", None, "Austrian ambassador Anna Keller", "person/anna-keller"),
    ("The ambassador met Anna Keller.", None, "The ambassador", None),
    ("Anna Keller was Austria's ambassador to Iran.", None, "Austria's ambassador to Iran", "person/anna-keller"),
]  # fmt: skip

LINES = [
    # captions
    ("French President Nicolas Sarkozy, left, greets Angela Merkel in Paris, May 3, 2010. Photo: E. Dorn", "2010-05-04",
     "Angela Merkel", "person/angela-merkel"),
    # headlines in title case and in capitals
    ("Trump Hails Korea Summit as Kim and Moon Vow Peace", "2018-05-01", "Trump", "person/donald-trump"),
    ("Trump Hails Korea Summit as Kim and Moon Vow Peace", "2018-05-01", "Moon", "person/moon-jae-in"),
    ("Keller Hits Back at Merkel Over Gas\n\nAnna Keller told reporters that Angela Merkel was wrong.", "2010-05-01",
     "Keller", "person/anna-keller"),
    ("MERKEL AND MACRON URGE TRUMP TO STAY", "2018-05-01", "MACRON", "person/emmanuel-macron"),
    ("MERKEL AND MACRON URGE TRUMP TO STAY", "2018-05-01", "TRUMP", "person/donald-trump"),
    ("UKRAINE WARNS RUSSIA", "2018-05-01", "RUSSIA", "country/RU"),
]  # fmt: skip

METONYMS = [
    ("Moscow warned the alliance.", None, "Moscow", "country/RU"),
    ("She arrived in Moscow at noon.", None, "Moscow", "place/moscow"),
    ("Kyiv accused Moscow of lying.", None, "Kyiv", "country/UA"),
    ("They drove from Kyiv to Lviv.", None, "Kyiv", "place/kyiv"),
    ("Relations between Paris and Ankara soured.", None, "Ankara", "country/TR"),
    ("A bomb went off near Ankara.", None, "Ankara", "place/ankara"),
    ("Downing Street declined to comment.", None, "Downing Street", "org/downing-street"),
    ("Foggy Bottom declined to comment.", None, "Foggy Bottom", "org/state-department"),
    ("Zhongnanhai stayed silent.", None, "Zhongnanhai", "org/zhongnanhai"),
    ("The Blue House protested.", None, "The Blue House", "org/blue-house"),
    ("The blue house on the corner burned.", None, "The blue house", None),
]  # fmt: skip

PAIRS = [
    ("Biden and Putin spoke on Thursday. The two leaders agreed to meet.", "2021-12-31", "The two leaders",
     "joint/person/joe-biden+person/vladimir-putin"),
    ("Iran and Iraq signed. Both sides were content.", "2021-12-31", "Both sides", "joint/country/IQ+country/IR"),
    ("Both leaders were content.", "2021-12-31", "Both leaders", "joint/both-leaders"),
    ("Obama met Merkel, Sarkozy and Medvedev. The two leaders were content.", "2010-04-08", "The two leaders",
     "joint/two-leaders"),
    ("Iran, Iraq and Syria signed. Both sides were content.", "2021-12-31", "Both sides", "joint/both-sides"),
]  # fmt: skip

KINDS = [
    # months that are names
    ("Theresa May arrived. May met Angela Merkel in May.", "2016-08-01", "May", "person/theresa-may"),
    ("Theresa May arrived. Merkel told May that she would wait.", "2016-08-01", "May", "person/theresa-may"),
    # names that the recogniser takes for places
    ("Kibaki and Odinga shook hands.", "2008-01-20", "Kibaki", "person/mwai-kibaki"),
    ("Michael Jordan spoke. Jordan was applauded.", None, "Jordan", "person/michael-jordan"),
    ("King Abdullah spoke. Jordan was quiet.", None, "Jordan", "country/JO"),
]  # fmt: skip

HOMONYMS = [
    ("Georgia attacked South Ossetia, and Tbilisi called a truce.", "2008-08-08", "Georgia", "country/GE"),
    ("Voters in Georgia and Florida chose a governor.", "2018-11-08", "Georgia", "place/us-georgia"),
    ("Congo's troops left Goma. Congo protested.", None, "Congo", "country/CD"),
    ("Congo protested in Brazzaville.", None, "Congo", "country/CG"),
    ("The Republic of Congo and the Democratic Republic of Congo met.", None, "The Republic of Congo", "country/CG"),
    ("Niger and Nigeria closed the border.", None, "Niger", "country/NE"),
    ("Guinea and Guinea-Bissau met.", None, "Guinea", "country/GN"),
    ("Papua New Guinea and Equatorial Guinea met.", None, "Equatorial Guinea", "country/GQ"),
    ("North Korea and South Korea met.", None, "North Korea", "country/KP"),
    ("Korea is divided.", None, "Korea", "place/korea"),
    ("Macedonia joined NATO as North Macedonia.", None, "Macedonia", "country/MK"),
    ("Burma freed prisoners, and Myanmar's ally approved.", None, "Burma", "country/MM"),
    ("Swaziland became Eswatini.", None, "Swaziland", "country/SZ"),
    ("Türkiye and Turkey are one.", None, "Türkiye", "country/TR"),
    ("They met in Kiev.", None, "Kiev", "place/kyiv"),
    ("The Kenya Red Cross asked for help. The Red Cross has run out of tents.", None, "The Red Cross",
     "org/ke-red-cross"),
    ("The Kenya Red Cross and the ICRC asked for help. The Red Cross has run out of tents.", None, "The Red Cross",
     "org/red-cross"),
    ("The ICRC asked for help.", None, "The ICRC", "org/icrc"),
]  # fmt: skip

CASES = [
    *COUNTERPARTS, *OFFICES, *FORMER, *PRESIDENTS, *APPOSITION, *LINES, *METONYMS, *PAIRS, *KINDS, *HOMONYMS,
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "words", "key"), CASES)
def test_who_is_meant(
    annotated: Callable[..., AnnotatedArticle], text: str, published: str | None, words: str, key: str | None
) -> None:
    article = annotated(text, published, steps=("mentions",))
    found = [m.actor for m in article.mentions if words in {m.span.of(text), m.head.of(text)}]
    if key is None:
        assert all(actor.startswith(UNNAMED) for actor in found)
    elif key == UNNAMED:
        assert found and all(actor.startswith(UNNAMED) for actor in found)
    else:
        assert found and set(found) == {key}


def test_a_month_is_no_person(annotated: Callable[..., AnnotatedArticle]) -> None:
    text = (
        "Theresa May will resign in May. She told May 2015 graduates to wait until May 12. It lasted from May to June."
    )
    article = annotated(text, "2016-08-01", steps=("mentions",))
    assert [m.head.of(text) for m in article.mentions if "May" in m.head.of(text)] == ["Theresa May"]


def test_an_open_title_is_taken_up_by_its_pronoun(annotated: Callable[..., AnnotatedArticle]) -> None:
    text = "President Biden met President Zelensky. The president said he was content."
    article = annotated(text, "2022-01-02", steps=("mentions",))
    by_words = {m.span.of(text): m.actor for m in article.mentions}
    assert by_words["he"] == by_words["The president"] != "person/joe-biden"


def test_more_than_sixty_texts() -> None:
    assert len(CASES) >= 60
