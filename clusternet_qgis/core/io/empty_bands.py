"""Bands that are wholly no data: with one of them no pixel of the raster is valid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from ..errors import RasterError
from ..progress import Progress
from .raster_source import RasterSource
from .tiling import TileGrid, Window

# Small windows are looked at first, 3 x 3 of them, spread evenly; they suffice for most rasters.
_WINDOWS = 3
_WINDOW_SIZE = 32
_SCAN_TILE_SIZE = 1024


def check_bands_have_data(source: RasterSource, progress: Progress = Progress()) -> None:
    """Raises RasterError if some bands are wholly no data and others are not; a raster without any data passes."""
    sentence = empty_bands_sentence(source, progress)
    if sentence:
        raise RasterError(sentence)


def empty_bands_sentence(source: RasterSource, progress: Progress = Progress()) -> str:
    """Which bands are wholly no data while others are not, and the remedy; empty if there are none."""
    empty = _bands_without_data(source, source.bands, _sample_windows(source)) if source.colours is None else set()
    if empty:
        tiles = TileGrid(source.grid.window, _SCAN_TILE_SIZE)
        empty = _bands_without_data(source, empty, (tile.core for tile in tiles), progress)
    others = [number for number in source.bands if number not in empty]
    if not empty or not others:
        return ""
    names = dict(zip(source.bands, source.band_names))
    listed = " and ".join(
        f"{number} ({names[number]})" if names[number] != f"band {number}" else str(number) for number in sorted(empty)
    )
    subject, pronoun = (f"Band {listed}", "it") if len(empty) == 1 else (f"Bands {listed}", "them")
    return (
        f"{subject} of {Path(source.path).name} {'is' if len(empty) == 1 else 'are'} wholly no data, so that "
        f"there is no valid pixel; leave {pronoun} out with BANDS, such as "
        f"{', '.join(map(str, others))}."
    )


def _bands_without_data(
    source: RasterSource, bands: Iterable[int], windows: Iterable[Window], progress: Progress = Progress()
) -> set[int]:
    """Those of some bands that have no data in any of the windows."""
    empty = set(bands)
    for window in windows:
        progress.check()
        empty = {number for number in empty if not source.read_validity(number, window).any()}
        if not empty:
            break
    return empty


def _sample_windows(source: RasterSource) -> Iterator[Window]:
    height, width = source.grid.height, source.grid.width
    rows, cols = min(_WINDOW_SIZE, height), min(_WINDOW_SIZE, width)
    for row in np.linspace(0, height - rows, _WINDOWS).astype(int):
        for col in np.linspace(0, width - cols, _WINDOWS).astype(int):
            yield Window(int(row), int(col), rows, cols)
