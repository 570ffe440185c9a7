"""clusternet:segment."""

from __future__ import annotations

import gc
import json
from pathlib import Path
from typing import Any

import numpy as np
import processing
import pytest
import qgis.utils
import toys
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsLayerTreeModel,
    QgsPalettedRasterRenderer,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeView


def test_classes_are_made_of_their_clusters(run: Any, quadrants: str, tmp_path: Path) -> None:
    results = run(
        "segment",
        CLUSTERS=quadrants,
        CLASSES="wet=0; green=1,2",
        OUTPUT=str(tmp_path / "classes.tif"),
        POLYGONS=str(tmp_path / "polygons.gpkg"),
    )
    assert toys.grid(results["OUTPUT"]) == toys.grid(quadrants)
    expected = np.array([0, 1, 2, 2, 3], np.uint8)[toys.read(quadrants)]
    assert np.array_equal(toys.read(results["OUTPUT"]), expected)
    layer = QgsRasterLayer(results["OUTPUT"])
    renderer = layer.renderer()
    assert isinstance(renderer, QgsPalettedRasterRenderer)
    assert [(entry.value, entry.label) for entry in renderer.classes()] == [(1, "wet"), (2, "green"), (3, "other")]


def test_polygons_are_valid_styled_and_leave_out_the_rest(run: Any, quadrants: str, tmp_path: Path) -> None:
    results = run(
        "segment",
        CLUSTERS=quadrants,
        CLASSES="wet=0; green=1",
        OUTPUT=str(tmp_path / "classes.tif"),
        POLYGONS=str(tmp_path / "polygons.gpkg"),
    )
    raster, layer = QgsRasterLayer(results["OUTPUT"]), QgsVectorLayer(results["POLYGONS"])
    assert layer.crs() == raster.crs()
    shapes = {feature["class"]: feature.geometry() for feature in layer.getFeatures()}
    assert set(shapes) == {"wet", "green"}
    assert all(shape.isGeosValid() for shape in shapes.values())
    pixels = toys.read(results["OUTPUT"])[0]
    for value, name in ((1, "wet"), (2, "green")):
        assert np.isclose(shapes[name].area(), (pixels == value).sum() * toys.PIXEL**2)
    renderer = layer.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    drawn = {category.label(): category.symbol().color().name() for category in renderer.categories()}
    coloured = {entry.label: entry.color.name() for entry in raster.renderer().classes()}
    assert drawn == {name: coloured[name] for name in ("wet", "green")}


def test_polygons_let_the_picture_through_and_tables_show_two_decimals(
    run: Any, quadrants: str, tmp_path: Path
) -> None:
    outputs = {"OUTPUT": str(tmp_path / "classes.tif"), "POLYGONS": str(tmp_path / "polygons.gpkg")}
    layer = QgsVectorLayer(run("segment", CLUSTERS=quadrants, CLASSES="wet=0; green=1", **outputs)["POLYGONS"])
    for category in layer.renderer().categories():
        fill = category.symbol().symbolLayer(0)
        assert 0.3 <= fill.color().alphaF() <= 0.4
        assert fill.strokeColor().alpha() == 255
        assert fill.strokeColor().lightness() < fill.color().lightness()
    registry = QgsApplication.fieldFormatterRegistry()
    for name in ("area_m2", "perimeter", "compactness"):
        index = layer.fields().indexOf(name)
        setup = layer.editorWidgetSetup(index)
        shown = registry.fieldFormatter(setup.type()).representValue(layer, index, setup.config(), None, 12.3456789)
        assert shown.replace(",", ".") == "12.35"


