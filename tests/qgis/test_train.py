"""clusternet:train."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import toys
from toys import TINY

from clusternet_qgis.core.model import cluster_model


def test_the_model_is_one_file_that_json_and_numpy_open(model: str) -> None:
    with zipfile.ZipFile(model) as file:
        text = json.loads(file.read("model.json"))
        assert all(name.endswith((".json", ".npy", ".npz")) for name in file.namelist())
    assert text["format_version"] == 1
    assert len(text["band_names"]) == 3
    assert toys.left_behind(Path(model).parent) == []


def test_a_folder_of_tiles_trains_through_qgis_process(qgis_process: Any, raster: str, tmp_path: Path) -> None:
    tiles = tmp_path / "tiles"
    tiles.mkdir()
    toys.write_raster(tiles / "a.tif", toys.picture(seed=1))
    toys.write_raster(tiles / "b.tif", toys.picture(seed=2))
    finished = qgis_process.run(
        "clusternet:train",
        FOLDER=tiles,
        OUTPUT=tmp_path / "model.cnet",
        REPORT=tmp_path / "report.html",
        **{name: str(value) for name, value in TINY.items()},
    )
    assert finished.code == 0, finished.text
    assert finished.results["CLUSTER_COUNT"] == 6
    assert finished.results["EPOCHS_DONE"] == 1
    assert finished.results["LOSS"] > 0
    assert cluster_model.load(tmp_path / "model.cnet").card["rasters"] == ["a.tif", "b.tif"]
    assert "<html" in (tmp_path / "report.html").read_text()


def test_training_goes_on_from_a_model(run: Any, raster: str, model: str, reference: str, tmp_path: Path) -> None:
    heard = toys.Heard()
    results = run(
        "train",
        heard,
        INPUT=[raster, toys.write_raster(tmp_path / "other.tif", toys.picture(seed=3))],
        INITIAL_MODEL=model,
        REFERENCE=reference,
        REFERENCE_FIELD="label",
        OUTPUT=str(tmp_path / "longer.cnet"),
        **TINY,
    )
    assert results["EPOCHS_DONE"] == 2
    longer = cluster_model.load(results["OUTPUT"])
    assert [entry["epoch"] for entry in longer.history if entry["loss"] is not None] == [1, 2]
    assert longer.card["initial_model"] == cluster_model.load(model).fingerprint()
    assert 0 <= longer.history[-1]["mean_iou"] <= 1
    assert any("Epoch 2 of 2" in text for text in heard.text)
    assert heard.progress == sorted(heard.progress)
    assert heard.progress[-1] > 99
