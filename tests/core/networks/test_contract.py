"""What every network of the registry promises. A new one is tested by being registered."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from clusternet_qgis.core.features import features_for
from clusternet_qgis.core.networks import NETWORKS, build
from clusternet_qgis.core.networks.contract import FeatureNetwork, SobelFilter
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.tiling import TileGrid, Window

BANDS = 3
KINDS = [(name, kind) for name in NETWORKS for kind in ("none", "sobel")]


def make(name: str, input_filter: str = "none", bands: int = BANDS) -> FeatureNetwork:
    """A network as it predicts: with batch statistics that are not the identity, if it has any."""
    torch.manual_seed(0)
    network = build(name, bands=bands, width=4, input_filter=input_filter)
    for layer in network.modules():
        if isinstance(layer, torch.nn.BatchNorm2d):
            layer.running_mean.normal_(0, 0.1)
            layer.running_var.uniform_(0.5, 2)
    return network.eval()


def image_for(network: FeatureNetwork, rows: int, cols: int, seed: int = 0) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    margin = 2 * network.margin
    return torch.randn(1, network.bands, rows + margin, cols + margin, generator=generator)


@pytest.fixture(params=KINDS, ids="-".join)
def network(request: pytest.FixtureRequest) -> FeatureNetwork:
    return make(*request.param)


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("bands", [1, 2, 3, 4, 7])
@pytest.mark.parametrize("input_filter", ["none", "sobel"])
def test_any_number_of_bands_gives_features_of_every_pixel(name: str, bands: int, input_filter: str) -> None:
    network = make(name, input_filter, bands)
    assert network.bands == bands
    rows, cols = network.stride, 2 * network.stride
    with torch.inference_mode():
        features = network(image_for(network, rows, cols))
    assert features.shape == (1, network.feature_size, rows, cols)
    assert torch.isfinite(features).all()


def test_any_multiples_of_the_stride_are_taken(network: FeatureNetwork) -> None:
    with torch.inference_mode():
        for rows, cols in ((1, 1), (1, 3), (4, 2)):
            image = image_for(network, rows * network.stride, cols * network.stride)
            features = network(image.repeat(2, 1, 1, 1))
            assert features.shape == (2, network.feature_size, rows * network.stride, cols * network.stride)


def test_the_registry_knows_the_stride_without_torch(network: FeatureNetwork, request: pytest.FixtureRequest) -> None:
    name = request.node.callspec.params["network"][0]
    assert network.stride == NETWORKS[name].stride
    assert NETWORKS[name].title


def test_tiles_equal_the_whole(network: FeatureNetwork) -> None:
    rows, cols, margin = 4 * network.stride, 3 * network.stride, network.margin
    image = image_for(network, rows, cols)
    with torch.inference_mode():
        whole = network(image)[0]
        for size in (network.stride, 2 * network.stride):
            for tile in TileGrid(Window(0, 0, rows, cols), size, margin, network.stride):
                if tile.read.row_end > rows + margin or tile.read.col_end > cols + margin:
                    continue  # the raster's reflection, which this image does not hold
                seen = image[(..., *tile.read.shifted(margin, margin).slices())]
                difference = network(seen)[0][(..., *tile.core_slices)] - whole[(..., *tile.core.slices())]
                assert difference.abs().max() < 1e-4


def test_nothing_beyond_the_margin_is_seen(network: FeatureNetwork) -> None:
    """Pixels of one cell of the stride, seen from an image with one more cell on each side."""
    stride, margin = network.stride, network.margin
    image = image_for(network, 3 * stride, 3 * stride)
    other = image_for(network, 3 * stride, 3 * stride, seed=1)
    near = slice(stride, 2 * stride + 2 * margin)
    other[..., near, near] = image[..., near, near]
    cell = slice(stride, 2 * stride)
    with torch.inference_mode():
        before, after = network(image)[..., cell, cell], network(other)[..., cell, cell]
    assert not torch.equal(image, other)
    assert torch.allclose(before, after, atol=1e-5)


def test_features_are_of_the_pixels_they_stand_at(network: FeatureNetwork) -> None:
    """A change of one pixel changes features around it and its own most of the time, and none far away."""
    stride, margin = network.stride, network.margin
    image = image_for(network, 2 * stride, 2 * stride)
    changed = image.clone()
    row, col = stride, stride + 1
    changed[..., margin + row - 1 : margin + row + 2, margin + col - 1 : margin + col + 2] += 5 * torch.tensor(
        [[1.0, 2, 3], [4, -5, 6], [-7, 8, 9]]
    )
    with torch.inference_mode():
        difference = (network(changed) - network(image))[0].abs().sum(0)
    near = difference[row - 2 : row + 3, col - 2 : col + 3].max()
    assert near > 0
    assert near >= 0.25 * difference.max()


def test_weights_round_trip(network: FeatureNetwork, request: pytest.FixtureRequest) -> None:
    weights = {name: torch.from_numpy(value.numpy().copy()) for name, value in network.state_dict().items()}
    torch.manual_seed(99)
    other = build(request.node.callspec.params["network"][0], bands=BANDS, width=4,
                  input_filter=request.node.callspec.params["network"][1]).eval()  # fmt: skip
    image = image_for(network, network.stride, network.stride)
    with torch.inference_mode():
        assert not torch.allclose(other(image), network(image))
        other.load_state_dict(weights)
        assert torch.equal(other(image), network(image))


def test_the_seed_decides_the_weights(network: FeatureNetwork, request: pytest.FixtureRequest) -> None:
    name, input_filter = request.node.callspec.params["network"]
    options = TrainOptions(network=name, width=4, input_filter=input_filter, seed=5)
    first, again = (features_for(options, BANDS).state_dict() for _ in range(2))
    other = features_for(TrainOptions(network=name, width=4, input_filter=input_filter, seed=6), BANDS).state_dict()
    assert all(torch.equal(first[key], again[key]) for key in first)
    assert not all(torch.equal(first[key], other[key]) for key in first)


def test_every_weight_is_learnt(network: FeatureNetwork) -> None:
    network(image_for(network, network.stride, network.stride)).square().sum().backward()
    unused = [name for name, value in network.named_parameters() if value.grad is None]
    assert unused == []


def test_onnx_equals_torch(network: FeatureNetwork, tmp_path: Path) -> None:
    image = image_for(network, network.stride, 2 * network.stride)
    path = tmp_path / "network.onnx"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter that needs no further package is called old
        torch.onnx.export(network, (image,), str(path), dynamo=False)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (found,) = session.run(None, {session.get_inputs()[0].name: image.numpy()})
    with torch.inference_mode():
        assert np.abs(found - network(image).numpy()).max() < 1e-4


# --- with colour and texture beside


@pytest.mark.parametrize(("name", "input_filter"), KINDS)
def test_features_of_a_model_tile_too(name: str, input_filter: str) -> None:
    options = TrainOptions(network=name, width=4, input_filter=input_filter)
    extractor = features_for(options, BANDS).eval()
    stride, margin = extractor.stride, extractor.margin
    generator = torch.Generator().manual_seed(0)
    image = torch.randn(1, BANDS, 2 * stride + 2 * margin, 2 * stride + 2 * margin, generator=generator)
    with torch.inference_mode():
        whole = extractor(image)
        corner = extractor(image[..., stride:, stride:])
    assert whole.shape[-2:] == (2 * stride, 2 * stride)
    assert torch.isfinite(whole).all()
    assert (corner - whole[..., stride:, stride:]).abs().max() < 1e-4


def test_the_sobel_filter_is_the_gradient_of_the_mean() -> None:
    ramp = torch.arange(6.0).repeat(5, 1)
    image = torch.stack([ramp, 3 * ramp])[None]
    gradient = SobelFilter(2)(image)
    assert gradient.shape == (1, 2, 3, 4)
    assert torch.allclose(gradient[0, 0].abs(), torch.full((3, 4), 2.0))
    assert torch.allclose(gradient[0, 1], torch.zeros(3, 4), atol=1e-6)
