"""Small georeferenced rasters and layers, written and read by GDAL itself and not by what is tested."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

UTM_40N = 32640
NORTH_UP = (300000.0, 2.0, 0.0, 2780000.0, 0.0, -2.0)
SOUTH_UP = (300000.0, 2.0, 0.0, 2780000.0, 0.0, 2.0)
ROTATED = (300000.0, 1.6, 1.2, 2780000.0, 1.2, -1.6)

_TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "uint32": gdal.GDT_UInt32,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
    "complex64": gdal.GDT_CFloat32,
}


def wkt_of(epsg: int) -> str:
    """A reference system as WKT."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    return system.ExportToWkt()


def write(
    path: Path,
    values: NDArray[np.generic],
    transform: tuple[float, ...] | None = NORTH_UP,
    epsg: int | None = UTM_40N,
    no_data: float | Sequence[float | None] | None = None,
    alpha: bool = False,
    mask: NDArray[np.bool_] | None = None,
    names: Sequence[str] = (),
    descriptions: Sequence[str] = (),
) -> str:
    """Writes (rows, cols) or (bands, rows, cols) as GeoTIFF; with `alpha` the last band is one."""
    values = values[None] if values.ndim == 2 else values
    bands, rows, cols = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, bands, _TYPES[values.dtype.name])
    if transform:
        dataset.SetGeoTransform(transform)
    if epsg:
        dataset.SetProjection(wkt_of(epsg))
    no_data = list(no_data) if isinstance(no_data, Sequence) else [no_data] * bands
    for index, (band_values, nothing) in enumerate(zip(values, no_data, strict=True), start=1):
        band = dataset.GetRasterBand(index)
        if nothing is not None:
            band.SetNoDataValue(nothing)
        band.SetColorInterpretation(gdal.GCI_AlphaBand if alpha and index == bands else gdal.GCI_Undefined)
        band.WriteRaster(0, 0, cols, rows, np.ascontiguousarray(band_values).tobytes())
    for index, text in enumerate(descriptions, start=1):
        dataset.GetRasterBand(index).SetDescription(text)
    if names:
        dataset.GetRasterBand(1).SetCategoryNames(list(names))
    if mask is not None:
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        flags = np.where(mask, 255, 0).astype(np.uint8)
        dataset.GetRasterBand(1).GetMaskBand().WriteRaster(0, 0, cols, rows, flags.tobytes())
    del dataset
    return str(path)


def read(path: str | Path) -> NDArray[np.generic]:
    """All values (bands, rows, cols), as they are stored."""
    dataset = gdal.Open(str(path))
    kind = next(name for name, number in _TYPES.items() if number == dataset.GetRasterBand(1).DataType)
    shape = (dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize)
    return np.frombuffer(dataset.ReadRaster(), kind).reshape(shape)


def open_files() -> list[str]:
    """Paths that this process holds open."""
    return [os.path.realpath(handle) for handle in Path("/proc/self/fd").iterdir()]


def box(xmin: float, ymin: float, xmax: float, ymax: float) -> str:
    """A rectangle as WKT."""
    return f"POLYGON(({xmin} {ymin},{xmax} {ymin},{xmax} {ymax},{xmin} {ymax},{xmin} {ymin}))"


def pixel_box(
    first_col: float,
    first_row: float,
    end_col: float,
    end_row: float,
    transform: tuple[float, ...] = NORTH_UP,
) -> str:
    """The outline of a block of pixels as WKT."""
    corners = [(first_col, first_row), (end_col, first_row), (end_col, end_row), (first_col, end_row)]
    points = [gdal.ApplyGeoTransform(transform, col, row) for col, row in [*corners, corners[0]]]
    return "POLYGON((" + ",".join(f"{x!r} {y!r}" for x, y in points) + "))"


def part_of(transform: tuple[float, ...], row: int, col: int) -> tuple[float, ...]:
    """The geotransform of a part of a raster, which begins at a row and column of it."""
    x, y = gdal.ApplyGeoTransform(transform, col, row)
    return (x, *transform[1:3], y, *transform[4:])


def write_shapes(
    path: Path, shapes: Sequence[tuple[str, str | None]], epsg: int | None = UTM_40N, field: str = "class"
) -> str:
    """Writes WKT geometries, each with its class, as GeoPackage."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    system = osr.SpatialReference(wkt_of(epsg)) if epsg else None
    layer = dataset.CreateLayer(path.stem, system, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for wkt, value in shapes:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        if value is not None:
            feature.SetField(field, value)
        layer.CreateFeature(feature)
    del layer, dataset
    return str(path)


def quadrants(rows: int, cols: int, bands: int = 3, seed: int = 0) -> NDArray[np.uint8]:
    """Left dark and smooth, upper right bright and smooth, lower right grey and striped."""
    generator = np.random.default_rng(seed)
    image = np.empty((bands, rows, cols), np.float64)
    image[:] = generator.normal(60, 4, image.shape)
    half_row, half_col = rows // 2, cols // 2
    image[:, :half_row, half_col:] += 140
    stripes = 60 * (np.arange(cols - half_col) // 2 % 2)
    image[:, half_row:, half_col:] += 40 + stripes
    return image.clip(1, 255).astype(np.uint8)
