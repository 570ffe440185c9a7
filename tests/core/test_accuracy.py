"""A map held against a reference, pixel by pixel."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from toy_rasters import box, pixel_box, write, write_shapes

from clusternet_qgis.core.accuracy import NOTHING, evaluate_map, write_table
from clusternet_qgis.core.errors import ClusterNetError
from clusternet_qgis.core.evaluation import score

# Truth: left half tree (1), right half roof (2). The map takes two columns of roof for tree.
TRUTH = np.where(np.arange(10)[None] < 5, 1, 2).repeat(4, 0).astype(np.uint8)
MAP = np.where(np.arange(10)[None] < 7, 1, 2).repeat(4, 0).astype(np.uint8)
NAMES = ["", "tree", "roof"]


def raster(path: Path, values: np.ndarray, names: list[str] | None = None) -> str:
    return write(path, values, no_data=0, names=names or [])


def test_scores_by_hand(tmp_path: Path) -> None:
    found = evaluate_map(raster(tmp_path / "m.tif", MAP, NAMES), raster(tmp_path / "t.tif", TRUTH, NAMES))
    assert found.classes == ("tree", "roof")
    assert found.confusion.tolist() == [[20, 8], [0, 12]]
    assert found.accuracy == pytest.approx(32 / 40)


def test_classes_meet_by_name_and_not_by_value(tmp_path: Path) -> None:
    swapped = np.array([0, 2, 1], np.uint8)[MAP]
    found = evaluate_map(
        raster(tmp_path / "m.tif", swapped, ["", "roof", "tree"]), raster(tmp_path / "t.tif", TRUTH, NAMES)
    )
    assert found.accuracy == pytest.approx(32 / 40)


@pytest.mark.parametrize(("map_names", "true_names"), [(NAMES, None), (None, NAMES), (None, None)])
def test_a_raster_without_names_is_matched_by_value(
    tmp_path: Path, map_names: list[str] | None, true_names: list[str] | None
) -> None:
    found = evaluate_map(raster(tmp_path / "m.tif", MAP, map_names), raster(tmp_path / "t.tif", TRUTH, true_names))
    assert found.accuracy == pytest.approx(32 / 40)
    assert found.classes == (("tree", "roof") if map_names or true_names else ("1", "2"))


def test_a_labelled_pixel_where_the_map_is_empty_is_wrong(tmp_path: Path) -> None:
    holed = MAP.copy()
    holed[0] = 0
    found = evaluate_map(raster(tmp_path / "m.tif", holed, NAMES), raster(tmp_path / "t.tif", TRUTH, NAMES))
    assert found.classes == ("tree", "roof", NOTHING)
    assert found.confusion.tolist() == [[15, 6, 0], [0, 9, 0], [5, 5, 0]]
    assert found.accuracy == pytest.approx(24 / 40)


def test_unlabelled_pixels_do_not_count(tmp_path: Path) -> None:
    sparse = np.where(np.arange(10)[None] < 5, TRUTH, 0).astype(np.uint8)
    found = evaluate_map(raster(tmp_path / "m.tif", MAP, NAMES), raster(tmp_path / "t.tif", sparse, NAMES))
    assert found.confusion.sum() == 20
    assert found.accuracy == 1


def test_polygons_against_a_raster_and_back(tmp_path: Path) -> None:
    layer = write_shapes(tmp_path / "m.gpkg", [(pixel_box(0, 0, 7, 4), "tree"), (pixel_box(7, 0, 10, 4), "roof")])
    truth = raster(tmp_path / "t.tif", TRUTH, NAMES)
    there = evaluate_map(layer, truth, "class")
    assert there.accuracy == pytest.approx(32 / 40)
    back = evaluate_map(truth, layer, reference_field="class")
    assert back.classes == ("roof", "tree")
    assert np.array_equal(back.confusion[::-1, ::-1], there.confusion.T)


def test_polygons_against_polygons(tmp_path: Path) -> None:
    first = write_shapes(tmp_path / "a.gpkg", [(box(0, 0, 70, 40), "tree"), (box(70, 0, 100, 40), "roof")])
    second = write_shapes(tmp_path / "b.gpkg", [(box(0, 0, 50, 40), "tree"), (box(50, 0, 100, 40), "roof")])
    found = evaluate_map(first, second, "class", "class")
    assert found.accuracy == pytest.approx(0.8, abs=0.01)


def test_an_area_limits_what_is_compared(tmp_path: Path) -> None:
    area = write_shapes(tmp_path / "area.gpkg", [(pixel_box(5, 0, 7, 4), "x")])
    found = evaluate_map(raster(tmp_path / "m.tif", MAP, NAMES), raster(tmp_path / "t.tif", TRUTH, NAMES), area=area)
    assert found.confusion.sum() == 8
    assert found.accuracy == 0


def test_nothing_in_common_is_one_sentence(tmp_path: Path) -> None:
    far = write(tmp_path / "far.tif", TRUTH, transform=(0, 2, 0, 100, 0, -2), no_data=0)
    with pytest.raises(ClusterNetError, match="overlaps"):
        evaluate_map(raster(tmp_path / "m.tif", MAP), far)


def test_the_table_holds_scores_and_counts(tmp_path: Path) -> None:
    write_table(score(np.array([[6, 0], [2, 0]]), ("tree", "roof")), str(tmp_path / "t.csv"))
    with (tmp_path / "t.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert rows[0] == {
        "class": "tree", "iou": "0.7500", "dice": "0.8571", "precision": "1.0000", "recall": "0.7500",
        "truly tree": "6", "truly roof": "0",
    }  # fmt: skip
    assert rows[1]["recall"] == ""
