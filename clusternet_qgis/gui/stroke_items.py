"""Canvas items for strokes at their true width: those drawn, the one being drawn, and the brush."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPolygonF

from ..core.io.palette import Colour
from ..qgis_objects import present
from .painting import PaintedStroke
from .raster_to_screen import RasterToScreen

_LEAST_PIXELS = 2.0
_ALPHA = 170
_RIM, _RIM_PIXELS = QColor(255, 255, 255, 150), 1.2


class CanvasWideItem(QgsMapCanvasItem):
    """A canvas item as large as the canvas, which paints in the canvas' pixels."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.canvas = canvas

    def boundingRect(self) -> QRectF:
        """The canvas and as much around it, which comes into view when the user pans."""
        width, height = self.canvas.width(), self.canvas.height()
        return QRectF(-width, -height, 3 * width, 3 * height)

    def updatePosition(self) -> None:
        """The extent of the canvas has changed."""
        self.update()

    def paint(self, painter: QPainter | None, option: object = None, widget: object = None) -> None:
        """Called by Qt."""
        self.draw(present(painter))

    def draw(self, painter: QPainter) -> None:
        """Paints the item; each subclass has its own."""
        raise NotImplementedError

    def remove(self) -> None:
        """Removes the item from the canvas."""
        scene = self.canvas.scene()
        if scene is not None:
            scene.removeItem(self)


class StrokesItem(CanvasWideItem):
    """The strokes drawn so far."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setZValue(20)
        self._strokes: Sequence[PaintedStroke] = ()
        self._colours: Mapping[str, Colour] = {}
        self._crs = QgsCoordinateReferenceSystem()
        self._lines: list[tuple[QPolygonF, float, QColor]] | None = None

    def show_strokes(
        self, strokes: Sequence[PaintedStroke], colours: Mapping[str, Colour], crs: QgsCoordinateReferenceSystem
    ) -> None:
        """Shows strokes in the colours of their classes."""
        self._strokes, self._colours, self._crs = strokes, colours, crs
        self.updatePosition()

    def updatePosition(self) -> None:
        """The extent of the canvas has changed."""
        self._lines = None
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draws the strokes."""
        if self._lines is None:
            self._lines = self._screen_lines()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, width, colour in self._lines:
            draw_line(painter, line, width, colour)

    def _screen_lines(self) -> list[tuple[QPolygonF, float, QColor]]:
        to_screen = RasterToScreen(self.canvas, self._crs)
        scale = to_screen.pixels_per_unit(self.canvas.width() / 2, self.canvas.height() / 2)
        lines = []
        for stroke in self._strokes:
            colour = QColor(*self._colours.get(stroke.class_name, (128, 128, 128)))
            lines.append((to_screen.screen_line(stroke.points), stroke.width * scale, colour))
        return lines


class BrushItem(CanvasWideItem):
    """The brush at the mouse, and the line that it draws."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setZValue(30)
        self._line: list[tuple[float, float]] = []
        self._crs = QgsCoordinateReferenceSystem()
        self._position: QPointF | None = None
        self._width_pixels = 0.0
        self._colour = QColor()

    def show_brush(self, position: QPointF | None, width_pixels: float, colour: QColor) -> None:
        """Moves the brush; None as position hides it."""
        self._position, self._width_pixels, self._colour = position, width_pixels, colour
        self.update()

    def show_line(self, line: list[tuple[float, float]], crs: QgsCoordinateReferenceSystem) -> None:
        """Shows the line being drawn, in the raster's reference system."""
        self._line, self._crs = line, crs
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draws the line and the brush."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._line:
            line = RasterToScreen(self.canvas, self._crs).screen_line(self._line)
            draw_line(painter, line, self._width_pixels, self._colour)
        if self._position is not None:
            radius = max(self._width_pixels, _LEAST_PIXELS) / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            # A dark and a bright ring, so that one of them is visible on any background.
            for colour, width in ((QColor(0, 0, 0, 200), 3.0), (QColor(255, 255, 255), 1.2)):
                painter.setPen(QPen(colour, width))
                painter.drawEllipse(self._position, radius, radius)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour)
            painter.drawEllipse(self._position, 2.5, 2.5)


def draw_line(painter: QPainter, line: QPolygonF, width: float, colour: QColor) -> None:
    """Draws a line with round ends."""
    if line.isEmpty():
        return
    shade = QColor(colour)
    shade.setAlpha(_ALPHA)
    width = max(width, _LEAST_PIXELS)
    # The bright rim separates a stroke from a preview of the same colour.
    for line_colour, thickness in ((_RIM, width), (shade, max(width - 2 * _RIM_PIXELS, _LEAST_PIXELS))):
        pen = QPen(line_colour, thickness)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if line.boundingRect().width() + line.boundingRect().height() > 0:
            painter.drawPolyline(line)
        else:
            painter.drawPoint(line[0])
