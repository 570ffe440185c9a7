"""Runs inside QGIS: trains and maps through the Processing dialogs as a user would, taking screenshots."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import processing
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

FOLDER = Path(os.environ["CLUSTERNET_TOUR"])
LOG = FOLDER / "tour.log"
_STEP_MILLISECONDS = 100
_LONGEST_WAIT_SECONDS = 150


class Tour:
    """Steps that the event loop takes one after the other; each is done when what it waits for is true."""

    def __init__(self) -> None:
        LOG.write_text("")
        self._steps = self._script()
        self._waiting: Callable[[], bool] = lambda: True
        self._since = time.monotonic()
        self._last_tick = time.monotonic()
        self._longest_gap = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(_STEP_MILLISECONDS)

    def _tick(self) -> None:
        now = time.monotonic()
        self._longest_gap = max(self._longest_gap, now - self._last_tick - _STEP_MILLISECONDS / 1000)
        self._last_tick = now
        try:
            if self._waiting():
                self._waiting, self._since = next(self._steps), now
            elif now - self._since > _LONGEST_WAIT_SECONDS:
                raise TimeoutError("a step took too long")
        except StopIteration:
            self._finish(
                f"finished; the main thread was blocked for at most {self._longest_gap * 1000:.0f} ms in training"
            )
        except Exception as error:
            self._finish(f"failed: {type(error).__name__}: {error}")

    def _script(self) -> Iterator[Callable[[], bool]]:
        yield self._pause(2)
        raster = next(iter(QgsProject.instance().mapLayers().values()))
        iface.mainWindow().findChild(object, "ProcessingToolbox")
        self._shot("1_start")
        dialog = processing.createAlgorithmDialog(
            "clusternet:train",
            {"INPUT": [raster.id()], "EPOCHS": 2, "TILE_SIZE": 128, "OUTPUT": str(FOLDER / "model.cnet")},
        )
        dialog.show()
        yield self._pause(1)
        self._shot("2_train_dialog")
        self._longest_gap, self._last_tick = 0.0, time.monotonic()
        dialog.runButton().click()
        yield self._pause(6)
        self._shot("3_training")
        yield lambda: (FOLDER / "model.cnet").exists() and dialog.runButton().isEnabled()
        self._shot("4_trained")
        gap = self._longest_gap
        dialog.close()
        dialog = processing.createAlgorithmDialog(
            "clusternet:cluster",
            {"INPUT": raster.id(), "MODEL": str(FOLDER / "model.cnet"), "OUTPUT": str(FOLDER / "clusters.tif")},
        )
        dialog.show()
        dialog.runButton().click()
        yield lambda: len(QgsProject.instance().mapLayers()) > 1
        yield self._pause(2)
        dialog.close()
        yield self._pause(2)
        self._shot("5_clusters")
        self._longest_gap = gap

    @staticmethod
    def _pause(seconds: float) -> Callable[[], bool]:
        until = time.monotonic() + seconds
        return lambda: time.monotonic() >= until

    @staticmethod
    def _shot(name: str) -> None:
        QApplication.primaryScreen().grabWindow(0).save(str(FOLDER / f"{name}.png"))

    def _finish(self, text: str) -> None:
        self._timer.stop()
        LOG.write_text(text + "\n")
        QgsApplication.taskManager().cancelAll()
        QgsProject.instance().setDirty(False)
        QTimer.singleShot(500, iface.actionExit().trigger)


tour = Tour()
