"""What is read of a window: which class each pixel has, and image, heights and confidence on the same pixels."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..arrays import BoolArray, DoubleArray, FloatArray, IntArray
from ..io.confidence import ConfidenceRaster
from ..io.raster_source import RasterSource
from ..io.resampled import ResampledRaster
from ..io.tiling import TileGrid, Window
from ..polygons.polygonise import declares_other_no_data
from ..polygons.regions import read_classes
from ..progress import Progress

# Statistics are taken of tiles of one size, whatever the work is cut into.
_TILE = 512
_SAMPLES = 6


@dataclass
class ClassStatistics:
    """Of one class value, over the whole raster.

    Attributes:
        pixels: How many.
        shown: On how many of them the image says something.
        measured: How many have a height.
        brightness: Mean of the image.
        contrast: Standard deviation of the image.
        sure: Mean confidence of those that have one.
        samples: The windows with most pixels.
    """

    pixels: int = 0
    shown: int = 0
    measured: int = 0
    brightness: float = 0.0
    contrast: float = 0.0
    sure: float = 0.0
    samples: list[Window] = field(default_factory=list)


class ClassWindows:
    """Reads the rasters of a run.

    Args:
        path: Class raster.
        image: Picture of the same place; "" for none.
        height: Heights above ground; "" for none.
        confidence: Confidence of each pixel, 0 to 1; "" for none.

    Raises:
        RasterError: A raster cannot be read, or has no place on the class raster's grid.
    """

    def __init__(self, path: str, image: str = "", height: str = "", confidence: str = "") -> None:
        self.source = RasterSource(path, [1], exact=True)
        self.grid = self.source.grid
        self._zero_is_class = declares_other_no_data(path)
        self._image = ResampledRaster(image, self.grid) if image else None
        self.height = ResampledRaster(height, self.grid) if height else None
        self._confidence = ConfidenceRaster(confidence, self.grid) if confidence else None

    def classes(self, window: Window) -> IntArray:
        """(rows, cols) class value of each pixel; -1 for no data."""
        return read_classes(self.source, window, (), self._zero_is_class).astype(np.int64) - 1

    def image(self, window: Window, otherwise: float = float("nan")) -> FloatArray | None:
        """(rows, cols) brightness, and another value where the image says nothing; None without an image."""
        if self._image is None:
            return None
        values, valid = self._image.read(window)
        return np.where(valid, values, np.float32(otherwise))

    def heights(self, window: Window) -> FloatArray | None:
        """(rows, cols) heights, 0 below ground, NaN where there is none; None without a raster of them."""
        if self.height is None:
            return None
        values, valid = self.height.read(window)
        return np.where(valid, np.maximum(values, 0), np.float32(np.nan))

    def confidence(self, window: Window, otherwise: float = float("nan")) -> FloatArray | None:
        """(rows, cols) confidence, and another value where there is none; None without a raster of it."""
        if self._confidence is None:
            return None
        values, valid = self._confidence.read(window)
        return np.where(valid, values, otherwise).astype(np.float32)

    def statistics(self, progress: Progress = Progress()) -> dict[int, ClassStatistics]:
        """Of each class value that there is."""
        sums: dict[int, list[float]] = {}
        tiles: dict[int, list[tuple[int, int, Window]]] = {}
        grid = TileGrid(self.grid.window, _TILE)
        for number, tile in enumerate(progress.track(grid, len(grid))):
            classes = self.classes(tile.core)
            values, index, counts = np.unique(classes, return_inverse=True, return_counts=True)
            rows: list[DoubleArray] = [counts.astype(np.float64)]
            for picture in (self.image(tile.core), self.confidence(tile.core), self.heights(tile.core)):
                if picture is None:
                    rows += [np.zeros(len(values))] * 3
                    continue
                numbers = np.nan_to_num(picture.astype(np.float64)).ravel()
                for weights in (np.isfinite(picture).ravel(), numbers, numbers**2):
                    rows.append(np.bincount(index.ravel(), weights, len(values)).astype(np.float64))
            for value, row in zip(values.tolist(), np.stack(rows, 1).tolist()):
                if value >= 0:
                    sums[value] = [a + b for a, b in zip(sums.get(value, [0.0] * len(row)), row)]
                    most = [*tiles.get(value, []), (-int(row[0]), number, tile.core)]
                    tiles[value] = sorted(most, key=lambda entry: entry[:2])[:_SAMPLES]
        return {value: _statistics(sums[value], [window for *_, window in tiles[value]]) for value in sums}

    def normalised(
        self, window: Window, inside: BoolArray, of: ClassStatistics
    ) -> tuple[BoolArray, FloatArray | None, FloatArray | None]:
        """The pixels of a class, with brightness in its standard deviations and confidence less its mean."""
        image, confidence = self.image(window, of.brightness), self.confidence(window, of.sure)
        brightness = None if image is None else (image - of.brightness) / max(of.contrast, 1e-6)
        return inside, brightness, None if confidence is None else confidence - of.sure


def _statistics(sums: list[float], samples: list[Window]) -> ClassStatistics:
    pixels, shown, brightness, square, known, sure, _, measured, *_ = sums
    mean = brightness / max(shown, 1.0)
    contrast = max(square / max(shown, 1.0) - mean**2, 0.0) ** 0.5
    return ClassStatistics(int(pixels), int(shown), int(measured), mean, contrast, sure / max(known, 1.0), samples)
