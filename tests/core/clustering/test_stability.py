"""The number of clusters is found where there are some, and none is made up where there are none."""

from __future__ import annotations

import numpy as np
import pytest

from clusternet_qgis.core.clustering.stability import adjusted_rand_index, stability_curve


def blobs(clusters: int, features: int = 5, samples: int = 3000) -> np.ndarray:
    generator = np.random.default_rng(clusters)
    centres = generator.normal(0, 10, (clusters, features))
    return (centres[generator.integers(clusters, size=samples)] + generator.normal(0, 1, (samples, features))).astype(
        np.float32
    )


@pytest.mark.parametrize("clusters", [4, 8])
def test_separate_clusters_are_counted(clusters: int) -> None:
    curve = stability_curve(blobs(clusters))
    assert curve.suggested == clusters
    assert curve.agreement[curve.counts.index(clusters)] > 0.98
    assert len(curve.counts) == len(curve.agreement) == len(curve.spread) == len(curve.reference)


def test_data_without_clusters_is_no_more_stable_than_the_reference() -> None:
    samples = np.random.default_rng(0).normal(0, [1, 2, 3], (3000, 3)).astype(np.float32)
    curve = stability_curve(samples)
    assert np.abs(np.subtract(curve.agreement, curve.reference)).mean() < 0.1


def test_counts_have_enough_samples_and_the_seed_decides() -> None:
    samples = blobs(3, samples=300)
    curve = stability_curve(samples)
    assert max(curve.counts) <= 5
    assert stability_curve(samples) == curve


@pytest.mark.parametrize("samples", [np.zeros((600, 3), np.float32), np.zeros((10, 3), np.float32)])
def test_nothing_to_tell_apart_suggests_nothing(samples: np.ndarray) -> None:
    assert stability_curve(samples).suggested is None


def test_the_index_by_hand() -> None:
    first, second = np.array([0, 0, 1, 1]), np.array([0, 0, 1, 2])
    # 1 pair together in both, 2 and 1 in each, of 6: (1 - 2/6) / (1.5 - 2/6).
    assert adjusted_rand_index(first, second) == pytest.approx((1 - 1 / 3) / (1.5 - 1 / 3))
    assert adjusted_rand_index(first, 1 - first) == 1
    noise = np.random.default_rng(0).integers(0, 4, (2, 20000))
    assert abs(adjusted_rand_index(*noise)) < 0.01
