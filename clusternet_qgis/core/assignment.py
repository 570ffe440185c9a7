"""From distances to centroids to the nearest cluster of every pixel, and how clear the choice was."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

# Values of interpolated distances that are held at once.
_VALUES_AT_ONCE = 4_000_000


class Assignment(NamedTuple):
    """The result for each pixel.

    Attributes:
        clusters: Id of the nearest cluster (rows, cols).
        nearest: Squared distance to it.
        second: Squared distance to the second nearest; infinite where there is only one cluster.
    """

    clusters: NDArray[np.uint16]
    nearest: FloatArray
    second: FloatArray

    def part(self, rows: slice, cols: slice) -> Assignment:
        """Of some pixels."""
        return Assignment(self.clusters[rows, cols], self.nearest[rows, cols], self.second[rows, cols])

    def confidence(self) -> FloatArray:
        """1 - distance to the nearest over distance to the second nearest centroid; 0 is a toss-up."""
        return np.asarray(1 - np.sqrt(self.nearest / np.maximum(self.second, 1e-12)), np.float32)

    def novelty(self, mean_distance: float) -> FloatArray:
        """Distance to the nearest centroid, in root mean square distances of the training's pixels to theirs."""
        return np.asarray(np.sqrt(self.nearest / max(mean_distance, 1e-12)), np.float32)


def squared_distances(features: FloatArray, centroids: FloatArray) -> FloatArray:
    """Squared distances of features (features, rows, cols) to centroids: (clusters, rows, cols)."""
    flat = features.reshape(len(features), -1)
    squares = (centroids**2).sum(1)[:, None] - 2 * centroids @ flat + (flat**2).sum(0)
    return squares.reshape(-1, *features.shape[1:])


def assign(distances: FloatArray, spacing: int) -> Assignment:
    """The two nearest clusters of each pixel.

    Squared distances to centroids are interpolated between the pixels that have features: for the order of the
    centroids that is the same as interpolating the features, and cheaper.

    In a cell between four such pixels, interpolated distances are weighted means of those at the corners. A cluster
    whose smallest distance there is above the second smallest of all clusters' largest distances is nowhere among the
    two nearest; only the others are interpolated, which are two or three of 64.

    Args:
        distances: Squared (clusters, rows + 1, cols + 1); without a spacing (clusters, rows, cols).
        spacing: Pixels between two distances.

    Returns:
        For rows x cols cells of spacing x spacing pixels.
    """
    distances = np.maximum(distances, 0)
    if spacing == 1:
        return _by_pixel(distances)
    rows, cols = distances.shape[1] - 1, distances.shape[2] - 1
    found = Assignment(
        np.empty((rows * spacing, cols * spacing), np.uint16),
        np.empty((rows * spacing, cols * spacing), np.float32),
        np.empty((rows * spacing, cols * spacing), np.float32),
    )
    step = max(_VALUES_AT_ONCE // (len(distances) * (cols + 1)), 1)
    for row in range(0, rows, step):
        part = _by_cell(distances[:, row : row + step + 1], spacing)
        strip = slice(row * spacing, (row + step) * spacing)
        found.clusters[strip], found.nearest[strip], found.second[strip] = part
    return found


def interpolated(features: FloatArray, spacing: int) -> FloatArray:
    """Every pixel of features with a spacing: (.., n + 1, m + 1) becomes (.., n spacing, m spacing)."""
    if spacing == 1:
        return features
    _, rows, cols = features.shape
    along = (np.arange(spacing, dtype=np.float32) / np.float32(spacing))[:, None]
    down = features[:, :-1, None] + (features[:, 1:] - features[:, :-1])[:, :, None] * along
    down = down.reshape(len(features), -1, cols)
    full = down[..., :-1, None] + (down[..., 1:] - down[..., :-1])[..., None] * along[:, 0]
    return full.reshape(len(features), (rows - 1) * spacing, -1)


def _by_pixel(distances: FloatArray) -> Assignment:
    """The two smallest and the place of the smallest along the first axis."""
    clusters = distances.argmin(0).astype(np.uint16)
    nearest, second = _two_smallest(distances)
    return Assignment(clusters, nearest, second)


def _two_smallest(distances: FloatArray) -> tuple[FloatArray, FloatArray]:
    nearest = distances[0].copy()
    second = np.full_like(nearest, np.inf)
    for values in distances[1:]:
        np.minimum(second, np.maximum(nearest, values), out=second)
        np.minimum(nearest, values, out=nearest)
    return nearest, second


def _by_cell(distances: FloatArray, spacing: int) -> Assignment:
    corners = [distances[:, top : top - 1 or None, left : left - 1 or None] for top in (0, 1) for left in (0, 1)]
    low, high = np.minimum(corners[0], corners[1]), np.maximum(corners[0], corners[1])
    for corner in corners[2:]:
        np.minimum(low, corner, out=low)
        np.maximum(high, corner, out=high)
    rows, cols = low.shape[1:]
    is_near = (low <= _two_smallest(high)[1]).reshape(len(low), -1)
    weights = _weights(spacing)
    clusters = np.zeros((rows * cols, spacing**2), np.uint16)
    nearest, second = (np.full(clusters.shape, np.inf, np.float32) for _ in range(2))
    for cluster, places in enumerate(is_near):
        (cells,) = np.nonzero(places)
        # Summed by hand: a matrix product may round by its size, and tiles would show.
        at = [corner[cluster].reshape(-1)[cells, None] for corner in corners]
        values = at[0] * weights[0] + at[1] * weights[1] + at[2] * weights[2] + at[3] * weights[3]
        before = nearest[cells]
        ids = clusters[cells]
        ids[values < before] = cluster  # of equals the smallest id
        clusters[cells] = ids
        second[cells] = np.minimum(second[cells], np.maximum(before, values))
        nearest[cells] = np.minimum(before, values)

    def spread(array: NDArray[Any]) -> NDArray[Any]:
        full = array.reshape(rows, cols, spacing, spacing).transpose(0, 2, 1, 3)
        return full.reshape(rows * spacing, cols * spacing)

    return Assignment(spread(clusters), spread(nearest), spread(second))


def _weights(spacing: int) -> FloatArray:
    """(4, spacing ** 2) of the corners of a cell, for each pixel in it."""
    along = np.arange(spacing, dtype=np.float32) / np.float32(spacing)
    ends = np.stack([1 - along, along])
    return np.einsum("ay,bx->abyx", ends, ends).reshape(4, spacing**2)
