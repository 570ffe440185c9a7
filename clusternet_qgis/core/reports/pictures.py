"""Renders parts of a raster as RGB images, all with the same contrast."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..arrays import ByteArray, DoubleArray, FloatArray
from ..io.true_colours import to_shares, visible_bands, visible_range


class RgbRenderer:
    """Renders values in red, green and blue, all by one range, so that hues are those of the map.

    Args:
        band_names: Names of the raster's bands.
        mean: (bands,) mean of the raster.
        std: (bands,) standard deviation of the raster.
    """

    def __init__(self, band_names: Sequence[str], mean: DoubleArray, std: DoubleArray) -> None:
        self._bands = visible_bands(band_names)
        self._low, self._high = visible_range(mean[self._bands], std[self._bands])

    def render(self, values: FloatArray) -> DoubleArray:
        """Converts values (bands, rows, cols) to colours (rows, cols, 3) from 0 to 1."""
        return to_shares(values[self._bands].transpose(1, 2, 0), self._low, self._high)


def to_bytes(colours: DoubleArray) -> ByteArray:
    """Converts colours from 0..1 to 0..255."""
    return np.round(255 * colours).astype(np.uint8)
