"""The thread that keeps a worker process at what is wished.

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

from .. import runner, settings
from ..core.errors import Cancelled, ClusterNetError, DependencyError
from ..core.progress import Progress
from .wishes import Wish, Wishes

_SECONDS_BETWEEN_LOOKS = 0.5
_MOST_DEATHS = 2


@dataclass(frozen=True, eq=False)
class View:
    """An answer to `live_view`.

    Attributes:
        arguments: Of the call.
        strokes: Under which it was made.
        values: (3, rows, cols): cluster + 1, class + 1, confidence.
        counts: Pixels of each value of the first.
    """

    arguments: dict[str, Any]
    strokes: dict[str, Any] | None
    values: NDArray[np.uint16]
    counts: NDArray[np.int64]


class _Stopped(Exception):  # noqa: N818 - not an error: the dock has been closed
    """Nobody waits for an answer any more."""


class LiveThread(threading.Thread):
    """Serves wishes with one process at a time.

    Args:
        wishes: What is wished.
        signals: The LiveWorker, whose signals are emitted.
        python: The user's interpreter, "" to look for one.
    """

    def __init__(self, wishes: Wishes, signals: Any, python: str) -> None:
        super().__init__(name="ClusterNet live worker", daemon=True)
        self._wishes = wishes
        self._signals = signals
        self._python = python
        self._stopped = threading.Event()
        self._runner: runner.Runner | None = None
        self._held = Wish()
        self._is_prepared = False
        self._picture: Path | None = None
        self._refused: dict[str, Any] | None = None
        self._deaths = 0

    def stop(self) -> None:
        """Ends the process soon; may be asked by any thread."""
        self._stopped.set()
        with self._wishes.changed:
            self._wishes.changed.notify_all()

    def run(self) -> None:
        """Serves wishes until stopped."""
        try:
            while not self._stopped.is_set():
                with self._wishes.changed:
                    step = self._next_step()
                    if step is None:
                        self._wishes.changed.wait(_SECONDS_BETWEEN_LOOKS)
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
        wish, held = self._wishes.wish, self._held
        if wish.source is None and held.source is not None:
            return "live_close", {}
        if wish.source is None:
            # While the user chooses a raster, there is time.
            return None if self._is_prepared else ("live_prepare", {})
        if wish.source is self._refused:
            return None
        if held.source is not wish.source:
            return "live_open", wish.source
        if wish.strokes is not None and held.strokes is not wish.strokes:
            return "live_strokes", wish.strokes
        if self._wishes.saves:
            return "live_save", {"path": self._wishes.saves[0]}
        if wish.view is not None and held.view != wish.view:
            return "live_view", wish.view
        return None

    def _take(self, name: str, arguments: dict[str, Any]) -> None:
        """Makes one call and tells what came of it."""
        if name == "live_prepare":
            self._prepare()
            return
        wish = self._wishes.wish
        self._signals.busy.emit(name)
        try:
            result = self._process().call_and_stay(name, arguments, self._progress(name, wish))
        except Cancelled:
            pass
        except runner.WorkerDiedError as death:
            self._mourn(death)
        except (ClusterNetError, runner.WorkerError) as error:
            self._give_up(name, arguments, str(error))
            if isinstance(error, DependencyError):
                self._signals.python_missing.emit()
        else:
            self._tell(name, arguments, result)
        self._signals.busy.emit("")

    def _prepare(self) -> None:
        """Has the libraries loaded; what is in the way is told when a raster is opened."""
        self._is_prepared = True
        with suppress(ClusterNetError, runner.WorkerError, runner.WorkerDiedError):
            self._process().call_and_stay("live_prepare", {}, self._progress("live_prepare", self._wishes.wish))

    def _process(self) -> runner.Runner:
        if self._runner is None:
            self._held = Wish()
            self._runner = runner.start(settings.python_finder().find(self._python))
        return self._runner

    def _progress(self, name: str, wish: Wish) -> Progress:
        def outdated() -> bool:
            if self._stopped.is_set():
                raise _Stopped
            now = self._wishes.wish
            if now.source is not wish.source:
                return True
            return name == "live_view" and (now.view is not wish.view or now.strokes is not wish.strokes)

        return Progress(self._signals.progressed.emit, lambda message: None, outdated)

    def _tell(self, name: str, arguments: dict[str, Any], result: dict[str, Any]) -> None:
        if name == "live_open":
            self._held = Wish(source=arguments)
            self._signals.opened.emit(arguments, result)
        elif name == "live_strokes":
            self._held = replace(self._held, strokes=arguments, view=None)
            self._signals.strokes_known.emit(result)
        elif name == "live_view":
            self._deaths = 0
            self._held = replace(self._held, view=arguments)
            self._tell_view(arguments, result)
        elif name == "live_save":
            self._wishes.saves.pop(0)
            self._signals.saved.emit(arguments["path"])
        else:
            self._held = Wish()

    def _tell_view(self, arguments: dict[str, Any], result: dict[str, Any]) -> None:
        """Reads the picture here, so that the main thread need not."""
        self._picture = Path(result["path"])
        try:
            values = np.load(self._picture, allow_pickle=False)
        except (OSError, ValueError):  # the cache was emptied: make it again
            self._held = replace(self._held, view=None)
            return
        if arguments is self._wishes.wish.view:
            counts = np.bincount(values[0].ravel())
            self._signals.view_ready.emit(View(arguments, self._held.strokes, values, counts))

    def _give_up(self, name: str, arguments: dict[str, Any], sentence: str) -> None:
        """Takes what has failed for done, so that it is not tried again and again."""
        if name == "live_open":
            self._refused = arguments
        elif name == "live_strokes":
            self._held = replace(self._held, strokes=arguments, view=None)
        elif name == "live_view":
            self._held = replace(self._held, view=arguments)
        elif name == "live_save":
            self._wishes.saves.pop(0)
            self._signals.save_failed.emit(sentence)
            return
        else:
            self._held = Wish()
        self._signals.failed.emit(sentence)

    def _mourn(self, death: runner.WorkerDiedError) -> None:
        self._end_process()
        if self._stopped.is_set():
            return
        self._deaths += 1
        if self._deaths > _MOST_DEATHS:
            self._refused = self._wishes.wish.source
            self._signals.failed.emit(str(death))
        else:
            self._signals.restarting.emit(str(death))

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
        if self._picture is not None:
            with suppress(OSError):
                self._picture.unlink()
        self._held = Wish()
