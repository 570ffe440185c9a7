"""Parts of a raster to look at where all of it would take too long."""

from __future__ import annotations

import numpy as np

from ..io.raster_source import RasterSource
from ..io.tiling import TileGrid, Window

# Of so many times the windows that are wanted, those without data included.
_MOST_TRIES = 16


def sampled_windows(source: RasterSource, window: Window, size: int, most: int) -> list[Window]:
    """Squares that cover a window of a raster; of more than `most` of them some at random, the same in each run.

    Args:
        source: The raster. Of more squares, those without a valid pixel are passed over.
        window: What to look at.
        size: Rows and columns of a square.
        most: How many at most.
    """
    grid = TileGrid(window, size)
    if len(grid) <= most:
        return [tile.core for tile in grid]
    across = len(grid.col_starts)
    order = np.random.default_rng(0).permutation(len(grid))[: most * _MOST_TRIES]
    chosen: list[Window] = []
    for core in (grid.tile_at(index // across, index % across).core for index in order.tolist()):
        if source.read(core)[1].any():
            chosen.append(core)
            if len(chosen) == most:
                break
    return sorted(chosen, key=lambda core: (core.row, core.col))
