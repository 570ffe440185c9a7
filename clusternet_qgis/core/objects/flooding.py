"""Watersheds: which summit of a surface each pixel belongs to, and how high the passes between the summits are.

The watershed is the forest of least cost of J. Cousty et al., "Watershed cuts: minimum spanning forests and the drop of
water principle" (2009): of the graph of neighbouring pixels, with a root that is joined to all markers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage, sparse
from scipy.sparse import csgraph

from ..arrays import BoolArray, DoubleArray, IntArray
from ..io.tiling import Window

# Of edges as high as each other, that to the higher neighbour is taken.
_STEEPEST = 1e-3


def summits(surface: DoubleArray, inside: BoolArray, part: Window) -> tuple[IntArray, IntArray]:
    """Rows and columns of the highest pixels among their eight neighbours, in a part of a window; one of each plateau.

    A plateau that reaches beyond the part has one in each: a pass as high as they are makes them one basin.
    """
    highest = inside & (surface == ndimage.maximum_filter(surface, 3, mode="nearest"))
    plateaus = ndimage.label(highest[part.slices()], np.ones((3, 3)))[0]
    flat = plateaus.ravel()
    at = np.flatnonzero(flat)
    first = at[np.unique(flat[at], return_index=True)[1]]
    rows, cols = np.unravel_index(first, plateaus.shape)
    return rows.astype(np.int64) + part.row, cols.astype(np.int64) + part.col


def flood(inside: BoolArray, surface: DoubleArray, rows: IntArray, cols: IntArray) -> IntArray:
    """The marker that each pixel is reached from, downhill.

    Args:
        inside: (rows, cols) the pixels that are reached, from neighbours at their sides.
        surface: (rows, cols) heights; markers are summits.
        rows: (n,) row of each marker, which lies inside.
        cols: (n,) its column.

    Returns:
        (rows, cols) number of the marker, from 1; 0 outside, and where none is reached.
    """
    labels = np.zeros(inside.shape, np.int64)
    if not len(rows):
        return labels
    node = np.full(inside.shape, -1, np.int64)
    count = int(inside.sum())
    node[inside] = np.arange(count)
    depth = surface[inside].max() - surface
    scale = 1.0 / max(float(depth[inside].max()), 1e-12)
    first, second, cost = [], [], []
    for one, other in ((np.s_[:, :-1], np.s_[:, 1:]), (np.s_[:-1], np.s_[1:])):
        both = inside[one] & inside[other]
        a, b = depth[one][both] * scale, depth[other][both] * scale
        first.append(node[one][both])
        second.append(node[other][both])
        cost.append(1.0 + np.maximum(a, b) + _STEEPEST * np.minimum(a, b))
    # The root comes first in the forest: its edges cost least.
    first.append(np.full(len(rows), count))
    second.append(node[rows, cols])
    cost.append(np.full(len(rows), 0.5))
    edges = np.concatenate(first), np.concatenate(second)
    graph = sparse.coo_matrix((np.concatenate(cost), edges), (count + 1, count + 1)).tocsr()
    tree = csgraph.minimum_spanning_tree(graph).tocoo()
    kept = (tree.row != count) & (tree.col != count)
    forest = sparse.coo_matrix((tree.data[kept], (tree.row[kept], tree.col[kept])), (count + 1, count + 1))
    tree_of = csgraph.connected_components(forest, directed=False)[1]
    number = np.zeros(int(tree_of.max()) + 1, np.int64)
    number[tree_of[node[rows, cols]]] = np.arange(1, len(rows) + 1)
    labels[inside] = number[tree_of[:count]]
    return labels


@dataclass(frozen=True)
class Passes:
    """The highest passes between basins.

    Attributes:
        first: (n,) number of a basin.
        second: (n,) number of its neighbour, which is higher.
        height: (n,) of the highest pass between them.
    """

    first: IntArray
    second: IntArray
    height: DoubleArray

    @classmethod
    def of(cls, first: IntArray, second: IntArray, height: DoubleArray) -> Passes:
        """The highest of each pair."""
        low, high = np.minimum(first, second), np.maximum(first, second)
        order = np.lexsort((-height, high, low))
        low, high, height = low[order], high[order], height[order]
        is_new = np.ones(len(low), np.bool_)
        is_new[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
        return cls(low[is_new], high[is_new], height[is_new])


def passes(labels: IntArray, surface: DoubleArray) -> Passes:
    """The passes between the basins of a window (rows, cols), numbered from 1."""
    first, second, height = [], [], []
    for one, other in ((np.s_[:, :-1], np.s_[:, 1:]), (np.s_[:-1], np.s_[1:])):
        a, b = labels[one], labels[other]
        meet = (a != b) & (a > 0) & (b > 0)
        first.append(a[meet])
        second.append(b[meet])
        height.append(np.minimum(surface[one], surface[other])[meet])
    return Passes.of(np.concatenate(first), np.concatenate(second), np.concatenate(height))


def joined_basins(peaks: DoubleArray, over: Passes, share: float) -> tuple[IntArray, DoubleArray]:
    """Joins basins that a shallow pass divides.

    Passes are taken from the highest down. Two basins become one, under the number of the higher summit, if the pass
    between them reaches a share of the lower summit.

    Args:
        peaks: (n + 1,) height of the summit of each basin, by number.
        over: The passes between them.
        share: From 0, where all are joined, to 1, where none is.

    Returns:
        (n + 1,) the basin that each is now part of; (n + 1,) of each that remains, how high the highest pass that is
        left around it is, as a share of its summit: 0 for a basin that stands free.
    """
    parent = list(range(len(peaks)))
    height = peaks.tolist()
    left = [0.0] * len(peaks)

    def top(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for index in np.argsort(-over.height, kind="stable").tolist():
        one, other = top(int(over.first[index])), top(int(over.second[index]))
        if one == other:
            continue
        if height[one] < height[other] or (height[one] == height[other] and one > other):
            one, other = other, one
        reach = float(over.height[index])
        if reach >= height[other] - (1 - share) * abs(height[other]):
            parent[other] = one
        else:
            left[one] = max(left[one], reach / max(height[one], 1e-12))
            left[other] = max(left[other], reach / max(height[other], 1e-12))
    return np.array([top(number) for number in range(len(peaks))], np.int64), np.array(left)
