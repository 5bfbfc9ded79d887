"""What a reading depends on besides the text: the pipeline, the steps and the tables of facts, as one hash.

One rule: whatever may change a reading is in the hash, so that a change of it is seen by every store.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from sitroom.annotate.engine import pipeline_path
from sitroom.annotate.pipeline import Step
from sitroom.model import digest

_ROOT = Path(__file__).parents[1]
_FILES = (
    "annotate/**/*.py",
    "resources/**/*.py",
    "resources/**/*.yaml",
    "model.py",
    "names.py",
    "persons.py",
    "text.py",
    "values.py",
)


def fingerprint(pipeline: str, steps: Sequence[Step]) -> str:
    """The hash of everything that the steps' readings of a text depend on."""
    return digest(pipeline, pipeline_hash(pipeline), [str(step.producer) for step in steps], code_hash())


@cache
def code_hash() -> str:
    """The hash of the steps' code, of what it uses, and of all tables of facts."""
    return digest(*[(f.relative_to(_ROOT).as_posix(), f.read_text(encoding="utf-8")) for f in code_files()])


def code_files() -> list[Path]:
    """The files of the steps' code, of what it uses, and of all tables of facts."""
    return sorted(file for pattern in _FILES for file in _ROOT.glob(pattern))


@cache
def pipeline_hash(pipeline: str) -> str | None:
    """The hash of what the pipeline says of itself (name, version, parts); ``None`` where it has no such file."""
    meta = Path(pipeline_path(pipeline)) / "meta.json"
    return digest(meta.read_text(encoding="utf-8")) if meta.is_file() else None
