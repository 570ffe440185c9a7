"""The two nearest clusters of each pixel, and how far its features are from them."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from clusternet_qgis.core.clustering.assignment import assign, interpolated, nearest_clusters, squared_distances
from clusternet_qgis.core.networks.resampling import upsampled


def by_torch(array: torch.Tensor, output_stride: int) -> torch.Tensor:
    """All pixels of (channels, n + 1, m + 1) that stand at every so many; of (channels, n, m) if at every one."""
    rows, cols = (side - (output_stride > 1) for side in array.shape[-2:])
    return upsampled(array[None], output_stride, (rows * output_stride, cols * output_stride))[0]


def without_features(distances: np.ndarray) -> np.ndarray:
    """Features that are the same everywhere: then interpolated distances are those of the features."""
    return np.zeros((1, *distances.shape[1:]), np.float32)


def expected(distances: np.ndarray, output_stride: int) -> tuple[np.ndarray, np.ndarray]:
    """All distances interpolated, in double precision by torch, and sorted."""
    full = by_torch(torch.from_numpy(distances).double(), output_stride).numpy()
    return full, np.sort(full, 0)


@settings(max_examples=60)
@given(
    clusters=st.integers(1, 70), rows=st.integers(1, 9), cols=st.integers(1, 9),
    output_stride=st.sampled_from([1, 2, 4, 5]),
    smooth=st.booleans(), seed=st.integers(0, 2**31),
)  # fmt: skip
def test_the_two_nearest_of_all(
    clusters: int, rows: int, cols: int, output_stride: int, smooth: bool, seed: int
) -> None:
    generator = np.random.default_rng(seed)
    shape = (clusters, rows + (output_stride > 1), cols + (output_stride > 1))
    distances = generator.random(shape, np.float32)
    if smooth:
        distances = distances * np.float32(0.1) + generator.random((clusters, 1, 1), np.float32)
    found = assign(distances, without_features(distances), output_stride)
    full, ordered = expected(distances, output_stride)
    assert found.clusters.shape == (rows * output_stride, cols * output_stride)
    alone = nearest_clusters(distances, output_stride)
    assert alone.dtype == found.clusters.dtype
    assert np.array_equal(alone, found.clusters)
    assert np.allclose(found.nearest, ordered[0], atol=1e-5)
    chosen = np.take_along_axis(full, found.clusters[None].astype(np.intp), 0)[0]
    assert np.allclose(chosen, ordered[0], atol=1e-5)
    if clusters > 1:
        assert np.allclose(found.second, ordered[1], atol=1e-5)
        assert found.confidence().min() >= 0
    else:
        assert np.isinf(found.second).all()
        assert (found.confidence() == 1).all()


@settings(max_examples=60)
@given(
    clusters=st.integers(1, 9), size=st.integers(1, 20), rows=st.integers(1, 7), cols=st.integers(1, 7),
    output_stride=st.sampled_from([1, 2, 3, 4, 8]),
    offset=st.sampled_from([0, 3]), seed=st.integers(0, 2**31),
)  # fmt: skip
def test_distances_are_those_of_interpolated_features(
    clusters: int, size: int, rows: int, cols: int, output_stride: int, offset: float, seed: int
) -> None:
    """Against features at every pixel and all distances there, in double precision."""
    generator = np.random.default_rng(seed)
    shape = (size, rows + (output_stride > 1), cols + (output_stride > 1))
    features = (generator.standard_normal(shape) + offset).astype(np.float32)
    centroids = (generator.standard_normal((clusters, size)) + offset).astype(np.float32)
    centroids[0] = features[:, 0, 0]  # somewhere the distance is 0
    distances = squared_distances(features, centroids)
    found = assign(distances, features, output_stride)
    full = by_torch(torch.from_numpy(features).double(), output_stride).numpy()
    ordered = np.sort(((full[None] - centroids[:, :, None, None]) ** 2).sum(1), 0)
    tolerance = 1e-6 * float((features**2).sum(0).max() + (centroids**2).sum(1).max())
    assert np.allclose(found.nearest, ordered[0], atol=tolerance)
    assert found.nearest.min() >= 0
    assert np.array_equal(found.clusters, nearest_clusters(distances, output_stride))
    if clusters > 1:
        assert np.allclose(found.second, ordered[1], atol=tolerance)
        assert 0 <= found.confidence().min() <= found.confidence().max() <= 1
        well_off = ordered[1] > 100 * tolerance
        exact = 1 - np.sqrt(ordered[0] / np.maximum(ordered[1], 1e-30))
        assert np.allclose(found.confidence()[well_off], exact[well_off], atol=0.11)
        clear = ordered[0] > 100 * tolerance
        assert np.allclose(found.confidence()[clear], exact[clear], atol=0.02)


def test_a_pixel_on_two_equal_centroids_is_a_toss_up() -> None:
    features = np.ones((3, 2, 2), np.float32)
    distances = squared_distances(features, np.ones((2, 3), np.float32))
    assert (assign(distances, features, 2).confidence() == 0).all()


@pytest.mark.parametrize("output_stride", [1, 4])
def test_of_equals_the_smallest_id(output_stride: int) -> None:
    distances = np.ones((5, 3, 3), np.float32)
    distances[0] = 2
    found = assign(distances, without_features(distances), output_stride)
    assert (found.clusters == 1).all()
    assert (found.confidence() == 0).all()


@pytest.mark.parametrize("output_stride", [1, 4])
def test_a_part_gets_what_the_whole_gets(output_stride: int) -> None:
    generator = np.random.default_rng(0)
    distances, features = generator.random((40, 60, 50), np.float32), generator.random((3, 60, 50), np.float32)
    whole = assign(distances, features, output_stride)
    part = assign(distances[:, 7:31, 11:], features[:, 7:31, 11:], output_stride)
    rows, cols = part.clusters.shape
    for array, inner in zip(whole, part, strict=True):
        assert np.array_equal(array[7 * output_stride :, 11 * output_stride :][:rows, :cols], inner)


def test_distances_below_zero_are_rounding() -> None:
    found = assign(np.array([[[-1e-6]], [[1.0]]], np.float32), np.zeros((1, 1, 1), np.float32), 1)
    assert found.nearest.item() == 0
    assert found.confidence().item() == 1


def test_novelty_is_distance_in_those_of_the_training() -> None:
    found = assign(np.array([[[18.0]], [[50.0]]], np.float32), np.zeros((1, 1, 1), np.float32), 1)
    assert found.novelty(2.0).item() == pytest.approx(3.0)
    assert np.isfinite(found.novelty(0.0)).all()


def test_features_are_interpolated_as_torch_does() -> None:
    features = np.random.default_rng(0).standard_normal((3, 6, 4)).astype(np.float32)
    for output_stride in (1, 4):
        assert np.allclose(
            interpolated(features, output_stride),
            by_torch(torch.from_numpy(features), output_stride),
            atol=1e-5,
        )


@pytest.mark.parametrize("clusters", [5, 300])
def test_a_part_gets_the_clusters_that_it_has_in_the_whole(clusters: int) -> None:
    """Bit by bit: tiles would otherwise not join. Some cells have one cluster at all corners, and others up to four."""
    generator = np.random.default_rng(clusters)
    coarse = generator.random((clusters, 9, 9), np.float32)
    distances = interpolated(coarse, 4)[:, :, :31] + generator.random((clusters, 32, 31), np.float32) / 50
    whole = nearest_clusters(distances, 4)
    assert len(np.unique(whole)) > min(clusters, 40) // 2
    for row, col in ((0, 7), (11, 0), (20, 20)):
        part = nearest_clusters(distances[:, row : row + 10, col : col + 9], 4)
        assert np.array_equal(part, whole[4 * row : 4 * row + 36, 4 * col : 4 * col + 32])
