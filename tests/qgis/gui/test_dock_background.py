"""Training and segmenting from the dock, in the background of a QGIS that stays usable."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import mouse
import pytest
import toys
from background import wait_for, workers
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import QTimer
from test_dock import ROOF, WOOD, is_shown, ready, stroke  # noqa: F401 - a fixture

from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.settings import PYTHON_SETTING

OPTIONS = TrainOptions(network="unet_same", width=4, clusters=6, epochs=3, tile_size=32)


@pytest.fixture
def real(ready: Any) -> Any:  # noqa: F811
    """The dock, with the real worker for all that starts from now on."""
    QgsSettings().setValue(PYTHON_SETTING, sys.executable)
    return ready


class Blocked:
    """A 20 ms timer in the main thread: the longest time between two beats, and what of it Python and Qt worked."""

    def __init__(self) -> None:
        self.longest = self.longest_work = 0.0
        self._last, self._last_work = time.monotonic(), time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(20)

    def _beat(self) -> None:
        now, work = time.monotonic(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.longest_work = max(self.longest_work, work - self._last_work)
        self._last, self._last_work = now, work


def test_training_shows_its_loss_and_its_model_is_used(real: Any, tmp_path: Path) -> None:
    output = str(tmp_path / "new.cnet")
    panel = real.train_panel
    panel.start(output, OPTIONS)
    assert panel.isVisible()
    assert wait_for(lambda: len(panel.curve.losses) >= 2, 150), real.heard
    assert [epoch for epoch, _ in panel.curve.losses] == list(range(1, len(panel.curve.losses) + 1))
    assert wait_for(lambda: not panel.is_training, 150)
    assert "Training has finished" in real.heard[-1]
    assert real.session.model_path == output
    assert real.source_panel.model.currentData() == output
    assert cluster_model.load(output).epochs_done == 3
    assert not panel.isVisible()


def test_a_training_can_be_stopped(real: Any, tmp_path: Path) -> None:
    panel = real.train_panel
    panel.start(str(tmp_path / "new.cnet"), TrainOptions(**{**vars(OPTIONS), "epochs": 10_000}))
    assert wait_for(lambda: panel.curve.losses, 150), real.heard
    panel.cancel_button.click()
    assert wait_for(lambda: not panel.is_training, 20)
    assert "is the model after epoch" in real.heard[-1]
    assert wait_for(lambda: workers(os.getpid()) == [], 10)
    assert real.session.model_path == ""


def test_a_folder_that_cannot_be_written_to_is_a_sentence(real: Any) -> None:
    real.train_panel.start("/proc/new.cnet", OPTIONS)
    assert "Cannot write into the folder" in real.heard[-1]
    assert not real.train_panel.is_training


def test_the_whole_raster_becomes_layers(real: Any, canvas: Any, model: str, tmp_path: Path) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(real, WOOD), 20)
    real.session.opened_model_path = model
    output = tmp_path / "classes.tif"
    real.result_panel.segment(str(output))
    assert not real.result_panel.segment_button.isEnabled()
    assert wait_for(lambda: not real.result_panel.job.is_running, 150)
    assert "is segmented" in real.heard[-1], real.heard
    raster = QgsProject.instance().mapLayersByName("classes (classes)")[0]
    polygons = QgsProject.instance().mapLayersByName("classes (polygons)")[0]
    name = real.session.painting.classes[0].name
    assert name in [entry.label for entry in raster.renderer().classes()]
    assert polygons.renderer().type() == "categorizedSymbol"
    selection = json.loads((tmp_path / "classes_selection.json").read_text())
    assert selection["classes"][0]["clusters"] == [WOOD]
    assert toys.read(output).shape == (1, 96, 96)
    assert real.result_panel.segment_button.isEnabled()


def test_segmenting_that_fails_is_a_sentence(real: Any, canvas: Any, tmp_path: Path) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(real, WOOD), 20)
    real.result_panel.segment(str(tmp_path / "classes.tif"))  # the quick worker's model is no file
    assert wait_for(lambda: not real.result_panel.job.is_running, 150)
    assert "base.cnet" in real.heard[-1]
    assert not (tmp_path / "classes.tif").exists()


def test_painting_never_blocks_the_main_thread(ready: Any, canvas: Any, fake_worker: Any) -> None:  # noqa: F811
    fake_worker.tell("live_strokes", "sleep 0.3")
    fake_worker.tell("live_view", "sleep 0.3")
    blocked = Blocked()
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
    ready.hide()
    ready.show()
    assert wait_for(lambda: ready.session.preview.view is not None, 20)
    assert blocked.longest_work < 0.1
    assert blocked.longest < 0.5  # beside other busy processes; the desktop run measures it alone
