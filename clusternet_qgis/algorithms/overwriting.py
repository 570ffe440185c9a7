"""Refuses to run where an output is an input or another output; looks at what an algorithm declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.errors import OptionsError
from ..qgis_objects import present
from ..translation import tr

_MEMORY = "memory:"
_READ = (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)


def refuse_overwriting(
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    context: QgsProcessingContext,
    folder_files: Mapping[str, Sequence[str]],
    continued: Mapping[str, str],
) -> None:
    """Compares the destinations of a run with each other and with all layers and files that it reads.

    Args:
        algorithm: Whose parameters they are.
        parameters: Values by name, as QGIS gives them.
        context: Where layers are looked up.
        folder_files: Patterns of the files that are written into a folder, by the folder's name; by default any file.
        continued: Inputs that an output may replace, by the name of the output.

    Raises:
        OptionsError: One is the same file as another, by whatever name.
    """
    from ..core.io.output_clash import ANYTHING, find_clash

    outputs, inputs, folders = {}, {}, {}
    for parameter in algorithm.parameterDefinitions():
        name = parameter.name()
        if parameter.isDestination():
            outputs[name] = destination(parameters.get(name), context)
            if isinstance(parameter, QgsProcessingParameterFolderDestination):
                folders[name] = folder_files.get(name, ANYTHING)
        elif isinstance(parameter, _READ):
            inputs[name] = list(_sources(parameters.get(name), context))
    clash = find_clash(outputs, inputs, folders, continued)
    if clash is None:
        return
    text = tr("{output} and {other} would overwrite each other at {path}; give them different names.")
    if clash.with_input:
        text = tr("{output} would overwrite {other}, which is read: both are {path}; give {output} another name.")
    raise OptionsError(text.format(output=clash.output, other=clash.other, path=clash.path))


def wants(value: Any, context: QgsProcessingContext) -> bool:
    """Whether an output is wanted."""
    return bool(_place(value, context))


def _place(value: Any, context: QgsProcessingContext) -> str:
    """Where an output goes; empty for nowhere. The desktop wraps it, to say that the layer is to be loaded."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext(), "")[0]
    return str(value or "")


def destination(value: Any, context: QgsProcessingContext) -> str:
    """The path of an output; empty if it is not wanted, or QGIS chooses it."""
    path = _place(value, context)
    return "" if path == QgsProcessing.TEMPORARY_OUTPUT or path.startswith(_MEMORY) else path


def on_disk(value: Any, context: QgsProcessingContext) -> Any:
    """The value of an output with a temporary file in place of memory, which scripts ask for and holds no file."""
    if not _place(value, context).startswith(_MEMORY):
        return value
    if not isinstance(value, QgsProcessingOutputLayerDefinition):
        return QgsProcessing.TEMPORARY_OUTPUT
    changed = QgsProcessingOutputLayerDefinition(value)
    changed.sink = QgsProperty.fromValue(QgsProcessing.TEMPORARY_OUTPUT)
    return changed


def _sources(value: Any, context: QgsProcessingContext) -> Iterator[str]:
    """What is opened for the value of a layer, a list of layers, or a file."""
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from _sources(one, context)
    elif isinstance(value, QgsProcessingFeatureSourceDefinition):
        yield from _sources(value.source, context)
    elif isinstance(value, QgsProperty):
        yield value.valueAsString(context.expressionContext(), "")[0]
    elif isinstance(value, QgsMapLayer):
        yield from _files(value)
    elif value:
        layer = QgsProcessingUtils.mapLayerFromString(str(value), context, False)
        yield from (_files(layer) if layer is not None else [str(value)])


def _files(layer: QgsMapLayer) -> Iterator[str]:
    """What is opened for a layer, and for those that are joined to it."""
    yield layer.source()
    parts = present(QgsProviderRegistry.instance()).decodeUri(layer.providerType(), layer.source())
    yield str(parts.get("path") or "")
    if isinstance(layer, QgsVectorLayer):
        for join in layer.vectorJoins():
            joined = join.joinLayer()
            if joined is not None and joined != layer:
                yield joined.source()
