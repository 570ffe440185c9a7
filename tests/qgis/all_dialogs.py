"""Opens the dialogs of all algorithms in a QGIS of its own, as a user does, and prints what they hold.

all_dialogs.py KIND RASTER VECTOR: the kind is standard, batch or modeler. Every dialog is opened with each layer,
both and none in the project and active. Every layer parameter is set to every layer, of the project and a file. Then
the project is closed while the dialogs are open. A line of JSON says what is tried next: the last one names a crash.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from inspect import signature
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import QMainWindow

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ("raster", "vector", "layer", "source", "multilayer")
FIELD = "label"
# What each kind of parameter is filled in with: a layer, or the value itself.
DEFAULTS = {
    "raster": "raster file",
    "vector": "vector file",
    "layer": "raster file",
    "field": FIELD,
    "string": "tree",
}


class Iface:
    """The part of QGIS' interface that Processing asks for."""

    def __init__(self) -> None:
        self._window, self._canvas = QMainWindow(), QgsMapCanvas()
        self.active: QgsMapLayer | None = None

    def mainWindow(self) -> QMainWindow:
        return self._window

    def mapCanvas(self) -> QgsMapCanvas:
        return self._canvas

    def browserModel(self) -> None:
        return None

    def activeLayer(self) -> QgsMapLayer | None:
        return self.active


def say(*words: Any) -> None:
    sys.stdout.write(json.dumps(words, default=str) + "\n")
    sys.stdout.flush()


class Standard:
    """The dialog of one run."""

    def __init__(self, algorithm: QgsProcessingAlgorithm) -> None:
        from processing.gui.AlgorithmDialog import AlgorithmDialog

        self.dialog = AlgorithmDialog(algorithm)
        self.wrappers = self.dialog.mainWidget().wrappers

    def set(self, name: str, value: Any) -> None:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        self.wrappers[name].setParameterValue(value, context)

    def values(self) -> dict[str, Any]:
        """All values as QGIS would run them; none where it would ask for one that is missing."""
        from processing.gui.AlgorithmDialogBase import AlgorithmDialogBase

        try:
            return self.dialog.createProcessingParameters()
        except AlgorithmDialogBase.InvalidParameterValue:
            return {}

    def reopened(self) -> dict[str, Any]:
        """The values after the dialog was opened again with them, as from the history."""
        algorithm, values = self.dialog.algorithm(), self.values()
        again = type(self)(algorithm.create())
        for parameter in algorithm.parameterDefinitions():
            if parameter.name() in values and not parameter.isDestination():
                again.set(parameter.name(), values[parameter.name()])
        return again.values()

    def offered(self, field: str) -> list[str] | None:
        """The fields that the user can choose from."""
        box = self.wrappers[field].widget
        return [box.itemText(index) for index in range(box.count())]


class Batch(Standard):
    """The dialog of many runs, with one row."""

    def __init__(self, algorithm: QgsProcessingAlgorithm) -> None:
        from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

        self.dialog = BatchAlgorithmDialog(algorithm)
        panel = self.dialog.mainWidget()
        panel.clear()
        panel.addRow()
        self.wrappers = {name: panel.wrappers[0][column] for name, column in panel.parameter_to_column.items()}

    def values(self) -> dict[str, Any]:
        panel = self.dialog.mainWidget()
        context = [QgsProcessingContext()] if "context" in signature(panel.parametersForRow).parameters else []
        values, _ = panel.parametersForRow(0, *context, warnOnInvalid=False)
        return values


class Modeler(Standard):
    """The dialog of a step in the Model Designer."""

    def __init__(self, algorithm: QgsProcessingAlgorithm) -> None:
        from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

        self.model = QgsProcessingModelAlgorithm("model", "")
        self.dialog = ModelerParametersDialog(algorithm, self.model)
        self.wrappers = self.dialog.widget.widget.wrappers

    def set(self, name: str, value: Any) -> None:
        self.wrappers[name].setWidgetValue(QgsProcessingModelChildParameterSource.fromStaticValue(value))

    def offered(self, field: str) -> None:
        """The Model Designer does not know which layer it will be."""

    def values(self) -> dict[str, Any]:
        return static_values(self.dialog.createAlgorithm())

    def reopened(self) -> dict[str, Any]:
        """The values after a double click on the step."""
        from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

        step = self.dialog.createAlgorithm()
        step.setChildId(self.model.addChildAlgorithm(step))
        again = ModelerParametersDialog(step.algorithm(), self.model, step.childId())
        again.setPreviousValues()
        return static_values(again.createAlgorithm())


