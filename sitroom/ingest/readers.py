"""The registry of readers, by a file's extension.

One rule: a reader is one module with ``read(source) -> Iterable[Draft]`` and one line here; a package
outside the project offers one under the entry point group ``sitroom.readers``, named by its extension.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from sitroom.errors import IngestError
from sitroom.ingest.source import Reader

READERS: Mapping[str, str] = {
    ".txt": "sitroom.ingest.text",
    ".text": "sitroom.ingest.text",
    ".html": "sitroom.ingest.html",
    ".htm": "sitroom.ingest.html",
    ".xhtml": "sitroom.ingest.html",
}


def extension(name: str) -> str:
    """The extension in lower case with its dot; empty where there is none."""
    base = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, last = base.rpartition(".")
    return f".{last.lower()}" if dot and stem else ""


def is_known(name: str) -> bool:
    """Whether there is a reader for a file of that name."""
    return extension(name) in READERS or extension(name) in _plugins()


def reader_for(name: str) -> Reader:
    """The reader for a file of that name.

    Raises:
        IngestError: there is none.
    """
    kind = extension(name)
    if kind in READERS:
        reader: Reader = import_module(READERS[kind]).read
        return reader
    if kind in _plugins():
        return _plugins()[kind]
    known = ", ".join(sorted({*READERS, *_plugins()}))
    raise IngestError(name, f"no reader for {kind or 'files without an extension'} (there are {known})")


@cache
def _plugins() -> dict[str, Reader]:
    return {f".{point.name.lstrip('.').lower()}": point.load() for point in entry_points(group="sitroom.readers")}
