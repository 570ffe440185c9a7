"""Saves strokes as a background task, because writing a GeoPackage takes too long for the main thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..core.errors import ClusterNetError
from ..qgis_objects import project
from ..translation import tr
from .painting import PaintedStroke, StrokeClass
from .stroke_layer import save_strokes


class SaveTask(QgsTask):
    """Writes strokes to a GeoPackage.

    Signals:
        ended: Whether the strokes are written, and the error if not.

    Attributes:
        path: The GeoPackage.
    """

    ended = pyqtSignal(bool, str)

    def __init__(
        self,
        strokes: Sequence[PaintedStroke],
        classes: Sequence[StrokeClass],
        crs: QgsCoordinateReferenceSystem,
        path: str,
    ) -> None:
        super().__init__(tr("Saving {}").format(Path(path).name), QgsTask.Flag.CanCancel)
        self._strokes, self._classes, self._crs, self.path = strokes, classes, crs, path
        self._context = project().transformContext()
        self._error = ""

    def run(self) -> bool:
        """Writes them; runs in a thread."""
        try:
            save_strokes(self._strokes, self._crs, self.path, self._context, self._classes)
        except ClusterNetError as error:
            self._error = str(error)
        return not self._error

    def finished(self, fine: bool) -> None:
        """Emits `ended`, in the main thread."""
        self.ended.emit(fine, self._error)
