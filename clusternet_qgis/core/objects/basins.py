"""Basins of summits over a whole raster, tile by tile: each has the number of its summit, wherever tiles cut it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, DoubleArray, IntArray
from ..io.raster_sink import RasterSink
from ..io.tiling import Tile, TileGrid, Window
from ..progress import Progress
from .class_windows import ClassStatistics, ClassWindows
from .flooding import Passes, flood, joined_basins, passes, summits
from .options import TILE
from .surfaces import (
    REACH,
    REACH_OF_STEPS,
    REACH_OF_WALLS,
    blobs,
    block_size,
    edges,
    middles,
    scales,
    strongest_scale,
    tops,
    walls,
)

# Beyond a tile, basins are followed for so many pixels, or this many scales.
_MARGIN = 96
_SCALES_BEYOND = 6
_MARGIN_OF_BUILDINGS = 192
# Basins are one if the pass between them reaches this share of the lower summit.
_SHARES = {"blobs": 0.97, "heights": 0.995, "straight": 0.8}
_MOST_SUMMITS = (1 << 31) - 1000


@dataclass(frozen=True)
class Surface:
    """How the surface of a class is made.

    Attributes:
        value: The class value.
        statistics: Of the class.
        kind: `blobs`, `heights` or `straight`.
        scale: Of blobs, in pixels.
        usual_edge: Median strength of edges inside of the class; 0 without an image.
    """

    value: int
    statistics: ClassStatistics
    kind: str
    scale: float = 1.0
    usual_edge: float = 0.0

    @property
    def share(self) -> float:
        """Basins are one if the pass between them reaches this share of the lower summit."""
        return _SHARES[self.kind]

    @property
    def reach(self) -> int:
        """Pixels around a pixel that its height depends on."""
        return {
            "blobs": int(REACH * self.scale + 0.5) + 1 + 2 * block_size(self.scale),
            "heights": int(REACH * self.scale + 0.5) + 1,
            "straight": _MARGIN_OF_BUILDINGS // 2 + REACH_OF_STEPS + REACH_OF_WALLS,
        }[self.kind]

    @property
    def margin(self) -> int:
        """Pixels around a tile that are read to follow its basins."""
        if self.kind == "straight":
            return _MARGIN_OF_BUILDINGS + REACH_OF_STEPS + REACH_OF_WALLS
        return max(_MARGIN, int(_SCALES_BEYOND * self.scale)) + self.reach

    def of(self, windows: ClassWindows, window: Window, inside: BoolArray) -> DoubleArray:
        """The surface in a window (rows, cols)."""
        heights = windows.heights(window) if self.kind == "heights" else None
        if heights is not None:
            return tops(np.nan_to_num(heights), self.scale / 0.7)
        if self.kind == "blobs":
            start = window.row, window.col
            return blobs(*windows.normalised(window, inside, self.statistics), self.scale, start)
        image = windows.image(window, self.statistics.brightness)
        found = None if image is None else walls(edges(image), self.usual_edge)
        return middles(inside, found, _MARGIN_OF_BUILDINGS // 2)


def surface_of(windows: ClassWindows, value: int, of: ClassStatistics, mode: str, smallest: float) -> Surface:
    """Chooses the surface of a class by its data.

    Args:
        windows: The rasters.
        value: The class value.
        of: Statistics of the class.
        mode: `compact` or `straight`.
        smallest: Area of the smallest object, in pixels.
    """
    if mode == "straight":
        return Surface(value, of, "straight", usual_edge=_usual_edge(windows, value, of))
    if windows.height is not None:
        return Surface(value, of, "heights", 0.7 * max(windows.height.pixel, 1.0))
    samples, farthest = [], 1.0
    for window in of.samples:
        inside = windows.classes(window) == value
        samples.append(windows.normalised(window, inside, of))
        distance = middles(inside, None, float(max(inside.shape)))[inside]
        farthest = max(farthest, float(np.percentile(distance, 99.5)))
    return Surface(value, of, "blobs", strongest_scale(samples, scales(farthest, smallest)))


def _usual_edge(windows: ClassWindows, value: int, of: ClassStatistics) -> float:
    strengths = []
    for window in of.samples:
        image = windows.image(window, of.brightness)
        if image is None:
            return 0.0
        strengths.append(edges(image)[windows.classes(window) == value])
    return float(np.median(np.concatenate(strengths)))


@dataclass(frozen=True)
class Summits:
    """The summits of all classes; their numbers count from 1.

    Attributes:
        row: (n,) row.
        col: (n,) column.
        value: (n,) class value.
    """

    row: IntArray
    col: IntArray
    value: IntArray

    def __len__(self) -> int:
        """Number of summits."""
        return len(self.row)

    def within(self, window: Window, value: int) -> IntArray:
        """Indices of the summits of a class in a window; they are sorted by row."""
        first, stop = np.searchsorted(self.row, [window.row, window.row_end])
        part = slice(int(first), int(stop))
        inside = (self.col[part] >= window.col) & (self.col[part] < window.col_end) & (self.value[part] == value)
        return first + np.flatnonzero(inside)


def find_summits(
    windows: ClassWindows, surfaces: Sequence[Surface], tile_size: int = TILE, progress: Progress = Progress()
) -> Summits:
    """The highest pixels among their neighbours, of the surface of each class."""
    grid = TileGrid(windows.grid.window, tile_size)
    rows, cols, values = [], [], []
    for tile in progress.track(grid, len(grid)):
        for surface in surfaces:
            window = tile.core.expanded(surface.reach + 1).intersection(windows.grid.window)
            inside = windows.classes(window) == surface.value
            core = tile.core.relative_to(window)
            if not inside[core.slices()].any():
                continue
            height = surface.of(windows, window, inside)
            if surface.kind != "heights":  # where a crown of another class rises, there is no top
                height = np.where(inside, height, -np.inf)
            row, col = summits(height, inside, core)
            rows.append(row + window.row)
            cols.append(col + window.col)
            values.append(np.full(len(row), surface.value))
    return sorted_summits(*(np.concatenate(part or [np.zeros(0, np.int64)]) for part in (rows, cols, values)))


def sorted_summits(row: IntArray, col: IntArray, value: IntArray) -> Summits:
    """Summits in the order of rows and columns, so that numbers do not hang on tiles."""
    order = np.lexsort((col, row))
    return Summits(row[order].astype(np.int64), col[order].astype(np.int64), value[order].astype(np.int64))


@dataclass(frozen=True)
class Basins:
    """The basins of all summits.

    Attributes:
        part_of: (n + 1,) the basin that each is part of after joining.
        apart: (n + 1,) how deep the dip to the nearest neighbour is, as a share of the summit: 1 where it stands free.
    """

    part_of: IntArray
    apart: DoubleArray


def write_basins(
    windows: ClassWindows,
    surfaces: Sequence[Surface],
    found: Summits,
    output: Path,
    fixed: bool,
    tile_size: int = TILE,
    progress: Progress = Progress(),
) -> Basins:
    """Writes the number of the basin of each pixel, and joins basins that a shallow pass divides.

    Pixels of a class that no summit reaches get a number after all summits: n + 1 + the index of the class.

    Args:
        windows: The rasters.
        surfaces: Of each class.
        found: The summits.
        output: The raster to write.
        fixed: Whether the summits are given: then none are joined, and pixels that none reaches get no number.
        tile_size: Rows and columns of a tile.
        progress: Reports tile by tile.
    """
    grid = TileGrid(windows.grid.window, tile_size)
    peaks = np.zeros(len(found) + 1)
    over: list[list[Passes]] = [[] for _ in surfaces]
    with RasterSink(output, windows.grid, 1, "uint32") as sink:
        for tile in progress.track(grid, len(grid)):
            numbers = np.zeros((tile.core.rows, tile.core.cols), np.uint32)
            for index, surface in enumerate(surfaces):
                labels, height, is_class = _flooded(windows, surface, found, tile, peaks)
                over[index].append(passes(labels, height))
                own = labels[: tile.core.rows, : tile.core.cols]
                numbers[own > 0] = own[own > 0]
                if not fixed:
                    numbers[(own == 0) & is_class[: tile.core.rows, : tile.core.cols]] = len(found) + 1 + index
            sink.write(tile.core, numbers)
            progress.check()
    part_of, left = np.arange(len(found) + 1), np.zeros(len(found) + 1)
    for surface, several in zip(surfaces, over):
        together = Passes.of(
            np.concatenate([part.first for part in several]),
            np.concatenate([part.second for part in several]),
            np.concatenate([part.height for part in several]),
        )
        parts, highest = joined_basins(peaks, together, np.inf if fixed else surface.share)
        part_of = np.where(parts != np.arange(len(parts)), parts, part_of)
        left = np.maximum(left, highest)
    return Basins(part_of, 1 - np.clip(left, 0, 1))


def _flooded(
    windows: ClassWindows, surface: Surface, found: Summits, tile: Tile, peaks: DoubleArray
) -> tuple[IntArray, DoubleArray, BoolArray]:
    """Numbers of basins, heights and the class, of a tile and the pixels right of it and below; fills in peaks."""
    whole = windows.grid.window
    core = Window(tile.core.row, tile.core.col, tile.core.rows + 1, tile.core.cols + 1).intersection(whole)
    window = core.expanded(surface.margin).intersection(whole)
    inside = windows.classes(window) == surface.value
    part = core.relative_to(window).slices()
    if not inside[part].any():
        return np.zeros((core.rows, core.cols), np.int64), np.zeros((core.rows, core.cols)), inside[part]
    height = surface.of(windows, window, inside)
    near = found.within(window, surface.value)
    row, col = found.row[near] - window.row, found.col[near] - window.col
    numbers = np.concatenate([[0], near + 1])
    labels = numbers[flood(inside, height, row, col)]
    own = found.within(tile.core, surface.value)
    peaks[own + 1] = height[found.row[own] - window.row, found.col[own] - window.col]
    return labels[part], height[part], inside[part]
