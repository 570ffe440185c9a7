"""Segmenting the whole raster from the dock, in the background."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import toys
from background import wait_for
from on_canvas import WOOD, is_shown, stroke
from qgis.core import QgsProject


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
