"""The plugin's own icons, QGIS' icons, and squares of a colour."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from ..core.io.palette import Colour

_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"


def own_icon(name: str) -> QIcon:
    """An icon of the plugin."""
    return QIcon(str(_FOLDER / f"{name}.svg"))


def theme_icon(name: str) -> QIcon:
    """An icon of QGIS."""
    return QgsApplication.getThemeIcon(f"/{name}.svg")


def square(colour: Colour, side: int = 32) -> QPixmap:
    """A square of a colour."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(*colour).darker(150), 1.5))
    painter.setBrush(QColor(*colour))
    painter.drawRoundedRect(QRectF(2, 2, side - 4, side - 4), side / 6, side / 6)
    painter.end()
    return pixmap


def swatch(colour: Colour) -> QIcon:
    """An icon of a colour."""
    pixmap = square(colour)
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # otherwise Qt tints the icon of a selected row
    return icon
