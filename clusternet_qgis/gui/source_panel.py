"""The choice of raster and model, and of a raster to compare with."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from .. import settings
from ..algorithms.opening_list import OpeningList
from ..algorithms.parameters import model_filter
from ..translation import tr
from .compare_button import CompareButton
from .raster_box import RasterBox
from .session import Session

_CHOOSE = "choose"


class SourcePanel(QWidget):
    """Lets the user choose the raster to paint and the model."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.raster = RasterBox()
        self.raster.setToolTip(tr("The raster to segment. Strokes are kept for each raster."))
        self.raster.layerChanged.connect(self._raster_chosen)
        self.model = OpeningList()
        self.model.opens.connect(self._offer_recent)
        self.model.addItem(tr("Base model"), "")
        self.model.addItem(tr("Choose a file..."), _CHOOSE)
        self.model.setToolTip(
            tr("What finds the clusters. The base model works at once; one trained on your raster may do better.")
        )
        self.model.activated.connect(self._model_chosen)
        self.train_button = QPushButton(tr("Train..."))
        self.train_button.setToolTip(tr("Train a model on this raster, in the background and without labels."))
        for box in (self.raster, self.model):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.compare_button = CompareButton(session)
        for text, box, button in (
            (tr("Raster"), self.raster, self.compare_button),
            (tr("Model"), self.model, self.train_button),
        ):
            row = QHBoxLayout()
            row.addWidget(box, 1)
            row.addWidget(button)
            layout.addRow(text, row)
        session.raster_changed.connect(self._refresh)
        self._refresh()

    def choose_model(self, path: str) -> None:
        """Uses a model file from now on; "" for the base model."""
        self._show_model(path)
        self._session.set_model(path)

    def _raster_chosen(self, layer: QgsRasterLayer | None) -> None:
        self._session.set_raster(layer)

    def _model_chosen(self, index: int) -> None:
        path = self.model.itemData(index)
        if path == _CHOOSE:
            start = str(Path(self._session.source).parent) if self._session.source else ""
            path, _ = QFileDialog.getOpenFileName(self, tr("Model"), start, model_filter())
            if not path:
                self._show_model(self._session.model_path)
                return
        self.choose_model(path)

    def _show_model(self, path: str) -> None:
        if self.model.findData(path) < 0:
            self._add_model(path)
        self.model.setCurrentIndex(self.model.findData(path))

    def _offer_recent(self) -> None:
        """Lists the models that were trained or used last, in the Toolbox too."""
        chosen = self.model.currentData()
        for path in settings.recent_models():
            if self.model.findData(path) < 0:
                self._add_model(path)
        self.model.setCurrentIndex(self.model.findData(chosen))

    def _add_model(self, path: str) -> None:
        self.model.insertItem(self.model.count() - 1, Path(path).name, path)
        self.model.setItemData(self.model.count() - 2, path, Qt.ItemDataRole.ToolTipRole)

    def _refresh(self) -> None:
        layer = self._session.layer
        if self.raster.currentLayer() != layer:
            self.raster.blockSignals(True)
            self.raster.setLayer(layer)
            self.raster.blockSignals(False)
        self._show_model(self._session.model_path)
        self.train_button.setEnabled(layer is not None)
