"""The settings of the preview: what the map shows of classes, clusters and strokes."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSlider, QWidget

from ..translation import tr
from .preview import SHOW_CLASSES, SHOW_CLUSTERS, SHOW_CONFIDENCE, SHOW_NOTHING
from .session import Session

_OPACITY_PERCENT = 60


class PreviewPanel(QWidget):
    """Lets the user choose classes or clusters, the opacity, and whether strokes are shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.shown = QComboBox()
        for text, value in (
            (tr("Classes"), SHOW_CLASSES),
            (tr("Clusters"), SHOW_CLUSTERS),
            (tr("Confidence"), SHOW_CONFIDENCE),
            (tr("Nothing"), SHOW_NOTHING),
        ):
            self.shown.addItem(text, value)
        self.shown.setToolTip(
            tr(
                "Classes: what your strokes make of what is in view. Clusters: the groups that were found without you; "
                "a click on the map, or Shift and a click while you paint, chooses one. Confidence: red is what your "
                "strokes leave open. H on the map, held down, hides all of it."
            )
        )
        self.shown.currentIndexChanged.connect(self._choose)
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, 100)
        self.opacity.setValue(_OPACITY_PERCENT)
        self.opacity.setToolTip(tr("How much of the map the preview hides."))
        self.opacity.valueChanged.connect(lambda percent: session.preview.item.set_opacity(percent / 100))
        self.strokes = QCheckBox(tr("Show strokes"))
        self.strokes.setChecked(True)
        self.strokes.toggled.connect(session.strokes_item.setVisible)
        layout.addRow(tr("Show"), self.shown)
        layout.addRow(tr("Opacity"), self.opacity)
        layout.addRow("", self.strokes)
        session.preview.changed.connect(self._refresh)

    def _choose(self, index: int) -> None:
        session, shown = self._session, self.shown.itemData(index)
        session.preview.show(shown)
        if shown == SHOW_CLUSTERS:
            session.picker.replace_panning()
        else:
            session.picker.deactivate()

    def _refresh(self) -> None:
        index = self.shown.findData(self._session.preview.shown)
        if index != self.shown.currentIndex():
            self.shown.setCurrentIndex(index)
