"""Which class is which: what only one side has, what looks alike, and a reference of one class."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from toy_rasters import pixel_box, write, write_shapes

from clusternet_qgis.core.arrays import Int32Array
from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.evaluation.class_matching import match_classes, near_matches
from clusternet_qgis.core.evaluation.map_accuracy import evaluate_map
from clusternet_qgis.core.io.legend import BACKGROUND
from clusternet_qgis.core.io.tiling import Window
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.reports.evaluation_report import write_evaluation_report

NAMES = st.lists(st.sampled_from(["tree", "roof", "grass", "water", "road", "1", "2"]), min_size=1, unique=True)


@dataclass
class Names:
    """A reference that is only its names."""

    classes: list[str]
    values: list[int] = field(default_factory=list)
    named: bool = True

    def read(self, window: Window) -> Int32Array:
        raise NotImplementedError


# --- names


@given(NAMES, NAMES)
def test_all_that_only_one_side_has_is_listed(mapped: list[str], true: list[str]) -> None:
    assume({*mapped} & {*true} and len(true) > 1)
    matched = match_classes(Names(mapped), Names(true), False, False)
    assert {*matched.only_on_map} == {*mapped} - {*true}
    assert {*matched.only_in_reference} == {*true} - {*mapped}
    text = " ".join(matched.sentences)
    assert all(f"'{name}'" in text for name in {*mapped} ^ {*true})
    assert (matched.mapped, matched.true) == (tuple(mapped), tuple(true))


@pytest.mark.parametrize(
    "twins",
    [("tree", "Tree"), ("tree", " tree"), ("big tree", "big  tree"), ("big tree", "Big_Tree"), ("1", "1.0"),
     ("01", "1"), ("ÄCKER", "a\u0308cker"), ("tree", "tree\u00a0"), ("road", "road\t")],
)  # fmt: skip
def test_names_that_look_alike_are_pointed_out(twins: tuple[str, str]) -> None:
    for first, second in (twins, twins[::-1]):
        assert near_matches([first, "x"], [second, "y", "x"]) == [(first, second)]
        (sentence,) = match_classes(Names([first, "x"]), Names([second, "x", "y"]), False, False).notes
        assert f"'{first}'" in sentence
        assert f"'{second}'" in sentence
        with pytest.raises(RasterError, match=r"no name in common, though '.*' and '.*' differ only in case"):
            match_classes(Names([first]), Names([second]), False, False)


@given(NAMES, NAMES)
def test_what_differs_more_is_no_twin(first: list[str], second: list[str]) -> None:
    assert near_matches(first, second) == []


# --- rasters and layers

CLASSES = np.array([[1, 1, 2, 2, 3, 3, 4, 4]] * 8, np.uint8)
CLASS_NAMES = ["", "tree", "roof", "grass", "water"]


@pytest.fixture
def classes(tmp_path: Path) -> str:
    """A map of tree, roof, grass and water, two columns each."""
    return write(tmp_path / "map.tif", CLASSES, no_data=0, names=CLASS_NAMES)


@pytest.mark.parametrize("other_is_a_class", [False, True])
def test_a_reference_of_one_class_compares_that_class(
    tmp_path: Path, classes: str, said: list[str], other_is_a_class: bool
) -> None:
    """Three columns are trees, the map has two of them."""
    if other_is_a_class:
        truth = np.where(np.arange(8) < 3, 1, 2)[None].repeat(8, 0).astype(np.uint8)
        reference, name = write(tmp_path / "r.tif", truth, names=["", "tree", BACKGROUND]), ""
    else:
        reference, name = write_shapes(tmp_path / "r.gpkg", [(pixel_box(0, 0, 3, 8), "tree")]), "class"
    found = evaluate_map(classes, reference, "", name, progress=Progress(say=said.append))
    assert found.scores.classes == ("tree", BACKGROUND)
    assert found.scores.confusion.tolist() == [[16, 0], [8, 40]]
    assert any("'roof', 'grass', 'water' is compared as 'other'" in sentence for sentence in said)


def test_the_same_of_polygons(tmp_path: Path) -> None:
    shapes = [(pixel_box(0, 0, 2, 8), "tree"), (pixel_box(2, 0, 5, 8), "roof")]
    mapped = write_shapes(tmp_path / "m.gpkg", shapes)
    reference = write_shapes(tmp_path / "r.gpkg", [(pixel_box(0, 0, 3, 8), "tree"), (pixel_box(7, 0, 8, 8), "tree")])
    found = evaluate_map(mapped, reference, "class", "class")
    assert found.scores.classes == ("tree", BACKGROUND)
    assert found.scores.iou == pytest.approx([16 / 32, 32 / 48], abs=0.01)


@pytest.mark.parametrize("side", ["map", "reference"])
def test_no_class_field_is_said(tmp_path: Path, said: list[str], side: str) -> None:
    layer = write_shapes(tmp_path / "l.gpkg", [(pixel_box(0, 0, 3, 8), "x"), (pixel_box(5, 5, 6, 6), "y")])
    raster = write(tmp_path / "r.tif", np.where(CLASSES < 2, 1, 2).astype(np.uint8), names=["", "tree", BACKGROUND])
    inputs = (layer, raster) if side == "map" else (raster, layer)
    found = evaluate_map(*inputs, progress=Progress(say=said.append))
    (sentence,) = [sentence for sentence in said if "class field" in sentence]
    assert f"of the {side} is chosen" in sentence
    assert "'tree'" in sentence, "the only class that the other side has beside `other`"
    assert ("REFERENCE_FIELD" if side == "reference" else "with CLASS_FIELD") in sentence
    assert {*found.scores.classes} >= {"tree", BACKGROUND}
    assert found.scores.accuracy == pytest.approx((64 - 9) / 64)


def test_a_chosen_class_field_is_not(tmp_path: Path, classes: str, said: list[str]) -> None:
    shapes = [(pixel_box(0, 0, 2, 8), "tree"), (pixel_box(2, 0, 4, 8), "roof"), (pixel_box(4, 0, 6, 8), "grass")]
    layer = write_shapes(tmp_path / "l.gpkg", [*shapes, (pixel_box(6, 0, 8, 8), "water")])
    found = evaluate_map(classes, layer, "", "class", progress=Progress(say=said.append))
    assert found.scores.accuracy == 1
    assert found.matched is not None
    assert found.matched.sentences == ()


def test_log_and_report_list_what_is_not_matched(tmp_path: Path, classes: str, said: list[str]) -> None:
    """Also classes of pixels that the other side does not label."""
    shapes = [(pixel_box(0, 0, 2, 8), "tree"), (pixel_box(2, 0, 3, 8), "Roof"), (pixel_box(5, 0, 6, 8), "sand")]
    layer = write_shapes(tmp_path / "l.gpkg", shapes)
    found = evaluate_map(classes, layer, "", "class", progress=Progress(say=said.append))
    log = "\n".join(said)
    write_evaluation_report(found, "a", "b", str(tmp_path / "page.html"))
    page = (tmp_path / "page.html").read_text(encoding="utf-8").replace("&#39;", "'")
    assert "On the map only: 'roof', 'grass', 'water'." in log
    assert "In the reference only: 'Roof', 'sand'." in log
    assert "in no mean: roof, grass, water." in page
    assert "in the means: Roof, sand." in page
    for text in (log, page):
        assert "'roof' on the map and 'Roof' in the reference differ only in case" in text
