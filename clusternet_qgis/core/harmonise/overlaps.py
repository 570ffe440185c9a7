"""Which sheets overlap, and the same ground on both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, DoubleArray
from ..io.pixel_transform import PixelTransform
from ..io.tiling import Window
from ..progress import Progress
from .sheets import CELL, LEAST_VALID, MOST_CLIPPED, Sheet, spread_windows, sums_of_cells

# Cells that an overlap should have across, if need be of fewer pixels.
_CELLS_ACROSS = 8
# Pixels a side that are read at once, and how many such squares of an overlap: their number does not grow with it.
_TILE = 128
_TILES = 48
_FINE_TILE = 1024
_MOST_FINE_PIXELS = 4_000_000
_LEAST_CELLS = 8
# Those of all pairs are kept until the end: of very many pairs fewer each, so that memory does not grow with them.
_MOST_CELLS, _FEWEST_CELLS = 4000, 250
_MOST_NUMBERS = 40_000_000
# A pixel of the finer sheet lies in the cell that its centre lies in; so a cell has some more or fewer.
_LEAST_COUNT = 0.8


@dataclass(frozen=True)
class Overlap:
    """The same ground on two sheets.

    Attributes:
        first: Number of a sheet.
        second: Number of the other one.
        cells: Means of cells on both: (cells, bands) each.
        area: Area of the valid overlap, in pixels of the first of all sheets.
    """

    first: int
    second: int
    cells: tuple[DoubleArray, DoubleArray]
    area: float


def find_overlaps(sheets: Sequence[Sheet], progress: Progress = Progress()) -> list[Overlap]:
    """The overlaps of all pairs of sheets that have some ground in common.

    Args:
        sheets: In any reference systems and resolutions.
        progress: Reports pairs.
    """
    pairs = _candidates(sheets)
    numbers = 2 * len(sheets[0].source.bands) * max(len(pairs), 1)
    most = int(np.clip(_MOST_NUMBERS // numbers, _FEWEST_CELLS, _MOST_CELLS))
    found = [read_overlap(sheets, *pair, most) for pair in progress.track(pairs, len(pairs))]
    return [overlap for overlap in found if overlap is not None]


def _candidates(sheets: Sequence[Sheet]) -> list[tuple[int, int]]:
    """Pairs of sheets whose boxes overlap in the pixels of the first one that is placed."""
    placed = [number for number, sheet in enumerate(sheets) if sheet.is_placed]
    if not placed:
        return []
    common = sheets[placed[0]].source.grid
    grids = [sheets[number].source.grid for number in placed]
    windows = [PixelTransform(grid, common).window(grid.window) for grid in grids]
    boxes = np.array([[w.row, w.col, w.row_end, w.col_end] for w in windows], np.float64)
    overlap = np.ones((len(placed), len(placed)), np.bool_)
    for axis in (0, 1):
        starts, ends = boxes[:, axis], boxes[:, axis + 2]
        overlap &= np.minimum(ends[:, None], ends[None]) > np.maximum(starts[:, None], starts[None])
    rows, cols = np.nonzero(np.triu(overlap, 1))
    return [(placed[row], placed[col]) for row, col in zip(rows.tolist(), cols.tolist())]


def read_overlap(sheets: Sequence[Sheet], first: int, second: int, most: int = _MOST_CELLS) -> Overlap | None:
    """Reads what two sheets have in common; None if that is less than some cells.

    The grid is that of the coarser sheet. Of a large overlap some parts are read, spread over it.

    Args:
        sheets: All of them.
        first: Number of one.
        second: Number of the other one.
        most: Cells to keep at most.
    """
    one, other = sheets[first], sheets[second]
    to_other = PixelTransform(one.source.grid, other.source.grid)
    to_one = PixelTransform(other.source.grid, one.source.grid)
    window = to_one.window(other.source.grid.window).intersection(one.source.grid.window)
    if not window.pixels:
        return None
    if to_other.scale(window) >= 1:  # a pixel of the first holds several of the second
        coarse, found = first, _read_cells(one, other, to_other, to_one, window, most)
    else:
        window = to_other.window(one.source.grid.window).intersection(other.source.grid.window)
        found = _read_cells(other, one, to_one, to_other, window, most) if window.pixels else None
        coarse = second
    if found is None:
        return None
    cells = (found[0], found[1]) if coarse == first else (found[1], found[0])
    return Overlap(first, second, cells, found[2] * _area(sheets, coarse))


def _area(sheets: Sequence[Sheet], number: int) -> float:
    """Pixels of the first placed sheet in all of a sheet."""
    common = next(sheet for sheet in sheets if sheet.is_placed).source.grid
    grid = sheets[number].source.grid
    scale = PixelTransform(grid, common).scale(grid.window)
    return grid.window.pixels * scale**2


def _read_cells(
    coarse: Sheet, fine: Sheet, to_fine: PixelTransform, to_coarse: PixelTransform, window: Window, most: int
) -> tuple[DoubleArray, DoubleArray, float] | None:
    """Means of cells on the coarser and on the finer sheet, and the share of the coarser one that overlaps validly."""
    ratio = max(to_fine.scale(window), 1e-9)
    side = max(1, min(CELL, window.rows // _CELLS_ACROSS, window.cols // _CELLS_ACROSS, int(_TILE / ratio)))
    tile = side * max(1, min(_TILE, int(_FINE_TILE / ratio)) // side)
    tiles = int(np.clip(_MOST_FINE_PIXELS / (tile * ratio) ** 2, 4, _TILES))
    parts, read = [], 0
    for part in spread_windows(window, tile, tiles):
        read += part.pixels
        cells = _cells_of_part(coarse, fine, to_fine, to_coarse, part, side, ratio)
        if cells is not None:
            parts.append(cells)
    if sum(len(part[2]) for part in parts) < _LEAST_CELLS:
        return None
    first, second = (np.concatenate([part[index] for part in parts]) for index in (0, 1))
    clipped = np.concatenate([part[2] for part in parts])
    whole = ~clipped if (~clipped).sum() >= max(30, 0.2 * len(clipped)) else np.ones(len(clipped), np.bool_)
    share = len(clipped) * side**2 / max(read, 1) * window.pixels / coarse.source.grid.window.pixels
    kept = np.flatnonzero(whole)
    if len(kept) > most:
        kept = np.sort(np.random.default_rng(0).choice(kept, most, replace=False))
    return first[kept], second[kept], share


def _cells_of_part(
    coarse: Sheet,
    fine: Sheet,
    to_fine: PixelTransform,
    to_coarse: PixelTransform,
    part: Window,
    side: int,
    ratio: float,
) -> tuple[DoubleArray, DoubleArray, BoolArray] | None:
    """Means of the cells of a part on both sheets, and which of them are clipped on one."""
    other = to_fine.window(part).intersection(fine.source.grid.window)
    if not other.pixels:
        return None
    across, down = -(-part.cols // side), -(-part.rows // side)
    count = across * down
    sums, counts = [], []
    for sheet, window, expected in ((coarse, part, side**2), (fine, other, (side * ratio) ** 2)):
        values, valid = sheet.source.read(window)
        if sheet is coarse:
            rows, cols = np.arange(part.rows)[:, None] // side, np.arange(part.cols)[None, :] // side
            inside = valid
        else:
            x, y = to_coarse.centres(other)
            with np.errstate(invalid="ignore"):
                rows, cols = np.floor((y - part.row) / side), np.floor((x - part.col) / side)
                inside = valid & (rows >= 0) & (rows < down) & (cols >= 0) & (cols < across)
            rows, cols = (np.where(inside, index, 0).astype(np.int64) for index in (rows, cols))
        cells = (rows * across + cols).ravel()
        stacked = np.concatenate([values, sheet.clipped(values)[None]]).reshape(len(values) + 1, -1)
        of_values, of_pixels = sums_of_cells(stacked, inside.ravel().astype(np.float32), cells, count)
        sums.append(of_values)
        counts.append(of_pixels / expected)
    kept = (counts[0] >= LEAST_VALID) & (counts[1] >= _LEAST_COUNT)
    if not kept.any():
        return None
    areas = (side**2, (side * ratio) ** 2)
    means = [values[:, kept] / (share[kept] * area) for values, share, area in zip(sums, counts, areas)]
    clipped = np.maximum(means[0][-1], means[1][-1]) > MOST_CLIPPED
    return means[0][:-1].T, means[1][:-1].T, clipped
