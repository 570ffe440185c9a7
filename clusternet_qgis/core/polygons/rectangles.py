"""The smallest rectangle around each of many polygons: its length, width and direction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import DoubleArray, IntArray

# Directions that are tried, in degrees: all of a quarter turn first, and then closer ones around the best. That of the
# pixels is one of them.
_STEPS = ((-46.0, 44.0, 2.0), (-2.0, 2.0, 0.25), (-0.24, 0.24, 0.02))


@dataclass(frozen=True)
class Rectangles:
    """The smallest rectangles.

    Attributes:
        length: (n,) longer side.
        width: (n,) shorter side.
        orientation: (n,) direction of the longer side, in degrees clockwise from north, 0 to 180.
    """

    length: DoubleArray
    width: DoubleArray
    orientation: DoubleArray

    @property
    def elongation(self) -> DoubleArray:
        """(n,) 1 - width / length: 0 for a square, near 1 for a line."""
        share: DoubleArray = np.divide(self.width, self.length, out=np.ones(len(self.width)), where=self.length > 0)
        return np.asarray(1 - share, np.float64)


def smallest_rectangles(points: DoubleArray, first: IntArray) -> Rectangles:
    """Finds rectangles of the smallest area by trying directions, down to a fiftieth of a degree.

    Args:
        points: (v, 2) east and north of the vertices, polygon by polygon.
        first: (n,) index of the first vertex of each polygon.
    """
    counts = np.diff(first, append=len(points))
    x, y = (column - np.repeat(column[first], counts) for column in points.T)
    best = np.zeros(len(first))
    sides = np.zeros((2, len(first)))
    for low, high, step in _STEPS:
        area, middle = np.full(len(first), np.inf), best
        for shift in np.arange(low, high + step / 2, step):
            along, across = _extents(x, y, np.radians(middle + shift), first, counts)
            is_smaller = along * across < area
            area = np.where(is_smaller, along * across, area)
            best = np.where(is_smaller, middle + shift, best)
            sides = np.where(is_smaller, [along, across], sides)
    is_along = sides[0] >= sides[1]
    # Angles are counted from east to north, orientations from north to east.
    orientation: DoubleArray = np.where(is_along, 90 - best, -best) % 180.0
    return Rectangles(np.maximum(*sides), np.minimum(*sides), orientation)


def _extents(
    x: DoubleArray, y: DoubleArray, angle: DoubleArray, first: IntArray, counts: IntArray
) -> tuple[DoubleArray, DoubleArray]:
    """(n,) extents of polygons along and across a direction of each."""
    cosine, sine = np.repeat(np.cos(angle), counts), np.repeat(np.sin(angle), counts)
    along, across = x * cosine + y * sine, y * cosine - x * sine
    length, width = (
        np.maximum.reduceat(values, first) - np.minimum.reduceat(values, first) for values in (along, across)
    )
    return length, width


def ring_areas(points: DoubleArray, offsets: IntArray) -> DoubleArray:
    """(r,) signed areas of closed rings.

    Args:
        points: (v, 2) vertices, ring by ring; the first of each ring is its last, too.
        offsets: (r + 1,) index of the first vertex of each ring, and the number of vertices.
    """
    # Coordinates are counted from a vertex of the ring: large ones would make rounding errors larger than areas.
    x, y = (column - np.repeat(column[offsets[:-1]], np.diff(offsets)) for column in points.T)
    terms = x * np.roll(y, -1) - np.roll(x, -1) * y
    terms[offsets[1:] - 1] = 0
    areas: DoubleArray = np.add.reduceat(terms, offsets[:-1]) / 2
    return areas