def test_polygons_know_their_clusters_and_mean_confidence(run: Any, quadrants: str, tmp_path: Path) -> None:
    confidence = toys.write_raster(tmp_path / "confidence.tif", toys.quadrant_clusters()[None].astype(np.float32) / 4)
    results = run(
        "segment",
        CLUSTERS=quadrants,
        CLASSES="nature=0,1; roof=3",
        CONFIDENCE=confidence,
        OUTPUT=str(tmp_path / "classes.tif"),
        POLYGONS=str(tmp_path / "classes.gpkg"),
    )
    rows = {feature["class"]: feature for feature in QgsVectorLayer(results["POLYGONS"]).getFeatures()}
    assert rows["nature"]["clusters"] == "1,0", "the larger one first"
    assert 0.25 < rows["nature"]["confidence"] < 0.5
    assert (rows["roof"]["clusters"], rows["roof"]["confidence"]) == ("3", 1.0)
    classes = gdal.Open(results["OUTPUT"])
    table = classes.GetRasterBand(1).GetDefaultRAT()
    assert [table.GetValueAsString(row, 1) for row in range(table.GetRowCount())] == ["nature", "roof", "other"]


def test_an_extent_is_snapped_outwards_to_pixels(run: Any, quadrants: str, tmp_path: Path) -> None:
    left, top = toys.LEFT + 10.2, toys.TOP - 10.2
    results = run(
        "segment",
        CLUSTERS=quadrants,
        CLASSES="wet=0",
        EXTENT=f"{left},{left + 9},{top - 9},{top} [EPSG:32633]",
        OUTPUT=str(tmp_path / "part.tif"),
    )
    assert toys.grid(results["OUTPUT"])[:2] == (19, 19)
    assert toys.grid(results["OUTPUT"])[2][0] == toys.LEFT + 10


def test_a_raster_and_a_model_do_instead_of_clusters(
    run: Any, raster: str, model: str, clusters: str, tmp_path: Path
) -> None:
    results = run("segment", INPUT=raster, MODEL=model, CLASSES="first=0-2", OUTPUT=str(tmp_path / "classes.tif"))
    expected = np.array([0, 1, 1, 1, 2, 2, 2], np.uint8)[toys.read(clusters)]
    assert np.array_equal(toys.read(results["OUTPUT"]), expected)


def test_qgis_process_sieves_and_reads_a_selection(qgis_process: Any, tmp_path: Path) -> None:
    speckled = toys.quadrant_clusters()
    speckled[20:22, 20:22] = 4
    clusters = toys.write_raster(tmp_path / "speckled.tif", speckled[None])
    classes = [{"name": "Dach & Straße", "colour": "#102030", "clusters": [3]}]
    selection = tmp_path / "selection.json"
    selection.write_text(json.dumps({"format_version": 1, "model": "", "classes": classes}))
    finished = qgis_process.run(
        "clusternet:segment",
        CLUSTERS=clusters,
        SELECTION=selection,
        SIEVE="10",
        MIN_AREA="1.5",
        OUTPUT=tmp_path / "classes.tif",
        POLYGONS=tmp_path / "polygons.gpkg",
    )
    assert finished.code == 0, finished.text
    expected = np.array([0, 2, 2, 2, 1], np.uint8)[toys.quadrant_clusters()]
    assert np.array_equal(toys.read(tmp_path / "classes.tif")[0], expected)
    layer = QgsVectorLayer(finished.results["POLYGONS"])
    assert [feature["class"] for feature in layer.getFeatures()] == ["Dach & Straße"]


