"""The record of the example coverage, line by line; ``pytest --update-golden`` rewrites it for review."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path

import pytest

from sitroom import Desk
from sitroom.annotate.engine import Language
from sitroom.export.jsonl import lines

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"

spec = importlib.util.spec_from_file_location("summary", HERE / "summary.py")
assert spec and spec.loader
summary_module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(summary_module)


@pytest.mark.parametrize("story", ["winter-2021", "nairobi-2008"])
def test_the_record_of_the_examples(story: str, nlp: Language, request: pytest.FixtureRequest) -> None:
    with Desk.open(":memory:", nlp=nlp) as desk:
        desk.add([EXAMPLES / story])
        desk.build()
        assert desk.verify() == []
        found = summary_module.summary(desk.record())
    golden = HERE / f"{story}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_the_order_of_the_files_changes_nothing(nlp: Language) -> None:
    paths = sorted(p for p in (EXAMPLES / "nairobi-2008").iterdir() if p.suffix in {".txt", ".html"})
    exports = []
    for seed in range(2):
        shuffled = list(paths)
        random.Random(seed).shuffle(shuffled)
        with Desk.open(":memory:", nlp=nlp) as desk:
            desk.add(shuffled)
            desk.build()
            exports.append(list(lines(desk.record())))
    assert exports[0] == exports[1]
