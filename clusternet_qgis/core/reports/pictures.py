"""Renders parts of a raster as RGB images, all with the same contrast."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..arrays import ByteArray, DoubleArray, FloatArray

# Black and white are so many standard deviations below and above the mean.
_CONTRAST = 2.0


class RgbRenderer:
    """Renders values in red, green and blue.

    Bands named red, green and blue are shown in these colours, or else the first three bands. If there are fewer than
    three bands, the first one is shown in grey.

    Args:
        band_names: Names of the raster's bands.
        mean: (bands,) mean of the raster.
        std: (bands,) standard deviation of the raster.
    """

    def __init__(self, band_names: Sequence[str], mean: DoubleArray, std: DoubleArray) -> None:
        named = [list(band_names).index(name) for name in ("red", "green", "blue") if name in band_names]
        first = [0, 1, 2] if len(band_names) >= 3 else [0, 0, 0]
        self._bands = named if len(named) == 3 else first
        self._low = (mean - _CONTRAST * std)[self._bands]
        self._range = np.maximum(2 * _CONTRAST * std, np.finfo(np.float32).tiny)[self._bands]

    def render(self, values: FloatArray) -> DoubleArray:
        """Converts values (bands, rows, cols) to colours (rows, cols, 3) from 0 to 1."""
        return np.clip((values[self._bands].transpose(1, 2, 0) - self._low) / self._range, 0, 1)


def to_bytes(colours: DoubleArray) -> ByteArray:
    """Converts colours from 0..1 to 0..255."""
    return np.round(255 * colours).astype(np.uint8)
