"""The dock's first moments: what it says is true, nothing moves under the mouse, and the map is left as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from background import wait_for
from on_canvas import WOOD, stroke
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapToolPan, QgsMapToolZoom
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QPushButton, QSlider, QToolButton


def test_the_tool_before_comes_back(dock: Any, canvas: Any) -> None:
    tool = QgsMapToolZoom(canvas, False)
    canvas.setMapTool(tool)
    for put_down in (dock.paint_panel.brush_button.click, dock.hide):
        dock.show()
        dock.paint_panel.brush_button.click()
        assert dock.session.brush.is_active
        put_down()
        assert canvas.mapTool() is tool


def test_without_a_tool_before_the_map_pans(dock: Any, canvas: Any) -> None:
    canvas.unsetMapTool(canvas.mapTool())
    dock.paint_panel.brush_button.click()
    dock.hide()
    assert isinstance(canvas.mapTool(), QgsMapToolPan)


def test_buttons_of_brush_and_eraser_are_switches(ready: Any) -> None:
    panel, brush = ready.paint_panel, ready.session.brush
    panel.eraser_button.click()
    assert brush.is_active
    assert brush.erasing
    panel.eraser_button.click()
    assert not brush.is_active
    assert not panel.eraser_button.isChecked()
    panel.brush_button.click()
    assert brush.is_active
    assert not brush.erasing


def test_strokes_leave_the_map_with_the_dock_and_come_back(painted: Any) -> None:
    item = painted.session.strokes_item
    assert len(item._screen_lines()) == 1
    painted.hide()
    assert item._screen_lines() == []
    painted.show()
    assert len(item._screen_lines()) == 1


def test_the_status_line_is_true_from_the_first_moment(dock: Any, fake_worker: Any, layer: Any) -> None:
    fake_worker.tell("live_open", "sleep 0.5")
    heard = []
    dock.session.worker.status.connect(lambda *_: heard.append(dock.status_label.text()))
    assert wait_for(lambda: dock.session.layer is not None, 10)
    assert dock.status_label.text() in ("Starting Python...", "Opening raster and model")
    assert dock.progress_bar.maximum() == 0, "it moves"
    assert wait_for(lambda: dock.session.preview.view is not None, 20)
    assert wait_for(lambda: dock.status_label.text().startswith("Choose Paint"), 20)
    assert dock.progress_bar.maximum() == 100
    assert "Choose a raster to begin." not in heard
    assert "Opening raster and model" in heard
    dock.source_panel.raster.setLayer(None)
    assert dock.status_label.text() == "Choose a raster to begin."


def test_a_dock_hidden_during_a_call_is_not_busy(painted: Any, canvas: Any, fake_worker: Any) -> None:
    fake_worker.tell("live_strokes", "sleep 5")
    stroke(canvas, WOOD)
    assert wait_for(lambda: painted.session.worker.is_busy, 20)
    painted.hide()
    assert not painted.session.worker.is_busy
    assert painted.progress_bar.maximum() == 100


def test_nothing_moves_while_one_works(ready: Any, canvas: Any) -> None:
    ready.resize(380, 900)
    QApplication.processEvents()

    def positions() -> list[tuple[int, int]]:
        QApplication.processEvents()
        widgets = [*ready.findChildren(QToolButton), *ready.findChildren(QPushButton), *ready.findChildren(QComboBox)]
        return [(w.mapTo(ready, QPoint()).x(), w.mapTo(ready, QPoint()).y()) for w in widgets if w.isVisibleTo(ready)]

    before = positions()
    for text in ("Opening raster and model", "A sentence that needs two lines, because it is as long as this one is."):
        ready.status_label.setText(text)
        assert positions() == before
    for number in range(8):
        ready.session.paintings.change(ready.session.painting.with_class(f"class {number}"))
        assert positions() == before


def test_the_wheel_scrolls_and_changes_nothing(ready: Any) -> None:
    fields = [f for f in ready.findChildren((QComboBox, QSlider, QAbstractSpinBox)) if f.isVisibleTo(ready)]
    assert len(fields) > 4
    before = [_value(field) for field in fields]
    for field in fields:
        field.clearFocus()
        middle = QPointF(field.width() / 2, field.height() / 2)
        place = QPointF(field.mapToGlobal(middle.toPoint()))
        none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        for turn in (120, -120):
            event = QWheelEvent(
                middle, place, QPoint(), QPoint(0, turn), none, plain, Qt.ScrollPhase.NoScrollPhase, False
            )
            QApplication.sendEvent(field, event)
            assert [_value(f) for f in fields] == before


def _value(field: Any) -> Any:
    return field.currentIndex() if isinstance(field, QComboBox) else field.value()


def test_keys_work_when_the_mouse_is_over_the_map(ready: Any, canvas: Any) -> None:
    ready.session.paintings.change(ready.session.painting.with_class("roof"))
    ready.session.brush.choose_class("roof")
    ready.show()
    canvas.activateWindow()
    ready.paint_panel.size_box.setFocus()
    canvas.clearFocus()
    assert not canvas.hasFocus()
    canvas.isActiveWindow = lambda: True  # which the screen without windows does not tell
    QApplication.sendEvent(canvas.viewport(), QEvent(QEvent.Type.Enter))
    assert QApplication.focusWidget() is canvas or canvas.window().focusWidget() is canvas
    QTest.keyClick(canvas, Qt.Key.Key_1)
    assert ready.session.brush.class_name == ready.session.painting.classes[0].name


@pytest.fixture
def service(layer: Any, tmp_path: Path) -> Any:
    """A map service, which gives pictures and not values."""
    service = QgsRasterLayer("type=xyz&url=file:///nowhere/{z}/{x}/{y}.png&zmax=2&zmin=0", "street map", "wms")
    assert service.isValid()
    QgsProject.instance().addMapLayer(service)
    return service


def test_map_services_are_listed_with_the_reason_and_cannot_be_chosen(service: Any, dock: Any) -> None:
    box = dock.source_panel.raster
    rows = {box.itemText(row): box.model().index(row, 0) for row in range(box.count())}
    assert set(rows) == {"Choose a raster", "street map (pictures only)", "toy"}
    row = rows["street map (pictures only)"]
    assert not row.flags() & Qt.ItemFlag.ItemIsEnabled
    assert "export it as GeoTIFF" in row.data(Qt.ItemDataRole.ToolTipRole)
    assert rows["toy"].flags() & Qt.ItemFlag.ItemIsEnabled
    assert wait_for(lambda: dock.session.layer is not None, 10)
    assert box.currentText() == "toy"
    other = QgsRasterLayer(dock.session.layer.source(), "another")
    QgsProject.instance().addMapLayer(other)
    box.setLayer(other)
    assert dock.session.layer is other
