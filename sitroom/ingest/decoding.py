"""From bytes to text.

One rule: UTF-8 first, a guess only where that fails, and the encoding used is always said. Nothing is
normalised: line ends, byte-order mark and odd spaces stay, so that offsets are those of the decoded file.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from sitroom.errors import IngestError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_SAMPLE = 65_536  # bytes that the guess looks at


def decode(name: str, data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text and the encoding it was read with; ``declared`` is what the input says of itself.

    Raises:
        IngestError: no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(name, data, encoding)
    for known in filter(None, ("utf-8", declared)):
        try:
            return data.decode(known), known
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(name, data)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page's head declares; ``None`` where it does not or Python has no such codec."""
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    label = found[1].decode("ascii").lower()
    # Browsers read these labels as windows-1252 (WHATWG Encoding Standard).
    label = "windows-1252" if label in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else label
    try:
        codec = codecs.lookup(label)
    except LookupError:
        return None
    return codec.name if codec._is_text_encoding else None


def _strict(name: str, data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise IngestError(name, f"cannot be decoded as {encoding}, which its first bytes announce") from error


def _guessed(name: str, data: bytes) -> tuple[str, str]:
    best = from_bytes(data[:_SAMPLE]).best()
    for encoding in (best.encoding if best else None, "windows-1252"):
        try:
            text = data.decode(encoding) if encoding else ""
        except (UnicodeDecodeError, LookupError):
            continue
        if text and encoding:
            return text, encoding
    raise IngestError(name, "cannot be decoded: neither UTF-8 nor any encoding that could be guessed")
