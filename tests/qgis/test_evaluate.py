"""clusternet:evaluate."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
import toys
from osgeo import ogr


def test_a_perfect_map_scores_one(run: Any, quadrants: str) -> None:
    results = run("evaluate", INPUT=quadrants, REFERENCE=quadrants)
    assert (results["ACCURACY"], results["MEAN_IOU"], results["MEAN_DICE"]) == (1, 1, 1)
    assert set(results) == {"ACCURACY", "MEAN_IOU", "MEAN_DICE"}


def test_a_raster_is_held_against_polygons_by_name(run: Any, quadrants: str, reference: str, tmp_path: Path) -> None:
    named = toys.write_raster(tmp_path / "named.tif", toys.read(quadrants))
    toys.name_values(named, {i + 1: (name, colour) for i, (name, (colour, _)) in enumerate(toys.QUADRANTS.items())})
    results = run(
        "evaluate",
        INPUT=named,
        REFERENCE=reference,
        REFERENCE_FIELD="label",
        REPORT=str(tmp_path / "report.html"),
        TABLE=str(tmp_path / "table.csv"),
    )
    assert results["ACCURACY"] > 0.99
    page = Path(results["REPORT"]).read_text()
    assert all(name in page for name in toys.QUADRANTS)
    with open(results["TABLE"], newline="") as file:
        assert {row["class"] for row in csv.DictReader(file)} >= set(toys.QUADRANTS)


def test_points_are_a_sample_of_the_map(run: Any, quadrants: str, tmp_path: Path) -> None:
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "points.gpkg"))
    layer = dataset.CreateLayer("points", toys.system(toys.EPSG), ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTString))
    for value, (left, right, bottom, top) in enumerate((box for _, box in toys.quadrant_boxes()), start=1):
        for share in (0.3, 0.5, 0.7):
            feature = ogr.Feature(layer.GetLayerDefn())
            x, y = left + share * (right - left), bottom + 0.5 * (top - bottom)
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT({x} {y})"))
            feature.SetField("value", str(value))
            layer.CreateFeature(feature)
    del layer, dataset
    results = run(
        "evaluate",
        INPUT=quadrants,
        REFERENCE=str(tmp_path / "points.gpkg"),
        REFERENCE_FIELD="value",
        REPORT=str(tmp_path / "report.html"),
    )
    assert results["ACCURACY"] == 1
    assert "estimated from the sample" in Path(results["REPORT"]).read_text()


def test_qgis_process_scores_a_known_error(qgis_process: Any, quadrants: str, tmp_path: Path) -> None:
    wrong = toys.quadrant_clusters()
    wrong[wrong == 4] = 3
    finished = qgis_process.run(
        "clusternet:evaluate", INPUT=toys.write_raster(tmp_path / "wrong.tif", wrong[None]), REFERENCE=quadrants
    )
    assert finished.code == 0, finished.text
    valid = (toys.quadrant_clusters() > 0).sum()
    assert finished.results["ACCURACY"] == pytest.approx(1 - 48 * 48 / valid)
    assert finished.results["MEAN_IOU"] == pytest.approx((1 + 1 + 0.5 + 0) / 4)
