"""Borders that no file declares, and alpha bands that are none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal
from toy_rasters import write

from clusternet_qgis.core.io.flat_borders import connected_to_edge, open_imagery
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import Window
from clusternet_qgis.core.progress import Progress

ROWS, COLS = 90, 120


def picture(bands: int = 3, dtype: str = "uint8", rows: int = ROWS, cols: int = COLS) -> np.ndarray:
    highest = np.iinfo(dtype).max if np.dtype(dtype).kind in "iu" else 1000
    values = np.random.default_rng(0).uniform(0.1, 0.9, (bands, rows, cols)) * highest
    return values.astype(dtype)


def wedge(rows: int = ROWS, cols: int = COLS) -> np.ndarray:
    """What a rotated sheet leaves at the left."""
    return np.arange(cols) < 10 + np.arange(rows)[:, None] // 4


def valid_of(path: str, keep: bool = False, said: list[str] | None = None) -> np.ndarray:
    progress = Progress(say=[].append if said is None else said.append)
    with open_imagery(path, None, keep, progress) as source:
        return source.read(source.grid.window)[1]


# --- borders


@pytest.mark.parametrize(("dtype", "white"), [("uint8", 255), ("uint16", 65535), ("uint8", 0), ("uint16", 0)])
@pytest.mark.parametrize("bands", [1, 3, 5])
def test_a_flat_border_is_left_out_and_it_is_said(
    tmp_path: Path, said: list[str], dtype: str, white: int, bands: int
) -> None:
    path = write(tmp_path / "a.tif", np.where(wedge(), white, picture(bands, dtype)).astype(dtype))
    assert np.array_equal(valid_of(path, said=said), ~wedge())
    assert len(said) == 1
    assert f"{wedge().mean():.1%} of a.tif" in said[0]
    assert ("white" if white else "black") in said[0]
    assert "KEEP_FLAT_BORDERS" in said[0]


def test_it_is_kept_if_asked_for(tmp_path: Path, said: list[str]) -> None:
    path = write(tmp_path / "a.tif", np.where(wedge(), 0, picture()).astype(np.uint8))
    assert valid_of(path, keep=True, said=said).all()
    assert said == []


def test_a_collar_on_all_sides_is_one_border(tmp_path: Path) -> None:
    values = picture()
    inside = np.zeros((ROWS, COLS), bool)
    inside[7:-5, 9:-11] = True
    values[:, ~inside] = 0
    assert np.array_equal(valid_of(write(tmp_path / "a.tif", values)), inside)


def test_black_inside_the_picture_is_a_part_of_it(tmp_path: Path) -> None:
    values = picture()
    values[:, wedge()] = 0
    values[:, 40:44, 60:70] = 0
    assert np.array_equal(valid_of(write(tmp_path / "a.tif", values)), ~wedge())


@pytest.mark.parametrize("what", ["a small corner", "dark here and there", "all", "in one band", "declared"])
def test_what_is_no_border_is_kept(tmp_path: Path, said: list[str], what: str) -> None:
    values, no_data = picture(), None
    if what == "a small corner":
        values[:, :5, :5] = 0
    elif what == "dark here and there":
        values[:, wedge()] = 0
        values[:, 20:80, 60:100] = 0
    elif what == "all":
        values[:] = 0
    elif what == "in one band":
        values[0, wedge()] = 0
    else:
        values[:, wedge()] = 0
        no_data = 0
    path = write(tmp_path / "a.tif", values, no_data=no_data)
    with RasterSource(path) as source:
        declared = source.read(source.grid.window)[1]
    assert np.array_equal(valid_of(path, said=said), declared)
    assert said == []


def test_what_is_declared_counts_beside_a_border(tmp_path: Path) -> None:
    values = picture()
    values[:, wedge()] = 255
    values[:, 60:64, 100:110] = 7
    declared = (values == 7).any(0)
    path = write(tmp_path / "a.tif", values, no_data=7)
    assert np.array_equal(valid_of(path), ~wedge() & ~declared)


def test_measurements_of_one_band_may_well_be_0(tmp_path: Path) -> None:
    heights = np.where(wedge(), 0, picture(1, "float32")).astype(np.float32)  # the sea
    assert valid_of(write(tmp_path / "a.tif", heights)).all()
    reflectance = np.where(wedge(), 0, picture(4, "float32")).astype(np.float32)
    assert np.array_equal(valid_of(write(tmp_path / "b.tif", reflectance)), ~wedge())


def test_the_blur_of_jpeg_belongs_to_the_border(tmp_path: Path) -> None:
    values = np.full((3, 160, 200), 150, np.uint8) + np.arange(200, dtype=np.uint8) % 60
    border = np.zeros((160, 200), bool)
    border[:, :43] = border[117:] = True
    values[:, border] = 0
    plain = gdal.Open(write(tmp_path / "plain.tif", values))
    options = ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "JPEG_QUALITY=60", "TILED=YES"]
    gdal.GetDriverByName("GTiff").CreateCopy(str(tmp_path / "a.tif"), plain, options=options)
    blurred = gdal.Open(str(tmp_path / "a.tif")).ReadAsArray()
    assert (blurred[:, border] != 0).any()
    valid = valid_of(str(tmp_path / "a.tif"))
    assert valid[border].mean() < 0.02  # what is blurred to more than black could be anything
    assert valid[~border].mean() > 0.99


def test_large_rasters_have_borders_to_the_pixel(tmp_path: Path) -> None:
    """Looked at coarsely, left out exactly."""
    rows, cols = 300, 5000
    values = picture(1, "uint8", rows, cols)
    outline = np.arange(cols) < 701 + np.arange(rows)[:, None] // 3
    values[:, outline] = 255
    assert np.array_equal(valid_of(write(tmp_path / "a.tif", values)), ~outline)


def test_a_part_has_the_validity_of_the_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.where(wedge(200, 2500), 0, picture(3, "uint8", 200, 2500)).astype(np.uint8))
    with open_imagery(path) as source:
        whole = source.read(source.grid.window)[1]
        for window in (Window(3, 5, 50, 61), Window(150, 0, 50, 2500), Window(0, 17, 1, 1)):
            rows, cols = window.slices()
            assert np.array_equal(source.read(window)[1], whole[rows, cols])


@settings(max_examples=40)
@given(st.integers(1, 12), st.integers(1, 12), st.randoms(use_true_random=False))
def test_what_hangs_together_with_the_edge(rows: int, cols: int, random: object) -> None:
    mask = np.array([[random.random() < 0.6 for _ in range(cols)] for _ in range(rows)])  # type: ignore[attr-defined]
    waiting = [
        (r, c) for r in range(rows) for c in range(cols) if mask[r, c] and (r in (0, rows - 1) or c in (0, cols - 1))
    ]
    reached = np.zeros_like(mask)
    while waiting:
        row, col = waiting.pop()
        if 0 <= row < rows and 0 <= col < cols and mask[row, col] and not reached[row, col]:
            reached[row, col] = True
            waiting += [(row + 1, col), (row - 1, col), (row, col + 1), (row, col - 1)]
    assert np.array_equal(connected_to_edge(mask), reached)


# --- alpha


def test_near_infrared_that_is_tagged_as_alpha_is_a_band(tmp_path: Path, said: list[str]) -> None:
    values = picture(4)
    path = write(tmp_path / "a.tif", values, alpha=True)
    with open_imagery(path, progress=Progress(say=said.append)) as source:
        found, valid = source.read(source.grid.window)
        assert source.band_names[3] == "band 4"
    assert np.array_equal(found, values)
    assert valid.all()
    assert len(said) == 1
    assert "Band 4 of a.tif is tagged as alpha" in said[0]


def test_near_infrared_around_which_nothing_is_is_a_band_too(tmp_path: Path) -> None:
    values = picture(4)
    values[:, :, : COLS * 6 // 10] = 0
    with RasterSource(write(tmp_path / "a.tif", values, alpha=True)) as source:
        assert source.false_alpha == 4


@pytest.mark.parametrize(("levels", "band"), [(16, 0), (17, 2)])
def test_few_levels_are_transparency(tmp_path: Path, levels: int, band: int) -> None:
    values = np.full((2, ROWS, COLS), 100, np.uint8)
    values[1] = 20 + np.arange(COLS) % levels
    with RasterSource(write(tmp_path / "a.tif", values, alpha=True)) as source:
        assert source.false_alpha == band


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([1, 128, 255]), st.booleans(), st.integers(0, 20))
def test_transparency_stays_transparency(tmp_path: Path, opaque: int, noisy: bool, feather: int) -> None:
    """Opaque parts, outlines that fade, and the noise of compression."""
    distance = np.abs(np.arange(COLS) - COLS / 2)
    alpha = opaque * np.clip((40 - distance) / (feather or 1), 0, 1) * np.ones((ROWS, 1))
    if noisy:
        alpha = np.clip(alpha + np.random.default_rng(1).integers(-6, 7, alpha.shape), 0, opaque)
    values = np.concatenate([picture(), alpha[None].astype(np.uint8)])
    with RasterSource(write(tmp_path / "a.tif", values, alpha=True)) as source:
        assert source.bands == (1, 2, 3)
        assert source.false_alpha == 0
        assert np.array_equal(source.read(source.grid.window)[1], values[3] > 0)
