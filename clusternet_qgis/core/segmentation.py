"""From a cluster raster and a selection to a class raster."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .errors import OptionsError, RasterError
from .progress import Progress
from .raster import MODEL_METADATA, RasterSource
from .raster_sink import RasterSink, label_type
from .selection import ClusterSelection
from .tiling import TileGrid, Window

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


def segment_raster(
    path: str,
    selection: ClusterSelection,
    output: str,
    extent: tuple[float, float, float, float] | None = None,
    sieve_pixels: int = 0,
    progress: Progress = Progress(),  # noqa: B008 - stateless
) -> None:
    """Writes the class of each pixel of a cluster raster.

    Args:
        path: The cluster raster: cluster `i` stored as `i + 1`, 0 is no data.
        selection: Which clusters make which class; the others become the class `other`.
        output: The class raster.
        extent: (xmin, ymin, xmax, ymax) in the raster's reference system, snapped outwards to pixels.
        sieve_pixels: Regions of fewer pixels join their largest neighbour, 0 for none.
        progress: Reports tiles.

    Raises:
        ClusterNetError: The selection does not fit the raster, or something cannot be read or written.
    """
    if sieve_pixels < 0:
        raise OptionsError(f"SIEVE is {sieve_pixels}; it must be 0 or more pixels.")
    with RasterSource(path, [1]) as source:
        selection.check_model(source.metadata.get(MODEL_METADATA, ""))
        table = selection.lookup(cluster_count(source))
        kind = label_type(int(table.max(initial=0)))
        window = source.grid.window_of(extent) if extent else source.grid.window
        grid = TileGrid(window, _TILE)
        share = progress.part(0, 0.6 if sieve_pixels > 1 else 0.9)
        with RasterSink(output, source.grid.cropped(window), 1, kind) as sink:
            sink.set_legend(selection.legend())
            for tile in share.track(grid, len(grid)):
                ids = read_clusters(source, tile.core, len(table) - 1)
                sink.write(tile.core.shifted(-window.row, -window.col), table[ids].astype(kind))
            if sieve_pixels > 1:
                sink.sieve(sieve_pixels, progress.part(0.6, 0.9))
            sink.add_overviews(progress.part(0.9, 1))
