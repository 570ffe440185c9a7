"""Turns a class raster into valid polygons without gaps and overlaps; each shared border is simplified once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import ogr, osr

from ..arrays import BoolArray, DoubleArray, IntArray
from ..errors import OptionsError
from ..io.class_raster import refuse_pictures
from ..io.confidence import unsure_pixels
from ..io.gdal_calls import highest_value, open_raster
from ..io.grid import RasterGrid
from ..io.legend import BACKGROUND, Legend, LegendEntry
from ..io.output_clash import refuse_clashes
from ..io.palette import OTHER_COLOUR
from ..io.raster_source import RasterSource
from ..io.vector_formats import stored_system
from ..io.vector_sink import VectorSink, vector_driver
from ..progress import Progress
from .arcs import Arcs, Line, trace_arcs
from .chains import offsets_of, ranges
from .class_names import check_names, class_legend, values_named
from .coverage import simplify
from .measuring import Measures, ground_metric, has_metres, measure
from .merging import Merged, merge_small
from .neighbours import neighbour_texts
from .rectangles import ring_areas, smallest_rectangles
from .regions import Doubt, RunStore, find_regions
from .right_angles import straighten
from .rings import Rings, assemble, without_small_holes
from .smoothing import smooth
from .wkb import polygons_wkb
from .zones import ZonalStatistics, ZoneRasters

MAX_SMOOTH = 5
_WRITTEN_VERTICES = 200_000


@dataclass(frozen=True)
class PolygonOptions:
    """How much polygons are generalised.

    Attributes:
        min_area: Smallest area of a polygon in square map units, or in pixels without a georeference. Smaller regions,
            and enclosed no data of smaller areas, are merged into the neighbour with the longest common border. A
            region that is still smaller after merging has no neighbour and is dropped. So a minimum above the area of
            the raster gives an empty layer. 0 keeps all regions.
        simplify: How far a border may move, in map units; borders to no data do not move. 0 keeps outlines of pixels.
        smooth: How often corners are cut; 0 keeps corners.
        exclude: Class values to treat as no data.
        min_confidence: Pixels of less confidence, by the raster of `ZoneRasters`, become the class `other`.
        right_angles: Names of classes whose outlines get straight edges and right angles; also beside no data, but not
            along the frame of the raster. They are not smoothed, and holes of less than the minimum area are closed.

    Raises:
        OptionsError: A value is out of range.
    """

    min_area: float = 0.0
    simplify: float = 0.0
    smooth: int = 0
    exclude: tuple[int, ...] = ()
    min_confidence: float = 0.0
    right_angles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Checks the values."""
        for name, value in (("minimum area", self.min_area), ("simplification tolerance", self.simplify)):
            if not math.isfinite(value) or value < 0:
                raise OptionsError(f"The {name} is {value}; it must be 0 or more.")
        if not 0 <= self.smooth <= MAX_SMOOTH or self.smooth != int(self.smooth):
            raise OptionsError(f"Smoothing is {self.smooth}; it must be a whole number from 0 to {MAX_SMOOTH}.")
        if any(value < 0 or value != int(value) for value in self.exclude):
            raise OptionsError(f"The values to leave out are {self.exclude}; class values are whole numbers from 0.")


@dataclass(frozen=True)
class PolygonSummary:
    """Numbers about the polygons that were written.

    Attributes:
        polygons: Number of polygons.
        vertices: Number of vertices of all rings; the first of each ring is counted again as its last.
        merged: Number of regions below the minimum area that were merged into a neighbour.
        dropped: Number of regions below the minimum area that had no neighbour.
        area: Sum of the attribute `area_field`.
        area_field: `area_m2`, or `area_px` for a raster without a reference system.
    """

    polygons: int
    vertices: int
    merged: int
    dropped: int
    area: float
    area_field: str


