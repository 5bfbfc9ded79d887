"""Quad class, intensity and CAMEO code of events."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from sitroom import plover
from sitroom.model import EventType
from sitroom.resources import load


@pytest.mark.parametrize("kind", get_args(EventType))
def test_every_type_has_its_codes(kind: str) -> None:
    assert plover.quad_number(kind) in (1, 2, 3, 4)
    value = plover.intensity(kind)
    assert value is not None and -10 <= value <= 10
    code = plover.cameo(kind)
    assert code is not None and code.isdigit() and 3 <= len(code) <= 4


@pytest.mark.parametrize(
    ("kind", "mode", "status", "code"),
    [
        ("CONSULT", None, "occurred", "040"),
        ("CONSULT", "phone", "occurred", "041"),
        ("CONSULT", "visit", "scheduled", "036"),
        ("CONSULT", "visit", "denied", "125"),
        ("RETREAT", "ceasefire", "occurred", "0871"),
        ("THREATEN", "restrict", "occurred", "1312"),
        ("REQUEST", "no such mode", "occurred", "100"),
        ("FIGHT", None, "occurred", None),
    ],
)
def test_code(kind: str, mode: str | None, status: str, code: str | None) -> None:
    assert plover.cameo(kind, mode, status) == code


def test_talks_ahead_are_an_agreement_in_plover() -> None:
    assert plover.plover_type("CONSULT", "scheduled") == "AGREE"
    assert plover.plover_type("CONSULT", "occurred") == "CONSULT"
    assert plover.plover_type("AID", "scheduled") == "AID"


def test_cooperation_is_positive_and_conflict_negative() -> None:
    for kind in get_args(EventType):
        cooperative = "cooperation" in (plover.quad(kind) or "")
        assert (plover.intensity(kind) or 0) > 0 if cooperative else (plover.intensity(kind) or 0) < 0


def test_the_page_on_codes_has_every_type_with_its_codes() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/codes.md").read_text(encoding="utf-8")
    for kind in get_args(EventType):
        row = next(line for line in page.splitlines() if line.startswith(f"| {kind} |"))
        value = f"{plover.intensity(kind):+.1f}".replace("-", "−")
        assert f"| {plover.quad(kind)} | {plover.cameo(kind)} | {value} |" in row
        assert all(mode in row for mode in load("plover")["types"][kind].get("modes", ()))
