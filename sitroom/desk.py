"""The desk: the whole program as a Python API, and its only orchestration.

One rule: everything here delegates; what the desk adds is the order of things and what is kept when.

    with Desk.open("story.db") as desk:
        desk.add(["coverage/"])
        desk.build()
        print(desk.record().events)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

from sitroom import __version__, registry
from sitroom.annotate.engine import DEFAULT_PIPELINE, Language, load_pipeline
from sitroom.annotate.pipeline import Step, annotate, check_order
from sitroom.capture import Capture
from sitroom.config import Config
from sitroom.errors import IngestError, SitroomError
from sitroom.export.annotations import annotation_line
from sitroom.ingest.copies import origins
from sitroom.ingest.files import find
from sitroom.ingest.given import Given
from sitroom.ingest.reading import read_file
from sitroom.link.clusters import actor_ids
from sitroom.model import AnnotatedArticle, Article, Link, digest
from sitroom.record import AnnotationLine, ErrorLine, Record
from sitroom.store import Refusal, Run, Store, open_store
from sitroom.store.base import Derived
from sitroom.views.assemble import assemble

PRODUCER = "steps"
"""The name under which the steps' runs are kept."""

Progress = Callable[[int, int, str], None]
"""Called with (articles done, articles to do, path of the last one)."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of the inputs: names of articles that are new, of those known before, and refusals."""

    read: tuple[str, ...]
    known: tuple[str, ...]
    refused: tuple[Refusal, ...]


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
        self._whole: Record | None = None

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

        Raises:
            IngestError: ``published`` is no date, or the table cannot be read; nothing was read then.
            StoreError: the store cannot be written; what was added before stays.
        """
        read: list[str] = []
        known: list[str] = []
        refused: list[Refusal] = []
        for name, result in self._read(paths, published, published_tsv):
            if isinstance(result, IngestError):
                refused.append(Refusal(name, result.reason))
                self._store.refuse(refused[-1])
                continue
            new = [self._store.add_capture(capture) for capture in result]
            (read if any(new) else known).append(name)
        self._whole = None
        return AddReport(tuple(read), tuple(known), tuple(refused))

    def _read(
        self, paths: Iterable[str | Path], published: str | None, published_tsv: str | Path | None
    ) -> Iterator[tuple[str, list[Capture] | IngestError]]:
        table = Path(published_tsv) if published_tsv is not None else None
        given = Given.of(published, table)
        files, refused = find(paths, table)
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
        self._whole = None
        return BuildReport(done, tuple(failed))

    def _derive(self) -> None:
        """Days of publication and origins, from the whole coverage each time: so the order of adding is nothing."""
        stated = self._store.stated()
        dated = _dated(stated)
        origin = origins(dated)
        found = {a.id: Derived(a.published, a.published_from, origin.get(a.id)) for a in dated}
        current = {a.id: Derived(a.published, a.published_from, a.origin) for a in self._store.articles()}
        self._store.derive({key: derived for key, derived in found.items() if current.get(key) != derived})

    def _annotate_pending(self, progress: Progress | None) -> tuple[int, list[Refusal]]:
        steps = registry.steps()
        key = self._steps_key(steps)
        pending = self._store.pending(PRODUCER, lambda article: _run_digest(key, article))
        failed: list[Refusal] = []
        if progress:
            progress(0, len(pending), "")
        if not pending:
            return 0, failed
        for number, (article, result) in enumerate(annotate(self.nlp, pending, steps), 1):
            run = Run(article.id, PRODUCER, _run_digest(key, article), "done")
            if isinstance(result, AnnotatedArticle):
                self._store.annotate(result, run)
            else:
                failed.append(Refusal(article.path, str(result)))
                self._store.fail(replace(run, state="failed", error=str(result)))
            if progress:
                progress(number, len(pending), article.path)
        return len(pending) - len(failed), failed

    def _link(self) -> None:
        articles = self._store.annotated()
        self._store.set_links(judge_all(articles, self._store.links()))

    @property
    def nlp(self) -> Language:
        """The parser, loaded when first needed."""
        if self._nlp is None:
            self._nlp = load_pipeline(self.config.pipeline or DEFAULT_PIPELINE)
        return self._nlp

    def _steps_key(self, steps: Sequence[Step]) -> str:
        check_order(steps)
        return digest(
            __version__, self.config.pipeline or DEFAULT_PIPELINE, [str(s.producer) for s in steps], code_hash()
        )

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
        for name, result in self._read(paths, published, published_tsv):
            if isinstance(result, IngestError):
                errors.append(ErrorLine(path=name, error=result.reason))
            else:
                articles.extend(capture.article for capture in result)
        yield from errors
        if not articles:
            return
        for article, found in annotate(self.nlp, _dated(articles), registry.steps()):
            if isinstance(found, AnnotatedArticle):
                yield annotation_line(found, with_text=not article.path.lower().endswith((".txt", ".text")))
            else:
                yield ErrorLine(path=article.path, error=str(found))

    # the record

    def record(self, story: str | None = None) -> Record:
        """The record of the store, or of one of its stories."""
        if self._whole is None:
            self._whole = assemble(self._store.annotated(), self._store.links())
        return self._whole

    def refusals(self) -> list[Refusal]:
        """Inputs that could not be read, and articles that could not be annotated, with the reason."""
        paths = {article.id: article.path for article in self._store.articles()}
        failed = [Refusal(paths[run.article], run.error or "") for run in self._store.runs() if run.state == "failed"]
        return sorted([*self._store.refusals(), *failed])


def judge_all(articles: Sequence[AnnotatedArticle], kept: Sequence[Link]) -> list[Link]:
    """All linkers' judgements on articles, in the light of the analysts' among those kept."""
    analysts = [link for link in kept if link.producer.analyst]
    links: list[Link] = _linker("actors")(articles) if _linker("actors") else []
    actor_of = actor_ids(articles, [*links, *analysts])
    for name in ("statements", "events", "figures"):
        if judge := _linker(name):
            links += judge(articles, actor_of)
    return links


def _linker(name: str) -> Any:
    try:
        return import_module(f"sitroom.link.{name}").judge
    except ModuleNotFoundError:
        return None


def _dated(articles: Sequence[Article]) -> list[Article]:
    """Articles with a day of publication where it can be told, in their order."""
    try:
        infer = import_module("sitroom.ingest.publication").infer
    except ModuleNotFoundError:
        return list(articles)
    found = infer(articles)
    return [
        replace(article, published=found[article.id][0], published_from=found[article.id][1])
        if article.published is None and article.id in found
        else article
        for article in articles
    ]


def _run_digest(key: str, article: Article) -> str:
    return digest(key, article.published, article.title, article.outlet, article.url)


def code_hash() -> str:
    """A hash of everything that a reading depends on besides the text: steps and tables."""
    root = Path(__file__).parent
    files = sorted(
        [*root.glob("annotate/**/*.py"), *root.glob("resources/**/*.yaml"), root / "text.py", root / "values.py"]
    )
    return digest(*[(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")) for file in files])


__all__ = ["AddReport", "BuildReport", "Desk", "SitroomError"]
