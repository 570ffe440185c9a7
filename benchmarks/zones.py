"""Areas of classes in many zones: time and memory; prints one JSON object a line.

    python -m benchmarks.zones [--zones 10000] [--side 10000]

The raster has patches of six classes; the zones are turned squares with wavy borders that cover it, in another
reference system. Where exactextract is installed, it does the same zones on the same raster.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

UTM, PIXEL = 32640, 0.5
LEFT, TOP = 300000.0, 2780000.0
_WAVES = 24


def write_raster(path: str, side: int) -> None:
    """A class raster of so many pixels a side."""
    from osgeo import gdal, osr

    system = osr.SpatialReference()
    system.ImportFromEPSG(UTM)
    options = ["TILED=YES", "COMPRESS=DEFLATE"]
    dataset = gdal.GetDriverByName("GTiff").Create(path, side, side, 1, gdal.GDT_Byte, options)
    dataset.SetGeoTransform((LEFT, PIXEL, 0, TOP, 0, -PIXEL))
    dataset.SetProjection(system.ExportToWkt())
    dataset.GetRasterBand(1).SetNoDataValue(0)
    random = np.random.default_rng(0)
    for row in range(0, side, 256):
        rows = min(256, side - row)
        patches = np.kron(random.integers(1, 7, (32, -(-side // 8))), np.ones((8, 8))).astype(np.uint8)
        dataset.WriteRaster(0, row, side, rows, np.ascontiguousarray(patches[:rows, :side]).tobytes())


def write_zones(path: str, side: int, count: int, epsg: int) -> None:
    """Zones on a lattice that covers the raster."""
    from osgeo import ogr, osr

    systems = []
    for code in (UTM, epsg):
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    transform = osr.CoordinateTransformation(*systems)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    layer = dataset.CreateLayer("zones", systems[1], ogr.wkbPolygon)
    layer.StartTransaction()
    across = round(math.sqrt(count))
    step = side * PIXEL / across
    angles = np.arange(4 * _WAVES) * 2 * np.pi / (4 * _WAVES)
    radius = step * (0.55 + 0.05 * np.sin(_WAVES * angles))
    for number in range(count):
        x, y = LEFT + (number % across + 0.5) * step, TOP - (number // across + 0.5) * step
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for east, north in zip((x + radius * np.cos(angles)).tolist(), (y + radius * np.sin(angles)).tolist()):
            ring.AddPoint_2D(east, north)
        ring.CloseRings()
        polygon = ogr.Geometry(ogr.wkbPolygon)
        polygon.AddGeometry(ring)
        polygon.Transform(transform)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(polygon)
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def ours(raster: str, zones: str) -> None:
    """One run of the plugin, with layer and table."""
    from benchmarks.peak_memory import peak_memory_mb
    from clusternet_qgis.core.evaluation.zonal_areas import zonal_areas
    from clusternet_qgis.core.evaluation.zone_tables import write_zone_layer, write_zone_table

    start = time.perf_counter()
    areas = zonal_areas(raster, zones)
    measured = time.perf_counter() - start
    write_zone_layer(areas, zones, zones.replace("zones", "written"))
    write_zone_table(areas, zones.replace(".gpkg", ".csv"))
    seconds = {"measuring_seconds": measured, "seconds": time.perf_counter() - start}
    print(json.dumps({"run": "ours", **seconds, "peak_megabytes": peak_memory_mb()}))


def theirs(raster: str, zones: str) -> None:
    """One run of exactextract."""
    import exactextract

    from benchmarks.peak_memory import peak_memory_mb

    start = time.perf_counter()
    exactextract.exact_extract(raster, zones, ["unique", "frac"])
    seconds = time.perf_counter() - start
    print(json.dumps({"run": "exactextract", "seconds": seconds, "peak_megabytes": peak_memory_mb()}))


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zones", type=int, default=10_000)
    parser.add_argument("--side", type=int, default=10_000)
    parser.add_argument("--only", choices=["ours", "theirs"], help=argparse.SUPPRESS)
    parser.add_argument("--files", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only:
        (ours if arguments.only == "ours" else theirs)(*arguments.files)
        return
    with tempfile.TemporaryDirectory() as folder:
        raster = f"{folder}/classes.tif"
        write_raster(raster, arguments.side)
        for what, epsg in (("ours", 4326), ("theirs", UTM)):
            if what == "theirs" and find_spec("exactextract") is None:
                continue
            zones = f"{folder}/{what}_zones.gpkg"
            write_zones(zones, arguments.side, arguments.zones, epsg)
            command = [sys.executable, "-m", "benchmarks.zones", "--only", what, "--files", raster, zones]
            result = subprocess.run(command, check=True, capture_output=True, text=True)
            line = {"benchmark": "zones", "zones": arguments.zones, "megapixels": arguments.side**2 / 1e6}
            print(json.dumps({**line, **json.loads(result.stdout.splitlines()[-1])}), flush=True)


if __name__ == "__main__":
    main()
