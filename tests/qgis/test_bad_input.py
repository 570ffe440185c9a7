"""Whatever is wrong is said in one sentence with exit code 1, and nothing half-written stays."""

from __future__ import annotations

import json
import re
import subprocess
import venv
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from headless import QgisProcess
from link import name_python
from toys import TINY

# What QGIS 3.22 and GDAL print beside the sentence.
NOISE = (
    "<string>:1: DeprecationWarning: setapi()",
    "ERROR:\tAn error was encountered while checking",
    "ERROR 1: ",
    "ERROR 4: ",
    "_tiff",  # libtiff writes to the terminal by itself, beside what GDAL reports
    "ERROR: Status 3: Unable to load mesh",
    "ERROR: Status 2: File ",  # of QGIS from 3.40 on, before it asks the algorithm
)


def complaint(finished: Any) -> str:
    """The one sentence that a failed run printed; QGIS prints it twice."""
    assert finished.code == 1, finished.text
    lines = [line.strip() for line in finished.text.splitlines()]
    said = {line for line in lines if line and not line.startswith(NOISE) and "proj_create" not in line}
    assert len(said) == 1, finished.text
    sentence = said.pop()
    assert sentence.endswith((".", '"')), sentence
    assert ".." not in sentence, sentence
    # Paths are as long as the user's folders.
    assert len(re.sub(r"/[^\s\"]+", "PATH", sentence)) < 400, sentence
    return sentence


@pytest.fixture
def fails(qgis_process: QgisProcess, tmp_path: Path) -> Any:
    """Runs an algorithm that must fail, with outputs in tmp_path/out, and gives its sentence."""
    output = tmp_path / "out"

    def fails(name: str, **parameters: Any) -> str:
        sentence = complaint(qgis_process.run(f"clusternet:{name}", **parameters))
        assert not output.exists() or list(output.iterdir()) == []
        assert toys.left_behind(tmp_path) == []
        return sentence

    return fails


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


# --- files that cannot be read


def test_a_missing_raster(fails: Any, model: str, tmp_path: Path, out: Path) -> None:
    missing = str(tmp_path / "missing.tif")
    assert missing in fails("cluster", INPUT=missing, MODEL=model, OUTPUT=out / "a.tif")
    assert missing in fails("train", INPUT=missing, OUTPUT=out / "a.cnet", **TINY)


def test_a_file_that_is_no_raster(fails: Any, model: str, tmp_path: Path, out: Path) -> None:
    text = tmp_path / "text.tif"
    text.write_text("no raster")
    assert "not recognized" in fails("cluster", INPUT=text, MODEL=model, OUTPUT=out / "a.tif")


def test_a_raster_that_was_cut_off(fails: Any, raster: str, model: str, tmp_path: Path, out: Path) -> None:
    part = tmp_path / "part.tif"
    part.write_bytes(Path(raster).read_bytes()[:6000])
    assert str(part) in fails("cluster", INPUT=part, MODEL=model, OUTPUT=out / "a.tif", CONFIDENCE=out / "c.tif")


def test_a_selection_that_is_missing_or_none(fails: Any, quadrants: str, tmp_path: Path, out: Path) -> None:
    missing, foreign = tmp_path / "missing.json", tmp_path / "foreign.json"
    foreign.write_text('{"type": "FeatureCollection"}')
    assert str(missing) in fails("segment", CLUSTERS=quadrants, SELECTION=missing, OUTPUT=out / "a.tif")
    assert "no selection" in fails("segment", CLUSTERS=quadrants, SELECTION=foreign, OUTPUT=out / "a.tif")


# --- models


def test_a_model_of_other_bands(fails: Any, model: str, tmp_path: Path, out: Path) -> None:
    grey = toys.write_raster(tmp_path / "grey.tif", toys.picture(bands=1))
    sentence = fails("cluster", INPUT=grey, MODEL=model, OUTPUT=out / "a.tif")
    assert "3 bands" in sentence
    assert "BANDS" in sentence


def truncated(model: Path, path: Path) -> None:
    path.write_bytes(model.read_bytes()[:-2000])


def some_text(model: Path, path: Path) -> None:
    path.write_text("no model")


