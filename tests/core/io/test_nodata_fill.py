"""No data near valid pixels is filled from them, wherever the window ends."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from toy_rasters import write

from clusternet_qgis.core.io.nodata_fill import read_normalised
from clusternet_qgis.core.io.normalisation import NormalisationStats
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import Window

STATS = NormalisationStats(np.array([100.0, 50.0]), np.array([20.0, 10.0]), 1)
SIZE = 90


@pytest.fixture(scope="module")
def raster(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, np.ndarray]:
    """A raster with holes of many sizes, one of them wider than what is filled, and its mask of valid pixels."""
    generator = np.random.default_rng(0)
    values = generator.integers(1, 255, (2, SIZE, SIZE)).astype(np.uint8)
    valid = generator.random((SIZE, SIZE)) < 0.9
    valid[5:85, 5:85] = False
    path = write(tmp_path_factory.mktemp("fill") / "a.tif", np.where(valid, values, 0).astype(np.uint8), mask=valid)
    return path, valid


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(-20, 80), st.integers(-20, 80), st.integers(1, 40), st.integers(1, 40))
def test_a_part_is_filled_as_the_whole(
    raster: tuple[str, np.ndarray], row: int, col: int, rows: int, cols: int
) -> None:
    with RasterSource(raster[0]) as source:
        whole, _ = read_normalised(source, Window(-20, -20, 140, 140), STATS)
        part, valid = read_normalised(source, Window(row, col, rows, cols), STATS)
        _, expected = source.read(Window(row, col, rows, cols))
    assert np.array_equal(valid, expected)
    if valid.any() and not valid.all():
        inside = np.s_[:, row + 20 : row + 20 + rows, col + 20 : col + 20 + cols]
        assert part == pytest.approx(whole[inside], abs=1e-5)


def test_valid_pixels_are_normalised_and_nothing_else(raster: tuple[str, np.ndarray]) -> None:
    path, valid = raster
    with RasterSource(path) as source:
        filled, found = read_normalised(source, source.grid.window, STATS)
        values, _ = source.read(source.grid.window)
    assert np.array_equal(found, valid)
    assert np.array_equal(filled[:, valid], STATS.apply(values, valid)[:, valid])


def test_near_valid_pixels_no_data_is_their_mean_and_far_away_it_is_0(raster: tuple[str, np.ndarray]) -> None:
    path, valid = raster
    with RasterSource(path) as source:
        filled, _ = read_normalised(source, source.grid.window, STATS)
        expected = STATS.apply(*source.read(source.grid.window))
    assert np.allclose(filled[:, 45, 45], 0)
    alone = (~valid).copy()
    alone[5:85, 5:85] = False
    row, col = np.argwhere(alone[4:-4, 4:-4])[0] + 4
    around = np.s_[row - 4 : row + 5, col - 4 : col + 5]
    mean = expected[:, around[0], around[1]][:, valid[around]].mean(1)
    assert filled[:, row, col] == pytest.approx(mean, abs=1e-5)


def test_a_window_without_valid_pixels_is_0(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.zeros((2, 8, 8), np.uint8), no_data=0)
    with RasterSource(path) as source:
        filled, valid = read_normalised(source, source.grid.window, STATS)
    assert not valid.any()
    assert not filled.any()
