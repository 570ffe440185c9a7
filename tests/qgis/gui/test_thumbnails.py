"""Pictures of clusters are as large and of the same place on dense screens."""

from __future__ import annotations

from typing import Any

from background import wait_for
from on_canvas import ROOF
from qgis.core import QgsMapSettings
from qgis.PyQt.QtGui import QColor

from clusternet_qgis.gui.thumbnails import SIDE, Thumbnails


class DenseCanvas:
    """A canvas of a screen with two pixels for one."""

    def __init__(self, canvas: Any) -> None:
        self._settings = QgsMapSettings(canvas.mapSettings())
        self._settings.setDevicePixelRatio(2)

    def mapSettings(self) -> Any:
        return self._settings


def test_a_dense_screen_shows_the_same_place(ready: Any, canvas: Any, layer: Any) -> None:
    middles = []
    for one in (canvas, DenseCanvas(canvas)):
        thumbnails = Thumbnails(one)
        thumbnails.make(layer, ready.session.preview.view)
        assert wait_for(lambda made=thumbnails: made.pictures, 20)
        picture = thumbnails.pictures[ROOF]
        ratio = picture.devicePixelRatio()
        assert picture.width() == SIDE * ratio
        image = picture.toImage()
        colours = [
            QColor(image.pixel(round(x * ratio), round(y * ratio))).getRgb()[:3]
            for x in (8, 16, 24)
            for y in (8, 16, 24)
        ]
        middles.append([sum(channel) / len(colours) for channel in zip(*colours)])
    assert all(abs(a - b) < 12 for a, b in zip(*middles)), middles
