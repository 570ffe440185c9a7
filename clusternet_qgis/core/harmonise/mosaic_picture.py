"""The mosaic at a low resolution, before and after."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, DoubleArray
from ..io.grid import RasterGrid
from ..io.pixel_transform import PixelTransform
from ..io.raster_source import RasterSource
from ..io.tiling import Window
from ..progress import Progress
from .harmonise import Harmonised

_SIDE = 640


def mosaic_pictures(
    result: Harmonised, progress: Progress = Progress()
) -> tuple[DoubleArray, DoubleArray, BoolArray] | None:
    """The sheets put together, each over those before it.

    Args:
        result: The sheets and their corrections.
        progress: Reports sheets.

    Returns:
        Values (bands, rows, cols) before and after, and which pixels have some; None if no sheet has a georeference.
    """
    grids = []
    for path in result.sources:
        with RasterSource(path) as source:
            grids.append(source.grid)
    placed = [number for number, grid in enumerate(grids) if grid.geotransform is not None]
    if not placed:
        return None
    canvas, scale = _canvas(grids, placed)
    bands = len(result.band_names)
    before, after = np.zeros((2, bands, canvas.rows, canvas.cols))
    valid = np.zeros((canvas.rows, canvas.cols), np.bool_)
    common = grids[placed[0]]
    for number in progress.track(placed, len(placed)):
        target = PixelTransform(grids[number], common).window(grids[number].window)
        top, left = (
            int(np.floor(v / scale)) for v in (target.row - canvas.row * scale, target.col - canvas.col * scale)
        )
        bottom, right = (
            int(np.ceil(v / scale)) for v in (target.row_end - canvas.row * scale, target.col_end - canvas.col * scale)
        )
        part = Window(top, left, bottom - top, right - left).intersection(Window(0, 0, canvas.rows, canvas.cols))
        if not part.pixels:
            continue
        rows = (canvas.row + part.row + np.arange(part.rows) + 0.5)[:, None] * scale
        cols = (canvas.col + part.col + np.arange(part.cols) + 0.5)[None, :] * scale
        x, y = PixelTransform(common, grids[number]).points(*np.broadcast_arrays(cols, rows))
        values, is_there = _small(result.sources[number], grids[number], part)
        with np.errstate(invalid="ignore"):
            inside = (x >= 0) & (y >= 0) & (x < grids[number].width) & (y < grids[number].height)
        row, col = (
            np.where(inside, index * length / size, 0).astype(np.int64)
            for index, length, size in (
                (y, values.shape[1], grids[number].height),
                (x, values.shape[2], grids[number].width),
            )
        )
        inside &= is_there[row, col]
        row, col = row[inside], col[inside]
        slices = part.slices()
        found = values[:, row, col].astype(np.float64)
        before[:, slices[0], slices[1]][:, inside] = found
        after[:, slices[0], slices[1]][:, inside] = (
            found * result.gain[number][:, None] + result.offset[number][:, None]
        )
        valid[slices][inside] = True
    return before, after, valid


def _canvas(grids: list[RasterGrid], placed: list[int]) -> tuple[Window, float]:
    """The picture's window, in units of as many pixels of the first placed sheet as the second number says."""
    common = grids[placed[0]]
    boxes = [PixelTransform(grids[number], common).window(grids[number].window) for number in placed]
    boxes = [box for box in boxes if box.pixels]
    low = min(box.row for box in boxes), min(box.col for box in boxes)
    high = max(box.row_end for box in boxes), max(box.col_end for box in boxes)
    scale = max(high[0] - low[0], high[1] - low[1], 1) / _SIDE
    row, col = (int(np.floor(value / scale)) for value in low)
    return Window(row, col, *(int(np.ceil(h / scale)) - start for h, start in zip(high, (row, col)))), scale


def _small(path: str, grid: RasterGrid, part: Window) -> tuple[DoubleArray, BoolArray]:
    with RasterSource(path) as source:
        rows, cols = (min(size, max(part.rows, part.cols, 1)) for size in (grid.height, grid.width))
        values, valid = source.read_decimated(grid.window, rows, cols)
        return values.astype(np.float64), valid
