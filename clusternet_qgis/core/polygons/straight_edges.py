"""Straight edges of outlines: where each begins, and which of the main directions of its region it has."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace

import numpy as np

from ..arrays import BoolArray, DoubleArray, Int32Array, IntArray
from ..progress import Progress
from .chains import offsets_of
from .coverage import Metric, break_points
from .outline_chains import Chains

# An ideal straight edge leaves corners of pixels up to 0.71 pixels beside it, at both of its ends too.
TOLERANCE = 1.5
_SHORTEST = 1.9
_QUARTER, _EIGHTH = math.pi / 2, math.pi / 4
_BINS = 36  # of a quarter turn
_NEAR = math.radians(12)
_PARALLEL = math.radians(8)
# Shorter edges, in pixels, have one of the right directions: at a corner that was cut off, 45 degrees mean nothing.
_SHORTEST_DIAGONAL = 4.0
_SECOND_SHARE = 0.3
# What is near in faithful chains: directions, and the shortest edge.
_NEARLY_PARALLEL = math.radians(7)
_SHORTEST_FAITHFUL = 1.3
_ROUNDS = 40


@dataclass(frozen=True)
class Edges:
    """Straight edges, chain by chain in their order. Lengths are in pixels, in axes at right angles on the ground.

    Attributes:
        chain: (e,) chain of each edge.
        start: (e,) position in the chain at which the edge begins; it ends where the next one begins. Positions of
            closed chains may exceed the period.
        angle: (e,) direction of the edge in radians.
        weight: (e,) length of the outline along the edge.
        x: (e,) integral of x over that outline.
        y: (e,) integral of y over it.
        fixed: (e,) whether the edge lies on the frame of the raster and does not move.
    """

    chain: IntArray
    start: IntArray
    angle: DoubleArray
    weight: DoubleArray
    x: DoubleArray
    y: DoubleArray
    fixed: BoolArray

    def __len__(self) -> int:
        """Number of edges."""
        return len(self.chain)

    def chosen(self, which: BoolArray | IntArray) -> Edges:
        """Some of the edges."""
        return Edges(*(getattr(self, column.name)[which] for column in fields(self)))

    @property
    def offset(self) -> DoubleArray:
        """(e,) offset of the line of each edge along its normal (-sin, cos): the mean of its outline."""
        mean: DoubleArray = (np.cos(self.angle) * self.y - np.sin(self.angle) * self.x) / self.weight
        return mean


@dataclass(frozen=True)
class Neighbours:
    """The edges before and after each edge, itself at ends of open chains; and (n + 1,) first edge of each chain."""

    before: IntArray
    after: IntArray
    offsets: IntArray


def neighbours(edges: Edges, closed: BoolArray) -> Neighbours:
    """Finds the neighbours of each edge in chains that are closed or not."""
    counts = np.bincount(edges.chain, minlength=len(closed))
    offsets = offsets_of(counts)
    index = np.arange(len(edges))
    before, after = index - 1, index + 1
    has = counts > 0
    first, last = offsets[:-1][has], offsets[1:][has] - 1
    before[first] = np.where(closed[has], last, first)
    after[last] = np.where(closed[has], first, last)
    return Neighbours(before, after, offsets)


def find_edges(chains: Chains, frame: tuple[int, int], metric: Metric, progress: Progress) -> Edges:
    """Divides chains into nearly straight parts, after Douglas and Peucker.

    Args:
        chains: Outlines along sides of pixels.
        frame: Columns and rows of the raster.
        metric: Of pixels in axes at right angles, with pixels of area 1.
        progress: Checked every round.
    """
    lines = np.ones(len(chains.x), np.bool_)
    lines[chains.offsets[1:] - 1] = False
    side = _side_of_frame(chains, frame)
    breaks = np.zeros(len(chains.x), np.bool_)
    breaks[1:] = side[1:] != side[:-1]
    breaks[chains.offsets[:-1]] = breaks[chains.offsets[1:] - 1] = True
    keep = break_points(chains.x, chains.y, breaks, metric, TOLERANCE, progress)
    begin = np.flatnonzero(keep & lines)
    end = np.flatnonzero(keep)[np.searchsorted(np.flatnonzero(keep), begin) + 1]
    return _measured(chains, begin, end, side[begin] > 0, metric)


def _side_of_frame(chains: Chains, frame: tuple[int, int]) -> IntArray:
    """(v,) the side of the raster's frame, 1 to 4, along which the line from each vertex runs; 0 for none."""
    side = np.zeros(len(chains.x), np.int64)
    number = 1
    for values, last in zip((chains.x, chains.y), frame):
        along = np.append(values[1:] == values[:-1], False)
        for border in (0, last):
            side[along & (values == border)] = number
            number += 1
    side[chains.offsets[1:] - 1] = 0
    return side


