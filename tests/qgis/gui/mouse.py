"""A mouse on the canvas' viewport."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


def press(canvas: Any, x: int, y: int, button: Any = LEFT) -> None:
    QTest.mousePress(canvas.viewport(), button, PLAIN, QPoint(x, y))


def move(canvas: Any, x: int, y: int, button: Any = LEFT) -> None:
    """QTest.mouseMove forgets which buttons are down."""
    place = QPointF(x, y)
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, place, NONE, button, PLAIN)
    QApplication.sendEvent(canvas.viewport(), event)


def release(canvas: Any, x: int, y: int, button: Any = LEFT) -> None:
    QTest.mouseRelease(canvas.viewport(), button, PLAIN, QPoint(x, y))


def drag(canvas: Any, *places: tuple[int, int]) -> None:
    """Draws a line through places."""
    press(canvas, *places[0])
    for (x0, y0), (x1, y1) in zip(places, places[1:]):
        for step in range(1, 11):
            move(canvas, x0 + (x1 - x0) * step // 10, y0 + (y1 - y0) * step // 10)
    release(canvas, *places[-1])
