"""The eraser: removes strokes, or parts of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qgis.core import QgsGeometry, QgsPointXY

from .painting import PaintedStroke, Points

_SEGMENTS = 8


def erased(strokes: Sequence[PaintedStroke], points: Points, width: float) -> tuple[PaintedStroke, ...]:
    """The strokes without the parts that an eraser has gone over; a stroke that is cut in two becomes two strokes.

    A stroke is erased where the eraser reaches its middle line.

    Args:
        strokes: In a raster's reference system.
        points: The line along which the eraser went, in the same system.
        width: Width of the eraser, in units of that system.
    """
    path = QgsGeometry.fromPolylineXY([QgsPointXY(x, y) for x, y in points]).buffer(width / 2, _SEGMENTS)
    if path.isEmpty():  # a click has no length
        path = QgsGeometry.fromPointXY(QgsPointXY(*points[0])).buffer(width / 2, _SEGMENTS)
    left: list[PaintedStroke] = []
    for stroke in strokes:
        left += _pieces(stroke, path)
    return tuple(left)


def _pieces(stroke: PaintedStroke, eraser: QgsGeometry) -> list[PaintedStroke]:
    if len(set(stroke.points)) == 1:
        point = QgsGeometry.fromPointXY(QgsPointXY(*stroke.points[0]))
        return [] if eraser.intersects(point) else [stroke]
    line = QgsGeometry.fromPolylineXY([QgsPointXY(x, y) for x, y in stroke.points])
    if not eraser.intersects(line):
        return [stroke]
    rest = line.difference(eraser)
    if rest.isEmpty():
        return []
    parts = rest.asMultiPolyline() if rest.isMultipart() else [rest.asPolyline()]
    return [replace(stroke, points=tuple((p.x(), p.y()) for p in part)) for part in parts if len(part) > 1]
