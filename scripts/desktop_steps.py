"""Runs inside QGIS: steps that the event loop takes one after the other, with a real mouse and real keys."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QPoint, QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget
from qgis.utils import iface

FOLDER = Path(os.environ["CLUSTERNET_TOUR"])
LOG = FOLDER / "tour.log"
_STEP_MILLISECONDS = 20
_LONGEST_WAIT_SECONDS = 900
# Computed at once; twice what is wanted, since the same work takes longer beside others on a busy machine.
_LONGEST_BLOCK_SECONDS = 0.2
_MILLISECONDS_OF_A_DRAG = 30
_SECONDS_UNTIL_SAMPLED = 0.05
_SECONDS_BETWEEN_SAMPLES = 0.01
Wait = Callable[[], bool]
Script = Iterator[Wait]


class Steps:
    """Takes steps; each is done when what it waits for is true. `script` gives them.

    Attributes:
        notes: Lines for the log.
        faults: What must not be; with any, the log does not say that the tour has finished.
        clicks: How often the mouse was pressed.
        blocks: How long QGIS' main thread was away.
    """

    def __init__(self) -> None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        LOG.write_text("")
        self.notes: list[str] = []
        self.faults: list[str] = []
        self.clicks = 0
        self.blocks = Blocks()
        self._hands: queue.Queue[list[str]] = queue.Queue()
        threading.Thread(target=self._move_hands, daemon=True).start()
        self._steps = self.script()
        self._waiting: Wait = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(_STEP_MILLISECONDS)

    def script(self) -> Script:
        """The steps."""
        raise NotImplementedError

    def _tick(self) -> None:
        self.blocks.beat()
        try:
            if self._waiting():
                self._waiting, self._since = next(self._steps), time.monotonic()
            elif time.monotonic() - self._since > _LONGEST_WAIT_SECONDS:
                raise TimeoutError("a step took too long")
        except StopIteration:
            self._finish()
        except Exception:
            self.shot("failed")
            self.faults.append(traceback.format_exc())
            self._finish()
        self.blocks.forgive()  # what the tour itself does is no block

    def _finish(self) -> None:
        self._timer.stop()
        self.blocks.stop()
        self.blocks.end("the end")
        for part in self.blocks.parts:
            self.notes.append(part.described)
            if part.work > _LONGEST_BLOCK_SECONDS:
                self.faults.append(f"QGIS' main thread is blocked: {part.described}")
        self.notes.append(f"longest block of all: {max(self.blocks.parts, key=lambda part: part.away).described}")
        self.notes.append(f"most computed at once: {max(self.blocks.parts, key=lambda part: part.work).described}")
        end = "\n".join(f"fault: {fault}" for fault in self.faults) if self.faults else "finished"
        LOG.write_text("\n".join([*self.notes, end]) + "\n")
        QgsApplication.taskManager().cancelAll()
        QgsProject.instance().removeAllMapLayers()  # QGIS asks about layers in a temporary folder
        QgsProject.instance().setDirty(False)
        QTimer.singleShot(500, iface.actionExit().trigger)

    # --- the mouse and the keys

    def click(self, widget: QWidget) -> None:
        """Clicks into the middle of a widget."""
        self.click_at(widget.mapToGlobal(widget.rect().center()))

    def click_at(self, place: QPoint, times: int = 1) -> None:
        """Clicks at a point of the screen."""
        self.clicks += times
        self._hand("mousemove", place.x(), place.y(), "click", "--repeat", times, "--delay", 60, 1)

    def drag(self, points: list[QPoint]) -> None:
        """Presses the button at the first point of the screen and lets it go at the last."""
        self.clicks += 1
        command: list[object] = ["mousemove", points[0].x(), points[0].y(), "mousedown", 1]
        for before, after in zip(points, points[1:]):
            for step in range(1, 9):
                between = before + (after - before) * step / 8
                command += ["mousemove", between.x(), between.y(), "sleep", _MILLISECONDS_OF_A_DRAG / 1000]
        self._hand(*command, "mouseup", 1)

    def point_at(self, place: QPoint) -> None:
        """Moves the mouse to a point of the screen."""
        self._hand("mousemove", place.x(), place.y())

    def press_key(self, *keys: str) -> None:
        """Presses keys, by the names of X."""
        self._hand("key", "--delay", 60, *keys)

    def type_text(self, text: str) -> None:
        """Types a text into what has the focus."""
        self._hand("type", "--delay", 20, text)

    def hands_rest(self) -> bool:
        """Whether mouse and keys have done all that was asked."""
        return self._hands.unfinished_tasks == 0

    def _hand(self, *command: object) -> None:
        self._hands.put(["xdotool", *map(str, command)])

    def _move_hands(self) -> None:
        """One thing after the other, in a thread."""
        while True:
            subprocess.run(self._hands.get(), check=False)
            self._hands.task_done()

    # --- pictures and waiting

    @staticmethod
    def shot(name: str) -> None:
        """A picture of the screen."""
        QApplication.primaryScreen().grabWindow(0).save(str(FOLDER / f"{name}.png"))

    @staticmethod
    def pause(seconds: float) -> Wait:
        """Waits."""
        until = time.monotonic() + seconds
        return lambda: time.monotonic() >= until


class Block(NamedTuple):
    """The longest time in a part of the tour that the main thread did not come back to its event loop.

    Attributes:
        part: Of the tour.
        away: Seconds.
        work: The most seconds that the thread computed before it came back, whatever else the machine did.
        place: Where it was.
    """

    part: str
    away: float
    work: float
    place: str

    @property
    def described(self) -> str:
        """As it is told."""
        away, work = 1000 * self.away, 1000 * self.work
        return f"{self.part}: away for {away:.0f} ms, computed {work:.0f} ms; in {self.place}"


class Blocks:
    """How long the main thread did not come back to its event loop, and where it was meanwhile.

    Time on a busy machine counts what other programs took; so the main thread's own computing is measured too.

    Attributes:
        parts: The longest of each part of the tour.
    """

    def __init__(self) -> None:
        self.parts: list[Block] = []
        self._main = threading.get_ident()
        self._last = time.monotonic()
        self._work = time.thread_time()
        self._samples: list[str] = []
        self._longest = self._most_work = 0.0
        self._place = ""
        self._is_stopped = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def beat(self) -> None:
        """The event loop has come round."""
        away = time.monotonic() - self._last - _STEP_MILLISECONDS / 1000
        work = time.thread_time() - self._work
        self._most_work = max(self._most_work, work)
        if away > self._longest:
            self._longest, self._place = away, max(self._samples, key=self._samples.count, default="QGIS itself")

    def forgive(self) -> None:
        """Counts from now."""
        self._last, self._work, self._samples = time.monotonic(), time.thread_time(), []

    def end(self, part: str) -> None:
        """Ends a part of the tour."""
        self.parts.append(Block(part, self._longest, self._most_work, self._place))
        self._longest = self._most_work = 0.0
        self._place = ""

    def stop(self) -> None:
        """Samples no more."""
        self._is_stopped.set()

    def _watch(self) -> None:
        while not self._is_stopped.wait(_SECONDS_BETWEEN_SAMPLES):
            if time.monotonic() - self._last > _SECONDS_UNTIL_SAMPLED + _STEP_MILLISECONDS / 1000:
                frame = sys._current_frames().get(self._main)
                self._samples.append(_place_of(frame))


def _place_of(frame: FrameType | None) -> str:
    """The innermost lines of the plugin that a thread is in; "QGIS itself" if it is in none."""
    lines = []
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if "clusternet_qgis" in path.parts or "processing" in path.parts:
            lines.append(f"{path.name}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(lines[:4]) or "QGIS itself"