def polygonise(
    path: str | Path,
    output: str | Path,
    options: PolygonOptions = PolygonOptions(),
    zones: ZoneRasters = ZoneRasters(),
    progress: Progress = Progress(),
) -> PolygonSummary:
    """Writes the connected regions of each class as polygons, with a QGIS style beside them.

    Attributes: class_id, class, area_m2 (on the ellipsoid; area_px in pixels if the reference system is unknown),
    perimeter (metres or pixels), compactness (1 is a circle; a Shapefile cuts this name to ten letters). If rasters of
    them are given, also confidence (mean) and clusters (ids, the largest share first, without those under 5 %). Of the
    smallest rectangle around a polygon length, width, orientation (degrees clockwise from north) and elongation (1 -
    width / length); and neighbours (their classes with the share of the border, see `neighbour_texts`).

    Args:
        path: Class raster; 0 is no data, unless the raster declares another value as no data.
        output: The file of the layer; its extension determines the format.
        options: How much to generalise.
        zones: Rasters to summarise within the polygons.
        progress: Reports, and is checked at least every second.

    Raises:
        ClusterNetError: Something cannot be read or written.
    """
    refuse_clashes({"output": output}, {"path": path, "confidence": zones.confidence, "clusters": zones.clusters})
    vector_driver(Path(output))  # what a format is not, or cannot hold, is an error before the work, not after it
    refuse_pictures(path)
    with RasterSource(path, [1], exact=True) as source, RunStore() as runs:
        grid, names = source.grid, source.category_names
        check_names(options.right_angles, names)
        stored = polygon_system(output, grid, names, zones)
        if stored != grid.wkt:
            progress.say(f"{Path(output).name} cannot keep the reference system; the polygons are stored in WGS 84.")
        with_borders = options.min_area > 0
        zero_is_class = declares_other_no_data(path)
        doubt = _doubt(path, grid, names, zones.confidence, options.min_confidence)
        regions = find_regions(
            source, runs, options.exclude, with_borders, progress.part(0, 0.25), zero_is_class, doubt
        )
        minimum = options.min_area / grid.pixel_area if with_borders else 0.0
        merged = merge_small(regions, minimum, progress.part(0.25, 0.35))
        statistics = ZonalStatistics.of(zones, grid, len(merged.values) - 1)
        strips = progress.part(0.35, 0.5).track(regions.strips(merged.number), regions.strip_count)
        arcs = trace_arcs(statistics.collect(iter(strips)), grid.width, grid.height, progress)
    if not len(arcs):
        progress.say("No region reaches the minimum area, or the raster has no class; the layer is empty.")
    if not has_metres(grid):
        progress.say("The raster has no reference system; areas and perimeters of polygons are in pixels.")
    count = len(merged.values) - 1
    rings = assemble(arcs)
    chosen = values_named(path, options.right_angles, merged.values - 1, names)
    if chosen.any() and minimum > 0:
        arcs = without_small_holes(arcs, rings, chosen, minimum)
        rings = assemble(arcs)
    line = _generalised(arcs, rings, chosen, options, grid, progress.part(0.5, 0.75))
    sizes = measure(line, arcs.left, arcs.right, count, grid, progress.part(0.75, 0.85))
    legend = class_legend(path, np.unique(merged.values[1:] - 1), names)
    if doubt is not None:
        legend = _with_other(legend, doubt.value)
    class_names = {entry.value: entry.name for entry in legend}
    neighbours = neighbour_texts(arcs.left, arcs.right, sizes.arc, merged.values, class_names)
    zonal = statistics.mean_confidence(), statistics.cluster_names()
    layer = _Layer(grid, line, rings, merged, sizes, legend, *zonal, neighbours)
    layer.write(output, stored, progress.part(0.85, 1.0))
    vertices = int(rings.sizes(line).sum())
    return PolygonSummary(
        count, vertices, merged.merged, merged.dropped, float(sizes.area[1:].sum()), _area_field(grid)
    )


