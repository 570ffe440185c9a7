"""Arcs: the lines between two regions from node to node, traced strip by strip and joined across strips.

Corners of pixels are numbered by column x and row y, downwards. A node is a corner where three or four pixel edges
between different regions meet. Each arc exists once, with its higher-numbered region on its left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..progress import Progress
from .chains import Index, offsets_of, ranges, rank_chains
from .regions import Labels

_NORTH, _EAST, _SOUTH, _WEST = 1, 2, 4, 8
_STRAIGHT = (_NORTH | _SOUTH, _EAST | _WEST)
_DEGREE = np.array([bin(code).count("1") for code in range(16)])


@dataclass(frozen=True)
class Arcs:
    """Lines between regions.

    Attributes:
        x: (v,) column of each vertex, arc by arc, both ends included.
        y: (v,) row of each vertex.
        offsets: (n + 1,) where the vertices of each arc start.
        left: (n,) region on the left, looking along the arc with rows downwards.
        right: (n,) region on the right, lower than `left`; 0 is no data or outside the raster.
    """

    x: NDArray[np.int32]
    y: NDArray[np.int32]
    offsets: Index
    left: Index
    right: Index

    def __len__(self) -> int:
        """Number of arcs."""
        return len(self.left)

    @property
    def first(self) -> Index:
        """(n,) index of the first vertex of each arc."""
        return self.offsets[:-1]

    @property
    def last(self) -> Index:
        """(n,) index of the last vertex of each arc."""
        return self.offsets[1:] - 1

    def chunks(self, vertices: int = 500_000) -> list[Arcs]:
        """Parts of about so many vertices, each with its own offsets, sharing the vertices' memory."""
        if not len(self):
            return []
        limits = np.searchsorted(self.offsets, np.arange(0, int(self.offsets[-1]), vertices))
        borders = np.unique(np.append(np.minimum(limits, len(self)), len(self))).tolist()
        return [self._part(first, stop) for first, stop in zip(borders[:-1], borders[1:])]

    def _part(self, first: int, stop: int) -> Arcs:
        inside = slice(int(self.offsets[first]), int(self.offsets[stop]))
        offsets = self.offsets[first : stop + 1] - self.offsets[first]
        return Arcs(self.x[inside], self.y[inside], offsets, self.left[first:stop], self.right[first:stop])

    def thinned(self, keep: NDArray[np.bool_]) -> Arcs:
        """The arcs with some of their vertices (v,), the ends among them."""
        sizes = np.add.reduceat(keep.astype(np.int64), self.first) if len(self) else np.zeros(0, np.int64)
        return Arcs(self.x[keep], self.y[keep], offsets_of(sizes), self.left, self.right)


@dataclass(frozen=True)
class Line:
    """Vertices of arcs anywhere, not only at corners of pixels.

    Attributes:
        x: (v,) column.
        y: (v,) row.
        offsets: (n + 1,) where the vertices of each arc start.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    offsets: Index


@dataclass(frozen=True)
class _Pieces:
    """Arcs as far as a strip reaches, and the corners of its first row where they go on."""

    arcs: Arcs
    cuts: Index


def trace_arcs(
    strips: Iterable[tuple[int, Labels]],
    width: int,
    height: int,
    progress: Progress = Progress(),
) -> Arcs:
    """Traces the arcs of a raster of regions.

    Args:
        strips: First row and labels (rows, width) of each strip, from the top.
        width: Columns of the raster.
        height: Rows of the raster.
        progress: Checked while pieces are joined; `strips` reports for itself.
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
    return _tidied(joined, width, progress)


def _trace_strip(labels: Labels, row: int, height: int) -> _Pieces:
    """Traces the arcs of a strip.

    Args:
        labels: (rows + 1, cols + 2), framed by the row above, nothing left and right, and below the raster's last row.
        row: Corner row between the first two rows of `labels`.
        height: Rows of the raster.
    """
    y, x, code, is_end, cuts = _corners(labels, row, height)
    start, end, left, right = _segments(labels, row, y, x, code)
    # Where an arc goes on there is one segment out of the corner, all segments having the higher region on the left.
    out = np.full(len(x), -1, np.int64)
    out[start] = np.arange(len(start))
    following = np.where(is_end[end], -1, out[end])
    order, offsets = rank_chains(following)
    return _Pieces(_arcs_of_segments(order, offsets, start, end, x, y, left, right), cuts)


