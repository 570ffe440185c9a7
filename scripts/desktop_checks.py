"""What a screen of QGIS must not show, as functions that say what they have found: empty when all is well."""

from __future__ import annotations

from collections import Counter
from typing import Any

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTreeView,
    QWidget,
)

_SLACK_PIXELS = 2
_LEAST_SIDE_PIXELS = 60
_LEAST_COLOURS = 8
_LARGEST_SHARE_OF_ONE_COLOUR = 0.98
_STEP_OF_PIXELS = 3
_OPAQUE = 0.9
_WITH_TEXT = (QLabel, QAbstractButton, QComboBox, QAbstractSpinBox, QGroupBox, QHeaderView, QLineEdit)
_TO_BE_CLICKED = (QAbstractButton, QComboBox, QAbstractSpinBox, QTreeView, QLineEdit)
Positions = dict[int, tuple[str, QPoint]]


# --- texts


def cut_texts(window: QWidget) -> list[str]:
    """Which texts in a window do not have the place that they need."""
    faults = []
    for widget in [window, *window.findChildren(QWidget)]:
        is_part = isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox))
        if not widget.isVisible() or widget.width() == 0 or is_part:
            continue
        if isinstance(widget, _WITH_TEXT) and _is_squeezed(widget):
            faults.append(f"{_described(widget)} is squeezed to {widget.height()} pixels")
        elif isinstance(widget, _WITH_TEXT) and _sticks_out(widget, window):
            faults.append(f"{_described(widget)} is cut off by the edge of what holds it")
        else:
            faults += [f"the text of {_described(widget)} is cut off: {text!r}" for text in _cut_parts(widget)]
    return faults


def _cut_parts(widget: QWidget) -> list[str]:
    """The texts of one widget that are wider or higher than their place."""
    if isinstance(widget, QLabel):
        return [widget.text()] if _is_cut_label(widget) else []
    if isinstance(widget, QAbstractButton):
        return [widget.text()] if widget.text() and widget.sizeHint().width() > widget.width() + _SLACK_PIXELS else []
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        option.initFrom(widget)
        option.editable = widget.isEditable()
        part = QStyle.SubControl.SC_ComboBoxEditField
        place = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget).width()
        icon = 0 if widget.itemIcon(widget.currentIndex()).isNull() else widget.iconSize().width() + 4
        return _if_wider(widget, widget.currentText(), place - icon)
    if isinstance(widget, QAbstractSpinBox):
        return _if_wider(widget, widget.text(), widget.lineEdit().width())
    if isinstance(widget, QGroupBox):
        return _if_wider(widget, widget.title(), widget.width())
    if isinstance(widget, QHeaderView):
        return _cut_sections(widget)
    if isinstance(widget, QAbstractItemView):
        return _cut_cells(widget)
    return []


def _is_cut_label(label: QLabel) -> bool:
    if not label.text() or (label.pixmap() is not None and not label.pixmap().isNull()):
        return False
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + _SLACK_PIXELS
    hint = label.sizeHint()
    return hint.width() > label.width() + _SLACK_PIXELS or hint.height() > label.height() + _SLACK_PIXELS


def _if_wider(widget: QWidget, text: str, place: int) -> list[str]:
    return [text] if widget.fontMetrics().horizontalAdvance(text) > place + _SLACK_PIXELS else []


def _cut_sections(header: QHeaderView) -> list[str]:
    if header.orientation() == Qt.Orientation.Vertical:
        return []
    return [
        str(header.model().headerData(section, header.orientation()))
        for section in range(header.count())
        if not header.isSectionHidden(section)
        and header.sectionSizeHint(section) > header.sectionSize(section) + _SLACK_PIXELS
    ]


def _cut_cells(view: QAbstractItemView) -> list[str]:
    """Of the rows that are in view; a tree that can be widened by its user counts like any other."""
    model, cut = view.model(), []
    if model is None or not hasattr(view, "columnWidth"):
        return []
    top = view.rootIndex()
    for row in range(min(model.rowCount(top), 50)):
        for column in range(model.columnCount(top)):
            index = model.index(row, column, top)
            place = view.visualRect(index)
            text = index.data(Qt.ItemDataRole.DisplayRole)
            if text and place.isValid() and view.viewport().rect().intersects(place):
                needed = view.sizeHintForIndex(index).width()
                if needed > place.width() + _SLACK_PIXELS:
                    cut.append(str(text))
    return cut


def _is_squeezed(widget: QWidget) -> bool:
    if isinstance(widget, (QLabel, QGroupBox, QHeaderView)):
        return False
    least = widget.fontMetrics().height()
    return bool(_shown_text(widget)) and widget.height() + _SLACK_PIXELS < least


def _shown_text(widget: QWidget) -> str:
    for name in ("text", "currentText", "title"):
        if hasattr(widget, name):
            return str(getattr(widget, name)())
    return ""


