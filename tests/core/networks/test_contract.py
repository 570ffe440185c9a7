"""What every network of the registry promises. A new one is tested by being registered."""

from __future__ import annotations

import copy
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from torch import Tensor

from clusternet_qgis.core.errors import OptionsError
from clusternet_qgis.core.io.tiling import TileGrid, Window
from clusternet_qgis.core.model.torch_engine import network_for
from clusternet_qgis.core.networks import NETWORKS, build
from clusternet_qgis.core.networks.contract import FeatureExtractor, TrainableNetwork
from clusternet_qgis.core.networks.resampling import upsampled
from clusternet_qgis.core.options import TrainOptions

BANDS = 3
FILTERS = ("none", "sobel")


def takes(name: str, input_filter: str) -> bool:
    try:
        build(name, bands=BANDS, width=4, input_filter=input_filter)
    except OptionsError:
        return False
    return True


KINDS = [(name, kind) for name in NETWORKS for kind in FILTERS if takes(name, kind)]
LEARNING = [(name, kind) for name, kind in KINDS if NETWORKS[name].learns]


def image_for(network: FeatureExtractor, rows: int, cols: int, seed: int = 0, margin: int | None = None) -> Tensor:
    generator = torch.Generator().manual_seed(seed)
    around = 2 * (network.margin if margin is None else margin)
    return torch.randn(1, network.bands, rows + around, cols + around, generator=generator)


def training_images(network: FeatureExtractor) -> list[Tensor]:
    side = 3 * network.stride
    return [image_for(network, side, side, seed, network.patch_margin) for seed in (10, 11)]


def head_for(network: TrainableNetwork) -> torch.nn.Module:
    """A classifier that is sure of something."""
    head = torch.nn.Conv2d(network.hidden_size, network.label_sets * (network.label_clusters or 5), 1)
    torch.nn.init.normal_(head.weight, 0, 2 / network.hidden_size**0.5)
    return head


