"""Mouse and keys of a comparison: a line to drag, while the map tool keeps the rest of the map."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent

_REACH_PIXELS = 7
_KEYS = (Qt.Key.Key_X, Qt.Key.Key_C, Qt.Key.Key_Escape)


class SwipeInput(QObject):
    """Watches the canvas between `begin` and `end`; what it does not take goes to the map tool as ever.

    Signals:
        moved: The line was dragged to this pixel of the canvas, which may lie outside.
        swap_key: X is held down, or no longer.
        changes_key: C was typed.
        end_key: Escape was typed.

    Attributes:
        position: Of the line, in pixels of the canvas from the left.

    Args:
        canvas: The map.
        parent: Owner.
    """

    moved = pyqtSignal(float)
    swap_key = pyqtSignal(bool)
    changes_key = pyqtSignal()
    end_key = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.position = 0.0
        self._is_dragging = self._tool_has_mouse = self._has_cursor = False

    def begin(self) -> None:
        """Mouse and keys are watched from now on."""
        self._canvas.installEventFilter(self)
        self._canvas.viewport().installEventFilter(self)
        self._canvas.setFocus()

    def end(self) -> None:
        """They are left alone."""
        self._canvas.removeEventFilter(self)
        self._canvas.viewport().removeEventFilter(self)
        self._is_dragging = self._tool_has_mouse = False
        self._show_cursor(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes drags of the line, and the keys."""
        if isinstance(event, QKeyEvent):
            return self._take_key(event)
        if isinstance(event, QMouseEvent) and watched is self._canvas.viewport():
            return self._take_mouse(event)
        if event.type() == QEvent.Type.Enter and self._canvas.isActiveWindow():
            self._canvas.setFocus()
        elif event.type() == QEvent.Type.FocusOut:
            self.swap_key.emit(False)
        return False

    # --- the mouse

    def _take_mouse(self, event: QMouseEvent) -> bool:
        kind, x = event.type(), event.pos().x()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick) and not self._is_dragging:
            self._is_dragging = self._is_grip(event, x)
        if not self._is_dragging:
            buttons: Any = event.buttons()  # MouseButtons in Qt 5, MouseButton in Qt 6
            self._tool_has_mouse = buttons != Qt.MouseButton.NoButton
            self._show_cursor(not self._tool_has_mouse and self._is_near(x))
            return False
        if kind == QEvent.Type.MouseMove:
            self.moved.emit(float(x))
        elif kind == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = False
        return True

    def _is_grip(self, event: QMouseEvent, x: int) -> bool:
        is_left = event.button() == Qt.MouseButton.LeftButton
        return is_left and _is_plain(event) and not self._tool_has_mouse and self._is_near(x)

    def _is_near(self, x: int) -> bool:
        return abs(x - self.position) <= _REACH_PIXELS

    def _show_cursor(self, is_near: bool) -> None:
        """Cursors of map tools are the canvas', so that they come back by themselves."""
        if is_near != self._has_cursor:
            self._has_cursor = is_near
            if is_near:
                self._canvas.viewport().setCursor(Qt.CursorShape.SplitHCursor)
            else:
                self._canvas.viewport().unsetCursor()

    # --- the keys

    def _take_key(self, event: QKeyEvent) -> bool:
        """Takes its keys before QGIS' shortcuts and the map tool do; Escape is the tool's while it has the mouse."""
        if event.key() not in _KEYS or not _is_plain(event):
            return False
        if event.key() == Qt.Key.Key_Escape and self._tool_has_mouse:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif not event.isAutoRepeat():
            self._obey(event.key(), event.type() == QEvent.Type.KeyPress)
        return True

    def _obey(self, key: int, is_down: bool) -> None:
        if key == Qt.Key.Key_X:
            self.swap_key.emit(is_down)
        elif is_down and key == Qt.Key.Key_C:
            self.changes_key.emit()
        elif is_down:
            self.end_key.emit()


def _is_plain(event: QMouseEvent | QKeyEvent) -> bool:
    modifiers: Any = event.modifiers()  # KeyboardModifiers in Qt 5, KeyboardModifier in Qt 6
    return bool(modifiers == Qt.KeyboardModifier.NoModifier)
