"""clusternet:separateobjects."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from osgeo import ogr
from qgis.core import QgsProcessingException


@pytest.fixture
def trees(tmp_path: Path) -> str:
    """Two crowns that touch, and one that stands free, on grass."""
    rows, cols = np.mgrid[: toys.SIZE, : toys.SIZE]
    values = np.full((toys.SIZE, toys.SIZE), 2, np.uint8)
    for row, col in ((30, 30), (30, 48), (70, 70)):
        values[(rows - row) ** 2 + (cols - col) ** 2 <= 100] = 1
    path = toys.write_raster(tmp_path / "trees.tif", values[None])
    toys.name_values(path, {1: ("tree", (30, 110, 40)), 2: ("grass", (150, 200, 90))})
    return path


def rows_of(path: str) -> list[dict[str, Any]]:
    dataset = ogr.Open(path)
    return [feature.items() for feature in dataset.GetLayer(0)]


def test_trees_are_counted_and_markers_corrected(run: Any, trees: str, raster: str, tmp_path: Path) -> None:
    points = str(tmp_path / "points.gpkg")
    results = run("separateobjects", INPUT=trees, CLASSES="tree", OUTPUT=str(tmp_path / "o.gpkg"), POINTS=points)
    assert results["COUNT"] == 3
    rows = rows_of(results["OUTPUT"])
    assert [row["class"] for row in rows] == ["tree"] * 3
    assert list(rows[0]) == ["id", "class", "area_m2", "diameter", "confidence"]
    assert len(rows_of(points)) == 3
    again = run(
        "separateobjects", INPUT=trees, CLASSES="tree", IMAGE=raster, HEIGHT=raster, MARKERS=points, MODE="straight",
        OUTPUT=str(tmp_path / "again.gpkg"),
    )  # fmt: skip
    assert again["COUNT"] == 3
    assert "height" in rows_of(again["OUTPUT"])[0]


def test_classes_that_do_not_exist_are_listed(run: Any, trees: str, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="tree, grass"):
        run("separateobjects", INPUT=trees, CLASSES="oak", OUTPUT=str(tmp_path / "o.gpkg"))
    assert not (tmp_path / "o.gpkg").exists()
