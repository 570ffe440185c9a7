"""A worker that stays alive for the dock: the dock says what it wishes, a thread keeps a process at it.

What the process holds is compared with what is wished, and the next call that is missing is made. So a process that
has died is replaced and told everything again, and whatever is no longer wished is cancelled, with no further rules.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import runner
from ..core.errors import Cancelled, ClusterNetError
from ..core.progress import Progress
from ..environment import interpreter

_SECONDS_BETWEEN_LOOKS = 0.5
_MOST_DEATHS = 2


@dataclass(frozen=True)
class Wish:
    """Arguments of the calls, in the order in which they depend on one another; None for what is not wanted.

    Attributes:
        source: Of `live_open`.
        strokes: Of `live_strokes`.
        view: Of `live_view`.
    """

    source: dict[str, Any] | None = None
    strokes: dict[str, Any] | None = None
    view: dict[str, Any] | None = None


@dataclass(frozen=True)
class View:
    """An answer to `live_view`.

    Attributes:
        arguments: Of the call.
        strokes: Under which it was made.
        values: (3, rows, cols): cluster + 1, class + 1, confidence.
    """

    arguments: dict[str, Any]
    strokes: dict[str, Any] | None
    values: NDArray[np.uint16]


class _Stopped(Exception):  # noqa: N818 - not an error: the dock has been closed
    """Nobody waits for an answer any more."""


class LiveWorker(QObject):
    """Keeps a process at what is wished; never blocks, and answers by signals.

    Signals:
        opened: The raster and model are open (result of `live_open`).
        strokes_known: The strokes count (result of `live_strokes`).
        view_ready: A View.
        saved: A selection was written to this path.
        save_failed: A selection could not be written.
        busy: What is being done (name of the call), "" for nothing.
        progressed: The fraction of it.
        failed: A sentence; the wish it was about is not tried again until it changes.
        restarting: A sentence: the process died and is replaced.
    """

    opened = pyqtSignal(object)
    strokes_known = pyqtSignal(object)
    view_ready = pyqtSignal(object)
    saved = pyqtSignal(str)
    save_failed = pyqtSignal(str)
    busy = pyqtSignal(str)
    progressed = pyqtSignal(float)
    failed = pyqtSignal(str)
    restarting = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed = threading.Condition()
        self._wish = Wish()
        self._saves: list[str] = []
        self._reopen = False
        self._python = ""
        self._stopped = False
        self._thread: threading.Thread | None = None
        # What follows belongs to the thread.
        self._runner: runner.Runner | None = None
        self._held = Wish()
        self._refused: dict[str, Any] | None = None
        self._deaths = 0

    # --- the dock's side

    def start(self, chosen_python: str) -> None:
        """Begins to serve wishes.

        Args:
            chosen_python: The user's interpreter, "" to look for one.
        """
        if self._thread is None:
            self._python, self._stopped = chosen_python, False
            self._thread = threading.Thread(target=self._serve, name="ClusterNet live worker", daemon=True)
            self._thread.start()

    def stop(self, wait_seconds: float = 0) -> None:
        """Ends the process, in the background or within some seconds."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        with self._changed:
            self._stopped = True
            self._changed.notify()
        if wait_seconds:
            thread.join(wait_seconds)

    @property
    def is_running(self) -> bool:
        """Whether wishes are being served."""
        return self._thread is not None

    @property
    def wished_strokes(self) -> dict[str, Any] | None:
        """The strokes last wished for."""
        return self._wish.strokes

    def wish(self, **parts: dict[str, Any] | None) -> None:
        """Changes parts of the wish."""
        with self._changed:
            self._wish = replace(self._wish, **parts)
            self._changed.notify()

    def reopen(self) -> None:
        """Opens the raster and the model again, whose files have changed."""
        with self._changed:
            self._reopen = True
            self._refused = None
            self._wish = replace(self._wish, source=dict(self._wish.source) if self._wish.source else None)
            self._changed.notify()

    def save(self, path: str) -> None:
        """Has the selection written, when all strokes count."""
        with self._changed:
            self._saves.append(path)
            self._changed.notify()

    def again(self) -> None:
        """Tries what has failed once more."""
        with self._changed:
            self._refused = None
            self._deaths = 0
            self._changed.notify()

    # --- the thread's side

    def _serve(self) -> None:
        try:
            while not self._stopped:
                with self._changed:
                    step = self._next_step()
                    if step is None:
                        self._changed.wait(_SECONDS_BETWEEN_LOOKS)
                if step is None:
                    self._look_after()
                else:
                    self._take(*step)
        except _Stopped:
            pass
        finally:
            self._end_process()

    def _next_step(self) -> tuple[str, dict[str, Any]] | None:
        """The next call that is missing, with its arguments."""
        if self._reopen:
            self._reopen, self._held = False, Wish()
        wish, held = self._wish, self._held
        if wish.source is None:
            return ("live_close", {}) if held.source is not None else None
        if wish.source is self._refused:
            return None
        if held.source != wish.source:
            return "live_open", wish.source
        if wish.strokes is not None and held.strokes != wish.strokes:
            return "live_strokes", wish.strokes
        if self._saves:
            return "live_save", {"path": self._saves[0]}
        if wish.view is not None and held.view != wish.view:
            return "live_view", wish.view
        return None

    def _take(self, name: str, arguments: dict[str, Any]) -> None:
        """Makes one call and tells what came of it."""
        wish = self._wish
        self.busy.emit(name)
        try:
            result = self._process().call_and_stay(name, arguments, self._progress(name, wish))
        except Cancelled:
            pass
        except runner.WorkerDiedError as death:
            self._mourn(death)
        except (ClusterNetError, runner.WorkerError) as error:
            self._give_up(name, arguments, str(error))
        else:
            self._tell(name, arguments, result)
        self.busy.emit("")

    def _process(self) -> runner.Runner:
        if self._runner is None:
            self._held = Wish()
            self._runner = runner.start(interpreter.find(self._python))
        return self._runner

    def _progress(self, name: str, wish: Wish) -> Progress:
        def outdated() -> bool:
            if self._stopped:
                raise _Stopped
            now = self._wish
            if now.source is not wish.source:
                return True
            return name == "live_view" and (now.view is not wish.view or now.strokes is not wish.strokes)

        return Progress(self.progressed.emit, lambda message: None, outdated)

    def _tell(self, name: str, arguments: dict[str, Any], result: dict[str, Any]) -> None:
        if name == "live_open":
            self._held = Wish(source=arguments)
            self.opened.emit(result)
        elif name == "live_strokes":
            self._held = replace(self._held, strokes=arguments, view=None)
            self.strokes_known.emit(result)
        elif name == "live_view":
            self._deaths = 0
            self._held = replace(self._held, view=arguments)
            self._tell_view(arguments, result)
        elif name == "live_save":
            self._saves.pop(0)
            self.saved.emit(arguments["path"])
        else:
            self._held = Wish()

    def _tell_view(self, arguments: dict[str, Any], result: dict[str, Any]) -> None:
        """Reads the picture here, so that the main thread need not."""
        path = Path(result["path"])
        try:
            values = np.load(path, allow_pickle=False)
        except (OSError, ValueError):  # the cache was emptied: make it again
            self._held = replace(self._held, view=None)
            return
        finally:
            with suppress(OSError):
                path.unlink()
        if arguments is self._wish.view:
            self.view_ready.emit(View(arguments, self._held.strokes, values))

    def _give_up(self, name: str, arguments: dict[str, Any], sentence: str) -> None:
        """Takes what has failed for done, so that it is not tried again and again."""
        if name == "live_open":
            self._refused = arguments
        elif name == "live_strokes":
            self._held = replace(self._held, strokes=arguments, view=None)
        elif name == "live_view":
            self._held = replace(self._held, view=arguments)
        elif name == "live_save":
            self._saves.pop(0)
            self.save_failed.emit(sentence)
            return
        else:
            self._held = Wish()
        self.failed.emit(sentence)

    def _mourn(self, death: runner.WorkerDiedError) -> None:
        self._end_process()
        if self._stopped:
            return
        self._deaths += 1
        if self._deaths > _MOST_DEATHS:
            self._refused = self._wish.source
            self.failed.emit(str(death))
        else:
            self.restarting.emit(str(death))

    def _look_after(self) -> None:
        """Replaces a process that has died while it had nothing to do."""
        if self._runner is not None and not self._runner.is_alive:
            try:
                self._runner.call_and_stay("ping", {}, Progress())
            except runner.WorkerDiedError as death:
                self._mourn(death)

    def _end_process(self) -> None:
        if self._runner is not None:
            self._runner.close()
            self._runner = None
        self._held = Wish()
