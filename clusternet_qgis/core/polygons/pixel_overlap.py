"""How well outlines cover the pixels of their regions, counted by the centres of pixels, row by row."""

from __future__ import annotations

import numpy as np

from ..arrays import DoubleArray, IntArray
from ..progress import Progress
from .chains import ranges

_CROSSINGS_AT_ONCE = 2_000_000
Lines = tuple[DoubleArray, DoubleArray, DoubleArray, DoubleArray]


def overlap(
    before: tuple[IntArray, Lines], after: tuple[IntArray, Lines], count: int, progress: Progress = Progress()
) -> DoubleArray:
    """Intersection over union of the pixels inside two outlines of each region.

    Args:
        before: (n,) region number of each line of the one outlines, and x and y of its start, x and y of its end in
            pixels. The lines of a region form closed rings.
        after: The same of the other outlines.
        count: Highest region number.
        progress: Checked at least every second.

    Returns:
        (count + 1,) by region number; 1 for regions without pixels in both.
    """
    region = np.concatenate([before[0], after[0]])
    lines = [np.concatenate(pair) for pair in zip(before[1], after[1])]
    is_after = np.arange(len(region)) >= len(before[0])
    order = np.argsort(region, kind="stable")
    first = np.ceil(np.minimum(lines[1], lines[3]) - 0.5).astype(np.int64)
    rows = np.ceil(np.maximum(lines[1], lines[3]) - 0.5).astype(np.int64) - first
    total = np.cumsum(rows[order])
    # Parts of whole regions.
    ends_region = np.flatnonzero(np.diff(region[order], append=-1)) + 1
    differing, size = np.zeros(count + 1), np.zeros(count + 1)
    at = 0
    while at < len(order):
        progress.check()
        limit = (total[at - 1] if at else 0) + _CROSSINGS_AT_ONCE
        stops = ends_region[ends_region > at]
        fitting = stops[total[stops - 1] <= limit]
        stop = int(fitting[-1]) if len(fitting) else int(stops[0])
        part = order[at:stop]
        _add_rows(
            region[part], [line[part] for line in lines], is_after[part], first[part], rows[part], differing, size
        )
        at = stop
    # The sum of both sizes is the union and the intersection, which differ by what only one of them covers.
    union = (size + differing) / 2
    return np.where(union > 0, 1 - differing / np.maximum(union, 1e-9), 1.0)


def _add_rows(
    region: IntArray,
    lines: list[DoubleArray],
    is_after: IntArray,
    first: IntArray,
    rows: IntArray,
    differing: DoubleArray,
    size: DoubleArray,
) -> None:
    """Adds the pixels that only one outline covers, and the sum of the pixels of both, to those of each region."""
    line = np.repeat(np.arange(len(rows)), rows)
    row = ranges(first, rows)
    x0, y0, x1, y1 = (values[line] for values in lines)
    column = np.ceil(x0 + (row + 0.5 - y0) * (x1 - x0) / (y1 - y0) - 0.5)
    owner, side = region[line], is_after[line]
    size += _between(owner, row, column, len(size), side)
    differing += _between(owner, row, column, len(size))


def _between(
    owner: IntArray, row: IntArray, column: DoubleArray, count: int, side: IntArray | None = None
) -> DoubleArray:
    """(count,) pixels between the first and second crossing of each row of an owner, the third and fourth, ..."""
    keys = (column, row, owner) if side is None else (column, row, side, owner)
    order = np.lexsort(keys)
    sorted_column = column[order]
    width = sorted_column[1::2] - sorted_column[::2]
    return np.bincount(owner[order][::2], width, count).astype(np.float64)
