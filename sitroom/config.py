"""Settings: which pipeline parses, how large an input may be, and who judges.

One rule: a setting is passed in; nothing here is global and nothing reads the environment unasked.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from sitroom.errors import SitroomError


@dataclass(frozen=True, slots=True)
class Config:
    """Settings with their defaults.

    Attributes:
        pipeline: the parser's name as ``annotate.engine.load_pipeline`` takes it; ``None`` is the default one.
        max_bytes: the largest file that is read.
        max_characters: the longest article that is parsed, in code points (the parser's memory grows with it).
        analyst: the name under which corrections are kept; ``None`` is that of the machine's user.
    """

    pipeline: str | None = None
    max_bytes: int = 20_000_000
    max_characters: int = 200_000
    analyst: str | None = None

    @classmethod
    def load(cls, environ: Mapping[str, str]) -> Config:
        """From ``SITROOM_CONFIG`` (a TOML file), then ``SITROOM_PIPELINE`` and the like, which win.

        Raises:
            SitroomError: the file cannot be read, or a setting is unknown or not a positive number.
        """
        settings: dict[str, Any] = {}
        if path := environ.get("SITROOM_CONFIG"):
            settings = _table(Path(path))
        for f in fields(cls):
            if value := environ.get(f"SITROOM_{f.name.upper()}"):
                settings[f.name] = value
        return cls()._with(settings)

    def _with(self, settings: Mapping[str, Any]) -> Config:
        known = {f.name for f in fields(self)}
        made: dict[str, Any] = {}
        for name, value in settings.items():
            if name not in known:
                raise SitroomError(f"no setting is called {name!r} (there are {', '.join(sorted(known))})")
            made[name] = str(value) if name in ("pipeline", "analyst") else _positive(name, value)
        return replace(self, **made)


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SitroomError(f"{path}: settings cannot be read: {error}") from error


def _positive(name: str, value: Any) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        number = 0
    if number <= 0:
        raise SitroomError(f"setting {name} must be a positive whole number, not {value!r}")
    return number
