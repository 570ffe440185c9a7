"""Finds simplified lines that would change the topology: they touch each other, or pass over a vertex.

All tests are exact because they use integers. Candidates are found by hashing to square cells, in one horizontal band
after the other, so that memory does not grow with the raster.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, Int32Array, IntArray
from ..progress import Progress
from .chains import offsets_of, ranges

_BAND_SEGMENTS = 40_000
_PAIRS_AT_ONCE = 100_000


@dataclass(frozen=True)
class Segments:
    """Straight lines, each of which replaces a chain of original vertices.

    Attributes:
        x: (v,) column of each vertex, kept or not.
        y: (v,) row of each vertex.
        start: (n,) index of the vertex at which each segment starts.
        end: (n,) index of the vertex at which it ends; the vertices between the two are replaced.
        reach: (n,) the largest distance of a replaced vertex from the segment, in the unit of x and y.
        pixel: Size of a pixel in that unit.
    """

    x: Int32Array
    y: Int32Array
    start: IntArray
    end: IntArray
    reach: FloatArray
    pixel: int = 1

    def chosen(self, which: IntArray | BoolArray) -> Segments:
        """Some of the segments."""
        return Segments(self.x, self.y, self.start[which], self.end[which], self.reach[which], self.pixel)

    @property
    def ends(self) -> tuple[IntArray, IntArray, IntArray, IntArray]:
        """x and y of the start, x and y of the end, each (n,)."""
        x0, y0, x1, y1 = self.x[self.start], self.y[self.start], self.x[self.end], self.y[self.end]
        return x0.astype(np.int64), y0.astype(np.int64), x1.astype(np.int64), y1.astype(np.int64)


def conflicts(segments: Segments, is_new: BoolArray, progress: Progress, both: bool = False) -> BoolArray:
    """Which segments touch another one elsewhere than at a common end, or have passed over a vertex.

    Args:
        segments: All segments.
        is_new: (n,) segments to test against all; the others have no conflicts with each other.
        progress: Checked band by band.
        both: Also tell the segments that start at a vertex that another one has passed over.

    Returns:
        (n,) the segments that must be refined.
    """
    in_conflict = np.zeros(len(is_new), np.bool_)
    shortcut = segments.end - segments.start > 1
    if not is_new.any():
        return in_conflict
    near = _near(segments, is_new)
    local, new = segments.chosen(near), is_new[near]
    cell = _cell_size(local)
    for part, low, high in _bands(local, cell):
        progress.check()
        band, band_new, straight = local.chosen(part), new[part], shortcut[near][part]
        hits = np.zeros(len(part), np.bool_)
        for a, b in _segment_pairs(band, cell, low, high):
            progress.check()
            wanted = (band_new[a] | band_new[b]) & (straight[a] | straight[b])
            a, b = a[wanted], b[wanted]
            touching = _touch(band, a, b)
            hits[a[touching]] = hits[b[touching]] = True
        for a, b in _vertex_pairs(band, cell, low, high):
            progress.check()
            wanted = band_new[a] | band_new[b]
            a, b = a[wanted], b[wanted]
            passed = _swept(band, a, band.start[b])
            hits[a[passed]] = True
            hits[b[passed]] |= both
        in_conflict[near[part[hits]]] = True
    return in_conflict & shortcut


def _near(segments: Segments, is_new: BoolArray) -> IntArray:
    """The segments with a new segment nearby."""
    if is_new.all():
        return np.arange(len(is_new))
    left, top, right, bottom = _boxes(segments)
    size = 64 * segments.pixel
    columns, rows = int(right.max()) // size + 3, int(bottom.max()) // size + 3
    left, right = np.maximum(left // size, 0), np.maximum(right // size, 0)
    top, bottom = np.maximum(top // size, 0), np.maximum(bottom // size, 0)
    # Cumulative sums over rows and columns of marks at the corners of boxes count the boxes that cover each cell.
    change = np.zeros((rows, columns), np.int64)
    for row, column, sign in ((top, left, 1), (bottom + 1, left, -1), (top, right + 1, -1), (bottom + 1, right + 1, 1)):
        np.add.at(change, (row[is_new], column[is_new]), sign)
    covered = (change.cumsum(0).cumsum(1) > 0).astype(np.int64)
    total = np.zeros((rows + 1, columns + 1), np.int64)
    total[1:, 1:] = covered.cumsum(0).cumsum(1)
    inside = total[bottom + 1, right + 1] - total[top, right + 1] - total[bottom + 1, left] + total[top, left]
    return np.flatnonzero(inside)


def _boxes(segments: Segments) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Left, top, right and bottom of each segment and of the area that it has passed over, each (n,)."""
    x0, y0, x1, y1 = segments.ends
    reach = np.ceil(segments.reach).astype(np.int64)
    return (
        np.minimum(x0, x1) - reach,
        np.minimum(y0, y1) - reach,
        np.maximum(x0, x1) + reach,
        np.maximum(y0, y1) + reach,
    )


