"""The gate itself: floors only rise, and a missing figure fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import floors

RESULT = {"contacts": {"all": {"f1": 0.9137, "p": 1.0}}, "evidence": {"valid": {"value": 1.0}}}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("contacts.all.f1", 0.9137), ("evidence.valid.value", 1.0), ("contacts.all", None), ("nothing.at.all", None)],
)
def test_value_at(name: str, expected: float | None) -> None:
    assert floors.value_at(RESULT, name) == expected


def test_what_lies_below_its_floor_is_named() -> None:
    assert floors.failures({"contacts.all.f1": 0.95}, RESULT) == ["contacts.all.f1: 0.914, floor 0.950"]
    assert floors.failures({"contacts.all.f1": 0.91}, RESULT) == []


def test_a_missing_figure_is_below_every_floor() -> None:
    assert floors.failures({"agenda.all.f1": 0.0}, RESULT) == ["agenda.all.f1: missing, floor 0.000"]


def test_floors_rise_and_never_fall() -> None:
    assert floors.raised({"contacts.all.f1": 0.85}, RESULT) == {"contacts.all.f1": 0.913}
    assert floors.raised({"contacts.all.f1": 0.95}, RESULT) == {"contacts.all.f1": 0.95}
    assert floors.raised({"agenda.all.f1": 0.7}, RESULT) == {"agenda.all.f1": 0.7}


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors.save({"set": {"a.b": 0.5}}, path)
    assert floors.load(path) == {"set": {"a.b": 0.5}}
