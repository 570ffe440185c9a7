"""The confidence of the pixels of a map, and which are less sure than asked for."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import OptionsError, RasterError
from .grid import RasterGrid
from .pixel_transform import PixelTransform
from .raster_source import RasterSource
from .reference import NearestRaster
from .tiling import Window

# Beyond 0 and 1 confidence may lie by that, after resampling in another program.
_ROUNDING = 1e-3


class ConfidenceRaster:
    """The confidence of each pixel of a map, as 'Map clusters' writes it.

    Args:
        path: Raster of the confidence of each pixel, 0 to 1; it is resampled to the grid if needed.
        grid: The pixel grid of the map.

    Raises:
        RasterError: The raster cannot be read, cannot be resampled to the grid, or does not overlap it.
    """

    def __init__(self, path: str | Path, grid: RasterGrid) -> None:
        self._path = path
        self._raster = NearestRaster(path, grid)
        with RasterSource(path, [1]) as source:
            own = source.grid
        if not PixelTransform(own, grid).window(own.window).intersection(grid.window).pixels:
            raise RasterError(f"{path} (CONFIDENCE) does not overlap the raster; give the confidence of this map.")

    def read(self, window: Window) -> tuple[FloatArray, BoolArray]:
        """(rows, cols) the confidence of each pixel of a window, 0 to 1, and whether it has one.

        Raises:
            RasterError: The raster cannot be read, or holds something else than confidence.
        """
        values, valid = self._raster.read(window)
        least, most = values.min(where=valid, initial=0), values.max(where=valid, initial=0)
        if least < -_ROUNDING or most > 1 + _ROUNDING:
            raise RasterError(
                f"{self._path} holds values from {least:g} to {most:g}; confidence lies between 0 and 1. Give "
                "CONFIDENCE, which 'Map clusters' writes."
            )
        return np.clip(values, 0, 1), valid


class UnsurePixels:
    """Pixels below a confidence, or without one.

    Args:
        confidence: The confidence of each pixel.
        least: The smallest confidence that is sure enough.
    """

    def __init__(self, confidence: ConfidenceRaster, least: float) -> None:
        self._confidence, self._least = confidence, least

    def read(self, window: Window) -> BoolArray:
        """(rows, cols) whether each pixel of a window is unsure.

        Raises:
            RasterError: The raster cannot be read, or holds something else than confidence.
        """
        values, valid = self._confidence.read(window)
        sure: BoolArray = valid & (values >= self._least)
        return ~sure


def unsure_pixels(path: str | Path, grid: RasterGrid, least: float) -> UnsurePixels | None:
    """Pixels below a confidence; None for a least confidence of 0, by which all are sure enough.

    Raises:
        ClusterNetError: The confidence is out of range or has no raster, or that cannot be used.
    """
    check_least_confidence(least, bool(path))
    return UnsurePixels(ConfidenceRaster(path, grid), least) if least > 0 else None


def check_least_confidence(least: float, has_raster: bool) -> None:
    """Raises OptionsError for a least confidence that is out of range, or has no raster."""
    if not math.isfinite(least) or not 0 <= least <= 1:
        raise OptionsError(f"MIN_CONFIDENCE is {least}; it must lie between 0 and 1.")
    if least > 0 and not has_raster:
        raise OptionsError(
            f"MIN_CONFIDENCE is {least:g}, and no raster says how sure each pixel is; give CONFIDENCE, which 'Map "
            "clusters' writes."
        )
