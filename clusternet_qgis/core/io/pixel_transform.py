"""From the pixels of one raster to those of another, in any two reference systems."""

from __future__ import annotations

import numpy as np
from osgeo import gdal, osr

from ..arrays import DoubleArray
from .gdal_calls import quiet_gdal
from .grid import GeoTransform, RasterGrid, same_system
from .systems import system_of
from .tiling import Window

# Points along each side of a window that stand for its outline.
_OUTLINE_POINTS = 17
# Points a side between which coordinates in other reference systems are interpolated.
_LATTICE_POINTS = 9


class PixelTransform:
    """Converts pixel coordinates, in which the first pixel reaches from (0, 0) to (1, 1).

    Args:
        source: Grid to convert from.
        target: Grid to convert to.
    """

    def __init__(self, source: RasterGrid, target: RasterGrid) -> None:
        inverse = gdal.InvGeoTransform(target.transform)
        self._forward, self._inverse = source.transform, inverse
        self._between: osr.CoordinateTransformation | None = None
        self._is_possible = inverse is not None
        if not same_system(source.wkt, target.wkt):
            with quiet_gdal():
                try:
                    self._between = osr.CoordinateTransformation(system_of(source.wkt), system_of(target.wkt))
                except (RuntimeError, AttributeError, TypeError):  # a system that is not on the Earth
                    self._is_possible = False

    def points(self, cols: DoubleArray, rows: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
        """The columns and rows of some points in the target; NaN where they have none."""
        if not self._is_possible:
            nowhere = np.full(np.broadcast(cols, rows).shape, np.nan)
            return nowhere, nowhere
        x, y = _applied(self._forward, cols, rows)
        if self._between is not None:
            with quiet_gdal():
                points = self._between.TransformPoints(np.column_stack([x.ravel(), y.ravel()]).tolist())
            converted = np.array(points, np.float64).reshape(-1, 3)
            converted[~np.isfinite(converted)] = np.nan
            x, y = converted[:, 0].reshape(x.shape), converted[:, 1].reshape(x.shape)
        return _applied(self._inverse, x, y)

    def centres(self, window: Window) -> tuple[DoubleArray, DoubleArray]:
        """The columns and rows of the centres of a window's pixels in the target (rows, cols).

        Between reference systems they are interpolated from a lattice, as GDAL's own warper does.
        """
        rows, cols = np.arange(window.rows) + 0.5, np.arange(window.cols) + 0.5
        if self._between is None:
            return self.points(window.col + cols[None, :], window.row + rows[:, None])
        across, down = (np.linspace(0, length, _LATTICE_POINTS) for length in (window.cols, window.rows))
        lattice = self.points(window.col + across[None, :], window.row + down[:, None])
        first, second = (_interpolated(values, rows / window.rows, cols / window.cols) for values in lattice)
        return first, second

    def window(self, window: Window) -> Window:
        """The smallest window of the target that holds a window of the source; of size 0 where there is none."""
        along = np.linspace(0, 1, _OUTLINE_POINTS)
        sides = np.concatenate(
            [[along, 0 * along], [along, 0 * along + 1], [0 * along, along], [0 * along + 1, along]], 1
        )
        cols, rows = self.points(window.col + sides[0] * window.cols, window.row + sides[1] * window.rows)
        is_there = np.isfinite(cols) & np.isfinite(rows)
        if not is_there.any():
            return Window(0, 0, 0, 0)
        # Rounding errors must not add a pixel when the outline lies on the border of one.
        limit = 2**31 - 1
        low = [int(np.clip(np.floor(np.round(values[is_there].min(), 6)), -limit, limit)) for values in (rows, cols)]
        high = [int(np.clip(np.ceil(np.round(values[is_there].max(), 6)), -limit, limit)) for values in (rows, cols)]
        return Window(low[0], low[1], high[0] - low[0], high[1] - low[1])

    def scale(self, window: Window) -> float:
        """How many pixels of the target one of the source spans in the middle of a window, along a side; 0 if none."""
        col, row = window.col + window.cols / 2, window.row + window.rows / 2
        cols, rows = self.points(np.array([col - 0.5, col + 0.5, col, col]), np.array([row, row, row - 0.5, row + 0.5]))
        area = abs((cols[1] - cols[0]) * (rows[3] - rows[2]) - (cols[3] - cols[2]) * (rows[1] - rows[0]))
        return float(np.sqrt(area)) if np.isfinite(area) else 0.0


def _applied(transform: GeoTransform, x: DoubleArray, y: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
    t = transform
    return t[0] + t[1] * x + t[2] * y, t[3] + t[4] * x + t[5] * y


def _interpolated(lattice: DoubleArray, down: DoubleArray, across: DoubleArray) -> DoubleArray:
    """Bilinear interpolation of a square lattice at all pairs of positions from 0 to 1 (rows, cols)."""
    last = len(lattice) - 1
    row, col = (np.minimum((values * last).astype(np.int64), last - 1) for values in (down, across))
    below, right = (down * last - row)[:, None], (across * last - col)[None, :]
    upper = lattice[np.ix_(row, col)] * (1 - right) + lattice[np.ix_(row, col + 1)] * right
    lower = lattice[np.ix_(row + 1, col)] * (1 - right) + lattice[np.ix_(row + 1, col + 1)] * right
    values: DoubleArray = upper * (1 - below) + lower * below
    return values
