"""The unit in which lengths on a raster are shown: that of its map, but metres where the map is in degrees."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import QgsRasterLayer, QgsUnitTypes

_METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True)
class ShownUnit:
    """A unit of length.

    Attributes:
        per_map_unit: How many of it are one unit of the raster's reference system.
        suffix: Its abbreviation; empty if the raster has no reference system.
    """

    per_map_unit: float = 1.0
    suffix: str = ""


def shown_unit(layer: QgsRasterLayer | None) -> ShownUnit:
    """The unit for a raster. A degree is the geometric mean of one of latitude and one of longitude at its centre."""
    if layer is None or not layer.crs().isValid():
        return ShownUnit()
    if not layer.crs().isGeographic():
        return ShownUnit(1.0, str(QgsUnitTypes.toAbbreviatedString(layer.crs().mapUnits())))
    latitude = math.radians(min(abs(layer.extent().center().y()), 89.0))
    return ShownUnit(_METRES_PER_DEGREE * math.sqrt(math.cos(latitude)), "m")
