"""Captures, articles and refusals in SQL.

One rule: an article's text stands once, whatever the number of captures that gave it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sitroom.capture import Capture, merge
from sitroom.codec import decode, encode
from sitroom.model import Article, digest
from sitroom.store.base import Derived, Refusal
from sitroom.store.tables import ARTICLES, BLOBS, CAPTURES, REFUSALS


def add(connection: sa.Connection, capture: Capture) -> bool:
    """Keep a capture and its article; ``False`` where just this capture was there already."""
    article = capture.article
    body = encode(replace(article, text=""))
    key = f"capture-{digest(article.path, capture.sha256, article.id, body)}"
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


def captures(connection: sa.Connection) -> Iterator[Capture]:
    """All captures, by path and hash."""
    query = (
        sa.select(CAPTURES.c.body, CAPTURES.c.encoding, BLOBS.c.data, ARTICLES.c.text)
        .join(BLOBS, BLOBS.c.sha256 == CAPTURES.c.sha256)
        .join(ARTICLES, ARTICLES.c.id == CAPTURES.c.article)
        .order_by(CAPTURES.c.path, CAPTURES.c.sha256, CAPTURES.c.id)
    )
    for row in connection.execute(query):
        yield Capture(row.data, row.encoding, replace(decode(Article, row.body), text=row.text))


def raw(connection: sa.Connection) -> Iterator[tuple[str, str, bytes | None]]:
    """Path, hash and bytes of every capture; ``None`` where the bytes are gone."""
    for row in connection.execute(sa.select(CAPTURES.c.path, CAPTURES.c.sha256)):
        data = connection.execute(sa.select(BLOBS.c.data).where(BLOBS.c.sha256 == row.sha256)).scalar()
        yield row.path, row.sha256, data


def refuse(connection: sa.Connection, refusal: Refusal) -> None:
    """Note that an input could not be read; replaces an earlier note on it."""
    statement = insert(REFUSALS).values(path=refusal.path, reason=refusal.reason)
    connection.execute(statement.on_conflict_do_update(["path"], set_={"reason": refusal.reason}))


def refusals(connection: sa.Connection) -> list[Refusal]:
    """Notes on inputs that could not be read, by path."""
    return sorted(Refusal(row.path, row.reason) for row in connection.execute(sa.select(REFUSALS)))


def articles(connection: sa.Connection) -> list[tuple[Article, Derived | None]]:
    """Articles as their captures state them, each with what was derived, by path and id."""
    query = sa.select(CAPTURES.c.article, CAPTURES.c.body).order_by(CAPTURES.c.article)
    rows = {row.id: row for row in connection.execute(sa.select(ARTICLES))}
    made: list[tuple[Article, Derived | None]] = []
    for key, group in groupby(connection.execute(query).all(), key=lambda row: row.article):
        row = rows[key]
        article = merge(replace(decode(Article, each.body), text=row.text) for each in group)
        derived = Derived(row.published, row.published_from, row.origin) if row.published_from else None
        made.append((article, derived))
    return sorted(made, key=lambda pair: (pair[0].path, pair[0].id))


def derive(connection: sa.Connection, found: Mapping[str, Derived]) -> None:
    """Set what is derived of these articles; there is at least one."""
    rows = [
        {"key": key, "published": d.published, "published_from": d.published_from, "origin": d.origin}
        for key, d in found.items()
    ]
    connection.execute(sa.update(ARTICLES).where(ARTICLES.c.id == sa.bindparam("key")), rows)
