"""The units of a sample of a map, counted by block while the map is read."""

from __future__ import annotations

import numpy as np

from ..arrays import IntArray
from ..errors import RasterError
from ..io.grid import RasterGrid
from ..io.reference import open_reference
from ..io.tiling import Window
from ..io.vectors import VectorSource, is_vector
from ..progress import Progress
from .area_estimation import SampleUnits
from .block_bootstrap import Blocks

_KEYS_AT_ONCE = 1 << 20


class ZoneSample:
    """Counts units by block, by their class on the map and in the sample.

    A point or polygon is a unit, in the block of its first pixel; of a raster every labelled pixel is one.

    Args:
        path: Raster, points or polygons with true classes.
        grid: The pixel grid of the map.
        field: Class field of a vector layer.
        columns: A number above those by which the map's classes are told.
        progress: Reports, and says what is left out.

    Attributes:
        labels: The sample.
        blocks: The blocks of the map.

    Raises:
        ClusterNetError: The sample cannot be read, or does not overlap the map.
    """

    def __init__(self, path: str, grid: RasterGrid, field: str, columns: int, progress: Progress) -> None:
        self.labels = open_reference(path, grid, field, progress=progress)
        self.blocks = Blocks(grid.height, grid.width)
        self._shapes = VectorSource(path, grid, field) if is_vector(path) else None
        self._classes = max(columns, len(self.labels.classes))
        self._units = SampleUnits(self._classes)
        self._block_of: dict[int, int] = {}
        self._pixels: list[tuple[IntArray, IntArray]] = []

    def add(self, window: Window, columns: IntArray) -> None:
        """Counts the units in a window, given the column of the map's class of each pixel (rows, cols), 0 for none."""
        labels = self.labels.read(window).astype(np.int64)
        shapes = self._shapes.burn_shapes(window).astype(np.int64) if self._shapes else None
        is_unit = (labels >= 0) & (columns > 0)
        if shapes is not None:
            is_unit &= shapes > 0
        rows, cols = np.nonzero(is_unit)
        if not len(rows):
            return
        mapped, true = columns[rows, cols], labels[rows, cols]
        blocks = self.blocks.of(rows + window.row, cols + window.col)
        if shapes is None:
            self._pixels.append(np.unique((blocks * self._classes + mapped) * self._classes + true, return_counts=True))
            if sum(len(keys) for keys, _ in self._pixels) > _KEYS_AT_ONCE:
                self._pixels = [self._summed()]
            return
        units = shapes[rows, cols]
        self._units.add(units, mapped, true)
        numbers, first = np.unique(units, return_index=True)
        for unit, block in zip(numbers.tolist(), blocks[first].tolist()):
            self._block_of.setdefault(unit, block)

    def counts(self, of_column: IntArray, of_label: IntArray, classes: int) -> IntArray:
        """Numbers of units (blocks, classes, classes): [block, class on the map, class in the sample].

        Args:
            of_column: Class of each column.
            of_label: Class of each class of the sample.
            classes: Number of classes.

        Raises:
            RasterError: No unit lies on a class of the map.
        """
        table = np.zeros((len(self.blocks), classes, classes), np.int64)
        if self._shapes is not None:
            units, mapped, true = self._units.majorities()
            blocks = np.array([self._block_of[unit] for unit in units.tolist()], np.int64)
            numbers = np.ones(len(units), np.int64)
        else:
            keys, numbers = self._summed()
            blocks, mapped, true = keys // self._classes**2, keys // self._classes % self._classes, keys % self._classes
        if not len(blocks):
            raise RasterError("No label of SAMPLE lies on a class of the map; choose a sample that overlaps it.")
        np.add.at(table, (blocks, of_column[mapped], of_label[true]), numbers)
        return table

    def _summed(self) -> tuple[IntArray, IntArray]:
        if not self._pixels:
            return np.empty(0, np.int64), np.empty(0, np.int64)
        keys, inverse = np.unique(np.concatenate([keys for keys, _ in self._pixels]), return_inverse=True)
        numbers = np.concatenate([numbers for _, numbers in self._pixels])
        return keys, np.bincount(inverse, numbers, len(keys)).astype(np.int64)
