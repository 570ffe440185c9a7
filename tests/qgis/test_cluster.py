"""clusternet:cluster."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from osgeo import gdal
from qgis.core import (
    QgsPalettedRasterRenderer,
    QgsProcessingException,
    QgsRasterLayer,
    QgsSingleBandPseudoColorRenderer,
)

from clusternet_qgis.core.io import palette
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.selection.selection import parse, save


def test_the_result_has_the_rasters_pixels(clusters: str, raster: str) -> None:
    assert toys.grid(clusters) == toys.grid(raster)
    values, image = toys.read(clusters)[0], toys.read(raster)
    assert np.array_equal(values > 0, (image > 0).all(0))
    assert values.max() <= 6
    assert gdal.Open(clusters).GetRasterBand(1).GetNoDataValue() == 0


def test_quadrants_fall_into_different_clusters(clusters: str) -> None:
    assert toys.purity(toys.read(clusters)[0]) > 0.6  # one cluster for all gives 0.25


def test_qgis_shows_clusters_by_name_and_colour(clusters: str, model: str) -> None:
    layer = QgsRasterLayer(clusters)
    renderer = layer.renderer()
    assert isinstance(renderer, QgsPalettedRasterRenderer)
    shown = [(entry.value, entry.label, entry.color.name()) for entry in renderer.classes()]
    colours = cluster_model.load(model).colours
    expected = [(i + 1, f"cluster {i}", palette.hex_colour(colour)) for i, colour in enumerate(colours)]
    assert len(colours) == 6
    assert shown == expected


def test_confidence_is_shown_from_0_to_1(run: Any, raster: str, model: str, tmp_path: Path) -> None:
    outputs = {"OUTPUT": str(tmp_path / "clusters.tif"), "CONFIDENCE": str(tmp_path / "confidence.tif")}
    layer = QgsRasterLayer(run("cluster", INPUT=raster, MODEL=model, **outputs)["CONFIDENCE"])
    renderer = layer.renderer()
    assert isinstance(renderer, QgsSingleBandPseudoColorRenderer)
    items = renderer.shader().rasterShaderFunction().colorRampItemList()
    assert (items[0].value, items[-1].value) == (0, 1)
    assert items[0].color.lightness() < items[-1].color.lightness()


def test_confidence_and_features_come_on_the_same_pixels(
    run: Any, raster: str, model: str, clusters: str, tmp_path: Path
) -> None:
    results = run(
        "cluster",
        INPUT=raster,
        MODEL=model,
        OUTPUT=str(tmp_path / "clusters.tif"),
        CONFIDENCE=str(tmp_path / "confidence.tif"),
        FEATURES=str(tmp_path / "features.tif"),
    )
    assert np.array_equal(toys.read(results["OUTPUT"]), toys.read(clusters))
    assert results["CLUSTER_COUNT"] == len(np.unique(toys.read(clusters))) - 1
    assert results["SEAM_INDEX"] >= 0
    valid = toys.read(clusters)[0] > 0
    confidence, features = toys.read(results["CONFIDENCE"])[0], toys.read(results["FEATURES"])
    assert np.array_equal(np.isfinite(confidence), valid)
    assert 0 <= np.nanmin(confidence) <= np.nanmax(confidence) <= 1
    assert len(features) == cluster_model.load(model).centroids.shape[1]
    assert np.array_equal(np.isfinite(features).all(0), valid)


def test_qgis_process_takes_an_extent_in_another_system(
    qgis_process: Any, raster: str, model: str, clusters: str, tmp_path: Path
) -> None:
    left, right, bottom, top = toys.in_system((toys.LEFT + 10, toys.LEFT + 30, toys.TOP - 20, toys.TOP - 5), 4326)
    finished = qgis_process.run(
        "clusternet:cluster",
        INPUT=raster,
        MODEL=model,
        BANDS=[1, 2, 3],
        EXTENT=f"{left},{right},{bottom},{top} [EPSG:4326]",
        DEVICE="cpu",
        MEMORY_MB="512",
        OUTPUT=tmp_path / "part.tif",
    )
    assert finished.code == 0, finished.text
    assert isinstance(finished.results["CLUSTER_COUNT"], int)
    width, height, transform, epsg = toys.grid(tmp_path / "part.tif")
    col, row = (transform[0] - toys.LEFT) / toys.PIXEL, (toys.TOP - transform[3]) / toys.PIXEL
    assert (col, row, epsg) == (int(col), int(row), toys.EPSG)
    # The extent, grown by what it turns between the systems, and snapped outwards.
    assert 15 <= col <= 20
    assert 5 <= row <= 10
    assert col + width >= 60
    assert row + height >= 40
    part = toys.read(tmp_path / "part.tif")[0]
    whole = toys.read(clusters)[0][int(row) : int(row) + height, int(col) : int(col) + width]
    assert (part == whole).mean() > 0.999


def test_probabilities_of_the_classes_of_a_selection(run: Any, raster: str, model: str, tmp_path: Path) -> None:
    chosen = parse("wet=0,1; dry=2,3")
    save(chosen, tmp_path / "selection.json")
    outputs = {"OUTPUT": str(tmp_path / "c.tif"), "PROBABILITIES": str(tmp_path / "p.tif")}
    results = run("cluster", INPUT=raster, MODEL=model, SELECTION=str(tmp_path / "selection.json"), **outputs)
    values, clusters = toys.read(results["PROBABILITIES"]), toys.read(results["OUTPUT"])[0]
    bands = gdal.Open(results["PROBABILITIES"])
    assert [bands.GetRasterBand(band).GetDescription() for band in (1, 2, 3)] == ["wet", "dry", "other"]
    assert values.sum(0)[clusters > 0].round(4).tolist() == [1] * int((clusters > 0).sum())
    assert np.isnan(values[:, clusters == 0]).all()


def test_probabilities_without_a_selection_are_refused(run: Any, raster: str, model: str, tmp_path: Path) -> None:
    outputs = {"OUTPUT": str(tmp_path / "c.tif"), "PROBABILITIES": str(tmp_path / "p.tif")}
    with pytest.raises(QgsProcessingException, match="needs the classes"):
        run("cluster", INPUT=raster, MODEL=model, **outputs)