def _measured(chains: Chains, begin: IntArray, end: IntArray, fixed: BoolArray, metric: Metric) -> Edges:
    x, y = in_axes(chains.x, chains.y, metric)
    chain = np.searchsorted(chains.offsets, begin, "right") - 1
    origin = chains.offsets[:-1][chain]
    owner = np.repeat(np.arange(len(chains)), np.diff(chains.offsets))
    own = chains.offsets[:-1][owner]
    dx, dy = np.append(np.diff(x), 0), np.append(np.diff(y), 0)
    length = np.hypot(dx, dy)
    length[chains.offsets[1:] - 1] = 0
    mx, my = x + dx / 2 - x[own], y + dy / 2 - y[own]
    terms = (
        length, length * mx, length * my,
        length * (mx**2 + dx**2 / 12), length * (mx * my + dx * dy / 12), length * (my**2 + dy**2 / 12),
    )  # fmt: skip
    weight, sx, sy, xx, xy, yy = (np.add.reduceat(term, begin) if len(begin) else term for term in terms)
    across, down = x[end] - x[begin], y[end] - y[begin]
    angle = np.arctan2(down, across)
    # The axis of the outline is more exact than the line between its ends, which are corners of pixels.
    axis = _axis(weight, sx, sy, xx, xy, yy)
    turn = np.remainder(axis - angle + _QUARTER, math.pi) - _QUARTER
    long = (np.hypot(across, down) > 4) & (np.abs(turn) < _NEAR) & ~fixed
    angle = np.where(long, angle + turn, angle)
    return Edges(chain, begin - origin, angle, weight, sx + weight * x[origin], sy + weight * y[origin], fixed)


def _axis(
    weight: DoubleArray, x: DoubleArray, y: DoubleArray, xx: DoubleArray, xy: DoubleArray, yy: DoubleArray
) -> DoubleArray:
    """Direction of the longest axis of inertia, in radians."""
    axis: DoubleArray = 0.5 * np.arctan2(2 * (xy - x * y / weight), (xx - x * x / weight) - (yy - y * y / weight))
    return axis


def in_axes(
    x: DoubleArray | IntArray | Int32Array, y: DoubleArray | IntArray | Int32Array, metric: Metric
) -> tuple[DoubleArray, DoubleArray]:
    """Columns and rows in axes at right angles."""
    return metric[0] * x + metric[1] * y, metric[2] * x + metric[3] * y


def main_directions(edges: Edges, owners: IntArray, count: int) -> DoubleArray:
    """The main directions of regions, modulo a quarter turn.

    Directions are those in which most of the outline runs; longer edges count more, because theirs are more exact. The
    second direction is NaN unless a good part of the outline has it.

    Args:
        edges: Edges with the direction that they were traced with.
        owners: (n, 2) regions beside each chain; 0 for none.
        count: Highest region number.

    Returns:
        (count + 1, 2) directions in radians.
    """
    histogram = np.zeros((count + 1, _BINS))
    angle = np.remainder(edges.angle, _QUARTER)
    position = angle / _QUARTER * _BINS - 0.5
    low = np.floor(position).astype(np.int64)
    share = position - low
    weight = np.where(edges.fixed, 1e-6, 1.0) * edges.weight**2
    for side in (0, 1):
        region = owners[edges.chain, side]
        for bin_, part in ((low, 1 - share), (low + 1, share)):
            np.add.at(histogram, (region, bin_ % _BINS), weight * part)
    histogram[0] = 0
    total = histogram.sum(1)
    first = _peak(histogram, edges, owners)
    centres = (np.arange(_BINS) + 0.5) / _BINS * _QUARTER
    near = np.abs(_difference(centres[None], first[:, None], _EIGHTH)) < _NEAR
    rest = np.where(near, 0, histogram)
    second = _peak(rest, edges, owners)
    spread = _smoothed(rest).max(1)
    second[~(spread > _SECOND_SHARE * total)] = np.nan
    return np.stack([first, second], axis=1)


