"""A raster on another grid gives each pixel one value, whichever window is read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from toy_rasters import NORTH_UP, ROTATED, SOUTH_UP, wkt_of, write

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.aligned_raster import AlignedRaster
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import Window

ROWS, COLS = 70, 90
FINE = (300000.0, 0.5, 0, 2780000.0, 0, -0.5)
COARSE = (299990.0, 5.0, 0, 2780020.0, 0, -5.0)


def grid_of(tmp_path: Path, transform: tuple[float, ...] = NORTH_UP, epsg: int | None = 32640) -> RasterGrid:
    path = write(tmp_path / "picture.tif", np.zeros((ROWS, COLS), np.uint8), transform, epsg)
    return RasterSource(path).grid


def plane(transform: tuple[float, ...], rows: int, cols: int) -> np.ndarray:
    """Values that are a linear function of where pixels lie."""
    col, row = np.meshgrid(np.arange(cols) + 0.5, np.arange(rows) + 0.5)
    x = transform[0] + transform[1] * col + transform[2] * row
    y = transform[3] + transform[4] * col + transform[5] * row
    return ((x - 300000) + 2 * (y - 2780000)).astype(np.float32)


@pytest.mark.parametrize("picture", [NORTH_UP, SOUTH_UP, ROTATED], ids=["north", "south", "rotated"])
@pytest.mark.parametrize("own", ["fine", "coarse"])
def test_a_plane_is_the_same_plane_on_any_grid(tmp_path: Path, picture: tuple[float, ...], own: str) -> None:
    step = {"fine": 0.5, "coarse": 5.0}[own]
    transform = (299700.0, step, 0, 2780300.0, 0, -step)
    side = int(700 / step)
    raster = write(tmp_path / "heights.tif", plane(transform, side, side), transform)
    aligned = AlignedRaster(RasterSource(raster), grid_of(tmp_path, picture))
    read = aligned.read(Window(-5, -5, ROWS + 10, COLS + 10))[0]
    expected = plane(picture, ROWS, COLS)
    # What is finer is averaged over its pixels, in which the picture's pixel may lie off the middle by half of one.
    tolerance = 1e-2 if own == "coarse" else 4 * step
    assert np.abs(read[5:-5, 5:-5] - expected).max() < tolerance


@pytest.mark.parametrize("nearest", [False, True])
@pytest.mark.parametrize("transform", [FINE, COARSE], ids=["fine", "coarse"])
def test_windows_join_exactly(tmp_path: Path, nearest: bool, transform: tuple[float, ...]) -> None:
    values = np.random.default_rng(0).random((400, 400)).astype(np.float32)
    values[:50, :60] = -1
    raster = write(tmp_path / "extra.tif", values, transform, no_data=-1)
    aligned = AlignedRaster(RasterSource(raster), grid_of(tmp_path), nearest)
    whole = aligned.read(Window(0, 0, ROWS, COLS))
    for window in (Window(0, 0, 33, 41), Window(31, 17, 20, 60), Window(69, 89, 1, 1)):
        assert np.array_equal(aligned.read(window), whole[(slice(None), *window.slices())], equal_nan=True)


def test_another_system_is_another_grid(tmp_path: Path) -> None:
    # In degrees, around the place of NORTH_UP in UTM 40N.
    transform = (55.01, 1e-5, 0, 25.13, 0, -1e-5)
    y, x = np.mgrid[:1000, :2000]
    raster = write(tmp_path / "degrees.tif", (x + y).astype(np.float32), transform, epsg=4326)
    read = AlignedRaster(RasterSource(raster), grid_of(tmp_path)).read(Window(0, 0, ROWS, COLS))[0]
    assert np.isfinite(read).all()
    # A pixel of 2 m is some 2e-5 degrees: two pixels to the right, and two down.
    assert 1.5 < np.diff(read, axis=1).mean() < 2.5
    assert 1.4 < np.diff(read, axis=0).mean() < 2.2


def test_what_is_not_known_is_nothing_and_classes_are_not_mixed(tmp_path: Path) -> None:
    values = np.zeros((40, 40), np.uint8)
    values[:, 20:], values[:5] = 7, 255
    raster = write(tmp_path / "classes.tif", values, COARSE, no_data=255)
    read = AlignedRaster(RasterSource(raster), grid_of(tmp_path), nearest=True).read(Window(0, 0, ROWS, COLS))[0]
    assert np.isnan(read[0]).all()
    assert {*np.unique(read[np.isfinite(read)])} == {0.0, 7.0}


def test_rasters_that_do_not_overlap_are_a_sentence(tmp_path: Path) -> None:
    away = (400000.0, 2.0, 0, 2780000.0, 0, -2.0)
    source = RasterSource(write(tmp_path / "away.tif", np.zeros((9, 9), np.float32), away))
    with pytest.raises(RasterError, match=r"away.tif \(EXTRA\) does not overlap the raster"):
        AlignedRaster(source, grid_of(tmp_path))


def test_a_raster_without_georeference_fits_only_one_that_has_none(tmp_path: Path) -> None:
    source = RasterSource(write(tmp_path / "bare.tif", np.ones((ROWS, COLS), np.float32), None, None))
    with pytest.raises(RasterError, match="no georeference"):
        AlignedRaster(source, grid_of(tmp_path))
    bare = AlignedRaster(source, grid_of(tmp_path, None, None))
    assert (bare.read(Window(0, 0, ROWS, COLS)) == 1).all()


@pytest.mark.parametrize("epsg", [32640, 3857])
def test_a_raster_that_is_small_beside_the_grid_overlaps_it(tmp_path: Path, epsg: int) -> None:
    """Such as a sheet of heights of 1 km on a satellite image of 100 km; most lie between any few pixels."""
    grid = RasterGrid(10_000, 10_000, NORTH_UP, wkt_of(32640))
    for pixel in (1000, 1105, 5150):
        transform = (NORTH_UP[0] + 2.0 * pixel, 2.0, 0, NORTH_UP[3] - 2.0 * pixel, 0, -2.0)
        small = write(tmp_path / f"{pixel}.tif", np.ones((40, 40), np.float32), transform)
        if epsg != 32640:
            gdal.Warp(str(tmp_path / f"{pixel}w.tif"), small, dstSRS=f"EPSG:{epsg}").FlushCache()
            small = str(tmp_path / f"{pixel}w.tif")
        aligned = AlignedRaster(RasterSource(small), grid)
        assert np.isfinite(aligned.read(Window(pixel + 10, pixel + 10, 10, 10))).all()
    beside = write(
        tmp_path / "beside.tif", np.ones((4, 4), np.float32), (NORTH_UP[0] - 9, 2.0, 0, NORTH_UP[3], 0, -2.0)
    )
    with pytest.raises(RasterError, match="does not overlap"):
        AlignedRaster(RasterSource(beside), grid)


@pytest.mark.parametrize("transform", [FINE, COARSE, (300003.3, 2.7, 0, 2779997.1, 0, -1.9)])
def test_rows_and_columns_one_after_the_other_give_what_single_pixels_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, transform: tuple[float, ...]
) -> None:
    values = np.random.default_rng(0).random((2, 60, 50)).astype(np.float32)
    values[:, 10:20, 15:30] = values[:, 40, ::7] = -1
    raster = write(tmp_path / "extra.tif", values, transform, no_data=-1)
    aligned = AlignedRaster(RasterSource(raster), grid_of(tmp_path), shift=(0.3, -1.6))
    window = Window(-8, -4, ROWS + 20, COLS + 9)
    lines = aligned.read(window)
    monkeypatch.setattr(AlignedRaster, "_is_upright", False)
    pixels = aligned.read(window)
    assert np.isfinite(pixels).any()
    np.testing.assert_allclose(lines, pixels, atol=1e-5)
