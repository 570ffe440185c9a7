"""k-means on features of each pixel, computed window by window; sample and settings are the same for all features."""

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
# k-means is fitted to pixels of random windows with at most so many megapixels in all.
FITTED_MEGAPIXELS = 8.0
_CELLS_AT_ONCE = 16

FloatArray = NDArray[np.float32]


class Result(NamedTuple):
    """Clusters of each raster (rows, cols), from 1, and the time; None if a program does not report it."""

    clusters: list[NDArray[np.uint16]]
    training_seconds: float | None
    prediction_seconds: float | None


class Features:
    """Features of the pixels or cells of an image, which do not depend on where a window ends.

    Attributes:
        margin: Pixels around a window that are needed.
        output_stride: Rows and columns of pixels in a cell.
    """

    margin = 0
    output_stride = 1

    def prepare(self, image: LabelledImage) -> None:
        """Computes statistics of the whole image that are needed."""

    def of(self, window: FloatArray) -> FloatArray:
        """Features (features, rows, cols) of a window (bands, rows, cols) without the margin around it.

        With an output stride these are features of cells, with one more cell on each side of the window.
        """
        raise NotImplementedError

    def fit(self, samples: FloatArray) -> None:
        """Fits the normalisation to samples (samples, features); by default each feature gets variance 1."""
        deviation = samples.std(0)
        self._scale = np.where(deviation > 0, 1 / np.where(deviation > 0, deviation, 1), 0).astype(np.float32)
        self._mean = samples.mean(0)

    def normalised(self, samples: FloatArray) -> FloatArray:
        """Samples as they are clustered."""
        return (samples - self._mean) * self._scale


class Pixels(Features):
    """The values of the bands."""

    def of(self, window: FloatArray) -> FloatArray:
        """See the base class."""
        return window

    def fit(self, samples: FloatArray) -> None:
        """The values are not normalised."""

    def normalised(self, samples: FloatArray) -> FloatArray:
        """See the base class."""
        return samples


class MultiscaleBasic(Features):
    """Intensity, edges and texture at six scales, as scikit-image computes them for pixel classifiers."""

    margin = 64  # four times the largest sigma

    def of(self, window: FloatArray) -> FloatArray:
        """See the base class."""
        features = multiscale_basic_features(np.moveaxis(window, 0, -1), channel_axis=-1, workers=1)
        inner = slice(self.margin, -self.margin)
        return np.moveaxis(features[inner, inner], -1, 0).astype(np.float32)


@dataclass(frozen=True)
class ImageWindow:
    """A window of a raster."""

    raster: int
    row: int
    col: int
    rows: int
    cols: int


def _sides(image: LabelledImage) -> list[int]:
    """Rows and columns of the windows: the largest raster is covered by as few windows of one size as possible."""
    longest = [max(array.shape[axis] for array in image.arrays) for axis in (1, 2)]
    return [32 * math.ceil(size / math.ceil(size / WINDOW) / 32) for size in longest]


def _image_windows(image: LabelledImage) -> list[ImageWindow]:
    high, wide = _sides(image)
    return [
        ImageWindow(index, row, col, min(high, array.shape[1] - row), min(wide, array.shape[2] - col))
        for index, array in enumerate(image.arrays)
        for row in range(0, array.shape[1], high)
        for col in range(0, array.shape[2], wide)
    ]


def run(image: LabelledImage, features: Features, seeds: Sequence[int]) -> Iterator[Result]:
    """Yields the clusters of k-means for each seed."""
    start = time.perf_counter()
    features.prepare(image)
    windows = FeatureWindows(image, features)
    pools = windows.samples(seeds)
    features.fit(pools[0])
    shared = time.perf_counter() - start
    maps, training = [], []
    for seed, pool in zip(seeds, pools):
        start = time.perf_counter()
        centroids = kmeans.fit(features.normalised(pool), CLUSTERS, seed=seed).centroids
        # |f - c|^2 without |f|^2, which is the same for all clusters.
        maps.append(LinearMap(-2 * centroids, (centroids**2).sum(1)))
        training.append(shared + time.perf_counter() - start)
    clusters, seconds = windows.nearest(maps)
    for ids, trained, predicted in zip(clusters, training, seconds):
        yield Result([raster_ids + 1 for raster_ids in ids], trained, predicted)


