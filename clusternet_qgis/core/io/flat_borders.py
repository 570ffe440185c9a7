"""Opening pictures to learn from or to map: what their files do not say about no data is found out and said."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray
from ..progress import Progress
from .gdal_calls import OpenDatasets
from .raster_source import RasterSource
from .tiling import Window

# A border is looked for on at most so many rows and columns, whatever the raster's size.
_MOST_CELLS = 1024
_LEAST_SHARE = 0.01
# Of all flat pixels so many must hang together with the edge: what is dark or overexposed stands elsewhere too.
_LEAST_AT_EDGE = 0.8
# Lossy compression blurs a border: by up to so much of the range, within two of the 8 x 8 blocks of JPEG.
_LOSSY_TOLERANCE = 0.04
_LOSSY_REACH = 16


@dataclass(frozen=True)
class FlatBorder:
    """A border of one flat colour that is no picture, though the file does not declare it as no data.

    Attributes:
        value: Of all bands.
        tolerance: How far a band may be off.
        cells: Where the border lies, coarsely (rows, cols); a pixel in it belongs to it if it has the colour.
        height: Rows of the raster.
        width: Columns of the raster.
        share: Of the raster's pixels.
    """

    value: float
    tolerance: float
    cells: BoolArray
    height: int
    width: int
    share: float

    def covers(self, values: FloatArray, window: Window) -> BoolArray:
        """Which pixels of a window inside the raster belong to the border.

        Args:
            values: (bands, rows, cols) of the window.
            window: Where they are.
        """
        rows = np.arange(window.row, window.row_end) * self.cells.shape[0] // self.height
        cols = np.arange(window.col, window.col_end) * self.cells.shape[1] // self.width
        return _flat(values, self.value, self.tolerance) & self.cells[np.ix_(rows, cols)]


def open_imagery(
    path: str,
    bands: Sequence[int] | None = None,
    keep_flat_borders: bool = False,
    progress: Progress = Progress(),
    datasets: OpenDatasets | None = None,
) -> RasterSource:
    """Opens a raster whose flat black or white borders are no data, unless they are to be kept.

    Args:
        path: Anything GDAL opens.
        bands: 1-based numbers; by default all but an alpha band.
        keep_flat_borders: Takes such borders for a part of the picture.
        progress: Is told what was found.
        datasets: Where it is kept open; by itself unless it is one of many.

    Raises:
        RasterError: The raster or a band cannot be used.
    """
    source = RasterSource(path, bands, datasets=datasets)
    name = Path(path).name
    if source.false_alpha:
        progress.say(
            f"Band {source.false_alpha} of {name} is tagged as alpha, but its values are those of a picture, such as "
            "near-infrared: it is taken for one of the bands. Choose others with BANDS if that is wrong."
        )
    border = None if keep_flat_borders else find_flat_border(source)
    if border is not None:
        colour = "black" if border.value == 0 else "white"
        progress.say(
            f"{border.share:.1%} of {name} is a flat {colour} border ({border.value:g} in all bands) that is not "
            "declared as no data: it is left out. KEEP_FLAT_BORDERS keeps it."
        )
        source.close()
        return RasterSource(path, bands, border.covers, datasets)
    return source


def find_flat_border(source: RasterSource) -> FlatBorder | None:
    """The largest flat black or white area along the edge; None where there is none worth the name.

    Looks at the edge first, so that a raster without a border costs next to nothing, and else at every so many rows and
    columns, or an overview, as GDAL reads them.
    """
    candidates = [value for value in _extremes(source) if _along_edge(source, value)]
    if not candidates:
        return None
    height, width = source.grid.height, source.grid.width
    values, valid = source.read_thinned(source.grid.window, min(height, _MOST_CELLS), min(width, _MOST_CELLS))
    borders = [_border(source, value, values, valid) for value in candidates]
    return max(filter(None, borders), key=lambda border: border.share, default=None)


def _extremes(source: RasterSource) -> tuple[float, ...]:
    """What black and white are stored as; measurements of one or two bands may well be 0."""
    if source.largest_value is not None:
        return 0.0, source.largest_value
    return (0.0,) if len(source.bands) > 2 else ()


def _along_edge(source: RasterSource, value: float) -> bool:
    """Whether some of the outermost rows and columns is flat, and valid."""
    height, width = source.grid.height, source.grid.width
    sides = (
        Window(0, 0, 1, width),
        Window(height - 1, 0, 1, width),
        Window(0, 0, height, 1),
        Window(0, width - 1, height, 1),
    )
    for side in sides:
        values, valid = source.read_thinned(side, min(side.rows, _MOST_CELLS), min(side.cols, _MOST_CELLS))
        if (_flat(values, value, 0.0) & valid).mean() > _LEAST_SHARE:
            return True
    return False


def _border(source: RasterSource, value: float, values: FloatArray, valid: BoolArray) -> FlatBorder | None:
    flat = _flat(values, value, 0.0) & valid
    at_edge = connected_to_edge(flat)
    found = at_edge.sum()
    if found < max(_LEAST_SHARE * flat.size, 1) or found < _LEAST_AT_EDGE * flat.sum() or found == valid.sum():
        return None
    height, width = source.grid.height, source.grid.width
    pixels_per_cell = max(height / flat.shape[0], width / flat.shape[1])
    tolerance = _LOSSY_TOLERANCE * (source.largest_value or 0.0) if source.is_lossy else 0.0
    # Between two cells the outline may lie anywhere; where every pixel is a cell, it is known.
    reach = math.ceil(_LOSSY_REACH / pixels_per_cell) if tolerance else 0
    cells = _grown(at_edge, max(reach, int(pixels_per_cell > 1)))
    share = float((_flat(values, value, tolerance) & cells & valid).mean())
    return FlatBorder(value, tolerance, cells, height, width, share)


def _flat(values: FloatArray, value: float, tolerance: float) -> BoolArray:
    flat: BoolArray = (np.abs(values - np.float32(value)) <= tolerance).all(0)
    return flat


def connected_to_edge(mask: BoolArray) -> BoolArray:
    """The pixels of a mask (rows, cols) that hang together, side by side, with its outermost rows or columns."""
    found = np.zeros_like(mask)
    for edge in (np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1]):
        found[edge] = mask[edge]
    along_rows, along_cols = _runs(mask), _runs(mask.T)
    before = -1
    while before != (now := int(found.sum())):
        before = now
        found = mask & _touched(along_rows, found)
        found = mask & _touched(along_cols, found.T).T
    return found


def _runs(mask: BoolArray) -> NDArray[np.intp]:
    """The number of the run of equal pixels that each pixel of a row belongs to (rows, cols)."""
    starts = np.ones(mask.shape, np.bool_)
    starts[:, 1:] = mask[:, 1:] != mask[:, :-1]
    return np.cumsum(starts).reshape(mask.shape) - 1


def _touched(runs: NDArray[np.intp], found: BoolArray) -> BoolArray:
    """All pixels of the runs that have a pixel in `found`."""
    touched = np.zeros(runs[-1, -1] + 1, np.bool_)
    touched[runs[found]] = True
    return touched[runs]


def _grown(mask: BoolArray, reach: int) -> BoolArray:
    """The mask and all within `reach` rows and columns of it."""
    for axis in (0, 1):
        padding = [(0, 0), (0, 0)]
        padding[axis] = (reach, reach)
        wide, length = np.pad(mask, padding), mask.shape[axis]
        mask = np.logical_or.reduce([np.take(wide, range(i, i + length), axis) for i in range(2 * reach + 1)])
    return mask
