"""Methods that map a class from strokes: that of the plugin, and others with the same strokes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.simulated_user import BoolArray, IntArray, Stroke
from clusternet_qgis.core.interactive.stroke_classifier import (
    CONTESTED_SHARE,
    StrokeClassifier,
    fit_stroke_classifier,
    nearest,
    surroundings_of,
)
from clusternet_qgis.core.io.nodata_fill import read_normalised
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import TileGrid
from clusternet_qgis.core.mapping.tile_mapper import PixelClusterer
from clusternet_qgis.core.model.cluster_model import ClusterModel

from .features import Features, FloatArray

_TILE = 1024
_ROWS_AT_ONCE = 200_000
# As in the plugin, the variance of features is estimated from so many pixels of the tiles that strokes touch.
_SURROUNDINGS = 40_000
_TREES = 100


class FeatureMap(Protocol):
    """Features of a raster.

    Attributes:
        visible: Features of the pixels that the user sees (samples, features).
        shape: Rows and columns of these pixels.
    """

    visible: NDArray[Any]
    shape: tuple[int, int]

    def at(self, rows: IntArray, cols: IntArray) -> FloatArray:
        """Features of pixels of the raster (pixels, features)."""


class FilterMap:
    """Features of a filter bank; those of stroked pixels are computed when they are needed."""

    def __init__(self, features: Features, array: FloatArray, step: int) -> None:
        self._features, self._reach = features, features.margin
        self._size = array.shape[1:]
        reach = ((self._reach, self._reach + _TILE),) * 2
        self._padded = np.pad(array, ((0, 0), *reach), "symmetric") if self._reach else array
        rows = []
        for row in range(0, array.shape[1], _TILE):
            tiles = [self._window(row, col, _TILE)[:, ::step, ::step] for col in range(0, array.shape[2], _TILE)]
            rows.append(np.concatenate(tiles, 2))
        high, wide = (-(-size // step) for size in self._size)
        whole = np.concatenate(rows, 1)[:, :high, :wide]
        self.shape = (high, wide)
        self.visible = np.ascontiguousarray(whole.reshape(len(whole), -1).T, np.float32)

    def _window(self, row: int, col: int, side: int) -> FloatArray:
        size = side + 2 * self._reach
        return self._features.of(np.ascontiguousarray(self._padded[:, row : row + size, col : col + size]))

    def at(self, rows: IntArray, cols: IntArray) -> FloatArray:
        """See the protocol."""
        top, left = int(rows.min()), int(cols.min())
        side = int(max(rows.max() - top, cols.max() - left)) + 1
        return np.asarray(self._window(top, left, side)[:, rows - top, cols - left].T, np.float32)


class NetworkMap:
    """Features of a model as they are clustered, in half precision as in the plugin's cache.

    Attributes:
        clusters: Nearest centroid of each pixel that the user sees (samples,).
        step: The user sees only every step-th row and column.
    """

    def __init__(self, model: ClusterModel, path: str, step: int) -> None:
        clusterer = PixelClusterer(model)
        tile_geometry = clusterer.tile_geometry
        self.model, self._output_stride, self.step = model, tile_geometry.output_stride, step
        with RasterSource(path) as source:
            phase = source.grid.phase(tile_geometry.stride)
            grid = TileGrid(source.grid.window, _TILE, tile_geometry.margin, tile_geometry.stride, phase)
            high, wide = (-(-size // tile_geometry.output_stride) for size in (source.grid.height, source.grid.width))
            self._all = np.zeros((model.centroids.shape[1], high, wide), np.float16)
            for tile in grid:
                values, _ = read_normalised(source, tile.read, model.stats)
                features = clusterer.features(values)
                row, col = tile.core.row // self._output_stride, tile.core.col // self._output_stride
                target = self._all[:, row : row + features.shape[1], col : col + features.shape[2]]
                target[...] = features[:, : target.shape[1], : target.shape[2]]
        every = step // self._output_stride
        visible = self._all[:, ::every, ::every]
        self.shape = (visible.shape[1], visible.shape[2])
        self.visible = np.ascontiguousarray(visible.reshape(len(visible), -1).T, np.float32)
        self.clusters = np.concatenate([nearest(part, model.centroids) for part in _parts(self.visible)])

    def at(self, rows: IntArray, cols: IntArray) -> FloatArray:
        """Features of the nearest cells."""
        cells = tuple(
            np.minimum((at + self._output_stride // 2) // self._output_stride, size - 1)
            for at, size in zip((rows, cols), self._all.shape[1:])
        )
        return np.asarray(self._all[:, cells[0], cells[1]].T, np.float32)

    def around(self, strokes: Sequence[Stroke]) -> FloatArray:
        """Features of pixels that are spread over the tiles that strokes touch, as in the plugin."""
        touched = {(int(r), int(c)) for s in strokes for r, c in zip(s.rows // _TILE, s.cols // _TILE)}
        side = _TILE // self._output_stride
        parts = []
        for row, col in sorted(touched):
            part = self._all[:, row * side : (row + 1) * side, col * side : (col + 1) * side]
            most = max(_SURROUNDINGS // len(touched), 1)
            every = max(math.ceil(math.sqrt(part.shape[1] * part.shape[2] / most)), 1)
            parts.append(part[:, ::every, ::every].reshape(len(part), -1).T)
        return np.concatenate(parts).astype(np.float32)


def _parts(samples: NDArray[Any]) -> list[NDArray[Any]]:
    return [samples[start : start + _ROWS_AT_ONCE] for start in range(0, len(samples), _ROWS_AT_ONCE)]


class StrokeMethod:
    """Learns a class from strokes, and maps it.

    Args:
        features: Features of the raster.
    """

    def __init__(self, features: FeatureMap) -> None:
        self.features = features
        self._stroked: list[tuple[Stroke, FloatArray]] = []

    def __call__(self, strokes: Sequence[Stroke]) -> BoolArray:
        """The map of the pixels that the user sees (rows, cols)."""
        self._stroked = [(s, f) for (s, f), new in zip(self._stroked, strokes) if s is new]
        self._stroked += [(s, self.features.at(s.rows, s.cols)) for s in strokes[len(self._stroked) :]]
        painted = [np.full(len(features), stroke.positive) for stroke, features in self._stroked]
        samples, positive = np.concatenate([features for _, features in self._stroked]), np.concatenate(painted)
        return self._map(samples, positive, strokes).reshape(self.features.shape)

    def _map(self, samples: FloatArray, positive: BoolArray, strokes: Sequence[Stroke]) -> BoolArray:
        raise NotImplementedError


class Classifier(StrokeMethod):
    """A classifier of scikit-learn. If all strokes are of one class, all pixels are."""

    def _new(self) -> Any:
        raise NotImplementedError

    def _map(self, samples: FloatArray, positive: BoolArray, strokes: Sequence[Stroke]) -> BoolArray:
        if positive.all() or not positive.any():
            return np.full(len(self.features.visible), bool(positive[0]))
        fitted = self._new().fit(samples, positive)
        return np.concatenate([fitted.predict(part) for part in _parts(self.features.visible)])


class RandomForest(Classifier):
    """A random forest of a hundred trees, as in ilastik."""

    def _new(self) -> Any:
        return RandomForestClassifier(_TREES, random_state=0, n_jobs=1)


class Regression(Classifier):
    """Logistic regression with balanced classes, on features of variance 1."""

    def _new(self) -> Any:
        return make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced", max_iter=300))


class VotesAndSplits(StrokeMethod):
    """The interactive step of Girard et al. 2019, section 3.4, without training.

    A cluster gets the class of most of its strokes. A contested cluster is split in two by the nearest mean of the
    stroked pixels of either class.
    """

    features: NetworkMap

    def _map(self, samples: FloatArray, positive: BoolArray, strokes: Sequence[Stroke]) -> BoolArray:
        model, clusters = self.features.model, self.features.clusters
        stroked = nearest(samples, model.centroids)
        votes = np.stack([np.bincount(stroked[side], minlength=model.clusters) for side in (~positive, positive)])
        total = votes.sum(0)
        mapped = (votes[1] * 2 >= np.maximum(total, 1))[clusters]
        for cluster in np.flatnonzero((votes >= CONTESTED_SHARE * np.maximum(total, 1)).all(0)):
            means = np.stack([samples[(stroked == cluster) & side].mean(0) for side in (~positive, positive)])
            (members,) = np.nonzero(clusters == cluster)
            mapped[members] = nearest(self.features.visible[members], means) == 1
        return mapped


class ClusterNet(StrokeMethod):
    """The classifier of the plugin; what is painted stays painted.

    Attributes:
        uncertainty: Of the pixels that the user sees (rows, cols), as the plugin has it.
        followed: Share of the stroked pixels to which the rule gives their class, without what stays painted.
    """

    features: NetworkMap
    uncertainty: FloatArray
    followed: float

    def _map(self, samples: FloatArray, positive: BoolArray, strokes: Sequence[Stroke]) -> BoolArray:
        around = self.features.around(strokes)
        counts, centroids = np.ones(len(samples), np.int64), self.features.model.centroids
        rule = fit_stroke_classifier(
            samples, positive.astype(np.int64), counts, surroundings_of(around, centroids), centroids, 2
        )
        found = classes_of(rule, self.features.visible, self.features.clusters)
        self.uncertainty = uncertainty(rule, self.features, found).reshape(self.features.shape)
        stroked = classes_of(rule, samples, nearest(samples, centroids))
        self.followed = float((stroked == positive).mean())
        mapped = (found == 1).reshape(self.features.shape)
        for stroke in strokes:
            seen = (stroke.rows % self.features.step == 0) & (stroke.cols % self.features.step == 0)
            mapped[stroke.rows[seen] // self.features.step, stroke.cols[seen] // self.features.step] = stroke.positive
        return mapped.ravel()


def classes_of(rule: StrokeClassifier, features: FloatArray, clusters: IntArray) -> IntArray:
    """The class of pixels (pixels, features) of clusters (pixels,); -1 for none."""
    allowed = np.zeros(rule.offsets.shape, bool)
    for cluster, owners in enumerate(rule.owners):
        allowed[cluster, list(owners)] = True
    scores = features @ rule.weights.T + rule.offsets[clusters]
    of_pixel = allowed[clusters]
    scores[~of_pixel] = -np.inf
    return np.where(of_pixel.any(1), scores.argmax(1), -1)


def uncertainty(rule: StrokeClassifier, features: NetworkMap, classes: IntArray) -> FloatArray:
    """How uncertain the classes of the pixels that the user sees are (samples,)."""
    from clusternet_qgis.core.interactive.next_place import uncertainty_of

    confidence = np.zeros(len(classes), np.uint16)
    if rule.weights.any():
        scores = np.sort(features.visible @ rule.weights.T + rule.offsets[features.clusters], 1)
        confidence = (255 * np.tanh((scores[:, -1] - scores[:, -2]) / 2)).astype(np.uint16)
    return uncertainty_of(np.ones(len(classes), bool), (classes + 1).astype(np.uint16), confidence)