def _cell_size(segments: Segments) -> int:
    """Side of the cells: about the size of segments and of the areas they passed over, so that few share a cell."""
    x0, y0, x1, y1 = segments.ends
    length = np.maximum(np.abs(x1 - x0), np.abs(y1 - y0))
    most = 256 * segments.pixel
    return int(np.ceil(max(np.minimum(length, most).mean(), 2 * np.minimum(segments.reach, most).mean(), 1.0)))


def _bands(segments: Segments, cell: int) -> Iterator[tuple[IntArray, int, int]]:
    """Yields the segments that touch each band, and the first and last row of cells of the band."""
    _, top, _, bottom = _boxes(segments)
    top, bottom = top // cell, bottom // cell
    count = -(-len(top) // _BAND_SEGMENTS)
    limits = np.unique(np.quantile(top, np.linspace(0, 1, count + 1)[:-1]).astype(np.int64)) if count > 1 else top[:0]
    starts = [int(top.min()), *(int(limit) for limit in limits if limit > top.min())]
    for start, stop in zip(starts, [*(s - 1 for s in starts[1:]), int(bottom.max())]):
        yield np.flatnonzero((top <= stop) & (bottom >= start)), start, stop


def _cells(segments: Segments, cell: int, low: int, high: int, margin: FloatArray | float) -> tuple[IntArray, IntArray]:
    """Keys of the cells in which segments, widened by a margin, may lie, and the segment of each key."""
    x0, y0, x1, y1 = segments.ends
    count = np.maximum(np.maximum(np.abs(x1 - x0), np.abs(y1 - y0)), 1)
    count = -(-count // cell)
    owner = np.repeat(np.arange(len(count)), count)
    step = ranges(np.zeros(len(count), np.int64), count)
    bounds = []
    for a, b in ((x0, x1), (y0, y1)):
        slope = ((b - a) / count)[owner]
        from_, to = a[owner] + slope * step, a[owner] + slope * (step + 1)
        wide = margin[owner] if isinstance(margin, np.ndarray) else margin
        bounds.append(np.floor((np.minimum(from_, to) - wide - 1e-6) / cell).astype(np.int64))
        bounds.append(np.floor((np.maximum(from_, to) + wide + 1e-6) / cell).astype(np.int64))
    left, right, top, bottom = bounds[0], bounds[1], np.maximum(bounds[2], low), np.minimum(bounds[3], high)
    across, down = right - left + 1, np.maximum(bottom - top + 1, 0)
    entries = across * down
    piece = np.repeat(np.arange(len(owner)), entries)
    number = ranges(np.zeros(len(entries), np.int64), entries)
    row, column = top[piece] + number // across[piece], left[piece] + number % across[piece]
    return (row << 32) + (column + (1 << 30)), owner[piece]


def _segment_pairs(segments: Segments, cell: int, low: int, high: int) -> Iterator[tuple[IntArray, IntArray]]:
    """Pairs of segments that share a cell."""
    key, owner = _cells(segments, cell, low, high, 0.0)
    order = np.argsort(key, kind="stable")
    key, owner = key[order], owner[order]
    index, distance = np.arange(len(key)), 1
    while len(index):
        index = index[index + distance < len(key)]
        index = index[key[index] == key[index + distance]]
        a, b = owner[index], owner[index + distance]
        yield a[a != b], b[a != b]
        distance += 1


def _vertex_pairs(segments: Segments, cell: int, low: int, high: int) -> Iterator[tuple[IntArray, IntArray]]:
    """Pairs of a shortcut and another segment whose first vertex may lie in what the shortcut has swept."""
    shortcut = np.flatnonzero(segments.end - segments.start > 1)
    key, owner = _cells(segments.chosen(shortcut), cell, low, high, segments.reach[shortcut])
    x, y, _, _ = segments.ends
    point_key = (y // cell << 32) + (x // cell + (1 << 30))
    order = np.argsort(point_key)
    point_key = point_key[order]
    first = np.searchsorted(point_key, key, "left")
    counts = np.searchsorted(point_key, key, "right") - first
    total = offsets_of(counts)
    at = 0
    while at < len(counts):
        stop = max(int(np.searchsorted(total, total[at] + _PAIRS_AT_ONCE, "right")) - 1, at + 1)
        part = slice(at, stop)
        a = shortcut[np.repeat(owner[part], counts[part])]
        yield a, order[ranges(first[part], counts[part])]
        at = stop


def _touch(segments: Segments, a: IntArray, b: IntArray) -> BoolArray:
    """Whether the segments of each pair have more in common than one end."""
    x, y = segments.x, segments.y
    a0, a1, b0, b1 = segments.start[a], segments.end[a], segments.start[b], segments.end[b]
    overlap = _overlap(x[a0], x[a1], x[b0], x[b1]) & _overlap(y[a0], y[a1], y[b0], y[b1])
    at = np.flatnonzero(overlap)
    a0, a1, b0, b1 = a0[at], a1[at], b0[at], b1[at]
    turn_b0, turn_b1 = _turn(x, y, a0, a1, b0), _turn(x, y, a0, a1, b1)
    turn_a0, turn_a1 = _turn(x, y, b0, b1, a0), _turn(x, y, b0, b1, a1)
    meets = (turn_b0 * turn_b1 <= 0) & (turn_a0 * turn_a1 <= 0)
    common = np.zeros(len(at), np.int64)
    runs_on = np.zeros(len(at), np.bool_)
    for p, p_far, turn_far in ((a0, a1, turn_a1), (a1, a0, turn_a0)):
        for q, q_far in ((b0, b1), (b1, b0)):
            same = (x[p] == x[q]) & (y[p] == y[q])
            common += same
            px, py = x[p].astype(np.int64), y[p].astype(np.int64)
            ahead = (x[p_far] - px) * (x[q_far] - px) + (y[p_far] - py) * (y[q_far] - py) > 0
            runs_on |= same & (turn_far == 0) & ahead
    result = np.zeros(len(a), np.bool_)
    result[at] = meets & ((common == 0) | runs_on)
    return result


def _overlap(a0: Int32Array, a1: Int32Array, b0: Int32Array, b1: Int32Array) -> BoolArray:
    return (np.maximum(a0, a1) >= np.minimum(b0, b1)) & (np.maximum(b0, b1) >= np.minimum(a0, a1))


def _turn(x: Int32Array, y: Int32Array, a: IntArray, b: IntArray, c: IntArray) -> IntArray:
    """Sign of the turn at b on the way from a via b to c."""
    ax, ay = x[a].astype(np.int64), y[a].astype(np.int64)
    turn: IntArray = np.sign((x[b] - ax) * (y[c] - ay) - (y[b] - ay) * (x[c] - ax))
    return turn


def _swept(segments: Segments, which: IntArray, vertex: IntArray) -> BoolArray:
    """Whether each vertex lies between the segment of its pair and the chain of vertices that the segment replaces.

    It does if a ray from the vertex to the right crosses the two an odd number of times. Vertices of the chain itself,
    and those with the coordinates of its ends, do not count.
    """
    x, y = segments.x, segments.y
    x0, y0, x1, y1 = segments.ends
    start, end = segments.start[which], segments.end[which]
    own = (vertex >= start) & (vertex <= end)
    own |= (x[vertex] == x0[which]) & (y[vertex] == y0[which])
    own |= (x[vertex] == x1[which]) & (y[vertex] == y1[which])
    margin = np.ceil(segments.reach[which])
    beside = (y[vertex] < np.minimum(y0, y1)[which] - margin) | (y[vertex] > np.maximum(y0, y1)[which] + margin)
    beside |= (x[vertex] < np.minimum(x0, x1)[which] - margin) | (x[vertex] > np.maximum(x0, x1)[which] + margin)
    at = np.flatnonzero(~own & ~beside)
    result = np.zeros(len(which), np.bool_)
    if not len(at):
        return result
    start, end = start[at], end[at]
    px, py = x[vertex[at]].astype(np.int64), y[vertex[at]].astype(np.int64)
    counts = end - start
    edge = ranges(start, counts)
    pair = np.repeat(np.arange(len(at)), counts)
    hits = _ray_hits(x[edge], y[edge], x[edge + 1], y[edge + 1], px[pair], py[pair])
    crossings = np.add.reduceat(hits.astype(np.int64), offsets_of(counts)[:-1])
    crossings += _ray_hits(x[end], y[end], x[start], y[start], px, py)
    result[at] = crossings % 2 == 1
    return result


def _ray_hits(x0: Int32Array, y0: Int32Array, x1: Int32Array, y1: Int32Array, px: IntArray, py: IntArray) -> BoolArray:
    """Whether the ray from each point to the right crosses the line."""
    spans = (y0 > py) != (y1 > py)
    side = (x1 - x0) * (py - y0) - (y1 - y0) * (px - x0)
    hits: BoolArray = spans & ((side > 0) == (y1 > y0)) & (side != 0)
    return hits
