"""Alike clusters are found, and the tree can be drawn."""

from __future__ import annotations

import numpy as np

from clusternet_qgis.core.clustering.hierarchy import cluster_hierarchy
from clusternet_qgis.core.reports.charts import dendrogram

# Three heaps: 4 and 9, 7 and 2 and 5, and 1 on its own.
CLUSTERS = np.array([1, 2, 4, 5, 7, 9])
CENTROIDS = np.array([[40, 0], [0, 1], [0, 20], [0, 0], [1, 0], [1, 20]], np.float32)


def test_alike_clusters_are_suggested_and_each_stands_once() -> None:
    tree = cluster_hierarchy(CLUSTERS, CENTROIDS)
    assert {frozenset(group) for group in tree.merges} == {frozenset({4, 9}), frozenset({2, 5, 7})}
    assert sorted(tree.leaves) == CLUSTERS.tolist()
    assert [leaf for group in tree.groups for leaf in group] == list(tree.leaves), "groups follow the drawing"


def test_two_merge_at_their_distance() -> None:
    tree = cluster_hierarchy(CLUSTERS[:2], CENTROIDS[:2])
    assert np.isclose(tree.joints[1].max(), np.hypot(40, 1))
    assert np.isclose(tree.cut, np.hypot(40, 1) / 4)
    assert tree.merges == ()


def test_one_cluster_is_a_tree() -> None:
    tree = cluster_hierarchy(np.array([3]), CENTROIDS[:1])
    assert (tree.leaves, tree.groups) == ((3,), ((3,),))
    assert "cluster 3" in dendrogram(tree)


def test_the_drawing_names_every_leaf() -> None:
    drawing = dendrogram(cluster_hierarchy(CLUSTERS, CENTROIDS))
    assert all(f"cluster {cluster}" in drawing for cluster in CLUSTERS)