def static_values(step: QgsProcessingModelChildAlgorithm) -> dict[str, Any]:
    return {name: sources[0].staticValue() for name, sources in step.parameterSources().items() if sources}


KINDS = {"standard": Standard, "batch": Batch, "modeler": Modeler}


def examine(kind: str, algorithm: QgsProcessingAlgorithm, active: str, layers: dict[str, Any]) -> Any:
    """Opens the dialog of an algorithm, fills it in, and sets each layer parameter to each layer, at last to one."""
    name, parameters = algorithm.name(), algorithm.parameterDefinitions()
    say("opens", name, active)
    dialog = KINDS[kind](algorithm.create())
    for parameter in parameters:
        if parameter.type() == "file":
            ending = {"SELECTION": "json", "ENCODER": "onnx"}.get(parameter.name(), "cnet")
            dialog.set(parameter.name(), f"/some/file.{ending}")
        elif parameter.type() in DEFAULTS:
            dialog.set(parameter.name(), layers.get(DEFAULTS[parameter.type()], DEFAULTS[parameter.type()]))
    # At last a layer of the project again. The Model Designer would take its title for its value.
    tries = [*layers.items(), *([] if kind == "modeler" else list(layers.items())[:1])]
    say("filled", name, active, dialog.values())
    for parameter in parameters:
        if parameter.isDestination() or parameter.type() not in LAYERS:
            continue
        field = next((each.name() for each in parameters if field_layer(each) == parameter.name()), "")
        for what, value in tries:
            say("sets", name, active, parameter.name(), what)
            several = parameter.type() == "multilayer"
            dialog.set(parameter.name(), [value] if several else value)
            if field:
                say("offers", name, active, field, what, dialog.offered(field))
                dialog.set(field, FIELD)
            values = dialog.values()
            if value is not None and not (several and what == "no file"):
                say("holds", name, active, parameter.name(), source(value), source(values.get(parameter.name())))
            if field:
                say("names", name, active, field, FIELD, values.get(field))
    say("again", name, active, dialog.values(), dialog.reopened())
    return dialog


def source(value: Any) -> Any:
    """The file of a layer that is given by its id or its file. The dialogs of QGIS take one for the other."""
    if isinstance(value, list):
        return source(value[0]) if value else None
    layer = QgsProject.instance().mapLayer(str(value))
    return value if layer is None else layer.source().partition("|")[0]


def field_layer(parameter: QgsProcessingParameterDefinition) -> str:
    """The name of the parameter that holds the layer of a field."""
    return (parameter.metadata().get("widget_wrapper") or {}).get("layer", "")


def main(kind: str, raster: str, vector: str) -> None:
    faulthandler.enable()
    application = QgsApplication([], True)
    application.initQgis()
    import qgis.utils

    qgis.utils.iface = iface = Iface()
    sys.path[:0] = [str(ROOT), str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins")]
    from processing.core.Processing import Processing

    from clusternet_qgis import classFactory

    Processing.initialize()
    plugin = classFactory(None)
    plugin.initProcessing()
    algorithms = QgsApplication.processingRegistry().providerById("clusternet").algorithms()
    for active in ("nothing", "raster", "vector", "raster of both", "vector of both"):
        both = {"raster": QgsRasterLayer(raster, "raster"), "vector": QgsVectorLayer(vector, "vector")}
        layers = {what: layer for what, layer in both.items() if what in active or "both" in active}
        QgsProject.instance().addMapLayers(list(layers.values()))
        iface.active = layers.get(active.split()[0])
        values: dict[str, Any] = {what: layer.id() for what, layer in layers.items()}
        values |= {"raster file": raster, "vector file": vector, "no file": "/not/there.tif", "nothing": None}
        dialogs = {algorithm.name(): examine(kind, algorithm, active, values) for algorithm in algorithms}
        say("removes", list(layers))
        iface.active = None
        for layer in layers.values():
            QgsProject.instance().removeMapLayer(layer)
        QgsProject.instance().clear()
        for name, dialog in dialogs.items():
            say("closes", name, active, dialog.values())
            dialog.dialog.close()
            dialog.dialog.deleteLater()
        QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QgsApplication.processEvents()
    say("done")
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