def _corners(labels: Labels, row: int, height: int) -> tuple[Index, Index, NDArray[np.uint8], NDArray[np.bool_], Index]:
    """Rows, columns, edges and whether arcs end there, of the corners that are vertices, in reading order."""
    across = (labels[:, 1:] != labels[:, :-1]).view(np.uint8)
    along = (labels[1:] != labels[:-1]).view(np.uint8)
    code = across[:-1] * np.uint8(_NORTH)
    code |= along[:, 1:] * np.uint8(_EAST)
    code |= across[1:] * np.uint8(_SOUTH)
    code |= along[:, :-1] * np.uint8(_WEST)
    is_vertex = (code != 0) & (code != _STRAIGHT[0]) & (code != _STRAIGHT[1])
    # Arcs are cut where they come in from the strip above, and where they leave into the one below.
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
    labels: Labels, row: int, y: Index, x: Index, code: NDArray[np.uint8]
) -> tuple[Index, Index, Labels, Labels]:
    """Start and end (corner indices) and left and right region of the straight lines between corners."""
    top = np.flatnonzero(code & _EAST)
    above, below = labels[y[top] - row, x[top] + 1], labels[y[top] - row + 1, x[top] + 1]
    eastward = above > below
    start = [np.where(eastward, top, top + 1)]
    end = [np.where(eastward, top + 1, top)]
    down_order = np.lexsort((y, x))
    place = np.flatnonzero(code[down_order] & _SOUTH)
    top, bottom = down_order[place], down_order[np.minimum(place + 1, len(x) - 1)]
    west, east = labels[y[top] - row + 1, x[top]], labels[y[top] - row + 1, x[top] + 1]
    southward = east > west
    start.append(np.where(southward, top, bottom))
    end.append(np.where(southward, bottom, top))
    left = np.concatenate([np.maximum(above, below), np.maximum(west, east)])
    right = np.concatenate([np.minimum(above, below), np.minimum(west, east)])
    return np.concatenate(start), np.concatenate(end), left, right


def _arcs_of_segments(
    order: Index, offsets: Index, start: Index, end: Index, x: Index, y: Index, left: Labels, right: Labels
) -> Arcs:
    """Arcs of segments sorted into chains: all start corners, and the last segment's end."""
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
    """Puts the pieces of arcs together that meet at the cuts between strips."""
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
    # The first vertex of a piece that goes on from another is the last of that one.
    goes_on = np.ones(len(order), np.int64)
    goes_on[offsets[:-1]] = 0
    index = ranges(whole.first[order] + goes_on, counts[order] - goes_on)
    sizes = np.add.reduceat(counts[order] - goes_on, offsets[:-1])
    heads = order[offsets[:-1]]
    return Arcs(whole.x[index], whole.y[index], offsets_of(sizes), whole.left[heads], whole.right[heads])


def _corner_keys(arcs: Arcs, index: Index, width: int) -> Index:
    return arcs.y[index].astype(np.int64) * (width + 1) + arcs.x[index]


def _find(cuts: Index, keys: Index) -> Index:
    """Place of each key among the sorted cuts, -1 where it is none."""
    place = np.minimum(np.searchsorted(cuts, keys), len(cuts) - 1)
    return np.where(cuts[place] == keys, place, -1)


def _tidied(arcs: Arcs, width: int, progress: Progress) -> Arcs:
    """Opens circles at their uppermost, leftmost corner and drops vertices on straight lines.

    Both undo what the strips have left, so that the result does not depend on them.
    """
    if not len(arcs):
        return arcs
    starts, ends = _corner_keys(arcs, arcs.first, width), _corner_keys(arcs, arcs.last, width)
    nodes, uses = np.unique(np.concatenate([starts, ends]), return_counts=True)
    circle = (starts == ends) & (uses[np.searchsorted(nodes, starts)] == 2)
    parts, at = [], 0
    for chunk in arcs.chunks():
        progress.check()
        parts.append(_straightened(_turned(chunk, circle[at : at + len(chunk)], width)))
        at += len(chunk)
    return Arcs(
        np.concatenate([part.x for part in parts]),
        np.concatenate([part.y for part in parts]),
        offsets_of(np.concatenate([np.diff(part.offsets) for part in parts])),
        arcs.left,
        arcs.right,
    )


def _turned(arcs: Arcs, circle: NDArray[np.bool_], width: int) -> Arcs:
    """Circles (n,) turned to start at their first corner in reading order."""
    counts = np.diff(arcs.offsets)
    keys = _corner_keys(arcs, np.arange(len(arcs.x)), width)
    hits = np.flatnonzero(keys == np.repeat(np.minimum.reduceat(keys, arcs.first), counts))
    owner = np.searchsorted(arcs.offsets, hits, "right") - 1
    shift = np.zeros(len(arcs), np.int64)
    shift[owner[::-1]] = hits[::-1] - arcs.first[owner[::-1]]
    shift[~circle] = 0
    # A circle repeats its first vertex as the last one; turning leaves the old repetition out.
    period = np.repeat(np.where(circle, counts - 1, counts), counts)
    place = ranges(shift, counts)
    source = np.repeat(arcs.first, counts) + place % period
    return Arcs(arcs.x[source], arcs.y[source], arcs.offsets, arcs.left, arcs.right)


def _straightened(arcs: Arcs) -> Arcs:
    x, y = arcs.x, arcs.y
    along, down = np.sign(np.diff(x)), np.sign(np.diff(y))
    keep = np.ones(len(x), np.bool_)
    keep[1:-1] = (along[:-1] != along[1:]) | (down[:-1] != down[1:])
    keep[arcs.first] = keep[arcs.last] = True
    return arcs.thinned(keep)
