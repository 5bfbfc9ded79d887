"""What the program is made of, by name: steps here; readers and exporters register the same way in their packages.

One rule: adding a step is one module and one line here.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

STEPS = ("mentions", "times", "statements", "events", "figures")
"""Annotation steps in the order in which they run; ``sitroom.annotate.NAME`` offers ``step() -> Step``."""


def steps(names: tuple[str, ...] = STEPS) -> list[Any]:
    """The steps of these names, ready to run."""
    made: list[Any] = []
    for name in names:
        factory: Callable[[], Any] = import_module(f"sitroom.annotate.{name}").step
        made.append(factory())
    return made
