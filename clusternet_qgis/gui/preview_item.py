"""The live preview on the canvas: an indexed image through colour tables."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QImage, QPainter

from .stroke_items import CanvasWideItem
from .view_window import PlacedView


class PreviewItem(CanvasWideItem):
    """Draws a view in the colours of its classes or clusters."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setZValue(10)
        self.view: PlacedView | None = None
        self._pixels: NDArray[np.uint32] | None = None
        self._image: QImage | None = None
        self._opacity = 0.6

    def show_view(self, view: PlacedView | None) -> None:
        """Shows another view, or none. Call `colour` after it."""
        self.view = view
        self._image = self._pixels = None
        self.update()

    def colour(self, pixels: NDArray[np.uint32] | None) -> None:
        """Sets the colours of the pixels.

        Args:
            pixels: (rows, cols) as 0xAARRGGBB, premultiplied; None hides the view.
        """
        self._pixels = pixels
        self._image = None
        if pixels is not None:
            rows, cols = pixels.shape
            # The image uses the memory of the array, so `_pixels` keeps the array.
            shape = (cols, rows, 4 * cols, QImage.Format.Format_ARGB32_Premultiplied)
            self._image = QImage(pixels.data, *shape)  # type: ignore[call-overload]  # PyQt5-stubs know no memoryview
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """Sets the opacity: 0 is invisible, 1 hides the map."""
        self._opacity = opacity
        self.update()

    @property
    def image(self) -> QImage | None:
        """The image in its own pixels, before it is transformed to the map."""
        return self._image

    def draw(self, painter: QPainter) -> None:
        """Draws the image at its position on the map."""
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
