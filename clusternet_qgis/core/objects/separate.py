"""Objects of a class raster apart: summits, basins, and a polygon and a point for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, DoubleArray, FloatArray, Int32Array, IntArray
from ..errors import OptionsError
from ..io.class_raster import refuse_pictures
from ..io.output_clash import refuse_clashes
from ..io.points import read_points
from ..io.raster_source import RasterSource
from ..io.tiling import Window
from ..polygons.arcs import Line, trace_arcs
from ..polygons.class_names import check_names, class_legend, values_named
from ..polygons.measuring import has_metres, measure
from ..polygons.merging import Merged, merge_small
from ..polygons.regions import Borders, Regions, RunStore, find_regions
from ..polygons.rings import assemble
from ..progress import Progress
from ..staging import scratch_folder
from .basins import Basins, Summits, Surface, find_summits, sorted_summits, surface_of, write_basins
from .class_windows import ClassStatistics, ClassWindows
from .object_layer import Objects, object_system, write_objects
from .options import ObjectInputs, ObjectOptions, ObjectOutputs


@dataclass(frozen=True)
class ObjectSummary:
    """What was found.

    Attributes:
        count: Number of objects.
        counts: Number by class.
    """

    count: int
    counts: dict[str, int]


def separate_objects(
    inputs: ObjectInputs, options: ObjectOptions, outputs: ObjectOutputs, progress: Progress = Progress()
) -> ObjectSummary:
    """Writes each object of some classes as a polygon and as a point.

    Attributes: id, class, area_m2 (area_px without a reference system), diameter of a circle of that area, height (the
    largest in the object, if there are heights), confidence: how deep the dip to the nearest other object is, 1 for an
    object that stands free, times the mean of the raster of confidence if there is one.

    Raises:
        ClusterNetError: A class is unknown, or something cannot be read or written.
    """
    refuse_clashes(
        {"output": outputs.polygons, "points": outputs.points},
        {name: path for name, path in vars(inputs).items() if path},
    )
    refuse_pictures(inputs.raster)
    windows = ClassWindows(inputs.raster, inputs.image, inputs.height, inputs.confidence)
    names = windows.source.category_names
    check_names(options.classes, names)
    with_height = bool(inputs.height)
    systems = [
        object_system(path, windows.grid, options.classes, with_height) if path else ""
        for path in (outputs.polygons, outputs.points)
    ]
    statistics = windows.statistics(progress.part(0, 0.1))
    values = np.array(sorted(statistics), np.int64)
    wanted = values[values_named(inputs.raster, options.classes, values, names)].tolist()
    _refuse_empty(inputs, [statistics[value] for value in wanted])
    smallest = options.min_area / windows.grid.pixel_area
    surfaces = [surface_of(windows, value, statistics[value], options.mode, smallest) for value in wanted]
    if not has_metres(windows.grid):
        progress.say("The raster has no reference system; areas and diameters of objects are in pixels.")
    if inputs.markers:
        summits = _given(inputs.markers, windows, wanted, progress)
    else:
        summits = find_summits(windows, surfaces, options.tile_size, progress.part(0.1, 0.35))
    with scratch_folder(outputs.polygons) as folder:
        numbers = folder / "basins.tif"
        basins = write_basins(
            windows, surfaces, summits, numbers, bool(inputs.markers), options.tile_size, progress.part(0.35, 0.7)
        )
        with _Joined(numbers, basins, len(surfaces)) as source, RunStore() as runs:
            regions = find_regions(source, runs, (), True, progress.part(0.7, 0.75))
            return _written(
                windows, surfaces, summits, basins, _Found.of(regions, surfaces, summits), outputs, systems, smallest,
                progress.part(0.75, 1),
            )  # fmt: skip


def _refuse_empty(inputs: ObjectInputs, classes: list[ClassStatistics]) -> None:
    """Raises OptionsError for an image or heights without a value on any pixel of the classes."""
    pixels = sum(of.pixels for of in classes)
    seen = {"IMAGE": sum(of.shown for of in classes), "HEIGHT": sum(of.measured for of in classes)}
    for name, path in (("IMAGE", inputs.image), ("HEIGHT", inputs.height)):
        if path and pixels and not seen[name]:
            raise OptionsError(
                f"{name} has no value on the {pixels} pixels of CLASSES; give one that covers them, or leave it out."
            )


def _given(path: str, windows: ClassWindows, wanted: list[int], progress: Progress) -> Summits:
    """The markers that lie on wanted classes, one a pixel."""
    places = np.floor(read_points(path, windows.grid)).astype(np.int64)
    total = len(places)
    if not total:
        raise OptionsError("MARKERS has no points; give points that lie on objects, or leave it out.")
    inside = ((places >= 0) & (places < (windows.grid.height, windows.grid.width))).all(axis=1)
    places = np.unique(places[inside], axis=0)
    values = np.full(len(places), -1, np.int64)
    for row in np.unique(places[:, 0]).tolist():
        here = places[:, 0] == row
        values[here] = windows.classes(Window(row, 0, 1, windows.grid.width))[0, places[here, 1]]
    kept = np.isin(values, wanted)
    if not kept.any():
        raise OptionsError(
            f"None of the {total} points of MARKERS lies on a pixel of CLASSES; give points that lie on objects."
        )
    if kept.sum() < total:
        progress.say(f"{total - int(kept.sum())} of the {total} markers lie on no pixel of CLASSES, or share one.")
    return sorted_summits(places[kept, 0], places[kept, 1], values[kept])


class _Joined(RasterSource):
    """The raster of basins, each with the number of the one that it is part of."""

    def __init__(self, path: Path, basins: Basins, classes: int) -> None:
        super().__init__(path, [1], exact=True)
        self._part_of = np.concatenate([basins.part_of, len(basins.part_of) + np.arange(classes)])

    def read(self, window: Window) -> tuple[FloatArray, BoolArray]:
        values, valid = super().read(window)
        return self._part_of[values.astype(np.int64)].astype(values.dtype), valid


@dataclass(frozen=True)
class _Found:
    """Connected regions of basins.

    Attributes:
        regions: The regions; those that are bits of a basin that lies elsewhere count no pixels.
        value_of: (n + 1 + classes,) class value by number of a basin.
    """

    regions: Regions
    value_of: IntArray

    @classmethod
    def of(cls, regions: Regions, surfaces: list[Surface], summits: Summits) -> _Found:
        values = np.array([surface.value for surface in surfaces], np.int64)
        value_of = np.concatenate([[-1], summits.value, values])
        number = np.maximum(regions.values - 1, 0)
        largest = np.zeros(len(value_of), np.int64)
        np.maximum.at(largest, number, regions.pixels)
        is_bit = (regions.values > 0) & (number <= len(summits)) & (regions.pixels < largest[number])
        borders = regions.borders
        one, other = (value_of[number[side]] for side in (borders.first, borders.second))
        # Objects of one class join each other only. Holes are no part of an object, however small.
        same = (one == other) & (regions.values[borders.first] > 0) & (regions.values[borders.second] > 0)
        kept = Borders(borders.first[same], borders.second[same], borders.length[same])
        return cls(replace(regions, pixels=np.where(is_bit, 0, regions.pixels), borders=kept), value_of)


def _written(
    windows: ClassWindows,
    surfaces: list[Surface],
    summits: Summits,
    basins: Basins,
    found: _Found,
    outputs: ObjectOutputs,
    systems: list[str],
    smallest: float,
    progress: Progress,
) -> ObjectSummary:
    grid, path = windows.grid, windows.source.path
    merged = merge_small(found.regions, max(smallest, 1.0), progress.part(0, 0.1))
    count = len(merged.values) - 1
    gathered = _Gathered(windows, merged, summits)
    strips = progress.part(0.1, 0.4).track(found.regions.strips(merged.number), found.regions.strip_count)
    arcs = trace_arcs(gathered.collect(strips), grid.width, grid.height, progress)
    rings = assemble(arcs)
    line = Line(arcs.x.astype(np.float64), arcs.y.astype(np.float64), arcs.offsets)
    area = measure(line, arcs.left, arcs.right, count, grid, progress.part(0.4, 0.5)).area
    strips = progress.part(0.5, 0.65).track(found.regions.strips(merged.number), found.regions.strip_count)
    row, col = gathered.places(strips)
    basin = np.maximum(merged.values - 1, 0)
    values = found.value_of[basin]
    legend = class_legend(
        path, np.array([surface.value for surface in surfaces], np.int64), windows.source.category_names
    )
    class_names = {entry.value: entry.name for entry in legend} | {-1: ""}
    names = [class_names[value] for value in values.tolist()]
    apart = np.append(basins.apart, np.ones(len(surfaces)))[basin]
    objects = Objects(names, area, gathered.height, apart * gathered.confidence, row, col)
    if not count:
        progress.say("No object reaches the minimum area, or the raster has no pixel of CLASSES; the layer is empty.")
    write_objects(outputs, grid, systems, arcs, rings, objects, progress.part(0.65, 1))
    counts = {entry.name: names[1:].count(entry.name) for entry in legend}
    return ObjectSummary(count, counts)


class _Gathered:
    """What pixels say of the objects they belong to, strip by strip."""

    def __init__(self, windows: ClassWindows, merged: Merged, summits: Summits) -> None:
        self._windows, self._summits = windows, summits
        self._count = len(merged.values)
        self._basin = np.maximum(merged.values - 1, 0)
        self._pixels, self._row, self._col, self._sure, self._known = np.zeros((5, self._count))
        self.height = np.full(self._count, np.nan) if windows.height is not None else None

    def collect(self, strips: Iterable[tuple[int, Int32Array]]) -> Iterator[tuple[int, Int32Array]]:
        """Yields the strips unchanged (first row, and object of each pixel)."""
        for row, labels in strips:
            window = Window(row, 0, *labels.shape)
            rows, cols = np.nonzero(labels)
            own = labels[rows, cols]
            self._pixels += np.bincount(own, minlength=self._count)
            self._row += np.bincount(own, rows + row + 0.5, self._count)
            self._col += np.bincount(own, cols + 0.5, self._count)
            confidence, heights = self._windows.confidence(window), self._windows.heights(window)
            if confidence is not None:
                known = np.isfinite(confidence[rows, cols])
                self._sure += np.bincount(own[known], confidence[rows, cols][known], self._count)
                self._known += np.bincount(own[known], minlength=self._count)
            if heights is not None and self.height is not None:
                np.fmax.at(self.height, own, heights[rows, cols])
            yield row, labels

    @property
    def confidence(self) -> DoubleArray:
        """Mean confidence of each object, NaN where none is known; 1 without a raster of it."""
        if self._windows.confidence(Window(0, 0, 1, 1)) is None:
            return np.ones(self._count)
        return np.where(self._known > 0, self._sure / np.maximum(self._known, 1), np.nan)

    def places(self, strips: Iterable[tuple[int, Int32Array]]) -> tuple[DoubleArray, DoubleArray]:
        """Row and column of a point in each object: the pixel nearest to its centre."""
        middle_row, middle_col = (sums / np.maximum(self._pixels, 1) for sums in (self._row, self._col))
        nearest = np.full(self._count, np.inf)
        place_row, place_col = middle_row.copy(), middle_col.copy()
        for row, labels in strips:
            rows, cols = np.nonzero(labels)
            own = labels[rows, cols]
            distance = (rows + row + 0.5 - middle_row[own]) ** 2 + (cols + 0.5 - middle_col[own]) ** 2
            order = np.lexsort((distance, own))
            number, first = np.unique(own[order], return_index=True)
            best = order[first]
            nearer = distance[best] < nearest[number]
            number, best = number[nearer], best[nearer]
            nearest[number] = distance[best]
            place_row[number], place_col[number] = rows[best] + row + 0.5, cols[best] + 0.5
        return place_row, place_col
