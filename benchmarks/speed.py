"""Seconds per megapixel of training, mapping and k-means for each network, and the peak memory of mapping."""

from __future__ import annotations

import json
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
from torch.utils.flop_counter import FlopCounterMode

from benchmarks.peak_memory import peak_memory_mb
from clusternet_qgis.core.clustering import kmeans
from clusternet_qgis.core.clustering.assignment import nearest_clusters
from clusternet_qgis.core.errors import DependencyError
from clusternet_qgis.core.io.normalisation import NormalisationStats
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.mapping.tile_mapper import PixelClusterer
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.model.devices import usable_cores
from clusternet_qgis.core.model.torch_engine import network_for
from clusternet_qgis.core.networks import NETWORKS
from clusternet_qgis.core.networks.unet import UNet
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.prefetching import prefetched
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

SIDE = 1024
TILE = 2048  # about the default tile size of mapping
TILES = 4
REPEATS = 3
MEASURED_NETWORKS = [name for name in NETWORKS if name != "vgg16"]  # its weights would have to be downloaded


def say(**figures: Any) -> None:
    """Prints one JSON line."""
    print(json.dumps(figures), flush=True)


def noise_raster(path: Path, side: int) -> None:
    """Blurred noise in three bands; the time does not depend on the content of a raster."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 3, gdal.GDT_Byte, ["TILED=YES"])
    generator = np.random.default_rng(0)
    for band in range(1, 4):
        coarse = generator.integers(0, 255, (side // 8, side // 8), np.uint8)
        fine = np.kron(coarse, np.ones((8, 8), np.uint8))
        dataset.GetRasterBand(band).WriteRaster(0, 0, side, side, fine.tobytes())


def best_seconds(function: Any) -> float:
    """Seconds of the fastest of some runs: other processes only make runs slower."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


def forward_and_step(name: str) -> None:
    """Times of a forward pass, a training step and, for comparison, a matrix product in the same run."""
    options = TrainOptions(network=name, tile_size=512)
    network = network_for(options, 3).eval()
    size = 512
    image, patch = (
        torch.randn(1, 3, size + 2 * margin, size + 2 * margin) for margin in (network.margin, network.patch_margin)
    )
    square = torch.randn(2048, 2048)
    megapixels = size**2 / 1e6

    def step() -> None:
        network.hidden(patch, network.patch_margin).sum().backward()

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


def untrained_model(name: str, values: np.ndarray) -> cluster_model.ClusterModel:
    """A model of an untrained network with 64 clusters of its features of a normalised image."""
    options = TrainOptions(network=name)
    network = network_for(options, len(values)).eval()
    with torch.inference_mode():
        features = network(torch.from_numpy(values[None]))[0].flatten(1).T.numpy()
    sample = features[np.random.default_rng(0).choice(len(features), min(50_000, len(features)), replace=False)]
    mean, scale = sample.mean(0), 1 / np.maximum(sample.std(0), 1e-6)
    fitted = kmeans.fit((sample - mean) * scale, 64)
    return cluster_model.ClusterModel(
        options=options,
        band_names=tuple(f"band {index}" for index in range(len(values))),
        band_numbers=(),
        stats=NormalisationStats(np.zeros(len(values)), np.ones(len(values)), 1),
        weights={key: value.numpy() for key, value in network.state_dict().items()},
        feature_mean=mean,
        feature_scale=scale,
        centroids=fitted.centroids,
        mean_distance=fitted.inertia,
    )


