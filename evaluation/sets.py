"""The reference sets: where each lies, how the program runs on it, and which scorer judges it.

One rule: texts are unpacked outside the project and nothing of them is kept.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation import coreference, event_coreference, factuality

SITROOM = [sys.executable, "-m", "sitroom"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reference data lies and where work files go."""

    shared: Path
    work: Path

    def unpacked(self, name: str) -> Path | None:
        """A set's folder, unpacked into the work folder; ``None`` where the set is absent."""
        archive = self.shared / "data" / name / f"{name}.tar.gz"
        if not archive.is_file():
            return None
        target = self.work / "sets"
        if not (target / name).is_dir():
            target.mkdir(parents=True, exist_ok=True)
            with tarfile.open(archive) as file:
                file.extractall(target, filter="data")
        return target / name

    def score(self, script: str, *arguments: object) -> dict[str, Any]:
        """A scorer's JSON."""
        command = [sys.executable, str(self.shared / "score" / script), *map(str, arguments), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)  # type: ignore[no-any-return]


def run(command: list[str], output: Path) -> None:
    """Run a command with its standard output in a file; raise where it fails."""
    with output.open("wb") as out:
        subprocess.run(command, stdout=out, check=True)


def stories(place: Place) -> dict[str, Any] | None:
    """The hand-made reference of five articles on one story: build, export, annotate, score."""
    seeds, gold = place.shared / "seeds", place.shared / "gold"
    if not seeds.is_dir():
        return None
    files = sorted(map(str, seeds.glob("*.txt")))
    store, record, lines = place.work / "seeds.db", place.work / "seeds.jsonl", place.work / "seeds-annotate.jsonl"
    store.unlink(missing_ok=True)
    run([*SITROOM, "build", *files, "--output", str(store)], place.work / "seeds-build.txt")
    run([*SITROOM, "export", str(store), "--format", "jsonl"], record)
    run([*SITROOM, "annotate", *files], lines)
    golds = [gold / "seeds-events.yaml", gold / "seeds-statements.yaml"]
    return place.score("stories.py", *golds, record, "--annotations", lines)


def annotated(place: Place, script: str, gold: Path, name: str) -> dict[str, Any]:
    """A set of texts with gold annotations: write the texts, annotate them, score."""
    texts, lines = place.work / name, place.work / f"{name}.jsonl"
    scorer = place.shared / "score" / script
    subprocess.run([sys.executable, str(scorer), str(gold), "--to-text", str(texts)], check=True, capture_output=True)
    folder = place.shared / "score" / "annotate_folder.py"
    command = " ".join([*SITROOM, "annotate"])
    subprocess.run([sys.executable, str(folder), str(texts), str(lines), "--command", command], check=True)
    return place.score(script, gold, lines)


def tempeval3(place: Place) -> dict[str, Any] | None:
    """Time expressions of TimeBank and AQUAINT."""
    folder = place.unpacked("tempeval3")
    return annotated(place, "times.py", folder, "tempeval3") if folder else None


def wikiwars(place: Place) -> dict[str, Any] | None:
    """Time expressions of war narratives."""
    folder = place.unpacked("wikiwars")
    return annotated(place, "times.py", folder / "tml", "wikiwars") if folder else None


def polnear(place: Place) -> dict[str, Any] | None:
    """Attributions in political news (development part)."""
    folder = place.unpacked("polnear")
    return annotated(place, "quotes.py", folder / "dev", "polnear-dev") if folder else None


def plover(place: Place) -> dict[str, Any] | None:
    """Sentences with one coded dyad each."""
    folder = place.unpacked("plover")
    return annotated(place, "plover.py", folder / "PLV_train.tsv", "plover") if folder else None


GATED: dict[str, Callable[[Place], dict[str, Any] | None]] = {"seeds": stories}
"""Sets that the gate runs: small enough for every change."""


def newswcl50(place: Place) -> dict[str, Any] | None:
    """Actors across five outlets, over people and names of states."""
    root = place.unpacked("newswcl50")
    return coreference.measure("newswcl50", root) if root else None


def meantime(place: Place) -> dict[str, Any] | None:
    """Actors across documents, over people, organisations and places."""
    root = place.unpacked("meantime")
    return coreference.measure("meantime", root) if root else None


def meantime_status(place: Place) -> dict[str, Any] | None:
    """Status of events, in four classes, on the triggers that both sides have."""
    root = place.unpacked("meantime")
    return factuality.measure(root) if root else None


def ecbplus_events(place: Place) -> dict[str, Any] | None:
    """Events across documents of a topic, beside a baseline that joins equal lemmas."""
    root = place.unpacked("ecbplus")
    return event_coreference.measure(event_coreference.ecbplus(root), event_coreference.annotate) if root else None


def newswcl50_events(place: Place) -> dict[str, Any] | None:
    """Events across five outlets, beside a baseline that joins equal lemmas."""
    root = place.unpacked("newswcl50")
    return event_coreference.measure(event_coreference.newswcl50(root), event_coreference.annotate) if root else None


SETS: dict[str, Callable[[Place], dict[str, Any] | None]] = {
    **GATED,
    "tempeval3": tempeval3,
    "wikiwars": wikiwars,
    "polnear": polnear,
    "plover": plover,
    "newswcl50": newswcl50,
    "meantime": meantime,
    "meantime-status": meantime_status,
    "ecbplus-events": ecbplus_events,
    "newswcl50-events": newswcl50_events,
}
"""All sets, by name, in the order of the scoreboard."""
