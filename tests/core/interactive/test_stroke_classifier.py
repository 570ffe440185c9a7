"""What strokes say of clusters: votes, splits, and what is left alone."""

from __future__ import annotations

import numpy as np
import pytest

from clusternet_qgis.core.interactive.stroke_classifier import (
    StrokeClassifier,
    fit_stroke_classifier,
    surroundings_of,
    unpainted,
)

GENERATOR = np.random.default_rng(0)
CENTROIDS = np.array([[0, 0, 0], [10, 0, 0], [0, 10, 0], [0, 0, 10]], np.float32)


def around(cluster: int, count: int = 200, spread: float = 1.0) -> np.ndarray:
    return (CENTROIDS[cluster] + GENERATOR.normal(0, spread, (count, 3))).astype(np.float32)


SURROUNDINGS = np.concatenate([around(cluster) for cluster in range(4)])


def refined(
    features: np.ndarray, classes: np.ndarray, class_count: int, others: np.ndarray = SURROUNDINGS
) -> StrokeClassifier:
    counts = np.ones(len(classes), np.int64)
    return fit_stroke_classifier(features, classes, counts, surroundings_of(others, CENTROIDS), CENTROIDS, class_count)


def classes_of(found, features: np.ndarray, cluster: int) -> np.ndarray:
    owners = np.array(found.owners[cluster])
    scores = features @ found.weights[owners].T + found.offsets[cluster, owners]
    return owners[scores.argmax(1)]


def test_one_class_takes_the_clusters_under_its_strokes_and_no_others() -> None:
    features = np.concatenate([around(1, 5), around(2, 3)])
    found = refined(features, np.zeros(8, np.int64), 2)
    assert found.owners == ((), (0,), (0,), ())
    assert found.contested == 0


def test_a_cluster_that_two_classes_claim_is_split_as_they_say() -> None:
    aside = np.array([2, 0, 0])
    left, right = around(0, 20, 0.3) - aside, around(0, 20, 0.3) + aside
    features = np.concatenate([left, right, around(3, 10)]).astype(np.float32)
    classes = np.repeat([0, 1, 1], [20, 20, 10])
    found = refined(features, classes, 2)
    assert found.contested == 1
    assert found.owners[0] == (0, 1)
    assert (classes_of(found, left.astype(np.float32), 0) == 0).mean() > 0.9
    assert (classes_of(found, right.astype(np.float32), 0) == 1).mean() > 0.9


def test_clusters_that_only_one_class_has_painted_stay_whole() -> None:
    features = np.concatenate([around(1, 10), around(3, 10)])
    found = refined(features, np.repeat([0, 1], 10), 2)
    assert found.contested == 0
    assert found.owners[1] == (0,)
    assert found.owners[3] == (1,)


def test_a_class_without_a_stroke_gets_nothing() -> None:
    features = np.concatenate([around(1, 10), around(3, 10)])
    found = refined(features, np.repeat([0, 2], 10), 3)
    assert all(1 not in owners for owners in found.owners)


def test_a_sample_that_counts_for_several_pixels_is_as_good_as_they() -> None:
    features, classes = np.concatenate([around(1, 4), around(2, 4), around(0, 4)]), np.repeat([0, 1, 1], 4)
    counts, several = np.arange(1, 13), surroundings_of(SURROUNDINGS, CENTROIDS)
    once = fit_stroke_classifier(features, classes, counts, several, CENTROIDS, 2)
    single = refined(np.repeat(features, counts, 0), np.repeat(classes, counts), 2)
    np.testing.assert_allclose(once.weights, single.weights, rtol=0.1, atol=0.02)
    assert once.contested == single.contested


def test_the_same_strokes_give_the_same_rule_to_the_last_bit() -> None:
    features = np.concatenate([around(0, 10), around(0, 10) + 1]).astype(np.float32)
    classes = np.repeat([0, 1], 10)
    first, second = (refined(features, classes, 2) for _ in range(2))
    assert first.owners == second.owners
    np.testing.assert_array_equal(first.weights, second.weights)
    np.testing.assert_array_equal(first.offsets, second.offsets)


@pytest.mark.parametrize("count", [1, 2])
def test_features_that_do_not_vary_make_a_rule_all_the_same(count: int) -> None:
    same = np.zeros((count, 3), np.float32)
    found = refined(np.repeat(same, 2, 0), np.repeat([0, 1], count), 2, same)
    assert np.isfinite(found.weights).all()
    assert found.owners[0]


def test_without_strokes_nothing_is_known() -> None:
    assert unpainted(CENTROIDS, 3).owners == ((), (), (), ())
