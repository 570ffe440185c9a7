"""clusternet:polygons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import toys
from qgis.core import QgsCategorizedSymbolRenderer, QgsGeometry, QgsVectorLayer


def test_polygons_cover_the_classes_without_gaps_and_overlaps(run: Any, classes: str, tmp_path: Path) -> None:
    layer = QgsVectorLayer(run("polygons", INPUT=classes, OUTPUT=str(tmp_path / "polygons.gpkg"))["OUTPUT"])
    assert layer.crs().authid() == "EPSG:32633"
    shapes = [feature.geometry() for feature in layer.getFeatures()]
    assert {feature["class"] for feature in layer.getFeatures()} == {"water", "wood", "other"}
    assert all(shape.isGeosValid() for shape in shapes)
    valid = (toys.read(classes) > 0).sum() * toys.PIXEL**2
    assert np.isclose(sum(shape.area() for shape in shapes), valid)
    assert np.isclose(QgsGeometry.unaryUnion(shapes).area(), valid)


def test_qgis_draws_them_in_the_colours_of_the_raster(run: Any, classes: str, tmp_path: Path) -> None:
    layer = QgsVectorLayer(run("polygons", INPUT=classes, OUTPUT=str(tmp_path / "polygons.gpkg"))["OUTPUT"])
    renderer = layer.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    drawn = {category.label(): category.symbol().color().getRgb()[:3] for category in renderer.categories()}
    assert drawn == {"water": (40, 60, 160), "wood": (30, 110, 40), "other": (217, 217, 217)}


def test_classes_by_name_get_right_angles(run: Any, classes: str, tmp_path: Path) -> None:
    path = run("polygons", INPUT=classes, RIGHT_ANGLES="wood; water", OUTPUT=str(tmp_path / "right.gpkg"))["OUTPUT"]
    shapes = [feature.geometry() for feature in QgsVectorLayer(path).getFeatures()]
    assert all(shape.isGeosValid() for shape in shapes)
    valid = (toys.read(classes) > 0).sum() * toys.PIXEL**2
    assert np.isclose(QgsGeometry.unaryUnion(shapes).area(), valid)
    assert np.isclose(sum(shape.area() for shape in shapes), valid)


def test_a_temporary_layer_can_be_had(run: Any, classes: str) -> None:
    layer = run("polygons", INPUT=classes, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert QgsVectorLayer(layer).featureCount() == 3


def test_qgis_process_writes_other_formats(qgis_process: Any, classes: str, tmp_path: Path) -> None:
    finished = qgis_process.run(
        "clusternet:polygons",
        INPUT=classes,
        MIN_AREA="2",
        SIMPLIFY="0.6",
        SMOOTH="1",
        OUTPUT=tmp_path / "polygons.geojson",
    )
    assert finished.code == 0, finished.text
    layer = QgsVectorLayer(finished.results["OUTPUT"])
    assert {feature["class"] for feature in layer.getFeatures()} == {"water", "wood", "other"}
