"""From distances to centroids to the nearest cluster of every pixel, and how clear the choice was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray

# So many cells of distances stay in the processor's cache.
_CELLS_AT_ONCE = 32_000
# A squared distance of 0 counts as this, so that a pixel on two equal centroids has a confidence of 0.
_SMALLEST_SQUARE = np.float32(1e-30)
# Of the arrays of an Assignment.
_TYPES: tuple[type[np.generic], ...] = (np.uint16, np.float32, np.float32)


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
    return Assignment(*_compared(distances, features, output_stride, _TYPES))


def nearest_clusters(distances: FloatArray, output_stride: int) -> NDArray[np.uint16]:
    """The clusters of `assign` alone, in two thirds of the time."""
    return _compared(distances, None, output_stride, _TYPES[:1])[0]


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


def _compared(
    distances: FloatArray, features: FloatArray | None, output_stride: int, types: Sequence[type[np.generic]]
) -> list[NDArray[Any]]:
    """The arrays of an Assignment of these types, strip by strip, so that a strip stays in the processor's cache."""
    beyond = int(output_stride > 1)
    rows, cols = distances.shape[1] - beyond, distances.shape[2] - beyond
    arrays = [np.empty((rows, output_stride, cols, output_stride), kind) for kind in types]
    step = max(_CELLS_AT_ONCE // cols, 1)
    for row in range(0, rows, step):
        strip = slice(row, row + step + beyond)
        ids, *squares = _compared_strip(distances[:, strip], output_stride, len(types) > 1)
        if features is not None and beyond:
            _subtract_excess(squares, features[:, strip], output_stride)
        for whole, part in zip(arrays, (ids, *squares)):
            whole[row : row + step] = part.transpose(2, 0, 3, 1)
    return [array.reshape(rows * output_stride, cols * output_stride) for array in arrays]


def _compared_strip(distances: FloatArray, output_stride: int, with_second: bool) -> tuple[NDArray[Any], ...]:
    """Ids, nearest and second distances (output stride, output stride, rows, cols), by position in a cell.

    Each cluster is compared at every pixel: plain passes over small arrays, which the processor does many pixels at a
    time, take a third of the time of looking up the four or five clusters that can win in a cell.
    """
    clusters, rows, cols = distances.shape
    shape = (output_stride, output_stride, rows - (output_stride > 1), cols - (output_stride > 1))
    kind = np.uint8 if clusters <= 256 else np.uint16
    ids = np.zeros(shape, kind)
    nearest, second = (np.full(shape, np.inf, np.float32) for _ in range(2))
    closer, mark, farther = (np.empty(shape[2:], dtype) for dtype in (np.uint8, kind, np.float32))
    for cluster in range(clusters):
        for position, values in _between(np.maximum(distances[cluster], 0), output_stride):
            # Ids grow, so that the larger of two is that of the cluster which came closer last.
            np.less(values, nearest[position], out=closer.view(bool))
            np.multiply(closer, kind(cluster), out=mark)
            np.maximum(ids[position], mark, out=ids[position])
            if with_second:
                np.maximum(nearest[position], values, out=farther)
                np.minimum(second[position], farther, out=second[position])
            np.minimum(nearest[position], values, out=nearest[position])
    return ids, nearest, second


def _between(corners: FloatArray, output_stride: int) -> Iterator[tuple[tuple[int, int], FloatArray]]:
    """Interpolated values of all cells at each position (down, across) in a cell; valid until the next."""
    if output_stride == 1:
        yield (0, 0), corners
        return
    share = np.float32(1 / output_stride)
    line = corners[:-1].copy()
    down = (corners[1:] - line) * share
    for row in range(output_stride):
        values = line[:, :-1].copy()
        across = (line[:, 1:] - values) * share
        for col in range(output_stride):
            yield (row, col), values
            values += across
        line += down


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
