"""Every dialog of every algorithm, whatever layer it is given: QGIS lives, and the dialog holds what was set."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import toys
from qgis.core import (
    QgsApplication,
    QgsField,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

KINDS = ("standard", "batch", "modeler")


def opened(kind: str, folder: Path) -> list[list[Any]]:
    """What a process printed that opened all dialogs of a kind; if it crashed, the last line says where."""
    raster = toys.write_raster(folder / "raster.tif", toys.picture())
    vector = toys.write_polygons(folder / "vector.gpkg", toys.quadrant_boxes())
    finished = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("all_dialogs.py")), kind, raster, vector],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile")},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    lines = [json.loads(line) for line in finished.stdout.splitlines() if line.startswith("[")]
    assert finished.returncode == 0, f"{lines[-1:]} {finished.stderr[-3000:]}"
    return lines


@pytest.fixture(scope="module", params=KINDS)
def lines(request: Any, tmp_path_factory: pytest.TempPathFactory) -> list[list[Any]]:
    return opened(request.param, tmp_path_factory.mktemp("dialogs"))


def test_no_dialog_crashes_whatever_layer_it_is_given(lines: list[list[Any]], provider: Any) -> None:
    assert lines[-1] == ["done"]
    names = {algorithm.name() for algorithm in provider.algorithms()}
    actives = {"nothing", "raster", "vector", "raster of both", "vector of both"}
    assert {(line[1], line[2]) for line in lines if line[0] == "closes"} == {(a, b) for a in names for b in actives}


def test_dialogs_hold_what_was_set(lines: list[list[Any]]) -> None:
    held = [line for line in lines if line[0] in ("holds", "names")]
    assert {line[0] for line in held} == {"holds", "names"}
    for what, *where, value, got in held:
        # The Model Designer shows a layer of the project by its title, and takes that for its value.
        assert got == value or (what == "holds" and "[EPSG:" in got), where


def test_dialogs_that_are_opened_again_hold_the_same(lines: list[list[Any]]) -> None:
    for _, name, active, values, again in (line for line in lines if line[0] == "again"):
        assert again == values, (name, active)


def test_the_fields_of_the_layer_are_offered_and_of_a_raster_none(lines: list[list[Any]]) -> None:
    offers = [line[1:] for line in lines if line[0] == "offers"]
    assert {name for name, *_ in offers} == {
        "evaluate",
        "selectbyreference",
        "selectbystrokes",
        "strokestopolygons",
        "tileraster",
        "train",
        "zonalareas",
    }
    for name, _, field, what, fields in offers:
        if fields is not None:  # the Model Designer knows no layer
            expected = ["", "fid", "label"] if "vector" in what else [""]
            assert fields == expected, (name, field, what)


@pytest.fixture
def evaluate(plugin: Any, raster: str, reference: str, monkeypatch: Any) -> Any:
    """The dialog of *Evaluate* with a raster and polygons in the project."""
    from processing.gui import ParametersPanel
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    monkeypatch.setattr(ParametersPanel, "iface", None)
    QgsProject.instance().addMapLayers([QgsRasterLayer(raster, "raster"), QgsVectorLayer(reference, "vector")])
    dialog = AlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById("clusternet:evaluate"))
    yield dialog
    dialog.close()
    dialog.deleteLater()
    QgsProject.instance().clear()


def layer_named(name: str) -> QgsMapLayer:
    return QgsProject.instance().mapLayersByName(name)[0]


def set_map(dialog: Any, value: Any) -> Any:
    """Sets the map; the wrapper of its class field."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    dialog.mainWidget().wrappers["INPUT"].setParameterValue(value, context)
    return dialog.mainWidget().wrappers["CLASS_FIELD"]


def test_fields_that_come_later_are_offered_too(evaluate: Any) -> None:
    field = set_map(evaluate, layer_named("vector").id())
    layer_named("vector").addExpressionField("upper(label)", QgsField("loud", QVariant.String))
    field.widget.showPopup()
    assert [field.widget.itemText(index) for index in range(field.widget.count())] == ["", "fid", "label", "loud"]
    field.widget.setCurrentIndex(3)
    assert field.parameterValue() == "loud"


def test_the_field_of_another_layer_is_not_kept_and_that_of_an_unknown_one_is(evaluate: Any, reference: str) -> None:
    """Where the layer cannot be opened yet, the user knows what fields it will have."""
    field = set_map(evaluate, f"{reference}|layername=reference")
    field.setParameterValue("label", QgsProcessingContext())
    set_map(evaluate, layer_named("vector").id())
    assert field.parameterValue() == "label"
    set_map(evaluate, "/not/there.gpkg")
    assert field.parameterValue() == "label"
    set_map(evaluate, layer_named("raster").id())
    assert field.parameterValue() == ""
    field.widget.setEditText("typed")
    assert field.parameterValue() == "typed"
    set_map(evaluate, QgsProcessingFeatureSourceDefinition(layer_named("vector").id(), True))
    assert field.parameterValue() == ""


def test_no_parameter_asks_for_a_widget_of_qgis_that_crashes(provider: Any) -> None:
    """A field or a value of a field with a parent layer gets QGIS' own widget unless ours is named."""

    def parents(algorithm: QgsProcessingAlgorithm) -> list[str]:
        return [
            parameter.name()
            for parameter in algorithm.parameterDefinitions()
            if getattr(parameter, "parentLayerParameterName", str)() and not parameter.metadata().get("widget_wrapper")
        ]

    left = {algorithm.name(): parents(algorithm) for algorithm in provider.algorithms()}
    assert {name: names for name, names in left.items() if names and names != ["BANDS"]} == {}
