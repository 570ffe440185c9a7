"""Rings around regions, assembled from the arcs that neighbours share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, Int32Array, IntArray
from .arcs import Arcs, Line
from .chains import offsets_of, ranges, rank_chains


@dataclass(frozen=True)
class Rings:
    """The arcs of each ring. Rings are sorted by region, the outer ring of each region first.

    Attributes:
        arc: (h,) indices of arcs, ring by ring, in the order of the ring.
        forward: (h,) whether the ring has the direction of the arc, not the opposite one.
        offsets: (r + 1,) start of the arcs of each ring, and their number.
        region: (r,) region inside each ring; it lies on the left of the ring, with rows downwards.
    """

    arc: IntArray
    forward: BoolArray
    offsets: IntArray
    region: IntArray

    def sizes(self, line: Line) -> IntArray:
        """(r,) number of vertices of each closed ring."""
        if not len(self.region):
            return np.zeros(0, np.int64)
        return np.add.reduceat(np.diff(line.offsets)[self.arc] - 1, self.offsets[:-1]) + 1

    def vertices(self, line: Line, first: int, stop: int) -> tuple[IntArray, IntArray]:
        """Indices of the vertices of some closed rings, and (stop - first + 1,) the start of each ring among them."""
        part = slice(int(self.offsets[first]), int(self.offsets[stop]))
        arc, forward = self.arc[part], self.forward[part]
        counts = np.diff(line.offsets)[arc]
        # The last vertex of each arc is the first one of the next arc. Only the last arc of a ring keeps it.
        is_last = np.zeros(len(arc), np.int64)
        is_last[self.offsets[first + 1 : stop + 1] - self.offsets[first] - 1] = 1
        used = counts - 1 + is_last
        position = ranges(np.zeros(len(arc), np.int64), used)
        begin = np.where(forward, line.offsets[arc], line.offsets[arc + 1] - 1)
        index = np.repeat(begin, used) + np.repeat(np.where(forward, 1, -1), used) * position
        sizes = np.add.reduceat(used, self.offsets[first:stop] - self.offsets[first])
        return index, offsets_of(sizes)


def assemble(arcs: Arcs) -> Rings:
    """Links the arcs around each region to rings.

    If a region touches itself at a corner, the ring turns right there. So an outer ring and a hole meet in a point,
    which is valid, while one ring that visits the point twice would be invalid.
    """
    count = len(arcs)
    if not count:
        nothing = np.zeros(0, np.int64)
        return Rings(nothing, nothing.astype(np.bool_), np.zeros(1, np.int64), nothing)
    region = np.concatenate([arcs.left, arcs.right])
    used = np.flatnonzero(region > 0)
    first, last = ((arcs.y[at].astype(np.int64) << 32) | arcs.x[at] for at in (arcs.first, arcs.last))
    start, end = np.concatenate([first, last]), np.concatenate([last, first])
    out, into = _directions(arcs)
    leaving = used[np.lexsort((out[used], region[used], start[used]))]
    arriving = used[np.lexsort(((into[used] + 1) % 4, region[used], end[used]))]
    # Numbered in the order of their starts, so that each ring starts at its first corner, row by row.
    number = np.full(2 * count, -1, np.int64)
    number[leaving] = np.arange(len(leaving))
    following = np.empty(len(leaving), np.int64)
    following[number[arriving]] = np.arange(len(leaving))
    order, offsets = rank_chains(following)
    return _sorted_rings(arcs, leaving[order], offsets, region)


def without_small_holes(arcs: Arcs, rings: Rings, chosen: BoolArray, minimum: float) -> Arcs:
    """The arcs without holes that are nothing but no data, of fewer pixels than a minimum, of chosen regions.

    Args:
        arcs: Arcs between regions.
        rings: Their rings.
        chosen: (m + 1,) by region number, whether its holes are closed.
        minimum: Pixels that a hole must have to stay.
    """
    if not len(arcs):
        return arcs
    signs = np.where(rings.forward, 1, -1)
    area = np.add.reduceat(signs * signed_areas(arcs)[rings.arc], rings.offsets[:-1])
    only_no_data = np.bitwise_and.reduceat(arcs.right[rings.arc] == 0, rings.offsets[:-1])
    small = (area < 0) & (-area < 2 * minimum) & only_no_data & chosen[rings.region]
    keep = np.ones(len(arcs), np.bool_)
    keep[rings.arc[np.repeat(small, np.diff(rings.offsets))]] = False
    if keep.all():
        return arcs
    counts = np.diff(arcs.offsets)[keep]
    index = ranges(arcs.first[keep], counts)
    return Arcs(arcs.x[index], arcs.y[index], offsets_of(counts), arcs.left[keep], arcs.right[keep])


def _directions(arcs: Arcs) -> tuple[IntArray, IntArray]:
    """Directions in which the arcs, forward and backward, leave and arrive: 0 east, 1 south, 2 west, 3 north."""
    first, last = arcs.first, arcs.last
    leave = _direction(arcs.x[first + 1] - arcs.x[first], arcs.y[first + 1] - arcs.y[first])
    arrive = _direction(arcs.x[last] - arcs.x[last - 1], arcs.y[last] - arcs.y[last - 1])
    return np.concatenate([leave, (arrive + 2) % 4]), np.concatenate([arrive, (leave + 2) % 4])


def _direction(dx: Int32Array, dy: Int32Array) -> IntArray:
    return np.where(dx > 0, 0, np.where(dy > 0, 1, np.where(dx < 0, 2, 3))).astype(np.int64)


def _sorted_rings(arcs: Arcs, halves: IntArray, offsets: IntArray, region: IntArray) -> Rings:
    """Sorts rings by region, the outer ring first; only outer rings have a positive area."""
    count = len(arcs)
    arc, forward = halves % count, halves < count
    area = np.add.reduceat(np.where(forward, 1, -1) * signed_areas(arcs)[arc], offsets[:-1])
    owner = region[halves[offsets[:-1]]]
    order = np.lexsort((area < 0, owner))
    sizes = np.diff(offsets)[order]
    index = ranges(offsets[:-1][order], sizes)
    return Rings(arc[index], forward[index], offsets_of(sizes), owner[order])


def signed_areas(arcs: Arcs) -> IntArray:
    """(n,) twice the signed area between each arc and the origin; the sum over an outer ring is positive."""
    return np.concatenate([_signed_areas(chunk) for chunk in arcs.chunks()] or [np.zeros(0, np.int64)])


def _signed_areas(arcs: Arcs) -> IntArray:
    x, y = arcs.x.astype(np.int64), arcs.y.astype(np.int64)
    terms = np.zeros(len(x), np.int64)
    terms[:-1] = x[1:] * y[:-1] - x[:-1] * y[1:]
    terms[arcs.last] = 0
    return np.add.reduceat(terms, arcs.first)
