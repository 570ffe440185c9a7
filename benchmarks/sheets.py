"""Harmonised sheets: maps of sheets with gains and offsets put in, and the time of many sheets; prints JSON lines.

python -m benchmarks.sheets dubai      # parts of a labelled mosaic, beside the checkout
python -m benchmarks.sheets seasons    # one place at ten dates
python -m benchmarks.sheets many [--sheets 100] [--side 5000]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
DATA = ROOT.parent / "shared" / "data"
OVERLAP = 200
CLUSTERS = 64


def write(path: Path, values: Any, row: int, col: int, pixel: float = 1.0) -> str:
    """Values (bands, rows, cols) as a GeoTIFF whose first pixel lies at a row and column."""
    from osgeo import gdal, osr

    system = osr.SpatialReference()
    system.ImportFromEPSG(32640)
    bands, rows, cols = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, bands, gdal.GDT_Byte, ["TILED=YES"])
    dataset.SetGeoTransform((300000 + col * pixel, pixel, 0, 2780000 - row * pixel, 0, -pixel))
    dataset.SetProjection(system.ExportToWkt())
    dataset.WriteRaster(0, 0, cols, rows, np.ascontiguousarray(values, np.uint8).tobytes())
    return str(path)


def read(path: str | Path) -> Any:
    """All values (bands, rows, cols)."""
    from osgeo import gdal

    dataset = gdal.Open(str(path))
    shape = dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize
    return np.frombuffer(dataset.ReadRaster(buf_type=gdal.GDT_Float32), np.float32).reshape(shape)


def mapped(paths: Sequence[str], folder: Path, clusters: int = CLUSTERS, network: str = "light") -> list[Any]:
    """The clusters of each sheet by one model of all."""
    from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
    from clusternet_qgis.core.options import TrainOptions
    from clusternet_qgis.core.training.inputs import TrainInputs
    from clusternet_qgis.core.training.train import train

    folder.mkdir()
    model = str(folder / "m.cnet")
    train(TrainInputs(tuple(paths)), TrainOptions(network=network, epochs=0, clusters=clusters), model)
    maps = []
    for number, path in enumerate(paths):
        map_raster(path, model, MapOutputs(str(folder / f"{number}.tif")))
        maps.append(read(folder / f"{number}.tif")[0].astype(np.int64))
    return maps


def dubai(tile: str, seed: int) -> None:
    """Four sheets of a mosaic, as they are, with gains and offsets put in, and harmonised."""
    from clusternet_qgis.core.harmonise.harmonise import harmonise

    picture = read(DATA / f"dubai/mosaics/{tile}_images.vrt")
    labels = read(DATA / f"dubai/mosaics/{tile}_masks.vrt")[0].astype(np.int64)
    height, width = labels.shape
    rows, cols = (size // 2 + OVERLAP // 2 for size in (height, width))
    places = [(0, 0), (0, width - cols), (height - rows, 0), (height - rows, width - cols)]
    random = np.random.default_rng(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheets: dict[str, list[str]] = {"untouched": [], "unlike": []}
        for number, (row, col) in enumerate(places):
            part = picture[:, row : row + rows, col : col + cols]
            gain, offset = random.uniform(0.8, 1.2, (3, 1, 1)), random.uniform(-15, 15, (3, 1, 1))
            sheets["untouched"].append(write(folder / f"a{number}.tif", part, row, col))
            changed = np.clip(np.round(gain * part + offset), 0, 255)
            sheets["unlike"].append(write(folder / f"b{number}.tif", changed, row, col))
        start = time.perf_counter()
        result = harmonise(sheets["unlike"], folder / "out")
        seconds = time.perf_counter() - start
        sheets["harmonised"] = [str(folder / "out" / file) for file in result.files]
        for what, paths in sheets.items():
            maps = mapped(paths, folder / what)
            truth = [labels[row : row + rows, col : col + cols] for row, col in places]
            classes = as_classes(maps, truth)
            line = {"mean_iou": mean_iou(classes, truth), "disagreement": disagreement(classes, places, (rows, cols))}
            line["inside_disagreement"] = disagreement(classes, places, (rows, cols), 32)
            line["cluster_disagreement"] = disagreement(maps, places, (rows, cols))
            print(json.dumps({"benchmark": "sheets", "tile": tile, "sheets": what, **line}), flush=True)
        print(
            json.dumps(
                {"harmonise_seconds": seconds, "before": result.difference(False), "after": result.difference(True)}
            )
        )


def as_classes(maps: Sequence[Any], truth: Sequence[Any]) -> list[Any]:
    """Each cluster as the most frequent class of its labelled pixels, on all sheets."""
    counts = np.zeros((max(m.max() for m in maps) + 1, 6))
    for clusters, labels in zip(maps, truth):
        np.add.at(counts, (clusters[::2].ravel(), labels[::2].ravel()), 1)
    counts[:, 0] = 0
    return [counts.argmax(1)[clusters] for clusters in maps]


def mean_iou(classes: Sequence[Any], truth: Sequence[Any]) -> float:
    """Over classes, on the rows that took no part in naming clusters."""
    confusion = np.zeros((6, 6))
    for mapped_classes, labels in zip(classes, truth):
        np.add.at(confusion, (mapped_classes[1::2].ravel(), labels[1::2].ravel()), 1)
    confusion = confusion[:, 1:][1:]
    hits = np.diag(confusion)
    return float((hits / (confusion.sum(0) + confusion.sum(1) - hits)).mean())


def disagreement(
    maps: Sequence[Any], places: Sequence[tuple[int, int]], shape: tuple[int, int], margin: int = 0
) -> float:
    """Share of the pixels of overlaps that two sheets map otherwise, without a margin along the ends of sheets."""
    other = total = 0
    for (first, (row, col)), (second, (row2, col2)) in combinations(list(zip(maps, places)), 2):
        top, left, bottom, right = max(row, row2), max(col, col2), min(row, row2) + shape[0], min(col, col2) + shape[1]
        top, left, bottom, right = top + margin, left + margin, bottom - margin, right - margin
        if bottom > top and right > left:
            one = first[top - row : bottom - row, left - col : right - col]
            two = second[top - row2 : bottom - row2, left - col2 : right - col2]
            other, total = other + int((one != two).sum()), total + one.size
    return other / total


def seasons() -> None:
    """One place at ten dates: how many pixels keep their cluster, between pairs of dates, before and after."""
    from clusternet_qgis.core.harmonise.harmonise import harmonise

    paths = sorted(str(path) for path in (DATA / "corpus/naip_northdakota_10years").glob("*.tif"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        result = harmonise(paths, folder / "out")
        line = {"before": result.difference(False), "after": result.difference(True)}
        print(json.dumps({"benchmark": "seasons", **line}), flush=True)
        steady = _steady(paths)
        for what, sheets in (("before", paths), ("after", [str(folder / "out" / file) for file in result.files])):
            maps = [m[:700, :900] for m in mapped(sheets, folder / what, clusters=8)]
            kept = [(one == other)[steady].mean() for one, other in combinations(maps, 2)]
            every = [(one == other).mean() for one, other in combinations(maps, 2)]
            shares = {"steady_keep": float(np.mean(kept)), "all_keep": float(np.mean(every))}
            print(json.dumps({"benchmark": "seasons", "sheets": what, **shares, "steady": float(steady.mean())}))


def _steady(paths: Sequence[str]) -> Any:
    """Pixels that keep their rank by NDVI through the dates: the fifth of all that varies least."""
    ranks = []
    for path in paths:
        red, _, _, infrared = read(path)[:, :700, :900]
        index = (infrared - red) / (infrared + red + 1)
        ranks.append(index.ravel().argsort().argsort().reshape(index.shape) / index.size)
    spread = np.std(ranks, 0)
    return spread < np.quantile(spread, 0.2)


def many(count: int, side: int) -> None:
    """Sheets with a tenth of overlap, written for it; time and memory."""
    across = round(count**0.5)
    random = np.random.default_rng(0)
    step = side - side // 10
    with tempfile.TemporaryDirectory() as name:
        paths = []
        coarse = random.uniform(
            40, 180, (3, across * step // 20 + side // 20 + 1, across * step // 20 + side // 20 + 1)
        )
        for number in range(across**2):
            row, col = (place * step for place in divmod(number, across))
            path = str(Path(name) / f"s{number}.tif")
            _write_large(path, coarse * random.uniform(0.8, 1.2) + 10, row, col, side)
            paths.append(path)
        command = [sys.executable, "-m", "benchmarks.sheets", "many", "--folder", name]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="", flush=True)


def _harmonise_folder(folder: Path) -> None:
    """Harmonises the sheets of a folder, in a process of its own."""
    from benchmarks.peak_memory import peak_memory_mb
    from clusternet_qgis.core.harmonise.harmonise import harmonise

    paths = sorted(str(path) for path in folder.glob("*.tif"))
    start = time.perf_counter()
    result = harmonise(paths, folder / "out")
    line = {"seconds": time.perf_counter() - start, "peak_megabytes": peak_memory_mb()}
    line |= {"sheets": len(paths), "pairs": len(result.pairs)}
    line |= {"before": result.difference(False), "after": result.difference(True)}
    print(json.dumps({"benchmark": "sheets", **line}), flush=True)


def _write_large(path: str, coarse: Any, row: int, col: int, side: int) -> None:
    """A part of blocks of 20 pixels, written by strips, so that it takes no memory."""
    from osgeo import gdal

    write(Path(path), np.zeros((3, 1, 1)), row, col)
    transform = gdal.Open(path).GetGeoTransform()
    options = ["TILED=YES", "COMPRESS=LZW"]
    dataset = gdal.GetDriverByName("GTiff").Create(path, side, side, 3, gdal.GDT_Byte, options)
    dataset.SetGeoTransform(transform)
    for start in range(0, side, 500):
        rows = slice((row + start) // 20, (row + start) // 20 + 26)
        values = np.kron(coarse[:, rows, col // 20 : col // 20 + side // 20 + 1], np.ones((1, 20, 20)))
        count = min(500, side - start)
        part = values[:, (row + start) % 20 :, col % 20 :][:, :count, :side]
        dataset.WriteRaster(0, start, side, count, np.ascontiguousarray(part, np.uint8).tobytes())


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["dubai", "seasons", "many"])
    parser.add_argument("--tile", default="tile2")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--sheets", type=int, default=100)
    parser.add_argument("--side", type=int, default=5000)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.what == "dubai":
        dubai(arguments.tile, arguments.seed)
    elif arguments.what == "seasons":
        seasons()
    elif arguments.folder:
        _harmonise_folder(Path(arguments.folder))
    else:
        many(arguments.sheets, arguments.side)


if __name__ == "__main__":
    main()
