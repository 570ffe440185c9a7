"""Tells rasters apart by what they show, wherever their files lie and whatever they are called."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..fingerprint import fingerprint
from .raster_source import RasterSource
from .tiling import Window

# So many windows along rows and columns, evenly spread, of so many pixels a side.
_WINDOWS = 4
_WINDOW_SIZE = 64


def raster_key(source: RasterSource) -> str:
    """A key of 32 hexadecimal digits for the size of a raster and the values of its bands in a sample of windows.

    Raises:
        RasterError: The file cannot be read.
    """
    height, width = source.grid.height, source.grid.width
    rows, cols = min(_WINDOW_SIZE, height), min(_WINDOW_SIZE, width)
    samples: dict[str, NDArray[np.generic]] = {"size": np.array([height, width], np.int64)}
    for row in np.linspace(0, height - rows, _WINDOWS).astype(int).tolist():
        for col in np.linspace(0, width - cols, _WINDOWS).astype(int).tolist():
            samples[f"{row} {col}"] = source.read(Window(row, col, rows, cols))[0]
    return fingerprint(samples)
