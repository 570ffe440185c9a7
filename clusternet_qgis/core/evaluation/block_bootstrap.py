"""How far scores would vary on other ground of the same kind: confidence intervals by resampling blocks of the map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
from .metrics import score

FloatArray = NDArray[np.float64]
Interval = tuple[float, float]

BLOCKS_ACROSS = 10
# Fewer blocks say nothing about how they differ.
_FEWEST_BLOCKS = 10
_MOST_CLASSES = 128
_REPLICATES = 500
_PERCENTILES = (2.5, 97.5)


@dataclass(frozen=True)
class Intervals:
    """95 % confidence intervals.

    Attributes:
        blocks: How many had labels.
        accuracy: Lower and upper limit.
        mean_iou: Lower and upper limit.
        mean_dice: Lower and upper limit.
        iou: (classes, 2), NaN for a class that has no score.
    """

    blocks: int
    accuracy: Interval
    mean_iou: Interval
    mean_dice: Interval
    iou: FloatArray


class BlockCounter:
    """Confusion matrices of the blocks of a map.

    Args:
        rows: Of the map.
        cols: Of the map.
        classes: How many.
    """

    def __init__(self, rows: int, cols: int, classes: int) -> None:
        self._side = max(-(-max(rows, cols) // BLOCKS_ACROSS), 1)
        self._across = -(-cols // self._side)
        self._classes = classes
        blocks = self._across * -(-rows // self._side)
        self.confusion = np.zeros((blocks if classes <= _MOST_CLASSES else 0, classes, classes), np.int64)

    def add(self, rows: IntArray, cols: IntArray, mapped: IntArray, true: IntArray) -> None:
        """Counts pixels (n,) by their place and classes."""
        if not len(self.confusion):
            return
        block = rows // self._side * self._across + cols // self._side
        keys = (block * self._classes + mapped) * self._classes + true
        self.confusion += np.bincount(keys, minlength=self.confusion.size).reshape(self.confusion.shape)

    def intervals(self) -> Intervals | None:
        """Intervals of all scores, None where too few blocks have labels.

        Pixels near each other are wrong together, so that counting each as a witness would make intervals far too
        narrow. Whole blocks are drawn instead, with replacement, and percentiles of the scores taken: the bootstrap of
        Efron (1979), on blocks of a plane as in Hall, "Resampling a coverage pattern" (1985).
        """
        confusion = self.confusion[self.confusion.any(axis=(1, 2))]
        if len(confusion) < _FEWEST_BLOCKS:
            return None
        generator = np.random.default_rng(0)
        names = tuple(map(str, range(self._classes)))
        drawn = []
        for _ in range(_REPLICATES):
            times = np.bincount(generator.integers(0, len(confusion), len(confusion)), minlength=len(confusion))
            found = score(np.tensordot(times, confusion, 1), names)
            drawn.append([found.accuracy, found.mean_iou, found.mean_dice, *found.iou])
        limits = np.full((3 + self._classes, 2), np.nan)
        scores = np.array(drawn)
        scored = ~np.isnan(scores).all(0)
        limits[scored] = np.nanpercentile(scores[:, scored], _PERCENTILES, axis=0).T
        accuracy, mean_iou, mean_dice = ((float(low), float(high)) for low, high in limits[:3])
        return Intervals(len(confusion), accuracy, mean_iou, mean_dice, limits[3:])
