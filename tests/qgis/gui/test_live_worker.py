"""Whatever happens to the worker: a sentence, no crash, and no stroke lost."""

from __future__ import annotations

import os
import signal
import threading
from typing import Any

import pytest
from background import wait_for
from on_canvas import ROOF, WOOD, is_shown, stroke
from qgis.core import QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication

from clusternet_qgis.gui.dock import ClusterNetDock
from clusternet_qgis.gui.live_worker import LiveWorker
from clusternet_qgis.settings import PYTHON_SETTING


@pytest.mark.parametrize("when", ["idle", "live_strokes", "live_view", "live_open"])
def test_a_dead_worker_is_replaced_and_no_stroke_is_lost(
    painted: Any, canvas: Any, fake_worker: Any, when: str
) -> None:
    before = fake_worker.processes()
    if when == "idle":
        os.kill(before[0], signal.SIGKILL)
    else:
        fake_worker.tell(when, "die")
        if when == "live_open":
            painted.session.worker.reopen()
    stroke(canvas, ROOF)
    assert wait_for(lambda: painted.session.preview.view is not None and is_shown(painted, WOOD, ROOF), 20)
    assert wait_for(lambda: any("no stroke is lost" in text for text in painted.heard), 20)
    assert wait_for(lambda: len(fake_worker.processes()) == 1, 20)
    assert fake_worker.processes() != before
    assert len(painted.session.painting.strokes) == 2


def test_a_worker_that_dies_again_and_again_is_given_up(painted: Any, canvas: Any, fake_worker: Any) -> None:
    fake_worker.tell("live_view", "die always")
    stroke(canvas, ROOF)
    assert wait_for(lambda: any("ended with code" in t and "no stroke" not in t for t in painted.heard), 20)
    assert sum("no stroke is lost" in text for text in painted.heard) == 2
    fake_worker.tell("live_view", "")
    painted.session.worker.reopen()  # what the button "Try again" does
    assert wait_for(lambda: is_shown(painted, WOOD, ROOF), 20)


def test_no_python_with_torch_is_a_sentence_with_the_remedy(canvas: Any, layer: Any) -> None:
    from qgis.gui import QgsMessageBar

    before = QgsSettings().value(PYTHON_SETTING)
    QgsSettings().setValue(PYTHON_SETTING, "/nowhere/python")
    bar = QgsMessageBar()
    dock = ClusterNetDock(canvas, bar)
    offers: list[None] = []
    dock.python_missing.connect(lambda: offers.append(None))
    try:
        dock.open_with(layer)
        assert wait_for(lambda: "clusternet/python" in dock.status_label.toolTip(), 20)
        assert "not installed" in dock.status_label.text()
        assert bar.currentItem() is None
        assert dock.install_button.isVisible()
        assert not dock.paint_panel.isEnabled(), "strokes would be painted into the void"
        assert len(offers) == 1
        dock.install_button.click()
        assert len(offers) == 2
        assert dock.session.worker.is_running
    finally:
        QgsSettings().setValue(PYTHON_SETTING, before)
        dock.remove()


def test_a_call_that_fails_is_a_sentence_and_the_next_one_works(painted: Any, canvas: Any, fake_worker: Any) -> None:
    fake_worker.tell("live_strokes", "There are too many strokes; erase some.")
    stroke(canvas, ROOF)
    assert wait_for(lambda: "There are too many strokes; erase some." in painted.heard, 20)
    fake_worker.tell("live_strokes", "")
    painted.session.paintings.undo()
    painted.session.paintings.redo()
    assert wait_for(lambda: is_shown(painted, WOOD, ROOF), 20)


def test_a_sentence_goes_away_when_what_failed_goes_well(painted: Any, canvas: Any, fake_worker: Any) -> None:
    bar = painted._message_bar
    fake_worker.tell("live_strokes", "There are too many strokes; erase some.")
    stroke(canvas, ROOF)
    assert wait_for(lambda: bar.currentItem() is not None, 20)
    assert "too many" in bar.currentItem().text()
    fake_worker.tell("live_strokes", "")
    painted.session.paintings.undo()
    assert wait_for(lambda: bar.currentItem() is None, 20)
    fake_worker.tell("live_strokes", "There are too many strokes; erase some.")
    stroke(canvas, ROOF)
    assert wait_for(lambda: bar.currentItem() is not None, 20)
    painted.session.set_raster(None)
    assert bar.currentItem() is None, "another raster, or another project"


def test_loading_libraries_that_is_cut_short_by_a_raster_ends_no_thread() -> None:
    from clusternet_qgis.core.errors import Cancelled
    from clusternet_qgis.gui.desired_state import DesiredState
    from clusternet_qgis.gui.live_thread import LiveSignals, LiveThread

    class CutShort:
        """A process whose call is cancelled."""

        def call_and_stay(self, *arguments: object) -> None:
            raise Cancelled

    thread = LiveThread(DesiredState(), LiveSignals(), "")
    thread._process = CutShort
    thread._prepare()
    assert thread._is_prepared


def test_a_thread_that_outlives_the_dock_emits_into_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    raised: list[Any] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    worker = LiveWorker()
    heard: list[str] = []
    worker.failed.connect(heard.append)
    worker.start()
    thread = worker._thread
    worker.stop()
    sip.delete(worker)
    thread._signals.failed.emit("too late")
    thread.join(20)
    assert not thread.is_alive()
    QCoreApplication.processEvents()
    assert not raised
    assert not heard
