"""Saving strokes as a background task: a GeoPackage takes longer than a main thread may wait."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..core.errors import ClusterNetError
from ..qgis_objects import project
from ..translation import tr
from .painting import PaintedStroke
from .stroke_layer import save_strokes


class SaveTask(QgsTask):
    """Writes strokes.

    Signals:
        ended: Whether they are written, and why not.
    """

    ended = pyqtSignal(bool, str)

    def __init__(self, strokes: Sequence[PaintedStroke], crs: QgsCoordinateReferenceSystem, path: str) -> None:
        super().__init__(tr("Saving {}").format(Path(path).name), QgsTask.Flag.CanCancel)
        self._strokes, self._crs, self._path = strokes, crs, path
        self._context = project().transformContext()
        self._error = ""

    def run(self) -> bool:
        """Writes; in a thread."""
        try:
            save_strokes(self._strokes, self._crs, self._path, self._context)
        except ClusterNetError as error:
            self._error = str(error)
        return not self._error

    def finished(self, fine: bool) -> None:
        """Tells how it went; in the main thread."""
        self.ended.emit(fine, self._error)
