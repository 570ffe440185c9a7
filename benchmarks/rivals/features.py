"""k-means on features of every pixel, computed window by window; the same sample and settings for all of them."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from skimage.feature import multiscale_basic_features
from torch.nn.functional import interpolate

from benchmarks.images import LabelledImage
from clusternet_qgis.core.clustering import kmeans

CLUSTERS = 64
SAMPLE_PIXELS = 200_000
WINDOW = 1024
# k-means is fitted on pixels of windows of no more than this, which are spread over the image.
FITTED_MEGAPIXELS = 8.0
_CELLS_AT_ONCE = 16

FloatArray = NDArray[np.float32]


class Result(NamedTuple):
    """Clusters of each raster (rows, cols) from 1, and what they took; None where a tool does not tell."""

    clusters: list[NDArray[np.uint16]]
    training_seconds: float | None
    prediction_seconds: float | None


class Features:
    """Features of pixels or cells of an image, the same wherever a window ends.

    Attributes:
        margin: Pixels around a window that are seen.
        output_stride: Pixels along a cell.
    """

    margin = 0
    output_stride = 1

    def prepare(self, image: LabelledImage) -> None:
        """Takes what must be known of the whole image."""

    def of(self, window: FloatArray) -> FloatArray:
        """Features (features, rows, cols) of the middle of a window (bands, ...) that has the margin around it.

        With an output stride, those of its cells and of a ring of one more cell, for which the window is larger, too.
        """
        raise NotImplementedError

    def fit(self, samples: FloatArray) -> None:
        """Takes the statistics of samples (samples, features); by default each feature is brought to variance 1."""
        deviation = samples.std(0)
        self._scale = np.where(deviation > 0, 1 / np.where(deviation > 0, deviation, 1), 0).astype(np.float32)
        self._mean = samples.mean(0)

    def normalised(self, samples: FloatArray) -> FloatArray:
        """Samples as they are clustered."""
        return (samples - self._mean) * self._scale


class Pixels(Features):
    """Nothing but the values of the bands."""

    def of(self, window: FloatArray) -> FloatArray:
        """See the base."""
        return window

    def fit(self, samples: FloatArray) -> None:
        """The values are what they are."""

    def normalised(self, samples: FloatArray) -> FloatArray:
        """See the base."""
        return samples


class MultiscaleBasic(Features):
    """scikit-image's intensity, edges and texture at six scales, as it makes them for pixel classifiers."""

    margin = 64  # four times the largest sigma

    def of(self, window: FloatArray) -> FloatArray:
        """See the base."""
        found = multiscale_basic_features(np.moveaxis(window, 0, -1), channel_axis=-1, workers=1)
        inner = slice(self.margin, -self.margin)
        return np.moveaxis(found[inner, inner], -1, 0).astype(np.float32)


@dataclass(frozen=True)
class Place:
    """A window of a raster."""

    raster: int
    row: int
    col: int
    rows: int
    cols: int


def _sides(image: LabelledImage) -> list[int]:
    """Rows and columns of a window: as few alike ones as cover the largest raster."""
    longest = [max(array.shape[axis] for array in image.arrays) for axis in (1, 2)]
    return [32 * math.ceil(size / math.ceil(size / WINDOW) / 32) for size in longest]


def _places(image: LabelledImage) -> list[Place]:
    high, wide = _sides(image)
    return [
        Place(index, row, col, min(high, array.shape[1] - row), min(wide, array.shape[2] - col))
        for index, array in enumerate(image.arrays)
        for row in range(0, array.shape[1], high)
        for col in range(0, array.shape[2], wide)
    ]


def run(image: LabelledImage, features: Features, seeds: Sequence[int]) -> Iterator[Result]:
    """k-means for each seed."""
    start = time.perf_counter()
    features.prepare(image)
    windows = Windows(image, features)
    pools = windows.samples(seeds)
    features.fit(pools[0])
    shared = time.perf_counter() - start
    maps, training = [], []
    for seed, pool in zip(seeds, pools):
        start = time.perf_counter()
        centroids = kmeans.fit(features.normalised(pool), CLUSTERS, seed=seed).centroids
        # |f - c|^2 without what all clusters share.
        maps.append(LinearMap(-2 * centroids, (centroids**2).sum(1)))
        training.append(shared + time.perf_counter() - start)
    clusters, seconds = windows.nearest(maps)
    for found, trained, predicted in zip(clusters, training, seconds):
        yield Result([ids + 1 for ids in found], trained, predicted)


