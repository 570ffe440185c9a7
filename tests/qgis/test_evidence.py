"""EXTRA and INDICES, from the form of `train` to maps, cards, strokes and classes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from qgis.core import QgsProcessingException, QgsRasterLayer

from clusternet_qgis.core.model import cluster_model


def house() -> np.ndarray:
    """A part of the quadrant of roofs, in whose colours nothing shows it."""
    rows, cols = np.mgrid[: toys.SIZE, : toys.SIZE]
    return (rows >= 60) & (rows < 84) & (cols >= 60) & (cols < 84)


@pytest.fixture(scope="module")
def heights(data: Path) -> str:
    """A surface on other pixels: a house stands on a slope."""
    values = np.where(house(), 6, 0) + np.arange(toys.SIZE)[None] * 0.05
    return toys.write_raster(data / "dsm.tif", values[None, ::2, ::2].astype(np.float32), no_data=None, pixel=1.0)


@pytest.fixture(scope="module")
def tall(run: Any, raster: str, heights: str, data: Path) -> str:
    """A model that was trained with heights and an index."""
    report = str(data / "tall.html")
    texts = {"INDICES": ["exg"], "BAND_ROLES": "red=1; green=2; blue=3", "WEIGHTS": "heights=1.5"}
    options = {**toys.TINY, "EPOCHS": 0}
    run("train", INPUT=[raster], EXTRA=[heights], OUTPUT=str(data / "tall.cnet"), REPORT=report, **texts, **options)
    return str(data / "tall.cnet")


def test_the_model_knows_what_it_was_trained_with(tall: str) -> None:
    evidence = cluster_model.read_header(tall).evidence
    assert evidence is not None
    assert [extra.kind for extra in evidence.extras] == ["surface"]
    assert {channel.block for channel in evidence.channels} == {"heights", "indices"}
    assert evidence.weights["heights"] == 1.5
    page = Path(tall).with_suffix(".html").read_text(encoding="utf-8")
    assert "height above ground" in page
    assert "heights 1.50" in page


def test_the_map_takes_a_layer_of_heights(run: Any, raster: str, tall: str, heights: str, tmp_path: Path) -> None:
    layer = QgsRasterLayer(heights, "Heights")
    clusters = run("cluster", INPUT=raster, EXTRA=[layer], MODEL=tall, OUTPUT=str(tmp_path / "c.tif"))["OUTPUT"]
    values = toys.read(clusters)[0]
    largest = np.bincount(values[house()]).argmax()
    found = values == largest
    assert (found & house()).sum() / (found | house()).sum() > 0.6


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("cluster", {"OUTPUT": "c.tif"}),
        ("clusterreport", {"OUTPUT": "c.html"}),
        ("suggestclasses", {"SELECTION": "s.json"}),
        ("segment", {"OUTPUT": "s.tif"}),
        ("selectbystrokes", {"SELECTION": "s.json"}),
    ],
)
def test_all_take_heights_and_say_when_they_are_missing(
    run: Any, raster: str, tall: str, heights: str, tmp_path: Path, name: str, output: dict[str, str]
) -> None:
    further: dict[str, Any] = {key: str(tmp_path / file) for key, file in output.items()}
    if name == "segment":
        further["CLASSES"] = "tree=1,2"
    if name == "selectbystrokes":
        strokes = toys.write_polygons(tmp_path / "strokes.gpkg", toys.quadrant_boxes())
        further |= {"STROKES": strokes, "CLASS_FIELD": "label", "WIDTH": 1}
    with pytest.raises(QgsProcessingException, match=r"a surface model \(heights\) beside the picture .*EXTRA"):
        run(name, INPUT=raster, MODEL=tall, **further)
    run(name, INPUT=raster, MODEL=tall, EXTRA=[heights], **further)
    assert all(Path(further[key]).exists() for key in output)


def test_roles_that_are_not_known_are_a_sentence(run: Any, raster: str, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="no band is known as nir"):
        run("train", INPUT=[raster], INDICES=["ndvi"], OUTPUT=str(tmp_path / "m.cnet"), **toys.TINY)
