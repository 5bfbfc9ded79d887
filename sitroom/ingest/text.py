"""Plain text (.txt): the whole file is the article.

One rule: the canonical text is the file as decoded, every character of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitroom.errors import IngestError
from sitroom.ingest.decoding import decode
from sitroom.ingest.headline import title_of
from sitroom.ingest.source import Draft, Source


def read(source: Source) -> Iterator[Draft]:
    """The file's text.

    Raises:
        IngestError: it cannot be decoded, or there are no words in it.
    """
    text, encoding = decode(source.name, source.data)
    if not any(character.isalpha() for character in text):
        raise IngestError(source.name, "there are no words in it")
    yield Draft(text=text, encoding=encoding, title=title_of(text))
