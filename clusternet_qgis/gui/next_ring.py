"""Paint here next: a ring on the map where the next stroke tells most."""

from __future__ import annotations

import math

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from ..core.interactive.next_place import next_place, uncertainty_of
from .painting import Painting
from .preview import Preview
from .raster_to_screen import RasterToScreen
from .stroke_items import CanvasWideItem

_RADIUS_PIXELS = 20.0
_STEP_OF_STROKE_PIXELS = 20.0


class RingItem(CanvasWideItem):
    """A ring around a point of the raster."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setZValue(25)
        self.point: tuple[float, float] | None = None
        self._crs = QgsCoordinateReferenceSystem()

    def show_point(self, point: tuple[float, float] | None, crs: QgsCoordinateReferenceSystem) -> None:
        """Moves the ring to a point in the raster's reference system; None hides it."""
        self.point, self._crs = point, crs
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draws the ring, dark and bright, so that it is seen on any ground."""
        if self.point is None:
            return
        line = RasterToScreen(self.canvas, self._crs).screen_line([self.point])
        if line.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(0, 0, 0, 200), 5.0), (QColor(255, 230, 0), 2.5)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(line[0], _RADIUS_PIXELS, _RADIUS_PIXELS)


class NextRing(QObject):
    """Finds the places one after the other, none of them twice, in what is in view.

    Args:
        canvas: The map.
        preview: What is known of it.
        parent: Owner.
    """

    def __init__(self, canvas: QgsMapCanvas, preview: Preview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._preview = preview
        self._shown: list[tuple[float, float]] = []
        self.item = RingItem(canvas)

    def clear(self) -> None:
        """Begins anew."""
        self._shown.clear()
        self.hide()

    def hide(self) -> None:
        """Takes the ring off the map."""
        self.item.show_point(None, QgsCoordinateReferenceSystem())

    def go_on(self, painting: Painting, crs: QgsCoordinateReferenceSystem) -> bool:
        """Marks the next place; False if there is none in view.

        Args:
            painting: What is painted.
            crs: The raster's reference system.
        """
        self.hide()
        view = self._preview.view
        if view is None:
            return False
        to_raster, to_screen = RasterToScreen(self._canvas, crs), view.to_screen(self._canvas.mapSettings())
        known = self._known(painting, to_raster, to_screen)
        uncertainty = uncertainty_of(view.clusters > 0, view.classes, view.confidence)
        found = next_place(uncertainty, known, _RADIUS_PIXELS / _scale(to_screen))
        if found is None:
            return False
        pixel = to_screen.map(QPointF(found[1] + 0.5, found[0] + 0.5))
        point = to_raster.raster_point(pixel.x(), pixel.y())
        if point is None:
            return False
        self._shown.append((point.x(), point.y()))
        self.item.show_point(self._shown[-1], crs)
        return True

    def _known(self, painting: Painting, to_raster: RasterToScreen, to_screen: QTransform) -> list[tuple[float, float]]:
        """Rows and columns of the view that were painted or shown."""
        from_screen, _ = to_screen.inverted()
        lines = [*(stroke.points for stroke in painting.strokes), *((point,) for point in self._shown)]
        places = [from_screen.map(point) for line in lines for point in _thinned(to_raster.screen_line(line))]
        return [(place.y(), place.x()) for place in places]


def _scale(to_screen: QTransform) -> float:
    """Pixels of the screen for one of the view."""
    origin, right = to_screen.map(QPointF(0, 0)), to_screen.map(QPointF(1, 0))
    return max(math.hypot(right.x() - origin.x(), right.y() - origin.y()), 1e-6)


def _thinned(line: QPolygonF) -> list[QPointF]:
    """Points of a line that lie some pixels apart."""
    kept: list[QPointF] = []
    for point in (line[index] for index in range(line.size())):
        if not kept or (point - kept[-1]).manhattanLength() >= _STEP_OF_STROKE_PIXELS:
            kept.append(point)
    return kept
