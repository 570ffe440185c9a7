"""Layers are written whole or not at all, with their attributes and style."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal, ogr
from toy_rasters import box, wkt_of

from clusternet_qgis.core.errors import Cancelled, ClusterNetError, VectorError
from clusternet_qgis.core.io.vector_sink import VectorSink, vector_driver

FIELDS = [("name", ogr.OFTString), ("row", ogr.OFTInteger), ("share", ogr.OFTReal)]
FORMATS = ("a.gpkg", "a.shp", "a.geojson", "a.fgb")


def square(index: int) -> bytes:
    return bytes(ogr.CreateGeometryFromWkt(box(index, 0, index + 1, 1)).ExportToWkb())


def write_squares(path: Path, count: int = 3, style: str = "") -> None:
    with VectorSink(path, wkt_of(32640), ogr.wkbPolygon, FIELDS, style) as sink:
        for index in range(count):
            sink.write(square(index), [f"Bäume {index}", index, index / 2])


@pytest.mark.parametrize("name", FORMATS)
def test_shapes_and_attributes_are_kept(tmp_path: Path, name: str) -> None:
    write_squares(tmp_path / name)
    dataset = ogr.Open(str(tmp_path / name))
    layer = dataset.GetLayer(0)
    found = sorted((f["name"], f["row"], f["share"], f.GetGeometryRef().GetEnvelope()) for f in layer)
    assert found == [(f"Bäume {i}", i, i / 2, (i, i + 1, 0, 1)) for i in range(3)]
    assert layer.GetSpatialRef() is not None


@pytest.mark.parametrize("name", FORMATS)
def test_a_layer_without_shapes_is_a_layer(tmp_path: Path, name: str) -> None:
    write_squares(tmp_path / name, count=0)
    dataset = ogr.Open(str(tmp_path / name))
    assert dataset.GetLayer(0).GetFeatureCount() == 0


def test_a_geopackage_keeps_its_style_inside_and_others_beside_them(tmp_path: Path) -> None:
    write_squares(tmp_path / "a.gpkg", style="<qgis/>")
    assert [file.name for file in tmp_path.iterdir()] == ["a.gpkg"]
    dataset = ogr.Open(str(tmp_path / "a.gpkg"))
    row = dataset.GetLayerByName("layer_styles").GetNextFeature()
    assert (row["styleQML"], row["f_table_name"], row["useAsDefault"]) == ("<qgis/>", "a", 1)
    write_squares(tmp_path / "b.geojson", style="<qgis/>")
    assert (tmp_path / "b.qml").read_text() == "<qgis/>"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("error", [Cancelled, ValueError, KeyboardInterrupt])
def test_an_exception_leaves_what_was_there(tmp_path: Path, name: str, error: type[BaseException]) -> None:
    (tmp_path / name).write_text("before")
    with pytest.raises(error), VectorSink(tmp_path / name, "", ogr.wkbPolygon, FIELDS, "<qgis/>") as sink:  # noqa: PT012
        sink.write(square(0), ["a", 1, 0.5])
        raise error
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "before"


def test_a_layer_that_was_there_is_replaced_whole(tmp_path: Path) -> None:
    write_squares(tmp_path / "a.gpkg", count=5)
    write_squares(tmp_path / "a.gpkg", count=2)
    dataset = ogr.Open(str(tmp_path / "a.gpkg"))
    assert dataset.GetLayer(0).GetFeatureCount() == 2


def test_an_unknown_format_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(VectorError, match=r"No vector format is known for .docx"):
        VectorSink(tmp_path / "a.docx", "", ogr.wkbPolygon, FIELDS)
    assert list(tmp_path.iterdir()) == []


def test_a_name_without_extension_is_a_geopackage() -> None:
    assert vector_driver(Path("a")).ShortName == "GPKG"


@pytest.mark.parametrize("exceptions", [True, False])
def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path, exceptions: bool) -> None:
    (tmp_path / "file").write_text("in the way")
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()
    try:
        with pytest.raises(ClusterNetError, match="Cannot write into the folder"):
            write_squares(tmp_path / "file" / "a.gpkg")
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()
