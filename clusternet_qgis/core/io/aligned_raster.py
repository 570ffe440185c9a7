"""A raster on any grid, in any system, read on the pixels of another one."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from osgeo import gdal, osr

from ..arrays import DoubleArray, FloatArray, IntArray
from ..errors import RasterError
from .gdal_calls import quiet_gdal
from .grid import RasterGrid, same_system
from .pixel_transform import PixelTransform
from .raster_source import RasterSource
from .tiling import Window

# Where pixels lie is computed for every so many of them, counted from the first of the grid, and linear between.
_KNOT_STEP = 32
# Whether a raster overlaps another is asked at so many pixels a side.
_PROBES = 48


class AlignedRaster:
    """A raster read on another one's grid: bilinear, or nearest for classes; NaN where it says nothing.

    Every value depends on the pixel alone, and not on the window that is read, so that tiles join exactly. A raster
    that is finer than the grid is averaged over whole numbers of its pixels first.

    Args:
        source: The raster.
        grid: The pixels to read it on.
        nearest: Whether values are classes, which cannot be averaged.
        cell: Rows and columns of the grid that are one cell of what is read.
        may_miss: Whether it may lie beside the grid.
        shift: (rows, cols) of the grid by which what is read lies farther than where it belongs.

    Attributes:
        source: The raster.
        own_pixels: Size of a pixel of the raster, in cells that are read; at least 1.

    Raises:
        RasterError: Of the two only one is georeferenced, or they do not overlap.
    """

    def __init__(
        self,
        source: RasterSource,
        grid: RasterGrid,
        nearest: bool = False,
        cell: int = 1,
        may_miss: bool = False,
        shift: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self.source, self._grid, self._nearest, self._cell, self._shift = source, grid, nearest, cell, shift
        name = Path(source.path).name
        referenced = grid.geotransform is not None
        if (source.grid.geotransform is not None) != referenced:
            which, other = (name, "the raster") if referenced else ("the raster", name)
            raise RasterError(f"{which} has no georeference and {other} has one; georeference it first.")
        self._to_source = None if same_system(grid.wkt, source.grid.wkt) else _transformation(grid, source, name)
        with quiet_gdal():
            inverse = gdal.InvGeoTransform(source.grid.transform)
        if inverse is None:
            raise RasterError(f"The geotransform of {name} cannot be inverted; georeference it anew.")
        self._inverse = inverse
        self._factor = 1
        if not may_miss and not self.overlaps():
            raise RasterError(f"{name} (EXTRA) does not overlap the raster; give one that covers it.")
        size = self._pixel_size()
        self.own_pixels = max(1 / size, 1.0) if size else 1.0
        if size and not nearest:
            self._factor = max(int(size + 1e-6), 1)

    def overlaps(self) -> bool:
        """Whether any pixel of the grid lies on the raster, or one of the raster, which may be small, on the grid."""
        rows, cols = (_probes(size) for size in self._cells)
        y, x = self._positions(rows, cols)
        own = self.source.grid
        with np.errstate(invalid="ignore"):
            if ((y > -0.5) & (y < own.height - 0.5) & (x > -0.5) & (x < own.width - 0.5)).any():
                return True
        x, y = np.meshgrid(_probes(own.width) + 0.5, _probes(own.height) + 0.5)
        x, y = PixelTransform(own, self._grid).points(x, y)
        row, col = y - self._shift[0], x - self._shift[1]
        with np.errstate(invalid="ignore"):
            return bool(((row >= 0) & (row < self._grid.height) & (col >= 0) & (col < self._grid.width)).any())

    @property
    def _cells(self) -> tuple[int, int]:
        return -(-self._grid.height // self._cell), -(-self._grid.width // self._cell)

    def _pixel_size(self) -> float:
        """Pixels of the raster in a side of a cell, in the middle of the grid; 0 where it cannot be said."""
        height, width = self._cells
        row, col = height // 2, width // 2
        y, x = self._positions(np.array([row, row + 1]), np.array([col, col + 1]))
        area = abs((x[0, 1] - x[0, 0]) * (y[1, 0] - y[0, 0]) - (x[1, 0] - x[0, 0]) * (y[0, 1] - y[0, 0]))
        return math.sqrt(float(area)) if math.isfinite(area) else 0.0

    def read(self, window: Window) -> FloatArray:
        """Values (bands, rows, cols) of a window of cells, which may reach beyond the grid."""
        if self._is_upright and not self._nearest:
            return self._read_upright(window)
        y, x = self._positions(
            np.arange(window.row, window.row_end, dtype=np.int64), np.arange(window.col, window.col_end, dtype=np.int64)
        )
        factor = self._factor
        if factor > 1:
            y, x = (y + 0.5) / factor - 0.5, (x + 0.5) / factor - 0.5
        height, width = (-(-size // factor) for size in (self.source.grid.height, self.source.grid.width))
        with np.errstate(invalid="ignore"):
            inside = (y > -0.5) & (y < height - 0.5) & (x > -0.5) & (x < width - 0.5)
        values = np.full((len(self.source.bands), window.rows, window.cols), np.nan, np.float32)
        if not inside.any():
            return values
        y, x = np.where(inside, y, 0.0), np.where(inside, x, 0.0)
        part = _part(y[inside], x[inside], height, width)
        own = self._own(part)
        sampled = _nearest(own, part, y, x) if self._nearest else bilinear(own, part, y, x)
        values[:, inside] = sampled[:, inside]
        return values

    @property
    def _is_upright(self) -> bool:
        """Whether rows of the raster run along rows of the grid: all pixels of one lie on one row of the other."""
        turned = (*self._grid.transform[2:5:2], *self._inverse[2:5:2])
        return self._to_source is None and not any(turned)

    def _read_upright(self, window: Window) -> FloatArray:
        """`read` where rows and columns can be interpolated one after the other, which is several times as fast."""
        nothing = np.zeros(1, np.int64)
        y = self._positions(np.arange(window.row, window.row_end, dtype=np.int64), nothing)[0][:, 0]
        x = self._positions(nothing, np.arange(window.col, window.col_end, dtype=np.int64))[1][0]
        y, x = ((each + 0.5) / self._factor - 0.5 for each in (y, x))
        height, width = (-(-size // self._factor) for size in (self.source.grid.height, self.source.grid.width))
        rows, cols = (np.flatnonzero((at > -0.5) & (at < size - 0.5)) for at, size in ((y, height), (x, width)))
        values = np.full((len(self.source.bands), window.rows, window.cols), np.nan, np.float32)
        if len(rows) and len(cols):
            part = _part(y[rows], x[cols], height, width)
            inside = slice(rows[0], rows[-1] + 1), slice(cols[0], cols[-1] + 1)
            values[(slice(None), *inside)] = _bilinear_lines(self._own(part), part, y[inside[0]], x[inside[1]])
        return values

    def _own(self, part: Window) -> FloatArray:
        """The raster's own values, averaged by the factor; NaN where there are none."""
        factor, grid = self._factor, self.source.grid
        window = Window(part.row * factor, part.col * factor, part.rows * factor, part.cols * factor)
        whole = window.intersection(grid.window)
        values, valid = self.source.read(whole)
        values = np.where(valid, values, np.float32(np.nan))
        if factor == 1:
            return values
        padded = np.full((len(values), window.rows, window.cols), np.nan, np.float32)
        padded[:, : whole.rows, : whole.cols] = values
        blocks = padded.reshape(len(values), part.rows, factor, part.cols, factor)
        known = np.isfinite(blocks)
        count = known.sum((2, 4))
        sums = np.where(known, blocks, 0).sum((2, 4), dtype=np.float64)
        mean = np.where(count > 0, sums / np.maximum(count, 1), np.nan)
        return mean.astype(np.float32)

    def _positions(self, rows: IntArray, cols: IntArray) -> tuple[DoubleArray, DoubleArray]:
        """Rows and columns of the raster on which the centres of cells lie (rows, cols) each."""
        row_knots, row_weights, row_first = _knots(rows)
        col_knots, col_weights, col_first = _knots(cols)
        y, x = self._at_knots(row_knots * _KNOT_STEP, col_knots * _KNOT_STEP)
        return (
            _between_knots(y, row_first, row_weights, col_first, col_weights),
            _between_knots(x, row_first, row_weights, col_first, col_weights),
        )

    def _at_knots(self, rows: IntArray, cols: IntArray) -> tuple[DoubleArray, DoubleArray]:
        a, b, c, d, e, f = self._grid.transform
        down, right = self._shift
        col, row = np.meshgrid((cols + 0.5) * self._cell + right, (rows + 0.5) * self._cell + down)
        x, y = a + b * col + c * row, d + e * col + f * row
        if self._to_source is not None:
            with quiet_gdal():
                points = self._to_source.TransformPoints(np.stack([x.ravel(), y.ravel()], 1).tolist())
            moved = np.array(points, np.float64)[:, :2].reshape(*x.shape, 2)
            x, y = moved[..., 0], moved[..., 1]
        x, y = np.where(np.isfinite(x), x, np.nan), np.where(np.isfinite(y), y, np.nan)
        a, b, c, d, e, f = self._inverse
        return d + e * x + f * y - 0.5, a + b * x + c * y - 0.5


