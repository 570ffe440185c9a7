"""A map tool's turn on the map, after which the tool before comes back."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolPan
from qgis.PyQt import sip


class ToolTurn:
    """Puts a tool on the map and takes it off again.

    Args:
        canvas: The map.
        tool: The tool.
    """

    def __init__(self, canvas: QgsMapCanvas, tool: QgsMapTool) -> None:
        self._canvas = canvas
        self._tool = tool
        self._pan = QgsMapToolPan(canvas)
        self._before: QgsMapTool | None = None

    @property
    def is_active(self) -> bool:
        """Whether the mouse is the tool's."""
        return self._canvas.mapTool() is self._tool

    def begin(self) -> None:
        """The mouse is the tool's from now on."""
        if not self.is_active:
            self._before = self._canvas.mapTool()
        self._canvas.setMapTool(self._tool)
        self._canvas.setFocus()

    def end(self) -> None:
        """The mouse does what it did before, or pans."""
        if self.is_active:
            before, self._before = self._before, None
            self._canvas.setMapTool(self._pan if before is None or sip.isdeleted(before) else before)
