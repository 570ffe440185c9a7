"""The part of a raster that the canvas shows, and the position of an image of that part on the canvas."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsCoordinateReferenceSystem, QgsMapSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QTransform

from .raster_to_screen import RasterToScreen

_MOST_PIXELS = 4_000_000
_GRID_STEP = 32
_EDGE_POINTS = 9


@dataclass(frozen=True)
class RasterGeometry:
    """Size and position of a raster's pixel grid.

    Attributes:
        rows, cols: Size in pixels.
        geotransform: As GDAL has it.
        crs: Reference system of the raster.
    """

    rows: int
    cols: int
    geotransform: tuple[float, ...]
    crs: QgsCoordinateReferenceSystem

    def to_map(self) -> QTransform:
        """Transforms columns and rows to coordinates."""
        left, col_x, row_x, top, col_y, row_y = self.geotransform
        return QTransform(col_x, col_y, row_x, row_y, left, top)

    def to_pixels(self) -> QTransform:
        """Transforms coordinates to columns and rows."""
        inverse, _ = self.to_map().inverted()
        return inverse


def visible_window(canvas: QgsMapCanvas, raster: RasterGeometry) -> dict[str, Any] | None:
    """The arguments `window`, `width` and `height` of `live_view`; None if no pixel is in view.

    One pixel of the image is about one of the screen, but never less than one of the raster.
    """
    to_screen, to_pixels = RasterToScreen(canvas, raster.crs), raster.to_pixels()
    corners = []
    size = canvas.mapSettings().outputSize()
    for x, y in _along_edges(size.width(), size.height()):
        point = to_screen.raster_point(x, y)
        if point is not None:
            corners.append(to_pixels.map(QPointF(point.x(), point.y())))
    step = _raster_pixels_per_screen_pixel(canvas, to_screen, to_pixels)
    if not corners or not step:
        return None
    first_col = max(math.floor(min(corner.x() for corner in corners)), 0)
    first_row = max(math.floor(min(corner.y() for corner in corners)), 0)
    cols = min(math.ceil(max(corner.x() for corner in corners)), raster.cols) - first_col
    rows = min(math.ceil(max(corner.y() for corner in corners)), raster.rows) - first_row
    if cols <= 0 or rows <= 0:
        return None
    step = max(step, 1.0, math.sqrt(rows * cols / _MOST_PIXELS))
    return {
        "window": [first_row, first_col, rows, cols],
        "width": max(round(cols / step), 1),
        "height": max(round(rows / step), 1),
    }


def _along_edges(width: int, height: int) -> list[tuple[float, float]]:
    """Points along the edges of the canvas: in another reference system the corners may not be the outermost points."""
    parts = [index / (_EDGE_POINTS - 1) for index in range(_EDGE_POINTS)]
    return [(width * x, height * y) for x in parts for y in parts if x in (0, 1) or y in (0, 1)]


def _raster_pixels_per_screen_pixel(canvas: QgsMapCanvas, to_screen: RasterToScreen, to_pixels: QTransform) -> float:
    """The scale at the middle of the canvas; 0 if it cannot be computed."""
    size = canvas.mapSettings().outputSize()
    scale = to_screen.pixels_per_unit(size.width() / 2, size.height() / 2)
    return math.sqrt(abs(to_pixels.determinant())) / scale if scale else 0.0


@dataclass(frozen=True, eq=False)
class PlacedView:
    """Clusters and classes with their position on the map.

    Attributes:
        clusters: (rows, cols), cluster + 1; 0 is no data.
        classes: (rows, cols), class + 1; 0 is none.
        confidence: (rows, cols), 0 to 255; 0 everywhere if no cluster is split.
        to_map: Transforms columns and rows of these to coordinates of the canvas' system.
        crs: That system.
    """

    clusters: NDArray[np.uint16]
    classes: NDArray[np.uint16]
    confidence: NDArray[np.uint16]
    to_map: QTransform
    crs: QgsCoordinateReferenceSystem

    def to_screen(self, settings: QgsMapSettings) -> QTransform:
        """Transforms columns and rows to pixels of a canvas with these settings."""
        to_pixels = settings.mapToPixel().transform()
        to_screen: QTransform = self.to_map * to_pixels  # type: ignore[operator]  # not in PyQt5-stubs
        return to_screen


def placed_view(
    canvas: QgsMapCanvas, raster: RasterGeometry, window: list[int], values: NDArray[np.uint16]
) -> PlacedView | None:
    """Places the answer of `live_view` on the map.

    If the canvas has the raster's reference system, an affine transform is enough, also on a rotated canvas. If it has
    another one, the answer is resampled by nearest neighbour to the pixels of the canvas.

    Returns:
        None if a part of the canvas has no coordinates in the raster's system.
    """
    first_row, first_col, rows, cols = window
    _, height, width = values.shape
    to_raster = QTransform(cols / width, 0, 0, rows / height, first_col, first_row)
    to_map: QTransform = to_raster * raster.to_map()  # type: ignore[operator]  # not in PyQt5-stubs
    to_screen = RasterToScreen(canvas, raster.crs)
    crs = canvas.mapSettings().destinationCrs()
    if to_screen.same_system:
        return PlacedView(values[0], values[1], values[2], to_map, crs)
    inverse, _ = to_map.inverted()
    resampling = _resampling(canvas, to_screen, inverse)
    if resampling is None:
        return None
    col, row = resampling
    inside = (col.view(np.uint32) < width) & (
        row.view(np.uint32) < height
    )  # a negative number becomes a very large one
    index = np.where(inside, row * np.int32(width) + col, 0)
    clusters, classes, confidence = (np.take(band, index) * inside for band in values)
    screen_to_map, _ = canvas.mapSettings().mapToPixel().transform().inverted()
    return PlacedView(clusters, classes, confidence, screen_to_map, crs)


def _resampling(
    canvas: QgsMapCanvas, to_screen: RasterToScreen, from_map: QTransform
) -> tuple[NDArray[np.int32], NDArray[np.int32]] | None:
    """Column and row of the image under each pixel of the canvas, interpolated between exact ones.

    Returns:
        None if a part of the canvas has no coordinates in the raster's system.
    """
    size = canvas.mapSettings().outputSize()
    xs = np.arange(0, size.width() + _GRID_STEP, _GRID_STEP)
    ys = np.arange(0, size.height() + _GRID_STEP, _GRID_STEP)
    nodes = np.empty((2, len(ys), len(xs)), np.float32)
    for i, y in enumerate(ys):
        for j, x in enumerate(xs):
            point = to_screen.raster_point(x, y)
            if point is None:
                return None
            pixel = from_map.map(QPointF(point.x(), point.y()))
            nodes[:, i, j] = pixel.x(), pixel.y()
    col, row = (_interpolated(grid)[: size.height(), : size.width()] for grid in nodes)
    # The conversion to integers rounds towards zero. Adding 1 before and subtracting it after makes it a floor.
    return (col + 1).astype(np.int32) - 1, (row + 1).astype(np.int32) - 1


def _interpolated(nodes: NDArray[np.float32]) -> NDArray[np.float32]:
    """Values at the centres of all pixels from those at the corners of every `_GRID_STEP`th."""
    part = ((np.arange(_GRID_STEP) + 0.5) / _GRID_STEP).astype(np.float32)
    down = nodes[:-1, None] + part[None, :, None] * (nodes[1:] - nodes[:-1])[:, None]
    down = down.reshape(-1, nodes.shape[1])
    across = down[:, :-1, None] + part[None, None, :] * (down[:, 1:] - down[:, :-1])[:, :, None]
    return across.reshape(len(down), -1)
