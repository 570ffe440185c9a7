"""Two pictures on the canvas, one on each side of a vertical line, and changes over both."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from .layer_picture import LayerPicture
from .stroke_items import CanvasWideItem

_BRIGHT, _DARK = QColor(255, 255, 255), QColor(0, 0, 0, 170)
_RADIUS_PIXELS = 11.0
_MARGIN_PIXELS = 6.0
_BOTTOM_PIXELS = 8.0  # the message bar of QGIS is at the top


class CompareItem(CanvasWideItem):
    """Draws the pictures above the map, and below all else on the canvas: preview, strokes, measured lines.

    Attributes:
        position: Of the line, in pixels of the canvas from the left.
        sides: The picture and its name left of the line, and right of it.
        changes: What lies over both; None for nothing.

    Args:
        canvas: The map.
    """

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setZValue(-5)  # that of QGIS' map is -10
        self.position = 0.0
        self.sides: tuple[tuple[LayerPicture, str], ...] = ()
        self.changes: LayerPicture | None = None

    def draw(self, painter: QPainter) -> None:
        """Draws pictures, changes and line."""
        # While the user pans, QGIS moves the scene below the canvas; the line stays where it is on the screen.
        corner = self.canvas.mapToScene(QPoint(0, 0))
        outside = self.boundingRect()
        line = corner.x() + self.position
        left = QRectF(outside.left(), outside.top(), line - outside.left(), outside.height())
        right = QRectF(line, outside.top(), outside.right() - line, outside.height())
        for (picture, _), part in zip(self.sides, (left, right)):
            self._draw_picture(painter, picture, part)
        if self.changes is not None:
            self._draw_picture(painter, self.changes, outside)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_line(painter, line, corner.y())
        self._draw_names(painter, line, corner.y())

    def _draw_picture(self, painter: QPainter, picture: LayerPicture, part: QRectF) -> None:
        settings = self.canvas.mapSettings()
        if picture.image is None or picture.crs != settings.destinationCrs() or part.isEmpty():
            return
        painter.save()
        painter.setClipRect(part)
        painter.setTransform(picture.to_screen(settings), True)
        painter.drawImage(0, 0, picture.image)
        painter.restore()

    def _draw_line(self, painter: QPainter, x: float, top: float) -> None:
        bottom = top + self.canvas.height()
        for colour, width in ((_DARK, 4.0), (_BRIGHT, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        middle = QPointF(x, (top + bottom) / 2)
        painter.setPen(QPen(_DARK, 1.5))
        painter.setBrush(_BRIGHT)
        painter.drawEllipse(middle, _RADIUS_PIXELS, _RADIUS_PIXELS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_DARK)
        for side in (-1, 1):
            tip, back = middle + QPointF(8 * side, 0), middle + QPointF(3 * side, 0)
            painter.drawPolygon(QPolygonF([tip, back + QPointF(0, -4.5), back + QPointF(0, 4.5)]))

    def _draw_names(self, painter: QPainter, x: float, top: float) -> None:
        """The name of each side beside the line, as far as there is room."""
        metrics = QFontMetricsF(painter.font())
        rooms = self.position, self.canvas.width() - self.position
        for (_, name), room, side in zip(self.sides, rooms, (-1, 1)):
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room - 4 * _MARGIN_PIXELS)
            width = metrics.horizontalAdvance(shown) + 2 * _MARGIN_PIXELS
            if width + 2 * _MARGIN_PIXELS > room or len(shown) < min(len(name), 3):
                continue
            box = QRectF(0, 0, width, metrics.height() + _MARGIN_PIXELS)
            box.moveBottom(top + self.canvas.height() - _BOTTOM_PIXELS)
            box.moveLeft(x + _MARGIN_PIXELS if side > 0 else x - _MARGIN_PIXELS - width)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_DARK)
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(_BRIGHT)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
