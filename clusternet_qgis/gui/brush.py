"""What strokes are drawn with: a class or the eraser, a width, and the map tool."""

from __future__ import annotations

import math

from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ..core.io.legend import BACKGROUND
from .erasing import erased
from .history import Paintings
from .painting import PaintedStroke, Painting, Points, StrokeClass
from .raster_to_screen import RasterToScreen
from .stroke_tool import StrokeTool
from .tool_turn import ToolTurn

_PIXELS, _SCREEN_PIXELS = 5, 8
_SIDE_TO_BRUSH = 50  # a canvas that shows a continent makes no brush as large as the raster
_STEP_OF_SIZE = 1.25


class Brush(QObject):
    """The brush, and the eraser in its place.

    Signals:
        changed: Class, eraser or width.

    Attributes:
        class_name: The class to paint.
        erasing: Whether it erases instead.
        width: In units of the raster's reference system.
        crs: That system; `update_tool` must follow a change.
        tool: The map tool.

    Args:
        canvas: The map.
        paintings: Those with the classes.
        parent: Owner.
    """

    changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, paintings: Paintings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._paintings = paintings
        self.class_name = BACKGROUND
        self.erasing = False
        self.width = 1.0
        self.crs = QgsCoordinateReferenceSystem()
        self.tool = StrokeTool(canvas)
        self._turn = ToolTurn(canvas, self.tool)
        self.tool.class_key.connect(self.choose_class_number)
        self.tool.size_key.connect(self.scale)
        self.tool.undo_key.connect(paintings.undo)
        self.tool.redo_key.connect(paintings.redo)

    # --- what is chosen

    def choose_class(self, name: str) -> None:
        """Paints this class from now on; BACKGROUND if there is no such class."""
        self.class_name, self.erasing = self._class(name).name, False
        self._changed()

    def choose_class_number(self, number: int) -> None:
        """Paints the class with this hot key; 0 is for what is none of them."""
        classes = self._paintings.painting.classes
        if number <= len(classes):
            self.choose_class(classes[number - 1].name if number else BACKGROUND)

    def choose_present_class(self) -> None:
        """Paints the same class as before or, if the painting has no such class, the first one."""
        self.choose_class(self._present_class())

    def choose_eraser(self) -> None:
        """Erases from now on."""
        self.erasing = True
        self._changed()

    def set_width(self, width: float) -> None:
        """In units of the raster's reference system."""
        self.width = width
        self._changed()

    def scale(self, direction: int) -> None:
        """Larger (1) or smaller (-1)."""
        self.set_width(self.width * _STEP_OF_SIZE**direction)

    def rename_class(self, old: str, new: str) -> None:
        """Gives a class another name, and goes on painting it.

        Raises:
            ValueError: It is empty or taken.
        """
        painting = self._paintings.painting.with_class_renamed(old, new)
        if self.class_name == old:
            self.class_name = new
        self._paintings.change(painting)

    def follow_painting(self) -> None:
        """Adapts to a changed painting: chooses another class if that of the brush was removed, and sets the colour."""
        if not self.erasing and self._class(self.class_name).name != self.class_name:
            self.class_name = self._present_class()
            self.changed.emit()
        self.update_tool()

    def _changed(self) -> None:
        self.update_tool()
        self.changed.emit()

    def _present_class(self) -> str:
        names = [entry.name for entry in self._paintings.painting.all_classes]
        return self.class_name if self.class_name in names[:-1] else names[0]

    def _class(self, name: str) -> StrokeClass:
        classes = self._paintings.painting.all_classes
        return next((entry for entry in classes if entry.name == name), classes[-1])

    # --- what is drawn

    def painted(self, painting: Painting, points: Points) -> Painting:
        """The painting after the brush or the eraser was drawn along a line."""
        if self.erasing:
            return painting.with_all_strokes(erased(painting.strokes, points, self.width))
        return painting.with_strokes([PaintedStroke(self._class(self.class_name).name, self.width, points)])

    # --- the map tool

    def update_tool(self) -> None:
        """Passes width, colour and reference system to the map tool."""
        colour = None if self.erasing else QColor(*self._class(self.class_name).colour)
        self.tool.set_brush(self.crs, self.width, colour)

    def activate(self) -> None:
        """The mouse draws from now on, and keys on the map are the brush's."""
        self._turn.begin()

    @property
    def is_active(self) -> bool:
        """Whether the mouse draws."""
        return self._turn.is_active

    def set_first_width(self, layer: QgsRasterLayer) -> None:
        """A width for a raster: some of its pixels, and enough of the screen's to be seen there."""
        scale = RasterToScreen(self._canvas, layer.crs()).pixels_per_unit(
            self._canvas.width() / 2, self._canvas.height() / 2
        )
        self.width = first_width(layer, scale)

    def deactivate(self) -> None:
        """The mouse does what it did before the brush was taken up, or pans."""
        self.tool.cancel()
        self._turn.end()


def first_width(layer: QgsRasterLayer, screen_pixels_per_unit: float) -> float:
    """Some pixels of a raster or, if these are more, of the screen; rounded to one digit.

    Args:
        layer: The raster.
        screen_pixels_per_unit: Pixels of the screen for a unit of the raster's reference system; 0 if unknown.
    """
    width = _PIXELS * layer.rasterUnitsPerPixelX()
    if screen_pixels_per_unit > 0:
        largest = min(layer.extent().width(), layer.extent().height()) / _SIDE_TO_BRUSH
        width = max(width, min(_SCREEN_PIXELS / screen_pixels_per_unit, largest))
    if not width > 0 or not math.isfinite(width):
        return 1.0
    magnitude = 10 ** math.floor(math.log10(width))
    return round(width / magnitude) * magnitude
