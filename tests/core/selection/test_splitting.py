"""Children of split clusters: those that the features at every pixel decide for, and by how much."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from clusternet_qgis.core.networks.resampling import upsampled
from clusternet_qgis.core.selection.selection import ClusterClass, ClusterSelection, Split
from clusternet_qgis.core.selection.splitting import ClusterSplitter

CLUSTERS, FEATURES = 4, 6


def splitter(generator: np.random.Generator) -> ClusterSplitter:
    """Cluster 1 has two children, cluster 3 has three; the others are whole."""
    weights = tuple(tuple(map(float, row)) for row in generator.normal(size=(3, FEATURES)))
    splits = (Split(1, (5, 6), (0, 2), (0.1, -0.2)), Split(3, (7, 8, 9), (0, 1, 2), (0.0, 0.3, -0.1)))
    return ClusterSplitter(ClusterSelection((ClusterClass("a", (0, 0, 0), (5,)),), "", splits, weights), CLUSTERS)


def test_scores_of_whole_clusters_count_in_the_lead_and_leave_them_whole() -> None:
    generator = np.random.default_rng(0)
    weights = generator.normal(size=(3, FEATURES)).astype(np.float32)
    offsets = generator.normal(size=(CLUSTERS, 3)).astype(np.float32)
    tested = ClusterSplitter(ClusterSelection((), ""), CLUSTERS, (weights, offsets))
    features = generator.standard_normal((FEATURES, 5, 7)).astype(np.float32)
    clusters = generator.integers(0, CLUSTERS, (5, 7)).astype(np.uint16)
    children, lead = tested.children(clusters, tested.scores(features))
    assert np.array_equal(children, clusters)
    ordered = np.sort(np.tensordot(weights, features, 1) + np.moveaxis(offsets[clusters], 2, 0), 0)
    assert lead == pytest.approx(ordered[2] - ordered[1], abs=1e-4)


@settings(max_examples=30)
@given(
    rows=st.integers(1, 6), cols=st.integers(1, 6), output_stride=st.sampled_from([1, 2, 4]), seed=st.integers(0, 2**31)
)
def test_children_are_those_of_features_at_every_pixel(rows: int, cols: int, output_stride: int, seed: int) -> None:
    generator = np.random.default_rng(seed)
    shape = (FEATURES, rows + (output_stride > 1), cols + (output_stride > 1))
    features = generator.standard_normal(shape).astype(np.float32)
    size = (rows * output_stride, cols * output_stride)
    clusters = generator.integers(0, CLUSTERS, size).astype(np.uint16)
    tested = splitter(generator)
    full = upsampled(torch.from_numpy(features)[None].double(), output_stride, size)[0].numpy()
    scores = np.tensordot(tested.weights.astype(np.float64), full, 1)
    ordered = np.sort(scores[[0, 2]] + np.array([0.1, -0.2])[:, None, None], 0)
    children, lead = tested.children(clusters, scores.astype(np.float32))
    assert lead[clusters == 1] == pytest.approx((ordered[1] - ordered[0])[clusters == 1], abs=1e-4)
    clear = lead > 1e-4
    found = tested.split(clusters, features, output_stride)
    assert np.array_equal(found[clear], children[clear])
    whole = (clusters != 1) & (clusters != 3)
    assert np.array_equal(found[whole], clusters[whole])
