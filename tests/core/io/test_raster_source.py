"""What a raster says about its pixels: which are valid, where they lie, and what is beyond the edge."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal
from toy_rasters import NORTH_UP, ROTATED, open_files, read, write

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.raster_source import RasterSource, equal_to_no_data
from clusternet_qgis.core.io.reference import open_reference
from clusternet_qgis.core.io.tiling import Window

RAMP = np.arange(1, 31, dtype=np.uint8).reshape(1, 5, 6)


def valid_of(path: str, bands: list[int] | None = None) -> np.ndarray:
    with RasterSource(path, bands) as source:
        return source.read(source.grid.window)[1]


# --- reading


def test_values_are_read_as_they_are(tmp_path: Path) -> None:
    values = np.random.default_rng(0).normal(0, 1e4, (3, 7, 9)).astype(np.float32)
    with RasterSource(write(tmp_path / "a.tif", values)) as source:
        found, valid = source.read(source.grid.window)
    assert np.array_equal(found, values)
    assert found.dtype == np.float32
    assert valid.all()


@given(st.integers(-20, 20), st.integers(-20, 20), st.integers(1, 30), st.integers(1, 30))
def test_beyond_the_edge_the_content_is_reflected(row: int, col: int, rows: int, cols: int) -> None:
    path = "/vsimem/reflected.tif"
    if gdal.VSIStatL(path) is None:
        write(Path(path), RAMP)
    with RasterSource(path) as source:
        found, valid = source.read(Window(row, col, rows, cols))
    wide = np.pad(RAMP[0], 50, mode="reflect")
    assert np.array_equal(found[0], wide[50 + row : 50 + row + rows, 50 + col : 50 + col + cols])
    assert valid.all()


def test_validity_is_reflected_with_the_values(tmp_path: Path) -> None:
    with RasterSource(write(tmp_path / "a.tif", RAMP, no_data=2)) as source:
        _, valid = source.read(Window(0, -2, 1, 6))
    assert valid.tolist() == [[True, False, True, False, True, True]]


def test_a_raster_of_one_pixel_fills_any_window(tmp_path: Path) -> None:
    with RasterSource(write(tmp_path / "a.tif", np.full((1, 1), 9, np.uint8))) as source:
        values, _ = source.read(Window(-3, -3, 7, 7))
    assert (values == 9).all()


def test_bands_come_in_the_order_asked_for(tmp_path: Path) -> None:
    values = np.stack([np.full((2, 2), n, np.uint8) for n in (10, 20, 30)])
    path = write(tmp_path / "a.tif", values, descriptions=["red", "green", "nir"])
    with RasterSource(path, [3, 1]) as source:
        assert source.band_names == ["nir", "red"]
        assert source.read(source.grid.window)[0][:, 0, 0].tolist() == [30, 10]


def test_bands_without_description_are_called_by_their_number(tmp_path: Path) -> None:
    with RasterSource(write(tmp_path / "a.tif", np.ones((2, 2, 2), np.uint8))) as source:
        assert source.band_names == ["band 1", "band 2"]


# --- validity


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32", "float32", "float64"])
def test_declared_no_data_is_not_valid(tmp_path: Path, dtype: str) -> None:
    assert np.array_equal(valid_of(write(tmp_path / "a.tif", RAMP.astype(dtype), no_data=7)), RAMP[0] != 7)


def test_no_data_of_single_precision_files_is_recognised(tmp_path: Path) -> None:
    values = np.array([[1.0, -3.4e38, 2.0]], np.float32)
    assert valid_of(write(tmp_path / "a.tif", values, no_data=float(np.float32(-3.4e38)))).tolist() == [
        [True, False, True]
    ]


def test_nan_no_data_is_not_valid(tmp_path: Path) -> None:
    values = np.array([[1.0, np.nan, 2.0]], np.float32)
    assert valid_of(write(tmp_path / "a.tif", values, no_data=float("nan"))).tolist() == [[True, False, True]]


@pytest.mark.parametrize("poison", [np.nan, np.inf, -np.inf])
def test_numbers_that_are_none_are_not_valid_and_read_as_finite(tmp_path: Path, poison: float) -> None:
    values = np.ones((2, 3, 3), np.float32)
    values[1, 2, 0] = poison
    with RasterSource(write(tmp_path / "a.tif", values)) as source:
        found, valid = source.read(source.grid.window)
    assert np.flatnonzero(~valid).tolist() == [6]
    assert np.isfinite(found).all()


def test_values_too_large_for_single_precision_are_not_valid(tmp_path: Path) -> None:
    values = np.array([[1.0, 1e300]])
    with RasterSource(write(tmp_path / "a.tif", values)) as source:
        found, valid = source.read(source.grid.window)
    assert valid.tolist() == [[True, False]]
    assert np.isfinite(found).all()


def test_a_pixel_is_valid_only_where_every_chosen_band_is(tmp_path: Path) -> None:
    values = np.array([[[0, 5, 5]], [[5, 0, 5]]], np.uint8)
    path = write(tmp_path / "a.tif", values, no_data=0)
    assert valid_of(path).tolist() == [[False, False, True]]
    assert valid_of(path, [1]).tolist() == [[False, True, True]]


def test_each_band_keeps_its_own_no_data(tmp_path: Path) -> None:
    first, second = (
        write(tmp_path / f"{n}.tif", np.array([[n, 5, 9]], np.uint8), no_data=nothing)
        for n, nothing in ((1, 1), (2, 9))
    )
    path = str(tmp_path / "both.vrt")
    gdal.BuildVRT(path, [first, second], separate=True).FlushCache()
    assert valid_of(path).tolist() == [[False, True, False]]
    assert valid_of(path, [2]).tolist() == [[True, True, False]]


@pytest.mark.parametrize("bands", [1, 2, 3, 4, 5, 7])
@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_transparent_pixels_are_not_valid_with_any_number_of_bands(tmp_path: Path, bands: int, dtype: str) -> None:
    values = np.full((bands + 1, 2, 3), 50, dtype)
    values[-1] = [[0, 255, 255], [255, 1, 0]]
    path = write(tmp_path / "a.tif", values, alpha=True)
    with RasterSource(path) as source:
        assert len(source.bands) == bands
    assert valid_of(path).tolist() == [[False, True, True], [True, True, False]]


@pytest.mark.parametrize("picture", [True, False])
def test_a_single_band_is_never_transparency(tmp_path: Path, picture: bool) -> None:
    values = np.random.default_rng(0).integers(0, 200 if picture else 2, (1, 70, 70)).astype(np.uint8)
    path = write(tmp_path / "a.tif", values, alpha=True)
    with RasterSource(path) as source:
        assert source.bands == (1,)
        assert source.false_alpha == 0
        found, valid = source.read(source.grid.window)
    assert np.array_equal(found, values)
    assert valid.all()


def test_alpha_and_no_data_both_count(tmp_path: Path) -> None:
    values = np.array([[[7, 7, 1]]] * 5 + [[[255, 0, 255]]], np.uint8)
    path = write(tmp_path / "a.tif", values, alpha=True, no_data=[1, 1, 1, 1, 1, None])
    assert valid_of(path).tolist() == [[True, False, False]]


def test_alpha_counts_when_other_bands_are_chosen(tmp_path: Path) -> None:
    values = np.array([[[7, 7]], [[8, 8]], [[255, 0]]], np.uint8)
    assert valid_of(write(tmp_path / "a.tif", values, alpha=True), [2]).tolist() == [[True, False]]


@pytest.mark.parametrize("bands", [1, 3, 6])
def test_the_mask_band_is_heeded(tmp_path: Path, bands: int) -> None:
    mask = np.random.default_rng(bands).random((5, 6)) < 0.5
    path = write(tmp_path / "a.tif", np.repeat(RAMP, bands, 0), mask=mask)
    assert np.array_equal(valid_of(path), mask)


def test_mask_and_no_data_both_count(tmp_path: Path) -> None:
    mask = np.ones((5, 6), bool)
    mask[4, 5] = False
    assert np.flatnonzero(~valid_of(write(tmp_path / "a.tif", RAMP, mask=mask, no_data=1))).tolist() == [0, 29]


def test_any_mask_but_0_is_valid(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", RAMP, mask=np.ones((5, 6), bool))
    flags = (np.arange(30, dtype=np.uint8) % 3).reshape(5, 6)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).GetMaskBand().WriteRaster(0, 0, 6, 5, flags.tobytes())
    del dataset
    assert np.array_equal(valid_of(path), flags > 0)


@pytest.mark.parametrize("kind", ["no data", "mask", "alpha"])
def test_a_thinned_window_has_every_so_many_pixels_with_their_validity(tmp_path: Path, kind: str) -> None:
    values = np.arange(1, 97, dtype=np.uint8).reshape(1, 8, 12)
    mask = np.random.default_rng(0).random((8, 12)) < 0.5
    if kind == "no data":
        path = write(tmp_path / "a.tif", np.where(mask, values, 0).astype(np.uint8), no_data=0)
    elif kind == "mask":
        path = write(tmp_path / "a.tif", values, mask=mask)
    else:
        both = np.concatenate([values, np.where(mask, 255, 0).astype(np.uint8)[None]])
        path = write(tmp_path / "a.tif", both, alpha=True)
    with RasterSource(path) as source:
        found, valid = source.read_decimated(Window(0, 0, 8, 12), 4, 3)
    expected = mask[1::2, 2::4]
    assert found.shape == (1, 4, 3)
    assert np.array_equal(valid, expected)
    assert np.array_equal(found[0][expected], values[0, 1::2, 2::4][expected])


# --- what cannot be used


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RasterError) as caught:
        RasterSource(tmp_path / "nothing.tif")
    path = tmp_path / "nothing.tif"
    assert str(caught.value) == (
        f"Cannot read the raster {path}: {path}: No such file or directory. Check that the file exists and is a raster."
    )


def test_a_file_of_several_rasters_names_them(tmp_path: Path) -> None:
    plain = gdal.Open(write(tmp_path / "a.tif", RAMP))
    path = str(tmp_path / "a.gpkg")
    for table, options in (("one", []), ("two", ["APPEND_SUBDATASET=YES"])):
        gdal.GetDriverByName("GPKG").CreateCopy(path, plain, options=[f"RASTER_TABLE={table}", *options])
    with pytest.raises(RasterError) as caught:
        RasterSource(path)
    assert str(caught.value) == f"{path} holds 2 rasters; choose one of them, such as GPKG:{path}:one."
    with RasterSource(f"GPKG:{path}:one") as source:
        assert source.grid.transform[0] == pytest.approx(NORTH_UP[0])


def test_a_layer_of_vectors_is_no_raster(tmp_path: Path) -> None:
    (tmp_path / "a.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    with pytest.raises(RasterError, match="not recognized as a supported file format"):
        RasterSource(tmp_path / "a.geojson")


@pytest.mark.parametrize("content", [b"", b"no raster at all", b"II*\0" + bytes(200)])
def test_a_file_that_is_no_raster_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.tif").write_bytes(content)
    with pytest.raises(RasterError, match="Cannot read the raster"):
        RasterSource(tmp_path / "a.tif")


def test_a_file_cut_short_is_one_sentence_when_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.random.default_rng(0).random((3, 200, 200), np.float32))
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[: len(data) // 3])
    with RasterSource(path) as source, pytest.raises(RasterError, match="damaged or incomplete"):
        source.read(source.grid.window)


def test_complex_numbers_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.ones((2, 2), np.complex64))
    with pytest.raises(RasterError, match="complex numbers; convert it"):
        RasterSource(path)


@pytest.mark.parametrize("band", [0, -1, 3])
def test_a_band_there_is_not_is_refused(tmp_path: Path, band: int) -> None:
    path = write(tmp_path / "a.tif", np.ones((2, 2, 2), np.uint8))
    with pytest.raises(RasterError, match=f"has 2 bands; band {band}"):
        RasterSource(path, [band])


@pytest.mark.parametrize("exceptions", [True, False])
def test_sentences_do_not_depend_on_gdals_exceptions(tmp_path: Path, exceptions: bool) -> None:
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()
    try:
        with pytest.raises(RasterError, match="Cannot read the raster"):
            RasterSource(tmp_path / "nothing.tif")
        path = write(tmp_path / "a.tif", np.random.default_rng(0).random((3, 200, 200), np.float32))
        Path(path).write_bytes(Path(path).read_bytes()[:200_000])
        with RasterSource(path) as source, pytest.raises(RasterError, match="damaged or incomplete"):
            source.read(source.grid.window)
        assert gdal.GetUseExceptions() == exceptions
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()


# --- files


def test_the_grid_says_what_the_file_says(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", RAMP, transform=ROTATED)
    with RasterSource(path) as source:
        assert source.grid == RasterGrid(6, 5, ROTATED, gdal.Open(path).GetProjection())
    plain = write(tmp_path / "b.tif", RAMP, transform=None, epsg=None)
    with RasterSource(plain) as source:
        assert source.grid == RasterGrid(6, 5, None, "")


def test_the_file_is_let_go(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", RAMP)
    with RasterSource(path) as source:
        source.read(source.grid.window)
        assert path in open_files()
    assert path not in open_files()  # though the source is still there
    Path(path).unlink()
    write(tmp_path / "a.tif", RAMP + 1)
    assert read(path).min() == 2


def test_a_file_that_changes_while_it_is_read_is_one_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", RAMP)
    with RasterSource(path) as source:
        source.read(source.grid.window)
        write(tmp_path / "b.tif", np.tile(RAMP, (1, 2, 1)))
        (tmp_path / "b.tif").replace(path)
        with pytest.raises(RasterError, match="was changed by another program while it was read"):
            source.read(source.grid.window)


def test_a_file_that_is_deleted_while_it_is_read_is_read_to_its_end(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", RAMP)
    with RasterSource(path) as source:
        Path(path).unlink()
        assert np.array_equal(source.read(source.grid.window)[0], RAMP)


def test_a_source_that_is_forgotten_lets_its_file_go(tmp_path: Path) -> None:
    source = RasterSource(write(tmp_path / "a.tif", RAMP))
    assert str(tmp_path / "a.tif") in open_files()
    del source
    gc.collect()
    assert str(tmp_path / "a.tif") not in open_files()
    with RasterSource(write(tmp_path / "b.tif", RAMP)) as closed:
        pass
    del closed  # and one that is closed already does so in silence


# --- signed bytes


def write_signed(path: Path, values: np.ndarray, no_data: float | None = None) -> str:
    """Writes signed bytes as GDAL before 3.7 does, and as it does since."""
    rows, cols = values.shape
    driver = gdal.GetDriverByName("GTiff")
    if hasattr(gdal, "GDT_Int8"):
        dataset = driver.Create(str(path), cols, rows, 1, gdal.GDT_Int8)
    else:
        dataset = driver.Create(str(path), cols, rows, 1, gdal.GDT_Byte, ["PIXELTYPE=SIGNEDBYTE"])
    dataset.SetGeoTransform(NORTH_UP)
    if no_data is not None:
        dataset.GetRasterBand(1).SetNoDataValue(no_data)
    dataset.GetRasterBand(1).WriteRaster(0, 0, cols, rows, values.tobytes())
    del dataset
    return str(path)


SIGNED = np.arange(-128, 128).astype(np.int8).reshape(16, 16)


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("no_data", [None, -128, -1, 0, 5, 127])
def test_bytes_with_a_sign_keep_it(tmp_path: Path, no_data: int | None, exact: bool) -> None:
    with RasterSource(write_signed(tmp_path / "a.tif", SIGNED, no_data), exact=exact) as source:
        values, valid = source.read(source.grid.window)
    assert np.array_equal(values[0], SIGNED)
    assert np.array_equal(valid, no_data != SIGNED if no_data is not None else np.ones_like(valid))


@pytest.mark.parametrize("shift", [0.0, 0.5])
def test_bytes_with_a_sign_are_classes(tmp_path: Path, shift: float) -> None:
    path = write_signed(tmp_path / "a.tif", SIGNED, -1)
    origin, *rest = NORTH_UP
    grid = RasterGrid(16, 16, (origin + shift, *rest))
    labels = open_reference(path, grid)
    index = labels.read(grid.window)
    assert labels.values == [value for value in range(-128, 128) if value != -1]
    assert np.array_equal(np.where(index >= 0, np.array(labels.values)[index], -1), SIGNED)


# --- what says that pixels are not valid


@pytest.mark.parametrize(
    ("arguments", "said_otherwise"),
    [
        ({}, False),
        ({"no_data": 3}, False),
        ({"mask": np.arange(30).reshape(5, 6) > 4}, True),
        ({"mask": np.arange(30).reshape(5, 6) > 4, "no_data": 3}, True),
    ],
)
def test_a_mask_is_told_from_values_that_are_no_data(
    tmp_path: Path, arguments: dict[str, Any], said_otherwise: bool
) -> None:
    with RasterSource(write(tmp_path / "a.tif", RAMP, **arguments)) as source:
        assert source.has_mask(1) is said_otherwise


def test_an_alpha_band_is_no_value_of_the_first(tmp_path: Path) -> None:
    with RasterSource(
        write(tmp_path / "a.tif", np.concatenate([RAMP, np.where(RAMP > 4, np.uint8(255), np.uint8(0))]), alpha=True)
    ) as source:
        assert source.has_mask(1)


@pytest.mark.parametrize(("values", "is_picture"), [(range(0, 17), False), (range(0, 250), True), (range(0, 18), True)])
def test_few_values_are_transparency_and_many_a_band(tmp_path: Path, values: range, is_picture: bool) -> None:
    """Tagged as alpha, near-infrared has many values between none and full; transparency has few."""
    alpha = np.resize(np.array(values, np.uint8), (1, 40, 50))
    with RasterSource(write(tmp_path / "a.tif", np.concatenate([alpha, alpha]), alpha=True)) as source:
        assert bool(source.false_alpha) is is_picture


@pytest.mark.parametrize("stored", [np.float32, np.float64])
@pytest.mark.parametrize("read_as", [np.float32, np.float64])
def test_no_data_is_what_a_band_can_hold(tmp_path: Path, stored: type, read_as: type) -> None:
    """0.1 in single precision is another number than in double."""
    path = write(tmp_path / "a.tif", np.array([[0.1, 0.2]], stored), no_data=0.1)
    dataset = gdal.Open(path)
    equal = equal_to_no_data(np.array([[0.1, 0.2]], stored).astype(read_as), dataset.GetRasterBand(1))
    assert equal.tolist() == [[True, False]]


def test_a_double_is_compared_as_a_double(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.array([[0.1, 0.2]]), no_data=0.1)
    dataset = gdal.Open(path)
    assert not equal_to_no_data(np.array([[float(np.float32(0.1))]]), dataset.GetRasterBand(1)).any()


def test_without_no_data_none_is_equal(tmp_path: Path) -> None:
    dataset = gdal.Open(write(tmp_path / "a.tif", RAMP))
    equal = equal_to_no_data(RAMP[0].astype(np.float32), dataset.GetRasterBand(1))
    assert equal.shape == RAMP[0].shape
    assert not equal.any()
