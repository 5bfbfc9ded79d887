"""Mentions and chains within one article: sentence → who is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom import registry
from sitroom.annotate import parties
from sitroom.annotate.pipeline import read
from sitroom.annotate.reading import Reading
from sitroom.model import AnnotatedArticle


@pytest.fixture(scope="module")
def found(annotated: Callable[..., AnnotatedArticle]) -> Callable[..., AnnotatedArticle]:
    return lambda text, published=None: annotated(text, published, steps=("mentions",))


def key_of(article: AnnotatedArticle, words: str, nth: int = 0) -> str | None:
    """The actor of the nth mention that reads so, by whole phrase or head."""
    text = article.article.text
    matching = [m for m in article.mentions if words in {m.span.of(text), m.head.of(text)}]
    return matching[nth].actor if len(matching) > nth else None


CASES = [
    # names, spellings and titles
    ("Volodymyr Zelenskiy spoke. Later Zelenskiy left.", "2022-03-01", "Zelenskiy", "person/volodymyr-zelensky"),
    ("President Zelenskyy thanked the allies.", "2022-03-01", "Zelenskyy", "person/volodymyr-zelensky"),
    ("Colonel Gadhafi refused to leave.", "2011-03-01", "Gadhafi", "person/muammar-gaddafi"),
    ("Mr. Putin arrived late.", "2010-05-01", "Putin", "person/vladimir-putin"),
    # offices as of the day
    ("The Russian president flew to Minsk.", "2010-05-01", "The Russian president", "person/dmitry-medvedev"),
    ("The Russian president flew to Minsk.", "2013-05-01", "The Russian president", "person/vladimir-putin"),
    ("The British prime minister resigned.", "2007-06-01", "The British prime minister", "person/tony-blair"),
    ("The French president said no.", "2013-02-01", "The French president", "person/francois-hollande"),
    # counterparts
    ("Obama met his Russian counterpart.", "2010-04-08", "his Russian counterpart", "person/dmitry-medvedev"),
    ("Hillary Clinton met her Russian counterpart.", "2010-04-08", "her Russian counterpart", "person/sergey-lavrov"),
    # apposition
    ("Anna Keller, Austria's ambassador to Iran, left.", None, "Austria's ambassador to Iran", "person/anna-keller"),
    ("The Austrian ambassador, Anna Keller, denied it.", None, "The Austrian ambassador", "person/anna-keller"),
    # pronouns
    ("Angela Merkel said that she would go.", "2015-02-01", "she", "person/angela-merkel"),
    ("Iran said it would respond.", None, "it", "country/IR"),
    ("David Cameron met Angela Merkel before he left Berlin.", "2015-02-01", "he", "person/david-cameron"),
    ("Ivan Petrov named Max Stone, who lied about his talks.", None, "his", "person/max-stone"),
    ("Ivan Petrov asked about Max Stone's firms and his deals.", None, "his", "person/max-stone"),
    # metonyms
    ("Moscow warned that it would retaliate.", None, "Moscow", "country/RU"),
    ("The delegation arrived in Moscow on Monday.", None, "Moscow", "place/moscow"),
    ("Talks between Washington and Beijing collapsed.", None, "Washington", "country/US"),
    ("He lives in Washington.", None, "Washington", "place/washington"),
    ("Tehran rejected the offer.", None, "Tehran", "country/IR"),
    ("The plane landed near Tehran.", None, "Tehran", "place/tehran"),
    # bodies of a state
    ("The Kremlin declined to comment.", None, "The Kremlin", "org/kremlin"),
    ("Downing Street said the call went well.", None, "Downing Street", "org/downing-street"),
    ("The Iranian foreign ministry summoned the envoy.", None, "Iranian foreign ministry", "org/ir-foreign-ministry"),
    ("The Japanese government apologised.", None, "The Japanese government", "country/JP"),
    # organisations, groups, forums, agreements
    ("The Organisation for Security and Co-operation in Europe sent monitors.", None,
     "The Organisation for Security and Co-operation in Europe", "org/osce"),
    ("Ministers of the G7 gathered.", None, "G7", "group/g7"),
    ("Six-party talks resumed in Beijing.", None, "Six-party talks", "forum/six-party"),
    ("They signed the Dayton Accords.", None, "the Dayton Accords", "agreement/dayton"),
    # members of a body, a state under a description
    ("Members of the Knesset objected.", None, "Members of the Knesset", "org/knesset"),
    ("Georgia applied, as the former Soviet republic had promised.", None, "the former Soviet republic", "country/GE"),
    # adjectives
    ("Turkish troops crossed the border.", None, "Turkish", "country/TR"),
    # who speaks with the two is none of them
    ("President Biden met Chancellor Merkel. Ivan Petrov, an aide, said that President Putin had spoken with both "
     "leaders.", "2021-06-02", "both leaders", "joint/person/angela-merkel+person/joe-biden"),
    # "our president" is the speaker's
    ('President Erdogan called. "Our president explained it," said Yuri Ushakov, a Kremlin aide.', "2023-07-07",
     "Our president", None),
    # who speaks is nobody whose name stands in what is said
    ("John Kirby met reporters. President Biden, he said, had left.", "2023-01-02", "he", "person/john-kirby"),
    ("Ana Torres called Dora Shaw. \"Dora and I are friends,\" she said.", None, "she", "person/ana-torres"),
    ("Ivan Petrov spoke of the mayor, Max Stone. Stone lied, he said.", None, "he", "person/ivan-petrov"),
    ("Max Stone was late. The deal is dead, he said.", None, "he", "person/max-stone"),
    # all caps and title case
    ("MERKEL MEETS PUTIN IN SOCHI", "2007-01-21", "PUTIN", "person/vladimir-putin"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "words", "key"), CASES)
def test_who_is_meant(
    found: Callable[..., AnnotatedArticle], text: str, published: str | None, words: str, key: str
) -> None:
    assert key_of(found(text, published), words) == key


APART = [
    ("Bashar al-Assad spoke of his father Hafez al-Assad.", "Bashar al-Assad", "Hafez al-Assad"),
    ("Fidel Castro and Raúl Castro appeared together.", "Fidel Castro", "Raúl Castro"),
    ("George H. W. Bush praised George W. Bush.", "George H. W. Bush", "George W. Bush"),
    ("Charles Michel met Louis Michel.", "Charles Michel", "Louis Michel"),
    ("Joe Biden and Jill Biden left.", "Joe Biden", "Jill Biden"),
    ("The Kremlin is not Russia.", "The Kremlin", "Russia"),
]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_namesakes_stay_apart(found: Callable[..., AnnotatedArticle], text: str, one: str, other: str) -> None:
    article = found(text, "2006-01-01")
    assert key_of(article, one) and key_of(article, other)
    assert key_of(article, one) != key_of(article, other)


def test_unnamed_sources_stay_unnamed_and_keep_their_chain(found: Callable[..., AnnotatedArticle]) -> None:
    article = found("A senior White House official briefed reporters. The talks went well, the official said.")
    first, later = key_of(article, "A senior White House official"), key_of(article, "the official")
    assert first == later
    actor = next(actor for actor in article.actors if actor.key == first)
    assert actor.subtype == "unnamed" and actor.known is None
    assert [role.of for role in actor.roles] == ["org/white-house"]


def test_an_office_without_a_holder_names_nobody(found: Callable[..., AnnotatedArticle]) -> None:
    article = found("The Ruritanian president resigned.", "2010-01-01")
    assert all(actor.known is None for actor in article.actors)


@pytest.mark.parametrize(
    "text", ["", " ", "...", "'s", "The", "—", '"""', "U.S.-", "President", "a" * 5000, "()" * 400]
)
def test_odd_input(found: Callable[..., AnnotatedArticle], text: str) -> None:
    found(text)


