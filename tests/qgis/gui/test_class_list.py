"""The list of classes: names, colours, and all that a class can have done to it."""

from __future__ import annotations

from typing import Any

import pytest
from on_canvas import FIELD, WOOD, stroke
from qgis.gui import QgsColorDialog
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QLineEdit

COLOUR, NAME = 0, 1


def test_whoever_adds_a_class_types_its_name(ready: Any) -> None:
    classes = ready.paint_panel.classes
    classes.add_button.click()
    assert classes.tree.state() == QAbstractItemView.State.EditingState
    editor = classes.tree.findChild(QLineEdit)
    QTest.keyClicks(editor, "roof")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt puts the end of editing off
    assert [entry.name for entry in ready.session.painting.classes] == ["class 1", "roof"]
    assert ready.session.brush.class_name == "roof"


@pytest.mark.parametrize(("name", "highest"), [("water", 2), ("Wald", 1), ("toit", 0)])
def test_the_name_of_a_class_gives_its_colour_until_it_is_chosen(ready: Any, name: str, highest: int) -> None:
    """Blue water, green woods, red roofs; a colour that was chosen stays."""
    classes, brush = ready.paint_panel.classes, ready.session.brush
    classes.add_button.click()
    brush.rename_class(brush.class_name, name)
    colour = ready.session.painting.classes[-1].colour
    assert colour.index(max(colour)) == highest
    shown = classes.tree.topLevelItem(1).icon(COLOUR).pixmap(32, 32).toImage().pixelColor(16, 16).getRgb()[:3]
    assert shown == colour
    ready.session.paintings.change(ready.session.painting.with_class_colour(name, (1, 2, 3)))
    brush.rename_class(name, "meadow")
    assert ready.session.painting.classes[-1].colour == (1, 2, 3)


def test_a_double_click_on_the_colour_changes_it(ready: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(QgsColorDialog, "getColor", lambda *_: QColor(1, 2, 3))
    tree = ready.paint_panel.classes.tree
    tree.itemDoubleClicked.emit(tree.topLevelItem(0), COLOUR)
    assert ready.session.painting.classes[0].colour == (1, 2, 3)
    tree.itemDoubleClicked.emit(tree.topLevelItem(0), NAME)
    assert tree.state() == QAbstractItemView.State.EditingState
    assert ready.session.painting.classes[0].colour == (1, 2, 3)


def test_the_menu_of_a_class(ready: Any, canvas: Any) -> None:
    session, classes = ready.session, ready.paint_panel.classes
    session.paintings.change(session.painting.with_class("roof"))
    stroke(canvas, WOOD)
    session.brush.choose_class("roof")
    stroke(canvas, FIELD)
    actions = {action.text(): action for action in classes.menu().actions()}
    assert all(action.isEnabled() for action in actions.values())
    actions["Erase its strokes"].trigger()
    assert [entry.class_name for entry in session.painting.strokes] == ["class 1"]
    assert not {action.text(): action for action in classes.menu().actions()}["Erase its strokes"].isEnabled()
    actions["Remove class"].trigger()
    assert [entry.name for entry in session.painting.classes] == ["class 1"]
    session.brush.choose_class("other")
    enabled = [action.text() for action in classes.menu().actions() if action.isEnabled()]
    assert enabled == []


def test_all_strokes_go_and_come_back(ready: Any, canvas: Any) -> None:
    assert not ready.paint_panel.clear_button.isEnabled()
    for quadrant in (WOOD, FIELD):
        stroke(canvas, quadrant)
    ready.paint_panel.clear_button.click()
    assert ready.session.painting.strokes == ()
    ready.session.paintings.undo()
    assert len(ready.session.painting.strokes) == 2


def test_h_hides_all_while_it_is_held(ready: Any, canvas: Any) -> None:
    items = ready.session.preview.item, ready.session.strokes_item
    QTest.keyPress(canvas, Qt.Key.Key_H)
    assert [item.opacity() for item in items] == [0, 0]
    QTest.keyRelease(canvas, Qt.Key.Key_H)
    assert [item.opacity() for item in items] == [1, 1]
    QTest.keyPress(canvas, Qt.Key.Key_H)
    ready.session.brush.deactivate()
    assert [item.opacity() for item in items] == [1, 1], "whoever takes the tool away sees everything again"
