"""The dock "ClusterNet"."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.core import Qgis, QgsRasterLayer
from qgis.gui import QgsCollapsibleGroupBoxBasic, QgsDockWidget, QgsMapCanvas, QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..qgis_objects import present, project
from ..translation import tr
from .calm_scroll_area import CalmScrollArea
from .cluster_panel import ClusterPanel
from .paint_panel import PaintPanel
from .preview_panel import PreviewPanel
from .project_memory import ProjectMemory
from .result_panel import ResultPanel
from .session import Session
from .source_panel import SourcePanel
from .train_panel import TrainPanel
from .wheel_guard import WheelGuard

_SECONDS_OF_MESSAGE = 8
_LEAST_WIDTH = 330
_WIDTH = 380
_LINES_OF_STATUS = 2


class ClusterNetDock(QgsDockWidget):
    """The panels of the dock, from top to bottom in the order of work.

    Signals:
        python_missing: No Python has what the worker needs, or the user wants to install it.

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
        self._failure: QgsMessageBarItem | None = None
        self._has_failed = False
        self._doing, self._fraction = "", -1.0
        self._make_panels()
        self.memory = ProjectMemory(self.session, self)
        self.session.message.connect(self.show_message)
        worker = self.session.worker
        worker.failed.connect(self._show_failure)
        worker.recovered.connect(self._forget_failure)
        worker.status.connect(self._show_status)
        worker.python_missing.connect(self._miss_python)
        self.session.raster_changed.connect(self._forget_failure)
        self.session.paintings.changed.connect(self._refresh_status)
        self.visibilityChanged.connect(self._visibility_changed)
        self._refresh_status()

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
        layout.addLayout(self._make_status())
        layout.addWidget(_group(tr("Paint"), self.paint_panel))
        layout.addWidget(_group(tr("Preview"), self.preview_panel))
        layout.addWidget(_group(tr("Result"), self.result_panel))
        self.cluster_group = _group(tr("Clusters"), self.cluster_panel)
        layout.addWidget(self.cluster_group)
        layout.addStretch()
        WheelGuard(content)
        scroll = CalmScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(_LEAST_WIDTH)
        scroll.setWidget(content)
        self.setWidget(_with_footer(scroll, self.train_panel, self.result_panel.areas))

    def _make_status(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(1)
        row = QHBoxLayout()
        self.status_label = QLabel()
        self.status_label.setWordWrap(True)
        # As high for one line as for two, so that nothing below moves.
        self.status_label.setFixedHeight(_LINES_OF_STATUS * self.status_label.fontMetrics().lineSpacing() + 2)
        self.install_button = QPushButton(tr("Install..."))
        self.install_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.install_button.clicked.connect(self.python_missing)
        row.addWidget(self.status_label, 1)
        row.addWidget(self.install_button)
        self.progress_bar = QProgressBar()
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setFixedHeight(4)
        layout.addLayout(row)
        layout.addWidget(self.progress_bar)
        return layout

    # --- life

    def sizeHint(self) -> QSize:
        """A width at which nothing is cut off."""
        return QSize(_WIDTH, super().sizeHint().height())

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
        """Shows a sentence that stays until what has failed goes well, with a button to try again."""
        self._has_failed = True
        text = self.session.names.applied(text)
        if self.session.worker.lacks_python:
            self.status_label.setToolTip(text)  # and `install_button` is the remedy
            return
        self._remove_failure()
        item = self._failure = present(self._message_bar.createMessage("ClusterNet", text))
        button = QPushButton(tr("Try again"), item)
        button.clicked.connect(self.session.worker.reopen)
        button.clicked.connect(self._forget_failure)
        present(item.layout()).addWidget(button)
        self._message_bar.pushWidget(item, Qgis.MessageLevel.Warning)

    def _forget_failure(self) -> None:
        """What has failed is tried again, has gone well, or is not wanted any more."""
        self._has_failed = False
        self._remove_failure()
        self._refresh_status()

    def _remove_failure(self) -> None:
        item, self._failure = self._failure, None
        if item is not None and not sip.isdeleted(item):
            self._message_bar.popWidget(item)

    def _miss_python(self) -> None:
        if not self.install_button.isVisibleTo(self):  # once, and not for every raster
            self.python_missing.emit()
        self._refresh_status()

    # --- status

    def _show_status(self, text: str, fraction: float) -> None:
        self._doing, self._fraction = text, fraction
        self._refresh_status()

    def _refresh_status(self) -> None:
        worker, fraction = self.session.worker, self._fraction
        self.install_button.setVisible(worker.lacks_python)
        if not worker.lacks_python:
            self.status_label.setToolTip("")
        self.status_label.setText(self._status())
        self.progress_bar.setRange(0, 0 if fraction < 0 and self._is_working() else 100)
        self.progress_bar.setValue(round(100 * fraction) if fraction >= 0 else 0)

    def _is_working(self) -> bool:
        """Whether the user waits for the worker."""
        worker = self.session.worker
        return worker.is_running and not worker.lacks_python and (worker.is_busy or self._is_opening())

    def _is_opening(self) -> bool:
        return self.session.layer is not None and not self.session.opened_model_path and not self._has_failed

    def _status(self) -> str:
        session = self.session
        if session.worker.lacks_python:
            return tr("A Python with PyTorch is not installed yet.")
        if session.layer is None:
            return tr("Choose a raster to begin.")
        if self._doing and self._fraction >= 0:
            return tr("{}: {} %").format(self._doing, round(100 * self._fraction))
        if self._doing:
            return self._doing
        if self._has_failed:
            return tr("This has failed; the message above the map says why.")
        if self._is_opening():
            return tr("Starting Python...")
        if not session.painting.strokes:
            return tr("Choose Paint and draw a stroke over what you look for.")
        return tr("Ready.")


def _with_footer(scroll: QScrollArea, *footers: QWidget) -> QWidget:
    """What is shown at times stands below, where it moves nothing."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(scroll, 1)
    for footer in footers:
        layout.addWidget(footer)
        footer.setContentsMargins(6, 0, 6, 6)
    return whole


def _group(title: str, panel: QWidget) -> QgsCollapsibleGroupBoxBasic:
    group = QgsCollapsibleGroupBoxBasic(title)
    layout = QVBoxLayout(group)
    layout.setContentsMargins(6, 6, 6, 6)
    layout.addWidget(panel)
    return group
