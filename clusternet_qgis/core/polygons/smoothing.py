"""Rounds off corners of simplified arcs, once for both of their regions."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, Int32Array, IntArray
from ..progress import Progress
from .arcs import Arcs, Line
from .chains import offsets_of, ranges
from .crossings import Segments, conflicts


def smooth(
    arcs: Arcs,
    iterations: int,
    progress: Progress = Progress(),
    kept: BoolArray | None = None,
    pixel: int = 1,
) -> Line:
    """Replaces corners by parabolas between the middles of their two sides.

    This is the limit curve of Chaikin's corner cutting (1974), with as many points as so many iterations give. Ends of
    arcs and arcs beside no data do not change. Nor does a corner if the triangle between it and the middles of its
    sides meets other lines: each curve stays in its triangle, so curves cannot meet.

    Args:
        arcs: Simplified arcs.
        iterations: Number of iterations, each of which doubles the points of a curve; 0 changes nothing.
        progress: Checked at least every second.
        kept: (n,) arcs that do not change; none unless given.
        pixel: Size of a pixel in the unit of the arcs' coordinates.
    """
    if iterations < 1 or not len(arcs):
        return Line(arcs.x.astype(np.float64), arcs.y.astype(np.float64), arcs.offsets)
    free = arcs.right > 0 if kept is None else (arcs.right > 0) & ~kept
    round_off = np.repeat(free, np.diff(arcs.offsets))
    round_off[arcs.first] = round_off[arcs.last] = False
    corners = np.flatnonzero(round_off)
    round_off[corners[_meets_anything(arcs, corners, pixel, progress)]] = False
    return _curved(arcs, round_off, 2**iterations)


def _meets_anything(arcs: Arcs, corners: IntArray, pixel: int, progress: Progress) -> BoolArray:
    """Whether the triangle between each corner (n,) and the middles of its sides meets other lines."""
    if not len(corners):
        return np.zeros(0, np.bool_)
    # In doubled coordinates the middles are integers too. Corners have even indices, middles odd ones.
    x, y = (_with_middles(values) for values in (arcs.x, arcs.y))
    is_last = np.zeros(len(arcs.x), np.bool_)
    is_last[arcs.last] = True
    begin = 2 * np.flatnonzero(~is_last)
    start = np.concatenate([begin, begin + 1, 2 * corners - 1])
    end = np.concatenate([begin + 1, begin + 2, 2 * corners + 1])
    is_cut = np.arange(len(start)) >= 2 * len(begin)
    reach = np.zeros(len(start), np.float32)
    sides = [np.hypot(x[2 * corners] - x[2 * corners + k], y[2 * corners] - y[2 * corners + k]) for k in (-1, 1)]
    reach[is_cut] = np.minimum(*sides) + 1
    return conflicts(Segments(x, y, start, end, reach, 2 * pixel if pixel > 1 else 1), is_cut, progress)[is_cut]


def _with_middles(values: Int32Array) -> Int32Array:
    doubled = np.empty(2 * len(values) - 1, np.int32)
    doubled[::2] = 2 * values
    doubled[1::2] = values[1:] + values[:-1]
    return doubled


def _curved(arcs: Arcs, round_off: BoolArray, steps: int) -> Line:
    """Replaces chosen vertices (v,) by parabolas of so many steps, without the end if the next curve starts there."""
    x, y = arcs.x.astype(np.float64), arcs.y.astype(np.float64)
    next_curved = np.append(round_off[1:], False)
    counts = np.where(round_off, steps + ~next_curved, 1)
    vertex = np.repeat(np.arange(len(x)), counts)
    t = ranges(np.zeros(len(x), np.int64), counts) / steps
    curved = round_off[vertex]
    before, after = np.maximum(vertex - 1, 0), np.minimum(vertex + 1, len(x) - 1)
    lines = []
    for values in (x, y):
        a, b = (values[before] + values[vertex]) / 2, (values[after] + values[vertex]) / 2
        parabola = (1 - t) ** 2 * a + 2 * t * (1 - t) * values[vertex] + t**2 * b
        lines.append(np.where(curved, parabola, values[vertex]))
    return Line(lines[0], lines[1], offsets_of(np.add.reduceat(counts, arcs.first)))
