"""The steps chained in a saved model, and as a batch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import toys
from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsVectorLayer,
)
from test_harmonise import PIXELS, write_sheets
from toys import TINY

Source = QgsProcessingModelChildParameterSource


def child(model: QgsProcessingModelAlgorithm, name: str, sources: dict[str, Any], output: str = "") -> str:
    """Adds a step; values that are no sources are taken as they are, and defaults written out as the designer does."""
    step = QgsProcessingModelChildAlgorithm(f"clusternet:{name}")
    step.setChildId(name)
    for parameter in step.algorithm().parameterDefinitions():
        source = sources.get(parameter.name(), parameter.defaultValue())
        if source is not None:
            source = source if isinstance(source, Source) else Source.fromStaticValue(source)
            step.addParameterSources(parameter.name(), [source])
    if output:
        result = QgsProcessingModelOutput(output, output)
        result.setChildId(name)
        result.setChildOutputName("OUTPUT")
        step.setModelOutputs({output: result})
    return model.addChildAlgorithm(step)


def chained() -> QgsProcessingModelAlgorithm:
    """train -> cluster -> segment -> polygons, of a raster and the text of classes."""
    model = QgsProcessingModelAlgorithm("Clusters of a raster", "tests")
    model.addModelParameter(
        QgsProcessingParameterRasterLayer("raster", "Raster"), QgsProcessingModelParameter("raster")
    )
    model.addModelParameter(QgsProcessingParameterString("chosen", "Chosen"), QgsProcessingModelParameter("chosen"))
    raster, chosen = Source.fromModelParameter("raster"), Source.fromModelParameter("chosen")
    train = child(model, "train", {"INPUT": raster, **TINY})
    trained = Source.fromChildOutput(train, "OUTPUT")
    cluster = child(model, "cluster", {"INPUT": raster, "MODEL": trained}, "clusters")
    clusters = Source.fromChildOutput(cluster, "OUTPUT")
    segment = child(model, "segment", {"CLUSTERS": clusters, "CLASSES": chosen}, "classes")
    child(model, "polygons", {"INPUT": Source.fromChildOutput(segment, "OUTPUT")}, "polygons")
    return model


def assert_chain(folder: Path) -> None:
    """Classes made of clusters, and polygons of the classes."""
    clusters, classes = toys.read(folder / "clusters.tif"), toys.read(folder / "classes.tif")
    assert np.array_equal(classes, np.array([0, 1, 1, 1, 2, 3, 3], np.uint8)[clusters])
    layer = QgsVectorLayer(str(folder / "polygons.gpkg"))
    area = sum(feature.geometry().area() for feature in layer.getFeatures())
    assert np.isclose(area, (classes > 0).sum() * toys.PIXEL**2)


def results_in(folder: Path) -> dict[str, str]:
    """Where the model's results go, by the names of its outputs."""
    files = {"cluster:clusters": "clusters.tif", "segment:classes": "classes.tif", "polygons:polygons": "polygons.gpkg"}
    model = chained()
    named = {parameter.name() for parameter in model.parameterDefinitions()}
    # Newer QGIS leaves the step out of the name.
    return {name if name in named else name.split(":")[1]: str(folder / file) for name, file in files.items()}


def test_a_saved_model_chains_the_steps(raster: str, tmp_path: Path, qgis_process: Any) -> None:
    path = tmp_path / "clusters.model3"
    assert chained().toFile(str(path))
    reopened = QgsProcessingModelAlgorithm()
    assert reopened.fromFile(str(path))
    assert reopened.validate() == (True, [])

    parameters = {"raster": raster, "chosen": "first=0-2; second=3"} | results_in(tmp_path)
    finished = qgis_process.run(str(path), **parameters)
    assert finished.code == 0, finished.text
    assert_chain(tmp_path)


def test_a_model_runs_inside_qgis(raster: str, tmp_path: Path) -> None:
    import processing

    parameters = {"raster": raster, "chosen": "first=0-2; second=3"} | results_in(tmp_path)
    results = processing.run(chained(), parameters)
    assert {Path(results[name]).name for name in results_in(tmp_path)} == {
        "clusters.tif",
        "classes.tif",
        "polygons.gpkg",
    }
    assert_chain(tmp_path)


def batch(name: str, rows: list[dict[str, str]], folder: Path) -> str:
    """Runs QGIS' batch dialog; what its log says."""
    script = Path(__file__).with_name("batch_dialog.py")
    finished = subprocess.run(
        [sys.executable, str(script), name, json.dumps(rows)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def test_a_batch_of_two_rasters(raster: str, model: str, clusters: str, tmp_path: Path) -> None:
    other = toys.write_raster(tmp_path / "other.tif", toys.picture(seed=5))
    rows = [
        {"INPUT": path, "MODEL": model, "OUTPUT": str(tmp_path / f"clusters{number}.tif")}
        for number, path in enumerate((raster, other))
    ]
    log = batch("cluster", rows, tmp_path)
    assert "failed" not in log, log
    assert np.array_equal(toys.read(tmp_path / "clusters0.tif"), toys.read(clusters))
    assert toys.grid(tmp_path / "clusters1.tif") == toys.grid(other)
    # Optional results that nobody named are not made.
    assert sorted(path.name for path in tmp_path.glob("*.tif")) == ["clusters0.tif", "clusters1.tif", "other.tif"]


def test_a_batch_over_a_folder_of_harmonised_sheets_gives_one_ground_one_cluster(run: Any, tmp_path: Path) -> None:
    """As docs/mosaic.md says: harmonise, train on the folder, and map its sheets as a batch."""
    sheets = write_sheets(tmp_path / "sheets")
    folder = run("harmonise", INPUT=sheets, OUTPUT=str(tmp_path / "alike"))["OUTPUT"]
    options = {"NETWORK": "pixels", "CLUSTERS": 6, "EPOCHS": 0}
    model = run("train", FOLDER=folder, OUTPUT=str(tmp_path / "mosaic.cnet"), **options)["OUTPUT"]

    def agreement(rasters: list[Path], name: str) -> float:
        """The share of pixels of the overlap that both sheets give the same cluster."""
        outputs = [str(tmp_path / f"{name}_{raster.stem}.tif") for raster in rasters]
        rows = [{"INPUT": str(raster), "MODEL": model, "OUTPUT": out} for raster, out in zip(rasters, outputs)]
        log = batch("cluster", rows, tmp_path)
        assert "failed" not in log, log
        overlap, inner = 2 * PIXELS - toys.SIZE, slice(6, -6)  # what a pixel gets hangs on what lies around it
        first, second = (toys.read(output)[0] for output in outputs)
        return float((first[:, -overlap:] == second[:, :overlap])[:, inner].mean())

    alike = agreement(sorted(Path(folder).glob("*.vrt")), "alike")
    assert alike > 0.95
    assert agreement([Path(sheet) for sheet in sheets], "unlike") < alike - 0.1, "without harmonising"


def test_a_batch_goes_on_after_a_row_that_fails(quadrants: str, tmp_path: Path) -> None:
    rows = [
        {"CLUSTERS": quadrants, "CLASSES": classes, "OUTPUT": str(tmp_path / f"{name}.tif")}
        for name, classes in (("bad", "a=99"), ("good", "a=1"))
    ]
    log = batch("segment", rows, tmp_path)
    assert "names cluster 99" in log, log
    assert sorted(path.name for path in tmp_path.glob("*.tif")) == ["good.tif"]
