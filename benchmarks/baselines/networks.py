"""The networks of the plugin, through the functions that users call: `train` and `map_raster`."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from benchmarks.images import LabelledImage
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

from .features import CLUSTERS, Result


def run(image: LabelledImage, seeds: Sequence[int], **options: Any) -> Iterator[Result]:
    """Trains and maps for each seed.

    Args:
        image: The image to train on and to map.
        seeds: Seeds of the trainings.
        options: Further fields of TrainOptions.
    """
    paths = [str(path) for path in image.paths]
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "model.cnet")
            start = time.perf_counter()
            train(TrainInputs(tuple(paths)), TrainOptions(clusters=CLUSTERS, seed=seed, **options), path)
            training = time.perf_counter() - start
            clusters, prediction = [], 0.0
            for index, raster in enumerate(paths):
                output = str(Path(folder) / f"{index}.tif")
                start = time.perf_counter()
                map_raster(raster, path, MapOutputs(output))
                prediction += time.perf_counter() - start
                clusters.append(gdal.Open(output).ReadAsArray().astype(np.uint16))
        yield Result(clusters, training, prediction)