class LinearMap(NamedTuple):
    """A number for each class of a feature vector, the least of which wins: slopes (classes, features), offsets."""

    slopes: FloatArray
    offsets: FloatArray


class Windows:
    """The windows of an image, and features in them."""

    def __init__(self, image: LabelledImage, features: Features) -> None:
        self._image, self._features = image, features
        self._ring = int(features.output_stride > 1)
        reach = features.margin + self._ring * features.output_stride
        sides = _sides(image)
        self._rows, self._cols = (side + 2 * reach for side in sides)
        # Beyond the image too, so that every window has the same size.
        self._padded = [
            np.pad(a, ((0, 0), *((reach, reach + -size % side) for size, side in zip(a.shape[1:], sides))), "symmetric")
            for a in image.arrays
        ]
        self.places = _places(image)

    def of(self, place: Place) -> FloatArray:
        """Features (features, rows, cols) of a window and its ring."""
        rows, cols = slice(place.row, place.row + self._rows), slice(place.col, place.col + self._cols)
        return self._features.of(np.ascontiguousarray(self._padded[place.raster][:, rows, cols]))

    def inside(self, place: Place) -> FloatArray:
        """Features (features, rows, cols) of the cells that lie in the image."""
        rows, cols = (-(-size // self._features.output_stride) for size in (place.rows, place.cols))
        return self.of(place)[:, self._ring : self._ring + rows, self._ring : self._ring + cols]

    def samples(self, seeds: Sequence[int]) -> list[FloatArray]:
        """For each seed a sample of its own (samples, features), from the same windows."""
        count = max(round(len(self.places) * min(FITTED_MEGAPIXELS / self._image.megapixels, 1)), 1)
        chosen = [self.places[i] for i in np.random.default_rng(0).permutation(len(self.places))[:count]]
        generators = [np.random.default_rng(seed) for seed in seeds]
        share = SAMPLE_PIXELS * self._features.output_stride**2 / sum(place.rows * place.cols for place in chosen)
        pools: list[list[FloatArray]] = [[] for _ in seeds]
        for place in chosen:
            found = self.inside(place)
            flat = found.reshape(len(found), -1).T
            for pool, generator in zip(pools, generators):
                wanted = min(round(len(flat) * share), len(flat))
                pool.append(flat[generator.choice(len(flat), wanted, replace=False)])
        return [np.concatenate(pool) for pool in pools]

    def nearest(self, maps: Sequence[LinearMap]) -> tuple[list[list[NDArray[np.uint16]]], list[float]]:
        """For each map the winning class of each pixel of each raster, and the seconds that it took."""
        classes = [[np.zeros(a.shape[1:], np.uint16) for a in self._image.arrays] for _ in maps]
        together, alone = 0.0, [0.0] * len(maps)
        for place in self.places:
            start = time.perf_counter()
            found = self.of(place)
            flat = self._features.normalised(found.reshape(len(found), -1).T)
            together += time.perf_counter() - start
            rows, cols = slice(place.row, place.row + place.rows), slice(place.col, place.col + place.cols)
            for index, linear in enumerate(maps):
                start = time.perf_counter()
                ids = self._least(flat @ linear.slopes.T + linear.offsets, found.shape[1:])
                classes[index][place.raster][rows, cols] = ids[: place.rows, : place.cols]
                alone[index] += time.perf_counter() - start
        return classes, [together + seconds for seconds in alone]

    def _least(self, numbers: FloatArray, shape: tuple[int, ...]) -> NDArray[np.int64]:
        """The class with the least number at each pixel; between cells the numbers are interpolated."""
        output_stride = self._features.output_stride
        if output_stride == 1:
            return numbers.argmin(1).reshape(shape)
        cells = torch.from_numpy(np.ascontiguousarray(numbers.T)).reshape(1, -1, *shape)
        rows = []
        for row in range(0, shape[0] - 2, _CELLS_AT_ONCE):
            part = cells[:, :, row : row + _CELLS_AT_ONCE + 2]
            full = interpolate(part, scale_factor=output_stride, mode="bilinear", align_corners=False)
            rows.append(full[0, :, output_stride:-output_stride, output_stride:-output_stride].argmin(0).numpy())
        return np.concatenate(rows)
