"""Every vector format either gives back what was written, or is refused before, in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr
from test_raster_formats import GRIDS, LOCAL, METRES
from toy_rasters import wkt_of

from clusternet_qgis.core.errors import VectorError
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.systems import UNDEFINED, WGS84, is_same_place, system_of
from clusternet_qgis.core.io.tiling import Window
from clusternet_qgis.core.io.vector_formats import stored_system
from clusternet_qgis.core.io.vector_sink import VectorSink
from clusternet_qgis.core.io.vectors import extent_polygon

FIELDS = [("class_id", ogr.OFTInteger), ("class", ogr.OFTString), ("area_m2", ogr.OFTReal), ("share", ogr.OFTReal)]
NAMES = ["tree", 'Bäume, "alte"; Wald', "x" * 200]
EXTENSIONS = (
    "gpkg", "shp", "geojson", "json", "fgb", "gml", "sqlite", "csv", "kml", "kmz", "tab", "mif", "gmt", "dxf", "dgn",
    "gpx", "ods", "xlsx", "sql", "gxt", "geojsonl", "pdf", "xml", "gdb", "jml",
)  # fmt: skip
OFFERED = ("gpkg", "shp", "geojson", "fgb", "gml", "sqlite", "csv", "kml")


def check_refusal(message: str, path: Path) -> None:
    assert message.startswith((f"{path.name}: the format ", "No vector format is known"))
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("place", GRIDS)
@pytest.mark.parametrize("extension", EXTENSIONS)
def test_what_is_not_refused_is_read_back(tmp_path: Path, extension: str, place: str) -> None:
    grid = GRIDS[place]
    path = tmp_path / f"layer.{extension}"
    try:
        system = stored_system(path, grid, FIELDS, NAMES)
    except VectorError as error:
        check_refusal(str(error), path)
        return
    shapes = [extent_polygon(grid.cropped(Window(2 * i, 3 * i, 4, 5))) for i in range(len(NAMES))]
    with VectorSink(path, grid.wkt, ogr.wkbPolygon, FIELDS, stored=system) as sink:
        for number, (name, shape) in enumerate(zip(NAMES, shapes)):
            sink.write(bytes(shape.ExportToWkb()), (number, name, shape.Area() / 3, 0.5))
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = dataset.GetLayer(0)
    features = sorted(layer, key=lambda feature: int(feature["class_id"]))
    assert [feature["class"] for feature in features] == NAMES
    assert [float(feature["area_m2"]) for feature in features] == pytest.approx([s.Area() / 3 for s in shapes])
    read = layer.GetSpatialRef().ExportToWkt() if layer.GetSpatialRef() else ""
    back = None
    if system == grid.wkt:
        assert is_same_place(grid.wkt, read, grid.corners)
    else:
        assert system == WGS84
        assert is_same_place(wkt_of(4326), read, [(50.0, 40.0)])
        back = osr.CoordinateTransformation(system_of(WGS84), system_of(grid.wkt))
    for feature, shape in zip(features, shapes):
        geometry = feature.GetGeometryRef().Clone()
        geometry.FlattenTo2D()
        if back is not None:
            geometry.Transform(back)
        assert geometry.SymDifference(shape).Area() < 1e-3 * grid.pixel_area


@pytest.mark.parametrize("extension", OFFERED)
@pytest.mark.parametrize("place", ["metres", "degrees", "rotated", "south up"])
def test_formats_that_are_offered_hold_everything(extension: str, place: str) -> None:
    assert stored_system(f"a.{extension}", GRIDS[place], FIELDS, NAMES) in (GRIDS[place].wkt, WGS84)


def test_geojson_in_a_system_without_a_code_is_in_wgs_84() -> None:
    grid = GRIDS["a system without a code"]
    assert stored_system("a.geojson", grid, FIELDS, NAMES) == WGS84
    assert stored_system("a.gpkg", grid, FIELDS, NAMES) == grid.wkt == system_of(LOCAL).ExportToWkt()
    with pytest.raises(VectorError, match=r"GeoJSON needs a reference system, and the raster has none; use \.gpkg"):
        stored_system("a.geojson", GRIDS["no system"], FIELDS, NAMES)


def test_a_geopackage_without_a_system_lies_in_a_plane(tmp_path: Path) -> None:
    """QGIS takes a layer in degrees for one on the globe, and draws it elsewhere than the raster."""
    grid = GRIDS["no place"]
    with VectorSink(tmp_path / "a.gpkg", "", ogr.wkbPolygon, FIELDS) as sink:
        sink.write(bytes(extent_polygon(grid).ExportToWkb()), (1, "a", 1.0, 0.5))
    dataset = ogr.Open(str(tmp_path / "a.gpkg"))
    system = dataset.GetLayer(0).GetSpatialRef()
    assert system.GetName() == UNDEFINED
    assert system.IsLocal()
    rows = dataset.ExecuteSQL("SELECT srs_id FROM gpkg_geometry_columns")
    assert [row.GetField(0) for row in rows] == [-1]
    dataset.ReleaseResultSet(rows)


@pytest.mark.parametrize("name", ["ä" * 150, "x" * 255])
def test_a_shapefile_cannot_hold_names_of_more_than_254_bytes(name: str) -> None:
    message = f"a.shp: the format ESRI Shapefile does not keep the {len(name.encode())} bytes of '{name[:40]}' as class"
    with pytest.raises(VectorError) as caught:
        stored_system("a.shp", GRIDS["metres"], FIELDS, ["tree", name])
    assert str(caught.value) == f"{message}; use .gpkg."
    stored_system("a.gpkg", GRIDS["metres"], FIELDS, ["tree", name])


BESSEL = (
    "+proj=tmerc +lat_0=0 +lon_0=9 +x_0=3500000 +ellps=bessel +units=m +towgs84=598.1,73.7,418.2,.202,.045,-2.455,6.7"
)


@pytest.mark.parametrize("pixel", [0.05, 0.5, 10.0])
@pytest.mark.parametrize(
    ("system", "x", "y"),
    [
        ("EPSG:2056", 2600000, 1200000),
        ("EPSG:21781", 600000, 200000),
        ("EPSG:27700", 400000, 300000),
        ("EPSG:5514", -700000, -1050000),
        ("EPSG:31256", 0, 5340000),
        ("EPSG:2100", 500000, 4200000),
        ("EPSG:23030", 450000, 4480000),
        ("EPSG:28992", 155000, 463000),
        ("EPSG:31370", 150000, 170000),
        ("EPSG:3003", 1500000, 5000000),
        (BESSEL, 3500000, 5400000),
    ],
)
def test_systems_whose_transformation_does_not_lead_back_are_stored_in_wgs_84(
    system: str, x: float, y: float, pixel: float
) -> None:
    grid = RasterGrid(70, 50, (x, pixel, 0.0, y, 0.0, -pixel), system_of(system).ExportToWkt())
    assert stored_system("a.kml", grid, FIELDS, NAMES) == WGS84
    if system == BESSEL:
        assert stored_system("a.geojson", grid, FIELDS, NAMES) == WGS84


MARS = (
    'GEOGCS["Mars 2000",DATUM["D_Mars_2000",SPHEROID["Mars_2000_IAU_IAG",3396190.0,169.89444722361179]],'
    'PRIMEM["Greenwich",0],UNIT["Decimal_Degree",0.0174532925199433]]'
)
FULL_DISC = "+proj=geos +h=35785831 +lon_0=0 +sweep=y +ellps=WGS84 +units=m"


@pytest.mark.parametrize("exceptions", [True, False])
@pytest.mark.parametrize("extension", ["geojson", "kml"])
@pytest.mark.parametrize(
    ("system", "transform"),
    [
        ('LOCAL_CS["Mine",UNIT["metre",1]]', METRES),
        (f'LOCAL_CS["{UNDEFINED}",UNIT["metre",1]]', METRES),
        (MARS, (50.1, 1e-3, 0.0, 40.0, 0.0, -1e-3)),
        (FULL_DISC, (-5500000.0, 150000.0, 0.0, 5500000.0, 0.0, -150000.0)),
        ("+proj=ortho +lat_0=50 +lon_0=10", (-6400000.0, 200000.0, 0.0, 6400000.0, 0.0, -200000.0)),
    ],
)
def test_rasters_that_are_not_on_the_earth_are_refused_with_the_true_reason(
    extension: str, system: str, transform: tuple[float, ...], exceptions: bool
) -> None:
    grid = RasterGrid(70, 50, transform, system_of(system).ExportToWkt())
    before = osr.GetUseExceptions()
    (osr.UseExceptions if exceptions else osr.DontUseExceptions)()
    try:
        with pytest.raises(VectorError, match=r"does not keep the reference system; use \.gpkg"):
            stored_system(f"a.{extension}", grid, FIELDS, NAMES)
    finally:
        (osr.UseExceptions if before else osr.DontUseExceptions)()


@pytest.mark.parametrize(("extension", "reason"), [("gpkg", "^the disk is full$"), ("fgb", "the format")])
def test_a_full_disk_is_not_taken_for_the_format_for_good(
    monkeypatch: pytest.MonkeyPatch, extension: str, reason: str
) -> None:
    def fail(*_: object) -> None:
        raise VectorError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(VectorSink, "write", fail)
        with pytest.raises(VectorError, match=reason):
            stored_system(f"full.{extension}", GRIDS["metres"], FIELDS, NAMES)
    stored_system(f"full.{extension}", GRIDS["metres"], FIELDS, NAMES)
