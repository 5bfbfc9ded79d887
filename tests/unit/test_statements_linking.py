"""Which reports are of one utterance: whole, cut, paraphrased; and which are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitroom.link.statements import judge
from sitroom.model import AnnotatedArticle, Article, Statement
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