def _sticks_out(widget: QWidget, window: QWidget) -> bool:
    """Whether an edge of something around a widget cuts it; what can be scrolled there is not cut."""
    rectangle, inner = widget.rect(), widget
    while inner is not window and inner.parentWidget() is not None:
        outer = inner.parentWidget()
        rectangle.translate(inner.pos())
        area = outer.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is outer:
            if area.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                rectangle.setTop(0)
                rectangle.setBottom(0)
            if area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                rectangle.setLeft(0)
                rectangle.setRight(0)
        slack = QRect(outer.rect()).adjusted(-_SLACK_PIXELS, -_SLACK_PIXELS, _SLACK_PIXELS, _SLACK_PIXELS)
        if not slack.contains(rectangle):
            return True
        inner = outer
    return False


# --- positions


def positions(window: QWidget) -> Positions:
    """Where what can be clicked or filled in stands in a window."""
    found: Positions = {}
    for widget in window.findChildren(QWidget):
        is_inner = widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QAbstractSpinBox)
        if is_inner or not isinstance(widget, _TO_BE_CLICKED) or not widget.isVisibleTo(window):
            continue
        if not _is_in_view_of_items(widget):
            found[sip.unwrapinstance(widget)] = (_described(widget), widget.mapTo(window, QPoint()))
    return found


def _is_in_view_of_items(widget: QWidget) -> bool:
    """Editors of cells come and go."""
    parent = widget.parentWidget()
    return parent is not None and isinstance(parent.parentWidget(), QAbstractItemView)


def moved(before: Positions, after: Positions) -> list[str]:
    """What stands elsewhere than before, of what was and is there."""
    return [
        f"{name} moved from {place.x()}, {place.y()} to {after[key][1].x()}, {after[key][1].y()}"
        for key, (name, place) in before.items()
        if key in after and (after[key][1] - place).manhattanLength() > 0
    ]


# --- emptiness


def is_empty(widget: QWidget) -> str:
    """Why a widget shows nothing; "" if it shows something."""
    if not widget.isVisible():
        return "it is not visible"
    if min(widget.width(), widget.height()) < _LEAST_SIDE_PIXELS:
        return f"it has {widget.width()} x {widget.height()} pixels"
    image = widget.grab().toImage()
    colours = Counter(
        image.pixel(x, y)
        for y in range(0, image.height(), _STEP_OF_PIXELS)
        for x in range(0, image.width(), _STEP_OF_PIXELS)
    )
    share = max(colours.values()) / sum(colours.values())
    if len(colours) < _LEAST_COLOURS or share > _LARGEST_SHARE_OF_ONE_COLOUR:
        return f"{share:.0%} of it have one colour"
    return ""


# --- results


def without_style(layer: QgsMapLayer) -> str:
    """Why a result looks as QGIS draws what it knows nothing of; "" if it has a style."""
    renderer = layer.renderer()
    if isinstance(layer, QgsVectorLayer):
        if isinstance(renderer, QgsSingleSymbolRenderer) or renderer is None:
            return "all its features have one symbol"
        is_area = layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
        if isinstance(renderer, QgsCategorizedSymbolRenderer):
            return _uncategorised(layer, renderer) or (_hides_the_picture(layer, renderer) if is_area else "")
        return ""
    if isinstance(renderer, QgsPalettedRasterRenderer):
        return "" if renderer.classes() else "its table of colours is empty"
    kind = renderer.type() if renderer is not None else "nothing"
    is_grey = kind == "singlebandgray" and renderer.contrastEnhancement() is not None
    is_scaled = is_grey and (
        renderer.contrastEnhancement().minimumValue(),
        renderer.contrastEnhancement().maximumValue(),
    )
    return "" if is_scaled == (0.0, 1.0) or kind == "singlebandpseudocolor" else f"it is drawn as {kind}"


def _uncategorised(layer: QgsVectorLayer, renderer: QgsCategorizedSymbolRenderer) -> str:
    field = layer.fields().indexOf(renderer.classAttribute())
    drawn = {str(category.value()) for category in renderer.categories()}
    missing = {str(value) for value in layer.uniqueValues(field)} - drawn
    return f"nothing is drawn for {sorted(missing)}" if missing else ""


def _hides_the_picture(layer: QgsVectorLayer, renderer: QgsCategorizedSymbolRenderer) -> str:
    for category in renderer.categories():
        symbol = category.symbol().clone()  # the category's own goes with it
        if symbol.opacity() * layer.opacity() * symbol.color().alphaF() > _OPAQUE:
            return "it hides the picture below"
    return ""


# --- messages


def message_of(widget: QWidget) -> tuple[str, Any]:
    """Text and level of what was added to QGIS' message bar."""
    item = sip.cast(widget, QgsMessageBarItem)
    return f"{item.title()}: {item.text()}", item.level()


def is_error(text: str, level: Any) -> bool:
    """Whether a message in QGIS' bar or log tells of an error, of Python or another."""
    words = ("Traceback", "Python error", "has been deleted", "An error has occurred while executing Python code")
    return level == Qgis.MessageLevel.Critical or any(word in text for word in words)


def _described(widget: QWidget) -> str:
    text = _shown_text(widget) or widget.toolTip().split(".")[0] or widget.objectName()
    return f"{type(widget).__name__} {text[:40]!r}"
