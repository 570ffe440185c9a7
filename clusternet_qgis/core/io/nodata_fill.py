"""Normalised windows in which what is near no data is continued into it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray
from .normalisation import NormalisationStats
from .raster_source import RasterSource
from .tiling import Window

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
