"""The dock shown, hidden and removed; QGIS stays usable beside it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mouse
from background import wait_for
from on_canvas import ROOF, WOOD, is_shown, stroke
from qgis.PyQt.QtCore import QTimer


class Beats:
    """A 20 ms timer in the main thread, which counts its beats while the worker is busy."""

    def __init__(self, is_busy: Callable[[], bool]) -> None:
        self.while_busy = 0
        self._is_busy = is_busy
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(20)

    def _beat(self) -> None:
        self.while_busy += self._is_busy()


def test_painting_never_blocks_the_main_thread(ready: Any, canvas: Any, fake_worker: Any) -> None:
    fake_worker.tell("live_strokes", "sleep 0.3")
    fake_worker.tell("live_view", "sleep 0.3")
    beats = Beats(lambda: ready.session.worker.is_busy)
    for quadrant in (WOOD, ROOF):
        x, y = (300, 100) if quadrant == WOOD else (300, 300)
        mouse.press(canvas, x, y)
        for step in range(20):
            mouse.move(canvas, x + step, y)
            wait_for(lambda: False, 0.02)
        mouse.release(canvas, x + 20, y)
        canvas.zoomIn()
        wait_for(lambda: False, 0.4)
        canvas.zoomOut()
    assert wait_for(lambda: is_shown(ready, WOOD, ROOF), 20)
    assert beats.while_busy > 10, "each call sleeps as long as fifteen beats"
    ready.hide()
    ready.show()
    assert wait_for(lambda: ready.session.preview.view is not None, 20)


def test_hiding_the_dock_ends_the_worker_and_showing_it_goes_on(ready: Any, canvas: Any, fake_worker: Any) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(ready, WOOD), 20)
    ready.hide()
    assert wait_for(lambda: fake_worker.processes() == [], 20)
    assert wait_for(lambda: fake_worker.views_left() == [], 20)
    assert canvas.mapTool() is not ready.session.brush.tool
    ready.show()
    assert wait_for(lambda: ready.session.preview.view is not None and is_shown(ready, WOOD), 20)


def test_hiding_and_showing_at_once_leaves_one_process(ready: Any, fake_worker: Any) -> None:
    for _ in range(3):
        ready.hide()
        ready.show()
    assert wait_for(lambda: ready.session.preview.view is not None, 20)
    assert wait_for(lambda: len(fake_worker.processes()) == 1, 20)
    assert ready.heard == []


def test_removing_the_dock_leaves_no_process(ready: Any, fake_worker: Any) -> None:
    (process,) = fake_worker.processes()
    ready.session.remove()
    assert wait_for(lambda: not Path(f"/proc/{process}").exists(), 20)
    assert os.getpid() != process
