"""The ground below a surface, where only the surface is given."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from osgeo import osr

from ..arrays import FloatArray
from .aligned_raster import bilinear
from .grid import RasterGrid
from .tiling import Window

# What is narrower stands on the ground: houses and trees, but not hills.
_WIDEST_METRES = 60.0
_CELLS_IN_IT = 30
_METRES_A_DEGREE = 111_320.0


def side_in_metres(grid: RasterGrid) -> float:
    """Side of a pixel in metres, by the latitude where the system is in degrees; 1 where nothing is known."""
    metres = grid.pixel_metres
    if metres or not grid.wkt or not osr.SpatialReference(grid.wkt).IsGeographic():
        return metres or 1.0
    latitude = sum(y for _, y in grid.corners) / len(grid.corners)
    across = max(math.cos(math.radians(min(abs(latitude), 89.0))), 0.01)
    return math.sqrt(grid.pixel_area * across) * _METRES_A_DEGREE


class GroundFilter:
    """Morphological opening of a surface by a square of 60 m (Haralick et al. 1987), on cells of some pixels.

    Cells are counted from the picture's first pixel, so that what it gives does not depend on the window.

    Args:
        read: Reads the surface (1, rows, cols) in windows of cells, NaN where unknown.
        cell: Pixels in a side of a cell.
        pixel_metres: Side of a pixel.
    """

    def __init__(self, read: Callable[[Window], FloatArray], cell: int, pixel_metres: float) -> None:
        self._read, self._cell = read, cell
        self._reach = max(round(_WIDEST_METRES / (2 * cell * pixel_metres)), 1)

    @staticmethod
    def cell_for(pixel_metres: float, own_pixels: float) -> int:
        """Pixels in a side of a cell: some of the square, and no less than a pixel of the surface."""
        return max(int(_WIDEST_METRES / _CELLS_IN_IT / pixel_metres), int(own_pixels), 1)

    def read(self, window: Window) -> FloatArray:
        """Height of the ground (rows, cols) in a window of pixels."""
        cell = self._cell
        row, col = window.row // cell - 1, window.col // cell - 1
        cells = Window(row, col, window.row_end // cell + 2 - row, window.col_end // cell + 2 - col)
        surface = self._read(cells.expanded(2 * self._reach))[0]
        ground = _filtered(_filtered(surface, self._reach, np.fmin), self._reach, np.fmax)
        y, x = (
            (np.arange(first, first + count) + 0.5) / cell - 0.5
            for first, count in ((window.row, window.rows), (window.col, window.cols))
        )
        rows, cols = np.meshgrid(y, x, indexing="ij")
        return bilinear(ground[None], cells, rows, cols)[0]


def _filtered(values: FloatArray, reach: int, choose: np.ufunc) -> FloatArray:
    """The least or largest in squares of 2 reach + 1 cells; smaller by the reach on each side."""
    for axis in (0, 1):
        length = values.shape[axis] - 2 * reach
        parts = [np.take(values, range(start, start + length), axis) for start in range(2 * reach + 1)]
        values = choose.reduce(parts)
    return values
