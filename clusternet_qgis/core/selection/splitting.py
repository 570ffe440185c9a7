"""Split clusters: which child of its cluster each pixel belongs to."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
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
        whole: Weights (weights, features) and offsets (clusters, weights) by which clusters that are not split have
            scores too. They stay whole, but their pixels differ in how much the best score exceeds the second.

    Attributes:
        weights: (weights, features).
        clusters: Number of ids, those of children included.
        child_table: Child of each cluster by each row of weights (clusters, weights); the cluster where it is whole.
    """

    def __init__(
        self, selection: ClusterSelection, clusters: int, whole: tuple[FloatArray, FloatArray] | None = None
    ) -> None:
        self.weights: FloatArray = np.array(selection.weights if whole is None else whole[0], np.float32)
        self.clusters = selection.cluster_count(clusters)
        rows = len(self.weights)
        # In a cluster that is not split every row leads back to the cluster.
        self.child_table = np.repeat(np.arange(clusters, dtype=np.uint16)[:, None], max(rows, 1), 1)
        # A row for each row of weights, since a row is looked up for all pixels at once.
        self._offset = np.zeros((max(rows, 1), clusters), np.float32)
        if whole is not None:
            self._offset[:] = whole[1].T
        for split in selection.splits:
            self._offset[:, split.parent] = -np.inf
            for child, row, offset in zip(split.children, split.rows, split.offsets):
                self.child_table[split.parent, row] = child
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
        numbers = clusters.astype(np.intp)
        winners, lead = self.winners(numbers, scores)
        return self.child_table.take(numbers * self.child_table.shape[1] + winners), lead

    def winners(self, clusters: IntArray, scores: FloatArray) -> tuple[NDArray[np.intp], FloatArray]:
        """The column of `child_table` of each pixel, and by how much its score exceeds the second highest.

        Args:
            clusters: (rows, cols), of the type that numpy looks up by: it would be converted for each row of weights.
            scores: (weights, rows, cols).
        """
        best = self._offset[0].take(clusters)
        best += scores[0]
        second = np.full_like(best, -np.inf)
        winners = np.zeros(best.shape, np.uint16)
        higher, mark, lower = (np.empty(best.shape, kind) for kind in (np.uint8, np.uint16, np.float32))
        for row in range(1, len(scores)):
            total = self._offset[row].take(clusters)
            total += scores[row]
            # Rows grow, so that the larger of two is the one that came out best last.
            np.greater(total, best, out=higher.view(np.bool_))
            np.multiply(higher, np.uint16(row), out=mark)
            np.maximum(winners, mark, out=winners)
            np.minimum(best, total, out=lower)
            np.maximum(second, lower, out=second)
            np.maximum(best, total, out=best)
        best -= second
        return winners.astype(np.intp), best

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
