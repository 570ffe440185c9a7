"""The pixel grid of a raster: its size, geotransform and coordinate reference system."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from osgeo import gdal, osr

from ..arrays import BoolArray
from ..errors import RasterError
from .tiling import Window, round_up

GeoTransform = tuple[float, float, float, float, float, float]

# The geotransform with which QGIS draws a raster without georeference: one unit a pixel, rows downwards from 0.
UNREFERENCED: GeoTransform = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
# The share of a pixel from which on the next pixel counts. Origins mostly lie at simple fractions of a pixel, such as
# halves and tenths. This is none, so that the rounding errors of geotransforms do not decide.
_NEXT_PIXEL = math.sqrt(0.5)
# Within so much of a pixel two grids have the same pixels.
_SAME_PIXEL = 0.01


@dataclass(frozen=True)
class RasterGrid:
    """The pixel grid of a raster.

    Attributes:
        width: Columns.
        height: Rows.
        geotransform: GDAL's six numbers; None if the raster has no georeference.
        wkt: Coordinate reference system as WKT; empty if unknown.
    """

    width: int
    height: int
    geotransform: GeoTransform | None = None
    wkt: str = ""

    @property
    def transform(self) -> GeoTransform:
        """The geotransform, or the one that QGIS assumes if there is none."""
        return self.geotransform or UNREFERENCED

    @property
    def window(self) -> Window:
        """The window of all pixels."""
        return Window(0, 0, self.height, self.width)

    @property
    def corners(self) -> list[tuple[float, float]]:
        """Coordinates of the four corners, around the raster from the first pixel on."""
        ends = [(0, 0), (self.width, 0), (self.width, self.height), (0, self.height)]
        points = [gdal.ApplyGeoTransform(self.transform, col, row) for col, row in ends]
        return [(float(x), float(y)) for x, y in points]

    @property
    def pixel_area(self) -> float:
        """Area of a pixel in square map units."""
        t = self.transform
        return abs(t[1] * t[5] - t[2] * t[4])

    @property
    def pixel_metres(self) -> float:
        """Side in metres of a square with the area of a pixel; 0 if the reference system is not projected."""
        system = osr.SpatialReference(self.wkt) if self.wkt else None
        if system is None or not system.IsProjected():
            return 0.0
        return math.sqrt(self.pixel_area) * float(system.GetLinearUnits())

    def cropped(self, window: Window) -> RasterGrid:
        """The grid of a window, which may reach beyond the raster."""
        transform: GeoTransform | None = None
        if self.geotransform:
            t = self.geotransform
            x, y = gdal.ApplyGeoTransform(t, window.col, window.row)
            transform = (x, t[1], t[2], y, t[4], t[5])
        elif window.row or window.col:
            transform = (float(window.col), 1.0, 0.0, float(-window.row), 0.0, -1.0)
        return replace(self, width=window.cols, height=window.rows, geotransform=transform)

    def phase(self, stride: int) -> tuple[int, int]:
        """The row and the column below `stride` at which cells of stride x stride pixels begin.

        Networks see an image in such cells, and see another one if these begin elsewhere. They are therefore counted
        from the origin of the reference system: then parts of a raster and sheets of one pixel grid have the same
        cells. A raster without a georeference has its first at (0, 0).
        """
        inverse = gdal.InvGeoTransform(self.geotransform) if self.geotransform else None
        if inverse is None or not (math.isfinite(inverse[0]) and math.isfinite(inverse[3])):
            return 0, 0
        row, col = (math.floor(origin + 1 - _NEXT_PIXEL) % stride for origin in (inverse[3], inverse[0]))
        return row, col

    def cells(self, stride: int) -> Window:
        """The window of all cells of stride x stride pixels that the raster touches; see `phase`."""
        row, col = (-(-first % stride) for first in self.phase(stride))
        return Window(row, col, round_up(self.height - row, stride), round_up(self.width - col, stride))

    def inside(self, window: Window) -> BoolArray:
        """Which pixels of a window, which may reach beyond, lie in the raster (rows, cols)."""
        inside = np.zeros((window.rows, window.cols), np.bool_)
        inside[window.intersection(self.window).relative_to(window).slices()] = True
        return inside

    def window_of(self, extent: tuple[float, float, float, float] | None) -> Window:
        """The window of an extent (xmin, ymin, xmax, ymax in map units), snapped outwards to pixels.

        It is clipped to the raster.

        Args:
            extent: None for all pixels.

        Raises:
            RasterError: The extent does not overlap the raster.
        """
        if extent is None:
            return self.window
        inverse = gdal.InvGeoTransform(self.transform)
        if inverse is None:
            raise RasterError(f"The raster's geotransform {self.transform} cannot be inverted; georeference it anew.")
        xmin, ymin, xmax, ymax = extent
        corners = [gdal.ApplyGeoTransform(inverse, x, y) for x in (xmin, xmax) for y in (ymin, ymax)]
        # Rounding errors must not add a pixel when a corner lies on the border of a pixel.
        cols, rows = ([round(value, 6) for value in values] for values in zip(*corners))
        row, col = math.floor(min(rows)), math.floor(min(cols))
        window = Window(row, col, math.ceil(max(rows)) - row, math.ceil(max(cols)) - col).intersection(self.window)
        if not window.pixels:
            raise RasterError("The extent does not overlap the raster; choose one inside it.")
        return window

    def offset_in(self, transform: GeoTransform) -> tuple[int, int] | None:
        """The row and column of another grid at which this one begins; None if its pixels are others.

        Args:
            transform: Geotransform of the other grid.
        """
        inverse = gdal.InvGeoTransform(transform)
        if inverse is None:
            return None
        rows, cols = [], []
        for pixel in ((0, 0), (self.width, 0), (0, self.height)):
            col, row = gdal.ApplyGeoTransform(inverse, *gdal.ApplyGeoTransform(self.transform, *pixel))
            cols.append(col - pixel[0])
            rows.append(row - pixel[1])
        if not all(math.isfinite(value) for value in (*rows, *cols)):
            return None
        row, col = round(rows[0]), round(cols[0])
        same = all(abs(value - row) <= _SAME_PIXEL for value in rows)
        return (row, col) if same and all(abs(value - col) <= _SAME_PIXEL for value in cols) else None

    def is_aligned_with(self, other: RasterGrid) -> bool:
        """Whether both have the same size, reference system and pixels, within a thousandth of a pixel."""
        if (self.width, self.height) != (other.width, other.height):
            return False
        side = math.sqrt(self.pixel_area) or 1.0
        return same_system(self.wkt, other.wkt) and all(
            abs(a - b) * pixels <= 1e-3 * side
            for a, b, pixels in zip(
                self.transform, other.transform, (1, self.width, self.height, 1, self.width, self.height)
            )
        )


def same_system(wkt: str, other: str) -> bool:
    """Whether two reference systems are the same. An unknown one counts as the same as any."""
    return not wkt or not other or wkt == other or bool(osr.SpatialReference(wkt).IsSame(osr.SpatialReference(other)))
