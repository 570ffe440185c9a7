"""Opening images whose flat black or white borders are no data, though their files do not declare it."""

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

# A border is searched on at most so many rows and columns, whatever the size of the raster.
_MOST_CELLS = 1024
# The smallest share of the pixels that is taken for a border.
_LEAST_SHARE = 0.01
# The smallest share of the flat pixels that must be connected to the edge. If more of them lie elsewhere, they are
# dark or overexposed parts of the image.
_LEAST_AT_EDGE = 0.8
# Lossy compression blurs a border: by up to this share of the range of values, within two of the 8 x 8 blocks of JPEG.
_LOSSY_TOLERANCE = 0.04
_LOSSY_REACH = 16


@dataclass(frozen=True)
class FlatBorder:
    """A border of one flat colour that the file does not declare as no data.

    Attributes:
        value: The value of the border in all bands.
        tolerance: How much a value may differ from it.
        cells: Coarse mask (rows, cols) of the area of the border; a pixel in it belongs to the border if it has the
            colour.
        height: Rows of the raster.
        width: Columns of the raster.
        share: Share of the raster's pixels that belong to the border.
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
            window: The pixels.
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
    vectors: bool = True,
) -> RasterSource:
    """Opens a raster as a picture: a colour table is read as its colours, and flat black or white borders are no data.

    Args:
        path: Anything GDAL opens.
        bands: 1-based numbers; by default all but an alpha band.
        keep_flat_borders: Whether such borders are a part of the image.
        progress: Gets a message about a colour table, a border or a false alpha band.
        datasets: Shared with other sources if there may be too many to keep all files open.
        vectors: Whether embeddings are read as vectors; see `embeddings`.

    Raises:
        RasterError: The raster or a band cannot be used.
    """
    source = RasterSource(path, bands, datasets=datasets, picture=True, vectors=vectors)
    name = Path(path).name
    if source.colours is not None:
        progress.say(
            f"{name} has a colour table, whose {len(source.colours)} indices are no measurements: it is read as the "
            f"{', '.join(source.band_names)} that it is drawn in, and transparent colours are no data."
        )
    if source.false_alpha:
        progress.say(
            f"Band {source.false_alpha} of {name} is tagged as alpha, but its values are those of a picture, such as "
            "near-infrared: it is taken for one of the bands. Choose others with BANDS if that is wrong."
        )
    if source.embedding is not None:
        progress.say(source.embedding.sentence(name))
    border = None if keep_flat_borders else find_flat_border(source)
    if border is not None:
        colour = "black" if border.value == 0 else "white"
        progress.say(
            f"{border.share:.1%} of {name} is a flat {colour} border ({border.value:g} in all bands) that is not "
            "declared as no data: it is left out. KEEP_FLAT_BORDERS keeps it."
        )
        source.close()
        return RasterSource(path, bands, border.covers, datasets, picture=True, vectors=vectors)
    return source


def find_flat_border(source: RasterSource) -> FlatBorder | None:
    """The largest flat black or white border; None if there is none.

    Reads the outermost rows and columns first, so that a raster without a border takes little time. Then the raster is
    read at a lower resolution, which GDAL takes from an overview if there is one.
    """
    candidates = [value for value in _extremes(source) if _along_edge(source, value)]
    if not candidates:
        return None
    height, width = source.grid.height, source.grid.width
    values, valid = source.read_decimated(source.grid.window, min(height, _MOST_CELLS), min(width, _MOST_CELLS))
    borders = [_border(source, value, values, valid) for value in candidates]
    return max(filter(None, borders), key=lambda border: border.share, default=None)


def _extremes(source: RasterSource) -> tuple[float, ...]:
    """The values of black and white. Measurements in one or two bands may be 0, so there 0 is not black."""
    if source.largest_value is not None:
        return 0.0, source.largest_value
    return (0.0,) if len(source.bands) > 2 else ()


def _along_edge(source: RasterSource, value: float) -> bool:
    """Whether enough valid pixels of an outermost row or column have the value."""
    height, width = source.grid.height, source.grid.width
    sides = (
        Window(0, 0, 1, width),
        Window(height - 1, 0, 1, width),
        Window(0, 0, height, 1),
        Window(0, width - 1, height, 1),
    )
    for side in sides:
        values, valid = source.read_decimated(side, min(side.rows, _MOST_CELLS), min(side.cols, _MOST_CELLS))
        if (_flat(values, value, 0.0) & valid).mean() > _LEAST_SHARE:
            return True
    return False


def _border(source: RasterSource, value: float, values: FloatArray, valid: BoolArray) -> FlatBorder | None:
    flat = _flat(values, value, 0.0) & valid
    at_edge = connected_to_edge(flat)
    count = at_edge.sum()
    if count < max(_LEAST_SHARE * flat.size, 1) or count < _LEAST_AT_EDGE * flat.sum() or count == valid.sum():
        return None
    height, width = source.grid.height, source.grid.width
    pixels_per_cell = max(height / flat.shape[0], width / flat.shape[1])
    tolerance = _LOSSY_TOLERANCE * (source.largest_value or 0.0) if source.is_lossy else 0.0
    # The outline may lie anywhere between two cells. It is exact if each cell is a pixel.
    radius = math.ceil(_LOSSY_REACH / pixels_per_cell) if tolerance else 0
    cells = _dilated(at_edge, max(radius, int(pixels_per_cell > 1)))
    share = float((_flat(values, value, tolerance) & cells & valid).mean())
    return FlatBorder(value, tolerance, cells, height, width, share)


def _flat(values: FloatArray, value: float, tolerance: float) -> BoolArray:
    flat: BoolArray = (np.abs(values - np.float32(value)) <= tolerance).all(0)
    return flat


def connected_to_edge(mask: BoolArray) -> BoolArray:
    """The pixels of a mask (rows, cols) that are 4-connected to its outermost rows or columns."""
    connected = np.zeros_like(mask)
    for edge in (np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1]):
        connected[edge] = mask[edge]
    along_rows, along_cols = _runs(mask), _runs(mask.T)
    before = -1
    while before != (now := int(connected.sum())):
        before = now
        connected = mask & _whole_runs(along_rows, connected)
        connected = mask & _whole_runs(along_cols, connected.T).T
    return connected


def _runs(mask: BoolArray) -> NDArray[np.intp]:
    """The number of the run of equal pixels in its row that each pixel belongs to (rows, cols)."""
    starts = np.ones(mask.shape, np.bool_)
    starts[:, 1:] = mask[:, 1:] != mask[:, :-1]
    return np.cumsum(starts).reshape(mask.shape) - 1


def _whole_runs(runs: NDArray[np.intp], pixels: BoolArray) -> BoolArray:
    """All pixels of the runs that contain at least one of the pixels."""
    is_wanted = np.zeros(runs[-1, -1] + 1, np.bool_)
    is_wanted[runs[pixels]] = True
    return is_wanted[runs]


def _dilated(mask: BoolArray, radius: int) -> BoolArray:
    """Morphological dilation by a square of 2 radius + 1 pixels."""
    for axis in (0, 1):
        padding = [(0, 0), (0, 0)]
        padding[axis] = (radius, radius)
        wide, length = np.pad(mask, padding), mask.shape[axis]
        mask = np.logical_or.reduce([np.take(wide, range(i, i + length), axis) for i in range(2 * radius + 1)])
    return mask
