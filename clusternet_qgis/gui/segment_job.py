"""Segments the whole raster in the background, and adds the layers to the project."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..algorithms.layer_style import arrange
from ..qgis_objects import processing_registry, project, task_manager
from ..translation import tr
from .class_areas import ClassArea, class_areas
from .session import Session


class _Feedback(QgsProcessingFeedback):
    """Keeps the last error."""

    def __init__(self) -> None:
        super().__init__(False)
        self.error = ""

    def reportError(self, error: str | None, fatalError: bool = False) -> None:
        """Keeps the error."""
        self.error = error or ""


class _SegmentTask(QgsProcessingAlgRunnerTask):
    """Runs `clusternet:segment`. It keeps what QGIS needs to run it, for the dock may be gone before it has ended.

    Attributes:
        areas: Of the classes, when it has gone well.
    """

    def __init__(self, parameters: dict[str, Any], name: str, classes: Sequence[str]) -> None:
        context, feedback = QgsProcessingContext(), _Feedback()
        context.setProject(project())
        algorithm = processing_registry().createAlgorithmById("clusternet:segment")
        super().__init__(algorithm, parameters, context, feedback)
        self.feedback = feedback
        self._kept = (algorithm, context)
        self._polygons, self._classes = str(parameters["POLYGONS"]), classes
        self.areas: list[ClassArea] = []
        self.setDescription(tr("Segmenting {}").format(name))

    def run(self) -> bool:
        """Runs it, and adds up the polygons; runs in a thread."""
        fine = super().run()
        if fine:
            self.areas = class_areas(self._polygons, self._classes)
        return fine


class SegmentJob(QObject):
    """Has the worker write the selection, runs `clusternet:segment` with it, and adds the resulting layers.

    Signals:
        progressed: Percent done.
        ended: Whether it went well.
        measured: The file of polygons, and the ClassArea of each class.
    """

    progressed = pyqtSignal(float)
    ended = pyqtSignal(bool)
    measured = pyqtSignal(str, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._parameters: dict[str, Any] = {}
        self._classes: list[str] = []
        self._waiting = self._path = self._name = ""
        self._task: _SegmentTask | None = None
        session.worker.saved.connect(self._selection_saved)
        session.worker.save_failed.connect(self._selection_failed)

    @property
    def is_running(self) -> bool:
        """Whether it is running."""
        return bool(self._waiting) or self._task is not None

    def start(
        self, output: str, min_area: float = 0.0, simplify: float = 0.0, part: QgsRectangle | None = None
    ) -> None:
        """Segments into a raster at `output`, with polygons and selection beside it.

        Args:
            output: A .tif.
            min_area: Smaller polygons, and regions of the raster, join a neighbour; in square units of the raster.
            simplify: How far outlines may move, in units of the raster.
            part: Of the raster, in its reference system; None for all.
        """
        session = self._session
        layer = session.layer
        if self.is_running or not session.has_raster() or layer is None:
            return
        stem = Path(output).with_suffix("")
        self._waiting = f"{stem}_selection.json"
        self._path, self._name = session.raster_path, layer.name()
        self._parameters = {
            "INPUT": layer.id(),
            "MODEL": session.opened_model_path,
            "SELECTION": self._waiting,
            "SIEVE": math.ceil(min_area / _pixel_area(layer)) if _pixel_area(layer) > 0 else 0,
            "MIN_AREA": min_area,
            "SIMPLIFY": simplify,
            "OUTPUT": output,
            "POLYGONS": f"{stem}.gpkg",
        }
        if part is not None:
            system = layer.crs()
            self._parameters["EXTENT"] = QgsReferencedRectangle(part, system) if system.isValid() else part
        self._classes = [entry.name for entry in session.painting.classes]
        session.save_selection(self._waiting)

    def cancel(self) -> None:
        """Stops it; no incomplete file is left."""
        if self._task is not None:
            self._task.cancel()
        elif self._waiting:
            self._waiting = ""
            self.ended.emit(False)

    def _selection_failed(self, text: str) -> None:
        if self._waiting:
            self._waiting = ""
            self._session.warn(text)
            self.ended.emit(False)

    def _selection_saved(self, path: str) -> None:
        if path != self._waiting:
            return
        self._waiting = ""
        if project().mapLayer(self._parameters["INPUT"]) is None:  # removed meanwhile
            self._parameters["INPUT"] = self._path
        task = _SegmentTask(self._parameters, self._name, self._classes)
        task.executed.connect(self._executed)
        task.progressChanged.connect(self.progressed)
        self._task = task
        task_manager().addTask(task)

    def _executed(self, fine: bool, results: dict[str, Any]) -> None:
        task, self._task = self._task, None
        feedback = task.feedback if task is not None else _Feedback()
        fine = fine and "OUTPUT" in results
        if fine:
            self._add_layers(results)
            text = tr("The raster is segmented: {}.").format(Path(results["OUTPUT"]).name)
            self._session.message.emit(Qgis.MessageLevel.Success, text)
            if task is not None and task.areas:
                self.measured.emit(Path(results["POLYGONS"]).name, task.areas)
        elif feedback.isCanceled():
            self._session.message.emit(Qgis.MessageLevel.Info, tr("Segmenting was cancelled; nothing was written."))
        else:
            self._session.warn(feedback.error or tr("Segmenting has failed; see the log of messages."))
        self.ended.emit(fine)

    def _add_layers(self, results: dict[str, Any]) -> None:
        """Adds them; QGIS finds their styles beside the files. The polygons are to be seen over the picture."""
        stem = Path(results["OUTPUT"]).stem
        raster = QgsRasterLayer(results["OUTPUT"], tr("{} (classes)").format(stem))
        polygons = QgsVectorLayer(results["POLYGONS"], tr("{} (polygons)").format(stem), "ogr")
        layers = [layer for layer in (raster, polygons) if layer.isValid()]
        for layer in layers:
            project().addMapLayer(layer)
        arrange(layers, project())
        self._session.preview.make_way()
        self._session.next_ring.hide()


def _pixel_area(layer: QgsRasterLayer) -> float:
    """In square units of the raster; in pixels if it has no georeference, whose pixels are of one unit."""
    return abs(layer.rasterUnitsPerPixelX() * layer.rasterUnitsPerPixelY())
