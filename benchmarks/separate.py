"""Touching objects apart: crowns and buildings, against connected components and a watershed; prints JSON lines.

    python -m benchmarks.separate

Crowns: the class tree is made of our own clusters (a cluster is tree if it has half as many more labelled pixels as the
image on average, or half of its pixels are crown), or taken from the masks where they are complete. Found crowns are
matched with reference points (within 6 m), boxes (intersection over union .4) or outlines (.5), one to one. Buildings:
the reference mask is given. The settings are the same for all images: a minimum area of 2 m2 for crowns and of 60
pixels for buildings, for all methods; and for the watershed, which is scikit-image's on the distance transform, the
least distance between two markers in pixels.
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

DATA = Path(__file__).parents[2] / "shared" / "data"
KOOTENAY = DATA / "corpus/special_kootenay_ortho_chm_crowns_GPL3"
OSBS = DATA / "corpus/special_neon_osbs_field_crowns"
SJER = DATA / "corpus/special_neon_sjer052_rgb_chm_hsi"
NEON_MASKS = DATA / "labelled/neon_tree_crowns/masks"
WATERSHEDS = (3, 5, 10, 20)
_CROWN_M2 = 2.0
_BUILDING_PIXELS = 60
_POINT_METRES = 6.0


@dataclass
class Case:
    """An image with the class, and what is right of its objects: one of points, boxes and labels."""

    group: str
    image: Path
    mask: np.ndarray
    metres: float
    height: Path | None = None
    points: np.ndarray | None = None
    boxes: np.ndarray | None = None
    labels: np.ndarray | None = None


def array(path: Path) -> np.ndarray:
    """The values of a raster."""
    from osgeo import gdal

    return gdal.Open(str(path)).ReadAsArray()


def own_trees(image: Path, labelled: np.ndarray, least: float) -> np.ndarray:
    """The pixels of our own clusters with a share of labelled pixels of at least so much."""
    from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
    from clusternet_qgis.core.options import TrainOptions
    from clusternet_qgis.core.training.inputs import TrainInputs
    from clusternet_qgis.core.training.train import train

    with tempfile.TemporaryDirectory() as folder:
        model, clusters = f"{folder}/m.cnet", f"{folder}/c.tif"
        train(TrainInputs(rasters=(str(image),)), TrainOptions(epochs=0), model)
        map_raster(str(image), model, MapOutputs(clusters))
        ids = array(Path(clusters))
    share = np.bincount(ids.ravel(), labelled.ravel()) / np.maximum(np.bincount(ids.ravel()), 1)
    return (share > least)[ids] & (ids > 0)


def burned(layer: Path, like: Path, attribute: str = "") -> np.ndarray:
    """The shapes of a layer on the pixels of a raster: their attribute, or their number in the layer."""
    from osgeo import gdal, ogr, osr

    raster = gdal.Open(str(like))
    target = gdal.GetDriverByName("MEM").Create("", raster.RasterXSize, raster.RasterYSize, 1, gdal.GDT_Int32)
    target.SetGeoTransform(raster.GetGeoTransform())
    target.SetProjection(raster.GetProjection())
    source = ogr.Open(str(layer))
    shapes = source.GetLayer(0)
    systems = [osr.SpatialReference(shapes.GetSpatialRef().ExportToWkt()), osr.SpatialReference(raster.GetProjection())]
    for system in systems:
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    change = osr.CoordinateTransformation(*systems)
    memory = ogr.GetDriverByName("Memory").CreateDataSource("")
    copy = memory.CreateLayer("copy", systems[1])
    copy.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    for number, feature in enumerate(shapes, start=1):
        shape = feature.GetGeometryRef().Clone()
        shape.Transform(change)
        copied = ogr.Feature(copy.GetLayerDefn())
        copied.SetGeometry(shape)
        copied.SetField("number", feature.GetField(attribute) if attribute else number)
        copy.CreateFeature(copied)
    gdal.RasterizeLayer(target, [1], copy, options=["ATTRIBUTE=number"])
    return target.ReadAsArray()


def crowns() -> Iterator[Case]:
    """All images with crowns."""
    for image in sorted((DATA / "naip_trees/images").glob("*.tif")):
        labelled = array(DATA / f"naip_trees/masks/{image.stem}.png") > 0
        with (DATA / f"naip_trees/points/{image.stem}.csv").open(newline="") as file:
            points = np.array([(float(row["y"]), float(row["x"])) for row in csv.DictReader(file)])
        yield Case("naip_trees", image, own_trees(image, labelled, 1.5 * labelled.mean()), 0.6, points=points)
    image, height = KOOTENAY / "kootenay_rgb.tif", KOOTENAY / "kootenay_chm.tif"
    labels = burned(KOOTENAY / "kootenay_crowns.geojson", image, "treeID")
    yield Case("kootenay, crown mask", image, labels > 0, 0.5, height, labels=labels)
    yield Case("kootenay, own map", image, own_trees(image, labels > 0, 0.5), 0.5, height, labels=labels)
    image, mask = OSBS / "OSBS_029.tif", array(NEON_MASKS / "OSBS_029.png") == 1
    boxes = _boxes_of(OSBS / "OSBS_029_boxes.xml")
    yield Case("osbs_029, crown mask", image, mask, 0.1, boxes=boxes)
    yield Case("osbs_029, own map", image, own_trees(image, mask, 0.5), 0.1, boxes=boxes)
    image, mask = SJER / "SJER_052_rgb.tif", array(NEON_MASKS / "SJER_052.png") == 1
    boxes = _extents(SJER / "SJER_052_crown_boxes.geojson", image)
    height = SJER / "SJER_052_chm.tif"
    yield Case("sjer_052, crown mask", image, mask, 0.1, height, boxes=boxes)
    yield Case("sjer_052, own map", image, own_trees(image, mask, 0.5), 0.1, height, boxes=boxes)


def buildings() -> Iterator[Case]:
    """The images of Banepa, with the mask of the reference."""
    folder = DATA / "labelled/banepa_nepal_buildings"
    for image in sorted((folder / "images").glob("*.tif")):
        mask = array(folder / f"masks/{image.stem}.png") == 1
        labels = burned(DATA / "corpus/oam_banepa_nepal/buildings_osm.geojson", image)
        yield Case("banepa_nepal_buildings", image, mask, 0.149, labels=np.where(mask, labels, 0))


def _boxes_of(path: Path) -> np.ndarray:
    names = ("ymin", "xmin", "ymax", "xmax")
    found = ElementTree.parse(path).getroot().findall("object")
    return np.array([[float(entry.find(f"bndbox/{name}").text) for name in names] for entry in found])


def _extents(layer: Path, like: Path) -> np.ndarray:
    from osgeo import gdal, ogr

    left, size, _, top, _, _ = gdal.Open(str(like)).GetGeoTransform()
    source = ogr.Open(str(layer))
    extents = [feature.GetGeometryRef().GetEnvelope() for feature in source.GetLayer(0)]
    return (
        np.array([[top - north, west - left, top - south, east - left] for west, east, south, north in extents]) / size
    )


def ours(case: Case, mode: str, with_image: bool, with_height: bool) -> np.ndarray:
    """Labels of the objects of one run of the plugin."""
    from osgeo import gdal

    from clusternet_qgis.core.objects.options import ObjectInputs, ObjectOptions, ObjectOutputs
    from clusternet_qgis.core.objects.separate import separate_objects

    with tempfile.TemporaryDirectory() as folder:
        raster, layer = f"{folder}/class.tif", f"{folder}/objects.gpkg"
        image = gdal.Open(str(case.image))
        target = gdal.GetDriverByName("GTiff").Create(raster, image.RasterXSize, image.RasterYSize, 1)
        target.SetGeoTransform(image.GetGeoTransform())
        target.SetProjection(image.GetProjection())
        target.WriteArray(case.mask.astype(np.uint8))
        area = abs(image.GetGeoTransform()[1] * image.GetGeoTransform()[5])
        del target
        inputs = ObjectInputs(raster, str(case.image) if with_image else "", str(case.height) if with_height else "")
        options = ObjectOptions(("class 1",), mode, _least_pixels(case) * area)
        separate_objects(inputs, options, ObjectOutputs(layer))
        return burned(Path(layer), Path(raster))


def _least_pixels(case: Case) -> float:
    return _BUILDING_PIXELS if "buildings" in case.group else _CROWN_M2 / case.metres**2


def components(case: Case) -> np.ndarray:
    """Labels of the connected components."""
    from scipy import ndimage

    return _without_small(ndimage.label(case.mask)[0], _least_pixels(case))


def watershed(case: Case, distance: int) -> np.ndarray:
    """Labels of a watershed on the distance transform, as scikit-image's example has it."""
    from scipy import ndimage
    from skimage import feature, segmentation

    height = ndimage.distance_transform_edt(case.mask)
    peaks = feature.peak_local_max(height, min_distance=distance, labels=ndimage.label(case.mask)[0])
    markers = np.zeros(case.mask.shape, int)
    markers[tuple(peaks.T)] = np.arange(1, len(peaks) + 1)
    return _without_small(segmentation.watershed(-height, markers, mask=case.mask), _least_pixels(case))