def _generalised(
    arcs: Arcs, rings: Rings, chosen: BoolArray, options: PolygonOptions, grid: RasterGrid, progress: Progress
) -> Line:
    """The arcs simplified, with straight edges around chosen regions (n + 1,), and smoothed."""
    t = grid.transform
    straight = chosen.any()
    keep = simplify(arcs, (t[1], t[2], t[4], t[5]), options.simplify, progress.part(0, 0.4 if straight else 0.8))
    if not straight:
        return smooth(arcs.thinned(keep), options.smooth, progress.part(0.8, 1.0))
    done = straighten(
        arcs, rings, keep, chosen, (grid.width, grid.height), ground_metric(grid), progress.part(0.4, 0.9)
    )
    if done.held.any():
        progress.say(
            f"{int(done.held.sum())} of {int(chosen.sum())} polygons keep their outline or a part of it: "
            "right angles would have covered their pixels badly or touched a neighbour."
        )
    line = smooth(done.arcs, options.smooth, progress.part(0.9, 1.0), done.moved, done.unit)
    return Line(line.x / done.unit, line.y / done.unit, line.offsets)


def polygon_system(
    output: str | Path, grid: RasterGrid, names: Iterable[str], zones: ZoneRasters = ZoneRasters()
) -> str:
    """The reference system in which polygons of a class raster are stored; see `stored_system`.

    Args:
        output: The file of the layer.
        grid: Of the class raster.
        names: Of the classes.
        zones: Rasters to summarise within the polygons.

    Raises:
        VectorError: The format of the file is unknown, or cannot hold the polygons.
    """
    return stored_system(
        output, grid, _fields(grid, ogr.OFTInteger, bool(zones.confidence), bool(zones.clusters)), names
    )


def _fields(grid: RasterGrid, id_type: int, with_confidence: bool, with_clusters: bool) -> list[tuple[str, int]]:
    """Names and OGR types of the attributes."""
    fields = [("class_id", id_type), ("class", ogr.OFTString)]
    fields += [(name, ogr.OFTReal) for name in (_area_field(grid), "perimeter", "compactness")]
    fields += [("confidence", ogr.OFTReal)] if with_confidence else []
    fields += [("clusters", ogr.OFTString)] if with_clusters else []
    fields += [(name, ogr.OFTReal) for name in ("length", "width", "orientation", "elongation")]
    return [*fields, ("neighbours", ogr.OFTString)]


def _area_field(grid: RasterGrid) -> str:
    return "area_m2" if has_metres(grid) else "area_px"


def _doubt(
    path: str | Path, grid: RasterGrid, names: list[str], confidence: str, min_confidence: float
) -> Doubt | None:
    """Which pixels become the class `other`: the raster's own, or a new one after its last."""
    unsure = unsure_pixels(confidence, grid, min_confidence)
    if unsure is None:
        return None
    if BACKGROUND in names:
        return Doubt(unsure, names.index(BACKGROUND))
    return Doubt(unsure, max(highest_value(path) + 1, len(names)))


def _with_other(legend: Legend, value: int) -> Legend:
    """The legend with the name and the colour of `other` for a value."""
    other = LegendEntry(value, BACKGROUND, OTHER_COLOUR)
    return Legend(tuple(other if entry.value == value and entry.name != BACKGROUND else entry for entry in legend))


def declares_other_no_data(path: str | Path) -> bool:
    """Whether a class raster declares another value than 0 as no data, so that 0 is a class."""
    dataset = open_raster(path)
    no_data = dataset.GetRasterBand(1).GetNoDataValue()
    return no_data is not None and no_data != 0


