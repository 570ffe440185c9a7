"""clusternet:exportonnx, and clusternet:cluster with what it writes."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from qgis.core import QgsProcessingContext, QgsSettings

from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.selection import selection
from clusternet_qgis.environment.interpreter import MODULES, PythonFinder
from clusternet_qgis.settings import PYTHON_SETTING


@pytest.fixture(scope="module")
def exported(run: Any, model: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("onnx") / "model.onnx")
    results = run("exportonnx", MODEL=model, OUTPUT=path)
    assert results == {"OUTPUT": path, "CLASS_COUNT": 6}
    return path


def test_cluster_takes_the_file_and_gives_the_same(
    run: Any, raster: str, clusters: str, exported: str, tmp_path: Path
) -> None:
    results = run(
        "cluster",
        INPUT=raster,
        MODEL=exported,
        OUTPUT=str(tmp_path / "c.tif"),
        NOVELTY=str(tmp_path / "novelty.tif"),
    )
    found, expected = toys.read(results["OUTPUT"]), toys.read(clusters)
    assert (found == expected).mean() >= 0.999
    novelty = toys.read(results["NOVELTY"])[0]
    assert np.array_equal(np.isfinite(novelty), expected[0] > 0)
    assert np.nanmin(novelty) >= 0


def test_cluster_with_the_file_needs_no_torch(
    provider: Any, raster: str, model: str, exported: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker's Python that finds no torch and no FAISS still maps with an exported model."""
    for name in ("torch", "faiss"):
        (tmp_path / f"{name}.py").write_text("raise ModuleNotFoundError('shadowed')")
    missing = PythonFinder.missing_modules

    def without(self: PythonFinder, python: str, modules: tuple[str, ...] = MODULES) -> tuple[str, ...] | None:
        found = missing(self, python, modules)
        return None if found is None else tuple(name for name in modules if name in ("torch", "faiss", *found))

    monkeypatch.setattr(PythonFinder, "missing_modules", without)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert QgsSettings().value(PYTHON_SETTING) == sys.executable
    assert not provider.algorithm("exportonnx").canExecute()[0]
    algorithm = provider.algorithm("cluster").create()
    assert algorithm.canExecute() == (True, "")
    parameters = {"INPUT": raster, "MODEL": model, "OUTPUT": str(tmp_path / "c.tif")}
    fine, message = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fine
    assert "lacks torch, faiss" in message
    parameters["MODEL"] = exported
    assert algorithm.checkParameterValues(parameters, QgsProcessingContext()) == (True, "")
    results, fine = algorithm.run(parameters, QgsProcessingContext(), toys.Heard())
    assert fine
    assert toys.read(results["OUTPUT"]).any()


def test_classes_of_a_selection_through_qgis_process(qgis_process: Any, model: str, tmp_path: Path) -> None:
    chosen = selection.ClusterSelection(
        selection.parse("tree=1,2; roof=0").classes, cluster_model.load(model).fingerprint()
    )
    selection.save(chosen, tmp_path / "s.json")
    finished = qgis_process.run(
        "clusternet:exportonnx", MODEL=model, SELECTION=tmp_path / "s.json", TILE_SIZE=256, OUTPUT=tmp_path / "m.onnx"
    )
    assert finished.code == 0, finished.text
    assert finished.results["CLASS_COUNT"] == 3
    data = (tmp_path / "m.onnx").read_bytes()
    assert json.dumps({"0": "tree", "1": "roof", "2": "other"}).encode() in data


def test_another_models_selection_and_odd_tiles_are_one_sentence(
    provider: Any, run: Any, model: str, tmp_path: Path
) -> None:
    chosen = selection.ClusterSelection(selection.parse("tree=1").classes, "f" * 32)
    selection.save(chosen, tmp_path / "s.json")
    parameters = {"MODEL": model, "SELECTION": str(tmp_path / "s.json"), "OUTPUT": str(tmp_path / "m.onnx")}
    fine, message = provider.algorithm("exportonnx").checkParameterValues(parameters, QgsProcessingContext())
    assert not fine
    assert "was made for the model" in message
    with pytest.raises(Exception, match="multiples of 8 pixels, not 100"):
        run("exportonnx", MODEL=model, TILE_SIZE=100, OUTPUT=str(tmp_path / "m.onnx"))
    assert not (tmp_path / "m.onnx").exists()
