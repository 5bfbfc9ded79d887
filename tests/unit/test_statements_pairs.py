"""Which of 111 pairs of invented reports are of one utterance, read and linked as users' reports are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from sitroom import registry
from sitroom.annotate.engine import Language, parse
from sitroom.annotate.pipeline import read
from sitroom.annotate.reading import Reading
from sitroom.link import actors, statements
from sitroom.link.clusters import actor_ids
from sitroom.model import AnnotatedArticle, Article, digest

ROWS = yaml.safe_load((Path(__file__).parent / "utterance_pairs.yaml").read_text(encoding="utf-8"))
PAIRS = [
    (name, same == "same", row)
    for name, sets in ROWS.items() for same, kinds in sets.items() for rows in kinds.values() for row in rows
]  # fmt: skip


def _joined(pair: list[AnnotatedArticle]) -> bool:
    home = {a.id_of(s): a.article.path for a in pair for s in a.statements}
    links = statements.judge(pair, actor_ids(pair, actors.judge(pair)))
    return any(home[link.a] != home[link.b] for link in links)


@pytest.fixture(scope="module")
def judged(nlp: Language) -> list[tuple[str, bool, bool, str]]:
    """For each pair its set, whether it is one utterance, whether it is joined, and its words."""
    articles = []
    for _, _, row in PAIRS:
        days = row["day"] if isinstance(row["day"], list) else [row["day"]] * 2
        for side, day in zip(("one", "other"), days, strict=True):
            text = row[side]
            articles.append(Article(digest(text + side), f"{side}.txt", text, published=str(day)))
    docs = parse(nlp, (a.text for a in articles))
    steps = registry.steps()
    made = [read(a, Reading.of(a, doc), steps) for a, doc in zip(articles, docs, strict=True)]
    return [
        (name, same, _joined(made[2 * n : 2 * n + 2]), f"{row['one']} / {row['other']}")
        for n, (name, same, row) in enumerate(PAIRS)
    ]


def test_no_pair_of_two_utterances_is_joined(judged: list[Any]) -> None:
    assert [words for _, same, joined, words in judged if joined and not same] == []


@pytest.mark.parametrize(("name", "least"), [("first", 0.9), ("second", 0.65), ("third", 0.8)])
def test_most_pairs_of_one_utterance_are_joined(judged: list[Any], name: str, least: float) -> None:
    found = [joined for set_, same, joined, _ in judged if same and set_ == name]
    assert sum(found) / len(found) >= least
