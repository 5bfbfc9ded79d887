"""Sitroom reads the coverage of an international crisis and builds one record of it.

Every line of the record is tied to the exact words it rests on. ``from sitroom import Desk`` gives
the whole program as a Python API; see :mod:`sitroom.desk`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from sitroom.desk import Desk

__all__ = ["Desk", "__version__"]


def __getattr__(name: str) -> Any:
    # The desk pulls in the whole program; a caller that only wants the version should not wait for it.
    if name == "Desk":
        from sitroom.desk import Desk  # noqa: PLC0415

        return Desk
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
