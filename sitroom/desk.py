"""The desk: the whole program as a Python API, and its only orchestration.

One rule: everything here delegates; what the desk adds is the order of things and what is kept when.

    with Desk.open("story.db") as desk:
        desk.add(["coverage/"])
        desk.build()
        print(desk.record().events)
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sitroom import __version__
from sitroom.capture import Capture
from sitroom.config import Config
from sitroom.errors import IngestError, NotFoundError, StoreError
from sitroom.export.annotations import annotation_line
from sitroom.ingest.copies import origins
from sitroom.ingest.dating import dated
from sitroom.ingest.files import find
from sitroom.ingest.given import Given
from sitroom.ingest.reading import read_file
from sitroom.link.clusters import actor_ids
from sitroom.link.judging import judge_all
from sitroom.model import AnnotatedArticle, Article
from sitroom.record import (
    ActorItem,
    AnnotationLine,
    ArticleItem,
    DisagreementItem,
    ErrorLine,
    EventItem,
    FigureItem,
    Record,
    StatementItem,
    TimelineItem,
)
from sitroom.store import Refusal, Run, Store, open_store
from sitroom.store.base import Derived
from sitroom.views import selections
from sitroom.views.assemble import assemble
from sitroom.views.details import Group
from sitroom.views.filters import Filter, narrow
from sitroom.views.grounds import grounds
from sitroom.views.lookup import Found, Lookup
from sitroom.views.stories import Story, stories
from sitroom.views.verification import faults

if TYPE_CHECKING:
    from sitroom.annotate.engine import Language
    from sitroom.annotate.reader import Reader

PRODUCER = "steps"
"""The name under which the steps' runs are kept."""

_PARTS = ("spacy", "sqlalchemy", "trafilatura", "htmldate", "rensa", "pydantic")
"""Packages whose version may change what is read or kept."""

Progress = Callable[[int, int, str], None]
"""Called with (articles done, articles to do, path of the last one)."""


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
class BuildReport:
    """What a build did: how many articles were annotated, and those that could not be, with the reason."""

    annotated: int
    failed: tuple[Refusal, ...]


