"""An image to paint on, and a model of it."""

from __future__ import annotations

import numpy as np
import pytest
from toy_rasters import quadrants, write

from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

ROWS, COLS = 75, 94


@pytest.fixture(scope="package")
def image(tmp_path_factory: pytest.TempPathFactory) -> str:
    noise = np.random.default_rng(1).normal(0, 12, (3, ROWS, COLS))
    values = (quadrants(ROWS, COLS) + noise).clip(1, 255).astype(np.uint8)
    values[:, :9, :7] = 0
    return write(tmp_path_factory.mktemp("image") / "image.tif", values, no_data=0)


@pytest.fixture(scope="package")
def model(image: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("model") / "model.cnet")
    options = TrainOptions(network="unet_same", width=4, clusters=7, epochs=0, tile_size=32, device="cpu")
    train(TrainInputs((image,)), options, path)
    return path
