"""The button *Compare with...*: its menu of rasters and of changes."""

from __future__ import annotations

from functools import partial

from qgis.core import Qgis, QgsMapLayer, QgsRasterLayer
from qgis.PyQt.QtWidgets import QAction, QMenu, QPushButton, QWidget

from ..core.errors import ClusterNetError
from ..layers.rasters import check_raster
from ..qgis_objects import present, project
from ..translation import tr
from .change_layers import can_lie_over, shows_changes
from .comparison import AFTER, BEFORE, CHANGES
from .session import Session


class CompareButton(QPushButton):
    """Compares the raster of the dock with another one of the project; grey, with the reason, where there is none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setText(tr("Compare with..."))
        self.menu_of_rasters = QMenu(self)
        self.menu_of_rasters.setToolTipsVisible(True)
        self.menu_of_rasters.aboutToShow.connect(self.fill_menu)
        self.setMenu(self.menu_of_rasters)
        session.raster_changed.connect(self._refresh)
        project().layersAdded.connect(self._refresh)
        project().layersRemoved.connect(self._refresh)
        self._refresh()

    def _refresh(self, *_: object) -> None:
        reason = ""
        if self._session.layer is None:
            reason = tr("Choose a raster first.")
        elif not self._others():
            reason = tr("There is no other raster in the project; add the one to compare with.")
        self.setEnabled(not reason)
        self.setToolTip(reason or tr("See another raster beside this one on the map, and find what has changed."))

    def _others(self) -> list[QgsRasterLayer]:
        """The project's rasters but that of the dock, those not found too."""
        rasters = [layer for layer in project().mapLayers().values() if isinstance(layer, QgsRasterLayer)]
        own = self._session.layer
        return sorted((layer for layer in rasters if layer is not own), key=lambda layer: str(layer.name()).casefold())

    # --- the menu

    def fill_menu(self) -> None:
        """Offers what there is now."""
        menu, comparison = self.menu_of_rasters, self._session.comparison
        menu.clear()
        after = comparison.layer(AFTER)
        for layer in self._others():
            action = present(menu.addAction(_menu_text(layer)))
            action.setCheckable(True)
            action.setChecked(layer is after)
            action.setEnabled(bool(layer.isValid()))
            action.setToolTip("" if layer.isValid() else tr("The file of this layer is not found."))
            action.triggered.connect(partial(self._compare_with, layer.id()))
        menu.addSeparator()
        if comparison.is_active:
            self._add_changes(present(menu.addMenu(tr("Changes"))))
            present(menu.addAction(tr("End comparing"))).triggered.connect(comparison.end)
        find = present(menu.addAction(tr("Find changes...")))
        find.setToolTip(tr("Open the algorithm What has changed with both rasters and the model."))
        find.triggered.connect(self._find_changes)

    def _add_changes(self, menu: QMenu) -> None:
        comparison = self._session.comparison
        shown = comparison.layer(CHANGES)
        nothing = present(menu.addAction(tr("Nothing")))
        self._make_choice(nothing, None, shown)
        for layer in self._change_layers():
            self._make_choice(present(menu.addAction(_menu_text(layer))), layer, shown)

    def _make_choice(self, action: QAction, layer: QgsMapLayer | None, shown: QgsMapLayer | None) -> None:
        action.setCheckable(True)
        action.setChecked(layer is shown)
        action.triggered.connect(partial(self._show_changes, layer.id() if layer is not None else ""))

    def _change_layers(self) -> list[QgsMapLayer]:
        """What may lie over the two rasters, beginning with what shows changes."""
        comparison = self._session.comparison
        compared = [comparison.layer(part) for part in (BEFORE, AFTER)]
        layers = [layer for layer in project().mapLayers().values() if layer not in compared and can_lie_over(layer)]
        return sorted(layers, key=lambda layer: (not shows_changes(layer), str(layer.name()).casefold()))

    # --- what is chosen

    def _compare_with(self, layer_id: str, *_: object) -> None:
        before, after = self._session.layer, project().mapLayer(layer_id)
        if before is None or not isinstance(after, QgsRasterLayer):
            return
        comparison = self._session.comparison
        if after is comparison.layer(AFTER):
            comparison.end()
            return
        comparison.begin(before, after)
        changes = [layer for layer in self._change_layers() if shows_changes(layer)]
        comparison.show_changes(changes[0] if changes else None)
        text = tr("Drag the line. X, held down, swaps the two, C hides changes, Esc ends.")
        self._session.message.emit(Qgis.MessageLevel.Info, text)

    def _show_changes(self, layer_id: str, *_: object) -> None:
        self._session.comparison.show_changes(project().mapLayer(layer_id) if layer_id else None)

    # --- finding changes

    def change_parameters(self) -> dict[str, str]:
        """What the dialog of `clusternet:change` is filled in with, as far as it is plain."""
        session = self._session
        after = session.comparison.layer(AFTER)
        candidates = [after] if after is not None else self._others()
        rasters = [layer for layer in candidates if isinstance(layer, QgsRasterLayer) and _has_values(layer)]
        parameters = {
            "BEFORE": session.layer.id() if session.layer is not None else "",
            "AFTER": rasters[0].id() if len(rasters) == 1 else "",
            "MODEL": session.opened_model_path or session.model_path,
        }
        return {name: value for name, value in parameters.items() if value}

    def _find_changes(self) -> None:
        from processing import createAlgorithmDialog

        createAlgorithmDialog("clusternet:change", self.change_parameters()).show()


def _menu_text(layer: QgsMapLayer) -> str:
    return str(layer.name()).replace("&", "&&")


def _has_values(layer: QgsRasterLayer) -> bool:
    try:
        check_raster(layer)
    except ClusterNetError:
        return False
    return True
