"""A small picture of the raster for each cluster, cut from what the canvas shows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QPointF, QRect, pyqtSignal
from qgis.PyQt.QtGui import QImage, QPixmap

from .view_window import PlacedView

_BLOCK = 24
_STEP = 2
SIDE = 32


def densest_squares(clusters: NDArray[np.uint16]) -> dict[int, tuple[float, float]]:
    """Centre (row, column) of the square that holds the most pixels, for each cluster.

    Args:
        clusters: (rows, cols), cluster + 1; 0 is no data.
    """
    block = _BLOCK // _STEP
    sample = clusters[::_STEP, ::_STEP]
    down, across = max(sample.shape[0] // block, 1), max(sample.shape[1] // block, 1)
    sample = sample[: down * block, : across * block].astype(np.int64)
    count = int(sample.max(initial=0)) + 1
    rows, cols = np.arange(sample.shape[0]) // block, np.arange(sample.shape[1]) // block
    index = (rows[:, None] * across + cols[None, :]) * count + sample
    histogram = np.bincount(index.ravel(), minlength=down * across * count).reshape(down * across, count)
    best, most = histogram.argmax(0), histogram.max(0)
    middle = (best // across + 0.5) * _BLOCK, (best % across + 0.5) * _BLOCK
    return {i - 1: (float(middle[0][i]), float(middle[1][i])) for i in range(1, count) if most[i]}


class Thumbnails(QObject):
    """Draws the raster once in the background, and cuts a picture for each cluster out of it.

    Signals:
        ready: There are new pictures.

    Args:
        canvas: The map.
        parent: Owner.
    """

    ready = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pictures: dict[int, QPixmap] = {}
        self._canvas = canvas
        self._job: QgsMapRendererParallelJob | None = None
        self._centres: dict[int, QPointF] = {}

    def make(self, layer: QgsRasterLayer, view: PlacedView) -> None:
        """Starts drawing; `ready` follows."""
        self.stop()
        settings = QgsMapSettings(self._canvas.mapSettings())
        to_screen = view.to_screen(settings)
        self._centres = {
            c: to_screen.map(QPointF(col, row)) for c, (row, col) in densest_squares(view.clusters).items()
        }
        settings.setLayers([layer])
        self._job = QgsMapRendererParallelJob(settings)
        self._job.finished.connect(self._cut)
        self._job.start()

    def stop(self) -> None:
        """Stops drawing."""
        if self._job is not None:
            self._job.finished.disconnect(self._cut)
            self._job.cancelWithoutBlocking()
            self._job = None

    def _cut(self) -> None:
        if self._job is None:
            return
        image: QImage = self._job.renderedImage()
        self._job = None
        ratio = image.devicePixelRatio()  # two pixels of the image for one of the canvas on a dense screen
        side = round(SIDE * ratio)
        for cluster, centre in self._centres.items():
            left, top = (int(ratio * (position - SIDE / 2)) for position in (centre.x(), centre.y()))
            square = QRect(left, top, side, side)
            self.pictures[cluster] = QPixmap.fromImage(image.copy(square))
        self.ready.emit()
