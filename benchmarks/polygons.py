"""Class raster to polygons: this plugin compared with GDAL; prints one JSON object a line.

    python benchmarks/polygons.py RASTER [--min-pixels 16] [--tolerance 1.5] [--repeats 3] [--large 20000]

Each run is a process of its own, so that its peak memory can be measured. The baseline is gdal.Polygonize into a
GeoPackage, and then Douglas-Peucker simplification of each polygon by GEOS, as in native:simplifygeometries, into
another one. Gaps and overlaps of the layers are measured by GEOS; this is not part of the times.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


# Labels of 8 megapixels and 6 classes, beside the checkout where the development data is.
DEVELOPMENT_RASTER = Path(__file__).parents[2] / "shared" / "data" / "dubai" / "mosaics" / "tile4_masks.vrt"


def ours(raster: str, output: str, min_pixels: float, tolerance: float) -> dict[str, float]:
    """One run of the plugin."""
    from clusternet_qgis.core.io.raster_source import RasterSource
    from clusternet_qgis.core.polygons import PolygonOptions, polygonise
    from clusternet_qgis.core.progress import Progress

    with RasterSource(raster, [1]) as source:
        pixel = source.grid.pixel_area
    last, longest = time.perf_counter(), 0.0

    def is_cancelled() -> bool:
        nonlocal last, longest
        now = time.perf_counter()
        last, longest = now, max(longest, now - last)
        return False

    options = PolygonOptions(min_pixels * pixel, tolerance * pixel**0.5)
    start = time.perf_counter()
    summary = polygonise(raster, output, options, progress=Progress(is_cancelled=is_cancelled))
    seconds = time.perf_counter() - start
    return {
        "seconds": seconds,
        "polygons": summary.polygons,
        "vertices": summary.vertices,
        "longest_wait_for_cancel": longest,
    }


def gdals(raster: str, output: str, min_pixels: float, tolerance: float) -> dict[str, float]:
    """One run of gdal.Polygonize and simplification."""
    from osgeo import gdal, ogr

    source = gdal.Open(raster)
    band = source.GetRasterBand(1)
    t = source.GetGeoTransform()
    tolerance *= abs(t[1] * t[5] - t[2] * t[4]) ** 0.5
    driver = gdal.GetDriverByName("GPKG")
    start = time.perf_counter()
    rough = driver.Create(output + ".rough.gpkg", 0, 0, 0, gdal.GDT_Unknown)
    layer = rough.CreateLayer("rough", source.GetSpatialRef(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("class_id", ogr.OFTInteger))
    rough.StartTransaction()
    gdal.Polygonize(band, band.GetMaskBand(), layer, 0, [])
    rough.CommitTransaction()
    polygonised = time.perf_counter() - start
    smooth = driver.Create(output, 0, 0, 0, gdal.GDT_Unknown)
    target = smooth.CreateLayer("simple", source.GetSpatialRef(), ogr.wkbUnknown)
    target.CreateField(ogr.FieldDefn("class_id", ogr.OFTInteger))
    smooth.StartTransaction()
    raw = simple = 0
    for feature in layer:
        geometry = feature.GetGeometryRef()
        raw += sum(ring.GetPointCount() for ring in geometry)
        feature.SetGeometryDirectly(geometry.Simplify(tolerance))
        simple += sum(max(ring.GetPointCount(), 0) for ring in feature.GetGeometryRef() or [])
        target.CreateFeature(feature)
    smooth.CommitTransaction()
    return {
        "seconds": time.perf_counter() - start,
        "polygonize_seconds": polygonised,
        "vertices_of_polygonize": raw,
        "vertices": simple,
    }


def topology_errors(layer_path: str, raster: str) -> dict[str, float]:
    """Gaps, overlaps and invalid polygons of a layer, measured by GEOS.

    Returns:
        union_less_valid_area: difference between the area of the union of the polygons and that of the raster's valid
        pixels; overlap: area that is covered by more than one polygon; both as shares of the valid area. invalid:
        number of invalid polygons, which are made valid for the other two.
    """
    from osgeo import gdal, ogr

    source = gdal.Open(raster)
    t = source.GetGeoTransform()
    mask = source.GetRasterBand(1).GetMaskBand().ReadAsArray()
    valid_area = int((mask > 0).sum()) * abs(t[1] * t[5] - t[2] * t[4])
    dataset = ogr.Open(layer_path)
    shapes = [feature.GetGeometryRef().Clone() for feature in dataset.GetLayer(0) if feature.GetGeometryRef()]
    shapes = [shape for shape in shapes if not shape.IsEmpty()]
    invalid = sum(not shape.IsValid() for shape in shapes)
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        for part in [shape] if shape.IsValid() else [shape.MakeValid()]:
            for piece in [part] if part.GetGeometryName() == "POLYGON" else part:
                if piece.GetGeometryName() == "POLYGON":
                    together.AddGeometry(piece)
    union = together.UnionCascaded().GetArea()
    total = sum(part.GetArea() for part in together)
    return {
        "union_less_valid_area": union / valid_area - 1,
        "overlap": (total - union) / valid_area,
        "invalid": invalid,
    }


def run(what: str, raster: str, min_pixels: float, tolerance: float) -> dict[str, float]:
    """Runs one of the two in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, raster, "--only", what, "--into", f"{folder}/out.gpkg"]
        command += ["--min-pixels", str(min_pixels), "--tolerance", str(tolerance)]
        result = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(result.stdout.splitlines()[-1]))


