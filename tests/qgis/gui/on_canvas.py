"""What a map of four quadrants shows of the preview, and strokes on it."""

from __future__ import annotations

from typing import Any

import mouse
from qgis.PyQt.QtGui import QColor

WATER, WOOD, FIELD, ROOF = range(4)
# The middle of each quadrant, in pixels of the canvas.
MIDDLES = ((100, 100), (300, 100), (100, 300), (300, 300))


def shown(dock: Any, x: int, y: int) -> tuple[int, ...]:
    """Red, green, blue and alpha of the preview under a pixel of the canvas."""
    preview = dock.session.preview.item
    transform, _ = (preview.view.to_map * preview.canvas.mapSettings().mapToPixel().transform()).inverted()
    place = transform.map(mouse.QPointF(x, y))
    return QColor.fromRgba(preview.image.pixel(int(place.x()), int(place.y()))).getRgb()


def is_shown(dock: Any, *quadrants: int) -> bool:
    """Whether the first class shows exactly in these quadrants."""
    colour = (*dock.session.painting.classes[0].colour, 255)
    return all((shown(dock, *MIDDLES[q]) == colour) == (q in quadrants) for q in range(4))


def stroke(canvas: Any, quadrant: int) -> None:
    x, y = MIDDLES[quadrant]
    mouse.drag(canvas, (x - 30, y), (x + 30, y))
