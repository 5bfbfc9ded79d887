"""How much each step costs beside the parse: processor seconds of a step over those of the bare parse.

One rule: parse and steps are timed in one process on the same documents, in processor time, so that a busy machine
changes neither; the figure reported is the ratio.
"""

from __future__ import annotations

import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.build import ARTICLES, texts
from sitroom import registry
from sitroom.annotate.engine import load_pipeline, parse
from sitroom.annotate.pipeline import Step, read
from sitroom.annotate.reading import Reading
from sitroom.errors import SitroomError
from sitroom.model import Annotation, Article

BOUNDS = {"times+figures": 0.08, "statements": 0.15}
"""What a step, or two together, may cost: a share of the parse."""


def timed(step: Step, spent: dict[str, float]) -> Step:
    """The same step, adding its processor seconds to ``spent`` under its name."""

    def run(reading: Reading) -> Iterable[Annotation]:
        start = time.process_time()
        found = list(step.run(reading))
        spent[step.producer.name] += time.process_time() - start
        return found

    return replace(step, run=run)


def articles(shared: Path, count: int) -> list[Article]:
    """Articles of the set, spread evenly over it."""
    with tempfile.TemporaryDirectory(prefix="sitroom-bench-") as folder:
        paths = texts(shared, Path(folder), count)
        read_back = [(path, path.read_text(encoding="utf-8", errors="replace")) for path in paths]
    return [
        Article(id=f"{n:016x}", path=path.name, text=text, published=path.name[:10], published_from="given")
        for n, (path, text) in enumerate(read_back)
    ]


def measure(shared: Path, count: int = ARTICLES) -> dict[str, float]:
    """Each step's share of the parse, those of :data:`BOUNDS`, and all steps together."""
    spent: dict[str, float] = defaultdict(float)
    nlp = load_pipeline()
    steps = [timed(step, spent) for step in registry.steps()]
    taken = articles(shared, count)
    documents = parse(nlp, (article.text for article in taken))
    for article in taken:
        start = time.process_time()
        doc = next(documents)
        spent["parse"] += time.process_time() - start
        try:
            read(article, Reading.of(article, doc), steps)
        except SitroomError:  # one article less; the build reports it
            continue
    shares = {name: seconds / spent["parse"] for name, seconds in spent.items() if name != "parse"}
    shares["all steps"] = sum(shares.values())
    for name in BOUNDS:
        shares[name] = sum(shares[part] for part in name.split("+"))
    return {name: round(share, 4) for name, share in shares.items()}
