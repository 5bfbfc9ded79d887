"""From a file to captures: load, read, add what the user states, check the size.

One rule: everything that may be wrong with a file ends as an :class:`IngestError` here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitroom.capture import Capture, article_id
from sitroom.errors import IngestError, SitroomError
from sitroom.ingest.files import Found
from sitroom.ingest.given import Given, read_sidecar
from sitroom.ingest.outlet import outlet_of
from sitroom.ingest.readers import reader_for
from sitroom.ingest.source import Draft, load
from sitroom.model import Article
from sitroom.values import is_edtf

_RUN = re.compile(r"[^\w\s]{1001}")  # tokenisers take such a run apart sign by sign, in time that grows with its square


def read_file(file: Found, given: Given, max_bytes: int, max_characters: int) -> list[Capture]:
    """The captures of one file, one for each article in it.

    Raises:
        IngestError: it cannot be read, holds no article, or one that is longer than ``max_characters``.
    """
    reader = reader_for(file.name)
    source = load(file.path, file.name, max_bytes)
    sidecar = read_sidecar(file.path, file.name)
    try:
        drafts = list(reader(source))
    except SitroomError:
        raise
    except Exception as error:  # pages are hostile input: whatever a parser does with one, the others go on
        raise IngestError(file.name, f"cannot be read: {type(error).__name__}: {error}") from error
    if not drafts:
        raise IngestError(file.name, "there is no article in it")
    return [
        Capture(source.data, draft.encoding, article)
        for draft, article in _articles(drafts, file.name, given, sidecar, max_characters)
    ]


def _articles(
    drafts: list[Draft], name: str, given: Given, sidecar: dict[str, object], max_characters: int
) -> Iterator[tuple[Draft, Article]]:
    for draft in drafts:
        if len(draft.text) > max_characters:
            raise IngestError(
                name, f"too long: an article of {len(draft.text):,} characters (at most {max_characters:,} are read)"
            )
        if _RUN.search(draft.text):
            raise IngestError(name, "no article: an unbroken run of more than a thousand signs that are no letters")
        yield draft, _article(given.apply(draft, name, sidecar), name)


def _article(draft: Draft, name: str) -> Article:
    text, published = sound(draft.text), known_date(draft.published)
    outlet = sound(draft.outlet) or outlet_of(text or "")
    return Article(
        id=article_id(text or "", outlet),
        path=name,
        text=text or "",
        title=sound(draft.title),
        outlet=outlet,
        url=sound(draft.url),
        authors=tuple(sound(author) or "" for author in draft.authors),
        published=published,
        published_from=draft.published_from if published else "unknown",
        modified=known_date(draft.modified),
        retrieved=known_date(draft.retrieved),
        language=sound(draft.language),
    )


def known_date(value: str | None) -> str | None:
    """The date where it is one (EDTF): what a reader found on a page is not trusted to be."""
    return value if value is not None and is_edtf(value) else None


def sound(value: str | None) -> str | None:
    """Text that can be stored and printed: what is no character (a lone surrogate) becomes a question mark."""
    return value.encode("utf-8", "replace").decode("utf-8") if value is not None else None
