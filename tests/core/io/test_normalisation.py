"""Statistics equal those of all valid pixels at once, however they are read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from toy_rasters import write

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.normalisation import CLIP_DEVIATIONS, NormalisationStats, compute_stats
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import Window, strided_windows

NOTHING = -9999.0

rasters = arrays(
    np.float32,
    st.tuples(st.integers(1, 3), st.integers(2, 12), st.integers(2, 12)),
    elements=st.floats(-1000, 1000, width=32),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rasters, st.integers(1, 12), st.integers(1, 12), st.data())
def test_statistics_equal_numpys_however_the_raster_is_cut(
    tmp_path: Path, values: np.ndarray, rows: int, cols: int, data: st.DataObject
) -> None:
    valid = data.draw(arrays(np.bool_, values.shape[1:]))
    valid[0, 0] = True
    path = write(tmp_path / "a.tif", np.where(valid, values, np.float32(NOTHING)), no_data=NOTHING)
    with RasterSource(path) as source:
        windows = strided_windows(source.grid.window, rows, cols, rows, cols, "pad")
        places = [(source, window.intersection(source.grid.window)) for window in windows]
        stats = compute_stats(places)
    inside = values[:, valid].astype(np.float64)
    assert stats.pixels == inside.shape[1]
    assert stats.mean == pytest.approx(inside.mean(1), abs=1e-8)
    assert stats.std == pytest.approx(inside.std(1), abs=1e-7)


def test_large_offsets_do_not_eat_the_deviation(tmp_path: Path) -> None:
    values = (1e6 + np.arange(64).reshape(8, 8) % 2).astype(np.float32)
    with RasterSource(write(tmp_path / "a.tif", values)) as source:
        stats = compute_stats([(source, Window(row, 0, 1, 8)) for row in range(8)])
    assert stats.std == pytest.approx([0.5])


def test_statistics_of_several_rasters_are_those_of_all_pixels(tmp_path: Path) -> None:
    first, second = np.full((4, 4), 10, np.uint8), np.full((2, 4), 40, np.uint8)
    with (
        RasterSource(write(tmp_path / "a.tif", first)) as a,
        RasterSource(write(tmp_path / "b.tif", second)) as b,
    ):
        stats = compute_stats([(a, a.grid.window), (b, b.grid.window)])
    assert stats.mean == pytest.approx([20])
    assert stats.std == pytest.approx([np.sqrt(200)])


def test_invalid_values_never_enter(tmp_path: Path) -> None:
    values = np.random.default_rng(0).normal(0, 1, (2, 8, 8)).astype(np.float32)
    valid = np.random.default_rng(1).random((8, 8)) < 0.7
    found = []
    for poison in (0.0, 1e30):
        path = write(tmp_path / f"{poison}.tif", np.where(valid, values, np.float32(poison)), mask=valid)
        with RasterSource(path) as source:
            found.append(compute_stats([(source, source.grid.window)]))
    assert np.array_equal(found[0].mean, found[1].mean)
    assert np.array_equal(found[0].std, found[1].std)


def test_no_valid_pixel_is_one_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.zeros((4, 4), np.uint8), no_data=0)
    with RasterSource(path) as source, pytest.raises(RasterError, match="no valid pixel"):
        compute_stats([(source, source.grid.window)])


STATS = NormalisationStats(np.array([10.0, 0.0]), np.array([2.0, 0.0]), 100)


def test_values_come_to_zero_mean_and_unit_deviation() -> None:
    values = np.array([[[10, 12, 6]], [[0, 1, -3]]], np.float32)
    assert STATS.apply(values, np.ones((1, 3), bool)).tolist() == [[[0, 1, -2]], [[0, 1, -3]]]


def test_artefacts_are_clipped() -> None:
    values = np.array([[[1e9, -1e9]], [[1e9, -1e9]]], np.float32)
    normal = STATS.apply(values, np.ones((1, 2), bool))
    assert np.abs(normal).max() == CLIP_DEVIATIONS


@given(arrays(np.float32, (2, 3, 4), elements=st.floats(width=32, allow_nan=False)), arrays(np.bool_, (3, 4)))
def test_invalid_pixels_become_the_mean_and_all_are_finite(values: np.ndarray, valid: np.ndarray) -> None:
    normal = STATS.apply(values, valid)
    assert (normal[:, ~valid] == 0).all()
    assert np.isfinite(normal).all()
    assert normal.dtype == np.float32
