"""Floors: figures that were reached once and must be reached again.

One rule: a floor only rises; :func:`raised` lifts what was surpassed and keeps the rest.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")

Floors = dict[str, dict[str, float]]
"""Set name → (dotted path into the scorer's JSON → lowest allowed value)."""


def load(path: Path = FLOORS) -> Floors:
    """The floors on file."""
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def save(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors in a form whose diffs can be read."""
    path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def value_at(result: Mapping[str, Any], dotted: str) -> float | None:
    """The number at a dotted path (``contacts.all.f1``); ``None`` where the result has none."""
    value: Any = result
    for part in dotted.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def failures(floors: Mapping[str, float], result: Mapping[str, Any]) -> list[str]:
    """What lies below its floor, in words; a missing figure is below every floor."""
    found = []
    for name, floor in sorted(floors.items()):
        value = value_at(result, name)
        if value is None or value < floor - 1e-9:
            shown = "missing" if value is None else f"{value:.3f}"
            found.append(f"{name}: {shown}, floor {floor:.3f}")
    return found


def raised(floors: Mapping[str, float], result: Mapping[str, Any]) -> dict[str, float]:
    """The same floors, each lifted to what was reached (cut to three decimals), none lowered."""
    out = {}
    for name, floor in floors.items():
        value = value_at(result, name)
        out[name] = floor if value is None else max(floor, math.floor(value * 1000) / 1000)
    return out