def _smoothed(histogram: DoubleArray) -> DoubleArray:
    wide: DoubleArray = histogram + np.roll(histogram, 1, 1) + np.roll(histogram, -1, 1)
    return wide


def _peak(histogram: DoubleArray, edges: Edges, owners: IntArray) -> DoubleArray:
    """(n,) mean direction of the edges near the highest bin of each region."""
    centre = (np.argmax(_smoothed(histogram), axis=1) + 0.5) / _BINS * _QUARTER
    turns, weights = np.zeros(len(centre)), np.zeros(len(centre))
    for side in (0, 1):
        region = owners[edges.chain, side]
        turn = _difference(edges.angle, centre[region], _QUARTER)
        weight = np.where(np.abs(turn) < math.radians(8), edges.weight**2, 0) * np.where(edges.fixed, 1e-6, 1)
        turns += np.bincount(region, weight * turn, len(centre))
        weights += np.bincount(region, weight, len(centre))
    mean: DoubleArray = centre + turns / np.maximum(weights, 1e-12)
    return mean


def _difference(angle: DoubleArray, other: DoubleArray, period: float) -> DoubleArray:
    """Difference of two angles modulo a period, of the smallest amount."""
    return np.remainder(angle - other + period / 2, period) - period / 2


def snapped(edges: Edges, owners: IntArray, directions: DoubleArray, limit: DoubleArray) -> tuple[Edges, BoolArray]:
    """Gives each edge the nearest of the directions of the regions beside it.

    Args:
        edges: Edges with the direction that they were traced with.
        owners: (n, 2) regions beside each chain; 0 for none.
        directions: (m, 2) as of `main_directions`.
        limit: (n,) edges of each chain keep their direction if their ends would move by more pixels.

    Returns:
        The edges, and (e,) which of them are unsure: so short or oblique that a neighbour may take their place.
    """
    best, found = np.full(len(edges), np.inf), edges.angle.copy()
    unsure = np.zeros(len(edges), np.bool_)
    for side in (0, 1):
        region = owners[edges.chain, side]
        for rank, penalty in ((0, 0.0), (1, math.radians(5))):
            direction = directions[region, rank]
            right = _difference(edges.angle, direction, _QUARTER)
            diagonal = _difference(edges.angle, direction + _EIGHTH, _QUARTER)
            use_diagonal = (np.abs(diagonal) < _PARALLEL) & (edges.weight >= _SHORTEST_DIAGONAL)
            turn = np.where(use_diagonal, diagonal, right)
            cost = np.abs(turn) + penalty + np.where(use_diagonal, math.radians(3), 0)
            better = (region > 0) & (cost < best)
            best[better], found[better] = cost[better], (edges.angle - turn)[better]
            unsure[better] = (np.abs(turn) > math.radians(25))[better]
    far = np.abs(np.sin(found - edges.angle)) * edges.weight / 2 > limit[edges.chain]
    stays = edges.fixed | (far & (edges.weight >= _SHORTEST_DIAGONAL))
    return replace(edges, angle=np.where(stays, edges.angle, found)), unsure & ~stays


def turned_to_outlines(edges: Edges, traced: DoubleArray, owners: IntArray, directions: DoubleArray) -> DoubleArray:
    """The main directions, turned so that the edges that follow them lie best on their outlines.

    Args:
        edges: Edges with the directions that they have been given.
        traced: (e,) the directions with which they were traced.
        owners: (n, 2) regions beside each chain; 0 for none.
        directions: (m, 2) as of `main_directions`.
    """
    turned = directions.copy()
    weight = np.where(edges.fixed, 1e-9, edges.weight**3)  # the error of an edge's direction falls like this
    turn = _difference(traced, edges.angle, _QUARTER)
    weight = np.where(np.abs(turn) < math.radians(8), weight, 0)
    for rank in (0, 1):
        sums, weights = np.zeros(len(directions)), np.full(len(directions), 1e-12)
        for side in (0, 1):
            region = owners[edges.chain, side]
            follows = np.abs(_difference(edges.angle, directions[region, rank], _EIGHTH)) < 1e-6
            sums += np.bincount(region, np.where(follows, weight * turn, 0), len(sums))
            weights += np.bincount(region, np.where(follows, weight, 0), len(sums))
        turned[:, rank] += sums / weights
    return turned


