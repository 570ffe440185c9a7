"""Areas and perimeters of regions, on the ellipsoid of the reference system, as sums over arcs."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass

import numpy as np
from osgeo import ogr, osr

from ..arrays import DoubleArray, IntArray
from ..io.gdal_calls import quiet_gdal
from ..io.grid import RasterGrid
from ..progress import Progress
from .arcs import Line
from .chains import offsets_of, ranges

# A straight line in map coordinates is curved on the ellipsoid, so longer lines are divided.
_LONGEST_METRES = 500.0
_LONGEST_RADIANS = math.radians(0.25)


@dataclass(frozen=True)
class Measures:
    """Area and perimeter of each region.

    Attributes:
        area: (n + 1,) by region number, in square metres, or in pixels if there is no reference system.
        perimeter: (n + 1,) with those of holes, in metres, or in sides of a pixel.
        arc: (m,) length of each arc, in the same unit.
    """

    area: DoubleArray
    perimeter: DoubleArray
    arc: DoubleArray


def measure(
    line: Line,
    left: IntArray,
    right: IntArray,
    count: int,
    grid: RasterGrid,
    progress: Progress = Progress(),
) -> Measures:
    """Measures regions from the arcs around them.

    Area on the ellipsoid is the integral of q(latitude) / 2 * a^2 over longitude along the boundary, where q is the
    authalic function of J. P. Snyder, "Map Projections: A Working Manual" (1987), equation 3-12: the area between
    the equator and a parallel, exactly. Between two vertices, q is taken as a linear function of longitude. Lengths are
    computed with the radii of curvature at the middle latitude (Snyder 4-18, 4-20).

    Args:
        line: Vertices of the arcs, in columns and rows.
        left: (m,) region left of each arc.
        right: (m,) region right of each arc.
        count: Highest region number.
        grid: Geotransform and reference system.
        progress: Reports, and is checked at least every second.
    """
    if not len(left):
        return Measures(np.zeros(count + 1), np.zeros(count + 1), np.zeros(0))
    try:
        return _measured(_measurer(grid), line, left, right, count, progress)
    except _NotTransformable:
        progress.say("Parts of the raster have no longitude and latitude; areas and lengths are measured on the map.")
        unit = osr.SpatialReference(grid.wkt).GetLinearUnits() or 1.0
        return _measured(_Planar(grid, unit), line, left, right, count, progress)


def _measured(
    measurer: _Planar | _Ellipsoidal, line: Line, left: IntArray, right: IntArray, count: int, progress: Progress
) -> Measures:
    sums = np.zeros((len(left), 3))
    chunks = _chunks(line)
    for first, stop in progress.track(chunks, len(chunks)):
        inside = slice(int(line.offsets[first]), int(line.offsets[stop]))
        offsets = line.offsets[first : stop + 1] - line.offsets[first]
        sums[first:stop] = measurer.sums(line.x[inside], line.y[inside], offsets)
    area, turn, perimeter = (
        np.bincount(left, column, count + 1) + sign * np.bincount(right, column, count + 1)
        for column, sign in zip(sums.T, (-1, -1, 1))
    )
    return Measures(measurer.area(area, turn), perimeter, sums[:, 2])


def _chunks(line: Line, vertices: int = 50_000) -> list[tuple[int, int]]:
    limits = np.searchsorted(line.offsets, np.arange(0, int(line.offsets[-1]), vertices))
    last = len(line.offsets) - 1
    borders = np.unique(np.append(np.minimum(limits, last), last)).tolist()
    return list(zip(borders[:-1], borders[1:]))


class _NotTransformable(Exception):  # noqa: N818 - caught in this file
    """Points cannot be transformed to longitude and latitude."""


class _Planar:
    """Areas and lengths in the plane of the map.

    Args:
        grid: The geotransform.
        unit: Length of a map unit in metres; None to measure in pixels.
    """

    def __init__(self, grid: RasterGrid, unit: float | None) -> None:
        t = grid.transform
        # Without a reference system, map units have no known length; pixels are taken as squares of side 1.
        self._metric = (t[1] * unit, t[2] * unit, t[4] * unit, t[5] * unit) if unit else (1.0, 0.0, 0.0, 1.0)

    def sums(self, x: DoubleArray, y: DoubleArray, offsets: IntArray) -> DoubleArray:
        """(n, 3) integral for the area, change of longitude, and length of each arc."""
        a, b, c, d = self._metric
        # Coordinates start at the corner of the raster: large ones would make rounding errors larger than areas.
        east, north = a * x + b * y, c * x + d * y
        de, dn = np.diff(east), np.diff(north)
        terms = np.stack([(north[1:] + north[:-1]) / 2 * de, np.zeros(len(de)), np.hypot(de, dn)])
        return _arc_sums(terms, offsets)

    def area(self, integral: DoubleArray, turn: DoubleArray) -> DoubleArray:
        """(n,) area of regions."""
        return np.abs(integral)


class _Ellipsoidal:
    """Areas and lengths on the ellipsoid of the reference system."""

    def __init__(self, grid: RasterGrid, system: osr.SpatialReference) -> None:
        self._transform = grid.transform
        geographic = system.CloneGeogCS()
        geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self._radians = geographic.GetAngularUnits()
        self._to_degrees = None if system.IsGeographic() else osr.CoordinateTransformation(system, geographic)
        self._longest = (
            _LONGEST_METRES / system.GetLinearUnits() if self._to_degrees else _LONGEST_RADIANS / self._radians
        )
        self._longest = max(self._longest, math.sqrt(grid.pixel_area) / 8)
        self._major = system.GetSemiMajor()
        minor = system.GetSemiMinor()
        self._square = 1 - (minor / self._major) ** 2
        self._pole = float(self._q(np.ones(1))[0])
        middle = self._longitude_latitude(np.array([grid.width / 2]), np.array([grid.height / 2]))[1]
        # Integrals start at the middle latitude of the raster: from the equator, rounding errors could exceed areas.
        self._q_middle = float(self._q(np.sin(middle))[0])

    def _q(self, sine: DoubleArray) -> DoubleArray:
        e = math.sqrt(self._square)
        if e < 1e-9:
            return 2 * sine
        q: DoubleArray = sine / (1 - self._square * sine**2) - np.log((1 - e * sine) / (1 + e * sine)) / (2 * e)
        q *= 1 - self._square
        return q

    def _longitude_latitude(self, x: DoubleArray, y: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
        """Longitude and latitude in radians."""
        t = self._transform
        east, north = t[0] + t[1] * x + t[2] * y, t[3] + t[4] * x + t[5] * y
        if self._to_degrees is not None:
            east, north = _transformed(east, north, self._to_degrees)
        return east * self._radians, north * self._radians

    def sums(self, x: DoubleArray, y: DoubleArray, offsets: IntArray) -> DoubleArray:
        """(n, 3) integral for the area, change of longitude, and length of each arc."""
        x, y, offsets = self._divided(x, y, offsets)
        longitude, latitude = self._longitude_latitude(x, y)
        change = np.diff(longitude)
        change -= 2 * math.pi * np.rint(change / (2 * math.pi))
        q = self._q(np.sin(latitude)) - self._q_middle
        middle = (latitude[1:] + latitude[:-1]) / 2
        curve = 1 - self._square * np.sin(middle) ** 2
        north = self._major * (1 - self._square) / curve**1.5 * np.diff(latitude)
        east = self._major / np.sqrt(curve) * np.cos(middle) * change
        terms = np.stack([self._major**2 / 2 * (q[1:] + q[:-1]) / 2 * change, change, np.hypot(east, north)])
        return _arc_sums(terms, offsets)

    def _divided(self, x: DoubleArray, y: DoubleArray, offsets: IntArray) -> tuple[DoubleArray, DoubleArray, IntArray]:
        """The vertices and offsets after long lines were divided into equal pieces."""
        t = self._transform
        dx, dy = np.append(np.diff(x), 0), np.append(np.diff(y), 0)
        length = np.hypot(t[1] * dx + t[2] * dy, t[4] * dx + t[5] * dy)
        length[offsets[1:] - 1] = 0
        counts = np.maximum(np.ceil(length / self._longest), 1).astype(np.int64)
        step = ranges(np.zeros(len(counts), np.int64), counts)
        share = step / np.repeat(counts, counts)
        x, y = (np.repeat(v, counts) + share * np.repeat(d, counts) for v, d in ((x, dx), (y, dy)))
        return x, y, offsets_of(np.add.reduceat(counts, offsets[:-1]))

    def area(self, integral: DoubleArray, turn: DoubleArray) -> DoubleArray:
        """(n,) area of regions; a region around a pole, whose longitudes change by a full turn, includes the pole."""
        pole = np.where(self._q_middle >= 0, self._pole, -self._pole) - self._q_middle
        turns = np.rint(turn / (2 * math.pi))
        area: DoubleArray = np.abs(integral - turns * 2 * math.pi * pole * self._major**2 / 2)
        return area


def _measurer(grid: RasterGrid) -> _Planar | _Ellipsoidal:
    if not has_metres(grid):
        return _Planar(grid, None)
    system = osr.SpatialReference(grid.wkt)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    if system.IsGeographic() or system.IsProjected():
        return _Ellipsoidal(grid, system)
    return _Planar(grid, system.GetLinearUnits() or 1.0)


def _transformed(
    east: DoubleArray, north: DoubleArray, transformation: osr.CoordinateTransformation
) -> tuple[DoubleArray, DoubleArray]:
    """Transforms points as one line: so OGR needs no Python object for each point."""
    header = struct.pack("<BII", 1, ogr.wkbLineString, len(east))
    line = ogr.CreateGeometryFromWkb(header + np.stack([east, north], axis=1).tobytes())
    with quiet_gdal():
        try:
            failed = line.Transform(transformation) != 0
        except RuntimeError:  # QGIS or a script may have switched GDAL's exceptions on
            failed = True
    if failed:
        raise _NotTransformable
    points = np.frombuffer(bytes(line.ExportToWkb(ogr.wkbNDR)), np.float64, 2 * len(east), len(header)).reshape(-1, 2)
    if not np.isfinite(points).all():
        raise _NotTransformable
    return points[:, 0], points[:, 1]


def _arc_sums(terms: DoubleArray, offsets: IntArray) -> DoubleArray:
    """(n, k) sums over each arc of terms (k, v - 1) between vertices; terms between two arcs are left out."""
    padded = np.concatenate([terms, np.zeros((len(terms), 1))], axis=1)
    padded[:, offsets[1:] - 1] = 0
    sums: DoubleArray = np.add.reduceat(padded, offsets[:-1], axis=1).T
    return sums


def has_metres(grid: RasterGrid) -> bool:
    """Whether areas and lengths are measured in metres."""
    return bool(grid.wkt)


def ground_metric(grid: RasterGrid) -> tuple[float, float, float, float]:
    """Change on the ground of (x by column, x by row, y by column, y by row), up to a scale, in the raster's middle.

    In degrees, a step to the east is shorter than one to the north.
    """
    t = grid.transform
    shrink = 1.0
    if grid.wkt and osr.SpatialReference(grid.wkt).IsGeographic():
        latitude = t[3] + t[4] * grid.width / 2 + t[5] * grid.height / 2
        radians = latitude * osr.SpatialReference(grid.wkt).GetAngularUnits()
        shrink = max(math.cos(radians), 1e-3)
    return t[1] * shrink, t[2] * shrink, t[4], t[5]


def window_area(grid: RasterGrid) -> float:
    """Area of a whole grid in square metres, or in pixels if there is no reference system."""
    x = np.array([0.0, 0.0, grid.width, grid.width, 0.0])
    y = np.array([0.0, grid.height, grid.height, 0.0, 0.0])
    around = Line(x, y, np.array([0, len(x)], np.int64))
    return float(measure(around, np.array([1]), np.array([0]), 1, grid).area[1])
