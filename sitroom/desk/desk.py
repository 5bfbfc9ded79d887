"""The desk itself: a store, and everything that can be done with it.

One rule: it delegates; the modules beside it take in, build and read back.
"""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sitroom import __version__
from sitroom.config import Config
from sitroom.desk.building import BuildReport, Progress, annotate_pending, derive, link, stamp
from sitroom.desk.intake import AddReport, Inputs, annotation_lines, take_in
from sitroom.desk.judging import Clock, analyst, now, signed, time_after
from sitroom.desk.readback import ReadBack
from sitroom.judgements import Act, Judgement, Subject
from sitroom.link.corrections import Fate
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
from sitroom.store import Refusal, Store, open_store
from sitroom.views import selections
from sitroom.views.details import Detail, Group
from sitroom.views.filters import Filter, narrow
from sitroom.views.grounds import grounds
from sitroom.views.lookup import Found
from sitroom.views.sides import positions_between, statements_between
from sitroom.views.stories import Story
from sitroom.views.verification import faults

if TYPE_CHECKING:
    from sitroom.annotate.engine import Language
    from sitroom.annotate.reader import Reader

_PARTS = ("spacy", "sqlalchemy", "trafilatura", "htmldate", "rensa", "pydantic")
"""Packages whose version may change what is read or kept."""


