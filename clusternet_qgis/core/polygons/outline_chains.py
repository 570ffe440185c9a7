"""Chains: arcs joined where an outline passes through a node, so that a straight edge does not end there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, Int32Array, IntArray
from .arcs import Arcs
from .chains import offsets_of, ranges, rank_chains
from .rings import Rings


@dataclass(frozen=True)
class Chains:
    """Arcs in a row. The position of a vertex is its number in its chain.

    Attributes:
        x: (v,) column of each vertex, chain by chain; a closed chain ends with its first vertex.
        y: (v,) row of each vertex.
        offsets: (n + 1,) index of the first vertex of each chain, and the number of vertices.
        closed: (n,) whether the chain is a ring without an end.
        arc: (a,) arcs of the chains, chain by chain.
        forward: (a,) whether the chain has the direction of the arc.
        chain: (a,) chain of each arc.
        start: (a,) position at which the arc begins in its chain.
        stop: (a,) position at which it ends.
    """

    x: Int32Array
    y: Int32Array
    offsets: IntArray
    closed: BoolArray
    arc: IntArray
    forward: BoolArray
    chain: IntArray
    start: IntArray
    stop: IntArray

    def __len__(self) -> int:
        """Number of chains."""
        return len(self.closed)

    @property
    def periods(self) -> IntArray:
        """(n,) number of lines between vertices of each chain."""
        return np.diff(self.offsets) - 1


def node_numbers(arcs: Arcs, rings: Rings) -> tuple[IntArray, IntArray, int]:
    """Number of the node at the start and at the end of each arc, (n,) each, and how many nodes there are.

    Where regions with nothing between them but no data meet at a corner, each ring has a node of its own: nothing keeps
    them together there.
    """
    count = len(arcs)
    keys = [(arcs.y[at].astype(np.int64) << 32) | arcs.x[at] for at in (arcs.first, arcs.last)]
    nodes, number = np.unique(np.concatenate(keys), return_inverse=True)
    number = number.ravel()
    beside_nothing = np.bincount(number, np.tile(arcs.right == 0, 2), len(nodes))
    shared = (np.bincount(number, minlength=len(nodes)) == 4) & (beside_nothing == 4)
    if shared.any():
        # The end of one arc in a ring, and the start of the next one; start i of arc i, end i + count.
        following = np.arange(1, len(rings.arc) + 1)
        following[rings.offsets[1:] - 1] = rings.offsets[:-1]
        end = rings.arc + np.where(rings.forward, count, 0)
        start = (rings.arc + np.where(rings.forward, 0, count))[following]
        at = np.flatnonzero(shared[number[end]])
        number[end[at]] = number[start[at]] = len(nodes) + at
        _, number = np.unique(number, return_inverse=True)
        number = number.ravel()
    return number[:count], number[count:], int(number.max(initial=-1)) + 1


def chains_of(arcs: Arcs, used: IntArray, starts: IntArray, ends: IntArray, fixed: BoolArray) -> Chains:
    """Joins arcs at nodes where two of them meet.

    Args:
        arcs: All arcs.
        used: (a,) the arcs to join.
        starts: (n,) node at the start of each of all arcs.
        ends: (n,) node at the end of each of all arcs.
        fixed: (m,) nodes that end a chain in any case.
    """
    count = len(used)
    start, end = starts[used], ends[used]
    degree = np.bincount(np.concatenate([start, end]), minlength=len(fixed))
    passed = (degree == 2) & ~fixed
    # Half i goes along arc i, half i + count against it. `leaving` are the two halves that leave each node.
    tail, head = np.concatenate([start, end]), np.concatenate([end, start])
    by_node = np.argsort(tail, kind="stable")
    first = np.searchsorted(tail[by_node], head)
    second = np.minimum(first + 1, 2 * count - 1)
    one, other = by_node[first] if count else by_node, by_node[second] if count else by_node
    reverse = (np.arange(2 * count) + count) % (2 * count) if count else by_node
    following = np.where(passed[head], np.where(one == reverse, other, one), -1)
    order, offsets = rank_chains(following)
    heads = order[offsets[:-1]]
    closed = following[order[offsets[1:] - 1]] == heads if count else np.zeros(0, np.bool_)
    # Each chain exists in both directions; the one that goes along its first arc stays.
    arc = order % count if count else order
    lowest = np.minimum.reduceat(arc, offsets[:-1]) if count else arc
    sizes = np.diff(offsets)
    is_lowest = arc == np.repeat(lowest, sizes)
    stays = np.zeros(len(sizes), np.bool_)
    stays[np.repeat(np.arange(len(sizes)), sizes)[is_lowest & (order < count)]] = True
    picked = np.repeat(stays, sizes)
    return _with_vertices(arcs, used[arc[picked]], order[picked] < count, sizes[stays], closed[stays])


def _with_vertices(arcs: Arcs, arc: IntArray, forward: BoolArray, sizes: IntArray, closed: BoolArray) -> Chains:
    counts = np.diff(arcs.offsets)[arc]
    offsets = offsets_of(sizes)
    chain = np.repeat(np.arange(len(sizes)), sizes)
    is_first = np.zeros(len(arc), np.int64)
    is_first[offsets[:-1]] = 1
    used = counts - 1 + is_first  # the first vertex of an arc is the last one of the arc before
    step = ranges(1 - is_first, used)
    begin = np.where(forward, arcs.first[arc], arcs.last[arc])
    index = np.repeat(begin, used) + np.repeat(np.where(forward, 1, -1), used) * step
    vertices = np.add.reduceat(used, offsets[:-1]) if len(sizes) else np.zeros(0, np.int64)
    along = offsets_of(counts - 1)
    start = along[:-1] - np.repeat(along[offsets[:-1]], sizes)
    return Chains(
        arcs.x[index], arcs.y[index], offsets_of(vertices), closed, arc, forward, chain, start, start + counts - 1
    )
