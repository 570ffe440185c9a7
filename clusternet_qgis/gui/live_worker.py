"""A worker that stays alive for the dock: the dock says what it wishes, and hears by signals what came of it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .live_thread import LiveThread
from .wishes import Wishes


class LiveWorker(QObject):
    """Keeps a process at what is wished; never blocks, and answers by signals.

    Signals:
        opened: The raster and model are open (arguments and result of `live_open`).
        strokes_known: The strokes count (result of `live_strokes`).
        view_ready: A View.
        saved: A selection was written to this path.
        save_failed: A selection could not be written.
        busy: What is being done (name of the call), "" for nothing.
        progressed: The fraction of it.
        failed: A sentence; the wish it was about is not tried again until it changes.
        python_missing: It has failed because no Python has what it needs.
        restarting: A sentence: the process died and is replaced.
    """

    opened = pyqtSignal(object, object)
    strokes_known = pyqtSignal(object)
    view_ready = pyqtSignal(object)
    saved = pyqtSignal(str)
    save_failed = pyqtSignal(str)
    busy = pyqtSignal(str)
    progressed = pyqtSignal(float)
    failed = pyqtSignal(str)
    python_missing = pyqtSignal()
    restarting = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wishes = Wishes()
        self._thread: LiveThread | None = None

    def start(self, chosen_python: str) -> None:
        """Begins to serve wishes.

        Args:
            chosen_python: The user's interpreter, "" to look for one.
        """
        if self._thread is None:
            self._thread = LiveThread(self.wishes, self, chosen_python)
            self._thread.start()

    def stop(self, wait_seconds: float = 0) -> None:
        """Ends the process, in the background or within some seconds."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()
            if wait_seconds:
                thread.join(wait_seconds)

    @property
    def is_running(self) -> bool:
        """Whether wishes are being served."""
        return self._thread is not None
