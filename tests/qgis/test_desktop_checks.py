"""What the tour of the desktop looks for, it finds; and the dock shows none of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desktop_checks import cut_texts, is_empty, is_error, message_of, moved, positions, without_style
from qgis.core import Qgis, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

LONG = "A sentence that is as long as this one"


@pytest.fixture
def window(plugin: Any) -> Any:
    """A window of widgets that have the place that they need."""
    window = QWidget()
    layout = QVBoxLayout(window)
    window.label, window.wrapped = QLabel(LONG), QLabel(LONG)
    window.wrapped.setWordWrap(True)
    window.button, window.box, window.number = QPushButton(LONG), QComboBox(), QDoubleSpinBox()
    window.box.addItem(LONG)
    window.number.setRange(0, 1e9)
    window.number.setValue(123456789.0)
    window.tick, window.group, window.tree = QCheckBox(LONG), QGroupBox(LONG), QTreeWidget()
    window.tree.setHeaderLabels([LONG, LONG])
    window.tree.addTopLevelItem(QTreeWidgetItem([LONG, LONG]))
    for column in range(2):
        window.tree.resizeColumnToContents(column)
    for widget in window.findChildren(QWidget):
        if widget.parentWidget() is None:
            layout.addWidget(widget)
    for name in ("label", "wrapped", "button", "box", "number", "tick", "group", "tree"):
        layout.addWidget(getattr(window, name))
    window.group.setMinimumHeight(40)
    window.resize(900, 700)
    window.show()
    QApplication.processEvents()
    yield window
    window.close()
    window.deleteLater()


def test_nothing_is_found_where_all_is_well(window: Any) -> None:
    assert cut_texts(window) == []
    assert is_empty(window) == ""
    assert moved(positions(window), positions(window)) == []


@pytest.mark.parametrize("name", ["label", "wrapped", "button", "box", "number", "tick", "group"])
def test_a_text_that_lacks_width_is_found(window: Any, name: str) -> None:
    widget = getattr(window, name)
    widget.setFixedSize(40, widget.height())
    QApplication.processEvents()
    (fault,) = cut_texts(window)
    assert "is cut off" in fault
    assert (LONG if name != "number" else "123456789") in fault


@pytest.mark.parametrize("name", ["wrapped", "button", "box", "number"])
def test_a_text_that_lacks_height_is_found(window: Any, name: str) -> None:
    widget = getattr(window, name)
    widget.setFixedSize(60 if name == "wrapped" else widget.width(), 8)
    QApplication.processEvents()
    assert len(cut_texts(window)) == 1


def test_titles_and_cells_of_a_list_are_found(window: Any) -> None:
    window.tree.header().setStretchLastSection(False)
    window.tree.setColumnWidth(1, 30)
    QApplication.processEvents()
    assert [LONG in fault for fault in cut_texts(window)] == [True, True]


def test_what_is_behind_an_edge_is_found_and_what_can_be_scrolled_is_not(window: Any) -> None:
    area, content = QScrollArea(), QWidget()
    content.setFixedSize(3000, 3000)
    button = QPushButton("far", content)
    button.move(2900, 2900)
    area.setWidget(content)
    window.layout().addWidget(area)
    QApplication.processEvents()
    window.group.setMinimumHeight(60)
    QApplication.processEvents()
    assert cut_texts(window) == []
    inner = QPushButton("inner", window.group)
    inner.move(window.group.width() - 10, 20)
    inner.show()
    QApplication.processEvents()
    (fault,) = cut_texts(window)
    assert "inner" in fault


def test_what_moves_is_found_and_what_comes_is_not(window: Any) -> None:
    before = positions(window)
    QPushButton("new", window).show()
    assert moved(before, positions(window)) == []
    window.wrapped.setText(5 * LONG)
    window.wrapped.setFixedHeight(200)
    QApplication.processEvents()
    assert any("QPushButton" in fault for fault in moved(before, positions(window)))


def test_an_empty_window_is_found(plugin: Any) -> None:
    bare = QWidget()
    assert is_empty(bare) == "it is not visible"
    bare.resize(300, 300)
    bare.show()
    QApplication.processEvents()
    assert "one colour" in is_empty(bare)
    bare.resize(300, 20)
    QApplication.processEvents()
    assert "20 pixels" in is_empty(bare)
    bare.deleteLater()


def test_results_without_a_style_are_found(clusters: str, raster: str, reference: str) -> None:
    assert without_style(QgsRasterLayer(clusters, "with")) == ""
    assert without_style(QgsRasterLayer(raster, "without")) != ""
    assert without_style(QgsVectorLayer(reference, "without")) == "all its features have one symbol"


def test_polygons_that_hide_the_picture_or_lack_a_class_are_found(run: Any, classes: str, tmp_path: Path) -> None:
    polygons = run("polygons", INPUT=classes, OUTPUT=str(tmp_path / "polygons.gpkg"))["OUTPUT"]
    layer = QgsVectorLayer(polygons, "with")
    assert without_style(layer) == ""
    renderer = layer.renderer().clone()
    renderer.deleteCategory(0)
    layer.setRenderer(renderer)
    assert without_style(layer).startswith("nothing is drawn for")
    opaque = QgsVectorLayer(polygons, "opaque")
    for index, category in enumerate(opaque.renderer().categories()):
        symbol = category.symbol().clone()
        symbol.setOpacity(1)
        symbol.setColor(QColor(200, 0, 0))
        opaque.renderer().updateCategorySymbol(index, symbol)
    assert without_style(opaque) == "it hides the picture below"


def test_errors_are_told_from_other_messages() -> None:
    assert is_error("An error has occurred while executing Python code:", Qgis.MessageLevel.Warning)
    assert is_error("Traceback (most recent call last):", Qgis.MessageLevel.Info)
    assert is_error("anything", Qgis.MessageLevel.Critical)
    assert not is_error("The raster is segmented.", Qgis.MessageLevel.Success)
    bar = QgsMessageBar()
    heard = []
    bar.widgetAdded.connect(lambda widget: heard.append(is_error(*message_of(widget))))
    bar.pushMessage("Python error", "An error", Qgis.MessageLevel.Warning)
    bar.pushMessage("ClusterNet", "Fine", Qgis.MessageLevel.Info)
    assert heard == [True, False]
    bar.deleteLater()


@pytest.fixture
def shown(dock: Any) -> Any:
    """The dock as wide and as high as a desktop gives it."""
    dock.setFloating(True)
    dock.resize(dock.sizeHint().width(), 900)
    dock.show()
    QApplication.processEvents()
    return dock


def test_no_text_of_the_dock_is_cut_off_in_any_language(shown: Any) -> None:
    assert is_empty(shown) == ""
    assert cut_texts(shown) == []
