"""Shows results in the style that is stored beside their files, and in order, when QGIS loads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from ..qgis_objects import present, project

# Legends of more classes are folded in the layer tree.
_MOST_CLASSES_SHOWN = 16


class ResultLoader(QgsProcessingLayerPostProcessorInterface):
    """Loads the style of a layer, because Processing opens layers without it, and puts the layers of a run in order.

    Args:
        loaded: The layers of the run that are loaded, which those that are loaded later join.
    """

    def __init__(self, loaded: list[QgsMapLayer]) -> None:
        super().__init__()
        self._loaded = loaded

    def postProcessLayer(
        self, layer: QgsMapLayer | None, context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> None:
        """Loads the style, if there is one."""
        if layer is not None:
            layer.loadDefaultStyle()
            self._loaded.append(layer)
            arrange(self._loaded, context.project() or project())


# QGIS deletes the C++ object of each loader after use, so each layer needs its own. Without a reference, the Python
# object would be collected before that.
_in_use: list[ResultLoader] = []


def show_styled(results: dict[str, Any], context: QgsProcessingContext) -> None:
    """Gives a loader to each result that QGIS is going to load."""
    _in_use[:] = [loader for loader in _in_use if not sip.isdeleted(loader)]
    loaded: list[QgsMapLayer] = []
    for result in results.values():
        if isinstance(result, str) and context.willLoadLayerOnCompletion(result):
            _in_use.append(ResultLoader(loaded))
            context.layerToLoadOnCompletionDetails(result).setPostProcessor(_in_use[-1])


def arrange(layers: Iterable[QgsMapLayer], tree_project: QgsProject) -> None:
    """Puts layers that belong together in order: polygons above rasters, which are hidden then; long legends folded.

    Args:
        layers: Results of one run.
        tree_project: In whose tree they are.
    """
    root = present(tree_project.layerTreeRoot())
    nodes = [node for node in (root.findLayer(layer.id()) for layer in layers) if node is not None]
    polygons = [node for node in nodes if isinstance(node.layer(), QgsVectorLayer)]
    for node in nodes:
        layer = node.layer()
        if isinstance(layer, QgsRasterLayer) and _legend_length(layer) > _MOST_CLASSES_SHOWN:
            node.setExpanded(False)
        if polygons and isinstance(layer, QgsRasterLayer):
            node.setItemVisibilityChecked(False)
            _put_below(node, polygons[-1])


def _legend_length(layer: QgsRasterLayer) -> int:
    renderer = layer.renderer()
    return len(renderer.classes()) if isinstance(renderer, QgsPalettedRasterRenderer) else 0


def _put_below(node: QgsLayerTreeLayer, above: QgsLayerTreeLayer) -> None:
    """Moves a layer of the tree directly below another one, if it lies above it in the same group."""
    group = above.parent()
    if not isinstance(group, QgsLayerTreeGroup) or node.parent() != group:
        return
    order = group.children()
    if order.index(node) < order.index(above):
        group.insertChildNode(order.index(above) + 1, node.clone())
        group.removeChildNode(node)
