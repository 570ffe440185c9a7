"""Statistics of each band, and values normalised by them to zero mean and unit standard deviation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..arrays import BoolArray, DoubleArray, FloatArray
from ..errors import RasterError
from ..progress import Progress
from .tiling import Window

if TYPE_CHECKING:  # a model file is opened without GDAL
    from .raster_source import RasterSource

# Larger values, in standard deviations, are artefacts. One such pixel would dominate the features around it.
CLIP_DEVIATIONS = 8.0
# Normalised band by band and by so many pixels, which stay in the processor's cache from one step to the next.
_PIXELS_AT_ONCE = 64_000


@dataclass(frozen=True)
class NormalisationStats:
    """Mean and standard deviation of each band (bands,), and the number of pixels they were computed from."""

    mean: DoubleArray
    std: DoubleArray
    pixels: int

    def apply(self, values: FloatArray, valid: BoolArray) -> FloatArray:
        """Normalises values (bands, rows, cols); invalid pixels become 0, the mean."""
        scale = self.std.astype(np.float32)
        scale[scale == 0] = 1
        mean = self.mean.astype(np.float32)
        normal = np.empty(values.shape, np.result_type(values, mean))
        step = max(_PIXELS_AT_ONCE // max(values.shape[2], 1), 1)
        for row in range(0, values.shape[1], step):
            rows = slice(row, row + step)
            for band, part in enumerate(normal[:, rows]):
                np.subtract(values[band, rows], mean[band], out=part)
                np.divide(part, scale[band], out=part)
                np.clip(part, -CLIP_DEVIATIONS, CLIP_DEVIATIONS, out=part)
        if not valid.all():
            normal[:, ~valid] = 0
        return normal


def of_unit_vectors(bands: int) -> NormalisationStats:
    """Statistics that keep the angles between unit vectors; the largest element that there can be is not cut off."""
    return NormalisationStats(np.zeros(bands), np.full(bands, 1 / CLIP_DEVIATIONS), 0)


def compute_stats(
    windows: Sequence[tuple[RasterSource, Window]],
    progress: Progress = Progress(),
) -> NormalisationStats:
    """Statistics of the valid pixels of all windows, merged exactly (Chan, Golub, LeVeque 1979).

    Args:
        windows: Windows inside rasters with equal bands.
        progress: Reports windows.

    Raises:
        RasterError: There is no valid pixel.
    """
    bands = len(windows[0][0].bands) if windows else 0
    mean, squares, pixels = np.zeros(bands), np.zeros(bands), 0
    for source, window in progress.track(windows, len(windows)):
        values, valid = source.read(window)
        sample = values.reshape(bands, -1) if valid.all() else values[:, valid]
        count = sample.shape[1]
        if not count:
            continue
        sample_mean = sample.mean(1, dtype=np.float64)
        centred = sample - sample_mean[:, None]
        difference = sample_mean - mean
        squares += np.einsum("bi,bi->b", centred, centred) + difference**2 * (pixels * count / (pixels + count))
        mean = mean + difference * (count / (pixels + count))
        pixels += count
    if not pixels:
        raise RasterError("The raster has no valid pixel: every one is no data, masked or NaN. Choose another raster.")
    return NormalisationStats(mean, np.sqrt(squares / pixels), pixels)