def foreign_zip(model: Path, path: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("readme.txt", "no model")


@pytest.mark.parametrize("damage", [truncated, some_text, foreign_zip])
def test_a_damaged_or_foreign_model(
    fails: Any, raster: str, model: str, tmp_path: Path, out: Path, damage: Any
) -> None:
    bad = tmp_path / "bad.cnet"
    damage(Path(model), bad)
    assert "no complete ClusterNet model" in fails("cluster", INPUT=raster, MODEL=bad, OUTPUT=out / "a.tif")


def test_a_newer_model(fails: Any, raster: str, model: str, tmp_path: Path, out: Path) -> None:
    newer = tmp_path / "newer.cnet"
    with zipfile.ZipFile(model) as old, zipfile.ZipFile(newer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, json.dumps(json.loads(data) | {"format_version": 99}) if name == "model.json" else data)
    assert "Update the plugin" in fails("cluster", INPUT=raster, MODEL=newer, OUTPUT=out / "a.tif")
    assert "Update the plugin" in fails("train", INPUT=raster, INITIAL_MODEL=newer, OUTPUT=out / "a.cnet", **TINY)


# --- rasters with too little in them


def test_no_valid_pixel(fails: Any, model: str, tmp_path: Path, out: Path) -> None:
    empty = toys.write_raster(tmp_path / "empty.tif", np.zeros((3, 96, 96), np.uint8))
    assert "no valid pixel" in fails("train", INPUT=empty, OUTPUT=out / "a.cnet", **TINY)
    sentence = fails("cluster", INPUT=empty, MODEL=model, OUTPUT=out / "a.tif", FEATURES=out / "f.tif")
    assert "no valid pixel" in sentence


def test_fewer_valid_pixels_than_clusters(fails: Any, tmp_path: Path, out: Path) -> None:
    values = np.zeros((3, 96, 96), np.uint8)
    values[:, 0, :4] = np.arange(1, 5)
    few = toys.write_raster(tmp_path / "few.tif", values)
    sentence = fails("train", INPUT=few, OUTPUT=out / "a.cnet", **TINY)
    assert "4 valid pixels" in sentence
    assert "6 clusters" in sentence


def test_tiles_larger_than_the_raster_are_shrunk_and_it_is_said(run: Any, raster: str, tmp_path: Path) -> None:
    heard = toys.Heard()
    results = run("tileraster", heard, INPUT=raster, TILE_WIDTH=500, OUTPUT=str(tmp_path / "tiles"))
    assert results["TILE_COUNT"] == 1
    assert any("96 x 96" in text for text in heard.text)


def test_no_tile_fits_where_edges_are_dropped(fails: Any, raster: str, out: Path) -> None:
    assert "512 x 512" in fails("tileraster", INPUT=raster, EDGE="drop", OUTPUT=out)


# --- options


def test_a_patch_size_that_the_network_cannot_take(fails: Any, raster: str, out: Path) -> None:
    sentence = fails("train", INPUT=raster, OUTPUT=out / "a.cnet", **(TINY | {"TILE_SIZE": 33}))
    assert "33" in sentence
    assert "multiples of" in sentence


@pytest.mark.parametrize(
    ("name", "parameter", "value", "limit"),
    [
        ("tileraster", "STRIDE_X", "0", "at least 1"),
        ("tileraster", "TILE_WIDTH", "wide", "number"),
        ("tileraster", "EDGE", "round", "shift, pad, drop"),
        ("train", "CLUSTERS", "1", "from 2 to 65000"),
    ],
)
def test_values_outside_the_limits(
    fails: Any, raster: str, out: Path, name: str, parameter: str, value: str, limit: str
) -> None:
    sentence = fails(name, INPUT=raster, OUTPUT=out / "a", **{parameter: value})
    assert parameter in sentence
    assert value in sentence
    assert limit in sentence


def test_neither_rasters_nor_a_folder_or_both(fails: Any, raster: str, tmp_path: Path, out: Path) -> None:
    for inputs in ({}, {"INPUT": raster, "FOLDER": tmp_path}):
        assert "INPUT" in fails("train", OUTPUT=out / "a.cnet", **inputs)
    assert "no GeoTIFF" in fails("train", FOLDER=tmp_path, OUTPUT=out / "a.cnet")


@pytest.mark.parametrize(
    ("classes", "part"),
    [("tree=3,,7", "tree=3,,7"), ("tree", "tree=3,7"), ("tree=0; roof=0", "Cluster 0"), ("a=70", "70")],
)
def test_classes_that_make_no_sense(fails: Any, quadrants: str, out: Path, classes: str, part: str) -> None:
    assert part in fails("segment", CLUSTERS=quadrants, CLASSES=classes, OUTPUT=out / "a.tif", POLYGONS=out / "a.gpkg")


def test_both_or_neither_of_selection_and_classes(fails: Any, quadrants: str, tmp_path: Path, out: Path) -> None:
    selection = tmp_path / "selection.json"
    classes = [{"name": "a", "colour": "#102030", "clusters": [0]}]
    selection.write_text(json.dumps({"format_version": 1, "model": "", "classes": classes}))
    for choice in ({}, {"SELECTION": selection, "CLASSES": "a=1"}):
        assert "either by a SELECTION" in fails("segment", CLUSTERS=quadrants, OUTPUT=out / "a.tif", **choice)


def test_a_model_without_its_raster(fails: Any, model: str, out: Path) -> None:
    assert "INPUT and MODEL" in fails("segment", MODEL=model, CLASSES="a=1", OUTPUT=out / "a.tif")


# --- references


def test_a_reference_elsewhere(fails: Any, quadrants: str, tmp_path: Path, out: Path) -> None:
    left, right, bottom, top = toys.EXTENT
    shapes = toys.write_polygons(tmp_path / "far.gpkg", [("a", (left + 5000, right + 5000, bottom, top))])
    raster = toys.write_raster(tmp_path / "far.tif", toys.quadrant_clusters()[None], left=left + 5000)
    for reference in (shapes, raster):
        sentence = fails("selectbyreference", CLUSTERS=quadrants, REFERENCE=reference, SELECTION=out / "a.json")
        assert "overlaps" in sentence
    assert "overlaps" in fails("evaluate", INPUT=quadrants, REFERENCE=shapes, TABLE=out / "a.csv")


def test_a_field_that_is_not_there(fails: Any, quadrants: str, reference: str, out: Path) -> None:
    sentence = fails(
        "selectbyreference", CLUSTERS=quadrants, REFERENCE=reference, CLASS_FIELD="kind", SELECTION=out / "a.json"
    )
    assert "label" in sentence


def test_a_reference_raster_in_another_system_is_reprojected(run: Any, quadrants: str, tmp_path: Path) -> None:
    import processing

    parameters = {"INPUT": quadrants, "TARGET_CRS": "EPSG:3857", "RESAMPLING": 0, "OUTPUT": str(tmp_path / "other.tif")}
    processing.run("gdal:warpreproject", parameters)
    assert toys.grid(tmp_path / "other.tif")[3] == 3857
    results = run("evaluate", INPUT=quadrants, REFERENCE=str(tmp_path / "other.tif"))
    assert results["ACCURACY"] > 0.95


# --- polygons


def test_right_angles_for_a_class_that_is_not_there(fails: Any, classes: str, out: Path) -> None:
    sentence = fails("polygons", INPUT=classes, RIGHT_ANGLES="wood, roof", OUTPUT=out / "a.gpkg")
    assert "no class roof; its classes are" in sentence
    assert "water" in sentence


# --- zones


def test_zones_and_samples_elsewhere(fails: Any, quadrants: str, reference: str, tmp_path: Path, out: Path) -> None:
    left, right, bottom, top = toys.EXTENT
    far = toys.write_polygons(tmp_path / "far.gpkg", [("a", (left + 5000, right + 5000, bottom, top))])
    assert "overlaps the raster" in fails("zonalareas", INPUT=quadrants, ZONES=far, OUTPUT=out / "a.gpkg")
    sentence = fails("zonalareas", INPUT=quadrants, ZONES=reference, SAMPLE=far, OUTPUT=out / "a.gpkg")
    assert "overlaps the raster" in sentence
    sentence = fails("zonalareas", INPUT=quadrants, ZONES=reference, ZONE_FIELD="parish", OUTPUT=out / "a.gpkg")
    assert "label" in sentence


# --- objects


def test_objects_of_classes_markers_and_rasters_that_do_not_fit(
    fails: Any, classes: str, reference: str, raster: str, tmp_path: Path, out: Path
) -> None:
    sentence = fails("separateobjects", INPUT=classes, CLASSES="oak", OUTPUT=out / "a.gpkg")
    assert "oak" in sentence
    assert "water, wood, other" in sentence
    assert "CLASSES" in fails("separateobjects", INPUT=classes, CLASSES=" , ", OUTPUT=out / "a.gpkg")
    left, right, bottom, top = toys.EXTENT
    far = toys.write_polygons(tmp_path / "far.gpkg", [("a", (left + 5000, right + 5000, bottom, top))])
    sentence = fails("separateobjects", INPUT=classes, CLASSES="wood", MARKERS=far, OUTPUT=out / "a.gpkg")
    assert "None of the 1 points of MARKERS" in sentence
    away = toys.write_raster(tmp_path / "away.tif", toys.picture(), left=left + 5000)
    sentence = fails("separateobjects", INPUT=classes, CLASSES="wood", IMAGE=away, OUTPUT=out / "a.gpkg")
    assert "does not overlap" in sentence


# --- places that cannot be written to


def test_an_output_folder_that_cannot_be(
    fails: Any, raster: str, quadrants: str, model: str, reference: str, out: Path
) -> None:
    """A folder below a file: root may write anywhere else."""
    below = Path(raster) / "folder"
    runs: dict[str, dict[str, Any]] = {
        "tileraster": {"INPUT": raster, "OUTPUT": below},
        "train": {"INPUT": raster, "OUTPUT": below / "a.cnet"},
        "cluster": {"INPUT": raster, "MODEL": model, "OUTPUT": out / "a.tif", "CONFIDENCE": below / "c.tif"},
        "selectbyreference": {"CLUSTERS": quadrants, "REFERENCE": reference, "SELECTION": below / "a.json"},
        "segment": {"CLUSTERS": quadrants, "CLASSES": "a=1", "OUTPUT": out / "a.tif", "POLYGONS": below / "a.gpkg"},
        "polygons": {"INPUT": quadrants, "OUTPUT": below / "a.gpkg"},
        "evaluate": {"INPUT": quadrants, "REFERENCE": quadrants, "TABLE": below / "a.csv"},
    }
    for name, parameters in runs.items():
        sentence = fails(name, **parameters)
        assert "Cannot write into the folder" in sentence, name
        assert str(below) in sentence, name


@pytest.fixture
def full_disk(tmp_path: Path) -> Any:
    """A file system of 32 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(folder)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"cannot mount a small disk here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk(fails: Any, raster: str, quadrants: str, model: str, full_disk: Path) -> None:
    noise = np.random.default_rng(0).integers(1, 255, (1, 700, 700)).astype(np.uint8)
    noisy = toys.write_raster(full_disk.parent / "noise.tif", noise)
    runs: dict[str, dict[str, Any]] = {
        "train": {"INPUT": raster, "OUTPUT": full_disk / "a.cnet", **(TINY | {"WIDTH": 16})},
        "cluster": {"INPUT": raster, "MODEL": model, "OUTPUT": full_disk / "a.tif", "FEATURES": full_disk / "f.tif"},
        "segment": {"CLUSTERS": noisy, "CLASSES": "a=0-60; b=61-120", "OUTPUT": full_disk / "a.tif"},
        "polygons": {"INPUT": quadrants, "OUTPUT": full_disk / "a.gpkg"},
        "tileraster": {"INPUT": noisy, "OUTPUT": full_disk, "TILE_WIDTH": 700, "TILE_HEIGHT": 700},
    }
    for name, parameters in runs.items():
        sentence = fails(name, **parameters)
        assert "disk" in sentence or "No space left" in sentence, name
        assert list(full_disk.iterdir()) == [], name


# --- the worker's Python


def test_a_worker_without_torch(raster: str, model: str, tmp_path: Path) -> None:
    venv.create(tmp_path / "empty", with_pip=False, symlinks=True)
    python = tmp_path / "empty" / "bin" / "python"
    process = QgisProcess(tmp_path / "headless")
    name_python(tmp_path / "headless" / "profile" / "profiles" / "default", python)
    runs: dict[str, dict[str, Any]] = {
        "train": {"INPUT": raster, "OUTPUT": tmp_path / "a.cnet"},
        "cluster": {"INPUT": raster, "MODEL": model, "OUTPUT": tmp_path / "a.tif"},
        "segment": {"INPUT": raster, "MODEL": model, "CLASSES": "a=1", "OUTPUT": tmp_path / "a.tif"},
    }
    for name, parameters in runs.items():
        sentence = complaint(process.run(f"clusternet:{name}", **parameters))
        assert "torch" in sentence
        assert f'"{python}" -m pip install -r' in sentence
    assert not list(tmp_path.glob("a.*"))


# --- sheets, zones and objects


def test_sheets_that_cannot_be_made_alike(fails: Any, raster: str, tmp_path: Path, out: Path) -> None:
    assert "give two or more" in fails("harmonise", INPUT=raster, OUTPUT=out)
    bright = toys.write_raster(tmp_path / "bright.tif", toys.picture().astype(np.float32) * 100, no_data=0)
    assert "unlike types or units" in fails("harmonise", INPUT=[raster, bright], OUTPUT=out)


def test_zones_of_what_is_no_map_of_classes(fails: Any, raster: str, classes: str, reference: str, out: Path) -> None:
    output = out / "areas.gpkg"
    assert "has 3 bands" in fails("zonalareas", INPUT=raster, ZONES=reference, OUTPUT=output)
    assert "the class raster itself" in fails(
        "zonalareas", INPUT=classes, ZONES=reference, SAMPLE=classes, OUTPUT=output
    )


def test_objects_of_no_class(fails: Any, classes: str, out: Path) -> None:
    assert "no class tree" in fails("separateobjects", INPUT=classes, CLASSES="tree", OUTPUT=out / "objects.gpkg")
