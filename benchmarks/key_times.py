"""Times of a few main jobs of the checkout that is on the path, for `benchmarks.compared`."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from clusternet_qgis.core.clustering import kmeans
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train
from clusternet_qgis.runner import Runner

SIDE = 2000
STROKES = 12


def picture(path: Path) -> str:
    """Three bands of smooth hills and noise, JPEG in TIFF."""
    generator = np.random.default_rng(0)
    coarse = np.kron(generator.integers(0, 200, (3, SIDE // 40, SIDE // 40)), np.ones((1, 40, 40)))
    values = (coarse + generator.integers(0, 55, coarse.shape)).astype(np.uint8)
    options = ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "TILED=YES"]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, 3, gdal.GDT_Byte, options)
    dataset.SetGeoTransform((500000, 0.5, 0, 2800000, 0, -0.5))
    dataset.WriteRaster(0, 0, SIDE, SIDE, values.tobytes())
    return str(path)


def processor_s(function: Callable[..., Any], *arguments: Any) -> float:
    """Processor seconds of one call: other processes change them less than those of the clock."""
    start = time.process_time()
    function(*arguments)
    return time.process_time() - start


def k_means(samples: np.ndarray, library: Any) -> float:
    """Processor seconds of a fit with FAISS or, with None, without."""
    before, kmeans.faiss = kmeans.faiss, library
    try:
        return processor_s(kmeans.fit, samples, 64)
    finally:
        kmeans.faiss = before


def stroke_s(raster: str, folder: str) -> float:
    """Seconds of the clock from a stroke to its preview of 2 megapixels, the fastest of some."""
    worker = Runner(sys.executable)
    times = []
    try:
        worker.call("live_open", {"path": raster, "model_path": "", "cache_folder": folder}, Progress())
        view = {"window": (200, 200, 1250, 1600), "width": 1600, "height": 1250}
        worker.call("live_view", view, Progress())
        classes = [{"name": "a", "colour": "#009e73"}, {"name": "b", "colour": "#d55e00"}]
        strokes: list[dict[str, Any]] = []
        for index in range(STROKES):
            x, y = 500150 + 40 * index, 2799800 - 30 * index
            points = [[x, y], [x + 10, y], [x + 20, y]]
            strokes.append({"class": classes[index % 2]["name"], "width": 1.5, "points": points})
            start = time.perf_counter()
            drawn = {"classes": classes, "strokes": strokes, "toggled": {}, "merged": []}
            worker.call("live_strokes", drawn, Progress())
            worker.call("live_view", view, Progress())
            times.append(time.perf_counter() - start)
    finally:
        worker.close()
    return min(times[2:])


def main() -> None:
    """Prints one JSON object."""
    samples = np.random.default_rng(0).standard_normal((50_000, 59), np.float32)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        raster, model = picture(folder / "raster.tif"), str(folder / "model.cnet")
        inputs = TrainInputs((raster,))
        figures = {
            "EPOCHS 0": processor_s(train, inputs, TrainOptions(epochs=0), model),
            "cluster": processor_s(map_raster, raster, model, MapOutputs(str(folder / "clusters.tif"))),
            "an epoch of training": processor_s(train, inputs, TrainOptions(epochs=1), str(folder / "more.cnet")),
            "k-means with FAISS": k_means(samples, kmeans.faiss),
            "k-means without FAISS": k_means(samples, None),
            "stroke to preview, by the clock": stroke_s(raster, temporary),
        }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
