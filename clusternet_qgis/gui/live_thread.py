"""The thread that brings a worker process to the desired state and keeps it there.

What the process holds is compared with what it shall hold, and the next call that is missing is made. So a process
that has died is replaced and gets everything again, and a call that is not needed any more is cancelled. No further
rules are needed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import runner, settings
from ..core.errors import Cancelled, ClusterNetError, DependencyError
from ..core.progress import Progress
from ..translation import tr
from .desired_state import Arguments, DesiredState, WorkerState

_SECONDS_BETWEEN_CHECKS = 0.5
_MOST_DEATHS = 2


@dataclass(frozen=True, eq=False)
class PreviewPixels:
    """An answer to `live_view`.

    Attributes:
        arguments: Of the call.
        strokes: Arguments of the `live_strokes` under which it was made.
        values: (3, rows, cols): cluster + 1, class + 1, confidence.
        counts: Pixels of each value of the first.
    """

    arguments: Arguments
    strokes: Arguments | None
    values: NDArray[np.uint16]
    counts: NDArray[np.int64]


class LiveSignals(QObject):
    """What the thread reports.

    Signals:
        opened: The raster and model are open (arguments and result of `live_open`).
        strokes_applied: The strokes are applied (result of `live_strokes`).
        view_ready: PreviewPixels.
        saved: A selection was written to this path.
        save_failed: A selection could not be written.
        busy: What is being done, "" for nothing.
        progressed: The fraction of it.
        failed: A sentence. The part of the desired state that it is about is not tried again until it changes.
        python_missing: No Python has what it needs; `failed` may follow with the sentence.
        recovered: The call that has failed before went well.
        restarting: A sentence: the process died and is replaced.
    """

    opened = pyqtSignal(object, object)
    strokes_applied = pyqtSignal(object)
    view_ready = pyqtSignal(object)
    saved = pyqtSignal(str)
    save_failed = pyqtSignal(str)
    busy = pyqtSignal(str)
    progressed = pyqtSignal(float)
    failed = pyqtSignal(str)
    python_missing = pyqtSignal()
    recovered = pyqtSignal()
    restarting = pyqtSignal(str)

    def pass_on_to(self, other: LiveSignals) -> None:
        """Has the other object emit the same signals, as long as it lives."""
        for name in _SIGNALS:
            getattr(self, name).connect(getattr(other, name))


_SIGNALS = (
    "opened", "strokes_applied", "view_ready", "saved", "save_failed", "busy", "progressed", "failed", "python_missing",
    "recovered", "restarting",
)  # fmt: skip


class _Stopped(Exception):  # noqa: N818 - not an error: the dock has been closed
    """Nobody waits for an answer any more."""


class LiveThread(threading.Thread):
    """Brings one process at a time to the desired state.

    Args:
        desired: What the process shall hold.
        signals: What is emitted. Nothing else may own it: the thread may outlive the dock.
        python: The user's interpreter, "" to look for one.
    """

    def __init__(self, desired: DesiredState, signals: LiveSignals, python: str) -> None:
        super().__init__(name="ClusterNet live worker", daemon=True)
        self._desired = desired
        self._signals = signals
        self._python = python
        self._stopped = threading.Event()
        self._runner: runner.Runner | None = None
        self._held = WorkerState()
        self._is_prepared = False
        self._view_file: Path | None = None
        self._refused_source: Arguments | None = None
        self._deaths = 0
        self._failing = ""

    def stop(self) -> None:
        """Ends the process soon. Any thread may call this."""
        self._stopped.set()
        with self._desired.changed:
            self._desired.changed.notify_all()

    def run(self) -> None:
        """Works until stopped."""
        try:
            while not self._stopped.is_set():
                with self._desired.changed:
                    step = self._next_step()
                    if step is None:
                        self._desired.changed.wait(_SECONDS_BETWEEN_CHECKS)
                if step is None:
                    self._check_process()
                else:
                    step()
        except _Stopped:
            pass
        finally:
            self._end_process()

    def _next_step(self) -> Callable[[], None] | None:
        """What to do next; None if the process holds all that it shall."""
        source = self._desired.state.source
        if source is None and self._held.source is None:
            # The libraries are loaded while the user chooses a raster.
            return None if self._is_prepared else self._prepare
        if source is not None and source is self._refused_source:
            return None
        for call in _CALLS:
            arguments = call.missing(self._desired, self._held)
            if arguments is not None:
                return partial(self._make, call, arguments)
        return None

    def _make(self, call: _Call, arguments: Arguments) -> None:
        """Makes one call and reports the outcome."""
        progress = self._progress(call.outdated_by)
        try:
            process = self._process()
            self._signals.busy.emit(call.text())
            result = process.call_and_stay(call.name, arguments, progress)
        except Cancelled:
            pass
        except runner.WorkerDiedError as error:
            self._process_died(error)
        except (ClusterNetError, runner.WorkerError) as error:
            if isinstance(error, DependencyError):
                self._signals.python_missing.emit()
            self._failing = call.name
            call.failed(self, arguments, str(error))
        else:
            call.answered(self, arguments, result)
            if self._failing == call.name:
                self._failing = ""
                self._signals.recovered.emit()
        self._signals.busy.emit("")

    def _prepare(self) -> None:
        """Has the libraries loaded. Other errors show again, and are reported, when a raster is opened."""
        self._is_prepared = True
        try:
            self._process().call_and_stay("live_prepare", {}, self._progress(("source",)))
        except DependencyError:
            self._signals.python_missing.emit()
        except (Cancelled, ClusterNetError, runner.WorkerError, runner.WorkerDiedError):
            pass
        self._signals.busy.emit("")

    def _process(self) -> runner.Runner:
        if self._runner is None:
            self._held = WorkerState()
            self._signals.busy.emit(tr("Starting Python..."))
            self._runner = runner.start(settings.python_finder().find(self._python))
            if self._stopped.is_set():  # meanwhile, and whom to tell may be gone
                raise _Stopped
        return self._runner

    def _progress(self, outdated_by: tuple[str, ...]) -> Progress:
        """Cancels a call as soon as one of these parts of the desired state is another one than now."""
        before = self._desired.state

        def is_outdated() -> bool:
            if self._stopped.is_set():
                raise _Stopped
            now = self._desired.state
            return any(getattr(now, part) is not getattr(before, part) for part in outdated_by)

        return Progress(self._signals.progressed.emit, lambda message: None, is_outdated)

    # --- answers

    def _opened(self, arguments: Arguments, result: dict[str, Any]) -> None:
        self._held = WorkerState(source=arguments)
        self._signals.opened.emit(arguments, result)

    def _strokes_applied(self, arguments: Arguments, result: dict[str, Any]) -> None:
        self._held = replace(self._held, strokes=arguments, view=None)
        self._signals.strokes_applied.emit(result)

    def _saved(self, arguments: Arguments, result: dict[str, Any]) -> None:
        if self._desired.finish_save(arguments["path"]):
            self._signals.saved.emit(arguments["path"])

    def _view_computed(self, arguments: Arguments, result: dict[str, Any]) -> None:
        """Reads the pixels here, so that the main thread need not."""
        self._deaths = 0
        self._held = replace(self._held, view=arguments)
        self._view_file = Path(result["path"])
        try:
            values = np.load(self._view_file, allow_pickle=False)
        except (OSError, ValueError):  # the cache was emptied: compute it again
            self._held = replace(self._held, view=None)
            return
        if arguments is self._desired.state.view:
            counts = np.bincount(values[0].ravel())
            self._signals.view_ready.emit(PreviewPixels(arguments, self._held.strokes, values, counts))

    def _closed(self, arguments: Arguments, result: dict[str, Any]) -> None:
        self._held = WorkerState()

    # --- errors: what has failed is taken for done, so that it is not tried again and again

    def _open_failed(self, arguments: Arguments | None, sentence: str) -> None:
        self._refused_source = arguments
        self._signals.failed.emit(sentence)
        if self._desired.drop_saves():
            self._signals.save_failed.emit(sentence)

    def _strokes_failed(self, arguments: Arguments, sentence: str) -> None:
        self._held = replace(self._held, strokes=arguments, view=None)
        self._signals.failed.emit(sentence)

    def _save_failed(self, arguments: Arguments, sentence: str) -> None:
        if self._desired.finish_save(arguments["path"]):
            self._signals.save_failed.emit(sentence)

    def _view_failed(self, arguments: Arguments, sentence: str) -> None:
        self._held = replace(self._held, view=arguments)
        self._signals.failed.emit(sentence)

    def _close_failed(self, arguments: Arguments, sentence: str) -> None:
        self._held = WorkerState()
        self._signals.failed.emit(sentence)

    # --- the process

    def _process_died(self, error: runner.WorkerDiedError) -> None:
        self._end_process()
        if self._stopped.is_set():
            return
        self._deaths += 1
        if self._deaths > _MOST_DEATHS:
            self._open_failed(self._desired.state.source, str(error))
        else:
            self._signals.restarting.emit(str(error))

    def _check_process(self) -> None:
        """Replaces a process that has died while it had nothing to do."""
        if self._runner is not None and not self._runner.is_alive:
            try:
                self._runner.call_and_stay("ping", {}, Progress())
            except runner.WorkerDiedError as error:
                self._process_died(error)

    def _end_process(self) -> None:
        if self._runner is not None:
            self._runner.close()
            self._runner = None
        if self._view_file is not None:
            with suppress(OSError):
                self._view_file.unlink()
        self._held = WorkerState()


@dataclass(frozen=True)
class _Call:
    """A call that changes what the worker holds.

    Attributes:
        name: In the worker's protocol.
        text: What the user reads meanwhile.
        missing: Arguments, given what the worker shall hold and what it holds; None if the call is not needed now.
        outdated_by: Parts of the desired state. A change of one of them cancels the call.
        answered: Takes the arguments and the result.
        failed: Takes the arguments and a sentence for the user.
    """

    name: str
    text: Callable[[], str]
    missing: Callable[[DesiredState, WorkerState], Arguments | None]
    outdated_by: tuple[str, ...]
    answered: Callable[[LiveThread, Arguments, dict[str, Any]], None]
    failed: Callable[[LiveThread, Arguments, str], None]


def _missing(part: str, desired: DesiredState, held: WorkerState) -> Arguments | None:
    """The arguments of a part of the desired state, if the worker holds others or none."""
    arguments: Arguments | None = getattr(desired.state, part)
    return None if arguments is getattr(held, part) else arguments


# In the order in which they depend on one another: the first one that is missing is made.
_CALLS = (
    _Call(
        "live_close",
        text=lambda: "",
        missing=lambda desired, held: {} if desired.state.source is None else None,
        outdated_by=("source",),
        answered=LiveThread._closed,
        failed=LiveThread._close_failed,
    ),
    _Call(
        "live_open",
        text=lambda: tr("Opening raster and model"),
        missing=partial(_missing, "source"),
        outdated_by=("source",),
        answered=LiveThread._opened,
        failed=LiveThread._open_failed,
    ),
    _Call(
        "live_strokes",
        text=lambda: tr("Learning from the strokes"),
        missing=partial(_missing, "strokes"),
        outdated_by=("source",),
        answered=LiveThread._strokes_applied,
        failed=LiveThread._strokes_failed,
    ),
    _Call(
        "live_save",
        text=lambda: tr("Saving the selection"),
        missing=lambda desired, held: {"path": desired.saves[0]} if desired.saves else None,
        outdated_by=("source",),
        answered=LiveThread._saved,
        failed=LiveThread._save_failed,
    ),
    _Call(
        "live_view",
        text=lambda: tr("Computing the preview"),
        missing=partial(_missing, "view"),
        outdated_by=("source", "strokes", "view"),
        answered=LiveThread._view_computed,
        failed=LiveThread._view_failed,
    ),
)
