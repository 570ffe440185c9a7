"""The dock at work: paint, see, undo, toggle."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import mouse
import pytest
import toys
from background import wait_for
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest

LEFT, RIGHT, BOTTOM, TOP = toys.EXTENT
WATER, WOOD, FIELD, ROOF = range(4)
# The middle of each quadrant, in pixels of the canvas.
MIDDLES = ((100, 100), (300, 100), (100, 300), (300, 300))


def shown(dock: Any, x: int, y: int) -> tuple[int, ...]:
    """Red, green, blue and alpha of the preview under a pixel of the canvas."""
    preview = dock.session.preview.item
    transform, _ = (preview.view.to_map * preview.canvas.mapSettings().mapToPixel().transform()).inverted()
    place = transform.map(mouse.QPointF(x, y))
    return QColor.fromRgba(preview.image.pixel(int(place.x()), int(place.y()))).getRgb()


def is_shown(dock: Any, *quadrants: int) -> bool:
    """Whether the first class shows exactly in these quadrants."""
    colour = (*dock.session.painting.classes[0].colour, 255)
    return all((shown(dock, *MIDDLES[q]) == colour) == (q in quadrants) for q in range(4))


def stroke(canvas: Any, quadrant: int) -> None:
    x, y = MIDDLES[quadrant]
    mouse.drag(canvas, (x - 30, y), (x + 30, y))


@pytest.fixture
def ready(dock: Any) -> Any:
    """The dock with a preview and the brush taken up."""
    assert wait_for(lambda: dock.session.preview.view is not None, 20), dock.heard
    dock.paint_panel.brush_button.click()
    return dock


def test_a_stroke_brings_its_class(ready: Any, canvas: Any) -> None:
    assert is_shown(ready)
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(ready, WOOD), 20)


def test_undo_and_redo_take_the_picture_along(ready: Any, canvas: Any) -> None:
    stroke(canvas, WOOD)
    stroke(canvas, ROOF)
    assert wait_for(lambda: is_shown(ready, WOOD, ROOF), 20)
    ready.paint_panel.undo_button.click()
    assert wait_for(lambda: is_shown(ready, WOOD), 20)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert wait_for(lambda: is_shown(ready), 20)
    ready.paint_panel.redo_button.click()
    ready.paint_panel.redo_button.click()
    assert wait_for(lambda: is_shown(ready, WOOD, ROOF), 20)
    assert not ready.paint_panel.redo_button.isEnabled()


def test_the_eraser_takes_a_stroke_and_cuts_another(ready: Any, canvas: Any) -> None:
    stroke(canvas, WOOD)
    mouse.drag(canvas, (50, 300), (350, 300))
    ready.paint_panel.eraser_button.click()
    ready.session.brush.set_width(3.0)
    mouse.drag(canvas, (200, 280), (200, 320))
    assert len(ready.session.painting.strokes) == 3
    mouse.drag(canvas, (260, 100), (340, 100))
    assert len(ready.session.painting.strokes) == 2
    assert wait_for(lambda: is_shown(ready, FIELD, ROOF), 20)


def test_a_hot_key_on_the_map_chooses_the_class(ready: Any, canvas: Any) -> None:
    ready.paint_panel.classes.add_button.click()
    first, second = (entry.name for entry in ready.session.painting.classes)
    assert ready.session.brush.class_name == second
    QTest.keyClick(canvas, Qt.Key.Key_1)
    assert ready.session.brush.class_name == first
    QTest.keyClick(canvas, Qt.Key.Key_0)
    stroke(canvas, FIELD)
    assert ready.session.painting.strokes[0].class_name == "other"


def test_ticking_a_cluster_changes_the_picture_without_the_worker(ready: Any, fake_worker: Any) -> None:
    fake_worker.tell("live_strokes", "sleep 1")
    table = ready.cluster_panel.table
    assert wait_for(lambda: len(table.rows) == 4, 20)
    row = next(i for i, row in enumerate(table.rows) if row.members == (FIELD,))
    table.setData(table.index(row, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert is_shown(ready, FIELD)  # at once: no event was handled since
    table.setData(table.index(row, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert is_shown(ready)


def test_recolouring_needs_no_call(ready: Any, canvas: Any, fake_worker: Any) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(ready, WOOD), 20)
    calls = len(fake_worker.calls())
    painting = ready.session.painting
    ready.session.paintings.change(painting.with_class_colour(painting.classes[0].name, (1, 2, 3)))
    assert shown(ready, *MIDDLES[WOOD]) == (1, 2, 3, 255)
    ready.session.preview.show("clusters")
    ready.session.paintings.change(ready.session.painting.with_cluster_colour(ROOF, (4, 5, 6)))
    assert shown(ready, *MIDDLES[ROOF]) == (4, 5, 6, 255)
    wait_for(lambda: False, 0.5)
    assert len(fake_worker.calls()) == calls


def test_merged_clusters_are_one_row_and_one_colour(ready: Any) -> None:
    panel = ready.cluster_panel
    assert wait_for(lambda: len(panel.table.rows) == 4, 20)
    ready.session.paintings.change(
        ready.session.painting.with_merged([WOOD, ROOF]).with_cluster_name(WOOD, "green and red")
    )
    assert [row.members for row in panel.table.rows if row.name == "green and red"] == [(WOOD, ROOF)]
    ready.session.preview.show("clusters")
    assert shown(ready, *MIDDLES[WOOD]) == shown(ready, *MIDDLES[ROOF]) != shown(ready, *MIDDLES[FIELD])
    ready.session.paintings.change(ready.session.painting.without_merged([ROOF]))
    assert len(panel.table.rows) == 4


def test_zoom_goes_where_the_cluster_is(ready: Any, canvas: Any) -> None:
    panel = ready.cluster_panel
    assert wait_for(lambda: len(panel.table.rows) == 4, 20)
    row = next(i for i, row in enumerate(panel.table.rows) if row.members == (ROOF,))
    panel.view.selectRow(row)
    panel.zoom_button.click()
    centre = canvas.extent().center()
    assert centre.x() > (LEFT + RIGHT) / 2
    assert centre.y() < (BOTTOM + TOP) / 2


@pytest.mark.parametrize(("epsg", "rotation"), [(toys.EPSG, 40), (3857, 0), (3857, -25), (4326, 0)])
def test_the_preview_lies_where_the_raster_does(ready: Any, canvas: Any, layer: Any, epsg: int, rotation: int) -> None:
    system = QgsCoordinateReferenceSystem.fromEpsgId(epsg)
    to_canvas = QgsCoordinateTransform(layer.crs(), system, QgsProject.instance())
    before = ready.session.preview.view
    canvas.setDestinationCrs(system)
    canvas.setExtent(to_canvas.transformBoundingBox(layer.extent()))
    canvas.setRotation(rotation)
    ready.session.preview.show("clusters")
    assert wait_for(lambda: ready.session.preview.view not in (None, before), 20)
    wait_for(lambda: False, 0.5)
    image = canvas.grab().toImage()
    ready.session.preview.item.set_opacity(1)
    image = canvas.grab().toImage()
    colours = {}
    for quadrant in range(4):
        east = LEFT + (RIGHT - LEFT) * (0.55 if quadrant % 2 else 0.45)
        north = TOP - (TOP - BOTTOM) * (0.55 if quadrant > 1 else 0.45)
        place = canvas.mapSettings().mapToPixel().transform(to_canvas.transform(east, north))
        colours[quadrant] = QColor(image.pixel(round(place.x()), round(place.y()))).getRgb()[:3]
    from clusternet_qgis.core.io.palette import cluster_colour

    assert colours == {quadrant: cluster_colour(quadrant) for quadrant in range(4)}


def test_strokes_saved_and_loaded_are_the_same(ready: Any, canvas: Any, tmp_path: Path) -> None:
    stroke(canvas, WOOD)
    mouse.drag(canvas, MIDDLES[ROOF])
    strokes = ready.session.painting.strokes
    ready.result_panel.save(str(tmp_path / "strokes.gpkg"))
    assert wait_for(lambda: QgsProject.instance().mapLayersByName("strokes"), 20), ready.heard
    layer = QgsProject.instance().mapLayersByName("strokes")[0]
    assert {feature["class"] for feature in layer.getFeatures()} == {strokes[0].class_name}
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


def test_hiding_the_dock_ends_the_worker_and_showing_it_goes_on(ready: Any, canvas: Any, fake_worker: Any) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(ready, WOOD), 20)
    ready.hide()
    assert wait_for(lambda: fake_worker.processes() == [], 20)
    assert wait_for(lambda: fake_worker.views_left() == [], 20)
    assert canvas.mapTool() is not ready.session.brush.tool
    ready.show()
    assert wait_for(lambda: ready.session.preview.view is not None and is_shown(ready, WOOD), 20)


def test_hiding_and_showing_at_once_leaves_one_process(ready: Any, fake_worker: Any) -> None:
    for _ in range(3):
        ready.hide()
        ready.show()
    assert wait_for(lambda: ready.session.preview.view is not None, 20)
    assert wait_for(lambda: len(fake_worker.processes()) == 1, 20)
    assert ready.heard == []


def test_removing_the_dock_leaves_no_process(ready: Any, fake_worker: Any) -> None:
    (process,) = fake_worker.processes()
    ready.session.remove()
    assert wait_for(lambda: not Path(f"/proc/{process}").exists(), 20)
    assert os.getpid() != process
