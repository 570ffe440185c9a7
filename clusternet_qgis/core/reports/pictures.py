"""Parts of a raster as pictures, with the same contrast everywhere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# Deviations around the mean that a picture shows from black to white.
_CONTRAST = 2.0

FloatArray = NDArray[np.float32]


class Painter:
    """Draws values in red, green and blue.

    Args:
        band_names: Of the raster's bands. Bands so called are red, green and blue; else the first three, and of fewer
            bands the first in grey.
        mean: (bands,) of the raster.
        std: (bands,) of the raster.
    """

    def __init__(self, band_names: Sequence[str], mean: NDArray[np.float64], deviation: NDArray[np.float64]) -> None:
        named = [list(band_names).index(name) for name in ("red", "green", "blue") if name in band_names]
        usual = [0, 1, 2] if len(band_names) >= 3 else [0, 0, 0]
        self._bands = named if len(named) == 3 else usual
        self._low = (mean - _CONTRAST * deviation)[self._bands]
        self._range = np.maximum(2 * _CONTRAST * deviation, np.finfo(np.float32).tiny)[self._bands]

    def paint(self, values: FloatArray) -> NDArray[np.float64]:
        """Values (bands, rows, cols) as (rows, cols, 3) from 0 to 1."""
        return np.clip((values[self._bands].transpose(1, 2, 0) - self._low) / self._range, 0, 1)


def in_bytes(colours: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Colours from 0 to 1 as bytes."""
    return np.round(255 * colours).astype(np.uint8)
