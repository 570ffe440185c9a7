"""Tiles in the resolution of the screen: only the pixels and the features that a picture of the view needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..io.tiling import Window
from ..selection.selection import ClusterSelection
from ..selection.splitting import ClusterSplitter
from .feature_cache import FeatureCache, TileFeatures, TileIndex

IdArray = NDArray[np.uint16]

_VALUES_AT_ONCE = 50_000


class Axis(NamedTuple):
    """How to interpolate pixels of the screen between samples along one axis.

    Attributes:
        low: Index of the sample before each pixel.
        high: Index of the sample behind it.
        weight: Weight of the sample behind it, from 0 to 1.
    """

    low: IntArray
    high: IntArray
    weight: FloatArray


class PreviewTile(NamedTuple):
    """What one tile contributes to a picture.

    Attributes:
        slices: Its rows and columns in the picture.
        ids: 1 + cluster of each of its pixels, 0 for no data (rows, cols).
        features: Of the samples around them (features, samples down, samples right).
        down: Interpolates rows.
        right: Interpolates columns.
    """

    slices: tuple[slice, slice]
    ids: IdArray
    features: FloatArray
    down: Axis
    right: Axis

    def scores(self, splitter: ClusterSplitter) -> Iterator[tuple[slice, FloatArray]]:
        """Scores of each pixel, by strips of rows that fit the processor's cache: (weights, rows, cols) each."""
        coarse = splitter.scores(self.features)
        wide = coarse.take(self.right.low, 2)
        wide += (coarse.take(self.right.high, 2) - wide) * self.right.weight
        # From each row of samples to the next; the two that a row of the screen lies between are neighbours.
        change = np.diff(wide, axis=1, append=wide[:, -1:])
        step = max(_VALUES_AT_ONCE // (len(wide) * wide.shape[2]), 1)
        for row in range(0, len(self.ids), step):
            strip = slice(row, row + step)
            full = change.take(self.down.low[strip], 1)
            full *= self.down.weight[strip, None]
            full += wide.take(self.down.low[strip], 1)
            yield strip, full


def preview_positions(start: int, length: int, pixels: int) -> IntArray:
    """The pixel of the raster under the centre of each pixel of the screen."""
    return np.asarray(np.floor(start + (np.arange(pixels) + 0.5) * (length / pixels)), np.int64)


def preview_tile(
    cache: FeatureCache,
    index: TileIndex,
    tile: TileFeatures,
    raster: Window,
    rows: IntArray,
    cols: IntArray,
) -> PreviewTile | None:
    """The part of a picture that lies on a tile; None if there is none.

    Args:
        cache: Where the tile is from.
        index: Which tile.
        tile: Its features.
        raster: All pixels of the raster.
        rows: Row of the raster of each row of the picture, ascending.
        cols: Column of the raster of each column of the picture, ascending.
    """
    window, output_stride = cache.window_of(index), cache.tile_geometry.output_stride
    inside = window.intersection(raster)
    top, bottom = np.searchsorted(rows, (inside.row, inside.row_end))
    left, right = np.searchsorted(cols, (inside.col, inside.col_end))
    if top == bottom or left == right:
        return None
    down, across = rows[top:bottom] - window.row, cols[left:right] - window.col
    row_axis, row_samples = _axis(down, output_stride, tile.features.shape[1])
    col_axis, col_samples = _axis(across, output_stride, tile.features.shape[2])
    features = np.ascontiguousarray(tile.features[:, row_samples][:, :, col_samples], np.float32)
    ids = tile.clusters[down[:, None], across]
    return PreviewTile((slice(top, bottom), slice(left, right)), ids, features, row_axis, col_axis)


def _axis(positions: IntArray, output_stride: int, samples: int) -> tuple[Axis, IntArray]:
    """How to interpolate at positions, in pixels of the tile, and the samples that this needs."""
    low = positions // output_stride
    high = np.minimum(low + 1, samples - 1) if output_stride > 1 else low
    needed, indices = np.unique(np.concatenate([low, high]), return_inverse=True)
    weight = ((positions - low * output_stride) / output_stride).astype(np.float32)
    return Axis(indices[: len(low)], indices[len(low) :], weight), needed


class ClassPainter:
    """Draws clusters, classes and confidence of tiles under a selection.

    Args:
        selection: Classes and splits.
        clusters: Number of clusters of the model.
        whole: See `ClusterSplitter`.
    """

    def __init__(
        self, selection: ClusterSelection, clusters: int, whole: tuple[FloatArray, FloatArray] | None = None
    ) -> None:
        self._splitter = ClusterSplitter(selection, clusters, whole)
        self._class_of = np.zeros(self._splitter.clusters + 1, np.uint16)
        for index, entry in enumerate(selection.classes, start=1):
            self._class_of[np.array(entry.clusters, np.int64) + 1] = index
        # Of each cluster by each row of weights, and at the end of no data: 1 + cluster or child, and its class.
        self._shown = np.append(self._splitter.child_table + np.uint16(1), np.uint16(0))
        self._shown_class = self._class_of[self._shown]

    def draw(self, tile: PreviewTile, picture: IdArray) -> IntArray:
        """Puts 1 + cluster or child, 1 + class and confidence into a picture (3, rows, cols), 0 where there is none.

        Returns:
            Pixels of each cluster or child, beginning with those of none.
        """
        drawn = picture[(slice(None), *tile.slices)]
        if not self._splitter:
            drawn[0], drawn[1] = tile.ids, self._class_of[tile.ids]
            return np.bincount(tile.ids.ravel(), minlength=len(self._class_of))
        rows, counts = len(self._splitter.weights), np.zeros(len(self._shown), np.int64)
        for strip, scores in tile.scores(self._splitter):
            shown = tile.ids[strip].astype(np.intp)
            invalid = np.flatnonzero(tile.ids[strip] == 0)
            shown -= 1
            shown.flat[invalid] = 0
            winners, lead = self._splitter.winners(shown, scores)
            shown *= rows
            shown += winners
            shown.flat[invalid] = len(self._shown) - 1
            classes = self._shown_class.take(shown)
            drawn[0, strip], drawn[1, strip] = self._shown.take(shown), classes
            lead /= 2
            confidence = np.tanh(lead, out=lead)
            confidence *= 255
            confidence[classes == 0] = 0
            drawn[2, strip] = confidence
            counts += np.bincount(shown.ravel(), minlength=len(counts))
        return np.bincount(self._shown, counts, len(self._class_of)).astype(np.int64)
