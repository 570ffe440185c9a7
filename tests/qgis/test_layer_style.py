"""Results lie in the layer tree in an order in which all of them can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import toys
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

from clusternet_qgis.algorithms.layer_style import arrange
from clusternet_qgis.core.io.legend import cluster_legend


@pytest.fixture
def project() -> Iterator[QgsProject]:
    project = QgsProject.instance()
    project.removeAllMapLayers()
    yield project
    project.removeAllMapLayers()


def class_raster(folder: Path, classes: int) -> QgsRasterLayer:
    values = np.arange(toys.SIZE**2).reshape(1, toys.SIZE, toys.SIZE) % classes + 1
    path = toys.write_raster(folder / f"classes_{classes}.tif", values.astype(np.uint8))
    Path(path).with_suffix(".qml").write_text(cluster_legend(classes).style())
    return QgsRasterLayer(path, f"{classes} classes")


def test_a_long_legend_is_folded_and_a_short_one_is_not(project: QgsProject, tmp_path: Path) -> None:
    layers = project.addMapLayers([class_raster(tmp_path, 3), class_raster(tmp_path, 64)])
    arrange(layers, project)
    tree = project.layerTreeRoot()
    assert {layer.name(): tree.findLayer(layer.id()).isExpanded() for layer in layers} == {
        "3 classes": True, "64 classes": False,
    }  # fmt: skip
    assert all(tree.findLayer(layer.id()).isVisible() for layer in layers), "without polygons nothing is hidden"


@pytest.mark.parametrize("raster_first", [True, False])
def test_polygons_lie_above_their_raster_whichever_was_added_last(
    project: QgsProject, tmp_path: Path, raster_first: bool
) -> None:
    raster = class_raster(tmp_path, 3)
    polygons = QgsVectorLayer(toys.write_polygons(tmp_path / "p.gpkg", toys.quadrant_boxes()), "p", "ogr")
    for layer in (raster, polygons) if raster_first else (polygons, raster):
        project.addMapLayer(layer)
    arrange([polygons, raster], project)
    tree = project.layerTreeRoot()
    assert [layer.name() for layer in tree.layerOrder()] == ["p", "3 classes"]
    assert tree.findLayer(polygons.id()).isVisible()
    assert not tree.findLayer(raster.id()).isVisible()
    assert project.mapLayer(raster.id()) is raster
