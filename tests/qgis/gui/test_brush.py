"""The brush and the eraser, by mouse and keys."""

from __future__ import annotations

from typing import Any

import mouse
from background import wait_for
from on_canvas import FIELD, ROOF, WOOD, is_shown, stroke
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


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
