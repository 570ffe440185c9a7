"""Arcs simplified once for both of their regions, without changing which region lies where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..progress import Progress
from .arcs import Arcs
from .chains import Index, ranges
from .crossings import Segments, conflicts

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
Metric = tuple[float, float, float, float]

# The test whether a shortcut passes over a vertex looks at all that it leaves out: bounded, so that it stays fast.
_LONGEST_SHORTCUT = 256


@dataclass
class _Vertices:
    """All vertices of a map, and which of them are kept."""

    x: NDArray[np.int32]
    y: NDArray[np.int32]
    metric: Metric
    keep: BoolArray
    reach: NDArray[np.float32]  # of the segment that starts at a kept vertex: to its farthest vertex, in pixels

    @property
    def shortest_step(self) -> float:
        """Length of a step of one pixel in the direction in which it is shortest, in map units."""
        return float(np.linalg.svd(np.reshape(self.metric, (2, 2)), compute_uv=False)[1])


def simplify(
    arcs: Arcs,
    metric: Metric,
    tolerance: float,
    progress: Progress = Progress(),
) -> BoolArray:
    """Chooses which vertices of arcs to keep, after Douglas and Peucker (1973).

    Ends of arcs stay, and so does every vertex of an arc beside no data. Where the simplified lines would touch, or
    an arc would pass over a vertex of another one, the lines concerned are refined at their farthest vertex until
    nothing is in conflict; the original lines never are. Together the two conditions keep each region's neighbours,
    islands and holes as they were.

    Args:
        arcs: Arcs between regions.
        metric: Change in map units of (x by column, x by row, y by column, y by row), as in a geotransform.
        tolerance: Greatest distance of a vertex from its simplified arc, in map units; 0 keeps all.
        progress: Reports, and is checked at least every second.

    Returns:
        (v,) whether each vertex stays.
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
    _untangle(arcs, vertices, tolerance, progress.part(0.6, 1.0))
    return vertices.keep


def _fixed(arcs: Arcs) -> BoolArray:
    """(v,) the ends of arcs, and all of an arc beside no data."""
    fixed = np.repeat(arcs.right == 0, np.diff(arcs.offsets))
    fixed[arcs.first] = fixed[arcs.last] = True
    return fixed


def _refine(vertices: _Vertices, start: Index, end: Index, tolerance: float, progress: Progress) -> None:
    """Keeps farthest vertices until no vertex is farther than the tolerance from its segment.

    Args:
        vertices: Written to.
        start: (n,) first vertex of each segment.
        end: (n,) last vertex of each segment.
        tolerance: In map units; closed segments, whose ends are one point, are split at any distance.
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


def _farthest(vertices: _Vertices, start: Index, end: Index) -> tuple[FloatArray, Index]:
    """Distance in map units, and index, of the vertex farthest from each segment."""
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


def _squared_distances(vertices: _Vertices, start: Index, end: Index, counts: Index, index: Index) -> FloatArray:
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


def _in_map_units(columns: NDArray[np.int32], rows: NDArray[np.int32], metric: Metric) -> tuple[FloatArray, FloatArray]:
    if metric[1] == metric[2] == 0:
        return float(metric[0]) * columns, float(metric[3]) * rows
    return metric[0] * columns + metric[1] * rows, metric[2] * columns + metric[3] * rows


def _untangle(arcs: Arcs, vertices: _Vertices, tolerance: float, progress: Progress) -> None:
    """Refines segments in conflict, and tests what came of them, until there are none."""
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
        wrong = conflicts(segments, is_new_vertex[start], progress)
        if not wrong.any():
            return
        before = vertices.keep.copy()
        start, end = start[wrong], end[wrong]
        _, farthest = _farthest(vertices, start, end)
        vertices.keep[farthest] = True
        halves = np.concatenate([start, farthest]), np.concatenate([farthest, end])
        _refine(vertices, *halves, tolerance, progress)
        is_new_vertex = vertices.keep & ~before
        is_new_vertex[start] = True
        rounds += 1
