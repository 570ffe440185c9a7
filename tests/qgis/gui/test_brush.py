"""The brush and the eraser, by mouse and keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import mouse
import pytest
import toys
from background import wait_for
from on_canvas import FIELD, ROOF, WOOD, is_shown, stroke
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from clusternet_qgis.gui.brush import first_width


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


class LargeRaster:
    """The part of a layer of 5000 x 5000 pixels of 0.1 m that the first width depends on."""

    def rasterUnitsPerPixelX(self) -> float:
        return 0.1

    def extent(self) -> QgsRectangle:
        return QgsRectangle(0, 0, 500, 500)


def test_the_first_brush_is_wide_enough_to_be_seen() -> None:
    raster: Any = LargeRaster()
    full_view, near, far = 2.0, 50.0, 0.1  # pixels of the screen for a metre
    assert first_width(raster, full_view) * full_view >= 7
    assert first_width(raster, near) == pytest.approx(0.5), "some pixels of the raster"
    assert first_width(raster, far) <= 500 / 50, "and not as large as what it paints"
    assert first_width(raster, 0) == pytest.approx(0.5)


def test_degrees_show_as_metres(ready: Any, canvas: Any, tmp_path: Path) -> None:
    """A pixel of a hundred-thousandth of a degree at 60 degrees north is .8 m wide, as the mean of both sides."""
    degree = 1e-5
    path = toys.write_raster(tmp_path / "degrees.tif", toys.picture(), epsg=4326, left=10.0, top=60.0, pixel=degree)
    raster = QgsRasterLayer(path, "degrees")
    QgsProject.instance().addMapLayer(raster)
    ready.source_panel.raster.setLayer(raster)
    ready.session.brush.set_width(10 * degree)
    box = ready.paint_panel.size_box
    assert box.suffix() == " m"
    assert box.value() == pytest.approx(10 * 0.787, rel=0.03)
    box.setValue(15.74)
    assert ready.session.brush.width == pytest.approx(20 * degree, rel=0.03)
