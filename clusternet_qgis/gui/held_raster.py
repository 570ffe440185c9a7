"""The raster layer that is worked on, which the user may remove, change or replace at any time."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..qgis_objects import project


class HeldRaster(QObject):
    """A raster layer of the project, held by its id: a removed layer is none, and not an object that is gone.

    Signals:
        removed: The project has it no longer.
        source_changed: Another file is behind it.
        crs_changed: It has another reference system.
        shown_anew: It is drawn anew, perhaps with other values as no data.

    Attributes:
        layer_id: Of the layer; "" for none.

    Args:
        parent: Owner.
    """

    removed = pyqtSignal()
    source_changed = pyqtSignal()
    crs_changed = pyqtSignal()
    shown_anew = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layer_id = ""
        project().layersRemoved.connect(self._layers_removed)

    @property
    def layer(self) -> QgsRasterLayer | None:
        """The layer; None if there is none any more."""
        layer = project().mapLayer(self.layer_id) if self.layer_id else None
        return layer if isinstance(layer, QgsRasterLayer) else None

    def hold(self, layer: QgsRasterLayer | None) -> None:
        """Holds another layer, or none."""
        before = self.layer
        if before is not None:
            before.dataSourceChanged.disconnect(self.source_changed)
            before.crsChanged.disconnect(self.crs_changed)
            before.repaintRequested.disconnect(self._show_anew)
        self.layer_id = layer.id() if layer is not None else ""
        if layer is not None:
            layer.dataSourceChanged.connect(self.source_changed)
            layer.crsChanged.connect(self.crs_changed)
            layer.repaintRequested.connect(self._show_anew)

    def _show_anew(self) -> None:
        self.shown_anew.emit()

    def _layers_removed(self, ids: Sequence[str]) -> None:
        if self.layer_id in ids:
            self.removed.emit()
