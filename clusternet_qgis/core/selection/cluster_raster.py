"""Reading cluster rasters: how many clusters there may be, and the cluster of each pixel."""

from __future__ import annotations

import numpy as np

from ..arrays import IntArray
from ..errors import RasterError
from ..io.raster_source import RasterSource
from ..io.tiling import TileGrid, Window
from .selection import MOST_CLUSTERS

# Rows and columns that are read at once.
TILE_SIZE = 1024


def cluster_count(source: RasterSource) -> int:
    """Number of clusters of a cluster raster: that of its category names or, without names, its highest value.

    Raises:
        RasterError: Its values are too high for clusters.
    """
    names = source.category_names
    if names:
        return len(names) - 1
    highest = 0
    for tile in TileGrid(source.grid.window, TILE_SIZE):
        values, valid = source.read(tile.core)
        highest = max(highest, int(values[0][valid].max(initial=0)))
    if highest > MOST_CLUSTERS:
        raise RasterError(f"{source.path} has values up to {highest}; choose a cluster raster.")
    return highest


def read_clusters(source: RasterSource, window: Window, clusters: int) -> IntArray:
    """Values of a window of a cluster raster (rows, cols): 1 + cluster, 0 where it is not valid.

    Raises:
        RasterError: A value is not that of a cluster.
    """
    values, valid = source.read(window)
    ids = np.where(valid, values[0], 0).astype(np.int64)
    lowest, highest = int(ids.min()), int(ids.max())
    if lowest < 0 or highest > clusters:
        raise RasterError(
            f"{source.path} has the value {lowest if lowest < 0 else highest}, but clusters are stored as 1 to "
            f"{clusters}; choose a cluster raster."
        )
    return ids
