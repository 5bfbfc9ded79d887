"""The store in a SQL database, by default one SQLite file.

One rule: each method that writes is one transaction; SQL takes values as parameters only.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sitroom.capture import Capture, article_id, merge
from sitroom.codec import decode, decode_annotation, encode
from sitroom.errors import StoreError, ValueFormatError
from sitroom.judgements import Judgement, in_order
from sitroom.model import AnnotatedArticle, Annotation, Article, Link, Producer, digest, kind_of
from sitroom.store.base import Derived, DigestOf, Refusal, Run
from sitroom.store.current import assembled, link_order, with_derived
from sitroom.store.migrations import migrate
from sitroom.store.sqlite import engine_for, errors_of
from sitroom.store.tables import (
    ANNOTATIONS,
    ARTICLES,
    ATTESTATIONS,
    BLOBS,
    CAPTURES,
    JUDGEMENTS,
    LINKS,
    META,
    REFUSALS,
    RUNS,
)


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
        article = capture.article
        body = encode(replace(article, text=""))
        key = f"capture-{digest(article.path, capture.sha256, article.id, body)}"
        with self._writing() as connection:
            connection.execute(sa.delete(REFUSALS).where(REFUSALS.c.path == article.path))
            if connection.execute(sa.select(CAPTURES.c.id).where(CAPTURES.c.id == key)).first():
                return False
            connection.execute(insert(BLOBS).values(sha256=capture.sha256, data=capture.data).on_conflict_do_nothing())
            new = connection.execute(
                insert(ARTICLES).values(id=article.id, text=article.text).on_conflict_do_nothing()
            ).rowcount
            connection.execute(
                sa.insert(CAPTURES).values(
                    id=key, sha256=capture.sha256, path=article.path, url=article.url, retrieved=article.retrieved,
                    encoding=capture.encoding, article=article.id, body=body,
                )
            )  # fmt: skip
            if new:
                connection.exec_driver_sql(
                    "INSERT INTO articles_text (id, title, text) VALUES (?, ?, ?)",
                    (article.id, article.title or "", article.text),
                )
        return True

    def captures(self) -> Iterator[Capture]:
        """All captures, by path and hash."""
        query = (
            sa.select(CAPTURES.c.body, CAPTURES.c.encoding, BLOBS.c.data, ARTICLES.c.text)
            .join(BLOBS, BLOBS.c.sha256 == CAPTURES.c.sha256)
            .join(ARTICLES, ARTICLES.c.id == CAPTURES.c.article)
            .order_by(CAPTURES.c.path, CAPTURES.c.sha256, CAPTURES.c.id)
        )
        with self._reading() as connection:
            for row in connection.execute(query):
                yield Capture(row.data, row.encoding, replace(decode(Article, row.body), text=row.text))

    def refuse(self, refusal: Refusal) -> None:
        """Note that an input could not be read."""
        statement = insert(REFUSALS).values(path=refusal.path, reason=refusal.reason)
        with self._writing() as connection:
            connection.execute(statement.on_conflict_do_update(["path"], set_={"reason": refusal.reason}))

    def refusals(self) -> list[Refusal]:
        """Notes on inputs that could not be read."""
        with self._reading() as connection:
            return sorted(Refusal(row.path, row.reason) for row in connection.execute(sa.select(REFUSALS)))

    def stated(self) -> list[Article]:
        """Articles as their captures state them."""
        return [article for article, _ in self._both()]

    def articles(self) -> list[Article]:
        """Articles with what was derived."""
        return [with_derived(article, derived) for article, derived in self._both()]

    def _both(self) -> list[tuple[Article, Derived | None]]:
        query = sa.select(CAPTURES.c.article, CAPTURES.c.body).order_by(CAPTURES.c.article)
        with self._reading() as connection:
            rows = {row.id: row for row in connection.execute(sa.select(ARTICLES))}
            bodies = connection.execute(query).all()
        made: list[tuple[Article, Derived | None]] = []
        for key, group in groupby(bodies, key=lambda row: row.article):
            row = rows[key]
            article = merge(replace(decode(Article, each.body), text=row.text) for each in group)
            derived = Derived(row.published, row.published_from, row.origin) if row.published_from else None
            made.append((article, derived))
        return sorted(made, key=lambda pair: (pair[0].path, pair[0].id))

    def derive(self, found: Mapping[str, Derived]) -> None:
        """Set what is derived."""
        rows = [
            {"key": key, "published": d.published, "published_from": d.published_from, "origin": d.origin}
            for key, d in found.items()
        ]
        if not rows:
            return
        with self._writing() as connection:
            connection.execute(sa.update(ARTICLES).where(ARTICLES.c.id == sa.bindparam("key")), rows)

    # runs and annotations

    def pending(self, producer: str, digest_of: DigestOf) -> list[Article]:
        """Articles on which the producer has not run with the digest of today."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(RUNS.c.article, RUNS.c.digest).where(RUNS.c.producer == producer))
            done = {row.article: row.digest for row in rows}
        return [article for article in self.articles() if done.get(article.id) != digest_of(article)]

    def annotate(self, found: AnnotatedArticle, run: Run) -> None:
        """Keep a run's annotations."""
        annotations = [(found.id_of(item), item) for item in found.annotations()]
        with self._writing() as connection:
            self._forget(connection, run)
            if annotations:
                connection.execute(
                    insert(ANNOTATIONS).on_conflict_do_nothing(),
                    [
                        {"id": key, "article": run.article, "kind": kind_of(item), "body": encode(item)}
                        for key, item in annotations
                    ],
                )
                connection.execute(
                    sa.insert(ATTESTATIONS),
                    [
                        {"article": run.article, "producer": run.producer, "position": position, "annotation": key}
                        for position, (key, _) in enumerate(annotations)
                    ],
                )
            connection.execute(sa.insert(RUNS).values(**_row(run)))

    def fail(self, run: Run) -> None:
        """Keep a failed run."""
        with self._writing() as connection:
            self._forget(connection, run)
            connection.execute(sa.insert(RUNS).values(**_row(run)))

    @staticmethod
    def _forget(connection: sa.Connection, run: Run) -> None:
        for table in (ATTESTATIONS, RUNS):
            connection.execute(sa.delete(table).where(table.c.article == run.article, table.c.producer == run.producer))

    def runs(self) -> list[Run]:
        """The last run of every producer on every article."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(RUNS).order_by(RUNS.c.article, RUNS.c.producer))
            return [Run(**row._mapping) for row in rows]

    def annotated(self) -> list[AnnotatedArticle]:
        """Articles with their current annotations."""
        query = (
            sa.select(ATTESTATIONS.c.article, ANNOTATIONS.c.kind, ANNOTATIONS.c.body)
            .join(ANNOTATIONS, ANNOTATIONS.c.id == ATTESTATIONS.c.annotation)
            .order_by(ATTESTATIONS.c.article, ATTESTATIONS.c.producer, ATTESTATIONS.c.position)
        )
        found: dict[str, list[Annotation]] = {}
        with self._reading() as connection:
            for row in connection.execute(query):
                found.setdefault(row.article, []).append(decode_annotation(row.kind, row.body))
        return [assembled(article, found.get(article.id, ())) for article in self.articles()]

    def readings(self, start: str) -> list[tuple[str, Annotation]]:
        """Annotations by the start of their id, also those no longer current."""
        id_ = ANNOTATIONS.c.id
        bare = sa.func.substr(id_, sa.func.instr(id_, "-") + 1)
        begins = sa.or_(id_.startswith(start, autoescape=True), bare.startswith(start, autoescape=True))
        with self._reading() as connection:
            rows = connection.execute(sa.select(ANNOTATIONS).where(begins).order_by(id_)).all()
        return [(row.article, decode_annotation(row.kind, row.body)) for row in rows]

    # links and judgements

    def set_links(self, links: Sequence[Link]) -> None:
        """Make these the linkers' current links."""
        wanted = {_link_key(link): link for link in links}
        with self._writing() as connection:
            current = {_link_key(link): link for link in _links(connection)}
            self._withdraw(connection, {key: link for key, link in current.items() if key not in wanted})
            rows = [_link_row(link) for key, link in wanted.items() if key not in current]
            if rows:
                connection.execute(sa.insert(LINKS), rows)

    @staticmethod
    def _withdraw(connection: sa.Connection, links: Mapping[tuple[Any, ...], Link]) -> None:
        if not links:
            return
        columns = [
            LINKS.c[name] for name in ("a", "b", "judgement", "score", "reason", "producer", "version", "analyst")
        ]
        condition = sa.and_(LINKS.c.withdrawn_at.is_(None), *[c == sa.bindparam(f"w_{c.name}") for c in columns])
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        rows = [{f"w_{name}": value for name, value in _link_row(link).items()} for link in links.values()]
        connection.execute(sa.update(LINKS).where(condition).values(withdrawn_at=now), rows)

    def links(self) -> list[Link]:
        """The linkers' current links."""
        with self._reading() as connection:
            return sorted(_links(connection), key=link_order)

    def keep(self, judgements: Sequence[Judgement]) -> int:
        """Keep an analyst's judgements for good."""
        if not judgements:
            return 0
        with self._writing() as connection:
            known = set(connection.execute(sa.select(JUDGEMENTS.c.id)).scalars())
            new = [j for j in in_order(list(judgements)) if j.id not in known]
            if new:
                connection.execute(sa.insert(JUDGEMENTS), [{"id": j.id, "at": j.at, "body": encode(j)} for j in new])
            return len(new)

    def judgements(self) -> list[Judgement]:
        """All judgements, by time."""
        with self._reading() as connection:
            if not sa.inspect(connection).has_table(JUDGEMENTS.name):
                return []  # a store of a former version that may only be read
            return in_order(
                [decode(Judgement, body) for body in connection.execute(sa.select(JUDGEMENTS.c.body)).scalars()]
            )

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
                for row in connection.execute(sa.select(CAPTURES.c.path, CAPTURES.c.sha256)):
                    data = connection.execute(sa.select(BLOBS.c.data).where(BLOBS.c.sha256 == row.sha256)).scalar()
                    if data is None or Capture(data, "", _NO_ARTICLE).sha256 != row.sha256:
                        yield f"capture {row.path}: its bytes do not match their hash {row.sha256}"
            for article in self.stated():
                if article.id != article_id(article.text, article.outlet):
                    yield f"article {article.id} ({article.path}): its id does not match its text"
            yield from self._check_annotations()
            yield from self._check_judgements()
        except (StoreError, ValueFormatError) as error:
            yield str(error)

    def _check_annotations(self) -> Iterator[str]:
        with self._reading() as connection:
            for row in connection.execute(sa.select(ANNOTATIONS)):
                try:
                    item = decode_annotation(row.kind, row.body)
                except ValueFormatError as error:
                    yield f"{row.id}: cannot be read: {error}"
                    continue
                if AnnotatedArticle(replace(_NO_ARTICLE, id=row.article)).id_of(item) != row.id:
                    yield f"{row.id}: its id does not match its content"

    def _check_judgements(self) -> Iterator[str]:
        for judgement in self.judgements():
            if judgement.named().id != judgement.id:
                yield f"{judgement.id}: its id does not match its content"


_NO_ARTICLE = Article(id="", path="", text="")


def _row(run: Run) -> dict[str, Any]:
    return {
        "article": run.article, "producer": run.producer, "digest": run.digest, "state": run.state, "error": run.error
    }  # fmt: skip


def _link_row(link: Link) -> dict[str, Any]:
    return {
        "a": link.a, "b": link.b, "judgement": link.judgement, "score": link.score, "reason": link.reason,
        "producer": link.producer.name, "version": link.producer.version, "analyst": link.producer.analyst,
    }  # fmt: skip


def _link_key(link: Link) -> tuple[Any, ...]:
    return tuple(_link_row(link).values())


def _links(connection: sa.Connection) -> list[Link]:
    # What analysts judge is kept in a table of its own; the column is from before.
    rows = connection.execute(sa.select(LINKS).where(LINKS.c.withdrawn_at.is_(None), LINKS.c.analyst.is_(False)))
    return [
        Link(r.a, r.b, r.judgement, r.score, r.reason, Producer(r.producer, r.version, bool(r.analyst))) for r in rows
    ]
