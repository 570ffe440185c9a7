"""A training as a background task of QGIS."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from .. import runner, settings
from ..core.errors import Cancelled, ClusterNetError
from ..core.model import cluster_model
from ..core.options import TrainOptions
from ..core.progress import Progress
from ..translation import tr


class TrainTask(QgsTask):
    """Trains in a worker process, which ends with the task.

    Signals:
        epoch_done: Epochs with their losses so far (list of tuple).
        ended: Whether there is a new model, and a sentence for the user.

    Args:
        raster: Path of the raster.
        output: Path of the model.
        options: The options of the training.
        chosen_python: The user's interpreter, "" to look for one.
    """

    epoch_done = pyqtSignal(object)
    ended = pyqtSignal(bool, str)

    def __init__(self, raster: str, output: str, options: TrainOptions, chosen_python: str) -> None:
        super().__init__(tr("Training a model on {}").format(Path(raster).name), QgsTask.Flag.CanCancel)
        self.output = output
        self.options = options
        self._raster = raster
        self._python = chosen_python
        self._losses: list[tuple[int, float]] = []
        self._error = ""

    def run(self) -> bool:
        """Trains; runs in a thread."""
        arguments = {
            "inputs": {"rasters": [self._raster]},
            "options": asdict(self.options),
            "output": self.output,
        }
        progress = Progress(lambda fraction: self.setProgress(100 * fraction), self._read_losses, self.isCanceled)
        try:
            runner.run(settings.python_finder().find(self._python), "train", arguments, [self.output], progress)
        except Cancelled:
            return False
        except (ClusterNetError, runner.WorkerError) as error:
            self._error = str(error)
            return False
        self._read_losses("")
        return True

    def finished(self, fine: bool) -> None:
        """Emits `ended`, in the main thread."""
        name = Path(self.output).name
        if fine:
            settings.remember_model(self.output)
            self.ended.emit(True, tr("Training has finished; {} is used from now on.").format(name))
        elif self._error:
            self.ended.emit(False, self._error)
        elif self._losses:
            text = tr("Training was cancelled; {} is the model after epoch {}, and can be chosen.")
            self.ended.emit(False, text.format(name, self._losses[-1][0]))
        else:
            self.ended.emit(False, tr("Training was cancelled before the first epoch was done."))

    def _read_losses(self, sentence: str) -> None:
        """Reads the losses from the model, which is written after every epoch."""
        try:
            history = cluster_model.read_header(self.output).history
        except ClusterNetError:  # none yet
            return
        losses = [(int(entry["epoch"]), float(entry["loss"])) for entry in history if entry.get("loss") is not None]
        if losses != self._losses:
            self._losses = losses
            self.epoch_done.emit(losses)
