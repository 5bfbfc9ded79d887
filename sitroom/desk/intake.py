"""Files and folders into the store, each article in a transaction of its own.

One rule: an input that cannot be read is one refusal with its reason; the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sitroom.capture import Capture
from sitroom.config import Config
from sitroom.errors import IngestError, StoreError
from sitroom.export.annotations import annotation_line
from sitroom.ingest.dating import dated
from sitroom.ingest.files import find
from sitroom.ingest.given import Given
from sitroom.ingest.reading import read_file
from sitroom.model import AnnotatedArticle, Article
from sitroom.record import AnnotationLine, ErrorLine
from sitroom.store import Refusal, Store

if TYPE_CHECKING:
    from sitroom.annotate.reader import Reader


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of the inputs: names of files that are new, of those known before, and refusals.

    ``guessed`` names files that are not UTF-8, with the encoding they were read with.
    """

    read: tuple[str, ...]
    known: tuple[str, ...]
    refused: tuple[Refusal, ...]
    guessed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Inputs:
    """Paths as the user gave them, with the days of publication that came with them.

    ``as_given``: files bear the names that they were given by, not those within their folder.
    """

    paths: Iterable[str | Path]
    published: str | None = None
    published_tsv: str | Path | None = None
    as_given: bool = False

    def read(self, config: Config) -> Iterator[tuple[str, list[Capture] | IngestError]]:
        """Each file's name with what it holds, or why it cannot be read.

        Raises:
            IngestError: ``published`` is no date, or the table cannot be read; nothing was read then.
        """
        table = Path(self.published_tsv) if self.published_tsv is not None else None
        given = Given.of(self.published, table)
        files, refused = find(self.paths, table, self.as_given)
        yield from ((error.path, error) for error in refused)
        for file in files:
            try:
                yield file.name, read_file(file, given, config.max_bytes, config.max_characters)
            except IngestError as error:
                yield error.path, error


def take_in(store: Store, inputs: Inputs, config: Config) -> AddReport:
    """Keep what can be read.

    Raises:
        IngestError: a date that came with the inputs is none.
        StoreError: the store cannot be written; what was added before stays.
    """
    read: list[str] = []
    known: list[str] = []
    refused: list[Refusal] = []
    guessed: list[tuple[str, str]] = []
    for name, result in inputs.read(config):
        if isinstance(result, IngestError):
            refused.append(Refusal(name, result.reason))
            store.refuse(refused[-1])
            continue
        (read if _keep(store, name, result) else known).append(name)
        guessed += [(name, capture.encoding) for capture in result if not capture.encoding.startswith("utf")]
    return AddReport(tuple(read), tuple(known), tuple(refused), tuple(guessed))


def _keep(store: Store, name: str, captures: list[Capture]) -> bool:
    try:
        new = [store.add_capture(capture) for capture in captures]
        return any(new)
    except StoreError as error:
        raise StoreError(f"{name} was not stored: {error}") from error


def annotation_lines(
    inputs: Inputs, config: Config, reader: Callable[[], Reader]
) -> Iterator[AnnotationLine | ErrorLine]:
    """What is read in each input, nothing stored; the reader is made only where there is something to read."""
    errors: list[ErrorLine] = []
    articles: list[Article] = []
    for name, result in inputs.read(config):
        if isinstance(result, IngestError):
            errors.append(ErrorLine(path=name, error=result.reason))
        else:
            articles.extend(capture.article for capture in result)
    yield from errors
    if not articles:
        return
    for article, found in reader().read(dated(articles)):
        if isinstance(found, AnnotatedArticle):
            yield annotation_line(found, with_text=not article.path.lower().endswith((".txt", ".text")))
        else:
            yield ErrorLine(path=article.path, error=str(found))
