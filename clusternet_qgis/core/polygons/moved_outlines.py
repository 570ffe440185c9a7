"""Arcs with new vertices. Where they would touch each other they come back to the outline of the pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, DoubleArray, Int32Array, IntArray
from ..progress import Progress
from .arcs import Arcs
from .chains import offsets_of, ranges
from .crossings import Segments, conflicts

_ROUNDS = 40
_TOLERANCE = 2.0  # pixels


@dataclass(frozen=True)
class Outline:
    """New vertices of all arcs.

    Attributes:
        x: (v,) column of each vertex, arc by arc.
        y: (v,) row of each vertex.
        offsets: (n + 1,) index of the first vertex of each arc, and the number of vertices.
        origin: (v,) index of the vertex of the traced arcs that each stands for; it rises along an arc, and may go on
            beyond the arc's last vertex where a ring starts elsewhere than before.
    """

    x: DoubleArray
    y: DoubleArray
    offsets: IntArray
    origin: IntArray

    @property
    def owner(self) -> IntArray:
        """(v,) arc of each vertex."""
        return np.repeat(np.arange(len(self.offsets) - 1), np.diff(self.offsets))

    @property
    def is_last(self) -> BoolArray:
        """(v,) whether each vertex is the last one of its arc."""
        last = np.zeros(len(self.x), np.bool_)
        last[self.offsets[1:] - 1] = True
        return last

    def scaled(self, arcs: Arcs, unit: int) -> Arcs:
        """The arcs with these vertices, in parts of a pixel."""
        return Arcs(_rounded(self.x, unit), _rounded(self.y, unit), self.offsets, arcs.left, arcs.right)

    def sources(self, arcs: Arcs) -> IntArray:
        """(v,) the vertex of the traced arcs that each stands for, as an index of them."""
        return _within(self.origin, self.owner, arcs)


def _within(origin: IntArray, arc: IntArray, arcs: Arcs) -> IntArray:
    period = np.diff(arcs.offsets)[arc] - 1
    return np.where(origin > arcs.last[arc], origin - period, origin)


def _rounded(values: DoubleArray, unit: int) -> Int32Array:
    return np.rint(np.clip(values * unit, -(1 << 30), 1 << 30)).astype(np.int32)


def touching_lines(
    outline: Outline, arcs: Arcs, moved: BoolArray, unit: int, progress: Progress = Progress()
) -> IntArray:
    """The vertices of the traced arcs in the middle of moved lines that touch others or have passed over a vertex.

    Args:
        outline: The moved arcs.
        arcs: The arcs as they were traced.
        moved: (n,) arcs that may have new vertices.
        unit: Parts of a pixel to which coordinates are rounded.
        progress: Checked at least every second.
    """
    segments, line, changed = _segments(outline, arcs, moved, unit)
    hit = line[conflicts(segments, changed[line], progress, both=True)]
    return np.unique(_within((outline.origin[hit] + outline.origin[hit + 1]) // 2, outline.owner[hit], arcs))


def without_conflicts(
    outline: Outline,
    arcs: Arcs,
    starts: IntArray,
    ends: IntArray,
    moved: BoolArray,
    unit: int,
    progress: Progress = Progress(),
) -> tuple[Outline, BoolArray]:
    """Adds vertices of the traced arcs where moved lines would touch others, or would have passed over a vertex.

    As in `coverage.simplify`, the vertex farthest from the line is added. A line without further vertices gets back the
    ends that it had.

    Args:
        outline: The moved arcs.
        arcs: The arcs as they were traced.
        starts: (n,) node at the start of each arc.
        ends: (n,) node at its end.
        moved: (n,) arcs that may have new vertices; the others have moved at most at their ends.
        unit: Parts of a pixel to which coordinates are rounded.
        progress: Checked at least every second.

    Returns:
        The arcs without conflicts, and (n,) arcs for which there was no way.
    """
    hopeless = np.zeros(len(arcs), np.bool_)
    is_new: BoolArray | None = None
    for _ in range(_ROUNDS):
        segments, line, changed = _segments(outline, arcs, moved, unit)
        tested = changed[line] if is_new is None else is_new[line]
        hit = line[conflicts(segments, tested, progress)]
        if is_new is None:
            x, y = segments.x, segments.y
            empty = (x[segments.start] == x[segments.end]) & (y[segments.start] == y[segments.end])
            hit = np.union1d(hit, line[empty & tested])
        else:
            # Lines at vertices that have come back may cut corners off.
            hit = np.union1d(hit, line[is_new[line] & (segments.reach > _TOLERANCE * unit)])
        entangled = _entangled(outline, arcs, unit)
        concerned = entangled[line] | entangled[line + 1]
        hit = np.union1d(hit, line[concerned & changed[line]])
        if not len(hit):
            return outline, hopeless
        outline, is_new = _nearer(outline, arcs, starts, ends, moved, hit)
        if not is_new.any():
            break
    # Lines that still touch although they are back: their arcs, and those that meet them, must stay.
    nodes = np.zeros(int(max(starts.max(), ends.max())) + 1, np.bool_)
    arc = outline.owner[hit]
    nodes[starts[arc]] = nodes[ends[arc]] = True
    hopeless[arc] = True
    return outline, (hopeless | nodes[starts] | nodes[ends]) & moved


def _entangled(outline: Outline, arcs: Arcs, unit: int) -> BoolArray:
    """(v,) vertices in one place that were not, and those of nodes whose arcs leave in another order than before."""
    x, y = _rounded(outline.x, unit).astype(np.int64), _rounded(outline.y, unit).astype(np.int64)
    source = outline.sources(arcs)
    place = (y << 32) + x
    corner = (arcs.y[source].astype(np.int64) << 32) | arcs.x[source]
    entangled = np.zeros(len(x), np.bool_)
    order = np.lexsort((corner, place))
    meets = np.flatnonzero((np.diff(place[order]) == 0) & (np.diff(corner[order]) != 0))
    entangled[order[meets]] = entangled[order[meets + 1]] = True
    # The ends of arcs, with the vertices beside them now and before.
    first, last = outline.offsets[:-1], outline.offsets[1:] - 1
    end, beside = np.concatenate([first, last]), np.concatenate([first + 1, last - 1])
    was, was_beside = np.concatenate([arcs.first, arcs.last]), np.concatenate([arcs.first + 1, arcs.last - 1])
    turn = 2 * np.pi
    angle = np.remainder(np.arctan2(y[beside] - y[end], x[beside] - x[end]), turn)
    before = np.remainder(
        np.arctan2((arcs.y[was_beside] - arcs.y[was]).astype(np.float64), arcs.x[was_beside] - arcs.x[was]), turn
    )
    order = np.lexsort((before, place[end], corner[end]))
    group = (
        np.cumsum((np.diff(place[end][order], prepend=-1) != 0) | (np.diff(corner[end][order], prepend=-1) != 0)) - 1
    )
    sizes = np.bincount(group)
    heads = offsets_of(sizes)[:-1]
    following = np.arange(1, len(order) + 1)
    following[heads + sizes - 1] = heads
    sorted_angle = angle[order]
    around = np.bincount(group, np.remainder(sorted_angle[following] - sorted_angle, turn))
    wrong = (sizes > 2) & (np.abs(around - turn) > 1e-6)
    entangled[end[order[wrong[group]]]] = True
    return entangled


def _nearer(
    outline: Outline,
    arcs: Arcs,
    starts: IntArray,
    ends: IntArray,
    moved: BoolArray,
    hit: IntArray,
) -> tuple[Outline, BoolArray]:
    """Adds a vertex to each line that starts at a vertex of `hit`, or takes its ends back; and tells the new lines."""
    owner, source = outline.owner, outline.sources(arcs)
    farthest = _farthest(outline, arcs, hit)
    can_add = moved[owner[hit]] & (farthest > outline.origin[hit]) & (farthest < outline.origin[hit + 1])
    back = np.zeros(len(outline.x), np.bool_)
    back[hit[~can_add]] = back[hit[~can_add] + 1] = True
    # Vertices at one node move back together, as do both ends of a ring.
    nodes = np.zeros(int(max(starts.max(), ends.max())) + 1, np.bool_)
    first, last = outline.offsets[:-1], outline.offsets[1:] - 1
    nodes[starts[back[first]]] = nodes[ends[back[last]]] = True
    at_node = nodes[starts], nodes[ends]
    ring = outline.origin[last] - outline.origin[first] == np.diff(arcs.offsets) - 1
    ring &= starts == ends
    back[first], back[last] = (
        np.where(ring, back[first] | back[last], at_node[0]),
        np.where(ring, back[first] | back[last], at_node[1]),
    )
    same = (outline.x == arcs.x[source]) & (outline.y == arcs.y[source])
    back &= ~same
    x, y = np.where(back, arcs.x[source], outline.x), np.where(back, arcs.y[source], outline.y)
    extra = farthest[can_add]
    extra_owner = owner[hit[can_add]]
    extra_source = _within(extra, extra_owner, arcs)
    arc = np.concatenate([owner, extra_owner])
    origin = np.concatenate([outline.origin, extra])
    order = np.lexsort((origin, arc))
    is_new = np.concatenate([back, np.ones(len(extra), np.bool_)])[order]
    result = Outline(
        np.concatenate([x, arcs.x[extra_source]])[order],
        np.concatenate([y, arcs.y[extra_source]])[order],
        offsets_of(np.bincount(arc, minlength=len(arcs))),
        origin[order],
    )
    # The lines before and after a new vertex are new.
    is_new |= np.append(is_new[1:], False)
    return result, is_new


def _segments(outline: Outline, arcs: Arcs, moved: BoolArray, unit: int) -> tuple[Segments, IntArray, BoolArray]:
    """The lines of all arcs with the vertices that each replaces.

    Returns:
        The lines; the vertex at which each starts; and, by vertex, whether the line after it has moved.
    """
    owner, is_last = outline.owner, outline.is_last
    x, y = _rounded(outline.x, unit), _rounded(outline.y, unit)
    source = outline.sources(arcs)
    displaced = (x != arcs.x[source] * unit) | (y != arcs.y[source] * unit)
    changed = (moved[owner] | displaced | np.append(displaced[1:], False)) & ~is_last
    replaced = np.where(changed, np.append(np.diff(outline.origin), 0) + 1, 0)
    position = offsets_of(1 + replaced)
    all_x, all_y = np.empty(int(position[-1]), np.int32), np.empty(int(position[-1]), np.int32)
    all_x[position[:-1]], all_y[position[:-1]] = x, y
    origin = ranges(outline.origin, replaced)
    of = np.repeat(np.arange(len(x)), replaced)
    source = _within(origin, owner[of], arcs)
    target = ranges(position[:-1] + 1, replaced)
    all_x[target], all_y[target] = arcs.x[source] * unit, arcs.y[source] * unit
    reach = np.zeros(len(x), np.float32)
    if len(of):
        heads = np.flatnonzero(np.diff(of, prepend=-1))
        distance = _distances(x, y, of, all_x[target], all_y[target])
        reach[of[heads]] = np.maximum.reduceat(distance, heads) + 1
    lines = np.flatnonzero(~is_last)
    return Segments(all_x, all_y, position[lines], position[lines + 1], reach[lines], unit), lines, changed


def _farthest(outline: Outline, arcs: Arcs, hit: IntArray) -> IntArray:
    """The origin of the vertex farthest from the line after each vertex of `hit`; -1 where it replaces none."""
    inner = np.maximum(outline.origin[hit + 1] - outline.origin[hit] - 1, 0)
    origin, of = ranges(outline.origin[hit] + 1, inner), np.repeat(np.arange(len(hit)), inner)
    farthest = np.full(len(hit), -1)
    if not len(of):
        return farthest
    source = _within(origin, outline.owner[hit[of]], arcs)
    distance = _distances(outline.x, outline.y, hit[of], arcs.x[source], arcs.y[source])
    heads = np.flatnonzero(np.diff(of, prepend=-1))
    order = np.lexsort((distance, of))
    farthest[of[heads]] = origin[order[np.append(heads[1:], len(of)) - 1]]
    return farthest


def _distances(
    x: DoubleArray | Int32Array, y: DoubleArray | Int32Array, line: IntArray, px: Int32Array, py: Int32Array
) -> DoubleArray:
    """Distance of each point from its line, which starts at a vertex and ends at the next one."""
    ax, ay = x[line].astype(np.float64), y[line].astype(np.float64)
    dx, dy = x[line + 1] - ax, y[line + 1] - ay
    qx, qy = px - ax, py - ay
    t = np.clip((qx * dx + qy * dy) / np.maximum(dx * dx + dy * dy, 1e-9), 0, 1)
    qx -= t * dx
    qy -= t * dy
    return np.sqrt(qx * qx + qy * qy)
