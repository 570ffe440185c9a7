"""Strokes by a real mouse on a real canvas."""

from __future__ import annotations

import math
from typing import Any

import mouse
import pytest
import toys
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest

from clusternet_qgis.gui.stroke_tool import StrokeTool

LEFT, RIGHT, BOTTOM, TOP = toys.EXTENT


@pytest.fixture
def tool(canvas: Any, layer: Any) -> Any:
    tool = StrokeTool(canvas)
    tool.set_brush(layer.crs(), 2.0, QColor(255, 0, 0))
    tool.strokes = []
    tool.drawn.connect(tool.strokes.append)
    canvas.setMapTool(tool)
    yield tool
    canvas.unsetMapTool(tool)


def test_a_drag_is_a_stroke_in_the_raster_s_system(canvas: Any, tool: Any) -> None:
    mouse.drag(canvas, (100, 100), (300, 100))
    (points,) = tool.strokes
    assert len(points) > 5
    scale = (RIGHT - LEFT) / 400
    assert points[0] == pytest.approx((LEFT + 100 * scale, TOP - 100 * scale), abs=scale)
    assert points[-1] == pytest.approx((LEFT + 300 * scale, TOP - 100 * scale), abs=scale)


def test_a_click_is_a_stroke_too(canvas: Any, tool: Any) -> None:
    mouse.drag(canvas, (50, 60))
    ((first, second),) = tool.strokes
    assert first == second


@pytest.mark.parametrize("rotation", [0, 35, -120])
@pytest.mark.parametrize("epsg", [toys.EPSG, 3857, 4326])
def test_another_system_and_a_rotated_canvas_paint_the_same_place(
    canvas: Any, tool: Any, layer: Any, rotation: float, epsg: int
) -> None:
    system = QgsCoordinateReferenceSystem.fromEpsgId(epsg)
    canvas.setDestinationCrs(system)
    to_canvas = QgsCoordinateTransform(layer.crs(), system, QgsProject.instance())
    canvas.setExtent(to_canvas.transformBoundingBox(layer.extent()))
    canvas.setRotation(rotation)
    wanted = (LEFT + 30.0, TOP - 20.0)
    place = canvas.mapSettings().mapToPixel().transform(to_canvas.transform(*wanted))
    mouse.drag(canvas, (round(place.x()), round(place.y())))
    pixel = (RIGHT - LEFT) / 400
    assert math.dist(tool.strokes[0][0], wanted) < 3 * pixel


def test_escape_gives_a_stroke_up(canvas: Any, tool: Any) -> None:
    mouse.press(canvas, 100, 100)
    mouse.move(canvas, 150, 100)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not tool.is_drawing
    mouse.move(canvas, 200, 100)
    mouse.release(canvas, 200, 100)
    assert tool.strokes == []
    mouse.drag(canvas, (100, 100), (200, 200))
    assert len(tool.strokes) == 1


def test_the_right_button_gives_a_stroke_up(canvas: Any, tool: Any) -> None:
    mouse.press(canvas, 100, 100)
    mouse.move(canvas, 150, 100)
    mouse.press(canvas, 150, 100, mouse.RIGHT)
    mouse.release(canvas, 150, 100, mouse.RIGHT)
    mouse.release(canvas, 150, 100)
    assert tool.strokes == []


def test_the_wheel_zooms_while_drawing_and_the_stroke_stays_on_the_ground(canvas: Any, tool: Any) -> None:
    mouse.press(canvas, 200, 200)
    before = canvas.scale()
    canvas.zoomIn()
    assert canvas.scale() < before
    mouse.move(canvas, 210, 200)
    mouse.release(canvas, 210, 200)
    (points,) = tool.strokes
    assert points[0] == pytest.approx(((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2), abs=0.2)


def test_shift_zooms_to_a_rectangle_and_draws_nothing(canvas: Any, tool: Any) -> None:
    before = canvas.scale()
    viewport = canvas.viewport()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(viewport, mouse.LEFT, shift, mouse.QPoint(100, 100))
    for x in range(110, 210, 10):
        event = mouse.QMouseEvent(
            mouse.QEvent.Type.MouseMove, *3 * (mouse.QPointF(x, x),), mouse.NONE, mouse.LEFT, shift
        )
        mouse.QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, mouse.LEFT, shift, mouse.QPoint(200, 200))
    assert canvas.scale() < before
    assert tool.strokes == []


def test_space_pans_and_draws_nothing(canvas: Any, tool: Any) -> None:
    before = canvas.extent().center()
    mouse.move(canvas, 200, 200, mouse.NONE)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    mouse.move(canvas, 200, 200, mouse.NONE)
    mouse.move(canvas, 260, 200, mouse.NONE)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.extent().center().x() < before.x()
    assert tool.strokes == []


def test_keys_choose_class_and_size(canvas: Any, tool: Any) -> None:
    heard: list[Any] = []
    tool.class_key.connect(heard.append)
    tool.size_key.connect(heard.append)
    tool.undo_key.connect(lambda: heard.append("undo"))
    tool.redo_key.connect(lambda: heard.append("redo"))
    for key in (Qt.Key.Key_3, Qt.Key.Key_0, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketLeft):
        QTest.keyClick(canvas, key)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(canvas, Qt.Key.Key_Z, control)
    QTest.keyClick(canvas, Qt.Key.Key_Y, control)
    assert heard == [3, 0, 1, -1, "undo", "redo"]


def test_the_brush_has_its_true_size(canvas: Any, tool: Any) -> None:
    """A brush of 12 m on a map of 48 m and 400 pixels is 100 pixels wide."""
    tool.set_brush(tool.crs, 12.0, QColor(255, 0, 0))
    mouse.press(canvas, 200, 200)
    mouse.move(canvas, 210, 200)
    image = canvas.grab().toImage()
    reddish = [
        y for y in range(400) if QColor(image.pixel(205, y)).red() > 180 > 2 * QColor(image.pixel(205, y)).green()
    ]
    mouse.release(canvas, 210, 200)
    assert len(reddish) == pytest.approx(100, abs=8)
