"""Brush, eraser, size, undo and redo."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ..translation import tr
from .class_list import ClassList
from .icons import own_icon, theme_icon
from .session import Session


class PaintPanel(QWidget):
    """The buttons for brush and eraser, the size, and the classes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._make_tools())
        layout.addLayout(self._make_size())
        self.classes = ClassList(session)
        layout.addWidget(self.classes)
        session.paintings.changed.connect(self._refresh)
        session.brush.changed.connect(self._refresh)
        session.raster_changed.connect(self._refresh)
        session.canvas.mapToolSet.connect(self._refresh)
        session.worker.status.connect(self._refresh_enabled)
        self._refresh()

    def _make_tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.brush_button = self._button(own_icon("brush"), tr("Paint"), True)
        self.brush_button.setToolTip(
            tr(
                "Paint strokes of the chosen class on the map. Keys there: 1 to 9 choose the class, 0 'other', "
                "[ and ] the size, Esc gives a stroke up, space pans, Shift and dragging zooms."
            )
        )
        self.brush_button.clicked.connect(self._take_brush)
        self.eraser_button = self._button(own_icon("eraser"), tr("Erase"), True)
        self.eraser_button.setToolTip(tr("Erase strokes, or parts of them, on the map."))
        self.eraser_button.clicked.connect(self._take_eraser)
        self.undo_button = self._button(theme_icon("mActionUndo"), "", False)
        self.undo_button.setToolTip(tr("Undo (Ctrl+Z on the map)"))
        self.undo_button.clicked.connect(self._session.paintings.undo)
        self.redo_button = self._button(theme_icon("mActionRedo"), "", False)
        self.redo_button.setToolTip(tr("Redo (Ctrl+Shift+Z on the map)"))
        self.redo_button.clicked.connect(self._session.paintings.redo)
        self.next_button = self._button(theme_icon("mActionHighlightFeature"), "", False)
        self.next_button.setToolTip(tr("Paint here next: a ring marks where the next stroke tells most (N on the map)"))
        self.next_button.clicked.connect(self._session.show_next_place)
        self.clear_button = self._button(theme_icon("mActionDeleteSelected"), "", False)
        self.clear_button.setToolTip(tr("Erase all strokes; undo brings them back"))
        self.clear_button.clicked.connect(self._clear)
        for button in (self.brush_button, self.eraser_button):
            row.addWidget(button)
        row.addStretch()
        for button in (self.next_button, self.undo_button, self.redo_button, self.clear_button):
            row.addWidget(button)
        return row

    def _button(self, icon: QIcon, text: str, checkable: bool) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon)
        button.setText(text)
        button.setIconSize(QSize(20, 20))
        button.setCheckable(checkable)
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _make_size(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.size_box = QDoubleSpinBox()
        self.size_box.setToolTip(tr("Width of brush and eraser on the ground; [ and ] on the map change it."))
        self.size_box.setKeyboardTracking(False)
        self.size_box.valueChanged.connect(self._size_typed)
        row.addWidget(QLabel(tr("Brush size")))
        row.addWidget(self.size_box, 1)
        return row

    def _clear(self) -> None:
        self._session.paintings.change(self._session.painting.with_all_strokes(()))

    def _take_brush(self) -> None:
        brush = self._session.brush
        if brush.erasing:
            brush.choose_class(brush.class_name)
        elif brush.is_active:
            self._put_tool_down()
            return
        self._take_tool()

    def _take_eraser(self) -> None:
        brush = self._session.brush
        if brush.erasing and brush.is_active:
            self._put_tool_down()
            return
        brush.choose_eraser()
        self._take_tool()

    def _take_tool(self) -> None:
        self._session.brush.activate()
        self._refresh()

    def _put_tool_down(self) -> None:
        """A second click on a pressed button."""
        self._session.brush.deactivate()
        self._refresh()

    def _size_typed(self, width: float) -> None:
        self._session.brush.set_width(width / self._session.unit.per_map_unit)

    def _refresh(self) -> None:
        brush, history = self._session.brush, self._session.paintings.history
        self.brush_button.setChecked(brush.is_active and not brush.erasing)
        self.eraser_button.setChecked(brush.is_active and brush.erasing)
        self.next_button.setEnabled(bool(history.painting.strokes))
        self.clear_button.setEnabled(bool(history.painting.strokes))
        self.undo_button.setEnabled(history.can_undo)
        self.redo_button.setEnabled(history.can_redo)
        self._refresh_enabled()
        self._show_size(brush.width * self._session.unit.per_map_unit)

    def _refresh_enabled(self, *_: object) -> None:
        self.setEnabled(self._session.layer is not None and not self._session.worker.lacks_python)

    def _show_size(self, width: float) -> None:
        decimals = max(1 - math.floor(math.log10(width)), 0) if width > 0 else 2
        step = 10 ** math.floor(math.log10(width)) / 2 if width > 0 else 1
        self.size_box.blockSignals(True)
        self.size_box.setDecimals(decimals)
        self.size_box.setRange(10.0**-decimals, 10 * 10 ** math.ceil(math.log10(width)) if width > 0 else 100)
        self.size_box.setSingleStep(step)
        self.size_box.setSuffix(f" {self._session.unit.suffix}".rstrip())
        self.size_box.setValue(width)
        self.size_box.blockSignals(False)
