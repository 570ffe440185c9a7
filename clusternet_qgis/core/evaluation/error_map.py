"""An image of the correct and wrong pixels of a map, small enough for a report."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, ByteArray, IntArray

# Blue and vermilion of Okabe and Ito, which colour-blind readers can distinguish.
RIGHT_COLOUR = (86, 180, 233)
WRONG_COLOUR = (213, 94, 0)
UNKNOWN_COLOUR = (240, 240, 240)

_MOST_PIXELS = 640
# If a smaller share of the cells has labels, such as points, they are drawn larger, so that they can be seen.
_SPARSE_SHARE = 0.02
_SPARSE_RADIUS = 3


class ErrorMap:
    """Counts correct and wrong pixels in the cells of a coarse grid.

    Args:
        rows: Rows of the map.
        cols: Columns of the map.
    """

    def __init__(self, rows: int, cols: int) -> None:
        self._step = max(-(-max(rows, cols) // _MOST_PIXELS), 1)
        self._shape = -(-rows // self._step), -(-cols // self._step)
        self._labelled = np.zeros(self._shape, np.int64)
        self._wrong = np.zeros(self._shape, np.int64)

    def add(self, rows: IntArray, cols: IntArray, wrong: BoolArray) -> None:
        """Counts labelled pixels (n,), given their rows and columns and whether they are wrong."""
        cell = rows // self._step * self._shape[1] + cols // self._step
        for table, chosen in ((self._labelled, cell), (self._wrong, cell[wrong])):
            table += np.bincount(chosen, minlength=table.size).reshape(self._shape)

    def colours(self) -> ByteArray:
        """Red, green and blue of each cell (rows, cols, 3); mixed if some of its pixels are wrong."""
        labelled, wrong = self._labelled, self._wrong
        if np.count_nonzero(labelled) < _SPARSE_SHARE * labelled.size:
            labelled, wrong = _spread(labelled), _spread(wrong)
        share = (wrong / np.maximum(labelled, 1))[..., None]
        mixed = (1 - share) * np.array(RIGHT_COLOUR) + share * np.array(WRONG_COLOUR)
        return np.where(labelled[..., None] > 0, np.round(mixed), np.array(UNKNOWN_COLOUR)).astype(np.uint8)


def _spread(table: IntArray) -> IntArray:
    """Sums over the square around each cell."""
    rows, cols = table.shape
    padded = np.pad(table, _SPARSE_RADIUS)
    shifts = range(2 * _SPARSE_RADIUS + 1)
    return sum((padded[r : r + rows, c : c + cols] for r in shifts for c in shifts), np.zeros_like(table))
