"""Lines of straight edges that meet at common nodes: one least-squares problem over all chains.

Each edge has a given direction, and its line an offset, which is best at the mean of its outline. Where three or more
edges meet in a node, or a node must not move, the offsets are bound by linear equations. The least change of all
offsets, weighted with the lengths of the edges, follows from the normal equations of Lagrange's multipliers, which are
solved by conjugate gradients.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import BoolArray, DoubleArray, IntArray
from ..progress import Progress
from .chains import components, dense
from .outline_chains import Chains
from .straight_edges import Edges, Neighbours, Points, corners, crossing, on_line

_MOST_STEPS = 500
_EXACT = 1e-6  # pixels


@dataclass(frozen=True)
class Ends:
    """The ends of open chains at nodes, sorted by node.

    Attributes:
        node: (k,) node of each end.
        edge: (k,) the edge that ends there.
        is_start: (k,) whether it is the start of its chain.
    """

    node: IntArray
    edge: IntArray
    is_start: BoolArray

    @classmethod
    def of(cls, chains: Chains, around: Neighbours, tail: IntArray, head: IntArray) -> Ends:
        """The ends of the chains that have edges; `tail` and `head` (n,) are the nodes of the chains."""
        has = np.flatnonzero(~chains.closed & (np.diff(around.offsets) > 0))
        node = np.concatenate([tail[has], head[has]])
        edge = np.concatenate([around.offsets[:-1][has], around.offsets[1:][has] - 1])
        order = np.argsort(node, kind="stable")
        return cls(node[order], edge[order], (np.arange(len(node)) < len(has))[order])


@dataclass(frozen=True)
class _Equations:
    """Sparse linear equations: the sum of `factor * offset[edge]` in each row is `value`."""

    row: IntArray
    edge: IntArray
    factor: DoubleArray
    value: DoubleArray

    def left(self, offsets: DoubleArray) -> DoubleArray:
        """(m,) left sides for given offsets (e,)."""
        return np.bincount(self.row, self.factor * offsets[self.edge], len(self.value)).astype(np.float64)

    def spread(self, multipliers: DoubleArray, count: int) -> DoubleArray:
        """(count,) the transpose: the sum over rows for each edge."""
        return np.bincount(self.edge, self.factor * multipliers[self.row], count).astype(np.float64)


def fitted(
    edges: Edges, around: Neighbours, chains: Chains, ends: Ends, nodes: Points, fixed: BoolArray, progress: Progress
) -> tuple[Edges, Points, BoolArray]:
    """Moves edges so that they meet at nodes.

    Args:
        edges: Edges with their directions.
        around: Their neighbours.
        chains: Their chains.
        ends: The ends of open chains.
        nodes: x and y of each node (m,), in the axes of the edges.
        fixed: (m,) nodes that do not move.
        progress: Checked in every step.

    Returns:
        The moved edges; the moved nodes; and (m,) the nodes at which the edges could not be brought together.
    """
    edges = _between_fixed(edges, around, ends, nodes, fixed)
    equations, node_of_row, pairs = _at_nodes(edges, ends, nodes, fixed)
    offset = _least_change(edges, equations, progress)
    missed = np.abs(equations.left(offset) - equations.value) > 0.01
    failed = np.zeros(len(fixed), np.bool_)
    failed[node_of_row[missed]] = True
    cos, sin = np.cos(edges.angle), np.sin(edges.angle)
    shift = (offset - edges.offset) * edges.weight
    edges = replace(edges, x=edges.x - sin * shift, y=edges.y + cos * shift)
    return edges, _met(edges, pairs, nodes), failed


def _between_fixed(edges: Edges, around: Neighbours, ends: Ends, nodes: Points, fixed: BoolArray) -> Edges:
    """Edges alone between two fixed nodes take the direction from one to the other."""
    node = np.full((len(edges), 2), -1)
    node[ends.edge[ends.is_start], 0] = ends.node[ends.is_start]
    node[ends.edge[~ends.is_start], 1] = ends.node[~ends.is_start]
    alone = np.flatnonzero((node >= 0).all(1))
    alone = alone[fixed[node[alone]].all(1) & ~edges.fixed[alone]]
    one, other = node[alone].T
    angle = edges.angle.copy()
    apart = (nodes[0][one] != nodes[0][other]) | (nodes[1][one] != nodes[1][other])
    turned = np.arctan2(nodes[1][other] - nodes[1][one], nodes[0][other] - nodes[0][one])
    angle[alone[apart]] = turned[apart]
    return replace(edges, angle=angle)


def _at_nodes(
    edges: Edges, ends: Ends, nodes: Points, fixed: BoolArray
) -> tuple[_Equations, IntArray, tuple[IntArray, IntArray, IntArray]]:
    """Equations of the nodes, the node of each, and of each free node the two edges that cross most nearly at right
    angles: node, one edge, the other."""
    angle = edges.angle[ends.edge]
    is_fixed = fixed[ends.node]
    at = np.flatnonzero(is_fixed)
    held_edge, held_node = ends.edge[at], ends.node[at]
    value = np.cos(angle[at]) * nodes[1][held_node] - np.sin(angle[at]) * nodes[0][held_node]
    free = np.flatnonzero(~is_fixed)
    node, edge, angle = ends.node[free], ends.edge[free], angle[free]
    heads = np.flatnonzero(np.diff(node, prepend=-1))
    group = np.cumsum(np.diff(node, prepend=-1) != 0) - 1
    first = heads[group]
    crossed = np.abs(np.sin(angle - angle[first]))
    order = np.lexsort((-crossed, group))
    second = order[heads][group] if len(heads) else group
    others = np.flatnonzero((np.arange(len(node)) != first) & (np.arange(len(node)) != second))
    others_and_parallel = (
        np.flatnonzero((np.arange(len(node)) != first) & (crossed[second] < 0.1)) if len(node) else others
    )
    rest = np.union1d(others, others_and_parallel)
    one, two = first[rest], second[rest]
    determinant = np.sin(angle[two] - angle[one])
    parallel = np.abs(determinant) < 0.1
    scale = 1 / np.where(parallel, 1.0, determinant)
    # n = a n1 + b n2, for normals of the angles t, t1, t2: a = sin(t2 - t) / sin(t2 - t1), b = sin(t - t1) / ...
    a = np.where(parallel, np.sign(np.cos(angle[rest] - angle[one])), np.sin(angle[two] - angle[rest]) * scale)
    b = np.where(parallel, 0.0, np.sin(angle[rest] - angle[one]) * scale)
    count = len(held_edge)
    row = np.concatenate([np.arange(count), np.tile(np.arange(count, count + len(rest)), 3)])
    equations = _Equations(
        row,
        np.concatenate([held_edge, edge[rest], edge[one], edge[two]]),
        np.concatenate([np.ones(count), np.ones(len(rest)), -a, -b]),
        np.concatenate([value, np.zeros(len(rest))]),
    )
    pairs = node[heads], edge[heads], edge[second[heads]] if len(heads) else edge
    return equations, np.concatenate([held_node, node[rest]]), pairs


def _least_change(edges: Edges, equations: _Equations, progress: Progress) -> DoubleArray:
    """(e,) offsets that fulfil the equations and differ least from those of the outlines."""
    offset = edges.offset
    if not len(equations.value):
        return offset
    give = np.where(edges.fixed, 0.0, 1 / np.maximum(edges.weight, 1e-3))
    count = len(edges)
    residual = equations.left(offset) - equations.value
    group, groups = _groups(equations, count)
    diagonal = np.bincount(equations.row, equations.factor**2 * give[equations.edge], len(residual))
    inverse = 1 / np.maximum(diagonal, 1e-12)

    def dot(one: DoubleArray, other: DoubleArray) -> DoubleArray:
        return np.bincount(group, one * other, groups).astype(np.float64)

    # Groups of equations without common edges are problems of their own: one that has no solution spoils no other.
    multipliers = np.zeros(len(residual))
    direction = inverse * residual
    product = dot(residual, direction)
    limit = 1e4 * product
    for _ in range(_MOST_STEPS):
        progress.check()
        image = equations.left(give * equations.spread(direction, count))
        curvature = dot(direction, image)
        goes_on = (product > _EXACT**2) & (product < limit) & (curvature > 1e-12 * dot(direction, direction))
        if not goes_on.any():
            break
        step = np.where(goes_on, product / np.where(goes_on, curvature, 1), 0)[group]
        multipliers += step * direction
        residual = residual - step * image
        scaled = inverse * residual
        product, last = dot(residual, scaled), product
        share = np.where(goes_on, product / np.where(goes_on, last, 1), 0)[group]
        direction = scaled + share * direction
    moved: DoubleArray = offset - give * equations.spread(multipliers, count)
    return moved


def _groups(equations: _Equations, edges: int) -> tuple[IntArray, int]:
    """Group of each equation, and their number: equations of one group have edges in common, directly or by others."""
    rows = len(equations.value)
    number, count = dense(components(rows + edges, equations.row, rows + equations.edge))
    return number[:rows], count


def _met(edges: Edges, pairs: tuple[IntArray, IntArray, IntArray], nodes: Points) -> Points:
    """Nodes where their edges meet now; those of parallel edges at the nearest point of the line."""
    node, one, two = pairs
    x, y = nodes[0].copy(), nodes[1].copy()
    offset = edges.offset
    crossed = np.abs(np.sin(edges.angle[two] - edges.angle[one])) > 0.1
    meeting = crossing(edges.angle[one], offset[one], edges.angle[two], offset[two])
    nearest = on_line(x[node], y[node], edges.angle[one], offset[one])
    x[node] = np.where(crossed, meeting[0], nearest[0])
    y[node] = np.where(crossed, meeting[1], nearest[1])
    return x, y


def fitted_corners(
    edges: Edges,
    around: Neighbours,
    chains: Chains,
    ends: Ends,
    nodes: Points,
    metric: tuple[float, float, float, float],
) -> tuple[Points, Points]:
    """Start and end of each edge, as `corners`, with the ends of chains at the moved nodes."""
    starts, stops = corners(edges, around, chains, metric)
    for points, which in ((starts, ends.is_start), (stops, ~ends.is_start)):
        edge, node = ends.edge[which], ends.node[which]
        points[0][edge], points[1][edge] = nodes[0][node], nodes[1][node]
    return starts, stops
