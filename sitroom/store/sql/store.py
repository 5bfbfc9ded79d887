"""The SQL store: connections and transactions.

One rule: each method that writes is one transaction; SQL takes values as parameters only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sitroom.capture import Capture
from sitroom.errors import StoreError, ValueFormatError
from sitroom.judgements import Judgement
from sitroom.model import AnnotatedArticle, Annotation, Article, Link
from sitroom.store import integrity
from sitroom.store.base import Derived, DigestOf, Refusal, Run
from sitroom.store.current import assembled, link_order, with_derived
from sitroom.store.migrations import migrate
from sitroom.store.sql import intake, judged, runs
from sitroom.store.sqlite import engine_for, errors_of
from sitroom.store.tables import META


class SqlStore:
    """A store behind a SQLAlchemy engine."""

    def __init__(self, engine: sa.Engine, place: str) -> None:
        self._engine = engine
        self._place = place

    @classmethod
    def open(cls, place: str, create: bool = True) -> SqlStore:
        """The store in a SQLite file, brought to the version of today.

        Raises:
            StoreError: it cannot be opened.
            NewerStoreError: a newer version of the program wrote it.
        """
        engine = engine_for(place, create)
        try:
            with errors_of(place), engine.connect() as connection:
                writes = "mode=ro" not in str(engine.url)
                with connection.execution_options(writes=writes), connection.begin():
                    migrate(connection, place, writes)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, place)

    def close(self) -> None:
        """Close all connections; the write-ahead log is folded into the file."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with errors_of(self._place), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with (
            errors_of(self._place),
            self._engine.connect() as connection,
            connection.execution_options(writes=True).begin(),
        ):
            yield connection

    # captures and articles

    def add_capture(self, capture: Capture) -> bool:
        """Keep a capture and its article."""
        with self._writing() as connection:
            return intake.add(connection, capture)

    def captures(self) -> Iterator[Capture]:
        """All captures, by path and hash."""
        with self._reading() as connection:
            yield from intake.captures(connection)

    def refuse(self, refusal: Refusal) -> None:
        """Note that an input could not be read."""
        with self._writing() as connection:
            intake.refuse(connection, refusal)

    def refusals(self) -> list[Refusal]:
        """Notes on inputs that could not be read."""
        with self._reading() as connection:
            return intake.refusals(connection)

    def stated(self) -> list[Article]:
        """Articles as their captures state them."""
        with self._reading() as connection:
            return [article for article, _ in intake.articles(connection)]

    def articles(self) -> list[Article]:
        """Articles with what was derived."""
        with self._reading() as connection:
            return [with_derived(article, derived) for article, derived in intake.articles(connection)]

    def derive(self, found: Mapping[str, Derived]) -> None:
        """Set what is derived."""
        if not found:
            return
        with self._writing() as connection:
            intake.derive(connection, found)

    # runs and annotations

    def pending(self, producer: str, digest_of: DigestOf) -> list[Article]:
        """Articles on which the producer has not run with the digest of today."""
        with self._reading() as connection:
            done = runs.digests(connection, producer)
        return [article for article in self.articles() if done.get(article.id) != digest_of(article)]

    def annotate(self, found: AnnotatedArticle, run: Run) -> None:
        """Keep a run's annotations."""
        with self._writing() as connection:
            runs.keep(connection, found, run)

    def fail(self, run: Run) -> None:
        """Keep a failed run."""
        with self._writing() as connection:
            runs.keep_run(connection, run)

    def runs(self) -> list[Run]:
        """The last run of every producer on every article."""
        with self._reading() as connection:
            return runs.runs(connection)

    def annotated(self) -> list[AnnotatedArticle]:
        """Articles with their current annotations."""
        with self._reading() as connection:
            found = runs.current(connection)
        return [assembled(article, found.get(article.id, ())) for article in self.articles()]

    def readings(self, start: str) -> list[tuple[str, Annotation]]:
        """Annotations by the start of their id, also those no longer current."""
        with self._reading() as connection:
            return runs.beginning(connection, start)

    # links and judgements

    def set_links(self, links: Sequence[Link]) -> None:
        """Make these the linkers' current links."""
        with self._writing() as connection:
            judged.set_links(connection, links)

    def links(self) -> list[Link]:
        """The linkers' current links."""
        with self._reading() as connection:
            return sorted(judged.current(connection), key=link_order)

    def keep(self, judgements: Sequence[Judgement]) -> int:
        """Keep an analyst's judgements for good."""
        if not judgements:
            return 0
        with self._writing() as connection:
            return judged.keep(connection, judgements)

    def judgements(self) -> list[Judgement]:
        """All judgements, by time."""
        with self._reading() as connection:
            return judged.judgements(connection)

    # all else

    def search(self, words: str) -> list[str]:
        """Ids of articles that hold all the words, best first."""
        terms = re.findall(r"\w+", words)
        if not terms:
            return []
        query = " AND ".join(f'"{term}"' for term in terms)
        with self._reading() as connection:
            rows = connection.exec_driver_sql(
                "SELECT id FROM articles_text WHERE articles_text MATCH ? ORDER BY rank, id", (query,)
            )
            return [row.id for row in rows]

    def get_meta(self, name: str) -> str | None:
        """A note of the program."""
        with self._reading() as connection:
            value: str | None = connection.execute(sa.select(META.c.value).where(META.c.name == name)).scalar()
            return value

    def set_meta(self, name: str, value: str) -> None:
        """Keep a note."""
        with self._writing() as connection:
            connection.execute(
                insert(META).values(name=name, value=value).on_conflict_do_update(["name"], set_={"value": value})
            )

    def check(self) -> Iterable[str]:
        """What is wrong inside."""
        try:
            with self._reading() as connection:
                for row in connection.exec_driver_sql("PRAGMA integrity_check(10)"):
                    if row[0] != "ok":
                        yield f"database: {row[0]}"
                yield from integrity.of_captures(intake.raw(connection))
            yield from integrity.of_articles(self.stated())
            with self._reading() as connection:
                yield from integrity.of_annotations(runs.raw(connection))
            yield from integrity.of_judgements(self.judgements())
        except (StoreError, ValueFormatError) as error:
            yield str(error)
