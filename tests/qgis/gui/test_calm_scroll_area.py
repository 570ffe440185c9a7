"""The panel does not jump when what has the focus goes; the Tab key still scrolls."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from clusternet_qgis.gui.calm_scroll_area import CalmScrollArea


@pytest.fixture
def area(plugin: Any) -> Any:
    """A button at the top, and a field far below it that is next."""
    area, content = CalmScrollArea(), QWidget()
    area.button, area.field = QPushButton("Segment"), QLineEdit()
    layout = QVBoxLayout(content)
    layout.addWidget(area.button)
    layout.addSpacing(2000)
    layout.addWidget(area.field)
    area.setWidget(content)
    area.resize(200, 200)
    area.show()
    QApplication.setActiveWindow(area)
    area.button.setFocus()
    QApplication.processEvents()
    assert QApplication.focusWidget() is area.button
    yield area
    area.close()
    area.deleteLater()


@pytest.mark.parametrize("go", [QWidget.hide, lambda button: button.setEnabled(False)])
def test_it_stays_where_it_is_when_a_pressed_button_goes(area: Any, go: Any) -> None:
    go(area.button)
    assert QApplication.focusWidget() is area.field
    assert area.verticalScrollBar().value() == 0


def test_it_stays_where_it_is_while_another_window_is_active(area: Any) -> None:
    dialog = QWidget()
    dialog.show()
    QApplication.setActiveWindow(dialog)
    QApplication.processEvents()
    assert QApplication.focusWidget() is not area.button
    area.button.setEnabled(False)
    assert area.window().focusWidget() is area.field
    assert area.verticalScrollBar().value() == 0
    dialog.close()
    dialog.deleteLater()


def test_the_tab_key_scrolls_to_what_it_leads_to(area: Any) -> None:
    area.focusNextPrevChild(True)
    assert QApplication.focusWidget() is area.field
    assert area.verticalScrollBar().value() > 1000
