"""The desk: the whole program as a Python API, and its only orchestration.

One rule: everything here delegates; what the desk adds is the order of things and what is kept when.

    with Desk.open("story.db") as desk:
        desk.add(["coverage/"])
        desk.build()
        print(desk.record().events)
"""

from __future__ import annotations

import datetime as dt
import getpass
import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sitroom import __version__
from sitroom.capture import Capture
from sitroom.config import Config
from sitroom.errors import IngestError, JudgementError, NotFoundError, StoreError
from sitroom.export.annotations import annotation_line
from sitroom.ingest.copies import origins
from sitroom.ingest.dating import dated
from sitroom.ingest.files import find
from sitroom.ingest.given import Given
from sitroom.ingest.reading import read_file
from sitroom.judgements import Act, Judgement, Subject
from sitroom.link.clusters import actor_ids
from sitroom.link.corrections import Corrections, Fate, correct
from sitroom.link.judging import judge_all
from sitroom.model import AnnotatedArticle, Article, Link
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
from sitroom.views.correcting import Bench, homes_of
from sitroom.views.details import Group
from sitroom.views.filters import Filter, narrow
from sitroom.views.finding import find_item
from sitroom.views.grounds import grounds
from sitroom.views.lookup import Found, Lookup
from sitroom.views.stories import Story, stories
from sitroom.views.verification import faults
from sitroom.views.wording import safe

if TYPE_CHECKING:
    from sitroom.annotate.engine import Language
    from sitroom.annotate.reader import Reader

PRODUCER = "steps"
"""The name under which the steps' runs are kept."""

_PARTS = ("spacy", "sqlalchemy", "trafilatura", "htmldate", "rensa", "pydantic")
"""Packages whose version may change what is read or kept."""

Clock = Callable[[], dt.datetime]
"""Tells the time."""

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


@dataclass(slots=True)
class _Kept:
    """What was read back from the store, until something changes."""

    articles: list[AnnotatedArticle] | None = None
    stories: list[Story] | None = None
    corrections: Corrections | None = None
    homes: dict[str, str] | None = None
    records: dict[str | None, Record] = field(default_factory=dict)


