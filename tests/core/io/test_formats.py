"""Ways to store and to place a raster: all give the same result as plain GeoTIFF, or are refused with a reason."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from toy_rasters import UTM_40N, quadrants, wkt_of, write
from whole_chain import declared_valid, run_chain

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.flat_borders import open_imagery
from clusternet_qgis.core.io.raster_source import RasterSource

LOSSLESS = {
    "bigtiff": ["BIGTIFF=YES", "TILED=YES"],
    "zstd": ["COMPRESS=ZSTD", "TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=32"],
    "lerc": ["COMPRESS=LERC", "MAX_Z_ERROR=0"],
    "lzw": ["COMPRESS=LZW", "PREDICTOR=2", "INTERLEAVE=BAND"],
    "one strip": ["BLOCKYSIZE=75"],
    "sparse": ["SPARSE_OK=TRUE"],
}


@pytest.fixture
def plain(tmp_path: Path) -> str:
    mask = np.random.default_rng(0).random((75, 94)) > 0.1
    return write(tmp_path / "plain.tif", quadrants(75, 94), mask=mask)


def everything(path: str) -> tuple[np.ndarray, np.ndarray]:
    with open_imagery(path) as source:
        return source.read(source.grid.window)


def assert_same(path: str, plain: str) -> None:
    values, valid = everything(path)
    right, right_valid = everything(plain)
    assert np.array_equal(valid, right_valid)
    assert np.array_equal(values[:, valid], right[:, valid])
    with RasterSource(path) as first, RasterSource(plain) as second:
        assert first.grid.is_aligned_with(second.grid)
        assert first.grid.geotransform == second.grid.geotransform


def copy(plain: str, path: str, driver: str, options: list[str]) -> str:
    """Copies with the mask inside the file."""
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    made = gdal.GetDriverByName(driver).CreateCopy(path, gdal.Open(plain), options=options)
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
    assert made is not None
    del made
    return path


@pytest.mark.parametrize("kind", LOSSLESS)
def test_compressions_and_layouts(plain: str, tmp_path: Path, kind: str) -> None:
    assert_same(copy(plain, str(tmp_path / "a.tif"), "GTiff", LOSSLESS[kind]), plain)


def test_cloud_optimised_geotiff_and_overviews(plain: str, tmp_path: Path) -> None:
    assert_same(copy(plain, str(tmp_path / "a.tif"), "COG", ["BLOCKSIZE=128", "OVERVIEWS=IGNORE_EXISTING"]), plain)
    gdal.Open(plain, gdal.GA_Update).BuildOverviews("AVERAGE", [2, 4])
    assert_same(str(tmp_path / "a.tif"), plain)


def test_jpeg_through_all_steps(plain: str, tmp_path: Path) -> None:
    options = ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "TILED=YES"]
    path = copy(plain, str(tmp_path / "jpeg.tif"), "GTiff", options)
    assert np.array_equal(run_chain(path, tmp_path / "out").valid, declared_valid(plain))


def test_virtual_rasters_through_all_steps(plain: str, tmp_path: Path) -> None:
    path = str(tmp_path / "a.vrt")
    gdal.BuildVRT(path, [plain]).FlushCache()
    assert_same(path, plain)
    assert np.array_equal(run_chain(path, tmp_path / "out").valid, declared_valid(plain))


def test_a_raster_in_a_geopackage(tmp_path: Path) -> None:
    plain = write(tmp_path / "plain.tif", quadrants(60, 70), epsg=3857, transform=(0.0, 2.0, 0.0, 0.0, 0.0, -2.0))
    options = "-of GPKG -colorinterp red,green,blue -co TILE_FORMAT=PNG -co RASTER_TABLE=picture"
    gdal.Translate(str(tmp_path / "a.gpkg"), plain, options=options)
    assert_same(f"GPKG:{tmp_path / 'a.gpkg'}:picture", plain)


# --- from elsewhere


class _Ranges(SimpleHTTPRequestHandler):
    """Serves parts of files, as GDAL asks for them."""

    def send_head(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data, asked = path.read_bytes(), self.headers.get("Range")
        if asked:
            first, last = asked.removeprefix("bytes=").split("-")
            start, end = int(first), min(int(last or len(data)), len(data) - 1)
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{end}/{len(data)}")
            data = data[start : end + 1]
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    do_GET = do_HEAD = send_head  # type: ignore[assignment]  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The folder of the test, over HTTP on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Ranges, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"/vsicurl/http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_remote_raster_through_all_steps(plain: str, server: str, tmp_path: Path) -> None:
    remote = f"{server}/plain.tif"
    assert_same(remote, plain)
    assert np.array_equal(run_chain(remote, tmp_path / "out").valid, declared_valid(plain))
    with pytest.raises(RasterError, match="Cannot read the raster"):
        RasterSource(f"{server}/missing.tif")


def test_a_map_service_is_refused_with_a_reason(tmp_path: Path) -> None:
    service = tmp_path / "service.xml"
    service.write_text(
        "<GDAL_WMS><Service name='WMS'><ServerUrl>http://127.0.0.1:9/</ServerUrl><Layers>a</Layers></Service>"
        "<DataWindow><UpperLeftX>0</UpperLeftX><UpperLeftY>10</UpperLeftY><LowerRightX>10</LowerRightX>"
        "<LowerRightY>0</LowerRightY><SizeX>100</SizeX><SizeY>100</SizeY></DataWindow><BandsCount>3</BandsCount>"
        "</GDAL_WMS>"
    )
    with pytest.raises(RasterError) as caught:
        RasterSource(service)
    assert str(caught.value) == (
        f"{service} is a WMS service, which gives pictures and not values; export the part that you need as GeoTIFF "
        "first."
    )


# --- placed otherwise


def test_ground_control_points_are_refused_with_the_remedy(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", quadrants(20, 30), transform=None, epsg=None)
    points = [gdal.GCP(300000 + 2 * x, 2780000 - 2 * y, 0, x, y) for x in (0, 30) for y in (0, 20)]
    gdal.Open(path, gdal.GA_Update).SetGCPs(points, wkt_of(UTM_40N))
    with pytest.raises(RasterError) as caught:
        RasterSource(path)
    assert str(caught.value) == (
        f"{path} is placed by 4 ground control points and has no pixel grid of its own; warp it first, with 'Warp "
        "(reproject)' or gdalwarp."
    )
    gdal.Warp(str(tmp_path / "b.tif"), path)
    with RasterSource(tmp_path / "b.tif") as source:
        assert source.grid.geotransform is not None


def test_rational_polynomials_are_refused_with_the_remedy(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", quadrants(20, 30), transform=None, epsg=None)
    names = ("LINE_OFF", "SAMP_OFF", "LAT_OFF", "LONG_OFF", "HEIGHT_OFF")
    names += ("LINE_SCALE", "SAMP_SCALE", "LAT_SCALE", "LONG_SCALE", "HEIGHT_SCALE")
    terms = {f"{n}_{part}_COEFF": " ".join(["1"] * 20) for n in ("LINE", "SAMP") for part in ("NUM", "DEN")}
    gdal.Open(path, gdal.GA_Update).SetMetadata(dict.fromkeys(names, "1") | terms, "RPC")
    with pytest.raises(RasterError, match=r"by rational polynomial coefficients \(RPC\) and .* warp it first"):
        RasterSource(path)
    gdal.Open(path, gdal.GA_Update).SetGeoTransform((300000.0, 2.0, 0.0, 2780000.0, 0.0, -2.0))
    with RasterSource(path) as source:  # which has been placed by somebody since
        assert source.grid.geotransform is not None
