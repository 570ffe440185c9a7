"""Pixels whose class the user has painted: whatever the rule of clusters says, they have that class."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Int32Array, IntArray
from ..errors import SelectionError
from ..io.grid import GeoTransform, RasterGrid

# What a file can hold; strokes that were drawn by hand are far fewer.
MOST_RUNS = 500_000
_LARGEST = 2**31 - 1


@dataclass(frozen=True)
class PaintedPixels:
    """Painted pixels of one raster, as runs along its rows.

    Attributes:
        raster: Key of the raster, see `raster_key`.
        transform: Its geotransform.
        runs: An array of int32 (runs, 4), as bytes: row, first column, column behind the last, and index of the class
            in the selection. Ascending, and no pixel is in two runs.

    Raises:
        SelectionError: The runs are no such array.
    """

    raster: str
    transform: GeoTransform
    runs: bytes

    def __post_init__(self) -> None:
        row, start, stop, classes = self.table.T
        follows = (row[1:] > row[:-1]) | ((row[1:] == row[:-1]) & (start[1:] >= stop[:-1]))
        if not (follows.all() and (start < stop).all() and (classes >= 0).all()):
            raise SelectionError("The painted pixels of the selection do not fit together; make it again.")

    @property
    def table(self) -> Int32Array:
        """The runs (runs, 4)."""
        return np.frombuffer(self.runs, np.int32).reshape(-1, 4)

    def of_raster(self, raster: str, grid: RasterGrid) -> PaintedPixels | None:
        """The same pixels on the grid of the raster, or of a part of it; None if that is another raster."""
        offset = grid.offset_in(self.transform) if raster == self.raster else None
        if offset is None:
            return None
        row, col = offset
        moved = self.table - np.array([row, col, col, 0], np.int32)
        return replace(self, transform=grid.transform, runs=moved.tobytes())

    def classes_at(self, rows: IntArray, cols: IntArray) -> NDArray[np.uint16]:
        """1 + class of the pixels at some rows and columns, both ascending (rows, cols); 0 where nothing is painted."""
        picture = np.zeros((len(rows), len(cols)), np.uint16)
        if not picture.size:
            return picture
        table = self.table
        table = table[slice(*np.searchsorted(table[:, 0], (rows[0], rows[-1] + 1)))]
        top, bottom = (np.searchsorted(rows, table[:, 0], side) for side in ("left", "right"))
        left, right = (np.searchsorted(cols, table[:, column]) for column in (1, 2))
        shown = np.flatnonzero((top < bottom) & (left < right))
        # The same run on each row that shows it, and then pixel by pixel.
        run, row = _counted(shown, top[shown], bottom[shown])
        line, col = _counted(np.arange(len(run)), left[run], right[run])
        picture[row[line], col] = table[run[line], 3] + 1
        return picture


def _counted(items: IntArray, first: IntArray, end: IntArray) -> tuple[IntArray, IntArray]:
    """Each item as often as there are numbers from its first to below its end, and these numbers."""
    counts = end - first
    before = np.cumsum(counts) - counts
    return np.repeat(items, counts), np.arange(counts.sum()) - np.repeat(before - first, counts)


def painted_as_json(painted: PaintedPixels, names: Sequence[str]) -> dict[str, Any]:
    """The content of the file: of each class rows, first columns and lengths of its runs."""
    table = painted.table
    texts = {}
    for index in np.unique(table[:, 3]).tolist():
        runs = table[table[:, 3] == index].tolist()
        texts[names[index]] = ", ".join(f"{row} {start} {stop - start}" for row, start, stop, _ in runs)
    return {"raster": painted.raster, "geotransform": list(painted.transform), "classes": texts}


def read_painted(entry: Mapping[str, Any], names: Sequence[str]) -> PaintedPixels:
    """Reads what `painted_as_json` gives.

    Raises:
        ValueError, KeyError, TypeError: It is something else.
    """
    runs = []
    for name, text in entry["classes"].items():
        numbers = [[int(number) for number in run.split()] for run in text.split(",")]
        if any(len(run) != 3 or not 0 <= min(run) <= max(run) <= _LARGEST for run in numbers):
            raise ValueError("painted pixels need rows, columns and lengths")
        runs += [(row, start, start + length, names.index(name)) for row, start, length in numbers]
    table = np.array(runs, np.int64).reshape(-1, 4)
    transform = tuple(map(float, entry["geotransform"]))
    if len(table) > MOST_RUNS or len(transform) != 6 or not all(map(math.isfinite, transform)):
        raise ValueError("painted pixels need a geotransform, and there can only be so many")
    if table.max(initial=0) > _LARGEST:
        raise ValueError("painted pixels need rows and columns of a raster")
    table = table[np.lexsort((table[:, 1], table[:, 0]))].astype(np.int32)
    return PaintedPixels(str(entry["raster"]), transform, table.tobytes())
