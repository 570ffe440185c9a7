"""The raster of the second date, read on the pixels of the first one."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import RasterError
from ..io.aligned_raster import AlignedRaster
from ..io.grid import RasterGrid
from ..io.raster_source import FurtherEvidence, RasterSource
from ..io.tiling import Window


class SecondDate:
    """Reads a raster on the grid of another one, moved by what the two are shifted against each other.

    Args:
        source: The raster.
        grid: The pixels of the first date.
        shift: (rows, cols) in these pixels: what is at (row, col) at the first date is there, and so much farther, at
            the second one.

    Attributes:
        grid: The pixels of the first date.
        evidence: None: models that see more than the picture compare no dates.

    Raises:
        RasterError: The rasters do not overlap, or only one is georeferenced.
    """

    def __init__(self, source: RasterSource, grid: RasterGrid, shift: tuple[float, float] = (0.0, 0.0)) -> None:
        self.grid = grid
        self.evidence: FurtherEvidence | None = None
        self._aligned = AlignedRaster(source, grid, may_miss=True, shift=shift)
        if not self._aligned.overlaps():
            raise RasterError(f"{source.path} does not overlap the raster of the first date; give one that covers it.")

    def read(self, window: Window) -> tuple[FloatArray, BoolArray]:
        """Values (bands, rows, cols) of a window, and where they are valid (rows, cols)."""
        values = self._aligned.read(window)
        valid = np.isfinite(values).all(0)
        return np.where(valid, values, np.float32(0)), valid