def _without_small(labels: np.ndarray, least: float) -> np.ndarray:
    return np.where(np.bincount(labels.ravel())[labels] < least, 0, labels)


def matched(case: Case, labels: np.ndarray) -> tuple[int, int, int]:
    """How many objects are right, found and there."""
    from scipy import ndimage
    from scipy.optimize import linear_sum_assignment

    places = [(number, place) for number, place in enumerate(ndimage.find_objects(labels), start=1) if place]
    if case.labels is not None:
        size = np.bincount(case.labels.ravel())
        big = size >= _least_pixels(case) if "buildings" in case.group else size > 0
        big[0] = False
        both = (labels > 0) & (case.labels > 0)
        keys, counts = np.unique(labels[both].astype(np.int64) * len(size) + case.labels[both], return_counts=True)
        mine, theirs = keys // len(size), keys % len(size)
        share = counts / (np.bincount(labels.ravel())[mine] + size[theirs] - counts)
        return int(((share > 0.5) & big[theirs]).sum()), len(places), int(big.sum())
    if not places:
        return 0, 0, len(case.boxes if case.points is None else case.points)
    if case.points is not None:
        middles = np.array(ndimage.center_of_mass(labels > 0, labels, [number for number, _ in places]))
        distance = np.linalg.norm(middles[:, None] - case.points[None], axis=2)
        most = _POINT_METRES / case.metres
        quality = np.where(distance <= most, most + 1 - distance, 0)
        total = len(case.points)
    else:
        found = np.array([[p[0].start, p[1].start, p[0].stop, p[1].stop] for _, p in places], float)
        quality = _overlap(found, case.boxes)
        quality[quality < 0.4] = 0
        total = len(case.boxes)
    one, other = linear_sum_assignment(-quality)
    return int((quality[one, other] > 0).sum()), len(places), total


