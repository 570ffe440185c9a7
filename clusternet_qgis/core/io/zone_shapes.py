"""Zones: polygons of any layer as edges on a raster's pixel grid, and layers of them with numbers of each."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from ..arrays import DoubleArray
from ..errors import RasterError, VectorError
from ..progress import Progress
from .gdal_calls import gdal_reason, quiet_gdal
from .grid import RasterGrid
from .vector_formats import stored_system
from .vector_sink import VectorSink
from .vectors import (
    LeftOut,
    class_name,
    field_index,
    layer_grid,
    named_layer,
    open_vector,
    reference_system,
    transformation,
)

# Straight borders are curved in another reference system: longer ones than this share of the layer are divided.
_LONGEST_EDGE = 1e-3
_GRID_PIXELS = 2048
_NAME = "zone"


@dataclass(frozen=True)
class Zone:
    """A zone on a pixel grid.

    Attributes:
        name: What the zone is called; its number in the layer, from 1, if no field gives names.
        edges: (n, 4) column and row of the start, column and row of the end of each edge. Outer rings run in the
            direction in which their area is positive, holes in the other. Empty for a zone without an area.
    """

    name: str
    edges: DoubleArray

    @property
    def pixels(self) -> float:
        """Area in pixels, whether they lie in the raster or not."""
        return float(_ring_area(self.edges))


def read_zones(path: str | Path, grid: RasterGrid, field: str = "", progress: Progress = Progress()) -> list[Zone]:
    """Reads all polygons of a layer, in its order.

    Polygons that cross themselves are made valid by GEOS: what is enclosed twice by one ring lies outside. Zones that
    have no place in the raster's reference system, or no area, have no edges.

    Args:
        path: Anything OGR opens.
        grid: The pixel grid.
        field: Holds the names of the zones.
        progress: Says which zones are left out or mended, and is checked at every zone.

    Raises:
        VectorError: The layer or field cannot be used, or holds no polygon.
        RasterError: The grid's geotransform cannot be inverted.
    """
    inverse = gdal.InvGeoTransform(grid.transform)
    if inverse is None:
        raise RasterError(f"The raster's geotransform {grid.transform} cannot be inverted; georeference it anew.")
    dataset, layer = _opened(path)
    index = field_index(layer, field, str(path)) if field else -1
    transform = transformation(layer.GetSpatialRef(), reference_system(grid.wkt))
    left, mended, zones = LeftOut(), 0, []
    longest = _longest_edge(layer) if transform is not None else 0.0
    for number, feature in enumerate(_features(layer), start=1):
        progress.check()
        name = class_name(feature, index) if field else str(number)
        edges, was_valid = _edges(feature.GetGeometryRef(), transform, longest, inverse, left)
        mended += not was_valid
        zones.append(Zone(name, edges))
    left.total = len(zones)
    del layer, dataset
    if not any(len(zone.edges) for zone in zones) and not left.elsewhere:
        raise VectorError(f"{path} has no polygon; choose a layer of polygons as zones.")
    if sentence := left.sentence(str(path)):
        progress.say(sentence)
    if mended:
        progress.say(f"{mended} of the {len(zones)} zones cross themselves: what they enclose twice counts as outside.")
    return zones


def write_zones(
    source: str | Path,
    output: str | Path,
    columns: Sequence[str],
    names: Sequence[str],
    rows: Sequence[Sequence[float | None]],
    progress: Progress = Progress(),
) -> None:
    """Writes the zones of a layer, in its reference system and order, with a name and numbers of each.

    Args:
        source: The layer of zones.
        output: The file to write; its extension determines the format.
        columns: Names of the fields of numbers.
        names: Of the zones.
        rows: For each zone the numbers in the order of the columns; None is stored as NULL.
        progress: Reports zone by zone.

    Raises:
        VectorError: Something cannot be read or written.
    """
    system = zone_system(source, output, columns, names)
    dataset, layer = _opened(source)
    wkt = layer.GetSpatialRef().ExportToWkt() if layer.GetSpatialRef() else ""
    with VectorSink(output, wkt, ogr.wkbMultiPolygon, _fields(columns), stored=system) as sink:
        features = progress.track(list(range(len(names))), len(names))
        for feature, number in zip(_features(layer), features):
            sink.write(_multipolygon(feature.GetGeometryRef()), (names[number], *rows[number]))
    del layer, dataset


def zone_system(source: str | Path, output: str | Path, columns: Sequence[str] = (), names: Sequence[str] = ()) -> str:
    """The reference system in which zones of a layer are stored; see `stored_system`.

    Raises:
        VectorError: The layer cannot be read, or the format of the output cannot hold the zones.
    """
    return stored_system(output, layer_grid(source, _GRID_PIXELS), _fields(columns), names)


def _fields(columns: Sequence[str]) -> list[tuple[str, int]]:
    return [(_NAME, ogr.OFTString), *((column, ogr.OFTReal) for column in columns)]


def _opened(path: str | Path) -> tuple[gdal.Dataset, ogr.Layer]:
    dataset = open_vector(path)
    if dataset is None:
        raise VectorError(f"Cannot read the vector layer {path}: {gdal_reason('no such layer')}.")
    return dataset, named_layer(dataset, str(path))


def _features(layer: ogr.Layer) -> Iterator[ogr.Feature]:
    layer.ResetReading()
    return iter(layer)


def _longest_edge(layer: ogr.Layer) -> float:
    xmin, xmax, ymin, ymax = layer.GetExtent()
    return float(max(xmax - xmin, ymax - ymin) * _LONGEST_EDGE)


def _edges(
    shape: ogr.Geometry | None,
    transform: osr.CoordinateTransformation | None,
    longest: float,
    inverse: Sequence[float],
    left: LeftOut,
) -> tuple[DoubleArray, bool]:
    """Edges of a zone, and whether it was valid as it came."""
    nothing = np.empty((0, 4))
    if shape is None or shape.IsEmpty() or shape.GetDimension() < 2:
        left.without_shape += 1
        return nothing, True
    shape = _plain(shape)
    with quiet_gdal():
        if transform is not None:
            if longest > 0 and math.isfinite(longest):
                shape.Segmentize(longest)
            if not _is_transformed(shape, transform):
                left.elsewhere += 1
                return nothing, True
        is_valid = bool(shape.IsValid())
        if not is_valid:
            shape = shape.MakeValid()
    rings = [] if shape is None else list(_rings(shape))
    edges = [_ring_edges(points, is_outer, inverse) for points, is_outer in rings]
    return (np.concatenate(edges) if edges else nothing), is_valid


def _is_transformed(shape: ogr.Geometry, transform: osr.CoordinateTransformation) -> bool:
    """Transforms a shape in place; False if it has no place in the other system."""
    try:
        if shape.Transform(transform) != 0:
            return False
    except RuntimeError:  # QGIS or a script may have switched GDAL's exceptions on
        return False
    return all(map(math.isfinite, shape.GetEnvelope()))


def _plain(shape: ogr.Geometry) -> ogr.Geometry:
    """A copy without curves and heights."""
    copy = shape.GetLinearGeometry() if shape.HasCurveGeometry() else shape.Clone()
    copy.FlattenTo2D()
    return copy


def _rings(shape: ogr.Geometry) -> Iterator[tuple[DoubleArray, bool]]:
    """Points (n, 2) of the rings of all polygons in a shape, and whether each is an outer one."""
    if ogr.GT_Flatten(shape.GetGeometryType()) != ogr.wkbPolygon:
        for index in range(shape.GetGeometryCount()):
            yield from _rings(shape.GetGeometryRef(index))
        return
    wkb = bytes(shape.ExportToWkb(ogr.wkbNDR))
    (count,), at = struct.unpack_from("<I", wkb, 5), 9
    for ring in range(count):
        (size,) = struct.unpack_from("<I", wkb, at)
        yield np.frombuffer(wkb, "<f8", 2 * size, at + 4).reshape(size, 2), ring == 0
        at += 4 + 16 * size


def _ring_edges(points: DoubleArray, is_outer: bool, inverse: Sequence[float]) -> DoubleArray:
    x, y = points[:, 0], points[:, 1]
    pixels = np.stack(
        [inverse[0] + inverse[1] * x + inverse[2] * y, inverse[3] + inverse[4] * x + inverse[5] * y], axis=1
    )
    edges = np.concatenate([pixels[:-1], pixels[1:]], axis=1)
    return edges if (_ring_area(edges) > 0) == is_outer else np.roll(edges[::-1], 2, axis=1)


def _ring_area(edges: DoubleArray) -> float:
    """Area in pixels; positive if the inside lies right of edges that run down the rows."""
    if not len(edges):
        return 0.0
    col, row = edges[0, 0], edges[0, 1]  # large coordinates would make rounding errors larger than areas
    areas = (edges[:, 1] - row) * (edges[:, 2] - col) - (edges[:, 0] - col) * (edges[:, 3] - row)
    return float(areas.sum() / 2)


def _multipolygon(shape: ogr.Geometry | None) -> bytes:
    """The polygons of a shape as one WKB."""
    polygons = ogr.Geometry(ogr.wkbMultiPolygon)
    if shape is not None and not shape.IsEmpty() and shape.GetDimension() == 2:
        _add_polygons(_plain(shape), polygons)
    return bytes(polygons.ExportToWkb())


def _add_polygons(shape: ogr.Geometry, polygons: ogr.Geometry) -> None:
    if ogr.GT_Flatten(shape.GetGeometryType()) == ogr.wkbPolygon:
        polygons.AddGeometry(shape)
        return
    for index in range(shape.GetGeometryCount()):
        _add_polygons(shape.GetGeometryRef(index), polygons)
