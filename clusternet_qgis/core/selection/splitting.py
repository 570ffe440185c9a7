"""Split clusters: which child of its cluster each pixel belongs to."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray
from ..clustering.assignment import interpolated
from .selection import ClusterSelection

IdArray = NDArray[np.uint16]

# Interpolated scores that are held at once.
_VALUES_AT_ONCE = 8_000_000


class ClusterSplitter:
    """Tells the children of split clusters apart, by scores that are linear in a pixel's features.

    Being linear, scores can be interpolated between the pixels that have features, like distances to centroids.

    Args:
        selection: Its splits.
        clusters: Number of clusters of the model.

    Attributes:
        weights: (weights, features).
        clusters: Number of ids, those of children included.
    """

    def __init__(self, selection: ClusterSelection, clusters: int) -> None:
        self.weights: FloatArray = np.array(selection.weights, np.float32)
        self.clusters = selection.cluster_count(clusters)
        rows = len(self.weights)
        # In a cluster that is not split every row leads back to the cluster.
        self._child = np.repeat(np.arange(clusters, dtype=np.uint16)[:, None], max(rows, 1), 1)
        # A row for each row of weights, since a row is looked up for all pixels at once.
        self._offset = np.zeros((max(rows, 1), clusters), np.float32)
        for split in selection.splits:
            self._offset[:, split.parent] = -np.inf
            for child, row, offset in zip(split.children, split.rows, split.offsets):
                self._child[split.parent, row] = child
                self._offset[row, split.parent] = offset

    def __bool__(self) -> bool:
        return len(self.weights) > 0

    def scores(self, features: FloatArray) -> FloatArray:
        """Scores (weights, rows, cols) of features (features, rows, cols)."""
        flat = self.weights @ features.reshape(len(features), -1)
        return flat.reshape(-1, *features.shape[1:])

    def children(self, clusters: IdArray, scores: FloatArray) -> tuple[IdArray, FloatArray]:
        """The child of each pixel, or its cluster where that is not split.

        Args:
            clusters: (rows, cols).
            scores: (weights, rows, cols).

        Returns:
            Children (rows, cols), and by how much the score of each exceeds the second highest (rows, cols).
        """
        best, second = (np.full(clusters.shape, -np.inf, np.float32) for _ in range(2))
        winner = np.zeros(clusters.shape, np.uint16)
        for row, values in enumerate(scores):
            total = self._offset[row].take(clusters)
            total += values
            winner[total > best] = row
            np.maximum(second, np.minimum(best, total), out=second)
            np.maximum(best, total, out=best)
        return self._child[clusters, winner], best - second

    def split(self, clusters: IdArray, features: FloatArray, output_stride: int) -> IdArray:
        """Children of a whole tile, from the features of every `output_stride`-th pixel.

        Args:
            clusters: (rows, cols).
            features: (features, rows / s + 1, cols / s + 1) with an output stride s; with 1 (features, rows, cols).
            output_stride: Pixels between two features.
        """
        scores = self.scores(features)
        children = np.empty_like(clusters)
        last = scores.shape[1] - (output_stride > 1)
        step = max(_VALUES_AT_ONCE // (len(scores) * clusters.shape[1] * output_stride), 1)
        for row in range(0, last, step):
            part = interpolated(scores[:, row : row + step + (output_stride > 1)], output_stride)
            strip = slice(row * output_stride, row * output_stride + part.shape[1])
            children[strip] = self.children(clusters[strip], part)[0]
        return children
