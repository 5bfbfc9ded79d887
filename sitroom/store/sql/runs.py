"""Runs and annotations in SQL.

One rule: an annotation stays for good; which are current is what the last run of each producer attests.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sitroom.codec import decode_annotation, encode
from sitroom.model import AnnotatedArticle, Annotation, kind_of
from sitroom.store.base import Run
from sitroom.store.tables import ANNOTATIONS, ATTESTATIONS, RUNS


def keep(connection: sa.Connection, found: AnnotatedArticle, run: Run) -> None:
    """Keep a run and its annotations, which become the current ones of the article."""
    annotations = [(found.id_of(item), item) for item in found.annotations()]
    keep_run(connection, run)
    if not annotations:
        return
    connection.execute(
        insert(ANNOTATIONS).on_conflict_do_nothing(),
        [{"id": key, "article": run.article, "kind": kind_of(item), "body": encode(item)} for key, item in annotations],
    )
    connection.execute(
        sa.insert(ATTESTATIONS),
        [
            {"article": run.article, "producer": run.producer, "position": position, "annotation": key}
            for position, (key, _) in enumerate(annotations)
        ],
    )


def keep_run(connection: sa.Connection, run: Run) -> None:
    """Keep a run; what an earlier one of its producer attested of the article is no longer current."""
    for table in (ATTESTATIONS, RUNS):
        connection.execute(sa.delete(table).where(table.c.article == run.article, table.c.producer == run.producer))
    connection.execute(sa.insert(RUNS).values(**_row(run)))


def runs(connection: sa.Connection) -> list[Run]:
    """The last run of every producer on every article, by article and producer."""
    rows = connection.execute(sa.select(RUNS).order_by(RUNS.c.article, RUNS.c.producer))
    return [Run(**row._mapping) for row in rows]


def digests(connection: sa.Connection, producer: str) -> dict[str, str]:
    """The digest of a producer's last run on each article, by article id."""
    rows = connection.execute(sa.select(RUNS.c.article, RUNS.c.digest).where(RUNS.c.producer == producer))
    return {row.article: row.digest for row in rows}


def current(connection: sa.Connection) -> dict[str, list[Annotation]]:
    """The current annotations of each article, by its id, in the order in which they were put."""
    query = (
        sa.select(ATTESTATIONS.c.article, ANNOTATIONS.c.kind, ANNOTATIONS.c.body)
        .join(ANNOTATIONS, ANNOTATIONS.c.id == ATTESTATIONS.c.annotation)
        .order_by(ATTESTATIONS.c.article, ATTESTATIONS.c.producer, ATTESTATIONS.c.position)
    )
    found: dict[str, list[Annotation]] = {}
    for row in connection.execute(query):
        found.setdefault(row.article, []).append(decode_annotation(row.kind, row.body))
    return found


def beginning(connection: sa.Connection, start: str) -> list[tuple[str, Annotation]]:
    """Annotations whose id, or whose id after its kind, begins so, each with its article's id, by id."""
    id_ = ANNOTATIONS.c.id
    bare = sa.func.substr(id_, sa.func.instr(id_, "-") + 1)
    begins = sa.or_(id_.startswith(start, autoescape=True), bare.startswith(start, autoescape=True))
    rows = connection.execute(sa.select(ANNOTATIONS).where(begins).order_by(id_)).all()
    return [(row.article, decode_annotation(row.kind, row.body)) for row in rows]


def raw(connection: sa.Connection) -> Iterator[tuple[str, str, str, str]]:
    """Id, article's id, kind and encoded body of every annotation."""
    for row in connection.execute(sa.select(ANNOTATIONS)):
        yield row.id, row.article, row.kind, row.body


def _row(run: Run) -> dict[str, Any]:
    return {
        "article": run.article, "producer": run.producer, "digest": run.digest, "state": run.state, "error": run.error
    }  # fmt: skip
