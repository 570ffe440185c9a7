"""Shows a running training: its loss, its progress, and a button to stop it."""

from __future__ import annotations

import time

from qgis.core import Qgis
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from .. import settings
from ..algorithms.values import writable
from ..core.errors import ClusterNetError
from ..core.options import TrainOptions
from ..qgis_objects import task_manager
from ..translation import tr
from .loss_curve import LossCurve
from .session import Session
from .train_dialog import TrainDialog
from .train_task import TrainTask

_SECONDS_BEFORE_ESTIMATE = 2


class TrainPanel(QWidget):
    """Starts a training and shows it; hidden at other times.

    Signals:
        trained: There is a new model at this path.
    """

    trained = pyqtSignal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.task: TrainTask | None = None
        self._begun = 0.0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.curve = LossCurve()
        layout.addWidget(self.curve)
        row = QHBoxLayout()
        self.progress = QProgressBar()
        self.cancel_button = QPushButton(tr("Stop training"))
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel_button)
        layout.addLayout(row)
        self.cancel_button.clicked.connect(self.cancel)
        self.hide()

    @property
    def is_training(self) -> bool:
        """Whether a training is running."""
        return self.task is not None

    def ask(self) -> None:
        """Asks for the options, and trains."""
        if self.is_training or not self._session.has_raster():
            return
        source = self._session.source
        dialog = TrainDialog(source, self)
        if dialog.exec() and self._session.is_still(source):
            self.start(dialog.output, dialog.options())

    def start(self, output: str, options: TrainOptions) -> None:
        """Trains on the raster."""
        try:
            writable(output)
        except ClusterNetError as error:
            self._session.warn(str(error))
            return
        python = settings.chosen_python()
        task = self.task = TrainTask(self._session.raster_path, output, options, python)
        self.curve.show_losses([], options.epochs)
        self._begun = time.monotonic()
        self.progress.setFormat("%p%")
        self.progress.setValue(0)
        # Methods, and no lambdas: they are disconnected when the dock goes before the task.
        task.progressChanged.connect(self._show_progress)
        task.epoch_done.connect(self._show_losses)
        task.ended.connect(self._ended)
        self.cancel_button.setEnabled(True)
        self.show()
        task_manager().addTask(task)

    def cancel(self) -> None:
        """Stops the training; the model of the last complete epoch is kept."""
        if self.task is not None:
            self.cancel_button.setEnabled(False)
            self.task.cancel()

    def _show_progress(self, percent: float) -> None:
        self.progress.setValue(round(percent))
        elapsed = time.monotonic() - self._begun
        if elapsed >= _SECONDS_BEFORE_ESTIMATE and 2 <= percent < 100:
            self.progress.setFormat(f"%p% \u00b7 {_time_left(elapsed * (100 - percent) / percent)}")

    def _show_losses(self, losses: list[tuple[int, float]]) -> None:
        if self.task is not None:
            self.curve.show_losses(losses, self.task.options.epochs)

    def _ended(self, fine: bool, text: str) -> None:
        output, self.task = (self.task.output if self.task is not None else ""), None
        self.hide()
        level = Qgis.MessageLevel.Success if fine else Qgis.MessageLevel.Warning
        self._session.message.emit(level, self._session.names.applied(text))
        if fine and output:
            self.trained.emit(output)


def _time_left(seconds: float) -> str:
    """About how long it still takes, in one rounded number."""
    if seconds < 60:
        return tr("about {} s left").format(max(round(seconds), 1))
    return tr("about {} min left").format(round(seconds / 60))
