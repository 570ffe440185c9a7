"""Confusion matrices by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from clusternet_qgis.core.evaluation.metrics import classes_of_clusters, score, score_clusters, tabulate


def test_scores_by_hand() -> None:
    # Rows: mapped as; columns: truly.
    found = score(np.array([[6, 2], [1, 3]]), ("tree", "roof"))
    assert found.accuracy == pytest.approx(9 / 12)
    assert found.iou == pytest.approx([6 / 9, 3 / 6])
    assert found.dice == pytest.approx([12 / 15, 6 / 9])
    assert found.precision == pytest.approx([6 / 8, 3 / 4])
    assert found.recall == pytest.approx([6 / 7, 3 / 5])
    assert found.mean_iou == pytest.approx((6 / 9 + 3 / 6) / 2)
    assert found.mean_dice == pytest.approx((12 / 15 + 6 / 9) / 2)


def test_a_class_that_the_reference_lacks_is_in_no_mean() -> None:
    found = score(np.array([[6, 0], [2, 0]]), ("tree", "roof"))
    assert found.mean_iou == pytest.approx(6 / 8)
    assert found.iou[1] == 0
    assert np.isnan(found.recall[1])


def test_a_class_on_neither_side_has_no_score() -> None:
    found = score(np.array([[6, 0], [0, 0]]), ("tree", "roof"))
    assert np.isnan(found.iou[1])
    assert found.mean_iou == 1


def test_an_empty_matrix_scores_nothing() -> None:
    found = score(np.zeros((2, 2), np.int64), ("tree", "roof"))
    assert (found.accuracy, found.mean_iou, found.mean_dice) == (0, 0, 0)


@given(arrays(np.int64, (4, 4), elements=st.integers(0, 1000)))
def test_scores_lie_between_nothing_and_all(confusion: np.ndarray) -> None:
    found = score(confusion, tuple("abcd"))
    for values in (found.iou, found.dice, found.precision, found.recall):
        known = values[~np.isnan(values)]
        assert ((known >= 0) & (known <= 1)).all()
    both = ~np.isnan(found.iou)
    assert found.dice[both] == pytest.approx(2 * found.iou[both] / (1 + found.iou[both]))


def test_pairs_are_counted_where_both_are_known() -> None:
    counts = tabulate(np.array([0, 1, 1, -1, 2]), np.array([1, 0, 0, 1, -1]), 3, 2)
    assert counts.tolist() == [[0, 1], [2, 0], [0, 0]]


def test_clusters_take_the_class_they_mostly_hold() -> None:
    counts = np.array([[8, 2, 0], [3, 3, 4], [0, 0, 0], [0, 0, 5]])
    assert classes_of_clusters(counts, 0.5).tolist() == [0, -1, -1, 2]
    assert classes_of_clusters(counts, 0.4).tolist() == [0, 2, -1, 2]
    assert classes_of_clusters(counts, 0.81).tolist() == [-1, -1, -1, 2]
    assert classes_of_clusters(counts, 0.8).tolist() == [0, -1, -1, 2]  # at least the threshold


def test_clusters_are_scored_on_pixels_they_were_not_mapped_by() -> None:
    ids = np.array([0, 0, 1, 1, 0, 0, 1, 1])
    reference = np.array([0, 1, 1, 0, 0, 1, 1, 0])  # even pixels say 0 -> 0, 1 -> 1; odd pixels the opposite
    assert score_clusters(ids, reference, 2, ("a", "b")).accuracy == 0


def test_clusters_that_follow_the_classes_score_full() -> None:
    reference = np.repeat([0, 1, 2], 20)
    ids = np.array([4, 1, 3])[reference]
    assert score_clusters(ids, reference, 5, ("a", "b", "c")).mean_iou == 1
