"""Polygons as well-known binary (WKB), from arrays of vertices."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from osgeo import ogr

from ..arrays import DoubleArray, IntArray


def polygons_wkb(points: DoubleArray, ring_offsets: IntArray, first_rings: IntArray) -> Iterator[bytes]:
    """Yields each polygon as well-known binary.

    Args:
        points: (v, 2) x and y of the vertices, ring by ring; each ring is closed.
        ring_offsets: (r + 1,) index of the first vertex of each ring, and the number of vertices.
        first_rings: (n + 1,) index of the outer ring of each polygon, followed by its holes; and the number of rings.
    """
    offsets = ring_offsets.tolist()
    rings = first_rings.tolist()
    for first, stop in zip(rings[:-1], rings[1:]):
        parts = [struct.pack("<BII", 1, ogr.wkbPolygon, stop - first)]
        for ring in range(first, stop):
            parts.append(struct.pack("<I", offsets[ring + 1] - offsets[ring]))
            parts.append(points[offsets[ring] : offsets[ring + 1]].tobytes())
        yield b"".join(parts)
