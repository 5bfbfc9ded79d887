"""Codes of the field for an event: quad class, intensity, CAMEO.

One rule: the tables are data (``resources/plover.yaml``, which says where PLOVER's own sources disagree);
here they are only looked up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from sitroom.resources import load

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]

AHEAD = frozenset({"scheduled", "proposed"})
"""Statuses of talks that lie ahead, which PLOVER files under AGREE."""


def quad(kind: str) -> Quad | None:
    """The quad class of a PLOVER type; ``None`` for a type that PLOVER does not have."""
    row = load("plover")["types"].get(kind)
    found: Quad | None = row["quad"] if row else None
    return found


def quad_number(kind: str) -> int | None:
    """The quad class as the number from 1 to 4 that data files carry; ``None`` as for :func:`quad`."""
    name = quad(kind)
    return int(load("plover")["quads"][name]) if name else None


def intensity(kind: str, mode: str | None = None, status: str | None = None) -> float | None:
    """The value between -10 and +10 on CAMEO's Goldstein-like scale; ``None`` for an unknown type.

    It is the value of the CAMEO code that :func:`cameo` gives. Not supported: the size of the act (deaths,
    sums, numbers of troops).
    """
    row = _row(kind, mode, status)
    return float(row["intensity"]) if row else None


def cameo(kind: str, mode: str | None = None, status: str | None = None) -> str | None:
    """The CAMEO code nearest to a type, mode and status: a string, since zeros lead; ``None`` for an unknown type.

    The map is lossy: CAMEO has no code for most statuses, so an act that is conditional or denied has the
    code of the act, save talks, whose refusal and announcement have codes of their own.
    """
    row = _row(kind, mode, status)
    return str(row["cameo"]) if row else None


def plover_type(kind: str, status: str | None = None) -> str:
    """The type under which PLOVER itself files the event: talks ahead are AGREE there."""
    row = load("plover")["types"].get(kind) or {}
    return str(row["ahead"]["plover"]) if status in AHEAD and "ahead" in row else kind


def _row(kind: str, mode: str | None, status: str | None) -> Mapping[str, Any] | None:
    base: Mapping[str, Any] | None = load("plover")["types"].get(kind)
    if base is None:
        return None
    if status in AHEAD and "ahead" in base:
        return dict(base["ahead"])
    if status in ("denied", "cancelled") and "denied" in base:
        return dict(base["denied"])
    return dict(base.get("modes", {}).get(mode, base))
