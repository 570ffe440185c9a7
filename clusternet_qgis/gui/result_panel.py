"""Saves and loads strokes, and segments the whole raster."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..core.errors import ClusterNetError
from ..qgis_objects import project, task_manager
from ..translation import tr
from .area_panel import AreaPanel
from .class_areas import ClassArea
from .cleaning_fields import CleaningFields
from .history import first_painting
from .icons import own_icon, theme_icon
from .save_task import SaveTask
from .segment_job import SegmentJob
from .session import Session
from .stroke_layer import LAYER_NAME, load_classes, load_strokes, show_in_colours

_STROKES_FILTER = "GeoPackage (*.gpkg)"
_RASTER_FILTER = "GeoTIFF (*.tif)"


class ResultPanel(QWidget):
    """The buttons to save and load strokes and to segment the raster, with their progress.

    Attributes:
        areas: What segmenting has given, for whoever has the place to show it.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.job = SegmentJob(session, self)
        self.areas = AreaPanel()
        self._save_task: SaveTask | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        self.save_button = QPushButton(theme_icon("mActionFileSave"), tr("Save strokes..."))
        self.save_button.setToolTip(tr("Save the strokes as a layer, to share them or to replay them without the map."))
        self.load_button = QPushButton(theme_icon("mActionFileOpen"), tr("Load strokes..."))
        self.load_button.setToolTip(tr("Add the strokes of a layer: lines or points with a field 'class'."))
        row.addWidget(self.save_button)
        row.addWidget(self.load_button)
        layout.addLayout(row)
        self.cleaning = CleaningFields(session)
        layout.addWidget(self.cleaning)
        self.segment_button = QPushButton(own_icon("clusternet"), tr("Segment..."))
        self.segment_button.setToolTip(
            tr("Apply what you have painted to the raster, in the background: a raster and polygons are added.")
        )
        layout.addWidget(self.segment_button)
        row = QHBoxLayout()
        self.progress = QProgressBar()
        self.cancel_button = QPushButton(tr("Cancel"))
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel_button)
        for widget in (self.progress, self.cancel_button):  # so that nothing below moves when they come and go
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
        layout.addLayout(row)
        self.save_button.clicked.connect(self._ask_save)
        self.load_button.clicked.connect(self._ask_load)
        self.segment_button.clicked.connect(self._ask_segment)
        self.cancel_button.clicked.connect(self.job.cancel)
        self.job.progressed.connect(self._show_progress)
        self.job.ended.connect(lambda fine: self._refresh())
        self.job.measured.connect(self._show_areas)
        session.paintings.changed.connect(self._refresh)
        session.raster_changed.connect(self._refresh)
        session.clusters_changed.connect(self._refresh)
        self._refresh()

    # --- without dialogs

    def save(self, path: str) -> None:
        """Saves the strokes in the background, and adds their layer then."""
        if not self._session.has_raster():
            return
        painting = self._session.painting
        self._save_task = SaveTask(painting.strokes, painting.classes, self._session.crs, path)
        self._save_task.ended.connect(self._saved)  # no partial: it would outlive the dock
        task_manager().addTask(self._save_task)

    def _saved(self, fine: bool, error: str) -> None:
        path, self._save_task = (self._save_task.path if self._save_task is not None else ""), None
        if not fine:
            self._session.warn(error)
            return
        layer = QgsVectorLayer(f"{path}|layername={LAYER_NAME}", Path(path).stem, "ogr")
        show_in_colours(layer, self._session.painting.all_classes)
        project().addMapLayer(layer)
        self._session.message.emit(Qgis.MessageLevel.Success, tr("The strokes are saved in {}.").format(path))

    def load(self, path: str) -> None:
        """Adds the strokes of a file to the painting."""
        if not self._session.has_raster():
            return
        try:
            strokes = load_strokes(path, self._session.crs, self._session.brush.width)
        except ClusterNetError as error:
            self._session.warn(str(error))
            return
        painting = self._session.painting
        if painting == first_painting():
            painting = replace(painting, classes=())  # nobody has painted or named the class that it begins with
        self._session.paintings.change(painting.with_classes(load_classes(path)).with_strokes(strokes))

    def segment(self, output: str) -> None:
        """Segments the raster, or what is in view, as the fields say."""
        fields = self.cleaning
        part = self._session.preview.rectangle_in_view if fields.only_in_view else None
        if fields.only_in_view and part is None:
            self._session.warn(tr("The raster is not in view; zoom to it, or segment all of it."))
            return
        self.progress.setValue(0)
        self.areas.hide()
        self.job.start(output, fields.min_area, fields.simplify, part)
        self._refresh()

    # --- with dialogs

    def _beside(self, ending: str) -> str:
        raster = Path(self._session.source)
        return str(raster.with_name(raster.stem + ending))

    def _ask_save(self) -> None:
        source = self._session.source
        path, _ = QFileDialog.getSaveFileName(self, tr("Save strokes"), self._beside("_strokes.gpkg"), _STROKES_FILTER)
        if path and self._session.is_still(source):
            self.save(path if path.lower().endswith(".gpkg") else f"{path}.gpkg")

    def _ask_load(self) -> None:
        source = self._session.source
        folder = str(Path(source).parent)
        path, _ = QFileDialog.getOpenFileName(self, tr("Load strokes"), folder)
        if path and self._session.is_still(source):
            self.load(path)

    def _ask_segment(self) -> None:
        source = self._session.source
        path, _ = QFileDialog.getSaveFileName(self, tr("Class raster"), self._beside("_classes.tif"), _RASTER_FILTER)
        if path and self._session.is_still(source):
            self.segment(path if path.lower().endswith((".tif", ".tiff")) else f"{path}.tif")

    def _show_areas(self, file: str, areas: list[ClassArea]) -> None:
        self.areas.show_areas(file, areas, {entry.name: entry.colour for entry in self._session.painting.classes})

    def _show_progress(self, percent: float) -> None:
        self.progress.setValue(round(percent))

    def _refresh(self) -> None:
        session, running = self._session, self.job.is_running
        has_raster, painting = session.layer is not None, session.painting
        self.save_button.setEnabled(has_raster and bool(painting.strokes))
        self.load_button.setEnabled(has_raster)
        chosen = bool(painting.strokes) or any(painting.toggled.values())
        self.segment_button.setEnabled(has_raster and chosen and bool(session.opened_model_path) and not running)
        self.progress.setVisible(running)
        self.cancel_button.setVisible(running)
