"""Says what is wrong with a value that QGIS only calls incorrect."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
)

from ..core.errors import OptionsError
from ..translation import tr

_NO_LIMIT = 1e18  # QGIS stores the largest numbers there are for no limit


def explain_incorrect_value(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """Returns where there is nothing to add to QGIS' own sentence.

    Raises:
        ClusterNetError: The first value that is wrong, and what would be right.
    """
    for parameter in algorithm.parameterDefinitions():
        value = parameters.get(parameter.name())
        if isinstance(parameter, (QgsProcessingParameterRasterLayer, QgsProcessingParameterMultipleLayers)):
            for path in value if isinstance(value, (list, tuple)) else [value]:
                _open_raster(path, context)
        elif parameter.checkValueIsAcceptable(value, context):
            continue
        elif isinstance(parameter, QgsProcessingParameterNumber):
            text = tr("{name} is {value}; it must be a number, at least {lowest}.")
            if parameter.maximum() < _NO_LIMIT:
                text = tr("{name} is {value}; it must be a number from {lowest} to {highest}.")
            lowest, highest = f"{parameter.minimum():g}", f"{parameter.maximum():g}"
            raise OptionsError(text.format(name=parameter.name(), value=value, lowest=lowest, highest=highest))
        elif isinstance(parameter, QgsProcessingParameterEnum):
            text = tr("{name} is '{value}'; use one of {choices}.")
            choices = ", ".join(parameter.options())
            raise OptionsError(text.format(name=parameter.name(), value=value, choices=choices))


def _open_raster(path: Any, context: QgsProcessingContext) -> None:
    """Raises GDAL's reason for a path that QGIS cannot make a raster layer of."""
    from ..core.io.gdal_calls import open_raster

    hint = QgsProcessingUtils.LayerHint.Raster
    if isinstance(path, str) and QgsProcessingUtils.mapLayerFromString(path, context, True, hint) is None:
        open_raster(path)
