"""Per-band statistics of the data, and values brought to zero mean and unit deviation by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from .errors import RasterError
from .progress import Progress
from .tiling import Window

if TYPE_CHECKING:  # a model is opened without GDAL
    from .raster import BoolArray, FloatArray, RasterSource

# Beyond this many deviations a value is an artefact; unclipped, one such pixel would rule its neighbourhood's features.
CLIP_DEVIATIONS = 8.0


@dataclass(frozen=True)
class NormalisationStats:
    """Mean and standard deviation of each band (bands,), and the number of pixels they come from."""

    mean: NDArray[np.float64]
    deviation: NDArray[np.float64]
    pixels: int

    def apply(self, values: FloatArray, valid: BoolArray) -> FloatArray:
        """Normalises values (bands, rows, cols); invalid pixels become 0, the mean."""
        scale = self.deviation.astype(np.float32)
        scale[scale == 0] = 1
        normal = values - self.mean.astype(np.float32)[:, None, None]
        normal /= scale[:, None, None]
        np.clip(normal, -CLIP_DEVIATIONS, CLIP_DEVIATIONS, out=normal)
        if not valid.all():
            normal[:, ~valid] = 0
        return normal


def gather(
    places: Sequence[tuple[RasterSource, Window]],
    progress: Progress = Progress(),  # noqa: B008 - stateless
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


# How far the surroundings of no data are continued into it.
_FILL_REACHES = (4, 32)


def read_normalised(source: RasterSource, window: Window, stats: NormalisationStats) -> tuple[FloatArray, BoolArray]:
    """Reads and normalises a window; no data near valid pixels looks like their mean.

    A constant instead would be a colour of its own, and neighbours of no data would make clusters of their own.

    Returns:
        Values (bands, rows, cols) and validity (rows, cols).
    """
    reach = sum(_FILL_REACHES)
    values, valid = source.read(window)
    if valid.all() or not valid.any():
        return stats.apply(values, valid), valid
    # What is filled in must not depend on where the window ends.
    values, valid = source.read(window.expanded(reach))
    filled, known = stats.apply(values, valid), valid
    for step in _FILL_REACHES:
        filled, known = _continued(filled, known, step)
    inner = slice(reach, -reach)
    return np.ascontiguousarray(filled[:, inner, inner]), np.ascontiguousarray(valid[inner, inner])


def _continued(values: FloatArray, known: BoolArray, reach: int) -> tuple[FloatArray, BoolArray]:
    """Unknown pixels with known ones in the square around them become their mean."""
    count = _box_sum(known[None].astype(np.float64), reach)[0]
    new = ~known & (count > 0.5)
    sums = _box_sum(np.where(known, values, 0).astype(np.float64), reach)
    continued = values.copy()
    continued[:, new] = (sums[:, new] / count[new]).astype(np.float32)
    return continued, known | new


def _box_sum(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Sums over squares of 2 reach + 1 pixels (bands, rows, cols), what lies outside counting 0."""
    for axis in (1, 2):
        padding = [(0, 0), (0, 0), (0, 0)]
        padding[axis] = (reach + 1, reach)
        sums = np.cumsum(np.pad(values, padding), axis=axis)
        length = values.shape[axis]
        values = np.take(sums, range(2 * reach + 1, 2 * reach + 1 + length), axis) - np.take(sums, range(length), axis)
    return values
