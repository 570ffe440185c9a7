"""Reading vector layers through GDAL, and rasterising them on a pixel grid."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from ..arrays import Int32Array
from ..errors import VectorError
from .gdal_calls import gdal_reason, quiet_gdal
from .grid import RasterGrid
from .plain_text import plain_text
from .tiling import Window

_CLASS_INDEX = "class_index"
_SHAPE_INDEX = "shape_index"
_WHOLE_LAYER = "reference"


def is_vector(path: str | Path) -> bool:
    """Whether GDAL can read a file as a vector layer."""
    dataset = open_vector(path)
    return dataset is not None and dataset.GetLayerCount() > 0


@dataclass
class LeftOut:
    """How many shapes of a layer cannot be used.

    Attributes:
        total: Shapes that the layer has.
        without_class: Those whose class is not given or blank.
        without_shape: Those without a geometry.
        elsewhere: Those that have no place in the raster's reference system.
    """

    total: int = 0
    without_class: int = 0
    without_shape: int = 0
    elsewhere: int = 0

    def sentence(self, path: str) -> str:
        """What is left out, for the user; empty if nothing is."""
        reasons = {
            "without a class": self.without_class,
            "without a geometry": self.without_shape,
            "outside the area of the raster's reference system": self.elsewhere,
        }
        count = sum(reasons.values())
        if not count:
            return ""
        parts = ", ".join(f"{number} {reason}" for reason, number in reasons.items() if number)
        return f"{count} of the {self.total} shapes of {path} are left out: {parts}."


class VectorSource:
    """The shapes of a layer that overlap a raster, in its reference system.

    Args:
        path: Anything OGR opens; its first layer is used, or the one named after `|layername=`.
        grid: The pixel grid of the raster.
        field: The field with the class of each shape; without it all shapes are of one class. Shapes without a value
            or with a blank one are left out.
        may_miss: Whether it is allowed that no shape overlaps the grid.

    Attributes:
        classes: Names of the classes, sorted: numbers first, by value.
        left_out: How many shapes cannot be used.

    Raises:
        VectorError: The layer or field cannot be used, or no shape overlaps the grid.
    """

    def __init__(self, path: str | Path, grid: RasterGrid, field: str = "", may_miss: bool = False) -> None:
        self.grid = grid
        self.path = str(path)
        dataset = open_vector(path)
        if dataset is None:
            raise VectorError(f"Cannot read the vector layer {path}: {gdal_reason('no such layer')}.")
        layer = named_layer(dataset, self.path)
        self.left_out = LeftOut()
        names = self._names(layer, field)
        self.classes = sorted(set(filter(None, names)), key=_number_first)
        if names and not self.classes:
            raise VectorError(
                f"None of the {len(names)} shapes of {self.path} has a class in the field '{field}'; choose another "
                "field, or fill it in."
            )
        self._memory = memory_driver().CreateDataSource("shapes")
        self._shapes = self._memory.CreateLayer("shapes", reference_system(grid.wkt), ogr.wkbUnknown)
        for name in (_CLASS_INDEX, _SHAPE_INDEX):
            self._shapes.CreateField(ogr.FieldDefn(name, ogr.OFTInteger))
        self._copy(layer, names)
        if not self._shapes.GetFeatureCount() and not may_miss:
            raise VectorError(f"No shape of {self.path} overlaps the raster; choose a layer that covers it.")

    def _names(self, layer: ogr.Layer, field: str) -> list[str]:
        """Class of each feature in the layer's order, empty for none. Ids need not be different in all formats."""
        index = field_index(layer, field, self.path) if field else -1
        layer.ResetReading()
        return [class_name(feature, index) if field else _WHOLE_LAYER for feature in layer]

    def _copy(self, layer: ogr.Layer, names: Sequence[str]) -> None:
        transform = transformation(layer.GetSpatialRef(), reference_system(self.grid.wkt))
        extent = extent_polygon(self.grid)
        numbers = {name: number for number, name in enumerate(self.classes, start=1)}
        self.left_out.total = len(names)
        layer.ResetReading()
        for feature, name in zip(layer, names):
            geometry = feature.GetGeometryRef()
            if not name:
                self.left_out.without_class += 1
                continue
            if geometry is None or geometry.IsEmpty():
                self.left_out.without_shape += 1
                continue
            geometry = geometry.Clone()
            with quiet_gdal():
                if transform is not None and geometry.Transform(transform) != 0:
                    self.left_out.elsewhere += 1  # so it cannot overlap the raster
                    continue
            if not geometry.Intersects(extent):
                continue
            shape = ogr.Feature(self._shapes.GetLayerDefn())
            shape.SetGeometry(geometry)
            shape.SetField(_CLASS_INDEX, numbers[name])
            shape.SetField(_SHAPE_INDEX, self._shapes.GetFeatureCount() + 1)
            self._shapes.CreateFeature(shape)

    @property
    def only_points(self) -> bool:
        """Whether all shapes are points."""
        return _are_points(self._shapes)

    def burn(self, window: Window) -> Int32Array:
        """Rasterises the classes of the shapes in a window; later shapes cover earlier ones.

        Returns:
            (rows, cols): 1 + index of the class where a polygon covers the centre of the pixel or a point lies in it;
            else 0.
        """
        return self._burn(window, _CLASS_INDEX)

    def burn_shapes(self, window: Window) -> Int32Array:
        """Like `burn`, but with the number of the shape, from 1, instead of its class."""
        return self._burn(window, _SHAPE_INDEX)

    def _burn(self, window: Window, attribute: str) -> Int32Array:
        part = self.grid.cropped(window)
        target = gdal.GetDriverByName("MEM").Create("", window.cols, window.rows, 1, gdal.GDT_Int32)
        target.SetGeoTransform(part.transform)
        target.SetProjection(part.wkt)
        self._shapes.SetSpatialFilter(extent_polygon(part))
        with quiet_gdal():
            gdal.RasterizeLayer(target, [1], self._shapes, options=[f"ATTRIBUTE={attribute}"])
        return np.frombuffer(target.ReadRaster(), np.int32).reshape(window.rows, window.cols).copy()


