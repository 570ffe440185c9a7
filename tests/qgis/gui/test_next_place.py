"""Paint here next on the map: the ring, and why it is there."""

from __future__ import annotations

from typing import Any

import toys
from background import wait_for
from on_canvas import FIELD, MIDDLES, WOOD, is_shown, shown, stroke
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

LEFT, RIGHT, BOTTOM, TOP = toys.EXTENT


def test_the_ring_goes_where_nothing_was_painted(ready: Any, canvas: Any) -> None:
    assert not ready.paint_panel.next_button.isEnabled()
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(ready, WOOD), 20)
    ring = ready.session.next_ring.item
    points = []
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_N)
        assert ring.point is not None
        points.append(ring.point)
    assert len(set(points)) == 3
    east = (LEFT + RIGHT) / 2
    assert not any(x > east + 3 and y > (BOTTOM + TOP) / 2 + 3 for x, y in points), "wood has its class"
    stroke(canvas, FIELD)
    assert ring.point is None, "the stroke is painted"
    ready.hide()
    ready.show()
    assert ring.point is None


def test_confidence_is_red_where_strokes_leave_it_open(ready: Any, canvas: Any) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(ready, WOOD), 20)
    box = ready.preview_panel.shown
    box.setCurrentIndex(box.findData("confidence"))
    assert shown(ready, *MIDDLES[WOOD])[3] == 0
    red, green, blue, alpha = shown(ready, *MIDDLES[FIELD])
    assert alpha == 255
    assert red > 2 * max(green, blue)
