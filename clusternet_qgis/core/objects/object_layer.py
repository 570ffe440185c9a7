"""Polygons and points of objects, with their measures."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import ogr

from ..arrays import DoubleArray, IntArray
from ..io.grid import RasterGrid
from ..io.vector_formats import stored_system
from ..io.vector_sink import VectorSink
from ..polygons.arcs import Arcs, Line
from ..polygons.measuring import has_metres
from ..polygons.rings import Rings
from ..polygons.wkb import polygons_wkb
from ..progress import Progress
from .options import ObjectOutputs

_AT_ONCE = 2000


@dataclass(frozen=True)
class Objects:
    """What is known of each object, by number from 1; the first entry of each array is of none.

    Attributes:
        names: Name of the class.
        area: In square metres, or in pixels without a reference system.
        height: NaN where none is known; None without heights.
        confidence: From 0 to 1, NaN where none is known.
        row: Row of the point of each object, with fractions of pixels.
        col: Its column.
    """

    names: list[str]
    area: DoubleArray
    height: DoubleArray | None
    confidence: DoubleArray
    row: DoubleArray
    col: DoubleArray

    def attributes(self, number: int) -> tuple[int | float | str | None, ...]:
        """Those of the layers, in the order of `object_fields`."""
        area = float(self.area[number])
        height = () if self.height is None else (_known(self.height[number]),)
        diameter = 2 * math.sqrt(area / math.pi)
        return number, self.names[number], area, diameter, *height, _known(self.confidence[number])


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def object_fields(grid: RasterGrid, with_height: bool) -> list[tuple[str, int]]:
    """Names and OGR types of the attributes."""
    area = "area_m2" if has_metres(grid) else "area_px"
    height = [("height", ogr.OFTReal)] if with_height else []
    numbers = [(area, ogr.OFTReal), ("diameter", ogr.OFTReal), *height, ("confidence", ogr.OFTReal)]
    return [("id", ogr.OFTInteger), ("class", ogr.OFTString), *numbers]


def object_system(output: str | Path, grid: RasterGrid, names: Iterable[str], with_height: bool) -> str:
    """The reference system in which objects are stored; see `stored_system`.

    Raises:
        VectorError: The format of the file is unknown, or cannot hold the objects.
    """
    return stored_system(output, grid, object_fields(grid, with_height), names)


def write_objects(
    outputs: ObjectOutputs,
    grid: RasterGrid,
    systems: Sequence[str],
    arcs: Arcs,
    rings: Rings,
    objects: Objects,
    progress: Progress,
) -> None:
    """Writes a polygon for each object, with the outline of its pixels, and a point if wanted: both layers or none.

    Args:
        outputs: The layers.
        grid: The pixel grid.
        systems: Reference systems in which polygons and points are stored.
        arcs: The outlines.
        rings: How they make up the objects.
        objects: The attributes.
        progress: Reports objects.
    """
    with ExitStack() as sinks:
        fields = object_fields(grid, objects.height is not None)
        polygons, points = (
            sinks.enter_context(VectorSink(path, grid.wkt, kind, fields, stored=system)) if path else None
            for path, kind, system in zip((outputs.polygons, outputs.points), (ogr.wkbPolygon, ogr.wkbPoint), systems)
        )
        if polygons is not None:
            _write_polygons(polygons, grid, arcs, rings, objects, progress.part(0, 0.7))
        if points is not None:
            _write_points(points, grid, objects, progress.part(0.7, 1))


def _write_polygons(
    sink: VectorSink, grid: RasterGrid, arcs: Arcs, rings: Rings, objects: Objects, progress: Progress
) -> None:
    line = Line(arcs.x.astype(np.float64), arcs.y.astype(np.float64), arcs.offsets)
    first_rings = np.append(np.flatnonzero(np.diff(rings.region, prepend=0)), len(rings.region))
    starts = range(0, len(first_rings) - 1, _AT_ONCE)
    for start in progress.track(starts, len(starts)):
        part = first_rings[start : start + _AT_ONCE + 1]
        for number, shape in enumerate(_shapes(grid, line, rings, part), start=start + 1):
            sink.write(shape, objects.attributes(number))


def _shapes(grid: RasterGrid, line: Line, rings: Rings, first_rings: IntArray) -> Iterator[bytes]:
    first, stop = int(first_rings[0]), int(first_rings[-1])
    index, offsets = rings.vertices(line, first, stop)
    t = grid.transform
    if t[1] * t[5] - t[2] * t[4] > 0:
        # If rows run upwards, rings have the wrong direction.
        index = index[np.repeat(offsets[:-1] + offsets[1:] - 1, np.diff(offsets)) - np.arange(len(index))]
    return polygons_wkb(_on_map(grid, line.x[index], line.y[index]), offsets, first_rings - first)


def _on_map(grid: RasterGrid, x: DoubleArray, y: DoubleArray) -> DoubleArray:
    t = grid.transform
    return np.stack([t[0] + t[1] * x + t[2] * y, t[3] + t[4] * x + t[5] * y], axis=1)


def _write_points(sink: VectorSink, grid: RasterGrid, objects: Objects, progress: Progress) -> None:
    points = _on_map(grid, objects.col, objects.row).tolist()
    for number in progress.track(range(1, len(points)), len(points) - 1):
        sink.write(struct.pack("<BIdd", 1, ogr.wkbPoint, *points[number]), objects.attributes(number))
