"""From paths to files: folders are walked in sorted order, names are relative to the folder given.

One rule: the same paths in any order give the same files in the same order.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from sitroom.errors import IngestError
from sitroom.ingest.given import SIDECAR
from sitroom.ingest.readers import is_known


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file to read: the name its article will have, and where it lies."""

    name: str
    path: Path


def find(
    paths: Iterable[str | Path], leave_out: Path | None = None, as_given: bool = False
) -> tuple[list[Found], list[IngestError]]:
    """The files at paths (files or folders), each once, and what could not be looked into.

    In folders, files that no reader knows, hidden ones and sidecars are passed over; a file that is named is
    always taken. ``leave_out`` (a table of dates) is no article wherever it lies. Names are relative to the
    folder given; ``as_given`` makes them paths as the user wrote them.
    """
    found: dict[Path, Found] = {}
    refused: list[IngestError] = []
    barred = _resolved(leave_out) if leave_out else None
    for path in sorted({Path(each) for each in paths}):
        try:
            files = _walk(path) if path.is_dir() else [Found(_name(path), path)]
            if as_given:
                files = (Found(_printable(file.path), file.path) for file in files)
            for file in files:
                key = _resolved(file.path)
                if key != barred:
                    found[key] = min(found.get(key, file), file)
        except (OSError, ValueError) as error:
            refused.append(
                IngestError(str(path), f"cannot be looked into: {getattr(error, 'strerror', None) or error}")
            )
    return sorted(found.values()), refused


def _walk(folder: Path) -> Iterator[Found]:
    def stop(error: OSError) -> None:
        raise error

    for root, folders, files in os.walk(folder, onerror=stop):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not name.endswith(SIDECAR) and is_known(name):
                path = Path(root, name)
                yield Found(_printable(path.relative_to(folder)), path)


def _name(path: Path) -> str:
    # Where a file lies on this machine is nobody's business: an absolute path gives the name alone.
    return path.name if path.is_absolute() else _printable(path)


def _printable(path: PurePath) -> str:
    # Names that are no valid Unicode are escaped, so that they can be stored and printed.
    return path.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def _resolved(path: Path) -> Path:
    return Path(os.path.realpath(path))
