"""Confidence intervals of scores, by a bootstrap of blocks of the map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import DoubleArray, IntArray
from .metrics import score

Interval = tuple[float, float]

BLOCKS_ACROSS = 10
# With fewer blocks, the variation between them cannot be estimated.
FEWEST_BLOCKS = 10
_MOST_CLASSES = 128
REPLICATES = 500
PERCENTILES = (2.5, 97.5)


@dataclass(frozen=True)
class Intervals:
    """95 % confidence intervals.

    Attributes:
        blocks: Number of blocks with labels.
        accuracy: Lower and upper limit.
        mean_iou: Lower and upper limit.
        mean_dice: Lower and upper limit.
        iou: (classes, 2) lower and upper limit of each class; NaN for a class without a score.
    """

    blocks: int
    accuracy: Interval
    mean_iou: Interval
    mean_dice: Interval
    iou: DoubleArray


@dataclass(frozen=True)
class Blocks:
    """Square blocks of a map, ten along its longer side.

    Attributes:
        rows: Rows of the map.
        cols: Columns of the map.
    """

    rows: int
    cols: int

    @property
    def side(self) -> int:
        """Rows and columns of a block."""
        return max(-(-max(self.rows, self.cols) // BLOCKS_ACROSS), 1)

    @property
    def down(self) -> int:
        """Rows of blocks."""
        return -(-self.rows // self.side)

    @property
    def across(self) -> int:
        """Columns of blocks."""
        return -(-self.cols // self.side)

    def __len__(self) -> int:
        return self.down * self.across

    def of(self, rows: IntArray, cols: IntArray) -> IntArray:
        """Number of the block of each pixel (n,)."""
        return rows // self.side * self.across + cols // self.side


class BlockCounter:
    """Confusion matrices of the blocks of a map.

    Args:
        rows: Rows of the map.
        cols: Columns of the map.
        classes: Number of classes.
    """

    def __init__(self, rows: int, cols: int, classes: int) -> None:
        self._blocks = Blocks(rows, cols)
        self._classes = classes
        count = len(self._blocks) if classes <= _MOST_CLASSES else 0
        self.confusion = np.zeros((count, classes, classes), np.int64)

    def add(self, rows: IntArray, cols: IntArray, mapped: IntArray, true: IntArray) -> None:
        """Counts pixels (n,) by their row and column, and their classes on the map and in the reference."""
        if not len(self.confusion):
            return
        keys = (self._blocks.of(rows, cols) * self._classes + mapped) * self._classes + true
        self.confusion += np.bincount(keys, minlength=self.confusion.size).reshape(self.confusion.shape)

    def intervals(self) -> Intervals | None:
        """Intervals of all scores; None if too few blocks have labels.

        Errors of nearby pixels are correlated, so intervals from single pixels would be far too narrow. Instead, whole
        blocks are drawn with replacement, and percentiles of the scores are taken: the bootstrap of Efron (1979), on
        blocks of a plane as in Hall, "Resampling a coverage pattern" (1985).
        """
        confusion = self.confusion[self.confusion.any(axis=(1, 2))]
        if len(confusion) < FEWEST_BLOCKS:
            return None
        generator = np.random.default_rng(0)
        names = tuple(map(str, range(self._classes)))
        replicates = []
        for _ in range(REPLICATES):
            times = np.bincount(generator.integers(0, len(confusion), len(confusion)), minlength=len(confusion))
            scores = score(np.tensordot(times, confusion, 1), names)
            replicates.append([scores.accuracy, scores.mean_iou, scores.mean_dice, *scores.iou])
        limits = np.full((3 + self._classes, 2), np.nan)
        values = np.array(replicates)
        scored = ~np.isnan(values).all(0)
        limits[scored] = np.nanpercentile(values[:, scored], PERCENTILES, axis=0).T
        accuracy, mean_iou, mean_dice = ((float(low), float(high)) for low, high in limits[:3])
        return Intervals(len(confusion), accuracy, mean_iou, mean_dice, limits[3:])
