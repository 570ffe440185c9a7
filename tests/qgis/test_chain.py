"""The steps chained in a saved model, and as a batch."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import numpy as np
import toys
from background import wait_for
from conftest import TINY
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QTextEdit

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
    names = {"cluster:clusters": "clusters.tif", "segment:classes": "classes.tif", "polygons:polygons": "polygons.gpkg"}
    return {name: str(folder / file) for name, file in names.items()}


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


class Batch:
    """QGIS' batch dialog, filled in and run as by a user."""

    def __init__(self, name: str) -> None:
        from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clusternet:{name}")
        self.dialog = BatchAlgorithmDialog(algorithm)
        self.panel = self.dialog.mainWidget()
        self.panel.clear()

    def add(self, **values: Any) -> None:
        """Adds a row."""
        self.panel.addRow()
        row = self.panel.batchRowCount() - 1
        for name, value in values.items():
            column = self.panel.parameter_to_column[name]
            wrapper = self.panel.wrappers[row][column]
            if wrapper is None:  # an output
                self.panel.tblParameters.cellWidget(row + 1, column).setValue(value)
            else:
                wrapper.setParameterValue(value, QgsProcessingContext())

    def run(self) -> str:
        """Runs all rows; what the dialog's log says."""
        self.dialog.runAlgorithm()
        log = str(self.dialog.findChild(QTextEdit, "txtLog").toPlainText())
        # The dialog holds the batch's entry in the task manager, without the end of which QGIS cannot end.
        sip.delete(self.dialog)
        gc.collect()
        assert wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 10)
        return log


def test_a_batch_of_two_rasters(raster: str, model: str, clusters: str, tmp_path: Path) -> None:
    batch = Batch("cluster")
    other = toys.write_raster(tmp_path / "other.tif", toys.picture(seed=5))
    for number, path in enumerate((raster, other)):
        batch.add(INPUT=path, MODEL=model, OUTPUT=str(tmp_path / f"clusters{number}.tif"))
    log = batch.run()
    assert "failed" not in log, log
    assert np.array_equal(toys.read(tmp_path / "clusters0.tif"), toys.read(clusters))
    assert toys.grid(tmp_path / "clusters1.tif") == toys.grid(other)
    # Optional results that nobody named are not made.
    assert sorted(path.name for path in tmp_path.glob("*.tif")) == ["clusters0.tif", "clusters1.tif", "other.tif"]


def test_a_batch_goes_on_after_a_row_that_fails(quadrants: str, tmp_path: Path) -> None:
    batch = Batch("segment")
    batch.add(CLUSTERS=quadrants, CLASSES="a=99", OUTPUT=str(tmp_path / "bad.tif"))
    batch.add(CLUSTERS=quadrants, CLASSES="a=1", OUTPUT=str(tmp_path / "good.tif"))
    log = batch.run()
    assert "names cluster 99" in log, log
    assert sorted(path.name for path in tmp_path.glob("*.tif")) == ["good.tif"]
