"""Time and peak memory of mapping and segmenting rasters of different sizes.

    python -m benchmarks.size [--sides 1000 2000 4000 8000] [--largest 50000] [--network light]

The time should be linear in the number of pixels, and the memory limited by MEMORY_MB. Rasters are VRTs that repeat one
tile of blurred noise. Each run is a process of its own. The largest raster, if it is not 0, is also segmented. The
slope is that of the logarithm of the seconds over the logarithm of the number of pixels.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
from osgeo import gdal

from benchmarks.peak_memory import peak_memory_mb
from benchmarks.speed import noise_raster, say

TILE = 1024


def repeated(tile: Path, path: Path, side: int) -> str:
    """A VRT of 3 bands that repeats a tile."""
    dataset = ElementTree.Element("VRTDataset", rasterXSize=str(side), rasterYSize=str(side))
    ElementTree.SubElement(dataset, "GeoTransform").text = "500000, 0.5, 0, 2800000, 0, -0.5"
    for number in ("1", "2", "3"):
        band = ElementTree.SubElement(dataset, "VRTRasterBand", dataType="Byte", band=number)
        for row in range(0, side, TILE):
            for col in range(0, side, TILE):
                width, height = str(min(TILE, side - col)), str(min(TILE, side - row))
                source = ElementTree.SubElement(band, "SimpleSource")
                ElementTree.SubElement(source, "SourceFilename", relativeToVRT="1").text = tile.name
                ElementTree.SubElement(source, "SourceBand").text = number
                ElementTree.SubElement(source, "SrcRect", xOff="0", yOff="0", xSize=width, ySize=height)
                ElementTree.SubElement(source, "DstRect", xOff=str(col), yOff=str(row), xSize=width, ySize=height)
    ElementTree.ElementTree(dataset).write(path)
    return str(path)


def measured(function: str, *arguments: Any) -> tuple[float, float]:
    """Seconds and peak memory in MB of one of the functions of this module, in a process of its own."""
    code = f"from benchmarks import size; size.report(size.{function}, *{arguments!r})"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    seconds, megabytes = json.loads(answer.splitlines()[-1])
    return seconds, megabytes


def report(function: Any, *arguments: Any) -> None:
    """Runs a function, and prints seconds and peak memory in MB of the process."""
    start = time.perf_counter()
    function(*arguments)
    seconds = time.perf_counter() - start
    print(json.dumps([seconds, peak_memory_mb()]))


def trained(raster: str, model: str, network: str) -> None:
    """Makes a model of a raster with 0 epochs of training."""
    from clusternet_qgis.core.options import TrainOptions
    from clusternet_qgis.core.training.inputs import TrainInputs
    from clusternet_qgis.core.training.train import train

    train(TrainInputs((raster,)), TrainOptions(network=network, width=4, epochs=0, clusters=64), model)


def mapped(raster: str, model: str, output: str) -> None:
    """Maps the clusters of a raster."""
    from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster

    map_raster(raster, model, MapOutputs(output))


def segmented(clusters: str, output: str) -> None:
    """Turns a cluster raster into a class raster."""
    from clusternet_qgis.core.selection.class_raster import segment_raster
    from clusternet_qgis.core.selection.selection import parse

    segment_raster(clusters, parse("a=0-20; b=21-40"), output)


def written(path: str) -> dict[str, Any]:
    """Size, blocks, compression and overviews of a raster that was written."""
    dataset = gdal.Open(path)
    band = dataset.GetRasterBand(1)
    structure = dataset.GetMetadata("IMAGE_STRUCTURE")
    return {
        "megabytes": Path(path).stat().st_size / 1e6,
        "block": str(band.GetBlockSize()),
        "compression": structure.get("COMPRESSION", ""),
        "overviews": band.GetOverviewCount(),
    }


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sides", type=int, nargs="+", default=[1000, 2000, 4000, 8000])
    parser.add_argument("--largest", type=int, default=0)
    parser.add_argument("--network", default="light")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        noise_raster(folder / "tile.tif", TILE)
        model, output = str(folder / "model.cnet"), str(folder / "clusters.tif")
        measured("trained", str(folder / "tile.tif"), model, arguments.network)
        times = []
        for side in [*arguments.sides, *([arguments.largest] if arguments.largest else [])]:
            raster = repeated(folder / "tile.tif", folder / f"{side}.vrt", side)
            seconds, megabytes = measured("mapped", raster, model, output)
            times.append((side, seconds))
            say(step="cluster", network=arguments.network, side=side, seconds=seconds, peak_memory_mb=megabytes)
        sides, seconds = np.log(np.array([(side**2, second) for side, second in times])).T
        say(network=arguments.network, slope=float(np.polyfit(sides, seconds, 1)[0]))
        if arguments.largest:
            say(raster="clusters", side=arguments.largest, **written(output))
            classes = str(folder / "classes.tif")
            seconds, megabytes = measured("segmented", output, classes)
            say(
                step="segment",
                network=arguments.network,
                side=arguments.largest,
                seconds=seconds,
                peak_memory_mb=megabytes,
            )
            say(raster="classes", side=arguments.largest, **written(classes))


if __name__ == "__main__":
    main()
