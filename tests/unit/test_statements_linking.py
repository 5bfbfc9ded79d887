"""Which reports are of one utterance: whole, cut, paraphrased; and which are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitroom.link.saying import said_in
from sitroom.link.statements import candidates, judge
from sitroom.model import AnnotatedArticle, Article, LocalActor, Statement
from sitroom.text import Span

WHOLE = "The door to talks stays open, and nobody who wants peace on this border will be turned away."

CASES = [
    (WHOLE, WHOLE, "the same words"),
    (WHOLE, "nobody who wants peace on this border will be turned away", "cut"),
    (WHOLE, "the door to the talks stays open and no one who wants peace at this border would be turned away", "same"),
    (
        "the country will answer with sanctions on banks if its neighbour attacks",
        "if the neighbour attacks, the country would answer with harsh sanctions on its banks",
        "paraphrased",
    ),
    (WHOLE, "The harvest was the worst in forty years, and prices for bread are going to double.", None),
    (WHOLE, "Thank you.", None),
    ("he will not sell a single litre of water to the coast", "he will sell each litre of water to the coast", None),
    ("the flood has killed 40 farmers in the northern valley", "the flood has killed 75 farmers in the valley", None),
    (
        "“We are ready for talks at any time, but not at the price of our land,”",
        "“We are ready to talk at any time, but not at the cost of our soil.”",
        "the same words but for a few",
    ),
    (
        "“Thank you all. No power on earth will make us give up the port. Now the harvest begins.”",
        "“It was a long winter. No power on earth will make us give up the port. We will see who laughs last.”",
        "a part in the same words",
    ),
    ("Foreign Minister Ana Torres of Chile", "Ana Torres of Chile will not be the Foreign Minister for long", None),
]


def _article(name: str, words: str, speaker: str = "p", date: str | None = None) -> AnnotatedArticle:
    statement = Statement("s1", (Span(0, len(words)),), "indirect", None, None, speaker=speaker, named=True, date=date)
    return AnnotatedArticle(Article(name, f"{name}.txt", words), statements=(statement,))


@pytest.mark.parametrize(("one", "other", "reason"), CASES)
def test_utterances_are_joined_by_their_words(one: str, other: str, reason: str | None) -> None:
    articles = [_article("a", one), _article("b", other)]
    links = judge(articles, {("a", "p"): "actor-1", ("b", "p"): "actor-1"})
    assert [link.judgement for link in links] == (["same"] if reason else [])
    if reason:
        assert reason in links[0].reason


QUOTED = "“No power on earth will make us give up the port, and those who try will learn it,”"
ACTORS = {"p": ("person", "CL"), "q": ("person", "CL"), "state": ("country", "CL"), "abroad": ("country", "PE")}
SPEAKERS = [
    ("p", QUOTED, None, QUOTED, True),  # somebody unnamed may be anybody
    ("p", QUOTED, "state", QUOTED, True),  # a state speaks through its people
    ("p", QUOTED, "q", QUOTED, False),
    ("p", QUOTED, "abroad", QUOTED, False),
    ("p", "“We will not go,”", None, "“We will not go,”", False),  # too little to be no chance
    ("p", QUOTED, None, QUOTED.strip("“”,"), False),  # one of the two does not quote
]


@pytest.mark.parametrize(("by", "one", "by_other", "other", "joined"), SPEAKERS)
def test_quoted_words_are_joined_where_the_speakers_may_be_one(
    by: str | None, one: str, by_other: str | None, other: str, joined: bool
) -> None:
    def article(name: str, speaker: str | None, words: str) -> AnnotatedArticle:
        span = Span(0, len(words))
        actors = tuple(LocalActor(key, kind, key, span, country=of) for key, (kind, of) in ACTORS.items())  # type: ignore[arg-type]
        kind = "direct" if "“" in words else "indirect"
        statement = Statement("s1", (span,), kind, None, None, speaker=speaker, named=speaker is not None)  # type: ignore[arg-type]
        return AnnotatedArticle(Article(name, f"{name}.txt", words), actors=actors, statements=(statement,))

    known = {(name, key): key for name in "ab" for key in ACTORS}
    assert bool(judge([article("a", by, one), article("b", by_other, other)], known)) == joined


def test_paraphrases_are_joined_only_about_the_same_day() -> None:
    one = "the country will answer with sanctions on banks if its neighbour attacks"
    other = "if the neighbour attacks, the country would answer with harsh sanctions on its banks"
    actors = {("a", "p"): "1", ("b", "p"): "1"}

    def pair(second: str) -> list[AnnotatedArticle]:
        dated = [(_article("a", one), "2019-03-01"), (_article("b", other), second)]
        return [replace(x, article=replace(x.article, published=day)) for x, day in dated]

    assert judge(pair("2019-03-03"), actors)
    assert not judge(pair("2019-03-21"), actors)


def test_the_work_grows_with_the_number_of_statements_not_with_its_square() -> None:
    mixed = [" ".join(f"word{k}of{(n * k) % 97}" for k in range(1, 13)) for n in range(600)]
    said = [s for n, text in enumerate(mixed) for s in said_in([_article(f"a{n}", f"{text} of common ground")], {})]
    said = [replace(s, who="p") for s in said]
    assert len(candidates(said)) < 20 * len(said)


def test_other_speakers_or_other_days_are_kept_apart() -> None:
    one = _article("a", WHOLE, date="2019-03-01")
    assert not judge([one, _article("b", WHOLE)], {("a", "p"): "actor-1", ("b", "p"): "actor-2"})
    later = _article("b", WHOLE, date="2019-04-01")
    assert not judge([one, later], {("a", "p"): "actor-1", ("b", "p"): "actor-1"})


def test_the_same_words_to_somebody_else_are_another_utterance() -> None:
    statement = Statement("s1", (Span(0, len(WHOLE)),), "direct", None, None, speaker="p", named=True)
    one, other = (
        AnnotatedArticle(Article(name, f"{name}.txt", WHOLE), statements=(replace(statement, addressees=(to,)),))
        for name, to in (("a", "x"), ("b", "y"))
    )
    actors = {("a", "p"): "1", ("b", "p"): "1", ("a", "x"): "2", ("b", "y"): "3"}
    assert not judge([one, other], actors)
    assert judge([one, other], {**actors, ("b", "y"): "2"})


def test_order_of_articles_changes_nothing() -> None:
    articles = [_article("a", WHOLE), _article("b", WHOLE), _article("c", WHOLE[30:])]
    actors = {(name, "p"): "actor-1" for name in "abc"}
    assert judge(articles, actors) == judge(articles[::-1], actors)


def test_layers_of_one_report_are_not_the_same_utterance() -> None:
    outer = Statement("s1", (Span(0, len(WHOLE)),), "direct", None, None, speaker="p", named=True)
    inner = Statement("s2", (Span(4, len(WHOLE)),), "indirect", None, None, speaker="p", named=True, nested_in="s1")
    article = AnnotatedArticle(Article("a", "a.txt", WHOLE), statements=(outer, inner))
    assert not judge([article], {("a", "p"): "actor-1"})
