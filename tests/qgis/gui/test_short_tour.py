"""A share of the tour of the desktop: from state to state nothing is cut off, moves, fails or is empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from background import wait_for
from desktop_checks import cut_texts, is_empty, is_error, moved, positions
from on_canvas import FIELD, MIDDLES, ROOF, WOOD, is_shown, stroke
from qgis.core import Qgis
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

_WIDTH, _HEIGHT = 400, 1400


@pytest.fixture
def look(ready: Any) -> Callable[[str], None]:
    """Looks at the dock, and compares it with how it looked at first."""
    ready.resize(_WIDTH, _HEIGHT)
    ready.show()
    assert wait_for(lambda: ready.session.preview.view is not None and not ready.session.worker.is_busy, 20)
    QApplication.processEvents()
    before = positions(ready)
    assert before

    def look(state: str) -> None:
        QApplication.processEvents()
        faults = [*cut_texts(ready), *moved(before, positions(ready)), is_empty(ready)]
        assert not any(faults), f"{state}: {faults}"

    return look


def test_the_dock_goes_from_state_to_state(ready: Any, canvas: Any, look: Callable[[str], None]) -> None:
    told: list[tuple[Qgis.MessageLevel, str]] = []
    ready.session.message.connect(lambda level, text: told.append((level, text)))
    look("ready")
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(ready, WOOD), 20)
    look("painted")
    ready.session.paintings.change(ready.session.painting.with_class("roof"))
    ready.session.brush.choose_class("roof")
    stroke(canvas, ROOF)
    assert wait_for(lambda: len(ready.session.painting.strokes) == 2 and not ready.session.worker.is_busy, 20)
    look("a second class")
    for shown in ("clusters", "confidence", "nothing", "classes"):
        box = ready.preview_panel.shown
        box.setCurrentIndex(box.findData(shown))
        look(f"show {shown}")
    ready.cluster_panel.pick_button.click()
    QTest.mouseClick(
        canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(*MIDDLES[FIELD])
    )
    assert ready.cluster_panel.chosen()
    look("a chosen cluster")
    ready.paint_panel.brush_button.click()
    QTest.keyClick(canvas, Qt.Key.Key_N)
    look("paint here next")
    ready.paint_panel.undo_button.click()
    look("undone")
    assert not [text for level, text in told if is_error(text, level)]
