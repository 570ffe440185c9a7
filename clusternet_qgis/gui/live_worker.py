"""The worker as the dock sees it: its methods set what it shall hold and never block; it answers by signals."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import settings
from ..core.options import TrainOptions
from ..translation import tr
from .desired_state import Arguments, DesiredState
from .live_thread import LiveSignals, LiveThread
from .painting import Painting

_SECONDS_TO_STOP = 3.0


class LiveWorker(LiveSignals):
    """Keeps a process that has raster, model and strokes loaded, and computes previews.

    Signals:
        status: What is being done and its fraction, -1 if that is unknown; "" for nothing.

    Attributes:
        lacks_python: Whether no Python has what it needs.
    """

    status = pyqtSignal(str, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desired = DesiredState()
        self._thread: LiveThread | None = None
        self._views = 0
        self._doing = ""
        self.lacks_python = False
        self.python_missing.connect(self._miss_python)
        self.busy.connect(self._begin)
        self.progressed.connect(self._report)

    # --- the process

    def start(self) -> None:
        """Starts a process, if none runs."""
        if self._thread is None:
            self.lacks_python = False
            signals = LiveSignals()
            signals.pass_on_to(self)
            self._thread = LiveThread(self._desired, signals, settings.chosen_python())
            self._thread.start()

    def stop(self, wait: bool = False) -> None:
        """Ends the process, in the background or within some seconds. What was set is kept for the next start."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()
            if wait:
                thread.join(_SECONDS_TO_STOP)
        self._begin("")

    @property
    def is_running(self) -> bool:
        """Whether it is started."""
        return self._thread is not None

    @property
    def is_busy(self) -> bool:
        """Whether a call is being made."""
        return bool(self._doing)

    # --- what it shall hold

    def set_source(self, raster: str, model: str) -> None:
        """Has a raster opened with a model, without strokes and without a view; "" as raster for none."""
        source: Arguments | None = None
        if raster:
            source = {
                "path": raster,
                "model_path": model,
                "bands": [],
                "cache_folder": settings.cache_folder(),
                "memory_mb": TrainOptions.memory_mb,
                "device_name": TrainOptions.device,
            }
        self._desired.change(source=source, strokes=None, view=None)
        if self._desired.drop_saves():
            self.save_failed.emit(
                tr("Another raster or model was chosen before the selection was saved; segment the raster again.")
            )

    def is_source(self, arguments: Arguments) -> bool:
        """Whether these arguments of `live_open` are those set last."""
        return arguments is self._desired.state.source

    def reopen(self) -> None:
        """Has raster and model opened again: their files have changed, or a failed call shall be repeated."""
        self.lacks_python = False
        self._desired.reopen()

    def set_strokes(self, painting: Painting) -> None:
        """Has strokes applied, unless only colours have changed, which need no new view."""
        arguments, before = painting.live_arguments(), self._desired.state.strokes
        if before is None or _without_colours(arguments) != _without_colours(before):
            self._desired.change(strokes=arguments)

    def set_view(self, window: dict[str, Any] | None) -> None:
        """Has a view computed; None for none.

        Args:
            window: The arguments `window`, `width` and `height` of `live_view`.
        """
        if window is None:
            self._desired.change(view=None)
            return
        self._views += 1
        self._desired.change(view={**window, "version": self._views})

    def save_selection(self, painting: Painting, path: str) -> None:
        """Has the selection written, with the colours of now; `saved` or `save_failed` follows."""
        arguments = painting.live_arguments()
        if arguments != self._desired.state.strokes:
            self._desired.change(strokes=arguments)
        self._desired.save(path)

    # --- status

    def _miss_python(self) -> None:
        self.lacks_python = True

    def _begin(self, doing: str) -> None:
        self._doing = doing if self.is_running else ""
        self._report(-1)

    def _report(self, fraction: float) -> None:
        self.status.emit(self._doing, fraction)


def _without_colours(arguments: Arguments) -> Arguments:
    return arguments | {"classes": [entry["name"] for entry in arguments["classes"]]}
