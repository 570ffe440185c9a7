"""Whether two reference systems are the same, and where they put the same coordinates."""

from __future__ import annotations

from collections.abc import Sequence

from osgeo import osr

from .gdal_calls import quiet_gdal

WGS84 = "EPSG:4326"
# What files have instead of no reference system, by the GeoPackage standard; QGIS draws it in place.
UNDEFINED = "Undefined Cartesian SRS"
# Programs may swap the axes as they like; GDAL keeps the east before the north.
_SAME = [
    "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS",
    "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
    "IGNORE_COORDINATE_EPOCH=YES",
]
# About a tenth of a millimetre.
_DEGREES = 1e-9


def system_of(text: str) -> osr.SpatialReference:
    """A reference system of its WKT or code, with the east before the north."""
    system = osr.SpatialReference()
    system.SetFromUserInput(text)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def is_same_place(wkt: str, other: str, points: Sequence[tuple[float, float]]) -> bool:
    """Whether a file keeps a reference system, though perhaps in other words.

    Args:
        wkt: The one that was written; empty for none.
        other: The one that was read; empty for none.
        points: Coordinates in both. In systems that have no code, they must lie at the same place of the Earth.
    """
    with quiet_gdal():
        if not wkt:
            return not other or system_of(other).GetName() == UNDEFINED
        if not other:
            return False
        first, second = system_of(wkt), system_of(other)
        if first.IsSame(second, _SAME):
            return True
        if first.IsGeographic() != second.IsGeographic():
            return False
        degrees = [_in_degrees(system, points) for system in (first, second)]
    pairs = list(zip(*degrees))
    return bool(pairs) and all(abs(a - b) <= _DEGREES for one, two in pairs for a, b in zip(one, two))


def _in_degrees(system: osr.SpatialReference, points: Sequence[tuple[float, float]]) -> list[tuple[float, ...]]:
    """Longitudes and latitudes in WGS 84; none for a system that is not on the Earth."""
    try:
        to_degrees = osr.CoordinateTransformation(system, system_of(WGS84))
        return [tuple(point[:2]) for point in to_degrees.TransformPoints([list(point) for point in points])]
    except (RuntimeError, AttributeError, TypeError):
        return []
