"""Layers that QGIS loads when an algorithm has ended show the style that lies beside their files."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)
from qgis.PyQt import sip


class StyleBeside(QgsProcessingLayerPostProcessorInterface):
    """Loads it: Processing opens layers without."""

    def postProcessLayer(
        self, layer: QgsMapLayer | None, context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> None:
        """Loads the style; a layer without keeps what QGIS has chosen."""
        if layer is not None:
            layer.loadDefaultStyle()


# The context deletes what it is given, so each layer needs its own; what is written in Python of it would be gone
# before that if nobody held it here.
_held: list[StyleBeside] = []


def show_styled(results: dict[str, Any], context: QgsProcessingContext) -> None:
    """Has the results that QGIS is going to load shown in the style that lies beside them."""
    _held[:] = [one for one in _held if not sip.isdeleted(one)]
    for result in results.values():
        if isinstance(result, str) and context.willLoadLayerOnCompletion(result):
            _held.append(StyleBeside())
            context.layerToLoadOnCompletionDetails(result).setPostProcessor(_held[-1])
