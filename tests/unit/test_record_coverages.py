"""Invented coverages of real crises, from text to record, as a careful reader has them.

The reports and what is expected of them were written before the program read them. The floors are what is reached;
what is missed is not tuned away (docs/accuracy.md).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from expected import scores

from sitroom.export.jsonl import lines
from sitroom.ingest.dating import dated
from sitroom.link.judging import judge_all
from sitroom.model import AnnotatedArticle, Article, digest
from sitroom.views.assemble import assemble

COVERAGES = Path(__file__).parents[1] / "coverages"
FLOORS = {
    "aegean-2020": (0.9, 1.0, 0.9),
    "kosovo-2022": (0.9, 0.85, 1.0),
    "ladakh-2020": (0.65, 0.85, 0.4),
    "nile-2021": (0.8, 1.0, 0.5),
}


@pytest.fixture(scope="module")
def coverage(annotated_article: Callable[[Article], AnnotatedArticle]) -> Callable[[str], list[AnnotatedArticle]]:
    """All reports of a coverage, read with the days that the program itself finds."""
    read: dict[str, list[AnnotatedArticle]] = {}

    def reports(name: str) -> list[AnnotatedArticle]:
        if name not in read:
            files = sorted((COVERAGES / name).glob("*.txt"))
            texts = [(path, path.read_text(encoding="utf-8")) for path in files]
            articles = [Article(digest(text), path.name, text, outlet=path.stem) for path, text in texts]
            read[name] = [annotated_article(article) for article in dated(articles)]
        return read[name]

    return reports


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_record_of_a_coverage(name: str, coverage: Callable[[str], list[AnnotatedArticle]]) -> None:
    articles = coverage(name)
    found = scores(COVERAGES / name, assemble(articles, judge_all(articles, [])))
    for layer, floor in zip(("contacts", "agenda", "disagreements"), FLOORS[name], strict=True):
        assert round(found[layer].f1, 2) >= floor, (layer, found[layer])


def test_the_order_of_reports_changes_nothing(coverage: Callable[[str], list[AnnotatedArticle]]) -> None:
    articles = list(coverage("kosovo-2022"))
    first = list(lines(assemble(articles, judge_all(articles, []))))
    for seed in range(3):
        random.Random(seed).shuffle(articles)
        assert list(lines(assemble(articles, judge_all(articles, [])))) == first