def test_layers_that_processing_loads_are_styled(
    plugin: Any, quadrants: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = QgsProject.instance()
    view = QgsLayerTreeView()
    view.setModel(QgsLayerTreeModel(project.layerTreeRoot()))
    monkeypatch.setattr(qgis.utils.iface, "layerTreeView", lambda: view, raising=False)
    try:
        for name in ("first", "second"):  # what serves a layer must go with its run, and only once
            parameters = {
                "CLUSTERS": quadrants,
                "CLASSES": "wet=0; green=1",
                "OUTPUT": str(tmp_path / f"{name}.tif"),
                "POLYGONS": str(tmp_path / f"{name}.gpkg"),
            }
            processing.runAndLoadResults("clusternet:segment", parameters)
            gc.collect()
        layers = list(project.mapLayers().values())
        rasters = [layer for layer in layers if isinstance(layer, QgsRasterLayer)]
        polygons = [layer for layer in layers if isinstance(layer, QgsVectorLayer)]
        assert (len(rasters), len(polygons)) == (2, 2)
        for layer in rasters:
            assert [entry.label for entry in layer.renderer().classes()] == ["wet", "green", "other"]
        for layer in polygons:
            assert isinstance(layer.renderer(), QgsCategorizedSymbolRenderer)
        tree = project.layerTreeRoot()
        order = [layer.id() for layer in tree.layerOrder()]
        for raster, layer in zip(*(sorted(kind, key=lambda one: one.source()) for kind in (rasters, polygons))):
            assert order.index(layer.id()) < order.index(raster.id()), "polygons lie on top"
            assert tree.findLayer(layer.id()).isVisible()
            assert not tree.findLayer(raster.id()).isVisible()
    finally:
        project.removeAllMapLayers()


def test_less_sure_pixels_become_other_and_the_report_shows_what_is_kept(
    run: Any, quadrants: str, tmp_path: Path
) -> None:
    values = toys.quadrant_clusters()
    confidence = toys.write_raster(tmp_path / "confidence.tif", values[None].astype(np.float32) / 4)
    results = run(
        "segment",
        CLUSTERS=quadrants,
        CLASSES="wet=0; green=1; roof=3",
        CONFIDENCE=confidence,
        MIN_CONFIDENCE=0.4,
        OUTPUT=str(tmp_path / "classes.tif"),
        POLYGONS=str(tmp_path / "classes.gpkg"),
    )
    assert np.array_equal(toys.read(results["OUTPUT"])[0], np.array([0, 4, 2, 4, 3])[values])
    assert {feature["class"] for feature in QgsVectorLayer(results["POLYGONS"]).getFeatures()} == {"green", "roof"}
    polygons = {"INPUT": quadrants, "CONFIDENCE": confidence, "OUTPUT": str(tmp_path / "polygons.gpkg")}
    layer = QgsVectorLayer(run("polygons", MIN_CONFIDENCE=0.4, **polygons)["OUTPUT"])
    assert {feature["class"] for feature in layer.getFeatures()} == {"class 2", "class 3", "class 4", "other"}
    report = str(tmp_path / "report.html")
    run("evaluate", INPUT=quadrants, REFERENCE=quadrants, CONFIDENCE=confidence, REPORT=report)
    assert "Surer maps with less area" in Path(report).read_text(encoding="utf-8")


def test_a_least_confidence_without_a_raster_of_it_is_refused(run: Any, quadrants: str, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="give CONFIDENCE"):
        run("segment", CLUSTERS=quadrants, CLASSES="a=0", MIN_CONFIDENCE=0.5, OUTPUT=str(tmp_path / "a.tif"))


def test_what_is_idle_or_leaves_nothing_is_said(run: Any, quadrants: str, tmp_path: Path) -> None:
    unsure = np.full(toys.quadrant_clusters()[None].shape, 0.2, np.float32)
    confidence = toys.write_raster(tmp_path / "confidence.tif", unsure)
    settings = {"CLUSTERS": quadrants, "CLASSES": "wet=0", "OUTPUT": str(tmp_path / "classes.tif")}
    feedback = toys.Heard()
    run("segment", feedback=feedback, SIMPLIFY=3, RIGHT_ANGLES="wet", **settings)
    assert "SIMPLIFY, RIGHT_ANGLES: not used without POLYGONS." in feedback.textLog()
    run(
        "segment",
        feedback=feedback,
        CONFIDENCE=confidence,
        MIN_CONFIDENCE=0.5,
        POLYGONS=str(tmp_path / "polygons.gpkg"),
        **settings,
    )
    assert "MIN_CONFIDENCE is 0.5: lower it if no polygon is left." in feedback.textLog()
