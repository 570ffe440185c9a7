"""How likely each class of a selection is, of every pixel, by its distances to all clusters."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray
from ..clustering.assignment import interpolated
from ..errors import OptionsError
from ..selection.selection import ClusterSelection

# A cluster is less likely by a factor of e if its squared distance is larger by this share of the training's mean. At 1
# the likeliest class is right about as often as its probability says; see benchmarks/RESULTS.md.
_TEMPERATURE = 1.0
# Interpolated distances that are held at once.
_VALUES_AT_ONCE = 8_000_000


class ClassProbabilities:
    """Turns distances to clusters into probabilities of classes.

    A cluster's share falls with the exponential of its squared distance, as if clusters were clouds of one width, and a
    class has the shares of its clusters; what is in no class is `other`. A pixel of a cluster that is split counts for
    the side of it on which it lies.

    Args:
        selection: The classes.
        clusters: Number of clusters of the model.
        mean_distance: Mean squared distance of a pixel of the training to its centroid.

    Attributes:
        names: Of the classes, a band each, in the order of the class raster.

    Raises:
        SelectionError: A class names a cluster that does not exist.
    """

    def __init__(self, selection: ClusterSelection, clusters: int, mean_distance: float) -> None:
        self.names = [entry.name for entry in selection.legend()]
        self._clusters = clusters
        # Classes of clusters and children, from 0.
        self._classes = selection.lookup(selection.cluster_count(clusters))[1:].astype(np.int64) - 1
        self._scale = np.float32(1 / max(_TEMPERATURE * mean_distance, 1e-12))
        self._splits = selection.splits

    def of(self, distances: FloatArray, scores: FloatArray | None, output_stride: int) -> FloatArray:
        """Probabilities (classes, rows, cols) of a tile; of each pixel they sum up to 1.

        Args:
            distances: Squared (clusters, rows + 1, cols + 1); without an output stride (clusters, rows, cols).
            scores: Of the splits (weights, ...), of the same rows and columns; None without splits.
            output_stride: Pixels between two distances.
        """
        beyond = int(output_stride > 1)
        rows, cols = distances.shape[1] - beyond, distances.shape[2] - beyond
        result = np.empty((len(self.names), rows * output_stride, cols * output_stride), np.float32)
        step = max(_VALUES_AT_ONCE // (len(distances) * cols * output_stride**2), 1)
        for row in range(0, rows, step):
            strip = slice(row, row + step + beyond)
            shares = interpolated(distances[:, strip], output_stride)
            shares = np.exp((shares.min(0) - shares) * self._scale)
            shares /= shares.sum(0)
            part = None if scores is None else interpolated(scores[:, strip], output_stride)
            result[:, row * output_stride : row * output_stride + shares.shape[1]] = self._summed(shares, part)
        return result

    def _summed(self, shares: FloatArray, scores: FloatArray | None) -> FloatArray:
        """Shares of classes (classes, rows, cols), of those of clusters."""
        split = {entry.parent for entry in self._splits} if scores is not None else set()
        total = np.zeros((len(self.names), *shares.shape[1:]), np.float32)
        for cluster in range(self._clusters):
            if cluster not in split:
                total[self._classes[cluster]] += shares[cluster]
        if scores is not None:
            for entry in self._splits:
                sides = scores[list(entry.rows)] + np.array(entry.offsets, np.float32)[:, None, None]
                child: NDArray[np.int64] = np.array(entry.children)[sides.argmax(0)]
                of_class = self._classes[child]
                for index in np.unique(of_class).tolist():
                    total[index] += np.where(of_class == index, shares[entry.parent], 0)
        return total


def check_classes(probabilities: bool, selection: bool) -> None:
    """Raises OptionsError for probabilities of classes without any."""
    if probabilities and not selection:
        raise OptionsError(
            "PROBABILITIES needs the classes: give SELECTION, which 'Select clusters by reference' or the dock writes."
        )
