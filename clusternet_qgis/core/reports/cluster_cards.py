"""Describes each cluster of a raster: its area, spectrum, neighbours and typical patches."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..arrays import BoolArray, ByteArray, DoubleArray, FloatArray, IntArray
from ..io.raster_source import RasterSource
from ..io.tiling import TileGrid, Window
from ..progress import Progress
from .pictures import RgbRenderer, to_bytes

PATCH_SIZE = 48
PATCHES = 6
NEIGHBOURS = 5
_TILE_SIZE = 20 * PATCH_SIZE
# How much pixels of other clusters in a patch are mixed with white.
_FADING = 0.65


@dataclass(frozen=True)
class ClusterCard:
    """The description of a cluster.

    Attributes:
        cluster: Number of the cluster.
        pixels: Number of its pixels.
        mean: (bands,) mean of the raster's values.
        std: (bands,) standard deviation of the raster's values.
        neighbours: Adjacent clusters with their share of its border, the largest share first.
        patches: Images (rows, cols, 3) of squares in which the cluster has most pixels and the highest confidence;
            pixels of other clusters are faded.
    """

    cluster: int
    pixels: int
    mean: DoubleArray
    std: DoubleArray
    neighbours: tuple[tuple[int, float], ...]
    patches: tuple[ByteArray, ...]


def describe_clusters(
    source: RasterSource,
    window: Window,
    clusters: RasterSource,
    confidence: RasterSource,
    count: int,
    progress: Progress = Progress(),
) -> tuple[ClusterCard, ...]:
    """Describes the clusters that occur, the largest first.

    Args:
        source: The raster.
        window: The part of the raster that was clustered.
        clusters: Cluster raster of that part, in which cluster `i` is stored as `i + 1` and 0 is no data.
        confidence: Raster of the confidence of each pixel's cluster.
        count: Number of clusters of the model.
        progress: Reports tiles.
    """
    statistics = _ClusterStatistics(count, len(source.bands))
    grid = TileGrid(clusters.grid.window, _TILE_SIZE)
    for tile in progress.part(0, 0.9).track(grid, len(grid)):
        core = tile.core
        # One more row and column, if they exist, to count borders between tiles too.
        wider = Window(core.row, core.col, core.rows + 1, core.cols + 1).intersection(grid.window)
        values, _ = source.read(core.shifted(window.row, window.col))
        statistics.add(core, values, _ids(clusters, wider), confidence.read(core)[0][0])
    renderer = _PatchRenderer(source, window, clusters, *statistics.of_all_pixels())
    present = np.flatnonzero(statistics.pixels)
    present = present[np.argsort(-statistics.pixels[present], kind="stable")].tolist()
    return tuple(statistics.card(i, renderer) for i in progress.part(0.9, 1).track(present, len(present)))


def _ids(clusters: RasterSource, window: Window) -> IntArray:
    """Cluster of each pixel (rows, cols); -1 for no data."""
    values, valid = clusters.read(window)
    return np.where(valid, values[0], 0).astype(np.int64) - 1


@dataclass
class _ClusterStatistics:
    """Statistics of each cluster, summed up tile by tile."""

    count: int
    bands: int
    pixels: IntArray = field(init=False)
    sums: DoubleArray = field(init=False)
    squares: DoubleArray = field(init=False)
    borders: IntArray = field(init=False)
    scores: DoubleArray = field(init=False)
    corners: IntArray = field(init=False)

    def __post_init__(self) -> None:
        self.pixels = np.zeros(self.count, np.int64)
        self.sums = np.zeros((self.count, self.bands))
        self.squares = np.zeros((self.count, self.bands))
        self.borders = np.zeros((self.count, self.count), np.int64)
        self.scores = np.zeros((self.count, PATCHES))
        self.corners = np.zeros((self.count, PATCHES, 2), np.int64)

    def add(self, core: Window, values: FloatArray, wider: IntArray, confidence: FloatArray) -> None:
        ids = wider[: core.rows, : core.cols]
        valid = ids >= 0
        inside = ids[valid]
        self.pixels += np.bincount(inside, minlength=self.count)
        for band, layer in enumerate(values):
            valid_values = layer[valid].astype(np.float64)
            self.sums[:, band] += np.bincount(inside, valid_values, self.count)
            self.squares[:, band] += np.bincount(inside, valid_values**2, self.count)
        self._add_borders(wider[:, :-1], wider[:, 1:], core)
        self._add_borders(wider[:-1], wider[1:], core)
        self._add_patches(core, ids, np.where(valid, confidence, 0))

    def _add_borders(self, first: IntArray, second: IntArray, core: Window) -> None:
        first, second = first[: core.rows, : core.cols], second[: core.rows, : core.cols]
        differ = (first != second) & (first >= 0) & (second >= 0)
        pairs = np.bincount(first[differ] * self.count + second[differ], minlength=self.count**2)
        table = pairs.reshape(self.count, self.count)
        self.borders += table + table.T

    def _add_patches(self, core: Window, ids: IntArray, confidence: FloatArray) -> None:
        """Keeps the squares in which each cluster has most pixels, weighted by their confidence."""
        down, across = -(-core.rows // PATCH_SIZE), -(-core.cols // PATCH_SIZE)
        row, col = np.arange(core.rows) // PATCH_SIZE, np.arange(core.cols) // PATCH_SIZE
        square = row[:, None] * across + col
        valid = ids >= 0
        keys = ids[valid] * (down * across) + square[valid]
        weights = np.bincount(keys, confidence[valid], self.count * down * across).reshape(self.count, -1)
        best = np.argsort(-weights, axis=1, kind="stable")[:, :PATCHES]
        corner = np.stack([core.row + best // across * PATCH_SIZE, core.col + best % across * PATCH_SIZE], axis=2)
        scores = np.concatenate([self.scores, np.take_along_axis(weights, best, 1)], axis=1)
        corners = np.concatenate([self.corners, corner], axis=1)
        kept = np.argsort(-scores, axis=1, kind="stable")[:, :PATCHES]
        self.scores = np.take_along_axis(scores, kept, 1)
        self.corners = np.take_along_axis(corners, kept[..., None], 1)

    def of_all_pixels(self) -> tuple[DoubleArray, DoubleArray]:
        """(bands,) mean and standard deviation of all pixels."""
        total = max(int(self.pixels.sum()), 1)
        mean = self.sums.sum(0) / total
        return mean, np.sqrt(np.maximum(self.squares.sum(0) / total - mean**2, 0))

    def card(self, cluster: int, renderer: _PatchRenderer) -> ClusterCard:
        pixels = int(self.pixels[cluster])
        mean = self.sums[cluster] / pixels
        border = self.borders[cluster]
        longest = np.argsort(-border, kind="stable")[:NEIGHBOURS]
        shown = [corner for corner, score in zip(self.corners[cluster], self.scores[cluster]) if score > 0]
        return ClusterCard(
            cluster,
            pixels,
            mean,
            np.sqrt(np.maximum(self.squares[cluster] / pixels - mean**2, 0)),
            tuple((int(other), float(border[other] / border.sum())) for other in longest if border[other]),
            tuple(renderer.patch(int(row), int(col), cluster) for row, col in shown),
        )


class _PatchRenderer:
    """Renders patches of the raster, all with the same contrast."""

    def __init__(
        self,
        source: RasterSource,
        window: Window,
        clusters: RasterSource,
        mean: DoubleArray,
        std: DoubleArray,
    ) -> None:
        self._source, self._window, self._clusters = source, window, clusters
        self._renderer = RgbRenderer(source.band_names, mean, std)

    def patch(self, row: int, col: int, cluster: int) -> ByteArray:
        patch = Window(row, col, PATCH_SIZE, PATCH_SIZE).intersection(self._clusters.grid.window)
        values, valid = self._source.read(patch.shifted(self._window.row, self._window.col))
        colours = self._renderer.render(values)
        others: BoolArray = ~valid | (_ids(self._clusters, patch) != cluster)
        colours[others] = _FADING + (1 - _FADING) * colours[others]
        return to_bytes(colours)