def cleaned(
    edges: Edges, unsure: BoolArray, chains: Chains, faithful: BoolArray, metric: Metric, progress: Progress
) -> Edges:
    """Joins edges of one direction, and drops short ones, so that their neighbours meet instead.

    Args:
        edges: Edges with the directions that they have been given.
        unsure: (e,) edges that are dropped first.
        chains: The chains of the edges.
        faithful: (n,) chains of which less is dropped.
        metric: Of pixels in axes at right angles, with pixels of area 1.
        progress: Checked every round.

    Returns:
        The edges that stay. Closed chains that would have fewer than three have none.
    """
    closed = chains.closed
    for _ in range(_ROUNDS):
        progress.check()
        before = len(edges)
        edges, unsure = _joined(edges, unsure, chains, faithful)
        around = neighbours(edges, closed)
        drop = _turning_back(edges, around)
        if not drop.any():
            drop = _short(edges, unsure, around, chains, faithful, metric)
        edges, unsure = _without(edges, unsure, drop, around, chains)
        if len(edges) == before:
            break
    counts = np.bincount(edges.chain, minlength=len(closed))
    return edges.chosen(((counts >= 3) | ~closed)[edges.chain])


def _joined(edges: Edges, unsure: BoolArray, chains: Chains, faithful: BoolArray) -> tuple[Edges, BoolArray]:
    """Joins neighbours of nearly one direction; they take that of the longest."""
    around = neighbours(edges, chains.closed)
    other = around.before != np.arange(len(edges))
    turn = _difference(edges.angle, edges.angle[around.before], 2 * math.pi)
    near = np.where(faithful[edges.chain], _NEARLY_PARALLEL, _PARALLEL)
    goes_on = other & (np.abs(turn) < near) & (edges.fixed == edges.fixed[around.before])
    if not goes_on.any():
        return edges, unsure
    order, wrapped = _from_first(~goes_on, edges, around.offsets)
    edges = edges.chosen(order)
    edges = replace(edges, start=edges.start + np.where(wrapped, chains.periods[edges.chain], 0))
    unsure, goes_on = unsure[order], goes_on[order]
    goes_on[around.offsets[:-1][np.diff(around.offsets) > 0]] = False
    heads = np.flatnonzero(~goes_on)
    sums = {name: np.add.reduceat(getattr(edges, name), heads) for name in ("weight", "x", "y")}
    by_length = np.lexsort((edges.weight, np.cumsum(~goes_on)))
    longest = by_length[np.append(heads[1:], len(edges)) - 1]
    return replace(edges.chosen(heads), angle=edges.angle[longest], **sums), unsure[longest]


def _from_first(begins: BoolArray, edges: Edges, offsets: IntArray) -> tuple[IntArray, BoolArray]:
    """Order in which chains start with the first edge that begins something, and the edges that come after the end."""
    rank = np.arange(len(edges)) - offsets[edges.chain]
    lowest = np.full(len(offsets) - 1, len(edges))
    np.minimum.at(lowest, edges.chain[begins], rank[begins])
    shift = np.where(lowest < len(edges), lowest, 0)[edges.chain]
    wrapped = rank < shift
    order = np.lexsort((rank, wrapped, edges.chain))
    return order, wrapped[order]


