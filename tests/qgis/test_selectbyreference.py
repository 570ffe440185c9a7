"""clusternet:selectbyreference."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import toys


def clusters_of(path: str | Path) -> dict[str, list[int]]:
    return {entry["name"]: entry["clusters"] for entry in json.loads(Path(path).read_text())["classes"]}


RIGHT = {"water": [0], "wood": [1], "field": [2], "roof": [3]}


def test_clusters_get_the_class_that_lies_on_them(run: Any, quadrants: str, reference: str, tmp_path: Path) -> None:
    results = run(
        "selectbyreference",
        CLUSTERS=quadrants,
        REFERENCE=reference,
        CLASS_FIELD="label",
        SELECTION=str(tmp_path / "selection.json"),
        TABLE=str(tmp_path / "table.csv"),
    )
    assert clusters_of(results["SELECTION"]) == RIGHT
    with open(results["TABLE"], newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["cluster"], row["class"]) for row in rows] == [
        ("0", "water"),
        ("1", "wood"),
        ("2", "field"),
        ("3", "roof"),
    ]


def test_one_class_leaves_the_rest_to_other(run: Any, quadrants: str, tmp_path: Path) -> None:
    water = toys.write_polygons(tmp_path / "water.gpkg", toys.quadrant_boxes()[:1])
    results = run(
        "selectbyreference",
        CLUSTERS=quadrants,
        REFERENCE=water,
        CLASS_FIELD="label",
        SELECTION=str(tmp_path / "s.json"),
    )
    assert clusters_of(results["SELECTION"]) == {"water": [0]}


def test_qgis_process_takes_a_reference_in_another_system(qgis_process: Any, quadrants: str, tmp_path: Path) -> None:
    reference = toys.write_polygons(tmp_path / "reference.gpkg", toys.quadrant_boxes(), epsg=4326)
    finished = qgis_process.run(
        "clusternet:selectbyreference",
        CLUSTERS=quadrants,
        REFERENCE=reference,
        CLASS_FIELD="label",
        FRACTION="0.5",
        SELECTION=tmp_path / "selection.json",
    )
    assert finished.code == 0, finished.text
    assert clusters_of(finished.results["SELECTION"]) == RIGHT
