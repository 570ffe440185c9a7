"""Transforms between a raster's reference system and pixels of the canvas, which may be rotated."""

from __future__ import annotations

import math
from collections.abc import Iterable

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QPolygonF

from ..qgis_objects import project


class RasterToScreen:
    """Transforms coordinates of a raster's reference system to pixels of the canvas as it is now, and back.

    Args:
        canvas: The map.
        crs: The raster's reference system; an invalid one is taken for that of the canvas.
    """

    def __init__(self, canvas: QgsMapCanvas, crs: QgsCoordinateReferenceSystem) -> None:
        settings = canvas.mapSettings()
        self.pixels = settings.mapToPixel()
        self._pixels_to_map, _ = self.pixels.transform().inverted()
        canvas_crs = settings.destinationCrs()
        self.same_system = not crs.isValid() or not canvas_crs.isValid() or crs == canvas_crs
        self._to_canvas = QgsCoordinateTransform()
        if not self.same_system:
            self._to_canvas = QgsCoordinateTransform(crs, canvas_crs, project())

    def raster_point(self, x: float, y: float) -> QgsPointXY | None:
        """The coordinates under a pixel; None where they have none in the raster's system."""
        try:
            point = QgsPointXY(self._pixels_to_map.map(QPointF(x, y)))
            return self._to_canvas.transform(point, Qgis.TransformDirection.Reverse)
        except QgsCsException:
            return None

    def screen_line(self, points: Iterable[tuple[float, float]]) -> QPolygonF:
        """The pixels of a line; empty if a point of it has none on the canvas."""
        line = []
        for x, y in points:
            try:
                pixel = self.pixels.transform(self._to_canvas.transform(QgsPointXY(x, y)))
            except QgsCsException:
                return QPolygonF()
            line.append(QPointF(pixel.x(), pixel.y()))
        return QPolygonF(line)

    def pixels_per_unit(self, x: float, y: float) -> float:
        """The length in pixels of a unit of the raster's system, at a pixel; 0 if it cannot be computed."""
        point, right = self.raster_point(x, y), self.raster_point(x + 1, y)
        below = self.raster_point(x, y + 1)
        if point is None or right is None or below is None:
            return 0.0
        area = abs(
            (right.x() - point.x()) * (below.y() - point.y()) - (right.y() - point.y()) * (below.x() - point.x())
        )
        return 1 / math.sqrt(area) if area > 0 and math.isfinite(area) else 0.0
