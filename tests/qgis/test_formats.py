"""Formats of outputs: QGIS' dialogs offer those that hold all; others are refused before any work, with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from osgeo import gdal
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsRasterLayer,
    QgsVectorLayer,
)

RASTERS = ("tif", "img", "bil")
VECTORS = ("gpkg", "shp", "geojson", "fgb", "gml", "sqlite", "csv")
# The plain driver of KML loses fields in newer versions of GDAL: it can be typed, and is then tried.
TYPED = ("kml",) if gdal.GetDriverByName("LIBKML") is not None else ()


def test_dialogs_offer_only_what_holds_all(provider: Any) -> None:
    assert provider.supportedOutputRasterLayerExtensions() == list(RASTERS)
    assert provider.supportedOutputVectorLayerExtensions() == list(VECTORS)
    assert provider.defaultRasterFileExtension() == "tif"
    assert provider.defaultVectorFileExtension() == "gpkg"


@pytest.mark.parametrize("extension", RASTERS)
def test_class_rasters_are_the_same_in_every_format(run: Any, quadrants: str, tmp_path: Path, extension: str) -> None:
    output = str(tmp_path / f"classes.{extension}")
    run("segment", CLUSTERS=quadrants, CLASSES="wet=0; green=1,2", OUTPUT=output)
    layer = QgsRasterLayer(output)
    expected = np.array([0, 1, 2, 2, 3], np.uint8)[toys.read(quadrants)]
    assert np.array_equal(toys.read(output), expected)
    assert layer.crs() == QgsRasterLayer(quadrants).crs()
    assert layer.extent() == QgsRasterLayer(quadrants).extent()
    assert layer.dataProvider().sourceNoDataValue(1) == 0


@pytest.mark.parametrize("extension", VECTORS + TYPED)
def test_polygons_are_the_same_in_every_format(run: Any, classes: str, tmp_path: Path, extension: str) -> None:
    layer = QgsVectorLayer(run("polygons", INPUT=classes, OUTPUT=str(tmp_path / f"polygons.{extension}"))["OUTPUT"])
    shapes = {feature["class"]: feature.geometry() for feature in layer.getFeatures()}
    assert sorted(shapes) == ["other", "water", "wood"]
    assert layer.crs().authid() == ("EPSG:4326" if extension == "kml" else "EPSG:32633")
    areas = {feature["class"]: float(feature["area_m2"]) for feature in layer.getFeatures()}
    if extension != "kml":
        pixels = toys.read(classes)[0]
        for value, name in ((1, "water"), (2, "wood"), (3, "other")):
            assert np.isclose(shapes[name].area(), (pixels == value).sum() * toys.PIXEL**2)
            assert np.isclose(areas[name], shapes[name].area(), rtol=1e-3)


def test_classes_with_names_like_formulas_are_written_as_csv(run: Any, quadrants: str, tmp_path: Path) -> None:
    output = str(tmp_path / "polygons.csv")
    run("segment", CLUSTERS=quadrants, CLASSES="@wet=0; -green=1,2", OUTPUT="TEMPORARY_OUTPUT", POLYGONS=output)
    assert {feature["class"] for feature in QgsVectorLayer(output).getFeatures()} >= {"'@wet", "'-green"}


def wrapped(path: str, desktop: bool) -> Any:
    return QgsProcessingOutputLayerDefinition(path) if desktop else path


@pytest.mark.parametrize("desktop", [True, False])
@pytest.mark.parametrize(
    ("algorithm", "parameters", "output", "name", "sentence"),
    [
        ("segment", {"CLASSES": "a=0"}, "OUTPUT", "a.jpg", "cannot hold 60 x 60 pixels in 1 band of uint8"),
        ("segment", {"CLASSES": "a=0"}, "POLYGONS", "a.dxf", "the format AutoCAD DXF"),
        ("segment", {"CLASSES": f"{'x' * 255}=0"}, "POLYGONS", "a.shp", "does not keep the 255 bytes of 'xxx"),
        ("polygons", {}, "OUTPUT", "a.dgn", "the format Microstation DGN"),
        ("tileraster", {}, "INDEX", "a.dxf", "the format AutoCAD DXF"),
    ],
)
def test_what_loses_something_is_refused_before(
    provider: Any, quadrants: str, tmp_path: Path, algorithm: str, parameters: dict[str, Any], output: str, name: str,
    sentence: str, desktop: bool,
) -> None:  # fmt: skip
    raster = "CLUSTERS" if algorithm == "segment" else "INPUT"
    path = wrapped(str(tmp_path / name), desktop)
    values = {raster: quadrants, "OUTPUT": "TEMPORARY_OUTPUT", **parameters, output: path}
    chosen = provider.algorithm(algorithm)
    sentence = sentence.replace("60 x 60", f"{toys.SIZE} x {toys.SIZE}")
    fine, message = chosen.checkParameterValues(values, QgsProcessingContext())
    assert not fine
    assert sentence in message
    assert message.startswith(f"{name}: ")
    assert list(tmp_path.iterdir()) == []
    # QGIS' own question comes first, and its answer knows no reason.
    assert provider.isSupportedOutputValue(path, chosen.parameterDefinition(output), QgsProcessingContext())[0]
    with pytest.raises(QgsProcessingException, match="the format"):
        chosen.create().run(values, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)


@pytest.mark.parametrize("desktop", [True, False])
@pytest.mark.parametrize("table", ["postgres:dbname='a.b' table=x.y", "ogr:dbname='/tmp/x.gpkg' table=\"y\" (geom)"])
def test_a_table_of_a_database_is_no_unknown_format(provider: Any, classes: str, table: str, desktop: bool) -> None:
    chosen, output = provider.algorithm("polygons"), wrapped(table, desktop)
    fine, message = chosen.checkParameterValues({"INPUT": classes, "OUTPUT": output}, QgsProcessingContext())
    assert not fine
    assert message == f"{table} is a table of a database, and layers are written to files; choose a file."


def test_mapping_is_refused_before_the_worker_starts(provider: Any, raster: str, model: str, tmp_path: Path) -> None:
    values = {"INPUT": raster, "MODEL": model, "OUTPUT": "TEMPORARY_OUTPUT", "FEATURES": str(tmp_path / "a.png")}
    fine, message = provider.algorithm("cluster").checkParameterValues(values, QgsProcessingContext())
    assert not fine
    assert message.startswith("a.png: the format Portable Network Graphics cannot hold")


def test_polygons_of_a_raster_without_a_system_lie_in_place(run: Any, tmp_path: Path) -> None:
    """Not in degrees, as QGIS takes a GeoPackage that says nothing."""
    plain, values = str(tmp_path / "plain.tif"), toys.quadrant_clusters()
    dataset = gdal.GetDriverByName("GTiff").Create(plain, *values.shape[::-1], 1, gdal.GDT_Byte)
    dataset.SetGeoTransform((300000, 0.5, 0, 5000000, 0, -0.5))
    dataset.GetRasterBand(1).SetNoDataValue(0)
    dataset.GetRasterBand(1).WriteRaster(0, 0, *values.shape[::-1], values.astype(np.uint8).tobytes())
    del dataset
    raster = QgsRasterLayer(plain)
    assert not raster.crs().isValid()
    layer = QgsVectorLayer(run("polygons", INPUT=plain, OUTPUT=str(tmp_path / "polygons.gpkg"))["OUTPUT"])
    assert not layer.crs().isGeographic()
    assert raster.extent().contains(layer.extent())
    with pytest.raises(QgsProcessingException, match="GeoJSON needs a reference system"):
        run("polygons", INPUT=plain, OUTPUT=str(tmp_path / "polygons.geojson"))


def test_rasters_that_would_share_a_style_need_two_names(
    provider: Any, raster: str, model: str, tmp_path: Path
) -> None:
    values = {"INPUT": raster, "MODEL": model, "OUTPUT": str(tmp_path / "a.tif"), "NOVELTY": str(tmp_path / "a.img")}
    fine, message = provider.algorithm("cluster").checkParameterValues(values, QgsProcessingContext())
    assert not fine
    assert message == "OUTPUT and NOVELTY are both named a; give them different names."


def test_tiles_need_a_folder_to_write_into_before_the_raster_is_read(run: Any, raster: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    heard = toys.Heard()
    with pytest.raises(QgsProcessingException, match="Cannot write into the folder"):
        run("tileraster", heard, INPUT=raster, OUTPUT=str(tmp_path / "file" / "tiles"))
