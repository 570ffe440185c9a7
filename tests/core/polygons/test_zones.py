"""What other rasters say within polygons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import ogr
from toy_rasters import NORTH_UP, write

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.polygons import PolygonOptions, ZoneRasters, polygonise, regions, zones

# Two classes, left and right; the left one is of clusters 7 and 300, with a speck of cluster 2.
CLASSES = np.repeat([[1, 2]], [6, 4], axis=1).repeat(10, axis=0).astype(np.uint8)
CLUSTERS = np.repeat([[8, 301, 3]], [2, 4, 4], axis=1).repeat(10, axis=0).astype(np.uint16)
CLUSTERS[0, 0] = 3


@pytest.fixture
def classes(tmp_path: Path) -> str:
    return write(tmp_path / "classes.tif", CLASSES, no_data=0)


def attributes(path: Path) -> list[dict[str, Any]]:
    dataset = ogr.Open(str(path))
    return sorted((feature.items() for feature in dataset.GetLayer(0)), key=lambda row: row["class_id"])


@pytest.mark.parametrize("extension", ["gpkg", "shp", "geojson", "fgb"])
@pytest.mark.parametrize("pairs_at_once", [1, zones._PAIRS_AT_ONCE])
def test_each_polygon_has_its_clusters_and_mean_confidence(
    tmp_path: Path, classes: str, monkeypatch: pytest.MonkeyPatch, extension: str, pairs_at_once: int
) -> None:
    monkeypatch.setattr(regions, "STRIP_PIXELS", 20)
    monkeypatch.setattr(zones, "_PAIRS_AT_ONCE", pairs_at_once)
    confidence = np.random.default_rng(0).uniform(size=CLASSES.shape).astype(np.float32)
    confidence[2, 3] = np.nan
    given = ZoneRasters(
        write(tmp_path / "confidence.tif", confidence, no_data=float("nan")),
        write(tmp_path / "clusters.tif", CLUSTERS, no_data=0),
    )
    polygonise(classes, tmp_path / f"out.{extension}", zones=given)
    left, right = attributes(tmp_path / f"out.{extension}")
    assert (left["clusters"], right["clusters"]) == ("300,7", "2")
    assert left["confidence"] == pytest.approx(np.nanmean(confidence[CLASSES == 1]))
    assert right["confidence"] == pytest.approx(confidence[CLASSES == 2].mean())


def test_merged_regions_count_for_what_they_went_into(tmp_path: Path) -> None:
    values = np.ones((10, 10), np.uint8)
    values[4:7, 4:7] = 2
    confidence = write(tmp_path / "confidence.tif", np.where(values == 2, 1, 0).astype(np.float32))
    path = tmp_path / "out.gpkg"
    source = write(tmp_path / "classes.tif", values, no_data=0)
    polygonise(source, path, PolygonOptions(min_area=80), ZoneRasters(confidence))
    assert [row["confidence"] for row in attributes(path)] == [pytest.approx(0.09)]


def test_where_nothing_is_known_the_attributes_are_empty(tmp_path: Path, classes: str) -> None:
    """The rasters may cover a part of the classes only, on pixels of their own."""
    place = (NORTH_UP[0] + 12, 2.0, 0.0, NORTH_UP[3], 0.0, -2.0)
    confidence = write(tmp_path / "confidence.tif", np.full((10, 4), 0.5, np.float32), place)
    clusters = write(tmp_path / "clusters.tif", np.full((10, 4), 5, np.uint8), place, no_data=0)
    polygonise(classes, tmp_path / "out.gpkg", zones=ZoneRasters(confidence, clusters))
    left, right = attributes(tmp_path / "out.gpkg")
    assert (left["confidence"], left["clusters"]) == (None, "")
    assert (right["confidence"], right["clusters"]) == (0.5, "4")


def test_a_part_of_a_raster_without_georeference_finds_its_place(tmp_path: Path) -> None:
    clusters = write(tmp_path / "clusters.tif", CLUSTERS, None, None, no_data=0)
    part = write(tmp_path / "classes.tif", CLASSES[2:, 2:], (2.0, 1.0, 0.0, -2.0, 0.0, -1.0), None, no_data=0)
    polygonise(part, tmp_path / "out.gpkg", zones=ZoneRasters(clusters=clusters))
    assert [row["clusters"] for row in attributes(tmp_path / "out.gpkg")] == ["300", "2"]


def test_a_raster_of_unknown_place_is_one_sentence_and_leaves_nothing(tmp_path: Path, classes: str) -> None:
    confidence = write(tmp_path / "confidence.tif", np.ones((3, 3), np.float32), None, None)
    with pytest.raises(RasterError, match="no georeference"):
        polygonise(classes, tmp_path / "out.gpkg", zones=ZoneRasters(confidence))
    assert not (tmp_path / "out.gpkg").exists()
