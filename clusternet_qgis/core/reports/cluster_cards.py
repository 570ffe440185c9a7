"""What each cluster of a raster is: its area, spectrum, neighbours and typical patches."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray
from ..io.raster_source import RasterSource
from ..io.tiling import TileGrid, Window
from ..progress import Progress
from .pictures import Painter, in_bytes

PATCH = 48
PATCHES = 6
NEIGHBOURS = 5
_TILE = 20 * PATCH
_FADING = 0.65

IntArray = NDArray[np.int64]


@dataclass(frozen=True)
class ClusterCard:
    """A cluster.

    Attributes:
        cluster: Its number.
        pixels: How many it has.
        mean: (bands,) of the raster's values.
        std: (bands,) standard deviation.
        neighbours: Clusters that it borders, each with its share of the border, largest first.
        patches: Pictures (rows, cols, 3) of places where it is purest and clearest; other clusters are faded.
    """

    cluster: int
    pixels: int
    mean: NDArray[np.float64]
    std: NDArray[np.float64]
    neighbours: tuple[tuple[int, float], ...]
    patches: tuple[NDArray[np.uint8], ...]


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
        window: Its part that was clustered.
        clusters: The clusters of that part: cluster `i` is stored as `i + 1`, 0 is no data.
        confidence: How clear each choice was.
        count: Number of clusters of the model.
        progress: Reports tiles.
    """
    tally = _Tally(count, len(source.bands))
    grid = TileGrid(clusters.grid.window, _TILE)
    for tile in progress.part(0, 0.9).track(grid, len(grid)):
        core = tile.core
        # A row and a column more, where there are, so that pairs across tiles count too.
        wider = Window(core.row, core.col, core.rows + 1, core.cols + 1).intersection(grid.window)
        values, _ = source.read(core.shifted(window.row, window.col))
        tally.add(core, values, _ids(clusters, wider), confidence.read(core)[0][0])
    pictures = _Pictures(source, window, clusters, *tally.spread())
    present = np.flatnonzero(tally.pixels)
    present = present[np.argsort(-tally.pixels[present], kind="stable")].tolist()
    return tuple(tally.card(i, pictures) for i in progress.part(0.9, 1).track(present, len(present)))


def _ids(clusters: RasterSource, window: Window) -> IntArray:
    """Cluster of each pixel (rows, cols), -1 where there is none."""
    values, valid = clusters.read(window)
    return np.where(valid, values[0], 0).astype(np.int64) - 1


@dataclass
class _Tally:
    count: int
    bands: int
    pixels: IntArray = field(init=False)
    sums: NDArray[np.float64] = field(init=False)
    squares: NDArray[np.float64] = field(init=False)
    borders: IntArray = field(init=False)
    scores: NDArray[np.float64] = field(init=False)
    places: IntArray = field(init=False)

    def __post_init__(self) -> None:
        self.pixels = np.zeros(self.count, np.int64)
        self.sums = np.zeros((self.count, self.bands))
        self.squares = np.zeros((self.count, self.bands))
        self.borders = np.zeros((self.count, self.count), np.int64)
        self.scores = np.zeros((self.count, PATCHES))
        self.places = np.zeros((self.count, PATCHES, 2), np.int64)

    def add(self, core: Window, values: FloatArray, wider: IntArray, confidence: FloatArray) -> None:
        ids = wider[: core.rows, : core.cols]
        known = ids >= 0
        inside = ids[known]
        self.pixels += np.bincount(inside, minlength=self.count)
        for band, layer in enumerate(values):
            numbers = layer[known].astype(np.float64)
            self.sums[:, band] += np.bincount(inside, numbers, self.count)
            self.squares[:, band] += np.bincount(inside, numbers**2, self.count)
        self._add_borders(wider[:, :-1], wider[:, 1:], core)
        self._add_borders(wider[:-1], wider[1:], core)
        self._add_places(core, ids, np.where(known, confidence, 0))

    def _add_borders(self, first: IntArray, second: IntArray, core: Window) -> None:
        first, second = first[: core.rows, : core.cols], second[: core.rows, : core.cols]
        differ = (first != second) & (first >= 0) & (second >= 0)
        pairs = np.bincount(first[differ] * self.count + second[differ], minlength=self.count**2)
        table = pairs.reshape(self.count, self.count)
        self.borders += table + table.T

    def _add_places(self, core: Window, ids: IntArray, confidence: FloatArray) -> None:
        """Keeps the squares in which each cluster has most pixels, weighed by their confidence."""
        down, across = -(-core.rows // PATCH), -(-core.cols // PATCH)
        row, col = np.arange(core.rows) // PATCH, np.arange(core.cols) // PATCH
        square = row[:, None] * across + col
        known = ids >= 0
        keys = ids[known] * (down * across) + square[known]
        weights = np.bincount(keys, confidence[known], self.count * down * across).reshape(self.count, -1)
        best = np.argsort(-weights, axis=1, kind="stable")[:, :PATCHES]
        corner = np.stack([core.row + best // across * PATCH, core.col + best % across * PATCH], axis=2)
        scores = np.concatenate([self.scores, np.take_along_axis(weights, best, 1)], axis=1)
        places = np.concatenate([self.places, corner], axis=1)
        kept = np.argsort(-scores, axis=1, kind="stable")[:, :PATCHES]
        self.scores = np.take_along_axis(scores, kept, 1)
        self.places = np.take_along_axis(places, kept[..., None], 1)

    def spread(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """(bands,) mean and deviation of all pixels."""
        total = max(int(self.pixels.sum()), 1)
        mean = self.sums.sum(0) / total
        return mean, np.sqrt(np.maximum(self.squares.sum(0) / total - mean**2, 0))

    def card(self, cluster: int, pictures: _Pictures) -> ClusterCard:
        pixels = int(self.pixels[cluster])
        mean = self.sums[cluster] / pixels
        border = self.borders[cluster]
        longest = np.argsort(-border, kind="stable")[:NEIGHBOURS]
        shown = [place for place, score in zip(self.places[cluster], self.scores[cluster]) if score > 0]
        return ClusterCard(
            cluster,
            pixels,
            mean,
            np.sqrt(np.maximum(self.squares[cluster] / pixels - mean**2, 0)),
            tuple((int(other), float(border[other] / border.sum())) for other in longest if border[other]),
            tuple(pictures.patch(int(row), int(col), cluster) for row, col in shown),
        )


class _Pictures:
    """Draws parts of the raster, with the same contrast everywhere."""

    def __init__(
        self,
        source: RasterSource,
        window: Window,
        clusters: RasterSource,
        mean: NDArray[np.float64],
        std: NDArray[np.float64],
    ) -> None:
        self._source, self._window, self._clusters = source, window, clusters
        self._painter = Painter(source.band_names, mean, std)

    def patch(self, row: int, col: int, cluster: int) -> NDArray[np.uint8]:
        place = Window(row, col, PATCH, PATCH).intersection(self._clusters.grid.window)
        values, valid = self._source.read(place.shifted(self._window.row, self._window.col))
        shares = self._painter.paint(values)
        others: BoolArray = ~valid | (_ids(self._clusters, place) != cluster)
        shares[others] = _FADING + (1 - _FADING) * shares[others]
        return in_bytes(shares)
