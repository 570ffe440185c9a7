"""Confidence is that of the map: of its place, and between 0 and 1."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from toy_rasters import NORTH_UP, UTM_40N, wkt_of, write

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.confidence import unsure_pixels
from clusternet_qgis.core.io.grid import RasterGrid

GRID = RasterGrid(8, 6, NORTH_UP, wkt_of(UTM_40N))


def test_pixels_below_the_least_and_without_one_are_unsure(tmp_path: Path) -> None:
    values = np.full((6, 8), 0.8, np.float32)
    values[0], values[1], values[2] = 0.2, np.nan, 1.0004  # resampled by a spline
    unsure = unsure_pixels(write(tmp_path / "a.tif", values), GRID, 0.5)
    assert unsure is not None
    assert unsure.read(GRID.window).all(1).tolist() == [True, True, False, False, False, False]


def test_a_picture_is_no_confidence(tmp_path: Path) -> None:
    """Each of its pixels would be sure enough."""
    picture = write(tmp_path / "ortho.tif", np.full((3, 6, 8), 90, np.uint8))
    unsure = unsure_pixels(picture, GRID, 0.5)
    assert unsure is not None
    with pytest.raises(RasterError, match="values from 0 to 90; confidence lies between 0 and 1"):
        unsure.read(GRID.window)


def test_confidence_of_another_place_is_refused(tmp_path: Path) -> None:
    """No pixel would be sure: the whole map would be `other`."""
    away = write(tmp_path / "b.tif", np.full((6, 8), 0.9, np.float32), (NORTH_UP[0] + 5000, *NORTH_UP[1:]))
    with pytest.raises(RasterError, match="does not overlap"):
        unsure_pixels(away, GRID, 0.5)
