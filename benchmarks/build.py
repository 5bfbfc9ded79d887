"""How much a build costs beside the parse: seconds of a whole build over seconds of the bare pipeline.

One rule: both are timed in one process, on the same texts, with the same loaded pipeline, alternately; the
figure reported is the ratio, since lone seconds on a shared machine say nothing.
"""

from __future__ import annotations

import resource
import statistics
import tarfile
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sitroom.annotate.engine import BATCH, Language, load_pipeline, parse
from sitroom.config import Config
from sitroom.desk import Desk

ARTICLES = 100
DATA = "data/timeline17/timeline17.tar.gz"


def texts(shared: Path, folder: Path, count: int = ARTICLES) -> list[Path]:
    """Unpack ``count`` articles, spread evenly over the set, into a folder; names are unique.

    Texts that a build refuses for their length are left out, so that both sides read the same.
    """
    with tarfile.open(shared / DATA) as archive:
        members = sorted(
            (m for m in archive.getmembers() if m.isfile() and "/InputDocs/" in m.name and m.name.endswith(".txt")),
            key=lambda m: m.name,
        )
        members = [m for m in members if m.size <= Config().max_characters]
        step = max(1, len(members) // count)
        for number, member in enumerate(members[::step][:count]):
            source = archive.extractfile(member)
            if source is not None:
                date = member.name.split("/")[-2]
                (folder / f"{date}_{number:03d}.txt").write_bytes(source.read())
    return sorted(folder.glob("*.txt"))


def bare(nlp: Language, paths: list[Path]) -> None:
    """The parse alone."""
    for _ in parse(nlp, (path.read_text(encoding="utf-8", errors="replace") for path in paths)):
        pass


def build(nlp: Language, paths: list[Path], store: Path) -> None:
    """Everything from the files to the record."""
    store.unlink(missing_ok=True)
    with Desk.open(store, nlp=nlp) as desk:
        desk.add(paths)
        desk.build()
        desk.record()


def seconds(work: Callable[[], None]) -> float:
    """Wall time of a piece of work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(shared: Path, rounds: int = 3, count: int = ARTICLES) -> dict[str, float]:
    """The ratio of build to bare parse (median over rounds), and the peak memory of the process in MB."""
    with tempfile.TemporaryDirectory(prefix="sitroom-bench-") as folder:
        place = Path(folder)
        articles = place / "articles"
        articles.mkdir()
        paths = texts(shared, articles, count)
        nlp = load_pipeline()
        ratios, words = [], sum(len(p.read_text(encoding="utf-8", errors="replace").split()) for p in paths)
        builds = []
        for _ in range(rounds):
            plain = seconds(lambda: bare(nlp, paths))
            builds.append(seconds(lambda: build(nlp, paths, place / "bench.db")))
            ratios.append(builds[-1] / plain)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "articles": len(paths),
        "words": words,
        "batch": BATCH,
        "build_seconds": round(statistics.median(builds), 2),
        "ratio_to_parse": round(statistics.median(ratios), 3),
        "ratio_lowest": round(min(ratios), 3),
        "ratio_highest": round(max(ratios), 3),
        "peak_memory_mb": round(peak, 1),
    }
