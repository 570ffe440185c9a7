"""Points of any layer on a raster's pixel grid."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from ..arrays import DoubleArray
from ..errors import RasterError, VectorError
from .gdal_calls import gdal_reason, quiet_gdal
from .grid import RasterGrid
from .vectors import named_layer, open_vector, reference_system, transformation


def read_points(path: str | Path, grid: RasterGrid) -> DoubleArray:
    """(n, 2) row and column of each point of a layer, with fractions of pixels; also of points beyond the grid.

    Of shapes that are no points, such as circles around trees, a point on their surface is taken. Shapes without a
    place in the raster's reference system are left out.

    Raises:
        VectorError: The layer cannot be read.
        RasterError: The grid's geotransform cannot be inverted.
    """
    inverse = gdal.InvGeoTransform(grid.transform)
    if inverse is None:
        raise RasterError(f"The raster's geotransform {grid.transform} cannot be inverted; georeference it anew.")
    dataset = open_vector(path)
    if dataset is None:
        raise VectorError(f"Cannot read the vector layer {path}: {gdal_reason('no such layer')}.")
    layer = named_layer(dataset, str(path))
    transform = transformation(layer.GetSpatialRef(), reference_system(grid.wkt))
    places: list[tuple[float, float]] = []
    layer.ResetReading()
    with quiet_gdal():
        for feature in layer:
            shape = feature.GetGeometryRef()
            if shape is None or shape.IsEmpty():
                continue
            shape = shape.Clone()
            if transform is not None and not _is_transformed(shape, transform):
                continue
            places += [(point.GetX(), point.GetY()) for point in _points(shape)]
    positions = np.array(
        [gdal.ApplyGeoTransform(inverse, x, y)[::-1] for x, y in places if math.isfinite(x) and math.isfinite(y)]
    )
    return positions.reshape(-1, 2)


def _is_transformed(shape: ogr.Geometry, transform: object) -> bool:
    try:
        return bool(shape.Transform(transform) == 0)
    except RuntimeError:  # QGIS or a script may have switched GDAL's exceptions on
        return False


def _points(shape: ogr.Geometry) -> list[ogr.Geometry]:
    kind = ogr.GT_Flatten(shape.GetGeometryType())
    if kind == ogr.wkbPoint:
        return [shape]
    if kind == ogr.wkbMultiPoint:
        return [shape.GetGeometryRef(index) for index in range(shape.GetGeometryCount())]
    return [shape.PointOnSurface() if shape.GetDimension() == 2 else shape.Centroid()]
