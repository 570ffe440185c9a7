"""The list of the project's rasters; those that cannot be painted are in it too, with the reason."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapLayerProxyModel, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QIdentityProxyModel, QModelIndex, Qt
from qgis.PyQt.QtWidgets import QWidget

from ..core.errors import ClusterNetError
from ..layers.rasters import check_raster
from ..qgis_objects import present
from ..translation import tr


class RasterBox(QgsMapLayerComboBox):
    """QGIS' list of layers, in which map services and layers that cannot be opened are grey."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.setAllowEmptyLayer(True, tr("Choose a raster"))
        layers = present(self.model())
        self._model = _WithReasons(self)
        layers.setParent(self._model)  # otherwise the box would delete it with the next line
        self._model.setSourceModel(layers)
        self.setModel(self._model)
        self.setLayer(None)


class _WithReasons(QIdentityProxyModel):
    """Rasters that cannot be painted are disabled, and tell why."""

    def __init__(self, box: RasterBox) -> None:
        super().__init__(box)
        self._box = box

    def flags(self, index: QModelIndex) -> Any:  # Qt.ItemFlags in Qt 5, Qt.ItemFlag in Qt 6
        """What cannot be painted cannot be chosen."""
        flags = super().flags(index)
        return flags & ~Qt.ItemFlag.ItemIsEnabled if self._reason(index) else flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The reason stands behind the name, and in full in the tool tip."""
        reason = self._reason(index) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else ""
        if not reason:
            return super().data(index, role)
        if role == Qt.ItemDataRole.ToolTipRole:
            return reason
        layer = present(self._box.layer(index.row()))
        return (tr("{} (pictures only)") if layer.isValid() else tr("{} (not found)")).format(layer.name())

    def _reason(self, index: QModelIndex) -> str:
        """Why the layer cannot be painted; empty if it can."""
        layer = self._box.layer(index.row())
        if not isinstance(layer, QgsRasterLayer):
            return ""
        try:
            check_raster(layer)
        except ClusterNetError as error:
            return str(error)
        return ""
