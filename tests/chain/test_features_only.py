"""A network that only gives features, computed outside torch: one file and one line in the registry suffice."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import torch
from torch import Tensor
from toy_rasters import quadrants, read, write

from clusternet_qgis.core.errors import OptionsError
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.mapping.onnx_export import export_model
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.networks import NETWORKS, NetworkEntry
from clusternet_qgis.core.networks.block import Block
from clusternet_qgis.core.networks.contract import FeatureExtractor
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

CELL = 8


class CellMeans(FeatureExtractor):
    """Means of cells around every eighth pixel, relative to those of the data."""

    stride = output_stride = CELL
    margin = patch_margin = CELL
    bytes_per_pixel = 100
    traceable = False

    usual: Tensor

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.bands, self.blocks = bands, (Block(bands),)
        self.register_buffer("usual", torch.zeros(bands))

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        first = (self.margin if margin is None else margin) - CELL // 2
        rows, cols = ((size - 2 * first) // CELL for size in image.shape[-2:])
        inner = image.numpy()[..., first : first + rows * CELL, first : first + cols * CELL]
        means = inner.reshape(*inner.shape[:2], rows, CELL, cols, CELL).mean((3, 5))
        return torch.from_numpy(means) - self.usual[:, None, None]

    def calibrate(self, images: Sequence[Tensor]) -> None:
        self.usual.copy_(torch.cat(list(images)).mean((0, 2, 3)))


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("clusternet_qgis.core.networks.cell_means")
    module.cell_means = CellMeans  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(NETWORKS, "cell_means", NetworkEntry("cell_means", "cell_means", 1))


@pytest.fixture
def image(tmp_path: Path) -> str:
    return write(tmp_path / "a.tif", quadrants(96, 128))


def options(**others: object) -> TrainOptions:
    return TrainOptions(
        **{"network": "cell_means", "clusters": 3, "epochs": 0, "tile_size": 36, "device": "cpu"} | others
    )


def test_its_features_are_clustered_and_mapped(image: str, tmp_path: Path) -> None:
    path = str(tmp_path / "m.cnet")
    train(TrainInputs((image,)), options(), path)
    assert cluster_model.load(path).weights["usual"].any(), "what calibrating found is kept"
    whole, tiled = str(tmp_path / "whole.tif"), str(tmp_path / "tiled.tif")
    map_raster(image, path, MapOutputs(whole))
    map_raster(image, path, MapOutputs(tiled), MapOptions(tile_size=40))
    ids = read(whole)[0]
    assert np.array_equal(ids, read(tiled)[0])
    parts = (ids[:, :64], ids[:48, 64:], ids[48:, 64:])
    assert sum(int(np.bincount(part.ravel()).max()) for part in parts) > 0.9 * ids.size
    assert len(np.unique(ids)) == 3


@pytest.mark.parametrize("asked", [{"epochs": 3}, {"pretext": "inpainting"}])
def test_training_it_is_refused_with_a_sentence(image: str, tmp_path: Path, asked: dict[str, object]) -> None:
    with pytest.raises(OptionsError, match=r"'cell_means' gives features as they are and cannot be trained; set the"):
        train(TrainInputs((image,)), options(**asked), str(tmp_path / "m.cnet"))


def test_exporting_it_is_refused_with_a_sentence(image: str, tmp_path: Path) -> None:
    path = str(tmp_path / "m.cnet")
    train(TrainInputs((image,)), options(), path)
    with pytest.raises(OptionsError, match=r"'cell_means' cannot be written into an ONNX file"):
        export_model(path, str(tmp_path / "m.onnx"))
