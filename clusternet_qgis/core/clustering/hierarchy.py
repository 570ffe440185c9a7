"""Which clusters are alike: a tree of merges, and the merges that it suggests."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import DoubleArray, FloatArray, IntArray

# Clusters that merge below this share of the tree's height are suggested as one class.
CUT = 0.25


@dataclass(frozen=True)
class Hierarchy:
    """A tree of merges, ready to be drawn.

    Attributes:
        leaves: Clusters, so ordered that no lines cross; leaf `i` stands at position `i`.
        joints: A bracket for each merge: positions (n, 4) and heights (n, 4) of its four corners.
        cut: Height below which merges are suggested.
        groups: Clusters that merge below the cut, single ones included, in the order of the leaves.
    """

    leaves: tuple[int, ...]
    joints: tuple[DoubleArray, DoubleArray]
    cut: float
    groups: tuple[tuple[int, ...], ...]

    @property
    def merges(self) -> tuple[tuple[int, ...], ...]:
        """The groups of more than one cluster."""
        return tuple(group for group in self.groups if len(group) > 1)


def cluster_hierarchy(clusters: IntArray, centroids: FloatArray) -> Hierarchy:
    """Merges clusters after Ward, "Hierarchical Grouping to Optimize an Objective Function" (1963).

    Args:
        clusters: (n,) numbers, which name the leaves.
        centroids: (n, features) of these clusters.
    """
    if len(clusters) < 2:
        nothing = np.zeros((0, 4))
        leaves = tuple(clusters.tolist())
        return Hierarchy(leaves, (nothing, nothing), 0.0, tuple((leaf,) for leaf in leaves))
    from scipy.cluster import hierarchy  # only the worker always has it

    links = hierarchy.linkage(centroids.astype(np.float64), "ward")
    drawing = hierarchy.dendrogram(links, no_plot=True)
    cut = CUT * float(links[-1, 2])
    group_of = hierarchy.fcluster(links, cut, "distance")
    order = np.array(drawing["leaves"])
    groups: dict[int, list[int]] = {}
    for leaf in order.tolist():
        groups.setdefault(int(group_of[leaf]), []).append(int(clusters[leaf]))
    # SciPy puts leaves at 5, 15, 25, ...
    positions = (np.array(drawing["icoord"]) - 5) / 10
    joints = positions, np.array(drawing["dcoord"])
    return Hierarchy(tuple(clusters[order].tolist()), joints, cut, tuple(tuple(group) for group in groups.values()))
