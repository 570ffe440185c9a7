"""Two rasters of one place compared on the map, with the changes between them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsMapLayer, QgsMapSettings, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ..qgis_objects import project
from .change_layers import overlay
from .compare_item import CompareItem
from .layer_picture import LayerPicture
from .swipe_input import SwipeInput

BEFORE, AFTER, CHANGES = "before", "after", "changes"
_MILLISECONDS_OF_REST = 30


class Comparison(QObject):
    """Before left of a line, after right of it, both over what the map shows. It changes no layer and no visibility.

    Signals:
        changed: It has begun or ended, or compares other layers.

    Attributes:
        are_swapped: Whether before is on the right.
        are_changes_shown: Whether changes lie over the pictures, where there is a layer of them.

    Args:
        canvas: The map.
        parent: Owner.
    """

    changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._ids: dict[str, str] = {}
        self._pictures = {part: LayerPicture(self) for part in (BEFORE, AFTER, CHANGES)}
        self._item: CompareItem | None = None
        self._overlay: QgsMapLayer | None = None
        self._fraction = 0.5
        self.are_swapped, self.are_changes_shown = False, True
        self._input = SwipeInput(canvas, self)
        self._input.moved.connect(self._move)
        self._input.swap_key.connect(self._swap)
        self._input.changes_key.connect(self._switch_changes)
        self._input.end_key.connect(self.end)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_MILLISECONDS_OF_REST)
        self._rest.timeout.connect(self._render)
        for picture in self._pictures.values():
            picture.changed.connect(self._update)
        project().layersWillBeRemoved.connect(self._layers_go)

    @property
    def is_active(self) -> bool:
        """Whether two rasters are compared."""
        return self._item is not None

    def layer(self, part: str) -> QgsMapLayer | None:
        """The layer that is BEFORE, AFTER or CHANGES; None for none."""
        return project().mapLayer(self._ids[part]) if part in self._ids else None

    # --- life

    def begin(self, before: QgsRasterLayer, after: QgsRasterLayer, changes: QgsMapLayer | None = None) -> None:
        """Compares two rasters from now on.

        Args:
            before: Shown left of the line.
            after: Shown right of it.
            changes: Drawn over both; None for nothing.
        """
        self.end()
        for part, layer in ((BEFORE, before), (AFTER, after), (CHANGES, changes)):
            self._take(part, layer)
        self._fraction, self.are_swapped, self.are_changes_shown = 0.5, False, True
        self._item = CompareItem(self._canvas)
        self._canvas.renderStarting.connect(self._render_soon)
        self._input.begin()
        self._update()
        self._render_soon()
        self.changed.emit()

    def end(self) -> None:
        """The map is as it was, and nothing works in the background."""
        item, self._item = self._item, None
        if item is None:
            return
        self._canvas.renderStarting.disconnect(self._render_soon)
        self._input.end()
        self._rest.stop()
        for part in tuple(self._ids):
            self._take(part, None)
        item.remove()
        self.changed.emit()

    def follow(self, before: QgsRasterLayer | None) -> None:
        """Another raster is worked on, or none."""
        if not self.is_active:
            return
        if before is None or before.id() == self._ids[AFTER]:
            self.end()
        elif before.id() != self._ids[BEFORE]:
            self._take(BEFORE, before)
            self._show_others()

    def show_changes(self, layer: QgsMapLayer | None) -> None:
        """Draws another layer over both pictures, or none."""
        if self.is_active:
            self._take(CHANGES, layer)
            self.are_changes_shown = True
            self._show_others()

    def _show_others(self) -> None:
        self._update()
        self._render_soon()
        self.changed.emit()

    def _take(self, part: str, layer: QgsMapLayer | None) -> None:
        """Puts a layer in the place of the one that was BEFORE, AFTER or CHANGES."""
        old = self.layer(part)
        if old is not None:
            old.repaintRequested.disconnect(self._layer_shown_anew)
        self._ids.pop(part, None)
        self._pictures[part].clear()
        if part == CHANGES:
            self._overlay = None
        if layer is not None:
            self._ids[part] = layer.id()
            layer.repaintRequested.connect(self._layer_shown_anew)

    # --- what changes outside

    def _layers_go(self, ids: Sequence[str]) -> None:
        """Layers are being removed, one by one or with their project."""
        if not self.is_active:
            return
        if {self._ids[BEFORE], self._ids[AFTER]} & set(ids):
            self.end()
        elif self._ids.get(CHANGES) in ids:
            self.show_changes(None)

    def _layer_shown_anew(self, *_: object) -> None:
        self._overlay = None
        self._render_soon()

    # --- mouse and keys

    def _move(self, x: float) -> None:
        self._fraction = min(max(x / max(self._canvas.width(), 1), 0.0), 1.0)
        self._update()

    def _swap(self, are_swapped: bool) -> None:
        self.are_swapped = are_swapped
        self._update()

    def _switch_changes(self) -> None:
        self.are_changes_shown = not self.are_changes_shown
        self._update()

    # --- the canvas

    def _update(self) -> None:
        """Shows the pictures that there are, where the line is."""
        if self._item is None:
            return
        sides = [(self._pictures[part], self._name(part)) for part in (BEFORE, AFTER)]
        self._item.sides = tuple(sides[::-1] if self.are_swapped else sides)
        self._item.changes = self._pictures[CHANGES] if self.are_changes_shown else None
        self._item.position = self._input.position = self._fraction * self._canvas.width()
        self._item.update()

    def _name(self, part: str) -> str:
        layer = self.layer(part)
        return layer.name() if layer is not None else ""

    def _render_soon(self) -> None:
        self._rest.start()

    def _render(self) -> None:
        """Renders each layer alone, on the ground that the canvas shows now."""
        self._update()  # the canvas may have another size
        background = self._canvas.canvasColor()
        for part in (BEFORE, AFTER):
            self._render_layer(part, self.layer(part), background)
        changes = self.layer(CHANGES)
        if changes is not None and self._overlay is None:
            self._overlay = overlay(changes)
        self._render_layer(CHANGES, self._overlay, QColor(0, 0, 0, 0))

    def _render_layer(self, part: str, layer: QgsMapLayer | None, background: QColor) -> None:
        if layer is None:
            return
        settings = QgsMapSettings(self._canvas.mapSettings())
        settings.setLayers([layer])
        settings.setBackgroundColor(background)
        self._pictures[part].render(settings)
