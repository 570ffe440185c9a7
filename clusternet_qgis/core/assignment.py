"""From distances to centroids to the nearest cluster of every pixel, and how clear the choice was."""

from __future__ import annotations

from collections.abc import Iterator
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
    for row, step in _strips(distances):
        part = _by_cell(distances[:, row : row + step + 1], spacing)
        strip = slice(row * spacing, (row + step) * spacing)
        found.clusters[strip], found.nearest[strip], found.second[strip] = part
    return found


def nearest_clusters(distances: FloatArray, spacing: int) -> NDArray[np.uint16]:
    """The clusters of `assign` alone, in a fraction of the time: most cells can have only one."""
    distances = np.maximum(distances, 0)
    if spacing == 1:
        return distances.argmin(0).astype(np.uint16)
    return np.concatenate(
        [_nearest_by_cell(distances[:, row : row + step + 1], spacing) for row, step in _strips(distances)]
    )


def _strips(distances: FloatArray) -> Iterator[tuple[int, int]]:
    """Strips of rows of cells that fit the processor's cache: where each begins, and how many there are."""
    _, rows, cols = distances.shape
    step = max(_VALUES_AT_ONCE // (len(distances) * cols), 1)
    return ((row, step) for row in range(0, rows - 1, step))


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
    low, high = _bounds(distances)
    rows, cols = low.shape[1:]
    is_near = (low <= _two_smallest(high)[1]).reshape(len(low), -1)
    weights = _weights(spacing)
    clusters = np.zeros((rows * cols, spacing**2), np.uint16)
    nearest, second = (np.full(clusters.shape, np.inf, np.float32) for _ in range(2))
    for cluster, places in enumerate(is_near):
        (cells,) = np.nonzero(places)
        values = _inside(distances[cluster], cells, weights)
        before, ids = nearest[cells], clusters[cells]
        ids[values < before] = cluster  # of equals the smallest id
        clusters[cells] = ids
        second[cells] = np.minimum(second[cells], np.maximum(before, values))
        nearest[cells] = np.minimum(before, values)
    return Assignment(*(_spread(array, rows, cols, spacing) for array in (clusters, nearest, second)))


def _nearest_by_cell(distances: FloatArray, spacing: int) -> NDArray[np.uint16]:
    low, high = _bounds(distances)
    rows, cols = low.shape[1:]
    is_near = (low <= high.min(0)).reshape(len(low), -1)
    contested = np.flatnonzero(np.count_nonzero(is_near, axis=0) > 1)
    clusters = np.repeat(is_near.argmax(0).astype(np.uint16)[:, None], spacing**2, 1)
    weights = _weights(spacing)
    ids = np.zeros((len(contested), spacing**2), np.uint16)
    nearest = np.full(ids.shape, np.inf, np.float32)
    for cluster, places in enumerate(is_near[:, contested]):
        (at,) = np.nonzero(places)
        values = _inside(distances[cluster], contested[at], weights)
        before, chosen = nearest[at], ids[at]
        chosen[values < before] = cluster
        ids[at], nearest[at] = chosen, np.minimum(before, values)
    clusters[contested] = ids
    return _spread(clusters, rows, cols, spacing)


def _bounds(distances: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The smallest and the largest distance at the corners of each cell, above that to the nearest centroid.

    What is subtracted is the same for all clusters, and so changes nothing in their order anywhere in a cell; but it
    leaves little between the bounds of a cluster that is near.
    """
    distances = distances - distances.min(0)
    low, high = (choose(distances[:, :-1], distances[:, 1:]) for choose in (np.minimum, np.maximum))
    return np.minimum(low[..., :-1], low[..., 1:]), np.maximum(high[..., :-1], high[..., 1:])


def _inside(distances: FloatArray, cells: NDArray[np.intp], weights: FloatArray) -> FloatArray:
    """Distances to one cluster interpolated in some cells (cells, pixels of a cell)."""
    across = distances.shape[1]
    first = cells + cells // (across - 1)
    flat = distances.reshape(-1)
    # Summed by hand: a matrix product may round by its size, and tiles would show.
    values = flat[first, None] * weights[0]
    for corner, weight in zip((first + 1, first + across, first + across + 1), weights[1:]):
        values += flat[corner, None] * weight
    return values


def _spread(array: NDArray[Any], rows: int, cols: int, spacing: int) -> NDArray[Any]:
    """Pixels by cell to pixels by row."""
    full = array.reshape(rows, cols, spacing, spacing).transpose(0, 2, 1, 3)
    return full.reshape(rows * spacing, cols * spacing)


def _weights(spacing: int) -> FloatArray:
    """(4, spacing ** 2) of the corners of a cell, for each pixel in it."""
    along = np.arange(spacing, dtype=np.float32) / np.float32(spacing)
    ends = np.stack([1 - along, along])
    return np.einsum("ay,bx->abyx", ends, ends).reshape(4, spacing**2)
