"""QGIS stays responsive while the worker works."""

from __future__ import annotations

import time
from pathlib import Path

from background import Background, wait_for
from qgis.PyQt.QtCore import QTimer
from toys import TINY


class Heartbeat:
    """A 20 ms timer in the main thread; `longest` is the longest time between two beats, in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(20)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


def test_the_main_thread_never_waits_for_long(raster: str, tmp_path: Path) -> None:
    heartbeat = Heartbeat()
    parameters = {"INPUT": [raster], "OUTPUT": str(tmp_path / "model.cnet"), **(TINY | {"EPOCHS": 4})}
    begin = time.monotonic()
    training = Background("train", parameters)
    assert training.wait(120)
    whole = time.monotonic() - begin
    assert training.outcome[0][0], training.errors
    assert wait_for(lambda: heartbeat.longest > 0, 1)
    assert heartbeat.longest < whole / 2, "who waits in the main thread waits for all of it"
