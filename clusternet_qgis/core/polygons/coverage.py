"""Simplifies arcs once for both of their regions, without changing the topology of the regions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, DoubleArray, FloatArray, Int32Array, IntArray
from ..progress import Progress
from .arcs import Arcs
from .chains import ranges
from .crossings import Segments, conflicts

Metric = tuple[float, float, float, float]

# The most vertices that a segment may replace. It limits the time of the test whether it has passed over a vertex.
_LONGEST_SHORTCUT = 256


@dataclass
class _Vertices:
    """All vertices of the arcs, and which of them are kept."""

    x: Int32Array
    y: Int32Array
    metric: Metric
    keep: BoolArray
    # Distance from the segment that starts at a vertex to the farthest vertex that it replaces, in pixels.
    reach: FloatArray

    @property
    def shortest_step(self) -> float:
        """Length of one pixel in the direction in which it is shortest, in map units."""
        return float(np.linalg.svd(np.reshape(self.metric, (2, 2)), compute_uv=False)[1])


def simplify(
    arcs: Arcs,
    metric: Metric,
    tolerance: float,
    progress: Progress = Progress(),
) -> BoolArray:
    """Chooses which vertices of arcs to keep, after Douglas and Peucker (1973).

    Ends of arcs are kept, and all vertices of arcs beside no data. Where simplified lines would touch, or an arc would
    pass over a vertex of another one, the farthest vertices of these lines are added until there are no conflicts; the
    original lines have none. Without such conflicts each region keeps its neighbours, islands and holes.

    Args:
        arcs: Arcs between regions.
        metric: Change in map units of (x by column, x by row, y by column, y by row), as in a geotransform.
        tolerance: The largest distance of a vertex from its simplified arc, in map units; 0 keeps all vertices.
        progress: Reports, and is checked at least every second.

    Returns:
        (v,) whether each vertex is kept.
    """
    if tolerance <= 0 or not len(arcs):
        return np.ones(len(arcs.x), np.bool_)
    vertices = _Vertices(arcs.x, arcs.y, metric, _fixed(arcs), np.zeros(len(arcs.x), np.float32))
    free = arcs.right > 0
    at, chunks = 0, arcs.chunks()
    for chunk in progress.part(0, 0.6).track(chunks, len(chunks)):
        inside = slice(at, at + len(chunk))
        _refine(vertices, arcs.first[inside][free[inside]], arcs.last[inside][free[inside]], tolerance, progress)
        at += len(chunk)
    _resolve_conflicts(arcs, vertices, tolerance, progress.part(0.6, 1.0))
    return vertices.keep


def break_points(
    x: Int32Array,
    y: Int32Array,
    ends: BoolArray,
    metric: Metric,
    tolerance: float,
    progress: Progress = Progress(),
) -> BoolArray:
    """Chooses which vertices of lines to keep, each line by itself.

    Args:
        x: (v,) column of each vertex, line by line.
        y: (v,) row of each vertex.
        ends: (v,) vertices that are kept in any case. Between two of them is a line, unless they follow each other.
        metric: Change in map units of (x by column, x by row, y by column, y by row).
        tolerance: The largest distance of a vertex from its simplified line, in map units.
        progress: Checked in every round.

    Returns:
        (v,) whether each vertex is kept.
    """
    vertices = _Vertices(x, y, metric, ends.copy(), np.zeros(len(x), np.float32))
    index = np.flatnonzero(ends)
    if len(index):
        _refine(vertices, index[:-1], index[1:], tolerance, progress)
    return vertices.keep


def _fixed(arcs: Arcs) -> BoolArray:
    """(v,) the vertices that are always kept: the ends of arcs, and all vertices of arcs beside no data."""
    fixed = np.repeat(arcs.right == 0, np.diff(arcs.offsets))
    fixed[arcs.first] = fixed[arcs.last] = True
    return fixed


def _refine(vertices: _Vertices, start: IntArray, end: IntArray, tolerance: float, progress: Progress) -> None:
    """Adds the farthest vertex of each segment until no vertex is farther than the tolerance from its segment.

    Args:
        vertices: The vertices; their `keep` and `reach` are changed.
        start: (n,) first vertex of each segment.
        end: (n,) last vertex of each segment.
        tolerance: In map units; segments whose ends are the same point are split at any distance.
        progress: Checked in every round.
    """
    shortest_step = vertices.shortest_step
    while len(start):
        progress.check()
        inner = end - start > 1
        vertices.reach[start[~inner]] = 0
        start, end = start[inner], end[inner]
        if not len(start):
            return
        distance, farthest = _farthest(vertices, start, end)
        closed = (vertices.x[start] == vertices.x[end]) & (vertices.y[start] == vertices.y[end])
        split = (distance > tolerance) | closed | (end - start > _LONGEST_SHORTCUT)
        vertices.reach[start[~split]] = 1.0001 * distance[~split] / shortest_step
        start, end, farthest = start[split], end[split], farthest[split]
        vertices.keep[farthest] = True
        start, end = np.stack([start, farthest], axis=1).ravel(), np.stack([farthest, end], axis=1).ravel()


def _farthest(vertices: _Vertices, start: IntArray, end: IntArray) -> tuple[DoubleArray, IntArray]:
    """Distance, in map units, and index of the vertex that is farthest from each segment."""
    counts = end - start - 1
    index = ranges(start + 1, counts)
    firsts = np.cumsum(counts) - counts
    squares = _squared_distances(vertices, start, end, counts, index)
    greatest = np.maximum.reduceat(squares, firsts)
    hits = np.flatnonzero(squares == np.repeat(greatest, counts))
    owner = np.searchsorted(firsts, hits, "right") - 1
    farthest = np.empty(len(start), np.int64)
    farthest[owner[::-1]] = index[hits[::-1]]
    return np.sqrt(greatest), farthest


def _squared_distances(
    vertices: _Vertices, start: IntArray, end: IntArray, counts: IntArray, index: IntArray
) -> DoubleArray:
    """Squared distance, in map units, of each inner vertex from its segment."""
    x, y, metric = vertices.x, vertices.y, vertices.metric
    dx, dy = _in_map_units(x[end] - x[start], y[end] - y[start], metric)
    square = dx * dx + dy * dy
    scale = 1 / np.where(square > 0, square, 1.0)
    qx, qy = _in_map_units(x[index] - np.repeat(x[start], counts), y[index] - np.repeat(y[start], counts), metric)
    along = np.clip(qx * np.repeat(dx * scale, counts) + qy * np.repeat(dy * scale, counts), 0, 1)
    qx -= along * np.repeat(dx, counts)
    qy -= along * np.repeat(dy, counts)
    return qx * qx + qy * qy


def _in_map_units(columns: Int32Array, rows: Int32Array, metric: Metric) -> tuple[DoubleArray, DoubleArray]:
    if metric[1] == metric[2] == 0:
        return float(metric[0]) * columns, float(metric[3]) * rows
    return metric[0] * columns + metric[1] * rows, metric[2] * columns + metric[3] * rows


def _resolve_conflicts(arcs: Arcs, vertices: _Vertices, tolerance: float, progress: Progress) -> None:
    """Refines segments in conflict and tests the new ones, until there are no conflicts."""
    is_new_vertex = np.ones(len(vertices.x), np.bool_)
    last = np.zeros(len(vertices.x), np.bool_)
    last[arcs.last] = True
    rounds = 0
    while True:
        progress.update(1 - 0.7**rounds)
        kept = np.flatnonzero(vertices.keep)
        is_start = ~last[kept]
        start = kept[is_start]
        end = kept[np.flatnonzero(is_start) + 1]
        segments = Segments(vertices.x, vertices.y, start, end, vertices.reach[start])
        in_conflict = conflicts(segments, is_new_vertex[start], progress)
        if not in_conflict.any():
            return
        before = vertices.keep.copy()
        start, end = start[in_conflict], end[in_conflict]
        _, farthest = _farthest(vertices, start, end)
        vertices.keep[farthest] = True
        halves = np.concatenate([start, farthest]), np.concatenate([farthest, end])
        _refine(vertices, *halves, tolerance, progress)
        is_new_vertex = vertices.keep & ~before
        is_new_vertex[start] = True
        rounds += 1