class LinearMap(NamedTuple):
    """A linear function of features for each class, the smallest of which wins: slopes (classes, features), offsets."""

    slopes: FloatArray
    offsets: FloatArray


class FeatureWindows:
    """The windows of an image, and the features in them."""

    def __init__(self, image: LabelledImage, features: Features) -> None:
        self._image, self._features = image, features
        self._ring = int(features.output_stride > 1)
        reach = features.margin + self._ring * features.output_stride
        sides = _sides(image)
        self._rows, self._cols = (side + 2 * reach for side in sides)
        # Padded beyond the image, so that all windows have the same size.
        self._padded = [
            np.pad(a, ((0, 0), *((reach, reach + -size % side) for size, side in zip(a.shape[1:], sides))), "symmetric")
            for a in image.arrays
        ]
        self.windows = _image_windows(image)

    def of(self, window: ImageWindow) -> FloatArray:
        """Features (features, rows, cols) of a window, with one more cell on each side if there is an output stride."""
        rows, cols = slice(window.row, window.row + self._rows), slice(window.col, window.col + self._cols)
        return self._features.of(np.ascontiguousarray(self._padded[window.raster][:, rows, cols]))

    def inside(self, window: ImageWindow) -> FloatArray:
        """Features (features, rows, cols) of the cells that lie in the image."""
        rows, cols = (-(-size // self._features.output_stride) for size in (window.rows, window.cols))
        return self.of(window)[:, self._ring : self._ring + rows, self._ring : self._ring + cols]

    def samples(self, seeds: Sequence[int]) -> list[FloatArray]:
        """A sample of features (samples, features) for each seed, all from the same windows."""
        count = max(round(len(self.windows) * min(FITTED_MEGAPIXELS / self._image.megapixels, 1)), 1)
        chosen = [self.windows[i] for i in np.random.default_rng(0).permutation(len(self.windows))[:count]]
        generators = [np.random.default_rng(seed) for seed in seeds]
        share = SAMPLE_PIXELS * self._features.output_stride**2 / sum(window.rows * window.cols for window in chosen)
        pools: list[list[FloatArray]] = [[] for _ in seeds]
        for window in chosen:
            features = self.inside(window)
            flat = features.reshape(len(features), -1).T
            for pool, generator in zip(pools, generators):
                wanted = min(round(len(flat) * share), len(flat))
                pool.append(flat[generator.choice(len(flat), wanted, replace=False)])
        return [np.concatenate(pool) for pool in pools]

    def nearest(self, maps: Sequence[LinearMap]) -> tuple[list[list[NDArray[np.uint16]]], list[float]]:
        """For each linear map the class of each pixel of each raster, and the seconds that it took."""
        classes = [[np.zeros(a.shape[1:], np.uint16) for a in self._image.arrays] for _ in maps]
        together, alone = 0.0, [0.0] * len(maps)
        for window in self.windows:
            start = time.perf_counter()
            features = self.of(window)
            flat = self._features.normalised(features.reshape(len(features), -1).T)
            together += time.perf_counter() - start
            rows, cols = slice(window.row, window.row + window.rows), slice(window.col, window.col + window.cols)
            for index, linear in enumerate(maps):
                start = time.perf_counter()
                ids = self._least(flat @ linear.slopes.T + linear.offsets, features.shape[1:])
                classes[index][window.raster][rows, cols] = ids[: window.rows, : window.cols]
                alone[index] += time.perf_counter() - start
        return classes, [together + seconds for seconds in alone]

    def _least(self, numbers: FloatArray, shape: tuple[int, ...]) -> NDArray[np.int64]:
        """The class with the smallest number at each pixel; numbers are interpolated between cells."""
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