class Desk:
    """One store and everything that can be done with it. Use it as a context manager."""

    def __init__(self, store: Store, place: str, config: Config, nlp: Language | None = None) -> None:
        self.place = place
        self.config = config
        self._store = store
        self._nlp = nlp
        self._read_back: list[AnnotatedArticle] | None = None
        self._stories: list[Story] | None = None
        self._records: dict[str | None, Record] = {}

    @classmethod
    def open(
        cls,
        place: str | Path = ":memory:",
        *,
        create: bool = True,
        config: Config | None = None,
        nlp: Language | None = None,
    ) -> Desk:
        """The desk on a store; ``:memory:`` is gone when closed. ``nlp`` is a pipeline that is loaded already.

        Raises:
            StoreError: the store cannot be opened, or ``create`` is false and there is none.
            NewerStoreError: a newer version of the program wrote it.
        """
        return cls(open_store(str(place), create), str(place), config or Config(), nlp)

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
        read: list[str] = []
        known: list[str] = []
        refused: list[Refusal] = []
        guessed: list[tuple[str, str]] = []
        for name, result in self._read(paths, published, published_tsv):
            if isinstance(result, IngestError):
                refused.append(Refusal(name, result.reason))
                self._store.refuse(refused[-1])
                continue
            (read if self._keep(name, result) else known).append(name)
            guessed += [(name, capture.encoding) for capture in result if not capture.encoding.startswith("utf")]
        self._changed()
        return AddReport(tuple(read), tuple(known), tuple(refused), tuple(guessed))

    def _keep(self, name: str, captures: list[Capture]) -> bool:
        try:
            new = [self._store.add_capture(capture) for capture in captures]
            return any(new)
        except StoreError as error:
            raise StoreError(f"{name} was not stored: {error}") from error

    def _read(
        self,
        paths: Iterable[str | Path],
        published: str | None,
        published_tsv: str | Path | None,
        as_given: bool = False,
    ) -> Iterator[tuple[str, list[Capture] | IngestError]]:
        table = Path(published_tsv) if published_tsv is not None else None
        given = Given.of(published, table)
        files, refused = find(paths, table, as_given)
        yield from ((error.path, error) for error in refused)
        for file in files:
            try:
                yield file.name, read_file(file, given, self.config.max_bytes, self.config.max_characters)
            except IngestError as error:
                yield error.path, error

    # building

    def build(self, progress: Progress | None = None) -> BuildReport:
        """Date what has no date, annotate what is pending, and judge what belongs together.

        A build that was stopped goes on where it was; one that has nothing to do changes nothing.
        """
        self._derive()
        done, failed = self._annotate_pending(progress)
        self._link()
        return BuildReport(done, tuple(failed))

    def _derive(self) -> None:
        """Days of publication and origins, from the whole coverage each time: so the order of adding is nothing."""
        stated = self._store.stated()
        known = dated(stated)
        origin = origins(known)
        found = {a.id: Derived(a.published, a.published_from, origin.get(a.id)) for a in known}
        current = {a.id: Derived(a.published, a.published_from, a.origin) for a in self._store.articles()}
        self._store.derive({key: derived for key, derived in found.items() if current.get(key) != derived})

    def _annotate_pending(self, progress: Progress | None) -> tuple[int, list[Refusal]]:
        pending = self._store.pending(PRODUCER, self.reader.digest_of)
        failed: list[Refusal] = []
        if progress:
            progress(0, len(pending), "")
        if not pending:
            return 0, failed
        for number, (article, result) in enumerate(self.reader.read(pending), 1):
            run = Run(article.id, PRODUCER, self.reader.digest_of(article), "done")
            if isinstance(result, AnnotatedArticle):
                self._store.annotate(result, run)
            else:
                failed.append(Refusal(article.path, str(result)))
                self._store.fail(replace(run, state="failed", error=str(result)))
            if progress:
                progress(number, len(pending), article.path)
        return len(pending) - len(failed), failed

    def _link(self) -> None:
        self._changed()
        self._store.set_links(judge_all(self._annotated(), self._store.links()))

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
        errors: list[ErrorLine] = []
        articles: list[Article] = []
        for name, result in self._read(paths, published, published_tsv, as_given=True):
            if isinstance(result, IngestError):
                errors.append(ErrorLine(path=name, error=result.reason))
            else:
                articles.extend(capture.article for capture in result)
        yield from errors
        if not articles:
            return
        for article, found in self.reader.read(dated(articles)):
            if isinstance(found, AnnotatedArticle):
                yield annotation_line(found, with_text=not article.path.lower().endswith((".txt", ".text")))
            else:
                yield ErrorLine(path=article.path, error=str(found))

    # the record and its views

    def record(self, story: str | None = None, wanted: Filter | None = None) -> Record:
        """The record of the store, or of one of its stories, narrowed to what is wanted.

        Raises:
            NotFoundError: there is no such story, or no actor or outlet that ``wanted`` names.
        """
        if story not in self._records:
            within = set(self.story(story).articles) if story is not None else None
            articles = [a for a in self._annotated() if within is None or a.article.id in within]
            self._records[story] = assemble(articles, self._store.links())
        return narrow(self._records[story], wanted or Filter())

    def stories(self) -> list[Story]:
        """The stories in the store, the one with most articles first."""
        if self._stories is None:
            articles = self._annotated()
            self._stories = stories(articles, actor_ids(articles, self._store.links()))
        return self._stories

    def story(self, name: str) -> Story:
        """The story of a name, or the only one whose name holds it.

        Raises:
            NotFoundError: none does, or several do.
        """
        wanted = name.casefold()
        found = [s for s in self.stories() if s.name.casefold() == wanted]
        found = found or [s for s in self.stories() if wanted in s.name.casefold()]
        if len(found) != 1:
            names = "; ".join(s.name for s in found or self.stories())
            raise NotFoundError(
                f"{'several stories are' if found else 'no story is'} called {name!r} (there are: {names})"
            )
        return found[0]

    def show(self, start: str) -> Found:
        """The item whose id begins so.

        Raises:
            NotFoundError: none does, or several do.
        """
        return Lookup.of(self.record()).find(start)

    def grounds(self, item: Found) -> list[Group]:
        """What was decided on the way to an item: how its dates were resolved, why its reports were joined."""
        return grounds(item, self._annotated(), self._store.links())

    def search(self, words: str) -> list[ArticleItem]:
        """Articles that hold all the words, best first."""
        by_id = {article.id: article for article in self.record().articles}
        return [by_id[key] for key in self._store.search(words) if key in by_id]

    def contacts(self, story: str | None = None, wanted: Filter | None = None) -> list[EventItem]:
        """Talks that took place or are under way."""
        return selections.contacts(self.record(story, wanted))

    def agenda(self, story: str | None = None, wanted: Filter | None = None) -> list[EventItem]:
        """Talks that are planned or proposed."""
        return selections.agenda(self.record(story, wanted))

    def positions(self, story: str | None = None, wanted: Filter | None = None) -> list[EventItem]:
        """Demands, refusals, threats, promises and the like."""
        return selections.positions(self.record(story, wanted))

    def figures(self, story: str | None = None, wanted: Filter | None = None) -> list[FigureItem]:
        """Numbers, those of one measure side by side."""
        return selections.figures(self.record(story, wanted))

    def disagreements(self, story: str | None = None, wanted: Filter | None = None) -> list[DisagreementItem]:
        """Where the reports differ."""
        return selections.disagreements(self.record(story, wanted))

    def timeline(self, story: str | None = None, wanted: Filter | None = None) -> list[TimelineItem]:
        """Dated lines in order."""
        return selections.timeline(self.record(story, wanted))

    def actors(self, story: str | None = None, wanted: Filter | None = None) -> list[ActorItem]:
        """Actors under all their names."""
        return selections.actors(self.record(story, wanted))

    def statements(self, story: str | None = None, wanted: Filter | None = None) -> list[StatementItem]:
        """Who is reported as saying what."""
        return selections.statements(self.record(story, wanted))

    def _annotated(self) -> list[AnnotatedArticle]:
        if self._read_back is None:
            self._read_back = self._store.annotated()
        return self._read_back

    def _changed(self) -> None:
        self._read_back, self._stories, self._records = None, None, {}

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
        return list(faults(self._annotated(), self._store.links(), self.record()))

    def doctor(self) -> dict[str, str]:
        """Versions, hashes of the pipeline and of all that readings depend on, and where data lies."""
        found = {"sitroom": __version__, "python": platform.python_version(), "platform": platform.platform()}
        found |= {name: version(name) for name in _PARTS}
        return found | {
            **self.reader.facts(),
            "store": self.place if self.place == ":memory:" else str(Path(self.place).resolve()),
            "articles": str(len(self._store.stated())),
        }