@dataclass(frozen=True)
class _Layer:
    """The layer of polygons."""

    grid: RasterGrid
    line: Line
    rings: Rings
    merged: Merged
    sizes: Measures
    legend: Legend
    confidence: list[float | None]
    clusters: list[str]
    neighbours: list[str]

    def write(self, output: str | Path, system: str, progress: Progress) -> None:
        kind = ogr.OFTInteger if max((entry.value for entry in self.legend), default=0) < 2**31 else ogr.OFTInteger64
        fields = _fields(self.grid, kind, bool(self.confidence), bool(self.clusters))
        names = {entry.value: entry.name for entry in self.legend}
        first_rings = np.flatnonzero(np.diff(self.rings.region, prepend=0))
        first_rings = np.append(first_rings, len(self.rings.region))
        style = self.legend.polygon_style(fields[0][0], [name for name, kind in fields if kind == ogr.OFTReal])
        with VectorSink(output, self.grid.wkt, ogr.wkbPolygon, fields, style, system) as sink:
            batches = self._batches(first_rings)
            for first, stop in progress.track(batches, len(batches)):
                shape = self._rectangles(first_rings[first : stop + 1], first + 1)
                for region, polygon in enumerate(self._polygons(first_rings[first : stop + 1]), start=first + 1):
                    value = int(self.merged.values[region]) - 1
                    area, perimeter = float(self.sizes.area[region]), float(self.sizes.perimeter[region])
                    compactness = 4 * math.pi * area / perimeter**2 if perimeter else 0.0
                    zonal = [column[region] for column in (self.confidence, self.clusters) if column]
                    rectangle = shape[region - first - 1]
                    plain = (value, names[value], area, perimeter, compactness)
                    sink.write(polygon, (*plain, *zonal, *rectangle, self.neighbours[region]))

    def _rectangles(self, first_rings: IntArray, region: int) -> list[list[float]]:
        """Length, width, orientation and elongation of polygons, of which the first has the number `region`.

        Lengths are measured on the map, and scaled as the area of the polygon is.
        """
        first, stop = int(first_rings[0]), int(first_rings[-1])
        index, offsets = self.rings.vertices(self.line, first, stop)
        outer = first_rings[:-1] - first
        points = self._on_map(index)
        counts = np.diff(offsets)[outer]
        found = smallest_rectangles(points[ranges(offsets[outer], counts)], offsets_of(counts)[:-1])
        rings = np.abs(ring_areas(points, offsets))
        planar = 2 * rings[outer] - np.add.reduceat(rings, outer)
        scale = np.sqrt(self.sizes.area[region : region + len(outer)] / np.maximum(planar, 1e-300))
        return np.stack([found.length * scale, found.width * scale, found.orientation, found.elongation], 1).tolist()

    def _on_map(self, index: IntArray) -> DoubleArray:
        """(v, 2) east and north of vertices, in units that are equally long in both directions."""
        x, y = self.line.x[index], self.line.y[index]
        if not has_metres(self.grid):
            return np.stack([x, -y], axis=1).astype(np.float64)
        t = self.grid.transform
        east, north = t[1] * x + t[2] * y, t[4] * x + t[5] * y
        if osr.SpatialReference(self.grid.wkt).IsGeographic():
            east = east * np.cos(np.radians(t[3] + north))
        return np.stack([east, north], axis=1)

    def _batches(self, first_rings: IntArray) -> list[tuple[int, int]]:
        """Ranges of polygons to write between two checks of the progress."""
        if len(first_rings) < 2:
            return []
        sizes = np.add.reduceat(self.rings.sizes(self.line), first_rings[:-1])
        # Each polygon takes as much time as 50 more vertices.
        work = np.cumsum(sizes + 50)
        limits = np.searchsorted(work, np.arange(0, int(work[-1]), _WRITTEN_VERTICES))
        borders = np.unique(np.append(limits, len(sizes))).tolist()
        return list(zip(borders[:-1], borders[1:]))

    def _polygons(self, first_rings: IntArray) -> Iterator[bytes]:
        first, stop = int(first_rings[0]), int(first_rings[-1])
        index, offsets = self.rings.vertices(self.line, first, stop)
        t = self.grid.transform
        if t[1] * t[5] - t[2] * t[4] > 0:
            # If rows run upwards, rings have the wrong direction. Each one is reversed within its own vertices.
            starts = np.repeat(offsets[:-1] + offsets[1:] - 1, np.diff(offsets))
            index = index[starts - np.arange(len(index))]
        x, y = self.line.x[index], self.line.y[index]
        points = np.stack([t[0] + t[1] * x + t[2] * y, t[3] + t[4] * x + t[5] * y], axis=1)
        return polygons_wkb(points, offsets, first_rings - first)
