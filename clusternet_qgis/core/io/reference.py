"""Reference labels, from a raster or a vector layer, read on the grid of another raster."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..errors import RasterError
from ..progress import Progress
from .gdal_calls import OpenDatasets, gdal_reason, quiet_gdal
from .grid import RasterGrid
from .legend import BACKGROUND
from .raster_source import RasterSource
from .tiling import TileGrid, Window
from .vectors import VectorSource, is_vector

IntArray = NDArray[np.int32]

UNLABELLED = -1
_SCAN_TILE = 2048


class Reference(Protocol):
    """Labels on a grid: `read` gives the index of each pixel's class, -1 where there is none.

    Attributes:
        classes: Names.
        values: Raster value of each class, empty for a vector layer.
        named: Whether the names are more than the values as text.
    """

    classes: list[str]
    values: list[int]
    named: bool

    def read(self, window: Window) -> IntArray:
        """Index of the class of each pixel (rows, cols)."""
        ...


def open_reference(
    path: str | Path,
    grid: RasterGrid,
    field: str = "",
    area: str | Path = "",
    may_miss: bool = False,
    progress: Progress = Progress(),
    datasets: OpenDatasets | None = None,
) -> Reference:
    """Opens labels on a grid.

    A raster's classes are its values, named by its categories where it has them; no data is unlabelled. A vector
    layer's classes are the values of `field`; a point labels the pixel that it lies in. Pixels outside the shapes are
    of the class `other` wherever labels are known to be complete: inside `area`, or everywhere if there is only one
    class and no area. Points never are complete.

    Args:
        path: Raster or vector; in another reference system it is reprojected.
        grid: The pixels to read on.
        field: Class field of a vector layer; without it all shapes are one class, named `reference`.
        area: Polygons outside which nothing counts as labelled.
        may_miss: Whether it is fine that nothing overlaps the grid.
        progress: Reports the scan for a raster's values.
        datasets: Where a raster is kept open; by itself unless it is one of many.

    Raises:
        ClusterNetError: Something cannot be read, or nothing overlaps the grid.
    """
    inside = VectorSource(area, grid, may_miss=may_miss) if area else None
    if is_vector(path):
        return _VectorReference(VectorSource(path, grid, field, may_miss), inside)
    return _RasterReference(AlignedRaster(path, grid, datasets), inside, may_miss, progress)


class AlignedRaster:
    """The first band of a raster read on another grid by nearest neighbour.

    Raises:
        RasterError: The two do not overlap, or cannot be brought together.
    """

    def __init__(self, path: str | Path, grid: RasterGrid, datasets: OpenDatasets | None = None) -> None:
        self.grid = grid
        self._source = RasterSource(path, [1], datasets=datasets)
        self._lines_up = self._source.grid.lines_up_with(grid)
        self.category_names = self._source.category_names
        if not self._lines_up:
            own = self._source.grid
            if _place_is_unknown(grid, own):
                raise RasterError(
                    f"{path} has {own.width} x {own.height} pixels, the raster {grid.width} x {grid.height}, and one "
                    "of them has no georeference; georeference both, or give rasters of one size."
                )
            with quiet_gdal():
                # The warper takes as many bands as the source has; one is wanted.
                self._band = gdal.Translate("", str(path), format="VRT", bandList=[1])
            self._band.SetGeoTransform(own.transform)

    def read(self, window: Window) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Values and validity (rows, cols) of a window of the grid."""
        if self._lines_up:
            values, valid = self._source.read(window)
            return values[0], valid
        place = self.grid.cropped(window)
        target = gdal.GetDriverByName("MEM").Create("", window.cols, window.rows, 1, gdal.GDT_Float32)
        target.SetGeoTransform(place.transform)
        wkt = place.wkt or self._source.grid.wkt
        target.SetProjection(wkt)
        target.GetRasterBand(1).SetNoDataValue(float("nan"))
        target.GetRasterBand(1).Fill(float("nan"))
        with quiet_gdal():
            done = gdal.Warp(target, self._band, srcSRS=self._source.grid.wkt or wkt or None, resampleAlg="near")
            if not done:
                raise RasterError(f"Cannot bring {self._source.path} onto the raster's grid: {gdal_reason()}.")
        values = np.frombuffer(target.ReadRaster(), np.float32).reshape(window.rows, window.cols)
        return values, np.isfinite(values)


def _place_is_unknown(first: RasterGrid, second: RasterGrid) -> bool:
    """Whether a raster lacks a georeference, and the other is no part of one that lacks it either."""
    bare = [grid for grid in (first, second) if grid.geotransform is None]
    counts_pixels = all(not g.wkt and g.transform[1:3] + g.transform[4:] == (1, 0, 0, -1) for g in (first, second))
    return len(bare) == 2 or (len(bare) == 1 and not counts_pixels)


class _RasterReference:
    def __init__(self, raster: AlignedRaster, inside: VectorSource | None, may_miss: bool, progress: Progress) -> None:
        self._raster = raster
        self._inside = inside
        self._values = self._scan(progress)
        if not len(self._values) and not may_miss:
            raise RasterError("The reference has no labelled pixel on the raster; choose one that overlaps it.")
        names = raster.category_names
        self.named = bool(names)
        self.values = self._values.tolist()
        self.classes = [names[v] if 0 <= v < len(names) and names[v] else str(v) for v in self.values]

    def _scan(self, progress: Progress) -> NDArray[np.int64]:
        grid = TileGrid(self._raster.grid.window, _SCAN_TILE)
        found: set[int] = set()
        for tile in progress.track(grid, len(grid)):
            values, valid = self._raster.read(tile.core)
            found.update(np.unique(np.rint(values[valid])).astype(np.int64).tolist())
            if len(found) > 65535:
                raise RasterError("The reference raster has over 65535 different values; it is no map of classes.")
        return np.array(sorted(found), np.int64)

    def read(self, window: Window) -> IntArray:
        values, valid = self._raster.read(window)
        if not len(self._values):
            return np.full(values.shape, UNLABELLED, np.int32)
        whole = np.rint(np.where(valid, values, self._values[0])).astype(np.int64)
        index = np.searchsorted(self._values, whole).astype(np.int32)
        index[~valid] = UNLABELLED
        if self._inside:
            index[self._inside.burn(window) == 0] = UNLABELLED
        return index


class _VectorReference:
    def __init__(self, shapes: VectorSource, inside: VectorSource | None) -> None:
        self._shapes = shapes
        self._inside = inside
        # Points are a sample: they say nothing of what lies between them.
        self._complete = (inside is not None or len(shapes.classes) == 1) and not shapes.only_points
        self.classes: list[str] = list(shapes.classes)
        self.values: list[int] = []
        self.named = True
        if self._complete and BACKGROUND not in self.classes:
            self.classes.append(BACKGROUND)

    def read(self, window: Window) -> IntArray:
        index = self._shapes.burn(window) - 1
        if self._complete:
            index[index == UNLABELLED] = self.classes.index(BACKGROUND)
        if self._inside:
            index[self._inside.burn(window) == 0] = UNLABELLED
        return index