def _turning_back(edges: Edges, around: Neighbours) -> BoolArray:
    """Of neighbours that run in opposite directions, and beside the frame nearly along it, the shorter ones."""
    drop = np.zeros(len(edges), np.bool_)
    index = np.arange(len(edges))
    after = around.after
    turn = np.abs(_difference(edges.angle[after], edges.angle, 2 * math.pi))
    beside_frame = (edges.fixed ^ edges.fixed[after]) & (turn < _PARALLEL)
    pair = np.flatnonzero((after != index) & ((turn > math.pi - _PARALLEL) | beside_frame))
    weight = np.where(edges.fixed, np.inf, edges.weight)
    drop[np.where(weight[pair] < weight[after[pair]], pair, after[pair])] = True
    drop &= ~edges.fixed
    return drop & (np.diff(around.offsets)[edges.chain] > 1)


def _short(
    edges: Edges, unsure: BoolArray, around: Neighbours, chains: Chains, faithful: BoolArray, metric: Metric
) -> BoolArray:
    """Edges that are shorter than others beside them, and too short."""
    start, end = corners(edges, around, chains, metric)
    length = (end[0] - start[0]) * np.cos(edges.angle) + (end[1] - start[1]) * np.sin(edges.angle)
    counts = np.diff(around.offsets)[edges.chain]
    least = np.where(chains.closed, 4, 1)[edges.chain]
    shortest = np.where(faithful[edges.chain], _SHORTEST_FAITHFUL, np.where(unsure, _SHORTEST_DIAGONAL, _SHORTEST))
    short = (length < shortest) & ~edges.fixed & (counts > least)
    rank = np.empty(len(edges), np.int64)
    rank[np.lexsort((length, ~short))] = np.arange(len(edges))
    return short & (rank <= rank[around.before]) & (rank <= rank[around.after])


def _without(
    edges: Edges, unsure: BoolArray, drop: BoolArray, around: Neighbours, chains: Chains
) -> tuple[Edges, BoolArray]:
    """Drops edges; the part of the outline of each is divided between its neighbours."""
    if not drop.any():
        return edges, unsure
    start = edges.start.copy()
    index = np.flatnonzero(drop)
    after = around.after[index]
    period = np.where(after <= index, chains.periods[edges.chain[index]], 0)
    start[after] = (edges.start[index] + edges.start[after] + period) // 2 - period
    edges, unsure = replace(edges, start=start).chosen(~drop), unsure[~drop]
    first = np.flatnonzero(np.diff(edges.chain, prepend=-1))
    start = edges.start.copy()
    start[first] = np.where(chains.closed[edges.chain[first]], start[first], 0)
    return replace(edges, start=start), unsure


Points = tuple[DoubleArray, DoubleArray]


def corners(edges: Edges, around: Neighbours, chains: Chains, metric: Metric) -> tuple[Points, Points]:
    """x and y, (e,) each, of the start and of the end of each edge: where its line meets those of its neighbours.

    The ends of open chains are the points of the lines that are nearest to the ends of the outline.
    """
    starts = crossing(edges.angle[around.before], edges.offset[around.before], edges.angle, edges.offset)
    index = np.arange(len(edges))
    ends = starts[0][around.after].copy(), starts[1][around.after].copy()
    for points, is_end, vertex in (
        (starts, around.before == index, chains.offsets[:-1]),
        (ends, around.after == index, chains.offsets[1:] - 1),
    ):
        at = np.flatnonzero(is_end)
        own = vertex[edges.chain[at]]
        x, y = in_axes(chains.x[own], chains.y[own], metric)
        points[0][at], points[1][at] = on_line(x, y, edges.angle[at], edges.offset[at])
    return starts, ends


def on_line(x: DoubleArray, y: DoubleArray, angle: DoubleArray, offset: DoubleArray) -> Points:
    """The points of lines that are nearest to given points."""
    beside = offset - (np.cos(angle) * y - np.sin(angle) * x)
    return x - np.sin(angle) * beside, y + np.cos(angle) * beside


def crossing(angle: DoubleArray, offset: DoubleArray, other_angle: DoubleArray, other_offset: DoubleArray) -> Points:
    """Where lines meet; parallel ones nowhere near."""
    determinant = np.sin(other_angle - angle)
    scale = 1 / np.where(np.abs(determinant) < 1e-9, 1e-9, determinant)
    x = (offset * np.cos(other_angle) - other_offset * np.cos(angle)) * scale
    y = (offset * np.sin(other_angle) - other_offset * np.sin(angle)) * scale
    return x, y
