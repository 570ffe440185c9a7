"""Strokes to a file and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import mouse
import pytest
import toys
from background import wait_for
from on_canvas import MIDDLES, ROOF, WOOD, stroke
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsVectorLayer

LEFT, RIGHT, BOTTOM, TOP = toys.EXTENT


def test_strokes_saved_and_loaded_are_the_same(ready: Any, canvas: Any, tmp_path: Path) -> None:
    stroke(canvas, WOOD)
    mouse.drag(canvas, MIDDLES[ROOF])
    strokes = ready.session.painting.strokes
    ready.result_panel.save(str(tmp_path / "strokes.gpkg"))
    assert wait_for(lambda: QgsProject.instance().mapLayersByName("strokes"), 20), ready.heard
    layer = QgsProject.instance().mapLayersByName("strokes")[0]
    assert {feature["class"] for feature in layer.getFeatures()} == {strokes[0].class_name}
    again = QgsVectorLayer(layer.source(), "again", "ogr")  # as another project opens it
    for shown in (layer, again):
        colours = {entry.value(): entry.symbol().color().getRgb()[:3] for entry in shown.renderer().categories()}
        assert colours == {entry.name: entry.colour for entry in ready.session.painting.all_classes}
    ready.session.paintings.change(ready.session.painting.with_all_strokes(()))
    ready.result_panel.load(str(tmp_path / "strokes.gpkg"))
    assert ready.session.painting.strokes == strokes


def test_strokes_load_from_another_system_and_bring_their_classes(ready: Any, tmp_path: Path) -> None:
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorFileWriter, QgsVectorLayer

    web = QgsCoordinateReferenceSystem("EPSG:3857")
    transform = QgsCoordinateTransform(ready.session.crs, web, QgsProject.instance())
    layer = QgsVectorLayer("Point?field=class:string", "x", "memory")
    layer.setCrs(web)
    feature = QgsFeature(layer.fields())
    geometry = QgsGeometry.fromPointXY(mouse_place(LEFT + 36, TOP - 12))
    geometry.transform(transform)
    feature.setGeometry(geometry)
    feature.setAttributes(["lake"])
    layer.dataProvider().addFeatures([feature])
    path = str(tmp_path / "points.geojson")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GeoJSON"
    options.ct = QgsCoordinateTransform(web, QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsProject.instance().transformContext(), options)
    ready.result_panel.load(path)
    (loaded,) = ready.session.painting.strokes
    assert loaded.class_name == "lake"
    assert [entry.name for entry in ready.session.painting.classes][-1] == "lake"
    assert loaded.points[0] == pytest.approx((LEFT + 36, TOP - 12), abs=0.05)


def mouse_place(x: float, y: float) -> Any:
    from qgis.core import QgsPointXY

    return QgsPointXY(x, y)


def test_a_file_without_classes_is_a_sentence(ready: Any, reference: str) -> None:
    ready.result_panel.load(reference)
    assert "has no field 'class'" in ready.heard[-1]


def test_a_file_brings_its_colours_and_keys(ready: Any, canvas: Any, tmp_path: Path) -> None:
    session = ready.session
    session.brush.rename_class("class 1", "roof")
    for name, colour in (("unused", (1, 1, 1)), ("tree", (10, 120, 20))):
        session.paintings.change(session.painting.with_class(name).with_class_colour(name, colour))
    session.paintings.change(session.painting.with_class_colour("roof", (200, 30, 40)))
    for name, quadrant in (("tree", WOOD), ("roof", ROOF)):
        session.brush.choose_class(name)
        stroke(canvas, quadrant)
    ready.result_panel.save(str(tmp_path / "strokes.gpkg"))
    assert wait_for(lambda: QgsProject.instance().mapLayersByName("strokes"), 20), ready.heard
    strokes = session.painting.strokes
    session.paintings.forget()
    session.paintings.choose(session.source)
    session.paintings.changed.emit()
    assert [entry.name for entry in session.painting.classes] == ["class 1"]
    ready.result_panel.load(str(tmp_path / "strokes.gpkg"))
    classes = [(entry.name, entry.colour) for entry in session.painting.classes]
    assert classes == [("roof", (200, 30, 40)), ("tree", (10, 120, 20))], "keys 1 and 2 mean what they did"
    assert session.painting.strokes == strokes
