"""Per-band statistics of the data, and values brought to zero mean and unit deviation by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..errors import RasterError
from ..progress import Progress
from .tiling import Window

if TYPE_CHECKING:  # a model is opened without GDAL
    from ..arrays import BoolArray, FloatArray
    from .raster_source import RasterSource

# Beyond this many deviations a value is an artefact; unclipped, one such pixel would rule its neighbourhood's features.
CLIP_DEVIATIONS = 8.0


@dataclass(frozen=True)
class NormalisationStats:
    """Mean and standard deviation of each band (bands,), and the number of pixels they come from."""

    mean: NDArray[np.float64]
    std: NDArray[np.float64]
    pixels: int

    def apply(self, values: FloatArray, valid: BoolArray) -> FloatArray:
        """Normalises values (bands, rows, cols); invalid pixels become 0, the mean."""
        scale = self.std.astype(np.float32)
        scale[scale == 0] = 1
        normal = values - self.mean.astype(np.float32)[:, None, None]
        normal /= scale[:, None, None]
        np.clip(normal, -CLIP_DEVIATIONS, CLIP_DEVIATIONS, out=normal)
        if not valid.all():
            normal[:, ~valid] = 0
        return normal


def gather(
    places: Sequence[tuple[RasterSource, Window]],
    progress: Progress = Progress(),
) -> NormalisationStats:
    """Statistics of the valid pixels of all windows, merged exactly (Chan, Golub, LeVeque 1979).

    Raises:
        RasterError: There is no valid pixel.
    """
    bands = len(places[0][0].bands) if places else 0
    mean, squares, pixels = np.zeros(bands), np.zeros(bands), 0
    for source, window in progress.track(places, len(places)):
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
