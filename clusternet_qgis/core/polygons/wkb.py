"""Polygons as well-known binary, from arrays of vertices."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr


def polygons_wkb(
    points: NDArray[np.float64], ring_offsets: NDArray[np.int64], first_rings: NDArray[np.int64]
) -> Iterator[bytes]:
    """Polygons as well-known binary.

    Args:
        points: (v, 2) x and y of the vertices, ring by ring, each closed.
        ring_offsets: (r + 1,) where each ring starts.
        first_rings: (n + 1,) the outer ring of each polygon; those up to the next one are its holes.
    """
    offsets = ring_offsets.tolist()
    rings = first_rings.tolist()
    for first, stop in zip(rings[:-1], rings[1:]):
        parts = [struct.pack("<BII", 1, ogr.wkbPolygon, stop - first)]
        for ring in range(first, stop):
            parts.append(struct.pack("<I", offsets[ring + 1] - offsets[ring]))
            parts.append(points[offsets[ring] : offsets[ring + 1]].tobytes())
        yield b"".join(parts)
