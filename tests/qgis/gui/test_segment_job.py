"""Segmenting the whole raster from the dock, in the background."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from background import wait_for
from checkout import SHARED
from on_canvas import FIELD, WOOD, is_shown, stroke
from qgis.core import QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QApplication

from clusternet_qgis.core.interactive.strokes import stroke_of_points, stroked_pixels
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.gui.dock import ClusterNetDock

LEFT, RIGHT, BOTTOM, TOP = toys.EXTENT


def test_the_whole_raster_becomes_layers(real: Any, canvas: Any, model: str, tmp_path: Path) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(real, WOOD), 20)
    real.session.opened_model_path = model
    output = tmp_path / "classes.tif"
    real.result_panel.segment(str(output))
    assert not real.result_panel.segment_button.isEnabled()
    assert wait_for(lambda: not real.result_panel.job.is_running, 300)
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
    root = QgsProject.instance().layerTreeRoot()
    assert [layer.name() for layer in root.layerOrder()][:2] == [polygons.name(), raster.name()]
    assert root.findLayer(polygons.id()).itemVisibilityChecked()
    assert not root.findLayer(raster.id()).itemVisibilityChecked(), "it hides the picture"
    panel = real.result_panel.areas
    assert panel.isVisibleTo(real)
    area = sum(feature["area_m2"] for feature in polygons.getFeatures()) / 10000
    assert panel.as_text() == f"Class\tPolygons\tHectares\n{name}\t{polygons.featureCount()}\t{area:.4f}\n"
    panel.copy_button.click()
    assert QApplication.clipboard().text() == panel.as_text()
    assert real.session.preview.shown == "nothing", "the result is to be seen"
    stroke(canvas, FIELD)
    assert real.session.preview.shown == "classes"


def test_defaults_clean_the_result(real: Any, canvas: Any, model: str, tmp_path: Path) -> None:
    """No polygon below the smallest area, which is that of the narrowest stroke or of sixty pixels."""
    fields = real.result_panel.cleaning
    pixel = (RIGHT - LEFT) / 96
    grid, first = RasterGrid(96, 96, (LEFT, pixel, 0.0, TOP, 0.0, -pixel)), real.session.brush.width
    for width in (10.3 * pixel, 17 * pixel):
        real.session.brush.set_width(width)
        dot = stroked_pixels([stroke_of_points("a", [(LEFT + 40.2 * pixel, TOP - 33.9 * pixel)], width)], grid)
        assert fields.min_area <= len(dot.rows) * pixel**2, "a dot of the brush stays"
    real.session.brush.set_width(first)
    stroke(canvas, WOOD)
    width = real.session.painting.strokes[0].width
    assert fields.min_area == pytest.approx(max(0.9 * math.pi * width**2 / 4, 60 * pixel**2), rel=0.05)
    assert fields.simplify == pytest.approx(1.5 * pixel, rel=0.05)
    assert fields.area_box.suffix() == " m\u00b2"
    real.session.brush.set_width(3 * width)
    stroke(canvas, FIELD)
    assert fields.min_area == pytest.approx(max(0.9 * math.pi * width**2 / 4, 60 * pixel**2), rel=0.05)
    fields.area_box.setValue(100)
    stroke(canvas, FIELD)
    assert fields.min_area == 100, "what was typed stays"
    assert wait_for(lambda: is_shown(real, WOOD, FIELD), 20)
    real.session.opened_model_path = model
    real.result_panel.segment(str(tmp_path / "classes.tif"))
    assert wait_for(lambda: not real.result_panel.job.is_running, 300)
    polygons = QgsProject.instance().mapLayersByName("classes (polygons)")[0]
    assert polygons.featureCount() > 0
    assert_clean(polygons, 100)


def assert_clean(polygons: Any, min_area: float) -> None:
    """No overlap; no polygon, and no gap between polygons, below the smallest area but for what smoothing takes."""
    shapes = [feature.geometry() for feature in polygons.getFeatures()]
    union = QgsGeometry.unaryUnion(shapes)
    assert sum(shape.area() for shape in shapes) == pytest.approx(union.area(), rel=1e-6)
    assert min(shape.area() for shape in shapes) > 0.9 * min_area
    parts = union.asGeometryCollection()
    gaps = [QgsGeometry.fromPolygonXY([ring]).area() for part in parts for ring in part.asPolygon()[1:]]
    assert not gaps or min(gaps) > 0.9 * min_area


@pytest.fixture
def kampala(plugin: Any) -> Any:
    """The dock with the real worker on 3.5 ha of a town."""
    path = SHARED / "data" / "kampala" / "images" / "kampala_a.tif"
    if not path.exists():
        pytest.skip("the orthophoto of Kampala is not beside the checkout")
    layer, canvas, bar = QgsRasterLayer(str(path), "kampala"), QgsMapCanvas(), QgsMessageBar()
    QgsProject.instance().addMapLayer(layer)
    canvas.setFrameStyle(0)
    canvas.setFixedSize(900, 900)
    canvas.setDestinationCrs(layer.crs())
    canvas.show()
    assert wait_for(lambda: canvas.mapSettings().outputSize().width() == 900, 10)
    canvas.setLayers([layer])
    canvas.setExtent(layer.extent())
    dock = ClusterNetDock(canvas, bar)
    dock.heard = []
    dock.session.message.connect(lambda level, text: dock.heard.append(text))
    dock.open_with(layer)
    assert wait_for(lambda: dock.session.preview.view is not None, 600), dock.heard
    yield dock
    dock.remove()
    dock.deleteLater()
    canvas.close()
    QgsProject.instance().clear()


@pytest.mark.endurance
@pytest.mark.timeout(3600)
def test_the_default_result_on_a_town_is_clean(kampala: Any, tmp_path: Path) -> None:
    """A tenth of the 7,274 polygons that there were without cleaning; whatever is painted."""
    dock, session = kampala, kampala.session
    extent, random = session.layer.extent(), np.random.default_rng(0)
    for name in ("roof", "ground", "tree"):
        session.paintings.change(session.painting.with_class(name))
    for number, (x, y) in enumerate(random.uniform(0.2, 0.8, (9, 2))):
        session.brush.choose_class_number(1 + number % 3)
        start = extent.xMinimum() + x * extent.width(), extent.yMinimum() + y * extent.height()
        session.draw((start, (start[0] + 0.01 * extent.width(), start[1])))
    assert wait_for(lambda: bool(session.clusters) and not session.worker.is_busy, 600), dock.heard
    fields = dock.result_panel.cleaning
    dock.result_panel.segment(str(tmp_path / "classes.tif"))
    assert wait_for(lambda: not dock.result_panel.job.is_running, 1800), dock.heard
    polygons = QgsProject.instance().mapLayersByName("classes (polygons)")[0]
    assert 0 < polygons.featureCount() < 727
    assert_clean(polygons, fields.min_area)


def test_only_what_is_in_view_is_segmented(real: Any, canvas: Any, model: str, tmp_path: Path) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(real, WOOD), 20)
    real.session.opened_model_path = model
    canvas.setExtent(QgsRectangle(LEFT + 24, BOTTOM + 24, RIGHT, TOP))
    fields = real.result_panel.cleaning
    fields.view_box.setChecked(True)
    real.result_panel.segment(str(tmp_path / "classes.tif"))
    assert wait_for(lambda: not real.result_panel.job.is_running, 300)
    assert toys.read(tmp_path / "classes.tif").shape == (1, 48, 48)
    canvas.setExtent(QgsRectangle(LEFT + 1000, BOTTOM, LEFT + 1100, BOTTOM + 100))
    real.result_panel.segment(str(tmp_path / "outside.tif"))
    assert not real.result_panel.job.is_running
    assert "not in view" in real.heard[-1]


def test_segmenting_that_fails_is_a_sentence(real: Any, canvas: Any, tmp_path: Path) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(real, WOOD), 20)
    real.result_panel.segment(str(tmp_path / "classes.tif"))  # the quick worker's model is no file
    assert wait_for(lambda: not real.result_panel.job.is_running, 300)
    assert "base.cnet" in real.heard[-1]
    assert not (tmp_path / "classes.tif").exists()
