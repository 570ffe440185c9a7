"""Pictures and heights on the pixel grid of another raster, as one value a pixel."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import RasterError
from .aligned_raster import AlignedRaster
from .grid import RasterGrid
from .raster_source import RasterSource
from .tiling import Window


class ResampledRaster:
    """The mean of a raster's bands on another pixel grid.

    Args:
        path: Anything GDAL opens.
        grid: The pixel grid to read on.

    Attributes:
        pixel: Side of a pixel of the raster in pixels of the grid, at least 1.

    Raises:
        RasterError: The raster cannot be read, or has no place on the grid.
    """

    def __init__(self, path: str | Path, grid: RasterGrid) -> None:
        self._source = RasterSource(path)
        self._aligned: AlignedRaster | None = None
        self.pixel = 1.0
        if self._source.grid.is_aligned_with(grid):
            return
        self._aligned = AlignedRaster(self._source, grid, may_miss=True)
        self.pixel = self._aligned.own_pixels
        if not self._aligned.overlaps():
            raise RasterError(f"{Path(path).name} does not overlap the raster; give one that covers it.")

    def read(self, window: Window) -> tuple[FloatArray, BoolArray]:
        """Values and validity (rows, cols) of a window inside the grid; values of invalid pixels are 0."""
        if self._aligned is None:
            bands, valid = self._source.read(window)
            values = bands.mean(0)
        else:
            values = self._aligned.read(window).mean(0)
            valid = np.isfinite(values)
        return np.where(valid, values, 0).astype(np.float32), valid
