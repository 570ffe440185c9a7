"""Strokes: shapes that the user has painted, and which pixels of a raster they cover."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from ..arrays import BoolArray, Int32Array, IntArray
from ..errors import OptionsError, VectorError
from ..io.gdal_calls import gdal_reason, quiet_gdal
from ..io.grid import RasterGrid
from ..io.tiling import TileGrid, Window
from ..io.vectors import (
    LeftOut,
    class_name,
    field_index,
    memory_driver,
    named_layer,
    open_vector,
    reference_system,
    transformation,
)
from ..progress import Progress
from .runs import last_painted, last_painted_runs, pixels_in, run_table, runs_in

# Segments of a quarter circle at the ends of a stroke.
_ROUNDNESS = 8
_BLOCK = 1024
# Of a large painted area so many pixels are enough.
_MOST_PIXELS = 200_000
WIDTH_FIELD = "width"


@dataclass(frozen=True)
class Stroke:
    """A painted line, point or polygon.

    Attributes:
        class_name: The class of what it covers.
        geometry: WKB in the raster's reference system.
        width: Of a line or point, in map units; polygons are filled.
    """

    class_name: str
    geometry: bytes
    width: float


@dataclass(frozen=True)
class StrokedPixels:
    """Pixels of a grid under strokes, each once: where strokes cross, the later one counts.

    Attributes:
        rows: (pixels,).
        cols: (pixels,).
        classes: Index into `names` (pixels,).
        names: Classes in the order in which they were first painted.
        runs: The same pixels as runs along rows (runs, 4), ascending: row, first column, column behind the last, class.
            There they are all, while of a large stroke `rows` and `cols` have a part that is enough to learn from.
    """

    rows: IntArray
    cols: IntArray
    classes: IntArray
    names: tuple[str, ...]
    runs: Int32Array


def stroke_of_points(class_name: str, points: Sequence[Sequence[float]], width: float) -> Stroke:
    """A stroke through points (x, y) in the raster's reference system; one point makes a dot.

    Raises:
        OptionsError: There is no point, or the width is not a positive number.
    """
    _check_width(width)
    if not points or not all(len(point) == 2 and all(map(math.isfinite, point)) for point in points):
        raise OptionsError("A stroke needs at least one point, each of two numbers.")
    geometry = ogr.Geometry(ogr.wkbPoint if len(points) == 1 else ogr.wkbLineString)
    for x, y in points:
        geometry.AddPoint_2D(float(x), float(y))
    return Stroke(class_name, bytes(geometry.ExportToWkb()), float(width))


def read_strokes(
    path: str | Path, grid: RasterGrid, field: str, width: float, progress: Progress = Progress()
) -> list[Stroke]:
    """Strokes of a vector layer, in its order, brought into the raster's reference system.

    Args:
        path: Anything OGR opens.
        grid: Of the raster.
        field: Names the class of each shape; shapes without a class, or with a blank one, are left out.
        width: In map units, of lines and points whose layer has no field `width` or an empty one.
        progress: Says how many shapes are left out.

    Raises:
        ClusterNetError: The layer or field cannot be used, or the width is not positive.
    """
    _check_width(width)
    dataset = open_vector(path)
    if dataset is None:
        raise VectorError(f"Cannot read the strokes {path}: {gdal_reason('no such layer')}.")
    layer = named_layer(dataset, str(path))
    index, width_index = field_index(layer, field, str(path)), layer.GetLayerDefn().GetFieldIndex(WIDTH_FIELD)
    transform = transformation(layer.GetSpatialRef(), reference_system(grid.wkt))
    strokes: list[Stroke] = []
    left_out = LeftOut()
    layer.ResetReading()
    for feature in layer:
        left_out.total += 1
        geometry, name = feature.GetGeometryRef(), class_name(feature, index)
        if not name:
            left_out.without_class += 1
            continue
        if geometry is None or geometry.IsEmpty():
            left_out.without_shape += 1
            continue
        geometry = geometry.Clone()
        geometry.FlattenTo2D()
        with quiet_gdal():
            if transform is not None and geometry.Transform(transform) != 0:
                left_out.elsewhere += 1  # so it cannot lie on the raster
                continue
        has_width = width_index >= 0 and feature.IsFieldSetAndNotNull(width_index)
        own_width = feature.GetFieldAsDouble(width_index) if has_width else width
        if not (math.isfinite(own_width) and own_width > 0):
            own_width = width
        strokes.append(Stroke(name, bytes(geometry.ExportToWkb()), own_width))
    if sentence := left_out.sentence(str(path)):
        progress.say(sentence)
    return strokes


def _check_width(width: float) -> None:
    if not (math.isfinite(width) and width > 0):
        raise OptionsError(f"The width of strokes is {width}; it must be above 0 map units.")


def stroked_pixels(strokes: Sequence[Stroke], grid: RasterGrid, within: Window | None = None) -> StrokedPixels:
    """The pixels that strokes cover.

    Args:
        strokes: In the order in which they were painted.
        grid: The raster's pixels.
        within: Only these of them.
    """
    names = tuple(dict.fromkeys(stroke.class_name for stroke in strokes))
    window = within or grid.window
    of_strokes = np.array([names.index(stroke.class_name) for stroke in strokes], np.int64)
    runs = [covered_runs(stroke, grid, window) for stroke in strokes]
    pixels = [covered_pixels(stroke, grid, window) for stroke in strokes]
    flat, classes = last_painted(
        np.concatenate([np.zeros(0, np.int64), *pixels]), np.repeat(of_strokes, [len(each) for each in pixels])
    )
    last = last_painted_runs(
        np.concatenate([np.zeros((0, 2), np.int64), *runs]), np.repeat(of_strokes, [len(each) for each in runs]),
        grid.width,
    )  # fmt: skip
    return StrokedPixels(flat // grid.width, flat % grid.width, classes, names, run_table(*last, grid.width))


@lru_cache(maxsize=500)  # while a user paints, all strokes but the last are the same as before
def covered_pixels(stroke: Stroke, grid: RasterGrid, within: Window) -> IntArray:
    """Flat indices of the grid's pixels under a stroke, ascending; of a large one some, evenly spread."""
    runs = covered_runs(stroke, grid, within)
    count = int((runs[:, 1] - runs[:, 0]).sum())
    flat = pixels_in(runs, max(-(-count // _MOST_PIXELS), 1))
    flat.setflags(write=False)
    return flat


@lru_cache(maxsize=500)
def covered_runs(stroke: Stroke, grid: RasterGrid, within: Window) -> IntArray:
    """The grid's pixels under a stroke, as runs along rows: flat indices of the first and behind the last (runs, 2).

    A pixel is under a line or point if its centre lies within half the width, or the line itself runs through it; and
    in a polygon if its centre does, or if the polygon is so small that it has no centre inside.
    """
    geometry = ogr.CreateGeometryFromWkb(stroke.geometry)
    if geometry is None or geometry.IsEmpty():
        return np.zeros((0, 2), np.int64)
    is_area = ogr.GT_Flatten(geometry.GetGeometryType()) in (
        ogr.wkbPolygon, ogr.wkbMultiPolygon, ogr.wkbCurvePolygon, ogr.wkbMultiSurface,
    )  # fmt: skip
    area = geometry if is_area else geometry.Buffer(stroke.width / 2, _ROUNDNESS)
    if area is None or area.IsEmpty():  # so narrow or so far away that rounding leaves nothing of it
        area = geometry
    window = _window_around(area, grid, within)
    if not window.pixels:
        return np.zeros((0, 2), np.int64)
    parts = []
    for block in TileGrid(window, _BLOCK):
        covered = _rasterised(area, grid, block.core, False)
        if not is_area:
            covered |= _rasterised(geometry, grid, block.core, True)
        parts.append(runs_in(covered, block.core, grid.width))
    runs = np.concatenate(parts)
    if not len(runs):
        runs = runs_in(_rasterised(area, grid, window, True), window, grid.width)
    runs = runs[np.argsort(runs[:, 0])]
    runs.setflags(write=False)
    return runs


def _window_around(geometry: ogr.Geometry, grid: RasterGrid, within: Window) -> Window:
    """The pixels that may be under a geometry."""
    inverse = gdal.InvGeoTransform(grid.transform)
    if inverse is None:
        raise OptionsError(f"The raster's geotransform {grid.transform} cannot be inverted; georeference it anew.")
    xmin, xmax, ymin, ymax = geometry.GetEnvelope()
    corners = [gdal.ApplyGeoTransform(inverse, x, y) for x in (xmin, xmax) for y in (ymin, ymax)]
    if not all(math.isfinite(value) for corner in corners for value in corner):
        return Window(0, 0, 0, 0)
    cols, rows = zip(*corners)
    limit = 2**40  # far outside any raster, and still exact
    top, left = (int(max(min(math.floor(min(values)) - 1, limit), -limit)) for values in (rows, cols))
    bottom, right = (int(max(min(math.ceil(max(values)) + 1, limit), -limit)) for values in (rows, cols))
    return Window(top, left, bottom - top, right - left).intersection(within)


def _rasterised(geometry: ogr.Geometry, grid: RasterGrid, window: Window, all_touched: bool) -> BoolArray:
    """Pixels of a window whose centre lies in a geometry, or all that it touches (rows, cols)."""
    target = gdal.GetDriverByName("MEM").Create("", window.cols, window.rows, 1, gdal.GDT_Byte)
    target.SetGeoTransform(grid.cropped(window).transform)
    with _layer_of(geometry) as layer, quiet_gdal():
        gdal.RasterizeLayer(target, [1], layer, burn_values=[1], options=["ALL_TOUCHED=TRUE"] if all_touched else [])
    return np.frombuffer(target.ReadRaster(), np.uint8).reshape(window.rows, window.cols) > 0


@contextmanager
def _layer_of(geometry: ogr.Geometry) -> Iterator[ogr.Layer]:
    """A layer in memory with one shape."""
    source = memory_driver().CreateDataSource("stroke")
    layer = source.CreateLayer("stroke", None, ogr.wkbUnknown)
    shape = ogr.Feature(layer.GetLayerDefn())
    shape.SetGeometry(geometry)
    layer.CreateFeature(shape)
    yield layer
    # The layer is gone with its data source, which must live until here.
    del layer, source
