"""From distances to centroids to the nearest cluster of every pixel, and how clear the choice was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray

# So many cells of distances stay in the processor's cache.
_CELLS_AT_ONCE = 32_000
# Of many clusters fewer cells, since a strip is copied.
_VALUES_AT_ONCE = 16_000_000
# A squared distance of 0 counts as this, so that a pixel on two equal centroids has a confidence of 0.
_SMALLEST_SQUARE = np.float32(1e-30)


class Assignment(NamedTuple):
    """The result for each pixel.

    Attributes:
        clusters: Id of the nearest cluster (rows, cols).
        nearest: Squared distance of the pixel's features to its centroid.
        second: Squared distance to the second nearest; infinite where there is only one cluster.
    """

    clusters: NDArray[np.uint16]
    nearest: FloatArray
    second: FloatArray

    def part(self, rows: slice, cols: slice) -> Assignment:
        """The result for some of the pixels."""
        return Assignment(self.clusters[rows, cols], self.nearest[rows, cols], self.second[rows, cols])

    def confidence(self) -> FloatArray:
        """1 - distance to the nearest over distance to the second nearest centroid; 0 where both are equally near."""
        nearest, second = (np.maximum(squares, _SMALLEST_SQUARE) for squares in (self.nearest, self.second))
        return np.asarray(1 - np.sqrt(nearest / second), np.float32)

    def novelty(self, mean_distance: float) -> FloatArray:
        """Distance to the nearest centroid, divided by the root of the training's mean squared distance."""
        return np.asarray(np.sqrt(self.nearest / max(mean_distance, 1e-12)), np.float32)


def squared_distances(features: FloatArray, centroids: FloatArray) -> FloatArray:
    """Squared distances of features (features, rows, cols) to centroids: (clusters, rows, cols)."""
    flat = features.reshape(len(features), -1)
    squares = (centroids**2).sum(1)[:, None] - 2 * centroids @ flat + (flat**2).sum(0)
    return squares.reshape(-1, *features.shape[1:])


def assign(distances: FloatArray, features: FloatArray, output_stride: int) -> Assignment:
    """The two nearest clusters of each pixel, and its squared distances to them.

    Features are interpolated between the pixels that have some. Interpolating squared distances to centroids instead is
    cheaper. It gives the same order of centroids, as all distances of a pixel grow by the same excess, which is then
    subtracted; see `_excess_between`.

    Args:
        distances: Squared (clusters, rows + 1, cols + 1); without an output stride (clusters, rows, cols).
        features: What they are distances of (features, ...), of the same rows and columns.
        output_stride: Pixels between two distances.

    Returns:
        For rows x cols cells of output stride x output stride pixels.
    """
    beyond = int(output_stride > 1)
    nearest, second = (np.empty(_shape(distances, output_stride), np.float32) for _ in range(2))
    for cells, strip in _strips(distances, output_stride):
        squares = _two_smallest(distances[:, strip], output_stride)
        if beyond:
            _subtract_excess(squares, features[:, strip], output_stride)
        nearest[cells], second[cells] = (part.transpose(2, 0, 3, 1) for part in squares)
    clusters = nearest_clusters(distances, output_stride)
    return Assignment(clusters, nearest.reshape(clusters.shape), second.reshape(clusters.shape))


def nearest_clusters(distances: FloatArray, output_stride: int) -> NDArray[np.uint16]:
    """The clusters of `assign` alone, in half of the time."""
    ids = np.empty(_shape(distances, output_stride), np.uint16)
    for cells, strip in _strips(distances, output_stride):
        ids[cells] = _nearest(distances[:, strip], output_stride).transpose(2, 0, 3, 1)
    rows, _, cols, _ = ids.shape
    return ids.reshape(rows * output_stride, cols * output_stride)


def interpolated(features: FloatArray, output_stride: int) -> FloatArray:
    """Every pixel of features with an output stride s: (.., n + 1, m + 1) becomes (.., n s, m s)."""
    if output_stride == 1:
        return features
    _, rows, cols = features.shape
    along = (np.arange(output_stride, dtype=np.float32) / np.float32(output_stride))[:, None]
    down = features[:, :-1, None] + (features[:, 1:] - features[:, :-1])[:, :, None] * along
    down = down.reshape(len(features), -1, cols)
    full = down[..., :-1, None] + (down[..., 1:] - down[..., :-1])[..., None] * along[:, 0]
    return full.reshape(len(features), (rows - 1) * output_stride, -1)


