"""The store in a SQL database, by default one SQLite file.

One rule: the store opens and closes transactions; the modules beside it read and write within one.
"""

from sitroom.store.sql.store import SqlStore

__all__ = ["SqlStore"]
