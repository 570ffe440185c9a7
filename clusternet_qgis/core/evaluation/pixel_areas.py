"""The true area of each pixel, which differs from place to place in most reference systems."""

from __future__ import annotations

import numpy as np

from ..arrays import DoubleArray
from ..io.grid import RasterGrid
from ..io.tiling import Window
from ..polygons.arcs import Line
from ..polygons.measuring import has_metres, measure
from ..progress import Progress

# Areas are measured of at most so many blocks a side, which are no smaller than so many pixels: rounding errors of the
# coordinates would count in smaller ones.
_BLOCKS, _SMALLEST = 256, 16


class PixelAreas:
    """Areas of pixels in square metres on the ellipsoid, as those of polygons; or 1 without a reference system.

    The mean area in blocks is measured exactly; between their centres it is interpolated.

    Args:
        grid: The pixel grid.
        progress: Says what cannot be measured.
    """

    def __init__(self, grid: RasterGrid, progress: Progress = Progress()) -> None:
        self._mean: DoubleArray | None = None
        if not has_metres(grid):
            return
        rows, cols = (_borders(size) for size in (grid.height, grid.width))
        blocks = (len(rows) - 1) * (len(cols) - 1)
        top, left = np.meshgrid(rows[:-1], cols[:-1], indexing="ij")
        bottom, right = np.meshgrid(rows[1:], cols[1:], indexing="ij")
        x = np.stack([left, left, right, right, left], axis=-1).astype(np.float64).ravel()
        y = np.stack([top, bottom, bottom, top, top], axis=-1).astype(np.float64).ravel()
        numbers = np.arange(1, blocks + 1)
        around = Line(x, y, np.arange(blocks + 1) * 5)
        area = measure(around, numbers, np.zeros_like(numbers), blocks, grid, progress).area[1:]
        self._mean = (area / ((bottom - top) * (right - left)).ravel()).reshape(top.shape)
        self._centres = [(borders[:-1] + borders[1:]) / 2 for borders in (rows, cols)]

    def read(self, window: Window) -> DoubleArray:
        """(rows, cols) areas of the pixels of a window inside the raster."""
        if self._mean is None:
            return np.ones((window.rows, window.cols))
        rows, top, bottom = _weights(self._centres[0], np.arange(window.row, window.row_end) + 0.5)
        cols, left, right = _weights(self._centres[1], np.arange(window.col, window.col_end) + 0.5)
        areas: DoubleArray = rows @ self._mean[top:bottom, left:right] @ cols.T
        return areas


def _borders(size: int) -> DoubleArray:
    step = max(-(-size // _BLOCKS), _SMALLEST)
    return np.append(np.arange(0, size, step), size).astype(np.float64)


def _weights(centres: DoubleArray, positions: DoubleArray) -> tuple[DoubleArray, int, int]:
    """Weights (positions, stop - start) of a linear interpolation, which goes on beyond the outer centres, and of which
    centres from start to stop they are."""
    if len(centres) == 1:
        return np.ones((len(positions), 1)), 0, 1
    first = np.clip(np.searchsorted(centres, positions) - 1, 0, len(centres) - 2)
    share = (positions - centres[first]) / (centres[first + 1] - centres[first])
    start, stop = int(first[0]), int(first[-1]) + 2
    weights = np.zeros((len(positions), stop - start))
    each = np.arange(len(positions))
    weights[each, first - start], weights[each, first - start + 1] = 1 - share, share
    return weights, start, stop
