"""Arcs: the borders between two regions from node to node, traced strip by strip and joined across strips.

Corners of pixels have a column x and a row y, which increases downwards. A node is a corner where three or four pixel
edges between different regions meet. Each arc exists once, with the region of the higher number on its left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, ByteArray, DoubleArray, Int32Array, IntArray
from ..progress import Progress
from .chains import offsets_of, ranges, rank_chains

_NORTH, _EAST, _SOUTH, _WEST = 1, 2, 4, 8
_STRAIGHT = (_NORTH | _SOUTH, _EAST | _WEST)
_DEGREE = np.array([bin(code).count("1") for code in range(16)])


@dataclass(frozen=True)
class Arcs:
    """Borders between regions.

    Attributes:
        x: (v,) column of each vertex, arc by arc, both ends included.
        y: (v,) row of each vertex.
        offsets: (n + 1,) index of the first vertex of each arc, and the number of vertices.
        left: (n,) region on the left, in the direction of the arc with rows downwards.
        right: (n,) region on the right, a lower number than `left`; 0 is no data or outside the raster.
    """

    x: Int32Array
    y: Int32Array
    offsets: IntArray
    left: IntArray
    right: IntArray

    def __len__(self) -> int:
        """Number of arcs."""
        return len(self.left)

    @property
    def first(self) -> IntArray:
        """(n,) index of the first vertex of each arc."""
        return self.offsets[:-1]

    @property
    def last(self) -> IntArray:
        """(n,) index of the last vertex of each arc."""
        return self.offsets[1:] - 1

    def chunks(self, vertices: int = 500_000) -> list[Arcs]:
        """Splits into parts of about so many vertices; the parts share the memory of the vertices."""
        if not len(self):
            return []
        limits = np.searchsorted(self.offsets, np.arange(0, int(self.offsets[-1]), vertices))
        borders = np.unique(np.append(np.minimum(limits, len(self)), len(self))).tolist()
        return [self._part(first, stop) for first, stop in zip(borders[:-1], borders[1:])]

    def _part(self, first: int, stop: int) -> Arcs:
        inside = slice(int(self.offsets[first]), int(self.offsets[stop]))
        offsets = self.offsets[first : stop + 1] - self.offsets[first]
        return Arcs(self.x[inside], self.y[inside], offsets, self.left[first:stop], self.right[first:stop])

    def thinned(self, keep: BoolArray) -> Arcs:
        """The arcs with only those vertices that are kept (v,); the ends must be among them."""
        sizes = np.add.reduceat(keep.astype(np.int64), self.first) if len(self) else np.zeros(0, np.int64)
        return Arcs(self.x[keep], self.y[keep], offsets_of(sizes), self.left, self.right)


@dataclass(frozen=True)
class Line:
    """Vertices of arcs at any coordinates, not only at corners of pixels.

    Attributes:
        x: (v,) column of each vertex.
        y: (v,) row of each vertex.
        offsets: (n + 1,) index of the first vertex of each arc, and the number of vertices.
    """

    x: DoubleArray
    y: DoubleArray
    offsets: IntArray


@dataclass(frozen=True)
class _Pieces:
    """Arcs inside a strip, and the corners in its first row where they continue in the strip above."""

    arcs: Arcs
    cuts: IntArray


def trace_arcs(
    strips: Iterable[tuple[int, Int32Array]],
    width: int,
    height: int,
    progress: Progress = Progress(),
) -> Arcs:
    """Traces the arcs of a raster of regions.

    Args:
        strips: First row and labels (rows, width) of each strip, from the top.
        width: Columns of the raster.
        height: Rows of the raster.
        progress: Checked while pieces are joined; `strips` reports its own progress.
    """
    above = np.zeros((1, width), np.int32)
    pieces = []
    for row, labels in strips:
        parts = [above, labels]
        if row + len(labels) == height:
            parts.append(np.zeros((1, width), np.int32))
        pieces.append(_trace_strip(np.pad(np.concatenate(parts), ((0, 0), (1, 1))), row, height))
        above = labels[-1:].copy()
    progress.check()
    joined = _joined(pieces, width, progress)
    progress.check()
    return _without_traces_of_strips(joined, width, progress)


def _trace_strip(labels: Int32Array, row: int, height: int) -> _Pieces:
    """Traces the arcs of a strip.

    Args:
        labels: (rows + 1, cols + 2): the row above, the strip, and 0 to the left, to the right and below the raster.
        row: Row of the corners between the first two rows of `labels`.
        height: Rows of the raster.
    """
    y, x, code, is_end, cuts = _corners(labels, row, height)
    start, end, left, right = _segments(labels, row, y, x, code)
    # At a corner inside an arc, one segment starts: all segments have the region of the higher number on the left.
    out = np.full(len(x), -1, np.int64)
    out[start] = np.arange(len(start))
    following = np.where(is_end[end], -1, out[end])
    order, offsets = rank_chains(following)
    return _Pieces(_arcs_of_segments(order, offsets, start, end, x, y, left, right), cuts)


def _corners(labels: Int32Array, row: int, height: int) -> tuple[IntArray, IntArray, ByteArray, BoolArray, IntArray]:
    """Row, column, edges and whether an arc ends there, of each corner that is a vertex, row by row; and the cuts."""
    across = (labels[:, 1:] != labels[:, :-1]).view(np.uint8)
    along = (labels[1:] != labels[:-1]).view(np.uint8)
    code = across[:-1] * np.uint8(_NORTH)
    code |= along[:, 1:] * np.uint8(_EAST)
    code |= across[1:] * np.uint8(_SOUTH)
    code |= along[:, :-1] * np.uint8(_WEST)
    is_vertex = (code != 0) & (code != _STRAIGHT[0]) & (code != _STRAIGHT[1])
    # Arcs are cut where they come from the strip above and where they go on in the strip below.
    comes_in = across[0] != 0
    is_vertex[0] |= comes_in
    y, x = np.divmod(np.flatnonzero(is_vertex), code.shape[1])
    codes = code[y, x]
    is_end = _DEGREE[codes] > 2
    cuts = np.flatnonzero(comes_in & (_DEGREE[code[0]] == 2)) + row * code.shape[1]
    is_end[: int(is_vertex[0].sum())] |= comes_in[is_vertex[0]]
    if row + len(code) <= height:
        leaves = np.flatnonzero(across[-1])
        y = np.concatenate([y, np.full(len(leaves), len(code))])
        x = np.concatenate([x, leaves])
        codes = np.concatenate([codes, np.full(len(leaves), _NORTH, np.uint8)])
        is_end = np.concatenate([is_end, np.ones(len(leaves), np.bool_)])
    return y + row, x, codes, is_end, cuts


def _segments(
    labels: Int32Array, row: int, y: IntArray, x: IntArray, code: ByteArray
) -> tuple[IntArray, IntArray, Int32Array, Int32Array]:
    """Start and end (indices of corners), left and right region of the straight lines between corners."""
    top = np.flatnonzero(code & _EAST)
    above, below = labels[y[top] - row, x[top] + 1], labels[y[top] - row + 1, x[top] + 1]
    eastward = above > below
    start = [np.where(eastward, top, top + 1)]
    end = [np.where(eastward, top + 1, top)]
    down_order = np.lexsort((y, x))
    with_edge = np.flatnonzero(code[down_order] & _SOUTH)
    top, bottom = down_order[with_edge], down_order[np.minimum(with_edge + 1, len(x) - 1)]
    west, east = labels[y[top] - row + 1, x[top]], labels[y[top] - row + 1, x[top] + 1]
    southward = east > west
    start.append(np.where(southward, top, bottom))
    end.append(np.where(southward, bottom, top))
    left = np.concatenate([np.maximum(above, below), np.maximum(west, east)])
    right = np.concatenate([np.minimum(above, below), np.minimum(west, east)])
    return np.concatenate(start), np.concatenate(end), left, right


def _arcs_of_segments(
    order: IntArray,
    offsets: IntArray,
    start: IntArray,
    end: IntArray,
    x: IntArray,
    y: IntArray,
    left: Int32Array,
    right: Int32Array,
) -> Arcs:
    """Arcs of segments that are sorted into chains: the start of each segment, and the end of the last one."""
    counts = np.diff(offsets)
    target = offsets_of(counts + 1)
    corner = np.empty(int(target[-1]), np.int64)
    corner[ranges(target[:-1], counts)] = start[order]
    corner[target[1:] - 1] = end[order[offsets[1:] - 1]]
    heads = order[offsets[:-1]]
    return Arcs(
        x[corner].astype(np.int32),
        y[corner].astype(np.int32),
        target,
        left[heads].astype(np.int64),
        right[heads].astype(np.int64),
    )


def _joined(pieces: list[_Pieces], width: int, progress: Progress) -> Arcs:
    """Joins the pieces of arcs that meet at the cuts between strips."""
    counts = np.concatenate([np.diff(piece.arcs.offsets) for piece in pieces])
    whole = Arcs(
        np.concatenate([piece.arcs.x for piece in pieces]),
        np.concatenate([piece.arcs.y for piece in pieces]),
        offsets_of(counts),
        np.concatenate([piece.arcs.left for piece in pieces]),
        np.concatenate([piece.arcs.right for piece in pieces]),
    )
    cuts = np.concatenate([piece.cuts for piece in pieces])
    if not len(cuts):
        return whole
    starts, ends = _corner_keys(whole, whole.first, width), _corner_keys(whole, whole.last, width)
    starts_at, ends_at = _find(cuts, starts), _find(cuts, ends)
    progress.check()
    out = np.full(len(cuts), -1, np.int64)
    out[starts_at[starts_at >= 0]] = np.flatnonzero(starts_at >= 0)
    order, offsets = rank_chains(np.where(ends_at >= 0, out[ends_at], -1))
    # The first vertex of a continued piece is left out: it is the last one of the piece before.
    goes_on = np.ones(len(order), np.int64)
    goes_on[offsets[:-1]] = 0
    index = ranges(whole.first[order] + goes_on, counts[order] - goes_on)
    sizes = np.add.reduceat(counts[order] - goes_on, offsets[:-1])
    heads = order[offsets[:-1]]
    return Arcs(whole.x[index], whole.y[index], offsets_of(sizes), whole.left[heads], whole.right[heads])


def _corner_keys(arcs: Arcs, index: IntArray, width: int) -> IntArray:
    return arcs.y[index].astype(np.int64) * (width + 1) + arcs.x[index]


def _find(cuts: IntArray, keys: IntArray) -> IntArray:
    """Position of each key among the sorted cuts; -1 if it is not among them."""
    position = np.minimum(np.searchsorted(cuts, keys), len(cuts) - 1)
    return np.where(cuts[position] == keys, position, -1)


def _without_traces_of_strips(arcs: Arcs, width: int, progress: Progress) -> Arcs:
    """Lets closed arcs start at their first corner, row by row, and removes vertices on straight lines.

    So the result does not depend on the strips.
    """
    if not len(arcs):
        return arcs
    starts, ends = _corner_keys(arcs, arcs.first, width), _corner_keys(arcs, arcs.last, width)
    nodes, uses = np.unique(np.concatenate([starts, ends]), return_counts=True)
    closed = (starts == ends) & (uses[np.searchsorted(nodes, starts)] == 2)
    parts, at = [], 0
    for chunk in arcs.chunks():
        progress.check()
        parts.append(_straightened(_rotated(chunk, closed[at : at + len(chunk)], width)))
        at += len(chunk)
    return Arcs(
        np.concatenate([part.x for part in parts]),
        np.concatenate([part.y for part in parts]),
        offsets_of(np.concatenate([np.diff(part.offsets) for part in parts])),
        arcs.left,
        arcs.right,
    )


def _rotated(arcs: Arcs, closed: BoolArray, width: int) -> Arcs:
    """Lets closed arcs (n,) start at their first corner, row by row."""
    counts = np.diff(arcs.offsets)
    keys = _corner_keys(arcs, np.arange(len(arcs.x)), width)
    hits = np.flatnonzero(keys == np.repeat(np.minimum.reduceat(keys, arcs.first), counts))
    owner = np.searchsorted(arcs.offsets, hits, "right") - 1
    shift = np.zeros(len(arcs), np.int64)
    shift[owner[::-1]] = hits[::-1] - arcs.first[owner[::-1]]
    shift[~closed] = 0
    # The last vertex of a closed arc repeats the first one; after the rotation it repeats the new first one.
    period = np.repeat(np.where(closed, counts - 1, counts), counts)
    position = ranges(shift, counts)
    source = np.repeat(arcs.first, counts) + position % period
    return Arcs(arcs.x[source], arcs.y[source], arcs.offsets, arcs.left, arcs.right)


def _straightened(arcs: Arcs) -> Arcs:
    x, y = arcs.x, arcs.y
    along, down = np.sign(np.diff(x)), np.sign(np.diff(y))
    keep = np.ones(len(x), np.bool_)
    keep[1:-1] = (along[:-1] != along[1:]) | (down[:-1] != down[1:])
    keep[arcs.first] = keep[arcs.last] = True
    return arcs.thinned(keep)