def examples(network: TrainableNetwork, images: list[torch.Tensor]) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Images with what the teacher gives of them."""
    teacher = network.teacher()
    with torch.no_grad():
        return [(i, i[:, :0] if teacher is None else teacher(i, network.patch_margin)) for i in images]


def make(name: str, input_filter: str = "none", bands: int = BANDS, seed: int = 0) -> FeatureExtractor:
    """A network as it predicts: it knows the data, and a classifier."""
    torch.manual_seed(seed)
    network = build(name, bands=bands, width=4, input_filter=input_filter).eval()
    images = training_images(network)
    network.calibrate(images)
    if isinstance(network, TrainableNetwork):
        network.finalise(examples(network, images), head_for(network))
    return network


def samples(network: FeatureExtractor, pixels: int) -> int:
    """Features along so many pixels."""
    return pixels if network.output_stride == 1 else pixels // network.output_stride + 1


@pytest.fixture(scope="module", params=KINDS, ids="-".join)
def network(request: pytest.FixtureRequest) -> FeatureExtractor:
    """To be used, not changed."""
    return make(*request.param)


@pytest.fixture(scope="module")
def trainable(network: FeatureExtractor) -> TrainableNetwork:
    """The same, where it can be trained."""
    if not isinstance(network, TrainableNetwork):
        pytest.skip("it only gives features")
    return network


@pytest.fixture(scope="module")
def whole(network: TrainableNetwork) -> tuple[Tensor, Tensor]:
    """An image and its features."""
    image = image_for(network, 3 * network.stride, 3 * network.stride)
    with torch.inference_mode():
        return image, network(image)


# --- what can be built


def test_every_network_takes_the_image_as_it_is() -> None:
    assert {name for name, kind in KINDS if kind == "none"} == set(NETWORKS) - {"encoder"}, "which needs a file"
    assert {"unet", "unet_same"} <= {name for name, kind in KINDS if kind == "sobel"}


def test_the_light_network_refuses_a_filter_with_a_sentence() -> None:
    with pytest.raises(OptionsError, match=r"takes no input filter, not 'sobel'; use a U-Net with it\.$"):
        build("light", bands=3, input_filter="sobel")


def test_the_registry_knows_the_grid(network: FeatureExtractor, request: pytest.FixtureRequest) -> None:
    entry = NETWORKS[request.node.callspec.params["network"][0]]
    assert network.stride == entry.stride
    assert network.stride % network.output_stride == 0


def test_the_registry_needs_no_torch() -> None:
    program = "import sys, clusternet_qgis.core.networks as n; print(len(n.NETWORKS), 'torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(len(NETWORKS)), "False"]


# --- shapes


@pytest.mark.parametrize(("name", "input_filter"), KINDS)
@pytest.mark.parametrize("bands", range(1, 8))
def test_any_number_of_bands_gives_features(name: str, input_filter: str, bands: int) -> None:
    network = make(name, input_filter, bands)
    assert network.bands == bands
    rows, cols, margin = network.stride, 2 * network.stride, network.patch_margin
    with torch.inference_mode():
        features = network(image_for(network, rows, cols, margin=margin), margin)
    assert features.shape == (1, network.feature_size, samples(network, rows), samples(network, cols))
    assert torch.isfinite(features).all()
    assert (features.std((0, 2, 3)) > 0).any()


def test_any_multiples_of_the_stride_are_taken(trainable: TrainableNetwork) -> None:
    margin = trainable.patch_margin
    with torch.inference_mode():
        for rows, cols in ((1, 1), (1, 3), (4, 2)):
            pixels = (rows * trainable.stride, cols * trainable.stride)
            image = image_for(trainable, *pixels, margin=margin).repeat(2, 1, 1, 1)
            features, hidden = trainable(image, margin), trainable.hidden(image, margin)
            assert features.shape == (2, trainable.feature_size, *(samples(trainable, side) for side in pixels))
            assert hidden.shape == (2, trainable.hidden_size, *features.shape[2:])
            assert upsampled(features, trainable.output_stride, pixels).shape == (2, trainable.feature_size, *pixels)


def test_blocks_are_the_features(network: FeatureExtractor, whole: tuple[Tensor, Tensor]) -> None:
    assert sum(block.size for block in network.blocks) == network.feature_size == whole[1].shape[1]
    for part in whole[1].split([block.size for block in network.blocks], 1):
        assert torch.isfinite(part).all()
        assert part.std((0, 2, 3)).max() > 0


def test_what_is_hidden_has_the_grid_of_the_features(trainable: TrainableNetwork, whole: tuple[Tensor, Tensor]) -> None:
    image, features = whole
    with torch.inference_mode():
        hidden = trainable.hidden(image)
    assert hidden.shape == (1, trainable.hidden_size, *features.shape[2:])
    assert torch.isfinite(hidden).all()


# --- margins


def test_the_margin_of_trainings_is_no_larger(network: FeatureExtractor) -> None:
    assert 0 <= network.patch_margin <= network.margin


def test_far_from_the_border_the_margin_given_does_not_matter(
    network: FeatureExtractor, whole: tuple[Tensor, Tensor]
) -> None:
    """A smaller one asks for more of the same image; the features of its middle are those of the larger."""
    image, expected = whole
    more = network.margin - network.patch_margin
    assert more % network.output_stride == 0
    first = more // network.output_stride
    rows, cols = expected.shape[-2:]
    with torch.inference_mode():
        if more % network.stride == 0:
            features = network(image, network.patch_margin)
            middle = features[..., first : first + rows, first : first + cols]
            assert (middle - expected).abs().max() < 1e-4
        assert torch.equal(network(image, network.margin), expected)


def test_tiles_equal_the_whole(network: FeatureExtractor, whole: tuple[Tensor, Tensor]) -> None:
    image, features = whole
    stride, margin, output_stride = network.stride, network.margin, network.output_stride
    rows = cols = 3 * stride
    full = upsampled(features, output_stride, (rows, cols))[0]
    for size in (stride, 2 * stride):
        for tile in TileGrid(Window(0, 0, rows, cols), size, margin, stride):
            if tile.read.row_end > rows + margin or tile.read.col_end > cols + margin:
                continue  # the raster's reflection, which this image does not hold
            with torch.inference_mode():
                found = network(image[(..., *tile.read.shifted(margin, margin).slices())])
            row, col = tile.core.row // output_stride, tile.core.col // output_stride
            part = features[..., row : row + found.shape[2], col : col + found.shape[3]]
            assert (found - part).abs().max() < 1e-4
            pixels = upsampled(found, output_stride, (size, size))[(0, ..., *tile.core_slices)]
            difference = pixels - full[(..., *tile.core.slices())]
            assert difference.abs().max() < 1e-4


def test_nothing_beyond_the_margin_is_seen(network: FeatureExtractor, whole: tuple[Tensor, Tensor]) -> None:
    """Features of one cell of the stride, seen from an image with one more cell on each side."""
    image, before = whole
    stride, margin = network.stride, network.margin
    near = slice(stride, 2 * stride + 2 * margin)
    other = image_for(network, 3 * stride, 3 * stride, seed=1)
    other[..., near, near] = image[..., near, near]
    first = stride // network.output_stride
    cell = slice(first, first + samples(network, stride))
    with torch.inference_mode():
        after = network(other)
    assert not torch.equal(image, other)
    assert torch.allclose(before[..., cell, cell], after[..., cell, cell], atol=1e-5)


def test_features_stand_at_the_pixels_they_claim(network: FeatureExtractor) -> None:
    """What a few changed pixels change in each block lies around them, on average over all phases of the poolings."""
    stride, margin, output_stride = network.stride, network.patch_margin, network.output_stride
    image = image_for(network, 7 * stride, 7 * stride, margin=margin)
    at = torch.arange(samples(network, 7 * stride)) * output_stride
    generator = torch.Generator().manual_seed(0)
    errors = []
    with torch.inference_mode():
        before = network(image, margin)
        for _ in range(12):
            row, col = (int(number) for number in 3 * stride + torch.randint(stride, (2,), generator=generator))
            changed = image.clone()
            changed[0, :, margin + row - 1 : margin + row + 2, margin + col - 1 : margin + col + 2] += 3 * torch.randn(
                network.bands, 3, 3, generator=generator
            )
            energies = [
                block.square().sum((0, 1)).double()
                for block in (network(changed, margin) - before).split([block.size for block in network.blocks], 1)
            ]
            assert all(energy.sum() > 0 for energy in energies)
            errors.append(
                [[(e.sum(1) @ at.double()) / e.sum() - row, (e.sum(0) @ at.double()) / e.sum() - col] for e in energies]
            )
    # Weights need not be symmetric: a shift of less than a quarter of the stride is nobody's mistake.
    assert torch.tensor(errors).mean(0).abs().max() < stride / 4


# --- weights


def test_weights_round_trip(
    network: FeatureExtractor, whole: tuple[Tensor, Tensor], request: pytest.FixtureRequest
) -> None:
    """All that calibrating and settling found travels with the weights."""
    name, input_filter = request.node.callspec.params["network"]
    weights = {key: torch.from_numpy(value.numpy().copy()) for key, value in network.state_dict().items()}
    torch.manual_seed(99)
    other = build(name, bands=BANDS, width=4, input_filter=input_filter).eval()
    margin = network.patch_margin
    image = image_for(network, network.stride, network.stride, margin=margin)
    with torch.inference_mode():
        if weights:
            assert not torch.allclose(other(image, margin), network(image, margin))
        other.load_state_dict(weights)
        assert torch.equal(other(image, margin), network(image, margin))


def test_the_seed_decides_what_is_random(trainable: TrainableNetwork, request: pytest.FixtureRequest) -> None:
    name, input_filter = request.node.callspec.params["network"]
    options = TrainOptions(network=name, width=4, input_filter=input_filter, seed=5)
    first, again = (network_for(options, BANDS) for _ in range(2))
    other = network_for(TrainOptions(network=name, width=4, input_filter=input_filter, seed=6), BANDS)
    assert all(torch.equal(a, b) for a, b in zip(first.state_dict().values(), again.state_dict().values(), strict=True))
    slow = {id(parameter) for parameter in first.slow_parameters()}
    knows_all = name == "light"  # from the base model
    for (key, mine), theirs in zip(first.named_parameters(), other.parameters(), strict=True):
        if knows_all or id(mine) in slow:
            assert torch.equal(mine, theirs), f"{key} is known, and must not hang on the seed"
        elif mine.dim() > 1:
            assert not torch.equal(mine, theirs), f"{key} is the same for every seed"


def test_slow_parameters_are_some_of_all(trainable: TrainableNetwork) -> None:
    slow = [id(parameter) for parameter in trainable.slow_parameters()]
    known = {id(parameter) for parameter in trainable.parameters()}
    assert len(slow) == len(set(slow))
    assert set(slow) < known


def test_some_pixels_have_the_hidden_vectors_and_gradients_of_all(trainable: TrainableNetwork) -> None:
    images = torch.cat(training_images(trainable)[:2])
    network, margin = copy.deepcopy(trainable).double(), trainable.patch_margin
    whole = network.hidden(images.double(), margin)
    rows, cols = whole.shape[-2] - 1, whole.shape[-1]
    pixels = torch.tensor([0, 5, 5, rows * cols - 1, rows * cols, 2 * rows * cols - 1])
    flat = whole[..., :rows, :].movedim(1, -1).reshape(-1, whole.shape[1])[pixels]
    some = network.hidden_at(images.double(), margin, (rows, cols), pixels)
    assert torch.allclose(some, flat, atol=1e-9)
    parameters = [parameter for parameter in network.parameters() if parameter.requires_grad]
    for one, other in zip(
        *(torch.autograd.grad(x.square().sum(), parameters, allow_unused=True) for x in (some, flat))
    ):
        assert (one is None) == (other is None)
        assert one is None or torch.allclose(one, other, rtol=1e-6, atol=1e-9 * float(other.abs().max() + 1))


def test_no_pixel_at_all_has_gradients_of_nothing(trainable: TrainableNetwork) -> None:
    """Whose share of a batch has no valid pixel takes part in the step of the others."""
    learning, none = copy.deepcopy(trainable), torch.zeros(0, dtype=torch.int64)
    image = training_images(trainable)[0]
    hidden = learning.hidden_at(image, trainable.patch_margin, (trainable.stride, trainable.stride), none)
    assert hidden.shape == (0, trainable.hidden_size)
    hidden.sum().backward()
    assert not any(value.grad is None or value.grad.any() for value in learning.parameters())


def test_hidden_vectors_are_the_same_with_and_without_gradients(trainable: TrainableNetwork) -> None:
    network, image = copy.deepcopy(trainable).double(), training_images(trainable)[0].double()
    tracked = network.hidden(image, network.patch_margin)
    with torch.no_grad():
        assert torch.allclose(network.hidden(image, network.patch_margin), tracked, atol=1e-9)


def test_every_weight_is_learnt(trainable: TrainableNetwork) -> None:
    learning = copy.deepcopy(trainable)
    learning.hidden(training_images(trainable)[0], trainable.patch_margin).square().sum().backward()
    unused = [name for name, value in learning.named_parameters() if value.grad is None or not value.grad.any()]
    assert unused == []


@pytest.mark.parametrize(("name", "input_filter"), LEARNING)
def test_calibrating_and_settling_leave_what_is_learnt_as_it_is(name: str, input_filter: str) -> None:
    torch.manual_seed(0)
    network = build(name, bands=BANDS, width=4, input_filter=input_filter).eval()
    weights = [parameter.detach().clone() for parameter in network.parameters()]
    images = training_images(network)
    network.calibrate(images)
    assert not any(module.training for module in network.modules())
    with torch.inference_mode():
        hidden = network.hidden(images[0], network.patch_margin)
        network.finalise(examples(network, images), head_for(network))
        assert torch.equal(network.hidden(images[0], network.patch_margin), hidden)
        features = network(images[0], network.patch_margin)
    assert not any(module.training for module in network.modules())
    assert all(torch.equal(a, b) for a, b in zip(weights, network.parameters(), strict=True))
    assert torch.isfinite(features).all()


@pytest.mark.parametrize(("name", "input_filter"), LEARNING)
def test_a_band_that_never_varied_does_no_harm(name: str, input_filter: str) -> None:
    """Networks are calibrated on a few patches, in which a band may be constant that is not so elsewhere."""
    torch.manual_seed(0)
    network = build(name, bands=BANDS, width=4, input_filter=input_filter).eval()
    images = training_images(network)
    elsewhere = images[0].clone()
    for image in images:
        image[:, 1] = 0
    network.calibrate(images)
    margin = network.patch_margin
    with torch.inference_mode():
        for features, usual in (
            (network(elsewhere, margin), network(images[0], margin)),
            (network.hidden(elsewhere, margin), network.hidden(images[0], margin)),
        ):
            assert torch.isfinite(features).all()
            assert features.abs().max() < 100 * usual.abs().max()


def test_onnx_equals_torch(network: FeatureExtractor, tmp_path: Path) -> None:
    if not network.traceable:
        pytest.skip("it runs outside of torch")
    image = image_for(network, network.stride, 2 * network.stride)
    path = tmp_path / "network.onnx"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter that needs no further package is called old
        torch.onnx.export(network, (image,), str(path), dynamo=False)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (found,) = session.run(None, {session.get_inputs()[0].name: image.numpy()})
    with torch.inference_mode():
        assert np.abs(found - network(image).numpy()).max() < 1e-4
