"""One raster being painted: strokes bring classes, and no stroke is lost."""

from __future__ import annotations

from typing import Any

from background import wait_for
from on_canvas import ROOF, WOOD, is_shown, stroke
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


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


def test_a_removed_layer_keeps_its_strokes(painted: Any, canvas: Any, layer: Any) -> None:
    path = layer.source()
    QgsProject.instance().removeMapLayer(layer)
    assert painted.session.layer is None
    assert painted.session.preview.view is None
    assert wait_for(lambda: any("was removed" in text for text in painted.heard), 20)
    stroke(canvas, ROOF)
    assert painted.session.painting.strokes == ()
    again = QgsRasterLayer(path, "again")
    QgsProject.instance().addMapLayer(again)
    painted.source_panel.raster.setLayer(again)
    assert wait_for(lambda: painted.session.preview.view is not None and is_shown(painted, WOOD), 20)


def test_other_systems_of_layer_and_map(painted: Any, canvas: Any, layer: Any) -> None:
    for epsg in (4326, 3857, 27700):
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem.fromEpsgId(epsg))
        wait_for(lambda: False, 0.1)
        stroke(canvas, WOOD)
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    wait_for(lambda: False, 0.3)
    layer.setCrs(QgsCoordinateReferenceSystem())
    wait_for(lambda: False, 0.3)
    stroke(canvas, WOOD)
    assert painted.session.layer is layer
