"""The dock at work: paint, see, undo."""

from __future__ import annotations

from typing import Any

import mouse
import pytest
from background import wait_for
from qgis.PyQt.QtGui import QColor


def shown(dock: Any, x: int, y: int) -> tuple[int, int, int, int]:
    """The preview's colour under a pixel of the canvas."""
    preview = dock.session.preview
    transform, _ = (preview.view.to_map * preview.canvas.mapSettings().mapToPixel().transform()).inverted()
    place = transform.map(mouse.QPointF(x, y))
    return QColor.fromRgba(preview.image.pixel(int(place.x()), int(place.y()))).getRgb()


@pytest.fixture
def ready(dock: Any) -> Any:
    assert wait_for(lambda: dock.session.preview.view is not None, 20), dock.heard
    dock.paint_panel.brush_button.click()
    return dock


def classes_in_view(dock: Any) -> set[int]:
    return set(dock.session.preview.view.classes.ravel().tolist())


def test_a_stroke_brings_its_class(ready: Any, canvas: Any) -> None:
    assert shown(ready, 300, 100)[3] == 0
    mouse.drag(canvas, (250, 100), (350, 100))
    colour = ready.session.painting.classes[0].colour
    assert wait_for(lambda: shown(ready, 300, 100) == (*colour, 255), 5)
    assert shown(ready, 100, 300)[3] == 0


def test_undo_and_redo_take_the_picture_along(ready: Any, canvas: Any) -> None:
    mouse.drag(canvas, (250, 100), (350, 100))
    assert wait_for(lambda: shown(ready, 300, 100)[3] == 255, 5)
    ready.paint_panel.undo_button.click()
    assert ready.session.painting.strokes == ()
    assert wait_for(lambda: shown(ready, 300, 100)[3] == 0, 5)
    ready.paint_panel.redo_button.click()
    assert wait_for(lambda: shown(ready, 300, 100)[3] == 255, 5)
    assert not ready.paint_panel.redo_button.isEnabled()