def _shape(distances: FloatArray, output_stride: int) -> tuple[int, int, int, int]:
    """Of the results of all cells: rows, pixels down a cell, columns, pixels across a cell."""
    rows, cols = (size - (output_stride > 1) for size in distances.shape[1:])
    return rows, output_stride, cols, output_stride


def _strips(distances: FloatArray, output_stride: int) -> Iterator[tuple[slice, slice]]:
    """Rows of cells and of the distances around them, so few that their arrays stay in the processor's cache."""
    rows, _, cols, _ = _shape(distances, output_stride)
    step = max(min(_CELLS_AT_ONCE, _VALUES_AT_ONCE // len(distances)) // cols, 1)
    for row in range(0, rows, step):
        yield slice(row, row + step), slice(row, row + step + (output_stride > 1))


def _nearest(distances: FloatArray, output_stride: int) -> NDArray[Any]:
    """Ids of the nearest clusters of a strip (output stride, output stride, rows, cols).

    Values between corners are means of theirs, with equal weights for every cluster. So the cluster that is nearest at
    all corners of a cell is so in the whole of it, and in other cells few can be.
    """
    distances = np.maximum(distances, 0)
    at_samples = _nearest_at_samples(distances)
    if output_stride == 1:
        return at_samples[None, None]
    first, *others = _corners(at_samples)
    ids = np.empty((output_stride, output_stride, first.size), first.dtype)
    ids[:] = first.ravel()
    mixed = np.flatnonzero(np.logical_or.reduce([first != other for other in others]))
    if len(mixed):
        ids[:, :, mixed] = _nearest_in_cells(distances, mixed, output_stride)
    return ids.reshape(output_stride, output_stride, *first.shape)


def _nearest_at_samples(distances: FloatArray) -> NDArray[Any]:
    """Ids of the nearest clusters (rows, cols) where there are distances: plain passes, faster than `argmin`."""
    kind = np.uint8 if len(distances) <= 256 else np.uint16
    ids, nearest = np.zeros(distances.shape[1:], kind), distances[0].copy()
    closer, mark = np.empty(ids.shape, np.uint8), np.empty_like(ids)
    for cluster, values in enumerate(distances):
        # Ids grow, so that the larger of two is that of the cluster which came closer last.
        np.less(values, nearest, out=closer.view(bool))
        np.multiply(closer, kind(cluster), out=mark)
        np.maximum(ids, mark, out=ids)
        np.minimum(nearest, values, out=nearest)
    return ids


def _nearest_in_cells(distances: FloatArray, cells: IntArray, output_stride: int) -> NDArray[Any]:
    """Ids of the nearest clusters at each pixel of some cells (output stride, output stride, cells).

    Args:
        distances: Of a strip.
        cells: Flat indices.
        output_stride: Pixels along a side of a cell.
    """
    candidates, counts = _candidates(distances, cells)
    # Cells with most candidates first: those with a further one are then the first so many.
    order = np.argsort(-counts, kind="stable")
    candidates, fewer, cells = candidates[: counts.max(), order], -counts[order], cells[order]
    across = distances.shape[2]
    upper_left = cells + cells // (across - 1)
    ids = np.zeros((output_stride, output_stride, len(cells)), candidates.dtype)
    nearest = np.full(ids.shape, np.inf, np.float32)
    flat, size = distances.reshape(-1), distances[0].size
    for rank, clusters in enumerate(candidates):
        several = int(np.searchsorted(fewer, -rank))
        cluster = clusters[:several]
        start = cluster.astype(np.int64) * size + upper_left[:several]
        corners = [flat.take(start + step) for step in (0, 1, across, across + 1)]
        for (row, col), values in _between(corners, output_stride):
            best, chosen = nearest[row, col, :several], ids[row, col, :several]
            np.maximum(chosen, np.less(values, best).view(np.uint8) * cluster, out=chosen)
            np.minimum(best, values, out=best)
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    return ids[:, :, back]


def _candidates(distances: FloatArray, cells: IntArray) -> tuple[NDArray[Any], IntArray]:
    """The clusters that may be nearest in each of some cells, ascending (most, cells), and how many they are (cells,).

    A cluster cannot be if its smallest distance at a corner is larger than the largest of another one.
    """
    bound = np.full(cells.shape, np.inf, np.float32)
    for values in distances:
        np.minimum(bound, _of_corners(np.maximum, values).take(cells), out=bound)
    counts = np.zeros(cells.shape, np.intp)
    candidates = np.zeros((len(distances), len(cells)), np.uint8 if len(distances) <= 256 else np.uint16)
    for cluster, values in enumerate(distances):
        possible = np.flatnonzero(_of_corners(np.minimum, values).take(cells) <= bound)
        candidates[counts[possible], possible] = cluster
        counts[possible] += 1
    return candidates, counts


def _of_corners(ufunc: np.ufunc, values: FloatArray) -> FloatArray:
    """The smallest or largest of the values at the corners of each cell (rows, cols)."""
    down = ufunc(values[:-1], values[1:])
    return np.asarray(ufunc(down[:, :-1], down[:, 1:]))


def _two_smallest(distances: FloatArray, output_stride: int) -> tuple[FloatArray, FloatArray]:
    """Nearest and second distances of a strip (output stride, output stride, rows, cols), by position in a cell."""
    shape = (output_stride, output_stride, *_shape(distances, output_stride)[::2])
    nearest, second = (np.full(shape, np.inf, np.float32) for _ in range(2))
    farther = np.empty(shape[2:], np.float32)
    for samples in np.maximum(distances, 0):
        corners = _corners(samples) if output_stride > 1 else [samples]
        for position, values in _between(corners, output_stride):
            np.maximum(nearest[position], values, out=farther)
            np.minimum(second[position], farther, out=second[position])
            np.minimum(nearest[position], values, out=nearest[position])
    return nearest, second


def _corners(values: NDArray[Any]) -> list[NDArray[Any]]:
    """Of all cells the values at the upper left, upper right, lower left and lower right corner (rows, cols)."""
    return [values[:-1, :-1], values[:-1, 1:], values[1:, :-1], values[1:, 1:]]


def _between(corners: Sequence[FloatArray], output_stride: int) -> Iterator[tuple[tuple[int, int], FloatArray]]:
    """Interpolated squared distances at each position (down, across) in a cell; valid until the next.

    Args:
        corners: Of all cells, in the order of `_corners`; without an output stride the only value.
        output_stride: Pixels along a side of a cell.
    """
    if output_stride == 1:
        yield (0, 0), corners[0]
        return
    share = np.float32(1 / output_stride)
    left, right = corners[0].copy(), corners[1].copy()
    below_left, below_right = (corners[2] - left) * share, (corners[3] - right) * share
    values, across = np.empty_like(left), np.empty_like(left)
    for row in range(output_stride):
        np.subtract(right, left, out=across)
        across *= share
        values[...] = left
        for col in range(output_stride):
            yield (row, col), values
            values += across
        left += below_left
        right += below_right


def _subtract_excess(squares: Sequence[FloatArray], features: FloatArray, output_stride: int) -> None:
    """Makes interpolated squared distances (.., rows, cols) those of interpolated features; below 0 is rounding."""
    for place, excess in _excess_between(features, output_stride):
        for array in squares:
            array[place] -= excess
            np.maximum(array[place], 0, out=array[place])


def _excess_between(features: FloatArray, output_stride: int) -> Iterator[tuple[tuple[int, int], FloatArray]]:
    """What interpolating squared distances adds to each of them, of all cells at each place (down, across) in a cell.

    With weights w of the features f around a pixel and any centroid c, sum w |f - c|^2 - |sum w f - c|^2 is the
    weighted variance of the features. Between two features that is w (1 - w) times their squared difference; between
    four it comes from the differences of neighbours alone.
    """
    rows, cols = features.shape[1:]
    across, down = (np.zeros(shape, np.float32) for shape in ((rows, cols - 1), (rows - 1, cols)))
    both = np.zeros((rows - 1, cols - 1), np.float32)
    for values in features:
        steps = values[:, 1:] - values[:, :-1]
        across += steps**2
        both += (steps[1:] - steps[:-1]) ** 2
        down += (values[1:] - values[:-1]) ** 2
    shares = (np.arange(output_stride) / output_stride).tolist()
    for row, v in enumerate(shares):
        between_rows = across[:-1] * (1 - v) + across[1:] * v
        for col, u in enumerate(shares):
            between_cols = down[:, :-1] * (1 - u) + down[:, 1:] * u
            squares = u * (1 - u) * between_rows + v * (1 - v) * between_cols
            yield (row, col), squares - u * (1 - u) * v * (1 - v) * both
