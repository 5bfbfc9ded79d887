"""How an older store becomes one of today: an ordered list of changes, each made once.

One rule: an entry is never edited or removed; a change to the tables is a new entry at the end.
"""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa

from sitroom.errors import NewerStoreError, StoreError
from sitroom.store.tables import JUDGEMENTS, META, METADATA


def _first_tables(connection: sa.Connection) -> None:
    METADATA.create_all(connection)


def _full_text(connection: sa.Connection) -> None:
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE IF NOT EXISTS articles_text USING fts5(id UNINDEXED, title, text, tokenize='unicode61')"
    )


def _judgements(connection: sa.Connection) -> None:
    JUDGEMENTS.create(connection, checkfirst=True)


MIGRATIONS: tuple[Callable[[sa.Connection], None], ...] = (_first_tables, _full_text, _judgements)


def migrate(connection: sa.Connection, place: str, writable: bool = True) -> None:
    """Bring the store behind a connection to the version of today; one that may only be read stays as it is.

    Raises:
        NewerStoreError: a newer version of the program wrote it.
        StoreError: the database holds something else.
    """
    version = _version(connection, place)
    if version > len(MIGRATIONS):
        raise NewerStoreError(
            f"{place}: written by a newer version of Sitroom (store version {version}, this one reads up to "
            f"{len(MIGRATIONS)}); nothing was changed"
        )
    if version == len(MIGRATIONS) or (version and not writable):
        return
    for change in MIGRATIONS[version:]:
        change(connection)
    connection.execute(sa.delete(META).where(META.c.name == "version"))
    connection.execute(sa.insert(META).values(name="version", value=str(len(MIGRATIONS))))


def _version(connection: sa.Connection, place: str) -> int:
    tables = set(sa.inspect(connection).get_table_names())
    if not tables:
        return 0
    if not {"meta", "captures", "annotations"} <= tables:
        raise StoreError(f"{place}: a database of another program, not a Sitroom store")
    value = connection.execute(sa.select(META.c.value).where(META.c.name == "version")).scalar()
    if value is None or not str(value).isdigit():
        raise StoreError(f"{place}: the store does not say its version")
    return int(value)
