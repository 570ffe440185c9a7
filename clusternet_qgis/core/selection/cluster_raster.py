"""Cluster rasters as they are read: how many clusters, and the cluster of each pixel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..errors import RasterError
from ..io.raster_source import RasterSource
from ..io.tiling import TileGrid, Window

_TILE = 1024
_MOST_CLUSTERS = 65535


def cluster_count(source: RasterSource) -> int:
    """Number of clusters a cluster raster can hold: its names say so, else its highest value does."""
    names = source.category_names
    if names:
        return len(names) - 1
    highest = 0
    for tile in TileGrid(source.grid.window, _TILE):
        values, valid = source.read(tile.core)
        highest = max(highest, int(values[0][valid].max(initial=0)))
    if highest > _MOST_CLUSTERS:
        raise RasterError(f"{source.path} has values up to {highest}; choose a cluster raster.")
    return highest


def read_clusters(source: RasterSource, window: Window, clusters: int) -> NDArray[np.int64]:
    """Values of a cluster raster (rows, cols), 0 where it is not valid.

    Raises:
        RasterError: A value is none of the clusters'.
    """
    values, valid = source.read(window)
    whole = np.where(valid, values[0], 0).astype(np.int64)
    lowest, highest = int(whole.min()), int(whole.max())
    if lowest < 0 or highest > clusters:
        raise RasterError(
            f"{source.path} has the value {lowest if lowest < 0 else highest}, but clusters are stored as 1 to "
            f"{clusters}; choose a cluster raster."
        )
    return whole
