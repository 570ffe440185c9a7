"""Seconds per megapixel of training, mapping and k-means for each network, and the peak memory of mapping."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from osgeo import gdal

from clusternet_qgis.core import clustering
from clusternet_qgis.core.errors import DependencyError
from clusternet_qgis.core.inference import ClusterOutputs, cluster_raster
from clusternet_qgis.core.networks import NETWORKS
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.torch_engine import network_for
from clusternet_qgis.core.training import TrainInputs, train

SIDE = 1024
REPEATS = 3


def say(**figures: Any) -> None:
    """One JSON line."""
    print(json.dumps(figures), flush=True)


def noise_raster(path: Path, side: int) -> None:
    """Blurred noise in three bands: the time does not depend on what is seen."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 3, gdal.GDT_Byte, ["TILED=YES"])
    generator = np.random.default_rng(0)
    for band in range(1, 4):
        coarse = generator.integers(0, 255, (side // 8, side // 8), np.uint8)
        fine = np.kron(coarse, np.ones((8, 8), np.uint8))
        dataset.GetRasterBand(band).WriteRaster(0, 0, side, side, fine.tobytes())


def best_seconds(function: Any) -> float:
    """The shortest of some runs: the machine's other work only adds."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


def forward_and_step(name: str) -> None:
    """A forward pass, and a forward and backward pass, beside a matrix product in the same run."""
    options = TrainOptions(network=name, tile_size=512)
    network = network_for(options, 3).eval()
    size = 512
    image, patch = (
        torch.randn(1, 3, size + 2 * margin, size + 2 * margin) for margin in (network.margin, network.train_margin)
    )
    square = torch.randn(2048, 2048)
    megapixels = size**2 / 1e6

    def step() -> None:
        network.hidden(patch, network.train_margin).sum().backward()

    product = best_seconds(lambda: square @ square)
    with torch.inference_mode():
        forward = best_seconds(lambda: network(image))
    say(
        network=name,
        width=options.width,
        margin=network.margin,
        forward_s_per_mp=forward / megapixels,
        training_step_s_per_mp=best_seconds(step) / megapixels,
        gflops_of_a_matrix_product=2 * 2048**3 / product / 1e9,
    )


def mapping(name: str, folder: Path) -> None:
    """Mapping a raster as the algorithm does, in a process of its own for its peak memory."""
    raster, model = folder / "raster.tif", folder / f"{name}.cnet"
    try:
        train(TrainInputs((str(raster),)), TrainOptions(network=name, epochs=0, clusters=64), str(model))
    except DependencyError as missing:
        print(f"skipped: {missing}")
        return
    code = (
        f"from benchmarks.speed import map_once; map_once({str(raster)!r}, {str(model)!r}, {str(folder / 'out.tif')!r})"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    seconds, memory = map(float, answer.split())
    say(network=name, mapping_s_per_mp=seconds / (SIDE**2 / 1e6), peak_memory_mb=memory)


def map_once(raster: str, model: str, output: str) -> None:
    """Maps, and prints seconds and peak memory in MB."""
    start = time.perf_counter()
    cluster_raster(raster, model, ClusterOutputs(output))
    seconds = time.perf_counter() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def kmeans() -> None:
    """Fit on a sample as training does, and assignment of a megapixel, with FAISS and without."""
    generator = np.random.default_rng(0)
    sample = generator.standard_normal((200_000, 59), np.float32)
    pixels = generator.standard_normal((1_000_000, 59), np.float32)
    library = clustering.faiss
    for used in (library, None):
        clustering.faiss = used
        start = time.perf_counter()
        fitted = clustering.fit(sample, 64)
        fit = time.perf_counter() - start
        assign = best_seconds(partial(clustering.assign, pixels, fitted.centroids))
        name = "FAISS" if used else "plain"
        say(k_means=name, fit_200000_pixels_s=fit, assignment_s_per_mp=assign)
    clustering.faiss = library


def main() -> None:
    """Measures."""
    for name in NETWORKS:
        forward_and_step(name)
    kmeans()
    with tempfile.TemporaryDirectory() as temporary:
        noise_raster(Path(temporary) / "raster.tif", SIDE)
        for name in NETWORKS:
            mapping(name, Path(temporary))


if __name__ == "__main__":
    main()