JOINT = [
    ("Barack Obama called Dmitry Medvedev. The two leaders agreed to meet.", "leaders",
     ["person/barack-obama", "person/dmitry-medvedev"]),
    ("President Obama called President Sarkozy. It was days after Obama spoke with Dmitry Medvedev. "
     "Sarkozy was content. The two presidents joked.", "presidents", ["person/barack-obama", "person/nicolas-sarkozy"]),
    ("President Obama called President Sarkozy. Obama thanked Sarkozy. President Medvedev did not call. The two "
     "presidents joked.", "presidents", ["person/barack-obama", "person/nicolas-sarkozy"]),
    ("U.S. and Russian officials will meet in Vienna.", "officials", ["country/US", "country/RU"]),
    ("Merkel's team rejected the draft.", "team", ["person/angela-merkel"]),
    ("France and Germany warned Iran.", "France", ["country/FR", "country/DE"]),
    ("Barack Obama spoke with the leaders of three allies — Poland, Latvia and Estonia — on Friday.", "leaders",
     ["country/PL", "country/LV", "country/EE"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "noun", "keys"), JOINT)
def test_parties_behind_a_noun(reading: Callable[..., Reading], text: str, noun: str, keys: list[str]) -> None:
    made = reading(text, published="2010-04-08")
    read(made.article, made, registry.steps(("mentions",)))
    token = next(token for token in made.doc if token.text == noun)
    assert sorted(parties.actors_of(made, token)) == sorted(keys)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("U.S. Deputy Secretary of State Ana Reyes met the envoy.", "U.S. Deputy Secretary of State Ana Reyes"),
        ("U.S. Secretary of State Ana Reyes met the envoy.", "U.S. Secretary of State Ana Reyes"),
    ],
)
def test_the_state_before_a_title_is_the_persons(
    found: Callable[..., AnnotatedArticle], text: str, phrase: str
) -> None:
    article = found(text, "2010-01-01")
    actor = next(actor for actor in article.actors if actor.name == "Ana Reyes")
    assert actor.country == "US"
    assert phrase in {m.span.of(text) for m in article.mentions if m.actor == actor.key}