def repeated(raster: str, path: str, size: int) -> str:
    """A raster of a given size that repeats another one."""
    from osgeo import gdal

    source = gdal.Open(raster)
    columns, rows = source.RasterXSize, source.RasterYSize
    target = gdal.GetDriverByName("GTiff").Create(
        path, size, size, 1, gdal.GDT_Byte, ["COMPRESS=LZW", "TILED=YES", "BLOCKYSIZE=256"]
    )
    target.GetRasterBand(1).SetNoDataValue(0)
    for top in range(0, size, rows):
        height = min(rows, size - top)
        for left in range(0, size, columns):
            width = min(columns, size - left)
            target.WriteRaster(left, top, width, height, source.ReadRaster(0, 0, width, height))
    return path


def compare(raster: str, name: str, min_pixels: float, tolerance: float, repeats: int) -> None:
    """Runs both alternately, and prints each run and the ratios of the fastest runs."""
    runs: dict[str, list[dict[str, float]]] = {"ours": [], "gdal": []}
    exact = run("ours", raster, 0, 0)
    print(json.dumps({"benchmark": "polygons", "raster": name, "run": "ours, pixel outlines", **exact}), flush=True)
    for _ in range(repeats):
        for what, results in runs.items():
            results.append(run(what, raster, min_pixels, tolerance))
            print(json.dumps({"benchmark": "polygons", "raster": name, "run": what, **results[-1]}), flush=True)
    mine, baseline = (min(results, key=lambda result: result["seconds"]) for results in runs.values())
    ratios = {
        "time_to_gdal": mine["seconds"] / baseline["seconds"],
        "vertices_to_polygonize": mine["vertices"] / baseline["vertices_of_polygonize"],
        "memory_to_gdal": mine["peak_megabytes"] / baseline["peak_megabytes"],
    }
    settings = {"min_pixels": min_pixels, "tolerance_pixels": tolerance}
    print(json.dumps({"benchmark": "polygons", "raster": name, **settings, **ratios}), flush=True)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raster", nargs="?", default=str(DEVELOPMENT_RASTER), help="class raster")
    parser.add_argument("--min-pixels", type=float, default=16)
    parser.add_argument("--tolerance", type=float, default=1.5)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--large", type=int, default=20000, help="side of a raster made by repetition; 0: none")
    parser.add_argument("--only", choices=["ours", "gdal"], help=argparse.SUPPRESS)
    parser.add_argument("--into", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if not Path(arguments.raster).exists():
        print(f"skipped: there is no {arguments.raster}")
        return
    if arguments.only:
        task = ours if arguments.only == "ours" else gdals
        result = task(arguments.raster, arguments.into, arguments.min_pixels, arguments.tolerance)
        from benchmarks.peak_memory import peak_memory_mb

        peak = peak_memory_mb()
        # The union of the polygons of 400 megapixels would take longer than everything else.
        errors = topology_errors(arguments.into, arguments.raster) if Path(arguments.raster).stem != "large" else {}
        print(json.dumps({**result, "peak_megabytes": peak, **errors}))
        return
    compare(arguments.raster, Path(arguments.raster).stem, arguments.min_pixels, arguments.tolerance, arguments.repeats)
    if arguments.large:
        with tempfile.TemporaryDirectory() as folder:
            large = repeated(arguments.raster, f"{folder}/large.tif", arguments.large)
            result = run("ours", large, arguments.min_pixels, arguments.tolerance)
        name = f"{Path(arguments.raster).stem} repeated to {arguments.large} x {arguments.large}"
        print(json.dumps({"benchmark": "polygons", "raster": name, "run": "ours", **result}), flush=True)


if __name__ == "__main__":
    main()
