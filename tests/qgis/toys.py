"""Small rasters and layers whose right answers are obvious, and eyes for what algorithms wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsProcessingFeedback

EPSG = 32633
SIZE = 96
PIXEL = 0.5
LEFT, TOP = 500000.0, 5200000.0
# No data: the first rows and columns.
EMPTY = 8
# Of the quadrants, row by row: colour and strength of the texture.
QUADRANTS = {
    "water": ((40, 60, 160), 2),
    "wood": ((30, 110, 40), 18),
    "field": ((200, 190, 80), 4),
    "roof": ((190, 60, 50), 10),
}
# The four corners of the raster in its system: left, right, bottom, top.
EXTENT = (LEFT, LEFT + SIZE * PIXEL, TOP - SIZE * PIXEL, TOP)

# Parameters of a training that takes a second.
TINY = {"NETWORK": "unet_same", "CLUSTERS": 6, "EPOCHS": 1, "TILE_SIZE": 32, "WIDTH": 4, "BATCH_SIZE": 4}


def quadrant_values() -> np.ndarray:
    """The index of each pixel's quadrant (rows, cols)."""
    half = np.arange(SIZE) >= SIZE // 2
    return half[:, None] * 2 + half[None, :]


def quadrant_clusters() -> np.ndarray:
    """What a perfect network would find, as a cluster raster stores it; 0 where there is no data."""
    values = quadrant_values().astype(np.uint8) + 1
    values[:EMPTY, :EMPTY] = 0
    return values


def picture(bands: int = 3, seed: int = 0) -> np.ndarray:
    """The quadrants as uint8 (bands, rows, cols); 0 where there is no data."""
    random = np.random.default_rng(seed)
    colours = np.array([colour for colour, _ in QUADRANTS.values()], float)
    strengths = np.array([strength for _, strength in QUADRANTS.values()], float)
    place = quadrant_values()
    values = colours[place].transpose(2, 0, 1) + random.normal(size=(3, SIZE, SIZE)) * strengths[place]
    values = np.clip(values, 1, 255).astype(np.uint8)[np.arange(bands) % 3]
    values[:, :EMPTY, :EMPTY] = 0
    return values


def write_raster(
    path: Path,
    values: np.ndarray,
    *,
    no_data: float | None = 0,
    epsg: int = EPSG,
    left: float = LEFT,
    top: float = TOP,
    pixel: float = PIXEL,
) -> str:
    """Writes (bands, rows, cols) as GeoTIFF."""
    kinds = {"uint8": gdal.GDT_Byte, "float32": gdal.GDT_Float32}
    bands, rows, cols = values.shape
    raster = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, bands, kinds[values.dtype.name])
    raster.SetGeoTransform((left, pixel, 0, top, 0, -pixel))
    raster.SetProjection(system(epsg).ExportToWkt())
    for index in range(bands):
        if no_data is not None:
            raster.GetRasterBand(index + 1).SetNoDataValue(no_data)
        raster.GetRasterBand(index + 1).WriteRaster(0, 0, cols, rows, values[index].tobytes())
    raster.FlushCache()
    return str(path)


def write_polygons(
    path: Path, boxes: list[tuple[str, tuple[float, float, float, float]]], epsg: int = EPSG, field: str = "label"
) -> str:
    """Writes boxes (left, right, bottom, top as in EXTENT) with a field of their names, reprojected to `epsg`."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("reference", system(epsg), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    to_target = osr.CoordinateTransformation(system(EPSG), system(epsg))
    for label, (left, right, bottom, top) in boxes:
        shape = ogr.CreateGeometryFromWkt(
            f"POLYGON(({left} {bottom},{right} {bottom},{right} {top},{left} {top},{left} {bottom}))"
        )
        shape.Transform(to_target)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(shape)
        feature.SetField(field, label)
        layer.CreateFeature(feature)
    return str(path)


def name_values(path: str, names: dict[int, tuple[str, tuple[int, int, int]]]) -> None:
    """Gives the values of a raster names and colours."""
    raster = gdal.Open(path, gdal.GA_Update)
    table = gdal.ColorTable()
    for value, (_, colour) in names.items():
        table.SetColorEntry(value, (*colour, 255))
    raster.GetRasterBand(1).SetColorTable(table)
    raster.GetRasterBand(1).SetCategoryNames([names.get(value, ("",))[0] for value in range(max(names) + 1)])


def quadrant_boxes() -> list[tuple[str, tuple[float, float, float, float]]]:
    """The quadrants as boxes, 1 m inside their borders."""
    left, right, bottom, top = EXTENT
    middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
    corners = [
        (left, middle_x, middle_y, top),
        (middle_x, right, middle_y, top),
        (left, middle_x, bottom, middle_y),
        (middle_x, right, bottom, middle_y),
    ]
    return [(name, (a + 1, b - 1, c + 1, d - 1)) for name, (a, b, c, d) in zip(QUADRANTS, corners)]


def in_system(extent: tuple[float, float, float, float], epsg: int) -> tuple[float, float, float, float]:
    """An extent (left, right, bottom, top) around the same place in another system."""
    left, right, bottom, top = extent
    transform = osr.CoordinateTransformation(system(EPSG), system(epsg))
    points = [transform.TransformPoint(x, y)[:2] for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*points)
    return min(xs), max(xs), min(ys), max(ys)


def system(epsg: int) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def read(path: str | Path) -> np.ndarray:
    """All values of a raster (bands, rows, cols)."""
    raster = gdal.Open(str(path))
    kinds = {gdal.GDT_Byte: np.uint8, gdal.GDT_UInt16: np.uint16, gdal.GDT_Float32: np.float32}
    kind = kinds[raster.GetRasterBand(1).DataType]
    shape = (raster.RasterCount, raster.RasterYSize, raster.RasterXSize)
    return np.frombuffer(raster.ReadRaster(), kind).reshape(shape)


def grid(path: str | Path) -> tuple[Any, ...]:
    """Size, geotransform and EPSG code of a raster."""
    raster = gdal.Open(str(path))
    code = osr.SpatialReference(raster.GetProjection()).GetAuthorityCode(None)
    return raster.RasterXSize, raster.RasterYSize, raster.GetGeoTransform(), int(code)


def purity(clusters: np.ndarray) -> float:
    """Share of pixels in the quadrant that most pixels of their cluster lie in."""
    valid = clusters > 0
    counts = np.zeros((clusters.max() + 1, 4), int)
    np.add.at(counts, (clusters[valid], quadrant_values()[valid]), 1)
    return counts.max(1).sum() / valid.sum()


def left_behind(folder: Path) -> list[str]:
    """Folders of half-written outputs."""
    return [str(path) for path in folder.rglob("*.partial")]


class Heard(QgsProcessingFeedback):
    """Keeps what an algorithm said."""

    def __init__(self) -> None:
        super().__init__(False)
        self.text: list[str] = []
        self.progress: list[float] = []
        self.progressChanged.connect(self.progress.append)

    def pushInfo(self, info: str) -> None:
        self.text.append(info)

    def setProgressText(self, text: str) -> None:
        self.text.append(text)
