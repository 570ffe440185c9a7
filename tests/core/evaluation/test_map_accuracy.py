"""A map held against a reference, pixel by pixel."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from toy_rasters import box, pixel_box, write, write_shapes

from clusternet_qgis.core.errors import ClusterNetError
from clusternet_qgis.core.evaluation.error_map import RIGHT_COLOUR, UNKNOWN_COLOUR, WRONG_COLOUR
from clusternet_qgis.core.evaluation.map_accuracy import Evaluation, evaluate_map
from clusternet_qgis.core.evaluation.metrics import NO_DATA_CLASS, Scores

# Truth: left half tree (1), right half roof (2). The map takes two columns of roof for tree.
TRUTH = np.where(np.arange(10)[None] < 5, 1, 2).repeat(4, 0).astype(np.uint8)
MAP = np.where(np.arange(10)[None] < 7, 1, 2).repeat(4, 0).astype(np.uint8)
NAMES = ["", "tree", "roof"]


def raster(path: Path, values: np.ndarray, names: list[str] | None = None) -> str:
    return write(path, values, no_data=0, names=names or [])


def scored(*arguments: str, **named: str) -> Scores:
    return evaluate_map(*arguments, **named).scores


def test_scores_by_hand(tmp_path: Path) -> None:
    found = scored(raster(tmp_path / "m.tif", MAP, NAMES), raster(tmp_path / "t.tif", TRUTH, NAMES))
    assert found.classes == ("tree", "roof")
    assert found.confusion.tolist() == [[20, 8], [0, 12]]
    assert found.accuracy == pytest.approx(32 / 40)


def test_classes_meet_by_name_and_not_by_value(tmp_path: Path) -> None:
    swapped = np.array([0, 2, 1], np.uint8)[MAP]
    found = scored(raster(tmp_path / "m.tif", swapped, ["", "roof", "tree"]), raster(tmp_path / "t.tif", TRUTH, NAMES))
    assert found.accuracy == pytest.approx(32 / 40)


@pytest.mark.parametrize(("map_names", "true_names"), [(NAMES, None), (None, NAMES), (None, None)])
def test_a_raster_without_names_is_matched_by_value(
    tmp_path: Path, map_names: list[str] | None, true_names: list[str] | None
) -> None:
    found = scored(raster(tmp_path / "m.tif", MAP, map_names), raster(tmp_path / "t.tif", TRUTH, true_names))
    assert found.accuracy == pytest.approx(32 / 40)
    assert found.classes == (("tree", "roof") if map_names or true_names else ("1", "2"))


def test_a_labelled_pixel_where_the_map_is_empty_is_wrong(tmp_path: Path) -> None:
    holed = MAP.copy()
    holed[0] = 0
    found = scored(raster(tmp_path / "m.tif", holed, NAMES), raster(tmp_path / "t.tif", TRUTH, NAMES))
    assert found.classes == ("tree", "roof", NO_DATA_CLASS)
    assert found.confusion.tolist() == [[15, 6, 0], [0, 9, 0], [5, 5, 0]]
    assert found.accuracy == pytest.approx(24 / 40)


def test_unlabelled_pixels_do_not_count(tmp_path: Path) -> None:
    sparse = np.where(np.arange(10)[None] < 5, TRUTH, 0).astype(np.uint8)
    found = scored(raster(tmp_path / "m.tif", MAP, NAMES), raster(tmp_path / "t.tif", sparse, NAMES))
    assert found.confusion.sum() == 20
    assert found.accuracy == 1


def test_polygons_against_a_raster_and_back(tmp_path: Path) -> None:
    layer = write_shapes(tmp_path / "m.gpkg", [(pixel_box(0, 0, 7, 4), "tree"), (pixel_box(7, 0, 10, 4), "roof")])
    truth = raster(tmp_path / "t.tif", TRUTH, NAMES)
    there = scored(layer, truth, "class")
    assert there.accuracy == pytest.approx(32 / 40)
    back = scored(truth, layer, reference_field="class")
    assert back.classes == ("roof", "tree")
    assert np.array_equal(back.confusion[::-1, ::-1], there.confusion.T)


def test_polygons_against_polygons(tmp_path: Path) -> None:
    first = write_shapes(tmp_path / "a.gpkg", [(box(0, 0, 70, 40), "tree"), (box(70, 0, 100, 40), "roof")])
    second = write_shapes(tmp_path / "b.gpkg", [(box(0, 0, 50, 40), "tree"), (box(50, 0, 100, 40), "roof")])
    found = scored(first, second, "class", "class")
    assert found.accuracy == pytest.approx(0.8, abs=0.01)


def test_an_area_limits_what_is_compared(tmp_path: Path) -> None:
    area = write_shapes(tmp_path / "area.gpkg", [(pixel_box(5, 0, 7, 4), "x")])
    found = scored(raster(tmp_path / "m.tif", MAP, NAMES), raster(tmp_path / "t.tif", TRUTH, NAMES), area=area)
    assert found.confusion.sum() == 8
    assert found.accuracy == 0


def test_nothing_in_common_is_one_sentence(tmp_path: Path) -> None:
    far = write(tmp_path / "far.tif", TRUTH, transform=(0, 2, 0, 100, 0, -2), no_data=0)
    with pytest.raises(ClusterNetError, match="overlaps"):
        evaluate_map(raster(tmp_path / "m.tif", MAP), far)


def test_classes_of_one_side_only_are_handled(tmp_path: Path) -> None:
    only_map = np.where(MAP == 2, 3, MAP).astype(np.uint8)
    found = scored(
        raster(tmp_path / "m.tif", only_map, ["", "tree", "", "water"]), raster(tmp_path / "t.tif", TRUTH, NAMES)
    )
    assert found.classes == ("tree", "roof", "water")
    assert found.iou.tolist() == [20 / 28, 0, 0]
    assert found.mean_iou == pytest.approx(10 / 28), "water is in no mean"


def test_the_map_of_errors_shows_each_pixel(tmp_path: Path) -> None:
    unlabelled = TRUTH.copy()
    unlabelled[:, 0] = 0
    found = evaluate_map(raster(tmp_path / "m.tif", MAP, NAMES), raster(tmp_path / "t.tif", unlabelled, NAMES))
    assert found.errors.shape == (4, 10, 3)
    seen = [tuple(found.errors[0, col].tolist()) for col in range(10)]
    assert seen == [UNKNOWN_COLOUR, *[RIGHT_COLOUR] * 4, *[WRONG_COLOUR] * 2, *[RIGHT_COLOUR] * 3]


def sampled_map(path: Path) -> str:
    """100 x 100 pixels of 2 m: 60 columns of tree, 40 of roof, none of the last row."""
    values = np.where(np.arange(100)[None] < 60, 1, 2).repeat(100, 0).astype(np.uint8)
    values[-1] = 0
    return raster(path / "map.tif", values, NAMES)


def points(path: Path, places: list[tuple[float, float, str]]) -> str:
    at = [(f"POINT({300000 + 2 * col} {2780000 - 2 * row})", name) for row, col, name in places]
    return write_shapes(path / "points.gpkg", at)


def test_points_are_a_sample_from_which_areas_are_estimated(tmp_path: Path) -> None:
    right = [(row + 0.5, 10.5, "tree") for row in range(0, 90, 10)] + [(row + 0.5, 80.5, "roof") for row in range(5)]
    wrong = [(50.5, 30.5, "roof")]
    missed = [(99.5, 5.5, "tree")]
    found = evaluate_map(sampled_map(tmp_path), points(tmp_path, right + wrong + missed), reference_field="class")
    assert found.scores.confusion.sum() == 16
    assert found.sample is not None
    assert found.sample.counts.tolist() == [[5, 0], [1, 9]], (
        "classes are roof and tree; what the map lacks is no stratum"
    )
    assert found.sample.mapped == pytest.approx([0.4, 0.6])
    assert found.sample.share == pytest.approx([0.4 + 0.06, 0.54])
    assert found.area == pytest.approx(4 * 9900, rel=2e-3)
    assert found.unit == "m²"


def test_a_point_says_nothing_of_what_lies_around_it(tmp_path: Path) -> None:
    found = evaluate_map(
        sampled_map(tmp_path), points(tmp_path, [(5.5, 5.5, "tree"), (7.5, 5.5, "tree")]), reference_field="class"
    )
    assert found.scores.confusion.sum() == 2


def test_small_polygons_count_once_each_as_most_of_them_is_mapped(tmp_path: Path) -> None:
    boxes = [(pixel_box(58, 10, 63, 12), "roof"), (pixel_box(58, 20, 61, 22), "tree"), (pixel_box(5, 5, 12, 9), "tree")]
    layer = write_shapes(tmp_path / "boxes.gpkg", boxes)
    found = evaluate_map(sampled_map(tmp_path), layer, reference_field="class")
    assert found.sample is not None
    assert found.sample.counts.tolist() == [[1, 0], [0, 2]]
    assert found.scores.confusion.sum() == 10 + 6 + 28


def test_points_against_polygons_take_the_polygons_extent(tmp_path: Path) -> None:
    layer = write_shapes(tmp_path / "m.gpkg", [(pixel_box(0, 0, 60, 99), "tree"), (pixel_box(60, 0, 100, 99), "roof")])
    sample = points(tmp_path, [(5, 5, "tree"), (7, 5, "tree"), (5, 90, "roof"), (9, 50, "roof")])
    found = evaluate_map(layer, sample, "class", "class")
    assert found.sample is not None
    assert found.sample.mapped == pytest.approx([0.4, 0.6], abs=0.01)
    assert found.sample.counts.tolist() == [[1, 0], [1, 2]]


def test_a_reference_that_covers_the_map_is_no_sample(tmp_path: Path) -> None:
    found: Evaluation = evaluate_map(raster(tmp_path / "m.tif", MAP, NAMES), raster(tmp_path / "t.tif", TRUTH, NAMES))
    assert found.sample is None


def test_an_area_limits_the_map_that_is_estimated(tmp_path: Path) -> None:
    area = write_shapes(tmp_path / "area.gpkg", [(pixel_box(50, 0, 70, 50), "x")])
    sample = points(tmp_path, [(5.5, 55.5, "tree"), (7.5, 65.5, "roof"), (9.5, 5.5, "roof")])
    found = evaluate_map(sampled_map(tmp_path), sample, reference_field="class", area=area)
    assert found.sample is not None
    assert found.sample.counts.sum() == 2
    assert found.sample.mapped == pytest.approx([0.5, 0.5])
    assert found.area == pytest.approx(4 * 1000, rel=2e-3)
