"""From a file to captures: load, read, add what the user states, check the size.

One rule: everything that may be wrong with a file ends as an :class:`IngestError` here.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitroom.capture import Capture, article_id
from sitroom.errors import IngestError, SitroomError
from sitroom.ingest.files import Found
from sitroom.ingest.given import Given, read_sidecar
from sitroom.ingest.readers import reader_for
from sitroom.ingest.source import Draft, load
from sitroom.model import Article


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
        full = given.apply(draft, name, sidecar)
        yield (
            draft,
            Article(
                id=article_id(full.text, full.outlet), path=name, text=full.text, title=full.title, outlet=full.outlet,
                url=full.url, authors=full.authors, published=full.published, published_from=full.published_from,
                modified=full.modified, retrieved=full.retrieved, language=full.language,
            ),
        )  # fmt: skip
