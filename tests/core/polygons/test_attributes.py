"""What polygons tell of their shape and their neighbours."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import ogr
from toy_rasters import NORTH_UP, ROTATED, SOUTH_UP, write

from clusternet_qgis.core.polygons import PolygonOptions, polygonise
from clusternet_qgis.core.polygons.neighbours import neighbour_texts
from clusternet_qgis.core.polygons.rectangles import smallest_rectangles

NAMES = ("", "grass", "road", "roof")


def rows(path: Path) -> list[dict[str, Any]]:
    dataset = ogr.Open(str(path))
    return [feature.items() for feature in dataset.GetLayer(0)]


@pytest.mark.parametrize("angle", [0, 13.37, 45, 89, 90, 134.4, 179])
def test_a_turned_rectangle_is_found(angle: float) -> None:
    """The direction of its longer side is counted from north to east."""
    along = np.array([math.sin(math.radians(angle)), math.cos(math.radians(angle))])
    across = np.array([along[1], -along[0]])
    corners = [a * 10 * along + b * 3 * across + [500, -200] for a, b in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))]
    square = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
    found = smallest_rectangles(np.array([*square, *corners]), np.array([0, 5]))
    assert np.allclose(found.length, [2, 10], rtol=1e-3)
    assert np.allclose(found.width, [2, 3], rtol=2e-3)
    assert np.allclose(found.elongation, [0, 0.7], atol=2e-3)
    assert min(abs(found.orientation[1] - angle) % 180, 180 - abs(found.orientation[1] - angle) % 180) < 0.05


def test_neighbours_by_hand() -> None:
    """Grass has a border of 10, 4 of it to the road; the road also one of 10, 1 of it to the roof, which has 4."""
    left, right = np.array([2, 1, 3, 2, 3]), np.array([1, 0, 2, 0, 0])
    texts = neighbour_texts(left, right, np.array([4.0, 6, 1, 5, 3]), np.array([0, 2, 3, 4]), dict(enumerate(NAMES)))
    assert [json.loads(text) for text in texts[1:]] == [{"road": 0.4}, {"grass": 0.4, "roof": 0.1}, {"road": 0.25}]
    assert list(json.loads(texts[2])) == ["grass", "roof"]


def test_many_long_names_fit_in_254_bytes_and_stay_json() -> None:
    count = 40
    names = {value: f"class number {value} with a long name ü" for value in range(count)}
    left, right = np.full(count - 1, count), np.arange(1, count)
    texts = neighbour_texts(left, right, np.arange(count - 1) + 1.0, np.arange(count + 1), names)
    assert len(texts[count].encode()) <= 254
    assert next(iter(json.loads(texts[count]))) == names[count - 2]


@pytest.mark.parametrize("transform", [NORTH_UP, SOUTH_UP, ROTATED])
def test_polygons_have_shape_and_neighbours(tmp_path: Path, transform: tuple[float, ...]) -> None:
    classes = np.ones((20, 30), np.uint8)
    classes[5:9, 10:20] = 2
    classes[9:14, 10:15] = 3
    polygonise(write(tmp_path / "a.tif", classes, transform, no_data=0, names=NAMES), tmp_path / "out.gpkg")
    grass, road, roof = sorted(rows(tmp_path / "out.gpkg"), key=lambda row: row["class_id"])
    assert (road["length"], road["width"]) == (pytest.approx(20, rel=5e-3), pytest.approx(8, rel=5e-3))
    assert road["elongation"] == pytest.approx(0.6, abs=5e-3)
    direction = math.degrees(math.atan2(transform[1], transform[4])) % 180
    assert road["orientation"] == pytest.approx(direction, abs=0.5)
    assert json.loads(road["neighbours"]) == pytest.approx({"grass": 23 / 28, "roof": 5 / 28}, abs=2e-3)
    assert json.loads(roof["neighbours"]) == pytest.approx({"grass": 15 / 20, "road": 5 / 20}, abs=2e-3)
    assert json.loads(grass["neighbours"]) == pytest.approx({"road": 23 / 138, "roof": 15 / 138}, abs=2e-3)


def test_lengths_are_those_on_the_ground_and_pixels_without_a_system(tmp_path: Path) -> None:
    """At 60 degrees of latitude the web's Mercator is twice as large as the ground."""
    classes = np.zeros((20, 30), np.uint8)
    classes[5:9, 10:20] = 2
    web = write(tmp_path / "web.tif", classes, (0.0, 2.0, 0.0, 8399738.0, 0.0, -2.0), 3857, no_data=0)
    degrees = write(tmp_path / "degrees.tif", classes, (10.0, 2e-5, 0.0, 60.0, 0.0, -1e-5), 4326, no_data=0)
    none = write(tmp_path / "none.tif", classes, None, None, no_data=0)
    found = {}
    for path in (web, degrees, none):
        polygonise(path, tmp_path / "out.gpkg", PolygonOptions())
        (found[path],) = rows(tmp_path / "out.gpkg")
    assert (found[web]["length"], found[web]["width"]) == (pytest.approx(10, rel=0.01), pytest.approx(4, rel=0.01))
    assert found[degrees]["length"] == pytest.approx(10 * 2e-5 * 111_320 * 0.5, rel=0.01)
    assert found[degrees]["width"] == pytest.approx(4 * 1e-5 * 111_412, rel=0.01)
    assert (found[none]["length"], found[none]["width"], found[none]["orientation"]) == pytest.approx(
        (10, 4, 90), rel=1e-6
    )
    assert found[none]["neighbours"] == "{}"
