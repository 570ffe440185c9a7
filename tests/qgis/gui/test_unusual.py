"""The dock where nobody expects it to work: it says why, or does nothing, and goes on afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import toys
from background import wait_for
from on_canvas import ROOF, WOOD, is_shown, stroke
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar

from clusternet_qgis.gui.dock import ClusterNetDock


@pytest.mark.timeout(1200)  # some seconds on an idle machine
def test_a_model_of_other_bands_is_a_sentence_and_the_base_model_works(
    real: Any, canvas: Any, model: str, tmp_path: Path
) -> None:
    real.restart_worker()
    path = toys.write_raster(tmp_path / "one_band.tif", toys.picture(1))
    layer = QgsRasterLayer(path, "one band")
    QgsProject.instance().addMapLayer(layer)
    real.heard.clear()
    real.source_panel.raster.setLayer(layer)
    real.source_panel.choose_model(model)
    assert wait_for(lambda: any("3 bands" in text for text in real.heard), 600), real.heard
    assert real.session.preview.view is None
    assert real.status_label.text() == "This has failed; the message above the map says why."
    real.source_panel.choose_model("")
    assert wait_for(lambda: real.session.preview.view is not None, 600), real.heard


@pytest.fixture
def docks(canvas: Any, layer: Any, model: str) -> Any:
    """Two docks on one raster and one model, each with a worker of its own, as two QGIS have them."""
    other_canvas = QgsMapCanvas()
    other_canvas.setFrameStyle(0)
    other_canvas.setFixedSize(400, 400)
    other_canvas.setDestinationCrs(layer.crs())
    other_canvas.show()
    assert wait_for(lambda: other_canvas.mapSettings().outputSize().width() == 400, 5)
    other_canvas.setLayers([layer])
    other_canvas.setExtent(layer.extent())
    pairs = []
    for own_canvas in (canvas, other_canvas):
        dock = ClusterNetDock(own_canvas, QgsMessageBar())
        dock.heard = []
        dock.session.message.connect(lambda level, text, heard=dock.heard: heard.append(text))
        dock.session.worker.failed.connect(dock.heard.append)
        dock.source_panel.choose_model(model)
        dock.open_with(layer)
        pairs.append((dock, own_canvas))
    yield pairs
    for dock, _ in pairs:
        dock.remove()
        dock.deleteLater()
    other_canvas.close()
    other_canvas.deleteLater()


@pytest.mark.timeout(1200)  # some seconds on an idle machine
def test_two_docks_on_one_raster_do_not_disturb_each_other(docks: Any, tmp_path: Path) -> None:
    """They share the folder of features, and each has its own strokes and result."""
    for dock, _ in docks:
        assert wait_for(lambda dock=dock: dock.session.preview.view is not None, 600), dock.heard
    quadrants = (WOOD, ROOF)
    for (dock, canvas), quadrant in zip(docks, quadrants):
        dock.paint_panel.brush_button.click()
        stroke(canvas, quadrant)
    for (dock, _), quadrant in zip(docks, quadrants):
        assert wait_for(lambda dock=dock, q=quadrant: is_shown(dock, q), 600), dock.heard
        assert [len(dock.session.painting.strokes) for dock, _ in docks] == [1, 1]
    for number, (dock, _) in enumerate(docks):
        dock.result_panel.segment(str(tmp_path / f"classes{number}.tif"))
    for number, (dock, _) in enumerate(docks):
        assert wait_for(lambda dock=dock: not dock.result_panel.job.is_running, 300)
        assert "is segmented" in dock.heard[-1], dock.heard
        values = toys.read(tmp_path / f"classes{number}.tif")[0]
        row, col = divmod(quadrants[number], 2)
        assert values[24 + 48 * row, 24 + 48 * col] == 1


@pytest.mark.timeout(1200)  # some seconds on an idle machine
def test_a_canvas_of_zero_size_asks_for_nothing_and_shows_the_stroke_when_it_has_a_size_again(
    docks: Any, canvas: Any, layer: Any
) -> None:
    dock, _ = docks[0]
    assert wait_for(lambda: dock.session.preview.view is not None, 600), dock.heard
    dock.paint_panel.brush_button.click()
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(dock, WOOD), 600), dock.heard
    canvas.setFixedSize(0, 0)
    assert wait_for(lambda: canvas.mapSettings().outputSize().isEmpty(), 20)
    dock.session.preview.request()
    assert dock.session.preview.rectangle_in_view is None
    canvas.setFixedSize(400, 400)
    assert wait_for(lambda: canvas.mapSettings().outputSize().width() == 400, 20)
    canvas.setExtent(layer.extent())
    stroke(canvas, ROOF)
    assert wait_for(lambda: is_shown(dock, WOOD, ROOF), 600), dock.heard
    assert len(dock.session.painting.strokes) == 2
