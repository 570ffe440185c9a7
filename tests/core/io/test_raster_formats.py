"""Every raster format either gives back exactly what was written, or is refused before, in one sentence."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from toy_rasters import UTM_40N, wkt_of

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.legend import cluster_legend
from clusternet_qgis.core.io.raster_formats import check_raster_format
from clusternet_qgis.core.io.raster_sink import RasterSink
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.systems import is_same_place, system_of

LOCAL = "+proj=lcc +lat_1=40 +lat_2=50 +lat_0=45 +lon_0=57 +x_0=3e5 +y_0=2.8e6 +ellps=GRS80 +units=m"
SIZE = (70, 50)
METRES = (300000.0, 0.1, 0.0, 2780000.0, 0.0, -0.1)
GRIDS = {
    "metres": RasterGrid(*SIZE, METRES, wkt_of(UTM_40N)),
    "a system without a code": RasterGrid(*SIZE, METRES, system_of(LOCAL).ExportToWkt()),
    "no system": RasterGrid(*SIZE, METRES),
    "no place": RasterGrid(*SIZE),
    "degrees": RasterGrid(*SIZE, (50.1, 1e-6, 0.0, 40.0, 0.0, -1.1e-6), wkt_of(4326)),
    "rotated": RasterGrid(*SIZE, (300000.0, 0.1, 0.02, 2780000.0, 0.02, -0.1), wkt_of(UTM_40N)),
    "south up": RasterGrid(*SIZE, (300000.0, 0.1, 0.0, 2780000.0, 0.0, 0.1), wkt_of(UTM_40N)),
}
KINDS = {"labels": (1, "uint8", 0.0), "many labels": (1, "uint16", 0.0), "features": (5, "float32", math.nan)}
# Beside what QGIS' dialogs offer: formats that only copy whole rasters, that lose values, or that are rarely there.
EXTENSIONS = (
    "tif", "img", "bil", "asc", "png", "jpg", "gif", "bmp", "jp2", "webp", "gpkg", "sdat", "rst", "ers", "nc", "kro",
    "pgm", "xyz", "grd", "vrt",
)  # fmt: skip


def values_of(grid: RasterGrid, bands: int, dtype: str, no_data: float) -> np.ndarray:
    random = np.random.default_rng(1)
    shape = (bands, grid.height, grid.width)
    values = random.normal(size=shape) if dtype == "float32" else random.integers(0, 30, shape)
    values = values.astype(dtype)
    values[:, 10:20, 5:9] = no_data
    return values


def refusal_of(path: Path, grid: RasterGrid, bands: int, dtype: str, no_data: float) -> str:
    try:
        check_raster_format(path, grid, bands, dtype, no_data)
    except RasterError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("place", GRIDS)
@pytest.mark.parametrize("extension", EXTENSIONS)
def test_what_is_not_refused_is_read_back_exactly(tmp_path: Path, extension: str, place: str) -> None:
    grid = GRIDS[place]
    for kind, (bands, dtype, no_data) in KINDS.items():
        path = tmp_path / f"{kind}.{extension}"
        refusal = refusal_of(path, grid, bands, dtype, no_data)
        if refusal:
            assert refusal.startswith((f"{path.name}: ", "No raster format is known"))
            assert refusal.endswith(".tif.")
            assert list(tmp_path.glob(f"{kind}*")) == []
            continue
        values = values_of(grid, bands, dtype, no_data)
        with RasterSink(path, grid, bands, dtype, no_data) as sink:
            if dtype != "float32":
                sink.set_legend(cluster_legend(29))
            sink.write(grid.window, values)
        with RasterSource(path, exact=True) as source:
            read, valid = source.read(source.grid.window)
            assert replace(source.grid, wkt="").is_aligned_with(grid)
            assert is_same_place(grid.wkt, source.grid.wkt, grid.corners)
        right = ~np.isnan(values[0]) if dtype == "float32" else values[0] != no_data
        assert np.array_equal(valid, right)
        assert np.array_equal(read[:, right], values[:, right])


@pytest.mark.parametrize("extension", ["tif", "img", "bil"])
@pytest.mark.parametrize("place", ["metres", "no system", "no place", "degrees", "a system without a code"])
def test_formats_that_are_offered_hold_everything(extension: str, place: str) -> None:
    for bands, dtype, no_data in KINDS.values():
        check_raster_format(f"a.{extension}", GRIDS[place], bands, dtype, no_data)


@pytest.mark.parametrize(
    ("name", "place", "reason"),
    [
        (
            "a.jpg",
            "metres",
            "a.jpg: the format JPEG JFIF cannot hold 70 x 50 pixels in 1 band of uint8 with a legend",
        ),
        ("a.asc", "rotated", "a.asc: the format Arc/Info ASCII Grid does not keep where these pixels lie; use .tif."),
        ("a.pgm", "metres", "a.pgm: the format Portable Pixmap Format (netpbm) does not keep where these pixels lie"),
        (
            "a.gpkg",
            "metres",
            "a.gpkg: the format GeoPackage cannot hold 70 x 50 pixels in 1 band of uint8 with a leg",
        ),
    ],
)
def test_the_sentence_says_what_is_lost(name: str, place: str, reason: str) -> None:
    with pytest.raises(RasterError) as caught:
        check_raster_format(name, GRIDS[place])
    assert str(caught.value).startswith(reason)


def test_formats_that_may_lose_values_are_written_without_loss() -> None:
    if gdal.GetDriverByName("JP2OpenJPEG") is not None:
        check_raster_format("a.jp2", GRIDS["metres"])


@pytest.mark.parametrize("wide", [True, False])
def test_the_size_counts(wide: bool) -> None:
    size = (20_000, 4) if wide else (4, 20_000)
    check_raster_format("a.tif", RasterGrid(*size, METRES))
    if gdal.GetDriverByName("WEBP") is not None:
        with pytest.raises(RasterError, match=r"cannot hold .* use \.tif"):
            check_raster_format("a.webp", RasterGrid(*size, METRES), 3)


@pytest.mark.parametrize("extension", ["tif", "img"])
def test_a_large_raster_of_many_bands_is_tried_with_few_values(extension: str) -> None:
    start = time.process_time()
    check_raster_format(f"large.{extension}", RasterGrid(10_000, 10_000, METRES), 64, "float32", math.nan)
    assert time.process_time() - start < 15  # minutes, where all of its values are tried


@pytest.mark.parametrize(("extension", "reason"), [("tif", "^the disk is full$"), ("img", "the format")])
def test_a_full_disk_is_not_taken_for_the_format_for_good(
    monkeypatch: pytest.MonkeyPatch, extension: str, reason: str
) -> None:
    def fail(*_: object) -> None:
        raise RasterError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(RasterSink, "write", fail)
        with pytest.raises(RasterError, match=reason):
            check_raster_format(f"full.{extension}", GRIDS["metres"])
    check_raster_format(f"full.{extension}", GRIDS["metres"])