def picture(side: int) -> np.ndarray:
    """Normalised blurred noise in three bands."""
    generator = np.random.default_rng(0)
    coarse = generator.standard_normal((3, -(-side // 8), -(-side // 8)), np.float32)
    blocks = np.kron(coarse, np.ones((1, 8, 8), np.float32))[:, :side, :side]
    return blocks + generator.standard_normal((3, side, side), np.float32) / 4


def prediction(name: str) -> None:
    """Times of network and assignment of tiles with margins, compared with the paper's network in the same run.

    As in mapping, one thread assigns clusters while the network computes the next tile. Processor seconds divided by
    the number of threads are the time on a machine without other processes.
    """
    entry = NETWORKS[name]
    network = network_for(TrainOptions(network=name), 3)
    model = untrained_model(name, picture(2 * network.margin + 16 * entry.stride))
    clusterer = PixelClusterer(model, "cpu")
    tile_geometry = clusterer.tile_geometry
    size = TILE // tile_geometry.stride * tile_geometry.stride
    values = picture(size + 2 * tile_geometry.margin)
    megapixels = size**2 / 1e6

    def predict() -> None:
        with prefetched(clusterer.engine.run(values, "distances") for _ in range(TILES)) as results:
            for (distances,) in results:
                nearest_clusters(distances, tile_geometry.output_stride)

    with torch.inference_mode(), FlopCounterMode(display=False) as counter:
        model.in_torch()(torch.from_numpy(values[None]))
    multiply_adds = counter.get_total_flops() / 2 / megapixels
    square = torch.randn(2048, 2048)
    product = best_seconds(lambda: square @ square) / 2048**3 * multiply_adds
    wall, processor = (measured(predict) / (TILES * megapixels) for measured in (best_seconds, processor_seconds))
    paper, paper_processor = papers_network()
    say(
        prediction=name,
        tile=size,
        margin=tile_geometry.margin,
        s_per_mp=wall,
        processor_s_per_mp=processor,
        paper_s_per_mp=paper,
        paper_processor_s_per_mp=paper_processor,
        times_faster=paper / wall,
        times_faster_by_processor=paper_processor / processor,
        giga_multiply_adds_per_mp=multiply_adds / 1e9,
        matrix_product_s_per_mp=product,
        times_matrix_product=wall / product,
        targets="60, 3",
    )


def papers_network() -> tuple[float, float]:
    """Seconds for a megapixel of the paper's U-Net with 64 to 1024 channels, in torch, without assignment."""
    network = UNet(3, 64, depth=4, same_size=False, input_filter="none").eval()
    size = 256
    image = torch.randn(1, 3, size + 2 * network.margin, size + 2 * network.margin)
    with torch.inference_mode():
        return tuple(
            measured(lambda: network(image)) / (size**2 / 1e6) for measured in (best_seconds, processor_seconds)
        )


def processor_seconds(function: Any) -> float:
    """Processor seconds of one run, divided by the number of threads."""
    start = time.process_time()
    function()
    return (time.process_time() - start) / usable_cores()


def mapping(name: str, folder: Path) -> None:
    """Time and peak memory of mapping a raster as the algorithm does, in a process of its own."""
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
    """Maps a raster, and prints seconds and peak memory in MB."""
    start = time.perf_counter()
    map_raster(raster, model, MapOutputs(output))
    seconds = time.perf_counter() - start
    print(seconds, peak_memory_mb())


def kmeans_speed() -> None:
    """Times of fitting a sample as training does and of assigning a megapixel, with and without FAISS."""
    generator = np.random.default_rng(0)
    sample = generator.standard_normal((200_000, 59), np.float32)
    pixels = generator.standard_normal((1_000_000, 59), np.float32)
    library = kmeans.faiss
    for used in (library, None):
        kmeans.faiss = used
        start = time.perf_counter()
        fitted = kmeans.fit(sample, 64)
        fit = time.perf_counter() - start
        assign = best_seconds(partial(kmeans.assign, pixels, fitted.centroids))
        name = "FAISS" if used else "plain"
        say(k_means=name, fit_200000_pixels_s=fit, assignment_s_per_mp=assign)
    kmeans.faiss = library


def main() -> None:
    """Measures."""
    for name in MEASURED_NETWORKS:
        forward_and_step(name)
    kmeans_speed()
    with tempfile.TemporaryDirectory() as temporary:
        noise_raster(Path(temporary) / "raster.tif", SIDE)
        prediction("light")
        for name in MEASURED_NETWORKS:
            mapping(name, Path(temporary))


if __name__ == "__main__":
    main()
