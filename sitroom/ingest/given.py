"""What the user states about a file: a date for all, a table of dates, or a sidecar file.

One rule: what is stated about one file (table, sidecar) outranks what the file says of itself; a date for
all fills only what a file lacks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sitroom.errors import IngestError, ValueFormatError
from sitroom.ingest.source import Draft
from sitroom.values import bounds

SIDECAR = ".meta.json"
_TEXTS = ("url", "outlet", "title", "language")
_DATES = ("published", "modified", "retrieved")
_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """Dates that the user gives: ``published`` for all files, ``table`` by path or name."""

    published: str | None = None
    table: Mapping[str, str] = field(default_factory=dict)
    _bases: frozenset[str] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_bases", frozenset(map(_base, self.table)))

    @classmethod
    def of(cls, published: str | None, table: Path | None) -> Given:
        """Check what the user gave.

        Raises:
            IngestError: a date is not a date, or the table cannot be read.
        """
        if published is not None:
            published = edtf("--published", published)
        return cls(published, read_table(table) if table else {})

    def date_of(self, name: str) -> str | None:
        """The date that the table has for a file: by its path, else by its name alone where that is no question."""
        if name in self.table:
            return self.table[name]
        base = _base(name)
        found = {date for key, date in self.table.items() if _base(key) == base} if base in self._bases else set()
        return found.pop() if len(found) == 1 else None

    def apply(self, draft: Draft, name: str, sidecar: Mapping[str, Any]) -> Draft:
        """The draft with what is stated about its file."""
        stated: dict[str, Any] = {key: sidecar[key] for key in (*_TEXTS, "authors", *_DATES[1:]) if key in sidecar}
        date = self.date_of(name) or sidecar.get("published")
        if date is None and draft.published is None:
            date = self.published
        if date is not None:
            stated |= {"published": date, "published_from": "given"}
        return replace(draft, **stated)


def _base(name: str) -> str:
    return name.rpartition("/")[2]


def edtf(name: str, value: object) -> str:
    """A date as stated, cut to the day where it has a time.

    Raises:
        IngestError: it is not an EDTF date.
    """
    text = str(value).strip()
    text = text[:10] if len(text) > 10 and text[10] in "T " else text
    try:
        if bounds(text) is not None:
            return text
    except ValueFormatError:
        pass
    raise IngestError(name, f"{value!r} is not a date (write it as 2021-12-09)")


def read_table(path: Path) -> dict[str, str]:
    """A table of names, tabs and dates; empty lines and a heading are skipped.

    Raises:
        IngestError: it cannot be read, or a line is not a name, a tab and a date.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise IngestError(str(path), f"the table of dates cannot be read: {error}") from error
    table: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        name, tab, date = line.partition("\t")
        if number == 1 and tab and not any(character.isdigit() for character in date):
            continue
        if not tab:
            raise IngestError(str(path), f"line {number} is not a name, a tab and a date")
        if date.strip():
            table[name.strip().replace("\\", "/")] = edtf(f"{path}, line {number}", date)
    return table


def read_sidecar(path: Path, name: str) -> dict[str, Any]:
    """What ``NAME.meta.json`` states, ``NAME`` with the extension or without; empty where there is none.

    Raises:
        IngestError: it is there and is not an object with the known fields in their forms.
    """
    for place in (path.with_name(path.name + SIDECAR), path.with_name(path.stem + SIDECAR)):
        try:
            if not place.is_file():
                continue
            if place.stat().st_size > _LIMIT:
                raise IngestError(name, f"{place.name} is too large")
            found = json.loads(place.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            raise IngestError(name, f"{place.name} cannot be read: {error}") from error
        return _checked(found, place.name, name)
    return {}


def _checked(found: object, sidecar: str, name: str) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise IngestError(name, f"{sidecar} is not a JSON object")
    made: dict[str, Any] = {}
    for key in _TEXTS:
        if isinstance(value := found.get(key), str) and value.strip():
            made[key] = value.strip()
        elif value is not None and value != "":
            raise IngestError(name, f"{sidecar}: {key} is not text")
    for key in _DATES:
        if found.get(key):
            made[key] = edtf(name, found[key])
    authors = found.get("authors", found.get("author"))
    if isinstance(authors, str):
        authors = [authors]
    if isinstance(authors, list) and all(isinstance(author, str) for author in authors):
        made["authors"] = tuple(author.strip() for author in authors if author.strip())
    elif authors is not None:
        raise IngestError(name, f"{sidecar}: authors is not a list of names")
    return made
