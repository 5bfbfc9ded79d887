"""Names of people: spellings of one name against names of different people."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitroom.names import fold, organization_core, skeleton, slug
from sitroom.persons import SAME, blocks, keys, people_alike, surname

PAIRS = [
    line.strip()
    for line in (Path(__file__).parent / "name_variants.txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def judged_same(one: str, other: str) -> bool:
    return people_alike(one, other).score >= SAME and bool(blocks(one) & blocks(other))


def test_variants_reach_precision_and_recall() -> None:
    hits = wrong = missed = 0
    for line in PAIRS:
        same = " = " in line
        one, other = line.split(" = " if same else " ! ")
        found = judged_same(one, other)
        hits += found and same
        wrong += found and not same
        missed += same and not found
    assert len(PAIRS) >= 400
    assert hits / (hits + wrong) >= 0.98
    assert hits / (hits + missed) >= 0.92


@pytest.mark.parametrize("line", PAIRS[::17])
def test_likeness_does_not_depend_on_the_order(line: str) -> None:
    one, other = line.split(" = " if " = " in line else " ! ")
    assert people_alike(one, other).score == people_alike(other, one).score


@pytest.mark.parametrize(
    ("full", "family"),
    [
        ("Kim Jong-un", "Kim"),
        ("Kim Darroch", "Darroch"),
        ("Xi Jinping", "Xi"),
        ("Lee Hsien Loong", "Lee"),
        ("Bruce Lee", "Lee"),
        ("Bashar al-Assad", "Assad"),
        ("Joseph R. Biden Jr.", "Biden"),
        ("Ban Ki-moon", "Ban"),
        ("Lula", "Lula"),
    ],
)
def test_surname(full: str, family: str) -> None:
    assert surname(full) == family


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Apple Inc.", "Apple"),
        ("Department of Labor", "Labour Department"),
        ("the World Trade Organisation", "World Trade Organization"),
    ],
)
def test_bodies_under_one_core(one: str, other: str) -> None:
    assert organization_core(one) == organization_core(other)


def test_folding() -> None:
    assert fold("Đukanović") == "djukanovic"
    assert slug("Côte d'Ivoire") == "cote-divoire"
    assert skeleton("Zelensky") == skeleton("Zelenskyy") == skeleton("Zelenskiy")


def test_all_names_that_can_be_one_persons_find_each_other_within_a_block() -> None:
    names = sorted({name for line in PAIRS for name in line.replace(" ! ", " = ").split(" = ")})
    missed = [
        (one, other)
        for one in names
        for other in names
        if blocks(one) & blocks(other)
        and people_alike(one, other).score >= SAME
        and not keys(one).wanted & keys(other).kept
    ]
    assert missed == []
