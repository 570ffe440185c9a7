"""Reference labels from a raster or a vector layer, read on the pixel grid of another raster."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
from osgeo import gdal

from ..arrays import BoolArray, FloatArray, Int32Array, IntArray
from ..errors import RasterError
from ..progress import Progress
from .gdal_calls import OpenDatasets, gdal_reason, quiet_gdal
from .grid import RasterGrid
from .legend import BACKGROUND
from .raster_source import RasterSource, equal_to_no_data, is_signed_byte, with_sign
from .tiling import TileGrid, Window
from .vectors import VectorSource, is_vector

UNLABELLED = -1
_SCAN_TILE_SIZE = 2048
# From here on float64 rounds whole numbers.
_FIRST_INEXACT = 1 << 53


class ClassNames(Protocol):
    """Which classes there are.

    Attributes:
        classes: Names of the classes.
        values: Raster value of each class; empty for a vector layer.
        named: Whether the classes have names, not only values.
    """

    classes: list[str]
    values: list[int]
    named: bool


class Reference(ClassNames, Protocol):
    """Labels on a pixel grid."""

    def read(self, window: Window) -> Int32Array:
        """Index of the class of each pixel (rows, cols); -1 for unlabelled pixels."""
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
    """Opens reference labels on a pixel grid.

    The classes of a raster are its values, with its category names if it has them; no data is unlabelled. The classes
    of a vector layer are the values of `field`; a point labels the pixel in which it lies. Pixels outside the shapes
    are of the class `other` if the labels are complete. Those of polygons are complete inside `area`; without an area
    they are complete if there is only one class. Those of points are never complete.

    Args:
        path: Raster or vector layer; it is reprojected if needed.
        grid: The pixel grid to read on.
        field: Class field of a vector layer; without it all shapes are of one class, named `reference`.
        area: Polygons outside which all pixels are unlabelled.
        may_miss: Whether it is allowed that no label overlaps the grid.
        progress: Reports the search for the values of a raster, and says how many shapes are left out.
        datasets: Shared with other sources if there may be too many to keep all files open.

    Raises:
        ClusterNetError: Something cannot be read, or no label overlaps the grid.
    """
    area_shapes = VectorSource(area, grid, may_miss=may_miss) if area else None
    if area_shapes and (sentence := area_shapes.left_out.sentence(area_shapes.path)):
        progress.say(sentence)
    if is_vector(path):
        shapes = VectorSource(path, grid, field, may_miss)
        if sentence := shapes.left_out.sentence(shapes.path):
            progress.say(sentence)
        return _VectorReference(shapes, area_shapes)
    return _RasterReference(NearestRaster(path, grid, datasets), area_shapes, may_miss, progress)


class NearestRaster:
    """The first band of a raster, resampled to another pixel grid by nearest neighbour.

    Raises:
        RasterError: One of the two has no georeference and they have different sizes.
    """

    def __init__(self, path: str | Path, grid: RasterGrid, datasets: OpenDatasets | None = None) -> None:
        self.grid = grid
        self._source = RasterSource(path, [1], datasets=datasets, exact=True)
        self._is_aligned = self._source.grid.is_aligned_with(grid)
        self.category_names = self._source.category_names
        if not self._is_aligned:
            own = self._source.grid
            if _lacks_georeference(grid, own):
                raise RasterError(
                    f"{path} has {own.width} x {own.height} pixels, the raster {grid.width} x {grid.height}, and one "
                    "of them has no georeference; georeference both, or give rasters of one size."
                )
            with quiet_gdal():
                # GDAL warps all bands of a dataset, but only the first one is wanted, and of all masks it takes alpha.
                bands = [1, "mask,1"] if self._source.has_mask(1) else [1]
                self._band = gdal.Translate("", str(path), format="VRT", bandList=bands, maskBand="none")
                if len(bands) > 1:
                    self._band.GetRasterBand(2).SetColorInterpretation(gdal.GCI_AlphaBand)
            self._band.SetGeoTransform(own.transform)

    def read(self, window: Window) -> tuple[FloatArray, BoolArray]:
        """Values and validity (rows, cols) of a window of the grid."""
        if self._is_aligned:
            values, valid = self._source.read(window)
            return values[0], valid
        part = self.grid.cropped(window)
        target = gdal.GetDriverByName("MEM").Create("", window.cols, window.rows, 1, gdal.GDT_Float64)
        target.SetGeoTransform(part.transform)
        wkt = part.wkt or self._source.grid.wkt
        target.SetProjection(wkt)
        target.GetRasterBand(1).SetNoDataValue(float("nan"))
        target.GetRasterBand(1).Fill(float("nan"))
        with quiet_gdal():
            # GDAL's own comparison with no data takes large numbers for equal that are not.
            srs = self._source.grid.wkt or wkt or None
            done = gdal.Warp(target, self._band, srcSRS=srs, srcNodata="None", resampleAlg="near")
            if not done:
                raise RasterError(f"Cannot bring {self._source.path} onto the raster's grid: {gdal_reason()}.")
        warped: FloatArray = np.frombuffer(target.ReadRaster(), "f8").reshape(window.rows, window.cols)
        source_band = self._band.GetRasterBand(1)
        if is_signed_byte(source_band):
            warped = with_sign(warped)
        return warped, np.isfinite(warped) & ~equal_to_no_data(warped, source_band)


def _lacks_georeference(first: RasterGrid, second: RasterGrid) -> bool:
    """Whether the position of a raster to the other is unknown because one or both have no georeference.

    It is known if one has none and the other was cut from such a raster: then its geotransform counts pixels.
    """
    without = [grid for grid in (first, second) if grid.geotransform is None]
    counts_pixels = all(not g.wkt and g.transform[1:3] + g.transform[4:] == (1, 0, 0, -1) for g in (first, second))
    return len(without) == 2 or (len(without) == 1 and not counts_pixels)


class _RasterReference:
    def __init__(self, raster: NearestRaster, area: VectorSource | None, may_miss: bool, progress: Progress) -> None:
        self._raster = raster
        self._area = area
        self._values = self._find_values(progress)
        if not len(self._values) and not may_miss:
            raise RasterError("The reference has no labelled pixel on the raster; choose one that overlaps it.")
        names = raster.category_names
        self.named = bool(names)
        self.values = self._values.tolist()
        self.classes = [names[v] if 0 <= v < len(names) and names[v].strip() else str(v) for v in self.values]

    def _find_values(self, progress: Progress) -> IntArray:
        grid = TileGrid(self._raster.grid.window, _SCAN_TILE_SIZE)
        distinct: set[int] = set()
        for tile in progress.track(grid, len(grid)):
            values, valid = self._raster.read(tile.core)
            found = np.unique(np.rint(values[valid]))
            if len(found) and np.abs(found).max() >= _FIRST_INEXACT:
                raise RasterError(
                    f"The reference raster has values up to {np.abs(found).max():.0f}; classes are whole numbers below "
                    f"{_FIRST_INEXACT}. Renumber them, with 'Reclassify by table'."
                )
            distinct.update(found.astype(np.int64).tolist())
            if len(distinct) > 65535:
                raise RasterError("The reference raster has over 65535 different values; it is no map of classes.")
        return np.array(sorted(distinct), np.int64)

    def read(self, window: Window) -> Int32Array:
        values, valid = self._raster.read(window)
        if not len(self._values):
            return np.full(values.shape, UNLABELLED, np.int32)
        whole = np.rint(np.where(valid, values, self._values[0])).astype(np.int64)
        index = np.searchsorted(self._values, whole).astype(np.int32)
        index[~valid] = UNLABELLED
        if self._area:
            index[self._area.burn(window) == 0] = UNLABELLED
        return index


class _VectorReference:
    def __init__(self, shapes: VectorSource, area: VectorSource | None) -> None:
        self._shapes = shapes
        self._area = area
        # Points are a sample: the class between them is unknown.
        self._complete = (area is not None or len(shapes.classes) == 1) and not shapes.only_points
        self.classes: list[str] = list(shapes.classes)
        self.values: list[int] = []
        self.named = True
        if self._complete and BACKGROUND not in self.classes:
            self.classes.append(BACKGROUND)

    def read(self, window: Window) -> Int32Array:
        index = self._shapes.burn(window) - 1
        if self._complete:
            index[index == UNLABELLED] = self.classes.index(BACKGROUND)
        if self._area:
            index[self._area.burn(window) == 0] = UNLABELLED
        return index
