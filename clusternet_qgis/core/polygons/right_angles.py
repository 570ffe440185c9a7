"""Straight edges and right angles for outlines of chosen regions, once for both sides of each arc.

Neighbours stay neighbours: arcs keep their nodes, and where moved lines would touch others, or an outline would lose
its region's pixels, the region keeps the outline that it had.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import BoolArray, DoubleArray, Int32Array, IntArray
from ..progress import Progress
from .arcs import Arcs
from .chains import offsets_of, ranges
from .coverage import Metric
from .edge_fit import Ends, fitted, fitted_corners
from .moved_outlines import Outline, touching_lines, without_conflicts
from .outline_chains import Chains, chains_of, node_numbers
from .pixel_overlap import overlap
from .rings import Rings
from .straight_edges import (
    Edges,
    cleaned,
    find_edges,
    in_axes,
    main_directions,
    neighbours,
    snapped,
    turned_to_outlines,
)

# An object whose outline would cover its pixels worse than this keeps the outline that it had.
LEAST_OVERLAP = 0.95
# Neighbours of other classes keep at least this share of their area.
_LEAST_AREA = 0.5
_FINEST = 256
# How arcs are treated. All edges have the main directions; or those whose ends would move by more than so many pixels
# keep their own, the farthest first; in faithful arcs less is dropped too; the arc stays.
SNAPPED, FREER, FAITHFUL, HELD = range(4)
_FARS = np.array([np.inf, 2.0, 0.7, 0.7])
# With the main directions an object covers its pixels so well; else more of its edges keep their own.
_GOOD_OVERLAP = 0.97
# Edges that touch those of others move into their object by so many pixels, at most so often.
_NARROWER = 0.5
_NARROWINGS = 3
_ROUNDS = 40
# From this round on, arcs that fail stay; so a large raster, in which something always fails, comes to an end.
_PATIENCE = 10


@dataclass(frozen=True)
class Straightened:
    """Arcs with straight edges.

    Attributes:
        arcs: The arcs, with coordinates in parts of a pixel.
        unit: Parts of a pixel.
        moved: (n,) arcs that have got straight edges; the others have moved at most at their ends.
        held: (m + 1,) by region number, chosen regions that keep the outline that they had, or a part of it.
    """

    arcs: Arcs
    unit: int
    moved: BoolArray
    held: BoolArray


def straighten(
    arcs: Arcs,
    rings: Rings,
    keep: BoolArray,
    chosen: BoolArray,
    frame: tuple[int, int],
    metric: Metric,
    progress: Progress = Progress(),
) -> Straightened:
    """Gives outlines of regions straight edges in the main directions of each region.

    Args:
        arcs: Arcs as they were traced.
        rings: The rings of the arcs.
        keep: (v,) vertices that simplified arcs keep.
        chosen: (m + 1,) by region number, whether the region gets straight edges.
        frame: Columns and rows of the raster; lines along its frame stay there.
        metric: Change on the ground of (x by column, x by row, y by column, y by row), in units of any length.
        progress: Reports, and is checked at least every second.
    """
    chosen = chosen.copy()
    chosen[0] = False
    size = abs(metric[0] * metric[3] - metric[1] * metric[2]) ** 0.5
    axes = (metric[0] / size, metric[1] / size, metric[2] / size, metric[3] / size)
    unit = max(min(_FINEST, (1 << 29) // max(*frame, 1)), 1)
    starts, ends, count = node_numbers(arcs, rings)
    work = _Straightening(arcs, keep, chosen, frame, axes, unit, starts, ends, count)
    concerned = chosen[arcs.left] | chosen[arcs.right]
    level = np.where(concerned, SNAPPED, HELD)
    narrower = np.zeros(len(arcs.x))
    narrowings = 0
    for number in range(_ROUNDS):
        progress.check()
        outline, moved, failed = work.attempt(level, narrower, progress)
        following = FAITHFUL
        if not failed.any():
            following, least = FREER, LEAST_OVERLAP if narrowings else _GOOD_OVERLAP
            failed = work.badly_covered(outline, moved, np.where(level < FAITHFUL, least, LEAST_OVERLAP), progress)
        if not failed.any() and narrowings < _NARROWINGS and number < _ROUNDS - 3:
            narrowings += 1
            touching = touching_lines(outline, arcs, moved, unit, progress)
            narrower[touching] += _NARROWER
            if len(touching):
                continue
        if not failed.any():
            following = FAITHFUL
            outline, failed = without_conflicts(outline, arcs, starts, ends, moved, unit, progress)
        failed &= moved
        if not failed.any():
            break
        level[failed] = np.maximum(level[failed] + 1, HELD if number >= _PATIENCE else following)
        if number == _ROUNDS - 2:
            level[:] = HELD
        progress.update(1 - 0.6 ** (number + 1))
    stays = np.zeros(len(chosen), np.bool_)
    at = np.flatnonzero(concerned & ~moved)
    stays[arcs.left[at]] = stays[arcs.right[at]] = True
    return Straightened(outline.scaled(arcs, unit), unit, moved, stays & chosen)


@dataclass(frozen=True)
class _Traced:
    """Chains of the arcs that are not held, (m,) nodes that do not move, and edges with the regions beside them."""

    held: BoolArray
    fixed: BoolArray
    chains: Chains
    owners: IntArray
    edges: Edges
    directions: DoubleArray


@dataclass
class _Straightening:
    arcs: Arcs
    keep: BoolArray
    chosen: BoolArray
    frame: tuple[int, int]
    axes: Metric
    unit: int
    starts: IntArray
    ends: IntArray
    nodes: int
    traced: _Traced | None = None
    # The outline and the overlap of each region at the last test of the coverage.
    covered: tuple[Outline, DoubleArray] | None = None

    def attempt(
        self, level: IntArray, narrower: DoubleArray, progress: Progress
    ) -> tuple[Outline, BoolArray, BoolArray]:
        """New vertices; (n,) the arcs with straight edges; (n,) arcs for which it could not be done.

        Args:
            level: (n,) how each arc is treated, from SNAPPED to HELD.
            narrower: (v,) by vertex of the arcs, by how many pixels its edge moves into the chosen region beside it.
            progress: Checked at least every second.
        """
        arcs, held = self.arcs, level == HELD
        # Only held arcs change what was traced.
        if self.traced is None or not np.array_equal(self.traced.held, held):
            self.traced = self._trace(held, progress)
        traced, fixed = self.traced, self.traced.fixed
        chains = traced.chains
        faithful = np.zeros(len(chains), np.bool_)
        faithful[chains.chain[level[chains.arc] == FAITHFUL]] = True
        far = np.full(len(chains), np.inf)
        np.minimum.at(far, chains.chain, _FARS[level[chains.arc]])
        edges = self._edges(traced, faithful, far, progress)
        edges = self._narrowed(edges, chains, narrower)
        around = neighbours(edges, chains.closed)
        tail, head = self._chain_nodes(chains)
        at_nodes = Ends.of(chains, around, tail, head)
        node_x, node_y = self._node_vertices()
        nodes = in_axes(node_x, node_y, self.axes)
        edges, nodes, apart = fitted(edges, around, chains, at_nodes, nodes, fixed, progress)
        corners = fitted_corners(edges, around, chains, at_nodes, nodes, self.axes)
        lost = (np.diff(around.offsets) == 0) | (~chains.closed & (apart[tail] | apart[head]))
        failed = np.zeros(len(arcs), np.bool_)
        failed[chains.arc[lost[chains.chain]]] = True
        if failed.any():
            return Outline(*(np.zeros(0),) * 2, *(np.zeros(0, np.int64),) * 2), ~held, failed
        return self._outline(chains, edges, corners, nodes, ~held), ~held, failed

    def _trace(self, held: BoolArray, progress: Progress) -> _Traced:
        arcs = self.arcs
        used = np.flatnonzero(~held)
        # Sorted by place, so that results do not depend on the strips in which arcs were traced.
        first = arcs.first[used]
        used = used[np.lexsort((arcs.x[first + 1], arcs.y[first + 1], arcs.x[first], arcs.y[first]))]
        fixed = np.zeros(self.nodes, np.bool_)
        bound = held & (self.chosen[arcs.left] | self.chosen[arcs.right])
        fixed[self.starts[bound]] = fixed[self.ends[bound]] = True
        chains = chains_of(arcs, used, self.starts, self.ends, fixed)
        heads = np.flatnonzero(np.diff(chains.chain, prepend=-1))
        sides = np.stack([arcs.left[chains.arc[heads]], arcs.right[chains.arc[heads]]], axis=1)
        owners = np.where(self.chosen[sides], sides, 0)
        edges = find_edges(chains, self.frame, self.axes, progress)
        return _Traced(held, fixed, chains, owners, edges, main_directions(edges, owners, len(self.chosen) - 1))

    def _edges(self, traced: _Traced, faithful: BoolArray, far: DoubleArray, progress: Progress) -> Edges:
        edges, owners = traced.edges, traced.owners
        given, _ = snapped(edges, owners, traced.directions, far)
        directions = turned_to_outlines(given, edges.angle, owners, traced.directions)
        given, unsure = snapped(edges, owners, directions, far)
        return cleaned(given, unsure, traced.chains, faithful, self.axes, progress)

    def _narrowed(self, edges: Edges, chains: Chains, narrower: DoubleArray) -> Edges:
        """Moves edges with marked vertices into the chosen region beside them; walls of two chosen regions stay."""
        arcs, number = self.arcs, np.full(len(self.arcs), -1)
        number[chains.arc] = np.arange(len(chains.arc))
        vertex = np.flatnonzero(narrower)
        arc = np.searchsorted(arcs.offsets, vertex, "right") - 1
        vertex, arc = vertex[number[arc] >= 0], arc[number[arc] >= 0]
        of, along = number[arc], vertex - arcs.first[arc]
        position = np.where(chains.forward[of], chains.start[of] + along, chains.stop[of] - along)
        breaks = _Breaks.of(chains, edges)
        edge = breaks.edge_before(chains.chain[of], breaks.range_at(chains.chain[of], position)[1])
        left, right = (self.chosen[side[arc]].astype(np.int64) for side in (arcs.left, arcs.right))
        # Regions lie on the left of their arcs where rows run downwards.
        a, b, c, d = self.axes
        side = (left - right) * np.where(chains.forward[of], 1, -1) * (1 if a * d - b * c < 0 else -1)
        shift = np.zeros(len(edges))
        order = np.argsort(narrower[vertex], kind="stable")
        shift[edge[order]] = (side * narrower[vertex])[order]
        shift = np.where(edges.fixed, 0, shift * edges.weight)
        return replace(edges, x=edges.x - np.sin(edges.angle) * shift, y=edges.y + np.cos(edges.angle) * shift)

    def _chain_nodes(self, chains: Chains) -> tuple[IntArray, IntArray]:
        """Node at the start and at the end of each chain."""
        begin = np.where(chains.forward, self.starts[chains.arc], self.ends[chains.arc])
        stop = np.where(chains.forward, self.ends[chains.arc], self.starts[chains.arc])
        heads = np.flatnonzero(np.diff(chains.chain, prepend=-1))
        tails = np.append(heads[1:], len(chains.arc)) - 1
        return begin[heads], stop[tails] if len(heads) else begin

    def _node_vertices(self) -> tuple[DoubleArray, DoubleArray]:
        """Column and row of each node."""
        x, y = np.zeros(self.nodes), np.zeros(self.nodes)
        for node, vertex in ((self.starts, self.arcs.first), (self.ends, self.arcs.last)):
            x[node], y[node] = self.arcs.x[vertex], self.arcs.y[vertex]
        return x, y

    def _in_pixels(self, x: DoubleArray, y: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
        a, b, c, d = self.axes
        determinant = a * d - b * c
        return (d * x - b * y) / determinant, (a * y - c * x) / determinant

    def _outline(
        self,
        chains: Chains,
        edges: Edges,
        corners: tuple[tuple[DoubleArray, DoubleArray], tuple[DoubleArray, DoubleArray]],
        nodes: tuple[DoubleArray, DoubleArray],
        moved: BoolArray,
    ) -> Outline:
        breaks = _Breaks.of(chains, edges)
        nodes = self._with_passed_nodes(chains, edges, corners, nodes, breaks)
        return _assembled(self, chains, breaks, corners[0], nodes, moved)

    def is_ring(self, chains: Chains) -> BoolArray:
        """(a,) whether each arc of the chains is a ring that no other arc meets."""
        degree = np.bincount(np.concatenate([self.starts, self.ends]), minlength=self.nodes)
        alone = (self.starts == self.ends) & (degree[self.starts] == 2)
        ring: BoolArray = alone[chains.arc] & chains.closed[chains.chain]
        return ring

    def _with_passed_nodes(
        self,
        chains: Chains,
        edges: Edges,
        corners: tuple[tuple[DoubleArray, DoubleArray], tuple[DoubleArray, DoubleArray]],
        nodes: tuple[DoubleArray, DoubleArray],
        breaks: _Breaks,
    ) -> tuple[DoubleArray, DoubleArray]:
        """The nodes, with those that chains pass through on the edges there."""
        passed = np.flatnonzero((chains.closed[chains.chain] | (chains.start > 0)) & ~self.is_ring(chains))
        node = np.where(chains.forward, self.starts[chains.arc], self.ends[chains.arc])[passed]
        low, high = breaks.range_at(chains.chain[passed], chains.start[passed])
        at_corner = low < high
        x, y = nodes[0].copy(), nodes[1].copy()
        corner = breaks.edge[low[at_corner]]
        x[node[at_corner]], y[node[at_corner]] = corners[0][0][corner], corners[0][1][corner]
        inside = np.flatnonzero(~at_corner)
        if not len(inside):
            return x, y
        edge = breaks.edge_before(chains.chain[passed[inside]], high[inside])
        node = node[inside]
        (ax, ay), (bx, by) = (corners[0][0][edge], corners[0][1][edge]), (corners[1][0][edge], corners[1][1][edge])
        dx, dy = bx - ax, by - ay
        t = ((x[node] - ax) * dx + (y[node] - ay) * dy) / np.maximum(dx * dx + dy * dy, 1e-12)
        position = np.remainder(chains.start[passed[inside]] - edges.start[edge], chains.periods[edges.chain[edge]] + 1)
        t = _in_order(edge, position, t)
        x[node], y[node] = ax + t * dx, ay + t * dy
        return x, y

    def badly_covered(self, outline: Outline, moved: BoolArray, least: DoubleArray, progress: Progress) -> BoolArray:
        """(n,) arcs of chosen regions that would cover their pixels badly, and of neighbours that would vanish.

        Args:
            outline: The new vertices.
            moved: (n,) arcs with straight edges.
            least: (n,) the least overlap of the regions beside each arc.
            progress: Checked at least every second.
        """
        arcs = self.arcs
        tested, shares = moved, np.ones(len(self.chosen))
        if self.covered is not None:
            tested, shares = moved & _differ(outline, self.covered[0]), self.covered[1]
        before = _region_lines(arcs.x.astype(np.float64), arcs.y.astype(np.float64), arcs.offsets, arcs, tested)
        after = _region_lines(outline.x, outline.y, outline.offsets, arcs, tested)
        count = len(self.chosen) - 1
        again = np.zeros(len(shares), np.bool_)
        again[arcs.left[tested]] = again[arcs.right[tested]] = True
        shares = np.where(again, overlap(before, after, count, progress), shares)
        self.covered = outline, shares
        needed = np.full(len(self.chosen), LEAST_OVERLAP)
        for side in (arcs.left, arcs.right):
            np.maximum.at(needed, side, least)
        failed = self.chosen & (shares < needed)
        areas = [
            _areas(x, y, offsets, arcs, count)
            for x, y, offsets in ((arcs.x, arcs.y, arcs.offsets), (outline.x, outline.y, outline.offsets))
        ]
        shrunk = areas[1] < _LEAST_AREA * areas[0]
        shrunk[0] = False
        failed |= shrunk
        return moved & (failed[arcs.left] | failed[arcs.right])


@dataclass(frozen=True)
class _Breaks:
    """The starts of edges, sorted by chain and position in it.

    Attributes:
        edge: (e,) the edge that starts at each.
        key: (e,) chain and position.
        position: (e,) position in the chain.
        offsets: (n + 1,) first of each chain.
        stride: What the chain is multiplied with in a key.
        period: (n,) number of lines of each chain.
        closed: (n,) whether chains are closed.
    """

    edge: IntArray
    key: IntArray
    position: IntArray
    offsets: IntArray
    stride: int
    period: IntArray
    closed: BoolArray

    @classmethod
    def of(cls, chains: Chains, edges: Edges) -> _Breaks:
        stride = int(chains.periods.max(initial=0)) + 2
        period = np.where(chains.closed, chains.periods, stride)
        position = np.remainder(edges.start, period[edges.chain])
        key = edges.chain * stride + position
        order = np.argsort(key, kind="stable")
        offsets = offsets_of(np.bincount(edges.chain, minlength=len(chains)))
        return cls(order, key[order], position[order], offsets, stride, chains.periods, chains.closed)

    def range_at(self, chain: IntArray, position: IntArray) -> tuple[IntArray, IntArray]:
        """Index of the first start at or after each position, and of the first after it."""
        key = chain * self.stride + position
        return np.searchsorted(self.key, key, "left"), np.searchsorted(self.key, key, "right")

    def edge_before(self, chain: IntArray, high: IntArray) -> IntArray:
        """The edge at a position, given the index of the first start after it."""
        last = self.offsets[chain + 1] - 1
        return self.edge[np.where(high > self.offsets[chain], high - 1, last)]


def _in_order(edge: IntArray, position: IntArray, t: DoubleArray) -> DoubleArray:
    """Shares of edges at which nodes lie, evenly divided where they are not in the order of the outline."""
    order = np.lexsort((position, edge))
    e, sorted_t = edge[order], t[order]
    is_first = np.diff(e, prepend=-1) != 0
    group = np.cumsum(is_first) - 1
    wrong = (sorted_t < 0.02) | (sorted_t > 0.98)
    wrong[1:] |= ~is_first[1:] & (np.diff(sorted_t) < 0.01)
    bad = np.bincount(group, wrong)[group] > 0
    sizes = np.bincount(group)
    rank = np.arange(len(e)) - offsets_of(sizes)[group]
    even = (rank + 1) / (sizes[group] + 1)
    result = np.empty(len(t))
    result[order] = np.where(bad, even, sorted_t)
    return result


def _assembled(
    work: _Straightening,
    chains: Chains,
    breaks: _Breaks,
    starts: tuple[DoubleArray, DoubleArray],
    nodes: tuple[DoubleArray, DoubleArray],
    moved: BoolArray,
) -> Outline:
    """The vertices of all arcs: those of edges for straightened arcs, the kept ones for the others."""
    arcs = work.arcs
    ring = work.is_ring(chains)
    # Straightened arcs: corners from `low` to `high`, between two nodes; a ring ends with its first corner.
    low, above = breaks.range_at(chains.chain, chains.start)
    low = np.where(ring, breaks.offsets[chains.chain], low + (low < above))
    whole = chains.closed[chains.chain] & (chains.stop == breaks.period[chains.chain])
    high = np.where(ring | whole, breaks.offsets[chains.chain + 1], breaks.range_at(chains.chain, chains.stop)[0])
    inner = np.maximum(high - low, 0)
    # (arc, order within the arc, kind): the corners
    owner = np.repeat(np.arange(len(chains.arc)), inner)
    at = ranges(low, inner)
    position = breaks.position[at]
    along = np.where(chains.forward[owner], position - chains.start[owner], chains.stop[owner] - position)
    arc = chains.arc[owner]
    corner = breaks.edge[at]
    x, y = work._in_pixels(starts[0][corner], starts[1][corner])
    origin = arcs.first[arc] + along
    rank = np.where(chains.forward[owner], at, -at)
    # the closing corner of rings
    rings = np.flatnonzero(ring)
    opening = breaks.offsets[chains.chain[rings]]
    close_x, close_y = work._in_pixels(starts[0][breaks.edge[opening]], starts[1][breaks.edge[opening]])
    ring_arc = chains.arc[rings]
    close_origin = arcs.first[ring_arc] + breaks.position[opening] + breaks.period[chains.chain[rings]]
    # both ends of all other arcs
    is_ring_arc = np.zeros(len(arcs), np.bool_)
    is_ring_arc[ring_arc] = True
    node_x, node_y = work._in_pixels(*nodes)
    ended = np.flatnonzero(~is_ring_arc)
    # kept vertices inside arcs that stay
    inside = work.keep & np.repeat(~moved, np.diff(arcs.offsets))
    inside[arcs.first] = inside[arcs.last] = False
    kept = np.flatnonzero(inside)
    kept_arc = np.searchsorted(arcs.offsets, kept, "right") - 1
    first, last = np.int64(-(1 << 60)), np.int64(1 << 60)
    arc = np.concatenate([arc, ring_arc, ended, ended, kept_arc])
    rank = np.concatenate(
        [rank, np.full(len(ring_arc), last), np.full(len(ended), first), np.full(len(ended), last), kept]
    )
    x = np.concatenate([x, close_x, node_x[work.starts[ended]], node_x[work.ends[ended]], arcs.x[kept]])
    y = np.concatenate([y, close_y, node_y[work.starts[ended]], node_y[work.ends[ended]], arcs.y[kept]])
    origin = np.concatenate([origin, close_origin, arcs.first[ended], arcs.last[ended], kept])
    order = np.lexsort((rank, arc))
    return Outline(x[order], y[order], offsets_of(np.bincount(arc, minlength=len(arcs))), origin[order])


def _region_lines(
    x: DoubleArray, y: DoubleArray, offsets: IntArray, arcs: Arcs, moved: BoolArray
) -> tuple[IntArray, tuple[DoubleArray, DoubleArray, DoubleArray, DoubleArray]]:
    """Lines around regions with an arc that has moved: region number, and the ends of each line."""
    touched = np.zeros(int(arcs.left.max(initial=0)) + 1, np.bool_)
    touched[arcs.left[moved]] = touched[arcs.right[moved]] = True
    touched[0] = False
    is_line = np.ones(len(x), np.bool_)
    is_line[offsets[1:] - 1] = False
    owner = np.repeat(np.arange(len(arcs)), np.diff(offsets))
    parts = [np.flatnonzero(is_line & touched[side[owner]]) for side in (arcs.left, arcs.right)]
    at = np.concatenate(parts)
    region = np.concatenate([side[owner[part]] for part, side in zip(parts, (arcs.left, arcs.right))])
    return region, (x[at], y[at], x[at + 1], y[at + 1])


def _differ(one: Outline, other: Outline) -> BoolArray:
    """(n,) arcs whose vertices are not those of another outline."""
    counts = np.diff(one.offsets)
    differ: BoolArray = counts != np.diff(other.offsets)
    same = np.flatnonzero(~differ)
    arc = np.repeat(same, counts[same])
    at, at_other = ranges(one.offsets[:-1][same], counts[same]), ranges(other.offsets[:-1][same], counts[same])
    differ[arc[(one.x[at] != other.x[at_other]) | (one.y[at] != other.y[at_other])]] = True
    return differ


def _areas(
    x: DoubleArray | Int32Array, y: DoubleArray | Int32Array, offsets: IntArray, arcs: Arcs, count: int
) -> DoubleArray:
    """(count + 1,) area of each region in pixels, negative for one that is turned inside out."""
    x, y = x.astype(np.float64), y.astype(np.float64)
    terms = np.zeros(len(x))
    terms[:-1] = (x[1:] - x[:-1]) * (y[1:] + y[:-1]) / 2
    terms[offsets[1:] - 1] = 0
    sums = np.add.reduceat(terms, offsets[:-1])
    area = np.bincount(arcs.left, sums, count + 1) - np.bincount(arcs.right, sums, count + 1)
    return area.astype(np.float64)