def _overlap(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    low, high = np.maximum(one[:, None, :2], other[None, :, :2]), np.minimum(one[:, None, 2:], other[None, :, 2:])
    common = np.clip(high - low, 0, None).prod(2)
    areas = [(boxes[:, 2:] - boxes[:, :2]).prod(1) for boxes in (one, other)]
    return common / (areas[0][:, None] + areas[1][None] - common)


def main() -> None:
    """Measures crowns, then buildings."""
    if not DATA.is_dir():
        print(f"skipped: there is no {DATA}")
        return
    for what, cases in (("crowns", list(crowns())), ("buildings", list(buildings()))):
        mode = "compact" if what == "crowns" else "straight"
        methods: dict[str, Callable[[Case], np.ndarray]] = {"components": components}
        methods |= {f"watershed {distance} px": partial(watershed, distance=distance) for distance in WATERSHEDS}
        methods["ours, class alone"] = partial(ours, mode=mode, with_image=False, with_height=False)
        methods["ours, image"] = partial(ours, mode=mode, with_image=True, with_height=False)
        if what == "crowns":
            methods["ours, heights"] = partial(ours, mode=mode, with_image=True, with_height=True)
        for name, method in methods.items():
            groups: dict[str, list[tuple[int, int, int]]] = {}
            for case in cases:
                if "heights" not in name or case.height is not None:
                    groups.setdefault(case.group, []).append(matched(case, method(case)))
            for group, rows in groups.items():
                right, found, there = np.array(rows).sum(0).tolist()
                error = float(np.mean([abs(f - t) / t for _, f, t in rows]))
                scores = {"f1": 2 * right / (found + there), "matched": right / there, "count_error": error}
                line = {"benchmark": "separate", "set": group, "method": name, **scores, "found": found, "there": there}
                print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
