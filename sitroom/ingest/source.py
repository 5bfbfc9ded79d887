"""A source: the bytes of one input, before anyone reads them; and a draft, what a reader made of them.

One rule: a source is read wholly or refused with a reason; size is checked before the bytes are taken.
"""

from __future__ import annotations

import errno
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sitroom.errors import IngestError
from sitroom.model import PublishedFrom

_CONTROL = frozenset(range(32)) - {9, 10, 11, 12, 13, 27, 28, 29, 30, 31}
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\x7fELF", b"SQLite format 3\x00")


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its name (as articles will have it) and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as a reader found it; dates are EDTF days, ``None`` where the input states none."""

    text: str
    encoding: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: PublishedFrom = "unknown"
    modified: str | None = None
    retrieved: str | None = None
    language: str | None = None


Reader = Callable[[Source], Iterable[Draft]]
"""Reads one source into the articles that it holds. Raises IngestError where it holds none."""


def load(path: Path, name: str, max_bytes: int) -> Source:
    """The bytes of a file.

    Raises:
        IngestError: it is gone, may not be read, is not a file, is empty, binary, or larger than ``max_bytes``.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise IngestError(name, "is not a file")
        if status.st_size > max_bytes:
            raise IngestError(name, f"too large: {status.st_size:,} bytes (at most {max_bytes:,} are read)")
        with path.open("rb") as file:
            # A file may grow while it is read: never take more than the limit.
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise IngestError(name, _reason(error)) from error
    except ValueError as error:
        raise IngestError(name, f"not a file name: {error}") from error
    if len(data) > max_bytes:
        raise IngestError(name, f"too large (at most {max_bytes:,} bytes are read)")
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise IngestError(name, "the file is empty")
    if is_binary(data):
        raise IngestError(name, "a binary file, not text")
    return Source(name, data)


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: known signatures, or control characters among the first 8 KB."""
    head = data[:8192]
    if head.startswith(_MAGIC):
        return True
    if head.startswith(_WIDE):
        return False
    return b"\x00" in head or sum(byte in _CONTROL for byte in head) > len(head) / 100


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "there is no such file (or it has gone)"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "no permission to read it"
    return f"cannot be read: {error.strerror or error}"