class Desk:
    """One store and everything that can be done with it. Use it as a context manager."""

    def __init__(
        self, store: Store, place: str, config: Config, nlp: Language | None = None, clock: Clock | None = None
    ) -> None:
        self.place = place
        self.config = config
        self._store = store
        self._nlp = nlp
        self._clock = clock or now
        self._back = ReadBack(store)

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

    def _link(self) -> None:
        link(self._store)
        self._back.forget()

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

    # the record and its views

    def record(self, story: str | None = None, wanted: Filter | None = None) -> Record:
        """The record of the store, or of one of its stories, narrowed to what is wanted.

        Raises:
            NotFoundError: there is no such story, or no actor or outlet that ``wanted`` names.
        """
        self._back.revision()
        return narrow(self._back.record(story), wanted or Filter())

    def revision(self) -> str:
        """Changes whenever the record may have changed, also by another process."""
        return self._back.revision()

    def stories(self) -> list[Story]:
        """The stories in the store, the one with most articles first."""
        self._back.revision()
        return self._back.stories()

    def story(self, name: str) -> Story:
        """The story of a name, or the only one whose name holds it.

        Raises:
            NotFoundError: none does, or several do.
        """
        return self._back.story(name)

    def show(self, start: str) -> Found:
        """The item whose id, or the id of one of whose readings, begins so; the actor of a name.

        Raises:
            NotFoundError: there is none, or several.
        """
        self._back.revision()
        return self._back.find(start)

    def corrected(self) -> dict[str, list[Fate]]:
        """The corrections in force on each item, by its id."""
        self._back.revision()
        return self._back.corrected()

    def grounds(self, item: Found) -> list[Group]:
        """What was decided on the way to an item: how its dates were resolved, why its reports were joined."""
        return [*grounds(item, self._back.articles()), *self._back.reasons().groups(item)]

    def why(self, asked: str, other: str | None = None) -> Detail:
        """Why an item is one: its readings, each link with score and reason, the judgements. Of two: why they are
        one, or why not. By ids, also of readings, or names of actors.

        Raises:
            NotFoundError: there is none, or several, or it is made of no readings.
        """
        self._back.revision()
        reasons = self._back.reasons()
        return reasons.one(asked) if other is None else reasons.two(asked, other)

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

    def positions(
        self,
        story: str | None = None,
        wanted: Filter | None = None,
        *,
        of: str | None = None,
        toward: str | None = None,
    ) -> list[EventItem]:
        """Demands, refusals, threats, promises and the like; of one actor, toward another, each by name or id.

        Raises:
            NotFoundError: no actor has that name.
        """
        found = selections.positions(self.record(story, wanted))
        return positions_between(found, self.record(story), of, toward)

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

    def statements(
        self,
        story: str | None = None,
        wanted: Filter | None = None,
        *,
        by: str | None = None,
        to: Sequence[str] = (),
        unnamed: bool = False,
    ) -> list[StatementItem]:
        """Who is reported as saying what; by one actor, to one of others, by unnamed sources alone.

        Raises:
            NotFoundError: no actor has that name.
        """
        found = selections.statements(self.record(story, wanted))
        return statements_between(found, self.record(story), by, (to,) if isinstance(to, str) else to, unnamed)

    # an analyst's judgements

    def merge(self, one: str, other: str, reason: str, by: str | None = None, kind: str | None = None) -> Judgement:
        """Judge that two items, by id or name, are one; ``kind`` looks for ids of that kind alone ("event").

        Raises:
            NotFoundError: one of them cannot be found, or may be several.
            JudgementError: they are of different kinds, one already, or kept apart by a judgement in force.
        """
        return self._judge("merge", self._back.bench().merge(one, other, kind), reason, by)

    def split(
        self, whole: str, parts: Sequence[str], reason: str, by: str | None = None, kind: str | None = None
    ) -> Judgement:
        """Judge that readings of an item are not it: by id, article, outlet, or name; what stays is held together.

        Raises:
            NotFoundError: the item, or one of the parts in it, cannot be found.
            JudgementError: nothing, or all of it, would be taken out; or a judgement in force holds it together.
        """
        return self._judge("split", self._back.bench().split(whole, parts, kind), reason, by)

    def not_same(self, one: str, other: str, reason: str, by: str | None = None, kind: str | None = None) -> Judgement:
        """Judge that two items are not one and never become one, not even by way of a third.

        Raises:
            NotFoundError: one of them cannot be found, or may be several.
            JudgementError: they are one today, or judged so already.
        """
        return self._judge("not-same", self._back.bench().apart(one, other, kind), reason, by)

    def pin(self, item: str, reason: str, by: str | None = None, kind: str | None = None) -> Judgement:
        """Judge that an item is one as it stands: what it is made of stays together.

        Raises:
            NotFoundError: it cannot be found, or may be several.
            JudgementError: it is pinned already.
        """
        return self._judge("pin", self._back.bench().whole(item, kind), reason, by)

    def rename(self, actor: str, name: str, reason: str, by: str | None = None) -> Judgement:
        """Give an actor another name.

        Raises:
            NotFoundError: it cannot be found, or may be several.
            JudgementError: it is called so already.
        """
        return self._judge("rename", self._back.bench().renamed(actor, name), reason, by, name)

    def set_type(self, actor: str, type_: str, reason: str, by: str | None = None) -> Judgement:
        """Give an actor another type.

        Raises:
            NotFoundError: it cannot be found, or may be several.
            JudgementError: there is no such type, or it is of it already.
        """
        return self._judge("type", self._back.bench().typed(actor, type_), reason, by, type_)

    def undo(self, judgement: str, reason: str, by: str | None = None) -> Judgement:
        """Take back a judgement, by the start of its id; it stays listed. What was taken back can be so in turn.

        Raises:
            NotFoundError: there is none, or several.
            JudgementError: it was taken back before.
        """
        return self._judge("undo", (), reason, by, undoes=self._back.bench().undo(judgement))

    def history(self) -> list[Fate]:
        """All judgements by time, with what became of each."""
        self._back.revision()
        return self._back.fates()

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
        at = time_after(self._store.judgements(), self._clock)
        judgement = signed(act, about, reason, by or analyst(self.config), at, value, undoes)
        self._back.bench().weigh(judgement)
        self._store.keep([judgement])
        if act in ("rename", "type"):  # these change no link
            stamp(self._store)
            self._back.forget()
        else:
            self._link()
        return judgement

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
        return list(faults(self._back.articles(), self._back.links(), self.record()))

    def doctor(self) -> dict[str, str]:
        """Versions, hashes of the pipeline and of all that readings depend on, and where data lies."""
        found = {"sitroom": __version__, "python": platform.python_version(), "platform": platform.platform()}
        found |= {name: version(name) for name in _PARTS}
        return found | {
            **self.reader.facts(),
            "store": self.place if self.place == ":memory:" else str(Path(self.place).resolve()),
            "articles": str(len(self._store.stated())),
        }
