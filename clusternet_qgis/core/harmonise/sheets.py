"""The sheets of a mosaic, opened, and small samples of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import DoubleArray, FloatArray, IntArray
from ..errors import OptionsError, RasterError
from ..io.embeddings import BAD_LENGTH
from ..io.flat_borders import FlatBorder, find_flat_border
from ..io.gdal_calls import OpenDatasets
from ..io.output_clash import same_file
from ..io.raster_source import RasterSource
from ..io.tiling import TileGrid, Window
from ..progress import Progress

# Means of squares of so many pixels a side stand for the ground: single pixels are noise, and do not lie exactly on
# those of another sheet.
CELL = 8
# Pixels a side of what is read at once, and how many such windows are read of a sheet.
_TILE = 128
_TILES = 25
# Files that are open at once: GDAL keeps what it has read of each.
_OPEN = 8
# The smallest share of valid pixels in a cell, and the largest one of pixels at an end of the range.
LEAST_VALID = 0.9
MOST_CLIPPED = 0.05


@dataclass(frozen=True)
class Sheet:
    """A sheet of the mosaic.

    Attributes:
        source: The raster, with all of its bands but alpha.
        border: A flat border that is not declared as no data; None without.
        name: For people.
    """

    source: RasterSource
    border: FlatBorder | None
    name: str

    @property
    def is_placed(self) -> bool:
        """Whether it is known where the sheet lies."""
        return self.source.grid.geotransform is not None

    def clipped(self, values: FloatArray) -> FloatArray:
        """Which pixels lie at an end of the range in a band, where brightness is cut off: 1, and elsewhere 0."""
        largest = self.source.largest_value
        if largest is None:
            return np.zeros(values.shape[1:], np.float32)
        return ((values >= largest) | (values <= 0)).any(0).astype(np.float32)


@dataclass(frozen=True)
class CellMeans:
    """Means of cells.

    Attributes:
        values: (cells, bands).
        is_clipped: (cells,) whether brightness is cut off in a part of the cell.
    """

    values: DoubleArray
    is_clipped: DoubleArray

    @property
    def unclipped(self) -> DoubleArray:
        """Means of the cells in which nothing is cut off, or of all where these are nearly all there are."""
        whole = self.values[self.is_clipped == 0]
        return whole if len(whole) >= max(30, 0.2 * len(self.values)) else self.values


def sums_of_cells(
    values: FloatArray, weights: FloatArray, cells: IntArray, count: int
) -> tuple[DoubleArray, DoubleArray]:
    """Sums of values (bands, pixels) and of weights (pixels,) by cell; the last axis becomes `count`."""
    of_weights: DoubleArray = np.bincount(cells, weights, count).astype(np.float64)
    of_values: DoubleArray = np.stack([np.bincount(cells, band * weights, count) for band in values])
    return of_values, of_weights


@contextmanager
def open_sheets(paths: Sequence[str], progress: Progress = Progress()) -> Iterator[list[Sheet]]:
    """Opens the sheets, and closes them at the end.

    Args:
        paths: What GDAL opens, two at least.
        progress: Reports sheets, and says what is found.

    Raises:
        ClusterNetError: One cannot be used or comes twice, or they have other bands.
    """
    _check_paths(paths)
    datasets = OpenDatasets(_OPEN)
    with ExitStack() as stack:
        sheets = []
        for path in progress.track(paths, len(paths)):
            sheets.append(_opened(path, datasets, progress))
            stack.callback(sheets[-1].source.close)
        counts = {len(sheet.source.bands) for sheet in sheets}
        if len(counts) > 1:
            listed = ", ".join(f"{sheet.name}: {len(sheet.source.bands)}" for sheet in sheets[:20])
            raise RasterError(f"All sheets must have the same number of bands ({listed}); choose others.")
        yield sheets


def _check_paths(paths: Sequence[str]) -> None:
    if len(paths) < 2:
        raise OptionsError("One sheet alone has nothing to be harmonised with; give two or more.")
    seen: list[str] = []
    for path in paths:
        if path in seen or (Path(path).exists() and any(same_file(Path(path), other) for other in _alike(path, seen))):
            raise OptionsError(f"{path} is given twice; give each sheet once.")
        seen.append(path)


def _alike(path: str, seen: Sequence[str]) -> list[Path]:
    """Those of the sheets seen that are files of the size of this one, as it has under another name."""
    size = Path(path).stat().st_size
    files = [Path(other) for other in seen if Path(other).exists()]
    return [other for other in files if other.stat().st_size == size]


def _opened(path: str, datasets: OpenDatasets, progress: Progress) -> Sheet:
    name = Path(path).name
    source = RasterSource(path, datasets=datasets, picture=True)
    if source.colours is not None:
        raise RasterError(f"{path} has a colour table; make red, green and blue of it first, with 'PCT to RGB'.")
    if source.embedding is not None and source.embedding.warning != BAD_LENGTH:
        raise RasterError(
            f"{path} holds embeddings, whose numbers mean the same on all sheets: give the sheets to 'Train clustering "
            "network' as they are."
        )
    border = find_flat_border(source)
    if border is not None:
        source.close()
        source = RasterSource(path, None, border.covers, datasets)
        colour = "black" if border.value == 0 else "white"
        progress.say(f"{border.share:.1%} of {name} is a flat {colour} border: it is left out, and stays as it is.")
    return Sheet(source, border, name)


def sample_sheet(sheet: Sheet) -> CellMeans:
    """Means of cells in windows that are spread evenly over a sheet; none if nothing is valid there."""
    found, clipped = [], []
    for window in spread_windows(sheet.source.grid.window, _TILE, _TILES):
        side = max(min(CELL, window.rows, window.cols), 1)
        window = Window(window.row, window.col, window.rows // side * side, window.cols // side * side)
        values, valid = sheet.source.read(window)
        rows, cols = np.arange(window.rows) // side, np.arange(window.cols) // side
        across = window.cols // side
        cells = (rows[:, None] * across + cols[None, :]).ravel()
        stacked = np.concatenate([values, sheet.clipped(values)[None]]).reshape(len(values) + 1, -1)
        sums, counts = sums_of_cells(stacked, valid.ravel().astype(np.float32), cells, int(cells[-1]) + 1)
        kept = counts >= LEAST_VALID * side**2
        found.append((sums[:-1, kept] / counts[kept]).T)
        clipped.append(sums[-1, kept] > MOST_CLIPPED * counts[kept])
    return CellMeans(np.concatenate(found), np.concatenate(clipped).astype(np.float64))


def spread_windows(window: Window, side: int, most: int) -> list[Window]:
    """Some of the squares that cover a window, spread over it; all if they are not more than `most`."""
    tiles = TileGrid(window, side)
    across, down = len(tiles.col_starts), len(tiles.row_starts)
    if len(tiles) <= most:
        return [tile.core for tile in tiles]
    chosen = np.random.default_rng(0).choice(across * down, most, replace=False)
    return [tiles.tile_at(*divmod(int(index), across)).core for index in np.sort(chosen)]
