"""What is particular to SQLite: how it is opened, and what its errors mean.

One rule: every failure of the database leaves here as a :class:`StoreError` that names the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sitroom.errors import StoreError

_MEANING = (
    ("disk is full", "the disk is full; what was stored before is intact"),
    ("database is locked", "another process is writing to the store; try again when it is done"),
    ("file is not a database", "this file is not a Sitroom store"),
    ("unable to open database file", "the file cannot be opened or made (does its folder exist, may you write there?)"),
    ("readonly database", "the store may only be read (no permission to write)"),
    ("disk i/o error", "the disk reports an error"),
    ("malformed", "the store is damaged"),
)


def engine_for(place: str, create: bool) -> sa.Engine:
    """An engine for a file, in WAL mode; for a file that cannot be written, one that only reads.

    Raises:
        StoreError: nothing is there and ``create`` is false, or the place is a folder.
    """
    path = Path(place)
    if path.is_dir():
        raise StoreError(f"{place}: is a folder, not a store")
    there = path.exists()
    if not there and not create:
        raise StoreError(f"{place}: there is no store here")
    if there and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        target = f"file:{_escaped(path)}?mode=ro&immutable=1&uri=true"
        return _prepared(sa.create_engine(f"sqlite:///{target}"), writable=False)
    return _prepared(sa.create_engine(sa.URL.create("sqlite", database=str(path))), writable=True)


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _prepared(engine: sa.Engine, writable: bool) -> sa.Engine:
    @sa.event.listens_for(engine, "connect")
    def connect(connection: Any, _: object) -> None:
        # Transactions are begun below, so that changes to tables are part of them too.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout=5000")
        if writable:
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # A writer takes the lock at once: it then waits for another instead of failing half way.
        immediate = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


@contextmanager
def errors_of(place: str) -> Iterator[None]:
    """Turn the database's errors into ones that say what happened to which file."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        said = str(error.orig)
        meaning = next((text for sign, text in _MEANING if sign in said.lower()), said)
        raise StoreError(f"{place}: {meaning}") from error
