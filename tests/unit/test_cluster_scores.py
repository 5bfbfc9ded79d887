"""Scores of coreference against values worked out by hand."""

from __future__ import annotations

import pytest

from evaluation.cluster_scores import b_cubed, ceaf, conll


def test_equal_clusters_score_one_whatever_their_names() -> None:
    assert conll("aabbc", "xxyyz")["conll"] == pytest.approx(1.0)


def test_one_mention_in_the_wrong_cluster() -> None:
    found = conll("aabbc", "xxxyz")
    assert found["muc"] == pytest.approx(0.5)
    assert found["b_cubed"] == pytest.approx(2 * (11 / 15) * 0.8 / (11 / 15 + 0.8))


def test_the_best_match_of_clusters_is_taken() -> None:
    # a: 2 in x, 1 in y; b: 2 in x, none in y; c alone: a-y and b-x beat a-x alone
    gold, found = "aaabbc", "xxyxxz"
    assert ceaf(gold, found) == pytest.approx((2 * 1 / 4 + 2 * 2 / 6 + 1) / 3)


def test_all_in_one() -> None:
    assert b_cubed("abcd", "xxxx") == pytest.approx({"p": 0.25, "r": 1.0, "f1": 0.4})
