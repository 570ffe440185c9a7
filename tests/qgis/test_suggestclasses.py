"""clusternet:suggestclasses, and the model that makes a first map with names."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
import translations
from osgeo import ogr

from clusternet_qgis.core.io.class_colours import LAND_COVER_COLOURS
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.selection import selection
from clusternet_qgis.layers.land_cover_names import NAMES, shown_name

KINDS = list(LAND_COVER_COLOURS)


@pytest.fixture(scope="module")
def suggested(run: Any, raster: str, model: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The results of a run, with what its log says."""
    folder, heard = tmp_path_factory.mktemp("suggested"), toys.Heard()
    results = run(
        "suggestclasses",
        heard,
        INPUT=raster,
        MODEL=model,
        MIN_CONFIDENCE=0.0,
        SELECTION=str(folder / "selection.json"),
        TABLE=str(folder / "table.csv"),
    )
    return {**results, "heard": heard}


def test_the_selection_is_one_of_the_model_in_english(suggested: dict[str, Any], model: str) -> None:
    chosen = selection.load(suggested["SELECTION"])
    assert chosen.model == cluster_model.load(model).fingerprint()
    assert [(entry.name, entry.colour) for entry in chosen.classes] == list(LAND_COVER_COLOURS.items())
    named = [cluster for entry in chosen.classes for cluster in entry.clusters]
    assert len(named) == suggested["NAMED_COUNT"] > 0
    assert suggested["NAMED_SHARE"] == pytest.approx(1, abs=0.01)


def test_the_table_has_a_row_for_each_cluster(suggested: dict[str, Any], model: str) -> None:
    with open(suggested["TABLE"], newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["cluster", "name", "certainty", "share", *KINDS, "none"]
    assert len(rows) == cluster_model.read_header(model).clusters
    assert sum(float(row["share"]) for row in rows) == pytest.approx(1, abs=1e-2)
    for row in rows:
        assert row["name"] in ("", *KINDS)


def test_the_log_says_what_was_named_how_sure_and_what_is_next(suggested: dict[str, Any]) -> None:
    text = " ".join(suggested["heard"].text)
    assert "clusters have a name" in text
    assert "Next: 'Segment'" in text


def test_nothing_is_named_where_nothing_is_certain(run: Any, raster: str, model: str, tmp_path: Path) -> None:
    heard = toys.Heard()
    output = str(tmp_path / "selection.json")
    results = run("suggestclasses", heard, INPUT=raster, MODEL=model, MIN_CONFIDENCE=1.0, SELECTION=output)
    assert results["NAMED_COUNT"] == 0
    assert not any(entry.clusters for entry in selection.load(output).classes)
    assert "No cluster has a name" in " ".join(heard.text)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_names_are_translated_where_they_are_shown(language: str) -> None:
    table = translations.translations(language)
    assert set(NAMES) == set(KINDS)
    assert all(table[name] != name for name in NAMES)
    assert shown_name("my own class") == "my own class"


def test_a_first_map_has_classes_and_polygons_with_names(run: Any, raster: str, tmp_path: Path) -> None:
    results = run(
        "firstmap",
        INPUT=raster,
        MIN_CONFIDENCE=0.0,
        **{
            "train:MODEL": str(tmp_path / "model.cnet"),
            "suggestclasses:SELECTION": str(tmp_path / "selection.json"),
            "segment:CLASSES": str(tmp_path / "classes.tif"),
            "segment:POLYGONS": str(tmp_path / "polygons.gpkg"),
        },
    )
    values = toys.read(results["segment:CLASSES"])[0]
    assert np.array_equal(values == 0, toys.quadrant_clusters() == 0), "valid exactly where the raster is"
    with RasterSource(results["segment:CLASSES"], [1]) as classes:
        assert classes.category_names[1:] == [*KINDS, "other"]
    polygons = ogr.Open(results["segment:POLYGONS"])
    shown = {feature.GetField("class") for feature in polygons.GetLayer(0)}
    assert shown
    assert shown <= set(KINDS)
    assert cluster_model.load(tmp_path / "model.cnet").epochs_done == 0


def test_a_first_map_of_something_unknown_is_other(run: Any, raster: str, tmp_path: Path) -> None:
    results = run(
        "firstmap",
        INPUT=raster,
        MIN_CONFIDENCE=1.0,
        **{
            "train:MODEL": str(tmp_path / "model.cnet"),
            "suggestclasses:SELECTION": str(tmp_path / "selection.json"),
            "segment:CLASSES": str(tmp_path / "classes.tif"),
            "segment:POLYGONS": str(tmp_path / "polygons.gpkg"),
        },
    )
    values = toys.read(results["segment:CLASSES"])[0]
    assert set(np.unique(values)) == {0, len(KINDS) + 1}
