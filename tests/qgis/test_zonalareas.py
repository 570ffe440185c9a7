"""clusternet:zonalareas."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from osgeo import ogr
from qgis.core import (
    QgsField,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant


@pytest.fixture
def named(tmp_path: Path) -> str:
    """The quadrants with their names."""
    path = toys.write_raster(tmp_path / "named.tif", toys.quadrant_clusters()[None])
    toys.name_values(path, {i + 1: (name, colour) for i, (name, (colour, _)) in enumerate(toys.QUADRANTS.items())})
    return path


def zones(tmp_path: Path, epsg: int = toys.EPSG) -> str:
    """All of the raster, and a strip across two quadrants whose borders cut pixels."""
    left, right, _, top = toys.EXTENT
    strip = (left + 10.2, right - 10.2, top - 12.1, top - 10.3)
    return toys.write_polygons(tmp_path / f"zones{epsg}.gpkg", [("all", toys.EXTENT), ("strip", strip)], epsg)


def rows(path: str) -> list[dict[str, Any]]:
    dataset = ogr.Open(path)
    return [feature.items() for feature in dataset.GetLayer(0)]


def heard() -> Any:
    from qgis.core import QgsProcessingFeedback

    class Heard(QgsProcessingFeedback):
        def __init__(self) -> None:
            super().__init__()
            self.text: list[str] = []

        def pushInfo(self, info: str) -> None:
            self.text.append(info)

    return Heard()


@pytest.mark.parametrize("epsg", [toys.EPSG, 3857])
def test_areas_of_zones_in_any_system(run: Any, named: str, tmp_path: Path, epsg: int) -> None:
    feedback = heard()
    table = str(tmp_path / "areas.csv")
    results = run(
        "zonalareas",
        feedback,
        INPUT=named,
        ZONES=zones(tmp_path, epsg),
        ZONE_FIELD="label",
        OUTPUT=str(tmp_path / "areas.gpkg"),
        TABLE=table,
    )
    whole, strip = rows(results["OUTPUT"])
    assert (whole["zone"], strip["zone"]) == ("all", "strip")
    counts = np.bincount(toys.quadrant_clusters().ravel())[1:] / (toys.quadrant_clusters() > 0).sum()
    assert [whole[f"{name}_share"] for name in toys.QUADRANTS] == pytest.approx(counts.tolist(), abs=1e-4)
    assert whole["mapped_share"] == pytest.approx(1 - toys.EMPTY**2 / toys.SIZE**2, abs=1e-4)
    half = 1.8 * (24 - 10.2)
    assert strip["water_m2"] == pytest.approx(half, rel=2e-3)
    assert strip["wood_m2"] == pytest.approx(half, rel=2e-3)
    assert strip["roof_m2"] == 0
    with open(table, newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == 8
    assert float(lines[0]["area_ha"]) == pytest.approx(whole["water_m2"] / 10_000)
    assert any("counts of a map with errors" in text for text in feedback.text)


def test_a_sample_gives_intervals(run: Any, named: str, tmp_path: Path) -> None:
    """In a tenth of the places, what the map calls a roof is a field."""
    left, right, bottom, top = toys.EXTENT
    random = np.random.default_rng(0)
    boxes = []
    for x, y in random.uniform((left + 5, bottom), (right, top - 5), (300, 2)):
        quadrant = list(toys.QUADRANTS)[int(x > (left + right) / 2) + 2 * int(y < (bottom + top) / 2)]
        is_wrong = quadrant == "roof" and random.random() < 0.3
        boxes.append(("field" if is_wrong else quadrant, (x, x + 0.1, y, y + 0.1)))
    sample = toys.write_polygons(tmp_path / "sample.gpkg", boxes)
    dataset = ogr.Open(sample, 1)
    layer = dataset.GetLayer(0)
    points = dataset.CreateLayer("points", layer.GetSpatialRef(), ogr.wkbPoint)
    points.CreateField(ogr.FieldDefn("label", ogr.OFTString))
    for feature in layer:
        point = ogr.Feature(points.GetLayerDefn())
        point.SetGeometry(feature.GetGeometryRef().Centroid())
        point.SetField("label", feature.GetField("label"))
        points.CreateFeature(point)
    del points, layer, dataset
    results = run(
        "zonalareas",
        INPUT=named,
        ZONES=zones(tmp_path),
        SAMPLE=QgsVectorLayer(f"{sample}|layername=points", "points"),
        SAMPLE_FIELD="label",
        OUTPUT=str(tmp_path / "areas.gpkg"),
        TABLE=str(tmp_path / "areas.csv"),
    )
    whole = rows(results["OUTPUT"])[0]
    assert whole["roof_corrected_m2"] == pytest.approx(0.7 * whole["roof_m2"], rel=0.15)
    assert whole["field_low_m2"] < 1.3 * whole["field_m2"] < whole["field_high_m2"]
    with open(tmp_path / "areas.csv", newline="") as file:
        assert {"corrected_ha", "low_ha", "high_ha"} < set(next(csv.DictReader(file)))


def test_fields_that_only_the_layer_has_name_zones(run: Any, named: str, tmp_path: Path) -> None:
    layer = QgsVectorLayer(zones(tmp_path), "zones")
    layer.addExpressionField("upper(label)", QgsField("loud", QVariant.String))
    results = run("zonalareas", INPUT=named, ZONES=layer, ZONE_FIELD="loud", OUTPUT=str(tmp_path / "areas.gpkg"))
    assert [row["zone"] for row in rows(results["OUTPUT"])] == ["ALL", "STRIP"]


@pytest.mark.parametrize("ending", ["shp", "geojson", "fgb", "csv"])
def test_other_formats_hold_the_zones(run: Any, named: str, tmp_path: Path, ending: str) -> None:
    results = run("zonalareas", INPUT=named, ZONES=zones(tmp_path), OUTPUT=str(tmp_path / f"areas.{ending}"))
    layer = QgsVectorLayer(results["OUTPUT"], "areas")
    assert layer.isValid()
    assert layer.featureCount() == 2


def test_qgis_process_writes_layer_and_table(qgis_process: Any, named: str, tmp_path: Path) -> None:
    finished = qgis_process.run(
        "clusternet:zonalareas",
        INPUT=named,
        ZONES=zones(tmp_path),
        ZONE_FIELD="label",
        OUTPUT=tmp_path / "areas.gpkg",
        TABLE=tmp_path / "areas.csv",
    )
    assert finished.code == 0, finished.text
    assert len(rows(str(tmp_path / "areas.gpkg"))) == 2
    assert (tmp_path / "areas.csv").exists()


def test_an_output_in_memory_is_a_temporary_file(
    run: Any, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As scripts ask QGIS' own algorithms for it; a file named memory: in the current folder is no answer."""
    import processing

    monkeypatch.chdir(tmp_path)
    output = run("zonalareas", INPUT=named, ZONES=zones(tmp_path), OUTPUT="memory:areas")["OUTPUT"]
    assert Path(output).is_absolute()
    assert len(rows(output)) == 2
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    loaded = QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())
    parameters = {"INPUT": named, "ZONES": zones(tmp_path), "OUTPUT": loaded}
    output = processing.run("clusternet:zonalareas", parameters, context=context, feedback=heard())["OUTPUT"]
    assert list(context.layersToLoadOnCompletion()) == [output]
    assert not list(tmp_path.glob("memory*"))


def test_a_format_that_loses_names_is_refused_before_the_work(run: Any, tmp_path: Path) -> None:
    """A Shapefile cuts the names of fields to ten bytes, and two of them become one."""
    path = toys.write_raster(tmp_path / "named.tif", toys.quadrant_clusters()[None])
    toys.name_values(path, {1: ("grassland dry", (200, 180, 90)), 2: ("grassland wet", (60, 140, 60))})
    feedback = heard()
    with pytest.raises(Exception, match=r"Shapefile.*use \.gpkg"):
        run("zonalareas", feedback, INPUT=path, ZONES=zones(tmp_path), OUTPUT=str(tmp_path / "areas.shp"))
    assert not any("counts of a map" in text for text in feedback.text)
    assert not list(tmp_path.glob("areas*"))
