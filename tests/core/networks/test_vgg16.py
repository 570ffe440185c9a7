"""The backbone's weights are torchvision's, or there is no training; the rest is the contract's."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
import toy_rasters as toys
from torch import Tensor

from clusternet_qgis.core.errors import DependencyError
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.networks import build
from clusternet_qgis.core.networks.vgg16 import VGG16
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.training import train
from clusternet_qgis.core.training.inputs import TrainInputs


@pytest.fixture
def no_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    return tmp_path / "torch" / "hub" / "checkpoints"


@pytest.fixture
def weights(vgg16_weights: Path) -> dict[str, Tensor]:
    return dict(torch.load(vgg16_weights))


def test_without_weights_training_says_where_they_are_missing_and_what_to_do(no_weights: Path, tmp_path: Path) -> None:
    raster = toys.write(tmp_path / "r.tif", toys.quadrants(64, 64))
    options = TrainOptions(network="vgg16", clusters=4, epochs=1)
    with pytest.raises(DependencyError) as caught:
        train.train(TrainInputs((raster,)), options, str(tmp_path / "m.cnet"))
    for part in (str(no_weights), "torchvision.models.vgg16", "light"):
        assert part in str(caught.value)
    assert not (tmp_path / "m.cnet").exists()


@pytest.mark.usefixtures("pretrained")
def test_its_model_needs_the_weights_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raster, model = toys.write(tmp_path / "r.tif", toys.quadrants(32, 32)), str(tmp_path / "m.cnet")
    train.train(TrainInputs((raster,)), TrainOptions(network="vgg16", clusters=4, epochs=0, tile_size=32), model)
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    assert map_raster(raster, model, MapOutputs(str(tmp_path / "c.tif"))).cluster_count > 1


@pytest.mark.usefixtures("pretrained")
def test_the_backbone_is_torchvisions(weights: dict[str, Tensor]) -> None:
    network = VGG16(3, 16)
    network.load_pretrained()
    expected = image = torch.randn(1, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    for position in (0, 2, 5, 7, 10, 12, 14):
        if position in (5, 10):
            expected = torch.nn.functional.max_pool2d(expected, 2)
        weight, bias = (weights[f"features.{position}.{kind}"] for kind in ("weight", "bias"))
        expected = torch.conv2d(expected, weight, bias, padding=1).relu()
    found: list[Tensor] = []
    network.trained[-1].register_forward_hook(lambda layer, given, result: found.append(result.relu()))
    network(image, 0)
    assert torch.allclose(found[0], expected, atol=1e-5)


@pytest.mark.parametrize("bands", [1, 4])
def test_grey_looks_the_same_whatever_the_number_of_bands(bands: int, weights: dict[str, Tensor]) -> None:
    grey = torch.randn(1, 1, 16, 16, generator=torch.Generator().manual_seed(0))
    networks = [VGG16(3, 16), VGG16(bands, 16)]
    first = []
    for network in networks:
        network.load_backbone(weights)
        first.append(network.frozen[0](grey.repeat(1, network.bands, 1, 1)))
    assert torch.allclose(*first, atol=1e-5)


def test_two_blocks_are_frozen_and_the_third_is_trained_slowly() -> None:
    network = build("vgg16", bands=3)
    names = {name for name, _ in network.named_parameters()}
    assert not [name for name in names if "frozen" in name]
    assert len(network.slow_parameters()) == 2 * 3
    assert len([name for name in network.state_dict() if "frozen" in name]) == 2 * 4


def test_the_margin_is_the_reach_and_no_more_than_a_cell_beyond() -> None:
    """What one output pixel hangs on, by its gradient, over all phases of the poolings."""
    network = VGG16(1, 4).eval()
    margin, stride = network.margin, network.stride
    reach = 0
    for row in range(stride):
        image = torch.randn(1, 1, stride + 2 * margin, stride + 2 * margin, requires_grad=True)
        network(image)[0, :, row, row].abs().sum().backward()
        assert image.grad is not None
        seen = image.grad[0, 0].nonzero()
        reach = max(reach, margin + row - int(seen.min()), int(seen.max()) - margin - row)
    assert margin - stride < reach <= margin
