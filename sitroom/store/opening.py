"""Opening a store by its place.

One rule: a new kind of place is one line here.
"""

from __future__ import annotations

from sitroom.store.base import Store
from sitroom.store.memory import MemoryStore
from sitroom.store.sql import SqlStore


def open_store(place: str, create: bool = True) -> Store:
    """The store at a path; ``:memory:`` is one that is gone when closed.

    Raises:
        StoreError: it cannot be opened or made, or ``create`` is false and nothing is there.
        NewerStoreError: a newer version of the program wrote it.
    """
    if place == ":memory:":
        return MemoryStore()
    return SqlStore.open(place, create=create)
