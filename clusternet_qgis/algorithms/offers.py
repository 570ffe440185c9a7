"""What dialogs of the Toolbox are opened with: the layer at hand, the model used last, a lasting file for a new model.

Only dialogs ask for it: qgis_process, scripts, models and batches keep the defaults of parameters.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
)
from qgis.PyQt.QtWidgets import QWidget

from .. import settings
from ..qgis_objects import present, project

_CLUSTER_NAME = "cluster "
_MODEL_ENDING = "cnet"
_COLOURS = 3


def dialog_with_offers(algorithm: QgsProcessingAlgorithm, parent: QWidget | None) -> QWidget | None:
    """QGIS' own dialog of an algorithm, with what can be offered filled in; None where QGIS has no desktop."""
    from processing.gui.AlgorithmDialog import AlgorithmDialog
    from qgis import utils

    iface: Any = utils.iface
    if iface is None:
        return None
    dialog: Any = AlgorithmDialog(algorithm, False, parent)
    values = offers(algorithm, iface.activeLayer())
    if values:
        dialog.setParameters(values)
    shown: QWidget = dialog
    return shown


def offers(algorithm: QgsProcessingAlgorithm, active: QgsMapLayer | None) -> dict[str, Any]:
    """Values of parameters to begin with, by name.

    Args:
        algorithm: Whose parameters.
        active: The layer that is chosen in QGIS.
    """
    layers = list(_rasters(active))
    picture = _first(layers, is_picture)
    values: dict[str, Any] = {}
    names = [parameter.name() for parameter in algorithm.parameterDefinitions()]
    clusters = _first(layers, is_cluster_map) if "CLUSTERS" in names else None
    for parameter in algorithm.parameterDefinitions():
        value = _offer(parameter, picture, clusters, algorithm.name())
        if value is not None:
            values[parameter.name()] = value
    if {"CLUSTERS", "INPUT", "MODEL"} <= {*names}:  # clusters, or a picture with a model
        pair = {"INPUT", "MODEL"}
        if "CLUSTERS" in values or not pair <= values.keys():
            values = {name: value for name, value in values.items() if name not in pair}
    return values


def _offer(
    parameter: QgsProcessingParameterDefinition,
    picture: QgsRasterLayer | None,
    clusters: QgsRasterLayer | None,
    algorithm: str,
) -> Any:
    name = parameter.name()
    if isinstance(parameter, QgsProcessingParameterRasterLayer):
        layer = {"INPUT": picture, "CLUSTERS": clusters}.get(name)
        return layer.id() if layer is not None and algorithm not in _OF_CLASSES else None
    if isinstance(parameter, QgsProcessingParameterMultipleLayers):
        return [picture.id()] if name == "INPUT" and picture is not None else None
    if name == "MODEL" and parameter.type() == "file":
        return next(iter(settings.recent_models()), None)
    if isinstance(parameter, QgsProcessingParameterFileDestination) and _MODEL_ENDING in parameter.fileFilter():
        return new_model_path(picture)
    return None


# Their INPUT is a map of classes, which QGIS' own choice, the active layer, suits.
_OF_CLASSES = ("polygons", "evaluate", "zonalareas", "separateobjects")


def _first(layers: list[QgsRasterLayer], fits: Callable[[QgsRasterLayer], bool]) -> QgsRasterLayer | None:
    return next(filter(fits, layers), None)


def _rasters(active: QgsMapLayer | None) -> Iterator[QgsRasterLayer]:
    """The active layer, and then those of the project from the top down."""
    for layer in (active, *present(project().layerTreeRoot()).layerOrder()):
        if isinstance(layer, QgsRasterLayer) and layer.isValid() and layer.providerType() == "gdal":
            yield layer


def is_picture(layer: QgsRasterLayer) -> bool:
    """Whether a raster may be what models are made for: of several bands, and no map of values."""
    return not isinstance(layer.renderer(), QgsPalettedRasterRenderer) and layer.bandCount() >= _COLOURS


def is_cluster_map(layer: QgsRasterLayer) -> bool:
    """Whether a raster is shown as one that 'Map clusters' has written."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return False
    classes = renderer.classes()
    return bool(classes) and all(str(entry.label).startswith(_CLUSTER_NAME) for entry in classes[:2])


def new_model_path(picture: QgsRasterLayer | None) -> str | None:
    """A file beside a raster that does not exist yet; None where nothing can be written."""
    path = Path(picture.source()) if picture is not None else Path()
    if not path.is_file() or not os.access(path.parent, os.W_OK):
        return None
    names = [f"{path.stem}.{_MODEL_ENDING}", *(f"{path.stem}_{n}.{_MODEL_ENDING}" for n in range(2, 1000))]
    return next((str(path.with_name(name)) for name in names if not path.with_name(name).exists()), None)