def _probes(size: int) -> IntArray:
    """Some of so many pixels, spread evenly, with the first and the last."""
    return np.unique(np.linspace(0, size - 1, _PROBES).round().astype(np.int64))


def _transformation(grid: RasterGrid, source: RasterSource, name: str) -> osr.CoordinateTransformation:
    systems = []
    for wkt in (grid.wkt, source.grid.wkt):
        system = osr.SpatialReference(wkt)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    with quiet_gdal():
        try:
            transformation = osr.CoordinateTransformation(*systems)
            transformation.TransformPoint(*grid.corners[0])
        except (RuntimeError, TypeError):
            transformation = None
    if transformation is None:
        raise RasterError(f"There is no way from the reference system of the raster to that of {name}; warp it first.")
    return transformation


def _knots(indices: IntArray) -> tuple[IntArray, DoubleArray, IntArray]:
    """Numbers of the knots around some cells; the weight of the later knot of each cell, and which is the earlier."""
    below = indices // _KNOT_STEP
    knots = np.arange(int(below.min()), int(below.max()) + 2, dtype=np.int64)
    return knots, (indices - below * _KNOT_STEP) / _KNOT_STEP, below - knots[0]


def _between_knots(
    values: DoubleArray, rows: IntArray, row_weights: DoubleArray, cols: IntArray, col_weights: DoubleArray
) -> DoubleArray:
    along = values[:, cols] * (1 - col_weights) + values[:, cols + 1] * col_weights
    result: DoubleArray = along[rows] * (1 - row_weights[:, None]) + along[rows + 1] * row_weights[:, None]
    return result


