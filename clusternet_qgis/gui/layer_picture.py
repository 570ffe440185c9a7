"""A picture of layers as the canvas would show them alone, rendered by QGIS in the background."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsMapRendererParallelJob, QgsMapSettings
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QImage, QTransform


class LayerPicture(QObject):
    """Renders one picture at a time; the last one stays until the next is there.

    Signals:
        changed: There is another picture, or none any more.

    Attributes:
        image: The picture; None for none yet.
        crs: Reference system of the canvas when it was rendered.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.crs = QgsCoordinateReferenceSystem()
        self._to_map = QTransform()
        self._job: QgsMapRendererParallelJob | None = None
        # A job must not be deleted in its own signal, nor before its threads have ended.
        self._ending: list[QgsMapRendererParallelJob] = []

    @property
    def is_rendering(self) -> bool:
        """Whether another picture is to come."""
        return self._job is not None

    def render(self, settings: QgsMapSettings) -> None:
        """Renders a picture; one that is being rendered is given up."""
        self._give_up()
        if settings.hasValidSettings() and not settings.outputSize().isEmpty():
            self._job = QgsMapRendererParallelJob(settings)
            self._job.finished.connect(self._finished)
            self._job.start()

    def clear(self) -> None:
        """Shows nothing. No thread works for it after this."""
        self._give_up()
        for job in self._ending:
            job.cancel()
        self._ending.clear()
        if self.image is not None:
            self.image = None
            self.changed.emit()

    def to_screen(self, settings: QgsMapSettings) -> QTransform:
        """Transforms pixels of the picture to those of a canvas with these settings."""
        from_map = settings.mapToPixel().transform()
        to_screen: QTransform = self._to_map * from_map  # type: ignore[operator]  # not in PyQt5-stubs
        return to_screen

    def _give_up(self) -> None:
        self._ending = [job for job in self._ending if job.isActive()]
        job, self._job = self._job, None
        if job is not None:
            job.finished.disconnect(self._finished)
            job.cancelWithoutBlocking()
            self._ending.append(job)

    def _finished(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            self._ending.append(job)
            settings = job.mapSettings()
            self._to_map, _ = settings.mapToPixel().transform().inverted()
            self.image, self.crs = job.renderedImage(), settings.destinationCrs()
            self.changed.emit()
