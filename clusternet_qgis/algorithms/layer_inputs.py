"""The layers of one run, from parameters to files that the core reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Union, cast

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..core.errors import ClusterNetError, OptionsError
from ..layers.names import LayerNames
from ..layers.rasters import RasterInput
from ..layers.vectors import VectorInput
from ..qgis_objects import present

_LAYERS = (
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)
# Texts that name no plain file, which QGIS only takes for layers that are loaded already: a file in an archive, a part
# of a file (GPKG:file:table), or a file with options of the driver.
_NO_PLAIN_FILE = re.compile(r"/vsi|\w{2,}:|.*\|")

LayerInput = Union[RasterInput, VectorInput]


class LayerInputs:
    """The layers of one run.

    Args:
        algorithm: Whose parameters they are.
        parameters: Values by name, as QGIS gives them.
        context: Where layers are looked up.

    Attributes:
        names: What the user calls the files that the core reads.
    """

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._taken: dict[str, list[LayerInput]] = {}
        self.names = LayerNames()

    def take_all(self) -> None:
        """Takes all layers as they are now. What is wrong with one is raised when its path is asked for."""
        for definition in _layer_parameters(self._algorithm):
            try:
                self._inputs(definition.name())
            except ClusterNetError:
                continue

    def raster_path(self, name: str) -> str:
        """What GDAL opens for the raster layer of a parameter."""
        return self._path_of_raster(self._input(name))

    def raster_paths(self, name: str) -> list[str]:
        """What GDAL opens for each raster layer of a parameter."""
        return [self._path_of_raster(layer) for layer in self._inputs(name) if isinstance(layer, RasterInput)]

    def layer_path(self, name: str, fields: Sequence[str], feedback: QgsProcessingFeedback) -> str:
        """What GDAL opens for the layer of a parameter, with these fields if it is a vector layer."""
        layer = self._input(name)
        if not isinstance(layer, VectorInput):
            return self._path_of_raster(layer)
        path = layer.path(QgsProcessingUtils.tempFolder(), [field for field in fields if field], feedback)
        self.names.add(path, layer.shown)
        return path

    def has_field(self, name: str, field: str) -> bool:
        """Whether the layer of a parameter is a vector layer with that field."""
        layer = self._input(name)
        return isinstance(layer, VectorInput) and layer.has_field(field)

    def layer_name(self, name: str) -> str:
        """The name of a layer, for people."""
        return self._input(name).name

    def _path_of_raster(self, layer: RasterInput) -> str:
        path = layer.path(QgsProcessingUtils.tempFolder())
        self.names.add(path, layer.shown)
        return path

    def _input(self, name: str) -> Any:
        inputs = self._inputs(name)
        if not inputs:
            is_raster = isinstance(self._algorithm.parameterDefinition(name), QgsProcessingParameterRasterLayer)
            sentence = self._algorithm.invalidRasterError if is_raster else self._algorithm.invalidSourceError
            raise OptionsError(sentence(self._parameters, name))
        return inputs[0]

    def _inputs(self, name: str) -> list[LayerInput]:
        if name not in self._taken:
            self._taken[name] = [self._taken_now(name, layer) for layer in self._layers(name)]
        return self._taken[name]

    def _taken_now(self, name: str, layer: QgsMapLayer) -> LayerInput:
        taken = RasterInput(layer) if isinstance(layer, QgsRasterLayer) else VectorInput(cast("QgsVectorLayer", layer))
        taken.shown = self._shown(name, layer)
        return taken

    def _shown(self, name: str, layer: QgsMapLayer) -> str:
        """What sentences call a layer: its name if the user sees it, the source if that is what was given."""
        project = self._context.project()
        is_seen = project is not None and project.mapLayer(layer.id()) is not None
        given = [value for value in _given(self._parameters.get(name)) if isinstance(value, str)]
        if is_seen or not given:
            return f"'{layer.name()}'"
        return given[0] if len(given) == 1 else str(layer.source())

    def _layers(self, name: str) -> list[QgsMapLayer]:
        if self._parameters.get(name) in (None, "", []):
            return []
        definition = self._algorithm.parameterDefinition(name)
        arguments = (self._parameters, name, self._context)
        if isinstance(definition, QgsProcessingParameterMultipleLayers):
            return list(self._algorithm.parameterAsLayerList(*arguments))
        layer: QgsMapLayer | None
        if isinstance(definition, QgsProcessingParameterRasterLayer):
            layer = self._algorithm.parameterAsRasterLayer(*arguments)
        elif isinstance(definition, QgsProcessingParameterVectorLayer):
            layer = self._algorithm.parameterAsVectorLayer(*arguments)
        else:
            layer = self._algorithm.parameterAsLayer(*arguments)
        return [layer] if layer is not None else []


def load_layers(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
    """Loads what is given as text and QGIS takes for no layer, although its layers have such sources."""
    for definition in _layer_parameters(algorithm):
        for text in _given(parameters.get(definition.name())):
            if not isinstance(text, str) or not _NO_PLAIN_FILE.match(text):
                continue
            if QgsProcessingUtils.mapLayerFromString(text, context) is None:
                layers: list[QgsMapLayer] = []
                if not isinstance(definition, QgsProcessingParameterVectorLayer):
                    layers.append(QgsRasterLayer(text, text, "gdal"))
                if isinstance(definition, (QgsProcessingParameterVectorLayer, QgsProcessingParameterMapLayer)):
                    layers.append(QgsVectorLayer(text, text, "ogr"))
                for layer in [layer for layer in layers if layer.isValid()][:1]:
                    present(context.temporaryLayerStore()).addMapLayer(layer)


def _layer_parameters(algorithm: QgsProcessingAlgorithm) -> Iterator[QgsProcessingParameterDefinition]:
    return (definition for definition in algorithm.parameterDefinitions() if isinstance(definition, _LAYERS))


def _given(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]
