"""The dock with the real worker: what was painted is what a replay of the saved strokes gives, bit for bit."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import mouse
import numpy as np
import pytest
import toys
from background import wait_for, workers
from on_canvas import ROOF, WATER, WOOD, is_shown, stroke
from qgis.core import QgsProject

from clusternet_qgis.gui.dock import ClusterNetDock


@pytest.fixture
def dock(canvas: Any, layer: Any, model: str) -> Any:
    """The dock with the tiny model, and a preview."""
    from qgis.gui import QgsMessageBar

    bar = QgsMessageBar()
    dock = ClusterNetDock(canvas, bar)
    heard: list[str] = []
    dock.session.message.connect(lambda level, text: heard.append(text))
    dock.session.worker.failed.connect(heard.append)
    dock.source_panel.choose_model(model)
    dock.open_with(layer)
    assert wait_for(lambda: dock.session.preview.view is not None, 120), heard
    dock.paint_panel.brush_button.click()
    dock.heard = heard
    yield dock
    dock.remove()
    dock.deleteLater()


def test_a_replay_of_the_strokes_gives_the_same_raster(
    dock: Any, canvas: Any, run: Any, raster: str, model: str, tmp_path: Path
) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(dock, WOOD), 60), dock.heard
    dock.session.brush.choose_class_number(0)
    stroke(canvas, ROOF)
    stroke(canvas, WATER)
    mouse.drag(canvas, (210, 60))
    dock.result_panel.save(str(tmp_path / "strokes.gpkg"))
    dock.result_panel.segment(str(tmp_path / "painted.tif"))
    assert wait_for(lambda: not dock.result_panel.job.is_running, 120)
    assert wait_for(lambda: QgsProject.instance().mapLayersByName("strokes"), 20), dock.heard
    selection = run(
        "selectbystrokes",
        INPUT=raster,
        MODEL=model,
        STROKES=str(tmp_path / "strokes.gpkg"),
        CLASS_FIELD="class",
        SELECTION=str(tmp_path / "replayed.json"),
    )["SELECTION"]
    replayed = run("segment", INPUT=raster, MODEL=model, SELECTION=selection, OUTPUT=str(tmp_path / "replayed.tif"))
    np.testing.assert_array_equal(toys.read(replayed["OUTPUT"]), toys.read(tmp_path / "painted.tif"))
    assert set(np.unique(toys.read(tmp_path / "painted.tif"))) == {0, 1, 2}


def test_the_preview_is_what_segmenting_gives(dock: Any, canvas: Any, tmp_path: Path) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(dock, WOOD), 60), dock.heard
    preview = dock.session.preview.view.classes
    dock.result_panel.segment(str(tmp_path / "painted.tif"))
    assert wait_for(lambda: not dock.result_panel.job.is_running, 120)
    segmented = toys.read(tmp_path / "painted.tif")[0]
    assert preview.shape == segmented.shape
    assert ((preview == 1) == (segmented == 1)).mean() > 0.999


def test_the_worker_ends_with_the_dock(dock: Any) -> None:
    assert len(workers(os.getpid())) == 1
    dock.session.remove()
    assert wait_for(lambda: workers(os.getpid()) == [], 10)
