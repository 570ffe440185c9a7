"""The area of each class of a class raster in each of many zones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, DoubleArray, Int32Array, IntArray
from ..errors import OptionsError, RasterError, VectorError
from ..io.class_raster import refuse_pictures
from ..io.grid import RasterGrid
from ..io.output_clash import same_file
from ..io.raster_source import RasterSource
from ..io.tiling import TileGrid, Window
from ..io.vectors import is_vector
from ..io.zone_shapes import Zone, read_zones
from ..polygons.class_names import class_legend
from ..polygons.measuring import has_metres
from ..polygons.polygonise import declares_other_no_data
from ..polygons.regions import read_classes
from ..progress import Progress
from .block_bootstrap import FEWEST_BLOCKS, Blocks
from .class_matching import match_classes
from .corrected_areas import CorrectedAreas, correct_areas
from .pixel_areas import PixelAreas
from .pixel_shares import pixel_shares
from .zone_sample import ZoneSample

_TILE_SIZE = 1024
# Sums of shares below this, in pixels, are what rounding leaves of zero.
_ROUNDING = 1e-9
# A layer holds no more fields than some hundreds, and nobody reads more.
MOST_CLASSES = 400


@dataclass(frozen=True)
class ZonalAreas:
    """Areas of classes in zones.

    Attributes:
        zones: Names of the zones.
        classes: Names of the classes, by value: those that occur in a zone, or with a sample all.
        zone_pixels: (zones,) area of each zone in pixels, whether they lie in the raster or not.
        pixels: (zones, classes) pixels of each class; one that is cut by the border counts by its share in the zone.
        area: (zones, classes) the same in the unit.
        unit: m² or pixels.
        corrected: Estimates of the true areas; None without a sample.
    """

    zones: tuple[str, ...]
    classes: tuple[str, ...]
    zone_pixels: DoubleArray
    pixels: DoubleArray
    area: DoubleArray
    unit: str
    corrected: CorrectedAreas | None = None

    @property
    def share(self) -> DoubleArray:
        """(zones, classes) share of each class in the pixels of the zone that have a class; NaN where none has."""
        total = self.pixels.sum(1, keepdims=True)
        return np.divide(self.pixels, total, out=np.full(self.pixels.shape, np.nan), where=total > 0)

    def without_absent(self) -> ZonalAreas:
        """The areas of the classes that occur in a zone."""
        kept = np.flatnonzero(self.pixels.any(0))
        classes = tuple(self.classes[index] for index in kept.tolist())
        return replace(self, classes=classes, pixels=self.pixels[:, kept], area=self.area[:, kept])

    @property
    def mapped_share(self) -> DoubleArray:
        """(zones,) share of each zone that has a class on the map; NaN for a zone without an area."""
        known = self.zone_pixels > 0
        share = np.divide(self.pixels.sum(1), self.zone_pixels, out=np.full(len(known), np.nan), where=known)
        return np.minimum(share, 1.0)


def zonal_areas(
    path: str | Path,
    zones: str | Path,
    zone_field: str = "",
    sample: str = "",
    sample_field: str = "",
    progress: Progress = Progress(),
) -> ZonalAreas:
    """Measures the area of each class in each zone, tile by tile.

    Pixels that the border of a zone cuts count by the exact share that lies in it. Zones may overlap, and may be
    smaller than a pixel. Memory grows with the vertices of the zones, and not with the raster.

    Args:
        path: Class raster; 0 is no data, unless the raster declares another value as no data.
        zones: Polygons in any reference system.
        zone_field: Field with the names of the zones; by default they are numbered.
        sample: Raster, points or polygons with true classes, drawn at random on the map; then areas are corrected.
        sample_field: Class field of a vector layer in `sample`.
        progress: Reports tiles, and says what the areas are.

    Raises:
        ClusterNetError: Something cannot be read, or no zone overlaps the raster.
    """
    _check_inputs(path, sample)
    with RasterSource(path, [1], exact=True) as source:
        grid = source.grid
        shapes = read_zones(zones, grid, zone_field, progress)
        counter = _Counter(grid, shapes, PixelAreas(grid, progress))
        if not counter.touches.any():
            raise VectorError(f"No shape of {zones} overlaps the raster; choose a layer that covers it.")
        if missing := int((~counter.touches).sum()):
            progress.say(f"{missing} of the {len(shapes)} zones lie outside the raster: they have no area on it.")
        units = ZoneSample(sample, grid, sample_field, MOST_CLASSES + 1, progress.part(0, 0.2)) if sample else None
        zero_is_class = declares_other_no_data(path)
        tiles = TileGrid(grid.window, _TILE_SIZE)
        for tile in progress.part(0.2, 1).track(tiles, len(tiles)):
            if units is None and not counter.is_needed(tile.core):
                continue
            columns = counter.columns(read_classes(source, tile.core, (), zero_is_class), path)
            counter.add(tile.core, columns)
            if units is not None:
                units.add(tile.core, columns)
        names = source.category_names
    if not has_metres(grid):
        progress.say("The raster has no reference system; areas are in pixels.")
    areas = counter.areas(path, names)
    if units is None:
        progress.say(
            "The areas are counts of a map with errors, without intervals: a SAMPLE of true classes corrects them."
        )
        return areas.without_absent()
    return _corrected(areas, counter, units, names, is_vector(sample) and not sample_field, progress)


def _check_inputs(path: str | Path, sample: str) -> None:
    """Raises ClusterNetError for a picture in place of a class raster, and for a map that shall correct itself."""
    refuse_pictures(path)
    if sample and same_file(Path(path), Path(sample)):
        raise OptionsError(
            f"SAMPLE is the class raster itself, {path}; give true classes of places drawn at random on it."
        )


@dataclass
class _Counter:
    """Sums pixels and areas by zone and class. Column 0 is of pixels without a class."""

    grid: RasterGrid
    zones: Sequence[Zone]
    pixel_areas: PixelAreas
    values: list[int] = field(default_factory=list)
    touches: BoolArray = field(init=False)

    def __post_init__(self) -> None:
        self._sums = np.zeros((2, len(self.zones), 1))
        nowhere = np.array([[np.inf, np.inf, -np.inf, -np.inf]])
        corners = [
            np.concatenate([zone.edges[:, :2].min(0), zone.edges[:, :2].max(0)])[None] if len(zone.edges) else nowhere
            for zone in self.zones
        ]
        self._boxes = np.concatenate(corners) if corners else nowhere[:0]
        self.touches = self._touching(self.grid.window)

    def _touching(self, window: Window) -> BoolArray:
        """(zones,) whether the box around each zone overlaps a window."""
        left, top, right, bottom = self._boxes.T
        return (left < window.col_end) & (top < window.row_end) & (right > window.col) & (bottom > window.row)

    def is_needed(self, window: Window) -> bool:
        """Whether a zone overlaps a window."""
        return bool(self._touching(window).any())

    def columns(self, classes: Int32Array, path: str | Path) -> IntArray:
        """The column of each pixel, given its class value + 1, 0 for none.

        Raises:
            RasterError: The raster has too many values.
        """
        present = np.flatnonzero(np.bincount(classes.ravel())) if classes.max() < 1 << 20 else np.unique(classes)
        for value in present.tolist():
            if value and value - 1 not in self.values:
                self.values.append(value - 1)
        if len(self.values) > MOST_CLASSES:
            raise RasterError(
                f"{path} has more than {MOST_CLASSES} different values; choose a class raster, or make one of the "
                "clusters with 'Segment'."
            )
        if grown := len(self.values) + 1 - self._sums.shape[2]:
            self._sums = np.concatenate([self._sums, np.zeros((2, len(self.zones), grown))], axis=2)
        numbers = np.array([0 if value == 0 else self.values.index(value - 1) + 1 for value in present.tolist()])
        if present[-1] < 1 << 20:
            lookup = np.zeros(int(present[-1]) + 1, np.int64)
            lookup[present] = numbers
            return lookup[classes]
        return numbers[np.searchsorted(present, classes)]

    def add(self, window: Window, columns: IntArray) -> None:
        """Adds the pixels of a window to the sums of all zones."""
        areas = self.pixel_areas.read(window) if has_metres(self.grid) else None
        count = self._sums.shape[2]
        for number in np.flatnonzero(self._touching(window)).tolist():
            left, top = np.floor(self._boxes[number, :2]).astype(np.int64).tolist()
            right, bottom = np.ceil(self._boxes[number, 2:]).astype(np.int64).tolist()
            part = Window(top, left, bottom - top, right - left).intersection(window)
            inside = part.relative_to(window).slices()
            shares = pixel_shares(self.zones[number].edges, part)
            of_part = columns[inside].ravel()
            self._sums[0, number] += np.bincount(of_part, shares.ravel(), count)
            if areas is not None:
                self._sums[1, number] += np.bincount(of_part, (shares * areas[inside]).ravel(), count)

    def areas(self, path: str | Path, names: list[str]) -> ZonalAreas:
        """The sums, by the order of the values."""
        order = np.argsort(np.array(self.values, np.int64))
        pixels, area = self._sums[:, :, 1:][:, :, order]
        is_rounding = pixels < _ROUNDING
        pixels[is_rounding] = area[is_rounding] = 0
        with_metres = has_metres(self.grid)
        legend = class_legend(path, np.array(sorted(self.values), np.int64), names)
        return ZonalAreas(
            tuple(zone.name for zone in self.zones),
            tuple(entry.name for entry in legend),
            np.array([zone.pixels for zone in self.zones]),
            pixels,
            area if with_metres else pixels,
            "m²" if with_metres else "pixels",
        )


@dataclass
class _MapClasses:
    """The classes of the map, to be matched with those of a sample; see `ClassNames`."""

    classes: list[str]
    values: list[int]
    named: bool


def _corrected(
    areas: ZonalAreas, counter: _Counter, units: ZoneSample, names: list[str], no_field: bool, progress: Progress
) -> ZonalAreas:
    """Areas by the classes that map and sample have together, with corrected ones."""
    values = sorted(counter.values)
    plain = [names[v] if v < len(names) and names[v].strip() else str(v) for v in values]
    own = _MapClasses(plain, values, bool(names))
    matched = match_classes(own, units.labels, False, no_field, "SAMPLE_FIELD")
    for sentence in matched.sentences:
        progress.say(sentence)
    classes = tuple(dict.fromkeys([*matched.mapped, *matched.true]))
    of_value = np.array([classes.index(name) for name in matched.mapped])
    of_label = np.array([classes.index(name) for name in matched.true])
    of_column = np.zeros(len(values) + 1, np.int64)
    of_column[[counter.values.index(value) + 1 for value in values]] = of_value
    counts = units.counts(of_column, of_label, len(classes))
    merged = np.zeros((len(values), len(classes)))
    merged[np.arange(len(values)), of_value] = 1
    pixels, area = areas.pixels @ merged, areas.area @ merged
    corrected = correct_areas(counts, area, pixels.sum(1), _cover(counter.zones, units.blocks))
    _say_gaps(counts, corrected, classes, progress)
    return ZonalAreas(areas.zones, classes, areas.zone_pixels, pixels, area, areas.unit, corrected)


def _cover(zones: Sequence[Zone], blocks: Blocks) -> DoubleArray:
    """(zones, blocks) share of each zone in each block; zones outside the map have none."""
    window = Window(0, 0, blocks.down, blocks.across)
    cover = np.stack([pixel_shares(zone.edges / blocks.side, window).ravel() for zone in zones])
    total = cover.sum(1, keepdims=True)
    return np.divide(cover, total, out=np.zeros(cover.shape), where=total > 0)


def _say_gaps(counts: IntArray, corrected: CorrectedAreas, classes: Sequence[str], progress: Progress) -> None:
    for name in [name for name, is_missing in zip(classes, corrected.unsampled) if is_missing]:
        progress.say(f"No label of SAMPLE lies on '{name}' on the map: its area is taken as mapped.")
    blocks = int(counts.any(axis=(1, 2)).sum())
    if blocks < FEWEST_BLOCKS:
        progress.say(
            f"The labels of SAMPLE lie in {blocks} of {len(counts)} blocks of the map, too few for intervals, which "
            f"need {FEWEST_BLOCKS}; label places all over the map."
        )