class Desk:
    """One store and everything that can be done with it. Use it as a context manager."""

    def __init__(
        self, store: Store, place: str, config: Config, nlp: Language | None = None, clock: Clock | None = None
    ) -> None:
        self.place = place
        self.config = config
        self._store = store
        self._nlp = nlp
        self._clock = clock or _now
        self._changed()

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
        links = correct(self._store.judgements(), self._annotated()).links
        self._store.set_links(judge_all(self._annotated(), links))
        self._changed()

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
        if story not in self._kept.records:
            within = set(self.story(story).articles) if story is not None else None
            amendments = self._corrections().amendments(self._homes()) if self._corrections().judgements else {}
            self._kept.records[story] = assemble(self._annotated(), self._links(), amendments, within)
        return narrow(self._kept.records[story], wanted or Filter())

    def stories(self) -> list[Story]:
        """The stories in the store, the one with most articles first."""
        if self._kept.stories is None:
            articles = self._annotated()
            self._kept.stories = stories(articles, actor_ids(articles, self._links()))
        return self._kept.stories

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
        """The item whose id, or the id of one of whose readings, begins so; the actor of a name.

        Raises:
            NotFoundError: there is none, or several.
        """
        return find_item(Lookup.of(self.record()), start, self._homes())

    def grounds(self, item: Found) -> list[Group]:
        """What was decided on the way to an item: how its dates were resolved, why its reports were joined."""
        return grounds(item, self._annotated(), self._links())

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

    # an analyst's judgements

    def merge(self, one: str, other: str, reason: str, by: str | None = None) -> Judgement:
        """Judge that two items, by id or name, are one.

        Raises:
            NotFoundError: one of them cannot be found, or may be several.
            JudgementError: they are of different kinds, one already, or kept apart by a judgement in force.
        """
        return self._judge("merge", self._bench().merge(one, other), reason, by)

    def split(self, whole: str, parts: Sequence[str], reason: str, by: str | None = None) -> Judgement:
        """Judge that readings of an item are not it: by id, article, outlet, or name; what stays is held together.

        Raises:
            NotFoundError: the item, or one of the parts in it, cannot be found.
            JudgementError: nothing, or all of it, would be taken out; or a judgement in force holds it together.
        """
        return self._judge("split", self._bench().split(whole, parts), reason, by)

    def not_same(self, one: str, other: str, reason: str, by: str | None = None) -> Judgement:
        """Judge that two items are not one and never become one, not even by way of a third.

        Raises:
            NotFoundError: one of them cannot be found, or may be several.
            JudgementError: they are one today, or judged so already.
        """
        return self._judge("not-same", self._bench().apart(one, other), reason, by)

    def pin(self, item: str, reason: str, by: str | None = None) -> Judgement:
        """Judge that an item is one as it stands: what it is made of stays together.

        Raises:
            NotFoundError: it cannot be found, or may be several.
            JudgementError: it is pinned already.
        """
        return self._judge("pin", self._bench().whole(item), reason, by)

    def rename(self, actor: str, name: str, reason: str, by: str | None = None) -> Judgement:
        """Give an actor another name.

        Raises:
            NotFoundError: it cannot be found, or may be several.
            JudgementError: it is called so already.
        """
        return self._judge("rename", self._bench().renamed(actor, name), reason, by, safe(name))

    def set_type(self, actor: str, type_: str, reason: str, by: str | None = None) -> Judgement:
        """Give an actor another type.

        Raises:
            NotFoundError: it cannot be found, or may be several.
            JudgementError: there is no such type, or it is of it already.
        """
        return self._judge("type", self._bench().typed(actor, type_), reason, by, type_)

    def undo(self, judgement: str, reason: str, by: str | None = None) -> Judgement:
        """Take back a judgement, by the start of its id; it stays listed. What was taken back can be so in turn.

        Raises:
            NotFoundError: there is none, or several.
            JudgementError: it was taken back before.
        """
        return self._judge("undo", (), reason, by, undoes=self._bench().undo(judgement))

    def history(self) -> list[Fate]:
        """All judgements by time, with what became of each."""
        return self._corrections().fates(self._homes())

    def take_over(self, judgements: Sequence[Judgement]) -> int:
        """Keep judgements that were made on another store; how many are new. Any order gives the same record."""
        new = self._store.keep(judgements)
        if new:
            self._link()
        return new

    def _judge(
        self,
        act: Act,
        about: tuple[Subject, ...],
        reason: str,
        by: str | None,
        value: str | None = None,
        undoes: str | None = None,
    ) -> Judgement:
        if not safe(reason):
            raise JudgementError("give the reason, in words")
        who = safe(by or self.analyst)
        if not who:
            raise JudgementError("give a name (--by), or set SITROOM_ANALYST")
        judgement = Judgement(act, who, safe(reason), self._time(), about, value, undoes).named()
        self._bench().weigh(judgement)
        self._store.keep([judgement])
        self._link()
        return judgement

    @property
    def analyst(self) -> str:
        """Who judges where nobody is named: the setting ``analyst``, else the user of this machine."""
        try:
            return self.config.analyst or getpass.getuser()
        except (OSError, KeyError):
            return ""

    def _time(self) -> str:
        """Now, in UTC; later than every judgement in the store, whatever the clock says."""
        now = self._clock().astimezone(dt.UTC)
        if known := self._store.judgements():
            now = max(now, dt.datetime.fromisoformat(known[-1].at) + dt.timedelta(milliseconds=1))
        return now.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _bench(self) -> Bench:
        return Bench(
            self._annotated(), self._store.links(), self._store.judgements(), Lookup.of(self.record()), self._homes()
        )

    # what is read back, kept until something changes

    def _annotated(self) -> list[AnnotatedArticle]:
        if self._kept.articles is None:
            self._kept.articles = self._store.annotated()
        return self._kept.articles

    def _corrections(self) -> Corrections:
        if self._kept.corrections is None:
            self._kept.corrections = correct(self._store.judgements(), self._annotated())
        return self._kept.corrections

    def _links(self) -> list[Link]:
        """The linkers' links and the analysts'."""
        return [*self._store.links(), *self._corrections().links]

    def _homes(self) -> dict[str, str]:
        if self._kept.homes is None:
            self._kept.homes = homes_of(self._annotated(), self._links())
        return self._kept.homes

    def _changed(self) -> None:
        self._kept = _Kept()

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
        return list(faults(self._annotated(), self._links(), self.record()))

    def doctor(self) -> dict[str, str]:
        """Versions, hashes of the pipeline and of all that readings depend on, and where data lies."""
        found = {"sitroom": __version__, "python": platform.python_version(), "platform": platform.platform()}
        found |= {name: version(name) for name in _PARTS}
        return found | {
            **self.reader.facts(),
            "store": self.place if self.place == ":memory:" else str(Path(self.place).resolve()),
            "articles": str(len(self._store.stated())),
        }


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
