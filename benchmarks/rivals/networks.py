"""Our networks, through what users call: `train` and `cluster_raster`."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from benchmarks.images import LabelledImage
from clusternet_qgis.core import bundle, clustering
from clusternet_qgis.core.bundle import ClusterModel
from clusternet_qgis.core.inference import ClusterOutputs, PixelClusterer, cluster_raster
from clusternet_qgis.core.normalisation import read_normalised
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.raster import RasterSource
from clusternet_qgis.core.tiling import Window
from clusternet_qgis.core.torch_engine import network_for
from clusternet_qgis.core.training import TrainInputs, train

from .features import CLUSTERS, SAMPLE_PIXELS, FloatArray, Result

_SIDE = 512
_MOST_WINDOWS = 24


def run(image: LabelledImage, seeds: Sequence[int], alone: bool = False, **options: Any) -> Iterator[Result]:
    """Trains and maps for each seed.

    Args:
        image: What to learn and map.
        seeds: Of the trainings.
        alone: Cluster the learnt block of the features only, without what is put beside it.
        options: Of TrainOptions.
    """
    paths = [str(path) for path in image.paths]
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "model.cnet")
            start = time.perf_counter()
            model = train(TrainInputs(tuple(paths)), TrainOptions(clusters=CLUSTERS, seed=seed, **options), path)
            if alone:
                bundle.save(_learnt_alone(model, paths, seed), path)
            training = time.perf_counter() - start
            clusters, prediction = [], 0.0
            for index, raster in enumerate(paths):
                output = str(Path(folder) / f"{index}.tif")
                start = time.perf_counter()
                cluster_raster(raster, path, ClusterOutputs(output))
                prediction += time.perf_counter() - start
                clusters.append(gdal.Open(output).ReadAsArray().astype(np.uint16))
        yield Result(clusters, training, prediction)


def _learnt_alone(model: ClusterModel, paths: Sequence[str], seed: int) -> ClusterModel:
    """The model with clusters of its first block alone, by the settings of all others here."""
    first = network_for(model.options, model.bands).blocks[0].size
    counts = np.arange(len(model.feature_scale)) < first
    narrow = replace(model, feature_scale=np.where(counts, model.feature_scale, 0).astype(np.float32))
    samples = _samples(PixelClusterer(narrow), narrow, paths, seed)
    fitted = clustering.fit(samples, model.clusters, seed=seed)
    return replace(narrow, centroids=fitted.centroids, mean_distance=fitted.inertia)


def _samples(clusterer: PixelClusterer, model: ClusterModel, paths: Sequence[str], seed: int) -> FloatArray:
    """Features of pixels of some windows (samples, features)."""
    generator = np.random.default_rng(seed)
    windows = []
    for path in paths:
        with RasterSource(path) as source:
            grid = source.grid
        stride = clusterer.footprint.stride
        side = min(_SIDE, max(min(grid.width, grid.height) // stride, 1) * stride)
        corners = [(row, col) for row in range(0, grid.height, side) for col in range(0, grid.width, side)]
        windows += [(path, Window(row, col, side, side)) for row, col in corners]
    chosen = [windows[i] for i in generator.permutation(len(windows))[:_MOST_WINDOWS]]
    samples = []
    for path, window in chosen:
        with RasterSource(path) as source:
            values, _ = read_normalised(source, window.expanded(clusterer.footprint.margin), model.stats)
        flat = clusterer.features(values)
        flat = flat.reshape(len(flat), -1).T
        wanted = min(SAMPLE_PIXELS // len(chosen), len(flat))
        samples.append(flat[generator.choice(len(flat), wanted, replace=False)])
    return np.concatenate(samples)
