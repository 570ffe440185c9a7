"""The dialog that asks for the options of a training."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QSpinBox, QWidget

from ..algorithms.parameters import model_filter
from ..core.options import TrainOptions
from ..translation import tr

_MINUTES = 10


class TrainDialog(QDialog):
    """Asks for time, epochs, clusters and the file of the model.

    Args:
        raster: Path of what to train on.
        parent: Owner.
    """

    def __init__(self, raster: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Train on {}").format(Path(raster).name))
        layout = QFormLayout(self)
        text = QLabel(
            tr(
                "A network looks at the raster, without labels, and learns which pixels are alike. You can work on "
                "meanwhile. The model is saved after every epoch, so that stopping early loses little."
            )
        )
        text.setWordWrap(True)
        layout.addRow(text)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, 24 * 60)
        self.minutes.setValue(_MINUTES)
        self.minutes.setSuffix(tr(" min"))
        layout.addRow(tr("At most"), self.minutes)
        self.epochs = QSpinBox()
        self.epochs.setRange(1, 1000)
        self.epochs.setValue(TrainOptions.epochs)
        self.epochs.setToolTip(tr("How often the whole raster is gone through."))
        layout.addRow(tr("Epochs"), self.epochs)
        self.clusters = QSpinBox()
        self.clusters.setRange(2, 1000)
        self.clusters.setValue(TrainOptions.clusters)
        self.clusters.setToolTip(tr("How many groups the pixels fall into; more tell finer things apart."))
        layout.addRow(tr("Clusters"), self.clusters)
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(model_filter())
        self.file.setFilePath(str(Path(raster).with_suffix(".cnet")))
        layout.addRow(tr("Model"), self.file)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Train"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addRow(buttons)

    @property
    def output(self) -> str:
        """Path of the model."""
        path = self.file.filePath()
        return path if path.endswith(".cnet") else f"{path}.cnet"

    def options(self) -> TrainOptions:
        """The options that the user has chosen."""
        return TrainOptions(
            clusters=self.clusters.value(), epochs=self.epochs.value(), max_minutes=float(self.minutes.value())
        )
