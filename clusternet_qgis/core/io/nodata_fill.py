"""Normalised windows in which no data near valid pixels is filled from them."""

from __future__ import annotations

from typing import cast

import numpy as np

from ..arrays import BoolArray, DoubleArray, FloatArray
from .normalisation import NormalisationStats
from .raster_source import RasterSource, WindowSource
from .tiling import Window

# Half the sides of the squares from whose means no data is filled, in pixels, one after the other.
_FILL_RADII = (4, 32)


def read_normalised(
    source: WindowSource, window: Window, stats: NormalisationStats, neighbours: bool = True
) -> tuple[FloatArray, BoolArray]:
    """Reads and normalises a window. No data near valid pixels is filled with their mean.

    If it were filled with a constant, the edges of no data would form clusters of their own.

    Args:
        source: The raster.
        window: What to read.
        stats: Of the normalisation.
        neighbours: Whether features depend on neighbouring pixels; otherwise nothing needs to be filled.

    Returns:
        Values (bands, rows, cols), with evidence beside the picture after the bands, and validity (rows, cols).
    """
    values, valid = _read_picture(source, window, stats, neighbours)
    if source.evidence is not None:
        # Only rasters themselves have any.
        values = np.concatenate([values, source.evidence.read(cast(RasterSource, source), window)])
    return values, valid


def _read_picture(
    source: WindowSource, window: Window, stats: NormalisationStats, neighbours: bool
) -> tuple[FloatArray, BoolArray]:
    margin = sum(_FILL_RADII)
    values, valid = source.read(window)
    if not neighbours or valid.all() or not valid.any():
        return stats.apply(values, valid), valid
    # The filled values must not depend on where the window ends.
    values, valid = source.read(window.expanded(margin))
    filled, has_value = stats.apply(values, valid), valid
    for radius in _FILL_RADII:
        filled, has_value = _fill(filled, has_value, radius)
    inner = slice(margin, -margin)
    return np.ascontiguousarray(filled[:, inner, inner]), np.ascontiguousarray(valid[inner, inner])


def _fill(values: FloatArray, has_value: BoolArray, radius: int) -> tuple[FloatArray, BoolArray]:
    """Gives each pixel without a value the mean of those with a value in the square around it, if there are any."""
    count = _box_sum(has_value[None].astype(np.float64), radius)[0]
    new = ~has_value & (count > 0.5)
    sums = _box_sum(np.where(has_value, values, 0).astype(np.float64), radius)
    filled = values.copy()
    filled[:, new] = (sums[:, new] / count[new]).astype(np.float32)
    return filled, has_value | new


def _box_sum(values: DoubleArray, radius: int) -> DoubleArray:
    """Sums over squares of 2 radius + 1 pixels (bands, rows, cols); pixels outside count as 0."""
    for axis in (1, 2):
        padding = [(0, 0), (0, 0), (0, 0)]
        padding[axis] = (radius + 1, radius)
        sums = np.cumsum(np.pad(values, padding), axis=axis)
        length = values.shape[axis]
        values = np.take(sums, range(2 * radius + 1, 2 * radius + 1 + length), axis) - np.take(
            sums, range(length), axis
        )
    return values
