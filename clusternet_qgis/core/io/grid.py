"""Where the pixels of a raster lie."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from osgeo import gdal, osr

from ..errors import RasterError
from .tiling import Window

GeoTransform = tuple[float, float, float, float, float, float]


# Where QGIS draws a raster that has no georeference: one unit a pixel, rows downwards from 0.
UNREFERENCED: GeoTransform = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


@dataclass(frozen=True)
class RasterGrid:
    """Where the pixels of a raster lie; equal when pixels line up.

    Attributes:
        width: Columns.
        height: Rows.
        geotransform: GDAL's six numbers, None when the raster has no georeference.
        wkt: Coordinate reference system as WKT, empty when unknown.
    """

    width: int
    height: int
    geotransform: GeoTransform | None = None
    wkt: str = ""

    @property
    def transform(self) -> GeoTransform:
        """The geotransform, or the one QGIS assumes where there is none."""
        return self.geotransform or UNREFERENCED

    @property
    def window(self) -> Window:
        """All pixels."""
        return Window(0, 0, self.height, self.width)

    @property
    def pixel_area(self) -> float:
        """Area of a pixel in square units of the reference system."""
        t = self.transform
        return abs(t[1] * t[5] - t[2] * t[4])

    @property
    def pixel_metres(self) -> float:
        """Side of a pixel in metres, were it a square; 0 where the reference system's units are no lengths."""
        system = osr.SpatialReference(self.wkt) if self.wkt else None
        if system is None or not system.IsProjected():
            return 0.0
        return math.sqrt(self.pixel_area) * float(system.GetLinearUnits())

    def cropped(self, window: Window) -> RasterGrid:
        """The grid of a window of this one; the window may reach beyond."""
        transform: GeoTransform | None = None
        if self.geotransform:
            t = self.geotransform
            x, y = gdal.ApplyGeoTransform(t, window.col, window.row)
            transform = (x, t[1], t[2], y, t[4], t[5])
        elif window.row or window.col:
            transform = (float(window.col), 1.0, 0.0, float(-window.row), 0.0, -1.0)
        return replace(self, width=window.cols, height=window.rows, geotransform=transform)

    def window_of(self, extent: tuple[float, float, float, float]) -> Window:
        """The extent (xmin, ymin, xmax, ymax, in map units) snapped outwards to pixels and cut to the raster.

        Raises:
            RasterError: The extent does not touch the raster.
        """
        inverse = gdal.InvGeoTransform(self.transform)
        if inverse is None:
            raise RasterError(f"The raster's geotransform {self.transform} cannot be inverted; georeference it anew.")
        xmin, ymin, xmax, ymax = extent
        corners = [gdal.ApplyGeoTransform(inverse, x, y) for x in (xmin, xmax) for y in (ymin, ymax)]
        # A corner on a pixel's border must not take in the next pixel because of rounding.
        cols, rows = ([round(value, 6) for value in values] for values in zip(*corners))
        row, col = math.floor(min(rows)), math.floor(min(cols))
        window = Window(row, col, math.ceil(max(rows)) - row, math.ceil(max(cols)) - col).intersection(self.window)
        if not window.pixels:
            raise RasterError("The extent does not overlap the raster; choose one inside it.")
        return window

    def lines_up_with(self, other: RasterGrid) -> bool:
        """Whether both have the same pixels: size, place to a thousandth of a pixel, and reference system."""
        if (self.width, self.height) != (other.width, other.height):
            return False
        step = math.sqrt(self.pixel_area) or 1.0
        return same_system(self.wkt, other.wkt) and all(
            abs(a - b) * reach <= 1e-3 * step
            for a, b, reach in zip(
                self.transform, other.transform, (1, self.width, self.height, 1, self.width, self.height)
            )
        )


def same_system(wkt: str, other: str) -> bool:
    """Whether two reference systems are the same; an unknown one is taken to be."""
    return not wkt or not other or wkt == other or bool(osr.SpatialReference(wkt).IsSame(osr.SpatialReference(other)))