def has_only_points(path: str | Path) -> bool:
    """Whether all shapes of a layer are points."""
    dataset = open_vector(path)
    return dataset is not None and _are_points(named_layer(dataset, str(path)))


def _are_points(layer: ogr.Layer) -> bool:
    layer.SetSpatialFilter(None)
    layer.ResetReading()
    shapes = (feature.GetGeometryRef() for feature in layer)
    return all(shape is None or shape.GetDimension() == 0 for shape in shapes)


def layer_grid(path: str | Path, pixels: int) -> RasterGrid:
    """A grid of square pixels over the extent of a layer, with `pixels` along its longer side.

    Raises:
        VectorError: The layer cannot be read or has no extent.
    """
    dataset = open_vector(path)
    if dataset is None:
        raise VectorError(f"Cannot read the vector layer {path}; check that the file exists.")
    layer = named_layer(dataset, str(path))
    xmin, xmax, ymin, ymax = layer.GetExtent()
    size = max(xmax - xmin, ymax - ymin) / pixels
    if not size > 0:
        raise VectorError(f"{path} has no shapes with an area; choose a polygon layer.")
    system = layer.GetSpatialRef()
    cols, rows = max(round((xmax - xmin) / size), 1), max(round((ymax - ymin) / size), 1)
    return RasterGrid(cols, rows, (xmin, size, 0.0, ymax, 0.0, -size), system.ExportToWkt() if system else "")


def class_name(feature: ogr.Feature, index: int) -> str:
    """The class in a field of a shape, as text; empty where it is not given or blank.

    Numbers are written as short as they can be: a Shapefile pads them with zeros to the width of the field.
    """
    if not feature.IsFieldSetAndNotNull(index):
        return ""
    if feature.GetFieldDefnRef(index).GetType() == ogr.OFTReal:
        value = feature.GetFieldAsDouble(index)
        return "" if math.isnan(value) else f"{value:.15g}"
    name = plain_text(str(feature.GetFieldAsString(index)))
    return name if name.strip() else ""


def field_index(layer: ogr.Layer, field: str, path: str) -> int:
    """The index of a field.

    Raises:
        VectorError: The layer has no field of that name.
    """
    definition = layer.GetLayerDefn()
    index: int = definition.GetFieldIndex(field)
    if index < 0:
        names = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
        raise VectorError(f"{path} has no field '{field}'; its fields are: {', '.join(names) or 'none'}.")
    return index


def open_vector(path: str | Path) -> gdal.Dataset | None:
    """Opens a file with vector layers; None if GDAL cannot read any."""
    name = str(path).split("|", 1)[0]
    with quiet_gdal():
        try:
            return gdal.OpenEx(name, gdal.OF_VECTOR | gdal.OF_READONLY)
        except RuntimeError:  # QGIS or a script may have switched GDAL's exceptions on
            return None


def named_layer(dataset: gdal.Dataset, path: str) -> ogr.Layer:
    """The layer that is named in QGIS' notation `file|layername=name`, or the first one.

    Raises:
        VectorError: There is no such layer.
    """
    wanted = [part.split("=", 1)[1] for part in path.split("|")[1:] if part.startswith("layername=")]
    layer = dataset.GetLayerByName(wanted[0]) if wanted else dataset.GetLayer(0)
    if layer is None:
        raise VectorError(f"{path} has no such layer; choose another.")
    return layer


def memory_driver() -> ogr.Driver:
    """The driver of layers in memory. GDAL 3.11 has renamed it, and warns when the old name is used."""
    return ogr.GetDriverByName("MEM" if int(gdal.VersionInfo()) >= 3110000 else "Memory")


def reference_system(wkt: str) -> osr.SpatialReference | None:
    """The reference system of a WKT, with x before y; None for an empty WKT."""
    if not wkt:
        return None
    system = osr.SpatialReference(wkt)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def transformation(
    source: osr.SpatialReference | None, target: osr.SpatialReference | None
) -> osr.CoordinateTransformation | None:
    """The transformation from one reference system to another; None if they are the same or one is unknown."""
    if source is None or target is None or _is_undefined(source) or source.IsSame(target):
        return None
    source = source.Clone()
    source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(source, target)


def _is_undefined(system: osr.SpatialReference) -> bool:
    """Whether a reference system only says that it is unknown, as GeoPackages do."""
    return str(system.GetName() or "").lower().startswith("undefined ")


def extent_polygon(grid: RasterGrid) -> ogr.Geometry:
    """The outline of a grid in its reference system."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [*grid.corners, grid.corners[0]]:
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def _number_first(name: str) -> tuple[int, float, str]:
    """Sort key that puts 2 before 10, and numbers before words."""
    try:
        return 0, float(name), name
    except ValueError:
        return 1, 0.0, name
