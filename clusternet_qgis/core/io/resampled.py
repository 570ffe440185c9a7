"""Rasters of pictures and heights, read on the pixel grid of another raster."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from osgeo import gdal

from ..arrays import BoolArray, FloatArray
from ..errors import RasterError
from .gdal_calls import gdal_reason, quiet_gdal
from .grid import RasterGrid
from .raster_source import RasterSource
from .tiling import Window
from .vectors import reference_system, transformation


class ResampledRaster:
    """The mean of a raster's bands on another pixel grid, resampled bilinearly unless that is its own.

    Args:
        path: Anything GDAL opens.
        grid: The pixel grid to read on.

    Attributes:
        pixel: Side of a pixel of the raster, in pixels of the grid.

    Raises:
        RasterError: The raster cannot be read, or has no place on the grid.
    """

    def __init__(self, path: str | Path, grid: RasterGrid) -> None:
        self._source = RasterSource(path)
        self._grid = grid
        self.pixel = 1.0
        own = self._source.grid
        self._is_aligned = own.is_aligned_with(grid)
        if self._is_aligned:
            return
        if own.geotransform is None or grid.geotransform is None:
            raise RasterError(
                f"{path} has {own.width} x {own.height} pixels, the raster {grid.width} x {grid.height}, and one of "
                "them has no georeference; georeference both, or give rasters of one size."
            )
        self.pixel = math.sqrt(_middle_pixel_area(own, grid.wkt) / grid.pixel_area)

    def read(self, window: Window) -> tuple[FloatArray, BoolArray]:
        """Values and validity (rows, cols) of a window inside the grid; values of invalid pixels are 0."""
        if self._is_aligned:
            values, valid = self._source.read(window)
            return np.where(valid, values.mean(0), 0).astype(np.float32), valid
        part, own = self._grid.cropped(window), self._source.grid
        bands = len(self._source.file_bands)
        target = gdal.GetDriverByName("MEM").Create("", window.cols, window.rows, bands, gdal.GDT_Float32)
        target.SetGeoTransform(part.transform)
        target.SetProjection(part.wkt or own.wkt)
        for band in range(1, bands + 1):
            target.GetRasterBand(band).SetNoDataValue(math.nan)
            target.GetRasterBand(band).Fill(math.nan)
        with quiet_gdal():
            done = gdal.Warp(target, self._source.path, srcSRS=own.wkt or part.wkt or None, resampleAlg="bilinear")
        if not done:
            raise RasterError(f"Cannot bring {self._source.path} onto the raster's grid: {gdal_reason()}.")
        values = np.frombuffer(target.ReadRaster(), "f4").reshape(bands, window.rows, window.cols).mean(0)
        valid = np.isfinite(values)
        return np.where(valid, values, 0).astype(np.float32), valid


def _middle_pixel_area(grid: RasterGrid, wkt: str) -> float:
    """Area of the pixel in the middle of a grid, in square units of another reference system."""
    row, col = grid.height // 2, grid.width // 2
    corners = grid.cropped(Window(row, col, 1, 1)).corners
    transform = transformation(reference_system(grid.wkt), reference_system(wkt))
    if transform is not None:
        corners = [transform.TransformPoint(x, y)[:2] for x, y in corners]
    (x, y), (right, rise), _, (shift, down) = corners
    area = abs((right - x) * (down - y) - (shift - x) * (rise - y))
    return area if math.isfinite(area) and area > 0 else grid.pixel_area
