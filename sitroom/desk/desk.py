"""The desk itself: a store, and everything that can be done with it.

One rule: it delegates; the modules beside it take in, build, read back and judge.
"""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sitroom import __version__
from sitroom.config import Config
from sitroom.desk.building import BuildReport, Progress, annotate_pending, derive
from sitroom.desk.correcting import Correcting
from sitroom.desk.intake import AddReport, Inputs, annotation_lines, take_in
from sitroom.desk.judging import Clock
from sitroom.record import AnnotationLine, ErrorLine
from sitroom.store import Refusal, Store, open_store
from sitroom.views.verification import faults

if TYPE_CHECKING:
    from sitroom.annotate.engine import Language
    from sitroom.annotate.reader import Reader

_PARTS = ("spacy", "sqlalchemy", "trafilatura", "htmldate", "rensa", "pydantic")
"""Packages whose version may change what is read or kept."""


class Desk(Correcting):
    """One store and everything that can be done with it. Use it as a context manager."""

    def __init__(
        self, store: Store, place: str, config: Config, nlp: Language | None = None, clock: Clock | None = None
    ) -> None:
        super().__init__(store, config, clock)
        self.place = place
        self._nlp = nlp

    @classmethod
    def open(
        cls,
        place: str | Path = ":memory:",
        *,
        create: bool = True,
        config: Config | None = None,
        nlp: Language | None = None,
        clock: Clock | None = None,
    ) -> Desk:
        """The desk on a store; ``:memory:`` is gone when closed. ``nlp`` is a pipeline that is loaded already.

        ``clock`` tells the time at which a judgement is made.

        Raises:
            StoreError: the store cannot be opened, or ``create`` is false and there is none.
            NewerStoreError: a newer version of the program wrote it.
        """
        return cls(open_store(str(place), create), str(place), config or Config(), nlp, clock)

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    # taking in

    def add(
        self,
        paths: Iterable[str | Path],
        published: str | None = None,
        published_tsv: str | Path | None = None,
    ) -> AddReport:
        """Read files and folders into the store, each article in a transaction of its own.

        A date in the table or in a sidecar ``NAME.meta.json`` outranks what a file says of itself; ``published``
        is for files that state none.

        Raises:
            IngestError: ``published`` is no date, or the table cannot be read; nothing was read then.
            StoreError: the store cannot be written; what was added before stays.
        """
        report = take_in(self._store, Inputs(paths, published, published_tsv), self.config)
        self._back.forget()
        return report

    # building

    def build(self, progress: Progress | None = None) -> BuildReport:
        """Date what has no date, annotate what is pending, and judge what belongs together.

        A build that was stopped goes on where it was; one that has nothing to do changes nothing.
        """
        derive(self._store)
        report = annotate_pending(self._store, self.reader, progress)
        self._link()
        return report

    @cached_property
    def reader(self) -> Reader:
        """What reads articles: the parser and the steps."""
        from sitroom.annotate.reader import Reader  # noqa: PLC0415  # views need no parser, which is slow to import

        return Reader(self.config.pipeline, self._nlp)

    # reading without a store

    def annotate(
        self,
        paths: Iterable[str | Path],
        published: str | None = None,
        published_tsv: str | Path | None = None,
    ) -> Iterator[AnnotationLine | ErrorLine]:
        """What is read in each file, in the order of their names; nothing is stored.

        Files without a date are dated by themselves and by the others of the call; a file with a date is
        read as if alone.

        Raises:
            IngestError: ``published`` is no date, or the table cannot be read.
        """
        yield from annotation_lines(
            Inputs(paths, published, published_tsv, as_given=True), self.config, lambda: self.reader
        )

    # upkeep

    def refusals(self) -> list[Refusal]:
        """Inputs that could not be read, and articles that could not be annotated, with the reason."""
        paths = {article.id: article.path for article in self._store.articles()}
        failed = [Refusal(paths[run.article], run.error or "") for run in self._store.runs() if run.state == "failed"]
        return sorted([*self._store.refusals(), *failed])

    def verify(self) -> list[str]:
        """Everything that is wrong with the store or its record, one line each; empty where all is well."""
        broken = list(self._store.check())
        if broken:
            return broken
        return list(faults(self._back.articles, self._back.links, self.record()))

    def doctor(self) -> dict[str, str]:
        """Versions, hashes of the pipeline and of all that readings depend on, and where data lies."""
        found = {"sitroom": __version__, "python": platform.python_version(), "platform": platform.platform()}
        found |= {name: version(name) for name in _PARTS}
        return found | {
            **self.reader.facts(),
            "store": self.place if self.place == ":memory:" else str(Path(self.place).resolve()),
            "articles": str(len(self._store.stated())),
        }
