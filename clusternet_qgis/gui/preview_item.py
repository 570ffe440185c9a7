"""The live preview on the canvas: an indexed image through colour tables."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QImage, QPainter

from .stroke_items import CanvasWideItem
from .view_window import PlacedView


class PreviewItem(CanvasWideItem):
    """Shows a view in the colours of its classes or clusters."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setZValue(10)
        self.view: PlacedView | None = None
        self._pixels: NDArray[np.uint32] | None = None
        self._image: QImage | None = None
        self._opacity = 0.6

    def show_view(self, view: PlacedView | None) -> None:
        """Shows another view, or none; `colour` must follow."""
        self.view = view
        self._image = self._pixels = None
        self.update()

    def colour(self, pixels: NDArray[np.uint32] | None) -> None:
        """Colours it.

        Args:
            pixels: (rows, cols) as 0xAARRGGBB, alpha multiplied in; None hides it.
        """
        self._pixels = pixels
        self._image = None
        if pixels is not None:
            rows, cols = pixels.shape
            # The image borrows the array's memory, which `_pixels` keeps.
            shape = (cols, rows, 4 * cols, QImage.Format.Format_ARGB32_Premultiplied)
            self._image = QImage(pixels.data, *shape)  # type: ignore[call-overload]  # PyQt5-stubs know no memoryview
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """0 is invisible, 1 hides the map."""
        self._opacity = opacity
        self.update()

    @property
    def image(self) -> QImage | None:
        """What is shown, before it is placed on the map."""
        return self._image

    def draw(self, painter: QPainter) -> None:
        """Draws the image where it belongs."""
        if self._image is None or self.view is None:
            return
        settings = self.canvas.mapSettings()
        if self.view.crs != settings.destinationCrs():
            return
        painter.save()
        painter.setOpacity(self._opacity)
        painter.setTransform(self.view.to_screen(settings), True)
        painter.drawImage(0, 0, self._image)
        painter.restore()
