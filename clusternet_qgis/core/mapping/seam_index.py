"""Whether tile borders show: how often neighbouring pixels differ across them, relative to inside tiles.

A network with a stride upsamples blocks, so clusters change more often at multiples of the stride than between them.
All tile borders lie at such multiples, so they are compared with those lines inside tiles that do, too. An index of 1
means that borders do not show.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..io.tiling import Tile, TileGrid


class SeamCounter:
    """Counts pairs of neighbouring valid pixels of different clusters, inside tiles and across their borders.

    Tiles are added in the order of the grid; one row of pixels is kept.
    """

    def __init__(self, grid: TileGrid) -> None:
        self._window = grid.window
        self._stride, self._phase = grid.stride, grid.phase
        self._above = np.zeros(grid.window.cols, np.uint32)
        self._left: NDArray[np.generic] | None = None
        self._inside = np.zeros(2, np.int64)
        self._across = np.zeros(2, np.int64)

    def add(self, tile: Tile, ids: NDArray[np.generic]) -> None:
        """Counts a tile's cluster ids (rows, cols), 0 where not valid."""
        rows, cols = (
            slice((phase - 1 - start) % self._stride, None, self._stride)
            for start, phase in zip((tile.core.row, tile.core.col), self._phase)
        )
        first, last = tile.core.col - self._window.col, tile.core.col_end - self._window.col
        self._inside += _differing(ids[:-1][rows], ids[1:][rows])
        self._inside += _differing(ids[:, :-1][:, cols], ids[:, 1:][:, cols])
        if tile.core.row > self._window.row:
            self._across += _differing(self._above[first:last], ids[0])
        if first > 0 and self._left is not None:
            self._across += _differing(self._left, ids[:, 0])
        self._above[first:last] = ids[-1]
        self._left = ids[:, -1].copy()

    def index(self) -> float:
        """Share of differing pairs across borders over the share inside; 1 where there is nothing to compare."""
        if not self._across[1] or not self._inside[1] or not (self._across[0] or self._inside[0]):
            return 1.0
        # Where nothing differs inside, one pair is taken to, so that a border that shows has a number.
        inside = max(int(self._inside[0]), 1) / self._inside[1]
        return float(self._across[0] / self._across[1] / inside)


def _differing(first: NDArray[np.generic], second: NDArray[np.generic]) -> NDArray[np.int64]:
    """Differing pairs and all pairs of valid pixels."""
    valid = (first != 0) & (second != 0)
    return np.array([np.count_nonzero(valid & (first != second)), np.count_nonzero(valid)], np.int64)
