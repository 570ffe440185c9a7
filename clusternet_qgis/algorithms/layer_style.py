"""Shows results in the style that is stored beside their files, when QGIS loads them after an algorithm."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)
from qgis.PyQt import sip


class StyleLoader(QgsProcessingLayerPostProcessorInterface):
    """Loads the style of a layer, because Processing opens layers without it."""

    def postProcessLayer(
        self, layer: QgsMapLayer | None, context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> None:
        """Loads the style, if there is one."""
        if layer is not None:
            layer.loadDefaultStyle()


# QGIS deletes the C++ object of each loader after use, so each layer needs its own. Without a reference, the Python
# object would be collected before that.
_in_use: list[StyleLoader] = []


def show_styled(results: dict[str, Any], context: QgsProcessingContext) -> None:
    """Gives a style loader to each result that QGIS is going to load."""
    _in_use[:] = [loader for loader in _in_use if not sip.isdeleted(loader)]
    for result in results.values():
        if isinstance(result, str) and context.willLoadLayerOnCompletion(result):
            _in_use.append(StyleLoader())
            context.layerToLoadOnCompletionDetails(result).setPostProcessor(_in_use[-1])
