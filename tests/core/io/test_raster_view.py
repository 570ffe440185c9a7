"""A raster with another reference system, other no data or options of its driver."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal, osr

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.fingerprint import file_state, is_content_named
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.raster_view import BandNoData, RasterView
from clusternet_qgis.core.io.reference import NearestRaster
from clusternet_qgis.core.io.tiling import Window

TYPES = {"uint8": gdal.GDT_Byte, "int16": gdal.GDT_Int16, "float32": gdal.GDT_Float32, "float64": gdal.GDT_Float64}
SIDE = 12
TRANSFORM = (500000.0, 1.0, 0.0, 5000000.0, 0.0, -1.0)


def wkt(epsg: int) -> str:
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    return str(system.ExportToWkt())


def write(path: Path, values: np.ndarray, no_data: float | None = None) -> str:
    bands, rows, cols = values.shape
    kind = TYPES[values.dtype.name]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, bands, kind, ["COMPRESS=DEFLATE"])
    dataset.SetGeoTransform(TRANSFORM)
    dataset.SetProjection(wkt(32633))
    for number in range(1, bands + 1):
        if no_data is not None:
            dataset.GetRasterBand(number).SetNoDataValue(no_data)
        dataset.GetRasterBand(number).WriteRaster(0, 0, cols, rows, values[number - 1].tobytes())
    dataset.FlushCache()
    return str(path)


def picture(kind: str) -> np.ndarray:
    return np.arange(2 * SIDE * SIDE).reshape(2, SIDE, SIDE).astype(kind)


limits = st.integers(-5, 2 * SIDE * SIDE).map(float)
ranges = st.lists(st.tuples(limits, limits).map(lambda pair: (min(pair), max(pair))), max_size=3)


@settings(max_examples=60)
@given(
    kind=st.sampled_from(sorted(TYPES)),
    declared=st.sampled_from([None, 0.0, 7.0]),
    counts=st.booleans(),
    chosen=st.tuples(ranges, ranges),
)
def test_no_data_are_the_values_that_were_chosen(
    tmp_path_factory: pytest.TempPathFactory,
    kind: str,
    declared: float | None,
    counts: bool,
    chosen: tuple[list[tuple[float, float]], list[tuple[float, float]]],
) -> None:
    folder = tmp_path_factory.mktemp("view")
    values = picture(kind)
    source = write(folder / "a.tif", values, declared)
    view = RasterView(source, no_data=tuple(BandNoData(counts, tuple(band)) for band in chosen))
    path = view.path(folder, "a.tif")
    expected = np.ones((SIDE, SIDE), bool)
    for band, ranges_of_band in zip(values, chosen):
        if declared is not None and counts:
            expected &= band != declared
        for low, high in ranges_of_band:
            expected &= ~((band >= low) & (band <= high))
    with RasterSource(path) as raster:
        read, valid = raster.read(Window(0, 0, SIDE, SIDE))
    assert (valid == expected).all()
    assert (read[:, valid] == values[:, valid]).all()


@pytest.mark.parametrize("chosen", [((3.0, 3.0),), ((1.0, 1.0), (3.0, 3.0)), ((1.5, 3.5),)])
def test_no_data_stay_so_on_another_grid(tmp_path: Path, chosen: tuple[tuple[float, float], ...]) -> None:
    values = (np.arange(SIDE * SIDE).reshape(1, SIDE, SIDE) % 5).astype(np.uint8)
    source = write(tmp_path / "a.tif", values)
    path = RasterView(source, no_data=(BandNoData(True, chosen),)).path(tmp_path, "a.tif")
    fine = write(tmp_path / "fine.tif", np.zeros((1, 2 * SIDE, 2 * SIDE), np.uint8))
    dataset = gdal.Open(fine, gdal.GA_Update)
    dataset.SetGeoTransform((TRANSFORM[0], 0.5, 0.0, TRANSFORM[3], 0.0, -0.5))
    del dataset
    with RasterSource(fine) as target:
        read, valid = NearestRaster(path, target.grid).read(Window(0, 0, 2 * SIDE, 2 * SIDE))
    invalid = np.any([(values[0] >= low) & (values[0] <= high) for low, high in chosen], axis=0)
    expected = np.kron(~invalid, np.ones((2, 2), bool))
    assert (valid == expected).all()
    assert (read[valid] == np.kron(values[0], np.ones((2, 2)))[valid]).all()


def test_what_the_raster_is_stays(tmp_path: Path) -> None:
    source = write(tmp_path / "a.tif", picture("uint8"))
    dataset = gdal.Open(source, gdal.GA_Update)
    dataset.SetMetadataItem("CLUSTERNET_MODEL", "0123")
    dataset.GetRasterBand(1).SetDescription("near infrared")
    dataset.GetRasterBand(1).SetCategoryNames(["none", "water"])
    del dataset
    path = RasterView(source, wkt=wkt(32601)).path(tmp_path, "a.tif")
    with RasterSource(source) as before, RasterSource(path) as after:
        assert after.metadata["CLUSTERNET_MODEL"] == "0123"
        assert after.band_names == before.band_names
        assert after.category_names == before.category_names
        assert after.is_lossy == before.is_lossy
        assert after.grid.geotransform == before.grid.geotransform
        assert osr.SpatialReference(after.grid.wkt).IsSame(osr.SpatialReference(wkt(32601)))


def test_a_lossy_raster_stays_lossy(tmp_path: Path) -> None:
    source = str(tmp_path / "a.jpg")
    gdal.Translate(source, write(tmp_path / "a.tif", picture("uint8")[:1]), format="JPEG")
    with RasterSource(RasterView(source, wkt="").path(tmp_path, "a.jpg")) as raster:
        assert raster.is_lossy
        assert raster.grid.wkt == ""


def test_a_raster_that_is_shown_as_it_is_is_its_file(tmp_path: Path) -> None:
    source = write(tmp_path / "a.tif", picture("uint8"))
    assert RasterView(source).path(tmp_path, "a.tif") == source


def test_the_same_view_is_the_same_in_every_folder_and_another_when_the_raster_changes(tmp_path: Path) -> None:
    source = write(tmp_path / "a.tif", picture("uint8"))
    views = [RasterView(source, wkt=wkt(32601)), RasterView(source, wkt=wkt(32602))]
    first, again = (views[0].path(tmp_path / name, "a.tif") for name in ("one", "two"))
    assert first != again
    assert Path(first).name == "a.tif"
    assert is_content_named(first)
    assert file_state(first) == file_state(again)
    assert file_state(first) != file_state(views[1].path(tmp_path / "one", "a.tif"))
    Path(source).unlink()
    write(tmp_path / "a.tif", picture("int16"))
    assert file_state(first) != file_state(views[0].path(tmp_path / "one", "a.tif"))


def test_a_raster_that_changes_behind_its_view_is_noticed(tmp_path: Path) -> None:
    source = write(tmp_path / "a.tif", picture("uint8"))
    path = RasterView(source, wkt=wkt(32601)).path(tmp_path, "a.tif")
    with RasterSource(path) as raster:
        raster.read(Window(0, 0, SIDE, SIDE))
        write(tmp_path / "a.tif", picture("float64"))
        with pytest.raises(RasterError, match="was changed by another program"):
            raster.read(Window(0, 0, SIDE, SIDE))


def test_a_source_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RasterError, match="Cannot read the raster"):
        RasterView(str(tmp_path / "none.tif"), wkt="").path(tmp_path, "none.tif")
