"""How segmenting cleans its result: the smallest area, smoothing, and whether only what is in view is segmented."""

from __future__ import annotations

import math

from qgis.PyQt.QtWidgets import QCheckBox, QDoubleSpinBox, QFormLayout, QWidget

from ..translation import tr
from .session import Session

_PIXELS_OF_SMALLEST_AREA = 60.0
# Of the brush's circle: the pixels of a dot are a few less or more, and a dot is to stay.
_SHARE_OF_DOT = 0.9
_PIXELS_OF_SMOOTHING = 1.5
_LARGEST = 1e12


class CleaningFields(QWidget):
    """Fields with defaults that fit the raster and the brush; what the user types stays until another raster."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._raster = ""
        self._typed: set[QDoubleSpinBox] = set()
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.area_box = self._make_box()
        self.area_box.setToolTip(
            tr("Smaller polygons, and spots of the class raster, join a neighbour. At first the area of the brush.")
        )
        self.smoothing_box = self._make_box()
        self.smoothing_box.setToolTip(
            tr("How far outlines may move to lose their stairs: at first one and a half pixels. 0 keeps the pixels.")
        )
        self.view_box = QCheckBox(tr("Only what is in view"))
        layout.addRow(tr("Smallest area"), self.area_box)
        layout.addRow(tr("Smoothing"), self.smoothing_box)
        layout.addRow("", self.view_box)
        for signal in (session.raster_changed, session.paintings.changed, session.brush.changed):
            signal.connect(self._refresh)
        self._refresh()

    def _make_box(self) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setKeyboardTracking(False)
        box.setRange(0, _LARGEST)
        box.valueChanged.connect(lambda: self._typed.add(box))
        return box

    # --- in units of the raster

    @property
    def min_area(self) -> float:
        """In square units of the raster."""
        return self.area_box.value() / self._session.unit.per_map_unit**2

    @property
    def simplify(self) -> float:
        """In units of the raster."""
        return self.smoothing_box.value() / self._session.unit.per_map_unit

    @property
    def only_in_view(self) -> bool:
        """Whether only what is in view is segmented."""
        return self.view_box.isChecked()

    # --- defaults

    def _refresh(self) -> None:
        session, layer = self._session, self._session.layer
        self.setEnabled(layer is not None)
        if layer is None:
            return
        if session.source != self._raster:
            self._raster = session.source
            self._typed.clear()
        unit = session.unit
        pixel = math.sqrt(abs(layer.rasterUnitsPerPixelX() * layer.rasterUnitsPerPixelY())) * unit.per_map_unit
        # The narrowest stroke tells how small a thing matters.
        brush = min((stroke.width for stroke in session.painting.strokes), default=session.brush.width)
        area = max(_SHARE_OF_DOT * math.pi * (brush * unit.per_map_unit / 2) ** 2, _PIXELS_OF_SMALLEST_AREA * pixel**2)
        self._show(self.area_box, area, f"{unit.suffix}\u00b2" if unit.suffix else "")
        self._show(self.smoothing_box, _PIXELS_OF_SMOOTHING * pixel, unit.suffix)

    def _show(self, box: QDoubleSpinBox, value: float, suffix: str) -> None:
        box.blockSignals(True)
        box.setSuffix(f" {suffix}".rstrip())
        if box not in self._typed and value > 0 and math.isfinite(value):
            decimals = max(1 - math.floor(math.log10(value)), 0)
            box.setDecimals(min(decimals, 12))
            box.setSingleStep(10 ** math.floor(math.log10(value)))
            box.setValue(value)
        box.blockSignals(False)
