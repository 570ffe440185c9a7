"""How many polygons each class has, and their area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsFeatureRequest, QgsVectorLayer

_SQUARE_METRES_PER_HECTARE = 10_000.0


@dataclass(frozen=True)
class ClassArea:
    """The polygons of one class.

    Attributes:
        name: Of the class.
        polygons: Their number.
        hectares: Their area on the ellipsoid; None if the raster has no reference system.
    """

    name: str
    polygons: int
    hectares: float | None


def class_areas(path: str, names: Sequence[str]) -> list[ClassArea]:
    """Adds up the polygons of a GeoPackage, in the order of the names. Any thread may call this.

    Args:
        path: As `clusternet:segment` writes it.
        names: The classes; those without polygons are listed too.
    """
    layer = QgsVectorLayer(path, "polygons", "ogr")
    fields = layer.fields().names() if layer.isValid() else []
    if "class" not in fields:
        return []
    is_measured = "area_m2" in fields
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(["class", *(["area_m2"] if is_measured else [])], layer.fields())
    counts, areas = dict.fromkeys(names, 0), dict.fromkeys(names, 0.0)
    for feature in layer.getFeatures(request):
        name = str(feature["class"])
        counts[name] = counts.get(name, 0) + 1
        if is_measured:
            areas[name] = areas.get(name, 0.0) + float(feature["area_m2"]) / _SQUARE_METRES_PER_HECTARE
    return [ClassArea(name, count, areas[name] if is_measured else None) for name, count in counts.items()]
