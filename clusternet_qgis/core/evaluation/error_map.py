"""A picture of where a map is right and where it is wrong, small enough for a report."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray

# Okabe and Ito's blue and vermilion, told apart by colour-blind readers too.
RIGHT = (86, 180, 233)
WRONG = (213, 94, 0)
UNKNOWN = (240, 240, 240)

_MOST_PIXELS = 640
# Where fewer cells have labels, such as points, each is drawn larger, or nobody would see it.
_SPARSE_SHARE = 0.02
_REACH = 3


class ErrorMap:
    """Counts right and wrong pixels in the cells of a coarse grid.

    Args:
        rows: Of the map.
        cols: Of the map.
    """

    def __init__(self, rows: int, cols: int) -> None:
        self._step = max(-(-max(rows, cols) // _MOST_PIXELS), 1)
        self._shape = -(-rows // self._step), -(-cols // self._step)
        self._labelled = np.zeros(self._shape, np.int64)
        self._wrong = np.zeros(self._shape, np.int64)

    def add(self, rows: IntArray, cols: IntArray, wrong: NDArray[np.bool_]) -> None:
        """Counts labelled pixels (n,) by their place."""
        cell = rows // self._step * self._shape[1] + cols // self._step
        for table, chosen in ((self._labelled, cell), (self._wrong, cell[wrong])):
            table += np.bincount(chosen, minlength=table.size).reshape(self._shape)

    def colours(self) -> NDArray[np.uint8]:
        """(rows, cols, 3), mixed where a cell is partly wrong."""
        labelled, wrong = self._labelled, self._wrong
        if np.count_nonzero(labelled) < _SPARSE_SHARE * labelled.size:
            labelled, wrong = _spread(labelled), _spread(wrong)
        share = (wrong / np.maximum(labelled, 1))[..., None]
        mixed = (1 - share) * np.array(RIGHT) + share * np.array(WRONG)
        return np.where(labelled[..., None] > 0, np.round(mixed), np.array(UNKNOWN)).astype(np.uint8)


def _spread(table: IntArray) -> IntArray:
    """Sums over the square around each cell."""
    rows, cols = table.shape
    padded = np.pad(table, _REACH)
    shifts = range(2 * _REACH + 1)
    return sum((padded[r : r + rows, c : c + cols] for r in shifts for c in shifts), np.zeros_like(table))
