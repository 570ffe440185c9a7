"""The map tool that draws strokes freehand."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, QPointF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QKeySequence

from .raster_to_screen import RasterToScreen
from .stroke_items import BrushItem

_LEAST_STEP_PIXELS = 1.5
_ERASER_COLOUR = QColor(255, 255, 255)


class StrokeTool(QgsMapTool):
    """The left button draws, Esc or the right button discards the stroke, Shift and dragging zooms to a rectangle.

    Signals:
        drawn: The points of a finished stroke, in the raster's reference system.
        class_key: A digit was typed.
        size_key: The brush shall grow (1) or shrink (-1).
        undo_key, redo_key: Undo or redo was typed.
        hide_key: H is held down, or no longer.
        next_key: N was typed.

    Args:
        canvas: The map.
    """

    drawn = pyqtSignal(object)
    class_key = pyqtSignal(int)
    size_key = pyqtSignal(int)
    undo_key = pyqtSignal()
    redo_key = pyqtSignal()
    hide_key = pyqtSignal(bool)
    next_key = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.crs = QgsCoordinateReferenceSystem()
        self.width = 1.0
        self.colour = _ERASER_COLOUR
        self._canvas = canvas
        self._brush: BrushItem | None = None
        self._line: list[tuple[float, float]] = []
        self._last = QPointF()
        self._drawing = False
        self.setCursor(Qt.CursorShape.CrossCursor)

    # --- called by the brush

    def set_brush(self, crs: QgsCoordinateReferenceSystem, width: float, colour: QColor | None) -> None:
        """Sets the raster's reference system, the width in its units, and the colour; None for the eraser."""
        self.crs, self.width, self.colour = crs, width, colour or _ERASER_COLOUR
        if self._brush is not None:
            self._show_brush(QPointF(self._canvas.mouseLastXY()))

    @property
    def is_drawing(self) -> bool:
        """Whether the button is down."""
        return self._drawing

    def cancel(self) -> None:
        """Discards the stroke that is being drawn."""
        self._drawing = False
        self._line = []
        if self._brush is not None:
            self._brush.show_line([], self.crs)

    # --- called by the canvas; it never passes None as event, which the stubs allow

    def flags(self) -> Any:  # QgsMapTool.Flags in Qt 5, QgsMapTool.Flag in Qt 6
        """Shift and dragging zooms. The right button opens QGIS' menu, but while drawing it discards the stroke."""
        if self._drawing:
            return QgsMapTool.Flag.AllowZoomRect
        return QgsMapTool.Flag.AllowZoomRect | QgsMapTool.Flag.ShowContextMenu

    def activate(self) -> None:
        """The tool becomes the active one."""
        super().activate()
        self._brush = BrushItem(self._canvas)
        self._canvas.keyPressed.connect(self._key_while_drawing)
        self._canvas.installEventFilter(self)
        self._canvas.viewport().installEventFilter(self)

    def deactivate(self) -> None:
        """Another tool becomes the active one."""
        self.cancel()
        self.hide_key.emit(False)
        if self._brush is not None:
            self._canvas.keyPressed.disconnect(self._key_while_drawing)
            self._canvas.removeEventFilter(self)
            self._canvas.viewport().removeEventFilter(self)
            self._brush.remove()
            self._brush = None
        super().deactivate()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # type: ignore[override]
        """Starts a stroke."""
        if event.button() == Qt.MouseButton.LeftButton and not self._drawing:
            self._line = []
            self._drawing = self._add(event.pixelPoint(), 0)
        elif self._drawing:
            self.cancel()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # type: ignore[override]
        """Adds a point to the stroke."""
        if self._drawing:
            self._add(event.pixelPoint(), _LEAST_STEP_PIXELS)
        self._show_brush(QPointF(event.pixelPoint()))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # type: ignore[override]
        """Ends the stroke."""
        if event.button() != Qt.MouseButton.LeftButton or not self._drawing:
            return
        self._add(event.pixelPoint(), 0)
        points = self._line
        self.cancel()
        self.drawn.emit(tuple(points if len(points) > 1 else points * 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # type: ignore[override]
        """Handles hot keys. The canvas does not get a key event that is ignored here."""
        if self._take(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # type: ignore[override]
        """Ends what lasts as long as a key is held."""
        if event.key() == Qt.Key.Key_H and not event.isAutoRepeat():
            self.hide_key.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handles hot keys before QGIS' own shortcuts do, also where the map was not clicked yet; hides the brush
        outside the canvas.
        """
        shortcut = QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and event.type() == shortcut and self._is_hot_key(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.Enter and self._canvas.isActiveWindow():
            self._canvas.setFocus()
        if event.type() == QEvent.Type.Leave and self._brush is not None and not self._drawing:
            self._brush.show_brush(None, 0, self.colour)
        if event.type() == QEvent.Type.FocusOut:
            self.hide_key.emit(False)
        return False

    # --- drawing and keys

    def _add(self, position: QPoint, least_step: float) -> bool:
        """Adds the point under a pixel, unless it is too near to the last one."""
        step = QPointF(position) - self._last
        if self._line and abs(step.x()) + abs(step.y()) <= least_step:
            return False
        point = RasterToScreen(self._canvas, self.crs).raster_point(position.x(), position.y())
        if point is None:
            return False
        self._last = QPointF(position)
        self._line.append((point.x(), point.y()))
        if self._brush is not None:
            self._brush.show_line(self._line, self.crs)
        return True

    def _show_brush(self, position: QPointF) -> None:
        if self._brush is not None:
            scale = RasterToScreen(self._canvas, self.crs).pixels_per_unit(position.x(), position.y())
            self._brush.show_brush(position, self.width * scale, self.colour)

    def _key_while_drawing(self, event: QKeyEvent) -> None:
        """While a mouse button is down, the canvas passes keys on by this signal only."""
        if event.key() == Qt.Key.Key_Escape and self._drawing:
            self.cancel()

    def _is_hot_key(self, event: QKeyEvent) -> bool:
        modifiers: Any = event.modifiers()  # KeyboardModifiers in Qt 5, KeyboardModifier in Qt 6
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        keys = (
            Qt.Key.Key_BracketLeft,
            Qt.Key.Key_BracketRight,
            Qt.Key.Key_Escape,
            Qt.Key.Key_H,
            Qt.Key.Key_N,
        )
        return (plain and (_is_digit(event) or event.key() in keys)) or _is_undo(event) or _is_redo(event)

    def _take(self, event: QKeyEvent) -> bool:
        if not self._is_hot_key(event):
            return False
        if _is_redo(event):
            self.redo_key.emit()
        elif _is_undo(event):
            self.undo_key.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() == Qt.Key.Key_H:
            self.hide_key.emit(True)
        elif event.key() == Qt.Key.Key_N:
            self.next_key.emit()
        elif event.key() in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            self.size_key.emit(1 if event.key() == Qt.Key.Key_BracketRight else -1)
        else:
            self.class_key.emit(int(event.text()))
        return True


def _is_digit(event: QKeyEvent) -> bool:
    return len(event.text()) == 1 and event.text() in "0123456789"


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def _is_redo(event: QKeyEvent) -> bool:
    modifiers: Any = event.modifiers()
    is_control_y = event.key() == Qt.Key.Key_Y and modifiers == Qt.KeyboardModifier.ControlModifier
    return event.matches(QKeySequence.StandardKey.Redo) or is_control_y
