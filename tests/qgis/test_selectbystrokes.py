"""clusternet:selectbystrokes, and segment with what it has chosen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from qgis.core import QgsGeometry, QgsProcessingException, QgsRectangle, QgsVectorLayer


@pytest.fixture(scope="module")
def strokes(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small box in the middle of each quadrant."""
    boxes = []
    for name, (left, right, bottom, top) in toys.quadrant_boxes():
        middle, centre, reach = (left + right) / 2, (bottom + top) / 2, 3 * toys.PIXEL
        boxes.append((name, (middle - reach, middle + reach, centre - reach, centre + reach)))
    return toys.write_polygons(tmp_path_factory.mktemp("strokes") / "strokes.gpkg", boxes)


@pytest.fixture(scope="module")
def chosen(run: Any, raster: str, model: str, strokes: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    output = str(tmp_path_factory.mktemp("chosen") / "selection.json")
    return run("selectbystrokes", INPUT=raster, MODEL=model, STROKES=strokes, CLASS_FIELD="label", SELECTION=output)


def test_strokes_choose_clusters_of_each_class(chosen: dict[str, Any]) -> None:
    text = json.loads(Path(chosen["SELECTION"]).read_text())
    assert {entry["name"] for entry in text["classes"]} == set(toys.QUADRANTS)
    assert chosen["CONTESTED_COUNT"] >= 0


def test_segment_applies_the_selection_with_its_splits(
    run: Any, raster: str, model: str, chosen: dict[str, Any], tmp_path: Path
) -> None:
    result = run(
        "segment", INPUT=raster, MODEL=model, SELECTION=chosen["SELECTION"], OUTPUT=str(tmp_path / "classes.tif")
    )
    classes = toys.read(result["OUTPUT"])[0]
    names = [entry["name"] for entry in json.loads(Path(chosen["SELECTION"]).read_text())["classes"]]
    valid = classes > 0
    assert np.array_equal(valid, (toys.read(raster) > 0).all(0))
    truth = toys.quadrant_values()
    right = np.array([names.index(name) + 1 for name in toys.QUADRANTS])[truth]
    assert (classes == right)[valid].mean() > 0.7


def test_the_same_strokes_give_the_same_selection(
    run: Any, raster: str, model: str, strokes: str, chosen: dict[str, Any], tmp_path: Path
) -> None:
    again = run(
        "selectbystrokes",
        INPUT=raster,
        MODEL=model,
        STROKES=strokes,
        CLASS_FIELD="label",
        SELECTION=str(tmp_path / "again.json"),
    )
    assert Path(again["SELECTION"]).read_bytes() == Path(chosen["SELECTION"]).read_bytes()


def test_what_is_painted_has_its_class_whatever_it_looks_like(
    run: Any, raster: str, model: str, tmp_path: Path
) -> None:
    """Two boxes side by side in each quadrant, of the quadrant's class and of the next one's."""
    boxes, names = [], list(toys.QUADRANTS)
    for index, (name, (left, right, bottom, top)) in enumerate(toys.quadrant_boxes()):
        middle, centre, reach = (left + right) / 2, (bottom + top) / 2, 6 * toys.PIXEL
        boxes.append((name, (middle - reach, middle, centre - reach, centre + reach)))
        boxes.append((names[index - 1], (middle, middle + reach, centre - reach, centre + reach)))
    strokes = toys.write_polygons(tmp_path / "strokes.gpkg", boxes)
    outputs = {
        "selectbystrokes:SELECTION": str(tmp_path / "selection.json"),
        "segment:CLASSES": str(tmp_path / "classes.tif"),
        "segment:POLYGONS": str(tmp_path / "polygons.gpkg"),
    }
    result = run("strokestopolygons", INPUT=raster, MODEL=model, STROKES=strokes, CLASS_FIELD="label", **outputs)
    order = [entry["name"] for entry in json.loads(Path(outputs["selectbystrokes:SELECTION"]).read_text())["classes"]]
    classes = toys.read(outputs["segment:CLASSES"])[0]
    polygons = list(QgsVectorLayer(result["segment:POLYGONS"]).getFeatures())
    for name, (left, right, bottom, top) in boxes:
        rows = slice(*(round((toys.TOP - y) / toys.PIXEL) for y in (top, bottom)))
        cols = slice(*(round((x - toys.LEFT) / toys.PIXEL) for x in (left, right)))
        assert (classes[rows, cols] == 1 + order.index(name)).all()
        inside = QgsGeometry.fromRect(QgsRectangle(left, bottom, right, top).buffered(-toys.PIXEL))
        owners = {feature["class"] for feature in polygons if feature.geometry().intersects(inside)}
        assert owners == {name}


def test_strokes_beside_the_raster_are_a_sentence(run: Any, raster: str, model: str, tmp_path: Path) -> None:
    beside = toys.write_polygons(tmp_path / "beside.gpkg", [("water", (0.0, 10.0, 0.0, 10.0))])
    with pytest.raises(QgsProcessingException, match=r"No stroke of .* lies on the raster"):
        run(
            "selectbystrokes",
            INPUT=raster,
            MODEL=model,
            STROKES=beside,
            CLASS_FIELD="label",
            SELECTION=str(tmp_path / "none.json"),
        )


def test_the_shipped_model_goes_from_strokes_to_polygons(
    run: Any, raster: str, model: str, strokes: str, chosen: dict[str, Any], tmp_path: Path
) -> None:
    outputs = {
        "selectbystrokes:SELECTION": str(tmp_path / "selection.json"),
        "segment:CLASSES": str(tmp_path / "classes.tif"),
        "segment:POLYGONS": str(tmp_path / "polygons.gpkg"),
    }
    result = run("strokestopolygons", INPUT=raster, MODEL=model, STROKES=strokes, CLASS_FIELD="label", **outputs)
    assert Path(outputs["selectbystrokes:SELECTION"]).read_text() == Path(chosen["SELECTION"]).read_text()
    layer = QgsVectorLayer(result["segment:POLYGONS"])
    areas = dict.fromkeys(toys.QUADRANTS, 0.0)
    for feature in layer.getFeatures():
        areas[feature["class"]] += feature.geometry().area()
    names = [entry["name"] for entry in json.loads(Path(chosen["SELECTION"]).read_text())["classes"]]
    pixels = np.bincount(toys.read(outputs["segment:CLASSES"]).ravel(), minlength=len(names) + 1)
    assert areas == {name: pytest.approx(pixels[names.index(name) + 1] * toys.PIXEL**2) for name in names}
