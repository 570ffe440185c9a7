"""The dock "ClusterNet"."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.core import Qgis, QgsRasterLayer
from qgis.gui import QgsCollapsibleGroupBoxBasic, QgsDockWidget, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ..qgis_objects import present, project
from ..translation import tr
from .cluster_panel import ClusterPanel
from .paint_panel import PaintPanel
from .preview_panel import PreviewPanel
from .project_memory import ProjectMemory
from .result_panel import ResultPanel
from .session import Session
from .source_panel import SourcePanel
from .train_panel import TrainPanel

_SECONDS_OF_MESSAGE = 8
_LEAST_WIDTH = 330


class ClusterNetDock(QgsDockWidget):
    """The panels of the dock, from top to bottom in the order of work.

    Signals:
        python_missing: No Python has what the worker needs.

    Args:
        canvas: The map.
        message_bar: Shows messages to the user.
        parent: QGIS' window.
    """

    python_missing = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, message_bar: QgsMessageBar, parent: QWidget | None = None) -> None:
        super().__init__(tr("ClusterNet"), parent)
        self.setObjectName("ClusterNetDock")
        self.session = Session(canvas, self)
        self._message_bar = message_bar
        self._make_panels()
        self.memory = ProjectMemory(self.session, self)
        self.session.message.connect(self.show_message)
        self.session.worker.failed.connect(self._show_failure)
        self.session.worker.python_missing.connect(self.python_missing)
        self.session.worker.status.connect(self._show_status)
        self.visibilityChanged.connect(self._visibility_changed)
        self._show_status("", -1)

    def _make_panels(self) -> None:
        self.source_panel = SourcePanel(self.session)
        self.paint_panel = PaintPanel(self.session)
        self.preview_panel = PreviewPanel(self.session)
        self.cluster_panel = ClusterPanel(self.session)
        self.result_panel = ResultPanel(self.session)
        self.train_panel = TrainPanel(self.session)
        self.source_panel.train_button.clicked.connect(self.train_panel.ask)
        self.train_panel.trained.connect(self.source_panel.choose_model)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.source_panel)
        layout.addWidget(self.train_panel)
        layout.addLayout(self._make_status())
        layout.addWidget(_group(tr("Paint"), self.paint_panel))
        layout.addWidget(_group(tr("Preview"), self.preview_panel))
        layout.addWidget(_group(tr("Result"), self.result_panel))
        self.cluster_group = _group(tr("Clusters"), self.cluster_panel)
        layout.addWidget(self.cluster_group)
        layout.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(_LEAST_WIDTH)
        scroll.setWidget(content)
        self.setWidget(scroll)

    def _make_status(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(1)
        self.status_label = QLabel()
        self.status_label.setWordWrap(True)
        self.progress_bar = QProgressBar()
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setFixedHeight(4)
        layout.addWidget(self.status_label)
        layout.addWidget(self.progress_bar)
        return layout

    # --- life

    def open_with(self, layer: Any) -> None:
        """Shows the dock and opens a layer in it, if the layer is a raster and no other one is open."""
        self.show()
        self.raise_()
        # Two turns of the event loop, so that neither blocks QGIS for long.
        QTimer.singleShot(0, partial(self._begin, layer.id() if isinstance(layer, QgsRasterLayer) else ""))

    def _begin(self, layer_id: str) -> None:
        if self.isHidden():
            return
        layer = project().mapLayer(layer_id)
        restored = self.session.layer is None and self.memory.restore()
        if not restored and self.session.layer is None and isinstance(layer, QgsRasterLayer):
            self.source_panel.raster.setLayer(layer)

    def restart_worker(self) -> None:
        """Starts the worker again, because another Python is used from now on."""
        if self.session.worker.is_running:
            self.session.stop()
            self.session.start()
            self.session.worker.reopen()

    def remove(self) -> None:
        """Stops everything; the dock cannot be used after this."""
        self.visibilityChanged.disconnect(self._visibility_changed)
        self.memory.stop()
        self.train_panel.cancel()
        self.result_panel.job.cancel()
        self.session.remove()

    def _visibility_changed(self, visible: bool) -> None:
        # A dock behind another one in the same tab bar is not visible, but not hidden either.
        if not self.isHidden():
            self.session.start()
        else:
            self.session.stop()

    # --- messages

    def show_message(self, level: Qgis.MessageLevel, text: str) -> None:
        """Shows a sentence in QGIS' message bar."""
        self._message_bar.pushMessage("ClusterNet", text, level, _SECONDS_OF_MESSAGE)

    def _show_failure(self, text: str) -> None:
        """Shows a sentence that stays, with a button to try again."""
        item = present(self._message_bar.createMessage("ClusterNet", self.session.names.applied(text)))
        button = QPushButton(tr("Try again"), item)
        button.clicked.connect(self.session.worker.reopen)
        button.clicked.connect(lambda: self._message_bar.popWidget(item))
        present(item.layout()).addWidget(button)
        self._message_bar.pushWidget(item, Qgis.MessageLevel.Warning)

    def _show_status(self, text: str, fraction: float) -> None:
        session = self.session
        if not text:
            if session.layer is None:
                text = tr("Choose a raster to begin.")
            elif not session.painting.strokes:
                text = tr("Choose Paint and draw a stroke over what you look for.")
            else:
                text = tr("Ready.")
        elif fraction >= 0:
            text = tr("{}: {} %").format(text, round(100 * fraction))
        self.status_label.setText(text)
        self.progress_bar.setRange(0, 100 if fraction >= 0 or not session.worker.is_busy else 0)
        self.progress_bar.setValue(round(100 * fraction) if fraction >= 0 else 0)


def _group(title: str, panel: QWidget) -> QgsCollapsibleGroupBoxBasic:
    group = QgsCollapsibleGroupBoxBasic(title)
    layout = QVBoxLayout(group)
    layout.setContentsMargins(6, 6, 6, 6)
    layout.addWidget(panel)
    return group
