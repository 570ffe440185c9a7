"""Layers that `clusternet:change` has made, among those of the project, and how they lie over pictures."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..qgis_objects import present

_OPACITY = 0.6
_TO = " to "
_POLYGONS = QgsWkbTypes.GeometryType.PolygonGeometry  # type: ignore[attr-defined]  # not in the stubs


def can_lie_over(layer: QgsMapLayer) -> bool:
    """Whether a layer may show changes: polygons, or a raster of classes."""
    if isinstance(layer, QgsVectorLayer):
        return bool(layer.isValid()) and layer.geometryType() == _POLYGONS
    return isinstance(layer, QgsRasterLayer) and isinstance(layer.renderer(), QgsPalettedRasterRenderer)


def shows_changes(layer: QgsMapLayer) -> bool:
    """Whether a layer has the classes of transitions."""
    if not can_lie_over(layer):
        return False
    renderer = layer.renderer()  # type: ignore[attr-defined]  # both kinds have one
    if isinstance(renderer, QgsPalettedRasterRenderer):
        names = [str(entry.label) for entry in renderer.classes() if entry.value != _unchanged()]
        return len(names) < len(renderer.classes()) and all(_TO in name for name in names)
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        names = [str(category.label()) for category in renderer.categories()]
        return any(names) and all(_TO in name for name in names if name)
    return False


def overlay(layer: QgsMapLayer) -> QgsMapLayer:
    """What is drawn over pictures for a layer: polygons as they are, a raster see-through, and only its changes."""
    if not isinstance(layer, QgsRasterLayer):
        return layer
    copy = present(layer.clone())
    renderer = copy.renderer()
    if isinstance(renderer, QgsPalettedRasterRenderer):
        classes = renderer.classes()
        for entry in classes:
            if entry.value == _unchanged() and shows_changes(layer):
                entry.color = QColor(0, 0, 0, 0)
        seen = QgsPalettedRasterRenderer(copy.dataProvider(), renderer.band(), classes)
        seen.setOpacity(_OPACITY)
        copy.setRenderer(seen)
    return copy


def _unchanged() -> int:
    from ..core.change.legend import UNCHANGED

    return UNCHANGED
