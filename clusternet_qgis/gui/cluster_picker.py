"""Which cluster is here: a click on the map chooses it, while dragging pans as ever."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, QPointF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QMouseEvent

from .preview import SHOW_CLUSTERS, Preview
from .tool_turn import ToolTurn

_MOST_PIXELS_OF_CLICK = 3


class ClusterPicker(QObject):
    """Clicks of its own tool, and Shift-clicks of any other while clusters are shown.

    Signals:
        picked: A cluster, -1 for none, and the pixel of the canvas.

    Args:
        canvas: The map.
        preview: What is on it.
        parent: Owner.
    """

    picked = pyqtSignal(int, QPoint)

    def __init__(self, canvas: QgsMapCanvas, preview: Preview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._preview = preview
        self._tool = _ClickTool(canvas)
        self._tool.clicked.connect(self._pick)
        self._turn = ToolTurn(canvas, self._tool)
        self._pressed: QPoint | None = None
        canvas.viewport().installEventFilter(self)

    @property
    def is_active(self) -> bool:
        """Whether a plain click picks."""
        return self._turn.is_active

    def activate(self) -> None:
        """A plain click picks from now on."""
        self._turn.begin()

    def deactivate(self) -> None:
        """A plain click does what it did before."""
        self._turn.end()

    def replace_panning(self) -> None:
        """A plain click picks, if it would only move the map."""
        tool: QgsMapTool | None = self._canvas.mapTool()
        if tool is None or isinstance(tool, QgsMapToolPan):
            self.activate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notices Shift-clicks, which no tool takes: Shift and dragging zooms."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = event.pos() if with_shift and self._preview.shown == SHOW_CLUSTERS else None
            elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
                before, self._pressed = self._pressed, None
                if _is_click(before, event.pos()) and not self.is_active:
                    self._pick(event.pos())
        return False

    def _pick(self, position: QPoint) -> None:
        self.picked.emit(self.cluster_at(position), position)

    def cluster_at(self, position: QPoint) -> int:
        """The cluster under a pixel of the canvas; -1 for none."""
        view = self._preview.view
        if view is None:
            return -1
        from_screen, _ = view.to_screen(self._canvas.mapSettings()).inverted()
        place = from_screen.map(QPointF(position.x() + 0.5, position.y() + 0.5))
        rows, cols = view.clusters.shape
        if not (0 <= place.x() < cols and 0 <= place.y() < rows):
            return -1
        return int(view.clusters[int(place.y()), int(place.x())]) - 1


class _ClickTool(QgsMapToolPan):
    """Pans, but a click does not move the map."""

    clicked = pyqtSignal(QPoint)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._pressed = QPoint()
        self._dragging = False

    def activate(self) -> None:
        """The tool becomes the active one."""
        super().activate()
        self._canvas.setCursor(Qt.CursorShape.WhatsThisCursor)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # type: ignore[override]
        """A click or a drag begins."""
        self._pressed, self._dragging = event.pixelPoint(), False

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # type: ignore[override]
        """It is a drag as soon as the mouse has moved some pixels."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if not self._dragging and not _is_click(self._pressed, event.pixelPoint()):
            self._dragging = True
            super().canvasPressEvent(event)
        if self._dragging:
            super().canvasMoveEvent(event)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # type: ignore[override]
        """Ends a drag, or is a click."""
        if self._dragging:
            super().canvasReleaseEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.pixelPoint())
        self._dragging = False
        self._canvas.setCursor(Qt.CursorShape.WhatsThisCursor)


def _is_click(pressed: QPoint, released: QPoint) -> bool:
    return (released - pressed).manhattanLength() <= _MOST_PIXELS_OF_CLICK