def _part(y: DoubleArray, x: DoubleArray, height: int, width: int) -> Window:
    """The pixels around some positions."""
    row, col = max(math.floor(y.min()), 0), max(math.floor(x.min()), 0)
    row_end, col_end = min(math.floor(y.max()) + 2, height), min(math.floor(x.max()) + 2, width)
    return Window(row, col, row_end - row, col_end - col)


def _nearest(own: FloatArray, part: Window, y: DoubleArray, x: DoubleArray) -> FloatArray:
    rows = np.clip(np.floor(y + 0.5).astype(np.intp) - part.row, 0, part.rows - 1)
    cols = np.clip(np.floor(x + 0.5).astype(np.intp) - part.col, 0, part.cols - 1)
    return own[:, rows, cols]


def _bilinear_lines(own: FloatArray, part: Window, y: DoubleArray, x: DoubleArray) -> FloatArray:
    """What `bilinear` gives where all pixels of a row lie at one y (rows,), and those of a column at one x (cols,)."""
    rows, cols = np.floor(y).astype(np.intp) - part.row, np.floor(x).astype(np.intp) - part.col
    down, right = ((at - np.floor(at)).astype(np.float32) for at in (y, x))

    def between(values: FloatArray) -> FloatArray:
        first, second = (values.take(np.clip(rows + step, 0, part.rows - 1), 1) for step in (0, 1))
        along = first * (1 - down)[:, None] + second * down[:, None]
        first, second = (along.take(np.clip(cols + step, 0, part.cols - 1), 2) for step in (0, 1))
        result: FloatArray = first * (1 - right) + second * right
        return result

    known = np.isfinite(own)
    if known.all():
        return between(own)
    sums, weights = between(np.where(known, own, np.float32(0))), between(known.astype(np.float32))
    # The same sums as without the others, where all four pixels are known: values do not depend on the window.
    whole = weights == between(np.ones((1, *own.shape[1:]), np.float32))
    weights = np.where(whole, np.float32(1), weights)
    enough = weights > 0.25
    result: FloatArray = np.where(enough, sums / np.where(enough, weights, 1), np.float32(np.nan))
    return result


def bilinear(own: FloatArray, part: Window, y: DoubleArray, x: DoubleArray) -> FloatArray:
    """Of the four pixels around, those that say something; beyond the last pixel's centre the edge is repeated."""
    first_row, first_col = np.floor(y), np.floor(x)
    down, right = (y - first_row).astype(np.float32), (x - first_col).astype(np.float32)
    sums = np.zeros((len(own), *y.shape), np.float32)
    weights = np.zeros_like(sums)
    for row_step, row_weight in ((0, 1 - down), (1, down)):
        rows = np.clip(first_row.astype(np.intp) + row_step - part.row, 0, part.rows - 1)
        for col_step, col_weight in ((0, 1 - right), (1, right)):
            cols = np.clip(first_col.astype(np.intp) + col_step - part.col, 0, part.cols - 1)
            corner = own[:, rows, cols]
            known = np.isfinite(corner)
            weight = row_weight * col_weight
            sums += np.where(known, corner, 0) * weight
            weights += known * weight
    enough = weights > 0.25
    result: FloatArray = np.where(enough, sums / np.where(enough, weights, 1), np.float32(np.nan))
    return result
